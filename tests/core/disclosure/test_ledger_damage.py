"""A ledger that is not as it was written, and two processes or a crash while it is written."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure import ledger_schema
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.ledger import Ledger
from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import OutputError
from arbeidsmigratie.arbeidsmigratie_plugin.core.refusals import (
    DisclosureError,
    LedgerDamagedError,
    LedgerMissingError,
    LedgerOtherError,
)
from tests.conftest import ROOT

from .made_ledger import CERTIFICATE, IDENTITY, NOW, SECRET, SERIES, partition, release, snapshot

RELEASES = 3


def add(ledger, seed):
    shot, regions = snapshot(seed=seed), {"0457": partition("0457", 2)}
    with ledger.writing(NOW) as session:
        head = session.record(release(shot, regions["0457"]), regions, shot, CERTIFICATE)
        session.placed(head.sequence)


@pytest.fixture
def path(tmp_path):
    found = tmp_path / "grootboek.sqlite"
    with closing(Ledger.create(found, SERIES, IDENTITY, NOW)) as ledger:
        for seed in range(RELEASES):
            add(ledger, seed)
    return found


def altered(path, *statements):
    """Changes a ledger with a program that knows SQLite, and leaves its tables as they should be."""
    with closing(sqlite3.connect(path)) as plain, plain:
        triggers = plain.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            plain.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            plain.execute(statement)
        for _, sql in triggers:
            plain.execute(sql)


# Another file --------------------------------------------------------------------------------------------------------


def test_a_ledger_that_is_gone(tmp_path):
    with pytest.raises(LedgerMissingError, match=r"grootboek\.sqlite.*gone"):
        Ledger.open(tmp_path / "grootboek.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_a_folder(tmp_path):
    with pytest.raises(LedgerOtherError, match="of a folder, not of a ledger"):
        Ledger.open(tmp_path)


@pytest.mark.parametrize("content", [b"dit is tekst", b"a;b\n" * 5000, bytes(8192)])
def test_a_file_of_another_kind(path, content):
    path.write_bytes(content)
    with pytest.raises(LedgerOtherError, match=r"of another kind of data, not of a ledger: give the path"):
        Ledger.open(path)
    assert path.read_bytes() == content


def test_another_database(tmp_path):
    path = tmp_path / "kaart.gpkg"
    with closing(sqlite3.connect(path)) as plain, plain:
        plain.execute("CREATE TABLE entry (x)")
    with pytest.raises(LedgerOtherError, match="another kind of data"):
        Ledger.open(path)


def test_a_ledger_of_a_newer_version(path):
    with closing(sqlite3.connect(path)) as plain:
        plain.execute(f"PRAGMA user_version={ledger_schema.VERSION + 1}")
    with pytest.raises(LedgerOtherError, match=r"newer version of the plugin.*update the plugin"):
        Ledger.open(path)


def test_an_empty_file(path):
    path.write_bytes(b"")
    with pytest.raises(LedgerDamagedError, match="it is empty"):
        Ledger.open(path)


# Damage --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("share", [0.02, 0.1, 0.5, 0.9, 0.999])
def test_a_file_that_was_cut_off(path, share):
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(LedgerDamagedError, match="put back the last good copy"):
        Ledger.open(path)


def test_any_flipped_bit_is_found_or_changes_nothing(path):
    """In every page, and in each part of it; unused bytes and SQLite's own counters say nothing about exports."""
    content = path.read_bytes()
    with closing(Ledger.open(path, SECRET)) as ledger:
        head, releases = ledger.head(), ledger.history.releases
    refused = 0
    for at in range(5, len(content), 97):
        path.write_bytes(content[:at] + bytes([content[at] ^ 1 << at % 8]) + content[at + 1 :])
        try:
            with closing(Ledger.open(path, SECRET)) as ledger:
                assert (ledger.head(), ledger.history.releases) == (head, releases)
        except (DisclosureError, OutputError):
            refused += 1
    assert refused > 50


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET payload = replace(payload, '15', '20') WHERE kind = 'release'",
        "UPDATE entry SET made_at = '2026-01-01T00:00:00+00:00' WHERE sequence = 2",
        "UPDATE entry SET kind = 'voided' WHERE sequence = 7",
        "UPDATE entry SET digest = replace(digest, 'a', 'b')",
        "UPDATE entry SET payload = X'00' WHERE sequence = 2",
        "UPDATE entry SET payload = NULL || '' WHERE sequence = 99 OR 0",
        "DELETE FROM entry WHERE sequence = 3",
        "DELETE FROM entry",
        "DELETE FROM snapshot WHERE rowid = 1",
        "DELETE FROM partition",
        "UPDATE snapshot SET content = (SELECT content FROM snapshot WHERE rowid = 2) WHERE rowid = 1",
        "UPDATE snapshot SET content = X'00' WHERE rowid = 1",
        "UPDATE snapshot SET content = NULL WHERE rowid = 1",
        "UPDATE partition SET content = (SELECT content FROM snapshot WHERE rowid = 2)",
        "INSERT INTO partition VALUES ('00', 2, X'00')",
        "CREATE TABLE extra (x)",
        "CREATE VIEW extra AS SELECT 1",
        "PRAGMA user_version=0",
    ],
)
def test_a_change_by_another_program_is_found(path, statement):
    before = path.read_bytes()
    altered(path, statement)
    if "sequence = 99" in statement:  # changes nothing: what altered() itself does is no damage
        Ledger.open(path, SECRET).close()
        assert path.read_bytes() != before
        return
    with pytest.raises(LedgerDamagedError, match=r"grootboek\.sqlite is damaged"):
        Ledger.open(path)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DELETE FROM entry WHERE sequence IN (3, 5)", "entry 3 is missing"),
        ("DELETE FROM snapshot WHERE rowid = 1", "a snapshot that an entry names is missing"),
        ("DELETE FROM partition", "a partition that an entry names is missing"),
    ],
)
def test_what_is_missing_is_named(path, statement, said):
    altered(path, statement)
    with pytest.raises(LedgerDamagedError, match=said):
        Ledger.open(path)


