"""Reports of studies, and what is read in them."""

from __future__ import annotations

import datetime as dt

from journeys.i18n import words
from journeys.layout.drawing import Text
from journeys.layout.text import unbroken
from journeys.model.document import Document
from journeys.poster.kinds.report import sheets
from journeys.poster.request import Request
from tests.journeys.poster.reading import run_together

DAY = dt.date(2026, 11, 21)


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
