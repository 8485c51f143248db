"""What is on the screen as a view would remember it; and the screen made as a view remembers it, in one go."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent

from app.saved_views import place
from journeys.analysis.finding import known
from journeys.analysis.variants import pairs
from journeys.edits.lanes import in_order
from journeys.edits.views import Seen, Shown, seen_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.compare.view import CompareView
    from app.ecosystem.view import EcosystemView
    from app.study_view import StudyView
    from journeys.model.document import Document
    from journeys.model.entities import View

LEAST, MOST = 10, 400
SHOWN = ("map", "table", "compare", "ecosystem")
"""What a view can remember: snapshots are no way to look at the study as it is."""


def usual_lanes(document: Document) -> tuple[str, ...]:
    """The lanes that the study shows, from top to bottom."""
    return tuple(lane.id for lane in in_order(document) if lane.shown)


def seen_on(view: StudyView) -> Seen:
    """What is shown now."""
    shown = view.map
    code = cast("Shown", view.views.code if view.views.code in SHOWN else "map")
    lanes = shown.choices.get("lanes") or usual_lanes(view.session.document)
    zoom = _zoom(view)
    begins = place.first_phase(shown) if code == "map" and zoom is not None else None
    return Seen(
        _journeys(view), tuple(lanes), view.context.lens, shown.choices.get("axis", "equal"), code, zoom, begins
    )


def _zoom(view: StudyView) -> int | None:
    """In percent; None where the whole is in view, and in the table, which has no zoom."""
    if not view.views.zooms or view.views.zooming.fitted:
        return None
    return max(LEAST, min(MOST, round(view.views.zooming.zoom * 100)))


def _journeys(view: StudyView) -> tuple[str, ...]:
    document, journey = view.session.document, view.context.journey
    if view.views.code == "compare":
        held = cast("CompareView", view.views.widget_shown)
        if held.choice.mode == "variants":
            return held.choice.pair or ()
        return tuple(filter(None, held.shown.journeys)) if held.shown is not None else ()
    if view.views.code == "ecosystem":
        from journeys.analysis.scene import scene

        return tuple(cast("EcosystemView", view.views.widget_shown).choice.journeys(scene(document), journey))
    return (journey,) if journey is not None else ()


def expected(view: StudyView, saved: View) -> Seen:
    """What the screen shows when it shows this view: what is gone from the study is not looked for."""
    document, seen = view.session.document, seen_in(saved)
    journeys = tuple(id_ for id_ in seen.journeys if id_ in document.journeys)
    lanes = tuple(id_ for id_ in seen.lanes if id_ in document.lanes)
    if seen.shown in ("map", "table"):
        journeys = journeys[:1]
    return replace(
        seen, journeys=journeys or _journeys(view), lanes=lanes or usual_lanes(document), lens=known(seen.lens)
    )


def shows(view: StudyView, saved: View) -> bool:
    """Whether the screen is as this view remembers it."""
    now, wanted = seen_on(view), expected(view, saved)
    if now.shown == "map" and now.zoom is not None and wanted.phase is not None:  # the last phases cannot come first
        wanted = replace(wanted, phase=place.first_phase(view.map, place.scrolled_to(view.map, wanted.phase)))
    if now.zoom is None or wanted.shown != "map":
        wanted = replace(wanted, phase=now.phase)
    if now.zoom is not None and wanted.zoom is not None and abs(now.zoom - wanted.zoom) <= 1:
        wanted = replace(wanted, zoom=now.zoom)
    return now == wanted


def hold_whole(view: StudyView) -> None:
    """A view of the whole stays one, also when a panel makes the map so small that nobody would choose it."""
    if view.views.zooms and view.views.zooming.fitted:
        view.views.zooming.zoom_to_fit()


def keeping_journeys(saved: View, now: Seen) -> Seen:
    """What is shown, and the other journeys that the view is about as long as the one on the map is one of them."""
    alike = now.shown == saved.shown and now.shown in ("map", "table") and set(now.journeys) <= set(saved.journeys)
    others = [id_ for id_ in saved.journeys if id_ not in now.journeys] if alike else []
    return replace(now, journeys=(*now.journeys, *others))


def show(view: StudyView, saved: View) -> None:
    """Show all of it at once. Nothing in the study changes: its lanes are as they were."""
    view.flush()
    wanted = expected(view, saved)
    focused: QWidget | None = view.focusWidget()
    view.views.setUpdatesEnabled(False)
    try:
        _choose(view, saved, wanted)
        _settle()
        _zoom_to(view, wanted)
    finally:
        view.views.setUpdatesEnabled(True)
    if focused is None or not focused.isVisible():
        view.views.widget_shown.setFocus()
    view.changed.emit()


def _choose(view: StudyView, saved: View, wanted: Seen) -> None:
    document = view.session.document
    lanes = None if wanted.lanes == usual_lanes(document) else wanted.lanes
    view.map.set_choices(axis=wanted.axis, lanes=lanes)
    held = [id_ for id_ in saved.journeys if id_ in document.journeys]
    if (
        held
        and (view.context.journey not in held or wanted.shown in ("map", "table"))
        and (view.context.journey != held[0])
    ):
        view.show_journey(held[0])
    if wanted.lens != view.context.lens:
        view.show_lens(wanted.lens)
    if wanted.shown != view.views.code:
        view.views.show_view(wanted.shown)
    if held and wanted.shown == "compare":
        _compare(cast("CompareView", view.views.widget_shown), document, held)
    elif held and wanted.shown == "ecosystem":
        net = cast("EcosystemView", view.views.widget_shown)
        variant = document.journeys[held[0]].variant
        net.choice = replace(net.choice, whose="all" if len(held) > 1 else "journey", variant=variant)
        net.display()


def _compare(board: CompareView, document: Document, journeys: Sequence[str]) -> None:
    choice = board.choice
    if tuple(journeys) in pairs(document):
        choice.mode, choice.pair = "variants", (journeys[0], journeys[1])
    else:
        variant = document.journeys[journeys[0]].variant
        chosen = frozenset(document.journeys[id_].persona for id_ in journeys)
        everybody = {one.persona for one in document.journeys.values() if one.variant == variant} <= chosen
        choice.mode, choice.variant, choice.personas = "personas", variant, None if everybody else chosen
    board.display()


def _settle() -> None:
    """A view that was made just now has its size before anything is zoomed."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def _zoom_to(view: StudyView, wanted: Seen) -> None:
    if not view.views.zooms:
        return
    if wanted.zoom is None:
        view.views.zooming.zoom_to_fit()
    else:
        view.views.zooming.zoom_to(wanted.zoom / 100)
        if wanted.shown == "map":
            place.begin_at(view.map, wanted.phase)
