"""The kinds of numbers that a policy holds, by the range each may have."""

from typing import Annotated

from pydantic import Field

Fraction = Annotated[float, Field(ge=0, le=1)]
Count = Annotated[int, Field(ge=0)]
AtLeastOne = Annotated[int, Field(ge=1)]
Positive = Annotated[float, Field(gt=0)]
Ten = Annotated[int, Field(ge=0, le=10)]
Percent = Annotated[int, Field(ge=0, le=100)]
Seven = Annotated[int, Field(ge=1, le=7)]
Cost = Annotated[int, Field(ge=-100, le=100)]
