"""The schema of policy.toml: every number of the rules, and the sentence behind each reason."""

from typing import Annotated, Any

from pydantic import ConfigDict, Field

from midstance.content.vocabulary import Key, Part, Source, Text


class Reason(Part):
    """The sentence for one rule, `{placeholders}` filled from a reason's values, and its source."""

    text: Text
    source: Source


class Policy(Part):
    model_config = ConfigDict(extra="allow")

    reasons: Annotated[dict[Key, Reason], Field(min_length=1)]
    __pydantic_extra__: dict[str, Any]
