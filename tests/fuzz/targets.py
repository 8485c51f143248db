"""Every door by which bytes from elsewhere come in: name → how sound ones are made, and what reads them."""

from __future__ import annotations

import atexit
import json
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from journeys.edits import intake, putting
from journeys.edits.fragment import take
from journeys.edits.incoming import Goal
from journeys.exchange import (
    cjml,
    columns,
    fragment_json,
    fragment_text,
    graphml,
    grid,
    html_table,
    json_format,
    mermaid,
    ojf,
    pdf_format,
    snapshots,
    spoken_line,
    strict_json,
    tables,
    xml_tree,
)
from journeys.exchange.coming import to_study as new_study
from journeys.exchange.wanted import wanted
from journeys.help import parsing
from journeys.i18n import words
from journeys.model.document import Document
from journeys.model.entities import Snapshot
from journeys.model.integrity import check_document
from journeys.session import Session
from journeys.store import create_file, locks, packed, worknote
from journeys.store.backups import _backup
from journeys.store.opener import open_file
from journeys.templates import making, reading
from tests.hostile import everything
from tests.journeys.exchange.spreadsheets import to_study
from tests.journeys.studies import study

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeys.edits.edit import Edit
    from journeys.exchange.coming import Coming

HERE: Final = study(6)
"""The study that is open while something comes in."""


@dataclass(frozen=True, slots=True)
class Target:
    """`seeds` are sound examples, `words` what its grammar is made of; `read` gives an object or an error of ours."""

    seeds: Callable[[], list[bytes]]
    read: Callable[[bytes], object]
    words: tuple[bytes, ...] = ()


def _sound(document: Document) -> Document:
    """What was taken in keeps every rule of a study."""
    assert (problems := check_document(document)) == [], problems[:3]
    return document


def _performed(verb: Callable[[Document], Edit]) -> Document:
    """The study after this edit of the open one, by the one road."""
    session = Session(HERE.snapshot(), lambda _: None)
    session.apply(verb(session.document))
    return _sound(session.document)


# JSON


def _whole() -> bytes:
    return json_format.to_json(everything.everything(), everything.IMAGES, (everything.SNAPSHOT,))


def _json_seeds() -> list[bytes]:
    small = json_format.to_json(study(2))
    return [_whole(), small, json.dumps(json.loads(small)).encode("utf-8-sig")]


def _read_json(data: bytes) -> object:
    return _sound(json_format.from_json(data).document)


def _fragments() -> list[bytes]:
    document = everything.everything()
    steps = fragment_json.to_json(take(document, [everything.FIRST.id, everything.SECOND.id]), everything.IMAGES)
    return [steps, fragment_json.to_json(take(HERE, list(HERE.steps)[:3]))]


def _read_fragment(data: bytes) -> object:
    """As pasting does: into the open study."""
    carried = fragment_json.from_json(data)
    return _performed(lambda here: putting.put(here, carried.fragment, next(iter(here.journeys))))


def _read_snapshot(data: bytes) -> object:
    return _sound(snapshots.read(Snapshot("5" * 32, "Vroeger", everything.SNAPSHOT.made_at, data)))


# Tables


def goal() -> Goal:
    return Goal(next(iter(HERE.journeys)), "Reis", "Persona")


def _rows() -> list[list[Any]]:
    return [
        ["Fase", "Stap", "Partij", "Kanaal", "Emotie", "Dag", "Knelpunt"],
        ["Zwanger", "Naar de verloskundige", "Verloskundige; Gemeente", "Balie", "++", "-100", "Te ver"],
        ["", "Aangifte doen", "niemand", "", "-1", "2026-01-31", "“Waarom nu?”"],
        ["Later", "=1+1", "@iemand", "app", "blij", "week 2", ""],
    ]


def _csv_seeds() -> list[bytes]:
    lines = [[f'"{cell}"' if ";" in cell else cell for cell in row] for row in _rows()]
    semicolons = "\r\n".join(";".join(row) for row in lines)
    return [
        semicolons.encode(), semicolons.replace(";", "\t").encode("utf-16"), semicolons.encode("cp1252", "replace"),
        b"sep=,\na,b\n1,2\n", b"Stap\rEen\rTwee\r",
    ]  # fmt: skip


