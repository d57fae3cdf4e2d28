"""The ledger: what goes in comes out, in order, and only what belongs to its series."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from dataclasses import replace
from datetime import datetime

import numpy as np
import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure import ledger_schema
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.ledger import Head, Ledger
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.rules import Rules
from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import OutputError
from arbeidsmigratie.arbeidsmigratie_plugin.core.refusals import (
    ClockError,
    LedgerBusyError,
    LedgerOtherError,
    SeriesError,
)

from .made_ledger import (
    CERTIFICATE,
    IDENTITY,
    NOW,
    SECRET,
    SERIES,
    file_made,
    later,
    merged,
    partition,
    release,
    snapshot,
)


@pytest.fixture
def ledger(tmp_path):
    found = Ledger.create(tmp_path / "grootboek.sqlite", SERIES, IDENTITY, NOW)
    yield found
    found.close()


def recorded(ledger, shot, regions, now=NOW, **given):
    """Records a release of all of these regions, with its files in their places."""
    found = release(shot, [r for part in regions.values() for r in part], **given)
    with ledger.writing(now) as session:
        head = session.record(found, regions, shot, CERTIFICATE)
        session.placed(head.sequence)
    return replace(found, sequence=head.sequence)


def history(ledger, now=NOW):
    with ledger.writing(now) as session:
        return session.history


def same(one, other):
    assert (one.digest, one.peildatum) == (other.digest, other.peildatum)
    assert one.codes.text().tolist() == other.codes.text().tolist()
    for name in ("cells", "persons", "addresses", "providers", "keys"):
        mine, theirs = getattr(one, name), getattr(other, name)
        assert mine.dtype == theirs.dtype
        assert mine.tolist() == theirs.tolist()


# Start ---------------------------------------------------------------------------------------------------------------


def test_a_new_ledger_knows_its_series_and_holds_nothing(ledger):
    assert (ledger.identity, ledger.series, ledger.head().sequence) == (IDENTITY, SERIES, 1)
    found = history(ledger)
    assert (found.series, found.regions, found.snapshots, found.releases) == (SERIES, {}, {}, ())
    with ledger.writing(NOW) as session:
        assert session.pending == ()
        assert session.head == ledger.head()


def test_a_ledger_is_never_started_over_a_file(ledger):
    before = ledger.path.read_bytes()
    with pytest.raises(OutputError, match="there is a file already"):
        Ledger.create(ledger.path, SERIES, "f" * 32, NOW)
    assert ledger.path.read_bytes() == before
    assert [path.name for path in ledger.path.parent.iterdir()] == [ledger.path.name]


def test_a_file_system_without_links_serves_too(tmp_path, monkeypatch):
    def no_links(*_):
        raise OSError(95, "not supported")

    monkeypatch.setattr(ledger_schema.os, "link", no_links)
    path = tmp_path / "map" / "boek #1 100%?.sqlite"
    Ledger.create(path, SERIES, IDENTITY, NOW).close()
    assert [found.name for found in path.parent.iterdir()] == [path.name]
    with pytest.raises(OutputError, match="there is a file already"):
        Ledger.create(path, SERIES, IDENTITY, NOW)


def test_what_a_killed_start_left_is_removed_by_a_later_one(tmp_path):
    old, young = tmp_path / ".boek.sqlite-aaaa", tmp_path / ".boek.sqlite-bbbb"
    for path in (old, young):
        path.write_bytes(b"half")
    ledger_schema.os.utime(old, (time.time() - 7200,) * 2)
    Ledger.create(tmp_path / "boek.sqlite", SERIES, IDENTITY, NOW).close()
    assert sorted(path.name for path in tmp_path.iterdir()) == [".boek.sqlite-bbbb", "boek.sqlite"]


def test_a_ledger_keeps_what_was_committed_and_nothing_of_what_was_removed(ledger):
    with closing(sqlite3.connect(ledger.path)) as plain:
        assert plain.execute("PRAGMA application_id").fetchone() == (ledger_schema.APPLICATION,)
        assert plain.execute("PRAGMA user_version").fetchone() == (ledger_schema.VERSION,)
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    own = {name: ledger._connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("synchronous", "foreign_keys")}
    assert own == {"synchronous": 3, "foreign_keys": 1}
    assert ledger._connection.execute("PRAGMA secure_delete").fetchone() == (1,)


# What goes in comes out ----------------------------------------------------------------------------------------------


def test_a_release_comes_back_as_it_was(ledger):
    shot, regions = snapshot(("0457", "0394")), {code: partition(code, 3) for code in ("0457", "0394")}
    made = recorded(ledger, shot, regions, files=[file_made("a.gpkg"), file_made("b.png")])
    book = Ledger.open(ledger.path, SECRET)
    for found in (history(ledger), history(book), book.history):
        assert found.releases == (made,)
        assert found.regions == regions
        assert list(found.snapshots) == [shot.digest]
        same(found.snapshots[shot.digest], shot)
        assert made.sequence == 2
        assert book.head().sequence == 3


def test_only_municipalities_that_are_given_change(ledger):
    first, second = (snapshot(("0457", "0394"), seed=seed) for seed in (1, 2))
    whole = {code: partition(code, 3) for code in ("0457", "0394")}
    recorded(ledger, first, whole)
    coarse = (merged(*whole["0457"][:2]), whole["0457"][2])
    recorded(ledger, second, {"0457": coarse})
    found = history(ledger)
    assert found.regions == {"0457": coarse, "0394": whole["0394"]}
    assert {figure.region for figure in found.releases[0].figures} == {*whole["0457"], *whole["0394"]}
    assert {figure.region for figure in found.releases[1].figures} == set(coarse)


def test_a_number_that_is_repeated_stays_that_of_the_earlier_snapshot(ledger):
    first, second = snapshot(seed=1), snapshot(seed=2, peildatum="2026-08-01")
    regions = {"0457": partition("0457", 2)}
    made = recorded(ledger, first, regions, value=25)
    again = recorded(ledger, second, regions, earlier={made.figures[0].region.regio_id: made.figures[0]})
    found = history(ledger)
    assert found.releases == (made, again)
    assert [(figure.snapshot, figure.value) for figure in again.figures] == [(first.digest, 25), (second.digest, 15)]
    assert list(found.snapshots) == [first.digest, second.digest]


def test_the_same_partition_and_snapshot_are_kept_once(ledger):
    for _ in range(3):
        recorded(ledger, snapshot(), {"0457": partition("0457", 2)})
    for table in ("partition", "snapshot"):
        assert ledger._connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (1,)
    assert len(history(ledger).releases) == 3


def test_a_region_is_one_object_in_all_releases(ledger):
    for seed in (1, 2):
        recorded(ledger, snapshot(seed=seed), {"0457": partition("0457", 2)})
    found = history(ledger)
    first, second = ([figure.region for figure in made.figures] for made in found.releases)
    assert all(a is b is c for a, b, c in zip(first, second, found.regions["0457"]))


def test_no_digest_of_the_chain_can_be_guessed(ledger, tmp_path):
    """Heads are published: the same content gives another digest in every ledger and at every time."""
    other = Ledger.create(tmp_path / "ander.sqlite", SERIES, IDENTITY, NOW)
    shot, regions = snapshot(), {"0457": partition("0457", 2)}
    heads = set()
    for book in (ledger, other):
        recorded(book, shot, regions)
        heads.add(book.head().digest)
        heads |= {row[0] for row in book._connection.execute("SELECT digest FROM entry")}
    other.close()
    assert len(heads) == 6
    payloads = "".join(row[0] for row in ledger._connection.execute("SELECT payload FROM entry"))
    assert str(int(shot.addresses[0])) not in payloads


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda made: replace(made, snapshot="0" * 32), "another snapshot"),
        (lambda made: replace(made, figures=(replace(made.figures[0], snapshot="1" * 32),)), "unknown snapshot"),
        (lambda made: replace(made, figures=(replace(made.figures[0], region=partition("0457", 9)[8]),)), "no frozen"),
    ],
)
def test_parts_that_do_not_belong_together_are_not_recorded(ledger, change, said):
    shot, regions = snapshot(), {"0457": partition("0457", 2)}
    with pytest.raises(ValueError, match=said), ledger.writing(NOW) as session:
        session.record(change(release(shot, regions["0457"])), regions, shot, CERTIFICATE)
    assert ledger.head().sequence == 1


def test_regions_that_overlap_or_are_elsewhere_are_not_recorded(ledger):
    shot, (one, two) = snapshot(), partition("0457", 2)
    for regions in ({"0457": (one, merged(one, two))}, {"0394": (one, two)}):
        with pytest.raises(ValueError, match="region"), ledger.writing(NOW) as session:
            session.record(release(shot, ()), regions, shot, CERTIFICATE)


def test_regions_with_numbers_are_only_ever_merged(ledger):
    shot, regions = snapshot(), partition("0457", 3)
    recorded(ledger, shot, {"0457": regions})
    cut = (*partition("0457", 2, 5), merged(partition("0457", 4, 5)[2], partition("0457", 4, 5)[3]), regions[2])
    for finer in (cut, regions[:2]):
        with pytest.raises(SeriesError, match="0457 would be cut anew"), ledger.writing(NOW) as session:
            session.record(release(shot, finer), {"0457": finer}, shot, CERTIFICATE)
    recorded(ledger, shot, {"0457": (merged(*regions[:2]), regions[2])})


def test_regions_of_which_no_number_was_released_may_be_cut_anew(ledger):
    shot = snapshot(("0457", "0394"))
    with ledger.writing(NOW) as session:
        regions = {code: partition(code, 3) for code in ("0457", "0394")}
        session.record(release(shot, regions["0457"]), regions, shot, CERTIFICATE)
    recorded(ledger, shot, {"0394": partition("0394", 2, 7)})


# Placed and voided ---------------------------------------------------------------------------------------------------


def test_a_voided_release_is_no_release_and_its_regions_are_undone(ledger):
    shot, regions = snapshot(("0457", "0394")), partition("0457", 3)
    made = recorded(ledger, shot, {"0457": regions})
    again = snapshot(("0457", "0394"), seed=2)
    with ledger.writing(NOW) as session:
        coarse = {"0457": (merged(*regions[:2]), regions[2]), "0394": partition("0394", 2)}
        head = session.record(release(again, coarse["0457"]), coarse, again, CERTIFICATE)
        assert session.history.regions == coarse
        assert len(session.history.releases) == 2
    with ledger.writing(NOW) as session:
        assert [(p.sequence, p.last) for p in session.pending] == [(head.sequence, True)]
        session.voided(head.sequence, "disk")
        assert session.pending == ()
        assert session.history.releases == (made,)
    found = history(Ledger.open(ledger.path))
    assert found.releases == (made,)
    assert found.regions == {"0457": regions}
    assert list(found.snapshots) == [shot.digest]
    redone = recorded(ledger, again, coarse)
    assert history(Ledger.open(ledger.path, SECRET)).releases == (made, redone)


def test_a_release_that_may_have_taken_place_counts(ledger):
    shot, regions = snapshot(), {"0457": partition("0457", 2)}
    with ledger.writing(NOW) as session:
        session.record(release(shot, regions["0457"], files=[file_made()]), regions, shot, CERTIFICATE, "/deel/.x")
    with ledger.writing(NOW) as session:
        (pending,) = session.pending
        assert (pending.sequence, pending.staging, pending.files) == (2, "/deel/.x", (file_made(),))
        assert [made.sequence for made in session.history.releases] == [2]
        session.placed(2, "incomplete")
    with ledger.writing(NOW) as session:
        assert session.pending == ()


def test_what_became_of_a_release_is_told_once(ledger):
    made = recorded(ledger, snapshot(), {"0457": partition("0457", 2)})
    with ledger.writing(NOW) as session:
        for tell in (session.placed, lambda n: session.voided(n, "x")):
            for number in (made.sequence, 1, 99):
                with pytest.raises(ValueError, match="not waiting"):
                    tell(number)


def test_a_release_that_another_builds_on_can_not_be_voided(ledger):
    shot, regions = snapshot(), {"0457": partition("0457", 2)}
    with ledger.writing(NOW) as session:
        for _ in range(2):
            session.record(release(shot, regions["0457"]), regions, shot, CERTIFICATE)
        assert [pending.last for pending in session.pending] == [True, False]
        with pytest.raises(ValueError, match="not the last"):
            session.voided(2, "x")
        session.voided(3, "x")
        session.voided(2, "x")


# Sessions ------------------------------------------------------------------------------------------------------------


def test_a_block_that_fails_leaves_nothing(ledger):
    shot, regions = snapshot(), {"0457": partition("0457", 2)}
    before = ledger.path.read_bytes()
    with pytest.raises(KeyError), ledger.writing(NOW) as session:
        session.record(release(shot, regions["0457"]), regions, shot, CERTIFICATE)
        raise KeyError
    assert before == ledger.path.read_bytes()
    assert ledger.head().sequence == 1
    assert Ledger.open(ledger.path).history.releases == ()


def test_what_was_committed_on_the_way_stays(ledger):
    shot, regions = snapshot(), {"0457": partition("0457", 2)}
    with pytest.raises(KeyError), ledger.writing(NOW) as session:
        session.record(release(shot, regions["0457"]), regions, shot, CERTIFICATE)
        session.commit()
        session.placed(2)
        raise KeyError
    assert ledger.head().sequence == 2
    with ledger.writing(NOW) as session:
        assert [pending.sequence for pending in session.pending] == [2]
    assert [path.name for path in ledger.path.parent.iterdir()] == [ledger.path.name]


def test_nobody_comes_in_between_before_the_block_ends(ledger):
    shot, regions = snapshot(), {"0457": partition("0457", 2)}

    def others():
        with closing(sqlite3.connect(ledger.path, timeout=0, isolation_level=None)) as other:
            try:
                other.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError:
                return False
            return True

    with ledger.writing(NOW) as session:
        assert not others()
        session.record(release(shot, regions["0457"]), regions, shot, CERTIFICATE)
        session.commit()
        assert not others()
        session.placed(2)
        assert not others()
    assert others()


def test_the_ledger_is_not_let_go_at_a_commit_on_the_way(ledger):
    """Whoever waits would come in between the two transactions, and take an export that goes on for a crashed one."""
    attempts = []

    def statement(sql):
        if sql.startswith("BEGIN"):
            with closing(sqlite3.connect(ledger.path, timeout=0, isolation_level=None)) as other:
                try:
                    other.execute("BEGIN IMMEDIATE")
                    attempts.append("came in")
                except sqlite3.OperationalError:
                    attempts.append("waits")

    with ledger.writing(NOW) as session:
        session.record(release(snapshot(), ()), {}, snapshot(), CERTIFICATE)
        ledger._connection.set_trace_callback(statement)
        session.commit()
        ledger._connection.set_trace_callback(None)
    assert attempts == ["waits"]


def test_a_ledger_in_use_is_waited_for_and_then_refused(ledger):
    other, turns = Ledger.open(ledger.path), []
    with ledger.writing(NOW):
        began = time.monotonic()
        with pytest.raises(LedgerBusyError, match="in use by another export"), other.writing(NOW, 0.3):
            pytest.fail("held twice")
        assert 0.2 < time.monotonic() - began < 5
        with pytest.raises(KeyError), other.writing(NOW, 60, lambda: turns.append(1) or {}["stop"]):
            pytest.fail("held twice")
        assert turns == [1]
    with other.writing(NOW):
        pass


def test_a_ledger_sees_what_another_wrote_since(ledger):
    other = Ledger.open(ledger.path)
    made = recorded(other, snapshot(), {"0457": partition("0457", 2)})
    assert ledger.head().sequence == 1
    assert history(ledger).releases == (made,)
    assert ledger.head() == other.head()


# The clock -----------------------------------------------------------------------------------------------------------


def test_a_clock_that_went_back_is_refused(ledger):
    recorded(ledger, snapshot(), {"0457": partition("0457", 2)}, now=later(100))
    with pytest.raises(ClockError, match=r"12:00:00.*last export.*12:01:40.*set the clock right"):
        history(ledger, later(0))
    assert history(ledger, later(96)).releases
    with ledger.writing(later(96)) as session:
        session.record(release(snapshot(), ()), {}, snapshot(), CERTIFICATE)
    moments = [row[0] for row in ledger._connection.execute("SELECT made_at FROM entry ORDER BY sequence")]
    assert moments == sorted(moments)


def test_the_clock_goes_on_while_an_export_waits(ledger):
    """Who asked before the last export was made, and had to wait for it, has no clock that went back."""
    other, turns = Ledger.open(ledger.path), []
    holding = ledger.writing(later(6))
    session = holding.__enter__()
    session.record(release(snapshot(), ()), {}, snapshot(), CERTIFICATE)

    def turn():
        turns.append(1)
        if len(turns) == 3:  # of half a second each
            holding.__exit__(None, None, None)

    with other.writing(NOW, 30, turn):
        pass


def test_a_moment_without_a_time_zone_is_a_mistake(tmp_path):
    with pytest.raises(ValueError, match="time zone"):
        Ledger.create(tmp_path / "x.sqlite", SERIES, IDENTITY, datetime(2026, 7, 1))
    assert list(tmp_path.iterdir()) == []


# The series ----------------------------------------------------------------------------------------------------------


def test_the_same_series_with_the_same_or_stricter_rules_goes_on(ledger):
    ledger.check(SERIES)
    ledger.check(replace(SERIES, rules=Rules(persons=15, share=0.4)))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"base_resolution": 10}, "resolution 9, not 10.*start a new series"),
        ({"pipeline": "+proj=noop"}, "another PROJ pipeline.*start a new series"),
        ({"rounding": 10}, "rounded to 5, not 10.*start a new series"),
        ({"rules": Rules(persons=9)}, "weaker than those of the series.*start a new series"),
        ({"rules": Rules(persons=20, share=0.6)}, "weaker than those of the series"),
    ],
)
def test_a_series_does_not_go_on_with_other_definitions(ledger, change, said):
    with pytest.raises(SeriesError, match=said):
        ledger.check(replace(SERIES, **change))


def test_another_series_has_another_ledger(ledger):
    with pytest.raises(LedgerOtherError, match=r"grootboek.sqlite is of series 'rni-2026', not of series 'rni-2027'"):
        ledger.check(replace(SERIES, name="rni-2027"))


# Heads ---------------------------------------------------------------------------------------------------------------


def test_heads_of_the_past_are_in_the_chain_and_no_others(ledger):
    heads = [ledger.head()]
    for seed in (1, 2):
        recorded(ledger, snapshot(seed=seed), {"0457": partition("0457", 2)})
        heads.append(ledger.head())
    assert all(ledger.contains(head) for head in heads)
    assert not ledger.contains(Head(heads[-1].sequence + 1, heads[-1].digest))
    assert not ledger.contains(Head(2, heads[0].digest))
    assert not ledger.contains(Head(0, "0" * 64))
    assert not ledger.contains(Head(-1, heads[-1].digest))


# Size ----------------------------------------------------------------------------------------------------------------


def test_a_ledger_of_two_years_opens_at_once(tmp_path):
    """24 releases of 1,500 regions with 15,000 atoms, and as many snapshots of 12,000 addresses."""
    path = tmp_path / "boek.sqlite"
    codes = [f"{at:04d}" for at in range(15)]
    regions = {code: partition(code, 100) for code in codes}
    made = snapshot(codes, 12_000, cells=1000)
    chance = np.random.default_rng(1)
    with closing(Ledger.create(path, SERIES, IDENTITY, NOW)) as book:
        for month in range(24):
            shot = replace(made, digest=f"{month:032x}", persons=chance.integers(1, 9, len(made)))
            code = codes[month % 15]
            regions[code] = (merged(*regions[code][:2]), *regions[code][2:])
            recorded(book, shot, regions, later(month))
    began = time.perf_counter()
    with closing(Ledger.open(path)) as book:
        opened = time.perf_counter() - began
        found = history(book, later(60))
    took = time.perf_counter() - began
    assert len(found.releases) == len(found.snapshots) == 24
    assert sum(len(part) for part in found.regions.values()) == 1500 - 24
    assert opened < 2
    assert took < 5
    assert path.stat().st_size < 20e6