def test_a_plain_change_is_not_even_possible(path):
    with closing(sqlite3.connect(path)) as plain:
        for statement in ("DELETE FROM entry", "UPDATE entry SET made_at = ''"):
            with pytest.raises(sqlite3.DatabaseError, match="entries"):
                plain.execute(statement)


def test_rows_that_changed_places_are_found(path):
    altered(
        path,
        "UPDATE entry SET sequence = -sequence WHERE sequence IN (2, 4)",
        "UPDATE entry SET sequence = 6 + sequence WHERE sequence < 0",
        "UPDATE snapshot SET sequence = 6 - sequence WHERE sequence IN (2, 4)",
        "UPDATE partition SET sequence = 6 - sequence WHERE sequence IN (2, 4)",
    )
    with pytest.raises(LedgerDamagedError, match="entry 2 does not follow"):
        Ledger.open(path)


def tail_removed(path):
    altered(
        path,
        "DELETE FROM snapshot WHERE sequence >= 6",
        "DELETE FROM partition WHERE sequence >= 6",
        "DELETE FROM entry WHERE sequence >= 6",
    )


def test_a_tail_that_was_removed_shows_by_the_head_that_was_seen(path):
    with closing(Ledger.open(path)) as ledger:
        head = ledger.head()
    tail_removed(path)
    with closing(Ledger.open(path, SECRET)) as ledger:
        assert len(ledger.history.releases) == RELEASES - 1
        assert not ledger.contains(head)


def test_an_entry_that_was_removed_with_less_than_all_of_it_shows(path):
    altered(path, "PRAGMA foreign_keys=OFF", "DELETE FROM entry WHERE sequence >= 6")
    with pytest.raises(LedgerDamagedError, match="an entry is missing"):
        Ledger.open(path)


def test_an_older_copy_shows_by_the_head_that_was_seen(path, tmp_path):
    copy = shutil.copy(path, tmp_path / "kopie")
    with closing(Ledger.open(path)) as ledger:
        old = ledger.head()
        add(ledger, 9)
        head = ledger.head()
    shutil.copy(copy, path)
    with closing(Ledger.open(path, SECRET)) as ledger:
        assert ledger.contains(old)
        assert not ledger.contains(head)


def test_a_copy_that_went_its_own_way_shows_too(path, tmp_path):
    copy = tmp_path / "kopie.sqlite"
    shutil.copy(path, copy)
    heads = []
    for where in (path, copy):
        with closing(Ledger.open(where)) as ledger:
            add(ledger, 9)
            heads.append(ledger.head())
    with closing(Ledger.open(path)) as ledger:
        assert ledger.contains(heads[0])
        assert not ledger.contains(heads[1])


def test_another_file_in_its_place_shows_before_anything_is_written(path, tmp_path):
    copy = shutil.copy(path, tmp_path / "kopie")
    with closing(Ledger.open(path)) as ledger:
        add(ledger, 9)
        Path(copy).replace(path)
        with pytest.raises((LedgerDamagedError, OutputError)), ledger.writing(NOW):
            pytest.fail("written to a file that is gone")
    with closing(Ledger.open(path)) as ledger:
        assert len(ledger.history.releases) == RELEASES


def test_a_ledger_that_was_rewritten_in_place_shows_too(path, tmp_path):
    copy = shutil.copy(path, tmp_path / "kopie")
    with closing(Ledger.open(path)) as ledger:
        add(ledger, 9)
        with closing(sqlite3.connect(copy)) as source, closing(sqlite3.connect(path)) as target:
            source.backup(target)
        with pytest.raises(LedgerDamagedError, match="was replaced since"), ledger.writing(NOW):
            pytest.fail("an older copy")


