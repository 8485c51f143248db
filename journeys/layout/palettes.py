"""The colours of map and poster by role name, for the light, dark, high-contrast, print and grey themes."""

from __future__ import annotations

from functools import cache, partial
from typing import Final, Literal

Theme = Literal["light", "dark", "contrast", "print", "grey"]
THEMES: Final[tuple[Theme, ...]] = ("light", "dark", "contrast", "print", "grey")
PARTY_COLOURS: Final = 12

# Okabe and Ito's hues, darkened until a dot of them reaches 3:1 on white and white words on them 4.5:1.
_PARTY_ON_LIGHT: Final = (
    "#164a7c", "#0a7a5c", "#a8480a", "#8a4a86", "#8a6500", "#66707f",
    "#0072b2", "#a8324a", "#2f6f2f", "#5b4fb0", "#7a4b26", "#1b6e7d",
)  # fmt: skip
_PARTY_ON_DARK: Final = (
    "#7db4ea", "#3ec9a0", "#f2935c", "#d79ad2", "#e0b13c", "#aab4c4",
    "#56b4e9", "#f08aa0", "#8fcf7f", "#b3a8f5", "#d1a27c", "#6fcadb",
)  # fmt: skip

# Okabe and Ito's own hues as fills; whether words on them are dark or white, and how dark their edges are, is reckoned.
_LENS: Final = {
    "lens.0": "#0072b2", "lens.1": "#e69f00", "lens.2": "#009e73", "lens.3": "#cc79a7", "lens.4": "#56b4e9",
    "lens.5": "#d55e00", "lens.6": "#f0e442", "lens.good": "#00805d", "lens.bad": "#b3301b", "lens.neutral": "#98a1b0",
}  # fmt: skip
LENS_INKS: Final = tuple(_LENS)
_SEEN, _READ = 3.3, 4.6
"""Contrast of an edge and of words, a little more than what is asked."""
_TINT: Final = 0.2
"""How much of a lens's ink a card gets that has its mark; less where words would lose their contrast."""

_LIGHT: Final[dict[str, str]] = {
    "canvas": "#f2f4f7",
    "paper": "#ffffff",
    "text": "#1b2333",
    "muted": "#566073",
    "hint": "#6a7487",
    "line": "#8b94a5",
    "lane.fill": "#ffffff",
    "lane.fill.back": "#f7f9fb",
    "lane.stroke": "#e1e5ec",
    "lane.title": "#414b5f",
    "lane.tint": "#f1f6fb",
    "phase.fill": "#dce2ec",
    "phase.text": "#1b2333",
    "phase.muted": "#46506a",
    "axis": "#7c8798",
    "axis.text": "#566073",
    "card.fill": "#ffffff",
    "card.fill.back": "#eef1f6",
    "card.stroke": "#8190ae",
    "card.shadow": "#e3e7ee",
    "card.text": "#1b2333",
    "card.muted": "#566073",
    "nobody": "#b3261e",
    "moment": "#b26a00",
    "moment.fill": "#fff4d6",
    "assumed": "#66707f",
    "deadline": "#b3261e",
    "flow": "#7784a3",
    "flow.back": "#8a4a86",
    "heartbeat": "#cc5f14",
    "heartbeat.axis": "#cfd6e0",
    "face.-2": "#8aa5ee",
    "face.-1": "#c3d0f2",
    "face.0": "#e3e3e6",
    "face.+1": "#fbe28a",
    "face.+2": "#ffc933",
    "face.ink": "#2a2320",
    "presence.direct.stroke": "#164a7c",
    "presence.commissioned": "#bfe0ee",
    "presence.commissioned.hatch": "#8fc6dd",
    "presence.commissioned.text": "#0b3f52",
    "presence.commissioned.stroke": "#2f88a8",
    "presence.partner": "#e4f3f8",
    "presence.partner.hatch": "#b8dceb",
    "presence.partner.text": "#0b4a60",
    "presence.partner.stroke": "#3a8fae",
    "presence.backstage": "#f0edf8",
    "presence.backstage.hatch": "#dcd5ef",
    "presence.backstage.text": "#4a3f8c",
    "presence.backstage.stroke": "#7d70c0",
    "presence.gap": "#fff8f6",
    "presence.gap.hatch": "#fbdcd4",
    "presence.gap.text": "#a1260f",
    "presence.gap.stroke": "#c0341d",
    "presence.deliberate": "#ffffff",
    "presence.deliberate.text": "#566073",
    "presence.deliberate.stroke": "#7c8798",
    "presence.unmapped": "#eceef2",
    "presence.unmapped.text": "#5a6475",
    "presence.unmapped.stroke": "#b9c0cb",
    "badge.fill": "#b3301b",
    "badge.text": "#ffffff",
    "pill.fill": "#eef1f6",
    "pill.stroke": "#8190ae",
    "pill.text": "#1b2333",
    "need": "#fff0b0",
    "need.text": "#2c2608",
    "need.mark": "#8a6500",
    "pain": "#ffd5cb",
    "pain.text": "#3a120a",
    "pain.mark": "#a8301a",
    "question": "#fde3bd",
    "question.text": "#33210a",
    "question.mark": "#9a5400",
    "opportunity": "#d3efcf",
    "opportunity.text": "#0f2a10",
    "opportunity.mark": "#2a7030",
    "idea": "#cdeef0",
    "idea.text": "#08282b",
    "idea.mark": "#136a72",
    "quote": "#eceff5",
    "quote.text": "#333d50",
    "quote.mark": "#566073",
    "remark": "#eceff5",
    "remark.text": "#1b2333",
    "remark.mark": "#566073",
    "selection": "#1a66c2",
    "selection.fill": "#e7f0fb",
    "focus": "#1a66c2",
    "hover": "#6a8fbd",
    "drop": "#1a66c2",
    "mark.ink": "#1b2333",
    "mark.paper": "#ffffff",
    "lens.pale": "#f8f9fb",
    "lens.pale.stroke": "#b3bbc9",
}

