"""The fields of one fact: what holds, for whom, when, by when, and how we know."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal

from app import links
from app.panels.form import Form, page
from app.panels.labels import UNITS, options
from app.plain import put
from journeys.edits import entities, facts
from journeys.i18n import N_
from journeys.model.values import Due
from journeys.phrases import capital
from journeys.phrases.facts import due_text
from journeys.phrases.terms import LIFE_EVENT_STATUS

if TYPE_CHECKING:
    from app.context import Context
    from journeys.edits.edit import Edit
    from journeys.model.entities import Fact

DUE: Final = "due."
"""How the fields of the deadline begin."""
BEFORE: Final = "before"
AFTER: Final = "after"
SIDES: Final = {AFTER: N_("after it, at the latest"), BEFORE: N_("before it, at the latest")}
RULES: Final = {
    "none": N_("It stays on that day"),
    "next_workday": N_("The next working day"),
    "termijnenwet": N_("Dutch act on terms: next working day, with two working days in it"),
}


class FactForm(Form):
    """One fact."""

    left = Signal()  #: back to the list

    def __init__(self, context: Context) -> None:
        super().__init__(context, "fact")
        say = context.say
        self.back = self.button(say("Back to the facts"), self.left.emit, "link")
        self.body("text", say("What holds"), lines=4)
        self.choice("status", say("Status"), [(capital(text), code) for text, code in options(LIFE_EVENT_STATUS, say)])
        self._party = self.choice("party", say("Who carries it out"))
        self.section("when", say("When it holds"))
        self.day("from_day", say("From day (day 0 is the desk)"), optional=say("not known"))
        self.day("to_day", say("Up to and including day"), optional=say("not known"))
        self.section("due", say("Deadline"))
        self._moment = self.choice(f"{DUE}moment", say("Counts from"))
        self.choice(f"{DUE}side", say("Before or after that moment"), options(SIDES, say))
        self.count(f"{DUE}count", say("Length of the term"))
        self.choice(f"{DUE}unit", say("Counted in"), [(t, c) for t, c in options(UNITS, say) if c != "hour"])
        self.choice(f"{DUE}rule", say("When it ends in a weekend or on a holiday"), options(RULES, say))
        self._told = self.label("")
        self.title(f"{DUE}basis", say("Law or custom"))
        self.section("source", say("Where we know it from"))
        self.title("source_title", say("Source"))
        self.title("source_url", say("Web address"), hint="https://")
        self.date("checked_on", say("Checked on"), optional=say("not checked yet"))
        self.button(say("Checked today"), self._check)
        self.end_section()
        self.rows.addSpacing(10)
        self.button(say("Delete fact"), self._delete)
        page(self)

    def refresh(self, entity: Fact) -> None:
        document, say = self.context.document, self.context.say
        parties = sorted(document.parties.values(), key=lambda party: party.name.casefold())
        self._party.offer([(say("(nobody)"), None), *((party.name, party.id) for party in parties)])
        self._party.display(entity.party)
        moments = sorted(document.moments.values(), key=lambda moment: (moment.day, moment.name))
        self._moment.offer([(say("(no deadline)"), None), *((moment.name, moment.id) for moment in moments)])
        self._moment.display(entity.due.moment if entity.due else None)
        for name in ("side", "count", "unit", "rule", "basis"):
            self.slots[f"{DUE}{name}"].setVisible(entity.due is not None)
        if entity.due is not None:  # a term that is counted back is never extended
            self.slots[f"{DUE}rule"].setVisible(entity.due.count >= 0)
        self._told.setVisible(entity.due is not None)
        put(self._told, due_text(document, entity.due, say) if entity.due is not None else "")

    def value(self, entity: Any, name: str) -> object:
        if not name.startswith(DUE):
            return super().value(entity, name)
        if entity.due is None:
            none = {"side": AFTER, "count": 0, "unit": "day", "rule": "none", "basis": ""}
            return none.get(name.removeprefix(DUE))
        if name == f"{DUE}side":
            return BEFORE if entity.due.count < 0 else AFTER
        held = getattr(entity.due, name.removeprefix(DUE))
        return abs(held) if name == f"{DUE}count" else held

    def verb(self, name: str, value: Any) -> Edit:
        if name.startswith(DUE):
            return super().verb("due", self._due(name.removeprefix(DUE), value))
        return super().verb(name, _whole(value) if name == "source_url" else value)

    def _due(self, part: str, value: Any) -> Due | None:
        """The deadline with one part set; without a moment there is none."""
        held: Due | None = self.context.document.facts[self.id].due
        if part == "moment":
            return None if value is None else replace(held or Due(value, 1, "week"), moment=value)
        if held is None:
            return None
        if part == "side":
            part, value = "count", _sided(max(abs(held.count), 1), before=value == BEFORE)
        elif part == "count":
            value = _sided(value, before=held.count < 0)
        return replace(held, **{part: value})

    def _commit(self, name: str, value: Any, burst: str) -> None:
        super()._commit(name, value, burst)
        if name == "source_url" and value and links.address(_whole(str(value))) is None:
            self.refuse(name, self.context.say("This is no web address. It begins with https:// or http://."))

    def _check(self) -> None:
        today = dt.datetime.now().astimezone().date()
        self.context.do(lambda: entities.change(self.context.document, "fact", self.id, checked_on=today))

    def _delete(self) -> None:
        if self.context.do(lambda: facts.delete(self.context.document, self.id)):
            self.left.emit()


def _sided(count: int, *, before: bool) -> int:
    """Before the moment a term counts back."""
    return -count if before else count


def _whole(url: str) -> str:
    """Nobody types https:// when the browser does without."""
    lacks = url and "://" not in url and links.address(f"https://{url}") is not None and "." in url
    return f"https://{url}" if lacks else url
