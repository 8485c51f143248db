"""Preflight says what does not reach the paper, what is too small, too coarse, stale or private."""

from __future__ import annotations

import datetime as dt
import hashlib
import unicodedata
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as Pillow

from journeys import fonts, phrases
from journeys.errors import UsageError
from journeys.i18n import words
from journeys.model.document import Document
from journeys.model.entities import Image, Journey, Note, Persona, Step, Study
from journeys.phrases.preflight import CODES
from journeys.poster import distance
from journeys.poster.pages import laid_out
from journeys.poster.paper import parse_paper
from journeys.poster.preflight import lost, of_sheets, preflight
from journeys.poster.request import Request
from journeys.text import clean
from tests.journeys import studies
from tests.journeys.poster import rich

DAY = dt.date(2027, 6, 1)


def found(document, code, images=None, **choices):
    return [item for item in preflight(document, Request(**choices), images, DAY) if item.code == code]


def altered(document, kind, number=0, **fields):
    """The same with these fields in one entity of a kind."""
    chosen = [entity for _, entity in document if isinstance(entity, kind)][number]
    return Document.of(replace(e, **fields) if e is chosen else e for _, e in document)


def jpeg(size):
    out = BytesIO()
    Pillow.new("RGB", size, (0, 120, 0)).save(out, "JPEG")
    return out.getvalue()


def with_picture(size):
    data = jpeg(size)
    sha = hashlib.sha256(data).hexdigest()
    picture = Image("f" * 32, "jpeg", size[0], size[1], sha)
    document = Document.of([*(e for _, e in studies.study(6)), picture])
    return altered(document, Step, image=picture.id), {sha: data}


def test_it_stops_where_it_is_asked_to_and_says_how_far_it_is():
    document, shares = studies.study(12, 2), []
    sheets = laid_out(document, Request())

    def watch(share):
        shares.append(share)
        if share >= 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        of_sheets(document, Request(), sheets, {}, None, watch)
    assert shares[0] == 0
    assert shares == sorted(shares)


@pytest.mark.parametrize("steps", [8, 60])
def test_of_a_usual_study_nothing_is_lost(steps):
    assert lost(preflight(studies.study(steps, 2), Request())) == []


@pytest.mark.parametrize(
    ("lane", "code"),
    [("backstage", "left_out.steps"), ("needs", "left_out.notes"), ("opportunities", "left_out.notes"),
     ("text", "left_out.cells"), ("heartbeat", "left_out.emotions"), ("steps", "left_out.steps")],
)  # fmt: skip
def test_what_stands_in_a_hidden_lane_is_named_with_the_lane(lane, code):
    document = rich.hidden(rich.rich(21), lane)
    items = [item for item in found(document, code) if document.lanes[str(item.values["lane"])].kind == lane]
    assert len(items) == 1
    assert items[0].weight == "lost"
    assert items[0].values["n"] == len(items[0].subjects) > 0


def test_the_steps_of_a_hidden_lane_are_exactly_those_that_are_named():
    document = rich.hidden(rich.rich(30), "backstage")
    (item,) = found(document, "left_out.steps")
    assert set(item.subjects) == {step.id for step in document.steps.values() if step.stage == "back"}


def test_small_type_names_its_steps_the_distance_and_a_paper_that_is_large_enough():
    document = studies.study(12)
    (small,) = found(document, "type.small", paper="A4")
    (advice,) = found(document, "advice.paper", paper="A4")
    assert set(document.steps) <= set(small.subjects)
    assert small.values["steps"] == 12
    assert small.values["cm"] < small.values["from_cm"] == 30
    paper = str(advice.values["paper"])
    assert found(document, "type.small", paper=paper, distance=300.0) == []


def test_where_no_paper_helps_the_phases_go_on_several_sheets():
    document = studies.study(120)
    assert found(document, "advice.paper", paper="A0") == []
    (advice,) = found(document, "advice.split", paper="A0")
    assert 2 <= advice.values["sheets"] <= 6


