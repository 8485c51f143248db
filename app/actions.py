"""Every command of the window in one table: its text, its keys, its menu; and the menus made from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from PySide6.QtGui import QAction, QKeySequence

from app.icons import icon
from app.plain import tip
from journeys.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

    from app.theme import Colours
    from journeys.i18n import Words


Needs = Literal["", "study", "journey", "zoom", "selection", "step", "notes", "process", "gaps", "undo", "redo"]
"""What must be there before it can be done: `enabling` knows whether it is. Nothing, for what can always be done."""


class Command(NamedTuple):
    """A command: `keys` are bound everywhere in the window; `shown` are keys that the map handles itself."""

    code: str
    text: str
    keys: tuple[str, ...] = ()
    shown: str = ""
    icon: str = ""
    needs: Needs = "study"
    checkable: bool = False
    short: str = ""
    """What its button says, where that is shorter."""
    group: str = ""
    """What it is one of, said where it does not stand among its own."""
    also: str = ""
    """Other words that people look for it with."""


COMMANDS: Final = (
    Command("new", N_("&New study"), ("Ctrl+N",), needs=""),
    Command("open", N_("&Open…"), ("Ctrl+O",), needs=""),
    Command("save", N_("&Save"), ("Ctrl+S",)),
    Command("save_as", N_("Save &as…"), ("Ctrl+Shift+S",)),
    Command("import", N_("&Import…"), needs=""),
    Command("merge", N_("&Merge studies…"), also=N_("combine join table groups")),
    Command("export", N_("&Export…")),
    Command("share", N_("Copy to s&hare…"), also=N_("anonymous publish privacy")),
    Command("privacy", N_("Privac&y check…"), also=N_("personal data BSN names anonymise")),
    Command("versions", N_("Earlier &versions…"), needs="", also=N_("backup restore recover damaged")),
    Command("portfolio", N_("Studies side &by side…"), needs=""),
    Command("poster", N_("&Poster…"), ("Ctrl+Shift+P",), icon="poster", needs="journey"),
    Command("print", N_("Prin&t…"), ("Ctrl+P",), needs="journey"),
    Command("local_data", N_("&Kept on this computer…"), needs="", also=N_("erase delete privacy backups logs")),
    Command("settings", N_("Settin&gs…"), ("Ctrl+,",), needs=""),
    Command("close", N_("&Close window"), ("Ctrl+W",), needs=""),
    Command("quit", N_("&Quit"), ("Ctrl+Q",), needs=""),
    Command("undo", N_("&Undo"), ("Ctrl+Z",), icon="undo", needs="undo"),
    Command("redo", N_("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), icon="redo", needs="redo"),
    Command("history", N_("&History"), ("Ctrl+Shift+H",)),
    Command("cut", N_("Cu&t"), shown="Ctrl+X", needs="selection"),
    Command("copy", N_("&Copy"), shown="Ctrl+C", needs="selection"),
    Command("copy_table", N_("&Table"), needs="journey", group=N_("Copy as"), also=N_("spreadsheet Excel rows")),
    Command("copy_diagram", N_("&Mermaid diagram"), needs="journey", group=N_("Copy as"), also=N_("wiki Markdown")),
    Command("copy_picture", N_("&Picture"), needs="journey", group=N_("Copy as"), also=N_("image slide document")),
    Command("paste", N_("&Paste"), shown="Ctrl+V", needs="journey"),
    Command("duplicate", N_("Dupl&icate"), shown="Ctrl+D", needs="selection"),
    Command("select_all", N_("Select &all steps"), shown="Ctrl+A", needs="journey"),
    Command("edit", N_("&Edit text"), shown="F2", needs="selection"),
    Command("connect", N_("C&onnect…"), ("Ctrl+L",), needs="step"),
    Command("delete", N_("&Delete"), shown="Del", needs="selection"),
    Command("find", N_("&Find…"), ("Ctrl+F",), icon="search"),
    Command("find_next", N_("Find &next"), ("F3",)),
    Command("find_previous", N_("Find pre&vious"), ("Shift+F3",)),
    Command("replace", N_("Rep&lace…"), ("Ctrl+H",)),
    Command("study", N_("&Study details")),
    Command("map", N_("&Map"), ("Alt+1",), icon="map", checkable=True),
    Command("table", N_("&Table"), ("Alt+2",), icon="table", checkable=True),
    Command("compare", N_("&Compare"), ("Alt+3",), icon="compare", checkable=True),
    Command("ecosystem", N_("Networ&k"), ("Alt+4",), icon="ecosystem", checkable=True),
    Command("zoom_in", N_("Zoom &in"), ("Ctrl++", "Ctrl+="), needs="zoom"),
    Command("zoom_out", N_("Zoom &out"), ("Ctrl+-",), needs="zoom"),
    Command("fit", N_("&Whole map"), ("Ctrl+0",), icon="fit", needs="zoom"),
    Command("actual", N_("&100 %"), ("Ctrl+1",), needs="zoom"),
    Command("zoom_selection", N_("&Selection"), ("Ctrl+2",), needs="selection"),
    Command("lanes", N_("Lan&es…"), ("Ctrl+Shift+L",), icon="lanes", short=N_("Lanes")),
    Command("axis", N_("Time tr&ue to scale"), needs="journey", checkable=True),
    Command("dates", N_("Real dates…"), ("Ctrl+Shift+D",)),
    Command("minimap", N_("Minim&ap"), needs="journey", checkable=True),
    Command("lens_none", N_("&None"), needs="journey", checkable=True, group=N_("Lens")),
    Command("lens_scope", N_("&Scope"), ("Ctrl+3",), needs="journey", checkable=True, group=N_("Lens")),
    Command("lens_roles", N_("&Roles"), ("Ctrl+4",), needs="journey", checkable=True, group=N_("Lens")),
    Command("lens_value", N_("&Value"), ("Ctrl+5",), needs="journey", checkable=True, group=N_("Lens")),
    Command(
        "lens_question", N_("&Question and network"), ("Ctrl+6",), needs="journey", checkable=True, group=N_("Lens")
    ),
    Command("lens_time", N_("&Time"), ("Ctrl+7",), needs="journey", checkable=True, group=N_("Lens")),
    Command("lens_heartbeat", N_("&Heartbeat"), ("Ctrl+8",), needs="journey", checkable=True, group=N_("Lens")),
    Command("lens_structure", N_("Str&ucture"), ("Ctrl+9",), needs="journey", checkable=True, group=N_("Lens")),
    Command("scope", N_("Seen from which part&y…"), ("Ctrl+Shift+G",)),
    Command("left", N_("&Lists at the left"), checkable=True),
    Command("right", N_("&Panel at the right"), checkable=True),
    Command("quick", N_("&Quick entry"), ("Ctrl+E",), needs="journey", checkable=True),
    Command("full", N_("&Full screen"), ("F11",), needs="", checkable=True),
    Command("next_pane", N_("&Next pane"), ("F6",)),
    Command("previous_pane", N_("Previous pane"), ("Shift+F6",)),
    Command("step", N_("New &step"), ("Ctrl+Shift+N",), icon="new_step", needs="journey", short=N_("Step")),
    Command("phase", N_("New &phase"), icon="new_phase", short=N_("Phase")),
    Command("note", N_("New &note"), icon="new_note", short=N_("Note")),
    Command("process", N_("Process be&hind the step"), shown="Ctrl+↓", needs="step"),
    Command("process_back", N_("Bac&k to the step"), shown="Ctrl+↑", needs="process"),
    Command("untangle", N_("Untan&gle the flow"), needs="journey"),
    Command("add_journey", N_("New jo&urney")),
    Command("desired", N_("Copy as &desired journey"), needs="journey"),
    Command("journey", N_("Journey de&tails"), needs="journey"),
    Command("delete_journey", N_("De&lete journey"), needs="journey"),
    Command("branch", N_("Add a &branch of this life event…")),
    Command("add_persona", N_("New &persona")),
    Command("persona", N_("Persona &details"), needs="journey"),
    Command("delete_persona", N_("De&lete persona"), needs="journey"),
    Command("inspector", N_("Show &details"), ("F7",)),
    Command("gaps", N_("Show &gaps"), ("F8",)),
    Command("findings", N_("Show f&indings"), ("Shift+F8",)),
    Command("notes", N_("Show &notes"), ("F9",)),
    Command("facts", N_("Show fa&cts")),
    Command("next_gap", N_("Ne&xt gap"), ("Ctrl+G",), needs="gaps"),
    Command("next_finding", N_("Nex&t finding"), ("F4",)),
    Command("previous_finding", N_("&Previous finding"), ("Shift+F4",)),
    Command("severity", N_("What does &severity mean?"), needs=""),
    Command("lenses_help", N_("What do the &lenses show?"), needs=""),
    Command("save_view", N_("Sa&ve this view…"), needs="journey"),
    Command("saved_views", N_("Manage saved views…"), icon="views", short=N_("Views")),
    Command("next_view", N_("Next saved view"), ("Ctrl+PgDown",)),
    Command("previous_view", N_("Previous saved view"), ("Ctrl+PgUp",)),
    Command("present_view", N_("Present the saved &view"), needs="journey"),
    Command("present", N_("&Present…"), ("F5",), icon="present", needs="journey", short=N_("Present")),
    Command("present_here", N_("Present &from here"), ("Shift+F5",), needs="journey"),
    Command("walk", N_("&Walk along with the persona"), needs="journey"),
    Command("timer", N_("&Timer…"), ("Ctrl+Shift+T",), also=N_("clock stopwatch countdown")),
    Command("vote", N_("&Dot voting…"), also=N_("vote votes stickers prioritise")),
    Command("parking", N_("Par&king lot"), checkable=True, also=N_("later ideas")),
    Command("park", N_("Park the selected n&ote"), ("Ctrl+Shift+K",), needs="notes"),
    Command("lock", N_("&Lock the layout"), checkable=True),
    Command(
        "large",
        N_("Presentation s&cale"),
        ("Ctrl+Shift+F5",),
        needs="",
        checkable=True,
        also=N_("projector large letters"),
    ),
    Command("hide_names", N_("&Hide names"), checkable=True, also=N_("anonymous privacy")),
    Command("snapshot", N_("Keep a s&napshot…"), also=N_("version backup")),
    Command("snapshots", N_("&Snapshots…"), also=N_("versions compare restore")),
    Command("help", N_("&Help"), ("F1",), needs=""),
    Command("palette", N_("Search or &command…"), ("Ctrl+K",), icon="search", needs="", short=N_("Search or command")),
    Command("shortcuts", N_("&Keys and mouse"), ("Shift+F1",), needs=""),
    Command("problem", N_("Report a &problem…"), needs="", also=N_("crash error log bug")),
    Command("about", N_("&About Levensreis"), needs=""),
)
MENUS: Final[tuple[tuple[str, str], ...]] = (
    (N_("&File"), (
        "new open *recent versions portfolio - save save_as - import merge export share privacy - poster print - "
        "local_data settings - close quit")),
    (N_("&Edit"), (
        "undo redo history - cut copy >copy_as paste duplicate delete select_all - edit connect - "
        "find find_next find_previous replace - study")),
    (N_("&View"), (
        "map table compare ecosystem - *saved save_view saved_views - "
        ">zoom lanes axis dates minimap >lens scope - >panes quick full - *theme *size *language")),
    (N_("&Journey"), (
        "step phase note untangle - process process_back - "
        "*journeys add_journey desired *copy journey delete_journey - branch")),
    (N_("&Personas"), "*personas - add_persona persona delete_persona"),
    (N_("&Analysis"), (
        "inspector gaps findings notes facts - next_gap next_finding previous_finding - *scope - severity")),
    (N_("&Workshop"), (
        "present present_here walk - present_view next_view previous_view - "
        "timer vote parking park - lock large hide_names - snapshot snapshots")),
    (N_("&Help"), "help palette shortcuts severity lenses_help - problem about"),
)  # fmt: skip

LENSES: Final = {
    command.code: None if command.code == "lens_none" else command.code.removeprefix("lens_")
    for command in COMMANDS
    if command.code.startswith("lens_")
}
"""The commands that choose a lens, and which; None is the map as it is."""
NESTED: Final = {
    "copy_as": (N_("Cop&y as"), ("copy_table", "copy_diagram", "copy_picture")),
    "lens": (N_("Colou&r by lens"), tuple(LENSES)),
    "zoom": (N_("&Zoom"), ("fit", "zoom_in", "zoom_out", "actual", "zoom_selection")),
    "panes": (N_("Lists and &panels"), ("left", "right", "next_pane", "previous_pane")),
}  # fmt: skip
"""Submenus of commands: without them a menu is higher than a small screen."""


def build(window: QWidget, say: Words, colours: Colours, run: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """The actions by code, connected to what runs them."""
    made: dict[str, QAction] = {}
    for command in COMMANDS:
        action = QAction("\t".join(filter(None, (say(command.text), command.shown))), window)
        action.setObjectName(command.code)
        if command.short:
            action.setIconText(say(command.short))
        action.setCheckable(command.checkable)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        if command.icon:
            action.setIcon(icon(command.icon, colours.text, colours.idle))
        action.triggered.connect(lambda _=False, code=command.code: run[code]())
        plain = titled(command, say)
        tip(action, f"{plain} ({keys_text(command)})" if keys_text(command) else plain)
        made[command.code] = action
    return made


def titled(command: Command, say: Words) -> str:
    """What a command is called where it stands alone: "Lens: Roles"."""
    text = bare(say(command.text))
    return f"{say(command.group)}: {text}" if command.group else text


def keys_text(command: Command) -> str:
    """How the keys of a command are written."""
    native = QKeySequence.SequenceFormat.NativeText
    return QKeySequence(command.keys[0]).toString(native) if command.keys else command.shown


def bare(text: str) -> str:
    """The text of an action without its mark for the keyboard."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def fill_menus(
    bar: QMenuBar, say: Words, actions: Mapping[str, QAction], submenus: Mapping[str, Callable[[QMenu], object]]
) -> None:
    """The menus; `*name` stands for a submenu that fills itself when it is opened, `>name` for one of commands."""
    empty(bar)
    for title, content in MENUS:
        menu = bar.addMenu(say(title))
        for word in content.split():
            if word == "-":
                menu.addSeparator()
            elif word.startswith("*"):
                _submenu(menu, say(SUBMENUS[word[1:]]), submenus[word[1:]])
            elif word.startswith(">"):
                name, codes = NESTED[word[1:]]
                menu.addMenu(say(name)).addActions([actions[code] for code in codes])
            else:
                menu.addAction(actions[word])


