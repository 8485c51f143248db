"""The inspector of one note: what it says, how far it is, who does it by when, and what it hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from app.panels.anchors import anchor_text, anchors, subject_of
from app.panels.chooser import Chooser
from app.panels.evidence import EvidenceEditor
from app.panels.form import Form, page
from app.panels.labels import NOTE_KINDS, STATUSES, options
from app.panels.mark_icon import mark_icon
from app.panels.references import Link, ReferencesField
from app.plain import tip
from journeys.edits import entities, notes
from journeys.i18n import N_
from journeys.phrases.terms import NOTE_STATUSES

if TYPE_CHECKING:
    from app.context import Context
    from app.panels.fields import Field
    from journeys.edits.edit import Edit
    from journeys.edits.notes import Anchor
    from journeys.model.entities import Note


SORTS = (
    (
        "small_gesture", "small-gesture", N_("A small gesture"),
        N_("Something small that says much, such as a card or a kind word."),
    ),
    (
        "proactive", "proactive", N_("A message beforehand"),
        N_("You tell people by yourself what comes, before they have to ask."),
    ),
)  # fmt: skip
"""What an opportunity can be besides: field, mark on the map, caption, and what it means."""


class NoteForm(Form):
    """Everything about one note."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "note")
        say = context.say
        self.choice("kind", say("Kind"), options(NOTE_KINDS, say))
        self.body("text", say("Text"), lines=2)
        self.choice("status", say("Status"), options(NOTE_STATUSES, say))
        self.title("owner", say("Owner"), hint=say("Who takes it on?"))
        self.date("due", say("Ready by"), optional=say("date, if there is one"))
        self._answer = self.choice("answered_by", say("Answered by"))
        self._opportunity()
        self._place()
        self._knowing_part = self.section("evidence", say("How we know"), opened=False)
        self.evidence = EvidenceEditor(context, "note")
        self.rows.addWidget(self.evidence)
        self.end_section()
        self.rows.addSpacing(10)
        self.button(say("Delete note"), self._delete)
        page(self)

    def _opportunity(self) -> None:
        context, say = self.context, self.context.say
        self._for_opportunities = self.section("opportunity", say("What it does"))
        for sort, mark, label, why in SORTS:
            field = self.check(sort, say(label))
            field.setIcon(mark_icon(mark, "opportunity.mark", context.inks))
            tip(field, say(why))
            field.setAccessibleDescription(say(why))
        needs = ReferencesField(
            context, "note", say("Add a need, question or pain point"), say("Add a need or pain point…"), self._needs
        )
        self.place("addresses", say("Answers to"), cast("Field", needs))
        via = ReferencesField(
            context, "party", say("Add a party"), say("Add a party…"), lambda: list(context.document.parties)
        )
        self.place("via", say("Reaches people through"), cast("Field", via))
        self.end_section()

    def _place(self) -> None:
        context, say = self.context, self.context.say
        self.section("anchor", say("Where it hangs"))
        self._anchor = Link()
        self._anchor.clicked.connect(self._show_anchor)
        self.rows.addWidget(self._anchor)
        self.move_to = Chooser(say("Move to…"), say("Move to…"), lambda: anchors(context))
        self.move_to.picked.connect(self._move)
        self.rows.addWidget(self.move_to)
        self.count("votes", say("Votes"))
        self.end_section()

    def refresh(self, entity: Note) -> None:
        document, say = self.context.document, self.context.say
        parties = sorted(document.parties.values(), key=lambda party: party.name.casefold())
        self._answer.offer([(say("(nobody yet)"), None), *((party.name, party.id) for party in parties)])
        self._answer.display(entity.answered_by)
        self.slots["answered_by"].setVisible(entity.kind in notes.ANSWERED)
        self._for_opportunities.setVisible(entity.kind in notes.ADDRESSING)
        text = anchor_text(entity, self.context)
        self._anchor.say(text, say("Show {title}", title=text))
        self._anchor.setEnabled(subject_of(entity) is not None)
        self.evidence.display([entity.id])
        status = say(STATUSES[entity.evidence.status])
        self._knowing_part.name(say("How we know: {status}", status=status.lower()))

    def verb(self, name: str, value: Any) -> Edit:
        document, note = self.context.document, self.id
        match name:
            case "kind":
                return notes.set_kind(document, [note], value)
            case "status":
                return notes.set_status(document, [note], value)
            case "owner":
                return notes.assign(document, [note], value)
            case "due":
                return notes.set_due(document, [note], value)
            case "answered_by":
                return notes.answer(document, note, value)
            case "addresses":
                return notes.address(document, note, value)
            case "via":
                return notes.reach_through(document, note, value)
            case "small_gesture" | "proactive":
                return notes.make(document, [note], name, on=value)
            case "votes":
                return notes.vote(document, note, value)
            case _:
                return entities.change(document, "note", note, **{name: value})

    def flush(self) -> None:
        super().flush()
        if self.id in self.context.document.notes:
            self.evidence.flush()

    def _needs(self) -> list[str]:
        """What an opportunity can answer to: of the same journey first, else of the whole study."""
        from app.panels.anchors import journey_of

        document = self.context.document
        held = document.notes.get(self.id)
        found = [n for n in document.notes.values() if n.kind in ("need", "question", "pain") and n.id != self.id]
        here = journey_of(held, document) if held is not None else None
        near = [note for note in found if here is not None and journey_of(note, document) == here]
        return [note.id for note in near or found]

    def _show_anchor(self) -> None:
        note = self.context.document.notes.get(self.id)
        subject = subject_of(note) if note is not None else None
        if subject is not None:
            self.context.show(*subject)

    def _move(self, anchor: object) -> None:
        self.context.do(lambda: notes.move(self.context.document, self.id, cast("Anchor", anchor)))

    def _delete(self) -> None:
        self.context.do(lambda: notes.delete(self.context.document, [self.id]))
