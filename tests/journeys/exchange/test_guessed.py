"""What a file does not say and the intake fills in is told: the kinds of parties, the phase of the first steps."""

from __future__ import annotations

from journeys.edits.incoming import Incoming, IncomingContact, IncomingParty, IncomingStep
from journeys.exchange.coming import Coming, to_study
from journeys.exchange.remarks import sentence
from journeys.i18n import words


def told(incoming):
    made = to_study(Coming(incoming), "Verhuizen", "nl")
    return [sentence(each.code, each.values, words("nl")) for each in made.notices]


def step(*parties, **fields):
    title = fields.pop("title", "Belt")
    return IncomingStep(1, title, contacts=tuple(IncomingContact(name) for name in parties), **fields)


def test_the_kind_that_a_new_party_is_taken_for_is_told_with_its_name():
    (found,) = told(Incoming((step("Makelaar Jansen", "Huisarts", phase="Thuis"),)))
    assert found.startswith("Van deze partijen is de soort geraden: “Makelaar Jansen” = Bedrijf, “Huisarts” = Zorg.")


def test_a_kind_that_stands_in_the_file_is_no_guess():
    incoming = Incoming((step("Bank", phase="Thuis"),), parties=(IncomingParty("Bank", "business"),))
    assert told(incoming) == []


def test_a_journey_that_begins_without_a_phase_tells_where_it_went():
    assert told(Incoming((step(), step(title="Wacht")))) == [
        "Bij de eerste stappen staat geen fase in het bestand. Ze staan in de fase “Vooraf”."
    ]
