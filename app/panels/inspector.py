"""Shows the form of whatever is selected, and follows every edit."""

from __future__ import annotations

from collections import Counter
from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.plain import PlainLabel, put
from journeys.edits import steps
from journeys.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.context import Context
    from app.panels.form import Form
    from journeys.model.changes import Key
    from journeys.model.fields import Kind

FORMS = {
    "step": ("step_form", "StepForm"), "phase": ("forms", "PhaseForm"), "persona": ("forms", "PersonaForm"),
    "party": ("forms", "PartyForm"), "journey": ("forms", "JourneyForm"), "link": ("forms", "LinkForm"),
    "study": ("forms", "StudyForm"),
}  # fmt: skip
NAMES = {
    "step": N_("Step"), "phase": N_("Phase"), "persona": N_("Persona"), "party": N_("Party"),
    "journey": N_("Journey"), "link": N_("Connection"), "study": N_("Study"), "note": N_("Note"),
}  # fmt: skip


class Inspector(QStackedWidget):
    """One page per kind, made when it is first needed; a page for several things and one for nothing."""

    retitled = Signal(str)  #: what the tab should be called now

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._forms: dict[str, Form] = {}
        self._keys: list[Key] = []
        self._nothing = _Nothing(context)
        self._several: _Several | None = None
        self._note: _OneNote | None = None
        self.addWidget(self._nothing)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.refresh)

    def inspect(self, keys: Sequence[Key]) -> None:
        """Show what these keys stand for."""
        if list(keys) != self._keys:
            self.flush()
        self._keys = list(keys)
        self.refresh()

    def edited(self) -> None:
        """The study changed: show it as it is now, after all listeners were told."""
        self._later.start()

    def refresh(self) -> None:
        """Show the inspected things as they are now; what is gone is let go."""
        self._keys = [key for key in self._keys if self.context.document.get(key) is not None]
        if not self._keys:
            self._nothing.display()
            self.setCurrentWidget(self._nothing)
            self.retitled.emit(self.context.say("Step"))
        elif len(self._keys) > 1:
            self._show_several()
            self.retitled.emit(self.context.say("Selection"))
        else:
            self._show_one(*self._keys[0])

    def _show_one(self, kind: Kind, id_: str) -> None:
        self.retitled.emit(self.context.say(NAMES.get(kind, "Step")))
        if kind == "note":
            self._show_note(id_)
            return
        if kind not in FORMS:
            self.setCurrentWidget(self._nothing)
            return
        if kind not in self._forms:
            module, name = FORMS[kind]
            self._forms[kind] = getattr(import_module(f"app.panels.{module}"), name)(self.context)
            self.addWidget(self._forms[kind])
        self._forms[kind].display(id_)
        self.setCurrentWidget(self._forms[kind])

    def _show_several(self) -> None:
        if self._several is None:
            self._several = _Several(self.context)
            self.addWidget(self._several)
        self._several.display(self._keys)
        self.setCurrentWidget(self._several)

    def _show_note(self, note: str) -> None:
        if self._note is None:
            self._note = _OneNote(self.context)
            self.addWidget(self._note)
        self._note.display(note)
        self.setCurrentWidget(self._note)

    def flush(self) -> None:
        """Commit what was typed and not committed yet."""
        for form in self._forms.values():
            form.flush()
        if self._note is not None:
            self._note.flush()

    def focus(self, field: str) -> None:
        """Put the cursor in a field of the shown form, its text selected."""
        form = next((form for form in self._forms.values() if form is self.currentWidget()), None)
        if form is not None and field in form.fields:
            form.fields[field].setFocus()
            select = getattr(form.fields[field], "selectAll", None)
            if select is not None:
                select()


def _column(page: QWidget) -> QVBoxLayout:
    page.setObjectName("side")
    column = QVBoxLayout(page)
    column.setContentsMargins(16, 16, 16, 16)
    column.setSpacing(8)
    return column


class _Nothing(QWidget):
    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        say = context.say
        column = _column(self)
        column.addWidget(PlainLabel(say("Nothing selected"), name="title"))
        column.addWidget(
            PlainLabel(
                say("Click a step on the map to see and change everything about it. Double-click an empty "
                    "place to make a new one."), wrap=True, name="muted"
            )
        )  # fmt: skip
        self._counts = PlainLabel("", wrap=True, name="muted")
        column.addWidget(self._counts)
        column.addStretch()

    def display(self) -> None:
        document, say = self._context.document, self._context.say
        put(
            self._counts,
            say.many("This study has {n} persona.", "This study has {n} personas.", len(document.personas)),
        )


class _Several(QWidget):
    """What several selected things have in common: how many, and one feeling for all steps."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        from app.panels.emotion import EmotionField

        self._context = context
        say = context.say
        self._steps: list[str] = []
        column = _column(self)
        self._title = PlainLabel("", name="title")
        self._lines = PlainLabel("", wrap=True, name="muted")
        column.addWidget(self._title)
        column.addWidget(self._lines)
        self._caption = PlainLabel(say("How all of these feel"), name="field")
        column.addWidget(self._caption)
        self._emotion = EmotionField(say, context.inks)
        self._emotion.committed.connect(self._set_emotion)
        column.addWidget(self._emotion)
        self._delete = QPushButton(say("Delete these steps"))
        self._delete.clicked.connect(self._delete_steps)
        column.addWidget(self._delete)
        column.addStretch()

    def display(self, keys: Sequence[Key]) -> None:
        say, document = self._context.say, self._context.document
        counts = Counter(kind for kind, _ in keys)
        self._steps = [id_ for kind, id_ in keys if kind == "step"]
        put(self._title, say.many("{n} selected", "{n} selected", len(keys)))
        names = {
            "step": lambda n: say.many("{n} step", "{n} steps", n),
            "phase": lambda n: say.many("{n} phase", "{n} phases", n),
            "note": lambda n: say.many("{n} note", "{n} notes", n),
            "link": lambda n: say.many("{n} connection", "{n} connections", n),
        }
        put(self._lines, " · ".join(names[kind](n) for kind, n in counts.items() if kind in names))
        emotions = {document.steps[id_].emotion for id_ in self._steps}
        self._emotion.display(emotions.pop() if len(emotions) == 1 else None)
        for part in (self._caption, self._emotion, self._delete):
            part.setVisible(bool(self._steps))

    def _set_emotion(self, value: object, _: str) -> None:
        emotion = cast("int | None", value)
        self._context.do(lambda: steps.set_emotion(self._context.document, self._steps, emotion))

    def _delete_steps(self) -> None:
        self._context.do(lambda: steps.delete(self._context.document, self._steps))


class _OneNote(QWidget):
    def __init__(self, context: Context) -> None:
        super().__init__()
        from app.panels.notes_list import NotesList

        self._context = context
        column = _column(self)
        column.addWidget(PlainLabel(context.say("Note"), name="title"))
        self._notes = NotesList(context)
        column.addWidget(self._notes)
        column.addStretch()

    def display(self, note: str) -> None:
        self._notes.display([self._context.document.notes[note]])

    def flush(self) -> None:
        self._notes.flush()
