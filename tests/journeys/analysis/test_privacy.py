"""A study is looked through in every text; what somebody called not personal is not told again."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from journeys import templates
from journeys.analysis import privacy
from journeys.edits import private
from journeys.errors import EditError
from journeys.model.document import Document
from journeys.model.entities import Cell, Fact, Image, Mute, Note, Source, Stance
from journeys.model.integrity import check_document
from journeys.model.schema import CLASSES
from journeys.model.search import text_fields
from journeys.session import Session
from tests.journeys.studies import study

TODAY = dt.date(2026, 11, 22)
NUMBER = "06-12345678"


def with_(document, *entities):
    changed = document.snapshot()
    for one in entities:
        kind = next(kind for kind, cls in CLASSES.items() if isinstance(one, cls))
        changed.write({(kind, one.id): (changed.get((kind, one.id)), one)})
    return changed


@pytest.fixture
def document():
    return study(6, 2)


def everywhere(document):
    """The same words in every text that anybody can write, of every kind there is."""
    phase, journey = next(iter(document.phases)), next(iter(document.journeys))
    lane, scope = next(iter(document.lanes)), next(iter(document.parties))
    whole = with_(
        document, Note("1" * 32, "idea"), Stance("2" * 32, journey, phase, scope), Fact("3" * 32, "x"),
        Source("4" * 32), Cell("5" * 32, lane, journey, phase), Image("6" * 32, "png", 9, 9, "0" * 64),
        replace(next(iter(document.personas.values())), privacy="real"),
    )  # fmt: skip
    made, places = [], set()
    for (kind, _), held in whole:
        entity = held
        for path in text_fields(type(entity)):
            entity = _put(entity, path.split("."), f"Bel {NUMBER} nu")
            places.add((kind, path))
        if kind == "step":
            entity = replace(entity, judgement=replace(entity.judgement, data_asked=("naam", f"tel {NUMBER}")))
            places.add((kind, "judgement.data_asked.1"))
        made.append(entity)
    return Document.of(made), places


def _put(entity, path, text):
    name, *rest = path
    return replace(entity, **{name: _put(getattr(entity, name), rest, text) if rest else text})


def test_every_text_of_every_kind_is_looked_through(document):
    whole, places = everywhere(document)
    found = {(one.place.kind, one.place.field) for one in privacy.remarks(whole) if one.what == "phone"}
    assert found == {place for place in places if place[0] != "mute"}
    assert {"owner", "by", "source_title", "alt", "caption", "label", "text", "quote"} <= {field for _, field in found}


def test_taking_it_all_out_is_one_edit_that_leaves_a_sound_study(document):
    whole, _ = everywhere(document)
    session = Session(whole, lambda _: None)
    edit = private.take_out(whole, [one.place for one in privacy.look(whole, TODAY).remarks])
    session.apply(edit)
    assert not [one for one in privacy.remarks(session.document) if one.what == "phone"]
    assert NUMBER not in repr(list(session.document))
    assert not check_document(session.document)
    session.apply(edit.inverse())
    assert NUMBER in repr(list(session.document))


def test_data_asked_twice_the_same_becomes_one(document):
    step = next(iter(document.steps.values()))
    asked = ("naam", NUMBER, "0612345679", "0612345680", "adres")
    changed = with_(document, replace(step, judgement=replace(step.judgement, data_asked=asked)))
    places = [one.place for one in privacy.remarks(changed)]
    assert len(places) == 3
    changed.write(private.take_out(changed, places).changes)
    assert changed.steps[step.id].judgement.data_asked == ("naam", "[…]", "adres")


def test_words_that_changed_meanwhile_are_not_cut(document):
    step = next(iter(document.steps.values()))
    dirty = with_(document, replace(step, body=f"Bel {NUMBER}"))
    places = [one.place for one in privacy.remarks(dirty)]
    later = with_(dirty, replace(step, body="Iets anders"))
    with pytest.raises(EditError, match="stale"):
        private.take_out(later, places)


def test_what_was_called_not_personal_is_not_told_again_but_something_else_is(document):
    step = next(iter(document.steps.values()))
    dirty = with_(document, replace(step, body=f"Bel {NUMBER}"))
    remark = privacy.look(dirty, TODAY).remarks[0]
    dirty.write(private.not_personal(dirty, remark.code, remark.subject, remark.sample).changes)
    seen = privacy.look(dirty, TODAY)
    assert (seen.remarks, [one.sample for one in seen.dismissed]) == ((), ["06-••••••78"])
    assert NUMBER not in repr(dirty.mutes)
    other = with_(dirty, replace(dirty.steps[step.id], body=f"Bel {NUMBER} of 06-87654321"))
    assert [one.sample for one in privacy.look(other, TODAY).remarks] == ["06-••••••21"]
    other.write(private.after_all(other, remark.code, remark.subject, remark.sample).changes)
    assert len(privacy.look(other, TODAY).remarks) == 2
    assert not other.mutes


def test_a_muted_finding_is_no_mark(document):
    step = next(iter(document.steps.values()))
    dirty = with_(document, replace(step, body=f"Bel {NUMBER}"), Mute("9" * 32, "structure.loop", (step.id,), "•"))
    assert len(privacy.look(dirty, TODAY).remarks) == 1


def test_names_of_real_people_are_told_in_other_texts_only(document):
    persona, step = next(iter(document.personas.values())), next(iter(document.steps.values()))
    named = replace(persona, name="Anneke de Boer")
    dirty = with_(document, named, replace(step, body="Annekes zus belt mevrouw De Boer; boeren niet."))
    assert not [one for one in privacy.remarks(dirty) if one.what == "name"]
    real = with_(dirty, replace(named, privacy="real"))
    told = [one.place.text[one.place.start : one.place.end] for one in privacy.remarks(real) if one.what == "name"]
    assert told == ["Anneke", "Boer"]


def test_owners_who_decided_and_interviews_are_named_without_alarm(document):
    phase, journey = next(iter(document.phases)), next(iter(document.journeys))
    party = next(iter(document.parties.values()))
    dirty = with_(
        document, Note("1" * 32, "idea", "x", owner="Piet"), Note("7" * 32, "idea", "y", owner=party.name),
        Stance("2" * 32, journey, phase, party.id, by="Anneke"), Source("4" * 32, "interview", "Gesprek met Bea"),
        Source("8" * 32, "law", "Wet brp"),
    )  # fmt: skip
    seen = privacy.look(dirty, TODAY)
    assert {"Piet", "Anneke", "Gesprek met Bea"} <= {one.name for one in seen.named}
    assert not {"Wet brp", party.name} & {one.name for one in seen.named}
    assert not seen.remarks


@pytest.mark.parametrize(
    ("until", "state"), [(None, "none"), (TODAY, "running"), (dt.date(2026, 11, 21), "past"), (dt.date.max, "running")]
)
def test_consent_lasts_to_the_end_of_its_day(document, until, state):
    persona = next(iter(document.personas.values()))
    seen = privacy.look(with_(document, replace(persona, privacy="real", consent_until=until)), TODAY)
    assert [held for _, held in seen.real] == [state]
    assert seen.personas["real"] == 1
    assert bool(seen.past) == (state == "past")


@pytest.mark.parametrize(("until", "expired"), [(None, False), (TODAY, False), (dt.date(2026, 11, 21), True)])
def test_a_study_is_past_its_date_the_day_after(document, until, expired):
    seen = privacy.look(with_(document, replace(document.study, expires_on=until)), TODAY)
    assert (seen.expired_on is not None) == expired


def test_somebody_is_found_by_whole_name_first_name_and_surname_everywhere(document):
    step = next(iter(document.steps.values()))
    dirty = with_(
        document, replace(step, title="Zoë belt", body="Zoe's moeder, mevrouw Peters", place="bij Zoë Peters"),
        Image("6" * 32, "png", 9, 9, "0" * 64, alt="Zoë aan de balie", caption="Foto: ZOË PETERS"),
    )  # fmt: skip
    found = privacy.mentions(dirty, "Zoë Peters")
    assert [one.text[one.start : one.end] for one in found] == [
        "Zoe", "Peters", "Zoë Peters", "Zoë", "Zoë", "ZOË PETERS",
    ]  # fmt: skip
    dirty.write(private.take_out(dirty, found, "iemand").changes)
    assert privacy.mentions(dirty, "Zoë Peters") == []
    assert privacy.mentions(dirty, " ") == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_life_event_and_no_sample_raises_an_alarm(language):
    studies = [templates.create(offer.code, language) for offer in templates.offers(language)]
    studies += [templates.sample(each.code, language).document for each in templates.samples(language)]
    assert [one.sample for each in studies for one in privacy.look(each, TODAY).remarks] == []
