"""Which journeys go along: all of them, the one on the map, or those that are ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.dialogs.poster.checks import CheckList
from app.panels.fields import ChoiceField
from app.plain import PlainLabel
from journeys.poster.choice import in_order

if TYPE_CHECKING:
    from app.exporting.asked import Which
    from app.exporting.subject import Subject
    from journeys.i18n import Words
    from journeys.model.document import Document


class JourneysChoice(QWidget):
    """A choice of three, and a list to tick when it is the third."""

    changed = Signal()  #: other journeys

    def __init__(self, subject: Subject, say: Words) -> None:
        super().__init__()
        self._subject, self._say = subject, say
        caption = PlainLabel(say("Journeys"), name="field")
        self.which = ChoiceField(say("Journeys"), self._options())
        caption.setBuddy(self.which)
        self.rows = CheckList(say("Journeys that go along"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for widget in (caption, self.which, self.rows):
            column.addWidget(widget)
        self.rows.display(_rows(subject.document, say), subject.all_journeys())
        self.rows.hide()
        self.which.committed.connect(lambda *_: self._chosen())
        self.rows.ticked.connect(self.changed)

    @property
    def code(self) -> Which:
        """All, the one on the map, or some."""
        held = self.which.currentData()
        return held if held in ("one", "some") else "all"

    def display(self, which: Which) -> None:
        self.which.display(which if self.which.findData(which) >= 0 else "all")
        self.rows.setVisible(self.code == "some")

    def journeys(self) -> tuple[str, ...]:
        """The ids in the order of the study."""
        subject = self._subject
        if self.code == "one" and subject.journey is not None:
            return (subject.journey,)
        return self.rows.chosen() if self.code == "some" else subject.all_journeys()

    def everything(self) -> tuple[str, ...]:
        """All of them, also the processes behind steps."""
        return tuple(in_order(self._subject.document))

    def take(self, subject: Subject) -> None:
        """The same journeys, by the names that they have in this study."""
        ticked, self._subject = self.rows.chosen(), subject
        self.rows.display(_rows(subject.document, self._say), ticked)

    def _options(self) -> list[tuple[str, object]]:
        subject, say = self._subject, self._say
        count = len(subject.all_journeys())
        options: list[tuple[str, object]] = [(say.many("All {n} journey", "All {n} journeys", count), "all")]
        if subject.journey in subject.document.journeys:
            options.append((say("The journey on the map"), "one"))
        return [*options, (say("Some journeys…"), "some")]

    def _chosen(self) -> None:
        self.rows.setVisible(self.code == "some")
        self.changed.emit()


def _rows(document: Document, say: Words) -> list[tuple[str, str]]:
    return [(id_, called(document, id_, say)) for id_ in in_order(document)]


def called(document: Document, id_: str, say: Words) -> str:
    """A journey by its persona and title, and whether it is the desired one or a process behind a step."""
    journey = document.journeys[id_]
    name = f"{document.personas[journey.persona].name}: {journey.title}"
    marks = [say("desired")] if journey.variant == "desired" else []
    marks += [say("behind a step")] if journey.parent_step is not None else []
    return f"{name} ({', '.join(marks)})" if marks else name
