"""`levensreis privacy`, and what the other commands do about personal data before it goes out."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from journeys.analysis import privacy as analysis
from journeys.analysis.personal import KINDS
from journeys.cli.studies import opened_study
from journeys.cli.surroundings import complain, print_json
from journeys.phrases import personal as phrases

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from journeys.analysis.privacy import Look, Remark
    from journeys.cli.surroundings import Surroundings
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.store.opener import Opened


def privacy(given: Namespace, around: Surroundings) -> int:
    """List what looks like personal data, masked; 1 when there is any."""
    document = opened_study(given, around).document
    found = analysis.look(document, _today())
    if given.json:
        print_json(_shape(found, document))
    else:
        print("\n".join(_lines(found, document, around.say)))
    return 1 if found.remarks else 0


def let_out(given: Namespace, opened: Opened, around: Surroundings, *, told: bool = False) -> Opened:
    """What of this study may leave: without names when that was asked, else all of it, with a word on standard error.

    `told`: the command itself says what looks personal.
    """
    if not given.anonymous:
        if not told:
            warn(given, opened.document, around)
        return opened
    from journeys.analysis.anonymous import anonymised
    from journeys.i18n import words

    document = anonymised(opened.document, words(opened.document.study.language)).document
    return replace(opened, document=document, images={}, snapshots=())


def warn(given: Namespace, document: Document, around: Surroundings) -> None:
    """A line when something looks personal, and one when somebody is real; they stop nothing."""
    found, say = analysis.look(document, _today()), around.say
    if found.remarks:
        summary = phrases.summary(len(found.remarks), say)
        complain(say("{summary}; “levensreis privacy {path}” lists them.", summary=summary, path=given.file))
    if found.personas["real"]:
        complain(say.many(*phrases.COUNTS["real"], found.personas["real"]) + ".")


def _lines(found: Look, document: Document, say: Words) -> Iterator[str]:
    if found.remarks:
        yield phrases.summary(len(found.remarks), say) + "."
    else:
        yield say("Nothing looks like personal data.")
        yield phrases.looked_for(say)
    for what in sorted({one.what for one in found.remarks}, key=KINDS.index):
        yield ""
        yield say(phrases.NAMES[what])
        for one in found.remarks:
            if one.what == what:
                yield f"- {phrases.place(one.place, document, say)}: {phrases.excerpt(one)}"
    n = len(found.dismissed)
    about = [say.many("{n} thing is marked as not personal.", "{n} things are marked as not personal.", n)] if n else []
    n = len({one.name for one in found.named})
    about += [say.many("{n} name of an owner or interview.", "{n} names of owners and interviews.", n)] if n else []
    about += [*phrases.persona_lines(found, say), *filter(None, [phrases.expired_text(found.expired_on, say)])]
    if about:
        yield ""
        yield from about


def _shape(found: Look, document: Document) -> dict[str, Any]:
    expires = document.study.expires_on
    return {
        "found": [_remark(one) for one in found.remarks],
        "dismissed": [_remark(one) for one in found.dismissed],
        "personas": dict(found.personas),
        "real": [
            {"id": one.id, "consent": state, "consent_until": one.consent_until and one.consent_until.isoformat()}
            for one, state in found.real
        ],
        "expires_on": expires and expires.isoformat(),
        "expired": found.expired_on is not None,
    }  # fmt: skip


def _remark(one: Remark) -> dict[str, Any]:
    """Only what may be shown of it."""
    return {
        "code": one.code, "kind": one.place.kind, "id": one.place.id, "field": one.place.field,
        "start": one.place.start, "end": one.place.end, "sample": one.sample, "sure": one.sure,
    }  # fmt: skip


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()
