"""Words, signs and pictures of a sheet as headings, paragraphs, lists and figures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from journeys import fonts
from journeys.layout.drawing import Mark, Photo, Text
from journeys.layout.text import Hyphenated, unbroken
from journeys.poster.pdf.nodes import Node

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.layout.drawing import Element, Layer
    from journeys.poster.pdf.nodes import Spot
    from journeys.poster.sheet import Sheet

_UNSEEN: Final = re.compile("[\u200e\u200f]")
"""What says to programs that draw in which direction a line goes."""
_HEADINGS: Final = {"title": "H1", "heading": "H2", "subheading": "H3"}


@dataclass(frozen=True, slots=True)
class Said:
    """An element that is read, and where it stands."""

    spot: Spot
    element: Text | Mark | Photo


def said_in(number: int, layer: Layer) -> list[Said]:
    """What is read of a layer, in its order: words, signs with words, pictures."""
    found = [Said((number, index), one) for index, one in enumerate(layer.elements) if is_read(one)]  # type: ignore[arg-type]  # just judged
    return sorted(found, key=lambda said: said.element.order)


def is_read(element: Element) -> bool:
    if isinstance(element, Text):
        return element.role != "artifact" and any(line.strip() for line in element.lines)
    return isinstance(element, Photo) or (isinstance(element, Mark) and bool(element.alt))


def running(said: Sequence[Said], sheet: Sheet) -> Iterator[Node]:
    """Headings, paragraphs and lists as they come; a sign belongs to the words after it."""
    signs: list[Said] = []
    items: Node | None = None
    for one in said:
        if isinstance(one.element, Photo):
            yield _picture(one.element, one.spot, sheet)
        elif not isinstance(one.element, Text) or one.element.alt:
            signs.append(one)
        elif one.element.role == "item":
            items = items or Node("L")
            items.kids.append(Node("LI", [_words("LBody", signs, one, sheet)]))
            signs = []
        else:
            if items is not None:
                yield items
                items = None
            yield _words(_HEADINGS.get(one.element.role, "P"), signs, one, sheet)
            signs = []
    if items is not None:
        yield items
    if signs:
        yield _sentence(signs)


def _words(tag: str, signs: Sequence[Said], one: Said, sheet: Sheet) -> Node:
    """The words, after the signs that belong to them; each part with its own words for what is drawn."""
    told = sheet.alts.get(one.element.about or "") or actual_of(one.element)
    if signs and told:
        return Node(tag, [*map(_sign, signs), Node("Span", [one.spot], actual=told)])
    return Node(tag, [*map(_sign, signs), one.spot], actual=told)


def _sign(one: Said) -> Node:
    """A symbol, or a number in a disc, as the words that it stands for."""
    return Node("Span", [one.spot], actual=f"{one.element.alt}: ")


def _picture(photo: Photo, spot: Spot, sheet: Sheet) -> Node:
    rect, (x, y) = photo.rect, sheet.drawing.layers[spot[0]].origin
    return Node("Figure", [spot], alt=photo.alt, box=rect._replace(x=rect.x + x, y=rect.y + y))


def actual_of(text: Element) -> str:
    """The whole text as it was typed where a word of it is broken, drawn from right to left or no letter of our font;
    else the lines speak for themselves.
    """
    if isinstance(text, Text) and not all(map(_speaks, text.lines)):
        return _UNSEEN.sub("", unbroken(text.lines))
    return ""


def _speaks(line: str) -> bool:
    """Whether programs find in the line, as it is drawn, what is to be said."""
    return not isinstance(line, Hyphenated) and fonts.plain(line)


def blocks(said: Sequence[Said], sheet: Sheet) -> Iterator[list[Node | Spot]]:
    """A block for each thing that the words are about; signs without words are told in one sentence."""
    lonely: list[Said] = []
    before: list[Said] = []
    for about, run in groupby(said, lambda one: one.element.about):
        group = [*before, *run]
        before = []
        if about is None and any(isinstance(one.element, Text) for one in group):
            before = group  # words about nothing in particular belong to what comes after them
            continue
        if all(isinstance(one.element, Mark) for one in group):
            lonely += group
            continue
        if lonely:
            yield [_sentence(lonely)]
            lonely = []
        yield _block(group, sheet)
    if lonely:
        yield [_sentence(lonely)]
    if before:
        yield _block(before, sheet)


def _block(group: Sequence[Said], sheet: Sheet) -> list[Node | Spot]:
    """A card, a note, a label: its paragraphs and pictures, signs before the words they belong to."""
    found: list[Node | Spot] = []
    signs: list[Said] = []
    for one in group:
        if isinstance(one.element, Photo):
            found.append(_picture(one.element, one.spot, sheet))
        elif not isinstance(one.element, Text) or one.element.alt:
            signs.append(one)
        else:
            found.append(_words("P", signs, one, sheet))
            signs = []
    return [*found, _sentence(signs)] if signs else found


def body(block: list[Node | Spot]) -> Node:
    """What holds no more than a paragraph needs none."""
    if len(block) == 1 and isinstance(block[0], Node) and block[0].tag == "P":
        return Node("LBody", block[0].kids, actual=block[0].actual)
    return Node("LBody", block)


def _sentence(signs: Sequence[Said]) -> Node:
    """Signs alone, as one paragraph of their words."""
    words = "; ".join(one.element.alt for one in signs)
    return Node("P", [one.spot for one in signs], actual=f"{words[:1].upper()}{words[1:]}.")
