"""What our source may not do, as rules over its syntax trees: each with the only modules where it may."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.source.wording import MNEMONIC, hands_over_users_words, labels_a_row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PLAIN = ("app/plain.py",)  # the one home of widgets that could take text for markup
FILES = ("journeys/store/files.py",)  # the one home of writing files: whole or not at all
CONNECTIONS = ("journeys/store/connections.py",)
RAW = ("os.open", "os.fdopen", "os.replace", "os.rename")
LOG = "app/mishaps.py"  # appends to the crash log, for which Qt needs a descriptor
DECODER = ("app/pixels.py",)  # the one entrance of pictures: checked before they are decoded
PRINTER = "journeys/poster/pdf/"
LOCAL = ("PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket")
HERE = ("app/instance/caller.py", "app/instance/door.py")  # from one process of this computer to another
LINKS = ("app/links.py",)  # the one home of leaving the program, for http and https only


class Names(dict[str, str]):
    """What a name stands for after the imports of a module: {"Q": "PySide6.QtWidgets"}."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: dict[ast.AST, str] = {}

    def dotted(self, node: ast.AST) -> str:
        """The full dotted name of an expression; calls and subscripts in it become "()" and "[]"."""
        if node not in self._seen:
            self._seen[node] = self._dotted(node)
        return self._seen[node]

    def _dotted(self, node: ast.AST) -> str:
        if isinstance(node, ast.Name):
            return self.get(node.id, node.id)
        if isinstance(node, ast.Attribute):
            return f"{self.dotted(node.value)}.{node.attr}"
        if isinstance(node, ast.Call):
            return f"{self.dotted(node.func)}()"
        return "[]"


@dataclass(frozen=True)
class Finder:
    """Finds something in a node; sources with none of the words cannot have it and need no walk."""

    words: tuple[str, ...]
    found: Callable[[ast.AST, Names], bool]


@dataclass(frozen=True)
class Rule:
    """One thing that is found in a node of the tree, why it is forbidden, and where it may stand."""

    name: str
    why: str
    finder: Finder
    allowed: tuple[str, ...] = ()


def calls(*endings: str) -> Finder:
    """Calls of a name that is, or ends in a dot and, one of these."""

    def found(node: ast.AST, names: Names) -> bool:
        return isinstance(node, ast.Call) and ends_in(names.dotted(node.func), endings)

    return Finder(last(endings), found)


def builtin(*functions: str) -> Finder:
    """Calls of a builtin; dialog.exec() and re.compile() are something else."""

    def found(node: ast.AST, names: Names) -> bool:
        return isinstance(node, ast.Call) and names.dotted(node.func).removeprefix("builtins.") in functions

    return Finder(functions, found)


def mentions(*endings: str) -> Finder:
    """Any use of a name, also as a base class, a value or an import."""

    def found(node: ast.AST, names: Names) -> bool:
        if isinstance(node, ast.ImportFrom):
            return any(ends_in(f"{node.module}.{alias.name}", endings) for alias in node.names)
        return isinstance(node, ast.Name | ast.Attribute) and ends_in(names.dotted(node), endings)

    return Finder(last(endings), found)


def shows_message_box(node: ast.AST, names: Names) -> bool:
    """QMessageBox(…) and QMessageBox.warning(…); its enums and its name as a type show nothing."""
    if not isinstance(node, ast.Call):
        return False
    return re.search(r"(^|\.)(QMessageBox|QErrorMessage)(\.[a-z]\w*)?$", names.dotted(node.func)) is not None


def opens_raw_file(node: ast.AST, names: Names) -> bool:
    """os.open and its kin, but for the null device, which holds nothing."""
    if not (isinstance(node, ast.Call) and ends_in(names.dotted(node.func), RAW)):
        return False
    return not (node.args and names.dotted(node.args[0]) == "os.devnull")


def derives(*endings: str) -> Finder:
    def found(node: ast.AST, names: Names) -> bool:
        return isinstance(node, ast.ClassDef) and any(ends_in(names.dotted(b), endings) for b in node.bases)

    return Finder(last(endings), found)


def imports(*modules: str, but: tuple[str, ...] = ()) -> Finder:
    """Imports of a module or anything under it, but for these names."""

    def found(node: ast.AST, _names: Names) -> bool:
        if isinstance(node, ast.Import):
            wanted = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            wanted = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            return False
        return any(under(name, module) for name in wanted if name not in but for module in modules)

    return Finder(last(modules), found)


