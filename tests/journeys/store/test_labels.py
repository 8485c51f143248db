"""What the system keeps with a file, beside its bytes, outlives that the file is replaced."""

from __future__ import annotations

import os
import struct
import sys

import pytest

from journeys.store import files

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux hands these out in Python")
READ, WRITE, NOBODY = 4, 2, 0xFFFFFFFF
LIST = struct.pack("<I", 2) + b"".join(
    struct.pack("<HHI", *entry)
    for entry in ((1, READ | WRITE, NOBODY), (2, READ, 65_534), (4, 0, NOBODY), (16, READ, NOBODY), (32, 0, NOBODY))
)
"""The owner reads and writes, one other user reads, and nobody else."""


def labelled(path, name, value):
    path.write_bytes(b"oud")
    try:
        os.setxattr(path, name, value)
    except OSError:
        pytest.skip("this disk keeps none")
    return path


def test_a_label_stays_with_the_file_that_is_replaced(tmp_path):
    path = labelled(tmp_path / "Reis.levensreis", "user.mark", b"rood")
    files.write_whole(path, b"nieuw")
    assert path.read_bytes() == b"nieuw"
    assert os.getxattr(path, "user.mark") == b"rood"


def test_who_may_read_a_file_may_still_do_so_when_it_is_replaced(tmp_path):
    path = labelled(tmp_path / "Reis.levensreis", "system.posix_acl_access", LIST)
    rights = path.stat().st_mode
    files.write_whole(path, b"nieuw")
    assert os.getxattr(path, "system.posix_acl_access") == LIST
    assert path.stat().st_mode == rights
