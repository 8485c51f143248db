"""Judges one step or several: fields in groups by lens, made when they are first unfolded."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.attempts import attempt
from app.panels.fields import ChoiceField
from app.panels.judgement.data_field import DataField
from app.panels.judgement.rating import RatingField
from app.panels.judgement.role_chips import RoleChips
from app.panels.labels import options
from app.panels.section import Section
from app.panels.slot import Slot
from app.panels.text_fields import BodyField
from app.plain import PlainLabel
from journeys.edits import judgements
from journeys.i18n import N_
from journeys.model.values import Judgement
from journeys.phrases import judgements as said

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.context import Context
    from app.panels.fields import Field
    from journeys.model.entities import Step
    from journeys.model.values import Role

GROUPS: Final = {
    "roles": ("roles", N_("Roles and worth")),
    "quality": ("roles", N_("Quality and red tape")),
    "value": ("value", N_("Value on stage")),
    "delivery": ("scope", N_("Who gives, who benefits")),
}
"""Code → the lens that looks at it, and its title."""
IN_GROUP: Final = {
    "roles": ("roles", *said.VALUES, "value_reason", "waiting"),
    "quality": (*said.RATINGS, "data_asked"),
    "value": (*said.STRENGTHS, *said.STRATEGIES, *said.STAGE_PARTS, "direction"),
    "delivery": ("supplier", "beneficiary"),
}
EMPTY: Final = Judgement()


class JudgementEditor(QWidget):
    """Everything judged of these steps; what is the same in all is shown, every change is for all, in one edit."""

    def __init__(self, context: Context, part: Section, title: str) -> None:
        """`part` is the section it stands in."""
        super().__init__()
        self.context = context
        self.ids: tuple[str, ...] = ()
        self.fields: dict[str, Any] = {}
        self.slots: dict[str, Slot] = {}
        self.groups: dict[str, Section] = {}
        self._part, self._title = part, title
        self._lens: str | None = None
        self._shown_on: dict[str, QWidget] = {}
        """What is there for steps on stage, or for steps behind it."""
        self._hints: dict[Slot, str] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 0, 0, 0)
        self._column.setSpacing(0)
        part.unfolded.connect(self._unfolded)

    def display(self, ids: Sequence[str]) -> None:
        """Show what is judged of these steps; what was typed about the ones before is committed first."""
        if tuple(ids) != self.ids:
            self.flush()
            for slot in self.slots.values():
                slot.reset()
        self.ids = tuple(ids)
        self._follow_lens()
        if self._part.opened and not self.groups:  # it was left open when it was made
            self._unfolded()
        else:
            self._show()

    def flush(self) -> None:
        """Commit what was typed and not committed yet."""
        if self.ids and all(id_ in self.context.document.steps for id_ in self.ids):
            for field in self.fields.values():
                if hasattr(field, "flush"):
                    field.flush()

    # Showing

    @property
    def steps(self) -> list[Step]:
        """The steps that are judged."""
        found = self.context.document.steps
        return [found[id_] for id_ in self.ids if id_ in found]

    def _follow_lens(self) -> None:
        """The group of the chosen lens opens by itself, the others fold; without a lens all are as they were left."""
        lens = self.context.lens
        if lens == self._lens:
            return
        self._lens = lens
        if lens in {of for of, _ in GROUPS.values()}:
            self._part.open()
            for code, group in self.groups.items():
                group.open(opened=GROUPS[code][0] == lens)
        else:
            self._part.recall()
            for group in self.groups.values():
                group.recall()

    def _unfolded(self) -> None:
        """The section was opened: make the groups, and show what they hold."""
        if not self.groups:
            for code, (lens, title) in GROUPS.items():
                group = Section(self.context, f"step.judgement.{code}", self.context.say(title), opened=False)
                self.groups[code] = group
                self._column.addWidget(group)
                group.unfolded.connect(partial(self._fill, code))
                if lens == self.context.lens:
                    group.open()
                elif group.opened:
                    self._fill(code)
        self._show()

    def _fill(self, code: str) -> None:
        """Make the fields of a group."""
        group = self.groups[code]
        if group.rows.count() == 0:
            fillers: dict[str, Callable[[QVBoxLayout], None]] = {
                "roles": self._roles, "quality": self._quality, "value": self._value, "delivery": self._delivery,
            }  # fmt: skip
            group.rows.setContentsMargins(4, 0, 0, 6)
            fillers[code](group.rows)
        self._show()

    def _show(self) -> None:
        steps = self.steps
        say = self.context.say
        self._part.name(self._title, len({name for step in steps for name in _filled(step.judgement)}))
        for code, group in self.groups.items():
            count = len({name for step in steps for name in _filled(step.judgement) if name in IN_GROUP[code]})
            group.name(say(GROUPS[code][1]), count)
        for name, field in self.fields.items():
            self._show_field(name, field, steps)
        front = any(step.stage == "front" for step in steps)
        for name in (*said.STAGE_PARTS, "stage"):
            if name in self._shown_on:
                self._shown_on[name].setVisible(front or self._holds(name, steps))
        if "direction" in self._shown_on:
            back = any(step.stage == "back" for step in steps)
            self._shown_on["direction"].setVisible(back or self._holds("direction", steps))

    @staticmethod
    def _holds(name: str, steps: Sequence[Step]) -> bool:
        wanted = said.STAGE_PARTS if name == "stage" else (name,)
        return any(getattr(step.judgement, each) is not None for step in steps for each in wanted)

    def _show_field(self, name: str, field: Any, steps: Sequence[Step]) -> None:
        if name == "roles":
            field.display([step.judgement for step in steps])
        elif name == "data_asked":
            field.display(steps)
        else:
            held = {getattr(step.judgement, name) for step in steps}
            value = next(iter(held)) if len(held) == 1 else None
            if isinstance(field, RatingField):
                field.display(value, mixed=len(held) > 1)
            else:
                self._show_slot(self.slots[name], value, mixed=len(held) > 1)

    def _show_slot(self, slot: Slot, value: object, *, mixed: bool) -> None:
        slot.display(value)
        hint = self.context.say("(different)") if mixed else ""
        place = getattr(getattr(slot.field, "amount", slot.field), "setPlaceholderText", None)
        if place is not None:
            place(hint or self._hints[slot])

    # Fields

    def _roles(self, rows: QVBoxLayout) -> None:
        chips = self.fields["roles"] = RoleChips(self.context)
        chips.toggled.connect(self._take_role)
        rows.addWidget(chips)
        self._heading(rows, N_("What it is worth"))
        self._ratings(rows, said.VALUES, said.VALUE_MEANINGS, said.WORTH)
        from app.panels.written import DurationField

        self._slot(rows, "value_reason", BodyField(self._label("value_reason"), lines=2))
        self._slot(rows, "waiting", cast("Field", DurationField(self.context, self._label("waiting"))))

    def _quality(self, rows: QVBoxLayout) -> None:
        self._ratings(rows, said.RATINGS, said.RATING_MEANINGS, said.DEGREES)
        self._heading(rows, said.FIELDS["data_asked"])
        data = self.fields["data_asked"] = DataField(self.context)
        data.asked.connect(self._ask)
        data.unasked.connect(self._unask)
        rows.addWidget(data)

    def _value(self, rows: QVBoxLayout) -> None:
        self._ratings(rows, said.STRENGTHS, said.STRENGTH_MEANINGS, said.AMOUNTS)
        self._heading(rows, N_("Three strategies"))
        self._ratings(rows, said.STRATEGIES, said.STRATEGY_MEANINGS, said.DEGREES)
        self._shown_on["stage"] = self._heading(rows, N_("What people notice on stage"))
        self._ratings(rows, said.STAGE_PARTS, said.STAGE_PART_MEANINGS, said.DEGREES)
        for part in said.STAGE_PARTS:
            self._shown_on[part] = self.fields[part]
        self._choice(rows, "direction", cast("Mapping[str, str]", said.DIRECTIONS))
        self._shown_on["direction"] = self.slots["direction"]

    def _delivery(self, rows: QVBoxLayout) -> None:
        for name in ("supplier", "beneficiary"):
            self._choice(rows, name, cast("Mapping[str, str]", said.SIDES))

    def _heading(self, rows: QVBoxLayout, text: str) -> PlainLabel:
        made = PlainLabel(self.context.say(text), name="strong", wrap=True)
        made.setContentsMargins(0, 8, 0, 0)
        rows.addWidget(made)
        return made

    def _ratings(
        self, rows: QVBoxLayout, names: Mapping[str, str], meanings: Mapping[str, str], degrees: Mapping[int, str]
    ) -> None:
        say = self.context.say
        for name, label in names.items():
            field = self.fields[name] = RatingField(say, say(label), say(meanings[name]), degrees)
            field.committed.connect(partial(self._commit, name))
            rows.addWidget(field)

    def _choice(self, rows: QVBoxLayout, name: str, table: Mapping[str, str]) -> None:
        say = self.context.say
        field = ChoiceField(self._label(name), [(say("(not judged)"), None), *options(dict(table), say)])
        self._slot(rows, name, field)

    def _slot(self, rows: QVBoxLayout, name: str, field: Field) -> None:
        slot = self.slots[name] = Slot(self._label(name), field)
        self.fields[name] = field
        self._hints[slot] = getattr(getattr(field, "amount", field), "placeholderText", str)()
        rows.addWidget(slot)
        field.committed.connect(partial(self._commit, name))
        refused = getattr(field, "refused", None)
        if refused is not None:
            refused.connect(partial(self._refuse, name))

    def _label(self, name: str) -> str:
        label = said.FIELDS[name]
        return self.context.say(label)

    # Changing

    def _commit(self, name: str, value: object, burst: str) -> None:
        why = attempt(
            self.context, lambda: judgements.judge(self.context.document, self.ids, **{name: value}),
            f"{burst} {self.ids[0]} {name}" if burst else None,
        )  # fmt: skip
        if name in self.slots:
            self._refuse(name, why)

    def _refuse(self, name: str, why: str) -> None:
        steps = self.steps
        self.slots[name].tell(why, getattr(steps[0].judgement, name) if steps else None)

    def _take_role(self, role: str, on: bool) -> None:
        self.context.do(lambda: judgements.take_role(self.context.document, self.ids, cast("Role", role), on=on))
        self._show()

    def _ask(self, data: str) -> None:
        self.context.do(lambda: judgements.ask(self.context.document, self.ids, data))

    def _unask(self, data: str) -> None:
        self.context.do(lambda: judgements.unask(self.context.document, self.ids, data))


def _filled(held: Judgement) -> list[str]:
    """The fields in which something was judged."""
    if held == EMPTY:
        return []
    return [name for name in said.FIELDS if getattr(held, name) != getattr(EMPTY, name)]
