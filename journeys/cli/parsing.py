"""The grammar of the command line, with help and complaints in the user's language."""

from __future__ import annotations

import argparse
import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

from journeys.analysis.finding import LENSES
from journeys.errors import UsageError
from journeys.i18n import LANGUAGES, N_

if TYPE_CHECKING:
    from journeys.i18n import Words

COMMANDS: Final = {
    "new": N_("make a study of a life event"),
    "info": N_("say what is in a study"),
    "check": N_("report where the municipality is absent, and what the lenses find"),
    "report": N_("write a report to read: Markdown, HTML or PDF"),
    "poster": N_("write the poster as a PDF"),
    "export": N_("write the study in another format"),
    "import": N_("make a study of a file in another format"),
    "formats": N_("list the formats that can be read and written, and what each keeps"),
    "merge": N_("make one study of several, such as those of the tables of a workshop"),
    "picture": N_("draw the window into a PNG"),
    "snapshots": N_("list the snapshots of a study, and what has changed since one"),
    "local-data": N_("list what is kept on this computer, and erase it"),
    "settings": N_("say which settings hold, and who chose them"),
    "privacy": N_("list what in a study looks like personal data"),
    "verify": N_("check every row of a study file"),
    "selftest": N_("check this installation"),
    "licences": N_("say whose work this program is made of"),
    "help": N_("read how to work with it, page by page"),
}
KINDS: Final = ("journey", "compare", "gaps", "personas", "blank", "heartbeat", "report", "ecosystem")
"""As in poster.request, which must not be loaded to print the help."""
KEPT: Final = ("work", "aside", "backups", "log", "known", "temporary")
"""As in store.local_data."""
RECENT: Final = "recent"
"""The list of recent files, which the window keeps."""
_COMPLAINTS: Final = (
    (r"the following arguments are required: (.+)", "usage.required"),
    (r"unrecognized arguments: (.+)", "usage.unrecognised"),
    (r"argument (\S+): expected one argument", "usage.no_value"),
    (r"argument (\S+): invalid choice: (.+?) \(", "usage.choice"),
    (r"argument (\S+): invalid \w+ value: (.+)", "usage.value"),
    (r"argument (\S+): (?:ignored explicit argument|not allowed with argument) (.+)", "usage.value"),
)


class Parser(argparse.ArgumentParser):
    """argparse, but an error is a UsageError and the help speaks the user's language."""

    def __init__(self, prog: str, say: Words, description: str) -> None:
        super().__init__(prog=prog, description=description, add_help=False, allow_abbrev=False)
        self.say = say
        self.required = self.add_argument_group(say("What"))
        self.options = self.add_argument_group(say("Options"))
        self.options.add_argument("-h", "--help", action="help", help=say("show this help"))
        self.options.add_argument(
            "--lang", choices=LANGUAGES, help=say("language: {codes}", codes=", ".join(LANGUAGES))
        )

    def option(self, *names: str, help: str, **rules: Any) -> None:  # noqa: A002 - argparse's own word
        self.options.add_argument(*names, help=help, **rules)

    def file(self, name: str, help: str, **rules: Any) -> None:  # noqa: A002 - argparse's own word
        self.required.add_argument(name, type=Path, help=help, **rules)

    def format_usage(self) -> str:
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups, self.say("Usage: "))
        return formatter.format_help()

    def format_help(self) -> str:
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups, self.say("Usage: "))
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.start_section(group.title)
            formatter.add_arguments(group._group_actions)  # noqa: SLF001 - as argparse's own format_help does
            formatter.end_section()
        return formatter.format_help()

    def print_help(self, file: Any = None) -> None:
        """argparse's own passes over a disk that is full."""
        print(self.format_help(), end="", file=file)

    def error(self, message: str) -> NoReturn:
        for pattern, code in _COMPLAINTS:
            found = re.match(pattern, message)
            if found:
                what, *more = found.groups()
                raise UsageError(code, what=what, found=(more or [""])[0].strip("'\""), command=self.prog)
        raise UsageError("usage.bad", command=self.prog)


def parser(command: str, say: Words) -> Parser:
    """The parser of one command."""
    made = Parser(f"levensreis {command}", say, say(COMMANDS[command]))
    _GRAMMARS[command](made)
    return made


def general_help(say: Words) -> str:
    """What `levensreis --help` prints."""
    width = max(map(len, COMMANDS)) + 2
    lines = [
        say("Usage: ") + "levensreis [FILE …]",
        "       levensreis COMMAND …",
        "",
        say("Draw life journeys, see where the municipality is absent, and print the poster."),
        "",
        *(f"  {name:{width}}{say(about)}" for name, about in COMMANDS.items()),
        "",
        say("“levensreis COMMAND --help” explains a command. --lang nl or --lang en chooses the language."),
        say("Exit codes: 0 fine, 1 a finding, 2 wrong use or a wrong file."),
    ]
    return "\n".join(lines)


