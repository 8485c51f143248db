"""What somebody asks of a poster: which journeys, on what paper, in what words and inks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from journeys.i18n import Words, words
from journeys.poster.paper import Paper, parse_paper

if TYPE_CHECKING:
    import datetime as dt

    from journeys.i18n import Language
    from journeys.model.document import Document
    from journeys.poster.inks import Ink


@dataclass(frozen=True, slots=True)
class Request:
    """A poster to be made. Every choice but the paper has a usual value that suits the study.

    `journeys`: ids in the order of the pages, None = all; `lanes`: ids from top to bottom, also empty ones, None =
    the study's shown lanes that hold something; `margin` in mm; `distance` in mm: from how far it must be readable,
    None = as far as is usual for such paper; `on`: the day to print and to judge by, as posters never follow the clock.
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

    @property
    def sheet(self) -> Paper:
        """Raises UsageError for paper that does not exist."""
        return parse_paper(self.paper, portrait=self.portrait)

    def words(self, document: Document) -> Words:
        """The language that was asked for, else the study's own."""
        return words(self.language or document.study.language)
