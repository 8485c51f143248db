"""The keyboard on the map: commands by key and by character; what it does not know goes on to the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.canvas import names, wishes
from journeys.edits import notes, phases, steps
from journeys.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QInputMethodEvent, QKeyEvent

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
COMMANDS: Final = {Key.Key_C: "copy", Key.Key_X: "cut", Key.Key_V: "paste", Key.Key_D: "duplicate"}
THROUGH: Final = {Key.Key_Down: "process", Key.Key_Up: "process_back"}
"""With Ctrl, into the process behind a step and back to the step."""
LINE: Final = N_("L: line")
"""The key that goes from a step to its connections, as NOTES has them."""
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(view: MapView, event: QKeyEvent) -> bool:
    """Carry out a key; False when it is not one of the map's."""
    held = event.modifiers() & (_CONTROL | _ALT | _SHIFT)
    key = event.key()
    if _vote(view, event):
        return True
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


def composed(view: MapView, event: QInputMethodEvent) -> bool:
    """What an input method or a dead key makes: in an empty place it is written there, as a letter would be."""
    words = event.commitString() or event.preeditString()
    if words.isspace() or not words or not view.picked.on_empty_place() or not view.writer.here():
        return False
    return QApplication.sendEvent(view.writer.editor, event) if view.writer.editor is not None else False


def _vote(view: MapView, event: QKeyEvent) -> bool:
    """While votes are cast, on a note: Enter and + give one, − and Shift+Enter take one back."""
    here = view.picked.cursor
    enter = event.key() in (Key.Key_Return, Key.Key_Enter)
    if view.tap is None or here is None or not (enter or event.text() in CHANGES):
        return False
    back = CHANGES.get(event.text(), 1) < 0 or (enter and bool(event.modifiers() & _SHIFT))
    return view.tap(here.id, back)


def _to_end(view: MapView, *, last: bool) -> bool:
    """To the journey's first or last step."""
    ordered = names.reading_order(view.document, view.journey)
    if ordered:
        view.reveal(ordered[-1 if last else 0].id)
        view.picked.say()
    return bool(ordered)


def _with_control(view: MapView, event: QKeyEvent) -> bool:
    actions: dict[int, Callable[[], object]] = {
        Key.Key_A: view.select_all, Key.Key_0: view.zoom_to_fit, Key.Key_1: lambda: view.zoom_to(1.0),
        Key.Key_2: view.zoom_to_selection, Key.Key_Plus: view.zoom_in, Key.Key_Equal: view.zoom_in,
        Key.Key_Minus: view.zoom_out, Key.Key_L: view.connect_selected,
        **{key: partial(view.command_wanted.emit, code) for key, code in (COMMANDS | THROUGH).items()},
    }  # fmt: skip
    action = actions.get(event.key())
    if action is None:
        return False
    action()
    return True


def _arrow(view: MapView, heading: Heading, *, alt: bool, extend: bool) -> bool:
    if not alt:
        view.picked.travel(heading, extend=extend)
        return True
    if view.stays():
        return True
    chosen = view.picked.steps()
    if chosen:
        moved = view.do(lambda: wishes.nudge(view.document, chosen, heading), burst=f"nudge {' '.join(chosen)}")
    elif view.picked.notes():
        moved = move_notes(view, heading)
    else:
        moved = _move_border(view, heading, week=extend)
    if moved:
        view.picked.say()
    return moved


def move_notes(view: MapView, heading: Heading) -> bool:
    """Sideways, notes hang on the step beside theirs; up and down, they change places with those around them."""
    chosen = view.picked.notes()
    burst = f"nudge {' '.join(chosen)}"
    if heading in ("up", "down"):
        return view.do(lambda: wishes.shift_note(view.document, chosen[0], heading), burst=burst)
    beside = _step_beside(view, chosen[0], heading)
    if beside is None:
        return False
    return view.do(lambda: notes.move(view.document, chosen, notes.Anchor(step=beside)), burst=burst)


def _step_beside(view: MapView, note: str, heading: Heading) -> str | None:
    """The step before or after the one that the note hangs on, in reading order."""
    ordered = [step.id for step in names.reading_order(view.document, view.journey)]
    held = view.document.notes[note]
    if held.step is None:
        return next((id_ for id_ in ordered if view.document.steps[id_].phase == held.phase), None)
    at = ordered.index(held.step) + (1 if heading == "right" else -1)
    return ordered[at] if 0 <= at < len(ordered) else None


def _move_border(view: MapView, heading: Heading, *, week: bool) -> bool:
    """On a phase: it begins a day earlier or later, with Shift a week."""
    cursor = view.picked.cursor
    if cursor is None or cursor.id not in view.document.phases or heading in ("up", "down"):
        return False
    least, most = phases.start_range(view.document, cursor.id)
    change = (7 if week else 1) * (1 if heading == "right" else -1)
    start = max(least, min(most, view.document.phases[cursor.id].start_day + change))
    return view.do(lambda: phases.set_start(view.document, cursor.id, start), burst=f"border {cursor.id}")


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


def next_of(view: MapView, chosen: Sequence[str]) -> bool:
    """The next step; after several, one to which they all lead, behind the last of them."""
    ordered = [step.id for step in names.reading_order(view.document, view.journey)]
    last = max(chosen, key=ordered.index)
    return view.writer.next(last, [id_ for id_ in chosen if id_ != last])


def _enter(view: MapView) -> bool:
    chosen, line = view.picked.steps(), view.picked.line()
    if chosen:
        return next_of(view, chosen)
    return view.writer.rename(line) if line is not None else _begin(view)


def _feel(view: MapView, typed: str) -> bool:
    """The emotion of what is selected."""
    chosen = view.picked.steps()
    if chosen and typed in EMOTIONS:
        done = view.do(lambda: steps.set_emotion(view.document, chosen, EMOTIONS[typed]))
    elif chosen and typed in CHANGES:
        done = view.do(lambda: wishes.change_emotion(view.document, chosen, CHANGES[typed]))
    else:
        return False
    view.picked.say()
    return done


def _plain(view: MapView, event: QKeyEvent) -> bool:
    key, typed, step = event.key(), event.text(), view.picked.step()
    if key in (Key.Key_Return, Key.Key_Enter):
        return _enter(view)
    if key == Key.Key_Tab:
        return step is not None and view.writer.parallel(step)
    if _feel(view, typed):
        return True
    if typed and typed.casefold() == view.say(LINE)[0].casefold() and (step is not None or view.picked.line()):
        return view.picked.walk_lines()
    if step is not None and (kind := note_kind(typed, view.say)) is not None:
        view.write_note(kind)
        return True
    if typed and typed.isprintable() and typed != " " and view.picked.on_empty_place():
        return view.writer.here(typed)
    return False