def _new(parser: Parser) -> None:
    say = parser.say
    parser.file("file", say("the new study file"), metavar="FILE", nargs="?")
    parser.option("--life-event", metavar="CODE", help=say("the life event, such as child"))
    parser.option("--sample", metavar="CODE", help=say("instead: a finished study to look at, such as child"))
    parser.option("--without-personas", action="store_true", help=say("phases, parties and facts only"))
    parser.option(
        "--with", metavar="BRANCH", dest="branches", action="append", default=[],
        help=say("add this branch of the life event (may be given more than once)"),
    )  # fmt: skip
    parser.option("--list", action="store_true", help=say("list the life events and the samples"))


def _info(parser: Parser) -> None:
    _study(parser)
    parser.option("--json", action="store_true", help=parser.say("for scripts"))


def _check(parser: Parser) -> None:
    say = parser.say
    parser.file("file", say("the study; several are compared"), metavar="FILE", nargs="+")
    _scope(parser)
    parser.option("--lens", choices=LENSES, help=say("only what this lens finds, without the gaps"))
    parser.option("--json", action="store_true", help=say("for scripts"))
    parser.option("--fail-at", type=int, metavar="N", help=say("end with 1 when a gap is this severe (0–100)"))


def _poster(parser: Parser) -> None:
    say = parser.say
    _study(parser)
    _out(parser, "OUT.pdf", required=False)
    parser.option("--kind", choices=KINDS, default="journey", help=say("what to make; journey is usual"))
    parser.option("--journey", default="all", metavar="TITLE|ID|all", help=say("which journey; all is usual"))
    _saved_view(parser, say("what a saved view shows; of all of them each gets a file of its own"), "NAME|ID|all")
    parser.option("--paper", metavar="A0..A4|WxHmm", help=say("paper size; A1 is usual, A4 for cards and the report"))
    _scope(parser)
    parser.option("--portrait", action="store_true", help=say("upright instead of lying"))
    parser.option("--include", metavar="LIST", help=say("print only these lanes, kinds of notes and findings: a,b,c"))
    parser.option(
        "--axis", choices=("equal", "true"), default="equal", help=say("phases side by side, or true to time")
    )
    parser.option("--lens", choices=LENSES, help=say("colour the steps by what this lens says of them"))
    parser.option("--parts", type=int, default=1, metavar="N", help=say("divide each journey over so many sheets"))
    parser.option("--margin", type=float, metavar="MM", help=say("white around it; 10 or more is usual"))
    parser.option("--distance", type=float, metavar="CM", help=say("from how far it must be readable"))
    parser.option("--grey", action="store_true", help=say("without colours"))
    parser.option("--contrast", action="store_true", help=say("black on white"))
    parser.option("--date", type=dt.date.fromisoformat, metavar="YYYY-MM-DD", help=say("the date on the poster"))
    parser.option("--link", default="", metavar="URL", help=say("an address to print as a QR code"))
    parser.option("--reading", choices=("lane", "phase"), default="lane", help=say("reading order for screen readers"))
    parser.option("--attach", action="store_true", help=say("put the study in the PDF, so that it can be edited later"))
    _for_the_printer(parser)
    _anonymous(parser)
    parser.option("--preflight", action="store_true", help=say("say what to know before printing; 1 when not all fits"))
    parser.option("--json", action="store_true", help=say("for scripts, with --preflight"))


def _for_the_printer(parser: Parser) -> None:
    say = parser.say
    parser.option("--tile", choices=("A4", "A3"), help=say("cut up on sheets of this paper, to be glued"))
    parser.option("--overlap", type=float, default=10.0, metavar="MM", help=say("where tiles overlap; 10 is usual"))
    parser.option(
        "--bleed", type=float, nargs="?", const=3.0, default=0.0, metavar="MM", help=say("paper to cut off; 3 is usual")
    )
    parser.option("--marks", action="store_true", help=say("crop marks"))


def _export(parser: Parser) -> None:
    say = parser.say
    parser.file("file", say("the study"), metavar="FILE", nargs="?")
    parser.option("-o", dest="out", type=_file, metavar="OUT", help=say("where to write; its ending says the format"))
    _format(parser)
    parser.option("--journey", default="all", metavar="TITLE|ID|all", help=say("which journey; all is usual"))
    _date(parser)
    parser.option("--schema", action="store_true", help=say("the JSON Schema instead of a study"))
    _anonymous(parser)


def _import(parser: Parser) -> None:
    parser.file("source", parser.say("the file to read; “levensreis formats” lists what can be read"), metavar="IN")
    _out(parser, "FILE")
    _format(parser)


def _format(parser: Parser) -> None:
    about = parser.say("the code of a format, where the ending of the file does not say it")
    parser.option("--format", metavar="CODE", help=about)


def _date(parser: Parser) -> None:
    parser.option("--date", type=dt.date.fromisoformat, metavar="YYYY-MM-DD", help=parser.say("the date on the report"))


