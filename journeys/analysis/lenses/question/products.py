"""The words by which a question gives away that it is about what an organisation offers, not about a life."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from journeys.text import folded

if TYPE_CHECKING:
    from journeys.analysis.scene import Scene

_DUTCH: Final = (
    "aanvraag aanvragen aanvraagt aanmelding aanmelden inschrijving inschrijven registratie registreren akte aktes "
    "akten app apps afspraak afspraken balie balies bezwaarschrift brief brieven brp bsn bestemmingsplan chat chatbot "
    "digid dienst diensten dienstverlening formulieren id-kaart identiteitskaart leges loket loketten melding "
    "meldingen omgevingsplan pgb portaal portalen procedure procedures product producten regeling regelingen "
    "rijbewijzen subsidie subsidies tarief tarieven uittreksels uitkering uitkeringen vergunningen website websites "
    "wmo wmo-loket zaaknummer"
)
_ENGLISH: Final = (
    "app apps application applications appointment appointments certificate certificates channel channels counter "
    "counters desk desks driving-licence form forms front-desk helpdesk letter letters licence licences license "
    "notification notifications passport passports permit permits portal portals procedure procedures product "
    "products register registering registration registrations scheme schemes service services subsidy subsidies "
    "website websites"
)
WHOLE: Final = {"nl": frozenset(_DUTCH.split()), "en": frozenset(_ENGLISH.split())}
"""Products, services and channels of a municipality, by the language of the study: each form as it is written."""
PARTS: Final = (
    "aangifte", "aanvraag", "aanvragen", "formulier", "paspoort", "rijbewijs", "uittreksel", "vergunning",
    "parkeerkaart",
)  # fmt: skip
"""Dutch makes long words: what begins or ends with one of these counts too, as "geboorteaangifte"."""
LEAST: Final = 4
"""Letters of a party's name that is looked for."""
_WORDS: Final = re.compile(r"[\w-]+")


def product_word(question: str, scene: Scene) -> str | None:
    """The first word that names a product, service or channel, or a party of the scope; None when there is none."""
    words: list[str] = _WORDS.findall(question)
    known = WHOLE[scene.document.study.language]
    for word in words:
        plain = folded(word)
        if plain in known or any(plain.startswith(part) or plain.endswith(part) for part in PARTS):
            return word
    whole = f" {_plain(question)} "
    for party in sorted(scene.scope.inside):
        name = scene.document.parties[party].name
        said = _plain(name)
        if len(said) >= LEAST and f" {said} " in whole:
            return name
    return None


def _plain(text: str) -> str:
    return " ".join(folded(word) for word in _WORDS.findall(text))
