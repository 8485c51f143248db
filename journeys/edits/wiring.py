"""Connections that come in by the names that a file has for its steps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from journeys.edits.edit import Draft, NewId
from journeys.edits.incoming import IncomingLink, Remark
from journeys.model.entities import Link

Clean = Callable[[str], str]


def wire(
    draft: Draft, links: Iterable[IncomingLink], ids: Mapping[str, str], line: Clean, create_id: NewId
) -> list[Remark]:
    """Draw each connection once; `ids` are the steps by the names that links call them. Tells what was left out."""
    found: Counter[str] = Counter()
    here = {(link.source, link.target): link for link in draft.document.links.values()}
    for link in links:
        source, target = ids.get(link.source), ids.get(link.target)
        if source is None or target is None:
            found["intake.link_unknown"] += 1
        elif source == target:
            found["intake.link_self"] += 1
        elif draft.get("step", source).journey != draft.get("step", target).journey:
            found["intake.link_elsewhere"] += 1
        else:
            old = here.get((source, target))
            found["intake.link_twice"] += old is not None and draft.document.get(("link", old.id)) is None
            here[source, target] = draft.put(_told(link, old or Link(create_id(), source, target), line))
    return [Remark(code, {"n": n}) for code, n in found.items() if n]


def _told(link: IncomingLink, old: Link, line: Clean) -> Link:
    """Two of the same pair become one, with the words of both."""
    label = line(link.label)
    if label and old.label and label != old.label:
        label = line(f"{old.label} / {link.label}")
    return replace(old, label=label or old.label, kind=link.kind if link.kind != "next" else old.kind)
