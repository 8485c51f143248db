"""The inspector of several steps or several notes: what they have in common, changed in one edit."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from app.panels.emotion import emotion_field
from app.panels.evidence import EvidenceEditor
from app.panels.form import Form, page
from app.panels.judgement.editor import JudgementEditor
from app.panels.labels import NOTE_KINDS, STAGES, options
from app.panels.several_contacts import SeveralContacts
from app.plain import PlainLabel, put
from journeys.edits import entities, links, notes, steps
from journeys.i18n import many
from journeys.model.time import phases_in_order
from journeys.phrases.terms import NOTE_STATUSES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.context import Context
    from app.panels.fields import Field
    from journeys.edits.edit import Edit
    from journeys.model.changes import Key
    from journeys.model.fields import Kind

MIXED = object()
"""What a field shows when the values differ."""
COUNTED = {
    "step": many("{n} step", "{n} steps"), "phase": many("{n} phase", "{n} phases"),
    "note": many("{n} note", "{n} notes"), "link": many("{n} connection", "{n} connections"),
}  # fmt: skip


class Several(Form):
    """Fields of several things of one kind; where they differ a field is empty and says so."""

    def __init__(self, context: Context, kind: Kind) -> None:
        super().__init__(context, kind)
        self.ids: tuple[str, ...] = ()
        self._head = PlainLabel("", name="title", wrap=True)
        self._lines = PlainLabel("", name="muted", wrap=True)
        self.rows.addWidget(self._head)
        self.rows.addWidget(self._lines)

    def show_keys(self, keys: Sequence[Key]) -> None:
        """Show what these have in common; those of another kind are only counted."""
        say = self.context.say
        ids = tuple(id_ for kind, id_ in keys if kind == self.kind)
        if ids != self.ids:
            self.flush()
            for slot in self.slots.values():
                slot.reset()
        self.ids, self.id = ids, ids[0] if ids else ""
        put(self._head, say.many("{n} selected", "{n} selected", len(keys)))
        counts = Counter(kind for kind, _ in keys)
        listed = [say.many(*COUNTED[kind], n) for kind, n in counts.items() if kind in COUNTED]
        if len(listed) > 1 and ids:
            listed.append(
                say("what you change here, is for the {things}", things=say.many(*COUNTED[self.kind], len(ids)))
            )
        put(self._lines, " · ".join(listed))
        self._show()

    def _show(self) -> None:
        for name, slot in self.slots.items():
            shown = self.common(name)
            if isinstance(slot.field, QCheckBox):
                slot.field.setTristate(shown is MIXED)
                slot.field.setCheckState(
                    Qt.CheckState.PartiallyChecked
                    if shown is MIXED
                    else Qt.CheckState.Checked
                    if shown
                    else Qt.CheckState.Unchecked
                )
            else:
                slot.display(None if shown is MIXED else shown)
                self._say_mixed(slot.field, mixed=shown is MIXED)
        self.refresh(None)

    def _say_mixed(self, field: Field, *, mixed: bool) -> None:
        hint = getattr(field, "setPlaceholderText", None)
        if hint is not None:
            hint(self.context.say("(different)") if mixed else "")

    def common(self, name: str) -> object:
        """The value that all have, or MIXED."""
        tables = self.context.document.tables[self.kind]
        held = {getattr(tables[id_], name) for id_ in self.ids if id_ in tables}
        return held.pop() if len(held) == 1 else MIXED

    def value(self, entity: Any, name: str) -> object:
        shown = self.common(name)
        return None if shown is MIXED else shown

    def verb(self, name: str, value: Any) -> Edit:
        return entities.change(self.context.document, self.kind, self.ids, **{name: value})

    def flush(self) -> None:
        tables = self.context.document.tables[self.kind]
        if self.ids and all(id_ in tables for id_ in self.ids):
            for field in self.fields.values():
                field.flush()


class SeveralSteps(Several):
    """Several steps: feeling, contacts, phase, side, moment of truth, how we know; and verbs on all of them."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "step")
        say = context.say
        self._feel = self.label("")
        self.place("emotion", "", cast("Field", emotion_field(say, context.inks)))
        self.section("contacts", say("Whom the person meets"))
        self.contacts = SeveralContacts(context)
        self.rows.addWidget(self.contacts)
        self.end_section()
        self.section("time", say("Place and time"))
        self._phase = self.choice("phase", say("Phase"))
        self.choice("stage", say("Stage"), options(STAGES, say))
        self.check("moment_of_truth", say("Moment of truth"))
        judged = self.section("judgement", say("Judgement"), opened=False)
        self.judgement = JudgementEditor(context, judged, say("Judgement"))
        self.rows.addWidget(self.judgement)
        self.section("evidence", say("How we know"), opened=False)
        self.evidence = EvidenceEditor(context, "step")
        self.rows.addWidget(self.evidence)
        self.end_section()
        self.rows.addSpacing(10)
        self.button(say("Connect in order"), self._connect)
        self.button(say("Duplicate"), self._duplicate)
        self.button(say("Delete these steps"), self._delete)
        page(self)

    def refresh(self, entity: Any) -> None:
        document, say = self.context.document, self.context.say
        mixed = self.common("emotion") is MIXED
        put(self._feel, say("How all of these feel (different)") if mixed else say("How all of these feel"))
        self._phase.offer([(phase.name, phase.id) for phase in phases_in_order(document)])
        phase = self.common("phase")
        self._phase.display(None if phase is MIXED else phase)
        self.contacts.display(self.ids)
        self.judgement.display(self.ids)
        self.evidence.display(self.ids)

    def verb(self, name: str, value: Any) -> Edit:
        document = self.context.document
        if name == "emotion":
            return steps.set_emotion(document, self.ids, value)
        if name == "phase":
            return steps.move_to_phase(document, self.ids, value)
        if name == "stage":
            return steps.set_stage(document, self.ids, value)
        return super().verb(name, value)

    def flush(self) -> None:
        super().flush()
        self.judgement.flush()
        self.evidence.flush()

    def _connect(self) -> None:
        self.context.do(lambda: links.connect_in_order(self.context.document, self.ids))

    def _duplicate(self) -> None:
        self.context.do(lambda: steps.duplicate(self.context.document, self.ids))

    def _delete(self) -> None:
        self.context.do(lambda: steps.delete(self.context.document, self.ids))


