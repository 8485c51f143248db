"""What the program remembers between runs: language, look, text size, recent files, the window's size."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QLocale, QSettings

from journeys import portable
from journeys.i18n import N_, Language, language_called, language_of_system
from journeys.settings import administrator, keys
from journeys.settings.keys import TEXT_SIZES, THEMES, Theme
from journeys.store import locations

if TYPE_CHECKING:
    from journeys.settings.keys import Key

__all__ = ["TEXT_SIZES", "THEMES", "Theme"]  # a part of what is set here
RECENT_MAX: Final = 8
PINNED_MAX: Final = 8


def _store() -> QSettings:
    if portable.folder() is not None:
        return QSettings(str(locations.settings_file()), QSettings.Format.IniFormat)
    store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Levensreis", "levensreis")
    store.setFallbacksEnabled(False)  # what holds for the whole computer, the administrator lays down otherwise
    return store


FIXED: Final = N_("Fixed by the administrator of this computer.")
"""What stands beside a choice that is not the user's own."""


def fixed(key: Key) -> bool:
    """Whether the administrator decides on it, and nobody else."""
    return administrator.fixed(key) is not None


def _said(key: Key) -> str:
    """What holds: what is fixed, else what was chosen, else what the administrator or the program begins with."""
    held = administrator.fixed(key) or keys.read(key, _store().value(key))
    return administrator.default(key) if held is None else held


def _choose(key: Key, value: object) -> None:
    if not fixed(key):
        _store().setValue(key, value)


def language() -> Language:
    """The chosen language, else that of the system, and Dutch where the program does not speak it."""
    return language_called(_said("language")) or language_of_system(QLocale.system().name())


def set_language(chosen: Language) -> None:
    _choose("language", chosen)


def theme() -> Theme:
    chosen = _said("theme")
    return next((known for known in THEMES if known == chosen), "system")


def set_theme(chosen: Theme) -> None:
    _choose("theme", chosen)


def text_size() -> int:
    """Percent of the normal text size."""
    return int(_said("text_size"))


def set_text_size(percent: int) -> None:
    _choose("text_size", percent)


def calm() -> bool:
    """Whether nothing on the screen may move by itself."""
    return _said("calm") == "true"


def set_calm(*, chosen: bool) -> None:
    _choose("calm", "true" if chosen else "false")


def large() -> bool:
    """Whether everything is as large as a whole room needs it."""
    return _said("large") == "true"


def set_large(*, chosen: bool) -> None:
    _choose("large", "true" if chosen else "false")


def remembered_files() -> list[Path]:
    """The files opened or saved last: those that were pinned first, then newest first; nothing is looked up."""
    pinned, known = pinned_files(), _paths("recent")
    return [*pinned, *(path for path in known if path not in pinned)]


def pinned_files() -> list[Path]:
    """The files that stay in the list, in the order in which they were pinned."""
    return _paths("pinned")


def add_recent_file(path: Path) -> None:
    if not remembers():
        return
    kept = [path, *(known for known in _paths("recent") if known != path)]
    _set_paths("recent", kept[:RECENT_MAX])
    _forget_gists(set(kept[RECENT_MAX:]) - set(pinned_files()))


def pin_file(path: Path, *, pinned: bool) -> None:
    """Keep a file in the list, or let it go the way of the others."""
    kept = [known for known in pinned_files() if known != path]
    _set_paths("pinned", [*kept, path][-PINNED_MAX:] if pinned else kept)
    add_recent_file(path)


def forget_file(path: Path) -> None:
    """Take a file out of the list; the file itself stays."""
    for key in ("recent", "pinned"):
        _set_paths(key, [known for known in _paths(key) if known != path])
    _forget_gists({path})


def forget_unpinned() -> None:
    """Empty the list, but for what was pinned: that was chosen one by one."""
    for path in remembered_files():
        if path not in pinned_files():
            forget_file(path)


def forget_files() -> None:
    """Empty the list, with the pinned ones and the small pictures."""
    store = _store()
    for key in ("recent", "pinned", "gist"):
        store.remove(key)
    forget_folders()


def forget_folders() -> None:
    """Which folders the file dialog of Qt was in, where no dialog of the system takes its place."""
    kept_by_qt = QSettings(QSettings.Scope.UserScope, "QtProject")
    for key in ("history", "lastVisited"):
        if kept_by_qt.contains(f"FileDialog/{key}"):
            kept_by_qt.remove(f"FileDialog/{key}")


def remembers() -> bool:
    """Whether files that are opened come in the list."""
    return _said("remember") == "true"


