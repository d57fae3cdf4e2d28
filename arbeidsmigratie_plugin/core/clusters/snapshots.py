"""Counts at two dates, side by side: the same addresses, cells or municipalities, and what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..arrays import Flags, Floats, Integers, Text, text
from .comparability import Facts, Kind

#: What can be counted.
MEASURES = ("adressen", "registraties")


@dataclass(frozen=True)
class Snapshot:
    """Counts of one date, per object of a layer; arrays of n.

    Attributes:
        facts: How the layer was made.
        ids: BAG identifier of an address, H3 cell, or number of a municipality code; negative where absent.
        codes: Municipality, several joined by commas for a cell that lies in more, "" where unknown.
        adressen: Addresses with registrations, NaN where unknown.
        registraties: Registrations, NaN where unknown.
        verblijfsobjecten: BAG objects in use, NaN where unknown.
        x: RD New easting of a point on it (m), NaN without geometry.
        y: RD New northing.
        shapes: Shapely polygons in RD New, None where there are none.
    """

    facts: Facts
    ids: Integers
    codes: Text
    adressen: Floats
    registraties: Floats
    verblijfsobjecten: Floats
    x: Floats
    y: Floats
    shapes: npt.NDArray[np.object_]

    def __len__(self) -> int:
        return len(self.ids)

    def delivered(self) -> frozenset[str]:
        """Municipalities with counts: as the layer says, else where it has them in cells or objects of their own."""
        if self.facts.covered:
            return self.facts.covered
        known = ~(np.isnan(self.adressen) & np.isnan(self.registraties))
        return frozenset(code for code in self.codes[known].tolist() if code and "," not in code)


@dataclass(frozen=True)
class Pairs:
    """Objects of two snapshots; arrays of n.

    Attributes:
        kind: What the objects are.
        codes: Municipality, several joined by commas for a cell that lies in more, "" where unknown.
        first: Cases at the first date, NaN where unknown.
        second: Cases at the second date.
        homes_first: BAG objects in use at the first date, NaN where unknown.
        homes_second: The same at the second date.
        appeared: Whether there are registrations at the second date only.
        disappeared: Whether there are registrations at the first date only.
        stayed: Whether there are registrations at both dates.
        nameless: Addresses without an identifier, which can't be followed.
        counted: Whether it can be compared: nothing in it comes from a delivery at one date only, or lies outside
            the region.
        compared: Codes of the municipalities with a delivery at both dates, in the region that was asked.
        phi: Dispersion of the cases: 1 for addresses; for persons from the groups on addresses, NaN if unknown.
        x: RD New easting (m).
        y: RD New northing (m).
        shapes: Polygons in RD New, None where there are none.
    """

    kind: Kind
    codes: Text
    first: Floats
    second: Floats
    homes_first: Floats
    homes_second: Floats
    appeared: Flags
    disappeared: Flags
    stayed: Flags
    nameless: Flags
    counted: Flags
    compared: frozenset[str]
    phi: float
    x: Floats
    y: Floats
    shapes: npt.NDArray[np.object_]

    def __len__(self) -> int:
        return len(self.codes)

    @property
    def row_codes(self) -> Text:
        """Municipality of the row in which each is counted, "" for cells in more than one, which can't be divided."""
        return text(["" if "," in code else code for code in self.codes.tolist()])

    @property
    def followed(self) -> bool:
        """Whether single addresses can be followed from one date to the other."""
        return self.kind is Kind.ADDRESSES


def pair(
    earlier: Snapshot, later: Snapshot, measure: str, region: frozenset[str] = frozenset(), phi: Optional[float] = None
) -> Pairs:
    """Two snapshots side by side.

    An address or cell that one of them lacks had no registrations then; a municipality that it lacks is unknown. A
    cell on the border of a municipality that came to deliver, or lies outside the region, is not compared.

    Args:
        earlier: Of the first date.
        later: Of the second date, of the same kind.
        measure: 'adressen' or 'registraties'.
        region: Codes to which to limit the comparison; empty for all.
        phi: Dispersion of persons; None to take it from the groups on addresses.
    """
    from .two_counts import dispersion

    kind = earlier.facts.kind
    absent = np.nan if kind is Kind.MUNICIPALITIES else 0.0
    ids, at1, at2 = _together(earlier.ids, later.ids)
    first, second = (_placed(s, getattr(s, measure), at, len(ids), absent) for s, at in ((earlier, at1), (later, at2)))
    here1, here2 = (
        _placed(s, s.registraties, at, len(ids), 0.0) > 0 if kind is Kind.ADDRESSES else np.zeros(len(ids), np.bool_)
        for s, at in ((earlier, at1), (later, at2))
    )
    homes = [
        _placed(s, s.verblijfsobjecten, at, len(ids), np.nan if np.isnan(s.verblijfsobjecten).all() else absent)
        for s, at in ((earlier, at1), (later, at2))
    ]
    sizes = np.concatenate([earlier.registraties, later.registraties])
    own_phi = dispersion(sizes) if kind is Kind.ADDRESSES else float("nan")
    compared = earlier.delivered() & later.delivered()
    compared = compared & region if region else compared
    codes = _either(earlier.codes, later.codes, at1, at2, len(ids))
    return Pairs(
        kind=kind,
        codes=codes,
        first=first,
        second=second,
        homes_first=homes[0],
        homes_second=homes[1],
        appeared=here2 & ~here1,
        disappeared=here1 & ~here2,
        stayed=here1 & here2,
        nameless=ids < 0,
        counted=_countable(codes, compared, earlier.delivered() | later.delivered()),
        compared=compared,
        phi=(1.0 if measure == "adressen" else own_phi) if phi is None else phi,
        x=_latest(earlier.x, later.x, at1, at2, len(ids)),
        y=_latest(earlier.y, later.y, at1, at2, len(ids)),
        shapes=_latest(earlier.shapes, later.shapes, at1, at2, len(ids)),
    )


