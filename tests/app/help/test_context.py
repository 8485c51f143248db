"""What decides which page fits is kept in step with the parts there are."""

from __future__ import annotations

import re
from pathlib import Path

import app
from app.help.context import BY_CLASS, BY_PANEL, BY_VIEW
from app.parts import PANELS
from journeys.help import book


def test_every_part_that_has_a_page_of_its_own_exists():
    sources = "\n".join(file.read_text("utf-8") for file in Path(app.__file__).parent.rglob("*.py"))
    assert set(BY_CLASS) <= set(re.findall(r"^class (\w+)", sources, re.MULTILINE))


def test_every_panel_has_a_page():
    assert set(BY_PANEL) == set(PANELS)


def test_every_page_that_is_meant_exists():
    assert {*BY_CLASS.values(), *BY_PANEL.values(), *BY_VIEW.values()} <= set(book("nl").pages)
