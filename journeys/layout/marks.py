"""Our own drawn symbols, as paths in the unit square; painters scale them and need no font or picture for them."""

from __future__ import annotations

from functools import cache
from typing import Final

from journeys.layout import signs
from journeys.layout.shapes import Shape, box, circle, fill, line

_HEAD: Final = (fill(circle(50, 50, 46)), line(circle(50, 50, 46), 5, "ink"))
_EYES: Final = (fill(circle(34, 42, 6, 7.5), "ink"), fill(circle(66, 42, 6, 7.5), "ink"))
_FEATURE: Final = 6.5
"""How thick eyes, brows and mouths are drawn: as in the portraits of the samples."""

# One family: round ends, one thickness. What tells them apart without colour: the eyes, the brows, the mouth, a tear.
_FACES: Final[dict[str, tuple[Shape, ...]]] = {
    "face+2": (
        *_HEAD,
        line("M 25 44 C 28 33 40 33 43 44", _FEATURE, "ink"),
        line("M 57 44 C 60 33 72 33 75 44", _FEATURE, "ink"),
        fill(
            "M 25 56 C 25 53.5 26.5 53 29 53 L 71 53 C 73.5 53 75 53.5 75 56 C 75 73 64 82 50 82 C 36 82 25 73 25 56 Z",
            "ink",
        ),
        fill("M 34 74 C 40 68.5 60 68.5 66 74 C 62 79 56 81 50 81 C 44 81 38 79 34 74 Z", "paper"),
    ),
    "face+1": (*_HEAD, *_EYES, line("M 29 62 C 37 76 63 76 71 62", _FEATURE, "ink")),
    "face0": (*_HEAD, *_EYES, line("M 33 68 L 67 68", _FEATURE, "ink")),
    "face-1": (*_HEAD, *_EYES, line("M 30 74 C 38 61 62 61 70 74", _FEATURE, "ink")),
    "face-2": (
        *_HEAD,
        line("M 20 48 C 29 49 38 43 41 33", 7.5, "ink"),
        line("M 80 48 C 71 49 62 43 59 33", 7.5, "ink"),
        line("M 29 80 C 35 64 57 64 63 80", 7.5, "ink"),
        fill(
            "M 81 50 C 75 60 71 65 71 72 C 71 78.5 75.5 83 81 83 C 86.5 83 91 78.5 91 72 C 91 65 87 60 81 50 Z", "ink"
        ),
        fill(
            "M 81 58 C 78 63.5 75 67.5 75 72 C 75 76 77.5 78.8 81 78.8 C 84.5 78.8 87 76 87 72 "
            "C 87 67.5 84 63.5 81 58 Z",
            "paper",
        ),
    ),
}

_SIGNS: Final[dict[str, tuple[Shape, ...]]] = {
    "flag": (
        line("M 22 8 L 22 94", 9),
        fill("M 22 10 C 40 2 54 22 86 12 L 78 33 L 86 54 C 56 62 42 44 22 52 Z"),
    ),
    "dot": (fill(circle(50, 50, 34)),),
    "half": (line(circle(50, 50, 36), 10), fill("M 50 14 C 30 14 14 30 14 50 C 14 70 30 86 50 86 Z")),
    "ring": (line(circle(50, 50, 36), 10),),
    "dotted": tuple(
        fill(circle(x, y, 6.5))
        for x, y in ((50, 13), (76, 24), (87, 50), (76, 76), (50, 87), (24, 76), (13, 50), (24, 24))
    ),
    "handshake": (
        line(circle(50, 50, 36), 10),
        line("M 34 51 L 46 63 L 68 38", 11),
    ),
    "behind": (
        line("M 10 20 L 90 20", 9),
        fill("M 16 24 L 46 24 C 46 52 36 72 16 86 Z"),
        fill("M 84 24 L 54 24 C 54 52 64 72 84 86 Z"),
    ),
    "blank": (line(box(16, 16, 68, 68, 12), 8), line("M 36 50 L 64 50", 8)),
    "question-mark": (
        line("M 28 32 C 28 8 72 6 72 34 C 72 52 50 50 50 68", 12),
        fill(circle(50, 88, 8)),
    ),
    "star": (
        fill("M 50 4 L 63 36 L 97 38 L 71 60 L 80 94 L 50 75 L 20 94 L 29 60 L 3 38 L 37 36 Z"),
    ),
    "diamond": (fill("M 50 4 L 94 50 L 50 96 L 6 50 Z"),),
    "clock": (line(circle(50, 50, 40), 9), line("M 50 26 L 50 52 L 67 62", 9)),
    "assumed": (line("M 14 56 C 24 30 40 34 50 50 C 60 66 76 70 86 44", 12),),
    "proposed": (line("M 50 16 L 50 84 M 16 50 L 84 50", 14),),
    "pin": (
        fill("M 50 97 C 30 70 17 54 17 37 C 17 17 32 4 50 4 C 68 4 83 17 83 37 C 83 54 70 70 50 97 Z"),
        fill(circle(50, 37, 13), "paper"),
    ),
    "check": (line("M 14 54 L 40 80 L 88 24", 14),),
    "cross": (line("M 20 20 L 80 80 M 80 20 L 20 80", 13),),
    "arrow": (line("M 8 50 L 88 50 M 58 20 L 90 50 L 58 80", 11),),
    "square": (fill(box(16, 16, 68, 68)),),
    "up": (fill("M 50 10 L 94 86 L 6 86 Z"),),
    "down": (fill("M 6 14 L 94 14 L 50 90 Z"),),
    "differs": (line("M 12 36 L 88 36 M 12 64 L 88 64", 11), line("M 72 8 L 28 92", 10)),
    "moved": (
        line("M 12 66 C 12 26 50 16 84 34", 10), line("M 62 8 L 88 36 L 54 50", 10),
    ),
    "reworded": (line("M 16 84 L 22 60 L 70 12 L 88 30 L 40 78 Z", 9), line("M 58 24 L 76 42", 7)),
    "scissors": (
        line("M 96 30 L 30 62 M 96 70 L 30 38", 7), line(circle(18, 68, 13), 7), line(circle(18, 32, 13), 7),
    ),
    "scissors.down": (
        line("M 30 96 L 62 30 M 70 96 L 38 30", 7), line(circle(68, 18, 13), 7), line(circle(32, 18, 13), 7),
    ),
    "more": (fill(circle(18, 50, 10)), fill(circle(50, 50, 10)), fill(circle(82, 50, 10))),
    "break": (line("M 38 2 L 22 50 L 54 50 L 38 98 M 66 2 L 50 50 L 82 50 L 66 98", 6),),
    "process": (
        line(box(10, 12, 34, 28, 5), 8), line(box(56, 60, 34, 28, 5), 8),
        line("M 27 42 L 27 74 L 52 74", 8),
    ),
    "logo": (
        fill(circle(17, 70, 12)),
        fill(circle(83, 30, 12)),
        line("M 17 70 C 34 70 34 22 50 22 C 66 22 60 78 72 78 C 82 78 83 56 83 30", 9),
    ),
}  # fmt: skip

