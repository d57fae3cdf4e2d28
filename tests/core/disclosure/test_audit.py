"""The audit: a proposal for every kind of weakness, each also with the rule that finds it switched off."""

from __future__ import annotations

import time

import numpy as np
import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core import grid
from arbeidsmigratie.arbeidsmigratie_plugin.core.arrays import labels
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure import audit as auditing
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure import intervals as solving
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.atoms import Homes, Region, Snapshot
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.audit import audit
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.grant import Grant
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.history import Figure, History, Release, Series
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.rules import Rules

CODE = "1001"
CENTRE = grid.h3_library().latlng_to_cell(52.3, 5.0, 7)
#: The 49 base cells of one cell of resolution 7, by their parent of resolution 8.
CELLS = [
    sorted(grid.h3_library().cell_to_children(parent, 9))
    for parent in sorted(grid.h3_library().cell_to_children(CENTRE, 8))
]
#: Enough homes everywhere: nothing fails for want of them, unless a test says so.
AMPLE = Homes(
    np.array([cell for row in CELLS for cell in row], dtype=np.uint64), labels([CODE] * 49), np.full(49, 30)
)  # fmt: skip


def shot(people: dict[int, list[int]], digest="s1", code=CODE) -> Snapshot:
    """A snapshot: base cell -> registrations on each of its addresses."""
    cells = np.array([cell for cell, persons in people.items() for _ in persons], dtype=np.uint64)
    n = len(cells)
    persons = np.array([p for listed in people.values() for p in listed], dtype=np.int64)
    addresses, nothing = np.arange(1, n + 1).astype(np.uint64), np.zeros(n, np.uint64)
    return Snapshot(digest, "2026-07-01", cells, labels([code] * n), persons, addresses, nothing, nothing)


def region(*cells: int, code=CODE) -> Region:
    return Region(code, 8, False, tuple(sorted(cells)))


GRANT = Grant("RIEC", "riec", "toezicht", "convenant", "2027-01-01", "2026-07-01")


def release(figures, digest="s1", number=0) -> Release:
    return Release(f"2026-07-01T00:00:{number:02}", GRANT, "2026-07-01", 8, digest, tuple(figures), (), number)


def figures(snapshot: Snapshot, *regions: Region, value=None) -> list[Figure]:
    """The figures of regions, rounded down to a multiple of 5."""
    made = []
    for one in regions:
        persons = int(snapshot.persons[np.isin(snapshot.cells, one.array)].sum())
        made.append(Figure(one, snapshot.digest, persons - persons % 5 if value is None else value))
    return made


def history(*releases: Release, **more) -> History:
    given = {"name": "t", "rules": Rules(), "base_resolution": 9, "pipeline": "p", "rounding": 5, **more}
    return History(Series(**given), releases=tuple(releases))


def audited(proposal, snapshot, *earlier, homes=AMPLE, rules=None, rounding=5, **more):
    shots = {one.digest: one for one in [snapshot, *more.pop("shots", [])]}
    before = history(*earlier, rounding=rounding, **more)
    return audit(before, release(proposal, snapshot.digest), shots, homes, rules or Rules(), rounding)


def kinds(found) -> set[str]:
    return {weakness.kind for weakness in found.weaknesses}


TWOS = [2] * 10


# A plan that holds ----------------------------------------------------------------------------------------------------


def test_a_partition_of_safe_regions_passes():
    snapshot = shot({CELLS[0][0]: TWOS, CELLS[0][3]: TWOS, CELLS[1][0]: [2] * 8, CELLS[2][0]: [3]})
    found = audited(figures(snapshot, region(*CELLS[0]), region(*CELLS[1])), snapshot)
    assert found.passed
    assert found.components == 2
    assert found.solves == 0  # one figure each: closed form
    assert found.narrowest == 15 + 4 - 2 * 2  # the smallest region, for who knows its two largest addresses
    assert "HiGHS" in found.solver
    assert found.targets == 2 * 7 - 3  # the atoms in what is published, without the three that are safe


def test_the_same_figures_again_tell_nothing():
    snapshot = shot({CELLS[0][0]: TWOS, CELLS[0][3]: TWOS})
    made = figures(snapshot, region(*CELLS[0]))
    found = audited(made, snapshot, release(made, number=1))
    assert found.passed
    assert (found.targets, found.solves, found.narrowest) == (0, 0, None)


def test_a_region_with_one_inhabited_atom_is_that_atom():
    """It is published on purpose, and safe; there is nothing else in it to find."""
    cell = CELLS[0][0]
    snapshot = shot({cell: TWOS})
    homes = Homes(np.array([cell], dtype=np.uint64), labels([CODE]), np.array([40]))
    found = audited(figures(snapshot, region(*CELLS[0])), snapshot, homes=homes)
    assert found.passed
    assert found.targets == 0


