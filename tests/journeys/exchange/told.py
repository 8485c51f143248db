"""What a study tells of itself, as far as a format keeps it: the yardstick for what comes back."""

from __future__ import annotations

from dataclasses import replace

from journeys.exchange.outgoing import outgoing
from journeys.exchange.wanted import wanted


def told(document, journeys, keeps):
    """What is told of these journeys, as far as the format keeps it; ids and rows are no part of that."""
    said = outgoing(replace(wanted(document), journeys=journeys))
    return {
        "steps": [_step(step, keeps) for step in _shown(said, keeps)],
        "links": _links(said, document, journeys, keeps),
        "loose": _notes(
            [note for note in said.notes if ("note.loose" if note.persona else "note.parked") in keeps], keeps
        ),
        "parties": _parties(said, keeps),
        "questions": [one.question for one in said.journeys] if "journey.question" in keeps else (),
        "personas": _personas(said.personas, keeps),
        "phases": _phases(said, keeps),
    }


def _shown(said, keeps):
    """What is behind the scenes stays away where a format has no place for it."""
    return [step for step in said.steps if step.stage == "front" or "step.back" in keeps]


def _step(step, keeps):
    by_field = {
        "variant": "journey.variant", "persona": "persona.name", "body": "step.body", "day": "step.day",
        "lasts": "step.lasts", "place": "step.place", "nobody": "step.nobody", "emotion": "step.emotion",
        "moment_of_truth": "step.moment_of_truth", "status": "step.evidence", "evidence": "step.evidence",
        "sources": "step.evidence", "column": "step.place_on_map", "track": "step.place_on_map",
    }  # fmt: skip
    held = {field: getattr(step, field) for field, code in by_field.items() if code in keeps}
    if "sources" in held:
        held["sources"] = tuple(filter(None, held["sources"]))
    contacts = [
        (
            each.party if "step.party" in keeps else "",
            each.channel if "step.channel" in keeps else "",
            each.passes_on_for if "step.passes_on" in keeps else "",
        )
        for each in step.contacts
    ]
    held["contacts"] = list(dict.fromkeys(filter(any, contacts)))
    held["notes"] = _notes(step.notes, keeps) if "note" in keeps else ()
    return {"title": step.title, "phase": step.phase, "stage": step.stage, **held}


def _notes(notes, keeps):
    work = "note.work" in keeps
    found = [
        (n.kind, n.text, *((n.status, n.owner, n.due) if work else ()), n.persona, n.journey, n.variant, n.phase)
        for n in notes if n.text
    ]  # fmt: skip
    return sorted(dict.fromkeys(found), key=str)  # a table has a column per kind, which says nothing of their order


def _links(said, document, journeys, keeps):
    if "link" not in keeps:
        return ()
    at = {step.key: step.row for step in said.steps}
    labelled = "link.label" in keeps
    return sorted((at[one.source], at[one.target], *((one.label, one.kind) if labelled else ())) for one in said.links)


def _personas(personas, keeps):
    if "persona.name" not in keeps:
        return ()
    if "persona.told" not in keeps:
        return [one.name for one in personas]
    return [(one.name, one.tagline, one.quote, one.context) for one in personas]


def _parties(said, keeps):
    """Those that are met: a study that is still empty has a municipality of its own."""
    met = {each.party for step in said.steps for each in step.contacts}
    kept = {"step.party", "party.kind"} <= keeps
    return sorted((one.name, one.kind, one.parent, one.acts_for) for one in said.parties if one.name in met and kept)


def _phases(said, keeps):
    """Those in which something stands; without any step a format may not name them."""
    used = {step.phase for step in _shown(said, keeps)}
    start, note = "phase.start" in keeps, "phase.note" in keeps
    return [
        (one.name, one.start if start else None, one.note if note else "")
        for one in said.phases if one.name in used
    ]  # fmt: skip


def difference(here, there):
    """The first part that differs, briefly: a diff of texts of 10,000 characters would take minutes."""
    for part, said in here.items():
        if there[part] == said:
            continue
        pairs = [(one, other) for one, other in zip(said, there[part], strict=False) if one != other]
        if not pairs or not isinstance(pairs[0][0], dict):
            return f"{part}: {len(said)} {len(there[part])} {str(pairs[:1])[:500]}"
        one, other = pairs[0]
        fields = [field for field in one if one[field] != other[field]]
        return f"{part}: {[(field, str(one[field])[:200], str(other[field])[:200]) for field in fields]}"
    return ""
