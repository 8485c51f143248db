"""The strip under the map in which one captures at the speed of talk: it remembers phase and party, Enter adds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app import settings
from app.canvas import keys, names
from app.panels import map_hint, quick_hint
from app.panels.fields import ChoiceField
from app.panels.message_bar import announce
from app.panels.quick_hint import NOBODY, Chosen
from app.panels.quick_line import QuickLine
from app.panels.sign_button import sign_button
from app.plain import PlainLabel, named, put
from journeys import text as texts
from journeys.edits import notes
from journeys.edits.capture import Heard, capture
from journeys.exchange import spoken_line
from journeys.model.time import phases_in_order
from journeys.phrases.terms import NOTES

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.study_view import StudyView
    from journeys.exchange.spoken_line import Spoken
    from journeys.model.document import Place
    from journeys.model.entities import NoteKind

PART: Final = "quick"
"""Under which name the settings remember whether it is open."""
HIGH: Final = 30
LETTERS: Final = 64
"""So many must fit beside each other for the choices to stand beside the line."""
AWAY: Final = ("compare", "ecosystem", "snapshots")
"""Views in which nothing is added to a journey."""


def toggle(view: StudyView) -> None:
    """Open it, or go to it; from within, close it."""
    if view.views.code in AWAY:
        view.show_view("map")
        view.strip("quick").hide()  # so that it is opened, not closed
    strip = view.strip("quick")
    if isinstance(strip, QuickEntry):
        if strip.isHidden() or not strip.has_focus():
            strip.open()
        else:
            strip.close_strip()


def reopen(view: StudyView) -> None:
    """As the user left it last; at first it is open. The focus stays where it is."""
    if settings.opened(PART, default=True) and view.views.code not in AWAY and not settings.large():
        view.strip("quick").show()


def follow(view: StudyView, code: str) -> None:
    """Another view is shown, or a list of what was counted opens or closes: both together leave the map no room."""
    listed = view.strips.get("trace")
    crowded = listed is not None and not listed.isHidden()
    view.strip("quick").setVisible(code not in AWAY and not crowded and settings.opened(PART, default=True))


class QuickEntry(QFrame):
    """Adds to the journey that is shown; keeps nothing but which phase and party the next step gets."""

    def __init__(self, view: StudyView) -> None:
        super().__init__()
        self.setObjectName("side")
        self._view = view
        self._last: str | None = None
        self._pointed_at = self._points_at()
        say = view.context.say
        self.phase = ChoiceField(say("Phase"))
        self.party = ChoiceField(say("Whom do they meet?"))
        self.line = QuickLine()
        self.hint = PlainLabel("", name="field", wrap=True)
        self._kinds = _note_words(view)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.line)
        self.display()
        self._recall()

    def _lay_out(self) -> None:
        say, colours = self._view.context.say, self._view.context.colours
        self.line.setAccessibleName(say("New step"))
        self.line.setPlaceholderText(say("New step…"))
        self.line.setMaxLength(texts.BODY_MAX)
        self.line.setMinimumHeight(HIGH)
        close = sign_button("close", say("Close quick entry"), colours.text)
        close.clicked.connect(self.close_strip)
        self._choices, self._row = QHBoxLayout(), QHBoxLayout()
        for widget, share in ((self.phase, 3), (self.party, 3)):
            widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self._choices.addWidget(widget, share)
        self.line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row.addLayout(self._choices, 6)
        self._row.addWidget(self.line, 8)
        self._row.addWidget(close)
        for part in (self._choices, self._row):
            part.setSpacing(6)
        rule = named(QFrame(), "rule")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule)
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(12, 6, 8, 6)
        self._inside.setSpacing(3)
        self._inside.addLayout(self._row)
        self._inside.addWidget(self.hint)
        column.addLayout(self._inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little width, what is chosen stands above the line."""
        super().resizeEvent(event)
        needed = LETTERS * self.fontMetrics().averageCharWidth()
        above = self._inside.indexOf(self._choices) >= 0
        if (event.size().width() < needed) != above:
            (self._inside if above else self._row).removeItem(self._choices)
            if above:
                self._row.insertLayout(0, self._choices, 6)
            else:
                self._inside.insertLayout(0, self._choices)

    def _connect(self) -> None:
        view = self._view
        self.line.returnPressed.connect(self.commit)
        self.line.textEdited.connect(lambda _: self.show_hint())
        self.line.phase_wanted.connect(self.change_phase)
        self.line.undo_wanted.connect(lambda: view.command_wanted.emit("undo"))
        self.line.lines_pasted.connect(self._paste_lines)
        self.line.completed.connect(self._complete)
        self.line.entered.connect(self._entered)
        self.line.left.connect(self.show_hint)
        view.map.writing_changed.connect(self.show_hint)
        for field in (self.phase, self.party):
            field.committed.connect(lambda *_: self._chosen())
        view.changed.connect(self.display)

    # Opening and closing

    def open(self) -> None:
        """Show it with the cursor in its line."""
        if self.isHidden():
            self._begin_at(self._phase_of_selection())
        self.show()
        settings.set_opened(PART, True)
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._view.changed.emit()

    def close_strip(self) -> None:
        """Put it away, also for the next time."""
        settings.set_opened(PART, False)
        if self.has_focus():
            self._view.views.widget_shown.setFocus()
        self.hide()
        self._view.changed.emit()

    def has_focus(self) -> bool:
        """Whether the cursor is somewhere in it."""
        return any(part.hasFocus() for part in self.findChildren(QWidget))

    def _recall(self) -> None:
        """What was typed and chosen before the window was dressed anew, in another language or look."""
        held = self._view.window().property(PART)
        if isinstance(held, list):
            text, phase, party = held
            self.line.setText(text)
            self._begin_at(phase)
            self.party.display(party)
            self.show_hint()
        self.line.textChanged.connect(lambda _: self._keep())

    def _keep(self) -> None:
        held = [self.line.text(), self.phase.currentData(), self.party.currentData()]
        self._view.window().setProperty(PART, held)

    # Choices

    def display(self) -> None:
        """Offer the phases and parties that there are now; what was chosen stays chosen."""
        say, document = self._view.context.say, self._view.session.document
        parties = sorted(document.parties.values(), key=lambda party: party.name.casefold())
        self.phase.offer([(phase.name, phase.id) for phase in phases_in_order(document)])
        self.party.offer(
            [(say("No party yet"), ""), (say("Nobody"), NOBODY), *((party.name, party.id) for party in parties)]
        )
        if self.phase.currentIndex() < 0:
            self._begin_at(self._phase_of_selection())
        if self.party.currentIndex() < 0:
            self.party.setCurrentIndex(0)
        self.line.setEnabled(self._view.context.journey is not None and self.phase.count() > 0)
        if self.line.text() or not self.hint.text() or not self.line.hasFocus():  # else it says what was added
            self.show_hint()

    def _phase_of_selection(self) -> str | None:
        """Of what is selected; else the last phase in which something happens."""
        document, journey = self._view.session.document, self._view.context.journey
        for id_ in self._view.map.selected():
            if id_ in document.steps:
                return document.steps[id_].phase
            if id_ in document.phases:
                return id_
        ordered = names.reading_order(document, journey)
        return ordered[-1].phase if ordered else None

    def _entered(self) -> None:
        """What was pointed at on the map since the last time says in which phase one goes on."""
        ids, place = pointed_at = self._points_at()
        if pointed_at != self._pointed_at:
            self._pointed_at = pointed_at
            document, journey = self._view.session.document, self._view.context.journey
            begun = any(step.journey == journey for step in document.steps.values())  # else phases were just named
            if any(id_ in document.steps or (begun and id_ in document.phases) for id_ in ids):
                self._begin_at(self._phase_of_selection())
            elif place is not None and place[1] in document.phases:
                self._begin_at(place[1])
        self.show_hint()

    def _points_at(self) -> tuple[tuple[str, ...], Place | None]:
        """What is selected on the map, and the place of the keyboard's cursor."""
        picked = self._view.map.picked
        return picked.ids, picked.cursor.place if picked.cursor is not None else None

    def _begin_at(self, phase: str | None) -> None:
        self.phase.display(phase)
        if self.phase.currentIndex() < 0 and self.phase.count():
            self.phase.setCurrentIndex(0)

    def change_phase(self, places: int) -> None:
        """So many phases on; the screen reader hears which one it is now."""
        index = self.phase.currentIndex() + places
        if 0 <= index < self.phase.count():
            self.phase.setCurrentIndex(index)
            self.show_hint()
            announce(self.line, self.phase.currentText())

    def _chosen(self) -> None:
        self.show_hint()
        self.line.setFocus()

    # Typing

    def read(self) -> Spoken:
        """What the line says now."""
        nobody = {texts.folded(self._view.context.say("Nobody")), "niemand", "nobody"}
        return spoken_line.read(self.line.text(), self._view.session.document, self._kinds, nobody)

    def show_hint(self) -> None:
        """What Enter will do; in an empty line, what can be typed."""
        context = self._view.context
        if not self.line.hasFocus() and self._view.views.shown is self._view.map:
            put(self.hint, map_hint.words(self._view.map, context.say))
        elif not self.line.text().strip():
            put(self.hint, quick_hint.usual(self._kinds, context.say))
        else:
            chosen = Chosen(self.phase.currentText(), self.party.currentData(), self._last_step())
            put(self.hint, quick_hint.preview(self.read(), chosen, context.document, context.say))
        self.line.setAccessibleDescription(self.hint.text())

    def _complete(self) -> None:
        """Fill in the party's name that was begun."""
        spoken = self.read()
        party = self._view.session.document.parties.get(spoken.party or "")
        if party is not None:
            self.line.setText(f"{self.line.text().rpartition('@')[0]}@{party.name} ")
            self.show_hint()

    def _paste_lines(self, text: str) -> None:
        from app.dialogs import intake

        intake.paste_text(self._view, text)

    # Adding

    def commit(self) -> None:
        """Enter: the step or the note of this line; then the line is empty, and the next can be typed."""
        spoken = self.read()
        if spoken.kind is not None:
            self._add_note(spoken.kind, spoken.text)
        elif spoken.text:
            self._add_step(spoken)
        elif spoken.party or spoken.nobody:
            self._remember(spoken)
            self.line.setText("")
            self.show_hint()

    def _add_step(self, spoken: Spoken) -> None:
        view, document, journey = self._view, self._view.session.document, self._view.context.journey
        phase = self.phase.currentData()
        if journey is None or phase not in document.phases:
            return
        title, body = texts.title_and_rest(spoken.text)
        chosen = self.party.currentData()
        party = spoken.party if spoken.meets else (chosen if chosen in document.parties else None)
        nobody = spoken.nobody or (not spoken.meets and chosen == NOBODY)
        heard = Heard(title, body, party, spoken.new_party, nobody, spoken.emotion)
        before = set(document.steps)
        if not view.context.do(lambda: capture(document, journey, phase, heard)):
            return
        made = next(id_ for id_ in document.steps if id_ not in before)
        self._last = made
        self._remember(spoken, document.steps[made].contacts[0].party if document.steps[made].contacts else None)
        self.line.setText("")
        view.reveal(made)
        self._pointed_at = self._points_at()
        self._say_added(made)

    def _remember(self, spoken: Spoken, party: str | None = None) -> None:
        """The party of this line is that of the next one too."""
        if spoken.new_party:
            self.display()
        if spoken.meets:
            self.party.display(NOBODY if spoken.nobody else party or spoken.party)

    def _say_added(self, made: str) -> None:
        view, say = self._view, self._view.context.say
        document = view.session.document
        step = document.steps[made]
        put(self.hint, say("Added in {phase}: {title}", phase=document.phases[step.phase].name, title=step.title))
        ordered = names.reading_order(document, step.journey)
        where = names.phase_name(document, document.phases[step.phase], say)
        announce(self.line, f"{names.step_name(document, step, ordered, say)} {where}")

    def _last_step(self) -> str | None:
        """The step that was made here last, if it is still there; else the one that is selected."""
        if self._last in self._view.session.document.steps:
            return self._last
        return self._view.map.picked.step()

    def _add_note(self, kind: NoteKind, text: str) -> None:
        view, step = self._view, self._last_step()
        if step is None or not text:
            return
        anchor = notes.Anchor(step=step)
        if view.context.do(lambda: notes.add(view.session.document, kind, text, anchor)):
            self.line.setText("")
            view.reveal(step)
            title = view.session.document.steps[step].title
            told = view.context.say("{kind} added to “{title}”", kind=view.context.say(NOTES[kind]), title=title)
            put(self.hint, told)
            announce(self.line, told)


def _note_words(view: StudyView) -> dict[str, NoteKind]:
    """Letters and words that begin a note, in the language of the window."""
    found: dict[str, NoteKind] = {}
    for kind, text in keys.NOTES.items():
        letter, _, word = view.context.say(text).partition(":")
        for begun in (letter, word):
            found.setdefault(texts.folded(begun.strip()), cast("NoteKind", kind))
    return found
