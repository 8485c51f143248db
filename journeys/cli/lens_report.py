"""What `check` prints of the findings of the lenses."""

from __future__ import annotations

import textwrap
from itertools import groupby
from typing import TYPE_CHECKING, Any

from journeys.phrases import lenses as said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.finding import Finding
    from journeys.analysis.lenses import Heard
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.model.entities import Mute

WIDTH = 96
SIGNS = {"act": "!", "look": "?", "good": "+"}
"""To act on, worth a look, a strength: they stand in the margin and are explained once."""


def lens_report(heard: Heard, document: Document, say: Words) -> str:
    """The findings by lens, each with its place; the muted ones are counted."""
    lines: list[str] = []
    for lens, found in groupby(heard.findings, key=lambda finding: finding.lens):
        name = say(said.NAMES[lens])
        lines += ["", "", name, "─" * len(name)]
        for finding in found:
            lines += _finding(finding, document, say)
    if heard.findings:
        key = " · ".join(f"{sign} {say(said.GRADES[grade])}" for grade, sign in SIGNS.items())
        lines += ["", key]
    else:
        lines += ["", say("The lenses found nothing.")]
    if heard.muted:
        lines += ["", say.many("{n} finding is muted.", "{n} findings are muted.", len(heard.muted))]
    return "\n".join(lines)


def lens_shapes(heard: Heard, document: Document, say: Words) -> dict[str, Any]:
    """For scripts: the findings and the muted ones."""
    return {
        "findings": [_shape(finding, document, say) for finding in heard.findings],
        "muted": [_muted(finding, mute, document, say) for finding, mute in heard.muted],
    }


def _finding(finding: Finding, document: Document, say: Words) -> Iterator[str]:
    place = said.place_text(finding, document, say)
    title = said.finding_title(finding, say)
    yield f"{SIGNS[finding.grade]} {title}" + (f"  ({place})" if place else "")
    yield from textwrap.wrap(
        said.finding_text(finding, document, say), WIDTH, initial_indent="    ", subsequent_indent="    ",
        break_long_words=False,
    )  # fmt: skip


def _shape(finding: Finding, document: Document, say: Words) -> dict[str, Any]:
    return {
        "code": finding.code,
        "lens": finding.lens,
        "grade": finding.grade,
        "journey": finding.journey,
        "phase": finding.phase,
        "subjects": list(finding.subjects),
        "numbers": [
            {"code": number.code, "value": number.value, "unit": number.unit, "ids": list(number.ids)}
            for number in finding.numbers
        ],
        "details": dict(finding.details),
        "title": said.finding_title(finding, say),
        "text": said.finding_text(finding, document, say),
    }


def _muted(finding: Finding, mute: Mute, document: Document, say: Words) -> dict[str, Any]:
    return {**_shape(finding, document, say), "reason": mute.reason}
