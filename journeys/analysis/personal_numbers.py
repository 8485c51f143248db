"""Numbers that belong to one person: each is looked for by its shape and proved by its check digits or groups."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NumberKind = Literal["bsn", "register", "iban", "phone"]
_DASHES: Final = r"\-\u2010\u2011\u2013"
_GAPS: Final = r" \u00a0\u202f"
"""Spaces, also those that do not break."""
_BSN: Final = re.compile(
    rf"(?<![\d.,/])(?:\d{{8,9}}|\d{{4}}([.{_GAPS}])\d{{2}}\1\d{{3}}|(?:\d{{2,3}})([.{_DASHES}{_GAPS}])\d{{3}}\2\d{{3}})"
    r"(?![.,]?\d)"
)
_REGISTER: Final = re.compile(
    rf"(?<![\d.,/])\d{{2}}[.{_GAPS}]?\d{{2}}[.{_GAPS}]?\d{{2}}[{_DASHES}.{_GAPS}]?\d{{3}}[.{_DASHES}{_GAPS}]?\d{{2}}"
    r"(?![.,]?\d)"
)
_IBAN: Final = re.compile(rf"(?<!\w)[A-Za-z]{{2}}[0-9]{{2}}(?:[{_GAPS}]?[A-Za-z0-9]){{11,30}}")
"""Not by ignoring case: then the Kelvin sign is a K too, and no digit of any base."""
_PHONE: Final = re.compile(
    rf"(?<![\w+.,/-])(?:(?:\+|00)[1-9]\d{{0,2}}[{_GAPS}{_DASHES}]?(?:\(0\))?|\(?0)"
    rf"[1-9](?:\)?(?:[{_GAPS}]?[{_DASHES}/.{_GAPS}][{_GAPS}]?)?\d){{7,10}}(?![.,]?\d|\w)"
)
_DATE: Final = re.compile(r"\d{1,2}([-./])\d{1,2}\1\d{2,4}(?!\d)")
_SAYS_BSN: Final = re.compile(
    r"\bbsn|burger ?service ?nummer|\bsofi|citizen service number|social security", re.IGNORECASE
)
_SAYS_REGISTER: Final = re.compile(r"rijksregister|registre national|\binsz|\bniss|national register", re.IGNORECASE)
_SAYS_PHONE: Final = re.compile(
    r"\b(?:tel|bel|call|mob|gsm|whatsapp|sms|phone|06|app)\w{0,20}\W{0,3}(?:\w{1,20}\W{1,2}){0,2}$", re.IGNORECASE
)
_OTHER: Final = re.compile(
    r"(?:zaak|dossier|kenmerk|referentie|factuur|order|polis|vestiging|contract|serie|artikel|product|klant|project"
    r"|case|file|invoice|reference|\bkvk|\bkbo|\brsin|\bbtw|\bvat|\bref|\bisbn|\boin|\bid)[\w-]{0,30}\.?\W{0,2}"
    r"(?:n(?:umme)?r\.?|no\.?|number|kenmerk)?\W{0,4}$",
    re.IGNORECASE,
)
"""What stands before a number of something else than a person."""
_MONEY_BEFORE: Final = re.compile(r"(?:€|\$|£|\beur|\beuro)\s{0,2}$", re.IGNORECASE)
_MONEY_BEHIND: Final = re.compile(
    r"\s{0,2}(?:€|%|,-|euro|eur\b|miljoen|inwoners|mensen|people|inhabitants)", re.IGNORECASE
)
_BEFORE: Final = 40
_BEHIND: Final = 16
_WEIGHTS: Final = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_LENGTHS: Final = {
    "NL": 18, "BE": 16, "DE": 22, "FR": 27, "GB": 22, "ES": 24, "IT": 27, "LU": 20, "PL": 28, "PT": 25, "TR": 26,
    "AT": 20, "CH": 21, "IE": 22, "DK": 18, "SE": 24, "NO": 15, "RO": 24, "BG": 22, "HU": 28, "CZ": 24, "GR": 27,
}  # fmt: skip
_FREE: Final = ("0800", "0900", "0906", "0909", "088", "0676")
"""Numbers that only organisations have."""
_GROUPS: Final = frozenset({
    (2, 8), (3, 7), (4, 6), (2, 2, 2, 2, 2), (2, 4, 4), (2, 3, 3, 2), (2, 2, 3, 3), (2, 3, 2, 3), (2, 2, 6),
    (3, 3, 4), (3, 3, 2, 2), (3, 2, 2, 3), (3, 4, 3), (3, 2, 5), (4, 3, 3), (4, 2, 2, 2), (4, 2, 4),
    (2, 7), (2, 3, 4), (2, 3, 2, 2), (3, 6), (3, 2, 2, 2), (3, 3, 3), (9,), (10,),
})  # fmt: skip
"""How numbers in the Netherlands and Belgium are grouped; with 9 digits they are Belgian."""


class Number(NamedTuple):
    """A number from `start` up to `end`; `sure` when the words beside it say so."""

    kind: NumberKind
    start: int
    end: int
    sure: bool


def found(text: str) -> Iterator[Number]:
    """Every number that passes its test; they may overlap."""
    for match in _IBAN.finditer(text):
        end = _iban_end(match[0])
        if end:
            yield Number("iban", match.start(), match.start() + end, sure=True)
    for match in _REGISTER.finditer(text):
        if is_register(digits(match[0])) and not _is_other(text, match.start()):
            yield Number("register", *match.span(), sure=_near(_SAYS_REGISTER, text, match))
    for match in _BSN.finditer(text):
        sure = _near(_SAYS_BSN, text, match)
        if _may_be_bsn(text, match, sure=sure):
            yield Number("bsn", *match.span(), sure=sure)
    for match in _PHONE.finditer(text):
        sure = bool(_SAYS_PHONE.search(text[max(0, match.start() - _BEFORE) : match.start()]))
        if is_phone(match[0]) and (sure or not _is_other(text, match.start())):
            yield Number("phone", *match.span(), sure)


def digits(text: str) -> list[int]:
    """The digits of a number, whatever stands between them."""
    return [int(sign) for sign in text if sign.isdecimal()]


def is_bsn(number: Sequence[int]) -> bool:
    """The test of eleven that every citizen service number passes, and one in eleven others; 8 digits lack a 0."""
    full = [0, *number] if len(number) == 8 else number
    if len(full) != 9 or not any(full[1:]):
        return False
    return sum(weight * digit for weight, digit in zip(_WEIGHTS, full, strict=True)) % 11 == 0


def is_register(number: Sequence[int]) -> bool:
    """The Belgian national register number: a date of birth (or 20 or 40 months more), a serial, and 97 minus the rest.

    Of who was born in or after 2000 a 2 is put before it.
    """
    if len(number) != 11:
        return False
    text = "".join(map(str, number))
    if int(text[2:4]) % 20 > 12 or int(text[4:6]) > 31 or not any(number[6:9]):
        return False
    return any(97 - int(century + text[:9]) % 97 == int(text[9:]) for century in ("", "2"))


def is_iban(text: str) -> bool:
    """ISO 13616: the four first signs at the end, letters as numbers from 10, divided by 97 leaves 1."""
    plain = "".join(text.split()).upper()
    return int("".join(str(int(sign, 36)) for sign in plain[4:] + plain[:4])) % 97 == 1


def is_phone(text: str) -> bool:
    """A number of a person by its length and groups; freephone and company numbers are none."""
    number = "".join(map(str, digits(text)))
    if text.startswith(("+", "00")):
        return 9 <= len(number.removeprefix("00").replace("(0)", "")) <= 15
    if number.startswith(_FREE) or _DATE.match(text) or len(number) not in (9, 10):
        return False
    groups = tuple(map(len, re.findall(r"\d+", text)))
    if groups == (2, 2, 2, 2, 2):
        return number.startswith("06")
    return groups in _GROUPS and len(set(re.findall(r"(?<=\d)\D+(?=\d)", text)[1:])) < 2


def _iban_end(text: str) -> int:
    """Where the account number ends in what may go on with words; 0 when it is none."""
    wanted = _LENGTHS.get(text[:2].upper())
    places = [at for at, sign in enumerate(text) if sign.isalnum()]
    for count in (wanted,) if wanted else (len(places),):
        if count <= len(places) and is_iban(text[: places[count - 1] + 1]):
            end = places[count - 1] + 1
            return end if end == len(text) or not text[end].isalnum() else 0
    return 0


def _may_be_bsn(text: str, match: re.Match[str], *, sure: bool) -> bool:
    number = digits(match[0])
    if not is_bsn(number) or (len(number) == 8 and not sure):
        return False
    if sure:
        return True
    if match.start() and text[match.start() - 1].isalpha():
        return False  # the end of a code
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    money = _MONEY_BEFORE.search(before) or _MONEY_BEHIND.match(text, match.end())
    return not money and not _OTHER.search(before)


def _is_other(text: str, start: int) -> bool:
    return bool(_OTHER.search(text[max(0, start - _BEFORE) : start]))


def _near(words: re.Pattern[str], text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    return bool(words.search(before) or words.search(text[match.end() : match.end() + _BEHIND]))
