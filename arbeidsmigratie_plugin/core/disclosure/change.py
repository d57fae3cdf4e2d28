"""What changed since earlier releases: a number may only be renewed where the change is as safe as the number.

Who holds two numbers of one region holds their difference. A change of a few persons, or of one location, would tell
about those: the safety rules hold for the gross change per address, the sum of |w(now) - w(then)| (disclosure.md 11.2,
difference rule). Atoms that had no number then count in full: their registrations are what the difference shows.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..arrays import Cells, Flags, Integers
from .history import Figure, History
from .measure import Measure, measure
from .regions import Ground
from .rules import Rules

#: Where an atom had no number in an earlier release.
_NOTHING = -1


def renewable(ground: Ground, history: History, groups: Integers, n: int, rules: Rules) -> Flags:
    """Whether the number of each of n groups of atoms can be published anew, as far as earlier releases go.

    Compared with each earlier release, and with the mixture of them that differs least: for every region the release in
    which it is most like it is now. A group without any change is as it was, and passes.

    Args:
        ground: Registrations and homes as they are now.
        history: Earlier releases.
        groups: Group of each atom, -1 for none.
        n: Number of groups.
        rules: The safety rules.
    """
    bases = earlier_bases(ground, history)
    if not bases:
        return np.ones(n, dtype=np.bool_)
    fine = np.ones(n, dtype=np.bool_)
    for basis in [*bases, _nearest(ground, history, bases)]:
        change = _change(ground, history, groups, n, basis)
        touched = np.zeros(n, dtype=np.bool_)
        touched[groups[(groups >= 0) & (basis != _NOTHING)]] = True
        fine &= ~touched | (change.persons == 0) | rules.safe(change)
    return fine


def earlier_bases(ground: Ground, history: History) -> list[Integers]:
    """For each earlier release that differs from the others: the snapshot that the number of each atom came from.

    Args:
        ground: Now.
        history: Earlier releases.

    Returns:
        Per release n positions among the snapshots of the history, -1 for atoms that had no number.
    """
    place = {digest: at for at, digest in enumerate(history.snapshots)}
    found: dict[bytes, Integers] = {}
    for figures in {release.figures: None for release in history.releases}:
        basis = _basis(ground, figures, place)
        if (basis != _NOTHING).any():
            found[basis.tobytes()] = basis
    return list(found.values())


def _basis(ground: Ground, figures: Sequence[Figure], place: dict[str, int]) -> Integers:
    basis = np.full(len(ground.territory), _NOTHING, dtype=np.int64)
    for figure in figures:
        atoms = ground.territory.of_region(figure.region)
        basis[atoms[atoms >= 0]] = place[figure.snapshot]
    return basis


def _nearest(ground: Ground, history: History, bases: list[Integers]) -> Integers:
    """Per frozen region the basis with the smallest gross change."""
    regions = [region for code in ground.territory.codes for region in history.regions.get(code, ())]
    owner, n = ground.territory.owners(regions), len(regions)
    sizes = np.array([_change(ground, history, owner, n, basis).persons for basis in bases])
    covered = np.zeros((len(bases), n), dtype=np.bool_)
    for at, basis in enumerate(bases):
        covered[at, owner[(owner >= 0) & (basis != _NOTHING)]] = True
    sizes = np.where(covered, sizes, np.iinfo(np.int64).max)
    best = sizes.argmin(axis=0) if n else np.zeros(0, dtype=np.int64)
    mixed = np.stack(bases)[np.append(best, 0)[owner], np.arange(len(owner))]
    return np.where(owner >= 0, mixed, _NOTHING)


def _change(ground: Ground, history: History, groups: Integers, n: int, basis: Integers) -> Measure:
    """What contributes to the gross change of each of n groups since a basis."""
    parts = [_weights(ground, groups, 1)]
    for number, earlier in enumerate(history.snapshots.values()):
        if (basis == number).any():
            then = Ground(ground.territory, earlier, ground.territory.find(earlier.cells, earlier.codes), ground.homes)
            parts.append(_weights(then, np.where(basis == number, groups, -1), -1))
    group, address, provider, weight = (np.concatenate(column) for column in zip(*parts))
    order = np.lexsort((address, group))
    group, address, provider, weight = group[order], address[order], provider[order], weight[order]
    start = np.flatnonzero(
        np.concatenate([[True], (group[1:] != group[:-1]) | (address[1:] != address[:-1])])[: len(group)]
    )
    net = np.abs(np.add.reduceat(weight, start)) if len(start) else weight
    # A provider that is known at one of the two dates is known for the change.
    known = np.maximum.reduceat(provider, start) if len(start) else provider
    homes = None
    if ground.homes is not None:
        homes = np.bincount(groups[groups >= 0], ground.homes[groups >= 0], n).astype(np.int64)
    return measure(group[start], n, net, address[start], known, homes)


def _weights(ground: Ground, groups: Integers, sign: int) -> tuple[Integers, Cells, Cells, Integers]:
    """Group, address, provider and signed registrations of each address in one of the groups."""
    of_address = np.where(ground.at >= 0, groups[ground.at], -1)
    there = of_address >= 0
    shot = ground.snapshot
    return of_address[there], shot.addresses[there], shot.providers[there], sign * shot.persons[there]