def last(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.rpartition(".")[2] for name in names)


def ends_in(name: str, endings: tuple[str, ...]) -> bool:
    return any(name == ending or name.endswith(f".{ending}") for ending in endings)


def under(name: str, module: str) -> bool:
    return f"{name}.".startswith(f"{module}.") and not under_urllib_parse(name)


def under_urllib_parse(name: str) -> bool:
    """Taking an address apart reaches for nothing."""
    return f"{name}.".startswith("urllib.parse.")


def opens_for_writing(node: ast.AST, names: Names) -> bool:
    """open(…, mode) or path.open(mode) with a mode that is not plainly for reading."""
    if not isinstance(node, ast.Call):
        return False
    name = names.dotted(node.func)
    if name in {"open", "io.open", "builtins.open"}:
        mode = argument(node, 1, "mode")
    elif name.endswith(".open") and name not in {"os.open", "webbrowser.open"}:
        mode = argument(node, 0, "mode")
        if not (isinstance(mode, ast.Constant) and is_mode(mode.value)):
            return False  # some other open: PIL, zipfile, a dialog
    else:
        return False
    return mode is not None and not (isinstance(mode, ast.Constant) and mode.value in {"r", "rb", "rt"})


def is_mode(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= 3 and set(value) <= set("rwaxbt+")


def argument(call: ast.Call, position: int, name: str) -> ast.expr | None:
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value
    return call.args[position] if len(call.args) > position else None


def connects_scene_changed(node: ast.AST, names: Names) -> bool:
    """scene.changed.connect(…): it fires on every repaint and turns off partial updates."""
    if not (isinstance(node, ast.Call) and names.dotted(node.func).endswith(".changed.connect")):
        return False
    return "scene" in names.dotted(node.func).removesuffix(".changed.connect").lower()


RULES = (
    Rule("rich label", "a bare QLabel takes text for markup", calls("QLabel"), PLAIN),
    Rule("rich label class", "a bare QLabel takes text for markup", derives("QLabel"), PLAIN),
    Rule("rich tooltip", "tooltips take text for markup", calls("setToolTip", "QToolTip.showText"), PLAIN),
    Rule("rich help", "what's this takes text for markup", calls("setWhatsThis", "QWhatsThis.showText"), PLAIN),
    Rule("tooltip role", "a view shows it as markup", mentions("ToolTipRole", "WhatsThisRole"), PLAIN),
    Rule(
        "message box",
        "message boxes take text for markup",
        Finder(("QMessageBox", "QErrorMessage"), shows_message_box),
        PLAIN,
    ),
    Rule("markup", "text of users is never markup", calls("setHtml", "insertHtml", "appendHtml", "setMarkdown"), PLAIN),
    Rule("markup view", "shows markup and follows links", mentions("QTextBrowser", "RichText", "AutoText"), PLAIN),
    Rule(
        "markup widget",
        "takes pasted or given text for markup",
        mentions("QTextEdit", "QStaticText", "QWizard", "QInputDialog", "MarkdownText"),
    ),
    Rule("link of a label", "links leave through one module", calls("setOpenExternalLinks", "setOpenLinks"), PLAIN),
    Rule("progress", "its label takes the name of a file for markup", calls("QProgressDialog"), PLAIN),
    Rule("row label", "Qt makes a label of it that takes text for markup", Finder(("addRow",), labels_a_row), PLAIN),
    Rule(
        "words of users",
        "Qt takes & for a key mark and [*] for a star: literal() and literal_title()",
        Finder(("addAction", *MNEMONIC), hands_over_users_words),
        PLAIN,
    ),
    Rule("decoder", "pictures come in by one door", mentions("QImageReader", "QMovie", "QPictureIO"), DECODER),
    Rule("drawing", "drawings can hold anything", imports("PySide6.QtSvg", "PySide6.QtSvgWidgets", "svglib")),
    Rule(
        "guessed picture",
        "a picture is decoded by what it is, not by what it looks like",
        calls("loadFromData", "QImage.fromData"),
        (*DECODER, "app/welcome/samples.py"),  # of our own posters
    ),
    Rule(
        "opened picture",
        "a picture is decoded by what it is, not by what it looks like",
        calls("PIL.Image.open"),
        (f"{PRINTER}portraits.py",),
    ),
    Rule(
        "markup of the printer",
        "it evaluates colours, opens pictures and follows addresses in text",
        imports("reportlab.platypus", "reportlab.lib.colors", "reportlab.lib.styles", "rlextra", "svglib"),
    ),
    Rule(
        "picture of the printer",
        "a path would be opened",
        calls("drawInlineImage", "ImageReader"),
        (f"{PRINTER}reportlab_home.py",),
    ),
    Rule("unpack", "names in an archive may lead anywhere", calls("extractall", "unpack_archive", "ZipFile.extract")),
    Rule(
        "tree of XML",
        "grows, reaches out and nests without end",
        imports("xml.etree", "xml.dom", "xml.sax.expatreader", "xml.sax.make_parser", "lxml"),
        # they only write
        tuple(f"journeys/exchange/pictures/{name}.py" for name in ("counted", "letters", "strokes", "svg")),
    ),
    Rule(
        "tree of XML from elsewhere",
        "grows, reaches out and nests without end",
        calls(
            *(f"ElementTree.{name}" for name in ("parse", "iterparse", "fromstring", "fromstringlist", "XML", "XMLID"))
        ),
    ),
    Rule("database", "one module opens databases", mentions("sqlite3.connect"), CONNECTIONS),
    Rule("write", "files are written whole or not at all", Finder(("open",), opens_for_writing), FILES),
    Rule("write in one go", "files are written whole or not at all", calls("write_text", "write_bytes"), FILES),
    Rule("raw file", "files are written whole or not at all", Finder(last(RAW), opens_raw_file), (*FILES, LOG)),
    Rule("evaluate", "a received file never becomes code", builtin("eval", "exec", "compile", "__import__")),
    Rule("unpickle", "a received file never becomes code", imports("pickle", "marshal", "shelve", "dill", "yaml")),
    Rule(
        "network", "the program talks to no network", imports("urllib", "requests", "http", "socket", "ftplib", "ssl")
    ),
    Rule(
        "network of Qt",
        "the program talks to no network",
        imports("PySide6.QtNetwork", "PySide6.QtWebEngineCore", but=LOCAL),
    ),
    Rule("local socket", "two modules hand files to the running program", mentions(*LOCAL), HERE),
    Rule("process", "the program starts no other", imports("subprocess", "multiprocessing", "webbrowser")),
    Rule("shell", "the program starts no other", calls("os.system", "os.popen", "os.startfile", "os.execv", "os.fork")),
    Rule("process of Qt", "the program starts no other", mentions("QProcess")),
    Rule("link", "only http and https leave, through one module", mentions("QDesktopServices"), LINKS),
    Rule("clean index", "setClean() stops merging: one undo step per letter", calls("setClean")),
    Rule("undo of Qt", "Python frees its commands before the stack: a crash", mentions("QUndoStack", "QUndoCommand")),
    Rule("text item", "20,000 of them take 5 s and 1.2 GB", mentions("QGraphicsTextItem")),
    Rule(
        "layout item",
        "PySide takes it for whatever comes at its address once Qt deleted it: a crash, later and elsewhere",
        calls("itemAtPosition", "takeAt", "layout.itemAt", "layout().itemAt"),
    ),
    Rule("own layout", "its items outlive in Python what Qt deletes", derives("QLayout")),
    Rule("scene changed", "turns off partial updates", Finder((".changed.connect",), connects_scene_changed)),
)


def names_in(tree: ast.Module) -> Names:
    """What every imported name stands for, wherever in the module it is imported."""
    names = Names()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update({alias.asname: alias.name for alias in node.names if alias.asname})
        elif isinstance(node, ast.ImportFrom):
            names.update({alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names})
    return names


def broken(source: str, place: str) -> Iterator[str]:
    """One line for every rule that this source breaks at this place in the tree ("app/window.py")."""
    tree = ast.parse(source)
    names = names_in(tree)
    apt = [rule for rule in RULES if place not in rule.allowed and any(w in source for w in rule.finder.words)]
    for node in ast.walk(tree) if apt else ():
        for rule in apt:
            if rule.finder.found(node, names):
                yield f"{place}:{getattr(node, 'lineno', 0)}: {rule.name}: {rule.why}"
