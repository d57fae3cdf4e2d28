"""Registrations that were counted per address already, of several deliveries, become those of one region."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Optional

import numpy as np

from .address import Address, Match, Unmatched
from .arrays import Flags, Integers, Text
from .bag import BagObjects, in_stock
from .errors import AddressesSharedError, LayerEmptyError, RegistrationsElsewhereError
from .phrases import phrase
from .placing import UnmatchedAddress, unmatched_addresses
from .rni import AddressCounts
from .stock import id_numbers


@dataclass(frozen=True)
class CountedAddresses:
    """A layer of addresses with registrations; arrays of equal length, each address once.

    Attributes:
        label: Name of the layer, for messages.
        addresses: The addresses, with their identifier.
        numbers: The identifiers of the objects as numbers.
        registraties: Registrations on each, 1 or more.
        match_niveau: The least certain level by which a registration came there.
        delivered: Codes of the municipalities that it says it is for; empty if it does not say.
        matched: Matched share of the registrations of its delivery (percent), None if it does not say.
        skipped: Addresses that were left out, since they have no identifier or no whole number of registrations.
    """

    label: str
    addresses: tuple[Address, ...]
    numbers: Integers
    registraties: Integers
    match_niveau: Integers
    delivered: frozenset[str]
    matched: Optional[float]
    skipped: int

    def __len__(self) -> int:
        return len(self.numbers)

    @property
    def total(self) -> int:
        """All its registrations."""
        return int(self.registraties.sum())

    @property
    def with_address(self) -> Optional[float]:
        """Registrations of its delivery that have an address, matched or not; None if that can't be told."""
        return self.total * 100.0 / self.matched if self.matched else None


@dataclass(frozen=True)
class Gathered:
    """Registrations of a region.

    Attributes:
        counts: Per address in use; its rows are the registrations that are known of.
        matched_percent: Matched share of the registrations that have an address, None if that can't be told.
        located_percent: Matched share of all registrations, None if that can't be told.
        elsewhere: Registrations of municipalities outside the region.
        gone: Registrations on addresses that the BAG has no more, or not in use.
        overlapping: Pairs of layers that say they are for the same municipalities, and their codes.
    """

    counts: AddressCounts
    matched_percent: Optional[float]
    located_percent: Optional[float]
    elsewhere: int
    gone: int
    overlapping: tuple[tuple[str, str, tuple[str, ...]], ...]


def check_shared(layers: Sequence[CountedAddresses]) -> None:
    """Refuses layers that have the same addresses.

    A home lies in one municipality and each delivers its own, so one of the two is wrong: the same file twice, an older
    one beside it, a sender that delivered for a neighbour. A sum would count persons double without anybody seeing it.

    Args:
        layers: The layers.

    Raises:
        AddressesSharedError: Two have an address in common.
    """
    for one, other in combinations(layers, 2):
        count = len(np.intersect1d(one.numbers, other.numbers))
        if count:
            raise AddressesSharedError(one=one.label, other=other.label, count=count)


def gather(
    layers: Sequence[CountedAddresses],
    unmatched: Sequence[UnmatchedAddress],
    complete: bool,
    bag: BagObjects,
    elsewhere: frozenset[str] = frozenset(),
) -> Gathered:
    """Puts deliveries together on the BAG of a region, as if they had been one.

    Args:
        layers: Addresses with registrations, of one reference date.
        unmatched: Addresses that no delivery could match.
        complete: Whether these are of all deliveries; else the shares are what the layers say.
        bag: All objects of the region, whatever their status.
        elsewhere: Codes of municipalities outside the region.

    Raises:
        AddressesSharedError: Two layers have an address in common.
        LayerEmptyError: There are no registrations, or none in the region.
        RegistrationsElsewhereError: The BAG has none of the addresses in use.
    """
    check_shared(layers)
    labels = ", ".join(layer.label for layer in layers)
    if not sum(map(len, layers)):
        raise LayerEmptyError(layer=labels, reason=phrase("it is empty"))
    addresses = [address for layer in layers for address in layer.addresses]
    numbers, registrations, levels = (
        np.concatenate([getattr(layer, name) for layer in layers])
        for name in ("numbers", "registraties", "match_niveau")
    )
    rows, known = _positions(numbers, bag)
    missing = np.flatnonzero(rows < 0)
    left_out = np.array([addresses[at].gemeentecode in elsewhere for at in missing], dtype=np.bool_)
    outside, gone = missing[left_out], missing[~left_out]
    inside = np.flatnonzero(rows >= 0)
    if not len(inside):
        if not len(gone):
            raise LayerEmptyError(layer=labels, reason=phrase("all its addresses lie outside the region"))
        raise RegistrationsElsewhereError(layer=labels, count=int(registrations.sum()))
    lost = [
        UnmatchedAddress(
            addresses[at], Unmatched.NOT_IN_USE if known[at] else Unmatched.NOT_IN_BAG, int(registrations[at])
        )
        for at in gone
    ]
    listed = [row for row in unmatched if row.address.gemeentecode not in elsewhere]
    counts = _counts(rows[inside], registrations[inside], levels[inside], [*listed, *lost], bag, _codes(layers, bag))
    matched, located = _shares(layers, counts, complete, int(registrations[outside].sum()))
    return Gathered(
        counts=counts,
        matched_percent=matched,
        located_percent=located,
        elsewhere=int(registrations[outside].sum())
        + sum(row.registraties for row in unmatched)
        - sum(row.registraties for row in listed),
        gone=int(registrations[gone].sum()),
        overlapping=tuple(_overlapping(layers)),
    )


