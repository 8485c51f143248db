"""The inspector of a persona: who they are, how they manage, what they need, and how we know."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.focus import discard
from app.panels.evidence import EvidenceEditor
from app.panels.form import Form, page
from app.panels.habits import HabitsEditor
from app.panels.labels import GROUPS, PRIVACY, STATUSES, VARIANTS, options
from app.panels.notes_list import NotesList, adder
from app.panels.portrait import PortraitField
from app.panels.references import link_button
from app.panels.skill import SkillField
from app.panels.swatches import Swatches
from app.panels.written import date_text
from app.plain import PlainLabel, put
from journeys.analysis.sides import is_whole
from journeys.edits.notes import Anchor
from journeys.model.order import by_order
from journeys.phrases.gaps import the_scope

if TYPE_CHECKING:
    from app.context import Context
    from app.panels.fields import Field
    from journeys.model.entities import Journey, Persona


class PersonaForm(Form):
    """One persona."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "persona")
        say = context.say
        self.portrait = PortraitField(context)
        self.rows.addWidget(self.portrait)
        self.title("name", say("Name"), required=True, hint=say("An invented name"))
        self.title("tagline", say("In a few words"), hint=say("Family, work, home"))
        self.title("quote", say("Quote"), hint=say("What this person could say"))
        self.body("context", say("Life and circumstances"), lines=4)
        self._needs_part = self.section("needs", say("Needs"))
        self.needs = NotesList(context)
        self.rows.addWidget(self.needs)
        self.adder = adder(context, lambda: Anchor(persona=self.id), "need")
        self.rows.addWidget(self.adder)
        self._notes_part = self.section("notes", say("Other notes"))
        self.notes = NotesList(context)
        self.rows.addWidget(self.notes)
        self._living(say("How this person manages"))
        self._journeys_part = self.section("journeys", say("Journeys"))
        self.journeys = JourneyRows(context)
        self.rows.addWidget(self.journeys)
        self._private()
        self._knowing_part = self.section("evidence", say("How we know"), opened=False)
        self.evidence = EvidenceEditor(context, "persona")
        self.rows.addWidget(self.evidence)
        page(self)

    def _living(self, title: str) -> None:
        say, context = self.context.say, self.context
        self.section("living", title)
        self.choice("group", say("Group"), options(GROUPS, say))
        self._customer = PlainLabel("", name="muted", wrap=True)
        self.rows.addWidget(self._customer)
        self.place("digital_skill", say("Digital skill"), cast("Field", SkillField(context)))
        self.label(say("Channels, the most used first"))
        self.habits = HabitsEditor(context)
        self.rows.addWidget(self.habits)
        self.place("colour", say("Colour"), cast("Field", Swatches(context)))

    def _private(self) -> None:
        say = self.context.say
        self._private_part = self.section("privacy", say("Privacy"))
        self.choice("privacy", say("This persona is"), options(PRIVACY, say))
        self.date("consent_until", say("Consent until"), optional=say("no date yet"))
        self._warning = PlainLabel("", name="danger", wrap=True)
        self.rows.addWidget(self._warning)

    def refresh(self, entity: Persona) -> None:
        say, document = self.context.say, self.context.document
        self.portrait.display(entity.id)
        found = [note for note in document.referring(entity.id, "note") if note.persona == entity.id]
        found.sort(key=by_order)
        needs = [note for note in found if note.kind == "need"]
        self.needs.display(needs)
        self._needs_part.name(say("Needs"), len(needs))
        others = [note for note in found if note.kind != "need"]
        self.notes.display(others)
        self._notes_part.name(say("Other notes"), len(others))
        self._notes_part.setVisible(bool(others))
        self.habits.display(entity)
        put(self._customer, self._which_customer(entity))
        self._journeys_part.name(say("Journeys"), self.journeys.display(entity.id))
        self.evidence.display([entity.id])
        status = say(STATUSES[entity.evidence.status])
        self._knowing_part.name(say("How we know: {status}", status=status.lower()))
        self._show_privacy(entity)

    def _which_customer(self, entity: Persona) -> str:
        """Internal or external: that depends on whom the study is seen from."""
        say, document = self.context.say, self.context.document
        scope = the_scope(document, document.study.scope, say)
        internal = entity.group == "internal" and is_whole(document, document.study.scope)
        if internal:
            return say("Seen from {scope}: an internal customer.", scope=scope)
        return say("Seen from {scope}: an external customer.", scope=scope)

    def _show_privacy(self, entity: Persona) -> None:
        say = self.context.say
        self._private_part.name(say("Privacy: {privacy}", privacy=say(PRIVACY[entity.privacy]).lower()))
        self.slots["consent_until"].setVisible(entity.privacy == "real")
        warning = self._privacy_warning(entity)
        put(self._warning, warning)
        self._warning.setVisible(bool(warning))

    def _privacy_warning(self, entity: Persona) -> str:
        """What to be careful about with somebody who exists."""
        say = self.context.say
        if entity.privacy != "real":
            return ""
        if entity.consent_until is None:
            return say("This is a real person. Write down until when they agree to be in this study.")
        if entity.consent_until < dt.datetime.now().astimezone().date():
            return say(
                "The consent ended on {date}. Ask again, or make this persona anonymous.",
                date=date_text(entity.consent_until, say),
            )
        return say("This is a real person: on posters and in files everybody can read who it is.")

    def flush(self) -> None:
        super().flush()
        if self.id in self.context.document.personas:
            for part in (self.needs, self.notes, self.adder, self.evidence):
                part.flush()


class JourneyRows(QWidget):
    """The persona's journeys, each as a line that leads there."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._shown: tuple[tuple[str, str], ...] = ()
        self._buttons: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._none = PlainLabel(context.say("No journey yet."), name="muted")
        self._column.addWidget(self._none)

    def display(self, persona: str) -> int:
        """Show them; gives how many there are."""
        document = self.context.document
        found = [journey for journey in document.referring(persona, "journey") if journey.persona == persona]
        found.sort(key=by_order)
        shown = tuple((journey.id, self._label(journey)) for journey in found)
        if shown != self._shown:
            self._shown = shown
            self._rebuild()
        self._none.setVisible(not found)
        return len(found)

    def _label(self, journey: Journey) -> str:
        say, document = self.context.say, self.context.document
        count = sum(step.journey == journey.id for step in document.referring(journey.id, "step"))
        steps = say.many("{n} step", "{n} steps", count)
        return f"{journey.title} — {say(VARIANTS[journey.variant])} ({steps})"

    def _rebuild(self) -> None:
        discard(self._buttons)
        self._buttons = []
        for id_, label in self._shown:
            button = link_button(self.context, "journey", id_, label)
            self._column.addWidget(button)
            self._buttons.append(button)
