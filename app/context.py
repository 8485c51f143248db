"""What every panel and dialog of one window works with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.theme import Colours
    from journeys.edits.edit import Edit
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.session import Session


@dataclass(slots=True)
class Context:
    """The open study, the one road for edits, the words and the colours; and what the map now shows."""

    session: Session
    perform: Callable[..., bool]
    say: Words
    colours: Colours
    inks: Mapping[str, str] = field(default_factory=dict)
    """Role name → colour of the map's palette, such as "party.0"."""
    journey: str | None = None
    refuse: Callable[[Exception], None] = lambda _: None

    @property
    def document(self) -> Document:
        return self.session.document

    def do(self, verb: Callable[[], Edit], burst: str | None = None) -> bool:
        """Make an edit and perform it; a verb's refusal is told like any other."""
        from journeys.errors import LevensreisError

        try:
            edit = verb()
        except LevensreisError as error:
            self.refuse(error)
            return False
        return self.perform(edit, burst)

    def party_ink(self, colour: int) -> str:
        """The colour of a party or persona by its number."""
        return self.inks.get(f"party.{colour}", self.colours.accent)
