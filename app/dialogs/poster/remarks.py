"""What preflight says of the poster: what is not on the paper, what is not good enough, and what is good to know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.dialogs.poster import subjects
from app.icons import drawn
from app.plain import PlainLabel, named, put
from journeys.i18n import N_
from journeys.phrases import preflight_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPixmap

    from app.context import Context
    from app.theme import Colours
    from journeys.poster.preflight.item import Item, Weight

GROUPS: Final[dict[Weight, str]] = {
    "lost": N_("Not on the paper"), "poor": N_("Not good enough"), "known": N_("Good to know"),
}  # fmt: skip
MOST: Final = 40
"""Rows of one group; the others are counted."""
SIDE: Final = 18


class Remarks(QScrollArea):
    """A row per remark; activating it shows what it is about, again and again the next thing."""

    subject_wanted = Signal(str, str)  #: show this id, in this journey
    paper_wanted = Signal(str)  #: print on this paper
    parts_wanted = Signal(str)  #: divide over so many sheets

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.rows: list[Remark] = []
        self._pressed: Remark | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(context.say("What to know before printing"))
        self._said: tuple[object, ...] = ()
        self._page = QWidget()
        self._fill([PlainLabel(context.say("Looking at the poster…"), wrap=True, name="muted")])

    def wait(self) -> None:
        """What was said holds no longer; it stays, in grey, until there is something new."""
        self._page.setEnabled(False)

    def display(self, items: Sequence[Item]) -> None:
        """Show this; rows that stay keep the focus."""
        said = tuple((item.code, item.journey, item.subjects, tuple(item.values.items())) for item in items)
        self._page.setEnabled(True)
        if said == self._said:
            return
        self._said = said
        self.rows, self._pressed = [], None
        several = len({item.journey for item in items if item.journey}) > 1
        parts: list[QWidget] = []
        if not any(item.weight == "lost" for item in items):
            say = self._context.say
            chosen = any(item.code == "left_out.chosen" for item in items)
            told = say("Everything you chose is on the poster.") if chosen else say("Everything is on the poster.")
            parts.append(_all_there(told, self._context.colours))
        for weight, name in GROUPS.items():
            group = [item for item in items if item.weight == weight]
            if group:
                parts.append(self._heading(name, len(group)))
                parts += [self._row(item, several=several) for item in group[:MOST]]
            if len(group) > MOST:
                parts.append(PlainLabel(self._context.say("{n} more", n=len(group) - MOST), name="muted"))
        self._fill(parts)

    def _heading(self, name: str, count: int) -> QWidget:
        made = PlainLabel(self._context.say("{name} ({n})", name=self._context.say(name), n=count), name="strong")
        made.setContentsMargins(0, 10, 0, 2)
        return made

    def _row(self, item: Item, *, several: bool) -> QWidget:
        """Where the poster is about several journeys, it says about which one this is."""
        document, say = self._context.document, self._context.say
        sentence = preflight_text(item.code, item.subjects, item.values, document, say)
        found = subjects.known(document, item, several=several)
        of = subjects.whose(document, item.journey) if several else ""
        row = Remark(sentence, of, picture(item.weight, self._context.colours), self._context)
        paper = str(item.values["paper"]) if item.code == "advice.paper" else ""
        if found:
            row.wanted.connect(lambda id_, journey=item.journey: self._want(row, id_, journey))
            row.let(found)
        elif paper:
            row.wanted.connect(self.paper_wanted)
            row.let([paper], say("Choose {paper}", paper=paper))
        elif item.code == "advice.split":
            row.wanted.connect(self.parts_wanted)
            row.let([str(item.values["sheets"])], say("Divide it"))
        else:
            row.let_read()
            return row
        self.rows.append(row)
        return row

    def _want(self, row: Remark, id_: str, journey: str) -> None:
        self._pressed = row
        self.subject_wanted.emit(id_, journey)

    @property
    def told(self) -> str:
        """What the row that was pressed says, and how far it is."""
        row = self._pressed
        if row is None:
            return ""
        text = row.sentence.text()
        return self._context.say("{text} ({i} of {n})", text=text, i=row.shown, n=row.count) if row.several else text

    @property
    def more(self) -> bool:
        """Whether the row that was pressed leads to several things."""
        return self._pressed is not None and self._pressed.several

    def show_next(self) -> None:
        """As if that row were pressed again, as long as it says the same."""
        if self._pressed is not None:
            self._pressed.click()

    def _fill(self, parts: Sequence[QWidget]) -> None:
        self._page = named(QWidget(), "page")
        column = QVBoxLayout(self._page)
        column.setContentsMargins(2, 0, 8, 4)
        column.setSpacing(3)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(self._page)


class Remark(QPushButton):
    """A sentence to press; its text wraps."""

    wanted = Signal(str)  #: show this id

    def __init__(self, sentence: str, of: str, mark: QPixmap, context: Context) -> None:
        super().__init__()
        self.setObjectName("remark")
        self._context = context
        self._ids: list[str] = []
        self._next = 0
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(6, 5, 6, 5)
        row.setSpacing(7)
        sign = PlainLabel()
        sign.setPixmap(mark)
        sign.setFixedSize(SIDE, SIDE)
        self.sentence = PlainLabel(sentence, wrap=True)
        self.where = PlainLabel("", wrap=True, name="muted")
        words = QVBoxLayout()
        words.setSpacing(1)
        owner = PlainLabel(of, wrap=True, name="muted")
        owner.setVisible(bool(of))
        words.addWidget(owner)
        words.addWidget(self.sentence)
        words.addWidget(self.where)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for label in (sign, owner, self.sentence, self.where):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAutoDefault(False)
        self.setAccessibleName(f"{of}: {sentence}" if of else sentence)
        self.clicked.connect(self._show_next)

    def let(self, ids: list[str], verb: str = "") -> None:
        """What pressing it asks for, one after the other."""
        self._ids = ids
        say = self._context.say
        put(self.where, verb or (say("Show {n}, one by one", n=len(ids)) if self.several else say("Show it")))
        self.setAccessibleDescription(self.where.text())

    def let_read(self) -> None:
        """There is nothing to press it for."""
        self.where.hide()
        self.setProperty("still", True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def count(self) -> int:
        return len(self._ids)

    @property
    def several(self) -> bool:
        return self.count > 1

    @property
    def shown(self) -> int:
        """The number of the thing that was shown last, from 1."""
        return self._next

    def _show_next(self) -> None:
        index = self._next % len(self._ids)
        self._next = index + 1
        if self.several:
            put(self.where, self._context.say("Shown: {i} of {n}. Press for the next.", i=index + 1, n=len(self._ids)))
            self.setAccessibleDescription(self.where.text())
        self.wanted.emit(self._ids[index])

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize()


def _all_there(told: str, colours: Colours) -> QFrame:
    """Nothing is missing: worth saying."""
    frame = named(QFrame(), "good")
    row = QHBoxLayout(frame)
    row.setContentsMargins(8, 7, 8, 7)
    row.setSpacing(7)
    sign = PlainLabel()
    sign.setPixmap(picture("good", colours))
    sign.setFixedSize(SIDE, SIDE)
    row.addWidget(sign)
    row.addWidget(PlainLabel(told, wrap=True, name="strong"), 1)
    return frame


def picture(weight: str, colours: Colours) -> QPixmap:
    """A sign of its own shape for each weight, so that colour is not all there is."""

    def draw(painter: QPainter) -> None:
        inks = {"lost": colours.danger, "poor": "#b15a00", "known": colours.muted, "good": "#1a7a3c"}
        ink = QColor(inks[weight])
        if weight in ("poor", "good") and QColor(colours.panel).lightness() < 128:
            ink = ink.lighter(190)
        painter.setPen(QPen(ink, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        if weight == "poor":
            painter.drawPolygon(QPolygonF([QPointF(9, 2.5), QPointF(16, 15.5), QPointF(2, 15.5)]))
            painter.drawLine(QPointF(9, 7), QPointF(9, 10.8))
            painter.drawPoint(QPointF(9, 13.3))
            return
        painter.drawEllipse(QRectF(2, 2, 14, 14))
        if weight == "lost":
            painter.drawLine(QPointF(6.2, 6.2), QPointF(11.8, 11.8))
            painter.drawLine(QPointF(11.8, 6.2), QPointF(6.2, 11.8))
        elif weight == "good":
            painter.drawPolyline([QPointF(5.6, 9.2), QPointF(8, 11.6), QPointF(12.4, 6.6)])
        else:
            painter.drawLine(QPointF(9, 8.4), QPointF(9, 12.4))
            painter.drawPoint(QPointF(9, 5.6))

    from PySide6.QtGui import QGuiApplication

    return drawn(SIDE, QGuiApplication.primaryScreen().devicePixelRatio(), draw)
