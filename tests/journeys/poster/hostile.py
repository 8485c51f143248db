"""Texts made to do harm, by the thousand and the same for the same seed; and studies that say them everywhere."""

from __future__ import annotations

import random
from dataclasses import fields, replace
from typing import TYPE_CHECKING

from journeys.model.document import Document
from journeys.text import BODY_MAX, TITLE_MAX, clean
from tests.journeys.poster import rich

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MARKUP = (
    '<img src="/etc/passwd">',
    '<img src="file:///etc/passwd"/>',
    '<img src="http://127.0.0.1:9/x.png"/>',
    '<img src="\\\\srv\\deel\\x.png">',
    '<para><img src="../../../etc/hosts"/></para>',
    "</para>",
    "<para>",
    "<b>",
    "</i>",
    "<b><i>x</b></i>",
    '<a href="javascript:app.alert(1)">x</a>',
    '<a href="file:///c:/windows/calc.exe">x</a>',
    '<link destination="x">y</link>',
    '<onDraw name="save" label="x"/>',
    '<index item="x"/>',
    "<seq/>",
    "<br/>",
    "<!-- weg -->",
    "<![CDATA[weg]]>",
    "]]>",
    "<?xml version='1.0'?>",
    "<?pi x?>",
    "&#99999999999;",
    "&#0;",
    "&#x0;",
    "&nbsp;",
    "&lt;b&gt;",
    "&amp;amp;",
    "& < > \" '",
    "<greek>a</greek>",
    "<super>2",
    "<unichar code='0'/>",
    '<font size="nan">',
    '<font name="/etc/passwd">',
    "<script>alert(1)</script>",
    '<svg onload="x()">',
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
    "<rdf:li>x</rdf:li>",
    "</x:xmpmeta>",
    "<?xpacket end='w'?>",
)
_POC = (
    "<font color=\"[[[getattr(pow,Word('__globals__'))['os'].system('touch GEHACKT') for Word in [orgTypeFun('Word',"
    " (str,), {'mutated': 1, 'startswith': lambda self, x: False, '__eq__': lambda self,x: self.mutate() and"
    " self.mutated < 0 and str(self) == x, 'mutate': lambda self: {setattr(self, 'mutated', self.mutated - 1)},"
    " '__hash__': lambda self: hash(str(self))})] ] for orgTypeFun in [type(type(1))] for none in [[].append(1)]]]"
    " and 'red'\">exploit</font>"
)
EXPLOITS = (
    "<font color=\"__import__('os').system('touch GEHACKT')\">x</font>",
    _POC,
    '<font color="Blacker(red,0.5)">x</font>',
    '<font color="describe(red)">x</font>',
    "toColor('setColors(red=1)')",
    '<font color="' + "-" * 60 + '1">x</font>',
    "rl_safe_eval",
    "{0.__class__.__mro__}",
    "%(title)s %n %s",
    "${jndi:ldap://x}",
    "{title} {n} {}",
    "{{7*7}}",
    "__import__('os').system('id')",
    "`id`",
    "$(id)",
    "; rm -rf /",
    "'; DROP TABLE step;--",
)
PDF = (
    ") Tj ET",
    ") Tj ET Q BT (",
    "(",
    ")",
    "((",
    "\\",
    "\\)",
    "\\n",
    "\\050\\051",
    "\\\\",
    "BDC",
    "EMC",
    "/Span <</ActualText (x)>> BDC",
    "EMC EMC EMC",
    "endstream endobj",
    "stream\r\n",
    "1 0 obj << /Type /Catalog >> endobj",
    "trailer << /Root 1 0 R >>",
    "startxref",
    "%%EOF",
    "% commentaar",
    "<< /S /JavaScript /JS (app.alert(1)) >>",
    "/URI (http://127.0.0.1/x)",
    "/OpenAction",
    "<FEFF0041>",
    ">> >>",
    "[1 2 3] TJ",
    "q Q q",
    "/Artifact BMC",
    "<</MCID 0>> BDC",
    "0 0 0 rg",
    "W n",
    "ID EI",
    "sh",
    "Do",
)
CHARACTERS = (
    "\x00",
    "\x01\x02\x07\x08",
    "\x0b\x0c",
    "\x1b[31m",
    "\x7f",
    "\x85",
    "\x9f",
    "\ud800",
    "\udfff",
    "\udc00\ud800",
    "\ufffe",
    "\uffff",
    "\U0001ffff",
    "\ufeff",
    "\ufffd",
    "\u202ereteP\u202c",
    "\u2066x\u2069",
    "\u200e\u200f",
    "\u061c",
    "\u200b",
    "\u200d",
    "\u00ad",
    "\u2028",
    "\u2029",
    "\u034f",
    "\ufe0f",
    "\u20e3",
    "a" + "\u0301" * 40,
    "Z̷͉͈a̴l̸g̵o",
    "\u0489" * 12,
    "\u0300\u0301",
    "ﷺ",
    "𒐫",
    "👩\u200d👩\u200d👧",
    "\U0001f3fd",
    "🇳",
    "🇳🇱🇧",
    "\U000e0041",
    "1\ufe0f\u20e3",
    "😀\u200d",
    "\u200d😀",
    "漢字かな",
    "한국어",
    "שלום",
    "مرحبا بالعالم",
    "ไทย",
    "हिन्दी",
    "\u0600",
    "Ω≈ç√",
    "ﬃ",
    "K",
    "İı",
    "ß",
    "ǅ",
    "\U0010ffff",
    "\ue000",
    "\t",
    "  ",
    "\n",
    "\r\n",
    "\r",
    "\u3000",
    "\xa0",
)
LONG = ("x" * 10_000, "woord " * 1_500, "-" * 500, "😀" * 300, "漢" * 400, "a\n" * 300, "W" * 199, "\u0301" * 300)
ALL = (MARKUP, EXPLOITS, PDF, CHARACTERS)
SAID = frozenset(
    (
        "title",
        "body",
        "text",
        "name",
        "place",
        "label",
        "tagline",
        "quote",
        "question",
        "context",
        "caption",
        "alt",
        "reason",
        "by",
        "owner",
        "organisation",
        "person_word",
        "source_title",
        "source_url",
        "facilitator_note",
    )
)
SHORT = frozenset(("text", "body", "context", "reason"))


