"""Whatever stands in the settings, by a fault, another version or another hand: the program takes its usual ones."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as rules
from hypothesis import strategies as st

from app import settings
from app.dialogs.poster import remembered as poster
from app.exporting import asked as export
from app.present import console, showing
from app.table import remembered as table
from app.welcome import files
from journeys.analysis import gist
from tests.journeys.studies import study

STUDY = study(2)
TEXTS = ("language", "theme", "text_size", "calm", "large", "remember", "recent", "pinned", "window", "panes", "sound")
PARTS = ("table/steps", "poster/last", "size/x", "present/notes", "present/pace", "present/look", "opened/x",
         "export/last")  # fmt: skip
ODD = (
    "²", "٣", "-1", "9" * 5000, "[" * 3000, "{}", '{"paper": [1e999]}', '{"kind": {}}', "title:²:1", "title:99999999:1",
    "::", "\0", "\ud800", "/", "", "true", "NaN", "/a\0b",
)  # fmt: skip
VALUES = (
    st.sampled_from(ODD) | st.text(max_size=20) | st.integers(-(2**60), 2**60) | st.floats() | st.booleans() | st.none()
)


def everything():
    """All that reads a setting."""
    for name, function in vars(settings).items():
        if getattr(function, "__module__", "") == settings.__name__ and not name.startswith(
            ("_", "set_", "add_", "pin_", "forget", "reset")
        ):
            wanted = inspect.signature(function).parameters
            given_ = {"part": "x", "path": Path("/a"), "table": "steps", "dialog": "x", "default": True, "key": "theme"}
            function(**{key: given_[key] for key in wanted})
    poster.last(STUDY)
    export.last(STUDY)
    assert all(int(width) < 100_000 for _, width, _ in table._read("steps"))
    console._notes_size()
    showing._pace()
    files._gist(Path("/a"))


@rules(max_examples=30, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.data())
def test_any_value_under_any_name_is_read_as_something_or_passed_over(qapp, data):
    store = settings._store()
    for key in data.draw(st.sets(st.sampled_from((*TEXTS, *PARTS)), min_size=1, max_size=6)):
        store.setValue(key, data.draw(VALUES | st.lists(VALUES, max_size=3)))
    store.setValue(settings._gist_key(Path("/a")), data.draw(st.text(max_size=30)))
    everything()


@pytest.mark.parametrize("key", [*TEXTS, *PARTS])
def test_every_odd_value_under_every_name_is_passed_over(qapp, key):
    for odd in ODD:
        settings._store().setValue(key, odd)
        everything()


@pytest.mark.parametrize("garbage", [b"\0" * 300, b"[General\nlanguage=%%%", b"\xff\xfe" + b"a=\n" * 99, b"[" * 9000])
def test_a_settings_file_that_is_none_is_passed_over(qapp, garbage):
    file = Path(settings._store().fileName())
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(garbage)
    everything()


@given(st.text(max_size=60))
def test_any_text_is_a_picture_of_a_study_or_none(text):
    found = gist.read(text)
    assert found is None or gist.written(found)
