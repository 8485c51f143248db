"""Every way in leads to the same import: menu, drop, paste and merge; what a file is, its contents tell."""

from __future__ import annotations

import json

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtWidgets import QApplication, QFileDialog

from app import drops, merging, tasks
from app.canvas import scale
from app.dialogs import documents
from app.importing.dialog import ImportDialog
from app.merging.dialog import MergeDialog
from journeys.exchange import formats, inside
from journeys.exchange.json_format import to_json
from tests.app.importing.conftest import GRAPHML, MERMAID
from tests.journeys.studies import study


def files(*paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def settle():
    tasks.wait_for_all()
    QApplication.processEvents()


def test_a_file_is_known_by_what_stands_in_it(empty, tmp_path, dialog_of, ojf):
    note = f"# Notities\n\n```mermaid\n{MERMAID}```\n"
    texts = {"json": ojf, "ojf": ojf, "xml": GRAPHML, "graphml": GRAPHML, "md": note, "txt": MERMAID}
    for suffix, text in texts.items():
        file = tmp_path / f"reis.{suffix}"
        file.write_text(text, "utf-8")
        documents.import_file(empty, file)
        dialog = dialog_of(empty)
        how = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
        assert len(dialog.coming.findItems("Huis zoeken", how)) == 1, (suffix, dialog.summary.text())
        dialog.reject()
        QApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete.value)


def test_our_own_json_still_opens_as_a_study_at_once(program, window, tmp_path):
    file = tmp_path / "eigen.json"
    file.write_bytes(to_json(study(5)))
    documents.import_file(window, file)
    assert len(program.windows[1].session.document.steps) == 5


def test_our_own_json_opens_also_when_another_program_has_put_it_in_another_order(qtbot, program, window, tmp_path):
    plain = json.loads(to_json(study(400)))
    file = tmp_path / "anders.json"
    file.write_text(json.dumps(dict(reversed(plain.items()))), "utf-8")
    assert inside.code(".json", file.read_bytes()) == "", "what it is, stands too far down"
    documents.import_file(window, file)
    settle()
    qtbot.waitUntil(lambda: len(program.windows) == 2)
    assert len(program.windows[1].session.document.steps) == 400


def test_E3_what_cannot_be_read_is_refused_in_a_sentence_with_the_name_of_the_file(qtbot, window, tmp_path):
    before = window.session.document.snapshot()
    for suffix in ("json", "ojf", "mmd", "cjml", "xml", "graphml"):
        file = tmp_path / f"kapot.{suffix}"
        file.write_text("<dit is niets", "utf-8")
        window.view.bar.hide()
        documents.import_file(window, file)
        settle()
        qtbot.waitUntil(lambda: bool(window.view.bar.text))
        assert file.name in window.view.bar.text
        assert window.findChild(ImportDialog) is None
    assert window.session.document == before


def test_a_file_of_an_unknown_kind_is_refused_with_the_kinds_that_can_be_read(window, tmp_path):
    file = tmp_path / "lijst.pages"
    file.write_bytes(b"x")
    documents.import_file(window, file)
    assert "lijst.pages" in window.view.bar.text
    assert ".mmd" in window.view.bar.text


def test_the_question_for_a_file_offers_every_format_that_can_be_read(window):
    documents.ask_import(window)
    dialog = window.findChild(QFileDialog)
    offered = dialog.nameFilters()
    for each in formats.read():
        assert all(f"*{suffix}" in offered[0] for suffix in each.endings)
    assert len(offered) == 1 + len(formats.read())
    dialog.close()


def test_a_journey_dropped_is_shown_before_it_comes_in(window, mermaid, dialog_of):
    wish = drops.wish_of(window, files(mermaid), QPointF(400, 400))
    assert wish.text == "Laat los om “verhuizen.mmd” te importeren."
    wish.act()
    assert "3 stappen" in dialog_of(window).summary.text()
    window.findChild(ImportDialog).reject()


def test_what_is_only_written_is_refused_with_the_reason(empty, tmp_path):
    for name in ("dia.pptx", "tekening.svg", "bord.drawio", "bord.canvas"):
        file = tmp_path / name
        file.write_bytes(b"x")
        wish = drops.wish_of(empty, files(file), QPointF(400, 400))
        assert wish.act is None
        assert wish.text == f"Levensreis maakt bestanden zoals “{name}”, maar kan ze niet lezen."


