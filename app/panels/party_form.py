"""The inspector of one party: what it is, whose part it is, for whom it acts, and where it appears."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from app.focus import discard
from app.panels.form import Form, page
from app.panels.labels import PARTY_KINDS, options
from app.panels.references import link_button
from app.panels.swatches import Swatches
from app.plain import PlainLabel, put
from journeys.edits import parties

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.context import Context
    from app.panels.fields import Field
    from journeys.model.entities import Party, Step

MOST_NAMED = 12
"""Steps that are named one by one; the rest is a number."""


class PartyForm(Form):
    """One party."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "party")
        say = context.say
        self.title("name", say("Name"), required=True)
        self.choice("kind", say("Kind"), options(PARTY_KINDS, say))
        self._parent = self.choice("parent", say("Part of"))
        self._acts_for = self.choice("acts_for", say("Commissioned by"))
        self.place("colour", say("Colour"), cast("Field", Swatches(context)))
        self._where_part = self.section("where", say("Where it appears"))
        self._counts = PlainLabel("", wrap=True)
        self.rows.addWidget(self._counts)
        self._links: dict[str, QWidget] = {}
        self._shown: tuple[object, ...] = ()
        self.end_section()
        self.rows.addSpacing(10)
        self.button(say("Delete party"), self._delete)
        page(self)

    def refresh(self, entity: Party) -> None:
        say = self.context.say
        below = below_of(self.context, entity.id)
        others = [
            (party.name, party.id)
            for party in sorted(self.context.document.parties.values(), key=lambda party: party.name.casefold())
        ]
        self._parent.offer([(say("(nothing)"), None), *(o for o in others if o[1] not in below)])
        self._acts_for.offer([(say("(nobody)"), None), *(o for o in others if o[1] != entity.id)])
        self._parent.display(entity.parent)
        self._acts_for.display(entity.acts_for)
        self._show_where(entity)

    def _show_where(self, entity: Party) -> None:
        from journeys import phrases

        document, say = self.context.document, self.context.say
        steps: list[Step] = document.referring(entity.id, "step")
        journeys = {step.journey for step in steps}
        counts = say(
            "{steps} in {journeys}",
            steps=phrases.count_of("step", len(steps), say),
            journeys=phrases.count_of("journey", len(journeys), say),
        )
        answered = sum(note.answered_by == entity.id for note in document.referring(entity.id, "note"))
        more = say.many("{n} answered need", "{n} answered needs", answered) if answered else ""
        put(self._counts, " · ".join(part for part in (counts if steps else say("In no step yet"), more) if part))
        named = sorted(steps, key=lambda s: (s.journey != self.context.journey, s.journey, s.column))[:MOST_NAMED]
        shown = tuple((step.id, step.title, self._place(step)) for step in named)
        if shown == self._shown:
            return
        self._shown = shown
        discard(self._links.values())
        self._links = {}
        for id_, title, phase in shown:
            label = say("{step} ({phase})", step=title or say("Without a title"), phase=phase)
            self._links[id_] = link_button(self.context, "step", id_, label)
            self._where_part.rows.addWidget(self._links[id_])

    def _place(self, step: Step) -> str:
        """The phase, and whose journey it is when that is not the shown one."""
        document = self.context.document
        phase = document.phases[step.phase].name
        if step.journey == self.context.journey:
            return phase
        return f"{phase}, {document.personas[document.journeys[step.journey].persona].name}"

    def _delete(self) -> None:
        self.context.do(lambda: parties.delete(self.context.document, self.id))


def below_of(context: Context, party: str) -> set[str]:
    """The party and everything under it: what it cannot be part of."""
    found, waiting = {party}, [party]
    while waiting:
        top = waiting.pop()
        parts = [p.id for p in context.document.parties.values() if p.parent == top and p.id not in found]
        found.update(parts)
        waiting += parts
    return found
