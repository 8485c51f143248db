"""Menus that fill themselves when they are opened: submenus of the menu bar, and the menu of the map."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from app import recent, settings
from app.actions import choice
from app.panels.labels import VARIANTS
from app.plain import literal, tip
from journeys.i18n import LANGUAGES, N_, TONGUES
from journeys.text import on_one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.context import Context
    from app.window import StudyWindow
    from journeys.model.document import Document

THEME_NAMES = {
    "system": N_("As the system"), "light": N_("Light"), "dark": N_("Dark"), "contrast": N_("High contrast"),
}  # fmt: skip
LANGUAGE_NAMES = {code: TONGUES[code].name for code in LANGUAGES}


def submenus(window: StudyWindow) -> dict[str, Callable[[QMenu], object]]:
    """What fills the submenus at the moment they are opened."""
    return {
        "recent": partial(_fill_recent, window), "theme": partial(_fill_themes, window),
        "size": partial(_fill_sizes, window), "language": partial(_fill_languages, window),
        "journeys": partial(_fill_journeys, window), "copy": partial(_fill_copy, window),
        "personas": partial(_fill_personas, window), "scope": partial(_fill_scopes, window),
        "saved": partial(_fill_saved, window),
    }  # fmt: skip


def _fill_recent(window: StudyWindow, menu: QMenu) -> None:
    say = window.dress.say
    paths = settings.remembered_files()
    names = [path.name for path in paths]
    shown = window.view.session.shown if window.view is not None else str
    for path in paths:
        text = path.name if names.count(path.name) == 1 else f"{path.name} — {recent.folder_text(path.parent)}"
        tip(choice(menu, literal(shown(text)), partial(recent.open_again, window, path)), shown(on_one_line(str(path))))
    if menu.isEmpty():
        choice(menu, say("No files yet"), lambda: None, enabled=False)
        return
    menu.setToolTipsVisible(True)
    menu.addSeparator()
    choice(menu, say("Clear the list"), partial(_clear_recent, window))


def _clear_recent(window: StudyWindow) -> None:
    settings.forget_unpinned()
    if window.start_page is not None:
        window.start_page.refresh()


def _fill_themes(window: StudyWindow, menu: QMenu) -> None:
    free = not settings.fixed("theme")
    for theme, name in THEME_NAMES.items():
        choice(
            menu, window.dress.say(name), partial(window.theme_wanted.emit, theme), checked=theme == settings.theme(),
            enabled=free,
        )  # fmt: skip
    _say_fixed(window, menu, free=free)


def _fill_sizes(window: StudyWindow, menu: QMenu) -> None:
    free = not settings.fixed("text_size")
    for size in settings.TEXT_SIZES:
        choice(
            menu, f"{size} %", partial(window.text_size_wanted.emit, size), checked=size == settings.text_size(),
            enabled=free,
        )  # fmt: skip
    _say_fixed(window, menu, free=free)


def _fill_languages(window: StudyWindow, menu: QMenu) -> None:
    free = not settings.fixed("language")
    for code, name in LANGUAGE_NAMES.items():
        choice(
            menu, name, partial(window.language_wanted.emit, code), checked=code == window.dress.say.language,
            enabled=free,
        ).setProperty("foreign", True)  # fmt: skip
    _say_fixed(window, menu, free=free)


def _say_fixed(window: StudyWindow, menu: QMenu, *, free: bool) -> None:
    if not free:
        menu.addSeparator()
        choice(menu, window.dress.say(settings.FIXED), lambda: None, enabled=False)


def _fill_journeys(window: StudyWindow, menu: QMenu) -> None:
    view = window.view
    if view is None:
        return
    document, say = view.session.document, window.dress.say
    for journey in sorted(document.journeys.values(), key=lambda j: (document.personas[j.persona].order, j.order)):
        title = say("{title} — {variant}", title=journey.title, variant=say(VARIANTS[journey.variant]))
        label = f"{document.personas[journey.persona].name}: {title}"
        choice(menu, literal(label), partial(view.show_journey, journey.id), checked=journey.id == view.context.journey)


def _fill_copy(window: StudyWindow, menu: QMenu) -> None:
    view = window.view
    if view is None or view.context.journey is None:
        return
    for persona in view.session.document.personas.values():
        choice(menu, literal(persona.name), partial(view.sidebar.duplicate, view.context.journey, persona.id))


def _fill_personas(window: StudyWindow, menu: QMenu) -> None:
    view = window.view
    if view is None:
        return
    shown = view.session.document.journeys.get(view.context.journey or "")
    for persona in sorted(view.session.document.personas.values(), key=lambda p: p.order):
        choice(
            menu, literal(persona.name), partial(view.sidebar.choose_persona, persona.id),
            checked=shown is not None and persona.id == shown.persona,
        )  # fmt: skip


def _fill_scopes(window: StudyWindow, menu: QMenu) -> None:
    from app.panels import scope_button

    if window.view is not None:
        scope_button.fill(window.view.context, menu)


def _fill_saved(window: StudyWindow, menu: QMenu) -> None:
    from app import saved_views

    if window.view is not None:
        saved_views.fill(window.view, menu)


def open_scopes(window: StudyWindow) -> None:
    """The choice of who the study is seen from, where it stands in the window."""
    if window.status is not None:
        window.status.scope.open()


def connect(window: StudyWindow) -> None:
    """Several steps: each leads to the next. One step: a menu of the steps it can lead to."""
    view = window.view
    if view is None:
        return
    if len(view.map.picked.steps()) > 1:
        view.map.connect_selected()
        return
    menu = _popup_menu(window)
    fill_connections(window, menu)
    menu.popup(view.map.mapToGlobal(view.map.place_of_cursor()))


def fill_connections(window: StudyWindow, menu: QMenu) -> None:
    """The other steps by phase; a tick stands before those that the step leads to, and choosing one undoes that."""
    from app.canvas import names

    view = window.view
    source = view.map.picked.step() if view is not None else None
    if view is None or source is None:
        choice(menu, window.dress.say("Select one step first"), lambda: None, enabled=False)
        return
    document = view.session.document
    held = {link.target: link.id for link in document.referring(source, "link") if link.source == source}
    parts: dict[str, QMenu] = {}
    for step in names.reading_order(document, view.context.journey):
        if step.phase not in parts:
            parts[step.phase] = menu.addMenu(literal(document.phases[step.phase].name))
        if step.id != source:
            act = partial(_toggle_link, view.context, source, step.id, held.get(step.id))
            choice(parts[step.phase], literal(step.title), act, checked=step.id in held)
    for part in parts.values():
        part.menuAction().setVisible(not part.isEmpty())


def _toggle_link(context: Context, source: str, target: str, held: str | None) -> None:
    from journeys.edits import links

    document: Document = context.document
    if held is not None:
        context.do(lambda: links.disconnect(document, [held]))
    else:
        context.do(lambda: links.connect(document, source, target))


def map_menu(window: StudyWindow, point: object) -> None:
    """The menu of the map, for what is selected or pointed at."""
    opened = QApplication.activePopupWidget() is not None  # by the menu key, which some systems send twice
    if window.view is not None and isinstance(point, QPoint) and not opened:
        fill_map_menu(window, menu := _popup_menu(window), point)
        menu.popup(window.view.place_for_menu(point))


def fill_map_menu(window: StudyWindow, menu: QMenu, point: QPoint | None = None) -> None:
    """What can be done with what is selected on the map, or with what lies at this point of it."""
    from app import map_menu as content

    if window.view is None:
        return
    shown = window.view.map
    target = shown.picked.cursor
    if point is not None:
        target = shown.target_for_menu(shown.viewport().mapFrom(shown, point))
    content.fill(window, menu, target)


def _popup_menu(window: StudyWindow) -> QMenu:
    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu
