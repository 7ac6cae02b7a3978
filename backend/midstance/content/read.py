"""Reading a content folder: its documents as plain values, and every problem as a value."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

FOLDER = Path(__file__).parent
M = TypeVar("M", bound=BaseModel)


class Problem(NamedTuple):
    """Something wrong with content: the file in its folder, the key in the file, what to do."""

    file: str
    key: str
    message: str


@dataclass(frozen=True)
class Document:
    """One TOML file as parsed, not yet held to a schema."""

    file: str
    data: dict[str, Any]

    @property
    def stem(self) -> str:
        return Path(self.file).stem


@dataclass(frozen=True)
class Tree:
    """A content folder: documents by their part, in the order of their names."""

    exercises: tuple[Document, ...]
    programs: tuple[Document, ...]
    assessments: Document | None
    policy: Document | None
    sources: Document | None
    problems: tuple[Problem, ...]


def read(folder: Path) -> Tree:
    """The documents of `folder`; what is missing, stray or not TOML is among the problems."""
    problems: list[Problem] = []

    def document(path: Path) -> Document | None:
        file = path.relative_to(folder).as_posix()
        try:
            return Document(file, tomllib.loads(path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            problems.append(Problem(file, "", "missing"))
        except UnicodeDecodeError:
            problems.append(Problem(file, "", "not UTF-8 text"))
        except tomllib.TOMLDecodeError as error:
            problems.append(Problem(file, "", f"not TOML: {error}"))
        return None

    def part(name: str) -> tuple[Document, ...]:
        paths = sorted((folder / name).glob("[!.]*"))
        if not paths:
            problems.append(Problem(f"{name}/", "", "empty: no .toml file here"))
        stray = [path for path in paths if path.suffix != ".toml"]
        problems.extend(
            Problem(path.relative_to(folder).as_posix(), "", "stray: only .toml files belong here")
            for path in stray
        )
        return tuple(doc for path in paths if path not in stray and (doc := document(path)))

    exercises, programs = part("exercises"), part("programs")
    assessments = document(folder / "assessments.toml")
    policy, sources = document(folder / "policy.toml"), document(folder / "sources.toml")
    return Tree(exercises, programs, assessments, policy, sources, tuple(problems))


def fit(model: type[M], document: Document) -> tuple[M | None, list[Problem]]:
    """`document` as `model`, or every place where it does not fit."""
    try:
        return model.model_validate(document.data), []
    except ValidationError as error:
        return None, [
            Problem(document.file, key(part["loc"]), _message(part["type"], part))
            for part in error.errors()
        ]


def key(path: tuple[int | str, ...]) -> str:
    """`("equipment", 0, "needs")` as `equipment[0].needs`."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")


def _message(kind: str, error: Any) -> str:
    if kind == "missing":
        return "missing"
    if kind == "extra_forbidden":
        return "unknown key"
    if kind == "value_error":
        return str(error["ctx"]["error"])
    asked = str(error["msg"]).replace("Input should be", "must be").replace("should", "must")
    return f"{asked[0].lower()}{asked[1:]}, is {_shown(error['input'])}"


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