@cache
def _sheets(name: str) -> Callable[[], list[bytes]]:
    @cache  # a spreadsheet says when it was made
    def made() -> list[bytes]:
        from tests.journeys.exchange import spreadsheets

        return [getattr(spreadsheets, name)({"Reis": _rows(), "Acties": [["Wie", "Wat"]]})]

    return made


def _read_table(name: str) -> Callable[[bytes], object]:
    """As importing does: into the open study, and as a new one."""

    def read(data: bytes) -> object:
        coming = tables.coming(data, name).incoming
        _performed(lambda here: intake.taken(here, coming, goal()).edit)
        return to_study(data, name, "nl")

    return read


@cache
def _ours(name: str) -> Callable[[], list[bytes]]:
    """As we write them, with actions, people and connections on sheets of their own."""

    def made() -> list[bytes]:
        from journeys.exchange import spreadsheets

        write = getattr(spreadsheets, f"to_{name}")
        return [write(wanted(document, words("nl"))) for document in (everything.everything(), study(2))]

    return made


def _our_content() -> list[bytes]:
    from tests.journeys.exchange import spreadsheets

    return [spreadsheets.parts_of(seed)["content.xml"] for seed in _ours("ods")()]


def _parts(name: str, part: str) -> Callable[[], list[bytes]]:
    def made() -> list[bytes]:
        from tests.journeys.exchange import spreadsheets

        return [spreadsheets.parts_of(seed)[part] for seed in _sheets(name)()]

    return made


def _read_part(name: str, part: str) -> Callable[[bytes], object]:
    """The XML of one part, in the zip of a sound spreadsheet: what is packed can be changed only so."""
    read = _read_table(f"reis.{name}")

    def put_in(data: bytes) -> object:
        from tests.journeys.exchange import spreadsheets

        return read(spreadsheets.zipped({**spreadsheets.parts_of(_sheets(name)()[0]), part: data}))

    return put_in


def _read_pasted(data: bytes) -> object:
    found = columns.upright(grid.from_text(data.decode("utf-8", "replace")))
    coming = tables.incoming([tables.Sheet(found, columns.guess(found))])
    return _performed(lambda here: intake.taken(here, coming, goal()).edit)


KINDS: Final = {"b": "need", "k": "pain", "vraag": "question"}


def _read_spoken(data: bytes) -> object:
    line = data.decode("utf-8", "surrogateescape")
    return spoken_line.read(line, HERE, KINDS, {"niemand"})


# Journeys of other mappers


def _boards() -> list[bytes]:
    foreign = {
        "metadata": {"title": "Balie", "persona": "Jan", "pov": "Ophalen", "version": "1.1.0"},
        "stages": [{"id": "s1", "name": "Balie"}], "swimlanes": [{"id": "p", "name": "Pains"}, {"id": "l"}],
        "nodes": [
            {"id": "n", "stageId": "s1", "swimlaneId": "l", "title": "Wacht", "score": -3, "tags": ["lang"],
             "blueprint": {"onstage": [{"actor": "Balie", "action": "Helpt"}], "support": [{"system": "BRP"}]}},
            {"stageId": "s1", "swimlaneId": "p", "title": "Te lang", "sentiment": "angry", "isMomentOfTruth": True},
        ],
    }  # fmt: skip
    return [json.dumps(foreign).encode(), ojf.write(wanted(everything.everything()))]


def _read_board(data: bytes) -> object:
    coming = ojf.read(data, "reis.ojf")
    _performed(lambda here: intake.taken(here, coming.incoming, Goal()).edit)
    return _sound(new_study(coming, "reis", "nl").document)


# PDF


@cache
def _posters() -> list[bytes]:
    from journeys import poster
    from journeys.poster.request import Request

    small = study(2)
    carried = poster.render(small, Request(paper="A4"), attachment=pdf_format.attachment(small, {}))
    return [carried, poster.render(small, Request(paper="A4"))]


def _read_pdf(data: bytes) -> object:
    return _sound(pdf_format.from_pdf(data, "poster.pdf", "nl").document)


# What the program keeps for itself


def _folder() -> Path:
    """A place for the file that a reader wants to have: in memory where there is such a thing."""
    shared = Path("/dev/shm")
    made = Path(tempfile.mkdtemp(prefix="levensreis-fuzz-", dir=shared if shared.is_dir() else None))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


