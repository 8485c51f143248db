"""What is wrong with a file, the place where studies are kept, a snapshot or a picture."""

from __future__ import annotations

from typing import Final

from journeys.i18n import N_

SENTENCES: Final = {
    "plain.object": N_("{where}: expected an object, found {found}."),
    "plain.unknown": N_("{where}: this field does not exist in a study."),
    "plain.missing": N_("{where}: this field is missing."),
    "plain.type": N_("{where}: expected {expected}, found {found}."),
    "plain.choice": N_("{where}: “{found}” is not one of: {choices}."),
    "plain.date": N_("{where}: “{found}” is not a date such as 2026-01-31."),
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
    "exchange.only_written": N_(
        "{path}: Levensreis makes this kind of file, and cannot read it. Open the study that it was made from."
    ),
    "exchange.study": N_("{path} is a study already. Open it, or put it into another one with “levensreis merge”."),
    "exchange.unknown_format": N_("{path}: this kind of file is not known. Known are: {known}."),
    "exchange.poster": N_("{path}: a PDF is made as a poster, with “levensreis poster”. Other files: {known}."),
    "notice.text_unreadable": N_("Unreadable characters were taken out of texts: {n}."),
    "notice.text_direction": N_("Characters that turn the writing direction were taken out of texts: {n}."),
    "notice.text_marks": N_("Heaped-up accents were taken out of texts: {n}."),
    "notice.text_cut": N_("Characters that did not fit were taken out of texts: {n}."),
    "notice.images_lacking": N_("Pictures without data: {n}."),
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
    "file.damaged": N_("“{name}” is damaged and was not opened. Open an earlier version, or save what can be read."),
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
    "store.full": N_("The disk of this computer is full, so your change was not kept. Make room and repeat it."),
    "store.no_folder": N_("The folder in which Levensreis keeps your changes is not there: {folder}."),
    "store.not_writable": N_("Levensreis may not write in its own folder, so your change was not kept."),
    "store.in_use": N_("This study is open in another window of Levensreis. Go on there."),
    "store.damaged": N_("The copy on this computer is damaged. It was set aside. Open the file or an earlier version."),
    "store.not_written": N_("Your change could not be kept on this computer. Repeat it, or save the study elsewhere."),
    "store.newer": N_("This copy was made by a newer version of Levensreis. Update Levensreis to open it."),
    "store.no_migration": N_("This study is of version {found}, and Levensreis cannot bring it to version {wanted}."),
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
    "snapshot.no_name": N_("A snapshot needs a name. Type one."),
    "snapshot.many": N_("A study keeps at most {most} snapshots. Delete one that you do not need any more."),
    "snapshot.no_room": N_("All snapshots together may be {most} MB. Delete one that you do not need any more."),
    "snapshot.damaged": N_("“{title}” is damaged and cannot be read. The study itself is whole."),
    "snapshot.too_large": N_("“{title}” is too large to be read. The study itself is whole."),
    "snapshot.newer": N_("“{title}” was made by a newer version of Levensreis. Update Levensreis to read it."),
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
