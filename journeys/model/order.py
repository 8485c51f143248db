"""Order lives in fields: how notes, personas, journeys, lanes and channels follow each other."""

from __future__ import annotations

from operator import attrgetter
from typing import Final

by_order: Final = attrgetter("order", "id")
"""A key to sort by; what has the same place goes by id, so that every reader sees the same."""
