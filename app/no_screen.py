"""Why no window can open: where Qt would abort without a word, this names what the system lacks and how to get it."""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from journeys.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

QT: Final = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
"""What Qt of the wheels links against and does not bring along, and the Debian or Ubuntu package that has it."""
X11: Final = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND: Final = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
ABORTS: Final = "no Qt platform plugin could be initialized"
"""How Qt says that it is about to end the process, for want of a screen or of a library."""
WRONG: Final = 2


def wanted(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The libraries for a window on the screen that is here, each with its package."""
    on_x11 = X11 if environment.get("DISPLAY") else {}
    return QT | on_x11 | (WAYLAND if environment.get("WAYLAND_DISPLAY") else {})


def loads(library: str) -> bool:
    """Whether the system has this library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def lacking(libraries: Mapping[str, str]) -> UsageError | None:
    """What to tell when some of these are not here."""
    missing = [library for library in libraries if sys.platform == "linux" and not loads(library)]
    if not missing:
        return None
    packages = sorted({libraries[library] for library in missing})
    return UsageError("usage.no_library", libraries=", ".join(missing), packages=" ".join(packages))


@contextmanager
def explained() -> Iterator[None]:
    """Loads Qt: a library that is not here is told with the package that has it. Raises UsageError."""
    try:
        yield
    except ImportError as error:
        told = lacking(wanted()) if ".so" in str(error) else None
        if told is None:
            raise
        raise told from error


def end_instead(text: str) -> None:
    """Where Qt would abort for want of a screen: tells why and ends the process, as no crash."""
    if ABORTS not in text or sys.platform != "linux":
        return
    from app import mishaps
    from journeys import messages
    from journeys.cli.surroundings import complain, output_language
    from journeys.i18n import words

    error = lacking(wanted()) or UsageError("usage.no_display", command="levensreis")
    with suppress(OSError):
        complain(messages.error_text(error, words(output_language(sys.argv[1:]))))
    mishaps.ended()
    os._exit(WRONG)
