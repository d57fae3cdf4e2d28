"""An export happens or it does not: whatever stops it, ledger and folder say the same afterwards."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core.cancel import Cancelled
from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import OutputError
from arbeidsmigratie.arbeidsmigratie_plugin.sources import handover, moving
from arbeidsmigratie.arbeidsmigratie_plugin.sources.handover import hand_over
from tests.conftest import ROOT
from tests.core.disclosure.made_ledger import CERTIFICATE, NOW, release, snapshot

from .exporting import NAMES, Office

BEFORE = ("held", "recovered", "staged", "checked", "recorded")
MOVING = tuple(f"{what} {number}" for number in range(len(NAMES)) for what in ("moving", "replacing"))
AFTER = ("committed", *MOVING, "in place")
NEW, OLD = dict.fromkeys(NAMES, "nieuw"), dict.fromkeys(NAMES, "oud")


@pytest.fixture
def office(tmp_path):
    return Office(tmp_path)


@pytest.fixture
def busy_office(office):
    """With an earlier package of the same names."""
    office.export("oud")
    return office


def killed(office, step, content="nieuw", seed=2):
    """An export in another process that is killed at a step."""
    command = [sys.executable, "-m", "tests.sources.exporting", str(office.root), content, step, str(seed)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == -signal.SIGKILL, done.stderr


def next_export(office):
    """The next export, into another folder."""
    made = office.export("ander", folder=office.root / "ander pakket", seed=9)
    assert office.contents(office.root / "ander pakket") == dict.fromkeys(NAMES, "ander")
    office.consistent()
    return [(found.sequence, found.outcome) for found in made.recovered]


# A good end ----------------------------------------------------------------------------------------------------------


def test_files_and_release_appear_together(office):
    steps = []
    made = office.export("nieuw", steps.append)
    assert steps == [*BEFORE, *AFTER, "placed"]
    assert {name.rstrip(" 0123456789") for name in steps} == set(handover.STEPS) - {"waiting"}
    assert office.contents() == NEW
    assert made.recovered == ()
    (found,) = office.releases()
    assert [Path(file.path) for file in found.files] == [office.folder / name for name in NAMES]
    office.consistent()


def test_a_package_of_the_same_names_is_replaced(busy_office):
    (busy_office.folder / "eigen.txt").write_text("eigen")
    busy_office.export("nieuw", seed=2)
    assert busy_office.contents() == {**NEW, "eigen.txt": "eigen"}
    assert len(busy_office.releases()) == 2


def test_the_certificate_names_the_ledger_before_the_release(busy_office):
    ledger, _ = busy_office.open()
    with closing(ledger), hand_over(ledger, busy_office.store, busy_office.folder, NOW) as made:
        assert made.head == ledger.head()
        assert len(made.history.releases) == 1


def test_the_last_entry_is_remembered(office):
    office.export("nieuw")
    (file,) = (office.root / "profiel" / "reeksen").iterdir()
    known = office.store.known(file.stem)
    assert known.begun
    assert known.sequence == 2
    ledger, _ = office.open()
    with closing(ledger):
        assert ledger.contains(known.head)


def test_without_a_release_nothing_happens(busy_office):
    ledger, _ = busy_office.open()
    with closing(ledger), hand_over(ledger, busy_office.store, busy_office.folder, NOW) as made:
        made.draft("heatmap.gpkg").write_text("nieuw")
    assert busy_office.contents() == OLD
    assert len(busy_office.releases()) == 1
    busy_office.consistent()


def test_a_file_goes_nowhere_but_in_the_folder(office):
    ledger, _ = office.open()
    with closing(ledger), hand_over(ledger, office.store, office.folder, NOW) as made:
        for name in ("../weg.gpkg", "map/weg.gpkg", "/weg.gpkg"):
            with pytest.raises(ValueError, match="weg"):
                made.draft(name)


def test_drafts_are_not_for_others_to_see(office):
    def look(path):
        assert path.parent.stat().st_mode & 0o077 == 0
        assert path.parent.parent == office.folder

    office.export("nieuw", writing=look)


# A bad end before and after the commit -------------------------------------------------------------------------------


@pytest.mark.parametrize("at", [*BEFORE, *AFTER])
@pytest.mark.parametrize("error", [Cancelled, KeyboardInterrupt])
def test_who_stops_an_export_has_none(busy_office, at, error):
    def step(name):
        if name == at:
            raise error

    with pytest.raises(error):
        busy_office.export("nieuw", step, seed=2)
    assert busy_office.contents() == OLD
    assert len(busy_office.releases()) == 1
    busy_office.consistent()
    assert next_export(busy_office) == []


def test_after_the_last_file_it_is_too_late_to_stop(busy_office):
    def step(name):
        if name == "placed":
            raise Cancelled

    busy_office.export("nieuw", step, seed=2)
    assert busy_office.contents() == NEW
    busy_office.consistent()


def test_a_failure_while_files_are_made_leaves_nothing(office):
    def fails(path):
        if path.name == NAMES[2]:
            raise KeyError

    with pytest.raises(KeyError):
        office.export("nieuw", writing=fails)
    assert office.contents() == {}
    assert office.releases() == ()
    office.consistent()


def test_a_file_that_was_not_made_is_named(office):
    ledger, secret = office.open()
    shot = snapshot(secret=secret)
    with (
        pytest.raises(OutputError, match=r"heatmap\.pdf can't be written"),
        closing(ledger),
        hand_over(ledger, office.store, office.folder, NOW) as made,
    ):
        made.draft("heatmap.pdf")
        made.complete(release(shot, ()), {}, shot, CERTIFICATE)
    office.consistent()
    assert office.releases() == ()


@pytest.mark.parametrize("name", NAMES)
def test_a_file_in_use_brings_back_what_was_there(busy_office, monkeypatch, name):
    replace = Path.replace

    def stubborn(self, target):
        if Path(target).name == name and self.parent.name.startswith(".") and self.read_text().startswith("nieuw"):
            raise PermissionError(13, "in use")
        return replace(self, target)

    with monkeypatch.context() as patch, pytest.raises(OutputError, match=f"{name} can't be written: in use"):
        patch.setattr(Path, "replace", stubborn)
        busy_office.export("nieuw", seed=2)
    assert busy_office.contents() == OLD
    assert len(busy_office.releases()) == 1
    busy_office.consistent()


def test_a_file_that_can_not_be_taken_back_counts_until_it_can(busy_office, monkeypatch):
    replace = Path.replace

    def stubborn(self, target):
        if self.name == NAMES[1] or (self.parent == busy_office.folder and "nieuw" in self.read_text()):
            raise PermissionError(13, "in use")
        return replace(self, target)

    with monkeypatch.context() as patch, pytest.raises(OutputError, match="in use"):
        patch.setattr(Path, "replace", stubborn)
        busy_office.export("nieuw", seed=2)
    assert len(busy_office.releases()) == 2
    assert [pending.sequence for pending in busy_office.pending()] == [4]
    assert next_export(busy_office) == [(4, handover.COMPLETED)]
    assert busy_office.contents() == NEW


def test_a_folder_that_is_a_file(office):
    office.folder.write_text("")
    with pytest.raises(OutputError, match="pakket can't be written"):
        office.export("nieuw")
    assert office.releases() == ()


def test_a_geopackage_that_another_program_writes_is_found_before_the_release(busy_office):
    target = busy_office.folder / NAMES[0]
    target.unlink()
    with closing(sqlite3.connect(target, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("CREATE TABLE a (x)")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(OutputError, match="another program has it open"):
            busy_office.export("nieuw", seed=2)
    assert len(busy_office.releases()) == 1


# The disk is full ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["fsync", "replace", "mkdir", "truncate", "link", "open"])
@pytest.mark.parametrize("number", range(12))
def test_a_disk_that_is_full_at_any_moment_leaves_one_state(busy_office, monkeypatch, name, number):
    """Each of the system's functions that need room fails at its so many-th call, and at all later ones."""
    owner = {"replace": Path, "mkdir": Path, "open": Path}.get(name, os)
    plain, calls = getattr(owner, name), []

    def full(*given, **named):
        reads = name == "open" and "w" not in str(given[1:2] or named.get("mode", "r"))
        calls.extend([] if reads else [given])
        if len(calls) > number and not reads:
            raise OSError(28, "No space left on device")
        return plain(*given, **named)

    failed = False
    with monkeypatch.context() as patch:
        patch.setattr(owner, name, full)
        try:
            busy_office.export("nieuw", seed=2)
        except OutputError:
            failed = True
    next_export(busy_office)
    assert busy_office.contents() in ((OLD, NEW) if failed else (NEW,))
    assert len(busy_office.releases()) == 2 + (busy_office.contents() == NEW)


