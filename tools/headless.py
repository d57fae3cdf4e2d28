"""qgis_process in a profile of its own, for the demo, the benchmark and the tests."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.install import install


def executable() -> str:
    """qgis_process; Debian's wrapper of it adds a flag that it does not know."""
    found = shutil.which("qgis_process.bin", path="/usr/bin:/usr/local/bin") or shutil.which("qgis_process")
    if found is None:
        raise SystemExit("qgis_process is not installed")
    return found


@dataclass(frozen=True)
class Outcome:
    """How a run ended.

    Attributes:
        status: Exit status.
        results: Outputs of the algorithm.
        output: Standard output.
        messages: Standard error.
    """

    status: int
    results: dict[str, Any]
    output: str
    messages: str


@dataclass(frozen=True)
class Qgis:
    """A QGIS of its own.

    Attributes:
        home: Its HOME; nothing outside is read or written.
    """

    home: Path

    @property
    def profile(self) -> Path:
        """Folder of the profile."""
        return self.home / ".local/share/QGIS/QGIS3/profiles/default"

    def prepare(self) -> None:
        """Makes the profile, installs the plugin and enables it."""
        self.home.mkdir(parents=True, exist_ok=True)
        self.home.chmod(0o700)  # as Qt wants its runtime folder
        install(self.profile)
        outcome = self.call("plugins", "enable", "arbeidsmigratie")
        if outcome.status:
            raise SystemExit(outcome.output + outcome.messages)

    def command(self, *arguments: str) -> list[str]:
        """The command line of qgis_process."""
        return [executable(), *arguments]

    def environment(self) -> dict[str, str]:
        """All that qgis_process gets of the surroundings."""
        return {
            "HOME": str(self.home),
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_RUNTIME_DIR": str(self.home),
            "TMPDIR": tempfile.gettempdir(),
        }

    def call(self, *arguments: str, **environment: str) -> Outcome:
        """Runs qgis_process.

        Args:
            arguments: Of the command.
            environment: Further variables.
        """
        env = {**self.environment(), **environment}
        done = subprocess.run(self.command(*arguments), env=env, capture_output=True, text=True, check=False)
        try:
            results = json.loads(done.stdout).get("results", {}) if done.stdout.startswith("{") else {}
        except json.JSONDecodeError:
            results = {}
        return Outcome(done.returncode, results, done.stdout, done.stderr)

    def run(self, algorithm: str, **parameters: object) -> Outcome:
        """Runs an algorithm of the plugin, with JSON on standard output.

        Args:
            algorithm: Its name, without the provider; or with it, for another provider's.
            parameters: Its parameters; a list for one that takes several.
        """
        name = algorithm if ":" in algorithm else f"arbeidsmigratie:{algorithm}"
        several = {key: value if isinstance(value, list) else [value] for key, value in parameters.items()}
        given = [f"{key}={value}" for key, values in several.items() for value in values]
        return self.call("run", name, "--json", "--", *given)
