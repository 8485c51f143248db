"""How to read the report: day 0, presence with its patterns, severity, feelings, and what was not looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys import phrases
from journeys.analysis.presence import LEVELS
from journeys.analysis.severity import DURATION, EMOTION, HIGH, HURDLES, LONGEST, MIDDLE, NEEDS, PERSONAS
from journeys.layout.drawing import Text
from journeys.layout.heads import own_colour
from journeys.model.time import day0
from journeys.poster.kinds.report import names, signs
from journeys.poster.kinds.report.flow import FIRM
from journeys.poster.kinds.report.pieces import bullet, paragraph, section, whole
from journeys.poster.kinds.report.setting import CELL, baseline
from journeys.poster.kinds.report.table import Column, Words, cell, table
from journeys.poster.parts.blocks import moved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.layout.drawing import Element
    from journeys.poster.kinds.report.material import Material
    from journeys.poster.kinds.report.pieces import Piece
    from journeys.poster.kinds.report.setting import Setting
    from journeys.poster.kinds.report.table import Row, Sign


STATUSES: Final = ("observed", "assumed", "proposed")
"""How we know a thing, from the surest."""


def guide(material: Material, setting: Setting) -> Iterator[Piece]:
    """What the first chapter says."""
    document, say = material.document, setting.say
    people = phrases.person_word(document, say)
    yield from paragraph(
        say(
            "This report follows the life of {people}, not the work of an organisation. Day 0 is “{moment}”. All time "
            "is counted from there: what comes before it and after it is as important as day 0 itself.",
            people=people, moment=day0(document).name,
        ),
        setting, language=say.language,
    )  # fmt: skip
    yield section(say("Presence"), setting)
    yield from table("levels", (Column(say("Sign and word"), 2), Column(say("What it means"), 5)),
                     list(_levels(material, setting)), setting)  # fmt: skip
    yield section(say("How severe a gap is"), setting)
    yield from _severity(setting)
    yield section(say("Feelings and signs"), setting)
    yield _faces(setting)
    yield from table("signs", (Column(say("Sign and word"), 2), Column(say("What it means"), 5)),
                     list(_signs(material, setting)), setting)  # fmt: skip
    yield section(say("What this report does not say"), setting)
    for words in _limits(material, setting):
        yield from bullet(words, setting, language=say.language)


def _levels(material: Material, setting: Setting) -> Iterator[Row]:
    say, colour = setting.say, own_colour(material.document)
    scope = phrases.the_scope(material.document, None, say)
    for level in LEVELS:
        meaning = phrases.capital(say(names.LEVELS[level], scope=scope))
        word = Words(phrases.capital(phrases.level_word(level, say)), language=say.language)
        yield cell(word, sign=signs.level(level, colour, setting.scale)), cell(Words(meaning, language=say.language))


def _severity(setting: Setting) -> Iterator[Piece]:
    say = setting.say
    yield from paragraph(
        say(
            "A gap weighs from 0 to 100. It is the sum of five parts. From {high} the severity is high, from {middle} "
            "it is middle, below that low. The weights are a judgement of the makers of Levensreis, not the outcome "
            "of research. Without an open need it may well be right that nobody is there.",
            high=HIGH, middle=MIDDLE,
        ),
        setting, language=say.language,
    )  # fmt: skip
    needs = say("1: {one} · 2: {two} · 3 or more: {more}", one=NEEDS[1], two=NEEDS[2], more=NEEDS[3])
    hurdles = say("1: {one} · 2 or more: {more}", one=HURDLES[1], more=HURDLES[2])
    emotion = " · ".join(f"{phrases.signed(feeling)}: {points}" for feeling, points in EMOTION.items())
    rows = (
        (say("Open needs and questions in the phase"), needs),
        (say("Pain points, and deadlines that fall in it"), hurdles),
        (say("Lowest emotion of its steps"), emotion),
        (say("How long it lasts"), say("up to {n}, at {days} days or more", n=DURATION, days=LONGEST)),
        (say("How many personas it touches"), say("up to {n}, when it touches all of them", n=PERSONAS)),
    )
    columns = (Column(say("Part"), 1), Column(say("Points"), 1))
    said = [[cell(Words(words, language=say.language)) for words in row] for row in rows]
    yield from table("severity", columns, said, setting)


def _faces(setting: Setting) -> Piece:
    """The five feelings side by side, from good to bad."""
    say, mm = setting.say, setting.mm
    leading, size = setting.leading(CELL), setting.size(CELL)
    high, column = leading * 2 + mm(1.0), setting.room.w / 5
    down = mm(1.0) + baseline(CELL, leading, setting.scale)
    made: list[Element] = []
    for place, emotion in enumerate((2, 1, 0, -1, -2)):
        left, face = column * place, signs.face(emotion, setting.scale)
        said = (phrases.capital(phrases.emotion_word(emotion, say)), phrases.signed(emotion))
        made += [moved(drawn, left, 0.0) for drawn in face.draw(mm(1.0), leading)]
        made.append(Text(left + mm(face.width), down, said, size, leading, CELL.font, CELL.colour))
    return whole(made, high, setting, gap=2.0, after=FIRM)


def _signs(material: Material, setting: Setting) -> Iterator[Row]:
    say, scale = setting.say, setting.scale

    def row(word: str, meaning: str, sign: Sign | None = None) -> Row:
        named = cell(Words(phrases.capital(word), language=say.language), sign=sign)
        return named, cell(Words(meaning, language=say.language))

    explained = {code: (say(word), say(meaning)) for code, word, meaning in names.GLOSSARY}
    yield row(*explained["moment_of_truth"], signs.mark("star", "moment", scale))
    for status in STATUSES:
        yield row(*explained[status])
    if material.gaps:
        number = signs.number(1, scale, say("gap {n}", n=1))
        yield row(say("a number"), say("The number of a gap, the same throughout this report."), number)


def _limits(material: Material, setting: Setting) -> Iterator[str]:
    """What was not looked at, counted."""
    document, say = material.document, setting.say
    scope = phrases.the_scope(document, None, say)
    yield say(
        "It shows what these personas lived through. Somewhere else {scope} may well be present: this report does not "
        "list all that is on offer.", scope=scope,
    )  # fmt: skip
    unknown = _unmapped(material)
    if unknown:
        yield say.many("{n} phase of a journey has not been filled in. Nothing is said about it.",
                       "{n} phases of journeys have not been filled in. Nothing is said about them.",
                       unknown)  # fmt: skip
    unmet = _unmet(material)
    if unmet:
        yield say.many("In {n} step it is not filled in whom the person meets.",
                       "In {n} steps it is not filled in whom the person meets.", unmet)  # fmt: skip
    proof = material.assumptions
    if proof.assumed:
        told = phrases.assumptions_sentence(proof, say)
        yield say("{told}: nobody has checked them yet.", told=told)
    talked = sum(source.people for source in document.sources.values())
    if talked:
        yield say.many("{n} person was asked or counted. Others may see it differently.",
                       "{n} people were asked or counted. Others may see it differently.",
                       talked)  # fmt: skip
    left = len(document.journeys) - len(material.journeys)
    if left:
        yield say.many("{n} journey of this study is not in this report.",
                       "{n} journeys of this study are not in this report.", left)  # fmt: skip
    yield say("Pictures on steps, and the lines that connect steps, stand on the poster and not in this report.")
    yield say("What it says about laws and terms is not legal advice.")


def _unmapped(material: Material) -> int:
    """Phases of journeys of which nothing is known."""
    return sum(level == "unmapped" for found in material.findings.values() for level in found.levels.values())


def _unmet(material: Material) -> int:
    """Steps of which it is not filled in whom the person meets."""
    held = (spot for journey in material.findings for spot in material.spots.get(journey, {}).values())
    return sum(not step.contacts and not step.nobody for spot in held for step in spot.front)
