"""Who takes part in a file of CJML: end users and service providers by their ids, over all its journeys."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from journeys.edits.incoming import IncomingPersona
from journeys.exchange import aside
from journeys.exchange.xml_remarks import BLANK, short

if TYPE_CHECKING:
    from journeys.exchange.xml_remarks import Told
    from journeys.exchange.xml_tree import Element

_NAMES: Final = ("actorName", "companyName", "providerName", "name")


@dataclass(slots=True)
class Actor:
    """`name` is empty for who only stands in for somebody who is not named."""

    id: str
    name: str
    end_user: bool
    persona: IncomingPersona | None = None


@dataclass(slots=True)
class Actors:
    """All actors that were met so far; a journey may refer to those of another."""

    told: Told
    beside: aside.Beside
    known: dict[str, Actor] = field(default_factory=dict)

    def learn(self, journey: Element) -> list[str]:
        """The ids of the actors of this journey, in their order."""
        held = journey.first("actors")
        if held is None:
            return []
        self.told.left(held.children, ("endUser", "serviceProvider"))
        return [id_ for one in held.all("endUser", "serviceProvider") if (id_ := self._actor(one))]

    def _actor(self, element: Element) -> str:
        id_ = identity(element, "actorID") or identity(element, "actorIDref")
        self.told.attributes_left(element, ("actorID", "actorIDref"))
        self.told.left(element.children, _NAMES)
        name = next((said for tag in _NAMES if (said := element.said(tag))), "")
        if not id_ and not name:
            return ""
        id_ = id_ or name
        held = self.beside.of(element)
        known = self.known.get(id_)
        if known is None:
            known = self.known[id_] = Actor(id_, "", element.name == "endUser")
            known.name = "" if held.get("stand_in") is True else short(name or id_, element.line, element.name)
        elif name and known.name in ("", id_) and held.get("stand_in") is not True:
            known.name = short(name, element.line, element.name)
        elif name and short(name, element.line, element.name) != known.name:
            self.told.add("cjml.actor_twice", element.line, id=id_, name=known.name)
        if known.end_user and held:
            known.persona = aside.made(IncomingPersona, {**held, "name": known.name})
        return id_

    def of(self, part: Element | None) -> Actor | None:
        """Whom an initiator or receiver refers to; who is not among the actors is called by the id."""
        refers = part.first("refersTo") if part is not None else None
        if refers is None:
            return None
        id_ = identity(refers, "actorIDref") or identity(refers, "actorID") or refers.text.strip(BLANK)
        if id_ and id_ not in self.known:
            self.known[id_] = Actor(id_, short(id_, refers.line, refers.name), end_user=False)
            self.told.add("cjml.no_actor", refers.line, id=id_)
        return self.known.get(id_)


def identity(element: Element, attribute: str) -> str:
    """An id, without the stray spaces that some programs write."""
    return " ".join(element.attributes.get(attribute, "").split())
