"""CJML both ways: planned and actual journeys, the habits of real files, and what stands beside the notation."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from journeys.errors import ExchangeError
from journeys.exchange import cjml, xml_tree
from journeys.exchange.cjml.points import POINTS
from journeys.exchange.coming import to_study
from journeys.exchange.outgoing import outgoing
from journeys.exchange.wanted import wanted
from journeys.model.document import Document
from journeys.model.values import Contact
from tests.golden.texts import as_before
from tests.hostile import everything
from tests.journeys.studies import study

SAMPLE = b"""<?xml version="1.0" encoding="UTF-8"?>
<CJML version="2.0">
<plannedJourney>
  <journeyID>PJ1</journeyID><journeyTitle>Verhuizen</journeyTitle>
  <journeyPhases>
    <journeyPhase phaseID=" A "><phaseName>Vooraf</phaseName><phaseDescription>4 weken</phaseDescription></journeyPhase>
    <journeyPhase phaseID="B"><phaseName>Daarna</phaseName></journeyPhase>
  </journeyPhases>
  <actors>
    <serviceProvider actorID="G"><companyName>Gemeente</companyName><providerType>gov</providerType></serviceProvider>
    <endUser actorID=" U"><actorName>Ali</actorName></endUser>
    <serviceProvider actorID="K"/>
  </actors>
  <touchpoints>
    <plannedCommunicationPoint>
      <touchpointID>T1</touchpointID><belongsTo phaseIDref="A"></belongsTo>
      <receiver><refersTo actorIDref="U"/><receiverLabel>Krijgt een brief</receiverLabel></receiver>
      <initiator><refersTo actorIDref="G "/><initiatorLabel>Stuurt een brief</initiatorLabel></initiator>
      <channel><channelName>letter</channelName></channel>
      <touchPointDuration>2 weeks</touchPointDuration>
    </plannedCommunicationPoint>
    <plannedAction>
      <touchpointID>T2</touchpointID><belongsTo phaseIDref="A"/>
      <initiator><refersTo actorIDref="U"/><initiatorLabel>Pakt in</initiatorLabel></initiator>
    </plannedAction>
    <plannedAction>
      <touchpointID>T3</touchpointID>
      <initiator><refersTo actorIDref="G"/><initiatorLabel>Verwerkt</initiatorLabel></initiator>
    </plannedAction>
    <plannedCommunicationPoint>
      <touchpointID>T4</touchpointID><belongsTo phaseIDref="C"/>
      <initiator><refersTo actorIDref="G"/><initiatorLabel>Meldt</initiatorLabel></initiator>
      <receiver><refersTo actorIDref="Onbekend"/></receiver>
    </plannedCommunicationPoint>
  </touchpoints>
</plannedJourney>
<actualJourney>
  <journeyID>AJ1</journeyID><plannedReference>PJ1</plannedReference><creator>Jan</creator>
  <journeyLongSummary>Het liep anders.</journeyLongSummary>
  <actors><endUser actorIDref="U"/><endUser actorID="V"><actorName>Bo</actorName></endUser></actors>
  <touchpoints>
    <actualCommunicationPoint>
      <touchpointID>T1</touchpointID><belongsTo phaseIDref="A"/><compliance>missing</compliance>
      <initiator><refersTo actorIDref="G"/></initiator><receiver><refersTo actorIDref="U"/></receiver>
      <channel><channelName>letter</channelName></channel>
    </actualCommunicationPoint>
    <actualCommunicationPoint>
      <touchpointID>D1</touchpointID><belongsTo phaseIDref="B"/><compliance>failing</compliance>
      <initiator><refersTo actorIDref="U"/><initiatorLabel>Belt</initiatorLabel></initiator>
      <receiver><refersTo actorIDref="G"/></receiver>
      <comment>
        Twee keer
      </comment>
      <timestamps><timeConsumed>2026-03-10T09:30:00</timeConsumed></timestamps>
      <touchpointExperience><experienceRating>2</experienceRating>
        <experienceDescription>Waarom?</experienceDescription></touchpointExperience>
    </actualCommunicationPoint>
    <actualAction>
      <touchpointID>D1</touchpointID><belongsTo phaseIDref="B"/><compliance>completed</compliance>
      <initiator><refersTo actorIDref="U"/><initiatorLabel>Wacht</initiatorLabel></initiator>
      <timestamps><timeCompleted>2026-03-13</timeCompleted></timestamps>
      <category>wachten</category>
    </actualAction>
  </touchpoints>
