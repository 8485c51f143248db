"""What the program is called, in every place where a desktop or another program asks."""

from __future__ import annotations

from typing import Final

NAME: Final = "Levensreis"
APP_ID: Final = "nl.levensreis.levensreis"
"""Reverse domain name, lower case: of the desktop file, the icon, the metainfo, the bundle and the taskbar."""

SUFFIX: Final = ".levensreis"
MIME_TYPE: Final = "application/vnd.levensreis+sqlite3"
APPLICATION_ID: Final = int.from_bytes(b"LvnR", "big")
"""Bytes 68 to 71 of a study, by which it is known without its suffix. SQLite file format, 1.3.9."""
