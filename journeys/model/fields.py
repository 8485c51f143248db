"""Field types: each carries its own rule, so that edits, files, imports and schemas share one set of rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final, Literal

Kind = Literal[
    "study", "moment", "phase", "party", "channel", "persona", "journey", "step", "link", "note", "stance",
    "mute", "fact", "source", "lane", "cell", "view", "image",
]  # fmt: skip

MAX_DAYS: Final = 36_500
MAX_PLACES: Final = 20_000


@dataclass(frozen=True, slots=True)
class Text:
    """Clean text of at most `most` characters."""

    most: int
    multiline: bool = False
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from `least` to `most`, both included."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Ref:
    """The id of an entity of this kind; when that is deleted, its referrer is dropped too, or the field is cleared."""

    kind: Kind
    on_delete: Literal["drop", "clear"] = "clear"


@dataclass(frozen=True, slots=True)
class Hex:
    """Lower-case hexadecimal text of exactly `length` characters."""

    length: int


@dataclass(frozen=True, slots=True)
class Many:
    """A tuple of at most `most` items; `unique` ones may not repeat."""

    most: int
    unique: bool = True


Id = Annotated[str, Hex(32)]
Title = Annotated[str, Text(200)]
Name = Annotated[str, Text(200, filled=True)]
Body = Annotated[str, Text(10_000, multiline=True)]
Code = Annotated[str, Text(40)]
Day = Annotated[int, Whole(-MAX_DAYS, MAX_DAYS)]
Count = Annotated[int, Whole(0, 1_000_000)]
Place = Annotated[int, Whole(0, MAX_PLACES)]
Colour = Annotated[int, Whole(0, 11)]
Rating = Annotated[int, Whole(-2, 2)]
Zoom = Annotated[int, Whole(10, 400)]
Strength = Annotated[int, Whole(0, 2)]
Language = Literal["nl", "en"]
