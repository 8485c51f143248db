"""Looks at a finished sheet: what of the journey stands on it, and what does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.layout import gather
from journeys.layout.drawing import Photo, Text
from journeys.layout.notes import KINDS
from journeys.poster.preflight.item import Item

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journeys.layout.drawing import Drawing
    from journeys.model.document import Document
    from journeys.model.entities import Cell, Note, Step
    from journeys.poster.sheet import Sheet

ELLIPSIS: Final = "…"
_STAGES: Final = {"front": "steps", "back": "backstage"}
_WRITTEN: Final = (
    "title", "body", "place", "text", "name", "label", "caption", "quote", "question", "reason", "tagline",
)  # fmt: skip


def texts(drawing: Drawing) -> Iterator[Text]:
    """All words on the sheet."""
    return (element for layer in drawing.layers for element in layer.elements if isinstance(element, Text))


def photos(drawing: Drawing) -> Iterator[Photo]:
    return (element for layer in drawing.layers for element in layer.elements if isinstance(element, Photo))


def subjects(drawing: Drawing) -> frozenset[str]:
    """The ids of everything that stands on the sheet."""
    found = {element.about for layer in drawing.layers for element in layer.elements}
    return frozenset(id_ for id_ in found if id_)


def left_out(document: Document, sheet: Sheet) -> Iterator[Item]:
    """Steps, notes, cells, connections and feelings of this journey that the sheet does not show."""
    stands = subjects(sheet.drawing)
    cards = {target.id for target in sheet.drawing.targets if target.part == "card"}
    steps = {step.id: step for step in document.steps.values() if step.journey == sheet.journey}
    gone = {step.id: _lane_of(document, _STAGES[step.stage]) for step in steps.values() if step.id not in cards}
    yield from _grouped("left_out.steps", sheet, gone)
    notes = (note for note in document.notes.values() if _belongs(note, sheet.journey, steps))
    yield from _grouped(
        "left_out.notes", sheet, {n.id: _lane_of(document, _lane_kind(n)) for n in notes if n.id not in stands}
    )
    cells = [cell for cell in document.cells.values() if cell.journey == sheet.journey and cell.text.strip()]
    shared = {_place(cell, steps) for cell in cells if cell.id in stands}
    yield from _grouped(
        "left_out.cells", sheet,
        {cell.id: cell.lane for cell in cells if cell.id not in stands and _place(cell, steps) not in shared},
    )  # fmt: skip
    links = [
        link.id for link in document.links.values()
        if link.source in steps and link.target in steps and not {link.source, link.target} & gone.keys()
        and link.id not in stands
    ]  # fmt: skip
    if links:
        yield Item("left_out.links", "lost", sheet.journey, tuple(links), {"n": len(links)})
    felt = [step.id for step in steps.values() if step.emotion is not None and step.stage == "front"]
    if felt and not any(layer.lane == "heartbeat" and layer.elements for layer in sheet.drawing.layers):
        lane = _lane_of(document, "heartbeat")
        yield Item("left_out.emotions", "lost", sheet.journey, tuple(felt), {"n": len(felt), "lane": lane})


def _lane_kind(note: Note) -> str:
    return next((lane for lane, kinds in KINDS.items() if note.kind in kinds), "heartbeat")


def _lane_of(document: Document, kind: str) -> str:
    """The id of the lane where such things stand; empty when there is none of that kind."""
    return next((lane.id for lane in gather.lanes(document, tuple(document.lanes)) if lane.kind == kind), "")


def _belongs(note: Note, journey: str, steps: Mapping[str, Step]) -> bool:
    return note.step in steps or (note.step is None and note.journey == journey and note.phase is not None)


def _place(cell: Cell, steps: Mapping[str, Step]) -> tuple[str, str, int | None]:
    """Cells of one column stand together, under the id of the first."""
    step = steps.get(cell.step or "")
    return cell.lane, cell.phase, step.column if step else None


def _grouped(code: str, sheet: Sheet, gone: Mapping[str, str]) -> Iterator[Item]:
    """An item per lane in which they would have stood."""
    by_lane: dict[str, list[str]] = {}
    for id_, lane in gone.items():
        by_lane.setdefault(lane, []).append(id_)
    for lane, ids in by_lane.items():
        yield Item(code, "lost", sheet.journey, tuple(ids), {"n": len(ids), "lane": lane})


def cut(document: Document, sheet: Sheet) -> Iterator[Item]:
    """Words that the sheet shortened: they end in dots that nobody wrote."""
    ids = sorted({
        text.about for text in texts(sheet.drawing)
        if text.about and text.lines[-1:] and text.lines[-1].endswith(ELLIPSIS)
        and not _wrote_dots(document, text.about)
    })  # fmt: skip
    if ids:
        yield Item("text.cut", "lost", sheet.journey, tuple(ids), {"n": len(ids)})


def _wrote_dots(document: Document, id_: str) -> bool:
    """Also within the text: a line may well end there."""
    return any(ELLIPSIS in text for text in words(document, id_))


def words(document: Document, id_: str) -> Iterator[str]:
    """What somebody wrote about this subject, as far as a sheet may show it."""
    entity: object = next((table[id_] for table in document.tables.values() if id_ in table), None)
    image = document.images.get(getattr(entity, "image", None) or "")
    for held in (entity, image):
        yield from (text for field in _WRITTEN if (text := getattr(held, field, "")))
