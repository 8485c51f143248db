"""The Dutch that people read: one form of address, one way of writing, one word for one thing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import translate

ROOT = Path(__file__).parents[1]
HELP = ROOT / "resources" / "help" / "nl"
HANDED_OUT = (
    "packaging/beheerders.md",
    "packaging/linux/levensreis.nl.1",
    "packaging/linux/nl.levensreis.levensreis.metainfo.xml",
    "packaging/windows/words.nsh",
)
INSTEAD = {
    "men": "iemand, de persoon", "zo'n": "zo’n", "persona's": "persona’s", "toneel": "voor de schermen",
    "gedempt": "niet meer gemeld", "demp": "kies dan “Niet melden”", "werksessie": "workshop",
    "pijltoets": "pijltjestoets", "pijltoetsen": "pijltjestoetsen", "bladzijde": "pagina", "fases": "fasen",
    "deadline": "termijn", "deadlines": "termijnen", "indien": "als", "middels": "met", "dient": "moet",
}  # fmt: skip
"""Words that are not ours, or that puzzle readers, each with what stands there instead."""
PUZZLING = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, INSTEAD))})(?![\w-])", re.IGNORECASE)
FAMILIAR = re.compile(r"\b(je|jij|jou|jouw|jullie)\b", re.IGNORECASE)
STRAIGHT = re.compile(r"\w'\w|‘")
"""A typewriter's apostrophe, and quotation marks other than “ ”."""


def catalogue() -> str:
    """Every Dutch sentence of the program, a line each."""
    read = translate.read(ROOT / "resources" / "locale" / "nl" / "LC_MESSAGES" / "levensreis.po")
    return "\n".join(translate.joined(message.string).replace("{deadlines}", "") for message in read if message.id)


def page(path: Path) -> str:
    """Without the words by which a page is found too: there people may type what they like."""
    return "\n".join(line for line in path.read_text("utf-8").splitlines() if not line.startswith("words:"))


TEXTS = {
    "catalogue": catalogue(),
    **{path.name: page(path) for path in sorted(HELP.glob("*.txt"))},
    **{name: page(ROOT / name) for name in HANDED_OUT},
}


def told(pattern: re.Pattern[str], text: str) -> list[str]:
    """The lines in which it stands."""
    return [line for line in text.splitlines() if pattern.search(line)]


@pytest.mark.parametrize("name", TEXTS)
def test_everybody_is_called_u(name):
    assert told(FAMILIAR, TEXTS[name]) == []


@pytest.mark.parametrize("name", TEXTS)
def test_apostrophes_and_quotation_marks_are_written_one_way(name):
    assert told(STRAIGHT, TEXTS[name]) == []


@pytest.mark.parametrize("name", TEXTS)
def test_one_thing_has_one_name(name):
    assert {line: INSTEAD[PUZZLING.search(line)[1].lower()] for line in told(PUZZLING, TEXTS[name])} == {}
