"""What is told of most kinds: that it is new, gone, renamed, or which of its fields are different."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from journeys.analysis.difference.both import differing
from journeys.analysis.difference.change import Change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.difference.both import Both
    from journeys.model.fields import Kind

PLAIN: Final[tuple[Kind, ...]] = (
    "phase", "journey", "persona", "party", "channel", "moment", "fact", "source", "lane", "cell", "stance", "mute",
    "view", "study",
)  # fmt: skip
"""Kinds of which every field is told in the same way."""


def journeys(both: Both) -> Iterator[Change]:
    """Journeys that are new or gone, each with how many steps."""
    sizes: dict[str, int] = defaultdict(int)
    for document in (both.before, both.after):
        for step in document.steps.values():
            if step.journey in both.folded:
                sizes[step.journey] += 1
    for id_ in both.folded:
        code = "journey.new" if id_ in both.after.journeys else "journey.gone"
        yield Change(code, "journey", id_, id_, n=sizes[id_])


def plain(both: Both, kind: Kind) -> Iterator[Change]:
    reordered: list[str] = []
    for id_, was, now in both.pairs(kind):
        if kind == "journey" and id_ in both.folded:
            continue
        journey, phase = _where(kind, now or was)
        if kind in ("stance", "cell") and journey in both.folded:
            continue
        if was is None or now is None:
            yield Change(f"{kind}.{'new' if was is None else 'gone'}", kind, id_, journey, phase)
            continue
        changed = differing(was, now)
        if changed == ("order",):
            reordered.append(id_)
        elif changed in (("name",), ("title",)):
            yield Change(f"{kind}.renamed", kind, id_, journey, phase, changed, *_names(was, now, changed[0]))
        else:
            yield Change(f"{kind}.changed", kind, id_, journey, phase, changed)
    if reordered:
        yield Change(f"{kind}.order", kind, reordered[0], n=len(reordered))


def _names(was: Any, now: Any, field: str) -> tuple[str, str]:
    return getattr(was, field), getattr(now, field)


def _where(kind: Kind, entity: Any) -> tuple[str | None, str | None]:
    if kind == "journey":
        return entity.id, None
    return getattr(entity, "journey", None), getattr(entity, "phase", None)


def images(both: Both) -> Iterator[Change]:
    """Only their words: that a picture came or went is told of who shows it."""
    for id_, was, now in both.pairs("image"):
        if was is not None and now is not None:
            yield Change("image.changed", "image", id_, fields=differing(was, now))
        elif not (both.before if now is None else both.after).referrers(id_):
            yield Change(f"image.{'new' if was is None else 'gone'}", "image", id_)
