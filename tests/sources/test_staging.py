"""Drafts beside outputs: all of them take their places, or none."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import OutputError
from arbeidsmigratie.arbeidsmigratie_plugin.sources import staging


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def fill(drafts):
    for draft in drafts:
        draft.write_text("nieuw")


def test_outputs_appear_together_and_replace_what_was_there(tmp_path):
    targets = [tmp_path / "a", tmp_path / "map" / "b"]
    targets[0].write_text("oud")
    with staging.staged(targets) as drafts:
        fill(drafts)
        assert targets[0].read_text() == "oud"
        assert not targets[1].exists()
    assert [target.read_text() for target in targets] == ["nieuw", "nieuw"]
    assert names(tmp_path) == ["a", "map"]
    assert names(tmp_path / "map") == ["b"]


def test_drafts_of_one_folder_lie_together(tmp_path):
    with staging.staged([tmp_path / "a", tmp_path / "b"]) as drafts:
        assert drafts[0].parent == drafts[1].parent
        assert drafts[0].parent.parent == tmp_path
        fill(drafts)


def test_a_run_that_fails_changes_nothing(tmp_path):
    (tmp_path / "a").write_text("oud")
    with pytest.raises(ValueError, match="mis"), staging.staged([tmp_path / "a", tmp_path / "b"]) as drafts:
        fill(drafts)
        raise ValueError("mis")
    assert (tmp_path / "a").read_text() == "oud"
    assert names(tmp_path) == ["a"]


def test_a_folder_in_the_way_is_found_before_any_work(tmp_path):
    (tmp_path / "b").mkdir()
    with pytest.raises(OutputError, match="it is a folder"), staging.staged([tmp_path / "a", tmp_path / "b"]):
        pytest.fail("work began")
    assert names(tmp_path) == ["b"]


@pytest.mark.parametrize("fails", ["a", "b", "c"])
def test_an_output_in_use_brings_back_what_was_there(tmp_path, monkeypatch, fails):
    """As on Windows, where a file that another program holds can't be replaced."""
    replace = Path.replace

    def stubborn(self, target):
        if Path(target) == tmp_path / fails and self.read_text() == "nieuw":
            raise PermissionError(13, "in use")
        return replace(self, target)

    for name in "ac":
        (tmp_path / name).write_text("oud")
    with pytest.raises(OutputError, match="in use"), staging.staged([tmp_path / name for name in "abc"]) as drafts:
        fill(drafts)
        monkeypatch.setattr(Path, "replace", stubborn)
    assert names(tmp_path) == ["a", "c"]
    assert {(tmp_path / name).read_text() for name in "ac"} == {"oud"}


def test_one_output_is_replaced_in_a_single_step(tmp_path, monkeypatch):
    moves = []
    monkeypatch.setattr(Path, "replace", lambda self, target: moves.append((self.name, Path(target))))
    (tmp_path / "a").write_text("oud")
    with staging.staged([tmp_path / "a"]) as drafts:
        fill(drafts)
    assert moves == [("a", tmp_path / "a")]


def test_drafts_of_a_run_that_was_killed_are_removed_by_the_next(tmp_path):
    left, busy, other = (tmp_path / name for name in (".arbeidsmigratie-oud", ".arbeidsmigratie-bezig", ".eigen"))
    long_ago = time.time() - 2 * 3600
    for folder in (left, busy, other):
        folder.mkdir()
        (folder / "adressen.gpkg").write_text("9999AB")
        os.utime(folder, (long_ago, long_ago))
    os.utime(left / "adressen.gpkg", (long_ago, long_ago))
    with staging.staged([tmp_path / "a"]) as drafts:
        fill(drafts)
    assert names(tmp_path) == [".arbeidsmigratie-bezig", ".eigen", "a"]


# What SQLite keeps beside a file -------------------------------------------------------------------------------------

CHANGE = """
import os, sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute(f"PRAGMA journal_mode={sys.argv[2]}")
database.execute("PRAGMA cache_size=1")
database.execute("PRAGMA wal_autocheckpoint=0")
database.execute("BEGIN IMMEDIATE")
database.execute("UPDATE a SET x = hex(randomblob(200))")
if sys.argv[2] == "WAL":
    database.execute("COMMIT")
print("changed", flush=True)
if sys.argv[3] == "dies":
    os.kill(os.getpid(), 9)
sys.stdin.read()
"""


def geopackage(path, value):
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE a (x TEXT)")
        database.executemany("INSERT INTO a VALUES (?)", [(value * 200,)] * 3000)
    return path


@contextmanager
def changed(path, mode, end):
    """Another program that has changed a file, and holds it or was killed."""
    command = [sys.executable, "-c", CHANGE, str(path), mode, end]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "changed\n"
        if end == "dies":
            process.wait()
        yield
        process.stdin.close()


def sound(path):
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return {x[:3] for (x,) in database.execute("SELECT x FROM a")}


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
@pytest.mark.parametrize("number", [1, 2])
def test_nothing_of_the_old_file_gets_into_the_new_one(mode, number, tmp_path):
    targets = [geopackage(tmp_path / f"{at}.gpkg", "oud") for at in range(number)]
    with changed(targets[0], mode, "dies"):
        assert len(names(tmp_path)) > number
        with staging.staged(targets) as drafts:
            for draft in drafts:
                geopackage(draft, "new")
        assert [sound(target) for target in targets] == [{"new"}] * number
    assert names(tmp_path) == [target.name for target in targets]


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
def test_a_file_that_another_program_writes_is_left_alone(mode, tmp_path):
    target = geopackage(tmp_path / "uit.gpkg", "oud")
    with changed(target, mode, "holds"):
        with pytest.raises(OutputError, match=r"uit\.gpkg.*another program has it open"), staging.staged([target]):
            pytest.fail("work began")
        assert "uit.gpkg" in names(tmp_path)
    assert "new" not in sound(target)


@pytest.mark.parametrize("content", [b"", b"geen database"])
def test_what_is_no_database_gives_way_with_what_lies_beside_it(content, tmp_path):
    target = tmp_path / "uit.gpkg"
    target.write_bytes(content)
    (tmp_path / "uit.gpkg-wal").write_bytes(b"rest")
    with staging.staged([target]) as (draft,):
        geopackage(draft, "new")
    assert sound(target) == {"new"}


def test_what_lies_beside_a_file_that_is_gone_goes_too(tmp_path):
    (tmp_path / "uit.gpkg-journal").write_bytes(b"rest")
    with staging.staged([tmp_path / "uit.gpkg"]) as (draft,):
        geopackage(draft, "new")
    assert names(tmp_path) == ["uit.gpkg"]