def test_somebody_who_stands_closer_can_read_more():
    document = studies.study(30)
    assert found(document, "type.small", paper="A1")
    assert found(document, "type.small", paper="A1", distance=150.0) == []


def test_one_stands_further_from_larger_paper():
    usual = [distance.usual(parse_paper(paper)) for paper in ("A4", "A3", "A2", "A1", "A0")]
    assert usual == [300, 400, 500, 600, 800]
    assert distance.readable(distance.needed(400)) == pytest.approx(400)
    assert distance.readable(6.44) == pytest.approx(300, abs=1)


def test_C5_a_character_the_font_lacks_is_named_with_the_steps_that_hold_it():
    document = altered(studies.study(6), Step, 2, title="Blij 🦄 en ☃")
    items = {item.values["character"]: item for item in found(document, "glyph.missing")}
    assert set(items) == {"🦄", "☃"}
    assert items["🦄"].subjects == (list(document.steps)[2],)
    assert items["☃"].values["code"] == "U+2603"
    assert items["☃"].values["name"] == "snowman"


def test_C6_text_from_right_to_left_is_named_as_such_and_not_letter_by_letter():
    document = altered(studies.study(6), Step, 1, title="مرحبا", body="שלום")
    (item,) = found(document, "script.turned")
    assert item.subjects == (list(document.steps)[1],)
    assert found(document, "glyph.missing") == []


def test_a_coarse_picture_is_named_with_its_fineness_and_a_fine_one_is_not():
    coarse, images = with_picture((60, 40))
    (item,) = found(coarse, "picture.coarse", images)
    assert item.subjects == (next(iter(coarse.steps)),)
    assert item.values["dpi"] < item.values["wanted"] == 150
    fine, images = with_picture((1600, 1000))
    assert found(fine, "picture.coarse", images, paper="A3") == []


def test_a_picture_that_cannot_be_read_is_lost():
    document, images = with_picture((60, 40))
    (sha,) = images
    assert [item.weight for item in found(document, "picture.unreadable", {})] == ["lost"]
    assert found(document, "picture.unreadable", {sha: b"not a picture"})
    assert found(document, "picture.unreadable", images) == []


def test_dates_that_have_passed_are_said_and_others_are_not():
    document = altered(studies.study(3), Study, review_on=dt.date(2027, 1, 1), expires_on=dt.date(2028, 1, 1))
    assert found(document, "review.past")
    assert not found(document, "study.expired")
    assert not [i for i in preflight(document, Request()) if i.code == "review.past"]
    past = altered(document, Study, expires_on=dt.date(2027, 5, 31))
    assert found(past, "study.expired")


def test_a_real_person_is_named_and_an_ended_consent_more_so():
    document = altered(studies.study(3), Persona, privacy="real", consent_until=dt.date(2027, 6, 1))
    assert found(document, "persona.real")[0].subjects == tuple(document.personas)
    ended = altered(document, Persona, consent_until=dt.date(2027, 5, 31))
    assert found(ended, "consent.past")
    assert not found(ended, "persona.real")


def test_numbers_of_people_are_found_where_they_are_printed():
    document = altered(studies.study(6), Step, 3, body="Haar bsn is 111222333, mail a.b@voorbeeld.nl")
    (bsn,), (mail,) = found(document, "personal.bsn"), found(document, "personal.email")
    assert bsn.subjects == mail.subjects == (list(document.steps)[3],)
    assert not found(studies.study(6, 3), "personal.bsn")


