"""What was asked of the last poster, kept between runs: choices and ids, never a word of the study."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from app import settings
from journeys.errors import UsageError
from journeys.i18n import LANGUAGES
from journeys.poster.inks import INKS
from journeys.poster.limits import most_parts
from journeys.poster.paper import parse_paper
from journeys.poster.request import KINDS, PAPERS, Request

if TYPE_CHECKING:
    from app.dialogs.poster.journeys_choice import Which
    from journeys.model.document import Document
    from journeys.poster.request import Kind

EVERYWHERE: Final = ("palette", "axis", "findings", "margin", "distance", "overlap", "reading")
"""What holds for the next poster too, of whatever study."""
OF_STUDY: Final = ("kind", "journeys", "language", "lanes", "notes", "parts")
_TAKES: Final[dict[str, Any]] = {
    "palette": INKS, "axis": ("equal", "true"), "findings": (True, False), "marks": (True, False),
    "reading": ("lane", "phase"), "kind": KINDS, "language": (None, *LANGUAGES), "tile": (None, "A4", "A3"),
    "portrait": (True, False),
}  # fmt: skip


class Printed(NamedTuple):
    """What each kind of poster is printed on, in its own way."""

    paper: str
    portrait: bool
    tile: str | None = None
    bleed: float = 0.0
    marks: bool = False


def printed(request: Request) -> Printed:
    """What this request is printed on."""
    return Printed(request.paper, request.portrait, request.tile, request.bleed, request.marks)


@dataclass
class Asked:
    """A request, which journeys it means, and what was asked of other kinds."""

    request: Request
    which: Which
    papers: dict[Kind, Printed] = field(default_factory=dict)

    def paper(self, kind: Kind) -> Printed:
        """What this kind was last printed on."""
        return self.papers.get(kind, Printed(PAPERS[kind], kind in ("personas", "heartbeat", "report")))


def last(document: Document) -> Asked:
    """As it was left, as far as it still fits this study."""
    everywhere, of_study = _read("last"), _read(f"study-{document.study.id}")
    held = {name: everywhere[name] for name in EVERYWHERE if _fits(name, everywhere)}
    held |= {name: of_study[name] for name in ("kind", "language") if _fits(name, of_study)}
    parts = of_study.get("parts")
    if isinstance(parts, int) and not isinstance(parts, bool):
        held["parts"] = min(max(parts, 1), most_parts(document))
    held["lanes"] = _ids(of_study.get("lanes"), document.lanes)
    held["notes"] = _ids(of_study.get("notes"), None)
    kind = held.get("kind", "journey")
    ticked = _ids(of_study.get("journeys"), document.journeys)
    asked = Asked(Request(journeys=ticked), _which(kind, of_study.get("which"), ticked))
    for known in KINDS:
        if paper := _printed(everywhere.get(f"paper-{known}")):
            asked.papers[known] = paper
    asked.request = replace(asked.request, **held, **asked.paper(kind)._asdict())
    return asked


def keep(document: Document, asked: Asked) -> None:
    """For the next time."""
    request = asked.request
    told: dict[str, object] = {name: getattr(request, name) for name in EVERYWHERE}
    papers = asked.papers | {request.kind: printed(request)}
    told |= {f"paper-{kind}": paper for kind, paper in papers.items()}
    settings.set_poster("last", json.dumps(told))
    of_study: dict[str, object] = {name: getattr(request, name) for name in OF_STUDY}
    settings.set_poster(f"study-{document.study.id}", json.dumps(of_study | {"which": asked.which}))


def usual(kind: Kind) -> Which:
    """Which journeys a kind begins with."""
    from app.dialogs.poster.suited import OF_ONE

    return "one" if kind in OF_ONE else "all"


def _which(kind: Kind, held: object, ticked: tuple[str, ...] | None) -> Which:
    if held == "some" and ticked:
        return "some"
    return held if held in ("one", "all") else usual(kind)


def _read(part: str) -> dict[str, Any]:
    try:
        found = json.loads(settings.poster(part) or "{}")
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _fits(name: str, held: dict[str, Any]) -> bool:
    if name not in held:
        return False
    value = held[name]
    if name in _TAKES:
        return any(value is known or (isinstance(value, str) and value == known) for known in _TAKES[name])
    most = {"margin": 200, "distance": 20_000, "bleed": 20, "overlap": 50}[name]
    empty = value is None and name in ("margin", "distance")
    return empty or (isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= most)


def _ids(held: object, known: Any) -> tuple[str, ...] | None:
    if not isinstance(held, list):
        return None
    found = tuple(id_ for id_ in held if isinstance(id_, str) and (known is None or id_ in known))
    return found or None


def _printed(held: object) -> Printed | None:
    """What was kept, when all of it makes sense."""
    if not isinstance(held, list) or len(held) != len(Printed._fields):
        return None
    told = dict(zip(Printed._fields, held, strict=True))
    fits = all(_fits(name, told) for name in ("portrait", "tile", "bleed", "marks"))
    return Printed(*held) if fits and _is_paper(held[0]) else None


def _is_paper(written: object) -> bool:
    try:
        parse_paper(str(written))
    except UsageError:
        return False
    return True
