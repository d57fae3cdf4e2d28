"""Identifiers as numbers, uses, addresses in one line."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.arrays import labels, text
from arbeidsmigratie.arbeidsmigratie_plugin.core.stock import (
    LIGPLAATS,
    STANDPLAATS,
    VERBLIJFSOBJECT,
    Stock,
    Zones,
    id_numbers,
    id_texts,
    positions,
)


def stock(n=1, **changes):
    """n objects in one street."""
    empty = labels([""] * n)
    columns = {
        "ids": id_numbers([f"045701{i:010d}" for i in range(n)]),
        "gemeentecode": labels(["0457"] * n),
        "gebruiksdoel": labels(["woonfunctie"] * n),
        "oppervlakte": np.full(n, 100.0),
        "straat": labels(["Dorpsstraat"] * n),
        "huisnummer": np.arange(1, n + 1),
        "huisletter": empty,
        "toevoeging": empty,
        "postcode": labels(["1234AB"] * n),
        "woonplaats": labels(["Dorp"] * n),
        "x": np.zeros(n),
        "y": np.zeros(n),
        "link_rows": np.empty(0, dtype=np.int64),
        "link_buildings": np.empty(0, dtype=np.int64),
    }
    return Stock(**{**columns, **changes})


@given(st.lists(st.integers(0, 10**16 - 1)))
def test_identifiers_come_back_with_their_zeros(numbers):
    texts = [f"{number:016d}" for number in numbers]
    assert id_texts(id_numbers(texts)).tolist() == texts


@pytest.mark.parametrize("wrong", ["", "NL.IMBAG.0457", "12a4", "1" * 17, "-5", "1.0", "¹²"])
def test_what_is_no_identifier_is_minus_one(wrong):
    assert id_numbers([wrong, "0457010000000001"]).tolist() == [-1, 457010000000001]


def test_kinds_by_identifier():
    found = stock(3, ids=id_numbers(["0457010000000001", "0457020000000001", "0457030000000001"]))
    assert found.kind.tolist() == [VERBLIJFSOBJECT, LIGPLAATS, STANDPLAATS]


def test_uses_are_words_not_parts_of_words():
    uses = ["woonfunctie", "woonfunctie,winkelfunctie", "", "overige gebruiksfunctie"]
    found = stock(4, gebruiksdoel=labels(uses))
    assert found.has_use("winkelfunctie").tolist() == [False, True, False, False]
    assert found.has_use("woonfunctie", "winkelfunctie").tolist() == [True, True, False, False]
    assert not found.has_use("functie", "gebruiksfunctie").any()


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({}, "Dorpsstraat 1, 1234AB Dorp"),
        ({"huisletter": labels(["A"]), "toevoeging": labels(["3"])}, "Dorpsstraat 1A-3, 1234AB Dorp"),
        ({"postcode": labels([""]), "huisnummer": np.zeros(1, dtype=int)}, "Dorpsstraat, Dorp"),
        ({"straat": labels([""]), "postcode": labels([""]), "woonplaats": labels([""])}, "1"),
    ],
)
def test_an_address_in_one_line(changes, line):
    assert stock(1, **changes).address(0) == line


@given(st.lists(st.integers(0, 30)), st.lists(st.integers(0, 30)))
def test_positions_are_those_of_the_first_equal(wanted, among):
    found = positions(np.array(wanted, dtype=np.int64), np.array(among, dtype=np.int64))
    assert found.tolist() == [among.index(w) if w in among else -1 for w in wanted]


def test_areas_of_a_kind():
    kinds = text(["vakantiepark", "bedrijventerrein", "camping, kampeerterrein"])
    zones = Zones(text("abc"), kinds, text(["", "", ""]), text(["", "", ""]), np.array([None] * 3, dtype=object))
    assert zones.of("camping, kampeerterrein", "vakantiepark").ids.tolist() == ["a", "c"]
    assert len(zones.of("vakantie")) == 0
    assert len(zones.take(np.zeros(3, dtype=bool)).of("vakantiepark")) == 0


def test_some_objects_keep_their_buildings():
    links = {"link_rows": np.array([0, 2, 2, 3]), "link_buildings": np.array([10, 20, 21, 30])}
    found = stock(4, **links).take(np.array([2, 0]))
    assert found.huisnummer.tolist() == [3, 1]
    assert sorted(zip(found.link_rows, found.link_buildings)) == [(0, 20), (0, 21), (1, 10)]
    assert found.address(0) == "Dorpsstraat 3, 1234AB Dorp"
