"""The content of this installation as answers: read once, served as bytes made ready."""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from fastapi import Request, Response

from midstance.content.load import Content, load
from midstance.training.program_values import Exercise, Program, Test, Tests
from midstance.training.values import Policy

# A phone asks every time and is told "still the same" in a few bytes.
REVALIDATE = "no-cache"


@dataclass(frozen=True)
class Catalog:
    """The content as the engine takes it, `version` names it."""

    exercises: dict[str, Exercise]
    programs: dict[str, Program]
    tests: Tests
    policy: Policy
    sources: dict[str, str]
    version: str


@cache
def catalog() -> Catalog:
    content: Content = load()
    return Catalog(
        exercises={slug: cast(Exercise, one.plain()) for slug, one in content.exercises.items()},
        programs={slug: cast(Program, one.plain()) for slug, one in content.programs.items()},
        tests={key: cast(Test, one.plain()) for key, one in content.tests.items()},
        policy=content.policy,
        sources=dict(content.sources),
        version=content.version,
    )


@dataclass(frozen=True)
class Ready:
    """An answer made once: its bytes, and the tag that changes exactly when they do."""

    content: bytes
    etag: str

    def response(self, request: Request) -> Response:
        return tagged(request, self.etag) or Response(
            self.content,
            media_type="application/json",
            headers={"ETag": self.etag, "Cache-Control": REVALIDATE},
        )


def ready(value: Any) -> Ready:
    content = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    return Ready(content, etag(hashlib.sha256(content).hexdigest()[:16]))


def etag(tag: str) -> str:
    """Weak, because a proxy may compress the same answer."""
    return f'W/"{tag}"'


def tagged(request: Request, etag: str) -> Response | None:
    """304 when the asker has the answer with this tag, weak or strong (RFC 9110, 13.1.2)."""
    asked = request.headers.get("If-None-Match", "").split(",")
    known = {tag.strip().removeprefix("W/") for tag in asked}
    if etag.removeprefix("W/") not in known and "*" not in known:
        return None
    return Response(status_code=304, headers={"ETag": etag, "Cache-Control": REVALIDATE})
