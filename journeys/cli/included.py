"""What `--include` names: lanes, kinds of notes and the findings that are printed; all else is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.errors import UsageError
from journeys.i18n import LANGUAGES, N_, words
from journeys.layout.notes import KINDS
from journeys.model.order import by_order
from journeys.phrases.terms import LANES, NOTES
from journeys.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.i18n import Language
    from journeys.model.document import Document
    from journeys.model.entities import Lane

    Included = tuple[tuple[str, ...] | None, tuple[str, ...] | None, bool]

FINDINGS: Final = N_("findings")


def included(named: str | None, document: Document, language: Language) -> Included:
    """(ids of lanes, kinds of notes, whether the findings are printed); everything when nothing is named.

    A kind of note brings its lane along; a lane of notes that is named alone has all kinds.
    Raises UsageError `include.unknown` with what there is.
    """
    if named is None:
        return None, None, True
    wanted = [folded(word) for word in named.split(",") if word.strip()]
    shown = sorted(document.lanes.values(), key=by_order)
    kinds = [kind for kind in NOTES if _meant(wanted, _names_of_kind(kind))]
    chosen = [
        lane for lane in shown
        if _meant(wanted, _names_of_lane(lane)) or any(kind in KINDS.get(lane.kind, ()) for kind in kinds)
    ]  # fmt: skip
    findings = _meant(wanted, ["findings", *_in_all_languages(FINDINGS)])
    _refuse_unknown(wanted, shown, language)
    whole = {kind for lane in chosen if _meant(wanted, _names_of_lane(lane)) for kind in KINDS.get(lane.kind, ())}
    notes = tuple(kind for kind in NOTES if kind in kinds or kind in whole) if kinds else None
    return tuple(lane.id for lane in chosen), notes, findings


def _refuse_unknown(wanted: list[str], shown: list[Lane], language: Language) -> None:
    known = {folded(name) for lane in shown for name in _names_of_lane(lane)}
    known |= {folded(name) for kind in NOTES for name in _names_of_kind(kind)}
    known |= {folded(name) for name in ("findings", *_in_all_languages(FINDINGS))}
    for word in wanted:
        if word not in known:
            say = words(language)
            offered = (
                *(lane.title or say(LANES[lane.kind]) for lane in shown),
                *map(say, NOTES.values()),
                say(FINDINGS),
            )
            raise UsageError("include.unknown", what=word, known=", ".join(offered).lower())


def _meant(wanted: list[str], names: list[str]) -> bool:
    return any(folded(name) in wanted for name in names)


def _names_of_lane(lane: Lane) -> list[str]:
    own = [lane.id, lane.title] if lane.title else [lane.id]
    return own if lane.kind == "text" else [*own, lane.kind, *_in_all_languages(LANES[lane.kind])]


def _names_of_kind(kind: str) -> list[str]:
    return [kind, *_in_all_languages(NOTES[kind])]


def _in_all_languages(word: str) -> Iterator[str]:
    return (words(language)(word) for language in LANGUAGES)
