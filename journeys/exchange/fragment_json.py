"""Steps on their way through the clipboard, as strict JSON: what comes in may come from any program."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from journeys.edits.cleaning import cleaned
from journeys.edits.fragment import KINDS, Fragment
from journeys.errors import ExchangeError
from journeys.exchange import strict_json
from journeys.exchange.json_format import BEGINNINGS, MOST_IMAGE_BYTES, MOST_IMAGES, NO_IMAGES, from_base64, to_base64
from journeys.model.document import place_of
from journeys.model.integrity import MAX_STEPS
from journeys.model.plain import from_plain, to_plain
from journeys.model.rules import Problem, check_entity, sound
from journeys.model.schema import CLASSES

MIME: Final = "application/x-levensreis-steps+json"
FORMAT: Final = "levensreis-steps"
VERSION: Final = 1
MEGABYTE: Final = 1 << 20
MOST_BYTES: Final = 64 * MEGABYTE


@dataclass(frozen=True, slots=True)
class Carried:
    """A fragment, and the bytes of its pictures by sha256."""

    fragment: Fragment
    images: dict[str, bytes] = field(default_factory=dict)
    changes: Counter[str] = field(default_factory=Counter)
    """What cleaning changed in its texts, per reason."""


def to_json(fragment: Fragment, images: Mapping[str, bytes] = NO_IMAGES) -> bytes:
    """The fragment as UTF-8 JSON."""
    data: dict[str, Any] = {"format": FORMAT, "version": VERSION}
    for section in KINDS:
        data[section] = [to_plain(entity) for entity in getattr(fragment, section)]
    wanted = sorted({image.sha256 for image in fragment.images} & set(images))
    data["image_data"] = {sha: to_base64(images[sha]) for sha in wanted}
    return json.dumps(data, ensure_ascii=False).encode()


def from_json(data: bytes) -> Carried:
    """The fragment in this JSON, checked by the rules of a study, or an error.

    Raises ExchangeError `json.too_large` and as `strict_json.parse` and `plain.from_plain` do, `steps.format`,
    `json.newer`, `json.id_twice`, `json.rule` (where, problem), `json.image…`.
    """
    if len(data) > MOST_BYTES:
        raise ExchangeError("json.too_large", found=len(data) // MEGABYTE, most=MOST_BYTES // MEGABYTE)
    found = strict_json.parse(data)
    _check_head(found)
    changes: Counter[str] = Counter()
    fragment = Fragment(**{section: _entities(found, section, changes) for section in KINDS})
    _check_ids(fragment)
    _check_between(fragment)
    return Carried(fragment, _images(fragment, found.get("image_data", {})), changes)


def _check_head(found: Any) -> None:
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise ExchangeError("steps.format")
    version = found.get("version")
    if type(version) is not int or version < 1:
        raise ExchangeError("steps.format")
    if version > VERSION:
        raise ExchangeError("json.newer", version=str(version))
    unknown = sorted(set(found) - {"format", "version", "image_data", *KINDS})
    if unknown:
        raise ExchangeError("plain.unknown", where=unknown[0][:40])


def _entities(found: dict[str, Any], section: str, changes: Counter[str]) -> tuple[Any, ...]:
    held = found.get(section, [])
    if not isinstance(held, list):
        raise ExchangeError("plain.type", where=section, expected="list", found=type(held).__name__)
    if len(held) > MAX_STEPS:
        raise _broken(Problem("rule.too_many", KINDS[section], "", "", {"most": MAX_STEPS}), section)
    cls = CLASSES[KINDS[section]]
    entities = [from_plain(cls, plain, f"{section}[{number}]") for number, plain in enumerate(held)]
    if sound(entities):  # many times as fast as one by one
        return tuple(entities)
    return tuple(_sound(entity, f"{section}[{number}]", changes) for number, entity in enumerate(entities))


def _sound(entity: Any, where: str, changes: Counter[str]) -> Any:
    """The entity with clean text; raises ExchangeError for any other broken rule."""
    problems = check_entity(entity)
    if any(problem.code == "rule.unclean" for problem in problems):
        entity = cleaned(entity, changes)
        problems = [p for p in problems if p.code == "rule.length"] or check_entity(entity)
    for problem in problems:
        raise _broken(problem, where)
    return entity


def _broken(problem: Problem, where: str) -> ExchangeError:
    return ExchangeError("json.rule", where=f"{where}.{problem.field}" if problem.field else where, problem=problem)


def _check_ids(fragment: Fragment) -> None:
    seen: set[str] = set()
    for section in KINDS:
        for number, entity in enumerate(getattr(fragment, section)):
            if entity.id in seen:
                raise ExchangeError("json.id_twice", where=f"{section}[{number}].id")
            seen.add(entity.id)


def _check_between(fragment: Fragment) -> None:
    """Each step in a place of its own; connections and cells with the steps that they need."""
    steps = {step.id for step in (*fragment.steps, *fragment.behind)}
    processes = {process.id for process in fragment.processes}
    phases = {phase.id for phase in fragment.phases}
    places: set[object] = set()
    for section in ("steps", "behind"):
        for number, step in enumerate(getattr(fragment, section)):
            _refer(step.phase, phases, f"{section}[{number}].phase")
            if place_of(step) in places:
                told: dict[str, object] = {"column": step.column, "track": step.track}
                raise _broken(Problem("rule.place_taken", "step", step.id, "", told), f"{section}[{number}]")
            places.add(place_of(step))
    for number, process in enumerate(fragment.processes):
        _refer(process.parent_step or "", steps, f"processes[{number}].parent_step")
    for number, step in enumerate(fragment.behind):
        _refer(step.journey, processes, f"behind[{number}].journey")
    pairs: set[tuple[str, str]] = set()
    for number, link in enumerate(fragment.links):
        _refer(link.source, steps, f"links[{number}].source")
        _refer(link.target, steps, f"links[{number}].target")
        if (link.source, link.target) in pairs:
            raise _broken(Problem("rule.double_link", "link", link.id, ""), f"links[{number}]")
        pairs.add((link.source, link.target))
    for number, cell in enumerate(fragment.cells):
        _refer(cell.step or "", steps, f"cells[{number}].step")


def _refer(id_: str, known: set[str], where: str) -> None:
    if id_ not in known:
        raise _broken(Problem("rule.dangling", "step", id_, "", {"target": id_[:8]}), where)


def _images(fragment: Fragment, held: Any) -> dict[str, bytes]:
    """The pictures' bytes, each checked against its sha256 and its kind."""
    if not isinstance(held, dict):
        raise ExchangeError("plain.object", where="image_data", found=type(held).__name__)
    if max(len(held), len(fragment.images)) > MOST_IMAGES:
        raise ExchangeError("json.images_many", found=max(len(held), len(fragment.images)), most=MOST_IMAGES)
    images = {sha: from_base64(text, f"image_data.{sha[:12]}…", MOST_IMAGE_BYTES) for sha, text in held.items()}
    for number, image in enumerate(fragment.images):
        data = images.get(image.sha256)
        if data is not None and not _is(data, image.sha256, BEGINNINGS[image.media]):
            raise ExchangeError("json.image", where=f"images[{number}]")
    used = {image.sha256 for image in fragment.images}
    return {sha: data for sha, data in images.items() if sha in used}


def _is(data: bytes, sha256: str, beginning: bytes) -> bool:
    return hashlib.sha256(data).hexdigest() == sha256 and data.startswith(beginning)
