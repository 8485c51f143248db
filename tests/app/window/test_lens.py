"""A lens colours the map: chosen by menu and key, explained under the map, kept in step with every edit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible

from app.canvas import tips
from app.lens.legend import LensBar
from app.palette import entries
from journeys.edits import entities
from journeys.layout.drawing import Box
from journeys.model.values import Judgement


@pytest.fixture
def view(qtbot, window):
    """The window's study, in which every second step has a role."""
    view = window.view
    own = [step for step in view.session.document.steps.values() if step.journey == view.context.journey]
    judge(view, [step.id for step in own[::2]], "subject")
    judge(view, [step.id for step in own[1::2]], "customer")
    view.refresh_findings()
    return view


def judge(view, steps, *roles):
    held = Judgement(roles=roles)
    view.context.do(lambda: entities.change(view.session.document, "step", steps, judgement=held))


def choose(window, lens):
    window.actions_by_code[f"lens_{lens}"].trigger()


def bar(window) -> LensBar:
    return window.view.strips["lens"]


def chips(window):
    return {chip.accessibleName(): chip for chip in bar(window).chips}


def fills(view, step):
    return {
        box.fill for layer in view.map.drawing.layers for box in layer.elements
        if isinstance(box, Box) and box.about == step and layer.lane in ("steps", "backstage")
    }  # fmt: skip


def test_a_lens_colours_every_card_and_is_explained_under_the_map(window, view):
    choose(window, "roles")
    marks = view.map.marks
    assert marks
    for step, held in marks.items():
        assert f"{held[0].ink}.soft" in fills(view, step)
    shown = bar(window)
    assert shown.isVisible()
    assert shown.name.text() == "Lens: Rollen"
    customers = [step for step, held in marks.items() if any(mark.code == "customer" for mark in held)]
    assert f"Klant: {len(customers)} stappen" in chips(window)
    assert window.actions_by_code["lens_roles"].isChecked()
    assert not window.actions_by_code["lens_none"].isChecked()


