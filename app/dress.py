"""How the windows look and speak now: language, theme and text size, read from the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QLibraryInfo, QTranslator

from app import settings, theme
from journeys.i18n import MSGIDS, TONGUES, words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.theme import Colours, Look
    from journeys.i18n import Language, Words


LARGE_PERCENT: Final = 150
"""The least size of text for a whole room."""


class Dress(NamedTuple):
    """The words, and the colours around the map."""

    say: Words
    look: Look
    colours: Colours
    percent: int = 100
    large: bool = False
    """Whether everything is as large as a whole room needs it."""

    @property
    def inks(self) -> dict[str, str]:
        """The colours on the map, by role name."""
        from journeys.layout.palettes import palette

        return palette(self.look)


def dress(
    app: QApplication, language: Language | None = None, chosen: settings.Theme | None = None, percent: int = 0
) -> Dress:
    """Put the settings (or what was asked for) on the application."""
    large = settings.large()
    percent = max(percent or settings.text_size(), LARGE_PERCENT if large else 0)
    spoken = language or settings.language()
    _let_qt_speak(app, spoken)
    look = theme.look(chosen or settings.theme(), app)
    return Dress(words(spoken), look, theme.apply(app, look, percent, large=large), percent, large)


def _let_qt_speak(app: QApplication, language: Language) -> None:
    """Qt's own words, such as those of a text field's menu and of the file dialog, in the same language."""
    for old in app.findChildren(QTranslator, "qt"):
        app.removeTranslator(old)
        old.deleteLater()
    if language == MSGIDS:
        return
    translator = QTranslator(app)
    translator.setObjectName("qt")
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if any(translator.load(f"qtbase_{code}", folder) for code in (language, TONGUES[language].texts)):
        app.installTranslator(translator)
