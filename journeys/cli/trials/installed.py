"""Whether everything that was handed out is there: modules, data, words, help, licences, life events, samples."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from functools import partial
from importlib import import_module, metadata
from pathlib import Path
from typing import Final

from journeys import help as manual
from journeys import licences, resources, templates
from journeys.cli.trials.bench import Bench, Trial, expect
from journeys.i18n import LANGUAGES, Words, words

PACKAGED: Final = "journeys/_resources/"
BESIDE: Final = ("locale/nl/LC_MESSAGES/levensreis.mo", "metrics.json", "gists.json", "licences/LGPL-3.0.txt")
"""What must lie there in any case; the rest is used by other trials."""


def trials(bench: Bench) -> Iterator[Trial]:
    say = bench.say
    yield Trial(say("Modules of the program"), partial(modules, "journeys"))
    yield Trial(say("Data files"), partial(data, say))
    yield Trial(say("Dutch words"), dutch)
    yield Trial(say("Help"), pages)
    yield Trial(say("Licences"), licence_texts)
    yield Trial(say("Life events"), life_events)
    yield Trial(say("Samples"), samples)


def modules(package: str) -> str:
    """Loads every module of a package, also those that are only loaded when somebody asks for them."""
    names = [*_listed(package)] or [*_found(package)]
    for name in names:
        import_module(name)
    expect(len(names) > 1, package)
    return str(len(names))


def _listed(package: str) -> Iterator[str]:
    """As the list of files says that came with the installation."""
    for file in _files():
        if file.startswith(f"{package}/") and file.endswith(".py"):
            yield file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _found(package: str) -> Iterator[str]:
    """As they lie on disk, where the program runs from its source."""
    folder = Path(str(import_module(package).__file__)).parent
    for file in sorted(folder.rglob("*.py")):
        yield ".".join((package, *file.relative_to(folder).with_suffix("").parts)).removesuffix(".__init__")


def _files() -> dict[str, metadata.PackagePath]:
    """What was installed, by its place with slashes; nothing when the program runs from its source."""
    try:
        listed = metadata.files(licences.OWN) or []
    except metadata.PackageNotFoundError:
        return {}
    return {file.as_posix(): file for file in listed}


def data(say: Words) -> str:
    """Every data file lies there with the bytes that were handed out."""
    for name in BESIDE:
        expect(resources.path(*name.split("/")).is_file(), say("{name} is missing", name=name))
    inside = resources.root().name == Path(PACKAGED).name  # else the program runs from its source
    packaged = {name: file for name, file in _files().items() if inside and name.startswith(PACKAGED)}
    for name, file in packaged.items():
        place = resources.path(*name.removeprefix(PACKAGED).split("/"))
        expect(place.is_file(), say("{name} is missing", name=name))
        expect(_digest(place, file) == file.hash, say("{name} is not as it was handed out", name=name))
    return str(len(packaged)) if packaged else ""


def _digest(place: Path, file: metadata.PackagePath) -> metadata.FileHash | None:
    """The digest of what lies there in the way of the list; a list without digests has none to compare."""
    if file.hash is None:
        return None
    found = hashlib.new(file.hash.mode, place.read_bytes()).digest()
    made = metadata.FileHash(f"{file.hash.mode}={base64.urlsafe_b64encode(found).rstrip(b'=').decode()}")
    return file.hash if made.value == file.hash.value else made


def dutch() -> str:
    """The catalogue translates."""
    told = words("nl")("Gaps")
    expect(told == "Gaten", told)
    return words("nl").many("{n} step", "{n} steps", 2)


def pages() -> str:
    """Every page of the help, with what it tells of formats, in both languages."""
    count = 0
    for language in LANGUAGES:
        held = manual.book(language)
        count += sum(bool(held.page(code).blocks) for code in held.pages)
    return str(count)


def licence_texts() -> str:
    """Every part comes with a version and with the text of its licence."""
    found = licences.parts()
    silent = [part.name for part in found if not part.texts or not part.version]
    if not licences.version():  # from its source the program has no version
        silent = silent[1:]
    expect(not silent, ", ".join(silent))
    return str(len(found))


def life_events() -> str:
    """Every life event makes a study in both languages."""
    codes = [code for code, _ in templates.life_events()]
    for language in LANGUAGES:
        for code in codes:
            expect(templates.create(code, language).phases, code)
    return str(len(codes))


def samples() -> str:
    """Every sample makes a study with its pictures, and has the picture of its poster."""
    codes = templates.sample_codes()
    expect(codes, templates.sampling.FOLDER)
    for language in LANGUAGES:
        for offered in templates.samples(language):
            expect(offered.poster.is_file(), offered.poster.name)
            expect(templates.sample(offered.code, language).document.steps, offered.code)
    return str(len(codes))
