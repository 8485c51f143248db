"""What Qt cannot say to a window manager of X11: that the user asked for this window, and that a start is over."""

from __future__ import annotations

import ctypes
import re
from contextlib import suppress
from ctypes import Structure, c_char_p, c_int, c_ubyte, c_uint8, c_uint16, c_uint32, c_void_p
from typing import Any, Final

CLIENT_MESSAGE: Final = 33
SUBSTRUCTURE: Final = 0x180000
"""The mask of what a window manager hears from the root window: notify and redirect."""
PROPERTY_CHANGE: Final = 0x400000
BY_THE_USER: Final = 2
"""As a task bar or pager says it: not the program but its user wants this window."""
CHUNK: Final = 20
"""Bytes of one message."""


class _Numbers(Structure):
    _fields_ = (
        ("kind", c_uint8), ("format", c_uint8), ("sequence", c_uint16), ("window", c_uint32), ("type", c_uint32),
        ("data", c_uint32 * 5),
    )  # fmt: skip


class _Letters(Structure):
    _fields_ = (
        ("kind", c_uint8), ("format", c_uint8), ("sequence", c_uint16), ("window", c_uint32), ("type", c_uint32),
        ("data", c_ubyte * CHUNK),
    )  # fmt: skip


class _Atom(Structure):
    _fields_ = (("kind", c_uint8), ("pad", c_uint8), ("sequence", c_uint16), ("length", c_uint32), ("atom", c_uint32))


class _Setup(Structure):
    """Of the list of screens only the first number, which is the root window."""

    _fields_ = (("data", c_void_p), ("rem", c_int), ("index", c_int))


def come_forward(window: int, startup: str = "") -> None:
    """Ask for this window, and end the waiting cursor of the start with this id. Without X11 nothing happens."""
    with suppress(OSError, AttributeError, ValueError):
        xcb = _library()
        connection = xcb.xcb_connect(None, None)
        try:
            if not xcb.xcb_connection_has_error(connection):
                _speak(xcb, connection, window, startup)
        finally:
            xcb.xcb_disconnect(connection)


def user_time(startup: str) -> int:
    """When the user asked for it, in the milliseconds of the X server; 0 where that is not told."""
    found = re.search(r"_TIME(\d{1,10})$", startup)
    return int(found[1]) & 0xFFFFFFFF if found else 0


def _speak(xcb: Any, connection: Any, window: int, startup: str) -> None:
    root = ctypes.cast(xcb.xcb_setup_roots_iterator(xcb.xcb_get_setup(connection)).data, _Words)[0]
    asked = _Numbers(CLIENT_MESSAGE, 32, 0, window, _atom(xcb, connection, "_NET_ACTIVE_WINDOW"))
    asked.data[0], asked.data[1] = BY_THE_USER, user_time(startup)
    xcb.xcb_send_event(connection, 0, root, SUBSTRUCTURE, ctypes.byref(asked))
    if startup:
        _end_start(xcb, connection, root, startup)
    xcb.xcb_flush(connection)


def _end_start(xcb: Any, connection: Any, root: int, startup: str) -> None:
    """As the desktops agreed on it: the id in pieces, told to everybody by a window of our own."""
    told = f'remove: ID="{startup.translate({34: None, 92: None})}"'.encode() + b"\0"
    own = xcb.xcb_generate_id(connection)
    xcb.xcb_create_window(connection, 0, own, root, -100, -100, 1, 1, 0, 2, 0, 0, None)
    kind = "_NET_STARTUP_INFO_BEGIN"
    for at in range(0, len(told), CHUNK):
        piece = _Letters(CLIENT_MESSAGE, 8, 0, own, _atom(xcb, connection, kind))
        piece.data[: len(told[at : at + CHUNK])] = tuple(told[at : at + CHUNK])
        xcb.xcb_send_event(connection, 0, root, PROPERTY_CHANGE, ctypes.byref(piece))
        kind = "_NET_STARTUP_INFO"


def _atom(xcb: Any, connection: Any, name: str) -> int:
    reply = xcb.xcb_intern_atom_reply(connection, xcb.xcb_intern_atom(connection, 0, len(name), name.encode()), None)
    if not reply:
        raise OSError(name)
    atom = int(reply.contents.atom)
    ctypes.CDLL(None).free(ctypes.cast(reply, c_void_p))
    return atom


_Words: Final = ctypes.POINTER(c_uint32)


def _library() -> Any:
    """Qt has it loaded; raises OSError."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype, xcb.xcb_connect.argtypes = c_void_p, [c_char_p, c_void_p]
    xcb.xcb_get_setup.restype, xcb.xcb_get_setup.argtypes = c_void_p, [c_void_p]
    xcb.xcb_setup_roots_iterator.restype, xcb.xcb_setup_roots_iterator.argtypes = _Setup, [c_void_p]
    xcb.xcb_intern_atom.restype = c_uint32
    xcb.xcb_intern_atom.argtypes = [c_void_p, c_uint8, c_uint16, c_char_p]
    xcb.xcb_intern_atom_reply.restype = ctypes.POINTER(_Atom)
    xcb.xcb_intern_atom_reply.argtypes = [c_void_p, c_uint32, c_void_p]
    xcb.xcb_send_event.restype = c_uint32
    xcb.xcb_send_event.argtypes = [c_void_p, c_uint8, c_uint32, c_uint32, c_void_p]
    xcb.xcb_generate_id.restype, xcb.xcb_generate_id.argtypes = c_uint32, [c_void_p]
    xcb.xcb_create_window.argtypes = [
        c_void_p, c_uint8, c_uint32, c_uint32, ctypes.c_int16, ctypes.c_int16, c_uint16, c_uint16, c_uint16, c_uint16,
        c_uint32, c_uint32, c_void_p,
    ]  # fmt: skip
    for name in ("xcb_flush", "xcb_disconnect", "xcb_connection_has_error"):
        getattr(xcb, name).argtypes = [c_void_p]
    return xcb
