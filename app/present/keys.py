"""Keys of the keyboard and of presenter remotes, and the command that each stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_KEY: Final = Qt.Key
KEYS: Final = {
    _KEY.Key_Right: "next", _KEY.Key_Down: "next", _KEY.Key_PageDown: "next", _KEY.Key_Space: "next",
    _KEY.Key_Return: "next", _KEY.Key_Enter: "next", _KEY.Key_Forward: "next", _KEY.Key_MediaNext: "next",
    _KEY.Key_Left: "previous", _KEY.Key_Up: "previous", _KEY.Key_PageUp: "previous", _KEY.Key_Backspace: "previous",
    _KEY.Key_Back: "previous", _KEY.Key_MediaPrevious: "previous",
    _KEY.Key_Home: "first", _KEY.Key_End: "last", _KEY.Key_F5: "restart", _KEY.Key_F11: "window",
    _KEY.Key_Tab: "part_next", _KEY.Key_Backtab: "part_previous", _KEY.Key_Escape: "escape",
    _KEY.Key_Menu: "menu", _KEY.Key_F10: "menu", _KEY.Key_F1: "keys",
    _KEY.Key_MediaPlay: "play", _KEY.Key_MediaTogglePlayPause: "play", _KEY.Key_MediaPause: "play",
}  # fmt: skip
LETTERS: Final = {
    "n": "notes", "b": "black", ".": "black", "w": "white", ",": "white", "s": "spot", "z": "closer", "+": "closer",
    "=": "closer", "-": "farther", "p": "play", "t": "colours", "c": "console", "x": "swap", "?": "keys",
    "[": "slower", "]": "faster", "h": "keys",
}  # fmt: skip
SHIFTED: Final = {
    _KEY.Key_Left: "pan_left", _KEY.Key_Right: "pan_right", _KEY.Key_Up: "pan_up", _KEY.Key_Down: "pan_down",
    _KEY.Key_Space: "previous", _KEY.Key_F5: "here",
}  # fmt: skip
WITH_CONTROL: Final = {
    _KEY.Key_Plus: "closer", _KEY.Key_Equal: "closer", _KEY.Key_Minus: "farther", _KEY.Key_0: "whole",
    _KEY.Key_W: "end",
}  # fmt: skip
ENTER: Final = (_KEY.Key_Return, _KEY.Key_Enter)
ONLY_STOP: Final = (_KEY.Key_Space, *ENTER, _KEY.Key_Escape)
"""While it plays by itself these stop it and do no more; the others stop it and do what they always do."""
MODIFIERS: Final = (_KEY.Key_Shift, _KEY.Key_Control, _KEY.Key_Alt, _KEY.Key_Meta, _KEY.Key_AltGr, _KEY.Key_CapsLock)


def command(event: QKeyEvent) -> str:
    """The code of the command; a digit stands for itself; empty when the key means nothing here."""
    held, key = event.modifiers(), Qt.Key(event.key())
    if held & Qt.KeyboardModifier.ControlModifier:
        return WITH_CONTROL.get(key, "")
    if held & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
        return ""
    if held & Qt.KeyboardModifier.ShiftModifier and key in SHIFTED:
        return SHIFTED[key]
    if key in KEYS:
        return KEYS[key]
    text = event.text()
    return text if len(text) == 1 and text in "0123456789" else LETTERS.get(text.lower(), "")


def is_modifier(event: QKeyEvent) -> bool:
    """Whether nothing but Shift, Ctrl or such was pressed."""
    return Qt.Key(event.key()) in MODIFIERS
