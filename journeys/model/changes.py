"""What a change is: for each entity touched, what it was and what it becomes."""

from __future__ import annotations

from collections.abc import Mapping

from journeys.model.entities import Entity
from journeys.model.fields import Kind

Key = tuple[Kind, str]
Change = tuple[Entity | None, Entity | None]
Changes = Mapping[Key, Change]
