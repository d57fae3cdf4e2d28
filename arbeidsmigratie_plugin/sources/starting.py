"""A ledger for an export: the one that there is, or a new one; never a new one in place of one that is gone."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Optional

from ..core.disclosure.history import Series
from ..core.disclosure.ledger import Ledger
from ..core.disclosure.recordkeys import pseudonyms
from ..core.errors import OutputError
from ..core.phrases import phrase
from ..core.refusals import DisclosureError, LedgerDamagedError, LedgerMissingError, SecretMissingError, SeriesError
from .secrets import SecretStore

#: How the certificate of a package is called, and where it names its series.
_CERTIFICATES = "*_certificaat.json"
_SERIES = ("reeks", "series")

_IDENTITY_BYTES = 16

#: One in so many addresses of an export known to another series: it is of the same registrations.
_SAME_SOURCE = 4


@dataclass(frozen=True)
class Started:
    """How a ledger was found.

    Attributes:
        started: Whether it is a new one.
        others: Of a new ledger, those that this profile knows: exports in them are not in the audit of this one.
        in_file: Whether its secret is in a file of the profile, not encrypted.
    """

    started: bool
    others: tuple[Path, ...]
    in_file: bool


def default_path(folder: Path, series: str) -> Path:
    """Where the ledger of a series is if nobody says otherwise.

    Args:
        folder: The plugin's folder in the profile.
        series: Name of the series.
    """
    slug = re.sub(r"[^a-z0-9]+", "-", series.lower()).strip("-") or "reeks"
    return folder / f"grootboek_{slug}.sqlite"


def open_or_start(
    path: Path, series: Series, store: SecretStore, now: datetime, folder: Optional[Path]
) -> tuple[Ledger, bytes, Started]:
    """The ledger of a series with its secret; a new one only where there never was one.

    Args:
        path: The ledger.
        series: As the export would have it.
        store: What this profile remembers.
        now: The time, with its zone.
        folder: Where packages go, None if there are none.

    Raises:
        LedgerMissingError: There was a ledger, and it is gone.
        LedgerOtherError: The file is no ledger, or that of another series.
        LedgerDamagedError: It is not as it was written, or an older copy.
        SecretMissingError: Its secret is not in this profile.
        SeriesError: The series can't go on with this export.
        OutputError: A new ledger or its secret can't be written.
    """
    started = not path.exists()
    if started:
        _check_never_there(path, series, store, folder)
        started = _start(path, series, store, now)
    ledger = Ledger.open(path)
    try:
        ledger.check(series)
        secret = store.secret(ledger.identity, path, series.name)
        ledger.check_secret(secret)
        known = store.known(ledger.identity)
        if known is not None and known.head is not None and not ledger.contains(known.head):
            reason = phrase("it is an older copy: it does not have the last export that was made from this profile")
            raise LedgerDamagedError(file=str(path), reason=reason)
        store.remember(ledger.identity, path, ledger.head())
    except BaseException:
        ledger.close()
        raise
    return ledger, secret, Started(started, store.others(path) if started else (), store.in_file(ledger.identity))


def check_no_other(path: Path, series: str, store: SecretStore, names: Sequence[str], temporary: Path) -> None:
    """Refuses a second series of the same addresses: maps of two series can be subtracted from each other.

    Ledgers in the folder for temporary files are nobody's: what is tried there leaves no map.

    Args:
        path: The ledger that would be started.
        series: Its series.
        store: What this profile remembers.
        names: What identifies the addresses of the export.
        temporary: The folder for temporary files.

    Raises:
        SeriesError: Another ledger of this profile has a quarter of the addresses or more.
    """
    for known in store.begun():
        other = Path(known.path)
        if not other.is_file() or other.resolve() == path.resolve() or other.resolve().is_relative_to(temporary):
            continue
        try:
            with closing(Ledger.open(other)) as ledger:
                released = ledger.history.snapshots.values()
                secret = store.secret(known.identity, other, known.series)
        except DisclosureError:  # no export can be made with that one either; the user is told that it is there
            continue
        before = set().union(*(shot.addresses.tolist() for shot in released))
        found = sum(address in before for address in pseudonyms(secret, "adres", names).tolist())
        if found * _SAME_SOURCE >= len(names):
            raise SeriesError(
                series=series,
                reason=phrase(
                    "series '{series}' was made of the same addresses, and maps of two series can be subtracted from "
                    "each other",
                    series=known.series,
                ),
                remedy=phrase("Go on with SERIES '{series}' and LEDGER {other}", series=known.series, other=other),
            )


def _check_never_there(path: Path, series: Series, store: SecretStore, folder: Optional[Path]) -> None:
    """Refuses to start where there was a ledger before."""
    damaged = store.damaged()
    if damaged is not None:
        remedy = phrase(
            "it is unknown whether there was one, since {damaged} is damaged; put back the last good copy of that",
            damaged=damaged,
        )
        raise SecretMissingError(file=str(path), series=series.name, remedy=remedy)
    identity = store.at_path(path)
    known = store.known(identity) if identity else None
    if known is not None and known.begun:
        remedy = phrase("put it back from a copy, or start a new series under another name")
        raise LedgerMissingError(file=str(path), series=known.series, remedy=remedy)
    package = _package_of(folder, series.name)
    if package is not None:
        remedy = phrase(
            "{package}, in the folder for the new package, is of this series or can't be read; give LEDGER as it "
            "was then, put the ledger back from a copy, or start a new series under another name",
            package=package.name,
        )
        raise LedgerMissingError(file=str(path), series=series.name, remedy=remedy)


def _package_of(folder: Optional[Path], series: str) -> Optional[Path]:
    """The certificate of an earlier package of a series; one that can't be read may be of any series."""
    if folder is None:
        return None
    for certificate in sorted(folder.glob(_CERTIFICATES)):
        found = _series_of(certificate)
        if found is None or series in found:
            return certificate
    return None


def _series_of(certificate: Path) -> Optional[list[str]]:
    try:
        content: Any = json.loads(certificate.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return [str(content[key]) for key in _SERIES if key in content] if isinstance(content, dict) else None


def _start(path: Path, series: Series, store: SecretStore, now: datetime) -> bool:
    """Whether this process started the ledger; another may have been first.

    The secret comes first: a ledger without one would be lost, a secret without a ledger is not missed.
    """
    identity = secrets.token_hex(_IDENTITY_BYTES)
    store.create(identity, series.name, path)
    try:
        Ledger.create(path, series, identity, now).close()
    except OutputError:
        store.forget(identity)
        if not path.exists():
            raise
        return False
    return True
