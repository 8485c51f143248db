"""What is meant by the text of one cell: yes, a day, how long, several names, how sure, what kind of note."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from journeys.edits.naming import key
from journeys.exchange import spans
from journeys.model.entities import NoteKind, Stage, Variant
from journeys.model.fields import MAX_DAYS
from journeys.model.values import Duration, Status


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split(", "))


NOBODY: Final = _words(
    "niemand, nobody, no one, noone, geen, geen contact, none, no contact, geen partij, n.v.t., nvt, n/a"
)
_YES: Final = _words("ja, j, yes, y, x, true, waar, 1, v, ✓, ✔, ☑, ✅, *, !")
_NO: Final = _words("nee, n, no, false, onwaar, 0, -, –, ☐, ✗, ✘")
_BACK: Final = _words("back, achter, backstage, back stage, achter de schermen, behind the scenes, intern, internal")
_FRONT: Final = _words(
    "front, voor, frontstage, front stage, voor de schermen, on stage, zichtbaar, the person is there, "
    "de persoon is erbij"
)
_CURRENT: Final = _words("huidig, huidige, current, nu, now, as is, as-is, ist")
_DESIRED: Final = _words("gewenst, gewenste, desired, toekomst, toekomstig, future, to be, to-be, soll, ideaal, ideal")
_STATUS: Final[dict[str, Status]] = {
    "waargenomen": "observed", "observed": "observed", "gezien": "observed", "onderzocht": "observed",
    "gevalideerd": "observed", "validated": "observed", "feit": "observed", "fact": "observed",
    "aanname": "assumed", "aangenomen": "assumed", "assumed": "assumed", "assumption": "assumed",
    "vermoeden": "assumed", "hypothese": "assumed", "hypothesis": "assumed",
    "voorstel": "proposed", "voorgesteld": "proposed", "proposed": "proposed", "proposal": "proposed",
}  # fmt: skip
_NOTE_WORDS: Final[dict[str, NoteKind]] = {
    "behoefte": "need", "need": "need", "wens": "need", "knelpunt": "pain", "pijnpunt": "pain", "pain": "pain",
    "probleem": "pain", "problem": "pain", "kans": "opportunity", "opportunity": "opportunity", "idee": "idea",
    "idea": "idea", "vraag": "question", "question": "question", "citaat": "quote", "quote": "quote",
    "opmerking": "remark", "notitie": "remark", "remark": "remark", "note": "remark",
}  # fmt: skip
BULLET: Final = "•\u2002"
GOES_ON: Final = "\u2002\u2002"
EMPTY: Final = _words("-, –, —")
_QUOTED_NAME: Final = re.compile(r'"(?:[^"]|"")*+"')
_IN_QUOTES: Final = re.compile(r'(?:"(?:[^"]|"")*+"(?:\n|\Z))+\Z')
_PREFIX: Final = re.compile(r"([^\W\d_]{4,12})\s*:\s*(?=\S)")
_QUOTED: Final = re.compile("""["“„‘'«].*["”’'»]\\Z""", re.DOTALL)
_WHOLE: Final = re.compile(r"(?:dag|day|d)?\s*([+-]?)\s*(\d{1,5})(?:\s*(?:dagen|days|dag|day|d))?\Z")
_WEEKS: Final = re.compile(r"(?:week|wk)\s*([+-]?)\s*(\d{1,4})\Z|([+-]?)\s*(\d{1,4})\s*(?:weken|weeks|week|wk)\Z")
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]\d{1,2}:\d{2}.*)?\Z")
_EUROPEAN: Final = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\Z")
_SIGNS: Final = str.maketrans({"−": "-", "–": "-", "—": "-", "\u00a0": " "})


def yes(raw: str) -> bool | None:
    """Yes or no, or None when it is neither."""
    found = key(raw)
    return True if found in _YES else False if found in _NO else None


def stage(raw: str) -> Stage | None:
    found = key(raw)
    return "back" if found in _BACK else "front" if found in _FRONT else None


def variant(raw: str) -> Variant | None:
    found = key(raw)
    return "desired" if found in _DESIRED else "current" if found in _CURRENT else None


def date(raw: str) -> dt.date | None:
    """A date such as 2026-01-31 or 31-1-2026."""
    return _date(key(raw))


def day(raw: str) -> int | dt.date | None:
    """A day from day 0, such as "-14", "dag 3", "week 2" or "2 weken", a date, or None."""
    bare = key(raw.translate(_SIGNS))
    found = _WHOLE.match(bare)
    if found is not None:
        return _in_range(int(found[1] + found[2]))
    weeks = _WEEKS.match(bare)
    if weeks is not None:
        sign, count = (weeks[1], weeks[2]) if weeks[2] else (weeks[3], weeks[4])
        return _in_range(int(sign + count) * 7)
    return _date(bare)


def _in_range(days: int) -> int | None:
    return days if abs(days) <= MAX_DAYS else None


def _date(bare: str) -> dt.date | None:
    found, order = _ISO.match(bare), (1, 2, 3)
    if found is None:
        found, order = _EUROPEAN.match(bare), (3, 2, 1)
    if found is None:
        return None
    try:
        return dt.date(*(int(found[group]) for group in order))
    except ValueError:
        return None


def lasts(raw: str) -> Duration | None:
    """ "3 dagen", "2-4 weken" …"""
    return spans.read(raw)


def several(raw: str) -> list[str]:
    """The entries of a cell: on lines of their own, or with `;` between them; bullets go."""
    parts = re.split(r"\n|;", raw)
    return [bare for part in parts if (bare := re.sub(r"\A\s*[•·▪◦*–-]\s+", "", part).strip())]


def names(raw: str) -> tuple[list[str], bool]:
    """The names in a cell, empty where a dash keeps a place open, and whether it says that there is nobody."""
    if _IN_QUOTES.match(raw):
        return [part[1:-1].replace('""', '"') for part in _QUOTED_NAME.findall(raw)], False
    said = several(raw)
    found = ["" if name in EMPTY else name for name in said if key(name) not in NOBODY]
    return found, bool(said) and not found


def notes(raw: str) -> list[str]:
    """The notes in a cell: a line each; `;` only divides where the cell has one line and no sentence ends in it.

    As we write them ourselves where that would not do, each begins with `BULLET` and goes on behind `GOES_ON`.
    """
    if raw.startswith(BULLET):
        return [text.replace(f"\n{GOES_ON}", "\n") for text in raw[len(BULLET) :].split(f"\n{BULLET}")]
    lines = [bare for part in raw.split("\n") if (bare := re.sub(r"\A\s*[•·▪◦*–-]\s+", "", part).strip())]
    return several(raw) if len(lines) == 1 and not re.search(r"[.!?]\s", lines[0]) else lines


def evidence(raw: str) -> tuple[Status | None, str]:
    """How sure we are, and what was said besides: "waargenomen: in zes gesprekken"."""
    head, _, rest = raw.strip().partition(":")
    found = _STATUS.get(key(head))
    return (found, rest.removeprefix(" ")) if found else (None, raw.strip())


def note(raw: str) -> tuple[NoteKind, str]:
    """The kind of an indented note: by its first word ("Knelpunt: …"), as question or in quotation marks."""
    bare = raw.strip()
    found = _PREFIX.match(bare)
    if found is not None and key(found[1]) in _NOTE_WORDS:
        return _NOTE_WORDS[key(found[1])], bare[found.end() :]
    if len(bare) > 2 and _QUOTED.match(bare):
        return "quote", bare[1:-1].strip()
    return ("question" if bare.endswith("?") else "remark"), bare
