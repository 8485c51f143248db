"""An anonymous copy: of everybody who was named nothing is left, in no byte of what goes out."""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
import zlib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeys.analysis import anonymous
from journeys.exchange import formats
from journeys.exchange.wanted import wanted
from journeys.i18n import words
from journeys.model.entities import Image, Mute, Note, Source, Stance
from journeys.model.integrity import check_document
from journeys.store import building
from tests.journeys.analysis.test_privacy import with_
from tests.journeys.poster.reading import run_together, words_of
from tests.journeys.studies import study

SAY = words("nl")
FIRST = st.text(alphabet="bcdfghjklmnpqrstvwz", min_size=4, max_size=9).map(lambda name: f"Zq{name}")


def peopled(name: str, owner: str, by: str) -> object:
    """A study in which they are named wherever one can name somebody."""
    document = study(6, 2)
    persona, step = next(iter(document.personas.values())), next(iter(document.steps.values()))
    journey, phase = document.journeys[step.journey], document.phases[step.phase]
    scope = next(iter(document.parties))
    text = f"{name} belt {owner}; {by}s moeder, {name.upper()} en “{owner.lower()}” (zie reis-van_{name}_v2)"
    short = text[:90].rsplit(" ", 1)[0]  # half a name is no name
    return with_(
        document,
        replace(document.study, title=f"Reis van {name}", day0_date=dt.date(2026, 3, 4), organisation=f"Team {owner}"),
        replace(persona, name=name, tagline=short, quote=short, context=text, portrait="6" * 32,
                privacy="real", consent_until=dt.date(2026, 5, 6), evidence=replace(persona.evidence, note=text)),
        replace(journey, title=f"{name} verhuist", question=short),
        replace(phase, name=f"Bij {name}", facilitator_note=text),
        replace(step, title=f"{name} wacht", body=text + " bel 06-12345678", place=f"bij {owner}", image="7" * 32,
                judgement=replace(step.judgement, data_asked=(f"adres van {name}",), value_reason=text)),
        Note("1" * 32, "idea", text, owner=owner), Stance("2" * 32, journey.id, phase.id, scope, text, by),
        Source("4" * 32, "interview", f"Gesprek met {by}", dt.date(2026, 1, 2), 1),
        Mute("5" * 32, "structure.loop", (step.id,), text),
        Mute("8" * 32, "personal.phone", (step.id,), "06-••••••00"),
        Image("6" * 32, "png", 9, 9, "1" * 64, alt=text, caption=name),
        Image("7" * 32, "png", 9, 9, "2" * 64, alt=text, caption=name),
    )  # fmt: skip


def inflated(data: bytes) -> bytes:
    """The bytes with everything that is packed in them beside it, and a database's texts in their own order."""
    found = [data]
    for match in re.finditer(rb"stream\r?\n(.*?)endstream", data, re.DOTALL):
        try:
            found.append(zlib.decompress(match[1]))
        except zlib.error:
            continue
    if data.startswith(b"SQLite format 3"):
        connection = sqlite3.connect(":memory:")
        connection.deserialize(data)
        found += [repr(line).encode() for line in connection.iterdump()]
        connection.close()
    return b"\n".join(found)


@settings(max_examples=25)
@given(FIRST, FIRST, FIRST)
def test_nothing_of_a_name_is_left_in_any_byte_of_the_copy(name, owner, by):
    document = peopled(name, owner, by)
    made = anonymous.anonymised(document, SAY)
    assert not check_document(made.document)
    pictures = {"1" * 64: name.encode(), "2" * 64: owner.encode()}
    outs = [building.file_bytes(made.document, pictures)]
    outs += [one.write(wanted(made.document, images=pictures)) for one in formats.written() if one.write]
    for data in map(inflated, outs):
        for each in (name, owner, by):
            assert each.lower().encode() not in data.lower()
        for gone in (b"06-12345678", b"2026-03-04", b"2026-05-06", b"2026-01-02", b"06-\xe2\x80\xa2"):
            assert gone not in data


@settings(max_examples=4)
@given(FIRST, FIRST, FIRST)
def test_nothing_of_a_name_is_left_in_a_poster_of_the_copy(name, owner, by):
    from journeys.exchange.pdf_format import attachment
    from journeys.poster import render
    from journeys.poster.pages import USUAL

    made = anonymous.anonymised(peopled(name, owner, by), SAY)
    pdf = render(made.document, USUAL, {}, attachment=attachment(made.document, {}))
    data = (inflated(pdf) + run_together(words_of(pdf)).encode()).replace(b"\0", b"").lower()
    assert b"personaa" in data
    for each in (name, owner, by):
        assert each.lower().encode() not in data


def test_the_copy_says_what_became_of_whom():
    made = anonymous.anonymised(peopled("Anneke", "Pieter", "Bea"), SAY)
    said = {one.before: one.after for one in made.renamed}
    assert said["Anneke"] == "Persona A"
    assert said["Gesprek met Bea"] == "Interview 1"
    assert next(one.texts for one in made.renamed if one.before == "Anneke") > 5
    assert {code: n for code, n in made.counts.items() if n} == {
        "portraits": 1, "pictures": 1, "owners": 1, "by": 1, "interviews": 2, "consents": 1, "personal": 1, "day0": 1,
        "reasons": 1, "marks": 1, "facilitator": 1,
    }  # fmt: skip
    persona = next(one for one in made.document.personas.values() if one.name == "Persona A")
    assert (persona.privacy, persona.consent_until, persona.portrait) == ("anonymised", None, None)


def test_a_copy_for_others_keeps_names_and_leaves_out_what_is_only_for_its_makers():
    document = peopled("Anneke", "Pieter", "Bea")
    extra = Image("9" * 32, "png", 9, 9, "3" * 64)
    copy = anonymous.for_others(with_(document, extra))
    assert not check_document(copy)
    assert [mute.reason for mute in copy.mutes.values()] == [""]
    assert not any(phase.facilitator_note for phase in copy.phases.values())
    assert sorted(copy.images) == ["6" * 32, "7" * 32]
    assert copy.notes["1" * 32].owner == "Pieter"
    assert anonymous.left_out(with_(document, extra)) == {"reasons": 1, "marks": 1, "facilitator": 1, "unused": 1}


def test_the_study_itself_is_left_as_it_is():
    document = peopled("Anneke", "Pieter", "Bea")
    before = document.snapshot()
    anonymous.anonymised(document, SAY)
    anonymous.for_others(document)
    assert document == before


@pytest.mark.parametrize("kind", ["fictional", "anonymised"])
def test_who_is_not_real_is_called_by_a_letter_and_keeps_the_mark(kind):
    document = study(3, 1)
    persona = next(iter(document.personas.values()))
    made = anonymous.anonymised(with_(document, replace(persona, privacy=kind)), SAY)
    assert [(one.name, one.privacy) for one in made.document.personas.values()] == [("Persona A", kind)]
