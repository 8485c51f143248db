"""What a damaged file could not give is told thing by thing, by name, in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.versions import held, missing
from journeys import templates
from journeys.i18n import words
from journeys.phrases.losses import HEADINGS, REASONS, lines
from journeys.store import create_file
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


def test_pictures_whose_bytes_are_lost_are_counted_and_told_with_where_they_stood(tmp_path):
    path, made = tmp_path / "Reis.levensreis", templates.sample("child", "nl")
    create_file(path, made.document, images=made.images)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * 2 // 3])
    left = open_file(path, salvage=True)
    assert not left.images
    assert [(one.code, one.values) for one in left.notices[1:]] == [("notice.pictures_lost", {"n": 3})]
    told = [line for line in lines(left.losses, NL)["changed"] if "de afbeelding zelf is weg" in line]
    assert len(told) == 3
    for persona in made.document.personas.values():
        assert sum(f"(stond bij: Persona “{persona.name}”" in line for line in told) == 1


def test_a_picture_that_was_whole_in_the_last_version_is_told_as_lost(tmp_path):
    path, made = tmp_path / "Reis.levensreis", templates.sample("child", "nl")
    create_file(path, made.document, images=made.images)
    good = tmp_path / "Goed.levensreis"
    data = path.read_bytes()
    good.write_bytes(data)
    picture = next(iter(made.images.values()))
    changed = bytearray(data)
    changed[data.index(picture[:100]) + 50] ^= 1
    path.write_bytes(changed)
    (rest,) = [one for one in held.of_damaged(path) if one.kind == "rest"]
    told = missing.told_of(replace(rest, kind="version", place=good), rest, NL)
    assert told.count("de afbeelding zelf is weg (stond bij: Persona") == 1
