"""Finds what QGIS 4 (Qt 6) or QGIS 3.22 doesn't know: unscoped enums, names that moved or are gone.

Asks the QGIS that is installed what a name is, so that no list of enums has to be kept.
"""

from __future__ import annotations

import ast
import enum
import importlib
import inspect
import os
import sys
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Optional

ROOT = Path(__file__).resolve().parent.parent
CHECKED = ("__init__.py", "arbeidsmigratie_plugin", "processing", "tools", "tests")

#: Measured as a method of a peer, and never installed.
EXEMPT = ("tools/bench/peerloop",)

_MODULES = ("qgis.core", "qgis.gui", *(f"qgis.PyQt.{name}" for name in ("QtCore", "QtGui", "QtWidgets", "QtNetwork")))
_FOREIGN = {"PyQt5", "PyQt6", "PySide2", "PySide6", "sip"}
_FROM_WIDGETS = {"QAction", "QActionGroup", "QShortcut", "QUndoCommand", "QUndoStack", "QUndoGroup"}
_GONE = {
    "QRegExp": "QRegularExpression",
    "QRegExpValidator": "QRegularExpressionValidator",
    "QDesktopWidget": "QScreen",
    "QTextCodec": "Python's codecs",
    "QVariant": "None, and the types of OGR or of a layer's address",
    "QMetaType": "the types of OGR or of a layer's address",
    "QGLWidget": "QOpenGLWidget",
    "QMatrix": "QTransform",
}
_METHODS = {"exec_": "exec", "print_": "print", "setTabStopWidth": "setTabStopDistance", "toPyDateTime": "toPython"}


@dataclass(frozen=True)
class Finding:
    """A place in the code.

    Attributes:
        path: File.
        line: Its line.
        text: What is wrong, and what to write.
    """

    path: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.text}"


@dataclass
class _Reader(ast.NodeVisitor):
    """Reads one file.

    Attributes:
        path: Its name in messages.
        known: Name in the file -> what QGIS has under it.
        others: Names of what is imported from elsewhere.
        passed: What is called, or has a name of its own behind it, and so is no member of an enum.
        found: What is wrong.
    """

    path: str
    known: dict[str, Any] = field(default_factory=dict)
    others: set[str] = field(default_factory=set)
    passed: set[ast.AST] = field(default_factory=set)
    found: list[Finding] = field(default_factory=list)

    def say(self, node: ast.AST, text: str) -> None:
        self.found.append(Finding(self.path, getattr(node, "lineno", 1), text))

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            self.others.add((alias.asname or alias.name).split(".")[0])
            if alias.name.split(".")[0] in _FOREIGN:
                self.say(node, f"import from qgis.PyQt, not {alias.name}")

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        module = node.module or ""
        if node.level == 0 and module.split(".")[0] in _FOREIGN:
            self.say(node, f"import from qgis.PyQt, not {module}")
        elif node.level == 0 and module.split(".")[0] == "qgis":
            for alias in node.names:
                self._imported(node, module, alias)
        else:
            self.others |= {alias.asname or alias.name for alias in node.names}

    def _imported(self, node: ast.ImportFrom, module: str, alias: ast.alias) -> None:
        if alias.name in _GONE and module.startswith("qgis.PyQt"):
            self.say(node, f"{alias.name} is not the same in Qt 6: use {_GONE[alias.name]}")
        elif alias.name in _FROM_WIDGETS and module == "qgis.PyQt.QtGui":
            self.say(node, f"import {alias.name} from qgis.PyQt.QtWidgets: QGIS 3.22 has it there, QGIS 4 too")
        elif alias.name == "*":
            self.say(node, f"name what you import from {module}")
        else:
            there, value = _member(module, alias.name)
            if not there:
                self.say(node, f"{module} of this QGIS has no {alias.name}")
            self.known[alias.asname or alias.name] = value

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Inside a class, self is what the class is made of."""
        bases = [base for base in map(self._resolve, node.bases) if inspect.isclass(base)]
        before = {name: self.known.get(name) for name in ("self", "cls")}
        self.known.update(dict.fromkeys(before, bases[0] if bases else None))
        self.generic_visit(node)
        self.known.update(before)

    def visit_Call(self, node: ast.Call) -> None:
        self.passed.add(node.func)
        self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        """A short name for a class of QGIS, as in: kinds = QWizard.WizardButton."""
        self.generic_visit(node)
        value = self._resolve(node.value)
        for target in node.targets:
            if isinstance(target, ast.Name):
                self.known[target.id] = value

    def visit_Attribute(self, node: ast.Attribute) -> None:
        self.passed.add(node.value)
        self.generic_visit(node)
        if node.attr in _METHODS:
            self.say(node, f"{node.attr} is gone in Qt 6: use {_METHODS[node.attr]}")
            return
        owner = self._resolve(node.value)
        if inspect.isclass(owner):
            self._of_class(node, owner)
        elif owner is None and node not in self.passed and self._looks_like_a_member(node):
            scoped = _members().get(node.attr)
            if scoped:
                self.say(node, f"{node.attr} of an object: use {scoped}")

    def _of_class(self, node: ast.Attribute, owner: type) -> None:
        value = getattr(owner, node.attr, None)
        scoped = _scoped(owner, node.attr)
        named = _is_enum(owner) or (isinstance(node.value, ast.Name) and node.value.id not in ("self", "cls"))
        if scoped:
            self.say(node, f"{owner.__name__}.{node.attr} is unscoped: use {scoped}")
        elif inspect.isclass(value) and _is_flags(value):
            self.say(node, f"{owner.__name__}.{node.attr} is gone in Qt 6: join its flags with |")
        elif named and not hasattr(owner, node.attr):
            self.say(node, f"{owner.__name__} of this QGIS has no {node.attr}")

    def _looks_like_a_member(self, node: ast.Attribute) -> bool:
        """Of an object whose class is not known: a capital, and not of an enum that is named right before."""
        before = getattr(node.value, "attr", getattr(node.value, "id", ""))
        root = node.value
        while isinstance(root, ast.Attribute):
            root = root.value
        foreign = not isinstance(root, ast.Name) or root.id in self.others
        return node.attr[:1].isupper() and not node.attr.isupper() and not before[:1].isupper() and not foreign

    def _resolve(self, node: ast.AST) -> Optional[Any]:
        """What QGIS has under a dotted name; None if it is something else."""
        if isinstance(node, ast.Name):
            return self.known.get(node.id)
        if isinstance(node, ast.Attribute):
            owner = self._resolve(node.value)
            return None if owner is None or isinstance(node.value, ast.Call) else getattr(owner, node.attr, None)
        return None


def _member(module: str, name: str) -> tuple[bool, Optional[Any]]:
    """Whether a module has a name or a module of that name, and what it is."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return True, getattr(importlib.import_module(module), name)
        except (ImportError, AttributeError):
            pass
        try:
            return True, importlib.import_module(f"{module}.{name}")
        except ImportError:
            return False, None