def _formats(parser: Parser) -> None:
    parser.option("--list", action="store_true", help=parser.say("list them, which is usual"))
    parser.option("--json", action="store_true", help=parser.say("for scripts"))


def _merge(parser: Parser) -> None:
    say = parser.say
    parser.file("file", say("the study that the others come into; it stays as it is"), metavar="FILE")
    parser.file("others", say("the others: studies, or what can be imported"), metavar="OTHER", nargs="+")
    _out(parser, "FILE")
    parser.option("--same", type=int, metavar="PERCENT", help=say("join what is at least so much alike (1–100)"))
    parser.option("--json", action="store_true", help=say("for scripts"))


def _picture(parser: Parser) -> None:
    say = parser.say
    _study(parser)
    _out(parser, "OUT.png")
    views = ("map", "table", "compare", "ecosystem")
    parser.option("--view", default="map", choices=views, help=say("what to show; map is usual"))
    _saved_view(parser, say("show what this saved view shows"), "NAME|ID")
    parser.option("--journey", metavar="TITLE|ID", help=say("which journey; the first is usual"))
    parser.option("--lens", choices=LENSES, help=say("colour the steps by what this lens says of them"))
    parser.option("--size", default="1680x1050", metavar="WxH", help=say("size in pixels; 1680x1050 is usual"))
    parser.option("--theme", default="light", choices=("light", "dark"), help=say("light or dark"))


def _report(parser: Parser) -> None:
    _study(parser)
    _out(parser, "OUT.md|.html|.pdf")
    _scope(parser)
    parser.option("--journey", default="all", metavar="TITLE|ID|all", help=parser.say("which journey; all is usual"))
    _date(parser)
    _anonymous(parser)


def _anonymous(parser: Parser) -> None:
    about = parser.say("without the names and pictures of people; personas are called by a letter")
    parser.option("--anonymous", action="store_true", help=about)


def _privacy(parser: Parser) -> None:
    _study(parser)
    parser.option("--json", action="store_true", help=parser.say("for scripts"))


def _saved_view(parser: Parser, explained: str, metavar: str) -> None:
    parser.option("--saved-view", dest="saved", metavar=metavar, help=explained)


def _scope(parser: Parser) -> None:
    parser.option("--scope", metavar="PARTY", help=parser.say("see presence from this party (name or id)"))


def _snapshots(parser: Parser) -> None:
    _study(parser)
    parser.option("--since", metavar="NAME", help=parser.say("tell what has changed since this snapshot"))
    parser.option("--json", action="store_true", help=parser.say("for scripts"))


def _study(parser: Parser) -> None:
    parser.file("file", parser.say("the study"), metavar="FILE")


def _out(parser: Parser, metavar: str, *, required: bool = True) -> None:
    parser.option("-o", dest="out", type=_file, required=required, metavar=metavar, help=parser.say("where to write"))


def _file(name: str) -> Path:
    """What is written becomes a file: `-` is none, and no command writes one to standard output."""
    if name == "-":
        raise ValueError(name)
    return Path(name)


def _local_data(parser: Parser) -> None:
    say, erased = parser.say, (*KEPT, RECENT, "all")
    parser.option(
        "--erase", action="append", default=[], choices=erased, metavar="|".join(erased),
        help=say("erase this for good (may be given more than once)"),
    )  # fmt: skip
    parser.option("--keep", type=int, choices=range(366), metavar="DAYS", help=say("how long to keep earlier versions"))
    parser.option("--json", action="store_true", help=say("for scripts"))


def _settings(parser: Parser) -> None:
    say = parser.say
    parser.option("--check", type=Path, metavar="FILE", help=say("instead: look over a file of an administrator"))
    parser.option("--example", action="store_true", help=say("print such a file, with every setting explained"))
    parser.option("--json", action="store_true", help=say("for scripts"))


def _licences(parser: Parser) -> None:
    about = parser.say("the part whose licences to print; without it all are listed")
    parser.required.add_argument("part", metavar="PART", nargs="?", help=about)


def _help(parser: Parser) -> None:
    about = parser.say("the page to read, or a word to look for; without it all pages are listed")
    parser.required.add_argument("page", metavar="PAGE", nargs="?", help=about)


def _nothing(_parser: Parser) -> None:
    return


_GRAMMARS: Final = {
    "new": _new, "info": _info, "check": _check, "report": _report, "poster": _poster, "export": _export,
    "import": _import, "formats": _formats, "merge": _merge, "picture": _picture, "snapshots": _snapshots,
    "verify": _study, "local-data": _local_data, "settings": _settings, "privacy": _privacy,
    "selftest": _nothing, "licences": _licences, "help": _help,
}  # fmt: skip


def without_language(arguments: Sequence[str]) -> list[str]:
    """The arguments of the window, which needs no parser: --lang and its value are taken out."""
    kept: list[str] = []
    skip = False
    for argument in arguments:
        if not skip and argument != "--lang" and not argument.startswith("--lang="):
            kept.append(argument)
        skip = argument == "--lang" and not skip
    return kept
