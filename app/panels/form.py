"""A form about one entity: fields by name, shown from the study and committed to it, each as an edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.panels.fields import BodyField, CheckField, ChoiceField, DayField, Field, TitleField
from app.plain import PlainLabel, named
from journeys.edits import entities

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.context import Context
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
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = named(QWidget(), "page")
        self.rows = QVBoxLayout(page)
        self.rows.setContentsMargins(14, 12, 14, 16)
        self.rows.setSpacing(4)
        self.setWidget(page)

    def display(self, id_: str) -> None:
        """Show this entity; what was typed about the one before is committed first."""
        if id_ != self.id:
            self.flush()
        self.id = id_
        entity = self.context.document.get((self.kind, id_))
        if entity is None:
            return
        for name, field in self.fields.items():
            field.display(getattr(entity, name))
        self.refresh(entity)

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
        self.place(name, label, field)
        return field

    def place(self, name: str, label: str, field: Field) -> None:
        """Put a field below the others and let it commit."""
        self.fields[name] = field
        if label:
            self.label(label, field)
        self.rows.addWidget(field)
        field.committed.connect(lambda value, burst: self._commit(name, value, burst))

    def label(self, text: str, buddy: QWidget | None = None) -> PlainLabel:
        """A small caption."""
        made = PlainLabel(text, name="field", wrap=True)
        made.setContentsMargins(0, 6, 0, 0)
        if buddy is not None:
            made.setBuddy(buddy)
        self.rows.addWidget(made)
        return made

    def heading(self, text: str) -> PlainLabel:
        """The title of a part."""
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

    def _commit(self, name: str, value: Any, burst: str) -> None:
        self.context.do(lambda: self.verb(name, value), f"{burst} {self.id} {name}" if burst else None)


def page(form: Form) -> Form:
    """Close a form: what is left of the height stays empty."""
    form.rows.addStretch(1)
    return form
