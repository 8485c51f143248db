"""Finds what a name stands for in a study, whatever its case and accents; what is unknown is made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import count
from typing import Any, Final, TypeVar

from journeys import text
from journeys.edits.edit import Draft, NewId
from journeys.edits.incoming import Goal, Incoming, IncomingJourney, IncomingParty, IncomingPersona, Remark
from journeys.model.entities import Channel, Journey, Party, PartyKind, Persona, Source, Variant
from journeys.model.fields import Kind

T = TypeVar("T")

_MUNICIPALITY: Final = frozenset(
    {"gemeente", "de gemeente", "municipality", "the municipality", "town hall", "stadhuis"}
)
_KINDS: Final[dict[PartyKind, str]] = {
    "municipality": "gemeente, municipality, stadhuis",
    "department": "burgerzaken, afdeling*, loket, kcc, klantcontact*, wijkteam*, department*, helpdesk, receptie",
    "executor": "jgz, ggd, veilig thuis, omgevingsdienst, sociale dienst, uitvoerings*",
    "government": "svb, uwv, duo, rdw, cjib, cak, rvo, ind, kvk, belastingdienst, provincie, ministerie*, politie, "
                  "rechtbank, kadaster, digid, mijnoverheid, rijk*, toeslagen, waterschap, tax office, police",
    "care": "ziekenhuis, verloskund*, huisarts*, kraam*, arts, zorg*, apothe*, consultatie*, fysio*, psycholo*, ggz, "
            "hospital, midwi*, doctor, gp, care, pharmacy",
    "medium": "internet, google, facebook, instagram, whatsapp, forum, krant, website, zoekmachine, social media, "
              "youtube, tiktok, newspaper, search engine, app",
    "social": "familie, vriend*, buren, buur*, ouder*, partner, collega*, moeder, vader, oma, opa, kinderen, family, "
              "friend*, neighbour*, parent*, colleague*, mother, father",
    "association": "*vereniging, stichting, kerk, moskee, *club, vrijwillig*, buurthuis, association, foundation, "
                   "church, volunteer*",
}  # fmt: skip
"""Words in a party's name that tell its kind; `*` stands for the rest of a word."""


@lru_cache(maxsize=8192)
def key(name: str) -> str:
    """By what names are compared."""
    return " ".join(text.folded(name).split())


def kind_of_party(name: str) -> PartyKind:
    """The kind that a party's name points to; a business where nothing does."""
    folded = key(name)
    return next((kind for kind, pattern in _patterns() if pattern.search(folded)), "business")


@cache
def _patterns() -> tuple[tuple[PartyKind, re.Pattern[str]], ...]:
    return tuple((kind, _pattern(words)) for kind, words in _KINDS.items())


def _pattern(words: str) -> re.Pattern[str]:
    parts = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words.split(", "))
    return re.compile(rf"\b(?:{parts})\b")


