"""A window with the study open, as large as in a room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from app.saved_views import chosen, screen
from app.saved_views.panel import ViewsPanel
from journeys.edits import views


@pytest.fixture
def window(qtbot, program, path):
    made = program.open_file(program.new_window(), path)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    rest()
    return made


@pytest.fixture
def view(window):
    return window.view


@pytest.fixture
def command(window):
    """Carries out a command, and waits until everything stands."""

    def command(code):
        window.actions_by_code[code].trigger()
        rest()

    return command


@pytest.fixture
def kept(window):
    """Keeps what is shown now under this name; gives the view as it is stored."""

    def kept(name):
        document, seen = window.view.session.document, screen.seen_on(window.view)
        assert window.view.context.do(lambda: views.add(document, name, seen))
        made = named(window, name)
        chosen.of(window.view).take(made.id)
        return made

    return kept


def rest():
    """Let what was posted be done; what is found in the study may come later."""
    for _ in range(2):
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def panel_of(window):
    return next((panel for panel in window.view.findChildren(ViewsPanel) if not panel.isHidden()), None)


def in_order(window):
    return views.in_order(window.view.session.document)


def names(window):
    return [view.name for view in in_order(window)]


def named(window, name):
    return next(view for view in in_order(window) if view.name == name)


def is_chosen(window):
    """(name of the chosen view, whether the screen differs from it)."""
    held = chosen.of(window.view)
    held.follow()
    return (held.saved.name if held.saved else None), held.differs
