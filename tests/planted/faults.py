"""Faults that break a guarantee, each with the test that must notice it."""

from __future__ import annotations

from typing import Final, NamedTuple

GUARANTEES: Final = {
    "G1": "what the screen shows as done survives a kill and a power cut",
    "G2": "the file is at every moment the previous or the new complete version",
    "G3": "opening, viewing, searching and exporting never change the file",
    "G4": "a copy of the file made at any moment is a valid, complete recent version",
    "G5": "damage is noticed: a changed bit never shows as normal content",
    "G6": "damage is survived: earlier versions are offered, and what can be read is saved under a new name",
    "G7": "nobody's change is overwritten unseen; a conflict gives two whole files",
    "G8": "undoing everything gives exactly the start, redoing everything the end",
    "G9": "no file that somebody sends runs code, reads files, reaches out or hangs the program",
    "G10": "no import is half",
    "G11": "an export succeeds or says which card is the cause; nothing is left out silently",
    "G12": "export and import of our own formats give the same model",
    "G13": "the program makes no connection",
    "G14": "log and crash report hold no content, names or paths of people",
    "G15": "a published or exported file holds only what is visible in it",
    "G16": "newer files are refused with an explanation, older ones open, and a copy of them stays",
}


POWER: Final = "tests/crash/test_power_loss.py::test_A2_A3_no_edit_is_lost_and_no_file_is_half_in_a_power_cut"
PARTS: Final = "tests/hostile/test_hostile_parts.py::"
PUBLISH: Final = "tests/journeys/store/test_publish.py::"
MISHAPS: Final = "tests/app/window/test_mishaps.py::"


class Fault(NamedTuple):
    """In `file` the text `old`, which stands there once, becomes `new`; then `test` must fail."""

    guarantee: str
    file: str
    old: str
    new: str
    test: str


