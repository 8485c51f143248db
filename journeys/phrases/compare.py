"""Comparisons in sentences: how personas differ per phase, and what a desired journey changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.i18n import N_, many
from journeys.phrases.terms import capital, count_of, joined, level_word, quoted, scope_word, signed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.analysis.compare import Cell, Difference, PersonaComparison, Row
    from journeys.analysis.presence import Level
    from journeys.analysis.variants import Change, PhaseChange, Side, Slot, VariantComparison
    from journeys.i18n import Words
    from journeys.model.document import Document

NAMED: Final = 3
"""More journeys than this are counted, not named."""
FEW: Final = 4
"""Up to so many journeys all feelings are told, else the lowest and the highest."""
CHANGES: Final[dict[Change, str]] = {
    "added": N_("new"),
    "dropped": N_("dropped"),
    "improved": N_("feels better"),
    "worse": N_("feels worse"),
    "moved": N_("moved"),
    "contact": N_("other contact"),
    "reworded": N_("reworded"),
}
_COUNTS: Final[dict[Change, tuple[str, str]]] = {
    "added": many("{n} step added", "{n} steps added"),
    "dropped": many("{n} dropped", "{n} dropped"),
    "improved": many("{n} feels better", "{n} feel better"),
    "worse": many("{n} feels worse", "{n} feel worse"),
    "moved": many("{n} moved", "{n} moved"),
    "contact": many("{n} with other contact", "{n} with other contact"),
    "reworded": many("{n} reworded", "{n} reworded"),
}


def mean_text(mean: float | None, say: Words) -> str:
    """ "−0,5" in Dutch, "−0.5" in English; one decimal, none for whole numbers."""
    if mean is None:
        return ""
    shown = round(mean, 1)
    if shown == round(shown):
        return signed(round(shown))
    text = f"{shown:+.1f}".replace("-", "−")
    return say.decimal(text)


def row_name(row: Row, document: Document, rows: Sequence[Row]) -> str:
    """The persona; with the journey's title when the persona has several."""
    return journey_name(row.journey, document, rows) if row.journey else document.personas[row.persona].name


def journey_name(journey: str, document: Document, rows: Sequence[Row]) -> str:
    """Whose journey it is, in the words of `row_name`; journeys with the same title are numbered."""
    held = document.journeys[journey]
    name = document.personas[held.persona].name
    own = [row.journey for row in rows if row.persona == held.persona and row.journey]
    if len(own) < 2:
        return name
    alike = [other for other in own if document.journeys[other].title == held.title]
    number = f" {alike.index(journey) + 1}" if len(alike) > 1 else ""
    return f"{name} ({held.title}{number})"


def difference_sentence(found: Difference, compared: PersonaComparison, document: Document, say: Words) -> str:
    """ "Preparing: a dip (−2) only for Sanne & Youssef; Esra +1."."""
    text = _presence(found, compared, document, say) if found.code == "presence" else _emotion(
        found, compared, document, say
    )  # fmt: skip
    return f"{document.phases[found.phase].name}: {text}."


def _presence(found: Difference, compared: PersonaComparison, document: Document, say: Words) -> str:
    scope = scope_word(document, compared.scope, say)
    if len(found.groups) == 2 and len(found.apart) == 1:
        levels = {journeys: str(level) for level, journeys in found.groups}
        other = next(journeys for _, journeys in found.groups if journeys != found.apart)
        names = _names(found.apart, compared, document, say)
        if len(other) > 1:
            return say(
                "{scope} {level} only for {names}, {other} for the others",
                scope=scope, level=_level(levels[found.apart], say), names=names, other=_level(levels[other], say),
            )  # fmt: skip
    groups = "; ".join(
        say("{level} for {names}", level=_level(str(level), say), names=_names(journeys, compared, document, say))
        for level, journeys in found.groups
    )
    return f"{scope} {groups}"


def _level(level: str, say: Words) -> str:
    return level_word(level, say)  # type: ignore[arg-type]  # a presence difference holds levels only