_DARK: Final[dict[str, str]] = _LIGHT | {
    "canvas": "#14181f",
    "paper": "#1b2029",
    "text": "#e9edf3",
    "muted": "#aeb8c7",
    "hint": "#97a2b3",
    "line": "#76819a",
    "lane.fill": "#1b2029",
    "lane.fill.back": "#181d25",
    "lane.stroke": "#2f3744",
    "lane.title": "#c1cad8",
    "lane.tint": "#1e2836",
    "phase.fill": "#303a4a",
    "phase.text": "#f1f4f8",
    "phase.muted": "#c1cad8",
    "axis": "#8e99ab",
    "axis.text": "#aeb8c7",
    "card.fill": "#252c38",
    "card.fill.back": "#2a3240",
    "card.stroke": "#7686a2",
    "card.shadow": "#12161c",
    "card.text": "#f1f4f8",
    "card.muted": "#b6c0ce",
    "nobody": "#ff9484",
    "moment": "#ffc44d",
    "moment.fill": "#4a3a12",
    "assumed": "#aab4c4",
    "deadline": "#ff9484",
    "flow": "#8494b4",
    "flow.back": "#d79ad2",
    "heartbeat": "#f2935c",
    "heartbeat.axis": "#3a4454",
    "face.0": "#c3cad5",
    "presence.direct.stroke": "#7db4ea",
    "presence.commissioned": "#1d4654",
    "presence.commissioned.hatch": "#2a6074",
    "presence.commissioned.text": "#e4f6fc",
    "presence.commissioned.stroke": "#5fb4d2",
    "presence.partner": "#1c313b",
    "presence.partner.hatch": "#264854",
    "presence.partner.text": "#bfe6f4",
    "presence.partner.stroke": "#5fb4d2",
    "presence.backstage": "#2a2740",
    "presence.backstage.hatch": "#383358",
    "presence.backstage.text": "#d5ccff",
    "presence.backstage.stroke": "#9a8fe0",
    "presence.gap": "#35201e",
    "presence.gap.hatch": "#4d2a25",
    "presence.gap.text": "#ffb3a5",
    "presence.gap.stroke": "#f07a66",
    "presence.deliberate": "#1b2029",
    "presence.deliberate.text": "#aeb8c7",
    "presence.deliberate.stroke": "#8e99ab",
    "presence.unmapped": "#262c36",
    "presence.unmapped.text": "#aeb8c7",
    "presence.unmapped.stroke": "#4a5464",
    "badge.fill": "#ffb3a5",
    "badge.text": "#2b0d08",
    "pill.fill": "#2a3240",
    "pill.stroke": "#7686a2",
    "pill.text": "#f1f4f8",
    "need": "#4a4214",
    "need.text": "#fff4c4",
    "need.mark": "#f0cf4a",
    "pain": "#572b23",
    "pain.text": "#ffe4dd",
    "pain.mark": "#ff9a86",
    "question": "#50381a",
    "question.text": "#ffe9cc",
    "question.mark": "#f5b25c",
    "opportunity": "#24472a",
    "opportunity.text": "#e0f7dd",
    "opportunity.mark": "#8fd68a",
    "idea": "#18464a",
    "idea.text": "#d6f6f8",
    "idea.mark": "#6fd0d8",
    "quote": "#2c3442",
    "quote.text": "#dbe2ec",
    "quote.mark": "#aeb8c7",
    "remark": "#2c3442",
    "remark.text": "#e9edf3",
    "remark.mark": "#aeb8c7",
    "selection": "#6cb0ff",
    "selection.fill": "#22354d",
    "focus": "#6cb0ff",
    "hover": "#8fb3dd",
    "drop": "#6cb0ff",
    "mark.ink": "#14181f",
    "mark.paper": "#ffffff",
    "lens.pale": "#1e242e",
    "lens.pale.stroke": "#4d5869",
}


