"""Drawn symbols: whole paths inside their square, and none looks like another without colour."""

from __future__ import annotations

import pytest

from journeys.layout import marks
from journeys.layout.levels import level_look
from journeys.phrases.terms import LEVELS

ICONS = (
    "desk", "phone", "website", "email", "letter", "app", "home_visit", "chat", "practice", "hospital", "in_person",
)  # fmt: skip
ARGUMENTS = {"m": 2, "l": 2, "c": 6, "z": 0}


@pytest.mark.parametrize("name", marks.names())
def test_a_mark_is_made_of_whole_paths_inside_its_square(name):
    for shape in marks.shapes(name):
        assert shape.path[0][0] == "m"
        for command, numbers in shape.path:
            assert len(numbers) == ARGUMENTS[command]
            assert all(-0.05 <= number <= 1.05 for number in numbers), (name, numbers)


def test_the_five_faces_differ_by_their_drawing_not_only_by_their_colour():
    drawn = {tuple(shape.path for shape in marks.shapes(marks.face(emotion))) for emotion in range(-2, 3)}
    assert len(drawn) == 5


def test_the_seven_levels_differ_by_mark_and_pattern_without_colour():
    found = [level_look(level, "party.0") for level in LEVELS]
    looks = {(look.mark, look.dash, bool(look.hatch)) for look in found}
    assert len(looks) == 7


def test_every_icon_code_gives_a_mark_and_unknown_ones_a_plain_one():
    for icon in ICONS:
        assert marks.channel(icon) in marks.names()
        assert marks.channel(icon) != "channel.other"
    assert marks.channel("🦄") == "channel.other"
    assert marks.shapes("no such mark") == marks.shapes("dot")


def test_the_saddest_face_is_sad_and_not_angry():
    eyes = [shape.path for shape in marks.shapes("face-2") if shape.paint == "line" and len(shape.path) == 2]
    for (_, (start_x, start_y)), (_, curve) in eyes[:2]:
        end_x, end_y = curve[-2:]
        inner, outer = sorted(((start_x, start_y), (end_x, end_y)), key=lambda place: abs(place[0] - 0.5))
        assert inner[1] < outer[1], "its eyes and brows rise towards the middle"
