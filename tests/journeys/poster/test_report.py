"""The report: everything the study says, on pages that read well, with contents that are right."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise

import pytest

from journeys import poster, templates
from journeys.analysis.findings import overview
from journeys.errors import UsageError
from journeys.i18n import words
from journeys.layout.drawing import Box, Mark, Text
from journeys.layout.text import unbroken
from journeys.model.document import Document
from journeys.model.entities import Fact, Journey, Note, Persona, Stance, Step
from journeys.model.values import Evidence
from journeys.poster.kinds.report import bound, names, paper_of, sheets
from journeys.poster.kinds.report.setting import BOTTOM_MM, SIDE_MM, TOP_MM
from journeys.poster.request import Request
from tests.journeys import studies
from tests.journeys.poster import awkward, geometry, rich
from tests.journeys.poster.reading import poppler, run_together, words_of

DAY = dt.date(2026, 11, 21)
COLUMN_TOP, COLUMN_BOTTOM = TOP_MM, 297 - BOTTOM_MM


def made(document, language="nl", **options):
    request = Request(kind="report", language=language, **options)
    return sheets(document, request, words(language))


def said(some) -> list[str]:
    """Every text in reading order, broken words whole again; what runs along on each page left out."""
    return [
        unbroken(one.lines)
        for sheet in some
        for layer in sheet.drawing.layers
        for one in layer.elements
        if isinstance(one, Text) and layer.lane != "running"
    ]


def read(document, language="nl", **options) -> str:
    return run_together(" ".join(said(made(document, language, **options))))


def with_notes(document, *notes):
    return Document.of([*(entity for _, entity in document), *notes])


def one_id(number: int) -> str:
    return f"{number:032x}"


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
    held = []
    kept = bound.dealt
    monkeypatch.setattr(
        bound, "dealt", lambda pieces, height: held.append((pieces, kept(pieces, height))) or held[-1][1]
    )
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
    for key, title in jumps.items():
        words = title.partition(". ")[2].split(" · ")[0] if key.startswith("gap/") else title
        assert run_together(words) in run_together(" ".join(said([some[begins[key] - 1]])))
        assert f"{begins[key]}{run_together(title)}" in listed
    assert any(one.alt == f"{word} {begins['gaps']}" for sheet in some for layer in sheet.drawing.layers
               for one in layer.elements if isinstance(one, Text))  # fmt: skip


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
    assert run_together("Dit onderzoek heeft nog geen reis.") in read(bare)


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
    assert run_together("2 reizen van dit onderzoek staan niet in dit rapport") in found
    with pytest.raises(UsageError):
        made(document, journeys=("0" * 32,))


def test_only_the_notes_that_were_asked_for_are_told():
    document = rich.rich(40, 3)
    found = read(document, notes=("pain",))
    kinds = {kind: [n.text for n in document.notes.values() if n.kind == kind] for kind in ("pain", "remark")}
    assert all(run_together(text) in found for text in kinds["pain"])
    assert run_together("Opmerking") not in found


def test_paper_for_a_wall_becomes_upright_a4_and_other_paper_is_taken_as_asked():
    assert paper_of(Request(kind="report")) == (210, 297)
    assert paper_of(Request(kind="report", paper="A0", portrait=False)) == (210, 297)
    assert paper_of(Request(kind="report", paper="A3", portrait=True)) == (297, 420)
    (large, *_) = made(studies.study(8), paper="A3", portrait=True)
    assert large.drawing.height == 420


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


def test_it_can_be_stopped():
    class StopError(Exception):
        pass

    def watch(share: float) -> None:
        if share > 0.2:
            raise StopError

    with pytest.raises(StopError):
        sheets(studies.study(12, 3), Request(kind="report"), words("nl"), watch)


def test_hostile_words_are_set_as_they_are(tmp_path):
    for text in awkward.HOSTILE:
        assert read(awkward.said(text)).count(run_together(text)) >= 4


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
