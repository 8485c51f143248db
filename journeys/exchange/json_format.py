"""A study as JSON and back, losslessly: every field of every entity, pictures and snapshots as base64."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import hashlib
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

from journeys.edits.cleaning import cleaned
from journeys.errors import ExchangeError
from journeys.exchange import strict_json
from journeys.exchange.imported import Imported, Notice
from journeys.exchange.wanted import Wanted
from journeys.model.document import Document
from journeys.model.entities import Image, Snapshot
from journeys.model.fields import Kind
from journeys.model.integrity import MAX_STEPS, check_document
from journeys.model.plain import from_plain, to_plain
from journeys.model.rules import Problem
from journeys.model.schema import CLASSES
from journeys.store import packed

FORMAT: Final = "levensreis"
VERSION: Final = "2.0.0"
"""Of every earlier one all is read: what it did not know yet has its default."""
SCHEMA: Final = f"levensreis-study-{VERSION}.schema.json"
MEGABYTE: Final = 1 << 20
MOST_BYTES: Final = 400 * MEGABYTE
MOST_WITHOUT_IMAGES: Final = 50 * MEGABYTE
MOST_IMAGES: Final = 200
MOST_IMAGE_BYTES: Final = MEGABYTE
_BASE64: Final = re.compile(rb"[A-Za-z0-9+/]{400,}+=*")
_SEMVER: Final = re.compile(r"(\d{1,6})\.\d{1,6}\.\d{1,6}")
BEGINNINGS: Final = {"png": b"\x89PNG\r\n\x1a\n", "jpeg": b"\xff\xd8\xff"}

SECTIONS: Final[dict[str, Kind]] = {
    "moments": "moment", "phases": "phase", "parties": "party", "channels": "channel", "personas": "persona",
    "journeys": "journey", "steps": "step", "links": "link", "notes": "note", "stances": "stance", "mutes": "mute",
    "facts": "fact", "sources": "source", "lanes": "lane", "cells": "cell", "views": "view", "images": "image",
}  # fmt: skip
"""A list per kind, after the study itself."""
_BESIDE: Final = ("image_data", "snapshots")
_HEAD: Final = ("$schema", "format", "version", "study")
NO_IMAGES: Final[Mapping[str, bytes]] = {}


def to_json(document: Document, images: Mapping[str, bytes] = NO_IMAGES, snapshots: Sequence[Snapshot] = ()) -> bytes:
    """The study as UTF-8 JSON; the same study gives the same bytes."""
    data: dict[str, Any] = {
        "$schema": SCHEMA, "format": FORMAT, "version": VERSION, "study": to_plain(document.study),
    }  # fmt: skip
    for section, kind in SECTIONS.items():
        held = sorted(document.tables[kind].values(), key=_order)
        data[section] = [to_plain(entity) for entity in held]
    wanted = {image.sha256 for image in document.images.values()} | _shown_before(snapshots)
    data["image_data"] = {sha: to_base64(images[sha]) for sha in sorted(wanted) if sha in images}
    data["snapshots"] = [_from_snapshot(snapshot) for snapshot in sorted(snapshots, key=lambda s: (s.made_at, s.id))]
    return _lines(data).encode()


def write(wanted: Wanted) -> bytes:
    """All of it, whichever journeys were chosen."""
    return to_json(wanted.document, wanted.images, wanted.snapshots)


def from_json(data: bytes) -> Imported:
    """The study in this JSON: all of it, checked, or an error.

    Raises ExchangeError as `strict_json.parse` and `plain.from_plain` do, `json.format`, `json.newer`,
    `json.id_twice`, `json.rule` (where, problem), `json.image…` or `json.too_large`.
    """
    _check_size(data)
    found = strict_json.parse(data)
    _check_head(found)
    places: dict[tuple[Kind, str], str] = {}
    document = Document.of(from_plain(cls, plain, where) for cls, plain, where in _entries(found, places))
    document, changes = _checked(document, places)
    snapshots = _snapshots(_list(found, "snapshots"), changes)
    images = _images(document, found.get("image_data", {}), places, _shown_before(snapshots))
    _check_without(len(data) - sum(len(image) for image in images.values()) * 4 // 3)
    return Imported(document, images, snapshots, _notices(document, images, changes))


def _check_size(data: bytes) -> None:
    """Before it is read, whatever stands there as base64 may be pictures."""
    if len(data) > MOST_WITHOUT_IMAGES:
        _check_without(len(data) - sum(len(found[0]) for found in _BASE64.finditer(data)))


def _check_without(size: int) -> None:
    if size > MOST_WITHOUT_IMAGES:
        most = MOST_WITHOUT_IMAGES // MEGABYTE
        raise ExchangeError("json.too_large", found=size // MEGABYTE, most=most)


def _check_head(found: Any) -> None:
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise ExchangeError("json.format")
    version = found.get("version")
    match = _SEMVER.fullmatch(version) if isinstance(version, str) else None
    if match is None:
        raise ExchangeError("json.version")
    if int(match[1]) > int(VERSION.split(".", maxsplit=1)[0]):
        raise ExchangeError("json.newer", version=version)
    named = found.get("$schema", "")
    if not isinstance(named, str):
        raise ExchangeError("plain.type", where="$schema", expected="str", found=type(named).__name__)
    unknown = sorted(set(found) - {*_HEAD, *SECTIONS, *_BESIDE})
    if unknown:
        raise ExchangeError("plain.unknown", where=unknown[0][:40])
    if "study" not in found:
        raise ExchangeError("plain.missing", where="study")


def _entries(found: dict[str, Any], places: dict[tuple[Kind, str], str]) -> list[tuple[type[Any], Any, str]]:
    """(class, plain data, where) of everything; `places` learns where each id stands."""
    entries: list[tuple[type[Any], Any, str]] = [(CLASSES["study"], found["study"], "study")]
    for section, kind in SECTIONS.items():
        if kind == "step" and len(_list(found, section)) > MAX_STEPS:
            raise _broken(Problem("rule.too_many", kind, "", "", {"most": MAX_STEPS}), section)
        for number, plain in enumerate(_list(found, section)):
            where = f"{section}[{number}]"
            entries.append((CLASSES[kind], plain, where))
            id_ = plain.get("id") if isinstance(plain, dict) else None
            if isinstance(id_, str) and places.setdefault((kind, id_), where) != where:
                raise ExchangeError("json.id_twice", where=f"{where}.id")
    return entries


def _list(found: dict[str, Any], section: str) -> list[Any]:
    held = found.get(section, [])
    if not isinstance(held, list):
        raise ExchangeError("plain.type", where=section, expected="list", found=type(held).__name__)
    return held


def _checked(document: Document, places: Mapping[tuple[Kind, str], str]) -> tuple[Document, Counter[str]]:
    """The document with clean text, and what cleaning changed; raises ExchangeError for any other broken rule."""
    changes: Counter[str] = Counter()
    problems = check_document(document)
    unclean = {(problem.kind, problem.id) for problem in problems if problem.code == "rule.unclean"}
    if unclean:
        document = Document.of(cleaned(entity, changes) if key in unclean else entity for key, entity in document)
        problems = [p for p in problems if p.code == "rule.length"] or check_document(document)
    for problem in problems:
        raise _broken(problem, places.get((problem.kind, problem.id), problem.kind))
    return document, changes


def _broken(problem: Problem, where: str) -> ExchangeError:
    place = f"{where}.{problem.field}" if problem.field else where
    return ExchangeError("json.rule", where=place, problem=problem)


def _shown_before(snapshots: Sequence[Snapshot]) -> set[str]:
    """The pictures of earlier states: without them they could not be restored as they were."""
    return {sha256 for snapshot in snapshots for sha256 in packed.pictures(snapshot.content)}


def _images(document: Document, held: Any, places: dict[tuple[Kind, str], str], before: set[str]) -> dict[str, bytes]:
    """The pictures' bytes that the study or an earlier state of it uses, each checked against its sha256 and kind."""
    if not isinstance(held, dict):
        raise ExchangeError("plain.object", where="image_data", found=type(held).__name__)
    if max(len(held.keys() - before), len(document.images)) > MOST_IMAGES:
        raise ExchangeError("json.images_many", found=max(len(held), len(document.images)), most=MOST_IMAGES)
    images = {sha: from_base64(text, f"image_data.{sha[:12]}…", MOST_IMAGE_BYTES) for sha, text in held.items()}
    for image in document.images.values():
        if image.sha256 in images:
            _check_image(image, images[image.sha256], places["image", image.id])
    used = {image.sha256 for image in document.images.values()}
    old = {sha for sha in before - used if sha in images and _is_picture(sha, images[sha])}
    return {sha: data for sha, data in images.items() if sha in used | old}


