"""Finished studies to look at, each with the picture of its poster; they come in when the page already stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app import tasks
from app.plain import PlainLabel
from app.welcome.cards import GAP, Card, words_on

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from app.dress import Dress
    from journeys.i18n import Language
    from journeys.templates import Sample

LEAST: Final = 84
"""Pixels of a poster that are seen at least: its head and its phases."""


class Shown(NamedTuple):
    """A sample with its poster, if that could be read."""

    sample: Sample
    poster: QImage | None


def load(language: Language) -> list[Shown]:
    """The samples there are; in a worker."""
    from journeys import templates
    from journeys.errors import LevensreisError

    try:
        found = templates.samples(language)
    except LevensreisError:
        return []
    return [Shown(sample, _read(sample)) for sample in found]


def _read(sample: Sample) -> QImage | None:
    from app import picture_bytes
    from journeys.errors import ImageError

    try:
        _, data = picture_bytes.sound(picture_bytes.contents(sample.poster))
    except ImageError:
        return None
    image = QImage.fromData(data, "PNG")  # type: ignore[arg-type]  # the stub says bytes; only str is taken
    return None if image.isNull() else image.convertToFormat(QImage.Format.Format_RGB32)


class Poster(QWidget):
    """A poster from its head down, as far as there is room."""

    def __init__(self, image: QImage, line: str) -> None:
        super().__init__()
        self._image, self._line = image, line
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(LEAST)

    def sizeHint(self) -> QSize:
        return QSize(240, LEAST)

    def whole_height(self, width: int) -> int:
        """How tall the whole of it is at this width."""
        return max(LEAST, round(width * self._image.height() / self._image.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, 6)
        round_ = QPainterPath()
        round_.addRoundedRect(area, 6, 6)
        painter.setClipPath(round_)
        scale = self.devicePixelRatioF()
        across = round(self.width() * scale)
        drawn = self._image.scaledToWidth(across, Qt.TransformationMode.SmoothTransformation)
        drawn.setDevicePixelRatio(scale)
        painter.drawImage(0, 0, drawn)
        painter.setClipping(False)
        painter.setPen(QPen(QColor(self._line), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()


class SampleCard(Card):
    """The poster, and under it what it is about; never taller than the whole poster asks."""

    def __init__(self, shown: Shown, line: str) -> None:
        sample = shown.sample
        super().__init__(sample.title, sample.summary)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.poster = Poster(shown.poster, line) if shown.poster is not None else None
        inside = QVBoxLayout(self)
        inside.setContentsMargins(1, 1, 1, 9)
        inside.setSpacing(7)
        if self.poster is not None:
            inside.addWidget(self.poster, 1)
        self._words = QWidget()
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        words = QVBoxLayout(self._words)
        words.setContentsMargins(12, 0, 12, 0)
        words.setSpacing(0)
        words_on(self, words, sample.title, sample.summary)
        words.addStretch(1)
        self._words.setMinimumHeight(3 * self.fontMetrics().lineSpacing() + 3)  # as tall as that of its neighbour
        inside.addWidget(self._words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        words = max(self._words.minimumHeight(), self._words.heightForWidth(self.width() - 2))
        self._words.setMaximumHeight(words)
        poster = self.poster.whole_height(self.width() - 2) + 7 if self.poster is not None else 0
        self.setMaximumHeight(words + poster + 10)


class Samples(QWidget):
    """Nothing to see until they are read, and nothing when there are none."""

    chosen = Signal(str)  #: the code of a sample

    def __init__(self, dress: Dress) -> None:
        super().__init__()
        self._dress = dress
        self.cards: list[Card] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self._heading = PlainLabel(dress.say("Look at a sample").upper(), name="heading")
        self._heading.hide()
        column.addWidget(self._heading)
        self._row = QHBoxLayout()
        self._row.setSpacing(GAP)
        column.addLayout(self._row, 1000)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def fetch(self) -> None:
        """Read them now, in a worker."""
        language = self._dress.say.language
        tasks.start(lambda _: load(language), self, self.display, lambda _: None)

    def display(self, found: list[Shown]) -> None:
        """A card each."""
        for shown in found:
            card = self._card(shown)
            self._row.addWidget(card, 1)
            self.cards.append(card)
        self._heading.setVisible(bool(found))

    def _card(self, shown: Shown) -> Card:
        card = SampleCard(shown, self._dress.colours.line)
        card.clicked.connect(lambda: self.chosen.emit(shown.sample.code))
        return card
