"""One page of the help as widgets below each other: headings, words, steps, notes, figures, things to do, ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.help.doing import Doing
from app.help.figure import Figure
from app.help.flow import Flow, Piece
from app.icons import icon
from app.plain import PlainLabel, literal, named
from journeys import text
from journeys.help.saying import said, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from app.window import StudyWindow
    from journeys.help import Block, Book, Named, Page, Span

SIZES: Final = {"title": 1.75, "heading": 1.22, "lead": 1.12}
"""Parts of the normal type size; everything else is a little larger than labels are, as it is read at length."""
BODY: Final = 1.05
WIDE: Final = 640
"""Pixels of a line at normal text size: longer ones are tiring."""
ABOVE: Final = {"heading": 16, "figure": 8, "next": 0}
INDENT: Final = 26


class PageView(QWidget):
    """Made for one page; another page is another one of these."""

    wanted = Signal(str)  #: another page

    def __init__(self, page: Page, held: Book, names: dict[str, Named], window: StudyWindow) -> None:
        super().__init__()
        self.setObjectName("page")
        self.page, self._book, self._names, self._window = page, held, names, window
        self._dress = window.dress
        self.flows: list[Flow] = []
        self.doings: list[Doing] = []
        self.figures: list[Figure] = []
        outer = QHBoxLayout(self)
        outer.setContentsMargins(26, 20, 22, 22)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        inner = QWidget()
        inner.setLayout(self._column)
        inner.setMaximumWidth(round(WIDE * self._dress.percent / 100) + INDENT)
        self._column.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(inner, 1000)
        outer.addStretch(1)
        self._fill()

    def _fill(self) -> None:
        say = self._dress.say
        self.title = self._flow((Piece(self.page.title),), "title")
        self.title.setAccessibleDescription(say("Heading"))
        self._column.addWidget(self.title)
        self._column.addWidget(self._flow(self._pieces(self.page.lead), "lead", "muted"))
        onward = [block.name for block in self.page.blocks if block.kind == "next"]
        for block in self.page.blocks:
            if block.kind != "next":
                self._column.addSpacing(ABOVE.get(block.kind, 0))
                self._column.addWidget(self._made(block))
        self._column.addSpacing(14)
        self._column.addWidget(named(QFrame(), "rule"))
        self._column.addWidget(PlainLabel(say("Read on"), name="heading"))
        for code in onward:
            self._column.addWidget(self._way(code), 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)

    def _way(self, code: str) -> QPushButton:
        button = named(QPushButton(literal(self._book.pages[code].title)), "link")
        button.setAutoDefault(False)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.wanted.emit(code))
        return button

    def _made(self, block: Block) -> QWidget:
        if block.kind == "heading":
            made = self._flow(self._pieces(block.spans), "heading")
            made.setAccessibleDescription(self._dress.say("Heading"))
            return made
        if block.kind in ("step", "point"):
            return self._item(
                f"{block.number}." if block.kind == "step" else "•", self._flow(self._pieces(block.spans))
            )
        if block.kind in ("tip", "caution"):
            return self._note(block)
        if block.kind == "figure":
            return self._figure(block)
        if block.kind == "try":
            doing = Doing(self._window, block.name)
            self.doings.append(doing)
            return doing
        if block.kind == "term":
            return self._flow((Piece(f"{block.name}", "strong"), Piece(" — "), *self._pieces(block.spans)))
        return self._flow(self._pieces(block.spans))

    def _item(self, sign: str, flow: Flow) -> QWidget:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        label = PlainLabel(sign, name="strong")
        label.setFont(self._font(BODY))
        label.setFixedWidth(round(INDENT * self._dress.percent / 100))
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(flow, 1)
        made = QWidget()
        made.setLayout(row)
        return made

    def _note(self, block: Block) -> QWidget:
        """Besides the words: a lamp for what helps, a triangle for what one would rue, and for who hears it a word."""
        say, colours = self._dress.say, self._dress.colours
        name, picture, ink, heard = (
            ("care", "act", colours.care, say("Watch out"))
            if block.kind == "caution"
            else ("good", "finding", colours.accent, say("Tip"))
        )
        frame = named(QFrame(), name)
        row = QHBoxLayout(frame)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        sign, side = PlainLabel(""), round(20 * self._dress.percent / 100)
        sign.setPixmap(icon(picture, ink).pixmap(side, side))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        flow = self._flow(self._pieces(block.spans))
        flow.setAccessibleDescription(heard)
        row.addWidget(flow, 1)
        return frame

    def _figure(self, block: Block) -> QWidget:
        caption = words_of(block.spans, self._names, self._dress.say)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(4)
        figure = Figure(block.name, caption, self._dress)
        self.figures.append(figure)
        column.addWidget(figure)
        column.addWidget(self._flow(self._pieces(block.spans), "caption", "muted"))
        return made

    def _pieces(self, spans: Iterable[Span]) -> tuple[Piece, ...]:
        return tuple(Piece(said(span, self._names, self._dress.say), span.kind, span.target) for span in spans)

    def _flow(self, pieces: Sequence[Piece], size: str = "", name: str = "") -> Flow:
        made = Flow(pieces, self._dress.colours, name)
        made.setFont(self._font(SIZES.get(size, 1.0 if size == "caption" else BODY), bold=size in ("title", "heading")))
        made.wanted.connect(self.wanted)
        self.flows.append(made)
        return made

    def _font(self, times: float, *, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * times)
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def mark(self, query: str) -> Flow | None:
        """Show where these words stand; gives the first place after the title, if there is one."""
        wanted = text.folded(query).split()
        first = None
        for flow in self.flows:
            places = list(_places(flow.flowing, wanted))
            flow.mark(places)
            if places and first is None and flow is not self.title:
                first = flow
        return first


def _places(words: str, wanted: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First letter and length of every place with one of the words; letters are folded one by one."""
    folded = [(text.folded(letter) or " ")[0] for letter in words]
    flat = "".join(folded)
    for word in wanted:
        at = flat.find(word)
        while at >= 0:
            yield at, len(word)
            at = flat.find(word, at + len(word))
