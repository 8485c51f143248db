"""How alike two names or sentences are: word order, plurals, accents, spelling and compounds looked through."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from journeys import text

if TYPE_CHECKING:
    from collections.abc import Iterable

SMALL: Final = frozenset((
    "de", "het", "een", "en", "of", "van", "voor", "met", "bij", "in", "op", "aan", "te", "is", "zijn", "wat",
    "dat", "die", "dit", "er", "ik", "wij", "we", "je", "u", "mijn", "ons", "onze", "hun", "om", "als", "dan",
    "a", "an", "and", "or", "the", "for", "with", "at", "on", "to", "my", "our", "i", "are", "be", "that",
    "this", "it",
))  # fmt: skip
"""Words that say little; two sentences may differ in them."""
DENYING: Final = frozenset((
    "niet", "geen", "nooit", "niemand", "nergens", "zonder", "not", "no", "never", "nobody", "without",
    "cannot",
))  # fmt: skip
COUNTED: Final = {
    "eerste": "1", "tweede": "2", "derde": "3", "vierde": "4", "vijfde": "5", "first": "1", "second": "2",
    "third": "3", "fourth": "4", "fifth": "5", "een": "", "twee": "2", "drie": "3", "vier": "4",
}  # fmt: skip
TAILS: Final = (
    "praktijk", "praktijken", "bureau", "dienst", "afdeling", "organisatie", "instelling", "kantoor", "centrum",
    "team", "maatschappij", "vereniging", "gesprek", "formulier",
)  # fmt: skip
"""Second halves of compounds that only say what sort of place it is."""
KNOWN_AS: Final = (
    ("jgz", "ggd", "jeugdgezondheidszorg", "consultatiebureau", "cb", "schoolarts"),
    ("verloskundige", "vroedvrouw", "midwife"), ("huisarts", "gp", "dokter"), ("ziekenhuis", "hospital", "kliniek"),
    ("telefoon", "telefonisch", "bellen", "phone", "telephone"), ("mail", "email"),
    ("website", "internet", "web", "site", "online"), ("balie", "loket", "desk"), ("brief", "post", "letter"),
    ("belastingdienst", "fiscus"), ("uitvaartondernemer", "uitvaartleider", "begrafenisondernemer"),
    ("burgerzaken", "publiekszaken"), ("kraamzorg", "kraambureau", "kraamhulp"),
    ("kinderopvang", "creche", "kinderdagverblijf"),
)  # fmt: skip
"""Names for the same or nearly the same, in the towns where this is used."""
ENDINGS: Final = ("ingen", "schap", "tjes", "ing", "tje", "en", "es", "s", "e")
NEAR: Final = 0.75
"""From so alike on, two words may be one that was misspelt."""
_WORD: Final = re.compile(r"\w+")
_SOUNDS: Final = (
    ("tsch", "ts"), ("sch", "s"), ("ph", "f"), ("th", "t"), ("dt", "t"), ("ck", "k"), ("qu", "kw"), ("x", "ks"),
    ("oe", "u"), ("ou", "u"), ("au", "u"), ("ij", "i"), ("ei", "i"), ("ie", "i"), ("ea", "i"), ("c", "k"), ("z", "s"),
    ("v", "f"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """A text as it is compared: `stems` its words that matter, `numbers` and `denies` what may not differ."""

    folded: str
    stems: tuple[str, ...]
    numbers: frozenset[str]
    denies: int
    bag: frozenset[str]

    @property
    def key(self) -> tuple[object, ...]:
        """Equal for texts with the same words in another order or form."""
        return tuple(sorted(self.stems)), self.numbers, self.denies


def said(raw: str) -> Said:
    """What a text says, without how it is written."""
    folded = " ".join(text.folded(raw).split())
    found = [_unwritten(word) for word in _WORD.findall(folded.replace("e-mail", "email"))]
    words = [word for word in found if len(word) > 1 or word.isdigit()]
    numbers = {COUNTED.get(word, word) for word in words if word in COUNTED or any(map(str.isdigit, word))} - {""}
    telling = [word for word in words if word not in SMALL and word not in DENYING] or words
    stems = tuple(stem(word) for word in telling if not any(map(str.isdigit, word)))
    return Said(folded, stems, frozenset(numbers), sum(word in DENYING for word in words), frozenset(stems))


def _unwritten(word: str) -> str:
    return word.strip("_")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without its ending, its doubled letters single: "plannen" and "plan", "scholen" and "school"."""
    found = word
    for _ in range(2):  # "huisartsen" ends as "huisarts" does
        ending = next((e for e in ENDINGS if found.endswith(e) and len(found) - len(e) >= 2 + len(e[:2])), "")
        found = found.removesuffix(ending)
    found = re.sub(r"(.)\1", r"\1", found)
    return found[:-1] + {"v": "f", "z": "s"}.get(found[-1], found[-1]) if found else found