def _positions(numbers: Integers, bag: BagObjects) -> tuple[Integers, Flags]:
    """Position in the BAG of each object in use, -1 for others; and whether the BAG has it at all."""
    every = id_numbers(bag.adresseerbaarobject_id)
    usable = np.flatnonzero(in_stock(bag.status))
    usable = usable[np.argsort(every[usable], kind="stable")]
    at = np.searchsorted(every[usable], numbers)
    found = np.append(usable, -1)[np.minimum(at, len(usable))]
    hit = (found >= 0) & (every[found] == numbers)
    return np.where(hit, found, -1), np.isin(numbers, every)


def _counts(
    rows: Integers,
    registrations: Integers,
    levels: Integers,
    unmatched: Iterable[UnmatchedAddress],
    bag: BagObjects,
    municipalities: frozenset[str],
) -> AddressCounts:
    """The counts as those of one delivery, sorted in the same way."""
    order = np.argsort(bag.adresseerbaarobject_id[rows].astype(str), kind="stable")
    safe = unmatched_addresses([(row.address, row.registraties, Match(reason=row.reason)) for row in unmatched], bag)
    return AddressCounts(
        objects=bag.take(rows[order]),
        registraties=registrations[order],
        match_niveau=levels[order],
        unmatched=safe,
        rows_read=int(registrations.sum()) + sum(row.registraties for row in safe),
        rows_ended=0,
        rows_not_begun=0,
        rows_elsewhere=0,
        rows_without_address=_rows(safe, Unmatched.NO_ADDRESS),
        rows_outside=_rows(safe, Unmatched.OUTSIDE),
        rows_end_unknown=0,
        municipalities=tuple(sorted(municipalities)),
        damaged_ids=(),
    )


def _rows(unmatched: Iterable[UnmatchedAddress], reason: Unmatched) -> int:
    return sum(row.registraties for row in unmatched if row.reason is reason)


def _codes(layers: Sequence[CountedAddresses], bag: BagObjects) -> frozenset[str]:
    """Municipalities that the layers are for: as each says, else those that it has addresses in."""
    codes: set[str] = set()
    for layer in layers:
        rows, _ = _positions(layer.numbers, bag)
        own: Text = bag.gemeentecode[rows[rows >= 0]]
        codes |= layer.delivered or set(own.tolist())
    return frozenset(codes - {""})


def _shares(
    layers: Sequence[CountedAddresses], counts: AddressCounts, complete: bool, outside: int
) -> tuple[Optional[float], Optional[float]]:
    """Matched share of the registrations with an address, and of all (percent); None where it can't be told."""
    if complete:
        return counts.matched_percent, counts.located_percent
    usable = [layer.with_address for layer in layers if len(layer)]
    if any(n is None for n in usable):
        return None, None
    share = 100.0 * counts.matched / max(sum(n for n in usable if n is not None) - outside, counts.matched)
    return share, share


def _overlapping(layers: Sequence[CountedAddresses]) -> Iterable[tuple[str, str, tuple[str, ...]]]:
    for one, other in combinations(layers, 2):
        both = one.delivered & other.delivered
        if both:
            yield one.label, other.label, tuple(sorted(both))
