import numpy as np
import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core.tables import Column, Table


def test_absent_values_become_null():
    values = np.array(["a", "", None, "0"], dtype=object)
    assert Column("naam", "text", values).cells() == ["a", None, None, "0"]


def test_nan_becomes_null_and_zero_stays():
    assert Column("aandeel", "real", np.array([0.0, np.nan, 0.5])).cells() == [0.0, None, 0.5]


def test_unknown_becomes_null_whatever_the_value():
    cells = Column("adressen", "integer", np.array([0, 3, 7]), np.array([True, False, True])).cells()
    assert cells == [None, 3, None]


def test_lists_are_taken_too():
    assert Column("adressen", "integer", [1, None, 0]).cells() == [1, None, 0]
    assert Column("adressen", "integer", [], np.array([], dtype=bool)).cells() == []


@pytest.mark.parametrize(("kind", "expected"), [("text", "3"), ("integer", 3), ("real", 3.0)])
@pytest.mark.parametrize("values", [[3], np.array([3]), np.array([3], dtype=np.uint8), np.array([3], dtype=object)])
def test_every_value_has_the_python_type_of_its_field(kind, expected, values):
    (cell,) = Column("x", kind, values).cells()
    assert (cell, type(cell)) == (expected, type(expected))


def test_a_table_without_geometry_needs_only_name_and_columns():
    table = Table("herkomst", (Column("bron", "text", ["BAG"]),))
    assert (table.geometry, list(table.wkb), table.style, table.description) == ("", [], "", "")
