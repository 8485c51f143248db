"""One presentation of a study: its windows, what its commands do, and how it keeps up with the study."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from app import settings
from app.present import doing, menu, subjects
from app.present.audience import Audience
from app.present.clock import Stopwatch
from app.present.gallery import Gallery
from app.present.keyboard import Keyboard
from app.present.placing import Placing
from app.present.showing import Showing
from app.present.time_left import TimeLeft
from journeys.layout import slides

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from app.present.console import Console
    from app.study_view import StudyView
    from app.theme import Look
    from app.window import StudyWindow
    from journeys.edits.edit import Edit
    from journeys.i18n import Words
    from journeys.layout.slides import Show, Slide
    from journeys.model.document import Document

FOLLOW_MS: Final = 60
"""After an edit, so that typing is not held up."""


class Presentation(QObject):
    """Belongs to the window of its study and ends with it; the study can be edited meanwhile."""

    def __init__(self, window: StudyWindow, show: Show) -> None:
        super().__init__(window)
        self.setObjectName("presentation")
        self.window, self.session = window, window.session
        self.say: Words = window.dress.say
        self.gallery = Gallery(self.say, self._look(), self._image, self)
        self.showing = Showing(self.gallery, self)
        self.stopwatch = Stopwatch()
        self._hidden = self._names_hidden()
        self.keyboard = Keyboard(self)
        self._over = False
        self._later = QTimer(self, singleShot=True, interval=FOLLOW_MS)
        self._later.timeout.connect(self.follow)
        self.console: Console | None = None
        self.audience = Audience(self.showing, self.say)
        self.placing = Placing(self.audience, window, self._console, self)
        self._connect()
        self._follow_window()
        self._stop_listening: Callable[[], None] = lambda: None
        if self.session is not None:
            self._stop_listening = self.session.listen(self._edited)
        self._put(show, begin=True)
        self._time_left = TimeLeft(self, window)

    def _connect(self) -> None:
        self.audience.pressed.connect(self.press)
        self.audience.closed.connect(self.end)
        self.audience.stage.commanded.connect(self.run)
        self.audience.stage.menu_wanted.connect(self.open_menu)

    def _follow_window(self) -> None:
        self.showing.ended.connect(self.tell_end)
        self.placing.parted.connect(self._parted)
        self.placing.joined.connect(self.audience.told.go)  # what was told of the screen is no longer true
        self.window.renewed.connect(self._renewed)
        self.window.closed.connect(self.end)
        self._follow_view()

    def _follow_view(self) -> None:
        self._view = self.window.view
        if self._view is not None:
            self._view.changed.connect(self._look_again)

    @property
    def over(self) -> bool:
        """Whether it has ended, and is about to go."""
        return self._over

    def begin(self) -> None:
        """On the screens."""
        self.placing.place()
        self._time_left.display()
        if self.placing.console is None:
            self.audience.show_keys()

    # The study

    def _image(self, image: str | None) -> bytes | None:
        return self.window.view.context.image(image) if self.window.view is not None else None

    def _names_hidden(self) -> bool:
        return self.window.view is not None and self.window.view.context.names_hidden

    def _document(self) -> Document:
        if self.session is None:
            raise LookupError("a presentation without a study")
        if self._names_hidden() and self.window.view is not None:
            return self.window.view.session.document.snapshot()  # as everything in the window calls them
        return self.session.document.snapshot()

    def _put(self, show: Show, *, begin: bool = False) -> None:
        """Show this, from its beginning or from where it was."""
        document = self._document()
        open_one = self.window.view.context.journey if self.window.view is not None else None
        show = subjects.still_there(document, show, open_one)
        programme = slides.programme(document, show)
        if not programme:
            self.end()
            return
        at = slides.begins_at(programme, show) if begin else None
        self.showing.put(document, show, programme, at)

    def _edited(self, edit: Edit) -> None:
        if edit:
            self._later.start()

    def follow(self) -> None:
        """The study has changed: the slides too."""
        self._later.stop()
        if not self._over and self.gallery.show is not None:
            self._put(self.gallery.show)

    def _look_again(self) -> None:
        """Names are hidden or shown from now on, or something else that is no edit."""
        if self._hidden != self._names_hidden():
            self._hidden = self._names_hidden()
            self.follow()

    def _renewed(self) -> None:
        """The window speaks or looks otherwise, or has another study."""
        if self._over:
            return
        if self.window.session is not self.session or self.window.view is None:
            self.end()
            return
        self._follow_view()
        if self.window.dress.say.language != self.say.language:
            self._speak()
        self.wear(self._look())
        self._look_again()

    def _speak(self) -> None:
        """In another language: new windows, the same slide."""
        self.say = self.gallery.say = self.window.dress.say
        playing = self.showing.playing
        self.showing.stop()
        self._let_windows_go()
        self.audience = Audience(self.showing, self.say)
        self._connect()
        self.placing.put(self.audience)
        self.follow()
        self.placing.place()
        if playing:
            self.showing.play()

    def choose(self, show: Show) -> None:
        """Present this instead; another way through the same journeys begins where this one was."""
        before, slide = self.gallery.show, self.showing.slide
        self.showing.cover = ""
        if before is not None and slide is not None and show.step is None and show.phase is None:
            kept = before.journeys == show.journeys and before.way != show.way
            show = subjects.at_slide(self._document(), show, slide) if kept else show
        self._put(show, begin=True)

    # Looks

    def _look(self) -> Look:
        """The audience's own: what was chosen last, else light, which a projector shows best."""
        held = settings.presenting("look")
        usual: Look = "contrast" if self.window.dress.look == "contrast" else "light"
        return next((look for look in menu.LOOKS if look == held), usual)

    def wear(self, look: Look, *, keep: bool = False) -> None:
        """The audience's screen in these colours."""
        if keep:
            settings.set_presenting("look", look)
        self.gallery.wear(look)
        self.audience.wear()
        self.showing.renewed.emit()

    # Commands

    def run(self, code: str) -> None:
        """Carry out a command."""
        if code in doing.TURNS:
            self.showing.stop()
        doing.acts(self)[code]()

    def state(self) -> dict[str, bool]:
        """Which of the commands that go on and off are on."""
        return doing.state(self)

    def possible(self, code: str) -> bool:
        """Whether the command would do anything now."""
        return doing.possible(self, code)

    def press(self, event: QKeyEvent) -> None:
        """A key, in whichever of the windows."""
        self.keyboard.press(event)

    def open_menu(self, point: QPoint | None) -> None:
        """Every command, where it was asked for."""
        owner: QWidget = self.placing.front()
        self.showing.stop()
        menu.build(self, owner).popup(point or owner.mapToGlobal(owner.rect().center()))

    # Ends

    def tell_end(self) -> None:
        """There are no more slides."""
        self.audience.tell(self.say("This is the end. Esc closes the presentation."))

    def _parted(self) -> None:
        self.audience.tell(self.say("The other screen is gone. The presentation goes on here."))

    def _console(self) -> Console:
        from app.present.console import Console

        self.console = Console(self)
        return self.console

    def end(self) -> None:
        """Close the windows, and show in the study what was shown last."""
        if self._over:
            return
        self._over = True
        self._later.stop()
        self.showing.stop()
        self._stop_listening()
        self._time_left.stop()
        slide = self.showing.slide
        self.placing.stop()
        self._let_windows_go()
        self.window.renewed.disconnect(self._renewed)
        self.window.closed.disconnect(self.end)
        self.deleteLater()
        if self.window.view is not None and self.window.view is self._view:  # and not that of another study
            self._view.changed.disconnect(self._look_again)
            if slide is not None:
                self._show_in_study(self._view, slide)

    def _show_in_study(self, view: StudyView, slide: Slide) -> None:
        """What was shown last is shown and selected there."""
        document = view.session.document
        if slide.journey in document.journeys and view.context.journey != slide.journey:
            view.show_journey(slide.journey)
        if slide.subject in document.steps or slide.subject in document.phases:
            view.reveal(slide.subject)
        self.window.raise_()
        self.window.activateWindow()
        view.views.widget_shown.setFocus()

    def _let_windows_go(self) -> None:
        console, self.console = self.console, None
        self.audience.closed.disconnect(self.end)
        self.audience.close()
        if console is not None:
            console.leave()