def _together(one: Integers, two: Integers) -> tuple[Integers, Integers, Integers]:
    """All different identifiers, and where those of both snapshots stand; what has none stands alone."""
    nameless1, nameless2 = np.flatnonzero(one < 0), np.flatnonzero(two < 0)
    own1, own2 = one.copy(), two.copy()
    own1[nameless1] = -1 - np.arange(len(nameless1))
    own2[nameless2] = -1 - len(nameless1) - np.arange(len(nameless2))
    ids, at = np.unique(np.concatenate([own1, own2]), return_inverse=True)
    return ids, at[: len(one)], at[len(one) :]


def _placed(snapshot: Snapshot, values: Floats, at: Integers, n: int, absent: float) -> Floats:
    """Values at n places: the sum of what the snapshot has there, NaN where one is unknown."""
    out = np.full(n, absent)
    out[at] = 0.0
    np.add.at(out, at, values)
    if snapshot.facts.kind is Kind.ADDRESSES and values is snapshot.adressen:
        out = np.minimum(out, 1.0)  # an address that is there twice is one address
    return out


def _either(one: Text, two: Text, at1: Integers, at2: Integers, n: int) -> Text:
    """Codes of both snapshots, joined where they differ."""
    first, second = text([""] * n), text([""] * n)
    first[at1], second[at2] = one, two
    out = np.where(second == "", first, second)
    for row in np.flatnonzero((first != second) & (first != "") & (second != "")):
        out[row] = ",".join(sorted({*first[row].split(","), *second[row].split(",")}))
    return out


def _countable(codes: Text, compared: frozenset[str], delivered: frozenset[str]) -> Flags:
    """Whether the counts of each object come from municipalities that are compared, and from no other.

    A municipality that delivered at neither date adds nothing at either, so that a cell on its border is still
    comparable. What lies in no known municipality is so only where all that was delivered is compared.

    Args:
        codes: n codes, several joined by commas.
        compared: Codes with a delivery at both dates, in the region that was asked.
        delivered: Codes with a delivery at one of them, wherever.
    """
    known = {}
    for code in set(codes.tolist()):
        sent = {part for part in code.split(",") if part} & delivered
        known[code] = compared >= sent and bool(sent) if code else compared == delivered
    return np.fromiter((known[code] for code in codes.tolist()), np.bool_, len(codes))


def _latest(one: npt.NDArray[Any], two: npt.NDArray[Any], at1: Integers, at2: Integers, n: int) -> npt.NDArray[Any]:
    """What the second snapshot has, else the first."""
    out = np.full(n, None, dtype=object) if one.dtype == object else np.full(n, np.nan)
    out[at1] = one
    out[at2] = two
    return out


@dataclass(frozen=True)
class Totals:
    """Sums over groups of objects; arrays of g, NaN where unknown.

    Attributes:
        first: Cases at the first date.
        second: Cases at the second date.
        homes_first: BAG objects in use at the first date.
        homes_second: The same at the second date.
        appeared: Addresses with registrations at the second date only; unknown where they can't be followed.
        disappeared: Addresses with registrations at the first date only.
        stayed: Addresses with registrations at both dates.
        squares: Sum of the squared changes of the addresses.
    """

    first: Floats
    second: Floats
    homes_first: Floats
    homes_second: Floats
    appeared: Floats
    disappeared: Floats
    stayed: Floats
    squares: Floats

    @property
    def change(self) -> Floats:
        """Second minus first."""
        return self.second - self.first


def totals(pairs: Pairs, group: Integers, groups: int) -> Totals:
    """Sums per group, of what can be compared.

    Args:
        pairs: The objects.
        group: Group of each, -1 for none.
        groups: Number of groups. One without addresses or cells has none; one without a municipality is unknown.
    """
    rows = np.flatnonzero((group >= 0) & pairs.counted)
    of = group[rows]
    present = (np.bincount(of, minlength=groups) > 0) | (pairs.kind is not Kind.MUNICIPALITIES)

    def summed(values: Floats | Flags) -> Floats:
        out = np.bincount(of, values[rows].astype(np.float64), minlength=groups)
        return np.where(present, out, np.nan)

    unfollowed = np.bincount(of, pairs.nameless[rows], minlength=groups) > 0
    if not pairs.followed:
        unfollowed = np.ones(groups, dtype=np.bool_)
    turnover = [
        np.where(unfollowed, np.nan, summed(values))
        for values in (pairs.appeared, pairs.disappeared, pairs.stayed, (pairs.second - pairs.first) ** 2)
    ]
    counts = (summed(v) for v in (pairs.first, pairs.second, pairs.homes_first, pairs.homes_second))
    return Totals(*counts, *turnover)


def group_of(codes: Text, groups: Sequence[str]) -> Integers:
    """Position of each code among the groups, -1 where it is none of them.

    Args:
        codes: n codes.
        groups: g codes.
    """
    place = {code: at for at, code in enumerate(groups)}
    return np.fromiter((place.get(code, -1) for code in codes), np.int64, len(codes))
