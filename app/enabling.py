"""What can be done now: which commands a window offers, which of them are ticked, and what undo and redo would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app import actions as commands
from app import processes, settings
from app.plain import literal, put, tip

if TYPE_CHECKING:
    from app.study_view import StudyView
    from app.window import StudyWindow
    from journeys.edits.edit import Edit


def follow(window: StudyWindow) -> None:
    """Bring every command of the window up to date."""
    actions, view, history = window.actions_by_code, window.view, window.history
    undo, redo = (history.undoable(), history.redoable()) if history else (None, None)
    have = {"": True, "undo": undo is not None, "redo": redo is not None, **_had(view)}
    for command in commands.COMMANDS:
        actions[command.code].setEnabled(have[command.needs])
    if settings.fixed("large"):
        actions["large"].setEnabled(False)
    for code, edit in (("undo", undo), ("redo", redo)):
        _name_undo(window, code, edit)
    for code, ticked in _ticked(window).items():
        actions[code].setChecked(ticked)
    if view is None:
        return
    if window.status is not None:
        window.status.let_zoom(zooms=view.views.zooms)
    if window.room is not None:
        from app.facilitate import signs

        signs.follow(window)


def _had(view: StudyView | None) -> dict[str, bool]:
    """What is there for a command to work on, by what commands need."""
    if view is None:
        return dict.fromkeys(("study", "journey", "zoom", "selection", "step", "notes", "process", "gaps"), False)
    journey, picked = view.context.journey is not None, view.map.picked
    return {
        "study": True,
        "journey": journey,
        "zoom": journey and view.views.zooms,
        "selection": bool(view.map.selected()),
        "step": bool(picked.steps()),
        "notes": bool(picked.notes()),
        "process": processes.is_shown(view),
        "gaps": view.findings is not None and bool(view.findings.gaps),
    }


def _ticked(window: StudyWindow) -> dict[str, bool]:
    """Which commands that can be on are on; without a study those of the study stay as they are."""
    ticked = {"large": settings.large(), "full": window.isFullScreen()}
    view = window.view
    if view is None:
        return ticked
    ticked |= {code: view.views.code == code for code in ("map", "table", "compare", "ecosystem")}
    ticked |= {code: view.context.lens == lens for code, lens in commands.LENSES.items()}
    ticked |= {code: code in view.strips and not view.strips[code].isHidden() for code in ("quick", "parking")}
    return ticked | {
        "left": not view.sidebar.isHidden(),
        "right": not view.tabs.isHidden(),
        "minimap": view.map.minimap_wanted,
        "axis": view.map.choices.get("axis") == "true",
        "lock": view.context.locked,
        "hide_names": view.context.names_hidden,
    }


def _name_undo(window: StudyWindow, code: str, edit: Edit | None) -> None:
    """Undo and redo say what they would do."""
    say, action = window.dress.say, window.actions_by_code[code]
    word = say("&Undo") if code == "undo" else say("&Redo")
    if edit is None:
        put(action, word)
        tip(action, commands.bare(word))
        return
    from journeys.phrases import edit_text

    what = window.shown(edit_text(edit, say))
    put(action, say("{verb}: {what}", verb=word, what=literal(what)))
    tip(action, say("{verb}: {what}", verb=commands.bare(word), what=what))
