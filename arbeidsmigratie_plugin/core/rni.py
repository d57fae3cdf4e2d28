"""An RNI delivery becomes counts per BAG address; nothing of a person passes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Optional

import numpy as np

from .address import Address, AddressIndex, Match, Unmatched
from .arrays import Integers
from .bag import BagObjects
from .corrections import Corrections, apply
from .dates import earliest_day, latest_day
from .delivery import Delivery
from .placing import UnmatchedAddress, address_of, damaged_ids, unmatched_addresses


@dataclass(frozen=True)
class AddressCounts:
    """Registrations per address in use, sorted by adresseerbaarobject_id; arrays of equal length.

    Attributes:
        objects: The BAG objects.
        registraties: Registrations (persons) on each.
        match_niveau: The least certain level by which a registration came there.
        unmatched: Addresses without an object.
        rows_read: Rows of the delivery.
        rows_ended: Rows whose end date lies on or before the reference date.
        rows_not_begun: Rows whose first day lies after the reference date.
        rows_elsewhere: Rows of a municipality outside the region.
        rows_without_address: Rows that hold no usable address.
        rows_end_unknown: Rows with an end date that can't be read or has no year; they count.
        municipalities: Codes of the municipalities that the delivery is about.
        damaged_ids: Fields of identifiers whose last digit was lost; they were not used.
        rows_by_hand: Rows that a user linked by hand.
        rows_outside: Rows of addresses that a user placed outside the region.
        corrections_gone: Corrections that were needed but whose BAG object is no longer in use.
    """

    objects: BagObjects
    registraties: Integers
    match_niveau: Integers
    unmatched: tuple[UnmatchedAddress, ...]
    rows_read: int
    rows_ended: int
    rows_not_begun: int
    rows_elsewhere: int
    rows_without_address: int
    rows_end_unknown: int
    municipalities: tuple[str, ...]
    damaged_ids: tuple[str, ...]
    rows_by_hand: int = 0
    rows_outside: int = 0
    corrections_gone: int = 0

    @property
    def matched(self) -> int:
        """Registrations on an address."""
        return int(self.registraties.sum())

    @property
    def rows_counted(self) -> int:
        """Rows of registrations on the reference date, in the region."""
        left_out = self.rows_ended + self.rows_not_begun + self.rows_elsewhere + self.rows_outside
        return self.rows_read - left_out

    @property
    def located_percent(self) -> float:
        """Matched share of all registrations, those without a usable address included, in percent."""
        return 100.0 * self.matched / self.rows_counted if self.rows_counted else 0.0

    @property
    def matched_percent(self) -> float:
        """Matched share of the registrations that have an address, in percent; 0 if there are none."""
        usable = self.rows_counted - self.rows_without_address
        return 100.0 * self.matched / usable if usable else 0.0


def count_addresses(
    delivery: Delivery,
    bag: BagObjects,
    peildatum: date,
    elsewhere: frozenset[str] = frozenset(),
    corrections: Optional[Corrections] = None,
    index: Optional[AddressIndex] = None,
) -> AddressCounts:
    """Registrations per BAG object in use on the reference date.

    A row is left out when its end date certainly lies on or before the reference date: a stay is valid while its
    end date (16.18.10) is later (selection rule of RvIG, BRP table 35); and when its first day certainly lies after.

    Args:
        delivery: What read_delivery gave.
        bag: All objects of the area, whatever their status.
        peildatum: The reference date.
        elsewhere: Codes of municipalities outside the region: rows that say they are there are left out.
        corrections: What a user decided about addresses that are not matched.
        index: Of the same objects, where it was made before.
    """
    seen, left_out, municipalities, damaged = _rows_that_count(delivery, peildatum, elsewhere)
    matches = [
        (found, n, match) for (found, n), match in zip(seen.items(), map((index or AddressIndex(bag)).match, seen))
    ]
    corrected = apply(matches, corrections, bag)
    rows, counts, levels = _per_object(corrected.matches)
    order = np.argsort(bag.adresseerbaarobject_id[rows].astype(str), kind="stable")
    objects = bag.take(rows[order])
    unmatched = unmatched_addresses(corrected.matches, bag)
    return AddressCounts(
        objects=objects,
        registraties=counts[order],
        match_niveau=levels[order],
        unmatched=unmatched,
        rows_read=len(delivery.rows),
        rows_ended=left_out["ended"],
        rows_not_begun=left_out["not begun"],
        rows_elsewhere=left_out["elsewhere"],
        rows_without_address=sum(u.registraties for u in unmatched if u.reason is Unmatched.NO_ADDRESS),
        rows_end_unknown=left_out["end unknown"],
        municipalities=tuple(sorted(municipalities or set(objects.gemeentecode) - {""})),
        damaged_ids=damaged,
        rows_by_hand=corrected.linked,
        rows_outside=corrected.outside,
        corrections_gone=corrected.gone,
    )


def _rows_that_count(
    delivery: Delivery, peildatum: date, elsewhere: frozenset[str]
) -> tuple[Counter[Address], Counter[str], set[str], tuple[str, ...]]:
    """Registrations of each address, rows left out by reason, the municipalities named, and fields that are damaged."""
    damaged = damaged_ids(delivery)
    left_out: Counter[str] = Counter()
    seen: Counter[Address] = Counter()
    municipalities: set[str] = set()
    for row in delivery.rows:
        cells = {**dict(zip(delivery.fields, row)), **dict.fromkeys(damaged, "")}
        found = address_of(cells)
        if found.gemeentecode in elsewhere:
            left_out["elsewhere"] += 1
            continue
        if found.usable and found.gemeentecode:
            municipalities.add(found.gemeentecode)
        last, first = latest_day(cells["einddatum"]), earliest_day(cells["begindatum"])
        if last is not None and last <= peildatum:
            left_out["ended"] += 1
        elif first is not None and first > peildatum:
            left_out["not begun"] += 1
        else:
            left_out["end unknown"] += bool(cells["einddatum"] and last is None)
            seen[found] += 1
    return seen, left_out, municipalities, damaged


def _per_object(matches: list[tuple[Address, int, Match]]) -> tuple[Integers, Integers, Integers]:
    """Position, registrations and least certain level of each object that was matched."""
    found = [(match.row, n, match.level) for _, n, match in matches if match.row >= 0]
    hits = np.array(found, dtype=np.int64).reshape(-1, 3)
    rows, which = np.unique(hits[:, 0], return_inverse=True)
    counts, levels = np.zeros(len(rows), dtype=np.int64), np.zeros(len(rows), dtype=np.int64)
    np.add.at(counts, which, hits[:, 1])
    np.maximum.at(levels, which, hits[:, 2])
    return rows, counts, levels
