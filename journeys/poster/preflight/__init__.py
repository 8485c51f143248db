"""What somebody should know before a poster is printed, as codes with numbers."""

from __future__ import annotations

from journeys.poster.preflight.check import lost, of_sheets, preflight

__all__ = ["lost", "of_sheets", "preflight"]
