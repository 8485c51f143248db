"""What a number was counted from, as rows: what it is, what it is called, whose it is and in which phase."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from app.going import journey_of
from app.panels.findings.telling import journey_name
from journeys.phrases.lenses import UNITS
from journeys.phrases.terms import COUNTS, KINDS, NOTES

if TYPE_CHECKING:
    from app.context import Context
    from journeys.i18n import Words
    from journeys.model.document import Document


class Row(NamedTuple):
    """One thing that was counted."""

    kind: str
    id: str
    what: str
    title: str
    whose: str
    phase: str
    unit: str
    """What it counts as: a note as what it says, "question"."""

    def said(self) -> str:
        """For a screen reader: "Step: Recognition. Sanne and Youssef. Preparing."."""
        return ". ".join(part for part in (f"{self.what}: {self.title}", self.whose, self.phase) if part)


def row(context: Context, id_: str) -> Row | None:
    """The row of one id; None when it is gone."""
    document, say = context.document, context.say
    found = kind_and_entity(document, id_)
    if found is None:
        return None
    kind, entity = found
    what = say(NOTES[entity.kind]) if kind == "note" else say(KINDS[kind])
    journey = id_ if kind == "journey" else journey_of(document, kind, id_)
    whose = journey_name(document, journey, context) if journey is not None else ""
    phase = document.phases.get(phase_of(document, kind, entity) or "")
    unit = entity.kind if kind == "note" and entity.kind in UNITS else kind
    return Row(kind, id_, what, title_of(context, entity), whose, phase.name if phase is not None else "", unit)


def count_text(unit: str, n: int, say: Words) -> str:
    """ "3 steps", "2 questions"."""
    one, other = UNITS.get(unit) or COUNTS[unit]
    return say.many(one, other, n)


def kind_and_entity(document: Document, id_: str) -> tuple[str, Any] | None:
    """What this id stands for."""
    return next(((kind, table[id_]) for kind, table in document.tables.items() if id_ in table), None)


def title_of(context: Context, entity: Any) -> str:
    """Its title, name or first line, whole: the list cuts it where it must."""
    if hasattr(entity, "source") and hasattr(entity, "target"):
        steps = context.document.steps
        ends = [steps[end].title or context.say("Without a title") for end in (entity.source, entity.target)]
        return " → ".join(ends)
    text = next(
        (getattr(entity, name) for name in ("title", "name", "text", "reason") if getattr(entity, name, "")), ""
    )
    return str(text).split("\n", 1)[0] or context.say("Without a title")


def phase_of(document: Document, kind: str, entity: Any) -> str | None:
    """The phase in which something stands, where it stands in one."""
    if kind == "phase":
        return None
    step = document.steps.get(getattr(entity, "step", None) or "")
    if kind == "link":
        step = document.steps.get(entity.source)
    return step.phase if step is not None else getattr(entity, "phase", None)