def _emotion(found: Difference, compared: PersonaComparison, document: Document, say: Words) -> str:
    (low, lowest), *others = found.groups
    names = _names(lowest, compared, document, say)
    told = list(reversed(others))[: None if sum(len(journeys) for _, journeys in found.groups) <= FEW else 1]
    rest = ", ".join(
        say("{names} {emotion}", names=_names(journeys, compared, document, say), emotion=signed(int(feeling)))
        for feeling, journeys in told
    )
    if int(low) >= 0:
        return say("less pleasant for {names} ({emotion}) than {others}", names=names, emotion=signed(int(low)),
                   others=rest)  # fmt: skip
    if len(lowest) == 1 and sum(len(journeys) for _, journeys in others) > 1:
        return say("a dip ({emotion}) only for {names}; {others}", names=names, emotion=signed(int(low)), others=rest)
    return say("a dip ({emotion}) for {names}; {others}", names=names, emotion=signed(int(low)), others=rest)


def _names(journeys: Sequence[str], compared: PersonaComparison, document: Document, say: Words) -> str:
    names = [journey_name(journey, document, compared.rows) for journey in journeys]
    if len(names) <= NAMED:
        return joined(names, say)
    total = sum(row.journey is not None for row in compared.rows)
    return say("{n} of {total} journeys", n=len(names), total=total)


def difference_badge(found: Difference, journey: str, say: Words) -> str:
    """The words at a cell that stands out: "differs", "a dip", "more pleasant"."""
    if found.code == "presence":
        return say("other presence")
    low = found.groups[0]
    return say("dip") if journey in low[1] else say("more pleasant")


def personas_summary(compared: PersonaComparison, say: Words) -> str:
    """ "3 personas: 4 differences in presence, 2 in feeling."."""
    rows = [row for row in compared.rows if row.journey is not None]
    people = len({row.persona for row in rows})
    count = count_of("persona", people, say) if people == len(rows) else count_of("journey", len(rows), say)
    if len(rows) < 2:
        return say("{personas}: nothing to compare yet. Add a persona with a journey.", personas=count)
    if not compared.differences:
        return say("{personas}: no differences in presence or feeling.", personas=count)
    presence = sum(found.code == "presence" for found in compared.differences)
    feeling = len(compared.differences) - presence
    parts = [
        say.many("in presence in {n} phase", "in presence in {n} phases", presence) if presence else "",
        say.many("in feeling in {n} phase", "in feeling in {n} phases", feeling) if feeling else "",
    ]
    where = joined([part for part in parts if part], say)
    return say("{personas} differ {where}.", personas=count, where=where)


def feeling_parts(cell: Cell, say: Words) -> tuple[str, ...]:
    """ "lowest −2", "mean −0.5"; one part when they are the same, none when nothing is judged."""
    if cell.lowest is None or cell.mean is None:
        return ()
    if cell.mean == cell.lowest:
        return (say("feeling {emotion}", emotion=signed(cell.lowest)),)
    return say("lowest {emotion}", emotion=signed(cell.lowest)), say(
        "mean {emotion}", emotion=mean_text(cell.mean, say)
    )


def steps_text(cell: Cell, say: Words) -> str:
    """ "3 steps"."""
    return count_of("step", cell.steps, say) if cell.steps else say("no steps")


def needs_text(cell: Cell, say: Words) -> str:
    """ "2 open needs"; empty without any."""
    return say.many("{n} open need", "{n} open needs", len(cell.needs)) if cell.needs else ""


def cell_line(row: Row, cell: Cell, compared: PersonaComparison, document: Document, say: Words) -> str:
    """Everything in a cell in one line, for screen readers."""
    scope = capital(scope_word(document, compared.scope, say))
    note = document.notes.get(cell.words or "")
    marks = [difference_badge(found, row.journey or "", say) for found in compared.of_phase(cell.phase)
             if row.journey in found.apart]  # fmt: skip
    parts = [
        f"{row_name(row, document, compared.rows)}, {document.phases[cell.phase].name}",
        f"{scope} {level_word(cell.level, say)}",
        capital(", ".join(feeling_parts(cell, say))),
        steps_text(cell, say),
        needs_text(cell, say),
        quoted(note.text, 200) if note else "",
        say("Stands out: {what}", what=joined(marks, say)) if marks else "",
    ]
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