</actualJourney>
</CJML>"""


@pytest.fixture
def read():
    return cjml.read(SAMPLE, "x.cjml").incoming


def step(found, title, variant="desired"):
    return next(each for each in found.steps if each.title == title and each.variant == variant)


def codes(found):
    return {remark.code: remark for remark in found.remarks}


def test_planned_is_desired_and_actual_is_current(read):
    assert [(one.title, one.persona, one.variant) for one in read.journeys] == [
        ("Verhuizen", "Ali", "desired"), ("AJ1", "Ali", "current"),
    ]  # fmt: skip
    assert [(phase.name, phase.note) for phase in read.phases] == [("Vooraf", "4 weken"), ("Daarna", ""), ("C", "")]


def test_a_communication_point_is_a_step_with_the_words_of_the_person(read):
    brief = step(read, "Krijgt een brief")
    assert [(each.party, each.channel) for each in brief.contacts] == [("Gemeente", "letter")]
    assert (brief.phase, brief.stage, brief.body) == ("Vooraf", "front", "Gemeente: Stuurt een brief")
    assert (brief.lasts.least, brief.lasts.unit) == (2, "week")
    assert codes(read)["cjml.initiator"].rows == (15, 42)


def test_an_action_of_the_person_meets_nobody_and_one_of_a_provider_is_behind_the_scenes(read):
    assert step(read, "Pakt in").nobody
    done = step(read, "Verwerkt")
    assert (done.stage, done.nobody, [each.party for each in done.contacts]) == ("back", False, ["Gemeente"])
    told = step(read, "Meldt")
    assert (told.stage, [each.party for each in told.contacts]) == ("back", ["Gemeente", "Onbekend"])


def test_a_touchpoint_that_did_not_take_place_is_no_contact(read):
    missed = step(read, "Krijgt een brief", "current")
    assert missed.nobody
    assert missed.contacts == ()
    assert [(note.kind, note.text) for note in missed.notes] == [("pain", "compliance: missing (Gemeente – letter)")]
    assert {"cjml.missing", "cjml.planned_words"} <= set(codes(read))


def test_experience_date_and_comment_come_along(read):
    calls = step(read, "Belt", "current")
    assert (calls.emotion, calls.day, calls.body) == (-1, 0, "Twee keer")
    assert [(note.kind, note.text) for note in calls.notes] == [("quote", "Waarom?"), ("pain", "compliance: failing")]
    assert step(read, "Wacht", "current").day == 3
    assert codes(read)["rows.first_date"].values["date"] == "10-03-2026"


def test_nothing_is_left_out_or_guessed_without_a_word(read):
    found = codes(read)
    left = {remark.values["name"]: remark.rows for remark in read.remarks if remark.code == "xml.left_out"}
    assert left == {"providerType": (10,), "creator": (38,), "category": (62,)}
    assert found["cjml.no_phase"].values["id"] == "C"
    assert found["cjml.no_actor"].values["id"] == "Onbekend"
    assert found["cjml.second_user"].values["name"] == "Bo"
    assert found["cjml.id_twice"].values["id"] == "D1"
    assert {"cjml.without_phase", "cjml.reference", "cjml.told", "cjml.hours", "rows.scale_one_five"} <= set(found)
    assert [note.text for note in read.notes] == ["Het liep anders."]


def test_the_file_becomes_a_study():
    made = to_study(cjml.read(SAMPLE, "x.cjml"), "x", "nl").document
    assert len(made.steps) == 7
    assert {journey.variant for journey in made.journeys.values()} == {"current", "desired"}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<html/>", "cjml.format"),
        (b"<CJML version='2.0'/>", "cjml.empty"),
        (SAMPLE.replace(b">Verhuizen<", b">" + b"x" * 201 + b"<"), "xml.too_long"),
        (SAMPLE.replace(b"Twee keer", b"x" * 10_001), "xml.too_long"),
        (SAMPLE.replace(b"Twee keer", b"Burgerzaken & co"), "xml.syntax"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(data, code):
    with pytest.raises(ExchangeError) as caught:
        cjml.read(data, "x.cjml")
    assert caught.value.code == code


def test_older_versions_are_read_and_told():
    assert "cjml.version" in codes(cjml.read(SAMPLE.replace(b'version="2.0"', b'version="1.1"'), "x").incoming)


# Out


def written(document, **asked):
    return cjml.write(replace(wanted(document), **asked))


def changed(document, *entities):
    return Document.of([*(entity for _, entity in document), *entities])


def test_every_reference_in_our_file_leads_somewhere():
    root = xml_tree.parse(written(everything.everything()))
    every = list(root.every())
    actors = {each.attributes["actorID"] for each in every if "actorID" in each.attributes}
    phases = {each.attributes["phaseID"] for each in every if "phaseID" in each.attributes}
    assert {each.attributes["actorIDref"] for each in every if "actorIDref" in each.attributes} <= actors
    assert {each.attributes["phaseIDref"] for each in every if "phaseIDref" in each.attributes} <= phases
    for point in (each for each in every if each.name in POINTS):
        assert point.first("initiator")
        assert (point.first("receiver") is not None) == point.name.endswith("Point")


def test_our_own_file_comes_back_without_a_remark():
    document = study(30, 2)
    found = cjml.read(written(document), "x").incoming
    said = outgoing(wanted(document))
    assert found.remarks == ()
    assert [replace(each, key="", row=0) for each in found.steps] == [
        replace(each, key="", row=0) for each in said.steps
    ]
    assert (found.phases, found.journeys, found.personas) == (said.phases, said.journeys, said.personas)
    assert (found.parties, len(found.links)) == (said.parties, len(said.links))


def test_what_another_program_changed_goes_before_what_stands_beside_it():
    document = study(2)
    data = written(document)
    for old, new in ((">Stap 1<", ">Stap nul<"), ("Rating>1<", "Rating>5<"), (">Gemeente Voorbeeld", ">Provincie ")):
        data = data.replace(old.encode(), new.encode())
    first = cjml.read(data, "x").incoming.steps[0]
    assert (first.title, first.emotion, first.contacts[0].party) == ("Stap nul", 2, "Provincie stad")


def test_the_channel_of_a_step_behind_the_scenes_stays_though_an_action_has_none():
    document = study(1)
    only = replace(next(iter(document.steps.values())), stage="back")
    data = written(changed(document, only))
    assert b"<channelName>" not in data
    assert [each.channel for each in cjml.read(data, "x").incoming.steps[0].contacts] == ["Balie"]


def test_damage_to_what_stands_beside_it_is_told():
    data = written(study(2)).replace(b'"column": 0', b'"column": -5')
    found = cjml.read(data, "x").incoming
    assert [step.title for step in found.steps] == ["Stap 1", "Stap 2"]
    assert codes(found)["xml.aside"].rows


def test_the_date_of_a_step_is_told_where_day_0_has_a_date():
    document = study(2)
    day0 = replace(document.study, day0_date=dt.date(2026, 3, 1))
    first = replace(next(iter(document.steps.values())), day=-2)
    assert b"<timeConsumed>2026-02-27</timeConsumed>" in written(changed(document, day0, first))
    assert b"timeConsumed" not in written(document)


def test_only_the_chosen_journeys_go_along():
    document = study(4, 2)
    first, second = document.journeys.values()
    other = Contact(next(one.id for one in document.parties.values() if one.name == "JGZ"))
    met = {first.id: (), second.id: (other,)}
    there = changed(document, *(replace(s, contacts=met[s.journey], nobody=False) for s in document.steps.values()))
    data = written(there, journeys=(first.id,))
    assert b"Persona 2" not in data
    assert b"JGZ" not in data


def test_signs_of_xml_in_a_title_stay_text():
    document = study(1)
    only = next(iter(document.steps.values()))
    nasty = '</initiatorLabel><x> & ?> -- ]]> "'
    found = cjml.read(written(changed(document, replace(only, title=nasty, body=nasty))), "x").incoming.steps[0]
    assert (found.title, found.body) == (nasty, nasty)


@pytest.mark.parametrize("document", [study(3), everything.everything()], ids=["small", "everything"])
def test_the_file_is_as_before(document, request):
    as_before(written(document), f"cjml/{request.node.callspec.id}.cjml")


def test_a_second_channel_and_a_day_too_far_away_are_told_by_name():
    data = b"""<CJML version="2.0"><actualJourney><touchpoints>
<actualAction><touchpointID>a</touchpointID><channel><channelName>mail</channelName></channel>
<channel><channelName>phone</channelName></channel><timestamps><timeStarted>2026-01-31</timeStarted></timestamps>
</actualAction>
<actualAction><touchpointID>b</touchpointID><timestamps><timeStarted>2196-01-31</timeStarted></timestamps></actualAction>
</touchpoints></actualJourney></CJML>"""
    found = cjml.read(data, "x.cjml").incoming
    told = [(remark.code, remark.values.get("name"), remark.rows) for remark in found.remarks]
    assert ("xml.left_out", "channel", (3,)) in told
    assert ("xml.unread", "timeStarted", (5,)) in told
    assert [step.day for step in found.steps] == [0, None]
