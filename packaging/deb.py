"""Makes dist/levensreis_*.deb of the frozen program: for Debian and Ubuntu, with menu entry, file type and manual.

python3 packaging/deb.py [--tree DIR] [--icons DIR] [--out DIR] [--revision N] [--fast]

Built twice from the same frozen folder it has the same bytes. The package runs no script of its own: menu, file types
and icons are taken up and dropped by the triggers that Debian has for them.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import building
from environment import ROOT, say, stop
from frozen.trim import GUESTS
from linux import copyrights, manual, releases, shared_libraries

from journeys import licences
from journeys.identity import APP_ID

PACKAGE = "levensreis"
LINUX = ROOT / "packaging" / "linux"
AUTHORS = "The Levensreis authors <levensreis@localhost.invalid>"
"""Nobody answers there; who hands the package out puts a name and an address with --maintainer."""
NEEDED = ("libegl1", "libgl1", "libxkbcommon-x11-0")
"""What Qt opens by name while it runs, so that no library says it."""
RECOMMENDED = ("desktop-file-utils", "hicolor-icon-theme", "shared-mime-info", "xdg-utils")
TOLD = f"_internal/journeys/_resources/licences/{licences.COLLECTED}"
"""What the program shows of libraries that were frozen with it: of those that are not in the package, nothing."""
SUGGESTED = ("fonts-noto-core",)
"""For words on a map in scripts that our own fonts lack."""
DESCRIPTION = """\
journey mapping for municipalities
 Levensreis draws the journey of a person through a life event on a time axis
 that begins long before the desk. It shows in which phases the municipality
 is absent, how serious that is and who is there instead, puts personas beside
 each other, helps in workshops, and prints exact posters from A4 to A0.
 .
 It speaks Dutch and English, works without a network, and keeps every edit
 safe the moment it is made."""


@dataclass(frozen=True)
class Order:
    """What to make the package from, and how."""

    tree: Path
    out: Path
    version: str
    icons: Path | None = None
    revision: str = "1"
    maintainer: str = AUTHORS
    fast: bool = False

    @property
    def full_version(self) -> str:
        return f"{releases.debian_version(self.version)}-{self.revision}"


def build(order: Order) -> Path:
    """Lays the package out in a folder of its own and packs it; gives the file."""
    if not (order.tree / PACKAGE).is_file():
        stop(f"There is no frozen program in {order.tree}. First: python3 packaging/dev.py freeze")
    order.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="levensreis-deb-") as made:
        stage, work = Path(made, "stage"), Path(made, "work")
        (stage / "DEBIAN").mkdir(parents=True)
        lay_program(order.tree, stage)
        needs = needs_of(stage, work)
        lay_desktop(order.icons or drawn_icons(Path(made)), stage)
        lay_documents(order, stage)
        write(stage / "DEBIAN" / "control", control(order, stage, needs).encode())
        write(stage / "DEBIAN" / "md5sums", md5sums(stage).encode())
        building.make_even(stage, is_program)
        return pack(order, stage)


def lay_program(tree: Path, stage: Path) -> None:
    """The frozen folder without the libraries that Debian keeps, and a command on the path."""
    there = stage / "usr" / "lib" / PACKAGE
    shutil.copytree(tree, there, symlinks=True)
    debians = shared_libraries.of_the_system(tree)
    for library in debians:
        (there / library.relative_to(tree)).unlink()
    for package in shared_libraries.packages_of(library.name for library in debians):
        (there / TOLD / f"{package}.json").unlink(missing_ok=True)
    command = stage / "usr" / "bin" / PACKAGE
    command.parent.mkdir(parents=True)
    command.symlink_to(f"../lib/{PACKAGE}/{PACKAGE}")


def needs_of(stage: Path, work: Path) -> dict[str, list[str]]:
    """The fields that say what the package needs and likes to have."""
    libraries = shared_libraries.elves(stage / "usr" / "lib" / PACKAGE)
    found = shared_libraries.depends(stage, libraries, GUESTS, work)
    return {
        "Depends": with_these(found.get("Depends", []), NEEDED),
        "Recommends": with_these(found.get("Recommends", []), RECOMMENDED),
        "Suggests": list(SUGGESTED),
    }


def with_these(found: list[str], names: tuple[str, ...]) -> list[str]:
    there = {one.split()[0] for one in found}
    return sorted([*found, *(name for name in names if name not in there)])


def lay_desktop(icons: Path, stage: Path) -> None:
    """Menu entry, file type, description for software centres, and the icons as they lie in a theme."""
    share = stage / "usr" / "share"
    copy(LINUX / f"{APP_ID}.desktop", share / "applications" / f"{APP_ID}.desktop")
    copy(LINUX / f"{APP_ID}.mime.xml", share / "mime" / "packages" / f"{APP_ID}.xml")
    copy(releases.METAINFO, share / "metainfo" / releases.METAINFO.name)
    shutil.copytree(icons, share / "icons" / "hicolor")


def drawn_icons(folder: Path) -> Path:
    """Drawn anew, so that a package never has the icons of yesterday."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    import make_icons

    return make_icons.make(folder / "icons") / "hicolor"


