"""The presentation for PowerPoint: what is told on its slides, that all of it fits, and that it can be gone on with."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE as KIND

from journeys import templates
from journeys.analysis.notelist import journey_of
from journeys.errors import LevensreisError
from journeys.exchange.presentation import KEEPS, deck, to_pptx
from journeys.exchange.presentation.measure import LINE, MM, cut, lines, width
from journeys.exchange.wanted import wanted
from journeys.i18n import words
from journeys.model.document import Document
from journeys.model.entities import Study
from tests.hostile.everything import IMAGES, everything
from tests.journeys.model.strategies import documents
from tests.journeys.studies import entities, study

MM_EMU = 36_000
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


def shown(document, language="nl", journeys=None, **more):
    asked = wanted(document, words(language), journeys, **more)
    return Presentation(io.BytesIO(to_pptx(asked)))


def sample(language="nl"):
    found = templates.sample("child", language)
    return found.document, found.images


@pytest.fixture(scope="module")
def child():
    document, images = sample()
    return document, shown(document, images=images)


def texts(slide):
    """All words on a slide, those in tables too."""
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield shape.text_frame.text.replace("\v", "\n")
        if shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)


def told(file):
    """All words of all slides, and all that stands under them."""
    for slide in file.slides:
        yield from texts(slide)
        if slide.has_notes_slide:
            yield slide.notes_slide.notes_text_frame.text


def boxes(slide):
    """Everything that can be taken hold of, what is in groups as one."""
    return list(slide.shapes)


def outside(file):
    """What reaches over the edge of its slide; a form that lies on its side takes the place that one sees."""
    wide, high = file.slide_width, file.slide_height
    found = []
    for number, slide in enumerate(file.slides, 1):
        for shape in slide.shapes:
            x, y, w, h = shape.left, shape.top, shape.width, shape.height
            if getattr(shape, "rotation", 0) in {90, 270} or shape.element.xpath("p:spPr/a:xfrm[@rot='5400000']"):
                x, y, w, h = x + (w - h) / 2, y + (h - w) / 2, h, w
            if x < -1 or y < -1 or x + w > wide + 1 or y + h > high + 1:
                found.append((number, shape.name))
    return found


def room_of(shape):
    """The width for words and the height for them, in millimetres."""
    frame = shape.text_frame
    across = shape.width - (frame.margin_left or 0) - (frame.margin_right or 0)
    return across / MM_EMU, shape.height / MM_EMU


def too_full(file):
    """Boxes whose words take more room than they have, by our own measure."""
    found = []
    for number, slide in enumerate(file.slides, 1):
        for shape in slide.shapes:
            if not shape.has_text_frame or not shape.text_frame.text.strip() or shape.is_placeholder:
                continue
            across, high = room_of(shape)
            need = 0.0
            for paragraph in shape.text_frame.paragraphs:
                runs = [run for run in paragraph.runs if run.font.size]
                if runs:
                    size = max(run.font.size.pt for run in runs)
                    bold = any(run.font.bold for run in runs)
                    text = "".join(run.text for run in runs)
                    need += len(lines(text, size, across + 0.01, bold=bold)) * LINE * size * MM
            if need > high + 0.5:
                found.append((number, shape.name, round(need, 1), round(high, 1)))
    return found


def test_the_same_study_gives_the_same_bytes():
    document = everything()
    assert to_pptx(wanted(document, images=IMAGES)) == to_pptx(wanted(document, images=IMAGES))


def test_there_is_a_title_an_overview_a_slide_for_each_phase_the_gaps_and_the_actions(child):
    document, file = child
    titles = [slide.shapes.title.text_frame.text for slide in file.slides]
    assert titles[0] == document.study.title
    assert "4 reizen: 6 van 24 fasen zonder de gemeente" in titles[1]
    for phase in document.phases.values():
        assert sum(title.startswith(phase.name) for title in titles) == 4
    assert any(title.startswith("6 gaten, het ernstigst: Voorbereiden") for title in titles)
    assert titles[-1].startswith("Actielijst")


@pytest.mark.parametrize("steps", [8, 80])
def test_every_step_is_one_box_with_its_words_on_as_many_slides_as_that_needs(steps):
    document = study(steps)
    file = shown(document)
    held = [text for slide in file.slides for text in texts(slide)]
    for step in document.steps.values():
        assert sum(text.split("\n")[0] == step.title for text in held) == 1
    for note in document.notes.values():
        assert any(note.text in text for text in held)
    assert not outside(file)
    assert not too_full(file)


def test_nothing_lies_outside_its_slide_and_no_words_outside_their_box(child):
    assert not outside(child[1])
    assert not too_full(child[1])


def test_connections_are_glued_to_the_cards_at_both_ends(child):
    _, file = child
    glued = 0
    for slide in file.slides:
        ids = {shape.shape_id for shape in slide.shapes}
        for shape in slide.shapes:
            if shape.shape_type == KIND.LINE and shape.element.xpath(".//a:stCxn"):
                ends = [int(one) for one in shape.element.xpath(".//a:stCxn/@id | .//a:endCxn/@id")]
                assert len(ends) == 2
                assert set(ends) <= ids
                glued += 1
    assert glued > 10


def test_a_step_that_leads_back_is_glued_too():
    document = study(3)
    first, second, third = list(document.steps.values())[:3]
    steps = [replace(one, phase=first.phase, column=index) for index, one in enumerate((first, second, third))]
    link = replace(next(iter(document.links.values())), id="f" * 32, source=third.id, target=first.id, kind="back")
    back = Document.of([*(one for one in entities(3) if one.id not in {s.id for s in steps}), *steps, link])
    file = shown(back)
    named = [shape for slide in file.slides for shape in slide.shapes if shape.name == "Van Stap 3 naar Stap 1"]
    assert len(named) == 1
    assert not outside(file)


def test_every_slide_has_a_title_of_its_own(child):
    titles = Counter(slide.shapes.title.text_frame.text for slide in child[1].slides)
    assert [title for title, n in titles.items() if n > 1 or not title.strip()] == []


def test_the_title_is_read_first_and_the_number_last(child):
    for slide in child[1].slides:
        shapes = list(slide.shapes)
        assert shapes[0] == slide.shapes.title
        assert shapes[-1].is_placeholder


def test_what_has_no_words_has_an_alt_text_or_is_told_to_be_only_looks(child):
    for slide in child[1].slides:
        for shape in boxes(slide):
            named = next(shape.element.iter("{http://schemas.openxmlformats.org/presentationml/2006/main}cNvPr"))
            worded = shape.has_text_frame and shape.text_frame.text.strip()
            assert worded or named.get("descr") or list(named.iter(DECORATIVE)), (slide.slide_id, shape.name)


def test_the_actions_stand_in_a_native_table_with_owner_date_and_status(child):
    document, file = child
    tables = [shape.table for slide in file.slides for shape in slide.shapes if shape.has_table]
    assert [cell.text for cell in tables[0].rows[0].cells] == ["Wat", "Waar", "Wie", "Wanneer", "Status"]
    rows = [[cell.text for cell in row.cells] for table in tables for row in list(table.rows)[1:]]
    wished = [note for note in document.notes.values() if note.kind in ("opportunity", "idea")]
    assert sorted(row[0] for row in rows) == sorted(note.text for note in wished)
    for note in wished:
        row = next(row for row in rows if row[0] == note.text)
        assert row[2] == (note.owner or "nog niemand")


def test_the_facilitators_words_stand_under_the_slide_of_their_phase():
    document = study(6)
    phase = replace(next(iter(document.phases.values())), facilitator_note="Vraag eerst wie dit herkent.")
    changed = Document.of([*(one for one in entities(6) if one.id != phase.id), phase])
    under = [slide.notes_slide.notes_text_frame.text for slide in shown(changed).slides if slide.has_notes_slide]
    assert sum("Vraag eerst wie dit herkent." in text for text in under) == 1


def test_what_a_card_has_no_room_for_stands_whole_under_the_slide():
    document = study(1)
    long = "Er is heel veel te vertellen. " * 100
    step = replace(next(iter(document.steps.values())), body=long.strip())
    changed = Document.of([*(one for one in entities(1) if one.id != step.id), step])
    file = shown(changed)
    assert not too_full(file)
    assert any(step.body in slide.notes_slide.notes_text_frame.text for slide in file.slides if slide.has_notes_slide)


def test_nothing_is_told_of_journeys_that_were_not_chosen():
    document, images = sample()
    other = next(persona for persona in document.personas.values() if persona.name == "Joke & Lotte")
    chosen = next(journey.id for journey in document.journeys.values() if journey.persona != other.id)
    everything_told = "\n".join(told(shown(document, journeys=(chosen,), images=images)))
    assert other.name not in everything_told
    for step in document.steps.values():
        if document.journeys[step.journey].persona == other.id and step.body:
            assert step.body not in everything_told
    theirs = {one.id for one in document.journeys.values() if one.persona == other.id}
    ours = {note.text for note in document.notes.values() if journey_of(document, note) not in theirs}
    hidden = {note.text for note in document.notes.values()} - ours
    assert hidden
    assert [text for text in hidden if text in everything_told] == []


def test_the_words_are_in_the_language_that_was_asked_for():
    document, _ = sample("en")
    file = shown(document, "nl", (next(iter(document.journeys)),))
    tags = Counter(tag for slide in file.slides for tag in slide.shapes.element.xpath(".//a:r/a:rPr/@lang"))
    assert set(tags) == {"nl-NL", "en-GB"}
    assert any("Actielijst" in text for text in told(file))


def test_a_portrait_is_a_picture_and_a_picture_that_cannot_be_read_gives_initials():
    document, images = sample()
    one = (next(iter(document.journeys)),)
    with_portraits = shown(document, journeys=one, images=images)
    assert any(shape.shape_type == KIND.PICTURE for slide in with_portraits.slides for shape in slide.shapes)
    broken = shown(document, journeys=one, images=dict.fromkeys(images, b"no picture at all"))
    assert not any(shape.shape_type == KIND.PICTURE for slide in broken.slides for shape in slide.shapes)


def test_no_maker_no_clock_and_no_picture_of_somebody_elses_slides_is_in_the_file():
    packed = zipfile.ZipFile(io.BytesIO(to_pptx(wanted(study()))))
    assert not [name for name in packed.namelist() if "thumbnail" in name or "printer" in name]
    assert {item.date_time for item in packed.infolist()} == {deck.EPOCH}
    core = packed.read("docProps/core.xml").decode()
    assert "Canny" not in core
    assert "Een kind krijgen" in core
    assert b"Levensreis" in packed.read("docProps/app.xml")


def test_a_study_of_everything_and_an_empty_one_open_again():
    for document in (everything(), Document.of([Study("0" * 31 + "1", "Leeg")])):
        file = shown(document, images=IMAGES)
        assert len(file.slides) >= 4
        assert not outside(file)


@given(st.text("ilmW… ", max_size=300), st.floats(5, 80), st.integers(1, 4))
def test_a_text_that_is_cut_takes_no_more_lines_than_it_was_cut_to(text, room, most):
    assert len(lines(cut(text, 14, room, most), 14, room)) <= most


@given(st.text("ilmW", min_size=1, max_size=300), st.floats(8, 80))
def test_no_line_is_wider_than_its_room(word, room):
    assert max(width(line, 14) for line in lines(word, 14, room)) <= room + 1e-6


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_any_study_becomes_slides_within_their_edges(document):
    file = shown(document)
    assert not outside(file)
    assert not too_full(file)


def test_who_does_not_wait_any_more_gets_nothing():
    class StoppedError(LevensreisError):
        pass

    def watch(_share):
        raise StoppedError("stopped")

    with pytest.raises(StoppedError):
        to_pptx(wanted(study(), watch=watch))


def test_what_is_said_to_be_kept_is_on_a_slide_or_under_it():
    document = everything()
    everything_told = "\n".join(told(shown(document, images=IMAGES)))
    journeys = {one.id: one for one in document.journeys.values() if one.parent_step is None}
    kept = [text for one in journeys.values() for text in (one.question, document.personas[one.persona].quote,
                                                           document.personas[one.persona].context)]  # fmt: skip
    kept += [phase.facilitator_note for phase in document.phases.values()]
    for step in document.steps.values():
        if step.journey in journeys:
            kept += [step.title, step.body, step.place, step.evidence.note]
            kept += [document.sources[id_].title for id_ in step.evidence.sources]
            kept += [document.parties[one.passes_on_for].name for one in step.contacts if one.passes_on_for]
    kept += [link.label for link in document.links.values() if document.steps[link.source].journey in journeys]
    for note in document.notes.values():
        kept += [note.text, note.owner, f"{note.due.day} " if note.due else ""]
    assert [text for text in kept if text not in everything_told] == []
    assert {"note", "step.body", "note.work", "link.label", "step.passes_on"} <= KEEPS


def test_no_two_shapes_of_a_slide_have_one_number(child):
    for slide in child[1].slides:
        ids = slide.shapes.element.xpath(".//p:cNvPr/@id")
        assert len(ids) == len(set(ids))


def test_a_step_behind_the_scenes_stands_whole_on_its_chip_where_the_slide_has_room(child):
    _, file = child
    found = [text for slide in file.slides for text in texts(slide)]
    assert "Burgerzaken → verloskundigen · Burgerzaken" in found
