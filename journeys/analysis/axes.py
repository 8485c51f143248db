"""Axes along which people's needs may pull apart, and the words that tell which way a need points.

A word stands for itself, a word with `*` also for what begins with it; several words must follow each other. Words
are compared without case and diacritics. A no before a word ("without an appointment") turns it round.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache
from typing import Final, Literal, NamedTuple

from journeys.text import folded

AxisCode = Literal["pace", "digital", "privacy", "standard", "told", "self", "length", "appointment", "festive"]
Pole = Literal[0, 1]
AXES: Final[dict[AxisCode, tuple[str, str]]] = {
    "pace": (
        (
            "snel, snelle, sneller, snelst*, meteen, vlot, vlotte, vlotter, vlug*, spoed*, haast, zo spoedig "
            "mogelijk, quick*, fast, faster, immediately, right away, urgent*, as soon as possible, hurry, rush"
        ),
        (
            "zorgvuldig*, rustig*, in alle rust, op ons gemak, op mijn gemak, bedenktijd, nadenken, de tijd nemen, "
            "tijd nodig, eigen tempo, geen haast, careful*, thorough*, take my time, take our time, time to think, no "
            "rush, no hurry, own pace, calmly"
        ),
    ),
    "digital": (
        (
            "online, digitaal, digitale, website, app, mailen, per mail, e mail, email, chat, chatten, internet, "
            "digid, whatsapp, digital*, by email"
        ),
        (
            "balie, loket, persoonlijk contact, persoonlijk gesprek, gesprek, iemand spreken, iemand om, langskomen, "
            "langs komen, aan huis, thuis langs, huisbezoek, telefonisch, bellen, telefoon, face to face, in person, "
            "desk, counter, speak to, talk to, phone, home visit, somebody who, someone who"
        ),
    ),
    "privacy": (
        (
            "privacy, prive, anoniem, vertrouwelijk*, geheim*, confidential*, private*, anonymous*, in confidence, "
            "none of their business, gaat niemand iets aan"
        ),
        (
            "gegevens delen, gedeeld, delen met, doorgeven, doorgegeven, uitwissel*, gekoppeld, maar een keer "
            "vertellen, eenmalig, niet steeds opnieuw, niet nog een keer, al bekend, weten al, share*, pass on, "
            "passed on, only once, already know, not again and again"
        ),
    ),
    "standard": (
        (
            "gelijke behandeling, gelijkheid, dezelfde regels, zelfde regels, voor iedereen, standaard*, eenduidig*, "
            "same rules, equal*, standard*, for everyone, same for all, uniform*"
        ),
        (
            "maatwerk, mijn situatie, onze situatie, eigen situatie, uitzondering*, flexibel*, op maat, tailor*, my "
            "situation, our situation, exception*, flexible, made to measure"
        ),
    ),
    "told": (
        (
            "uit zichzelf, herinner*, seintje, bericht, berichtje, op de hoogte, laten weten, proactie*, remind*, "
            "without asking, let me know, let us know, keep me informed, keep us informed, notif*, automatically"
        ),
        (
            "met rust, zelf contact opnemen, bemoei*, ongevraagd*, storen, gestoord, opdringer*, left alone, leave us "
            "alone, leave me alone, unasked, intrusi*, in peace, interfer*"
        ),
    ),
    "self": (
        (
            "zelf regelen, zelf doen, zelf kiezen, zelf bepalen, zelf beslissen, zelfstandig*, eigen regie, myself, "
            "ourselves, independent*, own control, decide for"
        ),
        (
            "hulp, helpen, helpt, begeleid*, ondersteun*, aan de hand, meekijken, samen invullen, help, guidance, "
            "support, assistance, guide me, guide us"
        ),
    ),
    "length": (
        "kort, korte, in het kort, beknopt*, eenvoudig*, simpel*, short, briefly, simple, at a glance",
        (
            "uitgebreid*, alle informatie, details, gedetailleerd*, volledig*, alles weten, detailed, complete, in "
            "full, all the information, everything there is"
        ),
    ),
    "appointment": (
        "afspraak, afspraken, vast tijdstip, vaste tijd, appointment*, fixed time",
        (
            "inloop*, binnenlopen, op elk moment, wanneer het uitkomt, avond, avonds, weekend, walk in, any time, "
            "evening, evenings, weekends"
        ),
    ),
    "festive": (
        "sober*, gratis, goedkoop*, zonder poespas, zakelijk, cheap*, free of charge, no fuss, plain, low cost",
        "feest*, bijzonder, ceremon*, plechtig*, felicit*, festive, special, congratulat*, celebrat*",
    ),
}
NOT: Final = frozenset({"niet", "geen", "zonder", "nooit", "not", "no", "without", "never", "t", "cannot", "cant"})
"""Words that turn round what follows; "t" is left of "don't"."""
IDLE: Final = frozenset(
    {"alleen", "slechts", "enkel", "only", "just", "weet", "weten", "snap", "begrijp", "know", "if", "of"}
)
"""Around a no these take it back: "not only online", "I do not know whether"."""
FAR: Final = 6
"""A no reaches so many words ahead."""
_WORD: Final = re.compile(r"[^\W_]+")


class _Phrase(NamedTuple):
    rest: tuple[str, ...]
    axis: AxisCode
    pole: Pole


@lru_cache(maxsize=20_000)
def leanings(text: str) -> dict[AxisCode, Pole]:
    """Axis → the pole that this text points to; axes that it does not speak of, or both ways of, are left out."""
    words = _WORD.findall(folded(text))
    found: dict[AxisCode, set[Pole | None]] = defaultdict(set)
    at = after = 0
    while at < len(words):
        matching = _matching(words, at)
        no = bool(matching) and _has_no(words[max(after, at - FAR) : at])
        for phrase in matching:
            # in a question ("why not online?") a no may mean a wish
            found[phrase.axis].add((None if "?" in text else 0 if phrase.pole else 1) if no else phrase.pole)
        at += 1 + len(matching[0].rest) if matching else 1
        after = at if matching else after
    return {axis: pole for axis, poles in found.items() if len(poles) == 1 and (pole := next(iter(poles))) is not None}


def _matching(words: list[str], at: int) -> list[_Phrase]:
    """The phrases that begin at this word; of those the longest, so that "no rush" is not also a "rush"."""
    whole, stems, lengths = _table()
    word = words[at]
    found = [phrase for phrase in whole.get(word, ()) if _follows(words, at, phrase)]
    for length in lengths:
        if length <= len(word):
            found += stems.get(word[:length], ())
    most = max((len(phrase.rest) for phrase in found), default=0)
    return [phrase for phrase in found if len(phrase.rest) == most]


def _follows(words: list[str], at: int, phrase: _Phrase) -> bool:
    return not phrase.rest or tuple(words[at + 1 : at + 1 + len(phrase.rest)]) == phrase.rest


def _has_no(before: list[str]) -> bool:
    """Whether what stands before a phrase, after the one before it, turns it round."""
    return not NOT.isdisjoint(before) and IDLE.isdisjoint(before)


@cache
def _table() -> tuple[dict[str, tuple[_Phrase, ...]], dict[str, tuple[_Phrase, ...]], tuple[int, ...]]:
    """First word → phrases, beginnings of words → phrases, and how long those beginnings are."""
    whole: dict[str, list[_Phrase]] = defaultdict(list)
    stems: dict[str, list[_Phrase]] = defaultdict(list)
    for axis, poles in AXES.items():
        for pole, told in zip((0, 1), poles, strict=True):
            for phrase in told.split(", "):
                first, *rest = folded(phrase).split()
                table = stems if first.endswith("*") else whole
                table[first.removesuffix("*")].append(_Phrase(tuple(rest), axis, pole))  # type: ignore[arg-type]  # 0, 1
    lengths = tuple(sorted({len(stem) for stem in stems}))
    return {k: tuple(v) for k, v in whole.items()}, {k: tuple(v) for k, v in stems.items()}, lengths
