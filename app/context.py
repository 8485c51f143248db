"""What every panel and dialog of one window works with."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.theme import Colours
    from journeys.edits.edit import Edit
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.session import Session


class Pictures(Protocol):
    """Where the bytes of pictures lie: the file of the window."""

    def image(self, sha256: str) -> bytes | None:
        """The bytes under this checksum, if they are there."""

    def add_image(self, data: bytes) -> str:
        """Store bytes before the edit that shows them; gives their sha256. Raises StoreError."""


class LoosePictures:
    """Pictures of a study that lies in no file."""

    def __init__(self) -> None:
        self._held: dict[str, bytes] = {}

    def image(self, sha256: str) -> bytes | None:
        return self._held.get(sha256)

    def add_image(self, data: bytes) -> str:
        sha256 = hashlib.sha256(data).hexdigest()
        self._held[sha256] = data
        return sha256


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
    lens: str | None = None
    """The lens that colours the map; None is the map as it is."""
    locked: bool = False
    """Whether nothing on the map may be moved: words and votes may still be changed."""
    names_hidden: bool = False
    """Whether the screen shows other names instead of the personas' own."""
    refuse: Callable[[Exception], None] = lambda _: None
    show: Callable[[str, str], None] = lambda _kind, _id: None
    """Show something wherever it is, by its kind and id."""
    trace: Callable[[str, tuple[str, ...]], None] = lambda _title, _ids: None
    """Show what a number was counted from, under this title."""
    pictures: Pictures = field(default_factory=LoosePictures)
    drawn: dict[Any, Any] = field(default_factory=dict)
    """Portraits as they were drawn last, by what they were drawn of."""

    @property
    def document(self) -> Document:
        return self.session.document

    def called(self, persona: str) -> str:
        """What the screen calls a persona: their name, or their letter while names are hidden."""
        return self.document.personas[persona].name

    def image(self, image: str | None) -> bytes | None:
        """The bytes of a picture by its id; None when there is none."""
        held = self.document.images.get(image or "")
        return self.pictures.image(held.sha256) if held is not None else None

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
