"""Files with phases or connections without end are refused with a number, before time goes into them."""

from __future__ import annotations

import json

import pytest

from journeys.edits.incoming import MOST_LINKS, MOST_PHASES
from journeys.errors import ExchangeError
from journeys.exchange import graphml, mermaid, ojf


def test_E7_a_diagram_of_sections_without_end_is_refused():
    sections = "".join(f"section Fase {number}\n" for number in range(MOST_PHASES + 1))
    with pytest.raises(ExchangeError, match=r"edit\.many_phases"):
        mermaid.read(f"journey\n{sections}Stap: 3: A\n".encode(), "x.mmd")


def test_E8_stages_without_end_are_refused():
    stages = [{"id": str(number), "name": f"Fase {number}"} for number in range(MOST_PHASES + 1)]
    with pytest.raises(ExchangeError, match=r"edit\.many_phases"):
        ojf.read(json.dumps({"title": "x", "stages": stages, "nodes": []}).encode(), "x.ojf")


def test_E3_edges_without_end_are_refused():
    nodes = "".join(f'<node id="{number}"/>' for number in range(300))
    pairs = ((one, other) for one in range(300) for other in range(300) if one != other)
    edges = "".join(f'<edge source="{one}" target="{other}"/>' for one, other in pairs)
    assert edges.count("<edge") > MOST_LINKS
    graph = f'<graph edgedefault="directed">{nodes}{edges}</graph>'
    whole = f'<graphml xmlns="http://graphml.graphdrawing.org/xmlns">{graph}</graphml>'
    with pytest.raises(ExchangeError, match=r"edit\.many_links"):
        graphml.read(whole.encode(), "x.graphml")