def _is_picture(sha256: str, data: bytes) -> bool:
    return hashlib.sha256(data).hexdigest() == sha256 and data.startswith(tuple(BEGINNINGS.values()))


def _check_image(image: Image, data: bytes, where: str) -> None:
    if hashlib.sha256(data).hexdigest() != image.sha256 or not data.startswith(BEGINNINGS[image.media]):
        raise ExchangeError("json.image", where=where)


def _notices(document: Document, images: Mapping[str, bytes], changes: Counter[str]) -> tuple[Notice, ...]:
    found = [Notice(f"notice.text_{code}", {"n": n}) for code, n in sorted(changes.items()) if n]
    lacking = sum(image.sha256 not in images for image in document.images.values())
    if lacking:
        found.append(Notice("notice.images_lacking", {"n": lacking}))
    return tuple(found)


def _lines(data: Mapping[str, Any]) -> str:
    """An entity a line: quick to write, and what changed in a study is what changed in its lines."""
    return "{\n" + ",\n".join(f"{_dumped(key)}: {_section(held)}" for key, held in data.items()) + "\n}\n"


def _section(held: Any) -> str:
    if isinstance(held, list) and held:
        return "[\n" + ",\n".join(map(_dumped, held)) + "\n]"
    return _dumped(held)


def _dumped(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)


