"""The sentence for every error code; a block per prefix, so that whoever adds a code adds its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeys.errors import LevensreisError
    from journeys.i18n import Words

MESSAGES: dict[str, str] = {}

MESSAGES |= {
    "edit.stale": N_("This has changed in the meantime. Look at it again and repeat your change."),
    "edit.refused": N_("That is not possible: {problem}."),
    "edit.veiled": N_("A name is hidden in these words. Show the names first, then change them."),
    "edit.fixed": N_(
        "The layout is locked: steps, phases and lines stay as they are. Words, notes and votes can still change."
    ),
    "edit.gone": N_("This is no longer in the study."),
    "edit.exists": N_("This is already in the study."),
    "edit.no_field": N_("“{field}” cannot be changed here."),
    "edit.other_journey": N_("Steps can only be moved and connected within one journey."),
    "edit.self_link": N_("A step cannot lead to itself: “{title}”."),
    "edit.date": N_("The calendar does not go that far."),
    "edit.day0": N_("“{title}” is day 0. Make another moment day 0 first."),
    "edit.no_answer": N_("Only a need or a question can be answered."),
    "edit.process_loop": N_("A process cannot stand behind a step of its own: “{title}”."),
    "edit.last_phase": N_("A study keeps at least one phase: “{title}” is the last one."),
    "edit.no_room": N_("There is no room for another phase after “{title}”."),
    "edit.out_of_range": N_("“{title}” can begin from day {least} to day {most}."),
    "edit.end_out_of_range": N_("“{title}” can end from day {least} to day {most}."),
    "edit.no_address": N_("Only an opportunity or an idea can address needs, questions and pain points: “{title}”."),
    "edit.fixed_lane": N_("This lane cannot be deleted. Hide it instead."),
    "edit.no_phase": N_("This study has no phases. Make a phase first."),
    "edit.too_long": N_("“{title}” would be {found} characters long and {most} fit. Nothing was replaced."),
    "edit.needs_words": N_("Nothing would be left of “{title}”. Replace it with something. Nothing was replaced."),
    "edit.no_reason": N_("Write down why absence is right here."),
    "edit.many_images": N_("A study holds at most {most} pictures. Remove one first."),
}

MESSAGES |= {
    "cell.number": N_("“{typed}” does not fit here. Type a whole number from {least} to {most}, or leave it empty."),
    "cell.rating": N_("“{typed}” does not fit here. Type a number from −2 (very bad) to +2 (very good)."),
    "cell.flag": N_("“{typed}” does not fit here. Type yes or no."),
    "cell.date": N_("“{typed}” is no date. Write it like 31-12-2027."),
    "cell.duration": N_("“{typed}” does not fit here. Type a number and a unit, such as 2 weeks or 2-3 days."),
    "cell.choice": N_("“{typed}” is not one of the choices. Choose from: {choices}."),
    "cell.name": N_("There is no “{typed}” in this study. Choose a name that is there, or add it first."),
    "cell.empty": N_("This cannot be empty. Type a name, or press Esc to keep the old one."),
    "cell.long": N_("This is {found} characters long and {most} fit. Shorten it, or put the rest in another field."),
    "cell.fixed": N_("This cannot be changed in the table."),
}

MESSAGES |= {
    "rule.type": N_("a wrong kind of value ({found})"),
    "rule.choice": N_("“{found}” is not one of the choices"),
    "rule.range": N_("{found} is not from {least} to {most}"),
    "rule.id": N_("“{found}” is not a valid id"),
    "rule.length": N_("{found} characters, at most {most} fit"),
    "rule.empty": N_("nothing is filled in"),
    "rule.unclean": N_("the text holds characters that cannot be stored"),
    "rule.many": N_("{found} items, at most {most} fit"),
    "rule.double": N_("the same item twice"),
    "rule.order": N_("{least} comes after {most}"),
    "rule.nobody": N_("a step says “nobody” and names a contact"),
    "rule.self_link": N_("a connection leads from a step to itself"),
    "rule.anchor": N_("a note hangs on more than one thing, or on half a place"),
    "rule.same_id": N_("its id is also the id of something else"),
    "rule.key": N_("it is stored under another id"),
    "rule.dangling": N_("it refers to something that is not there ({target})"),
    "rule.one_study": N_("there must be exactly one study, found {found}"),
    "rule.one_day0": N_("exactly one moment must be day 0, found {found}"),
    "rule.day0": N_("the moment that is day 0 must lie on day 0, not on day {found}"),
    "rule.same_start": N_("two phases begin on day {day}"),
    "rule.end_day": N_("the study ends on or before the day its last phase begins (day {day})"),
    "rule.place_taken": N_("another step stands there already (column {column}, track {track})"),
    "rule.too_many": N_("a study holds at most {most} steps"),
    "rule.two_journeys": N_("a connection joins steps of two journeys"),
    "rule.double_link": N_("two connections between the same steps"),
    "rule.party_cycle": N_("a party is part of itself"),
}

MESSAGES |= {
    "plain.object": N_("{where}: expected an object, found {found}."),
    "plain.unknown": N_("{where}: this field does not exist in a study."),
    "plain.missing": N_("{where}: this field is missing."),
    "plain.type": N_("{where}: expected {expected}, found {found}."),
    "plain.choice": N_("{where}: “{found}” is not one of: {choices}."),
    "plain.date": N_("{where}: “{found}” is not a date such as 2026-01-31."),
}

MESSAGES |= {
    "pdf.no_study": N_(
        "“{path}” holds no study. A poster can only be edited when it was saved together with its study."
    ),
    "json.syntax": N_("This is not JSON: line {line}, column {column}."),
    "json.double": N_("{where}: this field occurs twice."),
    "json.number": N_("{where}: {found} is not a number that a study can hold."),
    "json.deep": N_("Line {line}, column {column}: this JSON is nested too deeply."),
    "json.encoding": N_("Line {line}: this is not UTF-8 text."),
    "json.too_many": N_("This file holds more values than a study can have."),
    "json.surrogate": N_("{where}: this text holds half characters."),
    "json.format": N_("This JSON is not a Levensreis study: “format” must be “levensreis”."),
    "json.version": N_("“version” must be a version such as 1.0.0."),
    "json.newer": N_("This file was made by a newer version ({version}). Update Levensreis to read it."),
    "json.rule": N_("{where}: {problem}."),
    "json.id_twice": N_("{where}: this id is used twice."),
    "json.image": N_("{where}: these data are damaged."),
    "json.data_large": N_("{where}: this is too large ({found} MB, at most {most})."),
    "json.images_many": N_("{found} pictures, at most {most} fit in a study."),
    "json.too_large": N_("This file is too large: {found} MB, at most {most}."),
    "steps.format": N_("These are no steps that Levensreis copied."),
    "exchange.unknown_format": N_("{path}: this kind of file is not known. Known are: {known}."),
}

MESSAGES |= {
    "grid.size": N_("This text is too long: at most {most} million characters fit. Paste it in parts."),
    "grid.rows": N_("This table is too long: at most {most} rows fit. Split it and try again."),
    "grid.columns": N_("Row {row} has {found} columns, at most {most} fit. Delete what you do not need and try again."),
    "grid.reach": N_(
        "A sheet in this file reaches too far: at most {rows} rows and {columns} columns fit. "
        "Delete what stands far away and try again."
    ),
    "grid.csv": N_("Row {row}: the quotation marks are not right. Save the table as a spreadsheet and try again."),
    "grid.csv_open": N_("Row {row}: a quotation mark is opened and not closed. Close it and try again."),
    "grid.csv_long": N_("Row {row}: a cell is too long. Shorten it and try again."),
    "grid.locked": N_("This file has a password or is an old .xls. Save it as .xlsx without a password and try again."),
    "grid.damaged": N_("This spreadsheet is damaged. Open it in your spreadsheet program and save it again."),
    "grid.bomb": N_("This spreadsheet is too large once it is unpacked. Copy the table to a new file and try again."),
    "grid.dtd": N_("This spreadsheet holds parts that Levensreis does not read, for safety."),
    "grid.no_rows": N_("There is nothing in this file that can become a step."),
    "grid.no_title": N_("Choose which column is the step."),
    "grid.too_long": N_(
        "Row {row}, column “{column}”: {found} characters, at most {most} fit. Shorten it, or leave this column out."
    ),
    "grid.rule": N_("This table does not fit in a study: {problem}."),
    "grid.in_sheet": N_("{sheet}: {problem}"),
}

MESSAGES |= {
    "grid.windows": N_("The file was read as older Windows text. Look whether é and ë are right."),
    "grid.undecodable": N_("Unreadable characters in the file: {n}."),
    "grid.hidden": N_("Hidden sheets were left out: {names}."),
    "rows.above": N_("What stands above the headings was left out."),
    "rows.heading_again": N_("Headings that come back were left out."),
    "rows.nothing": N_("Rows with nothing in the chosen columns were left out."),
    "rows.no_step": N_("There is no step above this, so it was left out."),
    "rows.continued": N_("A row without a step was added to the step above it."),
    "rows.title_long": N_("A step of more than {most} characters goes on in its description."),
    "rows.note_need": N_("An indented line became a need."),
    "rows.note_pain": N_("An indented line became a pain point."),
    "rows.note_opportunity": N_("An indented line became an opportunity."),
    "rows.note_idea": N_("An indented line became an idea."),
    "rows.note_question": N_("An indented line became a question."),
    "rows.note_quote": N_("An indented line became a quote."),
    "rows.scale_one_five": N_("The emotions count from 1 to 5: 1 became −2, 3 became 0 and 5 became +2."),
    "rows.scale_one_ten": N_("The emotions count from 1 to 10: 1 became −2 and 10 became +2."),
    "rows.scale_five_five": N_("The emotions count from −5 to +5: −5 became −2 and +5 became +2."),
    "rows.emotions": N_("Emotions were read as numbers: {read}."),
    "rows.unread": N_("“{text}” is not understood as {column} and was left out."),
    "rows.first_date": N_("Dates count from {date}, the first in the table: that is day 0."),
    "rows.id": N_("An id that is not one of Levensreis was left out."),
    "intake.municipality": N_("“{text}” is {title}."),
    "intake.id_twice": N_("An id that stands here twice was left out the second time: that row becomes a new step."),
    "intake.unknown_id": N_("These steps are not in the study any more, so they are made anew."),
    "intake.here_already": N_("These steps are in the journey already, so they are left out."),
    "intake.other_journey": N_("These steps stay in the journey where they are."),
    "intake.phase_later": N_("Phase “{title}” stands later: no day is free where the table has it."),
    "intake.start_taken": N_("Phase “{title}” begins on day {day}: another phase begins on the day in the table."),
    "intake.link_unknown": N_("Connections of which a step is not there were left out: {n}."),
    "intake.link_self": N_("Connections of a step with itself were left out: {n}."),
    "intake.link_elsewhere": N_("Connections between steps of different journeys were left out: {n}."),
    "intake.link_twice": N_("Connections between the same two steps became one: {n}."),
}

MESSAGES |= {
    "notice.text_unreadable": N_("Unreadable characters were taken out of texts: {n}."),
    "notice.text_direction": N_("Characters that turn the writing direction were taken out of texts: {n}."),
    "notice.text_marks": N_("Heaped-up accents were taken out of texts: {n}."),
    "notice.text_cut": N_("Characters that did not fit were taken out of texts: {n}."),
    "notice.images_lacking": N_("Pictures without data: {n}."),
}

MESSAGES |= {
    "view.unknown": N_("There is no saved view “{view}”. There are: {known}."),
    "view.none": N_("There is no saved view “{view}”: this study has none yet."),
    "scope.unknown": N_("There is no party “{scope}”. There are: {known}."),
    "journey.unknown": N_("There is no journey “{journey}”. There are: {known}."),
    "scope.ambiguous": N_("“{scope}” stands for several parties. Use an id: {known}."),
    "usage.life_event": N_("There is no life event “{found}”. There are: {known}."),
    "usage.branch": N_("The life event “{life_event}” has no branch “{found}”. It has: {known}."),
    "usage.help": N_("There is no page “{found}” in the help. There are: {known}."),
    "usage.sample": N_("There is no sample “{found}”. There are: {known}."),
    "usage.snapshot": N_("There is no snapshot “{found}”. There are: {known}."),
    "usage.same_file": N_("{path} is the file that is being read. Nothing was written."),
    "usage.study_there": N_("{path} ends in {suffix}: that is for studies. Nothing was written."),
    "usage.required": N_("{what} is missing. See: {command} --help"),
    "usage.unrecognised": N_("“{what}” is not understood. See: {command} --help"),
    "usage.no_value": N_("{what} needs a value. See: {command} --help"),
    "usage.choice": N_("{what} cannot be “{found}”. See: {command} --help"),
    "usage.value": N_("{what} cannot be “{found}”. See: {command} --help"),
    "usage.bad": N_("This is not understood. See: {command} --help"),
    "usage.command": N_("There is no command “{what}”. See: {command} --help"),
    "merge.open": N_("“{name}” is the study that is open."),
    "usage.nothing_there": N_("There is no file and no command “{what}”. See: {command} --help"),
    "usage.no_display": N_(
        "There is no screen to show the window on. The commands do without one: see {command} --help"
    ),
    "usage.one_file": N_("A window shows one study. See: {command} --help"),
    "usage.size": N_("“{size}” is no size such as 1680x1050."),
    "paper_size": N_("Paper “{paper}” is too small or too large: from {smallest} to {largest} mm a side."),
    "print.refused": N_("The printer {printer} does not take the poster. Is it on, and may you use it?"),
    "poster.no_journey": N_(
        "This study has no journey yet, so there is nothing to print. Add a persona and a journey."
    ),
    "poster.bleed": N_("The bleed cannot be {found} mm. Choose from {least} to {most} mm."),
    "poster.lens": N_("There is no lens “{found}”. Choose from: {known}."),
    "poster.margin": N_("The margin cannot be {found} mm. On {paper}, choose from {least} to {most} mm."),
    "poster.overlap": N_("The overlap of the sheets cannot be {found} mm. Choose from {least} to {most} mm."),
    "poster.tile": N_("A poster cannot be cut up on sheets of “{found}”. Choose one of: {known}."),
    "poster.distance": N_("The reading distance cannot be {found} cm. Choose from {least} to {most} cm."),
    "poster.parts": N_(
        "A journey cannot be printed on {found} sheets. Choose from 1 to {most}: at least one phase stands on each."
    ),
    "poster.link": N_(
        "The address for the QR code is too long, or has signs that do not belong in one: {most} at most."
    ),
    "include.unknown": N_("There is nothing called “{what}” to print. There are: {known}."),
    "paper_unknown": N_("Paper “{paper}” is not known. There are: {known}, or a size such as 420x297mm."),
}

MESSAGES |= {
    "help.line": N_("The help is wrong in {file}, line {line}: “{found}”."),
}

MESSAGES |= {
    "template.json": N_("The life event's file is not JSON: {where}."),
    "template.double": N_("The life event names something twice: {where}."),
    "template.missing": N_("The life event lacks a part: {where}."),
    "template.unknown": N_("The life event has an unknown part: {where}."),
    "template.object": N_("{where}: expected an object, found {found}."),
    "template.type": N_("{where}: expected {expected}, found {found}."),
    "template.choice": N_("{where}: “{found}” is not one of: {choices}."),
    "template.date": N_("{where}: “{found}” is not a date such as 2026-01-31."),
    "template.reference": N_("{where}: there is no “{found}”."),
    "template.languages": N_("{where}: a text is needed in each of: {languages}."),
    "template.rule": N_("{where}: {rule}."),
}

MESSAGES |= {
    "file.missing": N_("“{name}” is not there. It may have been moved or renamed. Choose the file again."),
    "file.folder": N_("“{name}” is a folder. Choose a file."),
    "file.special": N_("“{name}” is not a file but a device, a pipe or a broken link. Choose a file."),
    "file.no_rights": N_("You may not read “{name}”. Ask its owner for access, or copy it to a folder of your own."),
    "file.unreadable": N_("“{name}” cannot be read. Check whether the disk or the network is there, and try again."),
    "file.empty": N_("“{name}” is empty: it holds no study. Look for another copy."),
    "file.not_ours": N_("“{name}” is not a Levensreis file. Choose a file that ends in .levensreis."),
    "file.not_ours_within": N_(
        "“{name}” ends in .levensreis, but it is not a Levensreis file. "
        "Ask its sender for the file again, or look for another copy."
    ),
    "file.other_application": N_("“{name}” belongs to {program}. Open it with that program."),
    "file.newer": N_("“{name}” was made by a newer version of Levensreis. Update Levensreis to open it."),
    "file.damaged": N_("“{name}” is damaged and was not opened. Open a backup, or save what is still readable."),
    "file.no_memory": N_("“{name}” needs more memory than is free. Close other programs and open it again."),
    "file.too_large": N_("“{name}” is too large: {found} MB, at most {most} MB fits."),
    "file.exists": N_("“{name}” exists already. Nothing was written. Choose another name."),
    "file.invalid": N_("This study breaks {n} of the rules, so “{name}” was not written."),
    "file.full": N_("The disk is full, so “{name}” was not written. Make room and try again."),
    "file.computer_full": N_(
        "The disk of this computer is full, so “{name}” was not brought up to date. Make room and try again."
    ),
    "file.in_use": N_(
        "“{name}” is held by another program, such as a virus scanner or OneDrive. Close it there and try again."
    ),
    "file.not_writable": N_("You may not write “{name}” there. Choose another folder."),
    "file.name_refused": N_("“{name}” cannot be the name of a file there. Choose a shorter or simpler name."),
    "file.no_folder": N_("The folder for “{name}” is not there. Choose another folder."),
    "file.not_written": N_(
        "“{name}” could not be written. Check whether the disk or the network is there, and try again."
    ),
    "file.not_verified": N_(
        "“{name}” was not replaced: what was written did not read back the same. Save it elsewhere."
    ),
    "file.target_gone": N_("“{name}” is no longer where it was. Save it there again, or elsewhere."),
    "file.no_name": N_("This study has no file yet. Give it a name."),
    "file.held": N_(
        "{user} is working on “{name}”, on the computer {host}. You work in a copy, which has no file yet."
    ),
    "file.held_there": N_("{user} is working on “{name}”, on the computer {host}. Choose another name."),
    "file.passing": N_(
        "“{name}” lies among temporary files, as an attachment of a mail does: it will be cleared away. "
        "Save the study in a folder of your own."
    ),
    "file.read_only": N_("“{name}” is read-only. Save the study under another name."),
    "file.moved": N_("“{name}” is no longer where it was. The same study is now in “{where}”."),
    "file.in_place": N_(
        "The folder of “{name}” takes no new files, so the study was written over the old one. "
        "It is safer in a folder in which you may make files. An earlier version is kept on this computer."
    ),
    "file.two_versions": N_("Somebody else changed this study too. Both versions are complete, each in its own file."),
    "file.own_folder": N_("“{name}” would lie among the program’s own files. Choose a folder of your own."),
    "file.open_elsewhere": N_("“{name}” is open in another window. Choose another name, or close that window first."),
    "file.choice_lost": N_("The choice could not be remembered: the next time you are asked again."),
    "file.unknown_parts": N_("“{name}” holds parts that Levensreis did not make ({parts}). They were not read."),
}

MESSAGES |= {
    "store.full": N_("The disk of this computer is full, so your change was not kept. Make room and repeat it."),
    "store.no_folder": N_("The folder in which Levensreis keeps your changes is not there: {folder}."),
    "store.not_writable": N_("Levensreis may not write in its own folder, so your change was not kept."),
    "store.in_use": N_("This study is open in another window of Levensreis. Go on there."),
    "store.damaged": N_("The copy on this computer is damaged. It was set aside. Open the file or a backup."),
    "store.not_written": N_("Your change could not be kept on this computer. Repeat it, or save the study elsewhere."),
    "store.newer": N_("This copy was made by a newer version of Levensreis. Update Levensreis to open it."),
    "store.no_migration": N_("This study is of version {found}, and Levensreis cannot bring it to version {wanted}."),
}

MESSAGES |= {
    "notice.journal_used": N_("The file had not been closed well. What had been begun in it was taken back."),
    "notice.journal_ignored": N_("A leftover file beside this one was passed over. The study itself is whole."),
    "notice.unknown_parts": N_("The file holds parts that Levensreis did not make ({parts}). They were not read."),
    "notice.salvaged": N_(
        "The file is damaged. {kept} parts could be read, {steps} steps among them; {lost} are lost. "
        "Save it under a new name."
    ),
    "notice.pictures_lost": N_("Pictures that are lost: {n}."),
    "notice.salvaged_part": N_(
        "The file is damaged. {kept} parts could be read, {steps} steps among them; how many are lost is not known. "
        "Save it under a new name."
    ),
}

MESSAGES |= {
    "snapshot.no_name": N_("A snapshot needs a name. Type one."),
    "snapshot.many": N_("A study keeps at most {most} snapshots. Delete one that you do not need any more."),
    "snapshot.no_room": N_("All snapshots together may be {most} MB. Delete one that you do not need any more."),
    "snapshot.damaged": N_("“{title}” is damaged and cannot be read. The study itself is whole."),
    "snapshot.too_large": N_("“{title}” is too large to be read. The study itself is whole."),
    "snapshot.newer": N_("“{title}” was made by a newer version of Levensreis. Update Levensreis to read it."),
}

MESSAGES |= {
    "image.empty": N_("This picture is empty. Choose another one."),
    "image.type": N_("This is not a picture that Levensreis can read. Choose a PNG, JPEG or WebP file."),
    "image.large_file": N_("This picture is too large: {found} MB, at most {most} MB. Make it smaller and try again."),
    "image.pixels": N_(
        "This picture is too large: {width} by {height} points, at most {most} million points together. "
        "Make it smaller and try again."
    ),
    "image.damaged": N_("This picture is damaged or not complete. Choose another one."),
    "image.no_memory": N_(
        "This computer has not enough memory left for this picture. Close other programs and try again, or choose "
        "a smaller picture."
    ),
    "image.unreadable": N_("“{name}” cannot be read. Choose another picture."),
    "image.none": N_("There is no picture on the clipboard. Copy one first."),
}

MESSAGES |= {
    "xml.empty": N_("This file is empty. Export it again from the program that made it."),
    "xml.too_large": N_("This file is {found} MB and at most {most} MB fits. Export fewer journeys at a time."),
    "xml.too_many": N_("This file has more parts than Levensreis reads ({most}). Export fewer journeys at a time."),
    "xml.syntax": N_(
        "Line {line}, position {column}: this is no proper XML. Often a “&” or “<” in a text is the cause: it must be "
        "written as “&amp;” or “&lt;”. Mend that line and try again."
    ),
    "xml.encoding": N_("The characters of this file cannot be read. Save it as UTF-8 and try again."),
    "xml.entity": N_(
        "Line {line}: there is a name between “&” and “;” that XML does not know. Write the character itself and try "
        "again."
    ),
    "xml.dtd": N_(
        "Line {line}: there is a DOCTYPE in this file. Levensreis does not read those, for safety. Delete it and try "
        "again."
    ),
    "xml.deep": N_("Line {line}: the parts of this file stand more than {most} deep in one another."),
    "xml.include": N_(
        "Line {line}: this file wants to bring in another file. Levensreis does not do that, for safety."
    ),
    "xml.too_long": N_(
        "Line {line}: “{name}” is {found} characters long and {most} fit. Shorten it there and try again."
    ),
    "xml.left_out": N_("“{name}” was left out: Levensreis has no place for it."),
    "xml.attribute_left_out": N_("“{name}” was left out: Levensreis has no place for it."),
    "xml.title_long": N_("A step of more than {most} characters goes on in its description."),
    "xml.unread": N_("“{text}” is not understood as {name} and was left out."),
    "xml.aside": N_("What Levensreis wrote here for itself was changed and cannot be read, so it was left out."),
}

MESSAGES |= {
    "cjml.format": N_("This is no CJML: the file begins with “{found}”. Choose a CJML file of version 2.0."),
    "cjml.empty": N_("There is no planned or actual journey in this CJML file."),
    "cjml.version": N_("This is CJML {version}. It was read as version 2.0: look whether all is there."),
    "cjml.actor_twice": N_("The actor “{id}” has two names; it is called {name}."),
    "cjml.no_actor": N_("“{id}” is not among the actors. It became a party of that name."),
    "cjml.second_user": N_("A journey has one persona in Levensreis. “{name}” became a party that is met."),
    "cjml.phase_twice": N_("The phase “{id}” has two names; it is called {name}."),
    "cjml.no_phase": N_("“{id}” is not among the phases. It became a phase of that name."),
    "cjml.without_phase": N_("A touchpoint without a phase went to the phase of the one before it."),
    "cjml.reference": N_("Which plan a journey followed was left out: {id}."),
    "cjml.summary": N_("The short summary became the question of the journey."),
    "cjml.told": N_("What is told of a whole journey became a note in its first phase."),
    "cjml.nobody": N_("An action without somebody else became a step where nobody is met."),
    "cjml.initiator": N_("Who began a contact was left out; the words of both are there."),
    "cjml.id_twice": N_("The touchpoint “{id}” stands here more than once; each became a step."),
    "cjml.untitled": N_("A touchpoint without words is called “{title}”."),
    "cjml.planned_words": N_("A touchpoint without words got those of the plan that the journey followed."),
    "cjml.from_comment": N_("A touchpoint without words got its comment for a title."),
    "cjml.times": N_("Of several dates of a touchpoint the first was taken, and the rest left out."),
    "cjml.hours": N_("Of dates with a time only the day was taken."),
    "cjml.quote": N_("What was told of an experience became a quote."),
    "cjml.compliance": N_("“{text}” became a note."),
    "cjml.missing": N_(
        "A touchpoint that was planned and did not take place became a step where nobody is met, with a pain point."
    ),
}

MESSAGES |= {
    "rows.columns": N_("Columns that are not known were left out: {names}."),
    "rows.contacts": N_("At most {most} contacts fit with a step; the rest was left out."),
    "tables.sheets": N_("Sheets without steps were left out: {names}."),
    "tables.cell_long": N_(
        "Sheet “{sheet}”, row {row}, “{title}”: “{column}” has {found} characters, and a cell of Excel holds {most}. "
        "Shorten it, or choose ODS or CSV."
    ),
    "tables.too_long": N_("Row {row}, column “{column}”: {found} characters, at most {most} fit. Shorten it."),
    "tables.unread": N_("“{text}” is not understood as {column} and was left out."),
    "tables.nameless": N_("Rows without a name or text were left out."),
    "tables.usual_kind": N_("Actions that do not say of what kind they are became ideas."),
    "tables.no_step": N_("There is no such step in the journeys, so these actions hang on no step."),
    "tables.first_step": N_("Several steps are called so: these actions hang on the first one."),
    "tables.other_words": N_("These actions read otherwise than at their step: the words at the step count."),
    "tables.link_lost": N_("Connections of steps that are not here were left out."),
}

MESSAGES |= {
    "graphml.format": N_("This is no GraphML: the file begins with “{found}”. Choose a GraphML file."),
    "graphml.empty": N_("There is no node in this file, so nothing can become a step."),
    "graphml.key_twice": N_("The key “{id}” stands here twice; the first was taken."),
    "graphml.no_key": N_("A value without a key was left out: “{id}”."),
    "graphml.type": N_("“{text}” is not what the file says of “{name}” ({type}); it was read as it stands."),
    "graphml.value_twice": N_("“{name}” stands here twice; the first was taken."),
    "graphml.value_left_out": N_("“{name}” was left out: Levensreis has no place for it."),
    "graphml.node_twice": N_("The node “{id}” stands here twice. Both became a step; connections go to the first."),
    "graphml.untitled": N_("A node without a label is called by its id."),
    "graphml.further_label": N_("A second label was left out: “{text}”."),
    "graphml.looks": N_("Places, sizes, shapes and colours of the drawing were left out."),
    "graphml.groups": N_("Groups became phases: {names}."),
    "graphml.graphs": N_("There are {n} graphs in this file; each became a journey."),
    "graphml.no_edges": N_("There are no connections in this file; the steps were connected as they stand there."),
    "graphml.edge_to_nothing": N_("A connection was left out: there is no node “{id}”."),
    "graphml.edge_to_group": N_("A connection with a group was left out: “{id}”."),
    "graphml.edge_twice": N_("Two connections between the same steps became one."),
    "graphml.loop": N_("A connection of a step with itself was left out: “{id}”."),
    "graphml.undirected": N_("A connection without a direction leads from its first step to its second."),
    "graphml.across": N_("A connection between two journeys was left out."),
}

TYPES: Final = {
    "str": N_("text"),
    "int": N_("a whole number"),
    "float": N_("a fraction"),
    "bool": N_("true or false"),
    "list": N_("a list"),
    "tuple": N_("a list"),
    "dict": N_("an object"),
    "NoneType": N_("nothing"),
}
"""Python's names for what a file can hold, in the user's words."""

MESSAGES |= {
    "ojf.format": N_(
        "This is no journey in the OpenJourney Format: it has no “stages” and no “nodes”. "
        "Look whether it is the right file."
    ),
    "ojf.too_many": N_("This file has {found} cards, at most {most} fit. Split it and try again."),
    "ojf.too_long": N_("{where}: {found} characters, at most {most} fit. Shorten this text and try again."),
    "ojf.version": N_("This is version {version} of the format. It was read as version 1."),
    "ojf.said_twice": N_("“{field}” stands in this file twice. This one was left out: “{text}”."),
    "ojf.title_long": N_("A title of more than {most} characters goes on in the description."),
    "ojf.stage_unnamed": N_("A stage without a name is called after its place in the file."),
    "ojf.stage_twice": N_("There are two stages “{name}”. The second is now called “{free}”."),
    "ojf.no_stage": N_("These cards say no stage. They stay with the card before them."),
    "ojf.unknown_stage": N_("There is no stage “{stage}”. These cards stay with the card before them."),
    "ojf.unknown_lane": N_("There is no row “{lane}”. These cards became steps."),
    "ojf.id_twice": N_("The id “{id}” stands here more than once. Each card came in."),
    "ojf.scores": N_("Scores from −5 to +5 became emotions from −2 to +2: {read}."),
    "ojf.score_far": N_("The score {score} lies outside −5 to +5. The nearest one was taken."),
    "ojf.sentiments": N_("Cards without a score got their emotion from a word: {read}."),
    "ojf.lane_need": N_("Cards in the row “{lane}” became needs at the step before them."),
    "ojf.lane_pain": N_("Cards in the row “{lane}” became pain points at the step before them."),
    "ojf.lane_opportunity": N_("Cards in the row “{lane}” became opportunities at the step before them."),
    "ojf.lane_idea": N_("Cards in the row “{lane}” became ideas at the step before them."),
    "ojf.lane_question": N_("Cards in the row “{lane}” became questions at the step before them."),
    "ojf.lane_quote": N_("Cards in the row “{lane}” became quotes at the step before them."),
    "ojf.lane_remark": N_("Cards in the row “{lane}” became remarks at the step before them."),
    "ojf.onstage": N_("Who acts on stage became a contact. What they do stands in the description."),
    "ojf.backstage": N_("What happens backstage became a step behind the scenes."),
    "ojf.support": N_("A system that supports a step became a step behind the scenes, with the system as its party."),
    "ojf.evidence": N_("What people see or hold at a step (“evidence”) became a remark at that step."),
    "ojf.extra": N_("Tags, purpose, severity, feelings in words and rows have no field here. They are in remarks."),
    "ojf.usual": N_("Left out, because it says nothing that the step does not say: {names}."),
    "ojf.looks": N_("Icons and colours of cards were left out."),
    "ojf.odd": N_("“{field}” cannot be {text}, so that was left out."),
    "ojf.unknown": N_("Fields that Levensreis does not know were left out: {names}."),
}


def error_text(error: LevensreisError, say: Words) -> str:
    """One sentence that says what is wrong."""
    return message(error.code, error.values, say)


def message(code: str, values: Mapping[str, object], say: Words) -> str:
    """The sentence for a code; an unknown code shows itself rather than nothing."""
    if code not in MESSAGES:
        return say("Something went wrong ({code}).", code=code)
    if code == "file.not_ours" and str(values.get("name", "")).lower().endswith(".levensreis"):
        code = "file.not_ours_within"  # its name says that it is one already
    said = {name: _said(name, value, say) for name, value in values.items()}
    if said.get("name") == "":  # a folder such as "." has no name of its own
        said["name"] = said.get("path", "")
    if code == "template.rule":
        said["rule"] = message(str(values.get("rule")), values, say)
    return _filled(say(MESSAGES[code]), said)


def problem_text(problem: object, say: Words) -> str:
    """A broken rule in a few words, to stand behind the name of what broke it."""
    code, values = getattr(problem, "code", ""), getattr(problem, "values", {})
    return message(code, values, say)


def _said(name: str, value: object, say: Words) -> object:
    if name in ("expected", "found") and isinstance(value, str):
        return say(TYPES[value]) if value in TYPES else value
    return problem_text(value, say) if name == "problem" and hasattr(value, "code") else value


def _filled(text: str, values: Mapping[str, object]) -> str:
    """The values in place; one that is missing leaves its name, because a sentence must never fail."""
    return text.format_map(_Named(values))


class _Named(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return f"({key})"

MESSAGES |= {
    "mermaid.none": N_(
        "There is no Mermaid journey in this file. It begins with the word “journey” on a line of its own."
    ),
    "mermaid.other": N_("Line {line}: this is a Mermaid diagram of another kind ({kind}). Levensreis reads “journey”."),
    "mermaid.too_long": N_(
        "Line {line}: this text is {found} characters long and at most {most} fit. Shorten it and try again."
    ),
    "mermaid.too_many": N_("There are more than {most} steps in this file. Split it and try again."),
    "mermaid.fence_open": N_("A fence is not closed, so the diagram was read up to the end."),
    "mermaid.around": N_("Text around the diagrams was left out."),
    "mermaid.other_left": N_("A diagram of another kind was left out: {kind}."),
    "mermaid.first_word": N_("The word “journey” was read without minding its capitals."),
    "mermaid.setting": N_("A setting was left out: {name}."),
    "mermaid.directive": N_("Settings for how Mermaid draws were left out."),
    "mermaid.comment": N_("Comments were left out."),
    "mermaid.semicolon": N_("A semicolon at the end of a line was left out."),
    "mermaid.hash": N_("“#” was read as part of the name, not as the beginning of a comment."),
    "mermaid.no_score": N_("There is no score, so the emotion stays open."),
    "mermaid.score_unread": N_("The score “{text}” is not a number, so the emotion stays open."),
    "mermaid.score_range": N_("The score {text} lies outside 1 to 5 and became the nearest."),
    "mermaid.score_part": N_("The score {text} became {number}: a score is a whole number."),
    "mermaid.colon": N_(
        "A colon was read as part of the name; Mermaid itself would take the score for something else."
    ),
    "mermaid.actor_colon": N_(
        "A colon was read as part of an actor’s name; Mermaid itself leaves out what follows it."
    ),
    "mermaid.percent": N_("“%%” behind an actor is part of the name, as it is for Mermaid."),
    "mermaid.section_empty": N_("A section without a name was left out."),
    "mermaid.section_again": N_("The section “{title}” comes back later and became the phase “{name}”."),
    "mermaid.before_section": N_("Tasks before the first section went to the phase “{title}”."),
    "mermaid.acc_title": N_("The title for screen readers was left out: “{text}”."),
    "mermaid.question": N_("The description for screen readers became the question of the journey: “{text}”."),
    "mermaid.title_long": N_("A name of more than {most} characters goes on in the description."),
    "mermaid.title_again": N_("Two diagrams are called the same; the second journey is called “{title}”."),
    "mermaid.persona": N_("“{title}”: “{name}” is the persona, because that name stands first most often."),
    "mermaid.link_lost": N_("A connection leads to a step that is not in the file, and was left out."),
    "mermaid.own_broken": N_("A comment of Levensreis cannot be read any more, and was left out."),
    "mermaid.own_unknown": N_("A comment of Levensreis says something unknown, which was left out: {name}."),
    "mermaid.own_unread": N_("Something in a comment of Levensreis does not fit and was left out: {name}."),
}

MESSAGES |= {
    "pictures.no_journey": N_("There is no journey to draw. Choose a journey, or make one first."),
}
