"""A file that somebody sent, opened in the window: what is wrong is told, with a way on; looking changes nothing."""

from __future__ import annotations

import hashlib
import struct
import zlib
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton

from app import tasks
from journeys.model.entities import Image, Journey, Link
from journeys.store import backups, building, create_file, locks, migrations
from journeys.store.opener import open_file
from tests.hostile.crafted import cell, crafted, more
from tests.hostile.test_unchanged import looks
from tests.journeys.studies import study


def png(number: int) -> bytes:
    """A picture of one colour, another one for every number."""
    row = b"\0" + bytes((number % 256, number // 256, 99)) * 4
    parts = ((b"IHDR", struct.pack(">IIBBBBB", 4, 4, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(row * 4)), (b"IEND", b""))
    chunks = (struct.pack(">I", len(b)) + a + b + struct.pack(">I", zlib.crc32(a + b)) for a, b in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def settle(qtbot):
    tasks.wait_for_all()
    qtbot.wait(1)


def opened(qtbot, program, path):
    window = program.new_window()
    window.show_welcome()
    program.open_file(window, path)
    qtbot.waitUntil(lambda: window.view is not None or bool(window.bar and window.bar.text))
    settle(qtbot)
    return window


def buttons(window) -> list[str]:
    return [b.text() for b in window.bar.findChildren(QAbstractButton) if b.isVisibleTo(window) and b.text()]


BAD = {
    "B1": (lambda data: b"", "is leeg"),
    "B1 text": (lambda data: b"Een kind krijgen\n" * 50, "geen Levensreis-bestand"),
    "B2": (lambda data: data[: len(data) // 2], "beschadigd"),
    "B5": (lambda data: data[:60] + struct.pack(">i", migrations.VERSION + 1) + data[64:], "nieuwere versie"),
    "B6": (lambda data: data[:68] + b"GPKG" + data[72:], "GeoPackage"),
}


@pytest.mark.parametrize("case", BAD)
def test_B1_B2_B5_B6_a_bad_file_says_why_in_the_window_and_nothing_is_made(qtbot, program, path, case):
    change, reason = BAD[case]
    path.write_bytes(change(path.read_bytes()))
    before = looks(path.parent)
    window = opened(qtbot, program, path)
    assert window.session is None
    assert reason in window.bar.text
    assert path.name in window.bar.text
    assert looks(path.parent) == before


def test_B15_an_older_file_opens_and_stays_beside_what_takes_its_place(qtbot, program, tmp_path):
    from journeys.edits import steps
    from tests.hostile.test_versions import FIXTURES

    older = (FIXTURES / "version-1.levensreis").read_bytes()
    path = tmp_path / "Ouder.levensreis"
    path.write_bytes(older)
    window = opened(qtbot, program, path)
    step = next(iter(window.session.document.steps))
    assert window.history.perform(steps.rename(window.session.document, step, "Anders"))
    assert window.file.publish_now()
    assert open_file(path).document.steps[step].title == "Anders"
    assert older in [backup.path.read_bytes() for backup in backups.list_for(path)]


def test_B7_B10_what_is_odd_about_a_file_is_told_in_the_window(qtbot, program, path):
    path.write_bytes(crafted(open_file(path).document, extra=["CREATE VIEW stiekem AS SELECT 1"]))
    path.with_name(path.name + "-wal").write_bytes(b"x" * 600)
    before = looks(path.parent)
    window = opened(qtbot, program, path)
    assert len(window.session.document.steps) > 5
    qtbot.waitUntil(lambda: "view stiekem" in window.bar.text)
    assert looks(path.parent) == before


def test_B12_B13_B14_what_was_put_right_can_be_saved_under_a_new_name_alone(qtbot, program, tmp_path):
    path = tmp_path / "Reis.levensreis"
    whole = study(4)
    path.write_bytes(crafted(whole, cell("step", "column", 1e308), cell("step", "title", None, 1)))
    before = looks(tmp_path)
    window = program.open_file(program.new_window(), path, salvage=True)
    settle(qtbot)
    assert len(window.session.document.steps) == 4
    assert 0 < window.view.map.sceneRect().width() < 10**8
    assert window.file.path is None
    assert not window.view.map.grab().isNull()
    assert looks(tmp_path) == before


def test_B16_looking_around_in_the_window_leaves_the_file_as_it_is(qtbot, program, path):
    before = looks(path.parent)
    window = opened(qtbot, program, path)
    view = window.view
    view.map.zoom_to_fit()
    for code in ("table", "compare", "map", "find"):
        if code in window.actions_by_code:
            window.actions_by_code[code].trigger()
        settle(qtbot)
    view.refresh_findings()
    with qtbot.waitSignal(window.closed):
        window.close()
    assert looks(path.parent) == before


@pytest.mark.parametrize("steps", [1_000, pytest.param(5_000, marks=pytest.mark.long)])
def test_B17_a_study_of_five_thousand_steps_with_pictures_opens_and_moves(qtbot, program, tmp_path, steps):
    whole = study(steps)
    ids = list(whole.steps)
    pictures = [png(number) for number in range(200)]
    images = [
        Image(f"{n + 10**9:032x}", "png", 4, 4, hashlib.sha256(data).hexdigest()) for n, data in enumerate(pictures)
    ]
    shown = [replace(whole.steps[step], image=image.id) for step, image in zip(ids, images, strict=False)]
    links = [Link(f"{n + 2 * 10**9:032x}", ids[n], ids[n + 2], kind="choice") for n in range(steps - 2)]
    more_links = [Link(f"{n + 3 * 10**9:032x}", ids[n], ids[n + 3], kind="choice") for n in range(3)]
    document = more([*images, *shown, *links, *more_links], whole)
    assert (len(document.steps), len(document.links), len(document.images)) == (steps, 2 * steps, 200)
    path = tmp_path / "Groot.levensreis"
    create_file(path, document, {image.sha256: data for image, data in zip(images, pictures, strict=True)})
    window = opened(qtbot, program, path)
    assert len(window.session.document.steps) == steps
    assert len(window.file.images()) == 200
    seen = set()
    bar = window.view.map.horizontalScrollBar()
    for at in range(0, bar.maximum() + 1, max(1, bar.maximum() // 12)):
        bar.setValue(at)
        seen.add(hashlib.sha256(bytes(window.view.map.viewport().grab().toImage().constBits())).hexdigest())
    assert len(seen) > 10


@pytest.mark.parametrize("name", ["100% é & #1?", "😀 &reis", " spatie ", "reis.", "'\"<b>x<b>"])
def test_B18_a_file_with_an_odd_name_opens_and_publishes_in_the_window(qtbot, program, path, name):
    odd = path.with_name(f"{name}.levensreis")
    path.rename(odd)
    window = opened(qtbot, program, odd)
    from journeys.edits import steps

    step = next(iter(window.session.document.steps))
    assert window.history.perform(steps.rename(window.session.document, step, "Anders"))
    assert locks.lock_path(odd).exists()
    assert window.file.publish_now()
    with qtbot.waitSignal(window.closed):
        window.close()
    assert open_file(odd).document.steps[step].title == "Anders"
    assert [entry.name for entry in odd.parent.iterdir()] == [odd.name]


def strange() -> dict[str, bytes]:
    """Studies that keep every rule and that nobody would draw."""
    whole = study(6, 2)
    first, *_ = whole.steps.values()
    journey = whole.journeys[first.journey]
    chain = [Journey(f"{n + 10**9:032x}", journey.persona, f"Diep {n}") for n in range(300)]
    chain = [replace(one, based_on=chain[n - 1].id) for n, one in enumerate(chain)]
    made = {
        "a journey behind a step of its own": [replace(journey, parent_step=first.id)],
        "a journey based on itself": [replace(journey, based_on=journey.id)],
        "a step based on itself": [replace(first, based_on=first.id)],
        "journeys based on each other": chain,
        "a step far away": [replace(first, column=20_000, track=20_000)],
        "the last day there is": [replace(whole.study, day0_date=__import__("datetime").date.max, end_day=36_500)],
        "the first day there is": [replace(whole.study, day0_date=__import__("datetime").date.min)],
    }
    return {name: building.file_bytes(more(entities, whole), {}) for name, entities in made.items()}


@pytest.mark.parametrize("name", strange())
def test_a_study_that_nobody_would_draw_opens_and_is_drawn(qtbot, program, tmp_path, name):
    path = tmp_path / "Reis.levensreis"
    path.write_bytes(strange()[name])
    window = opened(qtbot, program, path)
    assert window.session is not None
    window.view.refresh_findings()
    for code in ("table", "compare", "map"):
        if code in window.actions_by_code:
            window.actions_by_code[code].trigger()
        settle(qtbot)
    assert not window.view.map.grab().isNull()
