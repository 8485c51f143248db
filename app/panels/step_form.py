"""The inspector of one step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from app.panels.contacts import ContactsEditor
from app.panels.emotion import emotion_field
from app.panels.evidence import EvidenceEditor
from app.panels.flow_rows import FlowRows
from app.panels.form import Form, page
from app.panels.judgement.editor import JudgementEditor
from app.panels.labels import STAGES, STATUSES, options
from app.panels.notes_list import NotesList, adder
from app.panels.references import ReferenceField
from app.panels.step_image import StepImage
from journeys.edits import steps
from journeys.edits.notes import Anchor
from journeys.model.order import by_order
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
        self.place("emotion", say("How it feels"), cast("Field", emotion_field(say, context.inks)))
        self.section("contacts", say("Whom the person meets"))
        self.contacts = ContactsEditor(context)
        self.rows.addWidget(self.contacts)
        self.end_section()
        self.body("body", say("What happens, in the person's own words"))
        self._notes_part = self.section("notes", say("Notes on this step"))
        self.notes = NotesList(context)
        self.rows.addWidget(self.notes)
        self.adder = adder(context, lambda: Anchor(step=self.id))
        self.rows.addWidget(self.adder)
        self._time_and_place()
        judged = self.section("judgement", say("Judgement"), opened=False)
        self.judgement = JudgementEditor(context, judged, say("Judgement"))
        self.rows.addWidget(self.judgement)
        self._picture_part = self.section("picture", say("Picture"), opened=False)
        self.picture = StepImage(context)
        self.rows.addWidget(self.picture)
        self._knowing_part = self.section("evidence", say("How we know"), opened=False)
        self.evidence = EvidenceEditor(context, "step")
        self.rows.addWidget(self.evidence)
        self._flow_part = self.section("flow", say("Connections"), opened=False)
        self.flow = FlowRows(context)
        self.rows.addWidget(self.flow)
        self._based_part = self.section("based_on", say("Compared with the current journey"))
        field = ReferenceField(
            context, "step", say("Based on"), say("Choose the step it is based on…"), self._originals
        )
        self.place("based_on", say("Based on"), cast("Field", field))
        page(self)

    def _time_and_place(self) -> None:
        say = self.context.say
        self.section("time", say("Place and time"))
        self._phase = self.choice("phase", say("Phase"))
        self.choice("stage", say("Stage"), options(STAGES, say))
        self.day("day", say("Day, counted from day 0"), optional=say("not known"))
        self.duration("lasts", say("Lasts"))
        self.title("place", say("Where"))
        self.check("moment_of_truth", say("Moment of truth"))

    def refresh(self, entity: Step) -> None:
        document, say = self.context.document, self.context.say
        self._phase.offer([(phase.name, phase.id) for phase in phases_in_order(document)])
        self._phase.display(entity.phase)
        self.contacts.display(entity)
        found = [note for note in document.referring(entity.id, "note") if note.step == entity.id]
        self.notes.display(sorted(found, key=by_order))
        self._notes_part.name(say("Notes on this step"), len(found))
        self._picture_part.name(say("Picture"), self.picture.display(entity))
        self.judgement.display([entity.id])
        self.evidence.display([entity.id])
        status = say(STATUSES[entity.evidence.status])
        self._knowing_part.name(say("How we know: {status}", status=status.lower()))
        self._flow_part.name(say("Connections"), self.flow.display(entity))
        journey = document.journeys[entity.journey]
        self._based_part.setVisible(bool(entity.based_on or journey.based_on))

    def verb(self, name: str, value: Any) -> Edit:
        document, step = self.context.document, self.id
        match name:
            case "title":
                return steps.rename(document, step, value)
            case "emotion":
                return steps.set_emotion(document, [step], value)
            case "phase":
                return steps.move_to_phase(document, [step], value)
            case "stage":
                return steps.set_stage(document, [step], value)
            case _:
                return super().verb(name, value)

    def flush(self) -> None:
        super().flush()
        if self.id in self.context.document.steps:
            for part in (self.notes, self.adder, self.judgement, self.picture, self.evidence, self.flow):
                part.flush()

    def _originals(self) -> list[str]:
        """The steps of the journey that this one is based on."""
        document = self.context.document
        held = document.steps.get(self.id)
        journey = document.journeys.get(held.journey) if held is not None else None
        if journey is None or journey.based_on is None:
            return []
        return [step.id for step in document.referring(journey.based_on, "step") if step.journey == journey.based_on]
