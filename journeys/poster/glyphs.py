"""Which characters of a study our fonts lack: they print as a box, and the user should know before printing."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from journeys import fonts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.model.document import Document


def missing_glyphs(document: Document) -> dict[str, int]:
    """Character → in how many texts of the study it occurs, the most frequent first."""
    found: Counter[str] = Counter()
    for text in _texts(document):
        if not text.isascii():
            found.update(fonts.missing(text, "regular") - {"\n", "\t"})
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _texts(value: object) -> Iterator[str]:
    """Every string in the document, however deep."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _texts(item)
    elif hasattr(value, "tables"):
        for table in value.tables.values():
            yield from _texts(list(table.values()))
