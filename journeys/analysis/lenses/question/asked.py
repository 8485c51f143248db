"""Does a question of the person lead the journey, and is it theirs?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.analysis.finding import Finding, count, ids_of
from journeys.analysis.lenses.question.products import product_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.scene import Scene

CUSTOMERS: Final = frozenset({"klant", "klanten", "customer", "customers", "cliënt", "cliënten", "client", "clients"})


def findings(scene: Scene) -> Iterator[Finding]:
    """Journeys without a question; questions about what we offer; else, that all of them lead."""
    if not scene.journeys:
        return
    without = ids_of(journey for journey in scene.journeys if not journey.question.strip())
    if without:
        where = without[0] if len(without) == 1 else None
        code = "question.missing" if where else "question.missing_in_several"
        numbers = () if where else (count("journeys", "journey", without),)
        yield Finding(code, "act", without, where, numbers=numbers)
    named = [(journey, product_word(journey.question, scene)) for journey in scene.journeys if journey.question.strip()]
    told = set()
    for journey, word in named:
        if word is not None and (journey.persona, journey.question) not in told:
            told.add((journey.persona, journey.question))
            yield Finding("question.product", "look", (journey.id,), journey.id, details=(("word", word),))
    if not without and not any(word for _, word in named):
        ids = ids_of(scene.journeys)
        yield Finding(
            "question.leads", "good", (scene.document.study.id,), numbers=(count("journeys", "journey", ids),)
        )
    word = scene.document.study.person_word.strip()
    if word.casefold() in CUSTOMERS:
        yield Finding("question.customer_word", "look", (scene.document.study.id,), details=(("word", word),))
