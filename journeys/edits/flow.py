"""The flow around steps in a draft: who comes before, who after, and healing when a step goes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from journeys.edits.edit import Draft, NewId
from journeys.model.entities import Link

MAX_HEALED: Final = 4
"""So many new links at most for one deleted step."""


def incoming(draft: Draft, step: str) -> list[Link]:
    """The links that lead to this step, as they are in the document and still in the draft."""
    return [link for link in _around(draft, step) if link.target == step]


def outgoing(draft: Draft, step: str) -> list[Link]:
    """The links that lead on from this step."""
    return [link for link in _around(draft, step) if link.source == step]


def _around(draft: Draft, step: str) -> list[Link]:
    links = (draft.find("link", link.id) for link in draft.document.referring(step, "link"))
    return [link for link in links if link is not None]


def heal(draft: Draft, steps: Sequence[str], new_id: NewId) -> list[Link]:
    """Connect what came before each step to what comes after it, and drop the links of the steps.

    Each predecessor to each successor, at most four new links a step, labels and kinds of the incoming kept.
    Gives the new links.
    """
    flow = _Flow(draft, steps)
    for step in steps:
        before, after = flow.take_out(step)
        pairs = ((link, onward) for link in before for onward in after if link.source != onward.target)
        missing = [(link, onward) for link, onward in pairs if not flow.connected(link.source, onward.target)]
        for link, onward in missing[:MAX_HEALED]:
            flow.add(Link(new_id(), link.source, onward.target, link.label, link.kind))
    return flow.added


def drop_loose(draft: Draft, links: Sequence[Link]) -> None:
    """Take out those of these new links of which an end went too; the document does not know them as referrers yet."""
    for link in links:
        if any(draft.find("step", end) is None for end in (link.source, link.target)):
            draft.drop("link", link.id)


class _Flow:
    """Links of the steps that go, with the new ones, so that healing a whole chain stays linear."""

    def __init__(self, draft: Draft, steps: Sequence[str]) -> None:
        self._draft = draft
        self.added: list[Link] = []
        self._touching: dict[str, dict[tuple[str, str], Link]] = {step: {} for step in steps}
        for step in steps:
            for link in _around(draft, step):
                self._note(link)

    def _note(self, link: Link) -> None:
        for end in (link.source, link.target):
            self._touching.setdefault(end, {})[link.source, link.target] = link

    def add(self, link: Link) -> None:
        self._draft.put(link)
        self.added.append(link)
        self._note(link)

    def connected(self, source: str, target: str) -> bool:
        if (source, target) in self._touching.get(source, {}):
            return True
        return any(link.target == target for link in outgoing(self._draft, source))

    def take_out(self, step: str) -> tuple[list[Link], list[Link]]:
        """Drop the links of the step; returns those that led to it and those that led on."""
        links = list(self._touching.pop(step).values())
        for link in links:
            self._draft.drop("link", link.id)
            other = link.target if link.source == step else link.source
            self._touching.get(other, {}).pop((link.source, link.target), None)
        return [link for link in links if link.target == step], [link for link in links if link.source == step]
