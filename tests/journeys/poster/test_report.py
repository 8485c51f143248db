"""The report: everything the study says, on pages that read well, with contents that are right."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journeys import poster, templates
from journeys.layout.drawing import Text
from journeys.model.entities import Note
from journeys.poster.kinds.report import bound, paper_of
from journeys.poster.kinds.report.setting import BOTTOM_MM, SIDE_MM, TOP_MM
from journeys.poster.request import Request
from tests.journeys import studies
from tests.journeys.poster import awkward, geometry, rich
from tests.journeys.poster.reading import poppler, run_together, words_of
from tests.journeys.poster.reports import DAY, made, one_id, read, said, with_notes

COLUMN_TOP, COLUMN_BOTTOM = TOP_MM, 297 - BOTTOM_MM


STUDIES = {
    "plain": lambda: studies.study(20, 2),
    "wordy": lambda: awkward.wordy(12),
    "gaps": awkward.full_of_gaps,
    "rich": lambda: rich.rich(40, 3),
    "child": lambda: templates.create("child", "nl"),
    "empty": lambda: studies.study(0),
}


@pytest.fixture(params=STUDIES, scope="module")
def document(request):
    return STUDIES[request.param]()


@pytest.fixture(scope="module")
def pages(document):
    return made(document, on=DAY)


def test_everything_that_the_study_says_is_in_the_report(document, pages):
    found = run_together(" ".join(said(pages)))
    journeys = set(document.journeys)
    texts = [text for s in document.steps.values() for text in (s.title, s.body, s.place, s.evidence.note)]
    texts += [note.text for note in document.notes.values()]
    texts += [phase.name for phase in document.phases.values()]
    texts += [text for p in document.personas.values() for text in (p.name, p.tagline, p.quote, p.context)]
    texts += [text for j in document.journeys.values() for text in (j.title, j.question)]
    texts += [one.reason for one in document.stances.values() if one.journey in journeys]
    texts += [text for fact in document.facts.values() for text in (fact.text, fact.source_title, fact.source_url)]
    texts += [source.title for source in document.sources.values()]
    texts += [cell.text for cell in document.cells.values()]
    missing = [text for text in texts if any(run_together(part) not in found for part in text.split("\n"))]
    assert missing == []


def test_nothing_stands_outside_the_margins(pages):
    for sheet in pages:
        assert (sheet.drawing.width, sheet.drawing.height) == (210, 297)
        for spot in geometry.texts(sheet.drawing):
            assert SIDE_MM - 0.3 <= spot.left <= spot.right <= 210 - SIDE_MM + 0.3, spot
            assert 10 <= spot.top <= spot.bottom <= 287
        for layer in sheet.drawing.layers:
            if layer.lane != "running":
                assert layer.rect.y >= COLUMN_TOP - 0.01
                assert layer.rect.y + layer.rect.h <= COLUMN_BOTTOM + 0.01


def test_all_words_stand_in_the_room_of_their_layer(pages):
    for sheet in pages:
        for layer in sheet.drawing.layers:
            for spot in geometry.texts(sheet.drawing._replace(layers=(layer,))):
                assert layer.rect.y - 1.5 <= spot.top <= spot.bottom <= layer.rect.y + layer.rect.h, spot


def test_no_words_lie_over_other_words(pages):
    for sheet in pages:
        spots = sorted((spot for spot in geometry.texts(sheet.drawing) if spot.what.strip()), key=lambda one: one.top)
        for index, one in enumerate(spots):
            for other in spots[index + 1 :]:
                if other.top >= one.bottom - 0.05:
                    break
                assert other.left >= one.right - 0.05 or other.right <= one.left + 0.05, (one, other)


def test_no_heading_is_the_last_on_its_page(pages):
    for sheet in pages:
        layers = [layer for layer in sheet.drawing.layers if layer.lane != "running"]
        roles = [one.role for one in layers[-1].elements if isinstance(one, Text)]
        assert not {"heading", "subheading", "title"}.intersection(roles), layers[-1]


def test_at_least_two_lines_of_a_paragraph_stand_together(document, monkeypatch):
    held, kept = [], bound.dealt

    def dealt(pieces, height):
        held.append((pieces, kept(pieces, height)))
        return held[-1][1]

    monkeypatch.setattr(bound, "dealt", dealt)
    made(document)
    ((pieces, leaves),) = held
    for leaf in leaves:
        for one in leaf.stretches:
            whole = len(pieces[one.piece].slices)
            assert one.stop - one.first >= min(2, whole)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_contents_name_the_page_on_which_each_chapter_begins(language):
    some = made(templates.create("child", language), language)
    jumps = {jump.key: jump.title for sheet in some for jump in sheet.jumps}
    begins = {place.key: number for number, sheet in enumerate(some, 1) for place in sheet.places}
    listed = run_together(" ".join(said(some)))
    word = {"nl": "pagina", "en": "page"}[language]
    assert len(jumps) > 8
    for key, told in jumps.items():
        title, _, page = told.rpartition(", ")
        assert page == f"{word} {begins[key]}", "who hears the contents hears the page after the words"
        name = title if key.startswith("gap/") else title.partition(" ")[2]
        words = name.partition(". ")[2].split(" · ")[0] if key.startswith("gap/") else name
        assert run_together(words) in run_together(" ".join(said([some[begins[key] - 1]])))
        assert f"{begins[key]}{run_together(name)}" in listed


def test_the_pages_are_counted_and_the_first_has_nothing_above_it(pages):
    running = [{one.lines[0] for layer in sheet.drawing.layers if layer.lane == "running"
                for one in layer.elements if isinstance(one, Text)} for sheet in pages]  # fmt: skip
    assert all(f"pagina {number} van {len(pages)}" in some for number, some in enumerate(running, 1))
    assert len(running[0]) == 2


def test_a_note_of_twenty_thousand_characters_flows_over_pages():
    base = studies.study(6)
    step = next(iter(base.steps))
    long = " ".join(f"woord{number}" for number in range(2200))
    some = made(with_notes(base, Note(one_id(7), "need", long, step=step)))
    found = [words for words in said(some) if words.startswith("woord")]
    assert len(long) > 20_000
    assert run_together(long) in run_together(" ".join(found))
    assert len(some) > len(made(base)) + 2


def heads(sheet, title: str) -> int:
    return sum(one.lines == (title,) for layer in sheet.drawing.layers for one in layer.elements
               if isinstance(one, Text) and layer.lane.endswith("/head"))  # fmt: skip


def test_a_table_over_several_pages_has_its_head_on_each():
    some = made(studies.study(120))
    own = [sheet for sheet in some if any("steps/" in layer.lane for layer in sheet.drawing.layers)]
    assert len(own) > 3
    assert all(heads(sheet, "Stap") == 1 for sheet in own)
    assert sum("(vervolg)" in text for sheet in own for text in said([sheet])) >= 1


def test_paper_for_a_wall_becomes_upright_a4_and_other_paper_is_taken_as_asked():
    assert paper_of(Request(kind="report")) == (210, 297)
    assert paper_of(Request(kind="report", paper="A0", portrait=False)) == (210, 297)
    assert paper_of(Request(kind="report", paper="A3", portrait=True)) == (297, 420)
    (large, *_) = made(studies.study(8), paper="A3", portrait=True)
    assert large.drawing.height == 420


def test_the_same_study_gives_the_same_bytes_and_every_page_is_a4():
    document = studies.study(12)
    first = poster.render(document, Request(kind="report", on=DAY))
    assert first == poster.render(document, Request(kind="report", on=DAY))
    assert run_together("Een kind krijgen") in run_together(words_of(first))


def test_it_is_tagged_with_one_title_headings_in_levels_and_tables(tmp_path):
    pdf = poster.render(studies.study(12), Request(kind="report", language="nl"))
    tree = [line.strip() for line in poppler("pdfinfo", pdf, tmp_path, "-struct").splitlines()]
    tags = [line.split()[0].strip(":") for line in tree if line]
    assert tags.count("H1") == 1
    assert tags.count("H2") >= 7
    assert tags.index("H1") < tags.index("H2") < tags.index("H3")
    assert {"Table", "TH", "TD", "Figure", "L", "LI"} <= set(tags)


def test_chapters_and_gaps_are_in_the_outline_once(tmp_path):
    some = made(awkward.full_of_gaps(4))
    places = [(place.level, place.title) for sheet in some for place in sheet.places]
    assert places[0] == (0, "Een kind krijgen")
    assert [title for level, title in places if level == 0][1] == "1 Leeswijzer"
    assert sum(level == 1 for level, _ in places) == 3
    assert len({place.key for sheet in some for place in sheet.places}) == len(places)


def test_hostile_words_are_set_as_they_are(tmp_path):
    for text in awkward.HOSTILE:
        assert read(awkward.said(text)).count(run_together(text)) >= 4


@pytest.mark.parametrize("paper", ["A4", "148x148", "5000x148", "148x5000", "1000x1000"])
@pytest.mark.parametrize("margin", [None, 0.0, 29.0])
def test_names_as_long_as_they_can_be_fit_any_paper(paper, margin):
    wide = "W" * 200
    document = awkward.changed(
        awkward.full_of_gaps(3),
        lambda one, _: replace(
            one,
            **{name: wide for name in ("title", "name", "tagline", "quote", "question", "place") if hasattr(one, name)},
        ),
    )
    some = made(document, paper=paper, margin=margin)
    for sheet in some:
        for spot in geometry.texts(sheet.drawing):
            assert -0.5 <= spot.left <= spot.right <= sheet.drawing.width + 0.5
            assert 0 <= spot.top <= spot.bottom <= sheet.drawing.height
