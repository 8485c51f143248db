"""What the window's commands do: each a function on the window, by the command's code."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app import going, processes
from app.actions import LENSES
from app.canvas import passing
from app.panes import next_pane

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.panels.findings.panel import FindingsPanel
    from app.study_view import StudyView
    from app.window import StudyWindow
    from journeys.edits.edit import Edit


VIEWS: Final = ("map", "table", "compare", "ecosystem")
PANELS: Final = ("inspector", "gaps", "findings", "notes", "facts", "history")
"""Commands that only show a view, or a panel."""


def commands(window: StudyWindow) -> dict[str, Callable[[], object]]:
    """Code → what it does now. Commands that need a study are only enabled with one."""

    def on_view(act: Callable[[StudyView], object]) -> Callable[[], object]:
        return lambda: act(window.view) if window.view is not None else None

    made: dict[str, Callable[[], object]] = {
        "undo": partial(_undo, window), "redo": partial(_redo, window),
        "close": window.close, "quit": _quit,
        "edit": on_view(edit_text),
        "connect": partial(_connect, window),
        "delete": on_view(lambda view: view.map.delete_selected()),
        "select_all": on_view(lambda view: view.map.select_all()),
        **{code: on_view(partial(_show_view, code=code)) for code in VIEWS},
        **{code: on_view(partial(_show_panel, code=code)) for code in PANELS},
        "axis": on_view(_toggle_axis),
        **{code: on_view(partial(_choose_lens, lens=lens)) for code, lens in LENSES.items()},
        "untangle": on_view(_untangle),
        "process": on_view(processes.go_in), "process_back": on_view(processes.go_back),
        "study": on_view(lambda view: view.inspect("study", view.session.document.study.id)),
        "zoom_in": on_view(lambda view: view.views.zooming.zoom_in()),
        "zoom_out": on_view(lambda view: view.views.zooming.zoom_out()),
        "fit": on_view(_fit),
        "actual": on_view(lambda view: view.views.zooming.zoom_to(1.0)),
        "zoom_selection": on_view(lambda view: passing.followed(view.map, view.map.zoom_to_selection)),
        "left": on_view(lambda view: _toggle(view.sidebar)),
        "right": on_view(lambda view: _toggle(view.tabs)),
        "full": partial(_full_screen, window),
        "next_pane": on_view(lambda view: next_pane(view, 1)),
        "previous_pane": on_view(lambda view: next_pane(view, -1)),
        "step": on_view(lambda view: view.map.add_step_here()),
        "phase": on_view(add_phase), "note": on_view(add_note),
        "add_journey": on_view(lambda view: view.sidebar.add_journey()),
        "desired": on_view(lambda view: view.sidebar.duplicate(view.context.journey or "", None)),
        "journey": on_view(lambda view: view.inspect("journey", view.context.journey or "", "title")),
        "delete_journey": on_view(_delete_journey),
        "add_persona": on_view(lambda view: view.sidebar.add_persona()),
        "persona": on_view(lambda view: view.inspect("persona", _persona(view), "name")),
        "delete_persona": on_view(_delete_persona),
        "next_gap": on_view(next_gap),
        "next_finding": on_view(lambda view: next_finding(view, 1)),
        "previous_finding": on_view(lambda view: next_finding(view, -1)),
        **_elsewhere(window),
    }  # fmt: skip
    return made | {code: _where_shown(window, code, made[code]) for code in OWN}


def _fit(view: StudyView) -> None:
    if view.views.code == "map":
        passing.followed(view.map, view.map.zoom_to_fit)
    else:
        view.views.zooming.zoom_to_fit()


ON_WINDOW: Final = {
    "new": ("app.dialogs.documents", "new_window"), "open": ("app.dialogs.documents", "ask_open"),
    "save": ("app.dialogs.documents", "save"), "save_as": ("app.dialogs.save_as", "ask_save_as"),
    "import": ("app.dialogs.documents", "ask_import"), "export": ("app.dialogs.documents", "ask_export"),
    "branch": ("app.dialogs.branches", "ask"), "merge": ("app.merging", "ask"),
    "portfolio": ("app.portfolio", "show"), "versions": ("app.versions", "show"),
    "local_data": ("app.local_data", "show"), "problem": ("app.report", "show"), "share": ("app.privacy", "share"),
    "privacy": ("app.privacy", "check"),
    "poster": ("app.dialogs.poster", "show"), "print": ("app.dialogs.poster", "print_poster"),
    "scope": ("app.menus", "open_scopes"),
    "severity": ("app.dialogs.help", "show_severity"), "lenses_help": ("app.dialogs.help", "show_lenses"),
    "shortcuts": ("app.dialogs.help", "show_shortcuts"), "about": ("app.dialogs.about", "show"),
    "palette": ("app.palette.box", "show"), "help": ("app.help", "show"), "settings": ("app.dialogs.settings", "show"),
    "present": ("app.present", "present"), "present_here": ("app.present", "present_here"),
    "walk": ("app.present", "walk"), "large": ("app.facilitate.large", "toggle"),
}  # fmt: skip
ON_VIEW: Final = {
    "cut": ("app.clipboard", "cut"), "copy": ("app.clipboard", "copy"), "paste": ("app.clipboard", "paste"),
    "duplicate": ("app.clipboard", "duplicate"),
    "copy_table": ("app.copying", "as_table"), "copy_diagram": ("app.copying", "as_diagram"),
    "copy_picture": ("app.copying", "as_picture"),
    "quick": ("app.panels.quick_entry", "toggle"),
    "find": ("app.panels.find_bar", "find"), "replace": ("app.panels.find_bar", "replace"),
    "find_next": ("app.panels.find_bar", "find_next"), "find_previous": ("app.panels.find_bar", "find_previous"),
    "lanes": ("app.panels.lanes", "show"), "minimap": ("app.canvas.minimap", "toggle"),
    "dates": ("app.panels.real_dates", "show"),
    "save_view": ("app.saved_views", "save"), "saved_views": ("app.saved_views", "manage"),
    "next_view": ("app.saved_views", "forward"), "previous_view": ("app.saved_views", "backward"),
    "present_view": ("app.saved_views", "present_chosen"),
    "timer": ("app.facilitate.timer", "show"), "vote": ("app.facilitate.voting", "show"),
    "parking": ("app.facilitate.parking", "toggle"), "park": ("app.facilitate.parking", "park_selected"),
    "lock": ("app.facilitate.lock", "toggle"),
    "hide_names": ("app.facilitate.names", "toggle"),
    "snapshot": ("app.snapshots", "keep"), "snapshots": ("app.snapshots", "show"),
}  # fmt: skip
"""Commands whose code is loaded when they are used: (module, function of the window or of its StudyView)."""


OWN: Final = ("edit", "delete", "select_all", "step", "cut", "copy", "paste", "duplicate")
"""Commands that a view may do in its own way: the table with its cells."""


def _where_shown(window: StudyWindow, code: str, act: Callable[[], object]) -> Callable[[], object]:
    """The view that is shown does it, if it can; else it is done on the map."""

    def run() -> object:
        own = getattr(window.view.views.widget_shown, "act", None) if window.view is not None else None
        return None if own is not None and own(code) else act()

    return run


def _elsewhere(window: StudyWindow) -> dict[str, Callable[[], object]]:
    def from_module(module: str, name: str, on: Callable[[], object]) -> Callable[[], object]:
        def run() -> object:
            target = on()
            return None if target is None else getattr(import_module(module), name)(target)

        return run

    return {
        **{code: from_module(*place, lambda: window) for code, place in ON_WINDOW.items()},
        **{code: from_module(*place, lambda: window.view) for code, place in ON_VIEW.items()},
    }


def _show_view(view: StudyView, code: str) -> None:
    view.show_view(code)


def _show_panel(view: StudyView, code: str) -> None:
    view.tabs.show_panel(code)


def _undo(window: StudyWindow) -> None:
    _and_show(window, back=True)


def _redo(window: StudyWindow) -> None:
    _and_show(window, back=False)


def _and_show(window: StudyWindow, *, back: bool) -> None:
    """Undo or redo, say so, and show where it happened."""
    from app.panels.message_bar import announce
    from journeys.phrases import edit_text

    history, view, say = window.history, window.view, window.dress.say
    if history is None or view is None:
        return
    view.flush()
    edit = history.undoable() if back else history.redoable()
    if edit is None:
        return
    if back:
        history.undo()
    else:
        history.redo()
    what = view.session.shown(edit_text(edit, say))
    text = say("Undone: {what}", what=what) if back else say("Redone: {what}", what=what)
    if window.status is not None:
        window.status.showMessage(text, 4000)
    announce(window, text)
    going.to_edit(view, edit)


def _connect(window: StudyWindow) -> None:
    from app import menus

    menus.connect(window)


def _quit() -> None:
    """Close every window; each asks what it must ask."""
    for other in QApplication.topLevelWidgets():
        if other.objectName() == "study":
            other.close()


def _untangle(view: StudyView) -> None:
    """Let fewer lines cross, and say so when none could be spared."""
    from journeys.edits import tidy

    edit = tidy.untangle(view.session.document, view.context.journey or "")
    if not view.context.do(lambda: edit) and not edit:
        view.bar.tell(view.context.say("No fewer lines can be made to cross."))


def _toggle_axis(view: StudyView) -> None:
    if view.views.code != "map":
        view.show_view("map")
    true = view.map.choices.get("axis") == "true"
    view.map.set_choices(axis="equal" if true else "true")
    view.changed.emit()


def _choose_lens(view: StudyView, lens: str | None) -> None:
    """On the map; the lens that is on goes off."""
    if lens is not None and view.views.code != "map":
        view.show_view("map")
    view.show_lens(None if lens == view.context.lens else lens)


def _toggle(pane: QWidget) -> None:
    pane.setVisible(pane.isHidden())


def _full_screen(window: StudyWindow) -> None:
    window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)  # what was maximised is so again
    window.update_actions()


def edit_text(view: StudyView) -> None:
    """The text of what is selected: a step on the map itself, anything else in the inspector."""
    document = view.session.document
    for id_ in view.map.selected():
        if id_ in document.steps:
            view.map.begin_edit(id_)
        elif id_ in document.phases:
            view.inspect("phase", id_, "name")
        elif id_ in document.notes:
            view.inspect("note", id_, "text")
        elif id_ in document.links:
            view.inspect("link", id_, "label")
        else:
            view.tabs.show_panel("inspector")
        return


def add_phase(view: StudyView) -> None:
    """A new phase after the selected one (or the selected step's), else at the end; its name ready to be typed."""
    from journeys.edits import phases

    document, made = view.session.document, list[str]()
    after = next(iter(_selected_phases(view)), None)

    def verb() -> Edit:
        edit = phases.add(document, view.context.say("New phase"), after=after)
        made.extend(edit.subjects)
        return edit

    if view.context.do(verb):
        view.reveal(made[0])
        view.inspect("phase", made[0], "name")


def add_note(view: StudyView) -> None:
    """The cursor in the line for a new note: on the selected step or phase, else a parked one."""
    document = view.session.document
    if any(id_ in document.steps or id_ in document.phases for id_ in view.map.selected()) and view.write_note():
        return
    view.tabs.show_panel("notes")
    view.notes.focus_new()


def next_gap(view: StudyView) -> None:
    """The next gap in order of severity, shown on the map."""
    gaps = [gap.phase for gap in view.findings.gaps] if view.findings else []
    if not gaps:
        return
    selected = next((id_ for id_ in view.map.selected() if id_ in gaps), None)
    index = gaps.index(selected) + 1 if selected is not None else 0
    view.tabs.show_panel("gaps")
    view.reveal(gaps[index % len(gaps)])


def next_finding(view: StudyView, direction: int) -> None:
    """The next or previous finding, its card in view and what it is about on the map."""
    view.tabs.show_panel("findings")
    cast("FindingsPanel", view.tabs.panel("findings")).go(direction)


def _selected_phases(view: StudyView) -> list[str]:
    document = view.session.document
    chosen = [document.steps[id_].phase if id_ in document.steps else id_ for id_ in view.map.selected()]
    return [id_ for id_ in chosen if id_ in document.phases]


def _persona(view: StudyView) -> str:
    journey = view.session.document.journeys.get(view.context.journey or "")
    return journey.persona if journey else ""


def _delete_journey(view: StudyView) -> None:
    from journeys.edits import journeys

    view.context.do(lambda: journeys.delete(view.session.document, view.context.journey or ""))


def _delete_persona(view: StudyView) -> None:
    from journeys.edits import personas

    view.context.do(lambda: personas.delete(view.session.document, _persona(view)))
