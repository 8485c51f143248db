"""What somebody asks of a poster: what is on it, on what paper, in what words and inks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, get_args

from journeys.i18n import Words, words
from journeys.poster.paper import Paper, parse_paper

if TYPE_CHECKING:
    import datetime as dt

    from journeys.i18n import Language
    from journeys.model.document import Document
    from journeys.poster.inks import Ink

Kind = Literal["journey", "compare", "gaps", "personas", "blank", "heartbeat", "report", "ecosystem"]
"""A sheet per journey; personas under each other; all gaps; a card per persona; empty sheets to draw on; a report;
the network of parties."""
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
PAPERS: Final[dict[Kind, str]] = dict.fromkeys(KINDS, "A1") | {"personas": "A4", "heartbeat": "A4", "report": "A4"}
"""What each kind is usually printed on."""
Reading = Literal["lane", "phase"]
OVERLAP_MM: Final = 10.0
BLEED_MM: Final = 3.0


@dataclass(frozen=True, slots=True)
class Request:
    """A poster to be made. Every choice but the paper has a usual value that suits the study.

    `journeys`: ids in the order of the pages, None = all; `lanes`: ids from top to bottom, also empty ones, None =
    the study's shown lanes that hold something; `notes`: the kinds of notes to print, None = all; `findings`: whether
    the gaps are explained beneath the map; `margin` in mm; `distance` in mm: from how far it must be readable,
    None = as far as is usual for such paper; `on`: the day to print and to judge by, as posters never follow the clock.

    For the printer: `bleed` in mm around the trimmed paper, `marks`: crop marks outside it; `tile`: the paper of the
    sheets ("A4", "A3") on which a larger poster is cut up, with `overlap` in mm: they have marks of their own and no
    bleed. `reading`: whether a screen reader hears lane by lane or phase by phase. `link`: an address to print as a
    QR code.

    `parts`: over how many sheets a journey's phases are divided. `distance` changes nothing on the sheets: preflight
    judges by it. `lens`: by what this lens says of the steps their cards are coloured, with a legend; "" is none.
    """

    journeys: tuple[str, ...] | None = None
    paper: str = "A1"
    portrait: bool = False
    language: Language | None = None
    palette: Ink = "print"
    on: dt.date | None = None
    lanes: tuple[str, ...] | None = None
    axis: Literal["equal", "true"] = "equal"
    margin: float | None = None
    distance: float | None = None
    kind: Kind = "journey"
    notes: tuple[str, ...] | None = None
    findings: bool = True
    bleed: float = 0.0
    marks: bool = False
    tile: str | None = None
    overlap: float = OVERLAP_MM
    reading: Reading = "lane"
    link: str = ""
    parts: int = 1
    lens: str = ""

    @property
    def sheet(self) -> Paper:
        """Raises UsageError for paper that does not exist."""
        return parse_paper(self.paper, portrait=self.portrait)

    def words(self, document: Document) -> Words:
        """The language that was asked for, else the study's own."""
        return words(self.language or document.study.language)
