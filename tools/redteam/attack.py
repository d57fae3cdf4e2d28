"""An attacker with nothing but exported files, the public homes and what an insider knows of himself.

Every home belongs to one unit: homes that no file and no question tells apart. A file says of sets of units how many
registrations they hold together, at least and at most; the smallest and largest number of whole registrations that a
set can hold follow by integer programming (disclosure.md 4.3). No line of it is shared with the product's own attacker:
two that err in the same way would agree.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Optional

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse.csgraph import connected_components

from arbeidsmigratie_plugin.core.arrays import Cells, Flags, Floats, Integers
from arbeidsmigratie_plugin.core.grid import resolutions, roll_up

from .files import Package, Row

_SECONDS = 10.0
_UNKNOWN = np.inf


@dataclass(frozen=True)
class Public:
    """What anybody knows of the homes of a region (BAG).

    Attributes:
        codes: Municipalities.
        municipality: Position in codes of each of n homes.
        cells: Base cell of each home.
        direct: Resolution -> cell in which each home is indexed at it.
    """

    codes: tuple[str, ...]
    municipality: Integers
    cells: Cells
    direct: Mapping[int, Cells]


@dataclass(frozen=True)
class Insider:
    """What an operator knows of his own locations.

    Attributes:
        homes: Positions of his homes.
        persons: Registrations on them, at the date that is looked at.
    """

    homes: Integers
    persons: Integers


@dataclass(frozen=True)
class Units:
    """Homes that nothing tells apart.

    Attributes:
        of_home: Unit of each home.
        first: A home of each of n units.
        homes: Homes in each unit.
    """

    of_home: Integers
    first: Integers
    homes: Integers

    def __len__(self) -> int:
        return len(self.first)


@dataclass(frozen=True)
class Statement:
    """So many registrations are in these units together.

    Attributes:
        members: Units, in ascending order.
        low: At least.
        high: At most; infinite where nothing says so.
    """

    members: Integers
    low: float
    high: float


@dataclass(frozen=True)
class Intervals:
    """How many registrations each of n sets can hold.

    Attributes:
        low: Fewest; 0 where the statements contradict each other.
        high: Most; infinite where nothing bounds it.
        timed_out: Questions that the solver did not answer in time.
    """

    low: Floats
    high: Floats
    timed_out: int = 0


def units(public: Public, insider: Optional[Integers]) -> Units:
    """The units: base cell and municipality, the cells of direct indexing, and each home of the insider by itself.

    Args:
        public: The homes.
        insider: Positions of the insider's homes, None without one.
    """
    own = np.zeros(len(public.cells), dtype=np.uint64)
    if insider is not None:
        own[insider] = np.arange(1, len(insider) + 1)
    key = np.column_stack([public.cells, public.municipality.astype(np.uint64), own, *public.direct.values()])
    _, first, of_home, homes = np.unique(key, axis=0, return_index=True, return_inverse=True, return_counts=True)
    return Units(of_home.ravel().astype(np.int64), first, homes)


# What files say ------------------------------------------------------------------------------------------------------


class Reader:
    """Finds the units that a row of a file is about.

    Args:
        public: The homes.
        found: Their units.
    """

    def __init__(self, public: Public, found: Units) -> None:
        self._public, self._units = public, found
        self._code = {code: number for number, code in enumerate(public.codes)}
        self._sorted: dict[tuple[int, bool], tuple[Integers, Cells]] = {}

    def members(self, row: Row, direct: bool) -> Integers:
        """Units of a row, in ascending order.

        Args:
            row: Of a file.
            direct: Whether the file indexes directly at each resolution.
        """
        number = self._public.municipality[self._units.first]
        if not row.cells:
            inside = np.arange(len(self._units))
        else:
            cells = np.array(row.cells, dtype=np.uint64)
            parts = [self._in_cells(cells[resolutions(cells) == r], r, direct) for r in np.unique(resolutions(cells))]
            inside = np.unique(np.concatenate(parts))
        codes = np.array([self._code[code] for code in row.codes if code in self._code], dtype=np.int64)
        return inside[np.isin(number[inside], codes)]

    def _in_cells(self, cells: Cells, resolution: int, direct: bool) -> Integers:
        order, values = self._order(int(resolution), direct)
        low, high = np.searchsorted(values, cells, "left"), np.searchsorted(values, cells, "right")
        return np.concatenate([order[a:b] for a, b in zip(low, high)] or [np.empty(0, dtype=np.int64)])

    def _order(self, resolution: int, direct: bool) -> tuple[Integers, Cells]:
        key = (resolution, direct)
        if key not in self._sorted:
            first = self._units.first
            if direct:
                values = self._public.direct[resolution][first]
            else:
                values = roll_up(self._public.cells[first], resolution)
            order = np.argsort(values, kind="stable")
            self._sorted[key] = order, values[order]
        return self._sorted[key]


def statements(packages: Sequence[Package], reader: Reader, n: int, exact: bool) -> list[Statement]:
    """What files say together.

    Args:
        packages: The files; those of several dates where the reader takes it that nothing changed.
        reader: Finds units.
        n: Number of units.
        exact: Take rounded numbers as exact ones.
    """
    out: list[Statement] = []
    rounded: dict[str, list[tuple[Integers, Package, int]]] = {}
    for package in packages:
        named = np.zeros(n, dtype=bool)
        for row in package.rows:
            members = reader.members(row, package.direct)
            named[members] = True
            if row.value is None:
                out.append(Statement(members, float(package.hidden[0]), float(package.hidden[1] or _UNKNOWN)))
            elif package.step == 1:
                out.append(Statement(members, float(row.value), float(row.value)))
            else:
                rounded.setdefault(package.peildatum, []).append((members, package, row.value))
        if package.complete:
            nowhere = np.flatnonzero(~named & _asked(package, reader, n))
            out += [Statement(np.array([unit]), 0.0, 0.0) for unit in nowhere]
    for rows in rounded.values():
        out += _unrounded(rows, n, exact)
    return _together(out)


def _unrounded(rows: Sequence[tuple[Integers, Package, int]], n: int, exact: bool) -> list[Statement]:
    """What rounded numbers of one date say; those that are the sum of others say nothing of their own.

    A map at a coarser resolution has sums of rounded numbers: whoever reads them as one rounding is mistaken.
    """
    owner = np.full(n, -1, dtype=np.int64)
    kept: list[tuple[int, int]] = []
    out = []
    for members, package, value in sorted(rows, key=lambda row: len(row[0])):
        inside = np.unique(owner[members])
        tiled = len(members) > 0 and inside[0] >= 0 and sum(kept[i][0] for i in inside) == len(members)
        if tiled and len(inside) > 1 and sum(kept[i][1] for i in inside) == value:
            continue
        slack = 0 if exact else package.step - 1
        out.append(Statement(members, float(max(value - slack, *package.least)), float(value + slack)))
        if not tiled:
            owner[members] = len(kept)
            kept.append((len(members), value))
    return out


def _asked(package: Package, reader: Reader, n: int) -> Flags:
    """The units of the municipalities that a file is about."""
    codes = tuple(sorted({code for row in package.rows for code in row.codes}))
    flags = np.zeros(n, dtype=bool)
    flags[reader.members(Row((), codes, None, -1), package.direct)] = True
    return flags


def _together(found: Sequence[Statement]) -> list[Statement]:
    """One statement for each set of units."""
    by_set: dict[bytes, Statement] = {}
    for one in found:
        key = one.members.tobytes()
        other = by_set.get(key, one)
        by_set[key] = replace(one, low=max(one.low, other.low), high=min(one.high, other.high))
    return list(by_set.values())


def insider_statements(known: Insider, found: Units) -> list[Statement]:
    """What the insider knows: each of his homes is a unit of its own.

    Args:
        known: His homes and their registrations.
        found: Units that tell his homes apart.
    """
    return [Statement(np.array([u]), float(p), float(p)) for u, p in zip(found.of_home[known.homes], known.persons)]


# What follows --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Model:
    """Classes of units that the same statements are about.

    Attributes:
        of_unit: Class of each unit, -1 for those that no statement is about.
        matrix: (statements, classes) which classes a statement adds up.
        low: Of each statement.
        high: Of each statement.
        component: Component of each class: others are independent of it.
    """

    of_unit: Integers
    matrix: sparse.csr_matrix
    low: Floats
    high: Floats
    component: Integers


def intervals(found: Sequence[Statement], n: int, targets: sparse.csr_matrix) -> Intervals:
    """The fewest and most registrations in each set of units.

    Args:
        found: Statements.
        n: Number of units.
        targets: (k, n) the units of each of k sets.
    """
    k = targets.shape[0]
    if not found:
        return Intervals(np.zeros(k), np.full(k, _UNKNOWN))
    model = _model(found, n)
    full, part, unbound = _touched(model, targets)
    bits = _questions(model, full, part)
    answers, late = _answer(model, bits)
    low, high = np.zeros(k), np.where(unbound, _UNKNOWN, 0.0)
    for target, asked in enumerate(bits):
        for question in asked:
            least, most = answers[question]
            low[target] += least
            high[target] += most
    return Intervals(low, high, late)


def _model(found: Sequence[Statement], n: int) -> _Model:
    rows = np.repeat(np.arange(len(found)), [len(one.members) for one in found])
    columns = np.concatenate([one.members for one in found])
    # Two units are alike if the same statements name them: a sum of random marks tells.
    marks = np.random.default_rng(0).integers(1, 1 << 62, len(found)).astype(np.uint64)
    signature = np.zeros(n, dtype=np.uint64)
    np.add.at(signature, columns, marks[rows])
    values, of_unit = np.unique(signature, return_inverse=True)
    if values[0] == 0:
        of_unit = of_unit - 1
        values = values[1:]
    of_unit = of_unit.ravel()
    pairs = np.unique(np.column_stack([rows, of_unit[columns]]), axis=0)
    shape = (len(found), len(values))
    matrix = sparse.csr_matrix((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=shape)
    component = connected_components(sparse.bmat([[None, matrix], [matrix.T, None]]), directed=False)[1]
    low, high = np.array([one.low for one in found]), np.array([one.high for one in found])
    return _Model(of_unit, matrix, low, high, component[len(found) :])


def _touched(model: _Model, targets: sparse.csr_matrix) -> tuple[sparse.csr_matrix, sparse.csr_matrix, Flags]:
    """Per set: the classes it holds whole, those it holds part of, and whether a unit is in no statement at all."""
    there = model.of_unit >= 0
    classes = model.matrix.shape[1]
    n = len(there)
    to_class = sparse.csr_matrix(
        (np.ones(there.sum()), (np.flatnonzero(there), model.of_unit[there])), shape=(n, classes)
    )
    held = sparse.csr_matrix(targets @ to_class)
    size = np.bincount(model.of_unit[there], minlength=classes)
    whole = held.copy()
    whole.data = (held.data >= size[held.indices]).astype(np.float64)
    part = held.copy()
    part.data = (held.data < size[held.indices]).astype(np.float64)
    whole.eliminate_zeros()
    part.eliminate_zeros()
    unbound = np.asarray(targets @ (~there).astype(np.float64)).ravel() > 0
    return whole, part, unbound


#: A question: classes that are held whole and classes that are held in part, all of one component.
_Question = tuple[tuple[int, ...], tuple[int, ...]]


def _questions(model: _Model, full: sparse.csr_matrix, part: sparse.csr_matrix) -> list[list[_Question]]:
    """What to ask of each component for each set."""
    out = []
    for target in range(full.shape[0]):
        wholes = full.indices[full.indptr[target] : full.indptr[target + 1]].tolist()
        parts = part.indices[part.indptr[target] : part.indptr[target + 1]].tolist()
        by_component: dict[int, tuple[list[int], list[int]]] = {}
        for classes, side in ((wholes, 0), (parts, 1)):
            for one in classes:
                by_component.setdefault(int(model.component[one]), ([], []))[side].append(one)
        out.append([(tuple(sorted(whole)), tuple(sorted(some))) for whole, some in by_component.values()])
    return out


def _answer(model: _Model, asked: Sequence[Sequence[_Question]]) -> tuple[dict[_Question, tuple[float, float]], int]:
    """Fewest and most of every question; components are independent, so one question of each is solved at once."""
    lists: dict[int, list[_Question]] = {}
    for question in dict.fromkeys(q for questions in asked for q in questions):
        lists.setdefault(int(model.component[(question[0] or question[1])[0]]), []).append(question)
    consistent = _consistent(model, sorted(lists))
    answers: dict[_Question, tuple[float, float]] = {}
    late = 0
    for at in range(max(map(len, lists.values()), default=0)):
        turn = [questions[at] for questions in lists.values() if at < len(questions)]
        for question in turn:
            answers[question] = (0.0, _UNKNOWN)
        turn = [q for q in turn if int(model.component[(q[0] or q[1])[0]]) in consistent]
        # Of a class that is held in part nothing or all can be inside.
        fewest = _solve(model, turn, [q[0] for q in turn], 1.0)
        most = _solve(model, turn, [q[0] + q[1] for q in turn], -1.0)
        late += (fewest is None) + (most is None)
        for number, question in enumerate(turn):
            answers[question] = (
                0.0 if fewest is None else fewest[number],
                _UNKNOWN if most is None else most[number],
            )
    return answers, late


def _consistent(model: _Model, components: Sequence[int]) -> set[int]:
    """The components whose statements do not contradict each other."""
    questions: list[_Question] = [((int(np.flatnonzero(model.component == c)[0]),), ()) for c in components]
    if _solve(model, questions, [()] * len(questions), 1.0) is not None:
        return set(components)
    return {c for c, q in zip(components, questions) if _solve(model, [q], [()], 1.0) is not None}


def _solve(
    model: _Model, turn: Sequence[_Question], counted: Sequence[tuple[int, ...]], sign: float
) -> Optional[list[float]]:
    """The optimum of one question of each of some components; None if there is none, or none in time.

    Args:
        model: Classes and statements.
        turn: Questions, each of another component.
        counted: The classes that each adds up.
        sign: 1 for the fewest, -1 for the most.
    """
    if not turn:
        return []
    which = np.isin(model.component, [model.component[(q[0] or q[1])[0]] for q in turn])
    classes = np.flatnonzero(which)
    place = np.full(len(which), -1, dtype=np.int64)
    place[classes] = np.arange(len(classes))
    sub = model.matrix[:, classes]
    about = np.asarray(sub.sum(axis=1)).ravel() > 0
    cost = np.zeros(len(classes))
    for columns in counted:
        cost[place[list(columns)]] = sign
    # What can grow without end would make the sum infinite: bound it, far beyond what a municipality holds.
    found = milp(
        cost,
        integrality=np.ones(len(classes)),
        bounds=Bounds(0, _FAR),
        constraints=LinearConstraint(sub[about], model.low[about], model.high[about]),
        options={"time_limit": _SECONDS, "mip_rel_gap": 0.0},
    )
    if found.status != 0:
        return None
    sums = [float(np.rint(found.x[place[list(columns)]]).sum()) for columns in counted]
    return [_UNKNOWN if value >= _FAR else value for value in sums]


_FAR = 1e5
