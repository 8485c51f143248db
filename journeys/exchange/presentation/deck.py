"""The presentation itself: its pages, its master, what it is called, and its bytes, the same for the same study."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from journeys.exchange.presentation import theme
from journeys.i18n import TONGUES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from _typeshed import ReadableBuffer as Buffer

    from journeys.exchange.presentation.telling import Telling

W: Final = 12_192_000 / 36_000
H: Final = 190.5
"""Of a slide in millimetres: 16 to 9, as the stage of presenting."""
SIDE: Final = 14.0
ROOM: Final = W - 2 * SIDE
BOTTOM: Final = 180.0
"""Where the words of a slide end; its number stands below."""
EMU: Final = 36_000
"""Of PowerPoint's units in a millimetre."""
EPOCH: Final = (1980, 1, 1, 0, 0, 0)


def _unwatched(_share: float) -> None:
    return


@dataclass
class Deck:
    """`file` is python-pptx's presentation; `tongues`: the tag of our words and that of the study's own."""

    file: Any
    colours: Mapping[str, str]
    tongues: tuple[str, str]
    sections: list[tuple[str, list[int]]] = field(default_factory=list)
    """Names of parts with the ids of their slides, in order."""
    share: float = 0.0
    watch: Callable[[float], None] = _unwatched
    """How much is made, and who is told so with every slide; it raises where nobody waits any more."""


@dataclass(frozen=True)
class Page:
    """One slide of a deck."""

    deck: Deck
    slide: Any

    @property
    def shapes(self) -> Any:
        return self.slide.shapes


def begun(told: Telling) -> Deck:
    """An empty presentation in our look."""
    from pptx import Presentation
    from pptx.util import Emu

    file = Presentation()
    file.slide_width, file.slide_height = Emu(12_192_000), Emu(6_858_000)
    theme.dress(file, told.say)
    study = told.document.study
    properties = file.core_properties
    properties.title, properties.author, properties.last_modified_by = _clean(study.title), "", ""
    properties.comments, properties.keywords, properties.subject = "", "", ""
    properties.created = properties.modified = dt.datetime(2000, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)
    tongues = TONGUES[told.say.language].tags[study.country], TONGUES[study.language].tags[study.country]
    properties.language = tongues[0]
    return Deck(file, told.colours, tongues, watch=told.wanted.watch)


def section(deck: Deck, name: str) -> None:
    """What follows belongs together in the list of slides."""
    deck.sections.append((_clean(name), []))


def page(deck: Deck, *, title: bool = False) -> Page:
    """A new slide with a title to fill in, and its number."""
    deck.watch(deck.share)
    layouts = deck.file.slide_layouts
    slide = deck.file.slides.add_slide(layouts[0 if title else 1])
    slide.shapes.turbo_add_enabled = True  # numbers are counted, not looked for among all shapes each time
    if not deck.sections:
        section(deck, deck.file.core_properties.title)
    deck.sections[-1][1].append(slide.slide_id)
    return Page(deck, slide)


def number(page: Page) -> None:
    """The slide's number, last in reading order."""
    slide = page.slide
    found = [shape for shape in slide.slide_layout.placeholders if shape.placeholder_format.type == 13]
    for holder in found:
        element = deepcopy(holder.element)
        ids = [int(each) for each in slide.shapes.element.xpath(".//p:cNvPr/@id")]
        element.nvSpPr.cNvPr.set("id", str(max(ids) + 1))
        slide.shapes.element.append(element)


def spoken(page: Page, words: str) -> None:
    """What the presenter may say, on the page of notes; and the number, as this is what ends a slide."""
    number(page)
    if not words.strip():
        return
    notes = page.slide.notes_slide
    frame = notes.notes_text_frame
    if frame is not None:
        frame.text = _clean(words)
        for run in frame._txBody.xpath(".//a:rPr"):  # noqa: SLF001 - python-pptx has no way to the runs of all paragraphs
            run.set("lang", page.deck.tongues[1])


def _clean(text: str) -> str:
    from journeys.exchange.presentation.shapes import clean

    return clean(text)


def ended(deck: Deck, told: Telling) -> bytes:
    """Its bytes: no clock, no thumbnail of somebody else's, our theme."""
    theme.sections(deck.file, deck.sections)
    buffer = _Asking(lambda: deck.watch(deck.share))
    deck.file.save(buffer)
    packed = io.BytesIO()
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        items = source.infolist()
        for item in told.wanted.part(deck.share, 1.0).watched(items, len(items)):
            info = zipfile.ZipInfo(item.filename, EPOCH)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            target.writestr(info, theme.part(item.filename, source.read(item), told.colours, len(deck.file.slides)))
    told.wanted.watch(1.0)
    return packed.getvalue()


class _Asking(io.BytesIO):
    """A file that somebody waits for: with each piece of it they may end it."""

    def __init__(self, ask: Callable[[], None]) -> None:
        super().__init__()
        self._ask = ask

    def write(self, piece: Buffer, /) -> int:
        self._ask()
        return super().write(piece)