def test_steps_without_words_empty_lanes_parked_notes_and_processes_are_told():
    base = studies.study(8)
    persona, step = next(iter(base.personas)), next(iter(base.steps))
    document = Document.of([
        *(e for _, e in altered(base, Step, 4, title="", body="")), Note("e" * 32, "remark", "Later"),
        Journey("d" * 32, persona, "Achter de stap", parent_step=step),
    ])  # fmt: skip
    shown = tuple(base.journeys)
    assert found(document, "step.untitled", journeys=shown)[0].subjects == (list(base.steps)[4],)
    assert found(document, "note.parked", journeys=shown)[0].subjects == ("e" * 32,)
    assert found(document, "journey.behind", journeys=shown)[0].subjects == ("d" * 32,)
    assert "opportunities" in {
        base.lanes[id_].kind for id_ in found(document, "lane.empty", journeys=shown)[0].subjects
    }
    assert not found(document, "lane.empty", journeys=shown, lanes=tuple(base.lanes))


def test_each_sheet_has_its_own_items_and_the_worst_come_first():
    document = altered(studies.study(60, 2), Step, 2, title="🦄")
    items = preflight(document, Request(paper="A3"))
    assert [item.weight for item in items] == sorted((i.weight for i in items), key=("lost", "poor", "known").index)
    assert {item.journey for item in items if item.code == "type.small"} == set(document.journeys)
    assert len({item.journey for item in items if item.code == "glyph.missing"}) == 1


def test_a_poster_that_cannot_be_made_is_refused_here_too():
    with pytest.raises(UsageError):
        preflight(studies.study(3), Request(paper="A9"))
    with pytest.raises(UsageError):
        preflight(studies.study(3), Request(journeys=("nobody",)))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_item_has_a_sentence_in_both_languages(language):
    say = words(language)
    document = altered(rich.hidden(rich.rich(30), "heartbeat", "needs", "text"), Step, 3, title="🦄 שלום 111222333")
    document = altered(document, Persona, privacy="real")
    document = altered(document, Study, review_on=dt.date(2020, 1, 1))
    items = preflight(document, Request(paper="A4"), {}, DAY)
    assert len({item.code for item in items}) > 9
    for item in items:
        assert item.code in CODES
        said = phrases.preflight_text(item.code, item.subjects, item.values, document, say)
        assert said.endswith((".", "…"))
        assert "{" not in said
        assert said[0].isupper() or not said[0].isalpha()


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=30))
def test_every_character_of_any_title_is_printed_or_named(title):
    typed = clean(title, multiline=False).text
    document = altered(studies.study(4), Step, 1, title=typed)
    step = list(document.steps)[1]
    items = preflight(document, Request(paper="A4"))
    told = [item.values for item in items if item.code.startswith("glyph.missing")]
    named = {one for values in told for one in str(values.get("characters") or values["character"])}
    turned = any(item.code == "script.turned" and step in item.subjects for item in items)
    for character in set(typed) - {" "}:
        lacking = bool(fonts.missing(character, "bold"))
        assert not lacking or character in named or (turned and unicodedata.bidirectional(character) in "R AL AN")


def test_a_poster_on_small_sheets_says_how_many_they_are_and_how_many_texts_a_cut_runs_through():
    document = studies.study(40, 2)
    (sheets,) = found(document, "tiles.sheets", paper="A1", tile="A4")
    assert sheets.values["n"] > 8
    assert sheets.values["paper"] == "A4"
    (cut,) = found(document, "tiles.cut", paper="A1", tile="A4")
    assert cut.values["n"] > 0
    text = phrases.preflight_text(cut.code, cut.subjects, cut.values, document, words("nl"))
    assert text.startswith(str(cut.values["n"]))
    assert found(document, "tiles.sheets", paper="A4", tile="A4") == found(document, "tiles.sheets") == []


def test_what_looks_personal_is_masked_where_a_remark_quotes_it():
    document = altered(studies.study(6), Step, title="Bel 06-12345678, BSN 111222333")
    told = [
        phrases.preflight_text(item.code, item.subjects, item.values, document, words("nl"))
        for item in preflight(document, Request(), {}, DAY)
        if item.code in ("personal.bsn", "personal.phone")
    ]
    assert len(told) == 2
    assert all("“Bel " in text and "•" in text for text in told)
    assert not any("12345678" in text or "111222333" in text for text in told)
