"""One window: menus, toolbar, status bar, and in the middle the welcome page or an open study."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QDialog, QMainWindow, QPushButton, QToolBar, QWidget

from app import actions as commands
from app import enabling, settings, titles, toolbar
from app.plain import named, tip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import (
        QAction,
        QCloseEvent,
        QDragEnterEvent,
        QDragLeaveEvent,
        QDragMoveEvent,
        QDropEvent,
        QKeyEvent,
    )

    from app.dress import Dress
    from app.facilitate.room import Room
    from app.files import StudyFile
    from app.history import History
    from app.panels.message_bar import MessageBar
    from app.panels.status import StatusBar
    from app.redressing import Standing
    from app.study_view import StudyView
    from app.welcome.page import Welcome
    from journeys.edits.edit import Edit
    from journeys.model.document import Document
    from journeys.session import Session


class StudyWindow(QMainWindow):
    """Owns one session with its history and file. `open_study` puts one in; `redress` rebuilds every text."""

    close_wanted = Signal()  #: the user closes the window; whoever knows the file answers with `finish`
    life_event_wanted = Signal(str, bool)  #: a new study of this life event, with its personas or without
    sample_wanted = Signal(str)  #: a new study from this sample
    blank_wanted = Signal()  #: a new, empty study
    window_wanted = Signal()  #: another, empty window
    open_wanted = Signal()  #: choose a file to open
    import_wanted = Signal(object)  #: a new study from this file in another format (a Path)
    study_wanted = Signal(object)  #: a study that was made of a file in another format (an Imported)
    files_wanted = Signal(list)  #: open these files (Paths), each in a window of its own
    renewal_wanted = Signal()  #: show the file as it is now, in this window
    copy_wanted = Signal(object, object)  #: a study in a window of its own: a Document, its pictures by sha256
    recovery_wanted = Signal(object)  #: go on with a study that an earlier session left (an Abandoned)
    held_wanted = Signal(object)  #: something that the program kept, as a study of its own (a Held)
    language_wanted = Signal(str)  #: speak this language from now on
    theme_wanted = Signal(str)  #: look like this from now on
    text_size_wanted = Signal(int)  #: percent of the normal text size from now on
    large_wanted = Signal(bool)  #: as large as a whole room needs it, or as usual again
    over = Signal()  #: what was told of a refusal is over: something came in after all, or the study changed
    renewed = Signal()  #: the study is shown anew: in other words or colours, or another one
    closed = Signal(object)  #: this window is gone

    def __init__(self, dress: Dress) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("study")
        self.setAcceptDrops(True)
        self.dress = dress
        self.session: Session | None = None
        self.history: History | None = None
        self.file: StudyFile | None = None
        self.view: StudyView | None = None
        self.status: StatusBar | None = None
        self.room: Room | None = None
        """What a facilitator has set up here."""
        self.start_page: Welcome | None = None
        self.waiting = 0
        """How many studies wait to be recovered."""
        self.actions_by_code: dict[str, QAction] = {}
        self.bar: MessageBar | None = None
        self._finished = False
        self.seen = True
        """Whether somebody looks at it: of a picture that is made nothing is remembered."""
        self._closing = False
        self.resize(1280, 800)
        self.setMinimumSize(800, 520)
        self._build_frame()

    # Frame

    def _build_frame(self) -> None:
        """Menus and toolbar: what is painted first, with nothing but Qt."""
        from app import menus, verbs

        say = self.dress.say
        for old in self.actions_by_code.values():
            self.removeAction(old)
            old.deleteLater()
        self.actions_by_code = commands.build(self, say, self.dress.colours, verbs.commands(self))
        commands.fill_menus(self.menuBar(), say, self.actions_by_code, menus.submenus(self))
        for action in self.actions_by_code.values():
            self.addAction(action)
        for old_bar in self.findChildren(QToolBar):
            self.removeToolBar(old_bar)
            old_bar.deleteLater()
        self.toolbar = toolbar.build(self)
        self.addToolBar(self.toolbar)
        old_corner = self.menuBar().cornerWidget()
        if old_corner is not None:  # the menu bar keeps it beside the new one, with a title that no longer holds
            old_corner.hide()
            old_corner.deleteLater()
        self.corner_label = named(QPushButton(), "corner")
        self.corner_label.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has the Edit menu and the palette
        self.corner_label.setCursor(Qt.CursorShape.PointingHandCursor)
        tip(self.corner_label, self.dress.say("Title and details of the study"))
        self.corner_label.clicked.connect(self.actions_by_code["study"].trigger)
        self.menuBar().setCornerWidget(self.corner_label)
        self.corner_label.hide()  # until there is a title in it
        self.update_title()

    # Content

    def show_welcome(self) -> None:
        """The page for a window without a study."""
        from app import recent
        from app.welcome.page import Welcome

        page = Welcome(self.dress)
        page.life_event_wanted.connect(self.life_event_wanted)
        page.sample_wanted.connect(self.sample_wanted)
        page.open_wanted.connect(self.open_wanted)
        page.file_wanted.connect(lambda path: recent.open_again(self, path))
        page.language_wanted.connect(self.language_wanted)
        page.command_wanted.connect(lambda code: self.actions_by_code[code].trigger())
        page.show_waiting(self.waiting)
        self.start_page = page
        self.toolbar.hide()
        self._put(page)
        QTimer.singleShot(0, page, page.begin)

    def show_waiting(self, count: int) -> None:
        """So many studies wait to be recovered: the start page has the way to them."""
        self.waiting = count
        if self.start_page is not None:
            self.start_page.show_waiting(count)

    def _put(self, widget: QWidget) -> None:
        """In the middle, under the place for messages."""
        from app.panels.frame import framed

        centre, self.bar = framed(self.dress, widget, self)
        self.setCentralWidget(centre)
        self.update_actions()

    def open_study(self, document: Document, file: StudyFile) -> None:
        """Put a study in this window."""
        from app.history import History
        from journeys.session import Session

        self.file = file
        file.setParent(self)
        self.session = Session(document, file.write)
        self.history = History(self.session, self)
        self.history.changed.connect(self.update_actions)
        self.history.changed.connect(self.over)
        self.history.performed.connect(self._say_done)
        file.state_changed.connect(self.update_saved)
        self._show_study()

    def _show_study(self) -> None:
        from app.panels.status import StatusBar
        from app.study_view import StudyView

        if self.session is None or self.history is None:
            return
        self.start_page = None
        self.view = StudyView(self._seen_session(), self.history, self.dress, self)
        self.view.context.names_hidden = self.view.session is not self.session
        self.view.context.locked = self.view.map.locked = self.room is not None and self.room.locked
        self.view.map.presenting = self.dress.large
        self.view.map.minimap_wanted = not self.dress.large  # it would lie over words that are large for the room
        if self.file is not None:
            self.view.context.pictures = self.file
        self.toolbar.show()
        self._put(self.view)
        self.bar = self.view.bar
        self.status = StatusBar(self.view.context)
        self.setStatusBar(self.status)
        views = self.view.views
        self.status.fit_wanted.connect(lambda: views.zooming.zoom_to_fit())  # noqa: PLW0108 - the view that is shown then
        self.status.zoom_wanted.connect(lambda factor: views.zooming.zoom_to(factor))  # noqa: PLW0108 - idem
        self.status.save_wanted.connect(self._answer_saved)
        self.status.findings_wanted.connect(self.actions_by_code["findings"].trigger)
        self.view.zoomed.connect(self.status.show_zoom)
        self.view.changed.connect(self.update_actions)
        self.view.changed.connect(self._update_status)
        self.view.map.menu_wanted.connect(self._map_menu)
        self.view.command_wanted.connect(lambda code: self.actions_by_code[code].trigger())
        self.restore_panes()
        self.update_saved()
        self.update_title()
        self.update_actions()
        QTimer.singleShot(0, self.view, self._begin)
        self.renewed.emit()

    def _seen_session(self) -> Session:
        """The study as it is, or while names are hidden without them."""
        assert self.session is not None  # whoever shows a study has one
        if self.room is None or not self.room.names_hidden:
            return self.session
        from journeys.analysis.veiled_session import VeiledSession

        return VeiledSession(self.session, self.dress.say, self.history.edits() if self.history is not None else ())

    def _begin(self) -> None:
        """As soon as the study has its place in the window: earlier, a window manager's focus would go elsewhere."""
        if self.view is not None:
            self.view.map.show_from_start()
            if self.dress.large or self.room is not None:
                from app.facilitate import large

                large.look(self)
            self.view.views.widget_shown.setFocus()

    def redress(self, dress: Dress) -> None:
        """Build every text and colour anew, in another language or look; the study stays as it is."""
        self.undress()(dress)

    def undress(self, *, at_once: bool = False) -> Callable[[Dress], object]:
        """Take down what is shown; gives what puts it up in another dress. `at_once`: nothing of it is left then.

        Qt dresses all that is there, also what is about to go; but a button in it that asked for this must stay.
        """
        from app import redressing

        return redressing.taken_down(self, partial(self._take_down, at_once=at_once))

    def _take_down(self, *, at_once: bool) -> Callable[[Dress], object]:
        from app import redressing

        large_wanted = settings.large()
        poster = bool(self.findChildren(QDialog, "poster"))
        held = redressing.standing(self.view, unfolded=self.dress.large and not large_wanted) if self.view else None
        if large_wanted and not self.dress.large:
            from app.facilitate import large

            large.remember(self)
        centre = self.centralWidget() if self.view is not None else None
        self._let_view_go()
        if centre is not None and at_once:
            self.takeCentralWidget()
            centre.deleteLater()
            QCoreApplication.sendPostedEvents(centre, QEvent.Type.DeferredDelete)
        return partial(self._put_up, held, poster)

    def _put_up(self, held: Standing | None, poster: bool, dress: Dress) -> None:
        from app import redressing

        self.dress = dress
        self._build_frame()
        if self.session is None:
            self.show_welcome()
            return
        self._show_study()
        if self.view is not None and held is not None:
            redressing.stand(self.view, held)
        if poster:
            self.actions_by_code["poster"].trigger()

    def _let_view_go(self) -> None:
        for palette in self.findChildren(QWidget, "palette"):
            palette.close()  # what it offers goes too
        for poster in self.findChildren(QDialog, "poster"):
            poster.close()
        if self.view is not None and self.history is not None:
            self.view.stop()
            self.history.refused.disconnect(self.view.refused)
            self.view = None
            self.status = None

    def drop_study(self) -> None:
        """Let go of a study in which nothing was changed, to make room for another."""
        self._let_view_go()
        if self.file is not None:
            self.file.close()
            self.file.deleteLater()
        self.session = self.history = self.file = self.room = None

    # Following

    def update_actions(self) -> None:
        """What can be done now."""
        enabling.follow(self)

    def _update_status(self) -> None:
        if self.status is not None and self.view is not None:
            self.status.display(self.view.findings)
            found = self.view.insights.about(self.view.context.journey)
            self.status.show_findings(sum(one.grade == "act" for one in found))
        self.update_title()

    def update_saved(self) -> None:
        """The save state in the status bar."""
        from app import saving

        saving.show(self)
        self.update_title()

    def _answer_saved(self) -> None:
        from app import saving

        saving.press(self)

    def update_title(self) -> None:
        """Title bar and the corner of the menu bar: which study, which file."""
        titles.show(self)

    def shown(self, text: str) -> str:
        """A text about the study as this window may show it."""
        return self.view.session.shown(text) if self.view is not None else text

    def _map_menu(self, point: object) -> None:
        from app import menus

        menus.map_menu(self, point)

    # Four doors instead of `event`: that one would call Python for every single event of the window.

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._dragged(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._dragged(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._dragged(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._dragged(event)

    def _dragged(self, event: QEvent) -> None:
        from app import drops

        drops.handle(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as Space does; an Escape that is left over ends full screen."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.click()
        elif event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.actions_by_code["full"].trigger()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        from app import focus

        return focus.move(self, forward=next) or super().focusNextPrevChild(next)

    def _say_done(self, edit: Edit) -> None:
        """Nobody is asked before a deletion; the status bar says what went, and what became of the rest."""
        if self.status is not None and edit.code.endswith(".delete"):
            from journeys.phrases import edit_text

            self.status.showMessage(self.shown(edit_text(edit, self.dress.say)), 8000)
        if self.file is not None and edit.code.endswith((".delete", ".cut", "_removed")) and self.file.snapshots():
            from app.snapshots import holding

            holding.follow(self, edit)

    # Closing and remembering

    def restore_panes(self) -> None:
        if self.view is not None:
            _, panes = settings.geometry()
            self.view.panes.share_width(self.width(), self.view.percent)
            if self.seen and not panes.isEmpty():  # a picture is the same on every computer
                self.view.panes.restoreState(panes)

    def remember(self) -> None:
        """The size of the window and its panes; of a study in a file its strokes too, for the list of files."""
        if self.view is not None:
            before = self.room.before if self.room is not None and self.dress.large else None
            panes = self.view.panes.saveState() if before is None else before.panes
            settings.set_geometry(self.saveGeometry(), panes)
        if self.view is not None and self.file is not None and self.file.path is not None:
            from journeys.analysis import gist

            strokes = gist.gist(self.view.session.document, self.view.context.journey)
            settings.set_gist(self.file.path, gist.written(strokes))

    def finish(self) -> None:
        """Close for good: the file's owner has said that it may."""
        self._finished = True
        if not self._closing:  # else the event that asked is still under way, and is accepted after this
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._finished and self.session is not None:
            self._closing = True
            self.close_wanted.emit()
            self._closing = False
        if not self._finished and self.session is not None:
            event.ignore()
            return
        if self.seen:
            self.remember()
        self._let_view_go()
        event.accept()
        self.closed.emit(self)
