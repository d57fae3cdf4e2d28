"""What can be published of a snapshot: regions, numbers and the audit of them, against all that was released before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Optional

import numpy as np

from ..arrays import Integers
from ..phrases import phrase
from ..refusals import SeriesError, UnsafeError
from .atoms import Homes, Region, Snapshot
from .audit import Audit, audit
from .change import renewable
from .continuity import check_borders, check_identifiers
from .grant import Grant
from .history import Figure, History, Release
from .recordkeys import keyed_round
from .regions import Ground, pooled
from .rules import Rules
from .territory import Territory

#: So many times the regions that the audit found wanting are merged upward before the export is refused.
_REPAIRS = 10

_KEYS = np.uint64((1 << 52) - 1)


@dataclass(frozen=True)
class Asked:
    """What an export is asked for.

    Attributes:
        grant: For whom, for what, until when.
        resolution: H3 resolution of the display cells.
        rules: The safety rules of this export.
        made_at: UTC, ISO 8601 with seconds.
    """

    grant: Grant
    resolution: int
    rules: Rules
    made_at: str


@dataclass(frozen=True)
class Decision:
    """What will be published.

    Attributes:
        release: The numbers, of the frozen regions.
        regions: Municipality -> its frozen regions from now on.
        audit: What the attacker could find out.
        rounds: How often regions were merged upward after an audit.
        repeated: Numbers that are repeated from an earlier release; for the data owner only.
        persons: Registrations in the municipalities; for the data owner only.
        published: Registrations in published regions; for the data owner only.
    """

    release: Release
    regions: Mapping[str, tuple[Region, ...]]
    audit: Audit
    rounds: int
    repeated: int
    persons: int
    published: int


def decide(
    history: History,
    snapshot: Snapshot,
    land: Territory,
    homes: Optional[Homes],
    asked: Asked,
    go_on: Callable[[float], None] = lambda share: None,
) -> Decision:
    """Audit first, repair by merging upward, else refuse.

    Args:
        history: All earlier releases of the series.
        snapshot: The registrations now.
        land: The atoms of the municipalities to publish.
        homes: BAG objects in use, None where unknown.
        asked: For whom, and at which detail.
        go_on: Told the share that is done; raises to cancel.

    Raises:
        SeriesError: A municipality was published coarser before, or its borders changed.
        UnsafeError: Nothing is safe, or repair did not help.
    """
    ground = Ground(land, snapshot, land.find(snapshot.cells, snapshot.codes), land.homes(homes))
    levels = frozen_levels(history)
    _check_level(history, levels, land, asked)
    check_borders(history, snapshot)
    check_identifiers(history, snapshot)
    banned: set[str] = set()
    for round_number in range(_REPAIRS + 1):
        go_on(round_number / (_REPAIRS + 1))
        regions, fresh = _regions(ground, history, levels, asked, banned)
        figures = _figures(ground, history, regions, fresh, asked.rules, banned)
        proposal = Release(
            asked.made_at, asked.grant, snapshot.peildatum, asked.resolution, snapshot.digest, tuple(figures)
        )
        if not figures:
            raise _nothing_safe(asked)
        found = audit(
            history,
            proposal,
            {**history.snapshots, snapshot.digest: snapshot},
            homes,
            asked.rules,
            history.series.rounding,
        )
        released = {(f.region.regio_id, f.snapshot) for release in history.releases for f in release.figures}
        of_region = {figure.region.regio_id: figure for figure in figures}
        # A number that was released before tells nothing new; the others have to go up.
        weak = {
            w.region.regio_id
            for w in found.weaknesses
            if (w.region.regio_id, of_region[w.region.regio_id].snapshot) not in released
        }
        if not weak:
            return _decision(ground, proposal, regions, replace(found, weaknesses=()), round_number)
        banned |= weak
    names = ", ".join(sorted({w.region.gemeentecode for w in found.weaknesses}))
    reason = phrase(
        "in {names} an attacker could still narrow down a small number after {repairs} repairs",
        names=names,
        repairs=_REPAIRS,
    )
    raise UnsafeError(
        reason=reason, remedy=phrase("Ask for a coarser RESOLUTION, or leave these municipalities out (REGION)")
    )


def frozen_levels(history: History) -> dict[str, int]:
    """The display resolution at which each municipality was cut up: that of the first release with it.

    Args:
        history: Earlier releases.
    """
    levels: dict[str, int] = {}
    for release in history.releases:
        for figure in release.figures:
            levels.setdefault(figure.region.gemeentecode, release.resolution)
    return levels


def _check_level(history: History, levels: Mapping[str, int], land: Territory, asked: Asked) -> None:
    finer = sorted(code for code in land.codes if code in levels and asked.resolution > levels[code])
    if finer:
        lowest = min(levels[code] for code in finer)
        raise SeriesError(
            series=history.series.name,
            reason=phrase(
                "the regions of {finer} are frozen at resolution {lowest}, and resolution {resolution} would cut "
                "them anew, so that two maps together give away the difference",
                finer=", ".join(finer),
                lowest=lowest,
                resolution=asked.resolution,
            ),
            remedy=phrase("Ask for RESOLUTION {lowest} or coarser", lowest=lowest),
        )


def _regions(
    ground: Ground, history: History, levels: Mapping[str, int], asked: Asked, banned: set[str]
) -> tuple[dict[str, tuple[Region, ...]], dict[str, bool]]:
    """Regions per municipality, and by name whether the number of a frozen one is new.

    A frozen region keeps its earlier number if it is unsafe now, or its change is, or the audit found it wanting. It is
    not merged for that: a merger would tell which regions had a change that must stay unseen.
    """
    new = {code for code in ground.territory.codes if code not in levels}
    regions = pooled(ground, new, asked.resolution, asked.rules, banned)
    frozen = {code: history.regions[code] for code in ground.territory.codes if code in levels}
    listed = [region for found in frozen.values() for region in found]
    owner = ground.territory.owners(listed)
    safe = asked.rules.safe(ground.measure(owner, len(listed)))
    renewed = renewable(ground, history, owner, len(listed), asked.rules)
    fresh = {r.regio_id: bool(s and c) and r.regio_id not in banned for r, s, c in zip(listed, safe, renewed)}
    return {**regions, **frozen}, fresh


def _figures(
    ground: Ground,
    history: History,
    regions: Mapping[str, Sequence[Region]],
    fresh: Mapping[str, bool],
    rules: Rules,
    banned: set[str],
) -> list[Figure]:
    """The numbers: new ones where they are safe, earlier ones where a frozen region could not be renewed."""
    listed = [region for code in sorted(regions) for region in regions[code]]
    owner = ground.territory.owners(listed)
    safe = rules.safe(ground.measure(owner, len(listed)))
    values = _values(ground, owner, len(listed), history.series.rounding)
    earlier = {f.region.regio_id: f for release in history.releases for f in release.figures}
    figures = []
    for number, region in enumerate(listed):
        name = region.regio_id
        if fresh.get(name, bool(safe[number]) and name not in banned):
            figures.append(Figure(region, ground.snapshot.digest, int(values[number])))
        elif name in earlier:
            figures.append(earlier[name])
    return figures


def _values(ground: Ground, owner: Integers, n: int, rounding: int) -> Integers:
    """The rounded registrations of n regions."""
    region = np.where(ground.at >= 0, owner[ground.at], -1)
    there = region >= 0
    persons = np.bincount(region[there], ground.snapshot.persons[there], n).astype(np.int64)
    keys = np.zeros(n, dtype=np.uint64)
    np.add.at(keys, region[there], ground.snapshot.keys[there])  # wraps modulo 2^64, which 2^52 divides
    return keyed_round(persons, keys & _KEYS, rounding)


def _decision(
    ground: Ground, release: Release, regions: dict[str, tuple[Region, ...]], found: Audit, rounds: int
) -> Decision:
    owner = ground.territory.owners([figure.region for figure in release.figures])
    persons = ground.snapshot.persons
    return Decision(
        release=release,
        regions=regions,
        audit=found,
        rounds=rounds,
        repeated=sum(figure.snapshot != release.snapshot for figure in release.figures),
        persons=int(persons[ground.at >= 0].sum()),
        published=int(persons[(ground.at >= 0) & (owner[ground.at] >= 0)].sum()),
    )


def _nothing_safe(asked: Asked) -> UnsafeError:
    reason = phrase(
        "no part of any municipality has the {persons} registrations on {addresses} addresses in {homes} homes that "
        "a number needs",
        persons=asked.rules.persons,
        addresses=asked.rules.addresses,
        homes=asked.rules.homes,
    )
    return UnsafeError(
        reason=reason,
        remedy=phrase("A larger area may have them: add municipalities, or ask for a coarser RESOLUTION"),
    )
