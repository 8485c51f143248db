"""A study of which every name is something that Mermaid, a page or a browser could take for more than text."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from journeys import text
from journeys.model.values import Contact
from tests.journeys.studies import study

if TYPE_CHECKING:
    from journeys.model.document import Document

ODD: Final = [
    'A"]; click A "javascript:alert(1)"', "%%{init: {'theme': 'dark'}}%% thema", "end", "`code` ```",
    "#quot; #58; #35;",
    "journey", "Journeys vergelijken", "journeyé", "title van iets", "title", "Titel", "section twee", "SECTION 3",
    "accTitle", "accTitle: x", "accDescr { y }", "%% commentaar", "% van iets", "100%", "50% en 50%%", "a %% b",
    "Stap a: b: 3: A", "een; twee", "een, twee", "# kop", "C# leren", "&amp; R&D <b>vet</b>", "<br>regel<br/>",
    "</text><script>alert(1)</script>", '<img src=x onerror="alert(1)">', '<a b="c', 'd">e',
    "\ufb02\u00b0\u00b060\u00b6\u00df",
    "style: #x;", "classDef x fill:#f00;", "graph TD", "---", "3", "3: 4", ":", ";", "#", ",", "%", "{", "}", "$$x^2$$",
    "click A call f()", "مرحبا 123", "👶🏽 kind", "\\n \\u0041", "'aanhaling'", "toString", "__proto__", "constructor",
]  # fmt: skip


def with_titles(titles: list[str]) -> Document:
    """The study with such titles for its steps, and as many phases, parties, a persona and a journey as there are."""
    document = study(len(titles))
    clean = [text.title(title) for title in titles]
    changed = document.snapshot()
    for kind, name in (("step", "title"), ("phase", "name"), ("party", "name"), ("persona", "name")):
        things = document.tables[kind]
        for number, (id_, thing) in enumerate(list(things.items())):
            title = clean[(number * 7 + len(kind)) % len(clean)] if kind != "step" else clean[number]
            if kind in ("party", "persona", "phase"):
                title = text.free_name(title, [getattr(each, name) for each in changed.tables[kind].values()])
            changed.write({(kind, id_): (thing, replace(thing, **{name: title}))})
    journey = next(iter(document.journeys.values()))
    changed.write({("journey", journey.id): (journey, replace(journey, title=clean[0], question=clean[1]))})
    return changed


def thrown(seed: int) -> Document:
    """Another study for each number: odd names of one to three pieces, any emotion, stage and contacts."""
    dice = random.Random(seed)
    base = study(dice.randrange(0, 9), dice.randrange(1, 4))
    changed = base.snapshot()
    parties, channels = list(base.parties), list(base.channels)

    def name() -> str:
        return text.title(" ".join(dice.choices(ODD, k=dice.randrange(1, 4)))) or "-"

    for kind, field in (("phase", "name"), ("party", "name"), ("persona", "name"), ("journey", "title")):
        for id_, thing in base.tables[kind].items():
            free = text.free_name(name(), [getattr(each, field) for each in changed.tables[kind].values()])
            changed.write({(kind, id_): (thing, replace(thing, **{field: free}))})
    for id_, step in base.steps.items():
        met = dice.sample(parties, dice.randrange(0, 4))
        told = replace(
            step, title="" if dice.random() < 0.05 else name(), emotion=dice.choice([None, -2, -1, 0, 1, 2]),
            stage=dice.choice(["front", "front", "back"]), nobody=False,
            contacts=tuple(Contact(party, dice.choice([None, *channels])) for party in met),
        )  # fmt: skip
        changed.write({("step", id_): (step, told)})
    return changed
