"""What a study's window is made of: which views, panels and strips there are, and how each is made."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

from app import going
from journeys.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from app.facilitate.parking import ParkingLot
    from app.panels.facts import FactsPanel
    from app.panels.findings.trace_strip import TraceStrip
    from app.panels.question_bar import QuestionBar
    from app.study_view import StudyView
    from journeys.model.changes import Key

PANELS: Final = {
    "inspector": N_("Step"), "gaps": N_("Gaps"), "findings": N_("Findings"), "notes": N_("Notes"), "vote": N_("Votes"),
    "facts": N_("Facts"), "history": N_("History"),
}  # fmt: skip
STRIPS: Final = {
    "quick": ("app.panels.quick_entry", "QuickEntry"),
    "find": ("app.panels.find_bar", "FindBar"),
    "lens": ("app.lens.legend", "LensBar"),
    "trail": ("app.panels.breadcrumb", "Breadcrumb"),
    "trace": ("app.panels.findings.trace_strip", "TraceStrip"),
    "question": ("app.panels.question_bar", "QuestionBar"),
    "snapshot": ("app.snapshots.keeping", "KeepStrip"),
    "parking": ("app.facilitate.parking", "ParkingLot"),
    "timer": ("app.facilitate.timer", "TimerStrip"),
}  # fmt: skip
"""Strips under or above the views: (module, class); each is made with the StudyView."""


def views(view: StudyView) -> dict[str, Callable[[], QWidget]]:
    """How the views beside the map are made."""
    return {
        "table": partial(_table, view), "compare": partial(_compare, view), "ecosystem": partial(_ecosystem, view),
        "snapshots": partial(_snapshots, view),
    }  # fmt: skip


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


def _ecosystem(view: StudyView) -> QWidget:
    from app.ecosystem.view import EcosystemView

    made = EcosystemView(view.context)
    made.selection_changed.connect(view.view_selected)
    made.step_wanted.connect(partial(_open_step, view))
    made.zoom_changed.connect(view.zoomed)
    return made


def _snapshots(view: StudyView) -> QWidget:
    from app.snapshots.view import SnapshotsView

    return SnapshotsView(view)


def _open_step(view: StudyView, step: str) -> None:
    """From the network to the map."""
    view.show_view("map")
    going.to_subject(view, "step", step)


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
        "findings": partial(_findings, view),
        "notes": partial(_notes, view),
        "vote": partial(_vote, view),
        "facts": partial(_facts, view),
        "history": partial(_history, view),
    }
    return {code: (view.context.say(title), makers[code]) for code, title in PANELS.items()}


def _notes(view: StudyView) -> QWidget:
    from app.panels.notes_panel import NotesPanel

    made = NotesPanel(view.context)
    made.place_wanted.connect(partial(going.to_place, view))
    return made


def _vote(view: StudyView) -> QWidget:
    from app.facilitate.voting import VotesPanel

    return VotesPanel(view)


def _findings(view: StudyView) -> QWidget:
    from app.panels.findings.panel import FindingsPanel

    made = FindingsPanel(view.context, view.insights)
    made.lens_wanted.connect(view.show_lens)
    made.place_wanted.connect(partial(going.to_any, view))
    made.outline_wanted.connect(view.outline)
    made.noted.connect(partial(_finish_note, view))
    view.changed.connect(lambda: made.display() if made.isVisible() else None)
    return made


def _finish_note(view: StudyView, note: str) -> None:
    """A note that a finding began: shown where it hangs, its words ready to be changed."""
    going.to_any(view, note)
    if view.views.code == "map":
        view.map.begin_edit(note)


def trace(view: StudyView, title: str, ids: Sequence[str]) -> None:
    """Show what a number was counted from: as a list under the view, and selected on the map."""
    if ids:
        cast("TraceStrip", view.strip("trace")).begin(title, tuple(ids))


def name_findings(view: StudyView) -> None:
    """The tab says how many findings there are about the shown journey and the study."""
    count = len(view.insights.about(view.context.journey))
    title = view.context.say("Findings ({n})", n=count) if view.insights.latest else view.context.say("Findings")
    view.tabs.name("findings", title, count)


def _facts(view: StudyView) -> QWidget:
    from app.panels.facts import FactsPanel

    made = FactsPanel(view.context)
    made.follow(list(going.keys(view.session.document, view.map.selected())))
    return made


def facts_follow(view: StudyView, selected: Sequence[Key]) -> None:
    """The facts of the selected phase, once their panel is there."""
    made = view.tabs.made().get("facts")
    if made is not None:
        cast("FactsPanel", made).follow(selected)


def _history(view: StudyView) -> QWidget:
    from app.panels.history_list import HistoryPanel

    made = HistoryPanel(view.context, view.history)
    made.moved.connect(partial(going.to_edit, view))
    return made


def strip(view: StudyView, code: str) -> QWidget:
    """A strip that lies under the views."""
    module, name = STRIPS[code]
    made: QWidget = getattr(import_module(module), name)(view)
    return made


def ask(view: StudyView) -> None:
    """The question of the shown journey, above the views."""
    cast("QuestionBar", view.strip("question")).display()


def ask_flush(view: StudyView) -> None:
    """Commit what was typed as a question."""
    cast("QuestionBar", view.strips["question"]).flush()


def park_flush(view: StudyView) -> None:
    """Park what was typed and not entered."""
    cast("ParkingLot", view.strips["parking"]).flush()


def reopen(view: StudyView) -> None:
    """The strips that the user left open."""
    from app.panels import quick_entry

    quick_entry.reopen(view)
    if view.session.document.views:
        from app.saved_views import chosen

        chosen.of(view).follow()


def strips_follow(view: StudyView, code: str) -> None:
    """Where nothing can be added to a journey, the strip to add with is away; elsewhere it is as the user left it."""
    if "quick" in view.strips:
        from app.panels import quick_entry

        quick_entry.follow(view, code)
    if "lens" in view.strips:
        from app.lens import colouring

        colouring.show_legend(view)
