"""What contributes to a number: persons, addresses, the largest of them, providers, homes; many groups at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np

from ..arrays import Cells, Flags, Floats, Integers


@dataclass(frozen=True)
class Measure:
    """Contributions to each of n groups.

    Attributes:
        persons: Registrations, N.
        addresses: Addresses with a registration, A.
        largest: Registrations on the largest address, w1.
        second: Registrations on the second largest address, w2.
        with_providers: Whether a provider is known for an address of the group.
        provider_units: Providers; an address without one counts as a provider of its own.
        provider_largest: Registrations with the largest provider.
        provider_second: Registrations with the second largest provider.
        homes: BAG objects in use.
        homes_known: Whether the homes are known.
    """

    persons: Integers
    addresses: Integers
    largest: Integers
    second: Integers
    with_providers: Flags
    provider_units: Integers
    provider_largest: Integers
    provider_second: Integers
    homes: Integers
    homes_known: Flags

    def external_risk(self) -> Floats:
        """Share of the largest address as an outsider could estimate it: w1 / N; 0 for an empty group."""
        return _share(self.largest, self.persons)

    def internal_risk(self) -> Floats:
        """The same as the second largest sees it: w1 / (N - w2); 0 for an empty group."""
        return _share(self.largest, self.persons - self.second)


def measure(
    groups: Integers, n: int, persons: Integers, addresses: Cells, providers: Cells, homes: Optional[Integers]
) -> Measure:
    """Measures n groups.

    Args:
        groups: Group of each of m contributions, 0 to n - 1.
        n: Number of groups.
        persons: Registrations of each contribution, at least 0; those of 0 do not count.
        addresses: Pseudonym of the address of each contribution.
        providers: Pseudonym of its provider, 0 where unknown.
        homes: BAG objects in use in each of n groups, None where unknown.
    """
    there = persons > 0
    groups, persons, addresses, providers = groups[there], persons[there], addresses[there], providers[there]
    total = np.bincount(groups, persons, n).astype(np.int64)
    count, first, second = _largest(groups, n, addresses, persons)
    # An address without a provider is a unit of its own: flip the highest bit to keep it apart from the providers.
    units = np.where(providers > 0, providers, ~addresses)
    unit_count, unit_first, unit_second = _largest(groups, n, units, persons)
    return Measure(
        persons=total,
        addresses=count,
        largest=first,
        second=second,
        with_providers=np.bincount(groups, providers > 0, n) > 0,
        provider_units=unit_count,
        provider_largest=unit_first,
        provider_second=unit_second,
        homes=np.zeros(n, dtype=np.int64) if homes is None else homes,
        homes_known=np.full(n, homes is not None),
    )


def _largest(groups: Integers, n: int, units: Cells, persons: Integers) -> tuple[Integers, Integers, Integers]:
    """Per group: how many units there are, and what the largest and the second largest of them hold."""
    count, first, second = (np.zeros(n, dtype=np.int64) for _ in range(3))
    if not len(groups):
        return count, first, second
    order = np.lexsort((units, groups))
    group, unit = groups[order], units[order]
    start = np.flatnonzero(np.concatenate([[True], (group[1:] != group[:-1]) | (unit[1:] != unit[:-1])]))
    held = np.add.reduceat(persons[order], start)
    owner = group[start]
    order = np.lexsort((-held, owner))
    owner, held = owner[order], held[order]
    count = np.bincount(owner, minlength=n).astype(np.int64)
    at = np.concatenate([[0], np.cumsum(count)])[:-1]
    has, has_two = count > 0, count > 1
    first[has] = held[at[has]]
    second[has_two] = held[at[has_two] + 1]
    return count, first, second


def _share(part: Integers, whole: Integers) -> Floats:
    return np.divide(part, whole, out=np.zeros(len(part)), where=whole > 0)
