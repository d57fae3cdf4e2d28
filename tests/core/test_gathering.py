"""Deliveries that were counted apart, put together."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.address import Address, Unmatched
from arbeidsmigratie.arbeidsmigratie_plugin.core.bag import from_columns
from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import (
    AddressesSharedError,
    LayerEmptyError,
    RegistrationsElsewhereError,
)
from arbeidsmigratie.arbeidsmigratie_plugin.core.gathering import CountedAddresses, check_shared, gather
from arbeidsmigratie.arbeidsmigratie_plugin.core.placing import UnmatchedAddress

IN_USE, GONE = "Verblijfsobject in gebruik", "Verblijfsobject ingetrokken"


def object_id(number):
    return f"980101{number:010d}"


def bag(numbers, status=None):
    columns = {
        "adresseerbaarobject_id": [object_id(n) for n in numbers],
        "gemeentecode": ["9801" if n < 50 else "9802" for n in numbers],
        "status": status or [IN_USE] * len(numbers),
    }
    return from_columns(columns, np.arange(len(numbers), dtype=float), np.zeros(len(numbers)))


def layer(counts, label="a.gpkg", code="", delivered=(), matched=None):
    """A layer with {number: registrations}."""
    numbers = sorted(counts)
    return CountedAddresses(
        label=label,
        addresses=tuple(Address(adresseerbaarobject_id=object_id(n), gemeentecode=code) for n in numbers),
        numbers=np.array([int(object_id(n)) for n in numbers], dtype=np.int64),
        registraties=np.array([counts[n] for n in numbers], dtype=np.int64),
        match_niveau=np.ones(len(numbers), dtype=np.int64),
        delivered=frozenset(delivered),
        matched=matched,
        skipped=0,
    )


def per_object(found):
    return dict(zip(found.counts.objects.adresseerbaarobject_id.tolist(), found.counts.registraties.tolist()))


@given(
    st.dictionaries(st.integers(0, 99), st.integers(1, 40), min_size=1),
    st.data(),
)
def test_parts_together_are_the_whole(counts, data):
    side = {n: data.draw(st.booleans()) for n in counts}
    parts = [layer({n: c for n, c in counts.items() if side[n] is which}, f"{which}") for which in (True, False)]
    homes = bag(data.draw(st.permutations(range(100))))
    whole, together = gather([layer(counts)], [], True, homes), gather(parts, [], True, homes)
    assert per_object(together) == per_object(whole) == {object_id(n): c for n, c in counts.items()}
    assert together.counts.municipalities == whole.counts.municipalities
    assert together.matched_percent == whole.matched_percent == 100.0


def test_an_address_in_two_layers_is_refused():
    with pytest.raises(AddressesSharedError, match=r"a\.gpkg and b\.gpkg .* \(2 of them\)"):
        check_shared([layer({1: 1, 2: 1, 3: 1}), layer({2: 1, 3: 5}, "b.gpkg")])
    check_shared([layer({1: 1}), layer({}, "leeg.gpkg")])


def test_of_one_object_twice_in_the_bag_the_one_in_use_counts():
    homes = bag([1, 1, 2], [GONE, IN_USE, GONE])
    found = gather([layer({1: 3, 2: 4, 3: 5})], [], True, homes)
    assert per_object(found) == {object_id(1): 3}
    assert found.counts.objects.status.tolist() == [IN_USE]
    assert {row.reason: row.registraties for row in found.counts.unmatched} == {
        Unmatched.NOT_IN_USE: 4,
        Unmatched.NOT_IN_BAG: 5,
    }
    assert found.gone == 9
    assert found.matched_percent == pytest.approx(25.0)


def test_without_lists_the_share_is_that_of_the_layers():
    parts = [layer({1: 90}, matched=90.0), layer({60: 50}, "b.gpkg", matched=50.0)]
    assert gather(parts, [], False, bag(range(99))).matched_percent == pytest.approx(70.0)
    parts[1] = replace(parts[1], matched=None)
    assert gather(parts, [], False, bag(range(99))).matched_percent is None


def test_what_lies_outside_the_region_is_neither_matched_nor_unmatched():
    parts = [layer({1: 5}, code="9801"), layer({60: 7}, "b.gpkg", code="9802")]
    rest = [UnmatchedAddress(Address(gemeentecode=code), Unmatched.NO_ADDRESS, 2) for code in ("9801", "9802")]
    found = gather(parts, rest, True, bag(range(50)), frozenset({"9802"}))
    assert (found.counts.matched, found.elsewhere, found.gone) == (5, 9, 0)
    assert found.matched_percent == 100.0
    assert found.located_percent == pytest.approx(100 * 5 / 7)


def test_municipalities_are_what_each_says_else_where_its_addresses_are():
    parts = [layer({1: 1}, delivered=("9801", "9803")), layer({60: 1}, "b.gpkg")]
    found = gather(parts, [], True, bag(range(99)))
    assert found.counts.municipalities == ("9801", "9802", "9803")
    assert found.overlapping == ()


def test_no_registrations_in_the_region_are_refused():
    with pytest.raises(LayerEmptyError):
        gather([layer({})], [], True, bag([1]))
    with pytest.raises(LayerEmptyError, match="outside the region"):
        gather([layer({60: 1}, code="9802")], [], True, bag([1]), frozenset({"9802"}))
    with pytest.raises(RegistrationsElsewhereError):
        gather([layer({60: 1})], [], True, bag([1]))
