"""The rules hold in the whole source, and each of them bites."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.source.rules import RULES, broken

ROOT = Path(__file__).parents[2]
SOURCES = sorted(file for package in ("app", "journeys") for file in ROOT.joinpath(package).rglob("*.py"))

VIOLATIONS = {
    "layout item": ["layout.itemAt(0).widget()", "self.layout().itemAt(0)", "row.takeAt(0)", "g.itemAtPosition(0, 1)"],
    "own layout": ["from PySide6.QtWidgets import QLayout\nclass Flow(QLayout): ..."],
    "rich label": [
        "from PySide6.QtWidgets import QLabel\nQLabel(title)",
        "from PySide6 import QtWidgets as q\nq.QLabel()",
    ],
    "rich label class": ["from PySide6.QtWidgets import QLabel\nclass Title(QLabel): ..."],
    "rich tooltip": [
        "button.setToolTip(title)",
        "from PySide6.QtWidgets import QToolTip\nQToolTip.showText(at, title)",
    ],
    "rich help": ["button.setWhatsThis(title)"],
    "tooltip role": ["from PySide6.QtCore import Qt\nrole == Qt.ItemDataRole.ToolTipRole"],
    "message box": [
        "from PySide6.QtWidgets import QMessageBox\nQMessageBox.warning(None, a, b)",
        "QtWidgets.QMessageBox(parent)",
    ],
    "markup": ["document.setHtml(text)", "edit.insertHtml(text)", "edit.setMarkdown(text)"],
    "markup view": [
        "from PySide6.QtWidgets import QTextBrowser",
        "label.setTextFormat(Qt.TextFormat.RichText)",
    ],
    "markup widget": ["from PySide6.QtWidgets import QTextEdit", "q.QInputDialog.getText(self)", "QStaticText(a)"],
    "link of a label": ["label.setOpenExternalLinks(True)"],
    "progress": ["QProgressDialog(what, cancel, 0, 0, parent)"],
    "row label": ['form.addRow("Naam", field)', "form.addRow(say(text), field)", "form.addRow(step.title, field)"],
    "words of users": [
        "menu.addAction(step.title)",
        "QAction(persona.name, menu)",
        "QPushButton(icon, party.name)",
        'tabs.addTab(page, f"{journey.title} (2)")',
        'QCheckBox(say("Hide {title}", title=phase.name))',
        "self.setWindowTitle(document.study.title)",
        "menu.addMenu(say(title) if plain else phase.name)",
        "button.setText(shortened(note.text, 30))",
        'tabs.setTabText(0, "R&D: " + lane.title)',
    ],
    "decoder": ["from PySide6.QtGui import QImageReader", "QMovie(path)"],
    "drawing": ["from PySide6.QtSvg import QSvgRenderer", "import svglib"],
    "guessed picture": ["pixmap.loadFromData(data)", "QImage.fromData(data)"],
    "opened picture": ["from PIL import Image\nImage.open(path)"],
    "markup of the printer": ["from reportlab.platypus import Paragraph", "from reportlab.lib import colors"],
    "picture of the printer": ["canvas.drawInlineImage(path, 0, 0)", "ImageReader(path)"],
    "unpack": ["archive.extractall(folder)", "shutil.unpack_archive(path)"],
    "tree of XML": ["import xml.etree.ElementTree as ET", "from lxml import etree", "from xml.dom import minidom"],
    "tree of XML from elsewhere": [
        "from xml.etree import ElementTree as ET\nET.fromstring(data)",
        "from xml.etree.ElementTree import parse\nparse(path)",
    ],
    "database": ["import sqlite3\nsqlite3.connect(path)", "from sqlite3 import connect as c\nc(path)"],
    "write": [
        'open(path, "w")',
        'open(path, mode="ab")',
        'path.open("wb")',
        "open(path, mode)",
        'path.open("r+")',
    ],
    "write in one go": ["path.write_text(text)", "Path(path).write_bytes(data)"],
    "raw file": ["import os\nos.replace(a, b)", "from os import open as o\no(path, 1)"],
    "evaluate": ["eval(text)", "import builtins\nbuiltins.eval(text)", "exec(text)", '__import__("os")'],
    "unpickle": ["import pickle", "from yaml import load", "import marshal as m"],
    "network": ["import urllib.request", "from urllib import request", "import requests", "import socket"],
    "network of Qt": [
        "from PySide6 import QtNetwork",
        "from PySide6.QtNetwork import QTcpSocket",
        "from PySide6.QtNetwork import QLocalSocket, QTcpSocket",
        "import PySide6.QtNetwork",
    ],
    "local socket": ["from PySide6.QtNetwork import QLocalSocket", "from PySide6.QtNetwork import QLocalServer as S"],
    "process": ["import subprocess", "from multiprocessing import Pool", "import webbrowser"],
    "shell": ["import os\nos.system(text)", "from os import popen\npopen(text)"],
    "process of Qt": ["from PySide6.QtCore import QProcess"],
    "link": ["from PySide6.QtGui import QDesktopServices\nQDesktopServices.openUrl(url)"],
    "clean index": ["self.stack.setClean()"],
    "undo of Qt": ["from PySide6.QtGui import QUndoStack", "class Typed(QtGui.QUndoCommand): ..."],
    "text item": ["from PySide6.QtWidgets import QGraphicsTextItem"],
    "scene changed": ["self.scene.changed.connect(self.repaint)", "view.scene().changed.connect(f)"],
}
INNOCENT = [
    "open(path)", 'open(path, "rb")', 'path.open(encoding="utf-8")', "path.read_text()", "dialog.exec()",
    "from urllib.parse import urlsplit", "document.changed.connect(f)", "image = Image.open(path)",
    "from app.plain import label\nlabel(text)",
    "import re\nre.compile(pattern)", "box.addButton(text, QMessageBox.ButtonRole.AcceptRole)",
    "import os\nos.open(os.devnull, os.O_WRONLY)",
    "menu.addAction(literal(step.title))", 'QPushButton(say("Delete"))', "self.line.setText(party.name)",
    'menu.addMenu(say("{n} steps", n=len(steps)))', "form.addRow(PlainLabel(name), field)", "menu.addAction(act)",
    "QPushButton(icon(code, dress.colours.text), say(code))", "from xml.sax.saxutils import escape",
]  # fmt: skip


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_the_source_keeps_the_rules(file):
    place = file.relative_to(ROOT).as_posix()
    assert list(broken(file.read_text(encoding="utf-8"), place)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_planted_violation_is_found(rule):
    for source in VIOLATIONS[rule.name]:
        assert any(f": {rule.name}: " in line for line in broken(source, "app/planted.py")), source


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.allowed], ids=lambda rule: rule.name)
def test_a_rule_leaves_its_home_alone(rule):
    for source in VIOLATIONS[rule.name]:
        assert not [line for line in broken(source, rule.allowed[0]) if f": {rule.name}: " in line]


@pytest.mark.parametrize("source", INNOCENT)
def test_harmless_source_is_left_alone(source):
    assert list(broken(source, "app/planted.py")) == []


def test_every_rule_has_a_planted_violation():
    assert set(VIOLATIONS) == {rule.name for rule in RULES}
