"""What changed between two states of a study, in sentences; and for one change, how it was and how it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from journeys.edits.entities import name_of
from journeys.i18n import N_, many
from journeys.model.references import references
from journeys.phrases.durations import day_text, lasting
from journeys.phrases.steps import contacts_text
from journeys.phrases.terms import (
    EVIDENCE,
    KINDS,
    LANES,
    NOTE_STATUSES,
    NOTES,
    capital,
    joined,
    level_word,
    quoted,
    scope_word,
    signed,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeys.analysis.difference import Change, Group
    from journeys.i18n import Words
    from journeys.model.document import Document

    Tell = Callable[[Change, Document, Document, Words], str]

GROUP_NAMES: Final[dict[Group, str]] = {
    "presence": N_("Presence"), "feelings": N_("Feelings"), "steps": N_("Steps"), "notes": N_("Notes"),
    "rest": N_("Everything else"),
}  # fmt: skip
FIELDS: Final = {
    "title": N_("title"), "name": N_("name"), "body": N_("description"), "text": N_("text"), "day": N_("day"),
    "lasts": N_("duration"), "place": N_("place"), "contacts": N_("contacts"), "nobody": N_("contacts"),
    "emotion": N_("feeling"), "moment_of_truth": N_("moment of truth"), "image": N_("picture"),
    "judgement": N_("judgement"), "evidence": N_("evidence"), "start_day": N_("begin"), "end_day": N_("last day"),
    "dated": N_("period"), "facilitator_note": N_("note for the facilitator"), "kind": N_("kind"),
    "parent": N_("part of"), "acts_for": N_("acts for"), "colour": N_("colour"), "tagline": N_("in one line"),
    "group": N_("group"), "quote": N_("quote"), "context": N_("background"), "portrait": N_("portrait"),
    "digital_skill": N_("digital skill"), "channels": N_("channels"), "privacy": N_("privacy"),
    "consent_until": N_("consent"), "question": N_("question"), "variant": N_("variant"),
    "parent_step": N_("step it is behind"), "persona": N_("persona"), "label": N_("label"), "source": N_("begins at"),
    "target": N_("leads to"), "status": N_("status"), "answered_by": N_("answer"), "addresses": N_("what it addresses"),
    "via": N_("through whom"), "small_gesture": N_("small gesture"), "proactive": N_("proactive message"),
    "owner": N_("owner"), "due": N_("due date"), "votes": N_("votes"), "reason": N_("reason"), "by": N_("by whom"),
    "on": N_("date"), "scope": N_("seen from"), "source_title": N_("source"), "source_url": N_("web address"),
    "checked_on": N_("checked on"), "party": N_("party"), "from_day": N_("begin"), "to_day": N_("last day"),
    "people": N_("number of people"), "shown": N_("shown"), "order": N_("order"), "alt": N_("description"),
    "caption": N_("caption"), "is_day0": N_("day 0"), "organisation": N_("organisation"), "country": N_("country"),
    "language": N_("language"), "person_word": N_("word for the people"), "life_event": N_("life event"),
    "edition": N_("edition"), "review_on": N_("review"), "expires_on": N_("expiry"), "day0_date": N_("date of day 0"),
    "phase": N_("phase"), "stage": N_("stage"), "journey": N_("journey"), "step": N_("step"), "icon": N_("icon"),
}  # fmt: skip
"""What a field is called inside a sentence; one that is not here is a detail."""
_STEPS: Final = many("with {n} step", "with {n} steps")
_MADE_ROOM: Final = many("{n} step made room", "{n} steps made room")


def change_text(change: Change, before: Document, after: Document, say: Words) -> str:
    """One sentence without a full stop."""
    head, _, what = change.code.partition(".")
    if head in ("gap", "presence"):
        return _presence(change, what, after, say)
    special = _STEPWISE.get(change.code) or _NOTEWISE.get(change.code)
    if special is not None:
        return special(change, before, after, say)
    name = _name(change, before if change.gone else after, say)
    kind = _kind(change, before if change.gone else after, say)
    match what:
        case "new":
            text = say("{kind} added: {title}", kind=kind, title=name)
        case "gone":
            text = say("{kind} deleted: {title}", kind=kind, title=name)
        case "order":
            return say("{kind}: order changed", kind=kind)
        case "renamed":
            return say("{title} is now called {name}", title=quoted(str(change.before), 40),
                       name=quoted(str(change.after), 40))  # fmt: skip
        case _:
            return say("{title}: {fields} changed", title=name, fields=_fields(change, say))
    return f"{text}, {say.many(*_STEPS, change.n)}" if head == "journey" else text


def _presence(change: Change, what: str, after: Document, say: Words) -> str:
    scope = capital(scope_word(after, None, say))
    match what:
        case "opened":
            return say("New gap: {scope} was {level} and is absent", scope=scope_word(after, None, say),
                       level=level_word(change.before, say))  # fmt: skip
        case "closed":
            return say("Gap gone: {scope} was absent and is {level}", scope=scope_word(after, None, say),
                       level=level_word(change.after, say))  # fmt: skip
        case "severity":
            return say("Gap: severity from {before} to {after}", before=change.before, after=change.after)
        case _:
            return say("{scope} was {before} and is {after}", scope=scope, before=level_word(change.before, say),
                       after=level_word(change.after, say))  # fmt: skip


def _moved(change: Change, before: Document, after: Document, say: Words) -> str:
    title, now = _name(change, after, say), after.steps[change.id]
    if change.before != change.after:
        return say("{title} moved from {before} to {after}", title=title, before=_phase(before, change.before, say),
                   after=_phase(after, change.after, say))  # fmt: skip
    if "journey" in change.fields:
        return say("{title} moved to another journey", title=title)
    if now.stage == "back":
        return say("{title} is behind the scenes now", title=title)
    return say("{title} is no longer behind the scenes", title=title)


def _emotion(change: Change, _before: Document, after: Document, say: Words) -> str:
    title = _name(change, after, say)
    if change.before is None:
        return say("{title}: feeling {after} filled in", title=title, after=signed(change.after))
    if change.after is None:
        return say("{title}: feeling {before} taken away", title=title, before=signed(change.before))
    return say("{title}: feeling from {before} to {after}", title=title, before=signed(change.before),
               after=signed(change.after))  # fmt: skip


def _link(change: Change, before: Document, after: Document, say: Words) -> str:
    document = before if change.gone else after
    held = document.links[change.id]
    ends = {end: quoted(document.steps[getattr(held, end)].title or say("Without a title"), 40)
            for end in ("source", "target")}  # fmt: skip
    match change.code:
        case "link.new":
            return say("Connected: {source} → {target}", **ends)
        case "link.gone":
            return say("No longer connected: {source} → {target}", **ends)
    return say("Connection changed: {source} → {target}", **ends)


def _votes(change: Change, _before: Document, after: Document, say: Words) -> str:
    return say("{title}: from {before} to {after} votes", title=_name(change, after, say), before=change.before,
               after=change.after)  # fmt: skip


def _text(change: Change, _before: Document, _after: Document, say: Words) -> str:
    was, now = (quoted(str(text), 40) if text else say("nothing") for text in (change.before, change.after))
    return say("{before} became {after}", before=was, after=now)


_STEPWISE: Final[dict[str, Tell]] = {
    "step.moved": _moved,
    "step.emotion": _emotion,
    "step.reordered": lambda change, _, after, say: say(
        "{title} stands in another place", title=_name(change, after, say)
    ),
    "step.shifted": lambda change, _b, _a, say: say.many(*_MADE_ROOM, change.n),
    "link.new": _link, "link.gone": _link, "link.changed": _link,
}  # fmt: skip
_NOTEWISE: Final[dict[str, Tell]] = {
    "note.moved": lambda change, _, after, say: say(
        "{title} hangs in another place", title=_name(change, after, say)
    ),
    "note.votes": _votes,
    "note.text": _text,
    "note.status": lambda change, _, after, say: say(
        "{title}: from {before} to {after}", title=_name(change, after, say),
        before=say(NOTE_STATUSES[change.before]).lower(), after=say(NOTE_STATUSES[change.after]).lower(),
    ),
}  # fmt: skip


def _kind(change: Change, document: Document, say: Words) -> str:
    note = document.notes.get(change.id) if change.kind == "note" else None
    return say(NOTES[note.kind]) if note is not None and change.n == 1 else say(KINDS[change.kind])


def _name(change: Change, document: Document, say: Words) -> str:
    entity: Any = document.get(change.key)
    if change.kind == "study":
        return say("Study")
    if change.kind == "cell" and entity is not None:
        lane = document.lanes[entity.lane]
        return quoted(entity.text or lane.title or say(LANES[lane.kind]), 40)
    if change.kind == "lane" and entity is not None and not entity.title:
        return quoted(say(LANES[entity.kind]), 40)
    name = name_of(entity)
    return quoted(name, 40) if name else say("without a title")


def _phase(document: Document, phase: str, say: Words) -> str:
    held = document.phases.get(phase)
    return quoted(held.name, 40) if held is not None else say("another phase")


def _fields(change: Change, say: Words) -> str:
    names = dict.fromkeys(say(FIELDS.get(field, N_("details"))) for field in change.fields)
    return joined(list(names), say)


def difference_summary(counts: dict[Group, int], say: Words) -> str:
    """ "12 differences: 3 in presence …" in one line."""
    total = sum(counts.values())
    if not total:
        return say("Nothing is different.")
    parts = [f"{say(GROUP_NAMES[group]).lower()} {n}" for group, n in counts.items() if n]
    return f"{say.many('{n} difference', '{n} differences', total)}: {', '.join(parts)}."


def then_and_now(change: Change, before: Document, after: Document, say: Words) -> list[tuple[str, str, str]]:
    """(what, how it was, how it is) of the fields that tell; of what is gone or new, one side is empty."""
    old: Any = before.get(change.key)
    new: Any = after.get(change.key)
    some = old if old is not None else new
    if some is None:
        return []
    told = change.fields if old is not None and new is not None else _telling(change.kind)
    found: dict[str, tuple[str, str]] = {}
    for field in told:
        if field not in FIELDS or not hasattr(some, field):
            continue
        was, now = (
            _value(document, entity, field, say, both=told is change.fields) if entity is not None else ""
            for document, entity in ((before, old), (after, new))
        )
        if was != now:
            found.setdefault(capital(say(FIELDS[field])), (was, now))
    return [(label, *held) for label, held in found.items() if any(held)]


def _telling(kind: str) -> tuple[str, ...]:
    """The fields that say what something was."""
    if kind == "step":
        return ("title", "body", "phase", "contacts", "emotion", "place", "lasts", "moment_of_truth", "evidence")
    if kind == "note":
        return ("text", "status", "owner", "votes", "step", "persona")
    return ("title", "name", "label", "text", "tagline", "quote", "context", "question", "kind", "start_day", "reason")


def _value(document: Document, entity: Any, field: str, say: Words, *, both: bool) -> str:
    """In words; empty where there is nothing to tell. `both`: it stands beside how it was."""
    value = getattr(entity, field)
    if field in ("contacts", "nobody"):
        return contacts_text(document, entity, say)
    if field == "evidence":
        return say(EVIDENCE[value.status])
    if value is None or value in ("", ()):
        return ""
    if isinstance(value, bool):
        return say("Yes") if value else say("No") if both else ""
    if field in ("day", "start_day", "end_day", "from_day", "to_day"):
        return day_text(value, say)
    if field in ("emotion", "digital_skill"):
        return signed(value)
    if field == "lasts":
        return lasting(value, say)
    if field == "status" and value in NOTE_STATUSES:
        return say(NOTE_STATUSES[value])
    return _reference(document, entity, field) or (str(value) if isinstance(value, str | int) else say("changed"))


def _reference(document: Document, entity: Any, field: str) -> str:
    """The names of what a field refers to."""
    ids = [reference for reference in references(entity) if reference.field == field]
    names = [name_of(document.get((reference.ref.kind, reference.id))) for reference in ids]
    return ", ".join(filter(None, names))