class SeveralNotes(Several):
    """Several notes: kind, how far they are, who does them by when."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "note")
        say = context.say
        self.choice("kind", say("Kind"), options(NOTE_KINDS, say))
        self.choice("status", say("Status"), options(NOTE_STATUSES, say))
        self.title("owner", say("Owner"))
        self.date("due", say("Ready by"))
        self.rows.addSpacing(10)
        self.button(say("Delete these notes"), self._delete)
        page(self)

    def verb(self, name: str, value: Any) -> Edit:
        document = self.context.document
        match name:
            case "kind":
                return notes.set_kind(document, self.ids, value)
            case "status":
                return notes.set_status(document, self.ids, value)
            case "owner":
                return notes.assign(document, self.ids, value)
            case "due":
                return notes.set_due(document, self.ids, value)
            case _:
                return super().verb(name, value)

    def _delete(self) -> None:
        self.context.do(lambda: notes.delete(self.context.document, self.ids))


class SeveralLinks(Several):
    """Several connections: their kind, and away with them."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "link")
        say = context.say
        from app.panels.labels import LINK_KINDS

        self.choice("kind", say("Kind"), options(LINK_KINDS, say))
        self.rows.addSpacing(10)
        self.button(say("Delete these connections"), self._delete)
        page(self)

    def verb(self, name: str, value: Any) -> Edit:
        return links.set_kind(self.context.document, self.ids, value)

    def _delete(self) -> None:
        self.context.do(lambda: links.disconnect(self.context.document, self.ids))


class SeveralPhases(Several):
    """Several phases: whether their periods are shown."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "phase")
        self.check("dated", context.say("Show the period"))
        page(self)


BY_KIND = {"step": SeveralSteps, "note": SeveralNotes, "link": SeveralLinks, "phase": SeveralPhases}
"""In this order the kind is chosen that the fields are about."""
