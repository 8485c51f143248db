"""The commands that make a study or look into one: new, info, check, verify."""

from __future__ import annotations

from argparse import Namespace

from journeys import messages, store, templates
from journeys.analysis.findings import overview
from journeys.cli import finding, reports, shapes
from journeys.cli.surroundings import Surroundings, complain, print_json
from journeys.errors import UsageError
from journeys.store.opener import Opened, open_file


def new(given: Namespace, around: Surroundings) -> int:
    """Make a study of a life event."""
    say = around.say
    if given.list:
        for code, titles in templates.life_events():
            print(f"{code}  {titles[say.language]}")
        return 0
    if given.file is None or not given.life_event:
        what = "FILE" if given.file is None else "--life-event"
        raise UsageError("usage.required", what=what, command="levensreis new")
    document = templates.create(given.life_event, say.language, personas=not given.without_personas)
    store.create_file(given.file, document)
    print(say("{path}: {title}, made.", path=given.file, title=document.study.title))
    return 0


def info(given: Namespace, around: Surroundings) -> int:
    """Say what is in a study."""
    opened = opened_study(given, around)
    if given.json:
        print_json(shapes.info_shape(given.file, opened.document))
    else:
        print(reports.info_report(given.file, opened.document, around.say))
    return 0


def check(given: Namespace, around: Surroundings) -> int:
    """Report the gaps; 1 when one is as severe as --fail-at."""
    if given.fail_at is not None and not 0 <= given.fail_at <= 100:
        raise UsageError("usage.value", what="--fail-at", found=given.fail_at, command="levensreis check")
    document = opened_study(given, around).document
    found = overview(document, finding.party(document, given.scope))
    if given.json:
        print_json(shapes.check_shape(found, document))
    else:
        print(reports.check_report(found, document, around.say))
    worst = max((gap.severity for journey in found.journeys for gap in journey.gaps), default=-1)
    return 1 if given.fail_at is not None and worst >= given.fail_at else 0


def verify(given: Namespace, around: Surroundings) -> int:
    """Check every row of a file; 1 when something is wrong."""
    problems = store.verify(given.file)
    for problem in problems:
        complain(messages.error_text(problem, around.say))
    if not problems:
        print(around.say("{path}: in order.", path=given.file))
    return 1 if problems else 0


def opened_study(given: Namespace, around: Surroundings) -> Opened:
    """The study in the file that was named; what is odd about the file is told on standard error."""
    opened = open_file(given.file)
    for notice in opened.notices:
        complain(messages.message(notice.code, notice.values, around.say))
    return opened