def numbered(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Id → name, no two of which are the same: the first of two alike keeps its name and the next gets a number."""
    taken: set[str] = set()
    found: dict[str, str] = {}
    for id_, name in named:
        found[id_] = made = _free(name, taken)
        taken.add(key(made))
    return found


def titled(journeys: Iterable[Journey]) -> dict[str, str]:
    """As `numbered`; two titles may be alike where persona or variant tell them apart."""
    groups: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for journey in in_order(journeys):
        groups.setdefault((journey.persona, journey.variant), []).append((journey.id, journey.title))
    return {id_: title for group in groups.values() for id_, title in numbered(group).items()}


def in_order(held: Iterable[T]) -> list[T]:
    """As people put them, and else by id: so that a number behind a name means the same one again."""
    return sorted(held, key=lambda one: (getattr(one, "order", 0), one.id))  # type: ignore[attr-defined]  # an entity


def _free(name: str, taken: set[str]) -> str:
    if key(name) not in taken or not name:
        return name
    endings = (f" ({number})" for number in count(2))
    longer = (name[: text.TITLE_MAX - len(ending)].rstrip() + ending for ending in endings)
    return next(made for made in longer if key(made) not in taken)


class Names:
    """The named things of a draft."""

    def __init__(self, draft: Draft, goal: Goal, create_id: NewId) -> None:
        self.draft, self._goal, self.create_id = draft, goal, create_id
        self._known: dict[Kind, dict[str, str]] = {}
        self._journeys: dict[tuple[str, str, str], str] = {}
        self._spare_journey = goal.journey if goal.fresh else ""
        self._found: list[Remark] = []
        self._parties: dict[str, IncomingParty] = {}
        self._personas: dict[str, IncomingPersona] = {}

    def learn(self, incoming: Incoming) -> None:
        """What is told of parties, personas and journeys beside their names; all that are told of are made."""
        self._parties = {key(party.name): party for party in incoming.parties}
        self._personas = {key(persona.name): persona for persona in incoming.personas}
        self._name_town(incoming.parties)
        self._make_parties()
        for told in incoming.journeys:
            self._tell_journey(told)
        for persona in incoming.personas:
            self._tell_persona(persona)

    def _make_parties(self) -> None:
        """All of them first, then what each is part of: however deep that goes. What the study has stays."""
        here = set(self._index("party"))
        made = {self.party(told.name): told for told in self._parties.values()}
        for id_, told in made.items():
            if id_ is not None and key(text.title(told.name)) not in here:
                self._tell_party(id_, told)

    def _name_town(self, coming: Sequence[IncomingParty]) -> None:
        """The municipality of an empty study takes the name of the only one that comes in."""
        names = [party.name for party in coming if party.kind == "municipality" and not party.parent]
        town, bare = self._town(), text.title(names[0]) if len(names) == 1 else ""
        if self._goal.fresh and town is not None and bare and key(bare) not in self._index("party"):
            self._index("party").pop(key(town.name), None)
            self._index("party")[key(bare)] = self.draft.put(replace(town, name=bare)).id

    def _tell_journey(self, told: IncomingJourney) -> None:
        journey: Journey = self.draft.get("journey", self.journey(told.persona, told.title, told.variant))
        if told.question and not journey.question:
            self.draft.put(replace(journey, question=text.title(told.question)))

    def _tell_persona(self, told: IncomingPersona) -> None:
        """What the study knows already stays."""
        id_ = self.persona(told.name)
        if id_ is None:
            return
        persona: Persona = self.draft.get("persona", id_)
        said = {
            "tagline": text.title(told.tagline),
            "quote": text.title(told.quote),
            "context": text.body(told.context),
        }
        given: dict[str, Any] = {field: value for field, value in said.items() if value and not getattr(persona, field)}
        if told.group is not None and self._goal.fresh:
            given["group"] = told.group
        self.draft.put(replace(persona, **given))

    @property
    def found(self) -> tuple[Remark, ...]:
        """What was understood that was not written."""
        return tuple(self._found)

    def _index(self, kind: Kind, entities: Iterable[Any] | None = None) -> dict[str, str]:
        if kind not in self._known:
            held = self.draft.all(kind) if entities is None else entities
            named = ((each.id, getattr(each, "name", "") or getattr(each, "title", "")) for each in in_order(held))
            self._known[kind] = {key(name): id_ for id_, name in reversed(numbered(named).items())}
        return self._known[kind]

    def _of(self, kind: Kind, name: str, make: Callable[[str], Any]) -> str | None:
        index = self._index(kind)
        if key(name) in index:
            return index[key(name)]
        bare = text.title(name)
        if not bare:
            return None
        if key(bare) not in index:
            index[key(bare)] = self.draft.put(make(bare)).id
        return index[key(bare)]

    def party(self, name: str) -> str | None:
        """The party of this name; "gemeente" is the one from which the study is seen."""
        if key(name) in _MUNICIPALITY and key(name) not in self._index("party") and key(name) not in self._parties:
            town = self._town()
            if town is not None:
                self._index("party")[key(name)] = town.id
                self._found.append(Remark("intake.municipality", {"text": name, "title": town.name}))
        number = len(self._index("party"))
        return self._of("party", name, lambda bare: Party(self.create_id(), bare, self._kind(bare), colour=number % 12))

    def _kind(self, name: str) -> PartyKind:
        told = self._parties.get(key(name))
        return (told.kind if told is not None else None) or kind_of_party(name)

    def _tell_party(self, id_: str, told: IncomingParty) -> None:
        """Of what it is part, and for whom it acts; never of itself, in however many steps."""
        parent = self.party(told.parent) if told.parent else None
        acts_for = self.party(told.acts_for) if told.acts_for else None
        above = parent
        while above is not None and above != id_:
            above = self.draft.get("party", above).parent
        party: Party = self.draft.get("party", id_)
        self.draft.put(
            replace(party, parent=parent if above is None else None, acts_for=acts_for if acts_for != id_ else None)
        )

    def _town(self) -> Party | None:
        """The municipality from which the study is seen, or else the only one there is."""
        towns = [party for party in self.draft.all("party") if party.kind == "municipality"]
        above = self.draft.find("party", self.draft.document.study.scope or "")
        while above is not None and above.kind != "municipality":
            above = self.draft.find("party", above.parent or "")
        return above or (towns[0] if len(towns) == 1 else None)

    def channel(self, name: str) -> str | None:
        order = len(self._index("channel"))
        return self._of("channel", name, lambda bare: Channel(self.create_id(), bare, order=order))

    def source(self, name: str, kind: Any = "document") -> str | None:
        return self._of("source", name, lambda bare: Source(self.create_id(), kind, bare))

    # Journeys

    def journey(self, persona: str, title: str, variant: Variant | None = None) -> str:
        """The journey named by its title, its persona or both; without either the one everything goes to."""
        named = (key(persona), key(title), variant or "")
        if named not in self._journeys:
            self._journeys[named] = self._journey(text.title(persona), text.title(title), variant)
        return self._journeys[named]

    def _journey(self, persona: str, title: str, variant: Variant | None) -> str:
        if not title and not persona and self._goal.journey:
            return self._goal.journey
        found = self._matching(persona, title, variant)
        if found is not None:
            return found.id
        if not persona and key(title) in self._index("persona"):  # such as a sheet with a persona's name
            return self._journey(title, "", variant)
        goal: Journey | None = self.draft.find("journey", self._goal.journey) if self._goal.journey else None
        title = title or (goal.title if goal is not None and not self._spare_journey else "") or self._goal.title
        if self._spare_journey and goal is not None:
            return self._take_over(goal, persona, title, variant)
        owner = self._persona(persona, goal)
        order = max((journey.order for journey in self.draft.all("journey")), default=-1) + 1
        made = Journey(self.create_id(), owner, title or persona, variant=variant or "current", order=order)
        return str(self.draft.put(made).id)

    def _matching(self, persona: str, title: str, variant: Variant | None) -> Journey | None:
        """The journey of this title and persona; of several the one that is shown, else the first current one."""
        if not title and not persona:
            return None
        shown = self._goal.journey
        held: list[Journey] = self.draft.all("journey")
        titles = titled(held)
        candidates = [
            journey
            for journey in held
            if (not title or key(titles[journey.id]) == key(title))
            and (not persona or journey.persona == self._index("persona").get(key(persona)))
            and variant in (None, journey.variant)
            and journey.id != self._spare_journey
        ]
        candidates.sort(key=lambda j: (j.id != shown, j.parent_step is not None, j.variant != "current", j.order))
        return candidates[0] if candidates else None

    def _take_over(self, spare: Journey, persona: str, title: str, variant: Variant | None) -> str:
        """The empty journey of a new study becomes the first one that comes in."""
        self._spare_journey = ""
        if persona:
            owner: Persona = self.draft.get("persona", spare.persona)
            self._index("persona").pop(key(owner.name), None)
            self._index("persona")[key(persona)] = self.draft.put(replace(owner, name=persona)).id
        self.draft.put(replace(spare, title=title or spare.title, variant=variant or spare.variant))
        return spare.id

    def _persona(self, name: str, goal: Journey | None) -> str:
        if not name and goal is not None:
            return goal.persona
        people: list[Persona] = sorted(self.draft.all("persona"), key=lambda persona: persona.order)
        if not name and people:
            return people[0].id
        made = self.persona(name or self._goal.persona)
        assert made is not None
        return made

    def persona(self, name: str) -> str | None:
        """The persona of this name."""
        order = len(self._index("persona"))
        return self._of("persona", name, lambda bare: Persona(self.create_id(), bare, colour=order % 12, order=order))