@lru_cache(maxsize=20_000)
def core(word: str) -> str:
    """A stem without the half of the compound that says what sort of place it is."""
    for tail in TAILS:
        end = stem(tail)
        if word.endswith(end) and len(word) - len(end) >= 4:
            return stem(word[: -len(end)].removesuffix("-"))
    return word


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """How a word is said, roughly: "Youssef" and "Joesoef" come close."""
    found = word.replace("y", "j" if word.startswith("y") else "i")
    for written, heard in _SOUNDS:
        found = found.replace(written, heard)
    return re.sub(r"(.)\1", r"\1", found)


@lru_cache(maxsize=50_000)
def near(one: str, other: str) -> float:
    """How alike two words are, 0 to 1; short words must be the same, and so must what begins otherwise."""
    if one == other:
        return 1.0
    heard, also = sound(one), sound(other)
    if heard == also:
        return 0.95
    most = max(len(heard), len(also))
    if min(len(heard), len(also)) < 4 or abs(len(heard) - len(also)) > 2 or heard[0] != also[0]:
        return 0.0
    alike = 1 - _distance(heard, also) / most
    return alike if alike >= NEAR else 0.0


def _distance(one: str, other: str) -> int:
    """How many letters must be changed, put in, taken out or swapped."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        fresh = [at]
        for place, opposite in enumerate(other, 1):
            cost = min(row[place] + 1, fresh[-1] + 1, row[place - 1] + (letter != opposite))
            if at > 1 and place > 1 and letter == other[place - 2] and one[at - 2] == opposite:
                cost = min(cost, before[place - 2] + 1)
            fresh.append(cost)
        before, row = row, fresh
    return row[-1]


def names(one: Said, other: Said) -> tuple[int, str]:
    """(0–100, why) of two names; 0 when they are different things as far as can be seen."""
    if one.folded == other.folded:
        return 100, "same_name"
    if _contradict(one, other) or not one.stems or not other.stems:
        return 0, ""
    if one.key == other.key:
        return 96, "same_words"
    if one.numbers == other.numbers:
        if Counter(map(core, one.stems)) == Counter(map(core, other.stems)):
            return 88, "compound"
        if _concepts(one.stems) == _concepts(other.stems):
            return 78, "known_as"
        if _written_as_one(one.stems, other.stems):
            return 84, "compound"
    matched = _matched(one.stems, other.stems)
    most, least = (f(len(one.stems), len(other.stems)) for f in (max, min))
    if len(matched) == most and one.numbers == other.numbers:
        return int(95 * sum(matched) / most), "spelling"
    if len(matched) == least and least and _telling(one, other):
        return min(72, int(50 + 30 * sum(matched) / most)), "part_of"
    return 0, ""


def sentences(one: Said, other: Said) -> tuple[int, str]:
    """(0–100, why) of two notes."""
    if one.folded == other.folded:
        return 100, "same_text"
    if _contradict(one, other) or not one.stems or not other.stems:
        return 0, ""
    if one.key == other.key:
        return 97, "same_words"
    if far_from(one, other):
        return 0, ""
    matched = _matched(one.stems, other.stems)
    if len(matched) < 2:
        return 0, ""
    return min(95, int(200 * sum(matched) / (len(one.stems) + len(other.stems)))), "most_words"


def far_from(one: Said, other: Said) -> bool:
    """Whether too few words are the very same for a closer look to be worth it."""
    return len(one.bag & other.bag) * 4 < len(one.bag) + len(other.bag)


def _contradict(one: Said, other: Said) -> bool:
    """One denies what the other says, or they name other numbers."""
    return one.denies != other.denies or bool(one.numbers and other.numbers and one.numbers != other.numbers)


def _matched(one: Iterable[str], other: Iterable[str]) -> list[float]:
    """How alike the words are that have their like on the other side, each used once."""
    left, right = list(one), list(other)
    both = Counter(left) & Counter(right)
    found = [1.0] * sum(both.values())
    rest, free = list((Counter(left) - both).elements()), list((Counter(right) - both).elements())
    for word in rest:
        best = max(free, key=lambda there: near(word, there), default=None)
        if best is not None and near(word, best):
            found.append(near(word, best))
            free.remove(best)
    return found


def _telling(one: Said, other: Said) -> bool:
    """Two letters within a longer name prove nothing."""
    fewest = one.stems if len(one.stems) <= len(other.stems) else other.stems
    return max(map(len, fewest)) >= 3


def _written_as_one(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """ "Aangifte van geboorte" and "Geboorteaangifte"."""
    if sorted((len(one), len(other))) != [1, 2]:
        return False
    (whole,), (first, last) = sorted((one, other), key=len)
    return any(near(whole, joint) > NEAR or whole == joint for joint in (first + last, last + first))


def _concepts(stems: Iterable[str]) -> frozenset[str]:
    return frozenset(_CONCEPT.get(core(word), _CONCEPT.get(word, word)) for word in stems)


_CONCEPT: Final = {stem(name): alike[0] for alike in KNOWN_AS for name in alike}
