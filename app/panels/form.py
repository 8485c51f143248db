"""A form about one entity: fields by name, shown from the study and committed to it, each as an edit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.attempts import attempt
from app.panels.fields import CheckField, ChoiceField, DayField, Field
from app.panels.section import Section
from app.panels.slot import Slot
from app.panels.text_fields import BodyField, TitleField
from app.plain import PlainLabel, named
from journeys.edits import entities
from journeys.phrases.dates import date_said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.context import Context
    from app.panels.written import DateField, DurationField
    from journeys.edits.edit import Edit
    from journeys.model.fields import Kind


class Form(QScrollArea):
    """Fields of one entity at a time. Subclasses add fields once; `display` fills them for an id."""

    def __init__(self, context: Context, kind: Kind) -> None:
        super().__init__()
        self.context = context
        self.kind = kind
        self.id = ""
        self.fields: dict[str, Field] = {}
        self.slots: dict[str, Slot] = {}
        self._days: list[DayField] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = named(QWidget(), "page")
        self._page = QVBoxLayout(page)
        self._page.setContentsMargins(14, 12, 14, 16)
        self._page.setSpacing(4)
        self.rows = self._page
        """Where the next field goes: the page, or the section that was begun last."""
        self.setWidget(page)

    def display(self, id_: str) -> None:
        """Show this entity; what was typed about the one before is committed first."""
        if id_ != self.id:
            self.flush()
            for slot in self.slots.values():
                slot.reset()
        self.id = id_
        entity = self.context.document.get((self.kind, id_))
        if entity is None:
            return
        for name, slot in self.slots.items():
            slot.display(self.value(entity, name))
        for field in self._days:
            field.tell_date(partial(date_said, self.context.document, say=self.context.say))
        self.refresh(entity)

    def value(self, entity: Any, name: str) -> object:
        """What a field shows; subclasses know better for fields that are no field of the entity."""
        return getattr(entity, name)

    def refresh(self, entity: Any) -> None:
        """What a subclass shows beyond its fields."""

    def verb(self, name: str, value: Any) -> Edit:
        """The edit that sets a field; subclasses know better verbs for some."""
        return entities.change(self.context.document, self.kind, self.id, **{name: value})

    def flush(self) -> None:
        """Commit what was typed and not committed yet."""
        if self.id and self.context.document.get((self.kind, self.id)) is not None:
            for field in self.fields.values():
                field.flush()

    def title(self, name: str, label: str, *, required: bool = False, hint: str = "") -> TitleField:
        field = TitleField(label, required=required)
        field.setPlaceholderText(hint)
        self.place(name, label, field)
        return field

    def body(self, name: str, label: str, *, lines: int = 3) -> BodyField:
        field = BodyField(label, lines=lines)
        self.place(name, label, field)
        return field

    def choice(self, name: str, label: str, options: Iterable[tuple[str, object]] = ()) -> ChoiceField:
        field = ChoiceField(label, options)
        self.place(name, label, field)
        return field

    def check(self, name: str, label: str) -> CheckField:
        field = CheckField(label)
        self.place(name, "", field)
        return field

    def day(self, name: str, label: str, *, optional: str = "") -> DayField:
        from journeys.model.fields import MAX_DAYS

        field = DayField(label, -MAX_DAYS, MAX_DAYS, optional=optional)
        self._days.append(field)
        self.place(name, label, field)
        return field

    def count(self, name: str, label: str) -> DayField:
        """A whole number from 0."""
        field = DayField(label, 0, 1_000_000)
        self.place(name, label, field)
        return field

    def date(self, name: str, label: str, *, optional: str = "") -> DateField:
        """A date, or nothing."""
        from app.panels.written import DateField

        field = DateField(self.context, label, optional=optional)
        self.place(name, label, cast("Field", field))
        return field

    def duration(self, name: str, label: str) -> DurationField:
        """One number or two, with a unit."""
        from app.panels.written import DurationField

        field = DurationField(self.context, label)
        self.place(name, label, cast("Field", field))
        return field

    def place(self, name: str, label: str, field: Field) -> None:
        """Put a field below the others and let it commit; what is refused is told under it."""
        slot = self.slots[name] = Slot(label, field)
        self.fields[name] = field
        self.rows.addWidget(slot)
        field.committed.connect(lambda value, burst: self._commit(name, value, burst))
        refused = getattr(field, "refused", None)
        if refused is not None:
            refused.connect(lambda text: self.refuse(name, text))

    def section(self, code: str, title: str, *, opened: bool = True) -> Section:
        """Begin a part that folds; what is placed from now on goes into it."""
        made = Section(self.context, f"{self.kind}.{code}", title, opened=opened)
        self._page.addWidget(made)
        self.rows = made.rows
        return made

    def end_section(self) -> None:
        """What is placed from now on goes below the last section."""
        self.rows = self._page

    def label(self, text: str, buddy: QWidget | None = None) -> PlainLabel:
        """A small caption."""
        made = PlainLabel(text, name="field", wrap=True)
        made.setContentsMargins(0, 6, 0, 0)
        if buddy is not None:
            made.setBuddy(buddy)
        self.rows.addWidget(made)
        return made

    def heading(self, text: str) -> PlainLabel:
        """The title of a part that does not fold."""
        made = PlainLabel(text, name="strong", wrap=True)
        made.setContentsMargins(0, 14, 0, 2)
        self.rows.addWidget(made)
        return made

    def button(self, text: str, act: Callable[[], object], name: str = "") -> QPushButton:
        """A button at the left."""
        made = named(QPushButton(text), name)
        made.clicked.connect(act)
        row = QHBoxLayout()
        row.addWidget(made)
        row.addStretch()
        self.rows.addLayout(row)
        return made

    def refuse(self, name: str, why: str) -> None:
        """Say under a field why it cannot be as it now stands there."""
        entity = self.context.document.get((self.kind, self.id))
        self.slots[name].tell(why, None if entity is None else self.value(entity, name))

    def reveal(self, name: str) -> None:
        """Put the cursor in a field, its text selected; a folded section opens."""
        field = self.fields[name]
        above = field.parentWidget()
        while above is not None and above is not self:
            if isinstance(above, Section):
                above.open()
            above = above.parentWidget()
        field.setFocus()
        select = getattr(field, "selectAll", None)
        if select is not None:
            select()
        self.ensureWidgetVisible(field, 0, 20)
        QTimer.singleShot(0, field, lambda: self.ensureWidgetVisible(field, 0, 20))  # a page that was just laid out

    def _commit(self, name: str, value: Any, burst: str) -> None:
        field = self.fields[name]
        if isinstance(field, TitleField) and field.required and not value:
            self.refuse(name, self.context.say("This cannot be empty. Write a name."))
            return
        why = attempt(self.context, lambda: self.verb(name, value), f"{burst} {self.id} {name}" if burst else None)
        self.refuse(name, why)


def page(form: Form) -> Form:
    """Close a form: what is left of the height stays empty."""
    form.end_section()
    form.rows.addStretch(1)
    return form
