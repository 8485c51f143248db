"""Reads files in other formats, in a worker: a whole study, or steps that are shown before they come in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from journeys.edits.incoming import Incoming, IncomingLink
from journeys.errors import LevensreisError
from journeys.exchange.coming import Coming

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.tasks import Work
    from journeys.edits.incoming import IncomingStep
    from journeys.exchange.imported import Imported
    from journeys.i18n import Language


@dataclass(frozen=True, slots=True)
class Found:
    """What was in a file: a study, or what steps; `refused` says why neither. `name` is how the user knows it."""

    path: Path
    name: str
    format: str = ""
    """The title of its format, to be translated."""
    code: str = ""
    """Of its format."""
    study: Imported | None = None
    coming: Coming | None = None
    refused: LevensreisError | None = None


def read(paths: Sequence[Path], language: Language, work: Work) -> Found:
    """One file, or all of several together; the first that cannot be read refuses them all. Raises Cancelled."""
    found: list[Found] = []
    for number, path in enumerate(paths):
        work.watch(number / len(paths))
        found.append(_read_one(path, language))
        if found[-1].refused is not None:
            return found[-1]
    return found[0] if len(found) == 1 else _together(found)


def _read_one(path: Path, language: Language) -> Found:
    from journeys.exchange import formats
    from journeys.store import reading

    try:
        data = reading.read(path, formats.for_reading(path).most_bytes)
        chosen = formats.by_contents(path, data)
        if chosen.study is not None:
            return Found(path, path.name, chosen.title, chosen.code, study=chosen.study(data, path.name, language))
        assert chosen.steps is not None  # whatever is read gives one of the two
        return Found(path, path.name, chosen.title, chosen.code, coming=chosen.steps(data, path.name))
    except LevensreisError as error:
        return Found(path, path.name, refused=error)


def _together(found: Sequence[Found]) -> Found:
    """The steps of all these files: what names no journey gets one by the name of its file."""
    parts = [_part(number, one) for number, one in enumerate(found)]
    if any(part.links is not None for part in parts):
        parts = [part if part.links is not None else _chained(part) for part in parts]
    linked = [part.links for part in parts if part.links is not None]
    whole = Incoming(
        tuple(each for part in parts for each in part.steps),
        tuple(each for part in parts for each in part.phases),
        tuple(each for part in parts for each in part.remarks),
        tuple(each for links in linked for each in links) if linked else None,
        tuple(each for part in parts for each in part.notes),
        tuple(each for part in parts for each in part.journeys),
        tuple(each for part in parts for each in part.personas),
        tuple(each for part in parts for each in part.parties),
    )
    return Found(found[0].path, ", ".join(one.name for one in found), coming=Coming(whole))


def _part(number: int, found: Found) -> Incoming:
    """What one of several files holds; two of them may use the same key for different steps."""
    assert found.coming is not None  # only steps come together
    incoming, title = found.coming.incoming, found.coming.title or found.path.stem

    def named(step: IncomingStep) -> IncomingStep:
        return replace(step, journey=step.journey or title, key=f"{number}:{step.key or f'row {step.row}'}")

    def led(link: IncomingLink) -> IncomingLink:
        return replace(link, source=f"{number}:{link.source}", target=f"{number}:{link.target}")

    return replace(
        incoming,
        steps=tuple(named(step) for step in incoming.steps),
        links=None if incoming.links is None else tuple(led(link) for link in incoming.links),
        remarks=tuple(replace(each, values={"sheet": found.name, **each.values}) for each in incoming.remarks),
    )


def _chained(part: Incoming) -> Incoming:
    """Where another file says what is connected, this one must say that its steps follow one another."""
    front: dict[tuple[str, str], list[str]] = {}
    for step in part.steps:
        if step.stage != "back":
            front.setdefault((step.persona, step.journey), []).append(step.key)
    links = (IncomingLink(*pair) for keys in front.values() for pair in pairwise(keys))
    return replace(part, links=tuple(links))
