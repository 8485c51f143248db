"""Everything that a card shows of one finding, said in words, so that a card is made anew only when that differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journeys import phrases
from journeys.phrases import lenses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.context import Context
    from journeys.analysis.finding import Finding, Number
    from journeys.edits.notes import Anchor
    from journeys.model.document import Document

Key = tuple[str, tuple[str, ...]]
"""How a finding is known again: its code and what it is about."""


class Telling(NamedTuple):
    """A finding in words.

    `opportunity` is where one would hang, None where it makes no sense; `on_map` are the words of one that hangs there.
    """

    finding: Finding
    title: str
    text: str
    why: str
    where: str
    numbers: tuple[tuple[str, Number], ...]
    parts: tuple[tuple[str, Number | None], ...]
    opportunity: Anchor | None
    on_map: str

    @property
    def key(self) -> Key:
        """How the finding is known again."""
        return key_of(self.finding)


def key_of(finding: Finding) -> Key:
    """How a finding is known again."""
    return finding.code, finding.subjects


def telling(
    context: Context, finding: Finding, document: Document, *, lens: bool, journey: bool, made: str | None = None
) -> Telling:
    """Say a finding; with `lens` and `journey` also which lens found it and in whose journey.

    `made` is the opportunity that was made of it.
    """
    from app.panels.findings import opportunity

    say = context.say
    text = lenses.finding_text(finding, document, say)
    anchor = opportunity.place(context.document, finding)
    return Telling(
        finding,
        lenses.finding_title(finding, say),
        text,
        lenses.finding_why(finding, document, say),
        " · ".join(_where(context, finding, document, lens=lens, journey=journey)),
        tuple((lenses.number_text(number, say), number) for number in finding.numbers if number.ids),
        tuple(lenses.finding_parts(finding, document, say)),
        anchor,
        "" if anchor is None else opportunity.held(context.document, finding, anchor, text, made),
    )


def _where(context: Context, finding: Finding, document: Document, *, lens: bool, journey: bool) -> Iterator[str]:
    if lens:
        yield context.say(lenses.NAMES[finding.lens])
    held = document.journeys.get(finding.journey or "")
    if journey:
        yield context.say("Whole study") if held is None else journey_name(document, held.id, context)
    phase = document.phases.get(finding.phase or "")
    if phase is not None:
        yield phase.name


def journey_name(document: Document, journey: str, context: Context) -> str:
    """The persona, and the variant of the journey where it is not the current one."""
    held = document.journeys[journey]
    persona = document.personas[held.persona].name
    if held.variant == "current":
        return persona
    return f"{persona} ({context.say(phrases.terms.VARIANTS[held.variant])})"


def on_map(document: Document, finding: Finding, shown: str | None) -> tuple[str, ...]:
    """What can be shown of it on the map: its subjects, else its phase, else what its numbers were counted from.

    Where some of these stand in the shown journey, only those.
    """
    phases = (finding.phase,) if finding.phase is not None else ()
    counted = tuple(id_ for number in finding.numbers for id_ in number.ids)
    for ids in (finding.subjects, phases, counted):
        placed = tuple(dict.fromkeys(id_ for id_ in ids if _is_placed(document, id_)))
        if placed:
            return tuple(id_ for id_ in placed if not leads_away(document, id_, shown)) or placed
    return ()


def leads_away(document: Document, id_: str, shown: str | None) -> bool:
    """Whether it stands in another journey than the shown one, or not on the map at all."""
    from app.going import journey_of

    kind = next((kind for kind in ("step", "note", "link") if document.get((kind, id_)) is not None), None)
    return id_ not in document.phases if kind is None else journey_of(document, kind, id_) != shown


def _is_placed(document: Document, id_: str) -> bool:
    note = document.notes.get(id_)
    placed = note is not None and (note.step or note.phase)
    return bool(placed) or any(id_ in table for table in (document.steps, document.phases, document.links))