def test_a_file_pasted_on_the_map_is_shown_before_it_comes_in(window, mermaid, dialog_of):
    QApplication.clipboard().setMimeData(files(mermaid))
    window.view.map.setFocus()
    window.actions_by_code["paste"].trigger()
    assert "3 stappen" in dialog_of(window).summary.text()
    window.findChild(ImportDialog).reject()


def test_journeys_dropped_together_on_the_start_page_make_one_study(qtbot, empty, mermaid, tmp_path, dialog_of, ojf):
    other = tmp_path / "Werk.mmd"
    other.write_text("journey\n section Zoeken\n  Solliciteren: 2: Youssef\n", "utf-8")
    third = tmp_path / "derde.ojf"
    third.write_text(ojf, "utf-8")
    wish = drops.wish_of(empty, files(mermaid, other, third), QPointF(400, 400))
    assert wish.text == "Laat los om van 3 bestanden één studie te maken."
    wish.act()
    dialog = dialog_of(empty)
    dialog.accept_button.click()
    settle()
    document = empty.session.document
    assert {journey.title for journey in document.journeys.values()} == {"Verhuizen", "Werk"}
    assert {step.title for step in document.steps.values()} >= {"Solliciteren", "Wachten"}
    ends = {(document.steps[link.source].title, document.steps[link.target].title) for link in document.links.values()}
    assert ("Huis zoeken", "Wachten") in ends


def test_journeys_chosen_together_are_merged_into_the_open_study(qtbot, window, mermaid, tmp_path):
    other = tmp_path / "Werk.mmd"
    other.write_text("journey\n section Zoeken\n  Solliciteren: 2: Youssef\n", "utf-8")
    documents.ask_import(window)
    dialog = window.findChild(QFileDialog)
    dialog.filesSelected.emit([str(mermaid), str(other)])
    dialog.close()
    settle()
    qtbot.waitUntil(lambda: window.findChild(MergeDialog) is not None)
    merge = window.findChild(MergeDialog)
    assert "2 bestanden" in merge.summary.text()
    merge.go.click()
    settle()
    assert {"Solliciteren", "Wachten"} <= {step.title for step in window.session.document.steps.values()}
    assert len(window.history.edits()) == 1


def test_a_journey_in_the_list_of_a_merge_tells_what_was_guessed_with_its_lines(qtbot, window, mermaid):
    mermaid.write_text(MERMAID.replace("Wachten: 2", "Wachten: 9"), "utf-8")
    merging.begin(window, [mermaid])
    settle()
    qtbot.waitUntil(lambda: window.findChild(MergeDialog) is not None)
    dialog = window.findChild(MergeDialog)
    assert any("5)." in item.text(0) for item in dialog.coming.items())
    dialog.reject()


def test_a_point_outside_the_map_takes_files_as_well(window, mermaid):
    assert drops.wish_of(window, files(mermaid), QPointF(QPoint(2, 2))).act is not None


def test_the_question_which_file_begins_where_the_study_lies_and_then_where_was_imported_from(window, path, tmp_path):
    def asked():
        documents.ask_import(window)
        return next(one for one in window.findChildren(QFileDialog) if one.isVisible())

    first = asked()
    assert first.directory().absolutePath() == str(path.parent)
    (tmp_path / "elders").mkdir()
    (tmp_path / "elders" / "reis.mmd").write_text(MERMAID, "utf-8")
    first.filesSelected.emit([str(tmp_path / "elders" / "reis.mmd")])
    first.reject()
    second = asked()
    assert second.directory().absolutePath() == str(tmp_path / "elders")
    second.reject()
    settle()


def test_after_an_import_as_much_as_fits_of_what_came_in_is_in_view(qtbot, window, tmp_path, dialog_of):
    lines = "".join(f"    Stap {number}: 3: Sanne\n" for number in range(1, 4))
    (tmp_path / "later.mmd").write_text(f"journey\n  title Later\n  section Veel later\n{lines}", "utf-8")
    window.resize(1280, 800)
    documents.import_file(window, tmp_path / "later.mmd")
    dialog = dialog_of(window)
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    settle()
    canvas = window.view.map
    assert len(canvas.selected()) == 3
    assert all(canvas.visible_area().contains(scale.rect(canvas.hits.main(id_).rect)) for id_ in canvas.selected())
