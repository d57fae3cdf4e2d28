"""Keys that come from a secret: the same registrations give the same number in every map and at every date.

Each registration has a key of 52 bits, HMAC-SHA256(secret, series|pseudonym); those of a cell are added up modulo 2^52,
and the sum decides which way the number of the cell is rounded (cell key method: Fraser and Wooton 2005; here with
unbiased rounding to a base, disclosure.md 11.4). Without the secret no key, rounding or pseudonym can be told.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Sequence

import numpy as np

from ..arrays import Cells, Integers
from .atoms import Snapshot

KEY_BITS = 52

_MASK = np.uint64((1 << KEY_BITS) - 1)

#: What is derived from the secret for other ends than record keys, so that no text serves two of them.
_PSEUDONYMS = b"arbeidsmigratie pseudonym"
_DIGESTS = b"arbeidsmigratie snapshot"

_DIGEST_DIGITS = 32


def record_key(secret: bytes, series: str, pseudonym: str) -> int:
    """Key of one registration, 0 to 2^52 - 1.

    Args:
        secret: Secret of the series.
        series: Name of the series.
        pseudonym: What tells the registration apart.
    """
    return int.from_bytes(_hmac(secret, f"{series}|{pseudonym}".encode())[:8], "big") >> (64 - KEY_BITS)


def address_keys(secret: bytes, series: str, names: Sequence[str], persons: Integers) -> Cells:
    """Sum of the keys of the registrations on each of n addresses, modulo 2^52.

    Registrations are numbered from 1 per address: one that is added leaves the keys of the others as they are.

    Args:
        secret: Secret of the series.
        series: Name of the series.
        names: What tells the addresses apart.
        persons: Registrations on each.
    """
    sums = (
        sum(record_key(secret, series, f"{name}#{number}") for number in range(1, count + 1))
        for name, count in zip(names, persons.tolist())
    )
    return np.fromiter((total & int(_MASK) for total in sums), dtype=np.uint64, count=len(names))


def pseudonyms(secret: bytes, kind: str, names: Sequence[str]) -> Cells:
    """A number for each of n names that is the same everywhere in the series, 0 for "".

    Args:
        secret: Secret of the series.
        kind: What is named: the same name of another kind has another number.
        names: The names.
    """
    key = _hmac(secret, _PSEUDONYMS)
    numbers = (_pseudonym(key, kind, name) if name else 0 for name in names)
    return np.fromiter(numbers, dtype=np.uint64, count=len(names))


def _pseudonym(key: bytes, kind: str, name: str) -> int:
    """A number of 64 bits; 0 means that there is no name."""
    return int.from_bytes(_hmac(key, f"{kind}|{name}".encode())[:8], "big") or 1


def keyed_round(n: Integers, keys: Cells, base: int = 5) -> Integers:
    """Numbers rounded to a multiple of the base: unbiased, and for the same registrations always alike.

    With r = n mod base a number goes up if key / 2^52 < r / base, so with probability r / base.

    Args:
        n: Numbers of registrations, at least 0.
        keys: Sum of the keys of those registrations, modulo 2^52.
        base: Numbers become multiples of this.
    """
    rest = n % base
    up = (keys & _MASK) * np.uint64(base) < rest.astype(np.uint64) << np.uint64(KEY_BITS)
    return np.asarray(n - rest + base * up, dtype=np.int64)


def snapshot_digest(secret: bytes, snapshot: Snapshot) -> str:
    """Keyed digest of what a snapshot holds, 32 hexadecimal digits; the order of its addresses is no matter.

    Args:
        secret: Secret of the series.
        snapshot: Its digest is left out.
    """
    names, codes = np.unique(snapshot.codes.text().astype(str), return_inverse=True)
    columns = [snapshot.addresses, snapshot.cells, codes.astype(np.uint64), snapshot.persons.astype(np.uint64)]
    columns += [snapshot.providers, snapshot.keys]
    order = np.lexsort(columns[::-1])
    header = json.dumps([snapshot.peildatum, len(snapshot), names.tolist()], ensure_ascii=True)
    content = b"".join([header.encode(), b"\n", *(column[order].astype("<u8").tobytes() for column in columns)])
    return _hmac(_hmac(secret, _DIGESTS), content).hex()[:_DIGEST_DIGITS]


def _hmac(key: bytes, message: bytes) -> bytes:
    return hmac.digest(key, message, "sha256")
