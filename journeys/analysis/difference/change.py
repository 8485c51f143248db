"""One thing that is different between two states of a study, and the groups that such things fall into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journeys.model.changes import Key
    from journeys.model.fields import Kind

Group = Literal["presence", "feelings", "steps", "notes", "rest"]
GROUPS: Final[tuple[Group, ...]] = ("presence", "feelings", "steps", "notes", "rest")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is different. `code` is "kind.what"; `fields` are the names of those that changed.

    `before` and `after` are what the code speaks of: a feeling, a level, a severity, a name, votes, a phase.
    `n` counts, where one line stands for several things.
    """

    code: str
    kind: Kind
    id: str
    journey: str | None = None
    phase: str | None = None
    fields: tuple[str, ...] = ()
    before: Any = None
    after: Any = None
    n: int = 1

    @property
    def group(self) -> Group:
        """Under which choice of the filter it falls."""
        head = self.code.partition(".")[0]
        if self.code == "step.emotion":
            return "feelings"
        if head in ("gap", "presence", "stance"):
            return "presence"
        if head in ("step", "link"):
            return "steps"
        return "notes" if head == "note" else "rest"

    @property
    def key(self) -> Key:
        """What is different."""
        return (self.kind, self.id)

    @property
    def returns(self) -> bool:
        """Whether it can be made as it was by itself; what follows from other changes, and an order, cannot."""
        head, _, what = self.code.partition(".")
        return head not in ("gap", "presence") and what not in ("order", "shifted")

    @property
    def gone(self) -> bool:
        """Whether it is not in the later state any more."""
        return self.code.endswith(".gone")


def counted(changes: Iterable[Change]) -> dict[Group, int]:
    """How many there are of each group."""
    found: dict[Group, int] = dict.fromkeys(GROUPS, 0)
    for change in changes:
        found[change.group] += 1
    return found
