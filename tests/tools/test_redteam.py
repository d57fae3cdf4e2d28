"""The red team: its worlds, the maps that it attacks, and that it sees what is wrong with them."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from scipy import sparse

import arbeidsmigratie_plugin.core.disclosure.decide as deciding
from arbeidsmigratie_plugin.core.disclosure.rules import Rules
from arbeidsmigratie_plugin.core.grid import roll_up
from tools.redteam.__main__ import main
from tools.redteam.baselines import hidden, merged, quadtree, thresholding, totals
from tools.redteam.files import Plain, read_package, write_addresses, write_homes, write_municipalities, write_plain
from tools.redteam.ours import Export, export, plan
from tools.redteam.report import Targets, lines
from tools.redteam.runs import OURS, PARENT, Result
from tools.redteam.safety import judge
from tools.redteam.score import Finding, attack
from tools.redteam.utility import LEVELS, utility
from tools.redteam.worlds import world


@pytest.fixture(scope="module")
def small():
    return world(2)


@pytest.fixture(scope="module")
def large():
    return world(3)


# Worlds --------------------------------------------------------------------------------------------------------------


def test_a_world_is_the_same_whenever_it_is_made(small):
    again = world(2)
    assert (again.x == small.x).all() and (again.moments[1].persons == small.moments[1].persons).all()
    assert len(world(4).x) != len(small.x)


@pytest.mark.parametrize("made", ["small", "large"])
def test_what_a_world_is_like(made, request):
    made = request.getfixturevalue(made)
    first, second = made.moments
    assert len(first.homes) == (350 if made.seed % 2 == 0 else 900) and first.persons.min() >= 1
    assert 3 <= len(made.codes) <= 4 and np.bincount(made.municipality).min() > 500
    inside = shapely.contains_xy(made.polygons[made.municipality], made.x, made.y)
    assert inside.mean() > 0.999
    per_cell = np.unique(made.under(8), return_counts=True)[1]
    assert np.median(per_cell) < 15 and 400 < per_cell.max() < 1700
    top = np.sort(first.persons)[::-1]
    assert np.median(first.persons) <= 4 and 30 < top[0] <= 300 and top[: len(top) // 10].sum() > 0.4 * top.sum()
    changed = (made.persons(first) != made.persons(second)).sum() / len(first.homes)
    assert 0.10 < changed < 0.20
    assert len(np.intersect1d(first.homes, second.homes)) < len(first.homes)
    assert made.persons(first)[made.insider].max() >= top[2]


def test_municipalities_share_hexagons(small):
    pairs = np.unique(np.column_stack([small.cells, small.municipality.astype(np.uint64)]), axis=0)
    assert len(np.unique(pairs[:, 0])) < len(pairs)


def test_direct_indexing_differs_from_rolling_up(small):
    assert 0.03 < (small.direct(7) != small.under(7)).mean() < 0.12
    assert (small.direct(9) == small.cells).all() and (roll_up(small.cells, 8) == small.under(8)).all()


def test_a_world_as_the_product_reads_it(small, tmp_path):
    from arbeidsmigratie_plugin.sources.objects import read_municipalities
    from arbeidsmigratie_plugin.sources.vector import OgrLayer

    write_addresses(tmp_path / "rni.gpkg", small, small.moments[0])
    write_homes(tmp_path / "bag.gpkg", small)
    write_municipalities(tmp_path / "gemeenten.gpkg", small)
    points = OgrLayer(tmp_path / "rni.gpkg", "rni_adressen")
    assert points.count == 350 and "aanbieder_id" in points.fields
    assert OgrLayer(tmp_path / "bag.gpkg", "verblijfsobject").count == len(small.x)
    areas = read_municipalities(OgrLayer(tmp_path / "gemeenten.gpkg", "gemeentegebied"))
    assert tuple(areas.code) == small.codes


# The rules, written again --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("persons", "providers", "homes", "safe"),
    [
        ([2, 2, 2, 2, 2], [0] * 5, 25, True),
        ([2, 2, 2, 2, 1], [0] * 5, 25, False),
        ([3, 3, 3, 3], [0] * 4, 25, False),
        ([2, 2, 2, 2, 2], [0] * 5, 24, False),
        ([2, 2, 2, 2, 2], [0] * 5, None, True),
        ([10, 3, 3, 2, 2], [0] * 5, 25, True),
        ([11, 3, 3, 2, 2], [0] * 5, 25, False),
        ([20, 17, 1, 1, 1], [0] * 5, 25, False),
        ([20, 16, 2, 1, 1], [0] * 5, 25, True),
        ([2, 2, 2, 2, 2], [1, 1, 1, 0, 0], 25, False),
        ([2, 2, 2, 2, 2], [1, 1, 0, 0, 0], 25, True),
        ([5, 5, 5, 5, 5, 5], [1, 1, 1, 2, 2, 2], 25, False),
    ],
)
def test_safety(persons, providers, homes, safe):
    everything = sparse.csr_matrix(np.ones((1, len(persons))))
    given = None if homes is None else np.array([homes])
    assert judge(everything, np.array(persons), np.array(providers), given).safe.tolist() == [safe]


# Other people's maps -------------------------------------------------------------------------------------------------


def test_a_file_is_read_as_it_was_written(small, tmp_path):
    map_of = hidden(small, small.moments[0], 8, small.codes[:2], direct=True)
    write_plain(tmp_path / "a.gpkg", map_of)
    found = read_package(tmp_path / "a.gpkg")
    assert found.direct and found.complete and found.step == 1 and found.hidden == (1, 9)
    assert [row.value if row.value is not None else -1 for row in found.rows] == list(map_of.values)
    assert {row.codes for row in found.rows} == {small.codes[:2]} and {row.resolution for row in found.rows} == {8}
    assert all(value == -1 or value >= 10 for value in map_of.values)
    write_plain(tmp_path / "b.gpkg", totals(small, small.moments[0]))
    assert sum(row.value for row in read_package(tmp_path / "b.gpkg").rows) == small.moments[0].persons.sum()


def test_merging_ends_with_hexagons_that_are_safe_and_do_not_overlap(large):
    moment = large.moments[0]
    cells, persons, safe = merged(large, moment)
    assert persons.sum() == moment.persons.sum() and safe.any()
    levels = (cells >> np.uint64(52)) & np.uint64(15)
    for level in np.unique(levels).tolist():
        finer = cells[levels > level]
        assert not np.isin(roll_up(finer, int(level)), cells[levels == level]).any()
    assert set(levels[~safe].tolist()) <= {5}


def test_plain_thresholding_leaks(large, tmp_path):
    found = attack(large, thresholding(tmp_path, large, direct=False), thorough=False)
    assert 0.02 < found.recovered / found.secret < 0.13
    assert found.exact > 50 and found.narrow > found.exact and found.presence > 100
    assert found.recovered_unruly <= found.recovered
    assert all(finding.low <= finding.truth <= finding.high for finding in found.findings)


def test_direct_indexing_leaks_too(small, tmp_path):
    found = attack(small, thresholding(tmp_path, small, direct=True), thorough=False)
    assert found.recovered > 0 and found.exact > 10


def test_one_resolution_alone_leaks_nothing(small, tmp_path):
    path = tmp_path / "alleen.gpkg"
    write_plain(path, hidden(small, small.moments[0], 8, small.codes, direct=False))
    found = attack(small, [path], thorough=False)
    assert found.secret > 100 and found.recovered == 0


def test_a_total_beside_one_secret_number_gives_it_away(small, tmp_path):
    moment = small.moments[0]
    number = int(np.argmax(np.bincount(small.municipality[moment.homes])))
    code = small.codes[number]
    there = moment.homes[small.municipality[moment.homes] == number]
    persons = small.persons(moment)
    cells, at = np.unique(small.under(8)[there], return_inverse=True)
    sums = np.bincount(at, persons[there]).astype(int)
    secret = int(np.flatnonzero(sums < 10)[0])
    values = [-1 if i == secret else value for i, value in enumerate(sums.tolist())]
    write_plain(tmp_path / "a.gpkg", Plain(moment.peildatum, 8, cells, [code] * len(cells), values))
    assert attack(small, [tmp_path / "a.gpkg"], thorough=False).recovered == 0
    write_plain(tmp_path / "b.gpkg", totals(small, moment))
    assert attack(small, [tmp_path / "a.gpkg", tmp_path / "b.gpkg"], thorough=False).recovered == 1


# Ours ----------------------------------------------------------------------------------------------------------------


def test_nothing_is_found_in_ours(large, tmp_path):
    made = export(tmp_path, large, plan(large))
    found = attack(large, made.paths, thorough=True)
    assert len(made.paths) == 12 and not made.refused
    assert (found.exact, found.narrow, found.presence, found.changes, found.timed_out) == (0, 0, 0, 0, 0)
    assert found.unsafe > 1000 and found.narrowest >= 10


def test_certificates_tell_nothing_of_the_largest_addresses(small, tmp_path):
    """The width of an interval that an insider is left with is the number less what he knows."""
    alone = [Export(small.moments[0], (code,), 8) for code in small.codes]
    assert attack(small, export(tmp_path, small, alone).paths, thorough=False).told == 0


def test_a_certificate_that_tells_is_seen(small, tmp_path, monkeypatch):
    import tools.redteam.ours as exporting

    told = exporting.certificate

    def telling(decision, *given):
        said = told(decision, *given)
        return {**said, "controle": {**said["controle"], "smalste_interval": decision.audit.narrowest}}

    monkeypatch.setattr(exporting, "certificate", telling)
    alone = [Export(small.moments[0], (code,), 8) for code in small.codes]
    assert attack(small, export(tmp_path, small, alone).paths, thorough=False).told > 0


def test_a_changed_partition_is_seen(large, tmp_path, monkeypatch):
    """Regions that are cut anew at every date, without an audit."""
    monkeypatch.setattr(deciding, "frozen_levels", lambda history: {})
    _no_audit(monkeypatch)
    made = export(tmp_path, large, [one for one in plan(large) if one.resolution == 8])
    found = attack(large, made.paths, thorough=True)
    assert found.narrow or found.presence or found.changes


def test_renewed_numbers_with_unsafe_changes_are_seen(large, tmp_path, monkeypatch):

    monkeypatch.setattr(deciding, "renewable", lambda g, h, groups, n, rules, *more: np.ones(n, dtype=bool))
    made = export(tmp_path, large, [one for one in plan(large) if one.resolution == 8])
    assert attack(large, made.paths, thorough=False).changes > 3


def test_regions_without_rules_are_seen(large, tmp_path, monkeypatch):
    monkeypatch.setattr(Rules, "safe", lambda self, measure: measure.persons >= 1)
    _no_audit(monkeypatch)
    made = export(tmp_path, large, plan(large)[:1])
    found = attack(large, made.paths, thorough=False)
    assert found.narrow > 10 or found.presence > 10


def test_numbers_are_those_of_their_regions(large, tmp_path):
    made = export(tmp_path, large, [Export(large.moments[0], large.codes, 8)])
    persons = large.persons(large.moments[0])
    code = np.array(large.codes)[large.municipality]
    for row in read_package(made.paths[0]).rows:
        inside = np.isin(large.cells, np.array(row.cells, dtype=np.uint64)) & (code == row.codes[0])
        assert abs(int(persons[inside].sum()) - row.value) < 5


def _no_audit(monkeypatch):
    from arbeidsmigratie_plugin.core.disclosure.audit import Audit

    monkeypatch.setattr(deciding, "audit", lambda *given, **more: Audit((), 0, 0, 0, None, "none"))


# Use and report ------------------------------------------------------------------------------------------------------


def test_use_of_maps(large, tmp_path):
    plain = utility(large, thresholding(tmp_path, large, direct=False))
    assert plain.persons == sum(int(moment.persons.sum()) for moment in large.moments)
    assert sum(plain.visible.values()) == plain.persons and set(plain.visible) == set(LEVELS)
    assert plain.share(8) > 0.7 and plain.share(0) < 0.2
    wide = utility(large, quadtree(tmp_path, large))
    assert np.mean(wide.error) > 2 * np.mean(plain.error) and np.mean(wide.hellinger) > np.mean(plain.hellinger)


def test_use_of_a_map_of_the_truth(large, tmp_path):
    moment = large.moments[0]
    cells, at = np.unique(large.under(8)[moment.homes], return_inverse=True)
    sums = np.bincount(at, moment.persons).astype(int).tolist()
    names = [",".join(large.codes)] * len(cells)
    write_plain(tmp_path / "a.gpkg", Plain(moment.peildatum, 8, cells, names, sums))
    found = utility(large, [tmp_path / "a.gpkg"])
    assert found.error[0] == pytest.approx(0, abs=1e-9) and found.hellinger[0] == pytest.approx(0, abs=1e-6)
    assert found.moran[0] == pytest.approx(found.moran_truth[0]) and found.visible[8] == moment.persons.sum()


def test_targets_that_are_missed_are_named():
    good, plain = Result(worlds=1), Result(worlds=1)
    good.utility.persons = 100
    good.utility.visible.update({8: 40, 7: 10, 6: 46, 0: 4})
    plain.tally.secret, plain.tally.recovered = 100, 6
    assert Targets().missed({OURS: good, PARENT: plain}) == []
    good.tally.exact = 1
    good.utility.visible.update({8: 30, 0: 14})
    plain.tally.recovered = 0
    missed = Targets().missed({OURS: good, PARENT: plain})
    assert [sentence.split()[0] for sentence in missed] == ["1", "40.0%", "14.0%", "0.0%"]


def test_six_worlds(capsys):
    """What 'make redteam' does, on a few worlds; a share of so few is no measure, so only what was found counts."""
    try:
        main(["--worlds", "6", "--seed", "1", "--processes", "1"])
        missed = ""
    except SystemExit as ended:
        missed = str(ended)
    printed = capsys.readouterr().out
    assert "6 worlds in" in printed
    for word in ("exactly", "narrower", "inhabited", "unsafe changes", "in time"):
        assert word not in missed, missed


def test_findings_are_listed():
    ours = Result(worlds=1)
    ours.tally.findings.append(Finding(7, "resolution 8 88abc in 9901", "date 1", 4.0, 4.0, 4))
    ours.utility.error, ours.utility.hellinger, ours.utility.moran = [0.0], [0.0], [0.0]
    ours.utility.moran_truth, ours.utility.regions = [0.0], [1]
    assert "  seed 7: resolution 8 88abc in 9901: [4, 4], truly 4, by date 1" in lines({OURS: ours})
