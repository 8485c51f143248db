"""Where dragged cards and notes would come to land, and the edit that this is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF

from app.canvas import columns, wishes
from app.canvas.scale import PX
from journeys.edits import notes, steps, thread
from journeys.edits.notes import Anchor
from journeys.layout.drawing import Rect
from journeys.layout.notes import KINDS
from journeys.model.order import by_order

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.canvas.gestures import Drag
    from app.canvas.view import MapView
    from journeys.edits.edit import Edit
    from journeys.layout.drawing import Target
    from journeys.model.document import Document, Place
    from journeys.model.entities import NoteKind

DROP_REACH: Final = 160.0
"""How far beside a cell cards may be let go, in pixels at 100 %."""
OFF: Final = Rect(-1000.0, -1000.0, 1.0, 1.0)
"""Beside the map, on the parking lot."""
BAR: Final = 1.1
"""Millimetres: the mark between two cards."""
TURNS: Final[dict[str, NoteKind]] = {"needs": "need", "opportunities": "opportunity"}
"""What a note becomes in a lane where its own kind is not shown."""


class Drop(NamedTuple):
    """A place for steps, or something for notes to hang on and the lane they then stand in; `rect` in millimetres."""

    rect: Rect
    place: Place | None = None
    anchor: Anchor | None = None
    lane: str = ""
    before: str | None = None
    """The note before which they come; None is behind all others."""


def find(view: MapView, drag: Drag, point: QPointF) -> Drop | None:
    """What lies there for these to land on; over themselves they stay where they would land."""
    return _for_steps(view, drag, point) if drag.kind == "step" else for_notes(view, drag.ids, point, drag.drop)


def _for_steps(view: MapView, drag: Drag, point: QPointF) -> Drop | None:
    if view.picture.covered().contains(point):
        return None
    found = view.hits.nearest_place(point, DROP_REACH)
    if found is None or found.place is None:
        return None
    if found.part == "cell":
        return Drop(view.hits.free(found).rect, found.place)
    if found.id in drag.ids and not (drag.copies and drag.drop is None):
        return drag.drop
    if found.id not in view.document.steps:
        return drag.drop  # a copy that is only shown yet
    return _beside(found, found.place, after=point.x() > (found.rect.x + found.rect.w / 2) * PX)


def _beside(card: Target, place: Place, *, after: bool) -> Drop:
    """Before the card or after it, by the half of it that is pointed at."""
    r = card.rect
    journey, phase, stage, column, track = place
    x = r.x + r.w + BAR if after else r.x - 2 * BAR
    return Drop(Rect(x, r.y, BAR, r.h), (journey, phase, stage, column + after, track))


def for_notes(view: MapView, ids: Sequence[str], point: QPointF, drop: Drop | None = None) -> Drop | None:
    """What lies there for notes to hang on; over themselves it is what they had before, `drop`."""
    if view.lot is not None and view.lot(QPointF(view.mapFromScene(point))):
        return Drop(OFF, anchor=notes.PARKED)
    target = view.target_at(point)
    if target is None or view.journey is None:
        return None
    if target.id in ids:
        return drop
    if target.id in view.document.steps:
        card = view.hits.main(target.id) or target
        return Drop(card.rect, anchor=Anchor(step=target.id))
    if target.id in view.document.notes:
        return _with_note(view, target, below=point.y() > (target.rect.y + target.rect.h / 2) * PX)
    if target.id in view.document.phases:
        return Drop(target.rect, anchor=Anchor(journey=view.journey, phase=target.id))
    return _in_place(view, target, point)


def _with_note(view: MapView, target: Target, *, below: bool) -> Drop:
    """Before or after another note, where that one hangs, in the same lane."""
    held, r = view.document.notes[target.id], target.rect
    lane = next((lane for lane, kinds in KINDS.items() if held.kind in kinds), "")
    anchor, before = notes.anchor_of(held), target.id
    if below:
        beside = [n for n in view.document.notes.values() if notes.anchor_of(n) == anchor]
        ordered = [n.id for n in sorted(beside, key=by_order)]
        before = next(iter(ordered[ordered.index(target.id) + 1 :]), "")
    y = r.y + r.h + BAR / 2 if below else r.y - BAR * 1.5
    return Drop(Rect(r.x, y, r.w, BAR), anchor=anchor, lane=lane, before=before)


def _in_place(view: MapView, target: Target, point: QPointF) -> Drop | None:
    """In an empty place: under the step of that column, or else in the phase."""
    if target.part != "cell" or target.place is None or view.journey is None:
        return None
    phase = target.place[1]
    card = columns.step_over(view.hits, point.x(), phase)
    lane = view.document.lanes.get(target.id)
    anchor = Anchor(step=card.id) if card is not None else Anchor(journey=view.journey, phase=phase)
    return Drop(columns.narrowed(view.hits, target, point.x()).rect, anchor=anchor, lane=lane.kind if lane else "")


def verb(view: MapView, drag: Drag) -> Callable[[], Edit] | None:
    """The edit of letting go here; None where there is nothing to land on."""
    drop, document = drag.drop, view.document
    if drop is None:
        return None
    if drop.place is not None:
        if drag.copies:
            return partial(steps.duplicate, document, drag.ids, place=drop.place)
        place = drop.place
        return lambda: thread.along(document, steps.move(document, drag.ids, place))
    if drop.anchor is None:
        return None
    return partial(hang, document, drag.ids, drop.anchor, drop.lane, drop.before)


def hang(document: Document, ids: Sequence[str], anchor: Anchor, lane: str, before: str | None = None) -> Edit:
    """Hang notes on something; in a lane for other kinds they become of its kind."""
    turned = [id_ for id_ in ids if lane in TURNS and document.notes[id_].kind not in KINDS[lane]]
    same = [id_ for id_ in ids if id_ not in turned]
    verbs = []
    if same:
        verbs.append(partial(notes.move, notes=same, anchor=anchor, before=before))
    if turned:
        verbs.append(partial(notes.move, notes=turned, anchor=anchor, kind=TURNS[lane], before=before))
    edit = wishes.in_turn(document, *verbs)
    return type(edit)(edit.code, edit.changes, {**edit.words, "n": len(ids)}, tuple(ids))