_NOTES: Final[dict[str, tuple[Shape, ...]]] = {
    "note.need": (line(circle(50, 50, 41), 9), line("M 50 72 L 50 30 M 31 48 L 50 29 L 69 48", 9)),
    "note.pain": (fill("M 54 2 L 16 58 L 44 58 L 36 98 L 84 38 L 54 38 Z"),),
    "note.question": (
        line(circle(50, 50, 42), 8),
        line("M 36 40 C 36 22 66 22 66 41 C 66 53 50 51 50 62", 9),
        fill(circle(50, 76, 6)),
    ),
    "note.opportunity": (
        line(circle(50, 50, 41), 9), line("M 50 28 L 50 72 M 28 50 L 72 50", 9),
    ),
    "note.idea": (
        line("M 38 72 C 38 60 22 56 22 37 C 22 19 35 8 50 8 C 65 8 78 19 78 37 C 78 56 62 60 62 72 Z", 8),
        line("M 39 84 L 61 84 M 44 95 L 56 95", 7),
    ),
    "note.quote": (
        fill("M 44 22 C 24 26 12 42 12 62 C 12 74 20 80 28 80 C 38 80 44 73 44 65 C 44 56 38 50 30 50 "
             "C 31 42 36 36 46 32 Z"),
        fill("M 88 22 C 68 26 56 42 56 62 C 56 74 64 80 72 80 C 82 80 88 73 88 65 C 88 56 82 50 74 50 "
             "C 75 42 80 36 90 32 Z"),
    ),
    "note.remark": (
        line("M 12 16 L 88 16 L 88 70 L 48 70 L 28 90 L 28 70 L 12 70 Z", 8),
        line("M 30 36 L 70 36 M 30 52 L 58 52", 7),
    ),
    "small-gesture": (
        fill("M 50 90 C 18 66 6 50 6 33 C 6 18 17 8 30 8 C 39 8 46 13 50 21 C 54 13 61 8 70 8 "
             "C 83 8 94 18 94 33 C 94 50 82 66 50 90 Z"),
    ),
    "proactive": (
        line("M 12 44 L 30 44 L 66 22 L 66 78 L 30 58 L 12 58 Z", 8), line("M 80 36 C 90 44 90 56 80 64", 8),
        line("M 30 60 L 36 88", 8),
    ),
}  # fmt: skip

