"""What a written report tells of a study: people, journeys, gaps, findings, work to do and what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analysis.findings import overview_of
from journeys.exchange.report.blocks import Heading, Paragraph
from journeys.exchange.report.grounds import absences, facts, sources
from journeys.exchange.report.journey import journey
from journeys.exchange.report.people import people
from journeys.exchange.report.work import actions, findings, gaps, parked
from journeys.poster.parts.dates import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.exchange.report.blocks import Block
    from journeys.exchange.report.subject import Telling


def report(telling: Telling) -> Iterator[Block]:
    """The whole report. Raises nothing: a study without anything in it says so."""
    known = {one.journey: one for one in overview_of(telling.scene).journeys}
    yield from _front(telling)
    if not telling.journeys:
        yield Paragraph(telling.say("This study has no journey yet."))
    yield from people(telling)
    for id_ in telling.journeys:
        yield from journey(telling, telling.document.journeys[id_], known.get(id_))
    yield from gaps(telling, [gap for id_ in telling.journeys if id_ in known for gap in known[id_].gaps])
    yield from findings(telling)
    yield from actions(telling)
    yield from parked(telling)
    yield from absences(telling)
    yield from facts(telling)
    yield from sources(telling)


def _front(telling: Telling) -> Iterator[Block]:
    say, document = telling.say, telling.document
    study = document.study
    yield Heading(1, study.title)
    scope = document.parties.get(telling.scene.scope.party or "")
    lines = [
        study.organisation,
        say("Presence seen from: {scope}", scope=scope.name) if scope else "",
        say("Edition {n}", n=study.edition) if study.edition > 1 else "",
        in_words(telling.on, say) if telling.on else "",
    ]
    yield Paragraph("\n".join(line for line in lines if line), "muted")
