"""What a column of the table is: how a cell is read, written, chosen for and sorted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from journeys.errors import EditError
from journeys.text import folded

if TYPE_CHECKING:
    from journeys.edits.edit import Edit
    from journeys.i18n import Words
    from journeys.model.document import Document

Editor = Literal["line", "text", "notes", "choice", "names", "check", "feeling"]
"""One line · several lines · one note per line · one of fixed choices · names, new ones too · yes or no · a face."""


class Sight(NamedTuple):
    """What a cell is read with: the study, the language, and the journey that is worked on."""

    document: Document
    say: Words
    journey: str | None = None


Read = Callable[[Sight, Any], str]
Write = Callable[[Sight, Sequence[str], str], "Edit"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list, or one row of the journey's overview; cells are read and written as text.

    `read` gets the entity, `write` the ids of those that get the text; it raises EditError with a sentence for what
    cannot be. `of_phase` and `to_phase` do the same for a phase of a journey (its id pair), where that has a cell.
    """

    code: str
    heading: str
    read: Read
    write: Write | None = None
    editor: Editor = "line"
    offer: Callable[[Sight], list[str]] | None = None
    value: Callable[[Any], Any] | None = None
    """What it is sorted by, where that is not its text; what a check or face shows."""
    width: int = 14
    tall: int = 1
    shown: bool = True
    of_phase: Callable[[Sight, str, str], str] | None = None
    to_phase: Callable[[Sight, str, str, str], Edit] | None = None
    required: bool = False

    def sort_key(self, sight: Sight, entity: Any) -> Any:
        """None when it is empty: that comes last, whichever way the rows are sorted."""
        if self.value is not None:
            return self.value(entity)
        return folded(self.read(sight, entity)) or None


def write(column: Column, sight: Sight, ids: Sequence[str], text: str) -> Edit:
    """The edit that puts a text into a column of these. Raises EditError where that cannot be."""
    if column.write is None:
        raise EditError("cell.fixed")
    return column.write(sight, ids, text)


WIDE_MARK: Final = "\uff1b"
"""Stands for a semicolon inside a name."""


def split_names(text: str) -> list[str]:
    """Names behind each other: "Midwife; Hospital"; an empty one keeps its place."""
    names = [name.strip().replace(WIDE_MARK, ";") for name in text.replace("\n", ";").split(";")]
    while names and not names[-1]:
        names.pop()
    return names


def join_names(names: Sequence[str]) -> str:
    """As `split_names` reads them."""
    found = [name.replace(";", WIDE_MARK) for name in names]
    while found and not found[-1]:
        found.pop()
    return "; ".join(found)


def split_notes(text: str) -> list[str]:
    """One note per line; an indented line goes on with the note above it."""
    notes: list[str] = []
    for line in text.split("\n"):
        if not line.strip():
            continue
        if line[:1].isspace() and notes:
            notes[-1] += "\n" + line.strip()
        else:
            notes.append(line.strip())
    return notes


def join_notes(texts: Sequence[str]) -> str:
    """As `split_notes` reads them."""
    return "\n".join("\n    ".join(line for line in text.split("\n") if line.strip()) for text in texts)
