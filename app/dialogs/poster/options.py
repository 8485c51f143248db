"""The choices at the left: the most used in sight, the others folded away, and none that says nothing here."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app import links
from app.dialogs.poster.contents import PARTS, Contents
from app.dialogs.poster.journeys_choice import JourneysChoice
from app.dialogs.poster.paper_choice import PaperChoice
from app.dialogs.poster.remembered import Asked, Printed, printed, usual
from app.dialogs.poster.saved_choice import SavedChoice, asked_by, says_so
from app.dialogs.poster.suited import SUITED
from app.panels.fields import CheckField, ChoiceField
from app.panels.section import Section
from app.panels.slot import Slot
from app.panels.text_fields import TitleField
from app.plain import PlainLabel, named, tip
from journeys.i18n import LANGUAGES, N_, TONGUES
from journeys.poster import limits
from journeys.poster.inks import INKS
from journeys.poster.request import BLEED_MM, Request
from journeys.poster.sheet import inner

if TYPE_CHECKING:
    from app.context import Context
    from app.panels.fields import Field
    from journeys.errors import LevensreisError
    from journeys.i18n import Words
    from journeys.poster.inks import Ink
    from journeys.poster.request import Kind

COLOURS: Final[dict[Ink, str]] = {"print": N_("Colour"), "grey": N_("Shades of grey"), "contrast": N_("High contrast")}
MARGINS: Final = (0.0, 5.0, 10.0, 15.0, 20.0, 30.0, 40.0)
BLEEDS: Final = (0.0, BLEED_MM, 5.0)
DISTANCES: Final = (300.0, 500.0, 700.0, 1000.0, 1500.0, 2000.0, 3000.0)
OF_ONE_SHEET: Final = frozenset({"bleed", "marks"})
"""What says nothing of a poster that is cut up over several sheets."""
LETTERS: Final = 34
"""About so many letters wide."""


class Options(QScrollArea):
    """`asked()` is what they say together."""

    changed = Signal()  #: something else is asked for
    taken = Signal(str)  #: a saved view was chosen, which is printed as this kind

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._kind: Kind = "journey"
        self._papers: dict[Kind, Printed] = {}
        self.fields: dict[str, Field] = {}
        self.slots: dict[str, Slot] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = named(QWidget(), "page")
        self._rows = QVBoxLayout(page)
        self._rows.setContentsMargins(2, 0, 10, 8)
        self._rows.setSpacing(4)
        self.saved = SavedChoice(context)
        self.journeys = JourneysChoice(context)
        self.paper = PaperChoice(context.say)
        self.contents = Contents(context)
        self.attach = CheckField(context.say("Put the study in the PDF"))
        """Never ticked beforehand: it holds more than the poster shows."""
        self._build()
        self._rows.addStretch(1)
        self.setWidget(page)
        self.paper.changed.connect(self._suit_tiles)
        self.saved.chosen.connect(self.take_view)
        for part in (self.journeys, self.paper, self.contents):
            part.changed.connect(self._leave_view)
            part.changed.connect(self.changed)
        self._set_width()

    def _build(self) -> None:
        say = self._context.say
        self._rows.addWidget(self.saved)
        self._rows.addWidget(self.journeys)
        self._rows.addWidget(self.paper)
        self._rows.addWidget(self._choice("parts", say("Phases divided over"), []))
        self._rows.addWidget(self._pair(
            self._choice("palette", say("Colours"), [(say(COLOURS[ink]), ink) for ink in INKS]),
            self._choice("language", say("Language"), [(TONGUES[one].name, one) for one in LANGUAGES]),
        ))  # fmt: skip
        self.fields["language"].setProperty("foreign", True)
        self.on_it = self._section("contents", say("What is on it"), self.contents)
        self.printer = self._section("printer", say("Margin and trimming"), *self._for_printer())
        self.reading = self._section("reading", say("More"), *self._for_readers())

    def _for_printer(self) -> list[QWidget]:
        say = self._context.say
        trims = [(say("No bleed"), 0.0), *((say("{mm} mm around", mm=f"{mm:g}"), mm) for mm in BLEEDS[1:])]
        marks = CheckField(say("Crop marks"))
        self.tiled = PlainLabel(say("Sheets to stick together have cutting marks of their own and no bleed."),
                                wrap=True, name="muted")  # fmt: skip
        return [
            self._pair(self._choice("margin", say("Margin"), []), self._choice("bleed", say("Bleed"), trims)),
            self._slot("marks", "", marks),
            self.tiled,
        ]

    def _for_readers(self) -> list[QWidget]:
        say = self._context.say
        far = [(say("Usual for this paper"), None), *((_far(mm, say), mm) for mm in DISTANCES)]
        ways = [(say("Lane by lane"), "lane"), (say("Phase by phase"), "phase")]
        link = TitleField(say("Address for a QR code"))
        link.setPlaceholderText("https://…")
        tip(self.attach, say("Everybody who has the PDF can then open the whole study and change it."))
        return [
            self._choice("distance", say("To be read from"), far),
            self._choice("reading", say("A screen reader reads"), ways),
            self._slot("link", say("Address for a QR code"), link),
            self.attach,
        ]

    def _choice(self, name: str, label: str, options: list[tuple[str, Any]]) -> Slot:
        return self._slot(name, label, ChoiceField(label, options))

    def _slot(self, name: str, label: str, field: Field) -> Slot:
        self.fields[name] = field
        self.slots[name] = Slot(label, field)
        field.committed.connect(lambda *_: self._committed(name))
        return self.slots[name]

    def _pair(self, left: QWidget, right: QWidget) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(left, 1)
        row.addWidget(right, 1)
        return made

    def _section(self, code: str, title: str, *parts: QWidget) -> Section:
        section = Section(self._context, f"poster.{code}", title, opened=False)
        for part in parts:
            section.rows.addWidget(part)
        self._rows.addWidget(section)
        return section

    # Showing and asking

    def display(self, asked: Asked) -> None:
        """Show what was asked before."""
        request = asked.request
        self._papers = dict(asked.papers)
        self._kind = request.kind
        self.journeys.display(asked.which, request.journeys or ())
        self.paper.display(request.paper, request.tile, request.overlap, portrait=request.portrait)
        self.contents.display(request.lanes, request.notes, request.axis, findings=request.findings)
        self.contents.lens.display(request.lens)
        self._offer_margins(request.margin)
        self._offer_parts(request.parts)
        for name in ("palette", "bleed", "marks", "distance", "reading", "link"):
            self.fields[name].display(getattr(request, name))
        self.fields["language"].display(request.language or self._context.document.study.language)
        self._suit()

    def show_kind(self, kind: Kind) -> None:
        """Another kind: on the paper it was last printed on, and with the journeys it usually has."""
        if kind == self._kind:
            return
        now = self.asked()
        asked = Asked(now.request, usual(kind), now.papers | {self._kind: printed(now.request)})
        asked.request = replace(now.request, kind=kind, journeys=None, **asked.paper(kind)._asdict())
        self.saved.display(None)
        self.display(asked)
        self.changed.emit()

    def take_view(self, view: str) -> None:
        """What a saved view says is filled in; paper, words and inks stay as they are."""
        self.display(asked_by(self._context, view, self.asked()))
        self.saved.display(view)
        self.taken.emit(self._kind)
        self.changed.emit()

    def _leave_view(self) -> None:
        """Who chooses something else than the view says no longer prints that view."""
        view = self.saved.view
        if view is not None and not says_so(self._context, view, self.asked()):
            self.saved.display(None)

    def asked(self) -> Asked:
        """What all choices say together, also those that say nothing of this kind."""
        values = {name: _value(field) for name, field in self.fields.items()} | {
            "journeys": self.journeys.rows.chosen(), "paper": self.paper.written, "portrait": self.paper.portrait,
            "tile": self.paper.tile, "overlap": self.paper.overlap.currentData(), "kind": self._kind,
            "lanes": self.contents.chosen_lanes(), "notes": self.contents.chosen_notes(),
            "findings": self.contents.findings.isChecked(), "axis": self.contents.axis.currentData(),
            "lens": self.contents.lens.currentData(),
        }  # fmt: skip
        values["link"] = links.address(str(values["link"])) or ""
        return Asked(Request(**values), self.journeys.code, dict(self._papers))

    def request(self) -> Request:
        """The poster that is asked for; what says nothing of this kind is as usual."""
        asked, suited = self.asked().request, SUITED[self._kind]
        if asked.tile is not None:
            suited -= OF_ONE_SHEET
        held = {name: getattr(asked, name) for name in suited} | {"journeys": self.journeys.journeys()}
        return Request(on=dt.datetime.now().astimezone().date(), **held)

    def refuse(self, error: LevensreisError, text: str) -> None:
        """Say under the field that it is about why there can be no such poster."""
        slot = self.slots.get(error.code.removeprefix("poster."))
        if slot is not None:
            slot.tell(text)

    @property
    def wrong(self) -> bool:
        """Whether no poster can be made of this."""
        return self.paper.wrong or (self.journeys.journeys() == () and not self.journeys.isHidden())

    def follow(self) -> None:
        """The study was edited."""
        self.saved.follow()
        self.journeys.follow()
        self.contents.follow()
        self._offer_parts(_value(self.fields["parts"]))

    def _suit(self) -> None:
        suited = SUITED[self._kind]
        self.journeys.setVisible("journeys" in suited)
        self.paper.let_tile(tileable="tile" in suited)
        self.contents.suit(suited)
        self.on_it.setVisible(bool(suited & PARTS))
        for name, slot in self.slots.items():
            slot.setVisible(name in suited)
        self._suit_tiles()

    def _suit_tiles(self) -> None:
        """Tiles are trimmed in their own way: what was chosen for one sheet stays, and waits."""
        tiled = self.paper.tile is not None
        for name in OF_ONE_SHEET:
            self.slots[name].setEnabled(not tiled)
        self.tiled.setVisible(tiled)

    def _committed(self, name: str) -> None:
        self.slots[name].tell("")
        if name == "link":
            written = str(_value(self.fields[name]))
            wrong = bool(written) and links.address(written) is None
            say = self._context.say
            self.slots[name].tell(say("This is no web address: it begins with https:// or http://.") if wrong else "")
        self.changed.emit()

    def _offer_margins(self, held: float | None) -> None:
        """The usual margin says how wide it is on this paper."""
        field, say = self.fields["margin"], self._context.say
        if not isinstance(field, ChoiceField):
            return
        words, most = say("Usual"), MARGINS[-1]
        if not self.paper.wrong:
            sheet = Request(paper=self.paper.written, portrait=self.paper.portrait).sheet
            words, most = say("Usual: {mm} mm", mm=round(inner(sheet).x)), min(sheet) * limits.WIDEST
        field.offer([(words, None), *((f"{mm:g} mm", mm) for mm in MARGINS if mm <= most)])
        field.display(held)

    def update_margins(self) -> None:
        """Other paper has another usual margin."""
        self._offer_margins(_value(self.fields["margin"]))

    def _offer_parts(self, held: int) -> None:
        """As many sheets as there are phases, at most."""
        field, most = self.fields["parts"], limits.most_parts(self._context.document)
        if isinstance(field, ChoiceField):
            say = self._context.say
            field.offer((say.many("{n} sheet", "{n} sheets", n), n) for n in range(1, most + 1))
            field.display(min(held, most))

    def divide(self, parts: str) -> None:
        """Print the phases on so many sheets, as if that were picked from the list."""
        self._offer_parts(int(parts))
        self._committed("parts")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_width()

    def _set_width(self) -> None:
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * LETTERS + 40)


def _value(field: Field) -> Any:
    if isinstance(field, ChoiceField):
        return field.currentData()
    return field.isChecked() if isinstance(field, CheckField) else getattr(field, "text", str)()


def _far(mm: float, say: Words) -> str:
    if mm < 1000:
        return say("{n} cm", n=round(mm / 10))
    metres = f"{mm / 1000:g}"
    return say("{n} m", n=say.decimal(metres))
