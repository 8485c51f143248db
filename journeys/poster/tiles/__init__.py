"""A large poster on sheets of a desktop printer: where it is cut, and how to put it together again."""

from __future__ import annotations

from journeys.poster.tiles.plan import Plan, Tile, planned

__all__ = ["Plan", "Tile", "planned"]