def _scoped(owner: type, name: str) -> str:
    """How an enum's member is written in full; "" if it already is, or is no such member."""
    value = getattr(owner, name, None)
    kind = type(value)
    if value is None or issubclass(owner, kind) or not _is_enum(kind):
        return ""
    for above in owner.__mro__:
        scopes = [key for key, held in vars(above).items() if held is kind]
        if scopes:
            return f"{above.__name__}.{scopes[0]}.{name}"
    return f"{kind.__qualname__}.{name}"


def _is_enum(kind: type) -> bool:
    """Of Python, or of PyQt 5."""
    return issubclass(kind, enum.Enum) or type(kind).__name__ == "enumtype"


def _is_flags(kind: type) -> bool:
    """A set of flags of PyQt 5, which in Qt 6 is the enum itself."""
    return not issubclass(kind, int) and not _is_enum(kind) and {"__invert__", "__ixor__", "__int__"} <= set(dir(kind))


@lru_cache(maxsize=1)
def _members() -> dict[str, str]:
    """Every member of an enum that QGIS and Qt let one write without its scope -> how it is written in full."""
    found: dict[str, str] = {}
    for module in map(importlib.import_module, _MODULES):
        for owner in filter(inspect.isclass, vars(module).values()):
            dir(owner)  # fills what is lazy
            for name in vars(owner):
                if name[:1].isupper() and name not in found and not _is_enum(owner):
                    scoped = _scoped(owner, name)
                    found.update({name: scoped} if scoped else {})
    return found


def check(source: str, path: str = "") -> list[Finding]:
    """What is wrong with a piece of Python.

    Args:
        source: The text.
        path: Its name in messages.
    """
    reader = _Reader(path)
    reader.visit(ast.parse(source))
    return sorted(reader.found, key=lambda one: one.line)


def files(places: Iterable[str] = CHECKED) -> Iterator[Path]:
    """The Python files that must run on QGIS 3.22 to 4.

    Args:
        places: Files and folders, from the root of the checkout.
    """
    for place in map(ROOT.joinpath, places):
        for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            name = path.relative_to(ROOT).as_posix()
            if "node_modules" not in path.parts and not name.startswith(EXEMPT):
                yield path


def main() -> int:
    """Says what is wrong; exit status 1 if something is."""
    importlib.import_module("qgis.core").QgsApplication.setPrefixPath("/usr", True)  # or it warns that it has none
    found = [
        finding
        for path in files()
        for finding in check(path.read_text(encoding="utf-8"), path.relative_to(ROOT).as_posix())
    ]
    print("\n".join(map(str, found)) if found else "Qt 6: no unscoped enums, nothing that moved or is gone")
    return 1 if found else 0


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    os._exit(status)  # what Python frees after QGIS has gone can crash
