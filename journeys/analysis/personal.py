"""Finds what looks like somebody's own data in a text: a citizen service number, an address, a number to call."""

from __future__ import annotations

import re
from typing import Final, Literal

Kind = Literal["bsn", "email", "phone", "iban"]

_BSN: Final = re.compile(r"(?<![\d.,])\d{4}[ .]?\d{2}[ .]?\d{3}(?![\d.,]\d|\d)")
_EMAIL: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63})+")
_PHONE: Final = re.compile(r"(?<![\w+])(?:\+31|\+32|0031|0032|0)[ -]?\(?0?\)?[1-9](?:[ -]?\d){7,8}(?!\w)")
_IBAN: Final = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?!\w)")
_WEIGHTS: Final = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def kinds(text: str) -> frozenset[Kind]:
    """What the text seems to hold; numbers only count when their own check digits are right."""
    found: set[Kind] = set()
    if "@" in text and _EMAIL.search(text):
        found.add("email")
    if any(map(str.isdigit, text)):
        found |= {"bsn"} if any(map(_is_bsn, _BSN.findall(text))) else set()
        found |= {"iban"} if any(map(_is_iban, _IBAN.findall(text))) else set()
        found |= {"phone"} if _PHONE.search(_IBAN.sub("", text)) else set()
    return frozenset(found)


def _is_bsn(text: str) -> bool:
    """The test of eleven that every citizen service number passes, and few other numbers do."""
    digits = [int(sign) for sign in text if sign.isdigit()]
    total = sum(weight * digit for weight, digit in zip(_WEIGHTS, digits, strict=True))
    return any(digits[1:]) and total % 11 == 0


def _is_iban(text: str) -> bool:
    """ISO 13616: the four first signs at the end, letters as numbers from 10, divided by 97 leaves 1."""
    plain = text.replace(" ", "")
    turned = plain[4:] + plain[:4]
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1
