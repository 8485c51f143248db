"""The status bar: what there is, how present the scope is, whether it is saved, and the zoom."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QStatusBar, QWidget

from app.panels.scope_button import ScopeButton
from app.plain import PlainLabel, named, put, tip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.context import Context
    from journeys.analysis.findings import JourneyFindings

LEAST, MOST = 10, 400
HIGH = 24
"""Pixels of what is pressed, at least."""
AROUND = 5
"""Pixels above and below what stands in it together."""
GAP, MARGINS = 8, 24
"""Pixels between the parts of the bar, and at its ends together."""


class StatusBar(QStatusBar):
    """Left: counts and presence. Right: save state and zoom."""

    zoom_wanted = Signal(float)  #: the factor to zoom to
    fit_wanted = Signal()  #: show the whole map
    findings_wanted = Signal()  #: show what asks for action
    save_wanted = Signal()  #: the button beside a save state was pressed

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        say = context.say
        self.setSizeGripEnabled(False)
        self.setContentsMargins(4, 0, 14, 0)
        self.counts = PlainLabel("")
        self.presence = PlainLabel("")
        self.acts = named(QPushButton(""), "link")
        self.acts.setAccessibleDescription(say("Show the findings"))
        tip(self.acts, say("Show the findings"))
        self.acts.clicked.connect(self.findings_wanted)
        self.scope = ScopeButton(context)
        self.saved = PlainLabel("", name="muted")
        self.why = PlainLabel("", name="muted")
        self.save_button = named(QPushButton(""), "link")
        self.save_button.clicked.connect(self.save_wanted)
        self.save_button.hide()
        self._make_zoom()
        self.messageChanged.connect(self._message_changed)
        for label in (self.counts, self.presence):
            label.setContentsMargins(8, 0, 10, 0)
            self.addWidget(label)
        self.addWidget(self.acts)
        self.acts.hide()
        self.addWidget(self.scope)
        self.signs: list[QWidget] = []
        """What the facilitator has switched on; always in sight."""
        self._signs = QWidget()
        QHBoxLayout(self._signs).setContentsMargins(0, 0, 6, 0)
        for widget in (self._signs, self.saved, self.why, self.save_button, self.percent, self.slider, self.fit):
            self.addPermanentWidget(widget)

    def _make_zoom(self) -> None:
        self.percent = PlainLabel("100 %")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(LEAST, MOST)
        self.slider.setFixedWidth(110)
        self.slider.setMinimumHeight(HIGH)
        self.slider.setAccessibleName(self.context.say("Zoom"))
        self.slider.valueChanged.connect(lambda value: self.zoom_wanted.emit(value / 100))
        self.fit = named(QPushButton(self.context.say("Fit")), "link")
        self.fit.clicked.connect(self.fit_wanted)
        self._zooms = True

    def display(self, found: JourneyFindings | None) -> None:
        """The numbers of the shown journey."""
        from journeys import phrases

        say, document = self.context.say, self.context.document
        self.scope.display()
        if found is None:
            put(self.counts, self._without_findings())
            put(self.presence, "")
            return
        steps = sum(step.journey == found.journey for step in document.steps.values())
        parts = (
            phrases.count_of("phase", len(found.phases), say),
            phrases.count_of("step", steps, say),
            say.many("{n} gap", "{n} gaps", len(found.gaps)),
        )
        put(self.counts, " · ".join(parts))
        levels = Counter(phase.level for phase in found.phases)
        said = [f"{phrases.level_word(level, say)} {n}" for level, n in sorted(levels.items(), key=_level_order)]
        put(self.presence, phrases.capital(" · ".join(said)))

        self._make_room()

    def show_signs(self, signs: list[QWidget]) -> None:
        """These, before everything else at the right."""
        row = cast("QHBoxLayout", self._signs.layout())
        for old in self.signs:
            old.hide()
            row.removeWidget(old)
            old.deleteLater()
        self.signs = signs
        for sign in signs:
            row.addWidget(sign)
        self._signs.setVisible(bool(signs))
        self._make_room()

    def _without_findings(self) -> str:
        """Of a process how many steps it has; without any journey, how many personas there are."""
        from journeys import phrases

        say, document = self.context.say, self.context.document
        shown = document.journeys.get(self.context.journey or "")
        if shown is None:
            return phrases.count_of("persona", len(document.personas), say)
        steps = sum(step.journey == shown.id for step in document.steps.values())
        return " · ".join((say("Process behind a step"), phrases.count_of("step", steps, say)))

    def show_findings(self, to_act_on: int) -> None:
        """How many findings about the shown journey ask for action."""
        say = self.context.say
        put(self.acts, say.many("{n} to act on", "{n} to act on", to_act_on) if to_act_on else "")
        self._make_room()

    def _message_changed(self, text: str) -> None:
        if not text:
            self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def event(self, event: QEvent) -> bool:
        """What stands in it has another width now, or its letters another size."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._make_room()
        return done

    def _make_room(self) -> None:
        """What can be missed goes when the bar is too narrow: presence first, then the slider, the scope, what
        asks for action, the counts, and at last why something is not saved, which the tip tells too.
        """
        zoom = (self.percent, self.fit) if self._zooms else ()
        signs = [self._signs] if self.signs else []
        kept = (*signs, self.saved, *zoom, *([self.save_button] if self.save_button.text() else []))
        self._shorten_signs([*kept, self.counts])
        self.setMinimumHeight(max(widget.sizeHint().height() for widget in (self.counts, self.fit)) + AROUND)
        left = self.width() - sum(widget.sizeHint().width() + GAP for widget in kept) - MARGINS
        slider = [self.slider] if self._zooms else []
        acts = [self.acts] if self.acts.text() else []
        why = [self.why] if self.why.text() else []
        spoken = bool(self.currentMessage())  # Qt hides what stands at the left meanwhile
        if not acts or spoken:
            _show(self.acts, shown=False)
        for widget in (*why, self.counts, *acts, self.scope, *slider, self.presence):
            left -= max(widget.sizeHint().width(), widget.minimumWidth()) + GAP
            if widget in (self.slider, self.why) or not spoken:
                _show(widget, shown=left >= 0)

    def _shorten_signs(self, beside: list[QWidget]) -> None:
        """Signs that have a picture do without their words where these and the counts find no room otherwise."""
        buttons = [sign for sign in self.signs if isinstance(sign, QPushButton) and sign.property("words")]
        away = sum(sign.fontMetrics().horizontalAdvance(sign.property("words")) for sign in buttons if not sign.text())
        short = away + sum(widget.sizeHint().width() + GAP for widget in beside) + MARGINS > self.width()
        for sign in buttons:
            words = "" if short else sign.property("words")
            if sign.text() != words:
                put(sign, words)

    def let_zoom(self, *, zooms: bool) -> None:
        """The zoom is there where the shown view has one."""
        if zooms != self._zooms:
            self._zooms = zooms
            for widget in (self.percent, self.slider, self.fit):
                widget.setVisible(zooms)
            self._make_room()

    def show_zoom(self, factor: float) -> None:
        """Follow the map's zoom."""
        self.slider.blockSignals(True)
        self.slider.setValue(round(factor * 100))
        self.slider.blockSignals(False)
        put(self.percent, f"{round(factor * 100)} %")

    def show_saved(
        self, text: str, button: str = "", reason: str = "", whole: str = "", *, grave: bool = False
    ) -> None:
        """One of the three save states, why, and with a button where there is something to do.

        `whole`: all that is to be said, for the tip and for who hears it; `grave`: what was done is not kept.
        """
        put(self.saved, text)
        put(self.why, f"· {reason}" if reason else "")
        put(self.save_button, button)
        for widget in (self.saved, self.why, self.save_button):
            tip(widget, whole)
        self.save_button.setAccessibleDescription(whole)
        self.why.setVisible(bool(reason))
        self.save_button.setVisible(bool(button))
        name = "danger" if grave else "muted"
        if self.saved.objectName() != name:
            self.saved.setObjectName(name)
            self.saved.style().unpolish(self.saved)
            self.saved.style().polish(self.saved)
        self._make_room()


def _show(widget: QWidget, *, shown: bool) -> None:
    """Only when that is new: each time, the bar lays out everything again."""
    if widget.isHidden() == shown:
        widget.setVisible(shown)


def _level_order(item: tuple[str, int]) -> int:
    from journeys.analysis.presence import LEVELS

    return [str(level) for level in LEVELS].index(item[0])
