"""What is said of an order on the command line, and of what is to be drawn."""

from __future__ import annotations

from typing import Final

from journeys.i18n import N_

SENTENCES: Final = {
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
    "usage.same_file": N_("{path} is the file that is being read. Nothing was written. Choose another name."),
    "usage.study_there": N_(
        "{path} ends in {suffix}: that is for studies. Nothing was written. Choose another ending."
    ),
    "usage.ending": N_("{path} cannot be called so. Nothing was written. Choose a name that ends in: {known}."),
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
    "usage.no_library": N_(
        "The window needs libraries that this system does not have: {libraries}. "
        "On Debian or Ubuntu: sudo apt install {packages}"
    ),
    "usage.fixed": N_("The administrator has fixed “{what}” at {found}; see: levensreis settings"),
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
    "help.line": N_("The help is wrong in {file}, line {line}: “{found}”."),
    "pictures.no_journey": N_("There is no journey to draw. Choose a journey, or make one first."),
}
