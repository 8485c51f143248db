"""What a damaged file could not give, in sentences: a line for each thing, grouped by what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.i18n import N_, many
from journeys.phrases.difference import FIELDS
from journeys.phrases.terms import COUNTS, KINDS, joined, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from journeys.i18n import Words
    from journeys.store.losses import Loss

HEADINGS: Final = {
    "gone": N_("Left out"),
    "changed": N_("Still there, with something missing or put right"),
}
REASONS: Final = {
    "loss.changed": N_("damaged"),
    "loss.unreadable": N_("cannot be read"),
    "loss.invalid": N_("not something a study can hold"),
    "loss.double": N_("there is another one in the same place"),
    "loss.dependent": N_("belongs to something that is lost"),
    "loss.mended": N_("put right: {fields}"),
    "loss.reference": N_("what it pointed to is lost: {fields}"),
    "loss.picture": N_("the picture itself is lost"),
    "loss.made": N_("was lost, and was made anew"),
}
_KINDS: Final = KINDS | {"snapshot": N_("Snapshot")}
_COUNTS: Final = COUNTS | {"snapshot": many("{n} snapshot", "{n} snapshots")}


def lines(losses: Iterable[Loss], say: Words) -> dict[str, list[str]]:
    """A line for each thing, under `gone` and `changed`, of which the headings are HEADINGS."""
    things: dict[tuple[str, str, str], list[Loss]] = {}
    for number, loss in enumerate(losses):
        things.setdefault((loss.code, loss.kind, loss.id or str(number)), []).append(loss)
    found: dict[str, list[str]] = {"gone": [], "changed": []}
    for held in things.values():
        found["gone" if held[0].gone else "changed"].append(_line(held, say))
    return found


def _line(held: Sequence[Loss], say: Words) -> str:
    loss = held[0]
    if loss.code == "loss.unknown":
        n = loss.values.get("n", 1)
        return say("{things}: gone without a trace", things=say.many(*_COUNTS[loss.kind], n if type(n) is int else 1))
    name = _thing(loss.kind, loss.title, say)
    stood = joined([_thing(*one, say) for one in _stood(loss)], say)
    reason = _reason(held, say)
    if stood:
        reason = say("{reason} (it stood at: {places})", reason=reason, places=stood)
    return say("{thing}: {reason}", thing=name, reason=reason)


def _stood(loss: Loss) -> Sequence[tuple[str, str]]:
    """What a lost picture stood at."""
    at = loss.values.get("at", ())
    return at if isinstance(at, tuple) else ()


def _thing(kind: str, title: str, say: Words) -> str:
    return f"{say(_KINDS[kind])} {quoted(title)}" if title else say(_KINDS[kind])


def _reason(held: Sequence[Loss], say: Words) -> str:
    names = [str(loss.values["field"]) for loss in held if "field" in loss.values]
    told = list(dict.fromkeys(say(FIELDS[name]) if name in FIELDS else say("a detail") for name in names))
    return say(REASONS[held[0].code], fields=joined(told or [say("a detail")], say))
