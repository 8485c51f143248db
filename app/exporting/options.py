"""Beside the list: what the chosen format is, what goes along, what is left out, and what the files are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.exporting import offered
from app.exporting.destination import listed
from app.exporting.journeys_choice import JourneysChoice
from app.panels.fields import CheckField, ChoiceField
from app.plain import PlainLabel, named, put
from journeys.i18n import LANGUAGES, TONGUES, Language, language_called

if TYPE_CHECKING:
    from app.exporting.asked import Asked
    from app.exporting.subject import Subject
    from journeys.exchange.formats import Format
    from journeys.i18n import Words


class Options(QScrollArea):
    """Shows only what says something about the chosen format."""

    changed = Signal()  #: the user asked for something else
    anonymous_wanted = Signal(bool)  #: the user wants a copy with nobody in it by name, or the study itself

    def __init__(self, subject: Subject, say: Words) -> None:
        super().__init__()
        self._say, self._subject = say, subject
        self._format: Format | None = None
        self._endings: dict[str, str] = {}
        self.title, self.about = PlainLabel("", wrap=True, name="title"), PlainLabel("", wrap=True, name="muted")
        self.journeys = JourneysChoice(subject, say)
        self.language = ChoiceField(say("Language of the file"), [(TONGUES[each].name, each) for each in LANGUAGES])
        self.language.setProperty("foreign", True)
        self.ending = ChoiceField(say("Kind of file"))
        self.anonymous = CheckField(say("Anonymous: nobody by name"))
        self.veiled = PlainLabel("", wrap=True)
        self.lost_heading = PlainLabel(say("What does not go along").upper(), name="heading")
        self.lost = _told()
        self.others_heading = PlainLabel(say("What is left out or called otherwise").upper(), name="heading")
        self.others = _told()
        self.files_heading = PlainLabel(say("Files").upper(), name="heading")
        self.files_about, self.files = PlainLabel("", wrap=True), _told()
        self.files.setProperty("foreign", True)  # the names of journeys
        named(self, "page")  # keys scroll it, so that the focus must be seen
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(say("What goes along"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        page = named(QWidget(), "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(8)
        self._with_language = _captioned(self.language)
        self._with_ending = _captioned(self.ending)
        for widget in (
            self.title, self.about, self.journeys, self._with_language, self._with_ending, self.anonymous, self.veiled,
            self.lost_heading, self.lost, self.others_heading, self.others, self.files_heading, self.files_about,
            self.files,
        ):  # fmt: skip
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(page)
        put(self.veiled, self._say("Names are hidden, also in the file."))

    def _connect(self) -> None:
        self.journeys.changed.connect(self.changed)
        self.language.committed.connect(lambda *_: self.changed.emit())
        self.ending.committed.connect(lambda *_: self._end())
        self.anonymous.committed.connect(lambda on, _: self.anonymous_wanted.emit(on))

    def display(self, asked: Asked, study: Language) -> None:
        """Show what was asked last; the study's own language unless another one was."""
        self.journeys.display(asked.which)
        self.language.display(asked.language or study)
        self._endings = dict(asked.endings)

    def show_format(self, chosen: Format | None, title: str, about: str) -> None:
        """Of which format it is now; None for what has nothing to choose here."""
        self._format = chosen
        put(self.title, title)
        put(self.about, about)
        self.journeys.setVisible(chosen is not None and not offered.whole_study(chosen))
        self._with_language.setVisible(chosen is not None and chosen.code not in offered.WORDLESS)
        names = offered.ENDINGS.get(chosen.code, {}) if chosen is not None else {}
        self.ending.offer([(self._say(name), ending) for ending, name in names.items()])
        self.ending.display(self._endings.get(chosen.code, next(iter(names), None)) if chosen else None)
        self._with_ending.setVisible(bool(names))
        self.anonymous.setVisible(chosen is not None and self._subject.kind == "study")
        self.veiled.setVisible(chosen is not None and self._subject.kind == "veiled")
        self.show_lost("", "")
        self.show_files([])

    def chosen_ending(self) -> str:
        """How the files are called."""
        held = self.ending.currentData()
        return str(held) if held else offered.endings(self._format)[0] if self._format else ""

    def endings(self) -> dict[str, str]:
        """What was chosen of each format, for the next time."""
        return self._endings

    def chosen_language(self) -> Language:
        return language_called(self.language.currentData()) or "nl"

    def chosen_journeys(self) -> tuple[str, ...]:
        """Ids; all of a format that always holds the whole study."""
        whole = self._format is not None and offered.whole_study(self._format)
        return self.journeys.everything() if whole else self.journeys.journeys()

    def show_lost(self, text: str, others: str) -> None:
        """What the format leaves out; and what a copy in which nobody is named leaves out besides."""
        for heading, label, told in (
            (self.lost_heading, self.lost, text), (self.others_heading, self.others, others)
        ):  # fmt: skip
            put(label, told)
            for widget in (heading, label):
                widget.setVisible(bool(told))

    def show_files(self, names: list[str]) -> None:
        """What the files are called, when there are several."""
        count = len(names) if len(names) > 1 else 0
        put(self.files, listed(names, self._say) if count else "")
        put(self.files_about, self._say.many(
            "{n} file, in a folder that you choose:", "{n} files, one for each journey, in a folder that you choose:",
            count,
        ))  # fmt: skip
        for widget in (self.files_heading, self.files_about, self.files):
            widget.setVisible(bool(count))

    def _end(self) -> None:
        if self._format is not None:
            self._endings[self._format.code] = self.chosen_ending()
        self.changed.emit()


def _told() -> PlainLabel:
    """Lines that may be copied."""
    made = PlainLabel("", wrap=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def _captioned(field: ChoiceField) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    caption = PlainLabel(field.accessibleName(), name="field")
    caption.setBuddy(field)
    column.addWidget(caption)
    column.addWidget(field)
    return made
