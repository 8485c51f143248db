"""Nothing in these windows is cut off or too small to press: both languages, large text, for a whole room."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog

from app import settings, tasks
from app.pictures import settle
from app.program import Program
from journeys.edits import steps
from journeys.store.opener import open_file
from tests.app.recovering.test_recovery import left
from tests.app.window.clipping import faults

LOOKS = [("en", 150, False), ("nl", 100, True), pytest.param(("nl", 100, False), marks=pytest.mark.long)]


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look[0]}-{look[1]}{'-large' * look[2]}")
def dressed(request, qapp):
    language, percent, large = request.param
    settings.set_large(chosen=large)
    settings.set_text_size(percent)
    settings.set_theme("light")
    made = Program(qapp, language)
    yield made
    for window in list(made.windows):
        if window.file is not None:
            window.file.close(discard=True)
        window.finish()
    made.deleteLater()
    settings.set_large(chosen=False)


def look_at(window, name):
    tasks.wait_for_all()
    settle()
    tasks.wait_for_all()
    settle()
    dialog = next(one for one in window.findChildren(QDialog, name) if one.isVisible())
    found = faults(dialog, large=settings.large())
    dialog.close()
    assert not found, "\n".join(found)


def test_nothing_is_cut_in_the_windows_about_what_was_kept(dressed, path, child):
    left(child)
    left(child, path)
    window = dressed.new_window()
    window.resize(1280, 720)
    window.show_welcome()
    dressed.offer_recovery(window, crashed=True)
    look_at(window, "recovery")
    window.actions_by_code["versions"].trigger()
    look_at(window, "versions")
    window.actions_by_code["problem"].trigger()
    look_at(window, "report")


def test_nothing_is_cut_in_the_window_about_a_damaged_file(dressed, path):
    window = dressed.open_file(dressed.new_window(), path)
    first = next(iter(window.session.document.steps))
    assert window.history.perform(steps.rename(window.session.document, first, "Hier gaat het mis"))
    assert window.file.publish_now()
    assert open_file(path).document.steps[first].title == "Hier gaat het mis"
    window.actions_by_code["versions"].trigger()
    look_at(window, "versions")
    window.file.close()
    window.finish()
    data = bytearray(path.read_bytes())
    data[data.find(b"Hier gaat het mis")] ^= 1
    path.write_bytes(bytes(data))
    other = dressed.new_window()
    other.resize(1280, 720)
    other.show_welcome()
    dressed.open_file(other, path)
    look_at(other, "damaged")
