"""Cut, copy, paste and duplicate on the map, through the system's clipboard: other windows and programs join in."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMainWindow, QPlainTextEdit

from app.panels.message_bar import announce
from app.plain import WORDS_MIME
from journeys.edits import putting
from journeys.edits.fragment import Fragment, take
from journeys.edits.notes import Anchor
from journeys.errors import LevensreisError
from journeys.exchange import fragment_json, fragment_text

if TYPE_CHECKING:
    from app.facilitate.room import Room
    from app.study_view import StudyView
    from app.window import StudyWindow
    from journeys.edits.edit import Edit
    from journeys.model.document import Place

MOST_IMAGES: Final = 200
SAID_MS: Final = 5000
HTML_MIME: Final = "text/html"
AT_ONCE: Final = 1 << 20
"""Bytes: more of them take longer to read than anybody should wait without seeing that something happens."""


def copy(view: StudyView) -> bool:
    """Put what is selected on the clipboard; False when nothing is selected that can be copied."""
    if _field_did("copy") or _table_did(view, Qt.Key.Key_C):
        return True
    view.flush()
    fragment = take(view.session.document, chosen(view))
    if not fragment:
        say(view, view.context.say("Select steps or notes first."))
        return False
    mime = mime_of(view, fragment)
    QGuiApplication.clipboard().setMimeData(mime)
    _remember_names(view, mime)
    say(view, view.context.say("{things} copied", things=_things(view, fragment)))
    return True


def cut(view: StudyView) -> None:
    """As `copy`, and take it away; the flow heals."""
    if _field_did("cut") or _table_did(view, Qt.Key.Key_X):
        return
    document, ids = view.session.document, chosen(view)
    if copy(view) and view.map.do(lambda: putting.cut(document, ids)):
        _say_done(view)


def duplicate(view: StudyView) -> None:
    """A copy beside the original."""
    if _table_did(view, Qt.Key.Key_D):
        return
    view.flush()
    document, ids = view.session.document, chosen(view)
    if not ids:
        say(view, view.context.say("Select steps or notes first."))
    elif view.map.do(lambda: putting.duplicate(document, ids)):
        _say_done(view)


def paste(view: StudyView) -> None:
    """What is on the clipboard: our own steps before anything else, then pictures, files, and text."""
    if _field_did("paste") or _table_did(view, Qt.Key.Key_V):
        return
    view.flush()
    from app import images

    mime = images.on_clipboard()
    if mime.hasFormat(fragment_json.MIME):
        _paste_steps(view, _with_names(view, _steps_in(mime)))
    elif _is_picture(mime):
        _paste_picture(view, mime)
    elif mime.hasUrls():
        from app import drops

        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        drops.take_files(view, paths, None)
    elif not _paste_text(view, mime):
        say(view, view.context.say("There is nothing on the clipboard that can be pasted here."))


def chosen(view: StudyView) -> tuple[str, ...]:
    """The selected steps and notes; of a selected phase its steps in this journey; else the step one stands on."""
    document, selected = view.session.document, view.map.selected()
    ids = [id_ for id_ in selected if id_ in document.steps or id_ in document.notes]
    phases = {id_ for id_ in selected if id_ in document.phases}
    if not ids and phases:
        mine = document.referring(view.context.journey or "", "step")
        ids = [step.id for step in mine if step.phase in phases and step.journey == view.context.journey]
    return tuple(ids) or view.map.picked.steps()


def mime_of(view: StudyView, fragment: Fragment) -> QMimeData:
    """The fragment as other windows, spreadsheets and text fields want it."""
    pictures = {image.sha256: view.context.pictures.image(image.sha256) for image in fragment.images}
    held = {sha: data for sha, data in pictures.items() if data is not None}
    mime = QMimeData()
    mime.setData(fragment_json.MIME, fragment_json.to_json(fragment, held))
    mime.setData(WORDS_MIME, fragment_text.words(fragment).encode())
    if fragment.steps:
        words, ids = view.context.say, [step.id for step in fragment.steps]
        told = fragment_text.held(view.session.document, ids, words)
        mime.setData(HTML_MIME, fragment_text.html(told, words).encode())
        mime.setText(fragment_text.diagram(told, words))
    else:
        mime.setText(fragment_text.words(fragment))
    return mime


def _paste_text(view: StudyView, mime: QMimeData) -> bool:
    from app import pasting

    return pasting.take(view, mime)


def _remember_names(view: StudyView, mime: QMimeData) -> None:
    """Others get what is seen while names are hidden; what is pasted here again are the words of the study."""
    window: StudyWindow = view.window()  # type: ignore[assignment]  # a StudyView lies in a StudyWindow
    if view.context.names_hidden and window.session is not None:
        from app.facilitate import room

        true = mime_of(view, take(window.session.document, chosen(view)))
        room.of(view).copied = (_steps_in(mime), _steps_in(true))


def _with_names(view: StudyView, data: bytes) -> bytes:
    held: Room | None = getattr(view.window(), "room", None)
    return held.copied[1] if held is not None and held.copied[0] == data else data


def _steps_in(mime: QMimeData) -> bytes:
    return bytes(mime.data(fragment_json.MIME).data())


def put_fragment(view: StudyView, carried: fragment_json.Carried) -> bool:
    """Put copied steps where the cursor stands, as one edit; False when that was refused."""
    document, journey = view.session.document, view.context.journey
    if journey is None:
        view.bar.tell(view.context.say("Show a journey first, then paste."))
        return False
    try:
        fragment = _with_pictures(view, carried)
    except LevensreisError as error:
        view.refused(error)
        return False
    at, on = _place(view, journey)
    if not view.map.do(lambda: putting.put(document, fragment, journey, at, on)):
        return False
    _say_done(view)
    _tell_cleaned(view, carried)
    return True


def say(view: StudyView, text: str) -> None:
    """In the status bar and to the screen reader: what needs no answer."""
    window = view.window()
    if isinstance(window, QMainWindow):
        window.statusBar().showMessage(text, SAID_MS)
    announce(view.map, text)


def _paste_steps(view: StudyView, data: bytes) -> None:
    """A few steps at once; thousands are read in a worker, with Cancel."""
    if len(data) > AT_ONCE:
        from app import tasks

        tasks.start_shown(
            lambda _: fragment_json.from_json(data), view, view.context.say("Pasting…"), view.context.say,
            partial(put_fragment, view), partial(_refuse, view),
        )  # fmt: skip
        return
    try:
        carried = fragment_json.from_json(data)
    except LevensreisError as error:
        view.refused(error)
    else:
        put_fragment(view, carried)


def _refuse(view: StudyView, error: Exception) -> None:
    if not isinstance(error, LevensreisError):
        raise error
    view.refused(error)


def _tell_cleaned(view: StudyView, carried: fragment_json.Carried) -> None:
    """Characters that were taken out of texts from elsewhere."""
    from journeys.messages import message

    lines = [message(f"notice.text_{code}", {"n": n}, view.context.say) for code, n in sorted(carried.changes.items())]
    if lines:
        view.bar.tell(" ".join(lines))


def _with_pictures(view: StudyView, carried: fragment_json.Carried) -> Fragment:
    """The bytes of its pictures are stored first; a picture without bytes, or for which there is no room, stays out."""
    held = {image.sha256 for image in view.session.document.images.values()}
    room = MOST_IMAGES - len(view.session.document.images)
    kept = []
    for image in carried.fragment.images:
        if image.sha256 not in held and image.sha256 in carried.images and room > 0:
            held.add(view.context.pictures.add_image(carried.images[image.sha256]))
            room -= 1
        if image.sha256 in held:
            kept.append(image)
    return replace(carried.fragment, images=tuple(kept))


def _place(view: StudyView, journey: str) -> tuple[Place | None, Anchor | None]:
    """Where steps come down, and what loose notes hang on: what one stands on decides."""
    document, cursor = view.session.document, view.map.picked.cursor
    step = document.steps.get(view.map.picked.step() or "")
    if step is not None:
        beside = [document.steps[id_] for id_ in view.map.selected() if id_ in document.steps]
        last = max([step.column, *(other.column for other in beside if other.phase == step.phase)])
        return (journey, step.phase, step.stage, last + 1, step.track), Anchor(step=step.id)
    if cursor is None:
        return None, None
    if cursor.place is not None:
        above = document.step_at((journey, cursor.place[1], "front", cursor.place[3], 0))
        on = Anchor(step=above.id) if above is not None else Anchor(journey=journey, phase=cursor.place[1])
        return (journey, *cursor.place[1:]), on
    note = document.notes.get(cursor.id)
    if note is not None:
        return None, Anchor(note.step, note.journey, note.phase, note.persona)
    if cursor.id in document.phases:
        steps = [each for each in document.referring(cursor.id, "step") if each.journey == journey]
        column = max((each.column + 1 for each in steps), default=0)
        return (journey, cursor.id, "front", column, 0), Anchor(journey=journey, phase=cursor.id)
    return None, None


def _is_picture(mime: QMimeData) -> bool:
    """Whether it is a picture in the first place: spreadsheets copy their cells as one too."""
    from app import images

    text = mime.text() if mime.hasText() and not mime.hasUrls() else ""
    return images.holds_pictures(mime) and "\t" not in text and "\n" not in text.strip()


def _paste_picture(view: StudyView, mime: QMimeData) -> None:
    from app import images

    step, found = view.map.picked.step(), images.from_mime(mime)
    if step is None:
        say(view, view.context.say("Select one step first: the picture comes on it."))
    elif found:
        images.put_on_step(view, step, found[0])


def _things(view: StudyView, fragment: Fragment) -> str:
    from journeys.phrases import count_of

    if fragment.steps:
        return count_of("step", len(fragment.steps), view.context.say)
    return count_of("note", len(fragment.notes), view.context.say)


def _say_done(view: StudyView) -> None:
    """The sentence of the edit that was just performed."""
    from journeys.phrases import edit_text

    edit: Edit | None = view.history.undoable()
    if edit is not None:
        say(view, view.session.shown(edit_text(edit, view.context.say)))


def _field_did(what: Literal["cut", "copy", "paste"]) -> bool:
    """The field in which somebody types does it itself, also when it was asked for in the menu."""
    field = QApplication.focusWidget()
    if isinstance(field, QComboBox):
        field = field.lineEdit()
    if not isinstance(field, QLineEdit | QPlainTextEdit):
        return False
    getattr(field, what)()
    return True


def _table_did(view: StudyView, key: Qt.Key) -> bool:
    """The table copies cells, not steps; what its keys do it also does when it is asked for in the menu."""
    if view.views.code != "table":
        return False
    from app.table import keys
    from app.table.view import TableView

    table = view.views.widget_shown
    if isinstance(table, TableView):
        keys.VERBS[keys.CTRL, key](table.page.sheet)
    return True