def test_the_key_of_the_lens_that_is_on_turns_it_off(qtbot, window, view):
    qtbot.keyClick(view.map, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert view.map.lens == "roles"
    qtbot.keyClick(view.map, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    assert view.map.lens == "question"
    qtbot.keyClick(view.map, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    assert view.map.lens == ""
    assert bar(window).isHidden()


def test_escape_lets_go_of_the_selection_first_and_of_the_lens_last(qtbot, window, view):
    choose(window, "roles")
    view.map.setFocus()
    view.map.reveal(next(iter(view.map.marks)))
    qtbot.keyClick(view.map, Qt.Key.Key_Escape)
    assert not view.map.selected()
    assert view.map.lens == "roles"
    qtbot.keyClick(view.map, Qt.Key.Key_Escape)
    assert view.map.lens == ""
    assert view.context.lens is None


def test_a_chip_of_the_legend_leads_to_its_steps(qtbot, window, view):
    choose(window, "roles")
    customers = {step for step, held in view.map.marks.items() if any(mark.code == "customer" for mark in held)}
    name = next(name for name in chips(window) if name.startswith("Klant"))
    qtbot.mouseClick(chips(window)[name], Qt.MouseButton.LeftButton)
    assert set(view.map.selected()) == customers


def test_a_judgement_colours_its_card_anew_and_undo_takes_that_back(qtbot, window, view):
    choose(window, "roles")
    step = next(iter(view.map.marks))
    before = view.map.marks[step]
    judge(view, [step], "voter")
    qtbot.waitUntil(lambda: [mark.code for mark in view.map.marks[step]] == ["voter"])
    assert f"{view.map.marks[step][0].ink}.soft" in fills(view, step)
    assert any(name.startswith("Kiezer") for name in chips(window))
    window.actions_by_code["undo"].trigger()
    qtbot.waitUntil(lambda: view.map.marks[step] == before)
    assert not any(name.startswith("Kiezer") for name in chips(window))
    view.map.select([step])
    view.map.delete_selected()
    qtbot.waitUntil(lambda: step not in view.map.marks)
    window.actions_by_code["undo"].trigger()
    qtbot.waitUntil(lambda: view.map.marks.get(step) == before)


def test_another_journey_has_its_own_colours(qtbot, window, view):
    choose(window, "roles")
    other = next(j.id for j in view.session.document.journeys.values() if j.id != view.context.journey)
    view.show_journey(other)
    steps = {step.id for step in view.session.document.steps.values() if step.journey == other}
    qtbot.waitUntil(lambda: set(view.map.marks) <= steps)
    assert view.map.lens == "roles"


def test_the_legend_belongs_to_the_map_and_waits_while_another_view_is_shown(window, view):
    choose(window, "roles")
    window.actions_by_code["table"].trigger()
    assert bar(window).isHidden()
    window.actions_by_code["map"].trigger()
    assert bar(window).isVisible()
    window.actions_by_code["table"].trigger()
    choose(window, "scope")
    assert view.views.code == "map"
    assert bar(window).name.text() == "Lens: Afbakening"


def test_the_legend_folds_to_signs_and_numbers_and_turns_the_lens_off(qtbot, window, view):
    choose(window, "roles")
    shown = bar(window)
    whole, wide = [chip.text() for chip in shown.chips], shown.chips[0].sizeHint().width()
    qtbot.mouseClick(shown.fold, Qt.MouseButton.LeftButton)
    assert all(chip.text().isdigit() for chip in shown.chips)
    assert shown.chips[0].sizeHint().width() < wide
    assert any(name.startswith("Klant: ") for name in chips(window)), "who listens still hears the words"
    qtbot.mouseClick(shown.fold, Qt.MouseButton.LeftButton)
    assert [chip.text() for chip in shown.chips] == whole
    qtbot.mouseClick(shown.off, Qt.MouseButton.LeftButton)
    assert view.map.lens == ""


def test_where_its_words_would_take_the_room_of_the_map_the_legend_begins_folded(window, view):
    window.resize(1900, 1000)
    choose(window, "scope")
    shown = bar(window)
    assert not any(chip.text().isdigit() for chip in shown.chips)
    shown.resize(300, shown.height())
    assert all(chip.text().isdigit() for chip in shown.chips)


def test_every_line_of_the_legend_is_in_sight_the_first_time_it_is_shown(qtbot, window, view):
    window.resize(1500, 950)
    choose(window, "scope")
    shown = bar(window)

    def in_sight():
        corners = [chip.mapTo(shown, chip.rect().bottomRight()) for chip in shown.chips]
        return len({corner.y() for corner in corners}) == 2 and all(shown.rect().contains(one) for one in corners)

    qtbot.waitUntil(in_sight, timeout=2000)


def test_a_journey_without_marks_says_so(window, view):
    judge(view, list(view.session.document.steps))
    view.refresh_findings()
    choose(window, "roles")
    assert not view.map.marks
    assert bar(window).nothing.isVisible()
    assert "lens" in bar(window).nothing.text()


def test_who_does_not_see_the_colours_hears_them(window, view):
    choose(window, "roles")
    step = next(step for step, held in view.map.marks.items() if held[0].code == "customer")
    listed = QAccessible.queryAccessibleInterface(view.map)
    names = [
        listed.child(phase).child(number).text(QAccessible.Text.Name)
        for phase in range(listed.childCount())
        for number in range(listed.child(phase).childCount())
    ]
    title = view.session.document.steps[step].title
    assert any(title.rstrip(".") in name and "Rollen: Klant" in name for name in names)
    card = view.map.hits.main(step)
    assert "Rollen: Klant" in tips.text(view.map.document, card, view.map.say, view.map.marked(step))


def test_a_click_on_a_chip_below_its_card_selects_the_step(qtbot, window, view):
    choose(window, "roles")
    view.map.zoom_to(1.0)
    step = next(iter(view.map.marks))
    view.map.reveal(step)
    view.map.select([])
    target = view.map.hits.part(step, "marks")
    from app.canvas import scale

    area = view.map.mapFromScene(scale.rect(target.rect)).boundingRect()
    qtbot.mouseClick(view.map.viewport(), Qt.MouseButton.LeftButton, pos=area.center() + QPoint(0, area.height() // 3))
    assert view.map.selected() == (step,)


def test_another_language_keeps_the_lens(qtbot, program, window, view):
    choose(window, "roles")
    program.speak("en") if hasattr(program, "speak") else window.language_wanted.emit("en")
    qtbot.waitUntil(lambda: window.view.map.lens == "roles")
    qtbot.waitUntil(lambda: "lens" in window.view.strips and bar(window).name.text() == "Lens: Roles")


def test_the_palette_knows_lenses_by_name_in_both_languages(window, view):
    every = entries.commands(window, window)
    for typed in ("lens rollen", "lens roles"):
        assert entries.offered(window, every, typed)[0].text == "Lens: Rollen"


def test_the_poster_begins_with_the_lens_of_the_map(qtbot, window, view):
    choose(window, "roles")
    window.actions_by_code["poster"].trigger()
    from app.dialogs.poster.dialog import PosterDialog

    dialog = window.findChild(PosterDialog)
    assert dialog.options.request().lens == "roles"
    dialog.options.contents.lens.setCurrentIndex(0)
    dialog.options.contents.lens.activated.emit(0)
    assert dialog.options.request().lens == ""
    dialog.close()


def test_while_a_large_study_is_coloured_the_pointer_says_so(window, view, monkeypatch):
    from PySide6.QtGui import QGuiApplication

    from app import study_view

    shapes, colour = [], view.map.colour_by

    def watched(*given):
        cursor = QGuiApplication.overrideCursor()
        shapes.append(None if cursor is None else cursor.shape())
        colour(*given)

    monkeypatch.setattr(view.map, "colour_by", watched)
    choose(window, "roles")
    monkeypatch.setattr(study_view, "LARGE", 1)
    choose(window, "value")
    assert shapes == [None, Qt.CursorShape.WaitCursor]
    assert QGuiApplication.overrideCursor() is None
