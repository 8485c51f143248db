"""`selftest`: the main road from end to end in a temporary folder, and the versions in use."""

from __future__ import annotations

import platform
import tempfile
from argparse import Namespace
from importlib import metadata
from pathlib import Path
from typing import Final

from journeys import store, templates
from journeys.analysis.findings import overview
from journeys.cli.surroundings import Surroundings, complain
from journeys.exchange import json_format
from journeys.i18n import Language
from journeys.store import locations
from journeys.store.opener import open_file

LIBRARIES: Final = (
    "levensreis", "PySide6-Essentials", "SQLAlchemy", "networkx", "reportlab", "pydantic", "pypdfium2", "pyphen",
)  # fmt: skip


def selftest(_given: Namespace, around: Surroundings) -> int:
    """Make, write, open, check, export and print the sample; 0 when all of it came out as it should."""
    say = around.say
    print(f"Python {platform.python_version()} · {platform.system()} {platform.machine()}")
    for library in LIBRARIES:
        print(f"{library} {version(library) or say('not installed')}")
    print(say("Log: {folder}", folder=locations.data_folder() / "log"))
    with tempfile.TemporaryDirectory(prefix="levensreis-") as folder:
        wrong = _round(Path(folder), say.language)
    for what in wrong:
        complain(say("Self-test: {what} did not come out as it should.", what=what))
    if not wrong:
        print(say("Self-test passed: study written and read, gaps found, poster printed."))
    return 1 if wrong else 0


def _round(folder: Path, language: Language) -> list[str]:
    from journeys.poster.pages import write
    from journeys.poster.request import Request

    study, poster = folder / "sample.levensreis", folder / "poster.pdf"
    document = templates.create("child", language)
    store.create_file(study, document)
    opened = open_file(study)
    write(opened.document, poster, Request(paper="A1", language=language))
    checks = {
        "file": opened.document == document and not store.verify(study),
        "gaps": any(journey.gaps for journey in overview(document).journeys),
        "JSON": json_format.from_json(json_format.to_json(document)).document == document,
        "poster": poster.read_bytes().startswith(b"%PDF-"),
    }
    return [what for what, fine in checks.items() if not fine]


def version(library: str) -> str | None:
    """The version that is installed, None when it runs from its source."""
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return None