def lay_documents(order: Order, stage: Path) -> None:
    """Manual pages, completion, copyright and what changed."""
    share, epoch = stage / "usr" / "share", building.epoch()
    for language, place in (("en", "man1"), ("nl", "nl/man1")):
        page = manual.page("nl" if language == "nl" else "en", order.version, epoch)
        write(share / "man" / place / "levensreis.1.gz", squeezed(page))
    write(share / "bash-completion" / "completions" / PACKAGE, manual.completion().encode())
    documents, year = share / "doc" / PACKAGE, dt.datetime.fromtimestamp(epoch, dt.UTC).year
    write(documents / "copyright", copyrights.text(licences.parts(), order.version, year).encode())
    write(
        documents / "changelog.Debian.gz",
        squeezed(releases.changelog(order.version, order.full_version, order.maintainer)),
    )
    copy(LINUX / "lintian-overrides", share / "lintian" / "overrides" / PACKAGE)


def control(order: Order, stage: Path, needs: dict[str, list[str]]) -> str:
    kilobytes = sum(-(-path.lstat().st_size // 1024) or 1 for path in stage.rglob("*") if not path.is_dir())
    fields = {
        "Package": PACKAGE,
        "Version": order.full_version,
        "Architecture": shared_libraries.architecture(),
        "Maintainer": order.maintainer,
        "Installed-Size": str(kilobytes),
        **{name: ", ".join(packages) for name, packages in needs.items()},
        "Section": "graphics",
        "Priority": "optional",
        "Description": DESCRIPTION,
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items() if value)


def md5sums(stage: Path) -> str:
    """By which Debian finds files that were changed after they were installed."""
    files = [path for path in sorted(stage.glob("usr/**/*")) if path.is_file() and not path.is_symlink()]
    sums = [(hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest(), path) for path in files]
    return "".join(f"{digest}  {path.relative_to(stage)}\n" for digest, path in sums)


def is_program(path: Path) -> bool:
    return shared_libraries.is_elf(path) and ".so" not in path.name


def pack(order: Order, stage: Path) -> Path:
    """dpkg-deb, with one thread: how a file is cut up for several would show in its bytes."""
    name = f"{PACKAGE}_{order.full_version}_{shared_libraries.architecture()}.deb"
    pressed = ["-Zgzip", "-z1"] if order.fast else ["-Zxz", "-z6"]
    command = ["dpkg-deb", "--root-owner-group", "--threads-max=1", *pressed, "--build", str(stage)]
    moment = {**os.environ, "SOURCE_DATE_EPOCH": str(building.epoch())}
    done = subprocess.run([*command, str(order.out / name)], env=moment, check=False, capture_output=True, text=True)
    if done.returncode:
        stop(f"{done.stderr}\ndpkg-deb could not make the package (see above).")
    return order.out / name


def squeezed(text: str) -> bytes:
    """gzip without a moment in it."""
    return gzip.compress(text.encode("utf-8"), 9, mtime=0)


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def copy(source: Path, path: Path) -> None:
    write(path, source.read_bytes())


def asked(arguments: list[str]) -> Order:
    parser = argparse.ArgumentParser(prog="deb.py", description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--tree", type=Path, default=ROOT / "dist" / PACKAGE, help="the frozen folder")
    parser.add_argument("--icons", type=Path, help="a theme of icons; usually drawn anew")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="where the package goes")
    parser.add_argument("--revision", default="1", help="of the packaging, when the program stays the same")
    parser.add_argument("--maintainer", default=AUTHORS, help='who hands it out: "Name <address>"')
    parser.add_argument("--fast", action="store_true", help="hardly pressed, to try something")
    return Order(version=building.version(), **vars(parser.parse_args(arguments)))


def main(arguments: list[str]) -> int:
    if shutil.which("dpkg-deb") is None or shutil.which("dpkg-shlibdeps") is None:
        stop("A package for Debian is made on Debian or Ubuntu, with dpkg-dev: apt install dpkg-dev")
    made = build(asked(arguments))
    say(f"{made.relative_to(ROOT) if made.is_relative_to(ROOT) else made}: {made.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