# Nesting --------------------------------------------------------------------------------------------------------------


def overlap_case():
    """Two maps whose regions differ by one atom, with one address: both regions are safe."""
    block = {CELLS[0][at]: TWOS for at in (0, 1, 2)}
    snapshot = shot({**block, CELLS[1][0]: [1]})
    first = figures(snapshot, region(*CELLS[0]))
    second = figures(snapshot, region(*CELLS[0], CELLS[1][0]))
    return snapshot, first, second


def test_a_region_that_is_another_and_one_atom_more():
    snapshot, first, second = overlap_case()
    found = audited(second, snapshot, release(first, number=1))
    assert kinds(found) >= {"overlap"}
    assert {w.region for w in found.weaknesses} == {second[0].region}
    assert found.weaknesses[0].gemeentecode == CODE


def test_nesting_is_what_finds_it(monkeypatch):
    snapshot, first, second = overlap_case()
    monkeypatch.setattr(auditing, "overlapping", lambda *_: [])
    assert "overlap" not in kinds(audited(second, snapshot, release(first, number=1)))


def test_at_another_date_too():
    snapshot, first, second = overlap_case()
    later = shot({CELLS[0][at]: TWOS for at in (0, 1, 2)} | {CELLS[1][0]: [1]}, "s2")
    moved = [Figure(f.region, "s2", f.value) for f in second]
    found = audited(moved, later, release(first, number=1), shots=[snapshot])
    assert kinds(found) == {"overlap"}  # figures of two dates have no unknown in common: only nesting sees it


def test_a_smaller_region_inside_one_that_was_released():
    snapshot, first, second = overlap_case()
    found = audited(first, snapshot, release(second, number=1))
    assert "overlap" in kinds(found)


def test_a_difference_without_homes_or_persons_is_none():
    snapshot = shot({CELLS[0][at]: TWOS for at in (0, 1, 2)})
    homes = Homes(np.array(CELLS[0], dtype=np.uint64), labels([CODE] * 7), np.full(7, 30))
    first, second = figures(snapshot, region(*CELLS[0])), figures(snapshot, region(*CELLS[0], *CELLS[3]))
    assert audited(second, snapshot, release(first, number=1), homes=homes).passed


def test_unions_of_released_regions_nest():
    snapshot = shot({CELLS[k][at]: TWOS for k in (0, 1) for at in (0, 1, 2)})
    parts = figures(snapshot, region(*CELLS[0]), region(*CELLS[1]))
    whole = figures(snapshot, region(*CELLS[0], *CELLS[1]))
    assert audited(whole, snapshot, release(parts, number=1)).passed
    assert audited(parts, snapshot, release(whole, number=1)).passed


def test_a_safe_difference_may_be_known():
    snapshot = shot({CELLS[k][at]: TWOS for k in (0, 1) for at in (0, 1, 2)})
    first = figures(snapshot, region(*CELLS[0]))
    assert audited(figures(snapshot, region(*CELLS[0], *CELLS[1])), snapshot, release(first, number=1)).passed


def test_moehler_squares_and_a_municipality_within_them():
    """disclosure.md T4: what the union of four squares has more than the municipality is one person."""
    five, fours = CELLS[0], [CELLS[1], CELLS[2], CELLS[3]]
    snapshot = shot({five[0]: TWOS, five[1]: TWOS, five[6]: [1]} | {f[at]: TWOS for f in fours for at in (0, 1)})
    squares = figures(snapshot, region(*five), *(region(*f) for f in fours))
    municipality = figures(snapshot, region(*five[:6], *(cell for four in fours for cell in four)))
    found = audited(municipality, snapshot, release(squares, number=1))
    assert kinds(found) >= {"overlap"}
    found = audited(squares, snapshot, release(municipality, number=1))
    assert {w.region.cells for w in found.weaknesses if w.kind == "overlap"} >= {tuple(five)}


def test_what_only_a_union_gives_away():
    """Each region less either of two earlier ones is safe; less both of them one address is left."""
    a, b, c = CELLS[0], CELLS[1], CELLS[2]
    snapshot = shot({a[0]: TWOS, a[1]: TWOS, a[2]: [1], b[0]: TWOS, c[0]: TWOS})
    homes = Homes(np.array([*a[:3], b[0], c[0]], dtype=np.uint64), labels([CODE] * 5), np.full(5, 30))
    earlier = figures(snapshot, region(a[0], b[0]), region(a[1], c[0]))
    proposal = figures(snapshot, region(*a[:3]), region(*b), region(*c))
    found = audited(proposal, snapshot, release(earlier, number=1), homes=homes)
    assert "overlap" in kinds(found)
    assert region(*a[:3]) in {w.region for w in found.weaknesses}


