"""An export with made files, for the tests of the handover; as a program of its own it can be killed at a step."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from pathlib import Path

import tests.conftest  # noqa: F401 (makes the plugin importable)
from arbeidsmigratie.arbeidsmigratie_plugin.sources.handover import hand_over
from arbeidsmigratie.arbeidsmigratie_plugin.sources.moving import checksum
from arbeidsmigratie.arbeidsmigratie_plugin.sources.secrets import SecretStore
from arbeidsmigratie.arbeidsmigratie_plugin.sources.starting import open_or_start
from tests.core.disclosure.made_ledger import CERTIFICATE, NOW, SERIES, partition, release, snapshot

NAMES = ("heatmap.gpkg", "heatmap.html", "heatmap_LEESMIJ.txt")


class Closed:
    """A vault that is never open."""

    def open(self):
        return False

    def put(self, name, value):
        return False

    def get(self, name):
        return ""


class Office:
    """A data owner: a ledger, a profile and a folder for packages."""

    def __init__(self, root):
        self.root, self.path = root, root / "grootboek.sqlite"
        self.folder = root / "pakket"
        self.store = SecretStore(root / "profiel", Closed())

    def open(self):
        return open_or_start(self.path, SERIES, self.store, NOW, None)[:2]

    def export(self, content, step=lambda name: None, folder=None, seed=1, writing=lambda path: None):
        """Makes a package of files that all hold this text, and gives the handover back."""
        ledger, secret = self.open()
        with closing(ledger), hand_over(ledger, self.store, folder or self.folder, NOW, step, 30) as handover:
            shot, regions = snapshot(seed=seed, secret=secret), {"0457": partition("0457", 2)}
            for name in NAMES:
                writing(handover.draft(name))
                handover.draft(name).write_text(f"{content} {name}")
            (handover.staging / "kladje").write_text(content)
            handover.complete(release(shot, regions["0457"]), regions, shot, CERTIFICATE)
        return handover

    def releases(self):
        ledger, _ = self.open()
        with closing(ledger):
            return ledger.history.releases

    def pending(self):
        ledger, _ = self.open()
        with closing(ledger), ledger.writing(NOW) as session:
            return session.pending

    def contents(self, folder=None):
        """File -> its first word, of all that is in the folder."""
        found = folder or self.folder
        return {path.name: path.read_text().split()[0] for path in sorted(found.rglob("*")) if path.is_file()}

    def consistent(self):
        """Every release has its last files in place, nothing else is there, and nothing waits."""
        assert self.pending() == ()
        last = {made.path: made.sha256 for made_release in self.releases() for made in made_release.files}
        assert all(checksum(Path(path)) == sha256 for path, sha256 in last.items())
        assert not [
            path for path in self.root.rglob("*") if path.name.startswith(".") or path.name.endswith("-journal")
        ]
        (file,) = (self.root / "profiel" / "reeksen").iterdir()
        assert self.store.known(file.stem).staging == ""


def killing(at):
    def step(name):
        if name == at:
            os.kill(os.getpid(), 9)

    return step


if __name__ == "__main__":
    Office(Path(sys.argv[1])).export(sys.argv[2], killing(sys.argv[3]), seed=int(sys.argv[4]))
