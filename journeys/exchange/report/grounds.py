"""What a written report rests on: absences that the team finds right, facts, and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys import phrases
from journeys.analysis.facts import order as fact_order
from journeys.exchange.report.blocks import Heading, Paragraph, Table, row
from journeys.phrases.facts import due_text, status_word, when_text
from journeys.poster.kinds.report import names
from journeys.poster.kinds.report.tales import whose
from journeys.poster.parts.dates import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.exchange.report.blocks import Block
    from journeys.exchange.report.subject import Telling


def absences(telling: Telling) -> Iterator[Block]:
    """Phases in which the team calls absence right, and why."""
    say, material = telling.say, telling.material
    if not material.stances:
        return
    scope = phrases.the_scope(telling.document, None, say)
    yield Heading(2, say("Deliberately absent"))
    yield Paragraph(say("Here the team finds it right that {scope} is not there.", scope=scope))
    head = (say("Phase"), say("Persona"), say("Reason"), say("Said by"), say("Date"))
    rows = tuple(
        row(material.document.phases[one.phase].name, whose(material, one.journey, say),
            one.reason or say("no reason was noted"), one.by, in_words(one.on, say) if one.on else "")
        for one in material.stances
    )  # fmt: skip
    yield Table("", head, rows)


def facts(telling: Telling) -> Iterator[Block]:
    document, say = telling.document, telling.say
    if not document.facts:
        return
    yield Heading(2, say("Facts"))
    yield Paragraph(say("This is no legal advice: check what matters with its source."), "muted")
    head = (say("Fact"), say("When"), say("Status"), say("Source"), say("Checked on"))
    rows = [
        row(
            "\n".join(filter(None, (fact.text, due_text(document, fact.due, say) if fact.due else ""))),
            when_text(fact, say, document.study.day0_date),
            status_word(fact, say),
            "\n".join(filter(None, (fact.source_title, fact.source_url))),
            in_words(fact.checked_on, say) if fact.checked_on else "",
        )
        for fact in sorted(document.facts.values(), key=lambda fact: fact_order(document, fact))
    ]
    yield Table("", head, tuple(rows))


def sources(telling: Telling) -> Iterator[Block]:
    """Those on which something in this report leans."""
    say = telling.say
    found = [(number, telling.document.sources[id_]) for id_, number in telling.sources.items()]
    if found:
        yield Heading(2, say("Sources"))
        head = (say("Source"), say("Kind"), say("Date"), say("People"))
        rows = tuple(
            row(f"[{number}] {one.title}".rstrip(), say(names.SOURCE_KINDS[one.kind]),
                in_words(one.on, say) if one.on else "", str(one.people) if one.people else "")
            for number, one in found
        )  # fmt: skip
        yield Table("", head, rows)