_CHANNELS: Final[dict[str, tuple[Shape, ...]]] = {
    "channel.desk": (
        fill(circle(50, 24, 15)),
        fill("M 24 60 C 24 46 34 42 50 42 C 66 42 76 46 76 60 Z"),
        fill(box(4, 62, 92, 11, 2)),
        line("M 14 74 L 14 94 M 86 74 L 86 94", 9),
    ),
    "channel.phone": (
        fill("M 24 6 L 40 6 L 46 32 L 34 41 C 40 54 48 62 60 68 L 69 56 L 94 63 L 94 78 C 94 88 88 95 78 94 "
             "C 40 90 10 60 6 22 C 5 12 12 6 24 6 Z"),
    ),
    "channel.website": (
        line(circle(50, 50, 42), 8), line(circle(50, 50, 19, 42), 7), line("M 9 50 L 91 50", 7),
        line("M 16 29 L 84 29 M 16 71 L 84 71", 6),
    ),
    "channel.email": (line(box(6, 18, 88, 64, 8), 8), line("M 10 26 L 50 58 L 90 26", 8)),
    "channel.letter": (
        line("M 18 6 L 62 6 L 82 26 L 82 94 L 18 94 Z", 8), line("M 60 8 L 60 28 L 80 28", 7),
        line("M 33 46 L 67 46 M 33 60 L 67 60 M 33 74 L 54 74", 7),
    ),
    "channel.app": (
        line(box(25, 4, 50, 92, 10), 8), line("M 42 15 L 58 15", 6), fill(circle(50, 84, 5)),
    ),
    "channel.home": (
        line("M 6 50 L 50 10 L 94 50", 10), line("M 20 44 L 20 92 L 80 92 L 80 44", 8),
        fill(box(41, 60, 18, 32, 2)),
    ),
    "channel.chat": (
        line("M 14 10 L 86 10 C 92 10 95 14 95 19 L 95 58 C 95 64 92 67 86 67 L 46 67 L 24 90 L 24 67 L 14 67 "
             "C 8 67 5 64 5 58 L 5 19 C 5 14 8 10 14 10 Z", 8),
        fill(circle(29, 39, 6)), fill(circle(50, 39, 6)), fill(circle(71, 39, 6)),
    ),
    "channel.person": (
        fill(circle(33, 26, 16)), fill("M 6 90 C 6 60 14 48 33 48 C 44 48 51 52 55 60 C 49 68 47 78 47 90 Z"),
        fill(circle(72, 36, 13)), fill("M 52 90 C 52 64 58 54 72 54 C 88 54 95 64 95 90 Z"),
    ),
    "channel.practice": (
        line("M 26 6 C 14 6 14 14 14 24 C 14 44 24 54 34 54 C 44 54 54 44 54 24 C 54 14 54 6 42 6", 8),
        line("M 34 54 L 34 68 C 34 98 76 98 76 68 L 76 56", 8), line(circle(76, 44, 10), 8),
    ),
    "channel.hospital": (
        line(box(12, 8, 76, 84, 6), 8), fill(box(43, 20, 14, 40)), fill(box(30, 33, 40, 14)),
        line("M 50 92 L 50 74", 14),
    ),
    "channel.video": (line(box(5, 24, 60, 52, 8), 8), fill("M 70 44 L 95 28 L 95 72 L 70 56 Z")),
    "channel.event": (
        line(box(8, 16, 84, 76, 8), 8), line("M 8 38 L 92 38 M 30 6 L 30 24 M 70 6 L 70 24", 8),
    ),
    "channel.other": (line(circle(50, 50, 40), 9), fill(circle(50, 50, 12))),
}  # fmt: skip

_ALL: Final = _FACES | _SIGNS | _NOTES | _CHANNELS

_ALIKE: Final = {
    "balie": "desk", "counter": "desk", "telephone": "phone", "telefoon": "phone", "call": "phone",
    "internet": "website", "web": "website", "site": "website", "online": "website", "mail": "email",
    "e-mail": "email", "brief": "letter", "post": "letter", "home_visit": "home", "home-visit": "home",
    "huisbezoek": "home", "visit": "home", "in_person": "person", "in-person": "person", "meeting": "person",
    "midwife": "practice", "doctor": "practice", "clinic": "practice", "praktijk": "practice",
    "ziekenhuis": "hospital", "calendar": "event", "social": "chat", "group": "person",
}  # fmt: skip


@cache
def shapes(name: str) -> tuple[Shape, ...]:
    """The paths of a mark, bottom to top; unknown names are drawn as a plain dot."""
    if name.startswith(signs.PREFIX):
        return signs.shapes(name) or _SIGNS["dot"]
    return _ALL.get(name, _SIGNS["dot"])


def names() -> tuple[str, ...]:
    """All marks there are."""
    return tuple(_ALL)


def ink(name: str) -> str:
    """The colour role for the "ink" shapes of this mark."""
    return "face.ink" if name.startswith("face") else "mark.ink"


def channel(icon: str) -> str:
    """The mark for a channel's icon code, also for the codes other programs use."""
    known = _ALIKE.get(icon, icon)
    return f"channel.{known}" if f"channel.{known}" in _CHANNELS else "channel.other"


def face(emotion: int) -> str:
    """The mark for an emotion from −2 to +2."""
    return f"face{emotion:+d}" if emotion else "face0"
