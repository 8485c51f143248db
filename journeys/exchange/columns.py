"""Which column of a table holds what: guessed from Dutch and English headings, else from the usual order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from journeys import text
from journeys.exchange import ratings
from journeys.exchange.grid import MOST_COLUMNS, Grid, Row, turned
from journeys.i18n import N_

IGNORED: Final = ""

TITLES: Final[dict[str, str]] = {
    "title": N_("Step"), "phase": N_("Phase"), "party": N_("Party"), "channel": N_("Channel"),
    "passes_on_for": N_("Passes on something from"),
    "emotion": N_("Emotion"), "need": N_("Need"), "pain": N_("Pain"), "opportunity": N_("Opportunity"),
    "quote": N_("Quote"), "idea": N_("Idea"), "question": N_("Question"), "remark": N_("Remark"),
    "body": N_("Description"), "day": N_("Day"), "lasts": N_("Duration"), "place": N_("Place"),
    "stage": N_("Front or back stage"), "moment_of_truth": N_("Moment of truth"), "evidence": N_("Evidence"),
    "source": N_("Source"), "start": N_("First day of phase"), "journey": N_("Journey"), "persona": N_("Persona"),
    "variant": N_("Current or desired"), "id": N_("Id"),
}  # fmt: skip
"""What a column can be, in the order in which people look for it; `Step` is what the card says."""

SEVERAL: Final = frozenset(
    {"party", "channel", "passes_on_for", "need", "pain", "opportunity", "quote", "idea", "question", "remark", "body",
     "source"}
)  # fmt: skip
"""What more than one column may hold."""
NOTE_KINDS: Final = ("need", "pain", "opportunity", "quote", "idea", "question", "remark")
ORDER: Final = ("phase", "title", "party", "channel", "emotion")

_HEADINGS: Final[dict[str, str]] = {
    "id": "id, stap id, step id, uuid, kenmerk",
    "journey": "journey, reis, klantreis, levensreis, route, journey title, titel klantreis, customer journey",
    "persona": "persona, inwoner, doelgroep, wie, resident, who, klant, gebruiker, user, customer",
    "phase": "phase, fase, fasen, phases, stage of journey, etappe, periode, hoofdstuk, stadium",
    "start": "start, begin, begindag, startdag, start day, begin fase, start fase, first day, eerste dag, "
             "eerste dag van fase, first day of phase, start phase, phase start, vanaf",
    "stage": "stage, toneel, voor of achter, voor of achter de schermen, front or back stage, front back, "
             "frontstage backstage, podium, front or back",
    "title": "title, titel, stap, step, stappen, steps, activiteit, activity, activiteiten, activities, actie, "
             "action, wat, what, gebeurtenis, event, contactmoment, touchpoint, handeling, taak, task, naam, name, "
             "stapnaam, wat gebeurt er, moment, doing, doen",
    "body": "body, beschrijving, description, omschrijving, toelichting, uitleg, details, detail, tekst, text, "
            "inhoud, content",
    "day": "day, dag, datum, date, wanneer, when, dag nummer, tijdstip, tijd, time",
    "lasts": "lasts, duur, duration, doorlooptijd, lead time, hoe lang, how long",
    "place": "place, plaats, locatie, location, waar, where, plek",
    "party": "party, partij, partijen, parties, betrokken partij, betrokken partijen, betrokkene, betrokkenen, "
             "organisatie, organisation, organization, instantie, met wie, with whom, actor, actors, actoren, "
             "stakeholder, stakeholders, afdeling, department, ketenpartner",
    "channel": "channel, kanaal, kanalen, channels, hoe, how, middel, via, medium, contactkanaal, "
               "contact en kanaal",
    "passes_on_for": "passes on something from, geeft iets door van, namens, on behalf of, passes on for",
    "variant": "variant, huidig of gewenst, current or desired, as is or to be, as is to be",
    "emotion": "emotion, beleving, emotie, emoties, emotions, gevoel, feeling, hartslag, heartbeat, ervaring, "
               "experience, score, waardering, sentiment, tevredenheid, satisfaction, cijfer, rating, stemming, mood",
    "need": "need, needs, behoefte, behoeften, wens, wensen, verwachting, verwachtingen, expectations, gain, gains",
    "pain": "pain, pains, knelpunt, knelpunten, pijnpunt, pijnpunten, pain point, pain points, painpoint, "
            "painpoints, probleem, problemen, problem, problems, frustratie, frustraties, frustration, ergernis, "
            "obstakel, drempel, barrier, barriers",
    "opportunity": "opportunity, opportunities, kans, kansen, verbetering, verbeteringen, verbeterpunt, "
                   "verbeterpunten, improvement, improvements, oplossing, oplossingen, solution, solutions",
    "idea": "idea, ideas, idee, ideeen, suggestie, suggesties, suggestion, suggestions",
    "question": "question, questions, vraag, vragen, vraagstuk, openstaande vraag, open vragen",
    "quote": "quote, quotes, citaat, citaten, uitspraak, uitspraken, quote inwoner, gedachte, gedachten, thinking, "
             "thought, thoughts, denken, zeggen, says",
    "remark": "remark, remarks, opmerking, opmerkingen, notitie, notities, note, notes, comment, comments, aantekening",
    "moment_of_truth": "moment of truth, sleutelmoment, sleutelmomenten, moment van de waarheid, mot, cruciaal moment",
    "evidence": "evidence, onderbouwing, bewijs, zekerheid, hoe weten we dit, how do we know, status onderbouwing",
    "source": "source, sources, bron, bronnen, herkomst",
}  # fmt: skip
KNOWN: Final = {text.folded(word.strip()): code for code, words in _HEADINGS.items() for word in words.split(",")}
SEARCHED: Final = 12
"""Rows from the top among which the headings are looked for."""
SAMPLED: Final = 200
_ASIDE: Final = re.compile(r"\(.*?\)|\[.*?\]")
_ID: Final = re.compile(r"[0-9a-f]{32}\Z")
_LONE: Final = frozenset({"stap", "stappen", "step", "steps", "titel", "title", "activiteit", "activiteiten"})


@dataclass(frozen=True, slots=True)
class Mapping:
    """What each column is (a code of `TITLES`, or empty for left out), and the number of the row with headings."""

    columns: tuple[str, ...]
    heading: int | None = None

    def having(self, code: str) -> list[int]:
        return [index for index, held in enumerate(self.columns) if held == code]

    def set(self, column: int, code: str) -> Mapping:
        """This mapping with another meaning for one column; what only one column may be, another gives up."""
        kept = [IGNORED if held == code and code not in SEVERAL else held for held in self.columns]
        kept[column] = code
        return Mapping(tuple(kept), self.heading)


def meaning(heading: str) -> str:
    """The code for a heading, or the empty text; what stands between brackets does not count."""
    bare = re.sub(r"[^\w ]+", " ", text.folded(_ASIDE.sub(" ", heading[:200]))).replace("_", " ")
    words = " ".join(bare.split())
    if words in KNOWN:
        return KNOWN[words]
    parts = words.split()
    if not 1 < len(parts) <= 4:
        return IGNORED
    found = [KNOWN[part] for part in parts if part in KNOWN]
    return found[0] if len(set(found)) == 1 else IGNORED


def guess(grid: Grid) -> Mapping:
    """What the columns are most likely."""
    heading = find_heading(grid)
    if heading is None:
        return Mapping(by_order(grid))
    return Mapping(by_heading(grid, heading), heading.number)


def find_heading(grid: Grid) -> Row | None:
    """The row near the top in which most cells are known headings; two at least, or the only one there is."""
    best, most = None, 0
    for row in grid.rows[:SEARCHED]:
        known = len({code for cell in row.cells if (code := meaning(cell))})
        if known > most:
            best, most = row, known
    if best is None:
        return None
    if len(grid.rows) == 1:  # headings and nothing below them, or one step
        return best if most >= 2 and all(meaning(cell) for cell in best.cells if cell.strip()) else None
    if grid.width == 1:
        return best if best is grid.rows[0] and text.folded(best.at(0)).strip(" :.") in _LONE else None
    return best if most >= 2 else None


def upright(grid: Grid) -> Grid:
    """The table with its steps below one another: turned when the headings stand in its first column."""
    if grid.plain or not 1 < len(grid.rows) <= MOST_COLUMNS or grid.width < 2:
        return grid
    beside = [code for row in grid.rows if (code := meaning(row.at(0)))]
    heading = find_heading(grid)
    above = 0 if heading is None else len({code for cell in heading.cells if (code := meaning(cell))})
    return turned(grid) if "title" in beside and len(set(beside)) > max(1, above) else grid


def by_heading(grid: Grid, heading: Row) -> tuple[str, ...]:
    """A meaning for each column from its heading; the first of two alike has it, where only one may."""
    taken: set[str] = set()
    found: list[str] = []
    for column in range(grid.width):
        code = meaning(heading.at(column))
        found.append(IGNORED if code in taken and code not in SEVERAL else code)
        taken.add(code)
    if "title" not in taken:
        free = _first_text(grid, found, heading)
        if free is not None:
            found[free] = "title"
    return tuple(found)


def _first_text(grid: Grid, found: Sequence[str], heading: Row) -> int | None:
    """The column that is the step where no heading says so: the first unknown one with words in it, else body."""
    rows = [row for row in grid.rows if row.number > heading.number][:SAMPLED]
    for column, code in enumerate(found):
        if not code and any(char.isalpha() for row in rows for char in row.at(column)[:40]):
            return column
    return found.index("body") if "body" in found else None


def by_order(grid: Grid) -> tuple[str, ...]:
    """Without headings: phase, step, party, channel, emotion; told apart by what is in them where that is clear."""
    rows = grid.rows[:SAMPLED]
    found = [IGNORED] * grid.width
    open_columns: list[int] = []
    for column in range(grid.width):
        cells = [row.at(column).strip() for row in rows]
        filled = [cell for cell in cells if cell]
        if filled and all(_ID.match(cell) for cell in filled):
            found[column] = "id"
        elif column and "emotion" not in found and ratings.looks_like_ratings(filled):
            found[column] = "emotion"
        elif filled and not (column == 0 and grid.width > 1 and _counts_up(filled)):
            open_columns.append(column)
    names = ORDER[1:] if len(open_columns) == 1 else ORDER
    for column, code in zip(open_columns, [name for name in names if name not in found], strict=False):
        found[column] = code
    return tuple(found)


def _counts_up(cells: Sequence[str]) -> bool:
    """Row numbers: 1, 2, 3 …"""
    bare = [cell.rstrip(".)") for cell in cells]
    return (
        len(bare) > 1
        and all(cell.isdecimal() and len(cell) < 7 for cell in bare)
        and all(int(later) == int(earlier) + 1 for earlier, later in pairwise(bare))
    )
