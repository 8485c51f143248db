"""Every place where the texts of a study are shown or written, as what a reader would find there."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pypdfium2
from PySide6.QtWidgets import QApplication
from python_calamine import load_workbook

from app.canvas import names, tips
from app.palette import entries
from journeys import poster
from journeys.exchange import canvas as canvas_format
from journeys.exchange import drawio, json_format, ojf, pictures, report, spreadsheets
from journeys.exchange.formulas import unguarded
from journeys.exchange.outgoing import outgoing
from journeys.exchange.wanted import wanted
from journeys.layout.drawing import Text
from journeys.poster.request import Request
from tests.journeys.exchange import drawings
from tests.journeys.poster.reading import words_of

if TYPE_CHECKING:
    from app.window import StudyWindow

SHAPES = {"svg", "g", "title", "desc", "rect", "path", "clipPath", "text", "tspan"}


def bare(text: str) -> str:
    """Without spaces and hyphens, as lines are broken anywhere, and letters as they are composed."""
    return re.sub(r"[\s\u00ad\ufffe\u0002\u2010-]+", "", text)


def _steps(window: StudyWindow):
    return names.reading_order(window.session.document, window.view.context.journey)


def canvas(window):
    elements = [each for layer in window.view.map.drawing.layers for each in layer.elements]
    return " ".join("".join(each.lines) for each in elements if isinstance(each, Text))


def tooltips(window):
    say = window.dress.say
    document, hits = window.session.document, window.view.map.hits
    return " ".join(tips.text(document, hits.main(step.id), say) for step in _steps(window))


def screen_reader(window):
    document, ordered, say = window.session.document, _steps(window), window.dress.say
    return " ".join(names.step_name(document, step, ordered, say) for step in ordered)


def table(window):
    window.view.show_view("table")
    QApplication.processEvents()
    sheet = window.view.views.widget_shown.page.sheet
    column = next(number for number, each in enumerate(sheet.cells.columns) if each.code == "title")
    shown = " ".join(str(sheet.cells.at(step.id, column).data()) for step in _steps(window))
    window.view.show_view("map")
    return shown


def palette(window):
    every = []
    for step in _steps(window):
        every += [entry.text for entry in entries.content(window, step.title[:40])]
    return " ".join(every)


def as_json(window):
    data = json_format.to_json(window.session.document)
    assert json_format.from_json(data).document == window.session.document
    return " ".join(step["title"] for step in json.loads(data)["steps"])


def markdown(window):
    text = report.to_markdown(report.telling(window.session.document)).decode()
    assert "<img" not in re.sub(r"\\<|(?s:^```mermaid\n.*?^```$)", "", text, flags=re.MULTILINE)
    return re.sub(r"\\([\\`*_\[\]<>|~#$&\-+=:.)])", r"\1", text)


class Page(HTMLParser):
    """What a browser would show of a page, and what in it could do anything."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.active: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag in {"script", "img", "iframe", "object", "embed", "link", "form", "base", "b", "font"}:
            self.active.append(tag)
        self.active += [name for name, _ in attrs if name.startswith("on") or name in {"src", "style"}]
        self.active += [held or "" for name, held in attrs if name == "href" and not re.fullmatch(r"#\w+", held or "")]

    def handle_data(self, data):
        self.text += data

    def _acts(self, data):
        self.active.append(data)

    handle_comment = handle_decl = handle_pi = unknown_decl = _acts


def web_page(window):
    page, source = Page(), report.to_html(report.telling(window.session.document)).decode()
    page.feed(source.removeprefix("<!DOCTYPE html>"))
    page.close()
    assert page.active == []
    assert "content=\"default-src 'none';" in source
    assert not re.search(r"<(?!!DOCTYPE)[^>]*<", source), "well formed: no sign of a tag within another"
    return page.text


def drawing(window):
    root = ET.fromstring(pictures.to_svg(wanted(window.session.document)))  # noqa: S314 - our own
    assert {each.tag.partition("}")[2] for each in root.iter()} <= SHAPES
    assert not [name for each in root.iter() for name in each.attrib if name.startswith("on") or "href" in name]
    return " ".join("".join(each.itertext()) for each in root.iter("{http://www.w3.org/2000/svg}text"))


def as_csv(window):
    raw = spreadsheets.to_csv(wanted(window.session.document)).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(raw), delimiter=";", strict=True) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r")) or re.match(r"-\D", cell)]
    return " ".join(map(unguarded, cells))


def as_xlsx(window):
    book = load_workbook(io.BytesIO(spreadsheets.to_xlsx(wanted(window.session.document))))
    sheets = map(book.get_sheet_by_name, book.sheet_names)
    return " ".join(str(cell) for sheet in sheets for row in sheet.to_python() for cell in row)


def as_ods(window):
    with zipfile.ZipFile(io.BytesIO(spreadsheets.to_ods(wanted(window.session.document)))) as archive:
        root = ET.fromstring(archive.read("content.xml"))  # noqa: S314 - our own
    assert not [name for each in root.iter() for name in each.attrib if name.endswith(("formula", "href"))]
    return " ".join("".join(each.itertext()) for each in root.iter() if each.tag.endswith("}p"))


def json_canvas(window):
    nodes = json.loads(canvas_format.write(wanted(window.session.document)))["nodes"]
    words = " ".join(node["text"] for node in nodes if node["type"] == "text")
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", words)


def draw_io(window):
    found = drawings.cells(drawio.write(wanted(window.session.document)))
    labels = [drawings.label(cell.get("value")) for cell in found.values() if cell.get("value")]
    assert {tag for tags, _ in labels for tag, *_ in tags} <= {"b", "i", "br", "font"}
    return " ".join(words for _, words in labels)


def open_journey(window):
    asked = wanted(window.session.document)
    data = ojf.write(asked)
    assert len(ojf.read(data, "reis.ojf").incoming.steps) == len(outgoing(asked).steps)
    found = json.loads(data)
    return " ".join(node["title"] for one in ojf.journeys_in(found) for node in one["nodes"])


def pdf_words(window):
    return words_of(poster.render(window.session.document, Request(paper="A0")))


def pdf_as_a_report(window):
    pdf = poster.render(window.session.document, Request(kind="report", paper="A4"))
    document = pypdfium2.PdfDocument(pdf)
    try:
        said = " ".join(page.get_textpage().get_text_range() for page in document)
        return said + " ".join(item.get_title() for item in document.get_toc())
    finally:
        document.close()


EXITS = {
    exit_.__name__: exit_
    for exit_ in (
        canvas, tooltips, screen_reader, table, palette, as_json, markdown, web_page, drawing, as_csv, as_xlsx, as_ods,
        json_canvas, draw_io, open_journey,
        pdf_words, pdf_as_a_report,
    )
}  # fmt: skip
QUICK = ("canvas", "tooltips", "screen_reader", "as_json", "markdown", "web_page", "drawing")
"""Those that are asked behind every entrance."""
