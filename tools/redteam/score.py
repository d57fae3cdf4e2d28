"""What the attacker found out, held against the truth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Optional

import numpy as np

from arbeidsmigratie_plugin.core.arrays import Integers

from .attack import (
    Insider,
    Intervals,
    Public,
    Reader,
    Statement,
    Units,
    insider_statements,
    intervals,
    statements,
    units,
)
from .changes import told_by_certificate, unsafe_changes
from .files import Package, read_package
from .targets import Targets, matrix, sums, targets
from .worlds import World

#: An interval narrower than this tells too much.
NARROW = 10


@dataclass(frozen=True)
class Finding:
    """An unsafe cell of which the attacker knows too much.

    Attributes:
        seed: World.
        what: Kind of set, resolution, cell and municipality.
        how: Files, dates and knowledge that were used.
        low: Fewest registrations, as the attacker sees it.
        high: Most.
        truth: How many there are.
    """

    seed: int
    what: str
    how: str
    low: float
    high: float
    truth: int

    @property
    def exact(self) -> bool:
        """Whether there is one answer."""
        return self.low == self.high

    def __str__(self) -> str:
        return f"seed {self.seed}: {self.what}: [{self.low:g}, {self.high:g}], truly {self.truth}, by {self.how}"


@dataclass
class Tally:
    """What came out of attacks, added up over worlds.

    Attributes:
        unsafe: Unsafe cells with registrations, at each date apart.
        exact: Of these, recovered exactly.
        narrow: Of these, with an interval narrower than ten that holds the truth.
        presence: Of these, certain to have registrations.
        secret: Numbers that files keep secret, at resolution 8.
        recovered: Of these, recovered exactly.
        recovered_unruly: Of these, recovered exactly by who does not know from which number on they are secret.
        changes: Changes of a number from one date to the next that are unsafe, and shown.
        told: Numbers in certificates from which the largest addresses of a region follow.
        timed_out: Questions that were not answered in time.
        narrowest: Width of the narrowest interval.
        findings: Exact ones and narrow ones.
        certain: Those certain to have registrations.
    """

    unsafe: int = 0
    exact: int = 0
    narrow: int = 0
    presence: int = 0
    secret: int = 0
    recovered: int = 0
    recovered_unruly: int = 0
    changes: int = 0
    told: int = 0
    timed_out: int = 0
    narrowest: float = np.inf
    findings: list[Finding] = field(default_factory=list)
    certain: list[Finding] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Adds the results of another world.

        Args:
            other: Its tally.
        """
        for name in (
            "unsafe",
            "exact",
            "narrow",
            "presence",
            "secret",
            "recovered",
            "recovered_unruly",
            "changes",
            "told",
            "timed_out",
        ):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.narrowest = min(self.narrowest, other.narrowest)
        self.findings += other.findings
        self.certain += other.certain


@dataclass(frozen=True)
class _Mode:
    """What the attacker takes for granted.

    Attributes:
        dates: The dates whose files are read together: more than one as if nothing had changed.
        exact: Rounded numbers are taken as exact.
    """

    dates: tuple[int, ...]
    exact: bool

    def __str__(self) -> str:
        when = f"date {self.dates[0] + 1}" if len(self.dates) == 1 else "all dates as if nothing changed"
        return f"{when}, {'rounded numbers taken as exact' if self.exact else 'rounding and rules known'}"


def attack(world: World, paths: Sequence[Path], thorough: bool) -> Tally:
    """Attacks the files of a world in every way.

    Args:
        world: The truth.
        paths: All files that anybody received.
        thorough: With an insider, with rounded numbers taken as exact, and with all dates taken together too.
    """
    packages = [read_package(path) for path in paths]
    levels = sorted({r for p in packages if p.direct for row in p.rows for r in (row.resolution,) if r >= 0})
    public = Public(world.codes, world.municipality, world.cells, {r: world.direct(r) for r in levels})
    tally = Tally()
    known: dict[str, set[tuple[str, int]]] = {"exact": set(), "narrow": set(), "presence": set(), "unsafe": set()}
    for insider in (None, world.insider) if thorough else (None,):
        found = units(public, insider)
        reader = Reader(public, found)
        asked = targets(world, found, insider, packages, reader)
        for mode in _modes(len(world.moments), thorough):
            told = _told(world, packages, reader, found, insider, mode)
            answer = intervals(told, len(found), asked.sets)
            tally.timed_out += answer.timed_out
            who = f"{mode}{'' if insider is None else ', with an insider'}"
            _note(world.seed, asked, answer, mode, who, known, tally)
        if insider is None:
            _secret(world, packages, reader, found, tally)
    tally.unsafe, tally.exact = len(known["unsafe"]), len(known["exact"])
    tally.narrow, tally.presence = len(known["narrow"]), len(known["presence"])
    tally.changes = unsafe_changes(world, packages, public)
    tally.told = sum(told_by_certificate(world, package) for package in packages)
    return tally


