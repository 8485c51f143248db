"""To be made."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.poster.request import Request
    from journeys.poster.sheet import Sheet, Watch


def sheets(document: Document, request: Request, say: Words, watch: Watch) -> list[Sheet]:
    raise NotImplementedError
