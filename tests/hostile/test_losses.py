"""What a damaged file could not give is told thing by thing, by name, in both languages."""

from __future__ import annotations

import pytest

from journeys.i18n import words
from journeys.phrases.losses import HEADINGS, REASONS, lines
from journeys.store.losses import STILL_THERE, Loss
from journeys.store.opener import open_file
from tests.hostile.crafted import cell, crafted
from tests.journeys.studies import study

NL, EN = words("nl"), words("en")


def test_what_became_of_each_thing_is_a_line_of_its_own(tmp_path):
    data = bytearray(crafted(study(5), cell("step", "emotion", 9), cell("step", "column", -1)))
    data[data.index(b"Stap 3")] ^= 1
    path = tmp_path / "Reis.levensreis"
    path.write_bytes(data)
    losses = open_file(path, salvage=True).losses
    dutch = lines(losses, NL)
    assert dutch["gone"][0] == "Stap “Rtap 3”: beschadigd"
    assert "Verbinding “Stap 2 → Rtap 3”: hoort bij iets dat weg is" in dutch["gone"]
    assert dutch["changed"] == ["Stap “Stap 1”: verbeterd: een detail en beleving"]
    assert lines(losses, EN)["gone"][0] == "Step “Rtap 3”: damaged"


@pytest.mark.parametrize("say", [NL, EN])
@pytest.mark.parametrize("code", [*REASONS, "loss.unknown"])
def test_every_code_has_its_sentence(say, code):
    told = lines([Loss(code, "step", "1", "A", {"field": "title", "n": 3}), Loss(code, "snapshot")], say)
    assert all("{" not in line and line for held in told.values() for line in held)
    assert bool(told["changed"]) == (code in STILL_THERE)
    assert set(told) == set(HEADINGS)


def test_what_is_gone_without_a_trace_is_counted():
    assert lines([Loss("loss.unknown", "step", values={"n": 3})], NL)["gone"] == ["3 stappen: spoorloos"]
