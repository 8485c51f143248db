"""What the program remembers between runs: language, look, text size, recent files, the window's size."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal, get_args

from PySide6.QtCore import QByteArray, QLocale, QSettings

from journeys.i18n import LANGUAGES, Language

Theme = Literal["system", "light", "dark", "contrast"]
THEMES: Final[tuple[Theme, ...]] = get_args(Theme)
TEXT_SIZES: Final = (90, 100, 115, 130, 150)
RECENT_MAX: Final = 8


def _store() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Levensreis", "levensreis")


def language() -> Language:
    """The chosen language, else English on an English system and Dutch everywhere else."""
    chosen = _store().value("language", "")
    if chosen in LANGUAGES:
        return "nl" if chosen == "nl" else "en"
    return "en" if QLocale.system().language() == QLocale.Language.English else "nl"


def set_language(chosen: Language) -> None:
    _store().setValue("language", chosen)


def theme() -> Theme:
    chosen = _store().value("theme", "system")
    return next((known for known in THEMES if known == chosen), "system")


def set_theme(chosen: Theme) -> None:
    _store().setValue("theme", chosen)


def text_size() -> int:
    """Percent of the normal text size."""
    try:
        chosen = int(str(_store().value("text_size", 100)))
    except ValueError:
        return 100
    return chosen if chosen in TEXT_SIZES else 100


def set_text_size(percent: int) -> None:
    _store().setValue("text_size", percent)


def calm() -> bool:
    """Whether nothing on the screen may move by itself."""
    return str(_store().value("calm", "false")) == "true"


def set_calm(*, chosen: bool) -> None:
    _store().setValue("calm", "true" if chosen else "false")


def large() -> bool:
    """Whether everything is as large as a whole room needs it."""
    return str(_store().value("large", "false")) == "true"


def set_large(*, chosen: bool) -> None:
    _store().setValue("large", "true" if chosen else "false")


def recent_files() -> list[Path]:
    """The files opened or saved last, newest first; files that are gone stay out."""
    return [path for path in _recent() if path.is_file()]


def add_recent_file(path: Path) -> None:
    kept = [known for known in _recent() if known != path]
    _store().setValue("recent", [str(known) for known in [path, *kept][:RECENT_MAX]])


def _recent() -> list[Path]:
    found = _store().value("recent", [])
    if isinstance(found, str):  # an ini file turns a list of one into text
        found = [found]
    return [Path(str(name)) for name in found] if isinstance(found, list) else []


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


def _bytes(value: object) -> QByteArray:
    return value if isinstance(value, QByteArray) else QByteArray()
