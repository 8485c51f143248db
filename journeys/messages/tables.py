"""What is said of tables that come in."""

from __future__ import annotations

from typing import Final

from journeys.i18n import N_

SENTENCES: Final = {
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
    "grid.other_office": N_(
        "This is no spreadsheet: a word processor or a presentation program made it. Choose a spreadsheet."
    ),
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
    "intake.phase_within": N_(
        "The new phase “{title}” begins within “{other}”. That makes “{other}” shorter, in every journey of this study."
    ),
    "intake.start_taken": N_("Phase “{title}” begins on day {day}: another phase begins on the day in the table."),
    "intake.link_unknown": N_("Connections of which a step is not there were left out: {n}."),
    "intake.link_self": N_("Connections of a step with itself were left out: {n}."),
    "intake.link_elsewhere": N_("Connections between steps of different journeys were left out: {n}."),
    "intake.link_twice": N_("Connections between the same two steps became one: {n}."),
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
