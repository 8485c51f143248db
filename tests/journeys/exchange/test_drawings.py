"""The map for draw.io and for Obsidian: nothing overlaps, all of it is there, and nothing that people wrote acts."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import HealthCheck, given, settings

from journeys.exchange import canvas, drawio
from journeys.exchange.shapes import boards
from journeys.exchange.shapes.arrows import Spot, sides_of
from journeys.exchange.shapes.laying import high
from journeys.exchange.wanted import wanted
from journeys.i18n import words
from journeys.model.entities import Link, Note, Step
from tests.golden.texts import as_before
from tests.hostile import everything
from tests.journeys.exchange.drawings import canvas_problems, cells, drawio_problems, label, pages
from tests.journeys.model.strategies import documents
from tests.journeys.studies import study

HANDS = {"canvas": canvas.HAND, "drawio": drawio.HAND}
STUDIES = {"none": study(0), "eight": study(8, personas=2), "eighty": study(80), "all": everything.everything()}
ACTING = "<img src=x onerror=alert(1)> </b> ]]> & &lt; [[Geheim]] ![](x) %%x%% ==x== #x `x` $x$"


def changed(document, *entities):
    made = document.snapshot()
    made.write({(kind, new.id): (made.get((kind, new.id)), new) for kind, new in entities})
    return made


def with_title(title, document=None):
    document = document or study(3)
    step = next(iter(document.steps.values()))
    return changed(document, ("step", replace(step, title=title, body=title, place=title)))


def overlap(one, other):
    return (
        one.x < other.x + other.w and other.x < one.x + one.w and one.y < other.y + other.h and other.y < one.y + one.h
    )


def within(inner, outer):
    return (
        outer.x <= inner.x and outer.y <= inner.y
        and inner.x + inner.w <= outer.x + outer.w and inner.y + inner.h <= outer.y + outer.h
    )  # fmt: skip


def check_room(board, hand):
    for one, other in pairwise(board.frames):
        assert not overlap(one.rect, other.rect)
    for frame in board.frames:
        assert all(within(card.rect, frame.rect) for card in frame.cards)
        assert all(card.rect.y >= frame.rect.y + frame.head for card in frame.cards)
        for one, other in combinations(frame.cards, 2):
            assert not overlap(one.rect, other.rect), (one, other)
    for head in board.heads:
        assert within(head.rect, board.rect)
        assert not any(overlap(head.rect, frame.rect) for frame in board.frames)
    for card in (card for frame in board.frames for card in frame.cards if card.kind != "beat"):
        assert card.rect.h >= high(card.lines, card.rect.w, hand, "nl")


# Where things stand


@pytest.mark.parametrize("hand", HANDS)
@pytest.mark.parametrize("name", STUDIES)
def test_no_card_lies_on_another_and_each_lies_in_its_phase(name, hand):
    document = STUDIES[name]
    found = list(boards(wanted(document), HANDS[hand]))
    for board in found:
        check_room(board, HANDS[hand])
    shown = {card.id for board in found for frame in board.frames for card in frame.cards}
    chosen = set(wanted(document).journeys)
    assert {step.id for step in document.steps.values() if step.journey in chosen} <= shown
    assert {note.id for note in document.notes.values() if note.text and note.step in shown} <= shown


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_any_study_is_drawn_without_overlap_and_in_the_published_structure(document):
    asked = wanted(document)
    for hand in HANDS.values():
        for board in boards(asked, hand):
            check_room(board, hand)
    assert canvas_problems(canvas.write(asked)) == []
    assert drawio_problems(drawio.write(asked)) == []


def test_phases_follow_each_other_and_steps_stand_as_on_the_map():
    (board,) = boards(wanted(study(8)), drawio.HAND)
    assert [frame.rect.x for frame in board.frames] == sorted(frame.rect.x for frame in board.frames)
    tops = {card.rect.y for frame in board.frames for card in frame.cards if card.kind == "step"}
    assert len(tops) == 1


@pytest.mark.parametrize(
    ("source", "target", "sides"),
    [
        (Spot(0, False, 0), Spot(1, False, 0), ("right", "left")),
        (Spot(0, False, 0), Spot(2, False, 0), ("top", "top")),
        (Spot(2, False, 0), Spot(0, False, 0), ("top", "top")),
        (Spot(1, False, 0), Spot(1, True, 0), ("bottom", "top")),
        (Spot(1, False, 1), Spot(1, False, 0), ("top", "bottom")),
    ],
)
def test_an_arrow_leads_beside_below_or_over_other_cards(source, target, sides):
    assert sides_of(source, target, {0, 1, 2}) == sides


def test_the_line_of_the_heartbeat_goes_through_all_that_was_felt():
    document = study(8)
    (board,) = boards(wanted(document), drawio.HAND)
    beats = {card.about: card.rect.y for frame in board.frames for card in frame.cards if card.kind == "beat"}
    felt = {step.id: step.emotion for step in document.steps.values() if step.emotion is not None}
    assert beats.keys() == felt.keys()
    assert sorted(felt, key=lambda step: (-felt[step], step)) == sorted(felt, key=lambda step: (beats[step], step))
    assert sum(arrow.kind == "beat" for arrow in board.arrows) == len(felt) - 1


# What is said


def test_a_gap_is_said_in_words_and_drawn_in_dashes():
    found = cells(drawio.write(wanted(study(8), words("en"))))
    shown = [cell for id_, cell in found.items() if id_.startswith("presence-")]
    gaps = [cell for cell in shown if "strokeWidth=2" in cell.get("style")]
    assert gaps
    assert all("dashed=1" in cell.get("style") for cell in gaps)
    assert all("absent" in label(cell.get("value"))[1] for cell in gaps)


def test_a_card_says_contact_emotion_and_what_else_is_on_the_map():
    document = everything.everything()
    said = canvas.write(wanted(document, words("en"))).decode()
    texts = [node["text"] for node in json.loads(said)["nodes"] if node["type"] == "text"]
    step = next(step for step in document.steps.values() if step.emotion is not None and step.contacts)
    card = next(text for text in texts if text.startswith(f"**{step.title}**"))
    assert document.parties[step.contacts[0].party].name in card
    assert "Emotion: " in card


def test_a_line_says_what_kind_it_is_because_colour_says_nothing():
    document = study(4)
    first, *_, last = document.steps.values()
    made = changed(document, ("link", Link("f" * 32, last.id, first.id, "Nog eens", "back")))
    edges = {edge["id"]: edge for edge in json.loads(canvas.write(wanted(made, words("nl"))))["edges"]}
    assert edges["f" * 32]["label"] == "Nog eens (Terug)"
    cell = cells(drawio.write(wanted(made)))["f" * 32]
    assert (cell.get("source"), cell.get("target")) == (last.id, first.id)
    assert "dashed=1" in cell.get("style")


def test_a_note_in_a_column_with_two_steps_says_to_which_it_belongs():
    document = study(2)
    step = next(iter(document.steps.values()))
    beside = Step("e" * 32, step.journey, step.phase, column=step.column, track=9, title="Ernaast")
    made = changed(document, ("step", beside), ("note", Note("d" * 32, "pain", "Lang wachten", step=beside.id)))
    texts = {node["id"]: node.get("text", "") for node in json.loads(canvas.write(wanted(made, words("en"))))["nodes"]}
    assert texts["d" * 32] == "**Pain point**  \nLang wachten  \nStep: Ernaast"


def test_a_file_of_one_journey_tells_nothing_of_another():
    document = study(6, personas=3)
    first, *others = document.journeys.values()
    asked = wanted(document, journeys=(first.id,))
    hidden = {step.id for step in document.steps.values() if step.journey != first.id}
    hidden |= {document.personas[journey.persona].name for journey in others}
    for said in (canvas.write(asked).decode(), drawio.write(asked).decode()):
        assert not [name for name in hidden if name in said]


def test_the_journeys_are_pages_in_draw_io_and_lie_below_each_other_on_a_canvas():
    document = study(6, personas=3)
    assert [page.get("id") for page in pages(drawio.write(wanted(document)))] == list(wanted(document).journeys)
    groups = [node for node in json.loads(canvas.write(wanted(document)))["nodes"] if node["id"] in document.journeys]
    for one, other in pairwise(groups):
        assert one["y"] + one["height"] < other["y"]


# What people wrote


@pytest.mark.parametrize("title", [ACTING, "-0", "\U0001f476\U0001f3fd", "\u0645\u0631\u062d", "x" * 200])
def test_C13_what_people_wrote_is_text_in_draw_io(title):
    document = with_title(title)
    step = next(iter(document.steps.values()))
    data = drawio.write(wanted(document))
    assert drawio_problems(data) == []
    cell = cells(data)[step.id]
    tags, said = label(cell.get("value"))
    assert tags <= {("b",), ("b", "style"), ("i",), ("br",), ("font", "style")}
    assert said.startswith(f"{step.title}\n{step.body}\n")


def test_C13_what_people_wrote_is_text_on_a_canvas():
    document = with_title(ACTING)
    step = next(iter(document.steps.values()))
    nodes = {node["id"]: node for node in json.loads(canvas.write(wanted(document)))["nodes"]}
    title = nodes[step.id]["text"].split("  \n")[0]
    assert title == (
        r"**\<img src\=x onerror\=alert(1)\> \</b\> \]\]\> & \&lt; \[\[Geheim\]\] !\[\](x) "
        r"\%\%x\%\% \=\=x\=\= \#x \`x\` \$x\$**"
    )


def test_a_study_without_journeys_is_a_page_that_can_be_opened():
    document = study(0)
    assert drawio_problems(drawio.write(wanted(document, journeys=()))) == []
    assert json.loads(canvas.write(wanted(document, journeys=()))) == {"nodes": [], "edges": []}


@pytest.mark.parametrize("document", [study(3), everything.everything()], ids=["small", "everything"])
def test_the_files_are_as_before(document, request):
    name = request.node.callspec.id
    as_before(canvas.write(wanted(document, words("en"))), f"canvas/{name}.canvas")
    as_before(drawio.write(wanted(document, words("en"))), f"drawio/{name}.drawio")
