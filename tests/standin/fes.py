"""Filters of FES 1.1 and 2.0 on rows: what clients send to PDOK's WFS, with or without namespaces."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

import numpy as np

from tests.standin.rows import RD, Row, Rows

COMPARED = {
    "PropertyIsEqualTo": lambda a, b: a == b,
    "PropertyIsNotEqualTo": lambda a, b: a != b,
    "PropertyIsLessThan": lambda a, b: a < b,
    "PropertyIsGreaterThan": lambda a, b: a > b,
    "PropertyIsLessThanOrEqualTo": lambda a, b: a <= b,
    "PropertyIsGreaterThanOrEqualTo": lambda a, b: a >= b,
}


class FilterError(Exception):
    """A filter that is no filter, or that is not understood."""


def local(tag: str) -> str:
    """The name of an element without its namespace or prefix."""
    return tag.rpartition("}")[2].rpartition(":")[2]


def parse(text: str) -> ElementTree.Element:
    """The one operator in a Filter."""
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise FilterError(f"the filter is not XML: {error}") from None
    if local(root.tag) != "Filter" or len(root) != 1:
        raise FilterError("the filter is not a Filter with one operator")
    return root[0]


def select(rows: Rows, operator: ElementTree.Element) -> np.ndarray:
    """Positions of the rows that a filter keeps, in order."""
    name = local(operator.tag)
    if name in ("And", "Or"):
        parts = [select(rows, child) for child in operator]
        found = parts[0]
        for part in parts[1:]:
            found = np.intersect1d(found, part) if name == "And" else np.union1d(found, part)
        return found
    if name == "Not":
        return np.setdiff1d(np.arange(len(rows)), select(rows, operator[0]))
    if name in ("BBOX", "Intersects"):
        return rows.within(_envelope(operator), RD)
    field = _field(rows, operator)
    if name == "PropertyIsEqualTo" and operator.get("matchCase", "true") == "true":
        return np.asarray(rows.where(field, _literal(operator)), dtype=np.int64)
    test = _test(name, operator)
    return np.asarray([i for i, row in enumerate(rows.rows) if test(row, field)], dtype=np.int64)


def _test(name: str, operator: ElementTree.Element) -> Any:
    if name in ("PropertyIsNull", "PropertyIsNil"):
        return lambda row, field: row[field] in (None, "")
    literal = _literal(operator)
    if name == "PropertyIsLike":
        pattern = _pattern(operator, literal)
        return lambda row, field: pattern.fullmatch(str(row[field])) is not None
    if name not in COMPARED:
        raise FilterError(f"operator {name} is not supported")
    compare = COMPARED[name]

    def test(row: Row, field: str) -> bool:
        value = row[field]
        if isinstance(value, (int, float)):
            try:
                return bool(compare(float(value), float(literal)))
            except ValueError:
                return False
        return bool(compare(str(value).lower(), literal.lower()))

    return test


def _pattern(operator: ElementTree.Element, literal: str) -> re.Pattern[str]:
    many = operator.get("wildCard", "*")
    one = operator.get("singleChar", "?")
    escape = operator.get("escapeChar", operator.get("escape", "\\"))
    made, characters = "", iter(literal)
    for character in characters:
        if character == escape:
            made += re.escape(next(characters, ""))
        else:
            made += ".*" if character == many else "." if character == one else re.escape(character)
    return re.compile(made, re.IGNORECASE if operator.get("matchCase") == "false" else 0)


def _field(rows: Rows, operator: ElementTree.Element) -> str:
    for child in operator:
        if local(child.tag) in ("PropertyName", "ValueReference"):
            name = local((child.text or "").strip())
            if len(rows) and name not in rows.rows[0]:
                raise FilterError(f"property {name} does not exist")
            return name
    raise FilterError("an operator without a property")


def _literal(operator: ElementTree.Element) -> str:
    for child in operator:
        if local(child.tag) == "Literal":
            return child.text or ""
    raise FilterError("an operator without a literal")


def _envelope(operator: ElementTree.Element) -> list[float]:
    corners = {local(e.tag): [float(v) for v in (e.text or "").split()] for e in operator.iter() if "Corner" in e.tag}
    if set(corners) != {"lowerCorner", "upperCorner"}:
        raise FilterError("only an Envelope in RD is supported")
    return corners["lowerCorner"] + corners["upperCorner"]
