"""Finds what a name stands for in a study, whatever its case and accents; what is unknown is made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any, Final, TypeVar

from journeys import text
from journeys.edits.edit import Draft, NewId
from journeys.edits.incoming import Goal, IncomingStep, Remark
from journeys.model.entities import Channel, Journey, Party, PartyKind, Persona, Source
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


class Names:
    """The named things of a draft."""

    def __init__(self, draft: Draft, goal: Goal, create_id: NewId) -> None:
        self.draft, self._goal, self.create_id = draft, goal, create_id
        self._known: dict[Kind, dict[str, str]] = {}
        self._journeys: dict[tuple[str, str], str] = {}
        self._spare_journey = goal.journey if goal.fresh else ""
        self._found: list[Remark] = []

    @property
    def found(self) -> tuple[Remark, ...]:
        """What was understood that was not written."""
        return tuple(self._found)

    def _index(self, kind: Kind, entities: Iterable[Any] | None = None) -> dict[str, str]:
        if kind not in self._known:
            held = self.draft.all(kind) if entities is None else entities
            self._known[kind] = {}
            for entity in held:
                self._known[kind].setdefault(
                    key(getattr(entity, "name", "") or getattr(entity, "title", "")), entity.id
                )
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
        if key(name) in _MUNICIPALITY and key(name) not in self._index("party"):
            town = self._town()
            if town is not None:
                self._index("party")[key(name)] = town.id
                self._found.append(Remark("intake.municipality", {"text": name, "title": town.name}))
        number = len(self._index("party"))
        return self._of(
            "party", name, lambda bare: Party(self.create_id(), bare, kind_of_party(bare), colour=number % 12)
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

    def journey(self, step: IncomingStep) -> str:
        """The journey that a step names by its title, its persona or both; else the one everything goes to."""
        named = (key(step.persona), key(step.journey))
        if named not in self._journeys:
            self._journeys[named] = self._journey(text.title(step.persona), text.title(step.journey))
        return self._journeys[named]

    def _journey(self, persona: str, title: str) -> str:
        if not title and not persona and self._goal.journey:
            return self._goal.journey
        found = self._matching(persona, title)
        if found is not None:
            return found.id
        if not persona and key(title) in self._index("persona"):  # such as a sheet with a persona's name
            return self._journey(title, "")
        goal: Journey | None = self.draft.find("journey", self._goal.journey) if self._goal.journey else None
        title = title or (goal.title if goal is not None and not self._spare_journey else "") or self._goal.title
        if self._spare_journey and goal is not None:
            return self._take_over(goal, persona, title)
        owner = self._persona(persona, goal)
        order = max((journey.order for journey in self.draft.all("journey")), default=-1) + 1
        made = Journey(self.create_id(), owner, title or persona, order=order)
        return str(self.draft.put(made).id)

    def _matching(self, persona: str, title: str) -> Journey | None:
        """The journey of this title and persona; of several the one that is shown, else the first current one."""
        shown = self._goal.journey
        candidates = [
            journey
            for journey in self.draft.all("journey")
            if (not title or key(journey.title) == key(title))
            and (not persona or key(self.draft.get("persona", journey.persona).name) == key(persona))
        ]
        if not title and not persona:
            return None
        candidates.sort(
            key=lambda j: (j.id != shown, j.parent_step is not None, j.variant != "current", j.order)
        )  # fmt: skip
        return candidates[0] if candidates else None

    def _take_over(self, spare: Journey, persona: str, title: str) -> str:
        """The empty journey of a new study becomes the first one that comes in."""
        self._spare_journey = ""
        if persona:
            self.draft.put(replace(self.draft.get("persona", spare.persona), name=persona))
            self._index("persona")[key(persona)] = spare.persona
        self.draft.put(replace(spare, title=title or spare.title))
        return spare.id

    def _persona(self, name: str, goal: Journey | None) -> str:
        if not name and goal is not None:
            return goal.persona
        people: list[Persona] = sorted(self.draft.all("persona"), key=lambda persona: persona.order)
        if not name and people:
            return people[0].id
        order = len(people)
        made = self._of(
            "persona", name or self._goal.persona,
            lambda bare: Persona(self.create_id(), bare, colour=order % 12, order=order),
        )  # fmt: skip
        assert made is not None
        return made
