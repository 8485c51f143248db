"""The findings: through one lens or all, of this journey or the whole study; to read, trace, show and mute."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.focus import holds_focus
from app.panels.findings.cards import Cards
from app.panels.findings.chooser import LensChooser
from app.panels.findings.muted import MutedList
from app.panels.findings.profile import Profile
from app.panels.findings.telling import key_of, leads_away, on_map, telling
from app.panels.first_act import FirstAct
from app.panels.message_bar import announce
from app.plain import PlainLabel, named, put
from journeys.analysis.lenses.order import strongest_first

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from app.context import Context
    from app.insight import Insight, Insights
    from app.panels.findings.telling import Key, Telling
    from journeys.analysis.finding import Finding

AT_ONCE: Final = 50
"""So many findings are listed; more when somebody asks for them."""
AT_FIRST, BATCH = 10, 4
"""So many cards are made before the panel is painted, and so many at a time after that."""


class FindingsPanel(QScrollArea):
    """Shows the latest findings while it is visible; hidden, it catches up when it is shown."""

    lens_wanted = Signal(object)  #: colour the map by this lens (its code), or by none (None)
    noted = Signal(str)  #: the note that was made of a finding: its words are to be finished
    place_wanted = Signal(str)  #: show the thing with this id on the map; the tab stays
    outline_wanted = Signal(object)  #: select all of these ids that are on the map; the tab stays

    def __init__(self, context: Context, insights: Insights) -> None:
        super().__init__()
        self.context = context
        self._insights = insights
        self._of: Insight | None = None
        self._where: tuple[object, ...] = ()
        self._listed, self._made = AT_ONCE, AT_FIRST
        self._said: dict[Key, Telling] = {}
        self._opportunities: dict[Key, str] = {}  # what was made of a finding, also when it is rewritten
        self.findings: list[Finding] = []
        """What is listed now, in the order of the cards; cards are made of the first ones only."""
        self.current: Key | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.chooser = LensChooser(context)
        self.profile = Profile(context)
        self._empty = PlainLabel("", wrap=True)
        self._begin = FirstAct()
        self.cards = Cards(context)
        self.muted = MutedList(context)
        page = named(QWidget(), "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(10)
        for part in (self.chooser, self.profile, self._empty, self.cards, self.muted):
            column.addWidget(part)
        column.insertWidget(column.indexOf(self._empty) + 1, self._begin, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(page)
        self._connect()

    def _connect(self) -> None:
        self.chooser.lens_wanted.connect(self.lens_wanted)
        self.chooser.where_changed.connect(self.display)
        self.cards.chosen.connect(self.choose)
        self.cards.noted.connect(self._note)
        self.cards.more_wanted.connect(self._show_more)
        self._insights.changed.connect(self._renewed)

    # Showing

    def display(self) -> None:
        """Show the latest findings; nothing happens when they are shown already."""
        insight, context = self._insights.latest, self.context
        journey = None if self.chooser.everywhere else context.journey
        where = (context.lens, journey, self.chooser.everywhere)
        self.cards.setVisible(insight is not None)
        if insight is None or (insight is self._of and where == self._where):
            return
        if where != self._where:
            self._listed, self._made = AT_ONCE, AT_FIRST
            self.verticalScrollBar().setValue(0)
        self._of, self._where = insight, where
        about = _about(insight, journey)
        self.findings = strongest_first(one for one in about if context.lens in (None, one.lens))
        self._said = {}
        self.chooser.display(about, context.lens)
        self.profile.display(insight, context.lens, journey)
        self._show_cards()
        self._show_muted(insight)

    def flush(self) -> None:
        """Nothing is typed here that is kept before it is recorded."""

    def _show_cards(self) -> None:
        """Cards take a few milliseconds each: those that come into view first are made first, the others meanwhile."""
        listed = min(self._listed, len(self.findings))
        told = [self._telling(one) for one in self.findings[: min(self._made, listed)]]
        self.cards.display(told, Counter(one.grade for one in self.findings), len(self.findings) - listed)
        self.cards.mark(self.current)
        if self._made < listed:
            QTimer.singleShot(0, self, self._make_more)

    def _make_more(self) -> None:
        if self._made < min(self._listed, len(self.findings)):
            self._made += BATCH
            self._show_cards()

    def _telling(self, finding: Finding) -> Telling:
        """What is said of it; once for each look at the study."""
        key = key_of(finding)
        if key not in self._said and self._of is not None:
            lens, everywhere = self.context.lens is None, self.chooser.everywhere
            document = self._of.scene.document
            made = self._opportunities.get(key)
            self._said[key] = telling(self.context, finding, document, lens=lens, journey=everywhere, made=made)
        return self._said[key]

    def _note(self, key: Key, note: str) -> None:
        self._opportunities[key] = note
        self.noted.emit(note)

    def _show_muted(self, insight: Insight) -> None:
        lens, journeys = self.context.lens, (None, self.context.journey)
        muted = [
            (one, mute) for one, mute in insight.heard.muted
            if lens in (None, one.lens) and (self.chooser.everywhere or one.journey in journeys)
        ]  # fmt: skip
        here = holds_focus(self.muted)
        self.muted.display(muted, insight.scene.document)
        if here and self.muted.isHidden():
            self.chooser.lens.setFocus()
        put(self._empty, "" if self.findings else self._nothing(muted=bool(muted)))
        self._empty.setVisible(not self.findings)
        say, document = self.context.say, self.context.document
        if self.context.journey not in document.journeys:
            self._begin.offer("add_persona", say("Add a persona"))
        else:
            self._begin.offer(*(("step", say("Add a step")) if not document.steps and document.phases else ()))

    def _nothing(self, *, muted: bool) -> str:
        say, document = self.context.say, self.context.document
        if muted:
            return say("Everything found here is muted. Open the list below to read it again.")
        if not document.steps:
            return say("Add a persona with a journey and some steps: here you will read what stands out.")
        if self.context.lens is None:
            return say("Nothing stands out. Fill in more of the journey: who helps, how it feels, what people need.")
        return say("This lens finds nothing that stands out. It may also be that too little is filled in yet for it.")

    def _renewed(self) -> None:
        if self.isVisible():
            self.display()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.display()

    def _show_more(self) -> None:
        """More of them; the keyboard goes to the first new one."""
        had = min(self._listed, len(self.findings))
        self._listed += AT_ONCE
        self._made = max(self._made, had + AT_FIRST)
        self._show_cards()
        key = key_of(self.findings[min(had, len(self.findings) - 1)])
        self.cards.by_key[key].buttons["show"].setFocus()

    # Going from one to the next

    def choose(self, finding: Finding, *, staying: bool = False) -> None:
        """Show what a finding is about: its first subject in view, all of them selected.

        With `staying` no other journey is shown: that would be another list, in which one was not going on.
        """
        self.current = key_of(finding)
        self.cards.mark(self.current)
        places = on_map(self.context.document, finding, self.context.journey)
        first = next(iter(places or finding.subjects), None)
        if first is not None and not (staying and leads_away(self.context.document, first, self.context.journey)):
            self.place_wanted.emit(first)
        if len(places) > 1:
            self.outline_wanted.emit(places)

    def go(self, direction: int) -> None:
        """To the next or previous finding, on the map too."""
        self.display()
        if not self.findings:
            announce(self, self._empty.text())
            return
        keys = [key_of(finding) for finding in self.findings]
        at = keys.index(self.current) + direction if self.current in keys else min(0, direction)
        if at >= self._listed:
            self._listed += AT_ONCE
        index = at % min(self._listed, len(keys))
        if keys[index] not in self.cards.by_key:
            self._made = max(self._made, index + 1)
            self._show_cards()
        self.choose(self.findings[index], staying=not self.chooser.everywhere)
        QTimer.singleShot(0, self, lambda: self._bring(keys[index]))

    def _bring(self, key: Key) -> None:
        """Into view, once it is laid out; and said."""
        card = self.cards.by_key.get(key)
        if card is not None:
            self.cards.unfold(key)
            QApplication.sendPostedEvents(self.widget())
            self.ensureWidgetVisible(card, 0, 12)
            announce(card, f"{card.told.title}. {card.told.text}")


def _about(insight: Insight, journey: str | None) -> tuple[Finding, ...]:
    return insight.heard.findings if journey is None else insight.heard.about(journey)
