"""A release in a git repository of its own: what stops it, and what it leaves."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile
from configparser import ConfigParser

import pytest

from tests.tools.repository import Repository
from tools.changelog import Section, plain, sections

NOTES = "### Added\n- A thing with `code`\n  on two lines.\n\n### Fixed\n- Another thing.\n"


@pytest.fixture(scope="module")
def house(repository, tmp_path_factory) -> Repository:
    root = tmp_path_factory.mktemp("release") / "house"
    subprocess.run(["git", "clone", "--quiet", str(repository.root), str(root)], check=True)
    made = Repository(root)
    for key, value in (("user.name", "Test"), ("user.email", "test@example.org")):
        made.git("config", key, value)
    made.lend_node_modules(root)
    return made


@pytest.fixture
def clean(house):
    """The same at the end as at the beginning."""
    before = house.git("rev-parse", "HEAD")
    yield house
    for tag in house.git("tag", "--list").split():
        house.git("tag", "--delete", tag)
    house.git("reset", "--quiet", "--hard", before)


def write_changelog(house, text):
    (house.root / "CHANGELOG.md").write_text(f"# Changelog\n\n{text}", encoding="utf-8")
    house.git("commit", "--quiet", "--all", "--message", "Changelog")


def release(house, version, gate=("true",)):
    code = f"from tools.release import release; release({version!r}, {gate!r})"
    return subprocess.run([sys.executable, "-c", code], cwd=house.root, capture_output=True, text=True)


def refused(house, version, sentence, **more):
    """Nothing is changed, committed, tagged or made."""
    state = house.git("rev-parse", "HEAD"), house.git("status", "--porcelain"), house.git("tag")
    done = release(house, version, **more)
    assert done.returncode == 1
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert (house.git("rev-parse", "HEAD"), house.git("status", "--porcelain"), house.git("tag")) == state
    assert not (house.root / "dist" / f"arbeidsmigratie-{version}.zip").exists()


@pytest.mark.parametrize("version", ["", "1", "1.2", "v1.2.3", "1.2.3-rc1", "01.2.3"])
def test_a_version_is_three_numbers(clean, version):
    refused(clean, version, "must be three numbers")


def test_a_tree_with_changes_is_not_released(clean):
    write_changelog(clean, f"## [9.1.0] - 2026-07-01\n{NOTES}")
    (clean.root / "note.txt").write_text("mine", encoding="utf-8")
    refused(clean, "9.1.0", "not committed")
    (clean.root / "note.txt").unlink()
    (clean.root / "README.md").write_text("changed", encoding="utf-8")
    refused(clean, "9.1.0", "README.md")


@pytest.mark.parametrize(
    ("version", "sentence"), [("9.1.0", "not higher"), ("9.0.9", "not higher"), ("0.0.1", "lower")]
)
def test_a_version_goes_up(clean, version, sentence):
    write_changelog(clean, f"## [{version}] - 2026-07-01\n{NOTES}")
    if sentence == "not higher":
        clean.git("tag", "v9.1.0")
        clean.git("tag", "v9.0.10")
    refused(clean, version, sentence)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("## [9.0.0] - 2026-07-01\n- Other.\n", "no section [9.1.0]"),
        ("## [9.1.0] - unreleased\n- Thing.\n", "unreleased"),
        ("## [Unreleased]\n- More.\n\n## [9.1.0] - 2026-07-01\n- Thing.\n", "unreleased"),
        ("## [9.1.0] - 2026-07-01\nStill unreleased.\n", "unreleased"),
        ("## [9.1.0] - 2026-07-01\n\n## [9.0.0] - 2026-06-01\n- Old.\n", "is empty"),
        ("## [9.1.0]\n- Thing.\n", "needs a date"),
        ("## [9.1.0] - 1 July\n- Thing.\n", "needs a date"),
        ("## [9.2.0] - 2026-07-01\n- Next.\n\n## [9.1.0] - 2026-06-01\n- Thing.\n", "not the first section"),
        ("## [9.1.0] - 2026-07-01\n- 20 % faster.\n", "percent sign"),
    ],
)
def test_a_changelog_that_is_not_finished_stops_it(clean, text, sentence):
    write_changelog(clean, text)
    refused(clean, "9.1.0", sentence)


def test_a_gate_that_fails_or_changes_files_stops_it(clean):
    write_changelog(clean, f"## [9.1.0] - 2026-07-01\n{NOTES}")
    refused(clean, "9.1.0", "The checks failed", gate=("false",))
    done = release(clean, "9.1.0", gate=("sh", "-c", "echo more >> README.md"))
    assert "The checks changed files" in done.stderr
    assert clean.git("status", "--porcelain").split() == ["M", "README.md"]


def test_the_gate_is_the_one_of_the_repository_and_sees_the_version(clean):
    write_changelog(clean, f"## [9.1.0] - 2026-07-01\n{NOTES}")
    (clean.root / ".ci" / "run").write_text("#!/bin/sh\ngrep -q '^version=9.1.0$' metadata.txt\n", encoding="utf-8")
    clean.git("commit", "--quiet", "--all", "--message", "Another gate")
    done = subprocess.run(
        [sys.executable, "-m", "tools.release", "9.1.0"], cwd=clean.root, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert "arbeidsmigratie-9.1.0.zip" in done.stdout


def test_a_release(clean):
    old = clean.root / "resources" / "i18n" / "arbeidsmigratie_nl.qm"
    old.write_bytes(b"of an older version")
    write_changelog(clean, f"## [9.1.0] - 2026-07-01\n{NOTES}\n## [9.0.0] - 2026-06-01\n- Old.\n")
    before = clean.git("rev-parse", "HEAD")
    done = release(clean, "9.1.0")
    assert done.returncode == 0, done.stderr
    assert clean.git("status", "--porcelain") == ""
    assert clean.git("rev-parse", "HEAD^") == before
    assert clean.git("show", "--name-only", "--format=%s", "HEAD").split("\n\n") == ["Version 9.1.0", "metadata.txt"]
    assert clean.git("diff", "--numstat", "HEAD^").split() == ["1", "1", "metadata.txt"]
    assert clean.git("rev-parse", "v9.1.0^{commit}") == clean.git("rev-parse", "HEAD")
    notes = (clean.root / "dist" / "RELEASE_NOTES.md").read_text(encoding="utf-8")
    assert notes == f"# Arbeidsmigratie 9.1.0\n\n{NOTES}"
    assert clean.git("tag", "--list", "--format=%(contents)", "v9.1.0") == notes.strip()
    check_package(clean)
    assert release(clean, "9.1.0").returncode == 1


def check_package(house):
    path = house.root / "dist" / "arbeidsmigratie-9.1.0.zip"
    with zipfile.ZipFile(path) as archive:
        packaged = ConfigParser()
        packaged.read_string(archive.read("arbeidsmigratie/metadata.txt").decode("utf-8"))
        assert archive.read("arbeidsmigratie/resources/i18n/arbeidsmigratie_nl.qm") != b"of an older version"
    said = ["9.1.0 - 2026-07-01", "Added:", "- A thing with `code` on two lines.", "Fixed:", "- Another thing."]
    assert packaged["general"]["changelog"].splitlines() == said
    assert packaged["general"]["version"] == "9.1.0"
    released = hashlib.sha256(path.read_bytes()).hexdigest()
    subprocess.run([sys.executable, "-m", "tools.package"], cwd=house.root, check=True, capture_output=True)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == released


def test_a_first_release_of_the_version_that_is_there_needs_no_commit(clean):
    parser = ConfigParser()
    parser.read(clean.root / "metadata.txt", encoding="utf-8")
    version = parser["general"]["version"]
    write_changelog(clean, f"## [{version}] - 2026-07-01\n{NOTES}")
    before = clean.git("rev-parse", "HEAD")
    assert release(clean, version).returncode == 0
    assert clean.git("rev-parse", f"v{version}^{{commit}}") == before


# The changelog ------------------------------------------------------------------------------------------------------


def test_sections_of_a_changelog(tmp_path):
    path = tmp_path / "CHANGELOG.md"
    path.write_text("# Changelog\n\nIntro.\n\n## [1.1.0] - 2026-01-02\n\n- A.\n\n## 1.0.0\n- B.\n", encoding="utf-8")
    assert sections(path) == [Section("1.1.0", "2026-01-02", "- A."), Section("1.0.0", "", "- B.")]


def test_plain_text_has_no_line_that_metadata_takes_for_a_comment():
    text = "Intro of\ntwo lines.\n\n### Added\n* One\n  thing: with a colon.\n- Two\n\n#### Fixed\n- Three.\n"
    lines = plain(Section("1.0.0", "", text))
    assert lines == [
        "1.0.0",
        "Intro of",
        "two lines.",
        "Added:",
        "- One thing: with a colon.",
        "- Two",
        "Fixed:",
        "- Three.",
    ]
    assert not [line for line in lines if line.startswith(("#", ";"))]
