"""How all findings of one code are said."""

from __future__ import annotations

from typing import NamedTuple


class Told(NamedTuple):
    """`title` names the kind of finding, `sentence` says this one, `why` what it means and what to do about it.

    The sentence may use {subject} and {subjects} (names in quotation marks), {phase}, {journey}, {persona}, {scope},
    {people}, every number by its code (with its unit: "3 steps") and whatever the lens's `arguments` give.
    """

    title: str
    sentence: str
    why: str
