"""Any sequence of verbs keeps the document well-formed, and undoing all of it gives the start back."""

from __future__ import annotations

from hypothesis import settings

from tests.journeys.edits.machine import Verbs

TestAllVerbs = Verbs.TestCase
TestAllVerbs.settings = settings(max_examples=60, stateful_step_count=40)
