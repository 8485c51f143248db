"""The inspector of one journey: its name, the question behind it, and whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from app.panels.form import Form, page
from app.panels.labels import VARIANTS, options
from app.panels.references import ReferenceField
from app.plain import PlainLabel, put
from journeys.edits import journeys
from journeys.model.order import by_order
from journeys.model.processes import may_stand_behind

if TYPE_CHECKING:
    from app.context import Context
    from app.panels.fields import Field
    from journeys.model.entities import Journey


class JourneyForm(Form):
    """One journey."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "journey")
        say = context.say
        self.title("title", say("Title"), required=True, hint=say("First person fits well: I am having a child"))
        self.title("question", say("Question of the person"), hint=say("What do I want solved?"))
        self._persona = self.choice("persona", say("Persona"))
        self.choice("variant", say("Variant"), options(VARIANTS, say))
        based = ReferenceField(
            context, "journey", say("Based on"), say("Choose the journey it is based on…"), self._others
        )
        self.place("based_on", say("Based on"), cast("Field", based))
        behind = ReferenceField(context, "step", say("Process behind the step"), say("Choose a step…"), self._steps)
        self.place("parent_step", say("Process behind the step"), cast("Field", behind))
        self.section("counts", say("What is in it"))
        self._counts = PlainLabel("", wrap=True)
        self.rows.addWidget(self._counts)
        self.end_section()
        self.rows.addSpacing(10)
        self.button(say("Delete journey"), self._delete)
        page(self)

    def refresh(self, entity: Journey) -> None:
        document = self.context.document
        people = sorted(document.personas.values(), key=by_order)
        self._persona.offer([(persona.name, persona.id) for persona in people])
        self._persona.display(entity.persona)
        self.slots["parent_step"].setVisible(entity.parent_step is not None)
        put(self._counts, self._counted(entity))

    def _counted(self, entity: Journey) -> str:
        from journeys import phrases
        from journeys.analysis.presence import LEVELS, levels

        document, say = self.context.document, self.context.say
        steps = [step for step in document.referring(entity.id, "step") if step.journey == entity.id]
        notes = sum(len([n for n in document.referring(step.id, "note") if n.step == step.id]) for step in steps)
        notes += sum(note.journey == entity.id for note in document.referring(entity.id, "note"))
        lines = [
            " · ".join((phrases.count_of("step", len(steps), say), phrases.count_of("note", notes, say))),
        ]
        found = list(levels(document, entity.id).values())
        said = [f"{phrases.level_word(level, say)} {found.count(level)}" for level in LEVELS if level in found]
        if said:
            lines.append(phrases.capital(" · ".join(said)))
        assumed = sum(step.evidence.status == "assumed" for step in steps)
        if assumed:
            lines.append(say.many("{n} step is an assumption", "{n} steps are assumptions", assumed))
        return "\n".join(lines)

    def _others(self) -> list[str]:
        return [journey.id for journey in self.context.document.journeys.values() if journey.id != self.id]

    def _steps(self) -> list[str]:
        document = self.context.document
        return [step for step in document.steps if may_stand_behind(document, self.id, step)]

    def _delete(self) -> None:
        self.context.do(lambda: journeys.delete(self.context.document, self.id))
