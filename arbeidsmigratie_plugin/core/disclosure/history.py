"""What was released before, as the ledger remembers it: plain data, for the audit and for freezing regions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .atoms import Region, Snapshot
from .grant import Grant
from .rules import Rules


@dataclass(frozen=True)
class Series:
    """What may not change within a series of exports.

    Attributes:
        name: Name of the series, for example 'rni-2026'.
        rules: The safety rules it was started with; later exports may only be stricter.
        base_resolution: H3 resolution of the atoms.
        pipeline: PROJ pipeline from RD to WGS84, written out.
        rounding: Numbers are multiples of this.
    """

    name: str
    rules: Rules
    base_resolution: int
    pipeline: str
    rounding: int


@dataclass(frozen=True)
class Figure:
    """A published number.

    Attributes:
        region: What it is the number of.
        snapshot: Digest of the snapshot it was computed from: an earlier one where the number was repeated.
        value: The rounded number of registrations.
    """

    region: Region
    snapshot: str
    value: int


@dataclass(frozen=True)
class FileMade:
    """A file of a partner package.

    Attributes:
        path: Where it goes.
        sha256: Checksum.
    """

    path: str
    sha256: str


@dataclass(frozen=True)
class Release:
    """One export.

    Attributes:
        made_at: UTC, ISO 8601 with seconds.
        grant: For whom and what.
        peildatum: Reference date of the snapshot.
        resolution: Resolution of the map that was shown; the figures are those of the frozen regions under it.
        snapshot: Digest of the snapshot that the export was made from.
        figures: The numbers of the frozen regions.
        files: The package.
        sequence: Number in the ledger, 0 before it is there.
    """

    made_at: str
    grant: Grant
    peildatum: str
    resolution: int
    snapshot: str
    figures: tuple[Figure, ...]
    files: tuple[FileMade, ...] = ()
    sequence: int = 0


@dataclass(frozen=True)
class History:
    """All that was decided and released in a series.

    Attributes:
        series: Its definition.
        regions: Municipality -> its frozen regions as they are now: a partition of its atoms.
        snapshots: Digest -> snapshot, of all that figures were computed from.
        releases: Earlier exports in order; those that never took place are not among them.
    """

    series: Series
    regions: Mapping[str, tuple[Region, ...]] = field(default_factory=dict)
    snapshots: Mapping[str, Snapshot] = field(default_factory=dict)
    releases: tuple[Release, ...] = ()
