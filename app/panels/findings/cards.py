"""The cards of the findings under their grades: a card whose words stay the same stays the same card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app import settings
from app.focus import discard, holds_focus
from app.icons import icon
from app.panels.findings.card import ICONS, INKS, FindingCard
from app.plain import PlainLabel, named, put
from journeys.analysis.finding import GRADES
from journeys.phrases.lenses import GRADES as GRADE_WORDS
from journeys.phrases.terms import capital

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.context import Context
    from app.panels.findings.telling import Key, Telling
    from journeys.analysis.finding import Grade


class Cards(QWidget):
    """Headings, cards in the order they are given, and a button for the rest."""

    chosen = Signal(object)  #: the finding to show on the map
    noted = Signal(object, str)  #: the finding (its key) and the note that was made of it
    more_wanted = Signal()  #: make more cards

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.by_key: dict[Key, FindingCard] = {}
        self._order: list[QWidget] = []
        self._headings: dict[str, Heading] = {}
        self.more = QPushButton("")
        self.more.clicked.connect(self.more_wanted)
        self.more.hide()
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(10)
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        self._whole.addLayout(self._column)
        self._whole.addWidget(self.more)

    def display(self, told: Sequence[Telling], counts: Mapping[str, int], more: int) -> None:
        """Show these; `counts` is how many findings of each grade there are, `more` how many are not listed."""
        cards = {telling.key: self._card(telling) for telling in told}
        cards |= {key: card for key, card in self.by_key.items() if card.is_typing() and key not in cards}
        wanted: list[QWidget] = []
        for grade in GRADES:
            held = [card for card in cards.values() if card.told.finding.grade == grade]
            if held:
                wanted += [self._heading(grade, counts.get(grade, 0)), *held]
        self._arrange(wanted, cards)
        put(self.more, self._context.say.many("Show {n} more", "Show {n} more", more))
        self.more.setVisible(more > 0)

    def mark(self, key: Key | None) -> None:
        """Show which finding one is at."""
        for each, card in self.by_key.items():
            card.mark(each == key)

    def _card(self, told: Telling) -> FindingCard:
        old = self.by_key.get(told.key)
        if old is not None and (old.told == told or old.is_typing()):
            return old
        made = FindingCard(self._context, told)
        made.chosen.connect(lambda: self.chosen.emit(made.told.finding))
        made.noted.connect(lambda note: self.noted.emit(made.told.key, note))
        return made

    def _heading(self, grade: Grade, count: int) -> Heading:
        if grade not in self._headings:
            self._headings[grade] = Heading(self._context, grade)
            self._headings[grade].toggled.connect(self._fold)
        self._headings[grade].display(count)
        return self._headings[grade]

    def unfold(self, key: Key) -> None:
        """Show this card, also when its grade was folded away."""
        self._headings[self.by_key[key].told.finding.grade].open()

    def _fold(self) -> None:
        for card in self.by_key.values():
            card.setVisible(self._headings[card.told.finding.grade].opened)

    def _arrange(self, wanted: list[QWidget], cards: dict[Key, FindingCard]) -> None:
        """Only what moved is laid out again, so that nothing flickers and the page stays where it is."""
        old, self.by_key = self.by_key, cards
        gone = [widget for widget in self._order if widget not in wanted]
        at = next((self._order.index(widget) for widget in gone if holds_focus(widget)), None)
        kept = [widget for widget in self._order if widget in wanted]
        self._whole.setEnabled(False)  # else everything is measured again for each card
        for widget in gone:
            self._column.removeWidget(widget)
        for place, widget in enumerate(wanted):
            if place >= len(kept) or kept[place] is not widget:
                if widget in kept:
                    kept.remove(widget)
                    self._column.removeWidget(widget)
                kept.insert(place, widget)
                self._column.insertWidget(place, widget)
                if isinstance(widget, Heading):
                    widget.show()
        self._fold()
        for key, card in cards.items():
            if key in old and old[key] is not card:
                card.mark(bool(old[key].property("current")))
                card.take_over(old[key])
        self._order = wanted
        self._let_go(gone, at)
        self._whole.setEnabled(True)
        self._whole.activate()

    def _let_go(self, gone: list[QWidget], at: int | None) -> None:
        """Where a card went that had the keyboard, the card in its place has it."""
        for heading in (widget for widget in gone if isinstance(widget, Heading)):
            heading.hide()
        lost = discard([widget for widget in gone if isinstance(widget, FindingCard)])
        if lost and at is not None:
            near = (*self._order[at:], *reversed(self._order[:at]))
            card = next((widget for widget in near if isinstance(widget, FindingCard)), None)
            if card is not None:
                card.buttons["show"].setFocus()


class Heading(QWidget):
    """A grade as icon and word, with how many there are; a click folds its cards away, which is remembered."""

    toggled = Signal()  #: the cards are folded or unfolded now

    def __init__(self, context: Context, grade: Grade) -> None:
        super().__init__()
        self._context = context
        self._grade = grade
        self._word = capital(context.say(GRADE_WORDS[grade]))
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 4, 0, 0)
        row.setSpacing(6)
        sign = PlainLabel("")
        size = max(16, self.fontMetrics().height())
        picture = icon(ICONS[grade], getattr(context.colours, INKS[grade]))
        sign.setPixmap(picture.pixmap(QSize(size, size), self.devicePixelRatioF()))
        self.title = named(QToolButton(), "fold")
        self.title.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.title.setCheckable(True)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.title.clicked.connect(self._clicked)
        row.addWidget(sign)
        row.addWidget(self.title, 1)
        self._fold(opened=settings.opened(f"findings.{grade}", default=True))

    @property
    def opened(self) -> bool:
        """Whether its cards are in sight."""
        return self.title.isChecked()

    def display(self, count: int) -> None:
        """Say how many there are."""
        put(self.title, f"{self._word} ({count})")

    def open(self) -> None:
        """Show its cards; this is not remembered."""
        if not self.opened:
            self._fold(opened=True)
            self.toggled.emit()

    def _clicked(self, opened: bool) -> None:
        settings.set_opened(f"findings.{self._grade}", opened)
        self._fold(opened=opened)
        self.toggled.emit()

    def _fold(self, *, opened: bool) -> None:
        say = self._context.say
        self.title.setChecked(opened)
        self.title.setIcon(icon("unfolded" if opened else "folded", self._context.colours.muted))
        self.title.setAccessibleDescription(say("Unfolded") if opened else say("Folded"))
