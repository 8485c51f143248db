"""Journeys with branches, loops and steps behind the scenes, to look at how their flow is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from journeys.model.document import Document
from journeys.model.entities import Journey, Link, Step
from tests.journeys.studies import ids, study

Place = tuple[int, int, int]
"""Phase, column, track; a negative phase −1, −2 … is behind the scenes in phase 0, 1 …"""


def flow(
    places: Mapping[str, Place], links: Iterable[tuple[str, ...]], days: Mapping[str, int] | None = None
) -> Document:  # fmt: skip
    """A study with these steps, named by their title, and links (source, target[, label[, kind]])."""
    base = study(0)
    new = ids(7)
    phases = list(base.phases)
    persona = next(iter(base.personas))
    journey = Journey(next(new), persona, "Reis")
    steps = {
        name: Step(
            next(new), journey.id, phases[phase if phase >= 0 else -1 - phase], "front" if phase >= 0 else "back",
            column, track, name, day=(days or {}).get(name),
        )
        for name, (phase, column, track) in places.items()
    }  # fmt: skip
    made = [
        Link(next(new), steps[source].id, steps[target].id, *more) for source, target, *more in links
    ]  # fmt: skip
    entities = [entity for key, entity in base if key[0] != "journey"]
    return Document.of([*entities, journey, *steps.values(), *made])


def three_branches() -> Document:
    """One step forks into three, which come together again."""
    return flow(
        {"Aanvraag": (0, 0, 0), "Thuis": (0, 1, 0), "Ziekenhuis": (0, 1, 1), "Geboortecentrum": (0, 1, 2),
         "Kaartje kiezen": (0, 2, 0), "Naar huis": (1, 0, 0), "Klaar": (1, 1, 0)},
        [("Aanvraag", "Thuis", "thuis bevallen"), ("Aanvraag", "Ziekenhuis", "medische reden"),
         ("Aanvraag", "Geboortecentrum", "liever niet thuis", "choice"), ("Thuis", "Kaartje kiezen"),
         ("Ziekenhuis", "Naar huis"), ("Geboortecentrum", "Naar huis", "na een dag"), ("Kaartje kiezen", "Naar huis"),
         ("Naar huis", "Klaar")],
    )  # fmt: skip


def nested_branches() -> Document:
    """A fork within a fork, one branch of which skips columns."""
    return flow(
        {"Start": (0, 0, 0), "A": (0, 1, 0), "B": (0, 1, 2), "A1": (0, 2, 0), "A2": (0, 2, 1), "B1": (0, 2, 2),
         "A1b": (0, 3, 0), "B2": (0, 3, 2), "Samen": (0, 4, 0), "Eind": (1, 0, 0)},
        [("Start", "A", "ja", "choice"), ("Start", "B", "nee", "choice"), ("A", "A1", "eerste kind"),
         ("A", "A2", "volgende kind"), ("B", "B1"), ("A1", "A1b"), ("A2", "Samen"), ("A1b", "Samen"), ("B1", "B2"),
         ("B2", "Samen"), ("Samen", "Eind"), ("A", "Eind", "direct klaar")],
    )  # fmt: skip


def loop_over_six() -> Document:
    """A loop back over six steps, with a short one inside it and one that overlaps it."""
    names = [f"Stap {number}" for number in range(1, 9)]
    places = {name: (0, number, 0) for number, name in enumerate(names)}
    chain = list(pairwise(names))
    return flow(places, [
        *chain, ("Stap 7", "Stap 2", "opnieuw aanvragen", "back"), ("Stap 5", "Stap 4", "aanvullen", "back"),
        ("Stap 8", "Stap 6", "", "back"), ("Stap 3", "Stap 1", "terug"),
    ])  # fmt: skip


def back_and_forth() -> Document:
    """Two tracks between which one is sent to and fro, over the border of a phase too."""
    return flow(
        {"Balie": (0, 0, 0), "Website": (0, 0, 1), "Bellen": (0, 1, 0), "Formulier": (0, 1, 1), "Wachten": (1, 0, 0),
         "Besluit": (1, 1, 0), "Bezwaar": (1, 1, 1)},
        [("Balie", "Website", "doe het online"), ("Website", "Balie"), ("Balie", "Bellen"), ("Website", "Formulier"),
         ("Formulier", "Balie", "lukt niet", "back"), ("Bellen", "Wachten"), ("Formulier", "Wachten"),
         ("Wachten", "Besluit"), ("Wachten", "Bezwaar"), ("Bezwaar", "Wachten", "opnieuw", "back"),
         ("Besluit", "Bellen", "vraag", "back")],
    )  # fmt: skip


def four_tracks() -> Document:
    """Four tracks that cross one another, with lines that skip a column."""
    places = {f"{'ABCD'[track]}{column}": (0, column, track) for column in range(4) for track in range(4)}
    links = [(f"{t}{c}", f"{t}{c + 1}") for t in "ABCD" for c in range(3) if (t, c) != ("B", 1)]
    return flow(places, [
        *links, ("A0", "C2"), ("D1", "A3", "versneld"), ("B0", "C1"), ("D3", "A0", "terug", "back"),
        ("C2", "A1", "", "back"), ("B1", "D1"), ("A0", "D3", "alles overslaan"),
    ])  # fmt: skip


def behind_the_scenes() -> Document:
    """Steps in front that lead to steps behind, from an upper track too, and one that leads back."""
    return flow(
        {"Melden": (0, 0, 0), "Brief": (0, 0, 1), "Afwachten": (0, 1, 0), "Ophalen": (1, 0, 0),
         "Invoeren": (-1, 0, 0), "Controle": (-1, 1, 0), "Archief": (-1, 1, 1), "Versturen": (-2, 0, 0)},
        [("Melden", "Afwachten"), ("Brief", "Afwachten"), ("Afwachten", "Ophalen"), ("Melden", "Invoeren", "aangifte"),
         ("Brief", "Invoeren"), ("Invoeren", "Controle"), ("Invoeren", "Archief"), ("Controle", "Versturen"),
         ("Versturen", "Ophalen", "bericht"), ("Afwachten", "Archief")],
    )  # fmt: skip


ALL = {
    "three_branches": three_branches,
    "nested_branches": nested_branches,
    "loop_over_six": loop_over_six,
    "back_and_forth": back_and_forth,
    "four_tracks": four_tracks,
    "behind_the_scenes": behind_the_scenes,
}
