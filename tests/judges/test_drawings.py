"""The engine of draw.io draws our pages as they are meant, and the words on a canvas are read as they were written."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from journeys.exchange import canvas, drawio
from journeys.exchange.shapes import boards
from journeys.exchange.wanted import wanted
from journeys.i18n import words
from journeys.model.document import Document
from journeys.model.entities import Journey, Note, Party, Persona, Step
from journeys.templates import sampling
from tests.hostile import everything
from tests.journeys.model.strategies import documents
from tests.journeys.studies import study

HOSTILE = (
    "<img src=x onerror=alert(1)> </b></font> ]]> &amp; [a](x) ![b](x) **c** `d` %%e%% # f | g \\ "
    "<script>alert(2)</script>"
)
SMALL = {"LABEL": 2}
"""Pixels that a label may stick out, by the rounding of the browser."""
PLAIN = {"p", "h1", "strong", "em", "br"}


def hostile():
    """Every word that people write is one that would act if it could."""
    return Document.of(_hostile(each) for _, each in study(8, 2))


def _hostile(entity):
    match entity:
        case Step():
            return replace(entity, title=HOSTILE, body=f"{HOSTILE}\n    - 1. {HOSTILE}\n\n===\n> x", place=HOSTILE)
        case Journey():
            return replace(entity, title=HOSTILE, question=HOSTILE)
        case Persona() | Party():
            return replace(entity, name=HOSTILE)
        case Note():
            return replace(entity, text=f"{HOSTILE}\nhttps://example.nl/?a=1&b=2 www.example.nl jan@example.nl")
        case _:
            return entity


STUDIES = {
    "child, Dutch": lambda: sampling.sample("child", "nl").document,
    "death, English": lambda: sampling.sample("death", "en").document,
    "80 steps": lambda: study(80),
    "everything": everything.everything,
    "hostile": hostile,
    "nothing yet": lambda: study(0),
}


@pytest.mark.parametrize("name", STUDIES)
def test_the_engine_of_draw_io_draws_every_page_as_it_is_meant(name, node, chromium, arial):
    asked = wanted(STUDIES[name]())
    found = json.loads(node("drawio.mjs", chromium, stdin=drawio.write(asked)))
    assert found["said"] == []
    assert found["asked"] == []
    for page, board in zip(found["pages"], boards(asked, drawio.HAND), strict=True):
        check_page(page, board)


def check_page(page, board):
    assert page["name"] == board.name
    assert {id_: tuple(edge["ends"]) for id_, edge in page["edges"].items()} == {
        arrow.id: (arrow.source, arrow.target) for arrow in board.arrows
    }
    assert all(edge["drawn"] for edge in page["edges"].values())
    cards = [card for frame in board.frames for card in frame.cards]
    for card in (*cards, *board.heads):
        shape = page["shapes"][card.id]
        said = [line.text for line in card.lines if line.text.strip()]
        assert [" ".join(line.split()) for line in shape["words"].split("\n") if line.strip()] == [
            " ".join(line.split()) for line in said
        ]
        assert set(shape["tags"]) <= {"B", "I", "BR", "FONT"}
        assert shape["needs"][1] <= shape["place"][3] + SMALL["LABEL"], (card, shape)
    drawn = [page["shapes"][card.id]["place"] for card in cards]
    for (ax, ay, aw, ah), (bx, by, bw, bh) in combinations(drawn, 2):
        assert ax + aw <= bx or bx + bw <= ax or ay + ah <= by or by + bh <= ay


@pytest.mark.parametrize("name", STUDIES)
def test_the_words_on_a_canvas_are_read_as_they_were_written(name, node):
    check_words(wanted(STUDIES[name](), words("en")), node)


@settings(
    max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), phases=(Phase.generate,), database=None
)  # fmt: skip
@given(documents())
def test_the_words_of_any_study_are_read_as_they_were_written(node, document):
    check_words(wanted(document), node)


def check_words(asked, node):
    data = canvas.write(asked)
    found = json.loads(node("canvas.mjs", stdin=data))
    shown = [card for board in boards(asked, canvas.HAND) for card in (*board.heads, *_cards(board))]
    assert found.keys() == {card.id for card in shown}
    for card in shown:
        read = found[card.id]
        assert set(read["elements"]) <= PLAIN
        assert [_bare(line) for line in read["lines"]] == [_bare(line.text) for line in card.lines if _bare(line.text)]


def _cards(board):
    return [card for frame in board.frames for card in frame.cards]


def _bare(line):
    return " ".join(line.split())
