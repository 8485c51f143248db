"""Makes so many edits in a working copy while every system call is recorded; tells what was acknowledged."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.crash.victim import edit_all

if __name__ == "__main__":
    case = Path(sys.argv[1])
    os.environ["LEVENSREIS_DATA"] = str(case / "data")
    edit_all(case, int(sys.argv[2]))
