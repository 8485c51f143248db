"""XML is read as a tree with lines, and nothing in it may grow, reach out or nest without end."""

from __future__ import annotations

import pytest

from journeys.errors import ExchangeError
from journeys.exchange import xml_tree
from journeys.exchange.xml_writing import Node, written


def refused(data):
    with pytest.raises(ExchangeError) as caught:
        xml_tree.parse(data)
    return caught.value


def test_an_element_knows_its_name_attributes_text_and_line():
    root = xml_tree.parse(b'<?xml version="1.0"?>\n<a:b xmlns:a="urn:x" c="1">\n  <d> e </d>\n</a:b>')
    assert (root.name, root.space, root.attributes, root.line, root.text) == ("b", "urn:x", {"c": "1"}, 2, "")
    assert (root.children[0].name, root.children[0].text, root.children[0].line) == ("d", " e ", 3)
    assert root.said("d") == "e"


def test_what_is_written_is_read_again_whatever_signs_are_in_it():
    text = 'a & b < c > "d" \' ]]> é 😀\n\ttwee\r\x00'
    root = Node("a")
    root.add("b", text, {"c": text})
    found = xml_tree.parse(written(root)).children[0]
    assert found.text == text.replace("\x00", "")
    assert found.attributes["c"] == text.replace("\x00", "")


def test_lines_above_the_first_element_count():
    assert xml_tree.parse(b"\r\n \n<?xml version='1.0'?>\n<a/>").line == 4
    assert refused(b"\n\n<a>\n<b></a>").values == {"line": 4, "column": 6}


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("utf-16", "utf-16"), ("latin-1", "iso-8859-1"),
     ("cp1252", "windows-1252")],
)  # fmt: skip
def test_the_usual_encodings_are_read(encoding, declared):
    data = f"<?xml version='1.0' encoding='{declared}'?><a>één €</a>".replace("€" if encoding == "latin-1" else "", "")
    assert xml_tree.parse(data.encode(encoding)).text.startswith("één")


def test_older_windows_text_that_says_it_is_utf_8_is_read_and_told():
    root, remarks = xml_tree.read("<?xml version='1.0' encoding='UTF-8'?><a>één “twee”</a>".encode("cp1252"))
    assert root.text == "één “twee”"
    assert [remark.code for remark in remarks] == ["grid.windows"]


BOMB = b'<!DOCTYPE a [<!ENTITY b "' + b"c" * 1000 + b'">' + b'<!ENTITY d "&b;&b;&b;">' + b"]><a>&d;</a>"
HOSTILE = {
    "bomb": (BOMB, "xml.dtd"),
    "outside": (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "xml.dtd"),
    "doctype": (b'<!DOCTYPE a SYSTEM "a.dtd"><a/>', "xml.dtd"),
    "entity": (b"<a>\n&nbsp;</a>", "xml.entity"),
    "deep": (b"<a>" * 700_000, "xml.syntax"),
    "very deep": (b"<a>" * 1_300_000, "xml.too_many"),
    "deep and closed": (b"<a>" * 61 + b"</a>" * 61, "xml.deep"),
    "many": (b"<a>" + b"<b/>" * 1_700_000 + b"</a>", "xml.too_many"),
    "comments": (b"<a>" + b"<!---->" * 1_210_000 + b"</a>", "xml.too_many"),
    "attributes": (b"<a " + b" ".join(b'a%d=">"' % number for number in range(400_000)) + b"/>", "xml.too_many"),
    "xinclude": (b'<a xmlns:i="http://www.w3.org/2001/XInclude"><i:include href="b.xml"/></a>', "xml.include"),
    "unclosed": (b"<a><b>", "xml.syntax"),
    "twice": (b"<a/><b/>", "xml.syntax"),
    "ampersand": (b"<a>\nR&D</a>", "xml.syntax"),
    "text": (b"stap een", "xml.syntax"),
    "empty": (b" \n", "xml.empty"),
    "mark only": (b"\xef\xbb\xbf", "xml.empty"),
    "encoding": (b'<?xml version="1.0" encoding="klingon"?><a/>', "xml.encoding"),
    "wide": (b'<?xml version="1.0" encoding="utf-16"?><a/>', "xml.encoding"),
}


@pytest.mark.parametrize(("data", "code"), HOSTILE.values(), ids=list(HOSTILE))
def test_E2_xml_that_grows_reaches_out_or_nests_is_refused(data, code):
    assert refused(data).code == code


def test_E2_fifty_megabytes_of_anything_are_refused_before_they_are_held(monkeypatch):
    monkeypatch.setattr(xml_tree, "MOST_BYTES", 1000)
    assert refused(b"<a>" + b"x" * 1000).code == "xml.too_large"


def test_text_between_elements_is_kept_and_indents_are_not():
    assert xml_tree.parse(b"<a>een<b/>twee<!-- x -->drie<b/></a>").text == "eentweedrie"
    assert xml_tree.parse(b"<a>\n  <b/>\n</a>").text == ""


def test_the_elements_come_in_the_order_of_the_file():
    root = xml_tree.parse(b"<a><b><c/></b><d/></a>")
    assert [each.name for each in root.every()] == ["a", "b", "c", "d"]


def test_instructions_stand_with_the_element_in_which_they_are():
    assert xml_tree.parse(b"<?x above?><a><?y {1}?><b><?y 2?></b></a>").instructions == (("y", "{1}"),)