def _order(entity: Any) -> tuple[int, str]:
    for field in ("start_day", "day", "order"):
        value = getattr(entity, field, None)
        if isinstance(value, int):
            return value, entity.id
    return 0, entity.id


def to_base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def from_base64(text: Any, where: str, most: int) -> bytes:
    if not isinstance(text, str):
        raise ExchangeError("plain.type", where=where, expected="str", found=type(text).__name__)
    if len(text) * 3 // 4 > most + 3:
        found = round(len(text) * 3 / 4 / MEGABYTE, 1)
        raise ExchangeError("json.data_large", where=where, found=found, most=most // MEGABYTE)
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise ExchangeError("json.image", where=where) from None


def _from_snapshot(snapshot: Snapshot) -> dict[str, Any]:
    return {
        "id": snapshot.id, "name": snapshot.name, "made_at": snapshot.made_at.isoformat(),
        "content": to_base64(snapshot.content),
    }  # fmt: skip


def _snapshots(held: list[Any], changes: Counter[str]) -> tuple[Snapshot, ...]:
    found: dict[str, Snapshot] = {}
    for number, data in enumerate(held):
        where = f"snapshots[{number}]"
        snapshot = cleaned(_snapshot(data, where), changes)
        if found.setdefault(snapshot.id, snapshot) is not snapshot:
            raise ExchangeError("json.id_twice", where=f"{where}.id")
    return tuple(found.values())


def _snapshot(data: Any, where: str) -> Snapshot:
    if not isinstance(data, dict):
        raise ExchangeError("plain.object", where=where, found=type(data).__name__)
    unknown = sorted(set(data) ^ {"id", "name", "made_at", "content"})
    if unknown:
        code = "plain.unknown" if unknown[0] in data else "plain.missing"
        raise ExchangeError(code, where=f"{where}.{unknown[0][:40]}")
    for name in ("id", "name", "made_at"):
        if not isinstance(data[name], str):
            raise ExchangeError("plain.type", where=f"{where}.{name}", expected="str", found=type(data[name]).__name__)
    if not re.fullmatch(r"[0-9a-f]{32}", data["id"]):
        raise _broken(Problem("rule.id", "study", data["id"], "id", {"found": data["id"][:40]}), where)
    content = from_base64(data["content"], f"{where}.content", MOST_WITHOUT_IMAGES)
    return Snapshot(data["id"], data["name"], _moment(data["made_at"], f"{where}.made_at"), content)


def _moment(text: str, where: str) -> dt.datetime:
    try:
        made = dt.datetime.fromisoformat(text)
        if made.tzinfo is not None:
            return made.astimezone(dt.UTC)
    except (ValueError, OverflowError):
        pass
    raise ExchangeError("plain.date", where=where, found=text[:40])
