"""The poster's dialog beside the map: choices, the page itself, what preflight says, and what to do with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLineEdit, QSpinBox, QToolButton, QVBoxLayout, QWidget

from app import links, settings
from app.dialogs.poster import aside, remembered, saving, subjects
from app.dialogs.poster.foot import Foot
from app.dialogs.poster.kinds import KindStrip
from app.dialogs.poster.options import Options
from app.dialogs.poster.page_bar import PageBar
from app.dialogs.poster.page_paint import frames
from app.dialogs.poster.page_view import PageView
from app.dialogs.poster.proof import Proof
from app.dialogs.poster.remarks import Remarks
from app.dialogs.poster.sides import Sides
from app.help.question import on_f1
from app.panels.message_bar import announce
from app.plain import literal_title, named
from journeys.errors import LevensreisError
from journeys.messages import error_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QKeyEvent

    from app.dialogs.poster.proof import Page
    from app.study_view import StudyView
    from app.window import StudyWindow
    from journeys.edits.edit import Edit
    from journeys.model.document import Document
    from journeys.poster.preflight.item import Item
    from journeys.poster.request import Request
    from journeys.session import Session

USUAL_SIZE = (1180, 760)


class PosterDialog(QDialog):
    """One per window; what is asked for is kept for the next time."""

    def __init__(self, window: StudyWindow, view: StudyView, session: Session) -> None:
        super().__init__(window)
        self.setObjectName("poster")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window, self._view, self._session = window, view, session
        self._say = say = window.dress.say
        self.setWindowTitle(literal_title(f"{say('Poster')} — {session.document.study.title}"))
        self._saved_at: Path | None = None
        self._number = self._count = 0
        self._personal: frozenset[str] | None = None  # what on the poster looks personal, once that is known
        self.left = False
        """Whether it was closed, and is about to go."""
        colours = window.dress.colours
        self.kinds = KindStrip(colours, say)
        self.options = Options(view.context)
        self.page = PageView(colours, say("Preview of the poster"), say("Making the preview…"))
        self.pages = PageBar(colours, say)
        self.remarks = Remarks(view.context)
        self.foot = Foot(say)
        self.proof = Proof(self, self._poster)
        self._lay_out()
        asked = remembered.last(session.document)
        asked.request = replace(asked.request, lens=view.context.lens or "")  # as the map is coloured now
        self.options.display(asked)
        self.kinds.display(asked.request.kind)
        self._connect()
        self._journey = view.context.journey
        self._stop_listening = session.listen(self._edited)
        self._restore_size()
        self.refresh(at_once=True)
        self.foot.save.setDefault(True)
        on_f1(self, "posters")
        self.kinds.setFocus()

    # Building

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.page, 1)
        column.addWidget(self.pages)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.options)
        row.addWidget(Sides(middle, self.remarks), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 12, 14, 12)
        whole.setSpacing(10)
        whole.addWidget(self.kinds)
        whole.addLayout(row, 1)
        whole.addWidget(named(QFrame(), "rule"))
        whole.addWidget(self.foot)

    def _connect(self) -> None:
        self.kinds.chosen.connect(self.options.show_kind)
        self.options.changed.connect(self.refresh)
        self.options.taken.connect(self.kinds.display)
        self.page.part_wanted.connect(self.proof.see)
        self.page.zoomed.connect(self.pages.show_zoom)
        self.page.turned.connect(self._turn)
        self.pages.turned.connect(self._turn)
        self.pages.zoom_wanted.connect(lambda factor: self.page.zoom_by(factor))  # noqa: PLW0108 - Qt would hand it more
        self.pages.fit_wanted.connect(self.page.fit)
        self.pages.actual_wanted.connect(lambda: self.page.zoom_to(1.0))
        self.proof.page_made.connect(self._show_page)
        self.proof.part_made.connect(self.page.sharpen)
        self.proof.checked.connect(self._show_remarks)
        self.proof.failed.connect(self._failed)
        self.proof.busy_changed.connect(lambda busy: self.page.show_busy(busy=busy))
        self.remarks.subject_wanted.connect(self._show_subject)
        self.remarks.paper_wanted.connect(self.options.paper.choose)
        self.remarks.parts_wanted.connect(self.options.divide)
        self.foot.save.clicked.connect(self._ask_where)
        self.foot.print_it.clicked.connect(self.ask_printer)
        self.foot.open_it.clicked.connect(self._open)
        self.foot.folder.clicked.connect(self._open_folder)
        self._view.changed.connect(self._follow_journey)
        for keys, act in (
            ("Ctrl+P", self.foot.print_it.click), ("Ctrl+S", self.foot.save.click), ("Ctrl+0", self.page.fit),
            ("Ctrl+1", self.pages.percent.click), ("Ctrl++", self.pages.more.click), ("Ctrl+=", self.pages.more.click),
            ("Ctrl+-", self.pages.less.click),
        ):  # fmt: skip
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    # Following

    def refresh(self, *, at_once: bool = False) -> None:
        """What is asked for may be another poster."""
        self.options.update_margins()
        self._tell(self._say("Choose at least one journey.") if self.options.journeys.journeys() == () else "")
        self.remarks.wait()
        self._personal = None
        self.foot.show_missing(0)
        self.proof.ask(self._request(), at_once=at_once)

    def _request(self) -> Request | None:
        """The poster that is asked for, when there can be one; else nothing can be done with it."""
        wrong = self.options.wrong
        self.foot.let(possible=not wrong)
        return None if wrong else self.options.request()

    def _edited(self, _: Edit) -> None:
        self.options.follow()
        self.remarks.wait()
        self._personal = None
        self.proof.edited(self._request())

    def _follow_journey(self) -> None:
        """Another journey on the map is another poster, when it is the one on the map that is asked for."""
        if self._view.context.journey != self._journey:
            self._journey = self._view.context.journey
            self.options.follow()
            if self.options.journeys.code == "one":
                self.refresh()

    def _turn(self, pages: int) -> None:
        number = self._number + pages
        if 0 <= number < self._count:
            self.proof.turn(number)

    def _show_page(self, page: Page) -> None:
        self._number, self._count = page.number, page.count
        trim, safe = frames(page)
        self.page.display(page.number, page.size, page.whole, trim, safe)
        self.pages.show_page(page.number, page.count, lines=not trim.isEmpty())
        self.page.setAccessibleDescription(self._described(page))
        if self._count > 1:
            announce(self.page, self._say("Page {i} of {n}", i=page.number + 1, n=page.count))

    def _described(self, page: Page) -> str:
        """The page in words."""
        say, (wide, high) = self._say, page.size
        parts = [say("Page {i} of {n}", i=page.number + 1, n=page.count)]
        if page.sheet is not None:
            parts += [page.sheet.title, *page.sheet.alts.values()]
        parts.append(say("{width} by {height} mm", width=round(wide), height=round(high)))
        return ". ".join(part.rstrip(".") for part in parts if part) + "."

    def _show_remarks(self, items: list[Item]) -> None:
        self.remarks.display(items)
        self._personal = frozenset(id_ for one in items if one.code.startswith("personal.") for id_ in one.subjects)
        lost = subjects.counted([item for item in items if item.weight == "lost"])
        self.foot.show_missing(lost)

    def _show_subject(self, id_: str, journey: str) -> None:
        subjects.show(self._view, id_, journey)
        if aside.covers(self, self._view.map):
            aside.step_aside(self, self._view, self.remarks)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, LevensreisError):
            raise error
        text = error_text(error, self._say)
        self._tell(text, wrong=True)
        if not self.left:
            self.options.refuse(error, text)

    def _tell(self, text: str, *, wrong: bool = False, saved: bool = False) -> None:
        """Beside the buttons; in the window, when this was closed while the work went on."""
        if self.left:
            if text and self._window.bar is not None:
                self._window.bar.tell(text, grave=wrong)
            return
        self.foot.tell(text, wrong=wrong, saved=saved)

    # Verbs

    def take_view(self, view: str) -> None:
        """Ask for what this saved view shows."""
        if view in self._session.document.views:
            self.options.take_view(view)

    def _poster(self) -> tuple[Document, dict[str, bytes]]:
        return self._session.document, self._window.file.images() if self._window.file is not None else {}

    def _ask_first(self, go_on: Callable[[], object]) -> None:
        """What looks personal goes out with a word about it; with the study in the PDF all of that does."""
        from app.privacy import asking

        only = None if self.options.attach.isChecked() else self._personal
        asking.first(self._window, self, go_on, only)

    def _ask_where(self) -> None:
        self._ask_first(self._ask_where_to_save)

    def _ask_where_to_save(self) -> None:
        file = self._window.file
        request = self.options.request()
        name = saving.called(self._session.document, request, self._say)
        saving.ask_where(self, self._say, name, self._saved_at or (file.path if file else None), self.write)

    def write(self, path: Path) -> None:
        """Save the poster there."""
        document, images = self._poster()
        self._tell("")

        def done(_: object) -> None:
            self._saved_at = path
            self._tell(self._say("Saved: {name}", name=path.name), saved=True)

        poster = document.snapshot(), self.options.request(), images
        attach = self.options.attach.isChecked()
        source = self._window.file.path if self._window.file is not None else None
        task = saving.write(self._window, self._say, path, poster, done, self._failed, with_study=attach, source=source)
        task.ended.connect(self._keep_front)

    def _open(self) -> None:
        if self._saved_at is not None and not links.open_pdf(self._saved_at):
            text = self._say("This computer has no program that opens a PDF. It is here: {path}", path=self._saved_at)
            self._tell(text, saved=True)

    def _open_folder(self) -> None:
        if self._saved_at is not None and not links.open_folder(self._saved_at.parent):
            self._tell(self._say("The file is here: {path}", path=self._saved_at), saved=True)

    def ask_printer(self) -> None:
        """Print, through the system's own dialog."""
        self._ask_first(self._ask_printer)

    def _ask_printer(self) -> None:
        from app.dialogs.poster import printing

        if not self.options.wrong:
            document, images = self._poster()
            self._tell("")
            poster = document.snapshot(), self.options.request(), images
            printing.ask(self._window, self._say, poster, self._tell, self._failed, self)

    def _keep_front(self) -> None:
        if not self.left:
            aside.keep_front(self, self._window)

    # The window itself

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field ends the typing, and only that; it folds what folds; elsewhere it saves."""
        held = self.focusWidget()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(held, QToolButton) and held.objectName() != "kind":
            held.click()
        elif not isinstance(held, QSpinBox | QLineEdit):
            super().keyPressEvent(event)

    def _restore_size(self) -> None:
        """As large as it was left, at first as large as its words need; never larger than the screen."""
        room = self.screen().availableGeometry()
        larger = max(1.0, self.fontMetrics().averageCharWidth() / 7)
        wide, high = settings.dialog_size("poster") or (round(side * larger) for side in USUAL_SIZE)
        self.resize(min(wide, round(room.width() * 0.98)), min(high, round(room.height() * 0.94)))

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._leave()

    def done(self, result: int) -> None:
        super().done(result)
        self._leave()

    def _leave(self) -> None:
        """Remember what was asked and how large it was; let go of the study."""
        if self.left:
            return
        self.left = True
        self._stop_listening()
        self.proof.stop()
        settings.set_dialog_size("poster", (self.width(), self.height()))
        remembered.keep(self._session.document, self.options.asked())
