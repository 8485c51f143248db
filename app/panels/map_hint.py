"""What the keys do on the map just now: while words are typed, with something selected, and with nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.canvas import keys
from journeys.i18n import N_

if TYPE_CHECKING:
    from app.canvas.view import MapView
    from journeys.i18n import Words

TYPING: Final = (N_("Enter: done"), N_("Ctrl+Enter: next step"), N_("Esc: do not keep"))
WORDS: Final = (N_("Enter: done"), N_("Shift+Enter: new line"), N_("Esc: do not keep"))
STEP: Final = (
    N_("Enter: next step"), N_("Tab: branch"), N_("1–5: how it felt"), keys.NOTES["need"], keys.NOTES["pain"],
    keys.NOTES["opportunity"], keys.LINE, N_("F2: title"),
)  # fmt: skip
"""The letters are those of the language of the window."""
PHASE: Final = (N_("Enter: done"), N_("Tab: next phase"), N_("Esc: do not keep"))
STEPS: Final = (N_("Enter: a step after all these"), N_("1–5: how it felt"), N_("Ctrl+L: connect"), N_("Del: delete"))
LINE: Final = (N_("Enter: label"), N_("L: next line"), N_("arrow keys: to its steps"), N_("Del: delete"))
NAMED: Final = (N_("F2: change the words"), N_("Del: delete"), N_("Esc: select nothing"))
NOTHING: Final = (N_("Double-click or type in an empty place: new step"), N_("arrow keys: along the map"))


def words(view: MapView, say: Words) -> str:
    """One line."""
    return " · ".join(say(part) for part in _parts(view))


def _parts(view: MapView) -> tuple[str, ...]:
    picked = view.picked
    if view.editing():
        on_phase = any(id_ in view.document.phases for id_ in picked.ids)
        return TYPING if view.writer.makes_steps else PHASE if on_phase else WORDS
    if picked.line() is not None:
        return LINE
    if picked.steps():
        return STEP if len(picked.ids) < 2 else STEPS
    return NAMED if picked.ids else NOTHING