# Intervals ------------------------------------------------------------------------------------------------------------


def linked(monkeypatch=None):
    """Two sums of three groups: the middle one is in both, and together they say that it is not empty."""
    a, b, c = CELLS[0][0], CELLS[1][0], CELLS[2][0]
    snapshot = shot({a: [3, 3, 2, 2, 2], b: [2, 2, 2, 2, 1], c: [3, 3, 2, 2, 2]})
    homes = Homes(np.array([a, b, c], dtype=np.uint64), labels([CODE] * 3), np.full(3, 30))
    return snapshot, homes, (a, b, c)


def test_presence_that_is_certain(monkeypatch):
    """n(ab) 21, n(bc) 21, n(abc) 33: b is in both sums and holds at least one."""
    snapshot, homes, (a, b, c) = linked()
    monkeypatch.setattr(auditing, "overlapping", lambda *_: [])  # nesting would find it too
    earlier = figures(snapshot, region(a, b), region(b, c))
    proposal = figures(snapshot, region(a, b, c), value=30)
    found = audited(proposal, snapshot, release(earlier, number=1), homes=homes, rounding=1)
    assert "presence" in kinds(found)
    (weakness,) = [w for w in found.weaknesses if w.kind == "presence"]
    assert weakness.region == proposal[0].region
    assert weakness.low > 0
    assert found.solves > 0


def test_presence_alone_is_a_weakness(monkeypatch):
    """Twenty persons on two addresses: anything from 8 to 32, so nobody knows how many, but never nobody."""
    a, b, c = CELLS[0][0], CELLS[1][0], CELLS[2][0]
    snapshot = shot({a: TWOS, b: [19, 1], c: TWOS})
    homes = Homes(np.array([a, b, c], dtype=np.uint64), labels([CODE] * 3), np.full(3, 30))
    monkeypatch.setattr(auditing, "overlapping", lambda *_: [])
    monkeypatch.setattr(auditing, "_INSIDERS", ())
    earlier = figures(snapshot, region(a, b), region(b, c))
    found = audited(figures(snapshot, region(a, b, c)), snapshot, release(earlier, number=1), homes=homes)
    assert [(w.kind, w.low, w.high) for w in found.weaknesses] == [("presence", 8, 32)]


def test_a_published_region_in_a_hexagon_does_not_give_the_rest_of_it_away():
    """The hexagon as a whole is unsafe, for a large location; that it is not empty was published on purpose."""
    cells = CELLS[0]
    snapshot = shot({cells[0]: TWOS, cells[1]: TWOS, cells[6]: [100]})
    found = audited(figures(snapshot, region(*cells[:6])), snapshot)
    assert found.passed


def test_rounding_is_what_keeps_presence_open(monkeypatch):
    snapshot, homes, (a, b, c) = linked()
    monkeypatch.setattr(auditing, "overlapping", lambda *_: [])
    earlier = figures(snapshot, region(a, b), region(b, c), value=20)
    proposal = figures(snapshot, region(a, b, c), value=35)
    found = audited(proposal, snapshot, release(earlier, number=1), homes=homes, rounding=5)
    assert "presence" not in kinds(found)


def narrow_case():
    """A large region, and nearly all of it: what is left can be little, and can be nothing."""
    snapshot = shot({CELLS[0][0]: TWOS, CELLS[0][1]: TWOS, CELLS[1][0]: [2, 1]})
    homes = Homes(
        np.array([CELLS[0][0], CELLS[0][1], CELLS[1][0]], dtype=np.uint64), labels([CODE] * 3), np.full(3, 30)
    )
    whole = region(CELLS[0][0], CELLS[0][1], CELLS[1][0])
    return snapshot, homes, figures(snapshot, region(*CELLS[0])), whole


def test_an_interval_that_is_too_narrow(monkeypatch):
    snapshot, homes, earlier, whole = narrow_case()
    monkeypatch.setattr(auditing, "overlapping", lambda *_: [])
    found = audited(figures(snapshot, whole, value=40), snapshot, release(earlier, number=1), homes=homes)
    assert kinds(found) == {"interval"}  # 40 of 36 to 44, less 40 of 36 to 44: 0 to 8
    assert found.weaknesses[0].region == whole
    assert (found.weaknesses[0].low, found.weaknesses[0].high) == (0, 8)
    assert found.narrowest == 8
    monkeypatch.setattr(auditing, "NARROWEST_ALLOWED", 0)
    assert audited(figures(snapshot, whole, value=40), snapshot, release(earlier, number=1), homes=homes).passed


def test_all_recipients_collude(monkeypatch):
    snapshot, homes, _, whole = narrow_case()
    monkeypatch.setattr(auditing, "overlapping", lambda *_: [])
    assert audited(figures(snapshot, whole, value=40), snapshot, homes=homes).passed


