"""A poster that carries its study: the JSON form as a file in the PDF, so that the poster can be edited again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.errors import ExchangeError
from journeys.exchange import json_format

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeys.exchange.imported import Imported
    from journeys.i18n import Language
    from journeys.model.document import Document
    from journeys.poster.pdf.attached import Attachment

NAME: Final = "levensreis.json"
MOST_BYTES: Final = 500 * json_format.MEGABYTE


def attachment(document: Document, images: Mapping[str, bytes]) -> Attachment:
    """What goes into the PDF: the study as it is now, without its earlier versions, which nobody expects there."""
    return NAME, json_format.to_json(document, images)


def from_pdf(data: bytes, name: str, _language: Language) -> Imported:
    """The study in a poster; raises ExchangeError `pdf.no_study` for a PDF without one."""
    from journeys.poster.raster import attachments

    for held, content in attachments(data, json_format.MOST_BYTES):
        if held == NAME:
            return json_format.from_json(content)
    raise ExchangeError("pdf.no_study", path=name)
