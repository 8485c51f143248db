"""The commands that make a study or look into one: new, info, verify."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from journeys import messages, store, templates
from journeys.cli import reports, shapes
from journeys.cli.surroundings import Surroundings, complain, print_json
from journeys.errors import UsageError
from journeys.i18n import Language, Words
from journeys.identity import SUFFIX
from journeys.store.opener import Opened, open_file
from journeys.store.targets import ending


def new(given: Namespace, around: Surroundings) -> int:
    """Make a study of a life event."""
    say = around.say
    if given.list:
        print("\n".join(_life_events(say)))
        return 0
    if given.file is None or not (given.life_event or given.sample):
        what = "FILE" if given.file is None else "--life-event"
        raise UsageError("usage.required", what=what, command="levensreis new")
    ending(given.file, SUFFIX)
    document, images = _made(given, say.language)
    store.create_file(given.file, document, images)
    print(say("{path}: {title}, made.", path=given.file, title=document.study.title))
    return 0


def _made(given: Namespace, language: Language) -> templates.SampleStudy:
    """The study that is asked for, with its pictures. A sample is finished: it is of its own life event, as it is."""
    if given.sample:
        other = "--life-event" if given.life_event else "--with" if given.branches else "--without-personas"
        if given.life_event or given.branches or given.without_personas:
            raise UsageError("usage.value", what="--sample", found=other, command="levensreis new")
        return templates.sample(given.sample, language)
    document = templates.create(given.life_event, language, personas=not given.without_personas)
    for branch in given.branches:
        document.write(templates.branch(document, given.life_event, branch).changes)
    return templates.SampleStudy(document, {})


def _life_events(say: Words) -> Iterator[str]:
    """One a line; then the branches, which nobody gets without asking for them, and the samples."""
    offers = templates.offers(say.language)
    width = max(len(offer.code) for offer in offers) + 2
    yield from (f"{offer.code:{width}}{offer.title}" for offer in offers)
    yield ""
    yield say("Branches, for when they are called for (--with BRANCH):")
    for offer in offers:
        for branch in templates.branches(offer.code, say.language):
            yield f"{offer.code:{width}}{branch.slug}  {branch.name}"
    yield ""
    yield say("Samples, finished studies to look at (--sample CODE):")
    yield from (f"{held.code:{width}}{held.title}: {held.summary}" for held in templates.samples(say.language))


def info(given: Namespace, around: Surroundings) -> int:
    """Say what is in a study."""
    opened = opened_study(given, around)
    if given.json:
        print_json(shapes.info_shape(given.file, opened.document))
    else:
        print(reports.info_report(given.file, opened.document, around.say))
    return 0


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
    return opened_file(given.file, around)


def opened_file(path: Path, around: Surroundings) -> Opened:
    """As `opened_study`, of one of several files."""
    opened = open_file(path)
    for notice in opened.notices:
        complain(messages.message(notice.code, notice.values, around.say))
    return opened
