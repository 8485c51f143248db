"""Finds what looks like somebody's own data in a text: a citizen service number, an address, a number to call."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, get_args

from journeys.analysis import personal_numbers as numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["bsn", "register", "iban", "email", "phone", "birth", "address", "name"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
"""The gravest first; `name` is that of a real person and is looked for in a whole study only."""
HIDDEN: Final = "•"
_GAP: Final = r"[ \u00a0\u202f]"
"""A space, also one that does not break."""
_ANY: Final = re.compile(r"[\d@]")
_EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,8}")
_DESKS: Final = frozenset({
    "info", "contact", "gemeente", "stad", "onthaal", "balie", "receptie", "privacy", "service", "klantenservice",
    "burgerzaken", "burgerlijkestand", "noreply", "no-reply", "webmaster", "post", "mail", "redactie", "support",
    "secretariaat", "loket", "help", "helpdesk", "office", "fg", "avg", "dpo", "feedback", "naam", "name",
})  # fmt: skip
"""Addresses of a desk, at which nobody in particular reads."""
_POSTCODE: Final = rf"[1-9]\d{{3}}{_GAP}?(?!S[ADS]\b)[A-Z]{{2}}\b"
_CODE_AND_NUMBER: Final = re.compile(
    rf"(?<![\w-]){_POSTCODE}(?:,{_GAP}?|{_GAP})(?:huisn(?:umme)?r\.?|n(?:umme)?r\.?|number)?{_GAP}?\d{{1,5}}"
    rf"(?:{_GAP}?[a-zA-Z]\b)?(?![\w€%])"
)
_STREET_AND_CODE: Final = re.compile(
    rf"(?<!\w)[^\W\d_][\w.'’-]{{1,60}}{_GAP}\d{{1,5}}(?:{_GAP}?[a-zA-Z]\b|{_GAP}?[-/]{_GAP}?\w{{1,4}}\b)?"
    rf"[,;\n \u00a0\u202f]{{1,3}}{_POSTCODE}"
)
_BELGIAN: Final = re.compile(
    rf"(?<!\w)[A-Z][\w.'’-]{{0,40}}(?:straat|laan|weg|plein|lei|dreef|baan|kaai|steenweg|vest|markt|pad|hof){_GAP}"
    rf"\d{{1,4}}(?:{_GAP}?[a-zA-Z]\b)?(?:{_GAP}(?:bus|b\.?){_GAP}?\w{{1,4}})?[,\n \u00a0\u202f]{{1,3}}"
    rf"(?:B-)?[1-9]\d{{3}}{_GAP}[A-Z]"
)
_NO_CODE: Final = re.compile(rf"(?:19|20)\d\d{_GAP}(?:EU|NL|BE|UK|US|VN|EN|IN|OF|OP|WW|CO|AI|OV)")
_NO_STREET: Final = re.compile(r"(?:postbus|bus|po box|antwoordnummer|artikel|art\.)$", re.IGNORECASE)
_DAY: Final = (
    r"(?:\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)?\d\d(?!\d)|(?:19|20)\d\d-\d\d-\d\d|"
    r"\d{1,2}(?:e|st|nd|rd|th)?[ ](?:of[ ])?[a-zé]{3,9}\.?[ ](?:19|20)\d\d(?!\d))"
)
_BORN: Final = re.compile(
    r"(?<!\w)(?:geboortedatum|geboortedag|geboren|geb\.|date of birth|born|birthday|dob|née?)"
    rf"(?:\W{{0,3}}\b(?:is|op|on|was|op de|te|in)\b)?\W{{0,4}}({_DAY})",
    re.IGNORECASE,
)


class Hit(NamedTuple):
    """What stands in a text from `start` up to `end`; `sure` when a word beside it says so too."""

    kind: Kind
    start: int
    end: int
    sure: bool = False


def hits(text: str) -> tuple[Hit, ...]:
    """What the text seems to hold, from left to right without overlap; what has check digits counts if they are right.

    Every pattern is of bounded length, so that it takes a time that grows as the text does.
    """
    if not _ANY.search(text):
        return ()
    found = sorted(_all(text), key=lambda hit: (not hit.sure, KINDS.index(hit.kind)))
    kept: list[Hit] = []
    taken: set[int] = set()
    for hit in found:
        if taken.isdisjoint(range(hit.start, hit.end)):
            taken.update(range(hit.start, hit.end))
            kept.append(hit)
    return tuple(sorted(kept, key=lambda hit: hit.start))


def kinds(text: str) -> frozenset[Kind]:
    """What kinds of data the text seems to hold."""
    return frozenset(hit.kind for hit in hits(text))


def masked(kind: Kind, text: str) -> str:
    """What may be shown of it, so that one recognises one's own typing and nobody else learns more."""
    if kind == "email":
        name, _, host = text.partition("@")
        return f"{name[:1]}{HIDDEN * 3}@{host}"
    if kind == "name":
        return " ".join(word[:1] + HIDDEN * max(2, len(word) - 1) for word in text.split())
    ends = {"phone": (2, 2), "iban": (2, 2), "address": (2, 0), "birth": (0, 0)}.get(kind, (0, 2))
    return _dotted(text, *ends)


def _dotted(text: str, first: int, last: int) -> str:
    """Only so many letters and digits at either end; what stands between them as it is."""
    places = [at for at, sign in enumerate(text) if sign.isalnum()]
    seen = {*places[:first], *(places[-last:] if last else ())}
    return "".join(HIDDEN if sign.isalnum() and at not in seen else sign for at, sign in enumerate(text))


def _all(text: str) -> Iterator[Hit]:
    if "@" in text:
        yield from (Hit("email", *m.span(), True) for m in _EMAIL.finditer(text) if _of_somebody(m[0]))
    for kind, start, end, sure in numbers.found(text):
        yield Hit(kind, start, end, sure)
    for pattern in (_CODE_AND_NUMBER, _STREET_AND_CODE, _BELGIAN):
        yield from (Hit("address", *m.span()) for m in pattern.finditer(text) if _is_address(text, m))
    yield from (Hit("birth", *m.span(1), True) for m in _BORN.finditer(text))


def _of_somebody(address: str) -> bool:
    return address.partition("@")[0].lower() not in _DESKS


def _is_address(text: str, match: re.Match[str]) -> bool:
    street = match[0].split()[0]
    if street[0].isdigit():
        return not _NO_CODE.match(match[0])
    return not _NO_STREET.search(street) and not _NO_STREET.search(text[max(0, match.start() - 4) : match.start()])
