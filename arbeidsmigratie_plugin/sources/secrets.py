"""What a QGIS profile remembers of ledgers: the secret of each, where it was, and how far it had come.

The secret turns rounding into something that nobody can undo. It is never in a project or beside the ledger: it is
in QGIS's authentication database where that is open, and else in a file of the profile that only its user can read.
What was remembered of a ledger shows when an older copy of it is put back.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Optional

from ..core.disclosure.ledger import Head
from ..core.errors import OutputError
from ..core.phrases import phrase
from ..core.refusals import SecretMissingError
from .vault import QgisVault, Vault

_BYTES = 32
_FOLDER = "reeksen"
_CHECK_DIGITS = 16

_PROFILE = phrase(
    "use the QGIS profile in which it was started; if that is lost, start a new series under another name"
)
_LOCKED = phrase(
    "it is in QGIS's authentication database: give the master password (Settings, Options, Authentication), or start "
    "qgis_process with QGIS_AUTH_PASSWORD_FILE"
)


@dataclass(frozen=True)
class Known:
    """What is remembered of a ledger.

    Attributes:
        identity: Of the ledger.
        series: Name of its series.
        path: Where it was last.
        check: Tells whether a secret is the right one.
        secret: The secret in hexadecimal, "" where it is in QGIS's authentication database.
        begun: Whether a release was written in it, or was about to be.
        sequence: Number of the last entry that was seen, 0 for none.
        digest: Digest of that entry.
        staging: Folder with drafts of an export that is under way, "" for none.
    """

    identity: str
    series: str
    path: str
    check: str
    secret: str = ""
    begun: bool = False
    sequence: int = 0
    digest: str = ""
    staging: str = ""

    @property
    def head(self) -> Optional[Head]:
        """The last entry that was seen."""
        return Head(self.sequence, self.digest) if self.sequence else None


class SecretStore:
    """The ledgers that a profile knows, one file each.

    Args:
        folder: The plugin's folder in the profile.
        vault: Where secrets go if it is open.
    """

    def __init__(self, folder: Path, vault: Optional[Vault] = None) -> None:
        self._folder = folder / _FOLDER
        self._vault = QgisVault() if vault is None else vault

    def create(self, identity: str, series: str, path: Path) -> bytes:
        """Makes and keeps the secret of a new ledger.

        Args:
            identity: Of the ledger.
            series: Name of its series.
            path: Where the ledger will be.

        Raises:
            OutputError: The profile can't be written.
        """
        secret = secrets.token_bytes(_BYTES)
        kept = self._vault.open() and self._vault.put(identity, secret.hex())
        self._write(Known(identity, series, _place(path), _check(secret), "" if kept else secret.hex()))
        return secret

    def secret(self, identity: str, path: Path, series: str) -> bytes:
        """The secret of a ledger.

        Args:
            identity: Of the ledger.
            path: The ledger, for messages.
            series: Its series, for messages.

        Raises:
            SecretMissingError: It is not there, or can't be read without asking.
        """
        file = self._file(identity)
        found = self.known(identity)
        if found is None:
            remedy = (
                phrase("the file {file} that holds it is damaged; put back the last good copy of it", file=file)
                if file.exists()
                else _PROFILE
            )
            raise SecretMissingError(file=str(path), series=series, remedy=remedy)
        text = found.secret or self._vault.get(identity)
        if not text and not self._vault.open():
            raise SecretMissingError(file=str(path), series=series, remedy=_LOCKED)
        with suppress(ValueError):
            secret = bytes.fromhex(text)
            if _check(secret) == found.check:
                return secret
        raise SecretMissingError(file=str(path), series=series, remedy=_PROFILE)

    def in_file(self, identity: str) -> bool:
        """Whether the secret of a ledger is in a file, not encrypted."""
        found = self.known(identity)
        return found is not None and bool(found.secret)

    def known(self, identity: str) -> Optional[Known]:
        """What is remembered of a ledger, None if nothing is or it can't be read."""
        return _read(self._file(identity))

    def remember(self, identity: str, path: Path, head: Head) -> None:
        """Remembers where a ledger is, and how far it has come; never less far than before.

        Args:
            identity: Of the ledger.
            path: Where it is.
            head: Its last entry.

        Raises:
            OutputError: The profile can't be written.
        """
        found = self.known(identity)
        if found is None:
            return
        now = replace(found, path=_place(path))
        if head.sequence >= found.sequence:
            now = replace(now, sequence=head.sequence, digest=head.digest)
        if now != found:
            self._write(now)

    def note(self, identity: str, staging: str, begun: bool = False) -> None:
        """Remembers in which folder the drafts of an export are made.

        Args:
            identity: Of the ledger.
            staging: The folder, "" when it is gone.
            begun: Whether a release is about to be written.

        Raises:
            OutputError: The profile can't be written.
        """
        found = self.known(identity)
        if found is not None:
            now = replace(found, staging=staging, begun=found.begun or begun)
            if now != found:
                self._write(now)

    def forget(self, identity: str) -> None:
        """Forgets a ledger that never came to be."""
        with suppress(OSError):
            self._file(identity).unlink()

    def at_path(self, path: Path) -> Optional[str]:
        """The ledger that was last seen at a path, the one with a release first; None if there was none.

        Args:
            path: Of a ledger.
        """
        there = [found for found in self._all() if _alike(found.path, path)]
        there.sort(key=lambda found: (found.begun, found.sequence))
        return there[-1].identity if there else None

    def others(self, path: Path) -> tuple[Path, ...]:
        """Where other ledgers with exports are, of whatever series.

        Args:
            path: The ledger that is meant.
        """
        elsewhere = {found.path for found in self._all() if found.begun and not _alike(found.path, path)}
        return tuple(other for other in map(Path, sorted(elsewhere)) if other.exists())

    def begun(self) -> list[Known]:
        """Ledgers in which a release was written, or was about to be."""
        return [found for found in self._all() if found.begun]

    def damaged(self) -> Optional[Path]:
        """A file that should say something about a ledger and can't be read."""
        return next((file for file in self._files() if _read(file) is None), None)

    def _all(self) -> Iterator[Known]:
        return (found for found in map(_read, self._files()) if found is not None)

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob("*.json"))

    def _file(self, identity: str) -> Path:
        # What stands in a ledger is no name of a file before it was looked at.
        name = identity if identity.isalnum() else hashlib.sha256(identity.encode()).hexdigest()
        return self._folder / f"{name}.json"

    def _write(self, known: Known) -> None:
        """Replaces what is remembered in one step; only the user can read it."""
        file = self._file(known.identity)
        try:
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            number, name = tempfile.mkstemp(dir=file.parent, prefix=".", suffix=".nieuw")  # with mode 0600
        except OSError as error:
            raise OutputError(file=str(file), reason=error.strerror or phrase("no access to the profile")) from None
        try:
            with os.fdopen(number, "w", encoding="utf-8") as stream:
                json.dump(asdict(known), stream, indent=1)
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).replace(file)
        except OSError as error:
            raise OutputError(file=str(file), reason=error.strerror or phrase("the disk is full")) from None
        finally:
            Path(name).unlink(missing_ok=True)


def _read(file: Path) -> Optional[Known]:
    try:
        found: Any = json.loads(file.read_text(encoding="utf-8"))
        return Known(**found)
    except (OSError, ValueError, TypeError):
        return None


def _check(secret: bytes) -> str:
    """What says of 32 random bytes only whether they are the same."""
    return hashlib.sha256(b"arbeidsmigratie check " + secret).hexdigest()[:_CHECK_DIGITS]


def _place(path: Path) -> str:
    return str(path.resolve())


def _alike(one: str, other: Path) -> bool:
    return os.path.normcase(one) == os.path.normcase(_place(other))
