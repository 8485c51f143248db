"""The legend of the lens under the map: what each mark says, on how many steps, and which steps those are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout

from app import settings
from app.canvas import names
from app.focus import discard
from app.icons import icon
from app.lens.chip_icon import EMPTY, chip_icon, chip_size
from app.panels.message_bar import announce
from app.panels.narrow import Wrapped
from app.panels.sign_button import sign_button
from app.plain import PlainLabel, literal, named, put, tip
from journeys.phrases.lenses import signs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from app.study_view import StudyView

PART: Final = "lens"
"""Under which name the settings remember whether it is unfolded."""
SPACE: Final = 6
MOST_ROWS: Final = (2, 3)
"""With its words it takes no more rows, unless that is asked for: the map is what one looks at."""
HIGH: Final = 700
"""From so many pixels on the map has room for the last of these."""


class Entry(NamedTuple):
    """A line of the legend: a mark, or the steps that have none."""

    sign: str
    words: str
    ink: str
    steps: tuple[str, ...]


class LensBar(QFrame):
    """Says which lens colours the map, explains its marks, and leads to the steps that have one."""

    def __init__(self, view: StudyView) -> None:
        super().__init__()
        self.setObjectName("side")
        self._view = view
        self._entries: list[Entry] | None = None
        self._wide: list[int] = []
        """Of each chip with its words."""
        self._told = ""
        self._ordered: list[str] = []
        say, colours = view.context.say, view.context.colours
        self.setAccessibleName(say("Legend of the lens"))
        self.name = PlainLabel("", name="strong")
        self.fold = self._small("unfolded", say("Fold the legend"))
        self.fold.clicked.connect(self._turn)
        self.off = self._small("close", say("Lens off"))
        self.off.clicked.connect(lambda: view.show_lens(None))
        self.nothing = PlainLabel(
            say("No step of this journey has a mark under this lens yet."), name="muted", wrap=True
        )  # fmt: skip
        self._folded_icon, self._open_icon = icon("up", colours.text), icon("down", colours.text)
        self._row = QHBoxLayout()
        self._chips: Wrapped | None = None
        self._lay_out()

    def _small(self, picture: str, name: str) -> QToolButton:
        button = sign_button(picture, name, self._view.context.colours.text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._below = QVBoxLayout()
        self._below.setContentsMargins(12, 0, 8, 4)
        column.addWidget(named(QFrame(), "rule"))
        self._row.setContentsMargins(12, 3, 8, 3)
        self._row.setSpacing(10)
        top = Qt.AlignmentFlag.AlignTop
        self.name.setMinimumHeight(26)
        self._row.addWidget(self.name, 0, top)
        self._row.addWidget(self.nothing, 1)
        for button in (self.fold, self.off):
            self._row.addWidget(button, 0, top)
        column.addLayout(self._row)
        column.addLayout(self._below)

    @property
    def chips(self) -> Sequence[QToolButton]:
        """A button for every line of the legend."""
        return cast("Sequence[QToolButton]", self._chips.widgets) if self._chips is not None else ()

    # Showing

    def display(self) -> None:
        """The marks that are on the map now."""
        view, lens = self._view, self._view.map.lens
        say = view.context.say
        put(self.name, literal(say("Lens: {name}", name=signs.lens_name(lens, say))))
        self._ordered = [step.id for step in names.reading_order(view.map.document, view.map.journey)]
        entries = list(self._made(lens))
        if entries != self._entries:
            self._entries = entries
            self._show_chips(entries)
        self._follow_fold()
        self._tell(lens)

    def put_away(self, *, away: bool) -> None:
        """Show or hide it; whoever was in it is back on the map."""
        if away and any(part.hasFocus() for part in self.findChildren(QToolButton)):
            self._view.views.widget_shown.setFocus()
        self.setVisible(not away)
        if away:
            self._told = ""

    def _tell(self, lens: str) -> None:
        """Who does not see the colours hears that they changed, once per lens."""
        if lens != self._told:
            self._told = lens
            announce(self._view.map, f"{self.name.text()}. {self._summary()}")

    def _summary(self) -> str:
        say = self._view.context.say
        marks, ordered = self._view.map.marks, self._ordered
        marked = sum(step in marks for step in ordered)
        return say("{marked} of {total} steps have a mark.", marked=marked, total=len(ordered))

    def _made(self, lens: str) -> Iterator[Entry]:
        """The marks in the order in which they are explained, those that occur; then the steps without any."""
        say, marks, ordered = self._view.context.say, self._view.map.marks, self._ordered
        held: dict[str, list[str]] = {}
        inks: dict[str, str] = {}
        for step in ordered:
            for mark in marks.get(step, ()):
                held.setdefault(mark.code, []).append(step)
                inks.setdefault(mark.code, mark.ink)
        for code in (*signs.codes(lens), *(code for code in held if code not in signs.codes(lens))):
            if code in held:
                sign, words = signs.sign(lens, code, say), signs.words(lens, code, say)
                yield Entry(sign, words, inks[code], tuple(dict.fromkeys(held[code])))
        bare = tuple(step for step in ordered if step not in marks)
        if bare and held:
            yield Entry("", say("Without a mark"), EMPTY, bare)

    def _show_chips(self, entries: list[Entry]) -> None:
        here = next((at for at, chip in enumerate(self.chips) if chip.hasFocus()), None)
        if self._chips is not None:
            discard([self._chips])
        self._chips = Wrapped(*(self._chip(entry) for entry in entries), gap=SPACE) if entries else None
        if self._chips is not None:
            self._chips.setSizePolicy(_wide())
            self._wide = [chip.sizeHint().width() for chip in self.chips]
            self._arrange()
        if here is not None:
            (self.chips[min(here, len(self.chips) - 1)] if self.chips else self.off).setFocus()

    def _chip(self, entry: Entry) -> QToolButton:
        say, inks = self._view.context.say, self._view.map.inks.palette
        button = named(QToolButton(), "entry")
        size = chip_size(entry.sign, self._view.percent)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIcon(chip_icon(entry.sign, entry.ink, inks, size))
        button.setIconSize(size)
        put(button, _label(entry, opened=True))
        counted = say.many("{n} step", "{n} steps", len(entry.steps))
        button.setAccessibleName(f"{entry.words}: {counted}")
        tip(button, f"{entry.words}: {counted}. {say('Click to see which.')}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(partial(self._trace, entry))
        return button

    def _trace(self, entry: Entry) -> None:
        self._view.context.trace(f"{self.name.text()} · {entry.words}", entry.steps)

    # Folding: signs and numbers, without the words

    def _turn(self) -> None:
        settings.set_opened(PART, not self._opened())
        self._follow_fold()

    def _opened(self) -> bool:
        """As the user left it; at first it has its words when those leave the map its room."""
        most = MOST_ROWS[self._view.height() >= HIGH]
        return settings.opened(PART, default=self._rows(self.width() - self._beside()) <= most)

    def _arrange(self) -> None:
        """The chips stand beside the name; under it where that leaves them hardly any width."""
        if self._chips is None:
            return
        under = self._below.indexOf(self._chips) >= 0
        wanted = self._beside() > self.width() / 2
        if wanted != under or (self._row.indexOf(self._chips) < 0 and not under):
            (self._below if under else self._row).removeWidget(self._chips)
            if wanted:
                self._below.addWidget(self._chips)
            else:
                self._row.insertWidget(1, self._chips, 1)

    def _beside(self) -> int:
        """What stands left and right of the chips."""
        others = (self.name, self.fold, self.off)
        return sum(other.sizeHint().width() + self._row.spacing() for other in others) + 20

    def _rows(self, room: int) -> int:
        """How many rows the chips would take with their words."""
        rows, x = 1, 0
        for wide in self._wide:
            if x and x + wide > room:
                rows, x = rows + 1, 0
            x += wide + SPACE
        return rows

    def _follow_fold(self) -> None:
        entries, opened, say = self._entries or [], self._opened(), self._view.context.say
        for chip, entry in zip(self.chips, entries, strict=True):
            put(chip, _label(entry, opened=opened))
        self.nothing.setVisible(not entries)
        name = say("Fold the legend") if opened else say("Unfold the legend")
        self.fold.setIcon(self._open_icon if opened else self._folded_icon)
        self.fold.setAccessibleName(name)
        self.fold.setVisible(bool(entries))
        tip(self.fold, name)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._chips is not None:
            self._chips.updateGeometry()  # how wide it is, and so how high, nobody knew while it was hidden

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._entries and event.size().width() != event.oldSize().width():
            self._arrange()
            self._follow_fold()

    def has_focus(self) -> bool:
        """Whether the keyboard is somewhere in it."""
        parts: list[QWidget] = [self, *self.findChildren(QToolButton)]
        return any(part.hasFocus() for part in parts)

    def setFocus(self, *args: Qt.FocusReason) -> None:
        """The first thing in it that can be pressed."""
        first = self._chips.widgets[0] if self._chips is not None and self._chips.isVisible() else self.off
        first.setFocus(*args)


def _label(entry: Entry, *, opened: bool) -> str:
    return literal(f"{entry.words} {len(entry.steps)}") if opened else str(len(entry.steps))


def _wide() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    return policy
