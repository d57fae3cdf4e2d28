"""An export happens or it does not: its release is in the ledger and its files are in their places, or neither is.

An export holds the ledger from before its audit to its last file. It makes its files as drafts, writes the release with
their checksums in the ledger and commits; from then on the release counts. Only then the files go to their places,
and the ledger says so. If they can't, they are taken back and the release is voided. After a crash in between, the
next export looks at what is there, before anything else, and completes the release, voids it, or lets it count.
"""

from __future__ import annotations

import errno
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from ..core.disclosure.atoms import Region, Snapshot
from ..core.disclosure.history import FileMade, History, Release
from ..core.disclosure.ledger import PATIENCE, Head, Ledger, Session
from ..core.disclosure.ledger_session import Pending
from ..core.errors import ArbeidsmigratieError, OutputError
from ..core.phrases import phrase
from . import moving
from .moving import Move
from .secrets import SecretStore
from .staging import check_place
from .staging import release as make_way

#: What became of a release that a crash left half done: its files were in their places; they are now; it did not take
#: place; some were given out and the others are lost, so it counts.
PLACED = "placed"
COMPLETED = "completed"
VOIDED = "voided"
INCOMPLETE = "incomplete"

#: Steps of an export; 'waiting' as often as another export holds the ledger, 'moving' and 'replacing' with a number.
STEPS = (
    "waiting",
    "held",
    "recovered",
    "staged",
    "checked",
    "recorded",
    "committed",
    "moving",
    "replacing",
    "in place",
    "placed",
)

_FULL = (errno.ENOSPC, errno.EDQUOT)


@dataclass(frozen=True)
class Recovered:
    """What became of a release that a crash left half done.

    Attributes:
        sequence: Its number in the ledger.
        outcome: PLACED, COMPLETED, VOIDED or INCOMPLETE.
        files: Its package.
    """

    sequence: int
    outcome: str
    files: tuple[FileMade, ...]


def nothing(step: str) -> None:
    """Goes on."""


class Handover:
    """An export that holds the ledger; made by hand_over.

    Attributes:
        recovered: What became of releases that a crash left half done.
        staging: Folder for the drafts; all that is in it and is no draft vanishes.
    """

    def __init__(
        self,
        ledger: Ledger,
        store: SecretStore,
        session: Session,
        staging: Path,
        recovered: tuple[Recovered, ...],
        step: Callable[[str], None],
    ) -> None:
        self.recovered = recovered
        self.staging = staging
        self._ledger = ledger
        self._store = store
        self._session = session
        self._step = step
        self._drafts: dict[str, Path] = {}
        self.resolved = True

    @property
    def history(self) -> History:
        """All that was released before, for the audit."""
        return self._session.history

    @property
    def head(self) -> Head:
        """The last entry of the ledger before this release, for its certificate."""
        return self._session.head

    def draft(self, name: str) -> Path:
        """Where to write a file of the package.

        Args:
            name: Its name in the folder of the package.

        Raises:
            OutputError: A folder is in its place, or another program holds what is there.
        """
        target = self.staging.parent / name
        if target.name != name:
            raise ValueError(name)
        check_place(target)
        make_way(target)
        return self._drafts.setdefault(name, self.staging / name)

    def complete(
        self,
        release: Release,
        regions: Mapping[str, tuple[Region, ...]],
        snapshot: Snapshot,
        certificate: Mapping[str, Any],
    ) -> Head:
        """Writes down the release and puts the drafts in their places; nothing can be written to them any more.

        Args:
            release: With its figures; its files are filled in.
            regions: Municipality -> its frozen regions from now on.
            snapshot: What the release was made from.
            certificate: What was checked, for the ledger.

        Returns:
            The entry of the release.

        Raises:
            OutputError: A file or the ledger can't be written; the export did not happen then.
            SeriesError: Regions of which numbers were released would be cut anew.
            Exception: What a step raised to stop; the export did not happen then.
        """
        self._step("staged")
        moves = self._checked()
        self._step("checked")
        files = tuple(FileMade(str(move.target), move.sha256) for move in moves)
        made = replace(release, files=files)
        head = self._session.record(made, regions, snapshot, certificate, str(self.staging))
        self._step("recorded")
        self._store.note(self._ledger.identity, str(self.staging), begun=True)
        self.resolved = False
        try:
            self._session.commit()
        except BaseException:
            self.resolved = True  # the transaction is rolled back
            raise
        self._place(head, moves)
        return head

    def _checked(self) -> list[Move]:
        """The drafts with their checksums, safely on the disk."""
        moves = []
        for name, draft in self._drafts.items():
            target = self.staging.parent / name
            check_place(target)
            make_way(target)
            try:
                moving.sync(draft)
            except OSError as error:
                raise OutputError(file=str(target), reason=error.strerror or phrase("it was not made")) from None
            moves.append(Move(draft, target, moving.checksum(draft)))
        moving.sync_folder(self.staging)
        return moves

    def _place(self, head: Head, moves: list[Move]) -> None:
        """From the commit to the last file; what fails here takes the release back."""
        try:
            self._step("committed")
            self._store.remember(self._ledger.identity, self._ledger.path, head)
            moving.put(moves, self._step)
        except BaseException as error:
            self._withdraw(head.sequence, moves, error)
            raise
        # All files are in their places. If the ledger can't be told so, the next export will find them there.
        with suppress(ArbeidsmigratieError):
            self._session.placed(head.sequence)
            self._session.commit()
        self.resolved = True
        with suppress(Exception):  # too late to stop
            self._step("placed")

    def _withdraw(self, sequence: int, moves: list[Move], error: BaseException) -> None:
        """Voids the release; if the ledger can't be told so now, the next export will do it."""
        if any(not move.draft.exists() for move in moves):
            return  # a file could not be taken back: the release counts until it is known what became of it
        moving.spoil(moves)
        with suppress(ArbeidsmigratieError):
            self._session.voided(sequence, type(error).__name__)
            self._session.commit()
            self.resolved = True


