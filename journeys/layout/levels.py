"""How each level of presence looks: its mark, colours and line, for maps, posters, legends and small pictures alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from journeys.analysis.presence import Level
    from journeys.layout.drawing import Dash


class LevelLook(NamedTuple):
    """Colours are role names of the palette."""

    mark: str
    fill: str
    words: str
    stroke: str | None = None
    hatch: str | None = None
    dash: Dash = "solid"


_PATTERNS: Final[tuple[tuple[Level, str, str, str | None, Dash], ...]] = (
    ("commissioned", "handshake", "commissioned", "presence.commissioned.hatch", "solid"),
    ("via_partner", "half", "partner", "presence.partner.hatch", "solid"),
    ("backstage", "behind", "backstage", "presence.backstage.hatch", "dotted"),
    ("deliberate", "dotted", "deliberate", None, "dotted"),
    ("unmapped", "blank", "unmapped", None, "solid"),
    ("absent", "flag", "gap", "presence.gap.hatch", "dashed"),
)
_STYLES: Final[dict[str, LevelLook]] = {
    level: LevelLook(mark, f"presence.{role}", f"presence.{role}.text", f"presence.{role}.stroke", hatch, dash)
    for level, mark, role, hatch, dash in _PATTERNS
}


def level_look(level: str, own: str) -> LevelLook:
    """`own`: the organisation's colour, the prefix of roles such as "party.0"."""
    if level == "direct":
        return LevelLook("dot", f"{own}.fill", f"{own}.on")
    return _STYLES[level]
