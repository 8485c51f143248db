"""The soft word before something goes out of the house: what looks personal, with a look at it or going on."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QMessageBox

from app.plain import plain_box
from journeys.analysis.personal import KINDS
from journeys.analysis.privacy import consent, look
from journeys.phrases import personal as phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from PySide6.QtWidgets import QWidget

    from app.window import StudyWindow
    from journeys.analysis.privacy import Look, Remark

TOLD: Final = "told_personal"
"""What the window's user went on with before: that is not asked twice."""


def first(
    window: StudyWindow, parent: QWidget, go_on: Callable[[], object], only: Collection[str] | None = None
) -> QMessageBox | None:  # fmt: skip
    """Go on at once when nothing looks personal and nobody is real; else ask, before `parent`.

    `only`: the ids of what goes out, when that is not the whole study.
    """
    view = window.view
    if view is None:
        return None
    found = look(view.session.document, dt.datetime.now().astimezone().date())
    remarks = [one for one in found.remarks if only is None or one.subject in only]
    marks = {(one.code, one.subject, one.sample) for one in remarks}
    if only is None and not view.context.names_hidden:
        marks |= {("real", persona.id, "") for persona, _ in found.real}
    known: set[tuple[str, str, str]] = window.property(TOLD) or set()
    if marks <= known:
        go_on()
        return None

    def went_on() -> None:
        window.setProperty(TOLD, known | marks)
        go_on()

    return _ask(window, parent, remarks, found, went_on, whole=only is None)


def _ask(
    window: StudyWindow, parent: QWidget, remarks: list[Remark], found: Look, went_on: Callable[[], object],
    *, whole: bool,
) -> QMessageBox:  # fmt: skip
    say = window.dress.say
    counts = Counter(one.what for one in remarks)
    lines = [say("{name} ({n})", name=say(phrases.NAMES[what]), n=counts[what]) for what in KINDS if counts[what]]
    real = say.many(*phrases.COUNTS["real"], found.personas["real"]) + "." if found.personas["real"] else ""
    lines += ["", real] if real and remarks else []
    summary = phrases.summary(len(remarks), say) + "." if remarks else real
    box = plain_box(parent, "question", say("Personal data"), summary, "\n".join(lines))
    box.setObjectName("personal")
    see = box.addButton(say("Look at it"), QMessageBox.ButtonRole.ActionRole)
    if whole:
        share = box.addButton(say("Copy to share…"), QMessageBox.ButtonRole.ActionRole)
        share.clicked.connect(window.actions_by_code["share"].trigger)
    on = box.addButton(say("Go on"), QMessageBox.ButtonRole.AcceptRole)
    box.setEscapeButton(box.addButton(say("Cancel"), QMessageBox.ButtonRole.RejectRole))
    box.setDefaultButton(see)
    see.clicked.connect(window.actions_by_code["privacy"].trigger)
    on.clicked.connect(went_on)
    box.finished.connect(box.deleteLater)
    box.open()
    return box


def past(window: StudyWindow) -> str:
    """What a study that was just opened has outlived: the day until which it was to be kept, or somebody's consent."""
    if window.view is None:
        return ""
    document, say = window.view.session.document, window.dress.say
    today = dt.datetime.now().astimezone().date()
    expires = document.study.expires_on
    lines = [phrases.expired_text(expires, say)] if expires is not None and expires < today else []
    ended = sum(one.privacy == "real" and consent(one, today) == "past" for one in document.personas.values())
    if ended:
        lines.append(say.many(
            "The consent of {n} real person in this study has ended.",
            "The consent of {n} real people in this study has ended.", ended,
        ))  # fmt: skip
    return " ".join(lines)
