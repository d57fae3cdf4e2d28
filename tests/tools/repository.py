"""A git repository with what is in this folder now, in which a test can build, commit and tag."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT

_NODE = Path("tools/webmap/node_modules")


@dataclass(frozen=True)
class Repository:
    """Its folder, and what tests do with it."""

    root: Path

    def git(self, *arguments: str) -> str:
        command = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org", *arguments]
        return subprocess.run(command, cwd=self.root, capture_output=True, text=True, check=True).stdout.strip()

    def lend_node_modules(self, root: Path) -> None:
        """What npm fetched for this folder: a test needs no internet."""
        shutil.copytree(ROOT / _NODE, root / _NODE, symlinks=True)


def make_repository(root: Path) -> Repository:
    """Copies all that git has or would take, and commits it."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, root / name)
    made = Repository(root)
    made.git("init", "--quiet", "--initial-branch", "main")
    for key, value in (("user.name", "Test"), ("user.email", "test@example.org"), ("gc.auto", "0")):
        made.git("config", key, value)
    made.git("add", "--all")
    made.git("commit", "--quiet", "--message", "All of it")
    made.lend_node_modules(root)
    return made