def set_remembers(*, chosen: bool) -> None:
    """Whether they do; when not, what was in the list is forgotten."""
    _choose("remember", "true" if chosen else "false")
    forget_what_may_not_be()


def forget_what_may_not_be() -> None:
    """Empty the list where files are not remembered, also when somebody else decided that."""
    if not remembers() and (_store().contains("recent") or _store().contains("pinned")):
        forget_files()


def gist(path: Path) -> str:
    """The strokes of a study as it was last closed, as `journeys.analysis.gist` writes them; empty at first."""
    return str(_store().value(_gist_key(path), ""))


def set_gist(path: Path, written: str) -> None:
    """Keep the strokes of a study that is in the list."""
    if path in remembered_files():
        _store().setValue(_gist_key(path), written)


def _gist_key(path: Path) -> str:
    return f"gist/{hashlib.sha256(portable.written(path).encode('utf-8', 'surrogatepass')).hexdigest()[:24]}"


def _forget_gists(paths: set[Path]) -> None:
    store = _store()
    for path in paths:
        store.remove(_gist_key(path))


def _paths(key: str) -> list[Path]:
    found = _store().value(key, [])
    if isinstance(found, str):  # an ini file turns a list of one into text
        found = [found]
    paths = [portable.found(str(name)) for name in found] if isinstance(found, list) else []
    return [path for path in paths if path.is_absolute() and "\0" not in str(path)]


def _set_paths(key: str, paths: list[Path]) -> None:
    _store().setValue(key, [portable.written(path) for path in paths])


def sound() -> bool:
    """Whether the timer sounds when it is over."""
    return _said("sound") == "true"


def set_sound(*, chosen: bool) -> None:
    _choose("sound", "true" if chosen else "false")


def with_personas() -> bool:
    """Whether a new study of a life event begins with its example personas."""
    return str(_store().value("with_personas", "true")) == "true"


def set_with_personas(*, chosen: bool) -> None:
    _store().setValue("with_personas", "true" if chosen else "false")


def reset() -> None:
    """Everything as it was at first, but for the list of files."""
    store = _store()
    for key in store.allKeys():
        if key.partition("/")[0] not in ("recent", "pinned", "gist"):
            store.remove(key)


def geometry() -> tuple[QByteArray, QByteArray]:
    """The size of the window and of its panes, as Qt packs them; empty at first."""
    store = _store()
    return _bytes(store.value("window")), _bytes(store.value("panes"))


def set_geometry(window: QByteArray, panes: QByteArray) -> None:
    store = _store()
    store.setValue("window", window)
    store.setValue("panes", panes)


def opened(part: str, *, default: bool) -> bool:
    """Whether the user left this part of a form open."""
    held = _store().value(f"opened/{part}")
    return default if held is None else str(held) == "true"


def set_opened(part: str, opened: bool) -> None:
    _store().setValue(f"opened/{part}", "true" if opened else "false")


def table_columns(table: str) -> list[str]:
    """The columns of a list as they were left: code, width and whether shown, with colons between."""
    found = _store().value(f"table/{table}", [])
    if isinstance(found, str):
        found = [found]
    return [str(entry) for entry in found] if isinstance(found, list) else []


def set_table_columns(table: str, columns: list[str]) -> None:
    _store().setValue(f"table/{table}", columns)


def poster(part: str) -> str:
    """What was last asked of a poster, as the dialog writes it down; empty at first."""
    return str(_store().value(f"poster/{part}", ""))


def set_poster(part: str, written: str) -> None:
    _store().setValue(f"poster/{part}", written)


def exporting(part: str) -> str:
    """What was last asked of an export, as its dialog writes it down; empty at first."""
    return str(_store().value(f"export/{part}", ""))


def set_exporting(part: str, written: str) -> None:
    _store().setValue(f"export/{part}", written)


def dialog_size(dialog: str) -> tuple[int, int] | None:
    """Width and height of a window beside the main one; None at first. Where it stood is the desktop's own affair."""
    found = _store().value(f"size/{dialog}", [])
    try:
        sides = [int(str(side)) for side in found] if isinstance(found, list) else []
    except ValueError:
        return None
    return (sides[0], sides[1]) if len(sides) == 2 else None


def set_dialog_size(dialog: str, size: tuple[int, int]) -> None:
    _store().setValue(f"size/{dialog}", list(size))


def presenting(part: str) -> str:
    """What was last chosen while presenting: the colours, the pace, the screen; empty at first."""
    return str(_store().value(f"present/{part}", ""))


def set_presenting(part: str, written: str) -> None:
    _store().setValue(f"present/{part}", written)


def _bytes(value: object) -> QByteArray:
    return value if isinstance(value, QByteArray) else QByteArray()
