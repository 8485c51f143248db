"""The inspector of one step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from app.panels.contacts import ContactsEditor
from app.panels.emotion import EmotionField
from app.panels.fields import ChoiceField
from app.panels.form import Form, page
from app.panels.labels import STAGES, STATUSES, options
from app.panels.notes_list import NotesList, adder
from journeys.edits import entities, steps
from journeys.edits.notes import Anchor
from journeys.model.document import place_of
from journeys.model.time import phases_in_order

if TYPE_CHECKING:
    from app.context import Context
    from app.panels.fields import Field
    from journeys.edits.edit import Edit
    from journeys.model.entities import Step


class StepForm(Form):
    """Everything about one step, the most used first."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "step")
        say = context.say
        self.title("title", say("Title"))
        self.body("body", say("What happens, in the person's own words"))
        self.place("emotion", say("How it feels"), cast("Field", EmotionField(say, context.inks)))
        self.check("moment_of_truth", say("Moment of truth"))
        self.heading(say("Whom the person meets"))
        self.contacts = ContactsEditor(context)
        self.rows.addWidget(self.contacts)
        self.heading(say("Needs, pain points and other notes"))
        self.notes = NotesList(context)
        self.rows.addWidget(self.notes)
        self.adder = adder(context, lambda: Anchor(step=self.id))
        self.rows.addWidget(self.adder)
        self.heading(say("Place and time"))
        self._phase = self.choice("phase", say("Phase"))
        self.choice("stage", say("Stage"), options(STAGES, say))
        self.day("day", say("Day, counted from day 0"), optional=say("not known"))
        self.title("place", say("Where"))
        self.heading(say("How we know"))
        self._status = ChoiceField(say("How we know"), options(STATUSES, say))
        self._status.committed.connect(lambda value, _: self._set_status(value))
        self.rows.addWidget(self._status)
        page(self)

    def refresh(self, entity: Step) -> None:
        document = self.context.document
        phases = [(phase.name, phase.id) for phase in phases_in_order(document)]
        self._phase.offer(phases)
        self._phase.display(entity.phase)
        self.contacts.display(entity)
        found = [note for note in document.referring(entity.id, "note") if note.step == entity.id]
        self.notes.display(sorted(found, key=lambda note: (note.order, note.id)))
        self._status.display(entity.evidence.status)

    def verb(self, name: str, value: Any) -> Edit:
        document, step = self.context.document, self.id
        if name == "title":
            return steps.rename(document, step, value)
        if name == "emotion":
            return steps.set_emotion(document, [step], value)
        if name in ("phase", "stage"):
            return self._move(**{name: value})
        return super().verb(name, value)

    def flush(self) -> None:
        super().flush()
        if self.id in self.context.document.steps:
            self.notes.flush()
            self.adder.flush()

    def _move(self, *, phase: str | None = None, stage: str | None = None) -> Edit:
        """To the end of another phase, or to the other side of the line of visibility."""
        document = self.context.document
        held = document.steps[self.id]
        to_phase, to_stage = phase or held.phase, stage or held.stage
        taken = [
            other.column
            for other in document.referring(to_phase, "step")
            if other.journey == held.journey and other.stage == to_stage and other.id != held.id
        ]
        journey, _, _, _, track = place_of(held)
        return steps.move(document, [self.id], (journey, to_phase, to_stage, max(taken, default=-1) + 1, track))

    def _set_status(self, value: object) -> None:
        from dataclasses import replace

        held = self.context.document.steps[self.id].evidence
        evidence = replace(held, status=value)  # type: ignore[arg-type]  # one of the model's statuses
        self.context.do(lambda: entities.change(self.context.document, "step", self.id, evidence=evidence))
