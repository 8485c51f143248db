"""The inspectors of everything that is not a step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.panels.form import Form, page
from app.panels.labels import GROUPS, LINK_KINDS, PARTY_KINDS, PRIVACY, VARIANTS, options, scopes
from app.panels.notes_list import NotesList, adder
from app.plain import put
from journeys import phrases
from journeys.edits import entities, links, phases, study
from journeys.edits.notes import Anchor

if TYPE_CHECKING:
    from app.context import Context
    from journeys.edits.edit import Edit
    from journeys.model.entities import Link, Party, Persona, Phase


class PhaseForm(Form):
    """One phase: its name and period, and the notes on it in the journey that is shown."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "phase")
        say = context.say
        self.title("name", say("Name"), required=True, hint=say("First person fits well: I register my child"))
        self.day("start_day", say("Begins on day (day 0 is the desk)"))
        self._period = self.label("")
        self.check("dated", say("Show the period"))
        self.heading(say("Notes on this phase"))
        self.notes = NotesList(context)
        self.rows.addWidget(self.notes)
        self.adder = adder(context, lambda: Anchor(journey=self.context.journey, phase=self.id))
        self.rows.addWidget(self.adder)
        self.body("facilitator_note", say("Note for who leads the session"))
        page(self)

    def refresh(self, entity: Phase) -> None:
        from journeys.model.time import periods

        start, end = periods(self.context.document)[entity.id]
        say = self.context.say
        lasts = say.many("Lasts {n} day.", "Lasts {n} days.", end - start)
        put(self._period, f"{phrases.capital(phrases.period_text((start, end), say))}. {lasts}")
        found = [
            note
            for note in self.context.document.referring(entity.id, "note")
            if note.journey == self.context.journey and note.phase == entity.id
        ]
        self.notes.display(sorted(found, key=lambda note: (note.order, note.id)))

    def verb(self, name: str, value: Any) -> Edit:
        if name == "name":
            return phases.rename(self.context.document, self.id, value)
        if name == "start_day":
            return phases.set_start(self.context.document, self.id, value)
        return super().verb(name, value)

    def flush(self) -> None:
        super().flush()
        if self.id in self.context.document.phases:
            self.notes.flush()
            self.adder.flush()


class PersonaForm(Form):
    """One persona."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "persona")
        say = context.say
        self.title("name", say("Name"), required=True, hint=say("An invented name"))
        self.title("tagline", say("In a few words"))
        self.title("quote", say("Quote"))
        self.body("context", say("Life and circumstances"), lines=4)
        self.choice("group", say("Group"), options(GROUPS, say))
        self.choice("privacy", say("Privacy"), options(PRIVACY, say))
        self.heading(say("Notes on this persona"))
        self.notes = NotesList(context)
        self.rows.addWidget(self.notes)
        self.adder = adder(context, lambda: Anchor(persona=self.id), "quote")
        self.rows.addWidget(self.adder)
        page(self)

    def refresh(self, entity: Persona) -> None:
        found = [note for note in self.context.document.referring(entity.id, "note") if note.persona == entity.id]
        self.notes.display(sorted(found, key=lambda note: (note.order, note.id)))

    def flush(self) -> None:
        super().flush()
        if self.id in self.context.document.personas:
            self.notes.flush()
            self.adder.flush()


class PartyForm(Form):
    """One party: what it is, under whom it falls, for whom it acts."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "party")
        say = context.say
        self.title("name", say("Name"), required=True)
        self.choice("kind", say("Kind"), options(PARTY_KINDS, say))
        self._parent = self.choice("parent", say("Part of"))
        self._acts_for = self.choice("acts_for", say("Acts for"))
        self._colour = self.choice("colour", say("Colour"))
        for number in range(12):
            self._colour.addItem(self._swatch(number), say("Colour {n}", n=number + 1), number)
        page(self)

    def _swatch(self, number: int) -> Any:
        from app.icons import dot

        return dot(self.context.party_ink(number))

    def refresh(self, entity: Party) -> None:
        say = self.context.say
        below = _below(self.context, entity.id)
        others = [
            (party.name, party.id)
            for party in sorted(self.context.document.parties.values(), key=lambda party: party.name.casefold())
        ]
        self._parent.offer([(say("(nothing)"), None), *(o for o in others if o[1] not in below)])
        self._acts_for.offer([(say("(nobody)"), None), *(o for o in others if o[1] != entity.id)])
        self._parent.display(entity.parent)
        self._acts_for.display(entity.acts_for)


def _below(context: Context, party: str) -> set[str]:
    """The party and everything under it: what it cannot be part of."""
    found, waiting = {party}, [party]
    while waiting:
        top = waiting.pop()
        parts = [p.id for p in context.document.parties.values() if p.parent == top and p.id not in found]
        found.update(parts)
        waiting += parts
    return found


class JourneyForm(Form):
    """One journey: its name and the question it answers."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "journey")
        say = context.say
        self.title("title", say("Title"), required=True)
        self.title("question", say("Question of the person"), hint=say("What does the person want solved?"))
        self.choice("variant", say("Variant"), options(VARIANTS, say))
        page(self)


class LinkForm(Form):
    """One connection between two steps."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "link")
        say = context.say
        self._between = self.heading("")
        self._between.setWordWrap(True)
        self.title("label", say("Label"), hint=say("For example: if unmarried"))
        self.choice("kind", say("Kind"), options(LINK_KINDS, say))
        self.rows.addSpacing(10)
        self.button(say("Delete connection"), self._delete)
        page(self)

    def refresh(self, entity: Link) -> None:
        steps = self.context.document.steps
        put(self._between, f"{steps[entity.source].title} → {steps[entity.target].title}")

    def _delete(self) -> None:
        self.context.do(lambda: links.disconnect(self.context.document, [self.id]))


class StudyForm(Form):
    """The study itself."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "study")
        say = context.say
        self.title("title", say("Title of the study"), required=True)
        self.title("organisation", say("Organisation"))
        self._scope = self.choice("scope", say("Presence seen from"))
        self.day("end_day", say("The last phase ends on day"))
        self.title("person_word", say("Word for the person"), hint=say("resident"))
        page(self)

    def refresh(self, entity: Any) -> None:
        self._scope.offer([(party.name, party.id) for party in scopes(self.context.document)])
        self._scope.display(entity.scope)

    def verb(self, name: str, value: Any) -> Edit:
        if name == "scope" and value is not None:
            return study.set_scope(self.context.document, value)
        return entities.change(self.context.document, "study", self.id, **{name: value})
