"""Finds every text of the plugin that a person may read.

Qt's own tool knows calls of tr() only. Here a text counts that stands, as a literal,

1. in a call of tr() or phrase(), as its first argument, also as a choice: tr("one" if n == 1 else "more");
2. in a class: sentence of an error; TITLE, SHORT, HELP and GROUP of an algorithm;
3. as a value of a dictionary of which the name ends in NUMBERS, STRINGS or OUTPUTS (outputs of algorithms);
4. as the help of a parameter, the second argument of add(), or as title or help in a call that makes a parameter or
   output (_CALLS);
5. in a table that a for statement walks, where its names are title, text, told or description:
   for name, title in (("T1", "First date"), ...);
6. in the catalogue of services: what is said of a service that moved, and what it is for.

Whatever is a literal elsewhere and becomes visible later, is wrapped in phrase() where it stands.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDERS = (ROOT / "arbeidsmigratie_plugin", ROOT / "processing")

#: Function -> positions of the arguments that are texts.
_CALLS = {
    "tr": (0,),
    "phrase": (0,),
    "add": (1,),
    "add_output": (2, 4),
    "_add_number": (1, 6),
    "_add_choice": (1, 3),
}
_ATTRIBUTES = {"sentence", "TITLE", "SHORT", "HELP", "GROUP"}
_TABLES = ("NUMBERS", "STRINGS", "OUTPUTS")
_COLUMNS = {"title", "text", "told", "description"}
_SERVICES = "resources/services.json"
_OF_SERVICES = ("moved", "purpose")


@dataclass(frozen=True)
class Source:
    """One occurrence of a text.

    Attributes:
        text: English.
        file: Relative to the checkout.
        line: Where it starts.
    """

    text: str
    file: str
    line: int


def modules() -> list[Path]:
    """Modules of the plugin."""
    return sorted(path for folder in FOLDERS for path in folder.rglob("*.py"))


def sources(paths: Iterable[Path] | None = None) -> list[Source]:
    """Every text in order of file and line.

    Args:
        paths: Modules; all of the plugin, and its catalogue of services, if left out.
    """
    found = [] if paths is not None else _of_services()
    for path in modules() if paths is None else paths:
        name = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found += sorted({Source(node.value, name, node.lineno) for node in constants(tree)}, key=lambda one: one.line)
    return found


def _of_services() -> list[Source]:
    services = json.loads((ROOT / _SERVICES).read_text(encoding="utf-8"))
    return [
        Source(entry[name], _SERVICES, 1) for entry in services.values() for name in _OF_SERVICES if entry.get(name)
    ]


def constants(tree: ast.Module) -> Iterator[ast.Constant]:
    """The literals of a module that are texts.

    Args:
        tree: Of the module.
    """
    for node in ast.walk(tree):
        for place in _places(node):
            yield from _literals(place)


def _places(node: ast.AST) -> Iterator[ast.expr]:
    """Expressions of a node in which a text may stand."""
    if isinstance(node, ast.Call):
        positions = _CALLS.get(_name(node.func), ())
        yield from (node.args[at] for at in positions if at < len(node.args))
    elif isinstance(node, ast.ClassDef):
        given = [one for one in node.body if isinstance(one, (ast.Assign, ast.AnnAssign))]
        yield from (one.value for one in given if _target(one) in _ATTRIBUTES and one.value)
    elif isinstance(node, (ast.Assign, ast.AnnAssign)):
        if _target(node).endswith(_TABLES) and isinstance(node.value, ast.Dict):
            yield from node.value.values
    elif isinstance(node, (ast.For, ast.comprehension)):
        yield from _of_table(node.target, node.iter)


def _of_table(target: ast.expr, table: ast.expr) -> Iterator[ast.expr]:
    """What stands in the columns of a table that hold texts."""
    if isinstance(target, ast.Tuple) and isinstance(table, (ast.Tuple, ast.List)):
        for at, column in enumerate(target.elts):
            rows = (row.elts for row in table.elts if isinstance(row, ast.Tuple))
            yield from (row[at] for row in rows if getattr(column, "id", "") in _COLUMNS and at < len(row))


def _literals(node: ast.expr) -> Iterator[ast.Constant]:
    """Literals that an expression can be: itself, or one of its choices."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from _literals(value)


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _target(node: ast.stmt) -> str:
    """Name that a statement gives a value, "" if it gives none, or several."""
    if isinstance(node, ast.Assign) and len(node.targets) == 1:
        return getattr(node.targets[0], "id", "")
    return getattr(node.target, "id", "") if isinstance(node, ast.AnnAssign) else ""
