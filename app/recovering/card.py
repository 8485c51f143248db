"""One study that can be recovered: its journey in strokes, when it was changed, and three ways out."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from app import recent
from app.panels.message_bar import announce
from app.panels.narrow import Wrapped
from app.plain import PlainLabel, named, put, tip
from app.welcome.elided import Elided
from app.welcome.gist_picture import GistPicture
from journeys.phrases.dates import when_text
from journeys.phrases.terms import count_of

if TYPE_CHECKING:
    from app.dress import Dress
    from app.recovering.waiting import Waiting
    from journeys.i18n import Words

PICTURE: Final = QSize(104, 56)


class WaitingCard(QFrame):
    """Its buttons go once one of them was pressed; then it says what became of it."""

    answered = Signal(str)  #: "restore", "original" or "later"

    def __init__(self, dress: Dress, waiting: Waiting) -> None:
        super().__init__()
        self.setObjectName("card")
        self.waiting, self._say = waiting, dress.say
        self.answer = ""
        self.told = PlainLabel("", name="muted", wrap=True)
        self.told.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 12, 14, 12)
        row.setSpacing(14)
        picture = GistPicture(dress.inks, waiting.glimpse.gist)
        picture.setFixedSize(PICTURE * dress.percent / 100)
        row.addWidget(picture)
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addWidget(Elided(waiting.one.title, "strong"))
        for text, name in _lines(waiting, dress.say):
            column.addWidget(PlainLabel(text, name=name, wrap=True))
        column.addSpacing(5)
        column.addWidget(self._buttons())
        column.addWidget(self.told)
        row.addLayout(column, 1)

    def _buttons(self) -> Wrapped:
        say, one = self._say, self.waiting.one
        self.restore = named(QPushButton(say("Recover")), "primary")
        gone = self.waiting.file in ("none", "gone")
        self.original = QPushButton(say("Put aside") if gone else say("Open the original"))
        self.later = QPushButton(say("Later"))
        tip(self.original, say("Your last changes are set aside. You find them under File > Earlier versions."))
        tip(self.later, say("You are asked again at the next start. It also waits under File > Earlier versions."))
        for button, code in ((self.restore, "restore"), (self.original, "original"), (self.later, "later")):
            button.setAccessibleName(f"{button.text()}: {one.title}")
            button.clicked.connect(lambda _=False, code=code: self.decide(code))
        self._row = Wrapped(self.restore, self.original, self.later, gap=8)
        return self._row

    def decide(self, answer: str) -> None:
        """One of the three; a second time nothing happens."""
        if self.answer:
            return
        say = self._say
        self.answer = answer
        texts = {
            "restore": say("Recovered."), "original": say("Your last changes are set aside."),
            "later": say("Waits until you look at it."),
        }  # fmt: skip
        put(self.told, texts[answer])
        self._row.hide()
        self.told.show()
        announce(self, texts[answer])
        self.answered.emit(answer)


def _lines(waiting: Waiting, say: Words) -> list[tuple[str, str]]:
    """When and how much, which file, and what one must know before choosing."""
    one, glimpse = waiting.one, waiting.glimpse
    when = when_text(one.changed, dt.datetime.now().astimezone(), say)
    counts = count_of("step", glimpse.steps, say)
    where = say("Not in a file yet")
    if one.path is not None:
        where = say("{name} in {folder}", name=one.path.name, folder=recent.folder_text(one.path.parent))
    lines = [(say("Last change {time} · {counts}", time=when, counts=counts), "muted"), (where, "muted")]
    if one.damaged or not glimpse.whole:
        lines.append((say("⚠ This copy is damaged. What can still be read opens as a new study."), "warn"))
    elif waiting.file == "changed":
        text = say("⚠ Somebody changed the file since. Your work then goes into a file beside it; both stay.")
        lines.append((text, "warn"))
    elif waiting.file == "gone":
        lines.append((say("⚠ The file is not there now. You can save your work elsewhere."), "warn"))
    return lines
