"""What preflight found, in sentences that say what is the matter and what helps."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from journeys.i18n import N_, many
from journeys.phrases.terms import KINDS, LANES, joined, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journeys.i18n import Words
    from journeys.model.document import Document

SENTENCES: Final = {
    "type.small": N_(
        "The smallest words of {what} are {points} points and can be read from {cm} cm; people stand at {from_cm} cm."
    ),
    "type.small_print": N_(
        "The smallest words are {points} points and can be read from {cm} cm; people stand at {from_cm} cm."
    ),
    "type.smallest": N_("The smallest type is {points} points and can be read from {cm} cm."),
    "advice.paper": N_("On {paper} everything is large enough."),
    "glyph.missing": N_("The poster's font lacks {character} ({name}); a box is printed instead."),
    "picture.unreadable": N_("The picture of {what} cannot be read; an empty frame is printed."),
    "picture.coarse": N_("The picture of {what} is coarse: {dpi} dots per inch, and {wanted} are needed."),
    "persona.real": N_("{what} is a real person, and everybody who sees the poster can read who it is."),
    "consent.past": N_("{what} is a real person whose consent has ended. Ask again, or make the persona anonymous."),
    "study.expired": N_("This study was to be kept until {on}."),
    "review.past": N_("This study should have been looked at again on {on}."),
}
COUNTED: Final = {
    "left_out.steps": many(
        "{n} step is not on the poster: the lane “{lane}” is not printed.",
        "{n} steps are not on the poster: the lane “{lane}” is not printed.",
    ),
    "left_out.notes": many(
        "{n} note is not on the poster: the lane “{lane}” is not printed.",
        "{n} notes are not on the poster: the lane “{lane}” is not printed.",
    ),
    "left_out.cells": many(
        "{n} text is not on the poster: the lane “{lane}” is not printed.",
        "{n} texts are not on the poster: the lane “{lane}” is not printed.",
    ),
    "left_out.emotions": many(
        "The feeling at {n} step is not on the poster: the lane “{lane}” is not printed.",
        "The feelings at {n} steps are not on the poster: the lane “{lane}” is not printed.",
    ),
    "left_out.chosen": many("{n} thing was not asked for: {names}.", "{n} things were not asked for: {names}."),
    "left_out.links": many("{n} connection is not on the poster.", "{n} connections are not on the poster."),
    "text.cut": many("The text of {n} thing is cut short: {names}.", "The texts of {n} things are cut short: {names}."),
    "glyph.missing_many": many(
        "The poster's font lacks {n} character of one script: {characters}; a box is printed instead.",
        "The poster's font lacks {n} characters of one script: {characters}; boxes are printed instead.",
    ),
    "font.borrowed": many(
        "{n} text is set in the font {font} of this computer; another computer may print it in another one.",
        "{n} texts are set in the font {font} of this computer; another computer may print them in another one.",
    ),
    "script.turned": many(
        "{n} text runs from right to left, which the poster cannot print yet: {names}.",
        "{n} texts run from right to left, which the poster cannot print yet: {names}.",
    ),
    "step.untitled": many("{n} step has no words yet.", "{n} steps have no words yet."),
    "lane.empty": many(
        "The lane {names} is empty for this journey and is not printed.",
        "The lanes {names} are empty for this journey and are not printed.",
    ),
    "personal.bsn": many(
        "{n} text seems to hold a citizen service number: {names}.",
        "{n} texts seem to hold a citizen service number: {names}.",
    ),
    "personal.email": many("{n} text holds an e-mail address: {names}.", "{n} texts hold an e-mail address: {names}."),
    "personal.phone": many(
        "{n} text seems to hold a telephone number: {names}.", "{n} texts seem to hold a telephone number: {names}."
    ),
    "personal.iban": many(
        "{n} text holds a bank account number: {names}.", "{n} texts hold a bank account number: {names}."
    ),
    "personal.register": many(
        "{n} text seems to hold a Belgian national register number: {names}.",
        "{n} texts seem to hold a Belgian national register number: {names}.",
    ),
    "personal.birth": many("{n} text holds a date of birth: {names}.", "{n} texts hold a date of birth: {names}."),
    "personal.address": many(
        "{n} text seems to hold an address: {names}.", "{n} texts seem to hold an address: {names}."
    ),
    "personal.name": many("{n} text names a real person: {names}.", "{n} texts name a real person: {names}."),
    "sheet.bands": many("The map stands in one row.", "The map stands in {n} rows under each other."),
    "advice.split": many(
        "No paper is large enough. Divided over {n} sheet everything is.",
        "No paper is large enough. Divided over {n} sheets everything is.",
    ),
    "advice.split_paper": many(
        "No paper is large enough. Divided over {n} sheet of {paper} everything is.",
        "No paper is large enough. Divided over {n} sheets of {paper} everything is.",
    ),
    "advice.split_most": many(
        "No paper is large enough. Divided over {n} sheet it can be read from {cm} cm.",
        "No paper is large enough. Divided over {n} sheets it can be read from {cm} cm.",
    ),
    "tiles.sheets": many(
        "The poster is printed on {n} sheet of {paper}, and a first one that shows how to put it together.",
        "The poster is printed on {n} sheets of {paper}, and a first one that shows how to put them together.",
    ),
    "tiles.cut": many("{n} text runs across a cut.", "{n} texts run across a cut."),
    "note.parked": many(
        "{n} parked note belongs to no journey and is on no poster.",
        "{n} parked notes belong to no journey and are on no poster.",
    ),
    "journey.behind": many(
        "{n} process behind a step is not among these sheets.", "{n} processes behind steps are not among these sheets."
    ),
}
CODES: Final = frozenset({*SENTENCES, *COUNTED})
SAMPLE: Final = 8
"""Characters that are shown."""
MOST: Final = 4
"""Names that are said; the others are counted."""


def preflight_text(
    code: str, subjects: Sequence[str], values: Mapping[str, str | int | float], document: Document, say: Words
) -> str:  # fmt: skip
    """ "2 steps are not on the poster: the lane “Behind the scenes” is not printed."."""
    told: dict[str, object] = {key: _number(value, say) for key, value in values.items()}
    told["names"] = _names(subjects, document, say)
    if "on" in values:
        told["on"] = _day(str(values["on"]), say)
    if "lane" in values:
        told["lane"] = _lane(str(values["lane"]), document, say)
    if "characters" in values:
        told["characters"] = _some(str(values["characters"]))
    if code in COUNTED:
        one, other = COUNTED[code]
        n = int(values["sheets"] if "sheets" in values else values["n"])
        return say.many(one, other, n, **{key: value for key, value in told.items() if key != "n"})
    if code == "type.small":
        told["what"] = _counted(int(values["steps"]), int(values["notes"]), say)
    elif code == "glyph.missing":
        told["name"] = " ".join(filter(None, (str(values["code"]), str(values["name"]))))
    else:
        told["what"] = _name(subjects[0], document, say) if subjects else ""
    return say(SENTENCES[code], **told)


def _some(characters: str) -> str:
    """The first of them."""
    return f"{' '.join(characters[:SAMPLE])} …" if len(characters) > SAMPLE else " ".join(characters)


def _number(value: str | float, say: Words) -> str | int | float:
    """With the decimal sign of the language."""
    return say.decimal(str(value)) if isinstance(value, float) else value


def _day(written: str, say: Words) -> str:
    """As one writes it: 31-12-2027 in Dutch."""
    return say.date(dt.date.fromisoformat(written))


def _counted(steps: int, notes: int, say: Words) -> str:
    parts = [say.many("{n} step", "{n} steps", steps)] if steps else []
    parts += [say.many("{n} note", "{n} notes", notes)] if notes else []
    return joined(parts, say)


def _lane(id_: str, document: Document, say: Words) -> str:
    lane = document.lanes.get(id_)
    return "" if lane is None else _covered(lane.title) or say(LANES[lane.kind])


def _covered(text: str) -> str:
    """What looks personal in a name is masked: remarks are read by whoever looks on."""
    from journeys.phrases.personal import covered  # not needed at the start

    return covered(text)


def _names(ids: Sequence[str], document: Document, say: Words) -> str:
    named = [_name(id_, document, say) for id_ in ids[:MOST]]
    if len(ids) > MOST:
        named.append(say("{n} more", n=len(ids) - MOST))
    return joined(named, say)


def _name(id_: str, document: Document, say: Words) -> str:
    entity = next((table[id_] for table in document.tables.values() if id_ in table), None)
    if id_ in document.lanes:
        return f"“{_lane(id_, document, say)}”"
    for field in ("title", "name", "text", "body"):
        if value := getattr(entity, field, ""):
            return quoted(_covered(value), 40)
    kind = next((kind for kind, table in document.tables.items() if id_ in table), "step")
    return say(KINDS[kind]).lower()
