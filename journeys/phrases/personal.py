"""What looks like personal data, in words: what it is, where it stands, and what one may do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.analysis import personal
from journeys.edits.entities import name_of
from journeys.i18n import N_, many
from journeys.phrases.dates import date_words
from journeys.phrases.difference import FIELDS
from journeys.phrases.terms import KINDS, quoted

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from journeys.analysis.anonymous import Renamed
    from journeys.analysis.privacy import Look, Remark
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.model.search import Found

NAMES: Final[dict[personal.Kind, str]] = {
    "bsn": N_("Citizen service number (BSN)"),
    "register": N_("Belgian national register number"),
    "iban": N_("Bank account number"),
    "email": N_("E-mail address"),
    "phone": N_("Telephone number"),
    "birth": N_("Date of birth"),
    "address": N_("Address"),
    "name": N_("Name of a real person"),
}
COUNTS: Final[dict[str, tuple[str, str]]] = {
    "fictional": many("{n} persona is fictional", "{n} personas are fictional"),
    "anonymised": many("{n} persona is anonymised", "{n} personas are anonymised"),
    "real": many("{n} persona is a real person", "{n} personas are real people"),
}
GONE: Final[dict[str, tuple[str, str]]] = {
    "texts": many("in {n} text", "in {n} texts"),
    "portraits": many("{n} portrait", "{n} portraits"),
    "pictures": many("{n} picture of a step", "{n} pictures of steps"),
    "owners": many("{n} owner of a note", "{n} owners of notes"),
    "by": many("{n} name of who took a stance", "{n} names of who took a stance"),
    "interviews": many("{n} title of an interview, with its date", "{n} titles of interviews, with their dates"),
    "consents": many("{n} date of consent", "{n} dates of consent"),
    "personal": many("{n} thing that looks like personal data", "{n} things that look like personal data"),
    "day0": many("{n} real date of day 0", "{n} real dates of day 0"),
    "reasons": many("{n} reason why a finding is muted", "{n} reasons why findings are muted"),
    "marks": many("{n} mark “not personal”", "{n} marks “not personal”"),
    "facilitator": many("{n} note for the facilitator", "{n} notes for the facilitator"),
    "snapshots": many("{n} snapshot", "{n} snapshots"),
    "unused": many("{n} picture that is shown nowhere", "{n} pictures that are shown nowhere"),
}
"""What a copy for others leaves out."""
LONG: Final = 120
AROUND: Final = 34
"""Characters that are shown on either side."""


def summary(n: int, say: Words) -> str:
    """ "3 things look like personal data"."""
    return say.many("{n} thing looks like personal data", "{n} things look like personal data", n)


def looked_for(say: Words) -> str:
    """What the check knows, and that it is no guarantee."""
    return say(
        "This looks for citizen service numbers, Belgian national register numbers, bank account numbers, telephone "
        "numbers, e-mail addresses, dates of birth, addresses and the names of personas that are marked as real. "
        "It cannot see what is in pictures, and it does not know who is meant by “the neighbour at number 4”. "
        "Finding nothing is no guarantee: read it over before you share it."
    )


def covered(text: str, also: Sequence[Remark] = ()) -> str:
    """The text with everything in it that looks personal masked."""
    spans = {(hit.start, hit.end): hit.kind for hit in personal.hits(text)}
    spans |= {(one.place.start, one.place.end): one.what for one in also if one.place.text == text}
    last = len(text)
    for (start, end), kind in sorted(spans.items(), reverse=True):
        if end <= last:
            text = f"{text[:start]}{personal.masked(kind, text[start:end])}{text[end:]}"
            last = start
    return text


def excerpt(remark: Remark) -> str:
    """The masked words, and what stands beside them on the same line; a name that is known anyway stands as it is."""
    place = remark.place
    middle = place.text[place.start : place.end] if remark.what == "name" else remark.sample
    before = covered(place.text[: place.start]).rpartition("\n")[2]
    behind = covered(place.text[place.end :]).partition("\n")[0]
    left = before if len(before) <= AROUND else "…" + before[-AROUND:].partition(" ")[2]
    right = behind if len(behind) <= AROUND else behind[:AROUND].rpartition(" ")[0] + "…"
    return f"{left}{middle}{right}".strip()


def place(found: Found, document: Document, say: Words) -> str:
    """ "Step “Calling the desk”, description"; what looks personal in a name is masked there too."""
    entity = document.get((found.kind, found.id))
    name = covered(name_of(entity)) if entity is not None else ""
    path = [part for part in found.field.split(".") if not part.isdecimal()]
    field = next((FIELDS[part] for part in reversed(path) if part in FIELDS), "")
    head = f"{say(KINDS[found.kind])} {quoted(name, 40)}" if name else say(KINDS[found.kind])
    return f"{head}, {say(field)}" if field else head


def persona_lines(look: Look, say: Words) -> list[str]:
    """How many personas there are of each sort; and of each real person until when there is consent."""
    lines = [say.many(*COUNTS[code], n) + "." for code, n in look.personas.items() if n]
    for persona, consent in look.real:
        lines.append(consent_text(persona.name, consent, persona.consent_until, say))
    return lines


def consent_text(name: str, consent: str, until: object, say: Words) -> str:
    """Whether a real person agrees to be in this study, and until when."""
    if consent == "none":
        return say("{name}: it is not written down until when there is consent.", name=name)
    day = date_words(until, say)  # type: ignore[arg-type]  # a date, unless there is no consent
    if consent == "past":
        return say("{name}: the consent ended on {date}. Ask again, or make the persona anonymous.",
                   name=name, date=day)  # fmt: skip
    return say("{name}: consent until {date}.", name=name, date=day)


def consent_state(consent: str, until: object, say: Words) -> str:
    """The same, beside the name."""
    if consent == "none":
        return say("No date of consent yet")
    day = date_words(until, say)  # type: ignore[arg-type]  # a date, unless there is no consent
    return say("Consent ended on {date}", date=day) if consent == "past" else say("Consent until {date}", date=day)


def kept_until(expires: object, say: Words) -> str:
    """Until when the study may be kept, while that has not passed."""
    if expires is None:
        return say("It is not written down until when this study is kept.")
    return say("This study is kept until {date}.", date=date_words(expires, say))  # type: ignore[arg-type]  # a date


def expired_text(expired: dt.date | None, say: Words) -> str:
    """That the study should be gone by now; empty when it need not."""
    if expired is None:
        return ""
    day = date_words(expired, say)
    return say("This study was to be kept until {date}. Throw it away, or agree on another date.", date=day)


def real_lines(look: Look, say: Words) -> list[str]:
    """How many real people there are, and of each whether they agree."""
    if not look.real:
        return []
    lines = [consent_text(one.name, consent, one.consent_until, say) for one, consent in look.real]
    return [say.many(*COUNTS["real"], len(look.real)) + ".", *lines]


def renamed_text(one: Renamed, say: Words) -> str:
    """ "Sanne & Youssef → Persona A, in 4 texts"."""
    after = one.after or say("left out")
    counted = f", {say.many(*GONE['texts'], one.texts)}" if one.texts else ""
    return f"{one.before} → {after}{counted}"


class Elsewhere(NamedTuple):
    """How often somebody is named in another study or an earlier state; or why that is not known."""

    name: str
    path: str
    places: int
    trouble: str = ""


def found_text(places: int, say: Words) -> str:
    """ "Named in 12 places of this study"."""
    return say.many("Named in {n} place of this study.", "Named in {n} places of this study.", places)


def report(
    name: str, places: Sequence[Found], elsewhere: Sequence[Elsewhere], document: Document, today: dt.date, say: Words
) -> str:  # fmt: skip
    """Where somebody is named, to read, to send to who asked for it, or to keep with the request."""
    lines = [
        say("Where “{name}” is named", name=name), "",
        say("Study: {title}", title=document.study.title), say("Looked up on {date}", date=date_words(today, say)), "",
        found_text(len(places), say),
    ]  # fmt: skip
    for one in places:
        text = one.text.replace("\n", " ")
        lines.append(f"- {place(one, document, say)}: {text if len(text) <= LONG else _around(one)}")
    if elsewhere:
        lines += ["", say("Other studies and earlier states:")]
        lines += [f"- {elsewhere_text(one, say)}" for one in elsewhere]
    lines += ["", say(
        "Not looked through: pictures, files elsewhere, and the earlier versions of a file that this computer keeps "
        "(File > Kept on this computer)."
    )]  # fmt: skip
    return "\n".join(lines) + "\n"


def elsewhere_text(one: Elsewhere, say: Words) -> str:
    """ "Verhuizen.levensreis: 3 places"."""
    if one.trouble:
        return f"{one.name}: {one.trouble}"
    return f"{one.name}: {say.many('{n} place', '{n} places', one.places)}"


def _around(found: Found) -> str:
    start, end = max(0, found.start - AROUND), min(len(found.text), found.end + AROUND)
    cut = found.text[start:end].replace("\n", " ")
    return f"{'…' if start else ''}{cut}{'…' if end < len(found.text) else ''}"


def mention(found: Found) -> str:
    """The words, and what stands beside them."""
    return _around(found)
