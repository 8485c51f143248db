"""Small mistakes that somebody could make in a module: each is one place of its text, written otherwise."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

FLIPPED: Final[dict[type[ast.AST], Any]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.Div: ast.Mult,
    ast.Mod: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr, ast.LShift: ast.RShift, ast.RShift: ast.LShift,
}  # fmt: skip
SWAPPED: Final = {"any": "all", "all": "any", "min": "max", "max": "min"}


class Mutant(NamedTuple):
    """`text` is the module with the mistake; `function` the outermost one it lies in, "" where it lies in none."""

    file: str
    line: int
    last: int
    function: str
    before: str
    after: str
    text: str

    @property
    def name(self) -> str:
        return f"{self.file}:{self.line} {self.function or 'module'}: {one_line(self.before)} → {one_line(self.after)}"


def one_line(text: str) -> str:
    return " ".join(text.split())


def mutants(file: str, text: str) -> list[Mutant]:
    """Every mutant of a module whose text is `text`, in the order of its lines."""
    lines = text.encode().splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    data = text.encode()
    made = []
    for node, after, function in _changes(ast.parse(text)):
        start = starts[node.lineno - 1] + node.col_offset
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        end = starts[node.end_lineno - 1] + node.end_col_offset
        changed = (data[:start] + after.encode() + data[end:]).decode()
        made.append(Mutant(file, node.lineno, node.end_lineno, function, data[start:end].decode(), after, changed))
    return sorted(made, key=lambda one: (one.line, one.before, one.after))


def _changes(tree: ast.Module) -> Iterator[tuple[ast.expr | ast.stmt, str, str]]:
    """(node, its text otherwise, the function around it)."""
    todo: list[tuple[ast.AST, str, bool]] = [(node, "", False) for node in _parts(tree)]
    while todo:
        node, function, inside = todo.pop()
        if isinstance(node, ast.expr | ast.stmt):
            for after in _otherwise(node):
                yield node, after, function
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not inside:
            function = f"{function}.{node.name}".lstrip(".")
            inside = isinstance(node, ast.FunctionDef)
        todo += [(part, function, inside) for part in _parts(node)]


def _parts(node: ast.AST) -> list[ast.AST]:
    """What is looked at inside: no annotations, decorators, texts for people, or imports for types."""
    if isinstance(node, ast.FunctionDef):
        return [*node.args.defaults, *(one for one in node.args.kw_defaults if one is not None), *node.body]
    if isinstance(node, ast.AnnAssign):
        return [node.value] if node.value is not None else []
    if isinstance(node, ast.ClassDef):
        return list(node.body)
    if isinstance(node, ast.JoinedStr) or _for_types(node):
        return []  # inside a text with values the places of nodes are not told rightly
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and _logs(node.value):
        return []
    return list(ast.iter_child_nodes(node))


def _for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def _logs(call: ast.Call) -> bool:
    return ast.unparse(call.func).startswith("_log.")


def _otherwise(node: ast.expr | ast.stmt) -> Iterator[str]:
    match node:
        case ast.Compare(ops=[op]) if type(op) in FLIPPED:
            yield _written(ast.Compare(node.left, [FLIPPED[type(op)]()], node.comparators))
        case ast.BoolOp():
            yield _written(ast.BoolOp(FLIPPED[type(node.op)](), node.values))
        case ast.BinOp() if type(node.op) in FLIPPED:
            yield _written(ast.BinOp(node.left, FLIPPED[type(node.op)](), node.right))
        case ast.UnaryOp(op=ast.Not()):
            yield _written(node.operand)
        case ast.IfExp():
            yield _written(ast.IfExp(_denied(node.test), node.body, node.orelse))
        case ast.Constant():
            yield from _other_value(node.value)
        case ast.Call():
            yield from _other_call(node)
        case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            yield from _unfiltered(node)
        case ast.stmt():
            yield from _other_statement(node)


def _other_value(value: object) -> Iterator[str]:
    if isinstance(value, bool):
        yield str(not value)
    elif isinstance(value, int | float):
        yield repr(value + 1)


def _other_call(call: ast.Call) -> Iterator[str]:
    if isinstance(call.func, ast.Name) and call.func.id in SWAPPED:
        yield _written(ast.Call(ast.Name(SWAPPED[call.func.id]), call.args, call.keywords))
    for keyword in call.keywords:
        if keyword.arg is not None:
            yield _written(ast.Call(call.func, call.args, [one for one in call.keywords if one is not keyword]))
    if len(call.args) > 1 and not any(isinstance(one, ast.Starred) for one in call.args):
        yield _written(ast.Call(call.func, call.args[:-1], call.keywords))


def _unfiltered(made: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp) -> Iterator[str]:
    for at, one in enumerate(made.generators):
        if one.ifs:
            bare = ast.comprehension(one.target, one.iter, [], one.is_async)
            others = [*made.generators[:at], bare, *made.generators[at + 1 :]]
            fields = {name: value for name, value in ast.iter_fields(made) if name != "generators"}
            yield _written(type(made)(**fields, generators=others))


def _other_statement(node: ast.stmt) -> Iterator[str]:
    match node:
        case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield "return None"
        case ast.Expr(value=ast.Call() as call) if not _logs(call):
            yield "pass"
        case ast.AugAssign() | ast.Raise() | ast.Delete() | ast.Continue() | ast.Break():
            yield "pass"
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            yield "pass"
        case ast.If() if _for_types(node):
            return
        case ast.If(test=ast.Name() | ast.Attribute() | ast.Call() | ast.NamedExpr()):
            yield _reversed(node)


def _reversed(node: ast.If) -> str:
    """The same with its question the other way round; the text stays as it stands in the file."""
    copy = ast.If(_denied(node.test), node.body, node.orelse)
    ast.copy_location(copy, node)
    first, *rest = ast.unparse(ast.fix_missing_locations(copy)).split("\n")
    return "\n".join([first, *(" " * node.col_offset + line for line in rest)])


def _denied(test: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.Not(), test)


def _written(node: ast.expr) -> str:
    """In brackets, as nobody knows what stands around it."""
    return f"({ast.unparse(ast.fix_missing_locations(node))})"
