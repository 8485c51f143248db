"""What every finding must be, whichever lens found it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from journeys.analysis import lenses
from journeys.analysis.finding import GRADES, LENSES, MOST_SUBJECTS
from journeys.analysis.lenses.marks import marks
from journeys.i18n import words
from journeys.phrases import lenses as phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.finding import Finding, Number
    from journeys.analysis.scene import Scene
    from journeys.model.document import Document

MEASURED: Final = frozenset({"day", "workday", "percent", "rating", "point", "time"})
"""Units of numbers that are not the number of their ids."""
INK: Final = re.compile(r"lens\.([0-6]|good|bad|neutral)")


def flaws(scene: Scene, *, odd: bool = False) -> list[str]:
    """What is wrong with the findings and marks of this scene; `odd`: its own texts may hold braces."""
    heard = lenses.findings(scene)
    every = [*heard.findings, *(finding for finding, _ in heard.muted)]
    known = {id_ for table in scene.document.tables.values() for id_ in table}
    found = [f"{finding.code}: {flaw}" for finding in every for flaw in _flaws(finding, scene.document, known, odd=odd)]
    return found + list(_doubles(every)) + list(_mark_flaws(scene))


def _flaws(finding: Finding, document: Document, known: set[str], *, odd: bool) -> Iterator[str]:
    if finding.lens not in LENSES or finding.grade not in GRADES:
        yield "no such lens or grade"
    if not 1 <= len(finding.subjects) <= MOST_SUBJECTS:
        yield f"{len(finding.subjects)} subjects"
    if len(set(finding.subjects)) < len(finding.subjects):
        yield "the same subject twice"
    ids = {*finding.subjects, *(id_ for number in finding.numbers for id_ in number.ids)}
    ids |= {id_ for id_ in (finding.journey, finding.phase) if id_ is not None}
    if not ids <= known:
        yield f"of nothing in the study: {ids - known}"
    for number in finding.numbers:
        yield from _number_flaws(number)
    yield from _word_flaws(finding, document, odd=odd)


def _number_flaws(number: Number) -> Iterator[str]:
    if len(set(number.ids)) < len(number.ids):
        yield f"{number.code} counts something twice"
    if number.unit not in MEASURED and number.value != len(number.ids):
        yield f"{number.code} is {number.value}, counted from {len(number.ids)}"
    if not number.ids and number.value:
        yield f"{number.code} cannot be traced"


def _word_flaws(finding: Finding, document: Document, *, odd: bool) -> Iterator[str]:
    for language in ("nl", "en"):
        say = words(language)
        title = phrases.finding_title(finding, say)
        text, why = phrases.finding_text(finding, document, say), phrases.finding_why(finding, document, say)
        if not (title and text and why):
            yield f"says nothing in {language}"
        if not odd and re.search(r"[{}]|\bNone\b|  ", f"{title} {text} {why}"):
            yield f"leftovers in {language}: {text} {why}"
        for number in finding.numbers:
            said = phrases.number_text(number, say)
            if not odd and said not in text and said not in why:
                yield f"the number {number.code} is not said in {language}: {said!r} in {text!r}"


def _doubles(every: list[Finding]) -> Iterator[str]:
    seen: set[tuple[str, frozenset[str]]] = set()
    for finding in every:
        key = (finding.code, frozenset(finding.subjects))
        if key in seen:
            yield f"{finding.code}: twice about the same"
        seen.add(key)


def _mark_flaws(scene: Scene) -> Iterator[str]:
    from importlib import import_module

    for lens in LENSES:
        told = import_module(f"journeys.phrases.lenses.{lens}").MARKS
        for journey in scene.document.journeys:
            for step, held in marks(scene, lens, journey).items():
                if scene.document.steps[step].journey != journey:
                    yield f"{lens}: a mark on a step of another journey"
                for mark in held:
                    if mark.code not in told or not INK.fullmatch(mark.ink):
                        yield f"{lens}: the mark {mark.code} in {mark.ink}"


def sign_flaws() -> Iterator[str]:
    """Signs on the map are short, and say something in both languages."""
    from importlib import import_module

    for lens in LENSES:
        for code, (sign, whole) in import_module(f"journeys.phrases.lenses.{lens}").MARKS.items():
            for language in ("nl", "en"):
                say = words(language)
                if not 1 <= len(say(sign)) <= 3 or not say(whole):
                    yield f"{lens}.{code} in {language}: {say(sign)!r}, {say(whole)!r}"
