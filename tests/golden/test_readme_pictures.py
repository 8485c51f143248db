"""The pictures of the README show what the window, the posters and the stage look like today."""

from __future__ import annotations

import re
import time
from pathlib import Path

import make_pictures
import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def studio(qapp, tmp_path_factory):
    return make_pictures.Studio(tmp_path_factory.mktemp("studio"))


@pytest.fixture
def nowhere(monkeypatch):
    """In no special place of the world, for the moment that a study was saved."""
    if not hasattr(time, "tzset"):
        pytest.skip("the clock of this system cannot be set to another place")
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "UTC")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.parametrize("name", list(make_pictures.PICTURES))
def test_a_picture_of_the_readme_shows_what_it_shows_today(studio, nowhere, name, tmp_path):
    found = studio.make(name)
    share = make_pictures.differs(name, found)
    if share > make_pictures.ALLOWED:
        found.save(tmp_path / f"{name}.png")
    assert share <= make_pictures.ALLOWED, f"{share:.2%} differs, see {tmp_path}; {make_pictures.AGAIN}"


def test_every_picture_is_used_and_every_used_one_is_made():
    used = set(re.findall(r"packaging/pictures/(\w+)\.png", (ROOT / "README.md").read_text("utf-8")))
    assert used == set(make_pictures.PICTURES) == {path.stem for path in make_pictures.FOLDER.glob("*.png")}


def test_another_word_on_a_button_is_noticed(studio):
    from PIL import ImageDraw

    with make_pictures.FOLDER.joinpath("window.png").open("rb") as file:
        from PIL import Image

        changed = Image.open(file).convert("RGB")
    assert make_pictures.differs("window", changed) <= make_pictures.ALLOWED
    ImageDraw.Draw(changed).text((150, 48), "Kaart", fill=(20, 30, 40), font_size=15)
    assert make_pictures.differs("window", changed) > make_pictures.ALLOWED
