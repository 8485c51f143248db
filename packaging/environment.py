"""The development environment in .venv: made from nothing, kept equal to the lock, left alone when it is."""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCK = ROOT / "packaging" / "requirements.lock"
STAMP = VENV / "levensreis.stamp"
VERSIONS = [(3, minor) for minor in range(11, 15)]

# What PySide6 links against and does not bring along, and the Debian or Ubuntu package that has it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
SCREEN_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# What other desktops have on top, and printing: who freezes the program for everybody wants these here too.
DESKTOP_LIBRARIES = {
    "libcups.so.2": "libcups2",
    "libgtk-3.so.0": "libgtk-3-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}


def stop(message: str) -> NoReturn:
    print(message, file=sys.stderr, flush=True)
    raise SystemExit(2)


def say(message: str) -> None:
    print(message, flush=True)


def install_command(packages: list[str]) -> str:
    """How to install these Debian packages here: with sudo unless we are root."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return f"    {'' if root else 'sudo '}apt install {' '.join(sorted(set(packages)))}"


def prepare() -> None:
    """Leaves a .venv that equals the lock and holds this project; quick when it already does."""
    if not PYTHON.exists() or not same_place():
        create()
    elif STAMP.exists() and STAMP.read_text(encoding="utf-8") == stamp():
        return
    started = time.monotonic()
    say("Installing the libraries of the lock into .venv (the first time some 140 MB come in) …")
    pip("install", "--require-hashes", "--only-binary=:all:", "--requirement", str(LOCK))
    pip("install", "--no-build-isolation", "--no-deps", "--editable", str(ROOT))
    probe_qt()
    STAMP.write_text(stamp(), encoding="utf-8")
    say(f"Ready in {time.monotonic() - started:.0f} s.")


def stamp() -> str:
    """What the environment was made for: its place on the first line, then a digest of lock and project."""
    digest = hashlib.sha256(LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    return f"{place()}\n{digest}\n"


def place() -> str:
    """Where the environment lies and the Python behind it: when one of them changes, it is remade."""
    return f"{ROOT} {PYTHON.resolve()}"


def same_place() -> bool:
    """Whether .venv was made where it is now: its scripts hold absolute paths. Unstamped ones must have pip."""
    if not STAMP.exists():
        return subprocess.run([PYTHON, "-c", "import pip"], check=False, capture_output=True).returncode == 0
    return STAMP.read_text(encoding="utf-8").splitlines()[:1] == [place()]


def create() -> None:
    python = interpreter()
    if VENV.exists():
        shutil.rmtree(VENV)
    say(f"Making .venv with {python} …")
    made = subprocess.run([python, "-m", "venv", str(VENV)], check=False, capture_output=True, text=True)
    if made.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        stop(f"Python could not make a virtual environment:\n{made.stdout}{made.stderr}")


def interpreter() -> str:
    """A Python of a version that we support and that can make environments; stops with what to install."""
    if sys.version_info[:2] in VERSIONS:
        candidates = [sys.executable]
    else:
        candidates = [f"python{major}.{minor}" for major, minor in VERSIONS]
    for python in candidates:
        version = version_of(python)
        if version and can_make_environments(python):
            return python
        if version:
            stop(
                f"Python {version} is here, without the part that makes virtual environments. Install it:\n"
                f"{install_command([f'python{version}-venv'])}\n"
                "and run this command again. (Not Debian or Ubuntu? The part is called venv, or ensurepip.)"
            )
    stop(
        f"Levensreis needs Python 3.11 to 3.14; this is {sys.version.split()[0]}. On Debian or Ubuntu:\n"
        f"{install_command(['python3.11', 'python3.11-venv'])}"
    )


def version_of(python: str) -> str:
    """The "3.11" of an interpreter that starts and that we support, else an empty string."""
    if not (path := shutil.which(python)):
        return ""
    code = "import sys; print(*sys.version_info[:2], sep='.')"
    answer = subprocess.run([path, "-c", code], check=False, capture_output=True, text=True)
    version = answer.stdout.strip()
    return version if version in {f"{major}.{minor}" for major, minor in VERSIONS} else ""


def can_make_environments(python: str) -> bool:
    probe = subprocess.run([python, "-c", "import ensurepip, venv"], check=False, capture_output=True)
    return probe.returncode == 0


def pip(*arguments: str) -> None:
    """Runs pip in the environment and shows its words only when it fails."""
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    if done.returncode:
        stop(f"{done.stdout[-2000:]}\n{done.stderr[-4000:]}\npip could not install the lock (see above).")


def probe_qt() -> None:
    """Stops with the packages to install when Qt cannot load because the system lacks a library."""
    missing = missing_packages(QT_LIBRARIES | screen_libraries())
    code = "import PySide6.QtWidgets, PySide6.QtSvg, PySide6.QtPrintSupport"
    probe = subprocess.run([PYTHON, "-c", code], check=False, capture_output=True, text=True)
    if probe.returncode == 0:
        return
    reason = probe.stderr.strip().splitlines()[-1] if probe.stderr.strip() else f"exit {probe.returncode}"
    if not missing:
        stop(f"Qt does not start here: {reason}")
    stop(f"Qt needs system libraries that are not here ({reason}). Install:\n{install_command(missing)}")


def probe_screen() -> None:
    """Stops with the packages to install when Qt could not open a window on this screen."""
    if missing := missing_packages(screen_libraries()):
        stop(f"To open a window Qt needs more system libraries. Install:\n{install_command(missing)}")


def screen_libraries() -> dict[str, str]:
    """What a window on an X11 screen needs on top; nothing where no such window will open."""
    on_x11 = os.environ.get("QT_QPA_PLATFORM", "xcb").startswith("xcb") and os.environ.get("DISPLAY")
    return SCREEN_LIBRARIES if on_x11 else {}


def missing_packages(libraries: dict[str, str]) -> list[str]:
    if sys.platform != "linux":
        return []
    return sorted({package for name, package in libraries.items() if not loads(name)})


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