def row_summary(row: Row, say: Words) -> tuple[str, ...]:
    """What the whole journey comes to, a line each."""
    if row.journey is None:
        return ()
    steps = sum(cell.steps for cell in row.cells)
    lines = [count_of("step", steps, say), say.many("{n} gap", "{n} gaps", row.gaps)]
    if row.lowest is not None:
        lines.append(say("lowest {emotion}", emotion=signed(row.lowest)))
        lines.append(say("mean {emotion}", emotion=mean_text(row.mean, say)))
    needs = sum(len(cell.needs) for cell in row.cells)
    if needs:
        lines.append(say.many("{n} open need", "{n} open needs", needs))
    return tuple(lines)


def beats_line(row: Row, phase: str, document: Document, rows: Sequence[Row]) -> str:
    """ "Sanne & Youssef: +1, −2"; empty when nothing is judged in this phase."""
    felt = ", ".join(signed(beat.emotion) for beat in row.beats if beat.phase == phase)
    return f"{row_name(row, document, rows)}: {felt}" if felt else ""


# Current and desired


def side_summary(part: Side, say: Words) -> tuple[str, ...]:
    """What one of the two journeys comes to, a line each."""
    felt = [say("mean {emotion}", emotion=mean_text(part.mean, say))] if part.mean is not None else []
    return count_of("step", part.steps, say), say.many("{n} gap", "{n} gaps", part.gaps), *felt


def summary(compared: VariantComparison, say: Words) -> str:
    """ "3 steps added, 1 dropped, 2 feel better."."""
    parts = [say.many(*_COUNTS[change], compared.counts[change]) for change in _COUNTS if compared.counts.get(change)]
    return f"{capital(', '.join(parts))}." if parts else say("Nothing differs from the current journey yet.")


def gaps_sentence(compared: VariantComparison, say: Words) -> str:
    """ "Gaps: from 4 to 2. Mean feeling: from −0.3 to +0.8."."""
    parts = [_from_to(say("Gaps"), str(compared.current.gaps), str(compared.desired.gaps), say)]
    if compared.current.mean is not None and compared.desired.mean is not None:
        before, after = mean_text(compared.current.mean, say), mean_text(compared.desired.mean, say)
        parts.append(_from_to(say("Mean feeling"), before, after, say))
    return " ".join(parts)


def _from_to(what: str, before: str, after: str, say: Words) -> str:
    if before == after:
        return say("{what}: stays {before}.", what=what, before=before)
    return say("{what}: from {before} to {after}.", what=what, before=before, after=after)


def phase_sentence(found: PhaseChange, document: Document, say: Words) -> str:
    """ "Birth: from absent to via partner."; empty when nothing changes."""
    if found.before == found.after:
        return ""
    before, after = level_word(found.before, say), level_word(found.after, say)
    return _from_to(document.phases[found.phase].name, before, after, say)


def presence_text(found: PhaseChange, level: Level, say: Words) -> str:
    """How the presence changed, beside the level itself."""
    if found.before in (found.after, level):
        return ""
    if found.step == 0:
        return say("changed")
    return say("nearer") if found.step > 0 else say("further away")


def change_text(change: Change, slot: Slot, say: Words) -> str:
    """ "feels better +2", "moved" …"""
    word = say(CHANGES[change])
    if change in ("improved", "worse") and slot.feeling is not None:
        return f"{word} {signed(slot.feeling)}"
    return word


def changes_text(slot: Slot, say: Words) -> str:
    """All changes of a step, in words; "unchanged" without any."""
    return ", ".join(change_text(change, slot, say) for change in slot.changes) or say("unchanged")


def slot_sentence(slot: Slot, document: Document, say: Words) -> str:
    """ "Preparing, “Recognition?”: feels better +2, other contact."."""
    step = document.steps[slot.desired or slot.current or ""]
    title = quoted(step.title) if step.title else say("Without a title")
    changes = changes_text(slot, say)
    if slot.partner and document.steps[slot.partner].phase != slot.phase:
        changes = ", ".join([changes, moved_text(slot, document, say)])
    return f"{document.phases[slot.phase].name}, {title}: {changes}."


def moved_text(slot: Slot, document: Document, say: Words) -> str:
    """Where the step went or came from, in another phase; else that it moved."""
    other = document.steps.get(slot.partner or "")
    if other is None or other.phase == slot.phase:
        return say("moved")
    name = document.phases[other.phase].name
    return say("from {phase}", phase=name) if slot.desired else say("to {phase}", phase=name)
