"""From a study to posters in PDF: exact paper, vectors, readable, and the same bytes for the same study."""

from __future__ import annotations

from journeys.poster.pages import render, write
from journeys.poster.request import Request

__all__ = ["Request", "render", "write"]
