"""The words of the glossary for codes: levels, degrees, emotions, kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.analysis.presence import Level, scope_of
from journeys.i18n import N_, many

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.i18n import Words
    from journeys.model.document import Document

LEVELS: Final[dict[Level, str]] = {
    "direct": N_("present"),
    "commissioned": N_("commissioned"),
    "via_partner": N_("via partner"),
    "backstage": N_("behind the scenes"),
    "deliberate": N_("deliberately absent"),
    "unmapped": N_("not filled in yet"),
    "absent": N_("absent"),
}
DEGREES: Final = {"high": N_("high"), "middle": N_("middle"), "low": N_("low")}
DIGITAL_SKILLS: Final = {-2: N_("very low"), -1: N_("low"), 0: N_("average"), 1: N_("high"), 2: N_("very high")}
EMOTIONS: Final = {
    -2: N_("very unpleasant"),
    -1: N_("unpleasant"),
    0: N_("neutral"),
    1: N_("pleasant"),
    2: N_("very pleasant"),
}
KINDS: Final = {
    "study": N_("Study"),
    "moment": N_("Moment"),
    "phase": N_("Phase"),
    "party": N_("Party"),
    "channel": N_("Channel"),
    "persona": N_("Persona"),
    "journey": N_("Journey"),
    "step": N_("Step"),
    "link": N_("Connection"),
    "note": N_("Note"),
    "stance": N_("Deliberate absence"),
    "mute": N_("Muted finding"),
    "fact": N_("Fact"),
    "source": N_("Source"),
    "lane": N_("Lane"),
    "cell": N_("Cell"),
    "view": N_("View"),
    "image": N_("Picture"),
}
COUNTS: Final = {
    "study": many("{n} study", "{n} studies"),
    "moment": many("{n} moment", "{n} moments"),
    "phase": many("{n} phase", "{n} phases"),
    "party": many("{n} party", "{n} parties"),
    "channel": many("{n} channel", "{n} channels"),
    "persona": many("{n} persona", "{n} personas"),
    "journey": many("{n} journey", "{n} journeys"),
    "step": many("{n} step", "{n} steps"),
    "link": many("{n} connection", "{n} connections"),
    "note": many("{n} note", "{n} notes"),
    "stance": many("{n} deliberate absence", "{n} deliberate absences"),
    "mute": many("{n} muted finding", "{n} muted findings"),
    "fact": many("{n} fact", "{n} facts"),
    "source": many("{n} source", "{n} sources"),
    "lane": many("{n} lane", "{n} lanes"),
    "cell": many("{n} cell", "{n} cells"),
    "view": many("{n} view", "{n} views"),
    "image": many("{n} picture", "{n} pictures"),
}
INNER: Final = str.maketrans("“”„", "‘’‘")
LANES: Final = {
    "steps": N_("Steps"),
    "heartbeat": N_("Heartbeat"),
    "contact": N_("Contact & channel"),
    "needs": N_("Needs & pain points"),
    "opportunities": N_("Opportunities"),
    "backstage": N_("Behind the scenes"),
    "text": N_("Notes"),
}
"""What a lane is called that has no title of its own."""
NOTES: Final = {
    "need": N_("Need"),
    "pain": N_("Pain point"),
    "opportunity": N_("Opportunity"),
    "idea": N_("Idea"),
    "question": N_("Question"),
    "quote": N_("Quote"),
    "remark": N_("Remark"),
}
NOTE_STATUSES: Final = {
    "open": N_("Still open"),
    "planned": N_("Planned"),
    "done": N_("Done"),
    "dropped": N_("Dropped"),
}
PARTY_KINDS: Final = {
    "municipality": N_("Municipality"), "department": N_("Department"), "executor": N_("Executing organisation"),
    "government": N_("Other government"), "care": N_("Care"), "business": N_("Business"),
    "association": N_("Association"), "social": N_("Family and friends"), "medium": N_("Medium"),
}  # fmt: skip
GROUPS: Final = {
    "resident": N_("Resident"), "non_resident": N_("Non-resident"), "business": N_("Business"),
    "organisation": N_("Organisation"), "other_government": N_("Other government"), "society": N_("Society"),
    "internal": N_("Internal"),
}  # fmt: skip
STAGES: Final = {"front": N_("The person is there"), "back": N_("Behind the scenes")}
LINK_KINDS: Final = {"next": N_("Then"), "choice": N_("Choice"), "back": N_("Back to")}
VARIANTS: Final = {"current": N_("current"), "desired": N_("desired")}
VARIANT_TAGS: Final = {"current": N_("Current journey"), "desired": N_("Desired journey")}
EVIDENCE: Final = {"observed": N_("observed"), "assumed": N_("assumed"), "proposed": N_("proposed")}
LIFE_EVENT_STATUS: Final = {"statutory": N_("statutory"), "usual": N_("usual"), "local": N_("local")}


def level_word(level: Level, say: Words) -> str:
    """ "absent", "via partner" …"""
    return say(LEVELS[level])


def level_label(level: Level, scope: str, say: Words) -> str:
    """As it stands in the presence strip: "municipality absent"; `scope` comes from `scope_word`."""
    match level:
        case "direct":
            return say("{scope} present", scope=scope)
        case "absent":
            return say("{scope} absent", scope=scope)
        case _:
            return level_word(level, say)


def scope_word(document: Document, scope: str | None, say: Words) -> str:
    """How the scope is called inside a sentence: "municipality", or the party's own name."""
    party = document.parties.get(scope_of(document, scope).party or "")
    if party is None or party.kind == "municipality":
        return say("municipality")
    return party.name


def person_word(document: Document, say: Words) -> str:
    """What the study calls its people, in the plural."""
    return document.study.person_word or say("residents")


def degree_word(severity: int, say: Words) -> str:
    """ "high", "middle" or "low"."""
    from journeys.analysis.severity import degree  # not needed for the map, which is painted first

    return say(DEGREES[degree(severity)])


def emotion_word(emotion: int, say: Words) -> str:
    """What −2 … +2 means."""
    return say(EMOTIONS[emotion])


def count_of(kind: str, n: int, say: Words) -> str:
    """ "3 steps"."""
    one, other = COUNTS[kind]
    return say.many(one, other, n)


def signed(number: int) -> str:
    """With a real minus sign, and a plus."""
    return f"{number:+d}".replace("-", "−") if number else "0"


def joined(names: Sequence[str], say: Words) -> str:
    """ "a, b and c"."""
    if len(names) < 2:
        return "".join(names)
    return say("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])


def capital(text: str) -> str:
    """The text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def quoted(text: str, most: int = 60) -> str:
    """The first line, cut at a word, in quotation marks; what is quoted in it stands between single ones."""
    line = shortened(text, most)
    if line[:1] == "‘" and line[-1:] == "’" and line.count("‘") == 1:
        line = line[1:-1]
    return f"“{line.translate(INNER)}”"


def as_said(text: str, say: Words) -> str:
    """What somebody said, in quotation marks unless it has its own."""
    said = text.strip()
    return said if not said or said[0] in "“”„\"‘'«" else say("“{text}”", text=said)


def shortened(text: str, most: int) -> str:
    """The first line, cut at a word when it is longer than `most` characters."""
    line = text.split("\n", 1)[0].strip()
    if len(line) <= most:
        return line
    return f"{line[: most - 1].rsplit(' ', 1)[0].rstrip(' ,;:.')}…"