def test_the_rule_narrows_an_interval():
    """10 is published: 6 to 14, but never fewer than 10 persons."""
    snapshot = shot({CELLS[0][0]: [1] * 6, CELLS[0][1]: [1] * 4})
    made = figures(snapshot, region(*CELLS[0]))
    field = auditing._Field(snapshot, AMPLE, Rules(), [], made)
    bounds = auditing._bounds(field, Rules(), 5)
    assert (bounds.low.tolist(), bounds.high.tolist()) == ([10], [14])


def test_a_rule_that_was_tightened_is_not_held_against_what_came_before():
    snapshot = shot({CELLS[0][0]: [1] * 6, CELLS[0][1]: [1] * 5})
    made = figures(snapshot, region(*CELLS[0]))
    field = auditing._Field(snapshot, AMPLE, Rules(persons=15), [], made)
    assert auditing._bounds(field, Rules(), 5).low.tolist() == [10]
    assert auditing._bounds(field, Rules(persons=15), 5).low.tolist() == [6]  # and never above the truth


# Insiders -------------------------------------------------------------------------------------------------------------


def insider_case():
    """Safe by every rule, 15 persons; who knows the two largest addresses knows the rest to within 9."""
    snapshot = shot({CELLS[0][0]: [6, 2], CELLS[0][1]: [4, 1, 1, 1]})
    return snapshot, figures(snapshot, region(*CELLS[0]))


def test_only_an_insider_breaks_it():
    snapshot, made = insider_case()
    found = audited(made, snapshot)
    assert kinds(found) == {"insider"}
    assert {w.region for w in found.weaknesses} == {made[0].region}
    assert found.narrowest == 15 + 4 - 10
    assert found.weaknesses[0].high == 9


def test_without_insiders_it_passes(monkeypatch):
    snapshot, made = insider_case()
    monkeypatch.setattr(auditing, "_INSIDERS", ())
    assert audited(made, snapshot).passed
    monkeypatch.setattr(auditing, "_INSIDERS", (1,))
    assert audited(made, snapshot).passed  # one of them is not enough


# Failure is never safety ----------------------------------------------------------------------------------------------


def test_no_time_is_a_weakness(monkeypatch):
    snapshot, homes, earlier, whole = narrow_case()
    monkeypatch.setattr(auditing, "overlapping", lambda *_: [])
    monkeypatch.setattr(solving, "_OPTIMAL", -1)
    found = audited(figures(snapshot, whole, value=40), snapshot, release(earlier, number=1), homes=homes)
    assert kinds(found) == {"timeout"}
    assert not found.passed


def test_figures_that_can_not_be_true_are_a_weakness(monkeypatch):
    snapshot, homes, earlier, whole = narrow_case()
    monkeypatch.setattr(auditing, "overlapping", lambda *_: [])
    found = audited(figures(snapshot, whole, value=10), snapshot, release(earlier, number=1), homes=homes)
    assert kinds(found) == {"contradiction"}


def test_stopping(monkeypatch):
    snapshot, made = insider_case()

    def stop(share):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        audit(history(), release(made), {"s1": snapshot}, AMPLE, Rules(), 5, stop)


# Speed ----------------------------------------------------------------------------------------------------------------


def test_twenty_four_releases_of_1500_regions_take_seconds():
    h3 = grid.h3_library()
    parents = h3.grid_disk(h3.latlng_to_cell(52.3, 5.0, 8), 22)[:1500]
    cells = np.array([sorted(h3.cell_to_children(parent, 9)) for parent in parents], dtype=np.uint64)
    random = np.random.default_rng(1)
    homes = Homes(cells.ravel(), labels([CODE] * cells.size), np.full(cells.size, 20))
    earlier, shots = [], []
    regions = [region(*row) for row in cells.tolist()]
    for date in range(24):
        people = {int(cell): [2, 2, 2] for cell in random.permuted(cells, axis=1)[:, :3].ravel()}
        shots.append(shot(people, f"s{date}"))
        earlier.append(release(figures_of(regions, shots[-1]), f"s{date}", date))
    merged = [region(*cells[at : at + 2].ravel().tolist()) for at in range(0, 1500, 2)]
    proposal = figures_of(merged, shots[-1])
    start = time.monotonic()
    found = audited(proposal, shots[-1], *earlier, homes=homes, shots=shots)
    assert time.monotonic() - start < 30  # half a second where nothing else runs
    assert found.components == 750
    assert found.targets > 10_000


def figures_of(regions, snapshot):
    persons = dict.fromkeys(snapshot.cells.tolist(), 6)
    totals = [sum(persons.get(cell, 0) for cell in one.cells) for one in regions]
    return [Figure(one, snapshot.digest, total - total % 5) for one, total in zip(regions, totals)]
