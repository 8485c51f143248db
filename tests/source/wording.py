"""Finds texts of users on their way to where Qt takes a sign in them for something: menus, buttons, title bars."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tests.source.rules import Names

FIELDS: Final = frozenset(
    ("name", "title", "text", "label", "body", "question", "caption", "alt", "tagline", "place", "quote", "reason",
     "owner", "by", "organisation", "stem", "filename")
)  # fmt: skip
"""What the fields of the study are called in which people write, and the names of files."""
SAFE: Final = frozenset(("literal", "literal_title", "plain_tooltip", "len", "str.format"))
MNEMONIC: Final = {
    "QAction": 0, "QPushButton": 0, "QRadioButton": 0, "QCheckBox": 0, "QGroupBox": 0, "QCommandLinkButton": 0,
    "addMenu": 0, "setTitle": 0, "addTab": 1, "insertTab": 2, "setTabText": 1, "addButton": 0, "setWindowTitle": 0,
    "setText": 0, "setIconText": 0, "addSection": 0,
}  # fmt: skip
"""Where the text stands among the arguments of what takes `&` for a key mark, or `[*]` for a star."""
AS_IT_IS: Final = ("line", "item", "row", "field", "mime", "clipboard()")
"""What those are called whose setText() shows a text as it is: fields, rows of lists, the clipboard."""


def hands_over_users_words(node: ast.AST, names: Names) -> bool:
    """A menu, button, tab or title whose words hold, unescaped, what somebody wrote."""
    if not isinstance(node, ast.Call):
        return False
    holder, _, called = names.dotted(node.func).rpartition(".")
    if called == "setText" and holder.rpartition(".")[2] in AS_IT_IS:
        return False
    at = MNEMONIC.get(called)
    if at is None and called == "addAction" and node.args:
        at = 0
    if at is None or len(node.args) <= at:
        return False
    return any(_written_by_users(argument, names) for argument in node.args[at : at + 2])


def _written_by_users(node: ast.AST, names: Names) -> bool:
    if isinstance(node, ast.Call):
        if names.dotted(node.func).rpartition(".")[2] in SAFE:
            return False
        inside = [*node.args, *(keyword.value for keyword in node.keywords)]
        return any(_written_by_users(each, names) for each in inside)
    if isinstance(node, ast.Attribute):
        return node.attr in FIELDS and not names.dotted(node.value).endswith("colours")
    if isinstance(node, ast.JoinedStr | ast.FormattedValue | ast.BinOp | ast.IfExp | ast.BoolOp):
        return any(_written_by_users(each, names) for each in ast.iter_child_nodes(node))
    return False


def labels_a_row(node: ast.AST, names: Names) -> bool:
    """form.addRow("text", field): Qt makes a label of it, which takes text for markup."""
    if not (isinstance(node, ast.Call) and names.dotted(node.func).endswith(".addRow") and len(node.args) == 2):
        return False
    first = node.args[0]
    if isinstance(first, ast.Call):
        return names.dotted(first.func).rpartition(".")[2] in {"say", "_say", "many", "str", "format"}
    return isinstance(first, ast.Constant | ast.JoinedStr) or _written_by_users(first, names)