def empty(menu: QMenu | QMenuBar) -> None:
    """Take everything out of a menu, and the menus in it too: Qt's clear() leaves those behind."""
    for action in menu.actions():
        menu.removeAction(action)
        held: QObject | None = action.menu()
        (held or action).deleteLater()


SUBMENUS: Final = {
    "recent": N_("Open &recent"), "theme": N_("T&heme"), "size": N_("Te&xt size"), "language": N_("Lan&guage"),
    "journeys": N_("Show &journey"), "copy": N_("&Copy to persona"), "personas": N_("&Show persona"),
    "scope": N_("Presence seen &from"), "saved": N_("Save&d views"),
}  # fmt: skip


def _submenu(menu: QMenu, title: str, fill: Callable[[QMenu], object]) -> None:
    sub = menu.addMenu(title)

    def refill() -> None:
        empty(sub)
        fill(sub)

    sub.aboutToShow.connect(refill)


def choice(
    menu: QMenu, text: str, act: Callable[[], object], *, checked: bool | None = None, enabled: bool = True
) -> QAction:
    """One line of a submenu; with `checked` it shows whether it is the one that holds."""
    action = QAction(text, menu)
    action.setEnabled(enabled)
    if checked is not None:
        action.setCheckable(True)
        action.setChecked(checked)
    action.triggered.connect(lambda _=False: act())
    menu.addAction(action)
    return action