def _modes(dates: int, thorough: bool) -> Iterator[_Mode]:
    for date in range(dates):
        yield _Mode((date,), False)
    if thorough:
        yield from (_Mode((date,), True) for date in range(dates))
        yield from (_Mode(tuple(range(dates)), exact) for exact in (False, True))


def _told(
    world: World, packages: Sequence[Package], reader: Reader, found: Units, insider: Optional[Integers], mode: _Mode
) -> list[Statement]:
    """Statements of the files of these dates, and of the insider."""
    dates = {world.moments[date].peildatum for date in mode.dates}
    told = statements([p for p in packages if p.peildatum in dates], reader, len(found), mode.exact)
    if insider is not None:
        persons = world.persons(world.moments[mode.dates[-1]])[insider]
        told += insider_statements(Insider(insider, persons), found)
    return told


# Scores --------------------------------------------------------------------------------------------------------------


def _note(
    seed: int,
    asked: Targets,
    answer: Intervals,
    mode: _Mode,
    who: str,
    known: dict[str, set[tuple[str, int]]],
    tally: Tally,
) -> None:
    """Takes down what this attack found; a cell counts once, however often it was found."""
    width = answer.high - answer.low
    always = asked.unsafe[list(mode.dates)].all(axis=0)
    for date in mode.dates:
        # Who takes it that nothing changed finds the number of the date at which it was safe, if there is one.
        there, truth = always, asked.truth[date]
        right = there & (answer.low <= truth) & (truth <= answer.high)
        known["unsafe"] |= {(asked.names[i], date) for i in np.flatnonzero(there)}
        for i in np.flatnonzero(right & asked.bare & (answer.low > 0)):
            if (asked.names[i], date) not in known["presence"]:
                found = Finding(seed, asked.names[i], who, float(answer.low[i]), float(answer.high[i]), int(truth[i]))
                tally.certain.append(found)
            known["presence"].add((asked.names[i], date))
        tally.narrowest = min(tally.narrowest, width[right].min(initial=np.inf))
        for i in np.flatnonzero(right & (width < NARROW)):
            key = (asked.names[i], date)
            if key not in known["narrow"] or (width[i] == 0 and key not in known["exact"]):
                low, high = float(answer.low[i]), float(answer.high[i])
                tally.findings.append(Finding(seed, asked.names[i], who, low, high, int(truth[i])))
            known["narrow"].add(key)
            if width[i] == 0:
                known["exact"].add(key)


def _secret(world: World, packages: Sequence[Package], reader: Reader, found: Units, tally: Tally) -> None:
    """How many of the numbers that files of resolution 8 keep secret are recovered exactly."""
    for date, moment in enumerate(world.moments):
        mine = [p for p in packages if p.peildatum == moment.peildatum]
        rows = {
            m.tobytes(): m
            for p in mine
            for row in p.rows
            if row.value is None and row.resolution == 8 and len(m := reader.members(row, p.direct))
        }
        if not rows:
            continue
        sets = matrix(list(rows.values()), len(found))
        truth = sums(world, found, sets, date).persons
        right = []
        for known in (mine, [replace(package, hidden=(0, 0)) for package in mine]):
            answer = intervals(statements(known, reader, len(found), exact=False), len(found), sets)
            right.append(int(((answer.low == answer.high) & (answer.low == truth)).sum()))
        tally.secret += len(rows)
        tally.recovered += right[0]
        tally.recovered_unruly += right[1]
