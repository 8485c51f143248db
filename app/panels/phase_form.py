"""The inspector of one phase: its period, who is present in it, and the notes on it in the shown journey."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from app.attempts import attempt
from app.panels.fields import CheckField
from app.panels.form import Form, page
from app.panels.notes_list import NotesList, adder
from app.panels.slot import Slot
from app.panels.text_fields import BodyField, TitleField
from app.panels.written import DateField
from app.plain import PlainLabel, put
from journeys import phrases
from journeys.edits import entities, phases, stances
from journeys.edits.notes import Anchor
from journeys.model.order import by_order
from journeys.phrases.dates import period_whole

if TYPE_CHECKING:
    from app.context import Context
    from app.panels.fields import Field
    from journeys.edits.edit import Edit
    from journeys.model.entities import Phase, Stance


class PhaseForm(Form):
    """One phase: its name and period, presence with the reason, and the notes of the shown journey."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "phase")
        say = context.say
        self.title("name", say("Name"), required=True, hint=say("First person fits well: I register my child"))
        self.day("start_day", say("Begins on day (day 0 is the desk)"))
        self.day("end_day", say("Ends on day (the next phase begins)"))
        self._period = self.label("")
        self.check("dated", say("Show the period"))
        self._presence()
        self._notes_part = self.section("notes", say("Notes on this phase"))
        self.notes = NotesList(context)
        self.rows.addWidget(self.notes)
        self.adder = adder(context, lambda: Anchor(journey=self.context.journey, phase=self.id))
        self.rows.addWidget(self.adder)
        self.section("lead", say("Note for who leads the session"))
        self.place("facilitator_note", "", BodyField(say("Note for who leads the session"), lines=3))
        page(self)

    def _presence(self) -> None:
        say = self.context.say
        self._presence_part = self.section("presence", say("Presence"))
        self._level = PlainLabel("", name="strong", wrap=True)
        self._why = PlainLabel("", wrap=True)
        self._absent = CheckField(say("Deliberately absent here"))
        self._absent.clicked.connect(self._deliberate)
        self._reason = BodyField(say("Why is it right to be absent here?"), lines=2, single=True)
        self._reason.setPlaceholderText(say("Why is it right to be absent here?"))
        self._reason.committed.connect(self._record)
        self._reason.entered.connect(lambda: self._record(self._reason.toPlainText(), ""))
        self._reason_slot = Slot(say("Reason"), self._reason)
        self._by = TitleField(say("Who decided this"))
        self._on = DateField(self.context, say("Decided on"))
        self._decided = [Slot(say("Who decided this"), self._by), Slot(say("Decided on"), cast("Field", self._on))]
        self._by.committed.connect(lambda by, burst: self._note_decision(burst, by=by))
        self._on.committed.connect(lambda on, burst: self._note_decision(burst, on=on))
        self._on.refused.connect(self._decided[1].tell)
        for part in (self._level, self._why, self._absent, self._reason_slot, *self._decided):
            self.rows.addWidget(part)
        self.end_section()

    def value(self, entity: Phase, name: str) -> object:
        if name == "end_day":
            from journeys.model.time import periods

            return periods(self.context.document)[entity.id][1]
        return super().value(entity, name)

    def refresh(self, entity: Phase) -> None:
        from journeys.model.time import periods

        start, end = periods(self.context.document)[entity.id]
        say = self.context.say
        lasts = say.many("Lasts {n} day.", "Lasts {n} days.", end - start)
        period = period_whole((start, end), self.context.document.study.day0_date, say)
        put(self._period, f"{phrases.capital(period)}. {lasts}")
        found = [
            note
            for note in self.context.document.referring(entity.id, "note")
            if note.journey == self.context.journey and note.phase == entity.id
        ]
        self.notes.display(sorted(found, key=by_order))
        self._notes_part.name(say("Notes on this phase"), len(found))
        self._show_presence(entity)

    def verb(self, name: str, value: Any) -> Edit:
        if name == "name":
            return phases.rename(self.context.document, self.id, value)
        if name == "start_day":
            return phases.set_start(self.context.document, self.id, value)
        if name == "end_day":
            return phases.set_end(self.context.document, self.id, value)
        return super().verb(name, value)

    def flush(self) -> None:
        super().flush()
        if self.id in self.context.document.phases:
            self.notes.flush()
            self.adder.flush()
            if not self._reason_slot.isHidden():
                self._reason.flush()
            if self._stance() is not None:
                self._by.flush()
                self._on.flush()

    # Presence

    def _show_presence(self, entity: Phase) -> None:
        """In the shown journey, seen from the study's scope: the level, and why it is that."""
        from app.panels.presence_text import level_and_why

        self._presence_part.setVisible(self.context.journey is not None)
        if self.context.journey is None:
            return
        level, why = level_and_why(self.context, self.context.journey, entity.id)
        put(self._level, level)
        put(self._why, why)
        stance = self._stance()
        asking = self._absent.isChecked() and (self._reason.hasFocus() or bool(self._reason_slot.reason))
        self._absent.setVisible(self.context.document.study.scope is not None)
        self._absent.setChecked(stance is not None or asking)
        self._reason_slot.setVisible(stance is not None or asking)
        for slot in self._decided:
            slot.setVisible(stance is not None)
        if stance is not None:
            self._reason_slot.display(stance.reason)
            self._decided[0].display(stance.by)
            self._decided[1].display(stance.on)
        elif not asking:
            self._reason.display("")

    def _note_decision(self, burst: str, **fields: object) -> None:
        stance = self._stance()
        if stance is not None:
            held = stance.id
            self.context.do(
                lambda: entities.change(self.context.document, "stance", held, **fields),
                f"{burst} {held}" if burst else None,
            )

    def _stance(self) -> Stance | None:
        document, journey = self.context.document, self.context.journey
        scope = document.study.scope
        return stances.find(document, journey, self.id, scope) if journey and scope else None

    def _deliberate(self, wanted: bool) -> None:
        """Ticked: ask for the reason, without which it is not recorded. Unticked: it is a gap again."""
        document, journey, scope = self.context.document, self.context.journey, self.context.document.study.scope
        if wanted:
            self._reason_slot.show()
            self._reason.setFocus()
        elif journey is not None and scope is not None and self._stance() is not None:
            self.context.do(lambda: stances.withdraw(document, journey, self.id, scope))
        else:
            self._reason_slot.tell("")
            self._reason.display("")
            self._reason_slot.hide()

    def _record(self, reason: str, burst: str) -> None:
        document, journey, scope = self.context.document, self.context.journey, self.context.document.study.scope
        if journey is None or scope is None or not self._absent.isChecked():
            return
        held = self._stance()
        why = attempt(
            self.context,
            lambda: stances.mark_deliberate(
                document, journey, self.id, scope, reason, by=held.by if held else "", on=held.on if held else None
            ),
            f"{burst} {self.id} stance" if burst else None,
        )
        self._reason_slot.tell(why, held.reason if held is not None else "")
