"""The attacker: known answers of the literature, properties, and a brute-force reference."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure import intervals as solving
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.attack import Attack, Groups, groups_of, same_sets
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.intervals import Answer, solve
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.known import (
    UNBOUNDED,
    Bounds,
    exact,
    perturbed,
    rounded,
    together,
    withheld,
)


def attack(unknowns, figures, bounds, targets):
    """Intervals as pairs; figures and targets are lists of lists of unknowns."""
    made = Attack(unknowns, groups_of([np.array(f, dtype=np.int64) for f in figures]))
    found = made.intervals(bounds, groups_of([np.array(t, dtype=np.int64) for t in targets]))
    assert found.proven.all()
    return list(zip(found.low.tolist(), found.high.tolist()))


def values(*numbers):
    return exact(np.array(numbers, dtype=np.int64))


class Figures:
    """A table with names for its cells, some of them suppressed."""

    def __init__(self, cells, sums, suppressed):
        self.names = list(cells)
        self.cells, self.sums, self.suppressed = cells, sums, suppressed

    def intervals(self, more=()):
        hidden = [*self.suppressed, *more]
        at = {name: place for place, name in enumerate(self.names)}
        groups = [[name] for name in self.names if name not in hidden] + [list(s) for s in self.sums]
        totals = values(*(sum(self.cells[name] for name in group) for group in groups))
        found = attack(len(at), [[at[n] for n in g] for g in groups], totals, [[at[n]] for n in hidden])
        return dict(zip(hidden, found))

    def repairs(self, name):
        """Interval of a cell after each single extra suppression."""
        open_cells = [other for other in self.names if other not in self.suppressed]
        return {other: self.intervals([other])[name] for other in open_cells}


# Known answers: disclosure.md section 10 -------------------------------------------------------------------------


def test_t1_geurts_1992():
    rows, columns = [[0, 1], [2, 3], [4, 5]], [[0, 2, 4], [1, 3, 5]]
    found = attack(6, [*rows, *columns, [4], [5]], values(7, 3, 6, 9, 7, 3, 3), [[0], [1], [2], [3]])
    assert found == [(3, 6), (1, 4), (0, 3), (0, 3)]


def simple_heuristic():
    """sdcTable, test-simpleheuristic.R."""
    counts = [[30, 47, 64, 89], [90, 124, 5, 31], [92, 100, 59, 85], [800, 991, 651, 685]]
    cells = {r + c: counts[i][j] for i, r in enumerate("wxyz") for j, c in enumerate("abcd")}
    sums = [*([r + c for c in "abcd"] for r in "wxyz"), *([r + c for r in "wxyz"] for c in "abcd"), list(cells)]
    return Figures(cells, sums, ["wa", "wb", "wc", "xa", "xc", "yb", "yd", "zb", "zd"])


def test_t2_two_suppressions_in_every_row_and_column_are_not_enough():
    assert simple_heuristic().intervals() == {
        "wa": (25, 94), "wb": (47, 47), "wc": (0, 69), "xa": (26, 95), "xc": (0, 69),
        "yb": (0, 185), "yd": (0, 185), "zb": (906, 1091), "zd": (585, 770),
    }  # fmt: skip


def test_t2_repair_is_one_extra_suppression():
    repairs = simple_heuristic().repairs("wb")
    assert [name for name, found in repairs.items() if found == (0, 78)] == ["xd"]
    widest = {name: high for name, (low, high) in repairs.items() if low < high}
    assert widest == {"wd": 136, "xb": 141, "ya": 141, "za": 141, "yc": 116, "zc": 116, "xd": 78}


def linked_tables():
    """sdcTable, test-linked-tables.R: two groupings of the same places, that is, two maps."""
    cells = {"A": 2, "B": 2, "I": 8, "J": 8, "K": 3, "L": 3, "M": 3, "N": 7}
    counties, sizes = ["ABIJ", "KLMN"], ["LM", "ABIJKN"]
    return cells, [list(s) for s in counties], [list(s) for s in sizes]


def test_t3_two_maps_that_are_safe_alone():
    cells, counties, sizes = linked_tables()
    hidden = list("ABKLM")
    by_county = Figures(cells, counties, hidden).intervals()
    assert (by_county["A"], by_county["K"]) == ((0, 4), (0, 9))
    by_size = Figures(cells, sizes, hidden).intervals()
    assert by_size["K"] == (0, 7)
    both = Figures(cells, [*counties, *sizes], hidden)
    assert both.intervals()["K"] == (3, 3)
    mended = [name for name, (low, high) in both.repairs("K").items() if low < high]
    assert mended == ["N"]
    assert {name: both.intervals(["N"])[name] for name in "KN"} == {"K": (0, 10), "N": (0, 10)}


def test_t4_a_total_within_its_parts():
    squares = [[0, 1], [2], [3], [4]]
    assert attack(5, [*squares, [0, 2, 3, 4]], values(5, 4, 4, 4, 16), [[1], [0]]) == [(1, 1), (4, 4)]


@pytest.mark.parametrize(("now", "then", "left"), [(50, 52, 2), (54, 55, 1), (128, 130, 2), (39, 39, 0)])
def test_t5_an_area_before_and_after_its_border_moved(now, then, left):
    assert attack(2, [[0], [0, 1]], values(now, then), [[1]]) == [(left, left)]


T6 = [[1, 3, 4], [0, 1, 2], [2, 3], [0, 3]]


def test_t6_the_linear_program_says_safe_and_the_truth_is_known():
    matrix = csr_matrix((np.ones(10), ([0, 0, 0, 1, 1, 1, 2, 2, 3, 3], [1, 3, 4, 0, 1, 2, 2, 3, 0, 3])))
    goal = np.array([0, 0, 0, 0, 1.0])
    relaxed = [solve(matrix, values(2, 4, 2, 1), sign * goal, whole=False)[1][4] for sign in (1, -1)]
    assert relaxed == pytest.approx([0, 1])
    found = attack(5, T6, values(2, 4, 2, 1), [[0], [1], [2], [3], [4]])
    assert found == [(1, 1), (1, 1), (2, 2), (0, 0), (1, 1)]


@pytest.mark.parametrize(("parent", "each"), [(18, 9), (2, 1)])
def test_t7_who_knows_the_rule_knows_both(parent, each):
    figures = [[0, 1], [0], [1]]
    known = together([values(parent), withheld(2, 10)])
    assert attack(2, figures, known, [[0], [1]]) == [(each, each)] * 2
    unknown = together([values(parent), withheld(2)])
    assert attack(2, figures, unknown, [[0], [1]]) == [(0, parent)] * 2


def test_t7_without_the_empties_the_lowest_is_none():
    known = together([values(2), withheld(2, 10, empties_shown=False)])
    assert attack(2, [[0, 1], [0], [1]], known, [[0]]) == [(0, 2)]


def test_t11_what_a_rounded_number_leaves_open():
    found = rounded(np.array([0, 15]), 5)
    assert list(zip(found.low, found.high)) == [(0, 4), (11, 19)]
    found = rounded(np.array([15]), 5, steps=1)
    assert (found.low[0], found.high[0]) == (6, 24)
    assert rounded(np.array([10]), 5, least=10).low[0] == 10
    found = perturbed(np.array([3, 20]), 5)
    assert list(zip(found.low, found.high)) == [(0, 8), (15, 25)]


def test_t12_controlled_rounding_is_additive_and_leaves_every_cell_open():
    true = np.array([[1, 0], [3, 3], [12, 20]])
    published = np.array([[5, 0], [0, 5], [10, 20]])
    totals = np.array([5, 5, 30, 15, 25, 40])
    assert [*published.sum(axis=1), *published.sum(axis=0), published.sum()] == totals.tolist()
    true_totals = [*true.sum(axis=1), *true.sum(axis=0), true.sum()]
    for n, v in zip([*true.ravel(), *true_totals], [*published.ravel(), *totals]):
        assert v % 5 == 0
        assert abs(v - n) < 5
        assert n % 5 or v == n
    cells = [[at] for at in range(6)]
    sums = [[0, 1], [2, 3], [4, 5], [0, 2, 4], [1, 3, 5], [0, 1, 2, 3, 4, 5]]
    bounds = rounded(np.concatenate([published.ravel(), totals]), 5)
    found = attack(6, [*cells, *sums], bounds, cells)
    assert found == [(1, 9), (0, 4), (0, 4), (1, 9), (6, 14), (16, 24)]  # additive: the sums tell nothing more


# Properties --------------------------------------------------------------------------------------------------------

UNKNOWNS = 4


@st.composite
def systems(draw):
    truth = draw(st.lists(st.integers(0, 4), min_size=UNKNOWNS, max_size=UNKNOWNS))
    sets = draw(st.lists(st.sets(st.integers(0, UNKNOWNS - 1), min_size=1), min_size=1, max_size=5))
    slack = draw(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=len(sets), max_size=len(sets)))
    figures = [sorted(s) for s in sets]
    sums = np.array([sum(truth[u] for u in f) for f in figures])
    down, up = np.array(slack).T
    target = sorted(draw(st.sets(st.integers(0, UNKNOWNS - 1), min_size=1)))
    return np.array(truth), figures, Bounds(np.maximum(sums - down, 0), sums + up), target


def brute_force(figures, bounds, target):
    """All counts that fit; those of unknowns in no figure have no limit."""
    covered = {u for f in figures for u in f}
    most = int(bounds.high.max()) + 1
    sums = [
        sum(counts[u] for u in target)
        for counts in itertools.product(*(range(most) if u in covered else (0,) for u in range(UNKNOWNS)))
        if all(lo <= sum(counts[u] for u in f) <= hi for f, lo, hi in zip(figures, bounds.low, bounds.high))
    ]
    return min(sums), UNBOUNDED if set(target) - covered else max(sums)


@settings(max_examples=60, deadline=None)
@given(systems())
def test_equal_to_all_counts_that_fit_and_holding_the_truth(system):
    truth, figures, bounds, target = system
    ((low, high),) = attack(UNKNOWNS, figures, bounds, [target])
    assert low <= truth[target].sum() <= high
    assert (low, high) == brute_force(figures, bounds, target)


@settings(max_examples=40, deadline=None)
@given(systems())
def test_one_figure_more_never_makes_an_interval_wider(system):
    _, figures, bounds, target = system
    fewer = Bounds(bounds.low[:-1], bounds.high[:-1])
    ((low, high),) = attack(UNKNOWNS, figures, bounds, [target])
    ((low_before, high_before),) = attack(UNKNOWNS, figures[:-1], fewer, [target])
    assert low_before <= low
    assert high <= high_before


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6))
def test_blocks_give_what_every_unknown_apart_gives(seed):
    random = np.random.default_rng(seed)
    n = 12
    kind = random.integers(0, 4, n)  # unknowns of a kind are in the same figures
    figures = [np.flatnonzero(np.isin(kind, random.choice(4, size, False))) for size in (1, 2, 2, 3)]
    figures = [f for f in figures if len(f)] + [np.arange(n)]
    truth = random.integers(0, 6, n)
    sums = np.array([truth[f].sum() for f in figures])
    bounds = rounded(sums - sums % 5, 5)
    target = np.flatnonzero(random.random(n) < 0.4)
    rows = np.repeat(np.arange(len(figures)), [len(f) for f in figures])
    matrix = csr_matrix((np.ones(len(rows)), (rows, np.concatenate(figures))), shape=(len(figures), n))
    goal = np.isin(np.arange(n), target).astype(float)
    unreduced = [solve(matrix, bounds, sign * goal)[1] @ goal for sign in (1, -1)]
    ((low, high),) = attack(n, figures, bounds, [target])
    assert [low, high] == unreduced


def test_one_figure_in_closed_form_as_the_solver_has_it():
    matrix = csr_matrix(np.ones((1, 3)))
    bounds = Bounds(np.array([4]), np.array([9]))
    for members in ([0], [0, 1], [0, 1, 2]):
        goal = np.isin(np.arange(3), members).astype(float)
        solved = tuple(int(solve(matrix, bounds, sign * goal)[1] @ goal) for sign in (1, -1))
        assert attack(3, [[0, 1, 2]], bounds, [members]) == [solved]


def test_parts_that_are_not_connected_are_added_up():
    figures = [[0, 1], [1, 2], [3, 4], [4, 5]]
    found = attack(6, figures, values(3, 4, 10, 10), [[0, 3], [0, 2, 3, 5], [1]])
    assert found == [(0, 13), (1, 27), (0, 3)]


# Failure is never safety ---------------------------------------------------------------------------------------------


def test_contradicting_figures_are_reported_and_prove_nothing():
    made = Attack(4, groups_of([np.array(f) for f in ([0], [0, 1], [1], [2], [2, 3])]))
    found = made.intervals(values(5, 3, 0, 1, 4), groups_of([np.array([0]), np.array([3])]))
    assert found.feasible.tolist() == [False, True]
    assert found.proven.tolist() == [False, True]
    assert (found.low[1], found.high[1]) == (3, 3)


def test_contradiction_about_one_group():
    made = Attack(1, groups_of([np.array([0]), np.array([0])]))
    found = made.intervals(values(1, 2), groups_of([np.array([0])]))
    assert not found.feasible[0]
    assert not found.proven[0]


def test_no_time_is_no_proof(monkeypatch):
    monkeypatch.setattr(solving, "_OPTIMAL", -1)  # as if every solve ran out of time
    made = Attack(3, groups_of([np.array([0, 1]), np.array([1, 2])]))
    found = made.intervals(values(3, 3), groups_of([np.array([0])]))
    assert not found.proven[0]
    assert found.feasible[0]
    assert found.high[0] == UNBOUNDED
    matrix = csr_matrix(np.ones((1, 1)))
    assert solve(matrix, values(1), np.ones(1))[0] is Answer.UNPROVEN


def test_no_figures_and_nothing_asked():
    nothing = groups_of([])
    found = Attack(2, nothing).intervals(values(), groups_of([np.array([0, 1])]))
    assert (found.low[0], found.high[0]) == (0, UNBOUNDED)
    assert len(Attack(0, nothing).intervals(values(), nothing)) == 0


def test_what_has_no_limit_is_proven_to_have_none():
    made = Attack(3, groups_of([np.array([0, 1]), np.array([1, 2])]))
    bounds = Bounds(np.array([5, 0]), np.array([UNBOUNDED, 3]))
    found = made.intervals(bounds, groups_of([np.array(t) for t in ([0], [1], [0, 1], [2])]))
    assert found.proven.all()
    assert list(zip(found.low, found.high)) == [(2, UNBOUNDED), (0, 3), (5, UNBOUNDED), (0, 3)]
    assert found.width.tolist() == [UNBOUNDED, 3, UNBOUNDED, 3]


def test_the_same_set_has_the_same_number():
    groups = Groups(4, np.array([0, 0, 1, 2, 2, 3]), np.array([5, 7, 7, 7, 5, 5]))
    numbers = same_sets(groups)
    assert numbers[0] == numbers[2]
    assert len(set(numbers.tolist())) == 3


def test_many_parts_take_few_solves():
    parts = 400
    figures = [np.array([3 * at, 3 * at + 1]) for at in range(parts)]
    figures += [np.array([3 * at + 1, 3 * at + 2]) for at in range(parts)]
    made = Attack(3 * parts, groups_of(figures))
    found = made.intervals(values(*[5] * 2 * parts), groups_of([np.array([at]) for at in range(3 * parts)]))
    assert found.proven.all()
    assert made.components == parts
    assert found.solves <= 8
