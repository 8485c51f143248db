"""What the user chose in the window, read from its file without Qt."""

from __future__ import annotations

from typing import Final

from journeys.settings import keys
from journeys.settings.keys import Key
from journeys.store import locations

MOST_BYTES: Final = 1_000_000


def chosen() -> dict[Key, str]:
    """What of it is one of the settings, and a value that it can have."""
    try:
        with locations.settings_file().open("rb") as stream:
            written = stream.read(MOST_BYTES).decode("utf-8", "replace")
    except OSError:
        return {}
    found: dict[Key, str] = {}
    section = ""
    for line in written.splitlines():
        if line.startswith("["):
            section = line.strip()
        name, _, text = line.partition("=")
        key = next((known for known in keys.KEYS if known == name.strip()), None)
        value = keys.read(key, text.strip().strip('"')) if key is not None else None
        if section == "[General]" and key is not None and value is not None and key not in ("days", "folder"):
            found[key] = value
    return found