@cache
def place() -> Path:
    """The one folder in which a target may write: the file that is to be read."""
    return _folder()


def _put(name: str, data: bytes) -> Path:
    path = place() / name
    path.write_bytes(data)
    return path


def _worknotes() -> list[bytes]:
    note = {
        "path": "/home/a/Reis.levensreis", "title": "Reis", "published": "a" * 64, "seen": [[120, "b" * 64]],
        "closed": False, "pid": 12, "host": "pc", "started": "2026-11-01T10:00:00+00:00",
    }  # fmt: skip
    return [json.dumps(note).encode()]


def _read_worknote(data: bytes) -> object:
    _put(worknote.NAME, data)
    found = worknote.read(place())
    return None if found is None else (found.target, hash(found))


def _lock_seeds() -> list[bytes]:
    said = "2026-11-01T10:00:00+00:00"
    return [json.dumps({"user": "jan", "host": "pc", "pid": 12, "said": said, "since": said}).encode()]


def _read_lock(data: bytes) -> object:
    document = place() / "Reis.levensreis"
    locks.lock_path(document).write_bytes(data)
    return locks.other_holder(document)


def _read_backup_name(data: bytes) -> object:
    return _backup(Path("backup"), data.decode("utf-8", "surrogateescape"))


def _backup_names() -> list[bytes]:
    return [b"00000012-20261101T101112Z-" + b"a" * 64 + b".levensreis"]


@cache
def _study_files() -> list[bytes]:
    made = []
    for number, document in enumerate((study(3), everything.everything())):
        path = place() / f"seed-{number}.levensreis"
        path.unlink(missing_ok=True)
        create_file(path, document, everything.IMAGES if number else {})
        made.append(path.read_bytes())
    return made


def _read_study(*, salvage: bool) -> Callable[[bytes], object]:
    def read(data: bytes) -> object:
        opened = open_file(_put("fuzzed.levensreis", data), salvage=salvage)
        return _sound(opened.document)

    return read


# What comes with the program, and what people may put beside it


def _templates() -> list[bytes]:
    from journeys import resources

    return [resources.path("life_events", f"{code}.json").read_bytes() for code in ("blank", "child")]


def _read_template(data: bytes) -> object:
    found = reading.parse(data.decode("utf-8", "replace"), "x.json")
    return [making.build(found, "nl", personas=personas, name="x.json") for personas in (True, False)]


def _pages() -> list[bytes]:
    from journeys import resources

    return [path.read_bytes() for path in sorted(resources.path("help", "nl").glob("*"))[:4] if path.is_file()]


def _read_page(data: bytes) -> object:
    return parsing.parse(data.decode("utf-8", "replace"), "x", "x.txt")


# Journeys and networks as XML


def _notations() -> list[bytes]:
    foreign = (
        '<CJML version="2.0"><actualJourney><journeyID>A</journeyID><plannedReference>P</plannedReference>'
        '<journeyPhases><journeyPhase phaseID=" F"><phaseName>F</phaseName></journeyPhase></journeyPhases><actors>'
        '<endUser actorID="U"/><serviceProvider actorID="G"/></actors><touchpoints><actualCommunicationPoint>'
        '<touchpointID>T</touchpointID><belongsTo phaseIDref="F"/><compliance>missing</compliance><initiator>'
        '<refersTo actorIDref="G"/></initiator><receiver><refersTo actorIDref="U"/></receiver><timestamps>'
        "<timeConsumed>2026-01-31T10:00</timeConsumed></timestamps><touchpointExperience><experienceRating>4"
        "</experienceRating></touchpointExperience></actualCommunicationPoint></touchpoints></actualJourney></CJML>"
    )
    return [foreign.encode(), cjml.write(wanted(everything.everything())), cjml.write(wanted(study(3)))]


def _networks() -> list[bytes]:
    foreign = (
        '<graphml><key id="l" for="node" attr.name="label" attr.type="string"/><key id="g" yfiles.type="nodegraphics"/>'
        '<key id="d" for="all" attr.name="day" attr.type="int"><default>3</default></key><graph id="Reis"><node id="a">'
        '<data key="l">Een</data><graph id="a:"><node id="b"><data key="g"><x><NodeLabel>Twee</NodeLabel></x></data>'
        '<port name="p"/></node></graph></node><node id="c"/><edge source="b" target="c" directed="false"/></graph>'
        '<graph><node id="c"><desc>Nog een</desc></node><hyperedge/></graph></graphml>'
    )
    return [foreign.encode(), graphml.write(wanted(everything.everything())), graphml.write(wanted(study(3)))]