def _all_black(roles: dict[str, str]) -> dict[str, str]:
    """High contrast: black words and lines on white; fills stay only where hatching or a mark goes with them."""
    dark = {
        role: "#000000"
        for role in roles
        if role.split(".")[-1] in {"text", "stroke", "muted", "mark", "title"}
        or role in {"text", "muted", "hint", "line", "axis", "flow", "heartbeat", "assumed", "heartbeat.axis"}
    }
    light = dict.fromkeys(
        (
            "canvas",
            "lane.tint",
            "lane.fill.back",
            "card.fill.back",
            "pill.fill",
            "presence.unmapped",
            "card.shadow",
            "lens.pale",
        ),
        "#ffffff",
    ) | dict.fromkeys(("phase.fill", "quote", "remark"), "#e6e6e6")
    marked = {"nobody": "#a00000", "deadline": "#a00000", "presence.gap.text": "#8a0000",
              "presence.gap.stroke": "#a00000", "badge.text": "#ffffff", "badge.fill": "#8a0000",
              "selection": "#0000c8", "focus": "#0000c8", "drop": "#0000c8", "hover": "#0000c8",
              "moment": "#000000", "flow.back": "#5a0060"}  # fmt: skip
    return roles | dark | light | marked


_PRINT: Final[dict[str, str]] = _LIGHT | {"canvas": "#ffffff", "lane.stroke": "#d3d9e2", "card.shadow": "#ffffff"}


def grey(colour: str) -> str:
    """The same lightness without hue (sRGB luma)."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    level = round(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    return f"#{level:02x}{level:02x}{level:02x}"


def _with_parties(roles: dict[str, str], dots: tuple[str, ...], on: str) -> dict[str, str]:
    """Adds "party.N" (dots and lines), "party.N.fill" (large areas) and "party.N.on" (words on that area)."""
    found = dict(roles)
    for index, colour in enumerate(dots):
        found |= {f"party.{index}": colour, f"party.{index}.fill": colour, f"party.{index}.on": on}
    return found


def _with_lenses(roles: dict[str, str], theme: Theme) -> dict[str, str]:
    """Adds per ink of a lens the fill of a chip, its letters (".on"), its edge (".edge"), and its card (".soft")."""
    found = dict(roles)
    for role, hue in _LENS.items():
        fill = grey(hue) if theme == "grey" else hue
        found[role] = fill
        found[f"{role}.on"] = max(("#06080c", "#ffffff"), key=partial(contrast, fill))
        found[f"{role}.soft"] = soft = roles["card.fill"] if theme in ("contrast", "grey") else _soft(fill, roles)
        grounds = (roles["card.fill"], soft)
        found[f"{role}.edge"] = "#000000" if theme == "contrast" else _edge(fill, grounds, dark=theme == "dark")
    return {role: grey(colour) for role, colour in found.items()} if theme == "grey" else found


def _edge(fill: str, grounds: tuple[str, ...], *, dark: bool) -> str:
    """The same hue, so much darker (or lighter, on dark) that one sees where it ends."""
    ink = "#ffffff" if dark else "#000000"
    shares = (share / 20 for share in range(3, 20))
    edges = (_mixed(fill, ink, share) for share in shares)
    return next(edge for edge in edges if all(contrast(edge, ground) >= _SEEN for ground in grounds))


def _soft(fill: str, roles: dict[str, str]) -> str:
    """A card with a breath of this ink, on which its words keep their contrast."""
    ground, words = roles["card.fill"], (roles["card.text"], roles["card.muted"], roles["nobody"])
    shares = (_TINT - step / 100 for step in range(round(_TINT * 100)))
    tints = (_mixed(ground, fill, share) for share in shares)
    return next((tint for tint in tints if all(contrast(word, tint) >= _READ for word in words)), ground)


def _mixed(one: str, other: str, share: float) -> str:
    """So much of the other colour in the one."""
    parts = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in parts)


@cache
def palette(theme: Theme) -> dict[str, str]:
    """Role name → "#rrggbb"; all themes have the same roles."""
    if theme == "dark":
        return _with_lenses(_with_parties(_DARK, _PARTY_ON_DARK, "#10151c"), theme)
    if theme == "grey":
        return _with_lenses({role: grey(colour) for role, colour in palette("print").items()}, theme)
    roles = {"light": _LIGHT, "print": _PRINT, "contrast": _all_black(_LIGHT)}[theme]
    return _with_lenses(_with_parties(roles, _PARTY_ON_LIGHT, "#ffffff"), theme)


def contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio of two colours, 1 to 21."""
    first, second = sorted((_luminance(one), _luminance(other)))
    return (second + 0.05) / (first + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
