"""What does not go along in a format, counted without holding the window up, and said in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from app import tasks
from app.privacy.told import copy_text
from journeys.analysis import anonymous
from journeys.exchange.aspects import ASPECTS, left_out
from journeys.i18n import words

if TYPE_CHECKING:
    from journeys.analysis.anonymous import Anonymous
    from journeys.exchange.wanted import Wanted
    from journeys.i18n import Words
    from journeys.model.document import Document

AT_ONCE: Final = 2_000
"""Steps up to which counting takes no longer than a blink."""


class Counting(QObject):
    """Counts what was asked for last; an answer to an earlier question is let go."""

    counted = Signal(object)  #: the (aspect, how many) that are left out

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._question = 0
        self.found: list[tuple[str, int]] = []
        """(aspect, how many) of the last answer."""

    def ask(self, wanted: Wanted, keeps: frozenset[str]) -> None:
        """Count for this."""
        self._question += 1
        question = self._question
        if len(wanted.document.steps) <= AT_ONCE:
            self._answer(question, left_out(wanted, keeps))
        else:
            tasks.start(
                lambda _: left_out(wanted, keeps), self, lambda found: self._answer(question, found),
                tasks.our_mistake,
            )  # fmt: skip

    def text(self, say: Words, *, beside: bool) -> str:
        """A line for each, and which format leaves nothing out; `beside`: something is left out for another reason."""
        if not self.found:
            return "" if beside else say("Everything goes along.")
        lines = [f"–  {say.many(ASPECTS[code].one, ASPECTS[code].other, n)}" for code, n in self.found]
        return "\n".join([*lines, *([] if beside else ["", say("JSON holds everything.")])])

    def _answer(self, question: int, found: list[tuple[str, int]]) -> None:
        if question == self._question:
            self.found = found
            self.counted.emit(found)


def without_names(document: Document) -> Anonymous:
    """The copy in which nobody is named, in the language of the study."""
    return anonymous.anonymised(document, words(document.study.language))


def others_text(made: Anonymous, snapshots: int, say: Words) -> str:
    """What the copy in which nobody is named leaves out besides, and who is called otherwise."""
    return copy_text(dict(made.counts) | {"snapshots": snapshots}, made.renamed, say)
