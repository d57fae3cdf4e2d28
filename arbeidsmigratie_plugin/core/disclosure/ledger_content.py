"""Regions and snapshots as bytes, for the tables beside the chain of a ledger.

A partition is named by the digest of its bytes. A snapshot holds true counts: its own name is keyed with the secret
of the series, and what seals its bytes in the chain is keyed with the salt of the entry, which never leaves the ledger.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from ..arrays import Labels
from .atoms import Region, Snapshot

#: Little-endian types of the columns, in their order.
_OF_REGION = ("<i1", "<u1", "<u4")
_OF_SNAPSHOT = ("<u8", "<u4", "<u8", "<u8", "<u8", "<u8")


def regions_to_bytes(code: str, regions: Sequence[Region]) -> bytes:
    """The partition of a municipality.

    Args:
        code: The municipality.
        regions: Its regions.
    """
    columns: list[npt.NDArray[Any]] = [
        np.array(values, dtype=kind)
        for values, kind in zip(
            ([r.level for r in regions], [r.pooled for r in regions], [len(r.cells) for r in regions]), _OF_REGION
        )
    ]
    cells = np.concatenate([np.zeros(0, dtype=np.uint64), *(region.array for region in regions)])
    return _joined({"gemeentecode": code, "n": len(regions)}, [*columns, cells.astype("<u8")])


def bytes_to_regions(content: bytes) -> tuple[Region, ...]:
    """The partition that was written.

    Args:
        content: Of regions_to_bytes.

    Raises:
        ValueError: It is something else.
    """
    header, rest = _parted(content)
    (levels, pooled, sizes), rest = _columns(rest, _OF_REGION, int(header["n"]))
    cells = np.frombuffer(rest, dtype="<u8").tolist()
    ends = np.cumsum(sizes, dtype=np.int64).tolist()
    starts = [0, *ends][: len(ends)]
    return tuple(
        Region(str(header["gemeentecode"]), level, bool(rest_of), tuple(cells[start:end]))
        for level, rest_of, start, end in zip(levels.tolist(), pooled.tolist(), starts, ends)
    )


def snapshot_to_bytes(snapshot: Snapshot) -> bytes:
    """A snapshot with all that is in it.

    Args:
        snapshot: Of n addresses.
    """
    columns: list[npt.NDArray[Any]] = [snapshot.cells, snapshot.codes.numbers, snapshot.persons]
    columns += [snapshot.addresses, snapshot.providers, snapshot.keys]
    header = {"peildatum": snapshot.peildatum, "n": len(snapshot), "names": [str(n) for n in snapshot.codes.names]}
    return _joined(header, [column.astype(kind) for column, kind in zip(columns, _OF_SNAPSHOT)])


def bytes_to_snapshot(digest: str, content: bytes) -> Snapshot:
    """The snapshot that was written.

    Args:
        digest: Its keyed digest.
        content: Of snapshot_to_bytes.

    Raises:
        ValueError: It is something else.
    """
    header, rest = _parted(content)
    (cells, codes, persons, addresses, providers, keys), _ = _columns(rest, _OF_SNAPSHOT, int(header["n"]))
    names = np.array([*header["names"], ""], dtype=object)[:-1]
    return Snapshot(
        digest=digest,
        peildatum=str(header["peildatum"]),
        cells=cells.astype(np.uint64),
        codes=Labels(names, codes.astype(np.int64)),
        persons=persons.astype(np.int64),
        addresses=addresses.astype(np.uint64),
        providers=providers.astype(np.uint64),
        keys=keys.astype(np.uint64),
    )


def packed(content: bytes) -> bytes:
    """Content as it is stored."""
    return zlib.compress(content, 1)


def unpacked(stored: object) -> bytes:
    """Content that was stored.

    Raises:
        ValueError: It is something else.
    """
    if not isinstance(stored, bytes):
        raise ValueError("no bytes")
    try:
        return zlib.decompress(stored)
    except zlib.error:
        raise ValueError("broken bytes") from None


def partition_digest(content: bytes) -> str:
    """The name of a partition."""
    return hashlib.sha256(content).hexdigest()


def snapshot_seal(salt: str, content: bytes) -> str:
    """What shows in the chain that the bytes of a snapshot are those that were written.

    Args:
        salt: Of the entry.
        content: The bytes.
    """
    return hmac.digest(salt.encode("ascii"), content, "sha256").hex()


def _joined(header: Mapping[str, Any], columns: Sequence[npt.NDArray[Any]]) -> bytes:
    head = json.dumps(header, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")
    return b"".join([head, b"\n", *(column.tobytes() for column in columns)])


def _parted(content: bytes) -> tuple[dict[str, Any], bytes]:
    head, _, rest = content.partition(b"\n")
    return json.loads(head), rest


def _columns(content: bytes, kinds: Sequence[str], n: int) -> tuple[list[npt.NDArray[Any]], bytes]:
    """Columns of n values, and what comes after them."""
    found, at = [], 0
    for kind in kinds:
        found.append(np.frombuffer(content, dtype=kind, count=n, offset=at))
        at += found[-1].nbytes
    return found, content[at:]
