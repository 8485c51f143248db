"""Contrast is measured: 4.5:1 for words, 3:1 for lines and marks, in every theme."""

from __future__ import annotations

import pytest

from journeys.layout.palettes import LENS_INKS, PARTY_COLOURS, THEMES, contrast, palette

GROUNDS = {
    "text": ("lane.fill", "paper", "canvas"),
    "muted": ("lane.fill", "paper", "lane.tint"),
    "hint": ("lane.fill",),
    "lane.title": ("canvas", "paper"),
    "axis.text": ("canvas", "paper"),
    "phase.text": ("phase.fill",),
    "phase.muted": ("phase.fill",),
    "card.text": ("card.fill", "card.fill.back", *(f"{ink}.soft" for ink in LENS_INKS)),
    "card.muted": ("card.fill", "card.fill.back", "lens.pale", *(f"{ink}.soft" for ink in LENS_INKS)),
    **{f"{ink}.on": (ink,) for ink in LENS_INKS},
    "nobody": ("card.fill", "card.fill.back"),
    "pill.text": ("pill.fill",),
    "badge.text": ("badge.fill",),
    "presence.commissioned.text": ("presence.commissioned",),
    "presence.partner.text": ("presence.partner",),
    "presence.backstage.text": ("presence.backstage",),
    "presence.gap.text": ("presence.gap",),
    "presence.deliberate.text": ("presence.deliberate",),
    "presence.unmapped.text": ("presence.unmapped",),
    **{f"{kind}.text": (kind,) for kind in ("need", "pain", "question", "opportunity", "idea", "quote", "remark")},
    **{f"party.{index}.on": (f"party.{index}.fill",) for index in range(PARTY_COLOURS)},
}
LINES = {
    **{f"{ink}.edge": ("card.fill", "lane.fill", f"{ink}.soft") for ink in LENS_INKS},
    "line": ("lane.fill",),
    "axis": ("canvas", "paper"),
    "flow": ("lane.fill", "lane.tint"),
    "flow.back": ("lane.fill", "lane.tint"),
    "heartbeat": ("lane.fill", "lane.tint"),
    "card.stroke": ("card.fill",),
    "pill.stroke": ("lane.fill",),
    "moment": ("moment.fill", "card.fill"),
    "assumed": ("card.fill",),
    "presence.commissioned.stroke": ("canvas", "paper"),
    "presence.partner.stroke": ("canvas", "paper"),
    "presence.backstage.stroke": ("canvas", "paper"),
    "presence.gap.stroke": ("canvas", "paper"),
    "presence.deliberate.stroke": ("presence.deliberate",),
    "selection": ("lane.fill", "canvas"),
    "focus": ("lane.fill", "canvas"),
    "drop": ("lane.fill",),
    **{f"face.{emotion}": ("face.ink",) for emotion in ("-2", "-1", "0", "+1", "+2")},
    **{f"{kind}.mark": (kind,) for kind in ("need", "pain", "question", "opportunity", "idea", "quote", "remark")},
    **{f"party.{index}": ("card.fill", "lane.fill") for index in range(PARTY_COLOURS)},
}


@pytest.mark.parametrize("theme", THEMES)
def test_words_reach_four_and_a_half_to_one_and_lines_three_to_one(theme):
    roles = palette(theme)
    low = [
        f"{role} on {ground}: {contrast(roles[role], roles[ground]):.2f}"
        for least, table in ((4.5, GROUNDS), (3.0, LINES))
        for role, grounds in table.items()
        for ground in grounds
        if contrast(roles[role], roles[ground]) < least
    ]
    assert not low


def test_all_themes_have_the_same_roles_and_real_colours():
    names = set(palette("light"))
    for theme in THEMES:
        assert set(palette(theme)) == names
        assert all(len(colour) == 7 and int(colour[1:], 16) >= 0 for colour in palette(theme).values())


def test_grey_has_no_hue_left():
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in palette("grey").values())


def test_the_formula_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
