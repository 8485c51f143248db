"""The commands that turn a study into another file, or another file into a study."""

from __future__ import annotations

import re
from argparse import Namespace

from journeys import store
from journeys.cli import finding, private
from journeys.cli.studies import opened_study
from journeys.cli.surroundings import Surroundings, complain, print_json
from journeys.errors import UsageError
from journeys.exchange import formats
from journeys.exchange.aspects import left_out_texts
from journeys.exchange.remarks import sentence
from journeys.exchange.wanted import Wanted, wanted
from journeys.i18n import words
from journeys.identity import SUFFIX
from journeys.store import files
from journeys.store.targets import ending, safe_output

_SIZE = re.compile(r"(\d{2,5})x(\d{2,5})")
SMALLEST, LARGEST = 320, 8000


def export(given: Namespace, around: Surroundings) -> int:
    """Write the study in another format, or the schema of its JSON form."""
    if given.schema:
        return _schema(given, around)
    if given.file is None or given.out is None:
        raise UsageError("usage.required", what="FILE" if given.file is None else "-o", command="levensreis export")
    if given.out.suffix.lower() == SUFFIX and not given.format:
        return _export_study(given, around)
    chosen = formats.for_writing(safe_output(given.out, given.file), given.format)
    asked = _wanted(given, around)
    made = [(safe_output(out, given.file), data) for out, data in formats.files(chosen, asked, given.out)]
    for out, data in made:  # only now, so that nothing is written where one of them cannot be
        files.write_whole(out, data)
        print(around.say("{path}: written.", path=out))
    left = left_out_texts(asked, chosen.keeps, around.say)
    if left:
        complain(
            around.say("{format} has no place for: {what}.", format=around.say(chosen.title), what="; ".join(left))
        )
    return 0


def _wanted(given: Namespace, around: Surroundings) -> Wanted:
    """The study as far as it was asked for, in the language that was asked for, else that of the study."""
    opened = opened_study(given, around)
    chosen = tuple(finding.journeys(opened.document, given.journey)) if opened.document.journeys else ()
    opened = private.let_out(given, opened, around)
    say = words(given.lang or opened.document.study.language)
    return wanted(opened.document, say, chosen, opened.images, opened.snapshots, on=given.date)


def _export_study(given: Namespace, around: Surroundings) -> int:
    """A study file for others; it is not there yet, because nothing writes over a study."""
    if not given.anonymous:
        raise UsageError("usage.study_there", path=str(given.out), suffix=SUFFIX)
    opened = private.let_out(given, opened_study(given, around), around)
    store.create_file(given.out, opened.document, opened.images, opened.snapshots)
    print(around.say("{path}: written.", path=given.out))
    return 0


def import_(given: Namespace, around: Surroundings) -> int:
    """Make a study of a file in another format: all of it, or nothing."""
    ending(given.out, SUFFIX)
    imported = formats.read_file(given.source, given.lang or around.say.language, given.format)
    store.create_file(given.out, imported.document, imported.images, imported.snapshots)
    for notice in imported.notices:
        complain(sentence(notice.code, notice.values, around.say))
    print(around.say("{path}: {title}, imported.", path=given.out, title=imported.document.study.title))
    return 0


def picture(given: Namespace, around: Surroundings) -> int:
    """Draw the real window into a PNG."""
    size = _size(given.size)
    out = ending(safe_output(given.out, given.file), ".png")
    document = opened_study(given, around).document
    private.warn(given, document, around)
    journey = finding.journeys(document, given.journey)[0] if given.journey else None
    saved = finding.saved_views(document, given.saved)[0].id if given.saved else None
    code = around.picture(
        given.file, out, view=given.view, journey=journey, size=size, theme=given.theme,
        language=given.lang or around.say.language, lens=given.lens, saved=saved,
    )  # fmt: skip
    print(around.say("{path}: written.", path=out))
    return code


def _schema(given: Namespace, around: Surroundings) -> int:
    import json

    from journeys.exchange.json_schema import schema

    if given.out is None:
        print_json(schema())
        return 0
    out = safe_output(given.out)
    files.write_whole(out, (json.dumps(schema(), ensure_ascii=False, indent=2) + "\n").encode())
    print(around.say("{path}: written.", path=out))
    return 0


def _size(text: str) -> tuple[int, int]:
    """Width and height in pixels; raises UsageError `usage.size`."""
    found = _SIZE.fullmatch(text.strip().lower().replace("×", "x"))
    sides = tuple(int(side) for side in found.groups()) if found else ()
    if len(sides) != 2 or not all(SMALLEST <= side <= LARGEST for side in sides):
        raise UsageError("usage.size", size=text)
    return sides[0], sides[1]
