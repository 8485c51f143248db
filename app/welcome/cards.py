"""What a new study can begin with: a card per life event, each with its journey in a few strokes, and one without."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app import settings
from app.icons import SIDE, grown, icon
from app.plain import PlainLabel
from app.welcome.gist_picture import GistPicture
from app.welcome.laid_button import LaidButton

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.dress import Dress
    from journeys.analysis.gist import Gist
    from journeys.templates import Offer

CARD: Final = 190
"""Pixels that a card needs at normal text size."""
GAP: Final = 10


class Card(LaidButton):
    """As tall as its words need at the width it is given."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__("card")
        self.setAccessibleName(f"{title}. {text}")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        inside = self.layout()
        return inside.totalHeightForWidth(width) if inside is not None else super().heightForWidth(width)


def words_on(card: Card, column: QVBoxLayout, title: str, text: str) -> None:
    """The title, and under it what you get; the mouse is the card's."""
    for label in (PlainLabel(title, card, name="strong", wrap=True), PlainLabel(text, card, name="muted", wrap=True)):
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column.addWidget(label)


class Beginnings(QWidget):
    """The cards, as many beside each other as there is room for."""

    chosen = Signal(str, bool)  #: the code of a life event, and whether its personas come along

    def __init__(self, dress: Dress) -> None:
        super().__init__()
        from journeys import templates

        say = dress.say
        self._wide = round(CARD * dress.percent / 100)
        self._columns = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self.personas = QCheckBox(say("With example personas and their journeys"))
        self.personas.setChecked(settings.with_personas())
        self.personas.toggled.connect(lambda on: settings.set_with_personas(chosen=on))
        head = QHBoxLayout()
        head.addWidget(PlainLabel(say("New study").upper(), name="heading"))
        head.addStretch(1)
        head.addWidget(self.personas)
        column.addLayout(head)
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP)
        column.addLayout(self._grid)
        self.cards: list[Card] = []
        blank = None
        strokes = _gists()
        for offer in templates.offers(say.language):
            if offer.code == templates.BLANK:
                blank = self._blank(dress, offer)
            else:
                self.cards.append(self._life_event(dress, offer, strokes.get(offer.code)))
        if blank is not None:
            column.addWidget(blank)
            self.cards.append(blank)
        self._place(1)

    def _life_event(self, dress: Dress, offer: Offer, strokes: Gist | None) -> Card:
        card = Card(offer.title, offer.summary)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(13, 12, 13, 11)
        inside.setSpacing(2)
        inside.addWidget(GistPicture(dress.inks, strokes, dress.percent))
        inside.addSpacing(5)
        words_on(card, inside, offer.title, offer.summary)
        inside.addStretch(1)
        card.clicked.connect(lambda: self._choose(offer.code))
        return card

    def _blank(self, dress: Dress, offer: Offer) -> Card:
        title = dress.say("Blank study")
        card = Card(title, offer.summary)
        card.setIcon(icon("plus", dress.colours.accent))
        card.setIconSize(QSize(grown(SIDE), grown(SIDE)))
        inside = QVBoxLayout(card)
        inside.setContentsMargins(46, 8, 13, 8)
        inside.setSpacing(0)
        words_on(card, inside, title, offer.summary)
        card.clicked.connect(lambda: self._choose(offer.code))
        return card

    def _choose(self, code: str) -> None:
        self.chosen.emit(code, self.personas.isChecked())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(max(1, min(3, (self.width() + GAP) // (self._wide + GAP))))

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self.cards[:-1]):
            self._grid.addWidget(card, place // columns, place % columns)
        for number in range(3):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)


def _gists() -> dict[str, Gist]:
    """The life events in a few strokes, as they lie ready: working them out would hold up the page."""
    from journeys import resources
    from journeys.analysis import gist

    try:
        held = json.loads(resources.path("gists.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {code: found for code, text in held.items() if (found := gist.read(text)) is not None}
