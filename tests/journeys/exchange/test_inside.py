"""What stands in a file decides what it is, where several kinds end in the same way."""

from __future__ import annotations

import pytest

from journeys.exchange import formats, inside


@pytest.mark.parametrize(
    ("suffix", "text", "code"),
    [
        (".xml", '<?xml version="1.0"?>\n<!-- <cjml> -->\n<graphml xmlns="x">', "graphml"),
        (".XML", "<CJML version='2.0'>", "cjml"),
        (".xml", "<c:CJML xmlns:c='x'>", "cjml"),
        (".xml", "<mxfile>", ""),
        (".xml", "", ""),
        (".txt", "journey\n  title Reis\n", "mermaid"),
        (".txt", "```mermaid\r\njourney\r\n  Bellen: 3: Sanne\r\n```", "mermaid"),
        (".txt", "journey\nBellen\nWachten\n", ""),
        (".txt", "Mijn journey: 3 stappen\n", ""),
        (".json", '{"$schema": "x", "format" : "levensreis"}', "json"),
        (".json", '{"stages": []}', ""),
        (".mmd", "journey\n  title Reis\n", ""),
    ],
)
def test_the_beginning_tells_the_format(suffix, text, code):
    for data in (text.encode(), text.encode("utf-8-sig"), text.encode("utf-16")):
        assert inside.code(suffix, data) == code


def test_bytes_that_are_no_text_tell_nothing():
    for suffix in (".xml", ".txt", ".json"):
        assert inside.code(suffix, bytes(range(256)) * 10) == ""


def test_a_file_without_anything_telling_is_what_its_suffix_says(tmp_path):
    assert formats.by_contents(tmp_path / "x.xml", b"<mxfile/>").code == "cjml"
    assert formats.by_contents(tmp_path / "x.txt", b"Bellen\n").code == "txt"
