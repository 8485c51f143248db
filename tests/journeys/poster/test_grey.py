"""The poster works on a black-and-white printer: pattern, line and mark carry the meaning."""

from __future__ import annotations

from itertools import combinations

from journeys import poster, templates
from journeys.analysis.presence import LEVELS
from journeys.layout import marks
from journeys.layout.levels import level_look
from journeys.poster import inks
from journeys.poster.request import Request
from tests.journeys import studies
from tests.journeys.poster.reading import picture


def test_a_grey_poster_has_no_colour_in_it():
    pdf = poster.render(templates.create("child", "nl"), Request(paper="A4", palette="grey"))
    red, green, blue = picture(pdf, 900).split()
    assert red.tobytes() == green.tobytes() == blue.tobytes()


def test_the_sheets_of_a_grey_poster_and_the_marks_around_it_have_no_colour_either():
    document = studies.study(12)
    tiles = poster.render(document, Request(paper="A2", tile="A4", palette="grey"))
    marked = poster.render(document, Request(paper="A4", bleed=3, marks=True, palette="grey"))
    for pdf, page in ((tiles, 0), (tiles, 1), (tiles, 2), (marked, 0)):
        red, green, blue = picture(pdf, 500, page).split()
        assert red.tobytes() == green.tobytes() == blue.tobytes()


def test_every_two_levels_differ_in_mark_and_in_pattern_line_or_tone():
    grey = inks.palette("grey")

    def ground(level: str) -> tuple[bool, str, int]:
        look = level_look(level, "party.0")
        return bool(look.hatch), look.dash, int(grey[look.fill][1:3], 16) // 24

    for one, other in combinations(LEVELS, 2):
        assert marks.shapes(level_look(one, "party.0").mark) != marks.shapes(level_look(other, "party.0").mark)
        if {one, other} != {"commissioned", "via_partner"}:  # both mean: through somebody else
            assert ground(one) != ground(other), (one, other)


def test_words_on_a_level_can_be_read_in_both_inks():
    from journeys.layout.palettes import contrast

    for ink in inks.INKS:
        colours = inks.palette(ink)
        for level in LEVELS:
            look = level_look(level, "party.0")
            assert contrast(colours[look.words], colours[look.fill]) >= 4.5, (ink, level)
        for number in range(12):
            assert contrast(colours[f"party.{number}.fill"], colours["sheet.tag.text"]) >= 4.5, (ink, number)
