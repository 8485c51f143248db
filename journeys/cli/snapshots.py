"""The command that lists the snapshots in a study's file, and tells what has changed since one of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from journeys.analysis.difference import difference
from journeys.cli.studies import opened_study
from journeys.cli.surroundings import print_json
from journeys.errors import UsageError
from journeys.exchange import snapshots as exchange
from journeys.phrases.dates import when_text
from journeys.phrases.difference import change_text
from journeys.phrases.snapshots import counts_text

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from journeys.cli.surroundings import Surroundings
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.model.entities import Snapshot


def snapshots(given: Namespace, around: Surroundings) -> int:
    """List them, or with `--since` what is different now; 0 in both cases."""
    opened = opened_study(given, around)
    held = sorted(opened.snapshots, key=lambda one: (one.made_at, one.id))
    if given.since is not None:
        then = exchange.read(_named(held, given.since))
        _tell_since(given, around, then, opened.document)
    elif given.json:
        print_json([_shape(one) for one in held])
    else:
        print("\n".join(_lines(held, around.say)) or around.say("{path}: no snapshots.", path=given.file))
    return 0


def _named(held: Sequence[Snapshot], name: str) -> Snapshot:
    """The newest of that name."""
    for one in reversed(held):
        if one.name.casefold() == name.strip().casefold() or one.id == name:
            return one
    known = ", ".join(dict.fromkeys(one.name for one in held)) or "–"
    raise UsageError("usage.snapshot", found=name, known=known)


def _lines(held: Sequence[Snapshot], say: Words) -> Iterator[str]:
    now = dt.datetime.now().astimezone()
    for one in held:
        yield f"{one.name}  ({when_text(one.made_at, now, say)})  {counts_text(exchange.counts(one), say)}"


def _shape(one: Snapshot) -> dict[str, Any]:
    counts = exchange.counts(one)
    numbers = {"journeys": counts.journeys, "steps": counts.steps, "notes": counts.notes} if counts else None
    return {"id": one.id, "name": one.name, "made_at": one.made_at.isoformat(), "counts": numbers}


def _tell_since(given: Namespace, around: Surroundings, then: Document, now: Document) -> None:
    changes = difference(then, now)
    texts = [change_text(change, then, now, around.say) for change in changes]
    if given.json:
        print_json([
            {"code": change.code, "kind": change.kind, "id": change.id, "journey": change.journey,
             "phase": change.phase, "fields": list(change.fields), "text": text}
            for change, text in zip(changes, texts, strict=True)
        ])  # fmt: skip
    else:
        print("\n".join(texts) or around.say("Nothing is different."))
