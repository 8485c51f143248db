"""What a study's window is made of: which views, panels and strips there are, and how each is made."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

from journeys.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from app.panels.facts import FactsPanel
    from app.study_view import StudyView
    from journeys.model.changes import Key
    from journeys.model.document import Document
    from journeys.model.fields import Kind

SELECTABLE: Final[tuple[Kind, ...]] = ("step", "phase", "note", "link", "persona", "journey", "party")
PANELS: Final = {
    "inspector": N_("Step"), "gaps": N_("Gaps"), "notes": N_("Notes"), "facts": N_("Facts"), "history": N_("History"),
}  # fmt: skip
STRIPS: Final = {
    "quick": ("app.panels.quick_entry", "QuickEntry"),
    "find": ("app.panels.find_bar", "FindBar"),
}  # fmt: skip
"""Strips under the views: (module, class); each is made with the StudyView."""


def views(view: StudyView) -> dict[str, Callable[[], QWidget]]:
    """How the views beside the map are made."""
    return {"table": partial(_table, view), "compare": partial(_compare, view)}


def _table(view: StudyView) -> QWidget:
    from app.table.view import TableView

    made = TableView(view.context)
    made.selection_changed.connect(view.view_selected)
    return made


def _compare(view: StudyView) -> QWidget:
    from app.compare.view import CompareView

    made = CompareView(view.context)
    made.selection_changed.connect(view.view_selected)
    made.journey_wanted.connect(partial(_open, view, None))
    made.phase_wanted.connect(lambda journey, phase: _open(view, phase, journey))
    made.zoom_changed.connect(view.zoomed)
    return made


def _open(view: StudyView, phase: str | None, journey: str) -> None:
    """From a comparison to the map."""
    view.show_journey(journey)
    view.show_view("map")
    if phase is not None:
        view.reveal(phase)


def panels(view: StudyView) -> dict[str, tuple[str, Callable[[], QWidget]]]:
    """The panels at the right: title of the tab, and how the panel is made."""
    makers: dict[str, Callable[[], QWidget]] = {
        "inspector": lambda: view.inspector,
        "gaps": lambda: view.gaps,
        "notes": partial(_notes, view),
        "facts": partial(_facts, view),
        "history": partial(_history, view),
    }
    return {code: (view.context.say(title), makers[code]) for code, title in PANELS.items()}


def _notes(view: StudyView) -> QWidget:
    from app.panels.notes_panel import NotesPanel

    made = NotesPanel(view.context)
    made.place_wanted.connect(partial(_place, view))
    return made


def _place(view: StudyView, kind: str, id_: str) -> None:
    """Where a note of the list hangs, on the map; the list stays."""
    journey = journey_of(view.session.document, kind, id_)
    if journey is not None and journey != view.context.journey:
        view.show_journey(journey)
    view.reveal(id_)


def _facts(view: StudyView) -> QWidget:
    from app.panels.facts import FactsPanel

    made = FactsPanel(view.context)
    made.follow(list(keys(view.session.document, view.map.selected())))
    return made


def facts_follow(view: StudyView, selected: Sequence[Key]) -> None:
    """The facts of the selected phase, once their panel is there."""
    made = view.tabs.made().get("facts")
    if made is not None:
        cast("FactsPanel", made).follow(selected)


def _history(view: StudyView) -> QWidget:
    from app.panels.history_list import HistoryPanel

    made = HistoryPanel(view.context, view.history)
    made.moved.connect(view.select_subjects)
    return made


def strip(view: StudyView, code: str) -> QWidget:
    """A strip that lies under the views."""
    module, name = STRIPS[code]
    made: QWidget = getattr(import_module(module), name)(view)
    return made


def reopen(view: StudyView) -> None:
    """The strips that the user left open."""
    from app.panels import quick_entry

    quick_entry.reopen(view)


def strips_follow(view: StudyView, code: str) -> None:
    """Where nothing can be added to a journey, the strip to add with is away; elsewhere it is as the user left it."""
    if "quick" in view.strips:
        from app.panels import quick_entry

        quick_entry.follow(view, code)


def keys(document: Document, ids: Iterable[str]) -> Iterator[Key]:
    """What these ids stand for; ids of nothing that can be selected are left out."""
    for id_ in ids:
        kind = next((kind for kind in SELECTABLE if document.get((kind, id_)) is not None), None)
        if kind is not None:
            yield (kind, id_)


def journey_of(document: Document, kind: str, id_: str) -> str | None:
    """The journey in which something stands; None where it stands in none."""
    if kind == "step":
        return document.steps[id_].journey
    if kind == "link":
        return document.steps[document.links[id_].source].journey
    if kind == "note":
        note = document.notes[id_]
        return document.steps[note.step].journey if note.step else note.journey
    return document.cells[id_].journey if kind == "cell" else None
