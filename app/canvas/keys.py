"""The keyboard on the map: commands by key and by character; what it does not know goes on to the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from app.canvas import names, wishes
from journeys.edits import steps
from journeys.i18n import N_

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from app.canvas.travel import Heading
    from app.canvas.view import MapView
    from journeys.i18n import Words

Key = Qt.Key
ARROWS: Final[dict[int, Heading]] = {
    Key.Key_Left: "left", Key.Key_Right: "right", Key.Key_Up: "up", Key.Key_Down: "down",
}  # fmt: skip
EMOTIONS: Final = {"1": -2, "2": -1, "3": 0, "4": 1, "5": 2}
NOTES: Final = {
    "need": N_("N: need"), "pain": N_("P: pain point"), "opportunity": N_("O: opportunity"), "idea": N_("I: idea"),
    "question": N_("Q: question"),
}  # fmt: skip
"""Kind of note → its key, which is the first letter in the language of the window, and what it is."""
CHANGES: Final = {"+": 1, "-": -1, "−": -1}
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(view: MapView, event: QKeyEvent) -> bool:
    """Carry out a key; False when it is not one of the map's."""
    held = event.modifiers() & (_CONTROL | _ALT | _SHIFT)
    key = event.key()
    if key == Key.Key_Escape:
        return view.give_up()
    if key == Key.Key_F2:
        return view.writer.rename_here()
    if key in (Key.Key_Delete, Key.Key_Backspace) and not held:
        view.delete_selected()
        return True
    if key == Key.Key_Menu or (key == Key.Key_F10 and held == _SHIFT):
        view.menu_here()
        return True
    if held & _CONTROL and not held & _ALT:
        return _with_control(view, event)
    if key in ARROWS:
        return _arrow(view, ARROWS[key], alt=bool(held & _ALT), extend=bool(held & _SHIFT))
    if key in (Key.Key_Home, Key.Key_End) and not held:
        return _to_end(view, last=key == Key.Key_End)
    return not held & (_CONTROL | _ALT) and _plain(view, event)


def _to_end(view: MapView, *, last: bool) -> bool:
    """To the journey's first or last step."""
    ordered = names.reading_order(view.document, view.journey)
    if ordered:
        view.reveal(ordered[-1 if last else 0].id)
        view.picked.say()
    return bool(ordered)


def _with_control(view: MapView, event: QKeyEvent) -> bool:
    actions = {
        Key.Key_A: view.select_all, Key.Key_0: view.zoom_to_fit, Key.Key_1: lambda: view.zoom_to(1.0),
        Key.Key_2: view.zoom_to_selection, Key.Key_Plus: view.zoom_in, Key.Key_Equal: view.zoom_in,
        Key.Key_Minus: view.zoom_out, Key.Key_L: view.connect_selected,
    }  # fmt: skip
    action = actions.get(Key(event.key()))
    if action is None:
        return False
    action()
    return True


def _arrow(view: MapView, heading: Heading, *, alt: bool, extend: bool) -> bool:
    if not alt:
        view.picked.travel(heading, extend=extend)
        return True
    step = view.picked.step()
    if step is None:
        return False
    if view.do(lambda: steps.nudge(view.document, step, heading), burst=f"nudge {step}"):
        view.picked.say()
    return True


def note_kind(typed: str, say: Words) -> str | None:
    """Which kind of note this letter begins."""
    letter = typed.casefold()
    return next((kind for kind, text in NOTES.items() if letter and say(text)[0].casefold() == letter), None)


def _begin(view: MapView) -> bool:
    """Enter where no step is: write there, or go on at the journey's end."""
    if view.picked.cursor is not None:
        return view.writer.here()
    view.add_step_here()
    return view.editing()


def _plain(view: MapView, event: QKeyEvent) -> bool:
    key, typed, step, chosen = event.key(), event.text(), view.picked.step(), view.picked.steps()
    if key in (Key.Key_Return, Key.Key_Enter):
        return view.writer.next(step) if step is not None else _begin(view)
    if key == Key.Key_Tab:
        return step is not None and view.writer.parallel(step)
    if chosen and typed in EMOTIONS:
        return view.do(lambda: steps.set_emotion(view.document, chosen, EMOTIONS[typed]))
    if chosen and typed in CHANGES:
        return view.do(lambda: wishes.change_emotion(view.document, chosen, CHANGES[typed]))
    if step is not None and (kind := note_kind(typed, view.say)) is not None:
        view.reveal(step)
        view.note_wanted.emit(kind)
        return True
    if typed and typed.isprintable() and typed != " " and view.picked.on_empty_place():
        return view.writer.here(typed)
    return False
