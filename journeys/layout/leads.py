"""Where flow and feeling go on beyond the columns that stand together: in another band, or on another sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from journeys.layout.gather import Stretch
    from journeys.model.entities import Link, Step

    Felt = tuple[Step | None, Step | None]


class Lead(NamedTuple):
    """A line that ends at a card, because its other end stands elsewhere; and what is said about that.

    `out`: it leads on from the card; `arrow`: the card draws it too.
    """

    link: Link
    words: str
    out: bool = True
    arrow: bool = True


Leads = dict[str, tuple[Lead, ...]]
"""By step."""


def said_on(links: Mapping[str, Sequence[Link]], here: Mapping[str, str]) -> Leads:
    """What stands on the lines that lead out of these columns, which would not be printed otherwise."""
    found: Leads = {}
    for source in here:
        for link in links.get(source, ()):
            if link.label and link.target not in here:
                found[source] = (*found.get(source, ()), Lead(link, f"→ {link.label}", arrow=False))
    return found


def felt_around(stretches: Iterable[Stretch], first: int, after: int, further: Felt) -> Felt:
    """The judged steps nearest to these columns, on either side; `further`: those beyond all of the stretches."""
    columns = [column for stretch in stretches for column in stretch.columns]
    judged = [[step for step in column.front if step.emotion is not None] for column in columns]
    before = next((some[-1] for some in reversed(judged[:first]) if some), further[0])
    behind = next((some[0] for some in judged[after:] if some), further[1])
    return before, behind
