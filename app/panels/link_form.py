"""The inspector of one connection between two steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.panels.form import Form, page
from app.panels.labels import LINK_KINDS, options
from app.panels.references import Link
from journeys.edits import links

if TYPE_CHECKING:
    from app.context import Context
    from journeys.edits.edit import Edit
    from journeys.model import entities


class LinkForm(Form):
    """From which step to which, with its label and kind."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "link")
        say = context.say
        self.label(say("From"))
        self._source = self._line("source")
        self.label(say("To"))
        self._target = self._line("target")
        self.title("label", say("Label"), hint=say("For example: if unmarried"))
        self.choice("kind", say("Kind"), options(LINK_KINDS, say))
        self.rows.addSpacing(10)
        self.button(say("Delete connection"), self._delete)
        page(self)

    def refresh(self, entity: entities.Link) -> None:
        steps, say = self.context.document.steps, self.context.say
        for button, id_ in ((self._source, entity.source), (self._target, entity.target)):
            title = steps[id_].title or say("Without a title")
            button.say(title, say("Show {title}", title=title))

    def verb(self, name: str, value: Any) -> Edit:
        if name == "label":
            return links.label(self.context.document, self.id, value)
        if name == "kind":
            return links.set_kind(self.context.document, [self.id], value)
        return super().verb(name, value)

    def _line(self, end: str) -> Link:
        made = Link()
        made.clicked.connect(lambda: self._show(end))
        self.rows.addWidget(made)
        return made

    def _show(self, end: str) -> None:
        link = self.context.document.links.get(self.id)
        if link is not None:
            self.context.show("step", getattr(link, end))

    def _delete(self) -> None:
        self.context.do(lambda: links.disconnect(self.context.document, [self.id]))