FAULTS: Final[tuple[Fault, ...]] = (
    # An edit that is on the disk in part, not at all, or again after it was refused.
    Fault("G1", "journeys/store/connections.py", '"synchronous=FULL"', '"synchronous=OFF"', POWER),
    Fault(
        "G1",
        "journeys/store/files.py",
        "        make_folder(folder.parent)\n",
        "        folder.parent.mkdir(parents=True, exist_ok=True)\n",
        POWER,
    ),
    Fault(
        "G1",
        "journeys/store/workcopy.py",
        "            self._doubt = {**before, **self._doubt}\n",
        "            self._doubt = {}\n",
        "tests/journeys/store/test_workcopy.py"
        "::test_A4_an_edit_that_was_refused_after_it_reached_the_disk_does_not_come_back",
    ),
    # A file that has its name before it has its bytes, or not its name when it was said to.
    Fault(
        "G2",
        "journeys/store/files.py",
        "            os.fsync(descriptor)\n        finally:\n            os.close(descriptor)\n        if",
        "        finally:\n            os.close(descriptor)\n        if",
        POWER,
    ),
    Fault(
        "G2",
        "journeys/store/files.py",
        "            time.sleep(wait)\n    sync_folder(target.parent)\n",
        "            time.sleep(wait)\n",
        POWER,
    ),
    Fault(
        "G2",
        "journeys/store/publish.py",
        "                files.replace(temporary, target)\n",
        "                files.overwrite(target, temporary.read_bytes())\n",
        "tests/crash/test_kill.py::test_A3_killed_at_any_system_call_of_publishing_the_file_is_old_or_new",
    ),
    # Looking leaves traces: another time on the file, a lock beside it.
    Fault(
        "G3",
        "journeys/store/screening.py",
        "    _screen(path, data)\n    return",
        "    _screen(path, data)\n    path.touch()\n    return",
        "tests/hostile/test_not_ours.py::test_B16_opening_changes_nothing_on_the_disk",
    ),
    Fault(
        "G3",
        "journeys/store/workcopy.py",
        "        return cls(folder, note, connection, unpublished=False)\n",
        "        made = cls(folder, note, connection, unpublished=False)\n        made._lock()\n        return made\n",
        "tests/journeys/store/test_workcopy.py::test_the_lock_lies_beside_the_document_from_the_first_edit_to_the_end",
    ),
    Fault(
        "G4",
        "journeys/store/publish.py",
        "                files.replace(temporary, target)\n",
        "                files.overwrite(target, temporary.read_bytes())\n",
        "tests/crash/test_copied.py::test_A3_a_copy_made_at_any_moment_is_a_whole_and_recent_version",
    ),
    # Hashes that nobody compares.
    Fault(
        "G5",
        "journeys/store/contents.py",
        "        if row_hashes(table, [row[:-1] for row in rows]) != [row[-1] for row in rows]:\n",
        "        if len(row_hashes(table, [row[:-1] for row in rows])) != len(rows):\n",
        "tests/hostile/test_damage.py::test_B3_every_bit_of_a_text_counts",
    ),
    Fault(
        "G5",
        "journeys/store/contents.py",
        '    if contents.meta.get("digest") != digest:\n',
        '    if contents.meta.get("digest") != digest and not contents.rows:\n',
        "tests/hostile/test_damage.py::test_a_row_that_was_taken_out_is_noticed",
    ),
    Fault(
        "G5",
        "journeys/store/contents.py",
        "        if type(data) is not bytes or hashlib.sha256(data).hexdigest() != sha256:\n",
        "        if type(data) is not bytes:\n",
        "tests/hostile/test_damage.py::test_B3_every_byte_of_a_picture_counts",
    ),
    # No earlier version, or what is left of a damaged file with what was changed in it.
    Fault(
        "G6",
        "journeys/store/publish.py",
        "    backups.keep(target, data)\n    instead_of",
        "    instead_of",
        PUBLISH + "test_the_version_before_and_the_new_one_are_both_kept",
    ),
    Fault(
        "G6",
        "journeys/store/salvage.py",
        "        return bool(row_hash(table, row[:-1]) == row[-1])\n",
        "        return bool(row_hash(table, row[:-1]))\n",
        "tests/hostile/test_damage.py::test_one_damaged_step_costs_one_step",
    ),
    # A colleague's version that is not looked at, or one that came at the last moment.
    Fault(
        "G7",
        "journeys/store/publish.py",
        "        return identity in self.seen or identity in self.tried\n",
        "        return identity is not None\n",
        PUBLISH + "test_a_change_by_somebody_else_is_never_written_over",
    ),
    Fault(
        "G7",
        "journeys/store/publish.py",
        "                return target, _late(prepared, aside)\n",
        "                return target, None\n",
        "tests/app/saving/test_two_at_once.py"
        "::test_A12_a_version_that_arrives_while_ours_is_being_written_is_never_lost",
    ),
    # Undo that gives back the wrong side, or leaves something to redo that fits no more.
    Fault(
        "G8",
        "journeys/edits/edit.py",
        "        return Edit(self.code, swapped, self.words, self.subjects)\n",
        "        return Edit(self.code, dict(list(swapped.items())[:1]), self.words, self.subjects)\n",
        "tests/journeys/edits/test_verbs.py::test_the_notes_of_a_deleted_step_come_back_with_undo",
    ),
    Fault(
        "G8",
        "app/history.py",
        "        del self._records[self._index :]\n",
        "",
        "tests/app/window/test_taking_back.py::test_F2_an_edit_after_undo_leaves_nothing_to_redo_and_nothing_dangles",
    ),
    # A received file that may ask for anything, and one that is asked without end.
    Fault(
        "G9",
        "journeys/store/connections.py",
        "        return sqlite3.SQLITE_OK if action == sqlite3.SQLITE_SELECT or reads else sqlite3.SQLITE_DENY\n",
        "        return sqlite3.SQLITE_OK if reads else sqlite3.SQLITE_OK\n",
        PARTS + "test_B7_a_received_file_answers_nothing_but_questions_about_our_tables",
    ),
    Fault(
        "G9",
        "journeys/store/contents.py",
        '        if kind == "table" and name in known and migrations.normal(str(sql)) == known[name]:\n',
        "        if name in known:\n",
        PARTS + "test_B7_a_table_of_ours_that_says_it_is_something_else_is_not_read",
    ),
    Fault(
        "G9",
        "journeys/store/connections.py",
        "    connection.set_progress_handler(lambda: time.monotonic() > deadline, _STEPS)\n",
        "    connection.set_progress_handler(lambda: time.monotonic() > deadline + 500, _STEPS)\n",
        "tests/hostile/test_huge.py::test_B8_a_question_without_end_is_broken_off",
    ),
    # An import that lets a part in, or does not say what it left out.
    Fault(
        "G10",
        "journeys/exchange/json_format.py",
        "    for problem in problems:\n        raise _broken(",
        "    for problem in problems[:0]:\n        raise _broken(",
        "tests/journeys/exchange/test_json.py::test_E1_a_wrong_value_deep_inside_is_named_with_its_place",
    ),
    Fault(
        "G10",
        "journeys/exchange/rows.py",
        "        if longest > most:\n",
        "        if longest > most < 0:\n",
        "tests/journeys/exchange/test_tables.py::test_a_cell_that_is_too_long_is_refused_with_its_row_and_column",
    ),
    # A poster on which something lacks, and nobody says so.
    Fault(
        "G11",
        "journeys/poster/preflight/letters.py",
        "            held[about] = None\n    for together",
        "            held[about] = None\n    lost.clear()\n    for together",
        "tests/journeys/poster/test_preflight.py"
        "::test_C5_a_character_the_font_lacks_is_named_with_the_steps_that_hold_it",
    ),
    # An earlier state that stays behind.
    Fault(
        "G12",
        "journeys/exchange/json_format.py",
        "for snapshot in sorted(snapshots, key",
        "for snapshot in sorted(snapshots[1:], key",
        "tests/journeys/exchange/test_json.py::test_pictures_and_snapshots_survive_the_way_through_files",
    ),
    # Somebody asks another computer what time it is.
    Fault(
        "G13",
        "journeys/store/files.py",
        '    """The name of this computer."""\n',
        '    import socket\n\n    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(("192.0.2.1", 37))\n',
        "tests/crash/test_connections.py::test_I4_a_whole_session_with_a_window_reaches_for_nothing",
    ),
    # The words of an exception, or of Qt, in the log.
    Fault(
        "G14",
        "app/traces.py",
        '            return f" [{told}]"\n    return ""\n',
        '            return f" [{told}]"\n    return f" [{error}]"\n',
        MISHAPS + "test_I6_of_an_error_only_its_kind_its_code_and_its_place_are_logged",
    ),
    Fault(
        "G14",
        "app/logbook.py",
        '    return found[0] if found and known else ""\n',
        "    return found[0] if found and known else text\n",
        MISHAPS + "test_I6_of_what_qt_says_only_who_said_it_is_logged",
    ),
    # Deleted text that lies on in the file, a picture nobody sees any more, and who made it.
    Fault(
        "G15",
        "journeys/store/publish.py",
        "        dropped = _drop_unseen(connection)\n",
        "        dropped = 0\n",
        "tests/journeys/store/test_workcopy.py"
        "::test_an_image_is_stored_before_the_edit_that_shows_it_and_dropped_when_nothing_does",
    ),
    Fault(
        "G15",
        "journeys/poster/pdf/reportlab_home.py",
        '    canvas.setAuthor("")\n',
        '    canvas.setAuthor(__import__("os").environ["HOME"])\n',
        "tests/app/privacy/test_canary.py::test_I3_nothing_that_is_made_tells_who_made_it_or_where",
    ),
    # Newer files that are read as if they were known, and older ones that are lost when they are replaced.
    Fault(
        "G16",
        "journeys/store/screening.py",
        "    if version > VERSION:\n",
        "    if version > VERSION + 1:\n",
        "tests/hostile/test_not_ours.py::test_B5_a_version_we_do_not_know_is_told_apart_from_damage",
    ),
    Fault(
        "G16",
        "journeys/store/backups.py",
        "            keep(document, data, always=0 < version_in(data) < VERSION)\n",
        "            keep(document, data)\n",
        "tests/journeys/store/test_migration.py::test_without_a_place_for_the_older_version_it_is_not_replaced",
    ),
)
