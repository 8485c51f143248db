"""Comparisons as drawings: personas side by side, and a desired journey under the current one."""

from __future__ import annotations

from journeys.layout.compare.board import Board, Boards, BoardSpec, Field
from journeys.layout.compare.personas import personas_board
from journeys.layout.compare.variants import variants_board

__all__ = ["Board", "BoardSpec", "Boards", "Field", "personas_board", "variants_board"]
