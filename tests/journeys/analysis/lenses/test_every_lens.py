"""What holds for the findings of every lens, on any study."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from journeys import templates
from journeys.analysis import lenses
from journeys.analysis.finding import LENSES
from journeys.analysis.lenses.marks import marks
from journeys.analysis.scene import scene
from journeys.model.document import Document
from journeys.model.entities import Mute
from journeys.model.integrity import check_document
from tests.journeys.analysis.lenses.fuller import TODAY, fuller
from tests.journeys.analysis.lenses.told import flaws, sign_flaws
from tests.journeys.model import strategies

EVENTS = [code for code, _ in templates.life_events()]


@pytest.mark.parametrize("code", EVENTS)
def test_every_finding_of_a_life_event_has_words_traceable_numbers_and_subjects_of_its_own(code):
    assert flaws(scene(templates.create(code, "nl"), today=TODAY)) == []


def test_every_finding_of_a_full_study_has_words_traceable_numbers_and_subjects_of_its_own():
    document = fuller()
    assert check_document(document) == []
    assert flaws(scene(document, today=TODAY)) == []


def test_every_lens_finds_something_in_a_full_study():
    heard = lenses.findings(scene(fuller(), today=TODAY))
    assert {finding.lens for finding in heard.findings} == set(LENSES)


def test_signs_on_the_map_are_short_in_both_languages():
    assert list(sign_flaws()) == []


def test_an_empty_study_has_no_findings_and_no_marks():
    seen = scene(templates.create("child", "nl", personas=False), today=TODAY)
    about = {finding.journey for finding in lenses.findings(seen).findings}
    assert about <= {None}


def _shuffled(document: Document, seed: int) -> Document:
    """The same study, its dicts filled in another order."""
    dice, tables = random.Random(seed), {}
    for kind, table in document.tables.items():
        entries = list(table.items())
        dice.shuffle(entries)
        tables[kind] = dict(entries)
    return Document(tables)


def _all(document: Document, lens: str) -> tuple[object, object]:
    seen = scene(document, today=TODAY)
    heard = lenses.findings(seen, [lens])
    return heard, {journey: dict(marks(seen, lens, journey)) for journey in document.journeys}


@pytest.mark.parametrize("lens", LENSES)
def test_findings_and_their_order_do_not_hang_on_the_order_of_the_dicts(lens):
    document = fuller()
    first, shown = _all(document, lens)
    for seed in range(3):
        again, marked = _all(_shuffled(document, seed), lens)
        assert again == first
        assert marked == shown


@settings(max_examples=12, phases=(Phase.explicit, Phase.generate))  # to shrink a whole study takes minutes
@given(document=strategies.documents(), seed=st.integers(0, 99))
def test_any_study_has_sound_findings_whatever_the_order_of_its_dicts(document, seed):
    assert flaws(scene(document, today=TODAY), odd=True) == []
    turned = _shuffled(document, seed)
    for lens in LENSES:
        assert _all(document, lens) == _all(turned, lens)


def test_a_muted_finding_is_kept_apart_with_its_mute_whichever_way_its_subjects_are_written():
    document = fuller()
    found = lenses.findings(scene(document, today=TODAY)).findings
    wanted = max(found, key=lambda finding: len(finding.subjects))
    mute = Mute("c" * 32, wanted.code, wanted.subjects[::-1], "Weten we")
    heard = lenses.findings(scene(Document.of([*(e for _, e in document), mute]), today=TODAY))
    assert heard.muted == ((wanted, mute),)
    assert heard.findings == tuple(finding for finding in found if finding != wanted)


def test_of_two_mutes_of_one_finding_the_same_counts_in_any_order():
    document = fuller()
    wanted = lenses.findings(scene(document, today=TODAY)).findings[0]
    two = [Mute(id_ * 32, wanted.code, wanted.subjects, id_) for id_ in "bc"]
    orders = [Document.of([*(e for _, e in document), *mutes]) for mutes in (two, two[::-1])]
    kept = [lenses.findings(scene(each, today=TODAY)).muted[0][1] for each in orders]
    assert kept[0] == kept[1]


def test_a_finding_that_is_no_longer_about_the_same_is_told_again():
    document = fuller()
    wanted = next(f for f in lenses.findings(scene(document, today=TODAY)).findings if len(f.subjects) > 1)
    mute = Mute("c" * 32, wanted.code, wanted.subjects[1:], "Weten we")
    heard = lenses.findings(scene(Document.of([*(e for _, e in document), mute]), today=TODAY))
    assert wanted in heard.findings


def test_a_study_with_many_loose_steps_names_no_more_subjects_than_a_mute_holds():
    document = fuller(260, 1)
    bare = Document.of(replace(e, contacts=(), nobody=False) if kind == "step" else e for (kind, _), e in document)
    assert flaws(scene(bare, today=TODAY)) == []
