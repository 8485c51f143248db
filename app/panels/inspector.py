"""Shows the form of whatever is selected, and follows every edit."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.plain import PlainLabel, named, put
from journeys.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.context import Context
    from app.panels.form import Form
    from app.panels.several import Several
    from journeys.model.changes import Key
    from journeys.model.fields import Kind

FORMS = {
    "step": ("step_form", "StepForm"), "phase": ("phase_form", "PhaseForm"), "persona": ("persona_form", "PersonaForm"),
    "party": ("party_form", "PartyForm"), "journey": ("journey_form", "JourneyForm"), "link": ("link_form", "LinkForm"),
    "study": ("study_form", "StudyForm"), "note": ("note_form", "NoteForm"),
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
        self._several: dict[str, Several] = {}
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

    def display(self) -> None:
        """Show the inspected things as they are now."""
        self.refresh()

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
        from app.panels.several import BY_KIND

        held = {kind for kind, _ in self._keys}
        kind = next((kind for kind in BY_KIND if kind in held), None)
        if kind is None:
            self.setCurrentWidget(self._nothing)
            return
        if kind not in self._several:
            self._several[kind] = BY_KIND[kind](self.context)
            self.addWidget(self._several[kind])
        self._several[kind].show_keys(self._keys)
        self.setCurrentWidget(self._several[kind])

    def flush(self) -> None:
        """Commit what was typed and not committed yet."""
        for form in (*self._forms.values(), *self._several.values()):
            form.flush()

    def focus(self, field: str) -> None:
        """Put the cursor in a field of the shown form, its text selected."""
        form = next((form for form in self._forms.values() if form is self.currentWidget()), None)
        if form is not None and field in form.fields:
            form.reveal(field)


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
        study = named(QPushButton(say("Title, days and channels of the study")), "link")
        study.clicked.connect(lambda: context.show("study", context.document.study.id))
        column.addWidget(study, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()

    def display(self) -> None:
        document, say = self._context.document, self._context.say
        put(
            self._counts,
            say.many("This study has {n} persona.", "This study has {n} personas.", len(document.personas)),
        )