@contextmanager
def hand_over(
    ledger: Ledger,
    store: SecretStore,
    folder: Path,
    now: datetime,
    step: Callable[[str], None] = nothing,
    patience: float = PATIENCE,
) -> Iterator[Handover]:
    """Holds a ledger for one export into a folder; without complete() in the block nothing happens.

    Args:
        ledger: Of the series.
        store: What this profile remembers.
        folder: Where the package goes.
        now: The time, with its zone.
        step: Told the name of each of STEPS; raises to stop, and the export does not happen, up to the last of them.
        patience: How long to wait for another export (s).

    Raises:
        DisclosureError: Another export holds the ledger, it was changed, or the clock went back.
        OutputError: The ledger, the folder or the profile can't be written.
    """
    with ledger.writing(now, patience, lambda: step("waiting")) as session:
        step("held")
        recovered = recover(ledger, store, session)
        step("recovered")
        moving.discard_abandoned(folder, ledger.identity)
        staging = folder.resolve() / moving.staging_name(ledger.identity, secrets.token_hex(4))
        handover = Handover(ledger, store, session, staging, recovered, step)
        try:
            store.note(ledger.identity, str(staging))
            _make(staging)
            yield handover
        except OSError as error:
            if error.errno not in _FULL:
                raise
            raise OutputError(file=str(folder), reason=phrase("the disk is full")) from None
        finally:
            if handover.resolved:
                moving.discard(staging, ledger.identity)
            if not staging.exists():
                with suppress(OutputError):
                    store.note(ledger.identity, "")


def _make(staging: Path) -> None:
    try:
        staging.parent.mkdir(parents=True, exist_ok=True)
        staging.mkdir(mode=0o700)
    except OSError as error:
        reason = error.strerror or phrase("no access to the folder")
        raise OutputError(file=str(staging.parent), reason=reason) from None


def recover(ledger: Ledger, store: SecretStore, session: Session) -> tuple[Recovered, ...]:
    """Finds out what became of releases that a crash left half done, and removes drafts that nobody waits for.

    Args:
        ledger: Of the series.
        store: What this profile remembers.
        session: That holds the ledger: no other export is under way.

    Raises:
        OutputError: The ledger can't be written.
    """
    left = session.pending
    found = tuple(_resolved(session, pending) for pending in left)
    if found:
        session.commit()
    known = store.known(ledger.identity)
    for folder in {*(pending.staging for pending in left), known.staging if known else ""} - {""}:
        moving.discard_abandoned(Path(folder).parent, ledger.identity)
    return found


def _resolved(session: Session, pending: Pending) -> Recovered:
    """Says in the ledger what became of a release."""
    moves = moving.moves_of(pending.files, pending.staging)
    outcome = _outcome(pending, moves)
    if outcome == INCOMPLETE:
        moving.forget_old(moves)
    if outcome == VOIDED:
        session.voided(pending.sequence, "crash")
    else:
        session.placed(pending.sequence, outcome)
    return Recovered(pending.sequence, outcome, pending.files)


def _outcome(pending: Pending, moves: list[Move]) -> str:
    """What became of a release, after an attempt to complete it.

    A draft leaves its folder only for its place. As long as all are there nobody has seen a file, and the release can
    be voided; one that is gone may have been given to the recipient, also if it isn't in its place any more.
    """
    unseen = all(move.draft.exists() for move in moves) and pending.last
    if all(move.in_place() for move in moves):
        return PLACED
    if all(move.in_place() or move.whole() for move in moves):
        with suppress(OutputError):
            moving.put(moves, nothing)
            return COMPLETED
    return VOIDED if unseen else INCOMPLETE
