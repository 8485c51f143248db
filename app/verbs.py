"""What the window's commands do: each a function on the window, by the command's code."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from app import settings
from app.actions import choice
from app.plain import literal
from journeys.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.context import Context
    from app.study_view import StudyView
    from app.window import StudyWindow
    from journeys.edits.edit import Edit

THEME_NAMES = {
    "system": N_("As the system"), "light": N_("Light"), "dark": N_("Dark"), "contrast": N_("High contrast"),
}  # fmt: skip
LANGUAGE_NAMES = {"nl": "Nederlands", "en": "English"}


def commands(window: StudyWindow) -> dict[str, Callable[[], object]]:
    """Code → what it does now. Commands that need a study are only enabled with one."""

    def on_view(act: Callable[[StudyView], object]) -> Callable[[], object]:
        return lambda: act(window.view) if window.view is not None else None

    return {
        "undo": partial(_undo, window), "redo": partial(_redo, window),
        "close": window.close, "quit": _quit,
        "edit": on_view(edit_text),
        "delete": on_view(lambda view: view.map.delete_selected()),
        "study": on_view(lambda view: view.inspect("study", view.session.document.study.id)),
        "zoom_in": on_view(lambda view: view.map.zoom_in()),
        "zoom_out": on_view(lambda view: view.map.zoom_out()),
        "fit": on_view(lambda view: view.map.zoom_to_fit()),
        "actual": on_view(lambda view: view.map.zoom_to(1.0)),
        "zoom_selection": on_view(lambda view: view.map.zoom_to_selection()),
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
        "inspector": on_view(lambda view: _tab(view, 0)), "gaps": on_view(lambda view: _tab(view, 1)),
        "notes": on_view(lambda view: _tab(view, 2)), "next_gap": on_view(next_gap),
        **_elsewhere(window),
    }  # fmt: skip


def _elsewhere(window: StudyWindow) -> dict[str, Callable[[], object]]:
    """Commands that open dialogs or files; their code is loaded when they are used."""

    def from_module(module: str, name: str) -> Callable[[], object]:
        def run() -> object:
            from importlib import import_module

            return getattr(import_module(module), name)(window)

        return run

    where = {
        "new": ("app.dialogs.documents", "new_window"), "open": ("app.dialogs.documents", "ask_open"),
        "save": ("app.dialogs.documents", "save"), "save_as": ("app.dialogs.documents", "ask_save_as"),
        "import": ("app.dialogs.documents", "ask_import"), "export": ("app.dialogs.documents", "ask_export"),
        "poster": ("app.dialogs.poster", "show"), "severity": ("app.dialogs.help", "show_severity"),
        "shortcuts": ("app.dialogs.help", "show_shortcuts"), "about": ("app.dialogs.help", "show_about"),
    }  # fmt: skip
    return {code: from_module(*place) for code, place in where.items()}


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
    what = edit_text(edit, say)
    text = say("Undone: {what}", what=what) if back else say("Redone: {what}", what=what)
    if window.status is not None:
        window.status.showMessage(text, 4000)
    announce(window, text)
    view.select_subjects(edit)


def _quit() -> None:
    """Close every window; each asks what it must ask."""
    for other in QApplication.topLevelWidgets():
        if other.objectName() == "study":
            other.close()


def _toggle(pane: QWidget) -> None:
    pane.setVisible(pane.isHidden())


def _full_screen(window: StudyWindow) -> None:
    if window.isFullScreen():
        window.showNormal()
    else:
        window.showFullScreen()
    window.update_actions()


def next_pane(view: StudyView, direction: int) -> None:
    """Move the focus to the next or previous pane: map, details, personas, journeys, parties."""
    panes: list[QWidget] = [view.map, view.tabs.tabBar(), *_lists(view)]
    shown = [pane for pane in panes if pane.isVisible()]
    here = next((i for i, pane in enumerate(shown) if _holds_focus(view, pane)), -1 if direction > 0 else 0)
    if shown:
        shown[(here + direction) % len(shown)].setFocus()


def _lists(view: StudyView) -> list[QWidget]:
    return [view.sidebar.personas, view.sidebar.journeys, view.sidebar.parties]


def _holds_focus(view: StudyView, pane: QWidget) -> bool:
    holder: QWidget = view.tabs if pane is view.tabs.tabBar() else pane
    focused = QApplication.focusWidget()
    return any(part is focused for part in (holder, *holder.findChildren(QWidget)))


def edit_text(view: StudyView) -> None:
    """The text of what is selected: a step on the map itself, anything else in the inspector."""
    document = view.session.document
    for id_ in view.map.selected():
        if id_ in document.steps:
            view.map.begin_edit(id_)
        elif id_ in document.phases:
            view.inspect("phase", id_, "name")
        else:
            _tab(view, 0)
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
    if any(id_ in view.session.document.steps or id_ in view.session.document.phases for id_ in view.map.selected()):
        _tab(view, 0)
        adder = getattr(view.inspector.currentWidget(), "adder", None)
        if adder is not None:
            adder.focus()
            return
    _tab(view, 2)
    view.notes.focus_new()


def next_gap(view: StudyView) -> None:
    """The next gap in order of severity, shown on the map."""
    gaps = [gap.phase for gap in view.findings.gaps] if view.findings else []
    if not gaps:
        return
    selected = next((id_ for id_ in view.map.selected() if id_ in gaps), None)
    index = gaps.index(selected) + 1 if selected is not None else 0
    _tab(view, 1)
    view.reveal(gaps[index % len(gaps)])


def _selected_phases(view: StudyView) -> list[str]:
    document = view.session.document
    chosen = [document.steps[id_].phase if id_ in document.steps else id_ for id_ in view.map.selected()]
    return [id_ for id_ in chosen if id_ in document.phases]


def _tab(view: StudyView, index: int) -> None:
    view.tabs.show()
    view.tabs.setCurrentIndex(index)


def _persona(view: StudyView) -> str:
    journey = view.session.document.journeys.get(view.context.journey or "")
    return journey.persona if journey else ""


def _delete_journey(view: StudyView) -> None:
    from journeys.edits import journeys

    view.context.do(lambda: journeys.delete(view.session.document, view.context.journey or ""))


def _delete_persona(view: StudyView) -> None:
    from journeys.edits import personas

    view.context.do(lambda: personas.delete(view.session.document, _persona(view)))


# Submenus


def submenus(window: StudyWindow) -> dict[str, Callable[[QMenu], object]]:
    """What fills the submenus at the moment they are opened."""
    return {
        "recent": partial(_fill_recent, window), "theme": partial(_fill_themes, window),
        "size": partial(_fill_sizes, window), "language": partial(_fill_languages, window),
        "journeys": partial(_fill_journeys, window), "copy": partial(_fill_copy, window),
        "personas": partial(_fill_personas, window), "scope": partial(_fill_scopes, window),
    }  # fmt: skip


def _fill_recent(window: StudyWindow, menu: QMenu) -> None:
    for path in settings.recent_files():
        choice(menu, literal(path.name), partial(window.file_wanted.emit, path))
    if menu.isEmpty():
        choice(menu, window.dress.say("No files yet"), lambda: None, enabled=False)


def _fill_themes(window: StudyWindow, menu: QMenu) -> None:
    for theme, name in THEME_NAMES.items():
        choice(
            menu, window.dress.say(name), partial(window.theme_wanted.emit, theme), checked=theme == settings.theme()
        )


def _fill_sizes(window: StudyWindow, menu: QMenu) -> None:
    for size in settings.TEXT_SIZES:
        choice(menu, f"{size} %", partial(window.text_size_wanted.emit, size), checked=size == settings.text_size())


def _fill_languages(window: StudyWindow, menu: QMenu) -> None:
    for code, name in LANGUAGE_NAMES.items():
        choice(
            menu, name, partial(window.language_wanted.emit, code), checked=code == window.dress.say.language
        ).setProperty("foreign", True)


def _fill_journeys(window: StudyWindow, menu: QMenu) -> None:
    view = window.view
    if view is None:
        return
    for journey in view.session.document.journeys.values():
        persona = view.session.document.personas[journey.persona]
        label = f"{persona.name}: {journey.title}"
        choice(menu, literal(label), partial(view.show_journey, journey.id), checked=journey.id == view.context.journey)


def _fill_copy(window: StudyWindow, menu: QMenu) -> None:
    view = window.view
    if view is None or view.context.journey is None:
        return
    for persona in view.session.document.personas.values():
        choice(menu, literal(persona.name), partial(view.sidebar.duplicate, view.context.journey, persona.id))


def _fill_personas(window: StudyWindow, menu: QMenu) -> None:
    view = window.view
    if view is None:
        return
    for persona in sorted(view.session.document.personas.values(), key=lambda p: p.order):
        choice(
            menu, literal(persona.name), partial(view.sidebar.choose_persona, persona.id),
            checked=persona.id == _persona(view),
        )  # fmt: skip


def _fill_scopes(window: StudyWindow, menu: QMenu) -> None:
    view = window.view
    if view is None:
        return
    document, context = view.session.document, view.context
    for party in sorted(document.parties.values(), key=lambda p: (p.kind != "municipality", p.name.casefold())):
        choice(
            menu, literal(party.name),
            partial(_set_scope, context, party.id),
            checked=party.id == document.study.scope,
        )  # fmt: skip


def _set_scope(context: Context, party: str) -> None:
    from journeys.edits import study

    context.do(lambda: study.set_scope(context.document, party))


def map_menu(window: StudyWindow, point: object) -> None:
    """The menu of the map, for what is selected."""
    view, act = window.view, window.actions_by_code
    if view is None or not isinstance(point, QPoint):
        return
    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    codes = (
        ("edit", "note", "delete", "", "step", "phase") if view.map.selected() else ("step", "phase", "note", "", "fit")
    )
    for code in codes:
        if code:
            menu.addAction(act[code])
        else:
            menu.addSeparator()
    menu.popup(view.place_for_menu(point))
