"""Keys that come from a secret: known answers, and rounding that is fair and always alike."""

from __future__ import annotations

import hashlib
import hmac
import time
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.arrays import labels
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure import recordkeys
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.recordkeys import (
    address_keys,
    keyed_round,
    pseudonyms,
    record_key,
    snapshot_digest,
)

from .made_ledger import SECRET, snapshot

T10 = b"test-secret-not-for-production"
TOP = 1 << 52


def numbers(*values):
    return np.array(values, dtype=np.int64)


def keys(*values):
    return np.array(values, dtype=np.uint64)


# Record keys (T10) ---------------------------------------------------------------------------------------------------


def test_record_keys_are_the_published_ones():
    found = [record_key(T10, "rni-2026", name) for name in ("P1", "P2", "P3")]
    assert found == [134166987261806, 2238420179980544, 1546227581483950]
    for order in ((0, 1, 2), (2, 0, 1), (1, 2, 0)):
        assert sum(found[at] for at in order) % TOP / TOP == 0.8701516726553171


def test_the_key_of_an_address_is_the_sum_of_the_keys_of_its_registrations():
    found = address_keys(T10, "rni-2026", ["a", "b", "c"], numbers(3, 1, 0))
    assert found.dtype == np.uint64
    expected = [sum(record_key(T10, "rni-2026", f"a#{at}") for at in (1, 2, 3)) % TOP]
    assert found.tolist() == [*expected, record_key(T10, "rni-2026", "b#1"), 0]
    assert address_keys(T10, "rni-2026", [], numbers()).tolist() == []


def test_a_registration_more_adds_one_key_and_changes_no_other():
    before, after = (address_keys(SECRET, "s", ["a"], numbers(n)).tolist()[0] for n in (7, 8))
    assert (after - before) % TOP == record_key(SECRET, "s", "a#8")


def test_keys_depend_on_secret_series_and_name():
    found = {record_key(secret, series, name) for secret in (T10, SECRET) for series in "ab" for name in "xy"}
    assert len(found) == 8


def test_keys_of_a_whole_region_take_no_time():
    persons = np.full(5000, 4)
    began = time.perf_counter()
    found = address_keys(SECRET, "rni-2026", [f"0457010000{at:06d}" for at in range(5000)], persons)
    assert time.perf_counter() - began < 1
    assert len(set(found.tolist())) == 5000
    assert abs(found.mean() / TOP - 0.5) < 0.02


# Pseudonyms ----------------------------------------------------------------------------------------------------------


def test_pseudonyms_are_alike_for_the_same_name_and_0_without_one():
    found = pseudonyms(SECRET, "adres", ["a", "", "b", "a"])
    assert found.dtype == np.uint64
    a, none, b, again = found.tolist()
    assert none == 0
    assert a == again != b
    assert pseudonyms(SECRET, "aanbieder", ["a"])[0] != a
    assert pseudonyms(T10, "adres", ["a"])[0] != a
    assert pseudonyms(SECRET, "adres", []).tolist() == []


def test_no_name_is_0(monkeypatch):
    monkeypatch.setattr(recordkeys, "_hmac", lambda key, message: bytes(32))
    assert pseudonyms(SECRET, "adres", ["a", ""]).tolist() == [1, 0]


def test_a_pseudonym_is_no_record_key():
    """Who could make the plugin show a key must not get a pseudonym with it."""
    plain = hmac.new(SECRET, b"adres|a", hashlib.sha256).digest()
    assert int(pseudonyms(SECRET, "adres", ["a"])[0]) != int.from_bytes(plain[:8], "big")
    assert record_key(SECRET, "adres", "a") == int.from_bytes(plain[:8], "big") >> 12


