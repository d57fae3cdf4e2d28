"""The attacker of the red team: known answers, and that it sees what only whole numbers and rules tell."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import sparse

from tools.redteam.attack import Statement, intervals


def ask(statements, n, *targets):
    sets = sparse.lil_matrix((len(targets), n))
    for row, members in enumerate(targets):
        sets[row, list(members)] = 1
    told = [Statement(np.array(sorted(members)), low, high) for members, low, high in statements]
    found = intervals(told, n, sparse.csr_matrix(sets))
    assert found.timed_out == 0
    return list(zip(found.low.tolist(), found.high.tolist()))


def test_geurts_table():
    x11, x12, x21, x22, x31, x32 = range(6)
    told = [((x11, x12), 7, 7), ((x21, x22), 3, 3), ((x31,), 3, 3), ((x32,), 3, 3)]
    told += [((x11, x21, x31), 9, 9), ((x12, x22, x32), 7, 7)]
    assert ask(told, 6, [x11], [x12], [x21], [x22]) == [(3, 6), (1, 4), (0, 3), (0, 3)]


def test_two_groupings_together_give_one_away():
    a, b, i, j, k, l, m, n = range(8)  # noqa: E741
    told = [((i,), 8, 8), ((j,), 8, 8), ((n,), 7, 7), ((a, b, i, j), 20, 20), ((k, l, m, n), 16, 16)]
    told += [((l, m), 6, 6), ((a, b, i, j, k, n), 30, 30)]
    assert ask(told, 8, [a], [k]) == [(0, 4), (3, 3)]
    assert ask([one for one in told if one[0] != (n,)], 8, [k], [n]) == [(0, 10), (0, 10)]


def test_whole_numbers_tell_more_than_fractions():
    told = [((1, 3, 4), 2, 2), ((0, 1, 2), 4, 4), ((2, 3), 2, 2), ((0, 3), 1, 1)]
    assert ask(told, 5, [4], [0], [2]) == [(1, 1), (1, 1), (2, 2)]


@pytest.mark.parametrize(("parent", "answer"), [(18, (9, 9)), (2, (1, 1)), (10, (1, 9))])
def test_a_secret_number_is_known_to_be_small(parent, answer):
    assert ask([((0,), 1, 9), ((1,), 1, 9), ((0, 1), parent, parent)], 2, [0]) == [answer]
    assert ask([((0, 1), parent, parent)], 2, [0]) == [(0, parent)]


def test_rounded_numbers():
    assert ask([((0,), 11, 19), ((1, 2), 10, 14)], 3, [0], [1], [0, 1], [0, 1, 2]) == [
        (11, 19),
        (0, 14),
        (11, 33),
        (21, 33),
    ]


def test_nothing_bounds_what_no_file_is_about():
    assert ask([((0,), 5, 5)], 2, [0, 1], [1]) == [(5, np.inf), (0, np.inf)]
    assert ask([((0, 1), 5, np.inf)], 2, [0], [0, 1]) == [(0, np.inf), (5, np.inf)]


def test_a_contradiction_tells_nothing_of_its_own_part_only():
    told = [((0,), 5, 5), ((0, 1), 3, 3), ((2,), 7, 7)]
    assert ask(told, 3, [0], [2]) == [(0, np.inf), (7, 7)]
