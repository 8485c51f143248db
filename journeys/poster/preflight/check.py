"""What somebody should know before this is printed: what is left out, too small, too coarse, stale or private."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from journeys.analysis import privacy
from journeys.layout.prospect import empty_lanes
from journeys.poster.pages import USUAL, laid_out
from journeys.poster.preflight import legible, letters, printed
from journeys.poster.preflight.item import Item
from journeys.poster.preflight.tiled import tiled
from journeys.poster.sheet import unwatched

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from journeys.model.document import Document
    from journeys.poster.request import Request
    from journeys.poster.sheet import Sheet, Watch

WEIGHTS: Final = ("lost", "poor", "known")


def preflight(
    document: Document, request: Request = USUAL, images: Mapping[str, bytes] | None = None,
    today: dt.date | None = None,
) -> list[Item]:  # fmt: skip
    """Everything to know of this poster, the worst first; dates are judged by `today`, else by the day it prints.

    Raises UsageError as printing it would.
    """
    return of_sheets(document, request, laid_out(document, request), images or {}, today)


def of_sheets(
    document: Document, request: Request, made: Sequence[Sheet], images: Mapping[str, bytes],
    today: dt.date | None = None, watch: Watch = unwatched,
) -> list[Item]:  # fmt: skip
    """The same of sheets that are laid out already; what `watch` raises stops it."""
    day, sheets = today or request.on, list(_together(made))
    found: list[Item] = []
    for index, sheet in enumerate(sheets):
        for items in _of_sheet(document, request, sheet, images, day):
            watch(index / len(sheets))
            found += items
    found += [*_of_study(document, request, made, day), *tiled(made, request)]
    return sorted(found, key=lambda item: WEIGHTS.index(item.weight))


def lost(items: Iterable[Item]) -> list[Item]:
    """Those that say that something does not reach the paper."""
    return [item for item in items if item.weight == "lost"]


def _together(made: Sequence[Sheet]) -> Iterator[Sheet]:
    """The pages of one journey, or of what is about several, looked at as one."""
    pages: dict[str, list[Sheet]] = {}
    for sheet in made:
        pages.setdefault(sheet.journey, []).append(sheet)
    for first, *more in pages.values():
        layers = tuple(layer for sheet in (first, *more) for layer in sheet.drawing.layers)
        faces = tuple(face for sheet in (first, *more) for face in sheet.portraits)
        yield replace(first, drawing=first.drawing._replace(layers=layers), portraits=faces) if more else first


def _of_sheet(
    document: Document, request: Request, sheet: Sheet, images: Mapping[str, bytes], day: dt.date | None
) -> Iterator[Iterable[Item]]:  # fmt: skip
    """Part by part, each of them as far as it is asked for."""
    yield printed.cut(document, sheet)
    yield letters.characters(sheet)
    yield legible.pictures(document, sheet, images)
    yield legible.type_sizes(document, sheet, request)
    yield _private(document, sheet, day)
    if request.kind == "journey":
        yield _asked_for(printed.left_out(document, sheet), document, request, sheet.journey)
        yield _unfinished(document, request, sheet)
        yield _in_bands(sheet)


def _in_bands(sheet: Sheet) -> Iterator[Item]:
    bands = {layer.name.split("/")[0] for layer in sheet.drawing.layers if layer.name[:1].isdigit()}
    if len(bands) > 1:
        yield Item("sheet.bands", "known", sheet.journey, values={"n": len(bands)})


def _asked_for(items: Iterable[Item], document: Document, request: Request, journey: str) -> Iterator[Item]:
    """What is missing because somebody chose other lanes or notes is no loss: it is counted, in one item."""
    chosen: list[str] = []
    for item in items:
        lane = item.values.get("lane")
        if request.lanes is not None and lane not in request.lanes:
            chosen += item.subjects
        elif item.code == "left_out.notes" and request.notes is not None:
            gone = [id_ for id_ in item.subjects if document.notes[id_].kind in request.notes]
            chosen += [id_ for id_ in item.subjects if id_ not in gone]
            if gone:
                yield replace(item, subjects=tuple(gone), values={**item.values, "n": len(gone)})
        else:
            yield item
    if chosen:
        yield Item("left_out.chosen", "known", journey, tuple(chosen), {"n": len(chosen)})


def _unfinished(document: Document, request: Request, sheet: Sheet) -> Iterator[Item]:
    """Steps without words, which are printed as new ones; and lanes that are not printed because they are empty."""
    bare = tuple(
        step.id for step in document.steps.values()
        if step.journey == sheet.journey and not step.title.strip() and not step.body.strip()
    )  # fmt: skip
    if bare:
        yield Item("step.untitled", "poor", sheet.journey, bare, {"n": len(bare)})
    empty = () if request.lanes else tuple(lane.id for lane in empty_lanes(document, sheet.journey))
    if empty:
        yield Item("lane.empty", "known", sheet.journey, empty, {"n": len(empty)})


def _private(document: Document, sheet: Sheet, day: dt.date | None) -> Iterator[Item]:
    """Real people, and what looks like data of theirs."""
    for id_ in dict.fromkeys(face.persona for face in sheet.portraits):
        persona = document.personas[id_]
        if persona.privacy == "real":
            past = persona.consent_until is not None and day is not None and persona.consent_until < day
            yield Item("consent.past" if past else "persona.real", "poor", sheet.journey, (id_,))
    looker = privacy.Looker(document)
    found: dict[str, dict[str, None]] = {}
    for id_ in sorted(printed.subjects(sheet.drawing)):
        shown = set(printed.words(document, id_))
        for remark in looker.about(id_):
            if remark.place.text in shown:
                found.setdefault(remark.code, {})[id_] = None
    for code, ids in sorted(found.items()):
        yield Item(code, "poor", sheet.journey, tuple(ids), {"n": len(ids)})


def _of_study(
    document: Document, request: Request, made: Sequence[Sheet], day: dt.date | None
) -> Iterator[Item]:  # fmt: skip
    """What is the same for all sheets: dates that have passed, notes without a place, processes without a sheet."""
    study = document.study
    if day and study.expires_on and study.expires_on < day:
        yield Item("study.expired", "poor", values={"on": study.expires_on.isoformat()})
    if day and study.review_on and study.review_on < day:
        yield Item("review.past", "poor", values={"on": study.review_on.isoformat()})
    if request.kind != "journey":
        return
    parked = tuple(note.id for note in document.notes.values() if not (note.step or note.journey or note.persona))
    if parked:
        yield Item("note.parked", "known", subjects=parked, values={"n": len(parked)})
    shown = {sheet.journey for sheet in made}
    behind = tuple(
        other.id for other in document.journeys.values()
        if other.id not in shown and (step := document.steps.get(other.parent_step or "")) and step.journey in shown
    )  # fmt: skip
    if behind:
        yield Item("journey.behind", "known", subjects=behind, values={"n": len(behind)})
