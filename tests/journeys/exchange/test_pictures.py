"""The map as SVG and PNG: real text with names, the same each time, and nothing of others on it."""

from __future__ import annotations

import re
import struct
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from journeys.errors import ExchangeError
from journeys.exchange import pictures
from journeys.exchange.wanted import wanted
from journeys.i18n import words
from journeys.model.document import Document
from journeys.model.entities import Step
from journeys.templates import sampling
from tests.journeys.studies import study

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "</text><script>alert(1)</script>\"onload='x' ]]> & <b>"


@pytest.fixture(scope="module")
def child():
    return sampling.sample("child", "nl")


@pytest.fixture(scope="module")
def png(child):
    return pictures.to_png(one_of(child))


def asked(document, *journeys, images=None):
    return wanted(document, journeys=journeys or None, images=images)


def one_of(sample):
    return asked(sample.document, next(iter(wanted(sample.document).journeys)), images=sample.images)


def drawn(given):
    return ET.fromstring(pictures.to_svg(given))  # noqa: S314 - our own


def seen(root):
    """All words on the drawing, without spaces and hyphens, as lines are broken anywhere."""
    return bare(" ".join("".join(each.itertext()) for each in root.iter(f"{SVG}text")))


def bare(text):
    return re.sub(r"[\s\u00a0\u00ad-]+", "", text)


def test_every_word_on_the_map_is_real_text(child):
    given = one_of(child)
    found, document = seen(drawn(given)), child.document
    journey = document.journeys[given.journeys[0]]
    persona = document.personas[journey.persona]
    steps = [step for step in document.steps.values() if step.journey == journey.id]
    ids = {step.id for step in steps}
    notes = [note.text for note in document.notes.values() if note.step in ids and note.kind != "quote"]
    told = [journey.title, journey.question, persona.name, *notes, *(phase.name for phase in document.phases.values())]
    for words_ in (*told, *(step.title for step in steps), *(step.body for step in steps)):
        assert bare(words_) in found, words_


def test_every_line_is_as_wide_as_it_was_measured_whatever_the_font(child):
    root = drawn(one_of(child))
    lines = [each for each in root.iter() if each.tag in (f"{SVG}text", f"{SVG}tspan") and len(each.text or "") > 1]
    assert lines
    assert all(float(each.attrib["textLength"]) > 0 for each in lines)


def test_the_drawing_says_what_it_is_and_every_step_what_it_is_called(child):
    given = one_of(child)
    root = drawn(given)
    known = {each.attrib["id"]: each for each in root.iter() if "id" in each.attrib}
    title, told = (known[id_].text for id_ in root.attrib["aria-labelledby"].split())
    assert title.startswith("Een kind krijgen")
    assert "Erkenning?" in told
    for step in child.document.steps.values():
        if step.journey == given.journeys[0]:
            lane = "steps" if step.stage == "front" else "backstage"
            name = known[f"{lane}-{step.id}"].find(f"{SVG}title").text
            assert step.title.rstrip(".") in name


def test_ids_are_unique_also_with_several_journeys_in_one_file(child):
    root = drawn(asked(child.document))
    ids = [each.attrib["id"] for each in root.iter() if "id" in each.attrib]
    assert len(ids) == len(set(ids))
    assert sum(each.tag == f"{SVG}svg" for each in root) == len(wanted(child.document).journeys)


def test_phases_stand_in_the_order_of_time(child):
    root = drawn(one_of(child))
    found = [each.attrib["aria-label"] for each in root if each.attrib.get("role") == "group"]
    order = sorted(child.document.phases.values(), key=lambda phase: phase.start_day)
    assert found == [phase.name for phase in order]


def test_pictures_and_portraits_are_in_the_file_itself(child):
    held = one_of(child)
    with_them, without = drawn(held), drawn(replace(held, images={}))
    found = [each.attrib["href"] for each in with_them.iter(f"{SVG}image")]
    assert found
    assert all(address.startswith("data:image/jpeg;base64,") for address in found)
    assert not list(without.iter(f"{SVG}image"))


def test_C13_the_signs_of_svg_in_a_title_are_text_and_nothing_can_run():
    held = study(4, 1)
    document = Document.of(replace(each, title=HOSTILE) if isinstance(each, Step) else each for _, each in held)
    root = drawn(asked(document))
    assert bare(HOSTILE) in seen(root)
    assert not [each for each in root.iter() if each.tag.rpartition("}")[2] in ("script", "a", "foreignObject", "b")]
    assert not [name for each in root.iter() for name in each.attrib if name.startswith("on")]


def test_the_same_study_gives_the_same_bytes(child, png):
    given = one_of(child)
    assert pictures.to_svg(given) == pictures.to_svg(given)
    assert pictures.to_png(given) == png


def test_a_picture_of_one_journey_names_nobody_of_another(child):
    document = child.document
    given = one_of(child)
    text = pictures.to_svg(given).decode()
    mine = document.journeys[given.journeys[0]].persona
    for persona in document.personas.values():
        assert (persona.name.replace("&", "&amp;") in text) == (persona.id == mine)


def test_a_long_journey_stands_in_bands_and_keeps_a_shape_that_fits_a_page():
    root = drawn(asked(study(80, 1)))
    wide, high = float(root.attrib["width"]), float(root.attrib["height"])
    assert 0.8 < wide / high < 2.6
    assert all(bare(f"Stap {number}") in seen(root) for number in range(1, 81))


def size_of(png):
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", png[16:24])


def test_the_picture_shows_the_same_as_the_drawing_twice_as_fine_as_a_screen(child, png):
    root = drawn(one_of(child))
    wide, high = size_of(png)
    assert wide == pytest.approx(2 * float(root.attrib["width"]), abs=2)
    assert high == pytest.approx(2 * float(root.attrib["height"]), abs=2)


def test_a_picture_says_how_large_it_is_on_paper(png):
    at = png.index(b"pHYs")
    assert struct.unpack(">IIB", png[at + 4 : at + 13]) == (7559, 7559, 1)  # 192 dots per inch


def test_the_words_of_ours_are_in_the_language_that_was_asked_for(child):
    given = replace(one_of(child), say=words("en"))
    assert bare("Behind the scenes") in seen(drawn(given))


def test_nothing_is_drawn_of_no_journey():
    for write in (pictures.to_svg, pictures.to_png):
        with pytest.raises(ExchangeError) as refused:
            write(replace(wanted(study(2, 1)), journeys=()))
        assert refused.value.code == "pictures.no_journey"


class StopError(Exception):
    pass


def test_who_watches_sees_the_work_go_on_and_can_stop_it(child):
    for write in (pictures.to_svg, pictures.to_png):
        shares = []
        write(replace(one_of(child), watch=shares.append))
        assert shares
        assert all(0 <= one <= other <= 1 for one, other in pairwise(shares))

        def stop(_):
            raise StopError

        with pytest.raises(StopError):
            write(replace(one_of(child), watch=stop))