def strings(seed: int, count: int) -> list[str]:
    """So many texts: one to four pieces each, glued or apart; every fiftieth is very long."""
    dice = random.Random(seed)  # the same again for the same seed
    return [dice.choice(LONG) if number % 50 == 49 else _mixed(dice) for number in range(count)]


def _mixed(dice: random.Random) -> str:
    parts = [dice.choice(dice.choice(ALL)) for _ in range(dice.randint(1, 4))]
    if not dice.randrange(6):
        parts.append("".join(chr(dice.randrange(0x110000)) for _ in range(dice.randint(1, 12))))
    return dice.choice(("", " ", "\n")).join(parts)


def saying(texts: Iterable[str], *, cleaned: bool = True, steps: int = 14) -> Document:
    """A study with a word everywhere, taken from these texts in turn until they are used up.

    With `cleaned` as they would get into a study: typed, read or imported; else raw, past every door.
    """
    left = iter(texts)

    def told(entity):
        changes = {}
        for field in fields(entity):
            if field.name in SAID and isinstance(getattr(entity, field.name), str) and (raw := next(left, None)):
                most = BODY_MAX if field.name in SHORT else TITLE_MAX
                text = clean(raw, most, multiline=field.name in SHORT).text if cleaned else raw[:most]
                changes[field.name] = text or "leeg"
        return replace(entity, **changes)

    return Document.of(told(entity) for _, entity in rich.rich(steps))


def said(document: Document) -> Iterator[str]:
    """Every word of the study."""
    for _, entity in document:
        for field in fields(entity):
            if field.name in SAID and isinstance(text := getattr(entity, field.name), str) and text:
                yield text
