"""A workspace in the making: objects are added as they come in, and a run that stopped goes on where it was.

The draft is a GeoPackage beside the workspace. Every finished tile is in it, and what came in of one that is not
finished comes again; only when all is there does the draft take the place of the workspace.
"""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..core.errors import OutputError
from ..core.phrases import phrase
from ..core.tables import Column, Table
from ..core.tiles import Tile
from .staging import release
from .store import StoredLayer
from .writing import RD_NEW, add_layers, index_layers, write

#: A draft that is older is begun anew: its parts would be of different days (the BAG changes daily).
_LONGEST_KEPT = timedelta(hours=24)

#: How the names of drafts end.
DRAFT = "-voorlopig.gpkg"

_BUSY = phrase("another run is writing it; wait until that has ended")

_DONE, _SPLIT = "klaar", "gesplitst"

#: A GeoPackage geometry starts with magic, version, flags (little endian, no envelope) and the number of the CRS.
_BLOB_HEADER = b"GP\x00\x01" + RD_NEW.to_bytes(4, "little")


class Draft:
    """A workspace in the making; close() it or finish() it.

    Args:
        path: The draft.
        layers: Layers that grow in it.
        question: What is asked, in words: a draft of another question is thrown away.
        kept: Layers that are taken over from the workspace as they are.
        workspace: The workspace with these.

    Attributes:
        resumed: Whether it goes on where an earlier run was.
        began: When the first of its objects came in, in UTC.
        kept: Layers that are complete.

    Raises:
        OutputError: It can't be written, or another run is writing it.
    """

    def __init__(
        self,
        path: Path,
        layers: Sequence[StoredLayer],
        question: str,
        kept: Sequence[str] = (),
        workspace: Optional[Path] = None,
    ) -> None:
        self._path = path
        self._layers = {layer.name: layer for layer in layers}
        self.kept = frozenset(kept)
        question = " | ".join((question, *(f"{name} as it is" for name in sorted(kept))))
        _remove_old(path.parent)
        self.resumed = _can_go_on(path, question)
        if not self.resumed:
            self._create(question, workspace)
        self._database = sqlite3.connect(path, isolation_level=None, timeout=1)
        with self._telling():  # the lock that this takes is kept until the draft is closed
            self._database.execute("PRAGMA locking_mode=EXCLUSIVE")
            self._database.execute("BEGIN EXCLUSIVE")
            self._database.execute("COMMIT")
        (self.began,) = self._database.execute("SELECT staat FROM voortgang WHERE soort = ''").fetchone()

    def _create(self, question: str, workspace: Optional[Path]) -> None:
        _journal(self._path).unlink(missing_ok=True)  # SQLite would play that of another draft back into this one
        write(self._path, [layer.table() for layer in self._layers.values()], indexed=False)
        began = datetime.now(timezone.utc).isoformat(timespec="seconds")
        with closing(sqlite3.connect(self._path)) as database, database:
            for layer in self._layers.values():
                database.execute(f'CREATE UNIQUE INDEX "{layer.name}_uniek" ON "{layer.name}" ("{layer.key}")')
            database.execute("CREATE TABLE voortgang (soort TEXT, tegel TEXT, staat TEXT, PRIMARY KEY (soort, tegel))")
            database.execute("INSERT INTO voortgang VALUES ('', ?, ?)", (question, began))
        if self.kept and workspace is not None:
            self._take_over(workspace)

    def _take_over(self, workspace: Path) -> None:
        """Copies the layers that are kept; their fields are the same, since the question says so."""
        try:
            with closing(sqlite3.connect(f"{self._path.resolve().as_uri()}?mode=rw", uri=True)) as database, database:
                database.execute("ATTACH ? AS oud", (f"{workspace.resolve().as_uri()}?mode=ro",))
                for name in sorted(self.kept):
                    fields = ", ".join(f'"{field}"' for field in (*self._layers[name].fields, "geom"))
                    source = " ".join(("SELECT", fields, "FROM", f'oud."{name}"'))
                    database.execute(" ".join(("INSERT INTO", f'main."{name}"', f"({fields})", source)))
        except sqlite3.Error:
            self._path.unlink(missing_ok=True)
            raise OutputError(
                file=str(self._path), reason=phrase("the disk is full or the workspace can't be read")
            ) from None

    def add(self, layer: str, columns: Mapping[str, Iterable[Any]], wkb: npt.NDArray[np.object_]) -> None:
        """Adds objects that are not there yet; they stay when their tile is done or split. See Store.

        Raises:
            OutputError: The disk is full.
        """
        kinds = self._layers[layer].fields
        cells = [Column(name, kind, list(columns[name])).cells() for name, kind in kinds.items()]
        blobs = [None if shape is None else _BLOB_HEADER + bytes(shape) for shape in wkb.tolist()]
        names = ", ".join(f'"{name}"' for name in (*kinds, "geom"))
        places = ", ".join("?" * (len(kinds) + 1))
        insert = " ".join(("INSERT OR IGNORE INTO", f'"{layer}"', f"({names})", "VALUES", f"({places})"))
        with self._telling():
            if not self._database.in_transaction:
                self._database.execute("BEGIN IMMEDIATE")
            self._database.executemany(insert, list(zip(*cells, blobs)))

    def state(self, kind: str, tile: Tile) -> str:
        """Whether a tile is 'klaar' (done), 'gesplitst' (to be had in quarters) or, "", to be fetched."""
        found = self._database.execute("SELECT staat FROM voortgang WHERE soort = ? AND tegel = ?", (kind, tile.key))
        return str((found.fetchone() or ("",))[0])

    def done(self, kind: str, tile: Tile) -> None:
        """Remembers that all objects of a tile are there."""
        self._remember(kind, tile, _DONE)

    def split(self, kind: str, tile: Tile) -> None:
        """Remembers that a tile is to be had in quarters."""
        self._remember(kind, tile, _SPLIT)

    def waiting(self, kind: str, tiles: Iterable[Tile], area: Any) -> list[Tile]:
        """The tiles that are still to be fetched, quarters of split ones included; see Store."""
        out: list[Tile] = []
        for tile in tiles:
            state = self.state(kind, tile)
            if state == _SPLIT:
                out += self.waiting(kind, [part for part in tile.quarters() if part.touches(area)], area)
            elif state != _DONE:
                out.append(tile)
        return out

    def _remember(self, kind: str, tile: Tile, state: str) -> None:
        with self._telling():
            self._database.execute("INSERT OR REPLACE INTO voortgang VALUES (?, ?, ?)", (kind, tile.key, state))
            if self._database.in_transaction:
                self._database.execute("COMMIT")

    def count(self, layer: str) -> int:
        """Number of objects in a layer."""
        return int(self._database.execute(" ".join(("SELECT count(*) FROM", f'"{layer}"'))).fetchone()[0])

    def per_municipality(self, layer: str) -> dict[str, int]:
        """Municipality -> objects of the region itself in a layer; "" where their municipality is unknown."""
        sql = " ".join(("SELECT gemeentecode, count(*) FROM", f'"{layer}"', "WHERE in_regio = 1 GROUP BY 1"))
        return {str(code or ""): int(number) for code, number in self._database.execute(sql)}

    def checksum(self, layer: str) -> str:
        """SHA-256 over the objects of a layer in ascending order of key: the same objects have the same one."""
        fields = ", ".join(f'"{name}"' for name in (*self._layers[layer].fields, "geom"))
        sql = " ".join(("SELECT", fields, "FROM", f'"{layer}"', "ORDER BY", f'"{self._layers[layer].key}"'))
        digest = hashlib.sha256()
        for row in self._database.execute(sql):
            digest.update(repr(row).encode())
        return digest.hexdigest()

    def discard(self) -> None:
        """Throws the draft away: what is in it can't be trusted."""
        self._database.close()
        self._path.unlink(missing_ok=True)
        _journal(self._path).unlink(missing_ok=True)

    def close(self) -> None:
        """Leaves the draft for a later run; one without objects of its own is not worth it."""
        try:
            self._roll_back()
            empty = not any(self.count(name) for name in self._layers if name not in self.kept)
        except sqlite3.Error:  # it is closed already
            return
        self._database.close()
        if empty:
            self._path.unlink(missing_ok=True)

    def finish(self, path: Path, tables: Sequence[Table]) -> None:
        """Makes the draft the workspace; what goes wrong here can be done again.

        Args:
            path: The workspace, which it replaces.
            tables: Small layers that go with it.

        Raises:
            OutputError: The disk is full, or another program holds the workspace.
        """
        self._database.close()
        release(path)
        index_layers(self._path, list(self._layers))
        add_layers(self._path, tables)
        try:
            self._path.replace(path)
        except OSError as error:
            raise OutputError(file=str(path), reason=error.strerror or phrase("it is in use")) from None
        with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as database, database:
            database.execute("DROP TABLE voortgang")
            for name in self._layers:
                database.execute(f'DROP INDEX "{name}_uniek"')

    def _roll_back(self) -> None:
        if self._database.in_transaction:
            self._database.execute("ROLLBACK")

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """What goes wrong inside is taken back, and told in our words."""
        try:
            yield
        except sqlite3.Error as error:
            with suppress(sqlite3.Error):
                self._roll_back()
            reason = _BUSY if "locked" in str(error) else phrase("the disk is full or the folder is protected")
            raise OutputError(file=str(self._path), reason=reason) from None


def _can_go_on(path: Path, question: str) -> bool:
    """Whether there is a draft of the same question that is not too old.

    It is opened for writing, so that SQLite takes back what a run that was killed had half done.
    """
    if not path.exists():
        return False
    try:
        with closing(sqlite3.connect(path, timeout=1)) as database:
            asked, began = database.execute("SELECT tegel, staat FROM voortgang WHERE soort = ''").fetchone()
        age = datetime.now(timezone.utc) - datetime.fromisoformat(began)
    except (sqlite3.Error, TypeError, ValueError) as error:
        if "locked" in str(error):
            raise OutputError(file=str(path), reason=_BUSY) from None
        return False
    return bool(asked == question and age < _LONGEST_KEPT)


def _remove_old(folder: Path) -> None:
    """Drafts that no run may go on with: they hold addresses, and lie hidden."""
    oldest = time.time() - _LONGEST_KEPT.total_seconds()
    for left in folder.glob(f".*{DRAFT}"):
        with suppress(OSError):  # another run has just ended
            if left.stat().st_mtime < oldest:
                left.unlink()
                _journal(left).unlink(missing_ok=True)


def _journal(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")
