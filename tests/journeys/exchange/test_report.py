"""The written report: what it tells, and that nothing people wrote acts as markup."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from journeys import templates
from journeys.exchange.report import to_html, to_markdown
from journeys.exchange.report.blocks import Curve, Heading, Items, Paragraph, Table, row
from journeys.exchange.report.html import html
from journeys.exchange.report.markdown import escaped, markdown
from journeys.exchange.report.subject import Telling
from journeys.i18n import words
from journeys.model.document import Document
from journeys.model.entities import Moment, Party, Persona, Study
from tests.journeys.analysis import scenes
from tests.journeys.studies import ids

VOID = {"meta", "br", "img"}


class Reader(HTMLParser):
    """Reads a page as a browser does: which elements, which text, and whether each is closed in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def telling(document: Document, language="nl", on=None) -> Telling:
    return Telling(document, words(language), tuple(document.journeys), on)


@pytest.fixture(scope="module")
def child() -> Document:
    return templates.create("child", "nl")


def test_the_report_tells_of_every_journey_gap_opportunity_and_fact(child):
    text = to_markdown(telling(child)).decode()
    for journey in child.journeys.values():
        assert escaped(journey.title) in text
    assert "ernst 87 (hoog)" in text
    for note in child.notes.values():
        if note.kind == "opportunity":
            assert escaped(note.text.split("\n")[0]) in text
    for fact in child.facts.values():
        assert escaped(fact.source_title) in text


def test_both_forms_tell_the_same_story(child):
    page = read(to_html(telling(child)).decode())
    seen = " ".join(" ".join(page.text).split())
    for line in to_markdown(telling(child)).decode().splitlines():
        if line.startswith("#"):
            assert line.lstrip("# ").replace("\\", "") in seen


def test_the_page_needs_nothing_from_elsewhere_and_runs_nothing(child):
    page = read(to_html(telling(child)).decode())
    assert not {tag for tag, _ in page.elements} & {"script", "link", "iframe", "object", "form"}
    asked = [attrs.get(name) for _, attrs in page.elements for name in ("src", "href") if name in attrs]
    assert all(address.startswith(("#", "data:image/")) for address in asked)
    assert not [name for _, attrs in page.elements for name in attrs if name.startswith("on")]


def test_headings_go_down_one_level_at_a_time_and_tables_name_their_columns(child):
    page = read(to_html(telling(child)).decode())
    levels = [int(tag[1]) for tag, _ in page.elements if tag in ("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    tables = sum(tag == "table" for tag, _ in page.elements)
    assert tables
    assert sum(attrs.get("scope") == "col" for tag, attrs in page.elements if tag == "th") >= 4 * tables


def test_the_report_in_english_has_no_dutch_of_ours():
    document = templates.create("child", "en")
    text = to_markdown(telling(document, "en", dt.date(2026, 11, 22))).decode()
    assert "22 November 2026" in text
    for dutch in ("Aanwezigheid", "ernst", "Kansen", "Bevindingen"):
        assert dutch not in text


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "# not a heading", "- no item", "1. no list", "a | b", "*no* _stress_ `code`",
     "[link](http://x)", "![x](y)", "&lt;b&gt;", "~~gone~~", "\\", "$x$", "+ plus", "> quote", "=== rule"],
)  # fmt: skip
def test_what_people_write_stands_in_both_forms_as_they_wrote_it(text):
    new = ids()
    study = Study(next(new), text)
    document = Document.of(
        [study, Moment(next(new), "0", 0, is_day0=True), Persona(next(new), text), Party(next(new), text)]
    )
    page = read(to_html(telling(document)).decode())
    assert text in page.text
    heading = to_markdown(telling(document)).decode().splitlines()[0]
    assert heading == f"# {escaped(text)}"
    assert plain(heading.removeprefix("# ")) == text


def plain(line: str) -> str:
    """The line without its escapes; anything that could act and is not escaped fails."""
    out, signs = [], iter(line)
    for sign in signs:
        if sign == "\\":
            out.append(next(signs))
        else:
            assert sign not in "`*_[]<>|~#$"
            out.append(sign)
    return "".join(out)


def test_a_cell_with_several_lines_stays_one_row():
    table = Table("", ("A", "B"), (row("one\ntwo | three", "x"),))
    assert markdown([table]).splitlines()[-1] == "| one<br>two \\| three | x |"
    cells = [tag for tag, _ in read(html([table], "t", "en")).elements if tag in ("th", "td")]
    assert len(cells) == 4


def test_the_curve_is_drawn_for_eyes_and_told_in_words_for_all():
    curve = Curve(((0.0, -2), (1.0, 2)), "It rises.")
    page = read(html([curve], "t", "en"))
    assert sum(tag == "circle" for tag, _ in page.elements) == 2
    assert dict(page.elements)["svg"]["aria-hidden"] == "true"
    assert "It rises." in page.text
    assert markdown([curve]) == "It rises.\n"


def test_blocks_of_every_kind_have_a_form():
    blocks = [Heading(1, "H"), Paragraph("P"), Items(("a", "b")), Table("C", ("x",), (row("y"),))]
    assert markdown(blocks) == "# H\n\nP\n\n- a\n- b\n\n**C**\n\n| x |\n| --- |\n| y |\n"
    read(html(blocks, "t", "nl"))


def test_a_study_without_journeys_says_so():
    scene = scenes.Scene()
    for journey in scene.journeys:
        del scene.entities[journey.id]
    document = scene.document()
    assert "nog geen reis" in to_markdown(telling(document)).decode()


def test_a_report_without_a_date_of_its_own_does_not_follow_the_clock(child):
    late = next(note for note in child.notes.values() if note.kind == "opportunity" and note.status == "open")
    document = child.snapshot()
    document.write({("note", late.id): (late, replace(late, owner="Burgerzaken", due=dt.date(2020, 1, 1)))})
    assert "is te laat" not in (undated := to_markdown(telling(document)).decode())
    assert to_markdown(telling(document, on=dt.date(2026, 11, 22))).decode() != undated
