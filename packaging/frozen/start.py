"""Where the frozen program starts: the same entry that the installed one has."""

from __future__ import annotations

import os
import sys

SEARCH_PATHS = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


def give_back() -> None:
    """What the bootloader changed for the libraries of this process is no business of the programs that we start.

    A browser or a file manager that looks for its libraries in our folder first may find another version there.
    """
    for name in SEARCH_PATHS:
        before = os.environ.pop(f"{name}_ORIG", None)
        if before is not None:
            os.environ[name] = before
        elif hasattr(sys, "_MEIPASS"):
            os.environ.pop(name, None)


def keep_own_modules() -> None:
    """An upgrade puts another program in our place while we run; what is imported late must still be ours.

    Modules are read out of the program by its name each time; the open file stays the one that was started.
    """
    if sys.platform != "linux" or not os.access("/proc/self/fd", os.R_OK):
        return
    import pyimod02_importers  # type: ignore[import-not-found]  # of the bootloader: in frozen programs alone

    archive = pyimod02_importers.pyz_archive
    archive._filename = f"/proc/self/fd/{os.open(archive._filename, os.O_RDONLY)}"  # noqa: SLF001 - its only place


if __name__ == "__main__":
    give_back()
    keep_own_modules()
    from app.entry import main

    sys.exit(main())
