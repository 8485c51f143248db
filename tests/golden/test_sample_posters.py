"""The pictures on the welcome page show the posters that the samples give today."""

from __future__ import annotations

from pathlib import Path

import make_samples
import pytest
from PIL import Image, ImageChops

from journeys import templates
from journeys.templates import sampling

ROOT = Path(__file__).resolve().parents[2]

SIZE = (190, 134)
NOTICEABLE = 40
"""Of 255: what palette and scaling may differ in a point of the small picture."""
ALLOWED = 0.005
"""Of all points."""
EVERY = [(code, language) for code in templates.sample_codes() for language in ("nl", "en")]
AGAIN = "run packaging/make_samples.py and look at what it wrote"


@pytest.mark.parametrize(("code", "language"), EVERY)
def test_a_samples_picture_is_the_poster_that_it_gives_today(code, language, tmp_path):
    made = make_samples.Made(code, language)
    with Image.open(sampling.poster(code, language)) as kept:
        said, before = kept.info[make_samples.SAID], kept.convert("L").resize(SIZE)
    assert said == made.said(), f"other words: {AGAIN}"

    found = made.pixels(2 * make_samples.WIDTH).convert("L").resize(SIZE)
    difference = ImageChops.difference(found, before)
    changed = sum(difference.histogram()[NOTICEABLE:]) / (SIZE[0] * SIZE[1])
    if changed > ALLOWED:
        difference.save(tmp_path / f"{code}-{language}.png")
    assert changed <= ALLOWED, f"{changed:.2%} looks different: {AGAIN}; see {tmp_path}"


@pytest.mark.parametrize(("code", "language"), EVERY)
def test_a_samples_picture_is_small_enough_for_the_welcome_page(code, language):
    path = sampling.poster(code, language)
    with Image.open(path) as picture:
        assert picture.width == make_samples.WIDTH
        assert picture.mode == "P"
    assert path.stat().st_size <= make_samples.LARGEST
