"""Under the page: how large it is shown, and which of the pages it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from app.panels.sign_button import sign_button
from app.plain import PlainLabel, named, put, tip

if TYPE_CHECKING:
    from app.theme import Colours
    from journeys.i18n import Words


class PageBar(QWidget):
    """Buttons for what the keys of the page do too."""

    zoom_wanted = Signal(float)  #: so many times as large as now
    fit_wanted = Signal()  #: the whole page
    actual_wanted = Signal()  #: as large as on paper
    turned = Signal(int)  #: so many pages on

    def __init__(self, colours: Colours, say: Words) -> None:
        super().__init__()
        self._say = say
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.fit = sign_button("fit", say("Whole page (Ctrl+0)"), colours.text, colours.idle)
        self.less = sign_button("minus", say("Smaller (Ctrl+−)"), colours.text, colours.idle)
        self.percent = named(QToolButton(), "small")
        self.percent.setAccessibleName(say("As large as on paper (Ctrl+1)"))
        tip(self.percent, say("As large as on paper (Ctrl+1)"))
        self.more = sign_button("plus", say("Larger (Ctrl++)"), colours.text, colours.idle)
        self.lines = PlainLabel(say("Red line: cut here. Blue dashes: margin."), name="muted")
        self.back = sign_button("back", say("Previous page (Page Up)"), colours.text, colours.idle)
        self.which = PlainLabel("")
        self.on = sign_button("folded", say("Next page (Page Down)"), colours.text, colours.idle)
        zooming: list[QWidget] = [self.fit, self.less, self.percent, self.more]
        turning: list[QWidget] = [self.back, self.which, self.on]
        for widget in zooming:
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.lines)
        row.addStretch(1)
        for widget in turning:
            row.addWidget(widget)
        self.fit.clicked.connect(self.fit_wanted)
        self.percent.clicked.connect(self.actual_wanted)
        self.less.clicked.connect(lambda: self.zoom_wanted.emit(0.8))
        self.more.clicked.connect(lambda: self.zoom_wanted.emit(1.25))
        self.back.clicked.connect(lambda: self.turned.emit(-1))
        self.on.clicked.connect(lambda: self.turned.emit(1))
        self.show_page(0, 1, lines=False)

    def show_zoom(self, zoom: float) -> None:
        put(self.percent, f"{round(zoom * 100)} %")

    def show_page(self, number: int, count: int, *, lines: bool) -> None:
        """Which page (from 0) of how many, and whether it has lines that are not on the paper."""
        self.lines.setVisible(lines)
        put(self.which, self._say("Page {i} of {n}", i=number + 1, n=count) if count > 1 else "")
        for button, possible in ((self.back, number > 0), (self.on, number < count - 1)):
            button.setVisible(count > 1)
            button.setEnabled(possible)
