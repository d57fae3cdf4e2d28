"""Releases a version: checks, the zip for the plugin repository, notes out of the changelog, a commit and a tag.

Nothing leaves this computer. Beforehand, in CHANGELOG.md: the version on top, with the date of today, committed.
"""

from __future__ import annotations

import argparse
import re
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from tools.changelog import Section, sections
from tools.package import ROOT, make_package, version_of
from tools.translations.catalogue import QM

_METADATA, _CHANGELOG, _DIST = ROOT / "metadata.txt", ROOT / "CHANGELOG.md", ROOT / "dist"
_VERSION = re.compile(r"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$")
_LINE = re.compile(r"^version=.*$", re.MULTILINE)

#: Style, types and all tests, those of the zip among them.
_GATE = (".ci/run",)


def release(version: str, gate: Sequence[str] = _GATE) -> Path:
    """Makes a release, or leaves everything as it was.

    Args:
        version: Three numbers.
        gate: Command that says whether the code is good enough; only tests give another one.

    Returns:
        The zip.

    Raises:
        SystemExit: Something is not ready; the sentence says what.
    """
    _check_tree()
    _check_version(version)
    notes = _section(version).text
    with _version_set(version):
        if subprocess.run(gate, cwd=ROOT, check=False).returncode:
            raise SystemExit("The checks failed. Mend what they name and run this again.")
        if any(line[3:] != _METADATA.name for line in _git("status", "--porcelain").splitlines()):
            raise SystemExit("The checks changed files: see git status. Commit what belongs here and run this again.")
        QM.unlink(missing_ok=True)  # an older one could be there
        package = make_package(_DIST)
        written = _DIST / "RELEASE_NOTES.md"
        written.write_text(f"# Arbeidsmigratie {version}\n\n{notes}\n", encoding="utf-8")
        if _git("status", "--porcelain"):
            _git("commit", "--quiet", "--message", f"Version {version}", "--", _METADATA.name)
    # A tag of git keeps lines that begin with # only when told so.
    _git("tag", "--annotate", f"v{version}", "--cleanup=whitespace", "--file", str(written))
    return package


def _check_tree() -> None:
    changed = _git("status", "--porcelain")
    if changed:
        raise SystemExit(f"There are changes that are not committed. Commit them first:\n{changed}")


def _check_version(version: str) -> None:
    if not _VERSION.match(version):
        raise SystemExit("VERSION must be three numbers, as in 1.2.0: make release VERSION=1.2.0")
    released = [tag[1:] for tag in _git("tag", "--list", "v*").split() if _VERSION.match(tag[1:])]
    highest = max(released, key=_numbers, default=None)
    if highest is not None and _numbers(version) <= _numbers(highest):
        raise SystemExit(f"{version} is not higher than {highest}, which was released.")
    current = version_of(_METADATA)
    if _numbers(version) < _numbers(current):
        raise SystemExit(f"{version} is lower than {current}, the version in metadata.txt.")


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in version.split("."))


def _section(version: str) -> Section:
    """What the changelog says of the version, if it is finished."""
    found = sections(_CHANGELOG)
    section = next((one for one in found if one.version == version), None)
    if section is None:
        raise SystemExit(f"CHANGELOG.md has no section [{version}]. Write what changed for users, and commit it.")
    for one in found:
        if "unreleased" in one.heading.lower():
            raise SystemExit(f"'{one.heading}' in CHANGELOG.md is unreleased. Give it version and date, and commit it.")
    if section is not found[0]:
        raise SystemExit(f"[{version}] is not the first section of CHANGELOG.md. Move it to the top, and commit it.")
    if not section.text or "unreleased" in section.text.lower():
        raise SystemExit(f"Section [{version}] of CHANGELOG.md is empty or says 'unreleased'. Finish and commit it.")
    if "%" in section.text:
        raise SystemExit(f"Section [{version}] of CHANGELOG.md has a percent sign, which metadata.txt can't hold.")
    try:
        date.fromisoformat(section.date)
    except ValueError:
        raise SystemExit(f"Section [{version}] of CHANGELOG.md needs a date: ## [{version}] - 2026-07-01") from None
    return section


@contextmanager
def _version_set(version: str) -> Iterator[None]:
    """With the version in metadata.txt; as it was before if the release fails."""
    before = _METADATA.read_bytes()
    text = before.decode("utf-8")
    _METADATA.write_bytes(_LINE.sub(f"version={version}", text, count=1).encode("utf-8"))
    try:
        yield
    except BaseException:
        _METADATA.write_bytes(before)
        raise


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"git {arguments[0]} failed: {done.stderr.strip()}")
    return done.stdout.rstrip()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("version", help="three numbers, as in 1.2.0")
    made = release(parser.parse_args().version)
    print(f"{made}\n{made.parent / 'RELEASE_NOTES.md'}")
    print("To publish: git push --follow-tags, then upload the zip at plugins.qgis.org with these notes.")
