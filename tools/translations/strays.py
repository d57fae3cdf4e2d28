"""English texts that stand where no translation finds them: forgotten tr() or phrase().

A literal counts as English if it has one of the words below, which Dutch does not have. Left alone are docstrings,
SQL and other code, what only a programmer sees, and modules of which the texts stand in both languages side by side.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from .sources import ROOT, Source, constants, modules

#: Modules with every sentence in Dutch and in English, for fields and files that carry both.
BOTH = {
    "arbeidsmigratie_plugin/core/clusters/border_sentences.py",
    "arbeidsmigratie_plugin/core/clusters/comparability.py",
    "arbeidsmigratie_plugin/core/clusters/displacement_words.py",
    "arbeidsmigratie_plugin/core/clusters/sentences.py",
}

#: Calls of which the texts are for programmers, are code, or have their Dutch beside them.
_CALLS = {"ValueError", "TypeError", "RuntimeError", "KeyError", "OSError", "TimeoutError", "AssertionError"}
_BESIDE = {"Lack", "Bilingual"}
_CODE = {"execute", "executemany", "compile", "fullmatch", "findall", "search", "sub", "split", "replace"}

_WORDS = """
    the an and are be but by can't choose click does file files folder for from give given has have how it its layer
    layers lacks must no not on only select set settings than that there this to unknown what when where which who with
    without you your
"""
_ENGLISH = re.compile(rf"(?<![\w'/.:-])(?:{'|'.join(_WORDS.split())})(?![\w'/.:=-])", re.IGNORECASE)
_TWO_WORDS = re.compile(r"[A-Za-z']{2,}[,:;]? +[A-Za-z(']{2,}|[A-Za-z']{2,} +\{|\} +[A-Za-z']{2,}")

#: Code: it has words in capitals, or is one word.
_ALONE = re.compile(
    r"(?:SELECT|INSERT|CREATE|UPDATE|DELETE|PRAGMA|WHERE|ORDER|ALTER|DROP|RECOMPUTE|BEGIN|IF)\b|[^ ]*$"
    r"|(?:default-src|maxx|f_table_name)\b|.*\b(?:AND|NOT IN|IS NOT NULL|CASE WHEN)\b|(?s:.*WAT ZIT ERIN)"
)

#: Keys, names in data and a licence, which nobody reads as a sentence.
_DATA = {"the netherlands", "not begun", "end unknown", "{} as it is", "CC BY 4.0", "new file"}


def strays(paths: Iterable[Path] | None = None) -> list[Source]:
    """English literals that nothing translates.

    Args:
        paths: Modules; all of the plugin if left out.
    """
    found = []
    for path in modules() if paths is None else paths:
        name = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
        if name not in BOTH:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            found += [Source(text, name, line) for line, text in _strays(tree)]
    return found


def _strays(tree: ast.Module) -> Iterator[tuple[int, str]]:
    left_alone = {id(node) for node in constants(tree)} | _docstrings(tree) | _in_calls(tree)
    for node in ast.walk(tree):
        if id(node) in left_alone:
            continue
        if isinstance(node, ast.JoinedStr):
            parts = [one.value if isinstance(one, ast.Constant) else "{}" for one in node.values]
            left_alone.update(id(one) for one in node.values)
            text = "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        else:
            continue
        if _ENGLISH.search(text) and _TWO_WORDS.search(text) and text not in _DATA and not _ALONE.match(text):
            yield node.lineno, text


def _docstrings(tree: ast.Module) -> set[int]:
    """Texts that are statements by themselves."""
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def _in_calls(tree: ast.Module) -> set[int]:
    """Texts in calls that are no messages, and in comparisons."""
    found = set()
    for node in ast.walk(tree):
        name = getattr(node.func, "id", getattr(node.func, "attr", "")) if isinstance(node, ast.Call) else ""
        if name in _CALLS | _BESIDE | _CODE or isinstance(node, ast.Compare):
            found |= {id(one) for one in ast.walk(node) if isinstance(one, (ast.Constant, ast.JoinedStr))}
    return found
