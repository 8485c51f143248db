"""While names are hidden none is on the screen, and what is edited meanwhile keeps them in the study."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractListModel, QCoreApplication, QEvent, QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from app import present, settings, tasks
from app.dialogs import intake
from app.portfolio.dialog import PortfolioDialog
from journeys.edits import notes, personas, steps
from journeys.edits import study as study_verbs
from tests.app.exporting import doing as exporting

NAMES = ("sanne", "youssef", "esra", "mehmet", "joke", "lotte", "piet")


def shown_by(widget):
    """Every text that a widget shows or says."""
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.windowTitle())
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))
    if isinstance(widget, (QLabel, QLineEdit)) or hasattr(widget, "setShortcut"):
        yield widget.text()
    if isinstance(widget, QPlainTextEdit):
        yield widget.toPlainText()
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _cells(widget.model())
    yield from (action.text() for action in widget.actions())


def _cells(model, parent=None):
    parent = parent or QModelIndex()
    for row in range(model.rowCount(parent)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)):
            index = model.index(row, column, parent)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
                yield str(index.data(role) or "")
        yield from _cells(model, model.index(row, 0, parent))


def heard(interface, depth=0):
    """Everything a screen reader can hear of a widget and what is in it."""
    yield interface.text(QAccessible.Text.Name)
    yield interface.text(QAccessible.Text.Description)
    for number in range(interface.childCount() if depth < 12 else 0):
        child = interface.child(number)
        if child is not None:
            yield from heard(child, depth + 1)


def painted(view):
    """The words on the map itself."""
    for layer in view.map.drawing.layers:
        for element in layer.elements:
            yield " ".join(getattr(element, "lines", ()))
            yield getattr(element, "alt", "")


def leaks(texts):
    return sorted({text for text in texts if any(name in text.casefold() for name in NAMES)})


def everything(window):
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what was there before is gone
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, QMenu):
            yield from shown_by(widget)
    yield window.windowTitle()
    yield from painted(window.view)
    yield from heard(QAccessible.queryAccessibleInterface(window.view.map))


@pytest.fixture
def hidden(window, act):
    """Somebody took something on; then the names went."""
    view = window.view
    note = next(iter(view.session.document.notes))
    view.context.do(lambda: notes.assign(view.session.document, [note], "Piet"))
    act("hide_names")
    window.view.refresh_findings()
    return window


def test_no_view_shows_a_name(window, act):
    assert leaks(everything(window))
    act("hide_names")
    for code in ("map", "table", "compare", "ecosystem"):
        window.view.show_view(code)
        assert leaks(everything(window)) == []


def test_no_panel_shows_a_name(hidden, act):
    act("quick")
    act("find")
    for panel in ("inspector", "gaps", "findings", "notes", "vote", "facts", "history"):
        hidden.view.tabs.show_panel(panel)
        assert leaks(everything(hidden)) == []


def test_no_form_shows_a_name(hidden):
    document = hidden.view.session.document
    for kind in ("persona", "journey", "step", "note", "party", "study", "phase"):
        hidden.view.inspect(kind, next(iter(document.tables[kind])))
        assert leaks(everything(hidden)) == []


def test_no_menu_shows_a_name(hidden):
    from app import map_menu, menus

    fillers = {code: fill for code, fill in menus.submenus(hidden).items() if code not in ("recent", "saved")}
    for fill in fillers.values():
        menu = QMenu(hidden)
        fill(menu)
        assert leaks(action.text() for action in menu.actions()) == []
    hidden.view.map.select([next(iter(hidden.view.session.document.steps))])
    menu = QMenu(hidden)
    map_menu.fill(hidden, menu)
    assert leaks(action.text() for each in (menu, *menu.findChildren(QMenu)) for action in each.actions()) == []


def test_undo_and_the_search_say_no_name(hidden, act, qtbot):
    act("palette")
    (palette,) = hidden.findChildren(QWidget, "palette")
    qtbot.keyClicks(palette.findChild(QLineEdit), "sanne")
    assert leaks(action.text() for action in hidden.actions_by_code.values()) == []
    rows = palette.findChild(QAbstractItemView).model()
    assert leaks(_cells(rows)) == []
    palette.close()


def test_a_sign_says_so_and_shows_them_again(hidden, qtbot):
    (sign,) = hidden.status.signs
    assert sign.text() == "Namen verborgen"
    qtbot.mouseClick(sign, Qt.MouseButton.LeftButton)
    assert hidden.view.session is hidden.session
    assert leaks(everything(hidden))
    assert not hidden.status.signs


def test_the_study_keeps_its_names_through_edits_and_undo(hidden, act):
    view, real = hidden.view, hidden.session.document
    before = real.snapshot()
    step = next(step.id for step in real.steps.values() if step.emotion != 2)
    assert view.context.do(lambda: steps.set_emotion(view.session.document, [step], 2))
    assert real.steps[step].emotion == view.session.document.steps[step].emotion == 2
    act("undo")
    assert real == before


def test_a_masked_word_is_not_changed_and_a_button_shows_the_names(hidden, qtbot):
    view = hidden.view
    persona = next(iter(view.session.document.personas))
    view.inspect("persona", persona, "name")
    field = view.inspector.currentWidget().fields["name"]
    qtbot.keyClicks(field, "x")
    view.flush()
    assert hidden.session.document.personas[persona].name != "x"
    assert "naam verborgen" in hidden.bar.text
    hidden.bar._buttons[0].click()
    assert hidden.view.session is hidden.session


def test_hiding_stays_through_another_language(hidden, program):
    program._set_language("en")
    assert hidden.view.context.names_hidden
    assert leaks(everything(hidden)) == []
    assert hidden.view.context.called(next(iter(hidden.session.document.personas))).startswith("Persona ")


def test_the_corner_of_the_menus_says_no_name(window, act):
    view, study = window.view, window.view.session.document.study
    view.context.do(lambda: study_verbs.change(view.session.document, title="Sanne & Youssef krijgen een kind"))
    act("hide_names")
    assert leaks(everything(window)) == []
    corners = window.menuBar().findChildren(QPushButton, "corner")
    assert [corner.text().replace("&&", "&").startswith("Persona A krijgen") for corner in corners] == [True]
    assert study.id in window.session.document.tables["study"]


def test_a_persona_who_is_deleted_stays_hidden_in_what_is_left(window, act):
    view = window.view
    first = min(view.session.document.personas.values(), key=lambda one: one.order)
    view.context.do(lambda: study_verbs.change(view.session.document, title=f"{first.name} krijgen een kind"))
    act("hide_names")
    window.view.context.do(lambda: personas.delete(window.view.session.document, first.id))
    window.view.tabs.show_panel("history")
    assert leaks(everything(window)) == []
    act("hide_names")
    act("hide_names")
    window.view.tabs.show_panel("history")
    assert leaks(everything(window)) == []
    act("present")
    running = present.running(window)
    assert leaks([running.audience.windowTitle(), *running.gallery.said(running.showing.place)]) == []
    running.end()
    act("undo")
    assert window.view.session.document.personas[first.id].name == "Persona A"


def test_files_are_not_proposed_under_a_name(window, act):
    view = window.view
    view.context.do(lambda: study_verbs.change(view.session.document, title="Sanne krijgt een kind"))
    act("hide_names")
    act("save_as")
    (dialog,) = [one for one in window.findChildren(QFileDialog) if one.isVisible()]
    assert leaks(line.text() for line in dialog.findChildren(QLineEdit)) == []
    dialog.reject()
    for code in ("json", "mermaid"):
        export = exporting.asked(window, code)
        assert leaks(words for each in export.findChildren(QWidget) for words in shown_by(each)) == []
        assert leaks([export.options.files.text()]) == []
        export.go.click()
        assert leaks(line.text() for line in export.findChildren(QLineEdit)) == []
        export.reject()


def test_steps_copied_without_names_are_pasted_with_them_once_they_are_shown_again(hidden, act):
    """Elsewhere they go without names; in their own study they are what they were."""
    act("hide_names")
    document, journey = hidden.session.document, hidden.view.context.journey
    step = next(step.id for step in document.steps.values() if step.journey == journey)
    hidden.view.context.do(lambda: steps.rename(document, step, "Sanne belt de balie"))
    act("hide_names")
    hidden.view.map.select([step])
    hidden.view.map.setFocus()
    act("copy")
    assert QApplication.clipboard().text()
    assert leaks([QApplication.clipboard().text()]) == []
    act("hide_names")
    act("paste")
    assert [one.title for one in hidden.session.document.steps.values()].count("Sanne belt de balie") == 2


def test_the_list_of_recent_files_says_no_name(hidden, tmp_path):
    from app import menus

    file = tmp_path / "Interview met Sanne.levensreis"
    file.write_bytes(b"")
    settings.add_recent_file(file)
    menu = QMenu(hidden)
    menus.submenus(hidden)["recent"](menu)
    assert menu.actions()[0].text() == "Interview met Persona A.levensreis"
    assert leaks(text for action in menu.actions() for text in (action.text(), action.toolTip())) == []


def test_studies_side_by_side_wait_until_names_are_shown(window):
    """The other studies name people."""
    window.actions_by_code["hide_names"].trigger()
    window.actions_by_code["portfolio"].trigger()
    assert window.findChild(PortfolioDialog) is None
    window.bar._buttons[0].click()
    tasks.wait_for_all()
    assert not window.view.context.names_hidden
    assert window.findChild(PortfolioDialog).isVisible()


def test_a_table_waits_until_names_are_shown(window, tmp_path):
    """By their letters nobody would be recognised in it."""
    table = tmp_path / "stappen.csv"
    table.write_text("persona;stap\nSanne & Youssef;Bellen\n", "utf-8")
    window.actions_by_code["hide_names"].trigger()
    intake.take_file(window, table)
    tasks.wait_for_all()
    assert window.findChild(QDialog, "intake") is None
    window.bar._buttons[0].click()
    tasks.wait_for_all()
    QCoreApplication.processEvents()
    assert any(dialog.isVisible() for dialog in window.findChildren(QDialog))