@contextmanager
def small_disk(path, size):
    path.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(path)]
    if os.name != "posix" or os.geteuid() or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("no disk can be made here")
    try:
        yield
    finally:
        subprocess.run(["umount", str(path)], check=True)


def test_a_disk_that_is_really_full(tmp_path):
    """Ledger, profile and folder on a small disk, filled up to all but ever fewer pages."""
    with small_disk(tmp_path / "schijf", "512k"):
        office = Office(tmp_path / "schijf")
        office.export("oud")
        ballast, outcomes = office.root / "ballast", set()
        for room in range(30):
            ballast.unlink(missing_ok=True)
            filled(ballast, room)
            try:
                office.export(f"n{room}", seed=100 + room)
                outcomes.add("made")
            except OutputError as error:
                assert "full" in str(error) or "No space left" in str(error)
                outcomes.add("refused")
            seen = set(office.contents().values())
            assert len(seen) == 1
            ballast.unlink()
            assert settled(office) == seen
        assert outcomes == {"made", "refused"}


def filled(ballast, room):
    """Fills the disk up to so many pages."""
    with ballast.open("wb", buffering=0) as stream:
        try:
            while True:
                stream.write(bytes(4096))
        except OSError:
            stream.truncate(max(0, stream.tell() // 4096 - room) * 4096)


def settled(office):
    """What is in the folder after the next session looked at it."""
    ledger, _ = office.open()
    with closing(ledger), hand_over(ledger, office.store, office.folder, NOW):
        pass
    office.consistent()
    return set(office.contents().values())


@pytest.mark.parametrize("entry", ["placed", "voided"])
def test_a_ledger_that_takes_no_more_entries_after_the_release(busy_office, monkeypatch, entry):
    """The files are in place: the export happened. Or it was stopped: it did not, whatever the ledger could be told."""

    def full(*_):
        raise OutputError(file="grootboek", reason="the disk is full")

    def step(name):
        if name == "in place" and entry == "voided":
            raise Cancelled

    with monkeypatch.context() as patch:
        patch.setattr(handover.Session, entry, full)
        if entry == "voided":
            with pytest.raises(Cancelled):
                busy_office.export("nieuw", step, seed=2)
        else:
            busy_office.export("nieuw", step, seed=2)
    expected = handover.PLACED if entry == "placed" else handover.VOIDED
    there = {(busy_office.folder / name).read_text().split()[0] for name in NAMES}
    assert there == {"nieuw" if entry == "placed" else "oud"}
    assert next_export(busy_office) == [(4, expected)]
    assert busy_office.contents() == (NEW if entry == "placed" else OLD)


# Killed --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", BEFORE)
def test_killed_before_the_commit_nothing_happened(busy_office, step):
    killed(busy_office, step)
    assert {busy_office.contents()[name] for name in NAMES} == {"oud"}
    assert len(busy_office.releases()) == 1
    assert next_export(busy_office) == []
    assert busy_office.contents() == OLD


@pytest.mark.parametrize("step", AFTER)
def test_killed_after_the_commit_it_is_completed(busy_office, step):
    killed(busy_office, step)
    assert len(busy_office.releases()) == 2
    expected = handover.PLACED if step == "in place" else handover.COMPLETED
    assert next_export(busy_office) == [(4, expected)]
    assert busy_office.contents() == NEW
    assert len(busy_office.releases()) == 3


def test_killed_at_the_end_it_had_happened(busy_office):
    killed(busy_office, "placed")
    assert next_export(busy_office) == []
    assert busy_office.contents() == NEW


def test_the_first_export_of_all_killed(office):
    killed(office, "recorded")
    assert office.contents() != {}
    assert next_export(office) == []
    assert office.contents() == {}
    killed(office, "moving 1", seed=3)
    assert [outcome for _, outcome in next_export(office)] == [handover.COMPLETED]
    assert office.contents() == NEW


def staging(office):
    (found,) = office.folder.glob(".heatmap-*")
    return found


def test_drafts_that_are_broken_before_anyone_saw_a_file_void_the_release(busy_office):
    killed(busy_office, "committed")
    (staging(busy_office) / NAMES[1]).write_text("kapot")
    assert next_export(busy_office) == [(4, handover.VOIDED)]
    assert busy_office.contents() == OLD
    assert [made.sequence for made in busy_office.releases()] == [2, 6]


def test_an_earlier_file_that_waits_comes_back_with_a_voided_release(busy_office):
    killed(busy_office, "replacing 0")
    assert not (busy_office.folder / NAMES[0]).exists()
    (staging(busy_office) / NAMES[1]).write_text("kapot")
    assert next_export(busy_office) == [(4, handover.VOIDED)]
    assert busy_office.contents() == OLD


def test_an_earlier_file_does_not_come_back_beside_new_ones(busy_office):
    killed(busy_office, "replacing 1")
    (staging(busy_office) / NAMES[1]).write_text("kapot")
    made = busy_office.export("ander", folder=busy_office.root / "ander pakket", seed=9)
    assert [found.outcome for found in made.recovered] == [handover.INCOMPLETE]
    assert busy_office.contents() == {NAMES[0]: "nieuw", NAMES[2]: "oud"}


@pytest.mark.parametrize("loss", ["broken", "gone", "folder"])
def test_a_release_of_which_a_file_was_seen_is_never_forgotten(busy_office, loss):
    killed(busy_office, "moving 1")
    if loss == "broken":
        (staging(busy_office) / NAMES[1]).write_text("kapot")
    elif loss == "gone":
        (staging(busy_office) / NAMES[2]).unlink()
    else:
        subprocess.run(["rm", "-r", str(staging(busy_office))], check=True)
    made = busy_office.export("ander", folder=busy_office.root / "ander pakket", seed=9)
    assert [(found.sequence, found.outcome) for found in made.recovered] == [(4, handover.INCOMPLETE)]
    assert [made.sequence for made in busy_office.releases()] == [2, 4, 6]
    assert busy_office.pending() == ()
    assert not list(busy_office.folder.glob(".*"))


def test_files_that_were_taken_away_after_a_crash_count(busy_office):
    """All in place, nobody wrote it down, and then given to the partner."""
    killed(busy_office, "in place")
    for name in NAMES:
        (busy_office.folder / name).unlink()
    made = busy_office.export("ander", folder=busy_office.root / "ander pakket", seed=9)
    assert [found.outcome for found in made.recovered] == [handover.INCOMPLETE]
    assert len(busy_office.releases()) == 3


def test_a_file_that_is_in_use_at_the_recovery_voids_what_nobody_saw(busy_office, monkeypatch):
    killed(busy_office, "committed")
    replace = Path.replace

    def stubborn(self, target):
        if Path(target).parent == busy_office.folder and "nieuw" in self.read_text() and self.name == NAMES[1]:
            raise PermissionError(13, "in use")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", stubborn)
    assert next_export(busy_office) == [(4, handover.VOIDED)]
    assert busy_office.contents() == OLD


def test_a_recovery_that_is_killed_is_done_again(busy_office):
    killed(busy_office, "moving 1")
    killed(busy_office, "recovered", "derde", seed=5)
    assert busy_office.contents() == NEW
    assert next_export(busy_office) == []


def test_what_a_killed_export_left_in_another_folder_is_removed(office):
    office.export("oud")
    killed(office, "staged")
    assert list(office.folder.glob(".heatmap-*"))
    (office.folder / ".heatmap-van-een-ander").mkdir()
    made = office.export("ander", folder=office.root / "ander pakket", seed=9)
    assert made.recovered == ()
    assert [path.name for path in office.folder.glob(".*")] == [".heatmap-van-een-ander"]


@pytest.mark.parametrize("name", ["pakket", ".heatmap-", ".heatmap-ander-1"])
def test_no_folder_is_removed_but_of_drafts_of_this_ledger(tmp_path, name):
    (tmp_path / name).mkdir()
    moving.discard(tmp_path / name, "0123456789abcdef0123")
    assert (tmp_path / name).is_dir()
    own = tmp_path / moving.staging_name("0123456789abcdef0123", "1")
    own.mkdir()
    moving.discard_abandoned(tmp_path, "0123456789abcdef0123")
    assert not own.exists()


# Two at once ---------------------------------------------------------------------------------------------------------


def test_two_exports_at_once_both_happen(office):
    """Into the same folder, under the same names: one after the other, and the second knows of the first."""
    office.open()[0].close()
    seen = []

    def export(content, seed):
        with_history = []
        office.export(content, seed=seed, writing=lambda path: with_history.append(path))
        seen.append(len(with_history))

    threads = [threading.Thread(target=export, args=(f"n{seed}", seed)) for seed in (2, 3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [3, 3]
    assert [made.sequence for made in office.releases()] == [2, 4]
    assert len(set(office.contents().values())) == 1
    assert office.pending() == ()


def test_two_processes_at_once_both_happen(office):
    office.open()[0].close()
    command = [sys.executable, "-m", "tests.sources.exporting", str(office.root)]
    both = [subprocess.Popen([*command, f"n{seed}", "never", str(seed)], cwd=ROOT) for seed in (2, 3)]
    assert [process.wait(120) for process in both] == [0, 0]
    assert [made.sequence for made in office.releases()] == [2, 4]
    assert len({made.snapshot for made in office.releases()}) == 2
    assert office.pending() == ()
    assert len(set(office.contents().values())) == 1
