"""The keyboard and the presenter's remote."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app import settings

Key = Qt.Key


def test_f5_fills_the_screen_with_the_title_of_the_shown_journey(room):
    room.begin()
    assert room.audience.isFullScreen()
    assert room.showing.slide.kind == "title"
    assert room.showing.slide.journey == room.window.view.context.journey


def test_keys_and_remotes_show_the_next_slide_and_the_one_before(hall):
    on = [Key.Key_Right, Key.Key_Down, Key.Key_PageDown, Key.Key_Space, Key.Key_Return]
    back = [Key.Key_Left, Key.Key_Up, Key.Key_PageUp, Key.Key_Backspace]
    for number, key in enumerate(on, 1):
        hall.press(key)
        assert hall.place == (number, 0), key
    for number, key in enumerate(back, 1):
        hall.press(key)
        assert hall.place == (len(on) - number, 0), key


def test_end_and_home_go_to_the_ends_and_no_further(hall):
    hall.press(Key.Key_End)
    assert hall.place[0] == len(hall.showing.slides) - 1
    hall.press(Key.Key_Right)
    assert hall.place[0] == len(hall.showing.slides) - 1
    assert "Esc" in hall.audience.told.text
    hall.press(Key.Key_Home, Key.Key_Left)
    assert hall.place == (0, 0)


def test_gaps_come_one_by_one_and_go_one_by_one(hall):
    hall.to("gaps")
    here, count = hall.place[0], hall.showing.slide.reveals
    assert count > 1
    hall.press(Key.Key_PageDown, Key.Key_PageDown)
    assert hall.place == (here, 2)
    hall.press(*[Key.Key_PageDown] * (count - 2), Key.Key_PageDown)
    assert hall.place == (here + 1, 0)
    hall.press(Key.Key_PageUp, Key.Key_PageUp)
    assert hall.place == (here, count - 1)


def test_a_typed_number_and_enter_jump_to_that_slide(hall):
    hall.press("4")
    assert "4" in hall.audience.told.text
    hall.press(Key.Key_Return)
    assert hall.place == (3, 0)
    hall.press("999", Key.Key_Return)
    assert hall.place[0] == len(hall.showing.slides) - 1


def test_the_screen_goes_black_or_white_and_comes_back(hall):
    for key, cover in (("b", "#000000"), (".", "#000000"), ("w", "#ffffff"), (",", "#ffffff")):
        hall.press(key)
        middle = hall.audience.rect().center()
        assert hall.audience.grab().toImage().pixelColor(middle).name() == cover
        hall.press(key)
        assert not hall.showing.cover


def test_the_next_key_lifts_the_cover(hall):
    hall.press("b", Key.Key_Right)
    assert (hall.showing.cover, hall.place) == ("", (1, 0))


def test_tab_lights_one_part_after_the_other_in_reading_order(hall):
    hall.to("phase")
    parts = hall.showing.parts()
    hall.press(Key.Key_Tab)
    assert hall.showing.lit() == parts[0]
    hall.press(Key.Key_Tab)
    assert hall.showing.lit() == parts[1]
    hall.press(Key.Key_Backtab, Key.Key_Backtab)
    assert hall.showing.lit() == parts[-1]


def test_what_is_not_lit_is_dark(hall):
    hall.to("phase")
    hall.press(Key.Key_Tab)
    before = hall.stage.grab().toImage()
    hole = hall.stage._wanted().hole.center().toPoint()
    far = hall.stage.rect().bottomRight() / 2 + hole / 4
    hall.press(Key.Key_Escape)
    plain = hall.stage.grab().toImage()
    assert before.pixelColor(hole) == plain.pixelColor(hole)
    assert before.pixelColor(far).lightness() < plain.pixelColor(far).lightness()


def test_escape_takes_away_what_lies_over_the_slide_and_then_ends(hall):
    hall.to("phase")
    hall.press("s", Key.Key_Tab, "z", "b")
    assert (hall.showing.cover, hall.showing.spot, hall.showing.zoom > 1) == ("black", True, True)
    hall.press(Key.Key_Escape)
    assert not hall.showing.cover
    hall.press(Key.Key_Escape)
    assert hall.showing.zoom == 1
    hall.press(Key.Key_Escape)
    assert not hall.showing.spot
    hall.press(Key.Key_Escape)
    assert hall.now is None


def test_zero_shows_the_whole_slide_again(hall):
    hall.press("z", "z")
    assert hall.showing.zoom > 2
    hall.press("0")
    assert hall.showing.zoom == 1


def test_after_the_end_the_study_has_selected_what_was_shown_last(room):
    room.begin().to("phase")
    room.press(Key.Key_Right)
    phase = room.showing.slide.subject
    room.press(Key.Key_Escape)
    assert room.now is None
    assert room.window.view.map.selected() == (phase,)


def test_f5_begins_again(hall):
    hall.press(Key.Key_End, Key.Key_F5)
    assert hall.place == (0, 0)


def test_present_from_here_begins_at_the_phase_of_the_selected_step(room):
    document = room.window.session.document
    step = next(step for step in document.steps.values() if step.journey == room.window.view.context.journey)
    room.window.view.map.select([step.id])
    room.begin("present_here")
    assert room.showing.slide.subject == step.phase


def test_t_changes_the_audiences_colours_and_keeps_them_for_the_next_time(room):
    room.begin()
    assert room.now.gallery.look == "light"
    room.press("t")
    assert room.now.gallery.look == "dark"
    room.press(Key.Key_Escape)
    room.begin()
    assert room.now.gallery.look == "dark"
    assert room.window.dress.look == "light"


def test_n_shows_the_notes_of_each_slide_and_hides_them(hall):
    hall.to("phase")
    hall.press("n")
    assert hall.audience.notes.isVisible()
    noted = hall.now.gallery.notes(hall.place[0])
    assert noted
    assert noted[0] in hall.audience.notes.text.toPlainText()
    hall.press("n")
    assert not hall.audience.notes.isVisible()


def test_a_journey_walked_along_with_plays_until_a_key_is_pressed(room, qtbot):
    room.begin("walk")
    assert room.showing.playing
    assert {"step"} <= {slide.kind for slide in room.showing.slides}
    room.showing._clock.setInterval(0)
    qtbot.waitUntil(lambda: room.place[0] == 2)
    room.press(Key.Key_Space)
    assert not room.showing.playing
    assert room.now is not None


def test_a_walk_that_comes_to_its_end_stops_there(hall, qtbot):
    hall.showing.play()
    hall.showing._clock.setInterval(0)
    with qtbot.waitSignal(hall.showing.ended, timeout=10_000):
        pass
    assert hall.place[0] == len(hall.showing.slides) - 1
    assert not hall.showing.playing


def test_the_pace_is_changed_while_it_plays_and_kept(hall):
    hall.press("p", "]")
    assert hall.showing.playing
    assert settings.presenting("pace") == str(hall.showing.pace) == "6"


def test_the_keys_are_told_at_the_beginning_and_when_they_are_asked_for(hall):
    assert hall.audience.hint.isVisible()
    hall.audience.hint.go()
    assert not hall.audience.hint.isVisible()
    hall.press(Key.Key_F1)
    assert "Esc" in hall.audience.hint.accessibleName()


def test_without_calm_slides_fade_and_quick_keys_are_not_held_up(hall, qtbot):
    settings.set_calm(chosen=False)
    hall.press(Key.Key_Right, Key.Key_Right, Key.Key_Right)
    assert hall.place == (3, 0)
    assert not hall.stage.still
    qtbot.waitUntil(lambda: hall.stage.still)
    shown = hall.stage.grab().toImage()
    settings.set_calm(chosen=True)
    hall.press(Key.Key_Left, Key.Key_Right)
    assert hall.stage.grab().toImage() == shown


def test_the_next_slides_are_painted_before_they_are_asked_for(hall, qtbot):
    following, size = hall.showing.following, hall.stage.frame().size()
    gallery = hall.now.gallery
    qtbot.waitUntil(lambda: gallery.has(following, size, hall.stage.devicePixelRatioF()))


def test_f11_puts_the_slides_in_a_window_with_a_frame(hall):
    hall.press(Key.Key_F11)
    assert not hall.audience.isFullScreen()
    hall.press(Key.Key_F11)
    assert hall.audience.isFullScreen()