# Rounding (T11) ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("n", "key", "expected"),
    [
        (1, TOP * 1 // 5, 5),  # 2^52 / 5 rounded down is below a fifth
        (1, TOP * 1 // 5 + 1, 0),
        (3, 0, 5),
        (3, TOP * 3 // 5, 5),
        (3, TOP * 3 // 5 + 1, 0),
        (4, TOP - 1, 0),
        (14, 0, 15),
        (10, 0, 10),
        (10, TOP - 1, 10),
        (0, 0, 0),
    ],
)
def test_a_number_goes_up_if_its_key_is_below_the_rest(n, key, expected):
    assert keyed_round(numbers(n), keys(key)).tolist() == [expected]


def test_the_key_of_a_cell_counts_modulo_the_top():
    assert keyed_round(numbers(1, 1), keys(TOP, TOP + TOP // 2)).tolist() == [5, 0]


def test_base_3_gives_the_probabilities_of_the_handbook():
    """T11: 1 becomes 3 for a third of the keys, 2 for two thirds."""
    spread = np.arange(9999, dtype=np.uint64) * np.uint64(TOP // 9999)
    for n, share in ((1, 1 / 3), (2, 2 / 3)):
        found = keyed_round(np.full(9999, n), spread, base=3)
        assert set(found.tolist()) == {0, 3}
        assert abs((found == 3).mean() - share) < 1e-3


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, TOP - 1)), max_size=50), st.integers(2, 20))
def test_rounding_is_to_a_multiple_less_than_a_base_away(cells, base):
    n, key = numbers(*(c[0] for c in cells)), keys(*(c[1] for c in cells))
    found = keyed_round(n, key, base)
    assert found.dtype == np.int64
    assert (found % base == 0).all()
    assert (np.abs(found - n) < base).all()
    assert (found[n % base == 0] == n[n % base == 0]).all()
    assert (found >= 0).all()


@pytest.mark.parametrize("n", [1, 2, 3, 4, 11, 1234])
def test_rounding_is_unbiased(n):
    """The 99.9 % interval of the mean error over 10,000 keys holds 0."""
    key = address_keys(SECRET, "rni-2026", [f"a{at}" for at in range(10_000)], np.full(10_000, 1))
    error = keyed_round(np.full(10_000, n), key) - n
    rest = n % 5
    assert abs(error.mean()) < 3.29 * np.sqrt(rest * (5 - rest) / 10_000)
    assert abs(error.var() - rest * (5 - rest)) < 0.25


@given(st.permutations(range(12)))
def test_the_same_registrations_in_any_order_give_the_same_number(order):
    persons = numbers(*(at % 4 + 1 for at in range(12)))
    key = address_keys(SECRET, "s", [f"a{at}" for at in range(12)], persons)
    total = np.uint64(0)
    for at in order:
        total = (total + key[at]) % np.uint64(TOP)
    expected = np.uint64(int(sum(key.tolist())) % TOP)
    assert total == expected
    assert keyed_round(numbers(persons.sum()), keys(total)) == keyed_round(numbers(persons.sum()), keys(expected))


# Digests -------------------------------------------------------------------------------------------------------------


def shuffled(shot, seed):
    order = np.random.default_rng(seed).permutation(len(shot))
    return replace(
        shot,
        cells=shot.cells[order],
        codes=labels(shot.codes.text()[order].tolist()),
        persons=shot.persons[order],
        addresses=shot.addresses[order],
        providers=shot.providers[order],
        keys=shot.keys[order],
    )


@given(st.integers(0, 1000))
def test_the_digest_of_a_snapshot_does_not_depend_on_its_order(seed):
    shot = snapshot(("0457", "0394"))
    assert snapshot_digest(SECRET, shuffled(shot, seed)) == shot.digest
    assert len(shot.digest) == 32
    assert int(shot.digest, 16)


@pytest.mark.parametrize("name", ["cells", "persons", "addresses", "providers", "keys", "codes", "peildatum", "secret"])
def test_the_digest_of_a_snapshot_depends_on_all_that_is_in_it(name):
    shot, secret = snapshot(("0457", "0394")), SECRET
    if name == "secret":
        secret = T10
    elif name == "peildatum":
        shot = replace(shot, peildatum="2026-08-01")
    elif name == "codes":
        codes = shot.codes.text().tolist()
        shot = replace(shot, codes=labels(["0394" if codes[0] == "0457" else "0457", *codes[1:]]))
    else:
        values = getattr(shot, name).copy()
        values[0] += 1
        shot = replace(shot, **{name: values})
    assert snapshot_digest(secret, shot) != snapshot(("0457", "0394")).digest


def test_an_empty_snapshot_has_a_digest_too():
    assert len(snapshot(addresses=0).digest) == 32
