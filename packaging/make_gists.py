"""Writes resources/gists.json: each life event in a few strokes, for the page that offers them.

Run it when a life event changes: python packaging/make_gists.py
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from journeys import templates
from journeys.analysis import gist

TARGET = Path(__file__).resolve().parent.parent / "resources" / "gists.json"


def made() -> str:
    """What the file must hold: code → gist, as text."""
    found = {code: gist.written(gist.gist(templates.create(code, "nl"))) for code, _ in templates.life_events()}
    return json.dumps(found, indent=1) + "\n"


def main() -> int:
    TARGET.write_text(made(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
