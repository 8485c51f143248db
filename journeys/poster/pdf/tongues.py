"""Which of the words on a sheet are the study's own: they keep its language on a poster in another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.layout.drawing import Text
from journeys.layout.text import unbroken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.poster.pdf.nodes import Node
    from journeys.poster.sheet import Sheet

_FIELDS: Final = (
    "title", "name", "text", "body", "tagline", "quote", "question", "place", "label", "reason", "context",
    "organisation", "person_word", "owner", "by", "basis", "source_title", "alt", "caption",
)  # fmt: skip
_BETWEEN: Final = " · "
_QUOTES: Final = "“”„\"‘’'«»"


def tell(root: Node, sheet: Sheet, document: Document, say: Words) -> None:
    """Say of each part of the structure that holds words of the study in which language they are."""
    language = document.study.language
    if language == say.language:
        return
    own = frozenset(_bare(words) for words in _own(document)) - {""}
    for node in root.walk():
        texts = [sheet.drawing.layers[kid[0]].elements[kid[1]] for kid in node.kids
                 if isinstance(kid, tuple) and kid[0] >= 0]  # fmt: skip
        if node.tag != "Figure" and any(isinstance(one, Text) and not one.alt for one in texts):
            told = " ".join(unbroken(one.lines) for one in texts if isinstance(one, Text))
            if all(_bare(part) in own for part in told.split(_BETWEEN)):
                _mark(node, language, say.language)


def _mark(node: Node, language: str, around: str) -> None:
    """The node's words, not the signs within it."""
    node.language = language
    for kid in node.kids:
        if not isinstance(kid, tuple) and not kid.language:
            kid.language = around


def _own(document: Document) -> Iterator[str]:
    """All that somebody wrote, whole and line by line."""
    for _, entity in [(None, document.study), *document]:
        for field in _FIELDS:
            words = getattr(entity, field, "")
            if isinstance(words, str) and words:
                yield words
                yield from words.split("\n")


def _bare(words: str) -> str:
    """Without what printing may add."""
    return "".join(words.split()).strip(_QUOTES)
