"""What the report says: gaps, work to be done, people, sources, and what was not asked for."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise

import pytest

from journeys import templates
from journeys.analysis.findings import overview
from journeys.errors import UsageError
from journeys.i18n import words
from journeys.layout.drawing import Box, Mark, Text
from journeys.layout.text import unbroken
from journeys.model.document import Document
from journeys.model.entities import Fact, Journey, Note, Persona, Stance, Step
from journeys.model.values import Evidence
from journeys.poster.kinds.report import names
from tests.journeys import studies
from tests.journeys.poster import awkward, rich
from tests.journeys.poster.reading import run_together
from tests.journeys.poster.reports import DAY, made, one_id, read, said, with_notes


def action(base, **values):
    journey, phase = next(iter(base.journeys)), next(iter(base.phases))
    return Note(one_id(99), **{"kind": "opportunity", "text": "Kaart bij de echo", "journey": journey, "phase": phase,
                               **values})  # fmt: skip


def test_what_is_overdue_says_so_only_when_a_day_to_judge_by_is_given():
    base = studies.study(8)
    late = with_notes(base, action(base, due=dt.date(2026, 11, 1), owner="Burgerzaken"))
    assert "telaat" in read(late, on=DAY)
    assert "telaat" not in read(late)
    assert "telaat" not in read(with_notes(base, replace(late.notes[one_id(99)], status="done")), on=DAY)
    assert "1november2026" in read(late)


def test_work_without_an_owner_is_nobodys_yet_and_open_work_comes_first():
    base = studies.study(8)
    done = action(base, status="done", text="Al gedaan", owner="Wijkteam")
    found = read(with_notes(base, done, replace(action(base), id=one_id(98), order=5)))
    assert "nogniemand" in found
    assert found.index("Kaartbijdeecho") < found.index("Algedaan")


def test_an_opportunity_in_a_gap_carries_the_number_of_that_gap():
    document = awkward.full_of_gaps()
    (journey,), worst = document.journeys, overview(document).journeys[0].gaps[0]
    note = Note(one_id(99), "idea", "Iets doen", journey=journey, phase=worst.phase)
    (layer,) = [
        layer for sheet in made(with_notes(document, note)) for layer in sheet.drawing.layers
        if layer.lane.startswith("actions/") and any(isinstance(one, Text) and one.alt for one in layer.elements)
    ]  # fmt: skip
    assert [one.alt for one in layer.elements if isinstance(one, Text) and one.alt] == ["gat 1"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_gaps_stand_in_order_of_severity_with_their_reasons_and_where_people_are(language):
    document = templates.create("child", language)
    found = [gap for one in overview(document).journeys for gap in one.gaps]
    some = made(document, language)
    meters = [text for text in said(some) if text.startswith(("ernst ", "severity "))]
    assert [int(text.split()[1]) for text in meters] == sorted((gap.severity for gap in found), reverse=True)
    if found:
        assert any(document.parties[reach.party].name in " ".join(said(some)) for reach in found[0].reach)


def test_a_study_without_steps_says_so_in_words():
    found = read(studies.study(0))
    assert run_together("Er is nog geen stap ingevuld.") in found
    assert run_together("De beleving is nog niet ingevuld.") in found
    assert run_together("Er zijn nog geen kansen of ideeën genoteerd.") in found
    assert run_together("Er is nog niets ingevuld waaruit gaten kunnen blijken.") in found


def test_a_study_without_journeys_still_makes_a_report():
    base = studies.study(0)
    bare = Document.of(entity for (kind, _), entity in base if kind not in {"journey", "persona"})
    assert run_together("Deze studie heeft nog geen reis.") in read(bare)


def test_a_study_without_anything_but_itself_makes_a_report():
    base = studies.study(0)
    kept = {"study", "moment"}
    bare = Document.of(replace(e, scope=None) if k == "study" else e for (k, _), e in base if k in kept)
    assert len(made(bare)) > 2


def test_only_the_journeys_that_were_asked_for_are_told_and_the_others_are_counted():
    document = studies.study(8, 3)
    wanted = list(document.journeys)[1]
    found = read(document, journeys=(wanted,))
    assert "Persona2" in found
    assert "Persona3" not in found
    assert run_together("2 reizen van deze studie staan niet in dit rapport") in found
    with pytest.raises(UsageError):
        made(document, journeys=("0" * 32,))


def test_only_the_notes_that_were_asked_for_are_told():
    document = rich.rich(40, 3)
    found = read(document, notes=("pain",))
    kinds = {kind: [n.text for n in document.notes.values() if n.kind == kind] for kind in ("pain", "remark")}
    assert all(run_together(text) in found for text in kinds["pain"])
    assert run_together("Opmerking") not in found


def test_the_portrait_stands_over_the_disc_with_the_initials():
    document = studies.study(8)
    ((sheet, face),) = [(sheet, face) for sheet in made(document) for face in sheet.portraits]
    discs = [
        (layer.origin[0] + box.rect.x, layer.origin[1] + box.rect.y, box.rect.w)
        for layer in sheet.drawing.layers for box in layer.elements if isinstance(box, Box) and box.radius > 5
    ]  # fmt: skip
    assert (face.disc.x, face.disc.y, face.disc.w) in [pytest.approx(disc) for disc in discs]
    assert face.persona in document.personas


def test_the_picture_is_told_in_words_and_shows_a_face_for_every_feeling():
    document = studies.study(8)
    sheet = next(sheet for sheet in made(document) if sheet.alts)
    (alt,) = sheet.alts.values()
    assert "Zwanger!: aanwezig" in alt
    assert "De hartslag begint bij −2" in alt
    assert "eindigt bij" in alt
    (figure,) = [layer for layer in sheet.drawing.layers if layer.name in sheet.alts]
    faces = [one for one in figure.elements if isinstance(one, Mark) and one.name.startswith("face")]
    assert len(faces) == sum(step.emotion is not None for step in document.steps.values())


def test_many_feelings_leave_out_faces_that_would_cover_each_other_but_never_the_worst():
    document = studies.study(300)
    sheet = next(sheet for sheet in made(document) if sheet.alts)
    figure = next(layer for layer in sheet.drawing.layers if layer.name in sheet.alts)
    faces = sorted(one.x for one in figure.elements if isinstance(one, Mark) and one.name.startswith("face"))
    assert 10 < len(faces) < 60
    assert any(one.name == "face-2" for one in figure.elements if isinstance(one, Mark))
    assert min(right - left for left, right in pairwise(faces)) > 3
    assert "gemiddelde" in read(document)
    assert "gemiddelde" not in read(studies.study(60))


def test_absences_on_purpose_stand_with_their_reason_and_who_said_it():
    base = studies.study(0)
    journey, phase, scope = next(iter(base.journeys)), next(iter(base.phases)), base.study.scope
    stance = Stance(one_id(5), journey, phase, scope, "Hier is rust nodig.", "Team Jeugd", DAY)
    found = read(with_notes(base, stance))
    assert all(run_together(text) in found for text in ("Hier is rust nodig.", "Team Jeugd", "21 november 2026"))


def test_facts_stand_with_their_source_and_are_no_legal_advice():
    base = studies.study(0)
    fact = Fact(one_id(5), "Binnen drie dagen.", "statutory", "Burgerlijk Wetboek", "https://wetten.example", DAY)
    found = read(with_notes(base, fact))
    assert all(run_together(t) in found for t in (fact.text, fact.source_title, fact.source_url, "juridisch advies"))


def test_a_process_behind_a_step_is_told_as_such():
    base = studies.study(8)
    step = next(iter(base.steps))
    persona = next(iter(base.personas))
    inner = Journey(one_id(3), persona, "Achter de balie", parent_step=step)
    found = read(with_notes(base, inner, Step(one_id(4), inner.id, next(iter(base.phases)), title="Akte opmaken")))
    assert run_together("Dit is het proces achter de stap") in found
    assert "Akteopmaken" in found


def test_a_persona_with_two_journeys_is_introduced_once():
    base = studies.study(8)
    told = {id_: replace(one, context="Zij woont in Buurdorp.") for id_, one in base.personas.items()}
    (persona,) = told
    desired = Journey(one_id(3), persona, "Zoals het zou moeten", variant="desired", order=1)
    document = Document.of([*(told.get(entity.id, entity) for _, entity in base), desired])
    found = read(document)
    assert isinstance(told[persona], Persona)
    assert found.count("ZijwoontinBuurdorp") == 1
    assert "(gewenst)" in found


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_built_in_life_event_is_called_as_its_template_calls_it(language):
    found = {code: titles[language] for code, titles in templates.life_events()}
    assert {code: words(language)(name) for code, name in names.LIFE_EVENTS.items()} == found


def test_the_address_that_was_asked_for_is_a_code_with_words():
    (sheet, *_) = made(studies.study(4), link="https://voorbeeldstad.example/kind")
    assert "QR-code: https://voorbeeldstad.example/kind" in sheet.alts.values()
    assert sum(isinstance(one, Box) and one.fill == "sheet.qr" for one in sheet.drawing.layers[0].elements) > 100


def test_assumptions_on_which_much_depends_are_listed_to_be_checked():
    base = studies.study(0)
    journey, phase = next(iter(base.journeys)), next(iter(base.phases))
    sure = Step(one_id(3), journey, phase, title="Vertrouwd", emotion=-2, evidence=Evidence("observed"), column=1)
    unsure = Step(one_id(4), journey, phase, title="Vermoed", emotion=-2)
    some = made(with_notes(base, sure, unsure))
    rows = [
        unbroken(one.lines)
        for sheet in some
        for layer in sheet.drawing.layers
        if layer.lane.startswith("doubts/")
        for one in layer.elements
        if isinstance(one, Text)
    ]
    assert "Vermoed" in rows
    assert "Vertrouwd" not in rows


def test_a_row_of_ones_own_is_told_unless_it_is_hidden():
    document = rich.rich(10)
    assert run_together("Nog uitzoeken") in read(document)
    assert run_together("Nog uitzoeken") not in read(rich.hidden(document, "text"))
