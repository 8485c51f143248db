"""Which findings to read: through which lens, and of which journey; with what each lens asks."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.help.question import question
from app.panels.fields import ChoiceField
from app.panels.section import Section
from app.plain import PlainLabel, put
from journeys.analysis.finding import LENSES
from journeys.phrases.lenses import NAMES
from journeys.phrases.lenses.about import about

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.context import Context
    from journeys.analysis.finding import Finding

HERE, EVERYWHERE = "journey", "study"


class LensChooser(QWidget):
    """The lens is the one that colours the map; which journeys is remembered here alone."""

    lens_wanted = Signal(object)  #: look through this lens (its code), or through all (None)
    where_changed = Signal()  #: read those of other journeys

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        say = context.say
        self.lens = ChoiceField(say("Look through the lens"))
        self.lens.committed.connect(lambda lens, _: self.lens_wanted.emit(lens))
        self.where = ChoiceField(
            say("Findings of"), [(say("This journey"), HERE), (say("The whole study"), EVERYWHERE)]
        )
        self.where.display(HERE)
        self.where.committed.connect(lambda *_: self.where_changed.emit())
        self._about = Section(context, "findings.about", say("About this lens"), opened=False)
        self._told = PlainLabel("", wrap=True, name="muted")
        self._about.rows.addWidget(self._told)
        caption = PlainLabel(say("Look through the lens"), name="field")
        caption.setBuddy(self.lens)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(caption, 1)
        head.addWidget(question("findings", say("Findings"), say, context.colours))
        column.addLayout(head)
        for part in (self.lens, self.where, self._about):
            column.addWidget(part)

    @property
    def everywhere(self) -> bool:
        """Whether the findings of all journeys are wanted."""
        return bool(self.where.currentData() == EVERYWHERE)

    def display(self, found: Iterable[Finding], lens: str | None) -> None:
        """Show how many each lens found, and what the chosen one asks."""
        say, per_lens = self._context.say, Counter(finding.lens for finding in found)
        self.lens.offer([
            (say("{lens} ({n})", lens=say("All lenses"), n=per_lens.total()), None),
            *((say("{lens} ({n})", lens=say(NAMES[code]), n=per_lens[code]), code) for code in LENSES),
        ])  # fmt: skip
        self.lens.display(lens)
        put(self._told, about(lens or "", say))
        self._about.setVisible(bool(lens))
