"""What a sheet says and in which order: the tree of headings, table, lists and figures, before it is a PDF."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journeys.i18n import words
from journeys.layout.drawing import Drawing, Layer, Mark, Rect, Text
from journeys.layout.text import Hyphenated, Within, lines, unbroken
from journeys.model.values import Evidence
from journeys.poster.pages import laid_out
from journeys.poster.pdf.nodes import PORTRAITS, Node
from journeys.poster.pdf.structure import leveled, structure
from journeys.poster.pdf.tongues import tell
from journeys.poster.request import Request
from journeys.poster.sheet import Portrait, Sheet
from tests.journeys import studies
from tests.journeys.poster import awkward, rich, several

SHEET = Rect(0, 0, 400, 300)


def text(said: str, role: str = "cell", **values) -> Text:
    return Text(0.0, 4.0, tuple(said.split("/")), 10.0, 4.0, role=role, **values)


def layer(name: str, *elements, lane: str = "", phase: str | None = None, at=SHEET, order: int = 0) -> Layer:
    return Layer(name, at, elements, (at.x, at.y), lane=lane or name, phase=phase, order=order)


def made(*layers: Layer, reading="lane", **values) -> Node:
    sheet = Sheet("one", "One", Drawing(400, 300, layers), **values)
    return structure(sheet, reading, words("nl"), ["Portret"] * len(sheet.portraits))


def said(node: Node, sheet_or_layers) -> str:
    """What is heard of a node."""
    layers = getattr(getattr(sheet_or_layers, "drawing", None), "layers", sheet_or_layers)
    if node.alt or node.actual:
        return node.alt or node.actual
    parts = []
    for kid in node.kids:
        if isinstance(kid, Node):
            parts.append(said(kid, layers))
        elif kid[0] >= 0:
            one = layers[kid[0]].elements[kid[1]]
            parts.append(unbroken(one.lines) if isinstance(one, Text) else "")
    return " ".join(filter(None, parts))


def find(node: Node, *tags: str) -> list[Node]:
    return [one for one in node.walk() if one.tag in tags]


def table(node: Node) -> list[list[Node]]:
    (found,) = find(node, "Table")
    return [[cell for cell in row.kids if isinstance(cell, Node)] for row in found.kids if isinstance(row, Node)]


def heard(document, reading="lane", paper="A2", **options) -> tuple[Node, Sheet]:
    request = Request(paper=paper, language="nl", reading=reading, **options)
    sheet = laid_out(document, request)[0]
    return structure(sheet, reading, words("nl")), sheet


def test_the_title_comes_first_and_what_stands_above_it_is_no_heading():
    root = made(
        layer("head", text("Huidige reis", "heading"), text("Een kind krijgen", "title"), text("Wie", "heading"))
    )
    assert [kid.tag for kid in root.kids] == ["P", "H1", "H2"]


def test_a_second_title_is_a_heading():
    root = made(layer("head", text("Een", "title"), text("Twee", "title")))
    assert [kid.tag for kid in root.kids] == ["H1", "H2"]


def test_no_level_of_headings_is_skipped_over_all_sheets():
    first = made(layer("a", text("Zonder titel", "subheading"), text("Diep", "subheading")))
    second = made(layer("b", text("Verder", "subheading")))
    leveled([first, second])
    assert [node.tag for root in (first, second) for node in find(root, "H1", "H2", "H3")] == ["H1", "H2", "H2"]


def test_layers_are_read_by_their_order_and_then_as_they_lie():
    layers = (layer("last", text("c"), order=5), layer("first", text("a")), layer("second", text("b")))
    assert said(made(*layers), layers) == "a b c"


def test_what_is_drawn_only_to_look_at_is_not_read():
    root = made(layer("head", text("EK", "artifact"), Mark("dot", 0, 0, 2), text("Eva")))
    assert [node.kids for node in find(root, "P")] == [[(0, 2)]]


def test_items_that_follow_each_other_are_one_list():
    root = made(layer("told", text("a", "item"), text("b", "item"), text("c"), text("d", "item")))
    assert [kid.tag for kid in root.kids] == ["L", "P", "L"]
    assert [len(one.kids) for one in find(root, "L")] == [2, 1]


def test_a_number_in_a_disc_belongs_to_the_heading_after_it():
    layers = (layer("findings", text("2", alt="Gat 2"), text("Aangifte: afwezig", "heading")),)
    assert said(find(made(*layers), "H2")[0], layers) == "Gat 2:  Aangifte: afwezig"


def test_the_words_of_a_figure_stand_for_all_of_its_layer():
    root = made(layer("axis", text("−8"), text("dag 0")), alts={"axis": "Tijdas van … tot …"})
    (figure,) = root.kids
    assert (figure.tag, figure.alt, figure.kids) == ("Figure", "Tijdas van … tot …", [(0, 0), (0, 1)])


def test_a_portrait_is_a_figure_before_the_words_about_its_persona():
    root = made(
        layer("head", text("Reis", "title"), text("Eva", "heading", about="p")), portraits=(Portrait("p", SHEET),)
    )
    assert [kid.tag for kid in root.kids] == ["H1", "Figure", "H2"]
    assert root.kids[1].kids == [(PORTRAITS, 0)]


def test_portraits_without_a_name_beside_them_come_after_the_title():
    faces = (Portrait("p", SHEET), Portrait("q", SHEET))
    root = made(layer("head", text("Samen"), text("Reis", "title"), text("Tekst")), portraits=faces)
    assert [kid.tag for kid in root.kids] == ["P", "H1", "Figure", "Figure", "P"]
    assert {kid.kids[0] for kid in root.kids[2:4]} == {(PORTRAITS, 0), (PORTRAITS, 1)}


def test_broken_words_are_said_whole():
    for long in (
        "arbeidsongeschiktheidsverzekering",
        "zorg- en dienstverlening",
        "https://www.voorbeeldstad.nl/geboorte",
    ):
        for width in range(4, 16):
            assert unbroken(lines(long, "regular", width, "nl")) == long
    root = made(layer("head", text("x")._replace(lines=(Hyphenated("verlos-"), "kundige", Within("a/"), "b"))))
    assert root.kids[0].actual == "verloskundige a/b"


@pytest.mark.parametrize("reading", ["lane", "phase"])
@pytest.mark.parametrize(
    "document", [studies.study(12), rich.rich(90), awkward.full_of_gaps()], ids=["12", "120", "gaps"]
)
def test_every_row_of_the_table_has_a_cell_for_every_column(document, reading):
    root, sheet = heard(document, reading)
    rows = table(root)
    assert len({len(row) for row in rows}) == 1
    assert {(cell.tag, cell.scope) for cell in rows[0]} == {("TH", "Column")}
    assert {(row[0].tag, row[0].scope) for row in rows[1:]} == {("TH", "Row")}
    assert {cell.tag for row in rows[1:] for cell in row[1:]} == {"TD"}
    assert all(said(row[0], sheet) for row in rows)


@pytest.mark.parametrize("steps", [12, 90])
def test_rows_are_lanes_or_phases_as_was_asked_with_the_same_words_in_each_cell(steps):
    (by_lane, sheet), (by_phase, _) = heard(rich.rich(steps)), heard(rich.rich(steps), "phase")
    rows = [[said(cell, sheet) for cell in row] for row in table(by_lane)]
    turned = [[said(cell, sheet) for cell in row] for row in table(by_phase)]
    assert [list(column) for column in zip(*rows, strict=True)] == turned
    assert [row[0] for row in rows] == [
        "Fase", "Aanwezigheid", "Stappen", "Hartslag", "Contact & kanaal", "Behoeften & knelpunten", "Kansen",
        "Achter de schermen", "Nog uitzoeken",
    ]  # fmt: skip
    assert rows[0][1] == "Zwanger! 9 – 7 maanden vóór"


def test_a_journey_in_bands_is_one_table_with_each_step_in_its_own_phase():
    document = rich.rich(90)
    root, sheet = heard(document)
    rows = table(root)
    assert any(layer.name.startswith("1/") for layer in sheet.drawing.layers), "the journey stands in bands"
    for place, phase in enumerate(document.phases.values(), 1):
        column = " ".join(said(row[place], sheet) for row in rows)
        assert phase.name in column
        assert all(step.title in column for step in document.steps.values() if step.phase == phase.id)


def test_signs_on_cards_and_notes_are_said():
    document = awkward.changed(
        studies.study(4),
        lambda one, _: replace(one, moment_of_truth=True, evidence=Evidence("proposed")) if hasattr(one, "emotion") else
        replace(one, small_gesture=True) if hasattr(one, "small_gesture") else one,
    )  # fmt: skip
    root, sheet = heard(document)
    everything = said(root, sheet)
    assert everything.count("Sleutelmoment; Voorstel.") == 4
    assert "Klein gebaar" in everything
    assert "Behoefte:  Wat ik wil weten" in everything
    assert "Stap 1: heel naar." in everything


def test_the_number_of_a_gap_is_said_in_the_table_and_in_the_heading_beneath():
    root, sheet = heard(awkward.full_of_gaps())
    assert "Gat 1." in " ".join(said(cell, sheet) for cell in table(root)[1])
    assert any(said(node, sheet).startswith("Gat 1: ") for node in find(root, "H2"))


def test_words_on_a_connection_say_from_where_to_where():
    root, sheet = heard(rich.rich(30))
    assert "Van “Stap 3: kraamzorg en zwangerschapsverlof” naar “Stap 1: kraamzorg" in said(root, sheet)


@pytest.mark.parametrize("kind", ["journey", "compare", "gaps", "personas", "heartbeat", "report"])
def test_every_word_that_is_read_is_read_once_on_every_kind_of_sheet(kind):
    request = Request(paper="A2", language="nl", kind=kind)
    for sheet in laid_out(studies.study(12, personas=2), request):
        root = structure(sheet, "lane", words("nl"))
        spots = [kid for node in root.walk() for kid in node.kids if not isinstance(kid, Node) and kid[0] >= 0]
        assert len(spots) == len(set(spots))
        read = {
            (number, index)
            for number, one in enumerate(sheet.drawing.layers)
            for index, element in enumerate(one.elements)
            if isinstance(element, Text) and element.role != "artifact" and any(map(str.strip, element.lines))
        }
        again = {spot for spot in read - set(spots) if sheet.drawing.layers[spot[0]].lane in {"phases", "titles"}}
        assert read - set(spots) == again, "only the names that come back in another band are left out"


def test_a_sheet_without_a_heading_of_some_level_has_its_next_ones_all_alike():
    first = made(layer("a", text("Titel", "title"), text("Eva", "heading"), text("Fase", "subheading")))
    second = made(layer("b", text("Titel", "title"), text("Fase", "subheading"), text("Fase", "subheading")))
    leveled([first, second])
    assert [node.tag for node in find(second, "H1", "H2", "H3")] == ["H1", "H2", "H2"]


def test_the_legend_is_announced_and_no_part_of_the_list_before_it():
    layers = (layer("told", text("Verschil", "item")), layer("foot", text("afwezig", "item"), order=1))
    root = made(*layers)
    assert [(kid.tag, said(kid, layers)) for kid in root.kids] == [
        ("L", "Verschil"), ("P", "Legenda:"), ("L", "afwezig"),
    ]  # fmt: skip


def test_a_portrait_stands_in_the_row_of_the_journey_it_belongs_to_not_where_that_is_mentioned_before():
    document = studies.study(12, personas=2)
    for kind in ("compare", "gaps"):
        sheet = laid_out(document, Request(paper="A2", language="nl", kind=kind))[0]
        root = structure(sheet, "lane", words("nl"), [f"Portret {index}" for index in range(2)])
        rows = [row[0] for row in table(root)[1:3]]
        assert [[node.alt for node in find(row, "Figure")] for row in rows] == [["Portret 0"], ["Portret 1"]]
        assert [f"Persona {index}" in said(row, sheet) for index, row in enumerate(rows, 1)] == [True, True]
        assert said(table(root)[0][0], sheet) == "Persona"


def test_the_numbers_of_gaps_are_said_on_the_comparison_too():
    root, sheet = heard(several.child(), paper="A1", kind="compare")
    assert [said(node, sheet)[:8] for node in find(root, "H2")].count("Gat 1:  ") == 1


def test_right_to_left_and_drawn_signs_are_said_as_they_were_typed():
    title = "Afspraak 😀 مرحبا بكم (12)"
    root = made(layer("a", text(title)), layer("b", text("Gewoon"), order=1))
    assert [kid.actual for kid in root.kids] == [title, ""]


def test_words_of_the_study_keep_its_language_on_a_poster_in_another():
    document = studies.study(6)
    sheet = laid_out(document, Request(paper="A2", language="en"))[0]
    root = structure(sheet, "lane", words("en"))
    tell(root, sheet, document, words("en"))
    spoken = {said(node, sheet): node.language for node in root.walk() if node.kids}
    step = next(iter(document.steps.values()))
    assert spoken[step.title] == "nl"
    assert spoken["CURRENT JOURNEY"] == ""
    need = next(node for node in root.walk() if node.language == "nl" and find(node, "Span"))
    assert {sign.language for sign in find(need, "Span")} == {"en"}
    plain = structure(sheet, "lane", words("en"))
    tell(plain, sheet, document, words("nl"))
    assert {node.language for node in plain.walk()} == {""}