def _read_steps(read: Callable[[bytes, str], Coming]) -> Callable[[bytes], object]:
    """As importing does: into the open study, and as a new one."""

    def read_them(data: bytes) -> object:
        coming = read(data, "reis.xml")
        _performed(lambda here: intake.taken(here, coming.incoming, goal()).edit)
        return _sound(new_study(coming, "reis", "nl").document)

    return read_them


# Diagrams of Mermaid, and the tables of web pages


def _diagrams() -> list[bytes]:
    foreign = (
        "---\ntitle: T\n---\n# Kop\n```mermaid\n%%{init: {}}%%\njourney\n  title Verhuizen\n  A: 3.5: Ik, Balie\n"
        "  section Eerst\n  # opmerking\n  B #58; c: : Balie;\n  accDescr {\n  Wat\n  }\n```\n"
    )
    return [foreign.encode(), mermaid.write(wanted(everything.everything())), mermaid.write(wanted(study(3)))]


def _read_diagram(data: bytes) -> object:
    coming = mermaid.read(data, "reis.md")
    _performed(lambda here: intake.taken(here, coming.incoming, Goal()).edit)
    return new_study(coming, "reis", "nl")


def _web_tables() -> list[bytes]:
    told = fragment_text.held(HERE, list(HERE.steps), words("nl"))
    office = "<html><style>td {}</style><table><tr><td colspan=2>Fase<br/>x</td></tr><tr><td>A<td>B</table></html>"
    return [fragment_text.html(told, words("nl")).encode(), office.encode()]


def _read_web_table(data: bytes) -> object:
    return _read_pasted(html_table.as_text(data.decode("utf-8", "replace")).encode())


DEEP: Final = b"[" * 2000
JSON_WORDS: Final = (
    b"NaN", b"-Infinity", b"1e999", b"-1", b"999999999999999999999", b"null", b"true", b"[]", b"{}", b'""',
    b"\xef\xbb\xbf", b'"\\ud800"', b'"\\u0000"', b'"2026-02-30"', DEEP, b'{"a":' * 2000, b'"\\u202e"', b"2.0.0",
    b"9" * 5000,
)  # fmt: skip
TABLE_WORDS: Final = (
    b'"', b'""', b";", b",", b"\t", b"\r", b"\r\n", b"\0", b"sep=;\n", b"\xff\xfe", b"\xef\xbb\xbf", b"=1+1", b"'=",
    b"\xe9", b"persona", b"journey", b"id", b"-2/5", b"31-02-2026", b"week 9999", b"99999", "²".encode(), "٣".encode(),
)  # fmt: skip
XML_WORDS: Final = (
    b"<!DOCTYPE x>", b"&x;", b"&#0;", b"<![CDATA[", b"]]>", b"<!--", b"<?x?>", b'r="XFD1048576"', b't="e"', b't="s"',
    b"<v>1e999</v>", b"<v>-1</v>", b"<f>1+1</f>", b'table:number-rows-repeated="1048576"', b"<row>", b"</row>", b"<c>",
    b'xmlns="x"', b'table:number-columns-repeated="16384"', b'office:value="nan"', b'office:date-value="9999-99-99"',
)  # fmt: skip
MERMAID_WORDS: Final = (
    b"journey", b"section ", b"title ", b"accDescr {", b"}", b"```mermaid\n", b"```", b"~~~", b":::", b"%%", b"%%{",
    b"}%%", b"#", b"#58;", b"#0;", b"#1114112;", b";", b":", b",", b"---\n", b"> ", b"1e999", b"-0", b"%% levensreis: ",
    b'"to"', b'{"id": "x"}', b'"notes"', b"null", "\ufb02\u00b0\u00b0".encode(), b"\xff\xfe", b"\xe9", b"\r",
)  # fmt: skip
HTML_WORDS: Final = (
    b"<table>", b"</table>", b"<tr>", b"<td>", b"</td>", b"<th colspan=999>", b"<br>", b"<!--", b"-->", b"<style>",
    b"<", b"&amp;", b"&#0;", b"&#xD800;", b"<p>", b"\t", b'"',
)  # fmt: skip
NOTATION_WORDS: Final = (
    *XML_WORDS, b'<?levensreis {"emotion":9}?>', b"<?levensreis [?>", b'"day":1e9', b'"notes":[{}]', b'"links":[1]',
    b"<compliance>failing</compliance>", b"<experienceRating>99</experienceRating>", b'actorIDref="x"', b' id="a"',
    b'<edge source="a" target="zz"/>', b'<node id="a"><graph>', b"</graph></node>", b"<timeConsumed>0001-01-01<",
)  # fmt: skip
SHEET: Final = "xl/worksheets/sheet1.xml"