def test_another_secret_does_not_fit(path):
    Ledger.open(path, SECRET).close()
    with pytest.raises(LedgerDamagedError, match="do not fit the secret"):
        Ledger.open(path, SECRET[::-1])


# Full and read-only --------------------------------------------------------------------------------------------------

AS_GUEST = """
import os, sys
sys.path.insert(0, sys.argv[1])
from contextlib import closing
from pathlib import Path
from datetime import datetime, timezone
from arbeidsmigratie_plugin.core.disclosure.ledger import Ledger
import arbeidsmigratie_plugin.core.disclosure.ledger_reader, arbeidsmigratie_plugin.core.disclosure.recordkeys
os.setuid(65534)
with closing(Ledger.open(Path(sys.argv[2]))) as ledger:
    print(len(ledger.history.releases))
    try:
        with ledger.writing(datetime(2026, 7, 1, 13, tzinfo=timezone.utc)):
            print("written")
    except Exception as error:
        print(type(error).__name__, error)
"""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root to become somebody else")
@pytest.mark.parametrize("mode", [0o444, 0o666])
def test_a_ledger_that_may_not_be_changed_can_be_read_and_is_refused_at_once(path, mode):
    """A file without the right to write; and one in a folder without it, where SQLite can't keep its journal."""
    path.chmod(mode)
    for folder in (path.parent, *list(path.parents)[1:3]):
        folder.chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-c", AS_GUEST, str(ROOT), str(path)], capture_output=True, text=True, cwd="/"
    )
    assert done.stdout.startswith(f"{RELEASES}\nOutputError {path} can't be written: "), done.stdout + done.stderr
    assert "you may not change it or its folder" in done.stdout


def test_a_full_disk_leaves_the_ledger_as_it_was(path, monkeypatch):
    with closing(Ledger.open(path)) as ledger:
        pages = ledger._connection.execute("PRAGMA page_count").fetchone()[0]
        ledger._connection.execute(f"PRAGMA max_page_count={pages}")
        with pytest.raises(OutputError, match="the disk is full"):
            for seed in range(10, 20):
                add(ledger, seed)
        assert ledger.head().sequence % 2 == 1
    with closing(Ledger.open(path, SECRET)) as ledger:
        assert all(made.figures for made in ledger.history.releases)


# Processes -----------------------------------------------------------------------------------------------------------

EXPORTS = """
import os, sys, time
sys.path.insert(0, sys.argv[1])
from contextlib import closing
from pathlib import Path
import tests.conftest
from tests.core.disclosure.made_ledger import *
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.ledger import Ledger
number, dies = int(sys.argv[3]), sys.argv[4]
with closing(Ledger.open(Path(sys.argv[2]))) as ledger:
    print("open", flush=True)
    sys.stdin.readline()
    for at in range(5):
        shot, regions = snapshot(seed=100 * number + at), {"0457": partition("0457", 2)}
        with ledger.writing(NOW) as session:
            before = len(session.history.releases)
            time.sleep(0.02)
            head = session.record(release(shot, regions["0457"]), regions, shot, CERTIFICATE)
            if dies == "before":
                os.kill(os.getpid(), 9)
            session.commit()
            if dies == "between":
                os.kill(os.getpid(), 9)
            session.placed(head.sequence)
            if dies == "late":
                os.kill(os.getpid(), 9)
            print(before, flush=True)
"""


def exporting(path, number, dies="never"):
    command = [sys.executable, "-c", EXPORTS, str(ROOT), str(path), str(number), dies]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "open\n"
    return process


def test_two_processes_at_once_see_each_others_releases(path):
    both = [exporting(path, number) for number in (1, 2)]
    for process in both:
        process.stdin.write("go\n")
        process.stdin.flush()
    seen = [int(line) for process in both for line in process.communicate(timeout=60)[0].split()]
    assert [process.returncode for process in both] == [0, 0]
    assert sorted(seen) == list(range(RELEASES, RELEASES + 10))
    with closing(Ledger.open(path, SECRET)) as ledger:
        assert len(ledger.history.releases) == RELEASES + 10
        assert ledger.head().sequence == 1 + 2 * (RELEASES + 10)


@pytest.mark.parametrize(("dies", "pending"), [("before", []), ("between", [8]), ("late", [8])])
def test_a_process_that_is_killed_leaves_what_it_had_committed(path, dies, pending):
    process = exporting(path, 1, dies)
    process.communicate("go\n", timeout=60)
    assert process.returncode == -signal.SIGKILL
    with closing(Ledger.open(path, SECRET)) as ledger:
        assert ledger.head().sequence == 7 + len(pending)
        with ledger.writing(NOW) as session:
            assert [found.sequence for found in session.pending] == pending
            assert len(session.history.releases) == RELEASES + len(pending)
    assert [found.name for found in path.parent.iterdir()] == [path.name]