TARGETS: dict[str, Target] = {
    "json": Target(_json_seeds, _read_json, JSON_WORDS),
    "strict_json": Target(lambda: [b'{"a": [1, 2.5, "\\ud83d\\ude00", null]}'], strict_json.parse, JSON_WORDS),
    "fragment": Target(_fragments, _read_fragment, JSON_WORDS),
    "snapshot": Target(lambda: [packed.pack(json_format.to_json(study(2)))], _read_snapshot),
    "csv": Target(_csv_seeds, _read_table("reis.csv"), TABLE_WORDS),
    "ojf": Target(_boards, _read_board, (*JSON_WORDS, b'"levensreis"', b'"links"', b'"stageId"', b'"blueprint"')),
    "txt": Target(
        lambda: [b"Stap een\n  - Knelpunt: ver\n2. Stap twee\n"], _read_table("reis.txt"), TABLE_WORDS
    ),
    "xlsx": Target(_sheets("xlsx"), _read_table("reis.xlsx")),
    "ods": Target(_sheets("ods"), _read_table("reis.ods")),
    "xlsx_sheet": Target(_parts("xlsx", SHEET), _read_part("xlsx", SHEET), XML_WORDS),
    "ods_content": Target(_parts("ods", "content.xml"), _read_part("ods", "content.xml"), XML_WORDS),
    "our_csv": Target(_ours("csv"), _read_table("ons.csv"), TABLE_WORDS),
    "our_ods": Target(_our_content, _read_part("ods", "content.xml"), XML_WORDS),
    "pasted": Target(
        lambda: ["Fase\tStap\nA\t“B”\n".encode(), b"- een\n- twee\n  o drie\n"], _read_pasted, TABLE_WORDS
    ),
    "spoken": Target(
        lambda: [b"Naar de balie @burgerzaken +2", b"k: te duur"], _read_spoken, (b"@", b"-2", b"+", b":")
    ),
    "xml": Target(lambda: [b"<?xml version='1.0'?><a b='c'><?d e?>f<g/></a>"], xml_tree.parse, XML_WORDS),
    "cjml": Target(_notations, _read_steps(cjml.read), NOTATION_WORDS),
    "graphml": Target(_networks, _read_steps(graphml.read), NOTATION_WORDS),
    "mermaid": Target(_diagrams, _read_diagram, MERMAID_WORDS),
    "html_table": Target(_web_tables, _read_web_table, HTML_WORDS),
    "pdf": Target(_posters, _read_pdf, (b"obj", b"endobj", b"stream", b"/EmbeddedFiles", b"/Names", b"0 R")),
    "template": Target(_templates, _read_template, JSON_WORDS),
    "help": Target(_pages, _read_page, (b"# ", b"> ", b"{key:", b"}", b"[", b"](", b"*", b"~ ", b"-> ", b"1. ")),
    "worknote": Target(_worknotes, _read_worknote, JSON_WORDS),
    "lock": Target(_lock_seeds, _read_lock, JSON_WORDS),
    "backup": Target(_backup_names, _read_backup_name, (b"9" * 8, b"T", b"Z-", "٣".encode())),
    "study": Target(_study_files, _read_study(salvage=False), (b"CREATE TABLE", b"SQLite format 3\0")),
    "salvage": Target(_study_files, _read_study(salvage=True), (b"CREATE TABLE", b"SQLite format 3\0")),
}  # fmt: skip
"""Whoever adds a reader adds it here; the tests and the long runs go over all of them."""
