"""What a GeoPackage of ours says of its own layers: the table herkomst, in which every layer has a row."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

_SQL = """SELECT laag, bron, query, brondatum, licentie, bestand, opgehaald, sha256, pluginversie, rijen
FROM herkomst"""


@dataclass(frozen=True)
class Recorded:
    """A row of the table herkomst; "" for what it does not say.

    Attributes:
        layer: The layer.
        source: Where it comes from.
        query: How it was asked or computed.
        date: Date of the source.
        licence: Its licence.
        address: The file or address it comes from.
        fetched: When, in UTC.
        checksum: SHA-256 of the file or of its objects.
        version: Of the plugin that made it.
        count: Objects in it.
    """

    layer: str
    source: str
    query: str
    date: str
    licence: str
    address: str
    fetched: str
    checksum: str
    version: str
    count: int


def recorded(path: Path) -> list[Recorded]:
    """What a file says of its layers; nothing if it is somebody else's.

    Args:
        path: The file.
    """
    if not path.is_file():
        return []
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            rows = database.execute(_SQL).fetchall()
    except sqlite3.Error:
        return []
    return [Recorded(*(str(text or "") for text in texts), int(count or 0)) for *texts, count in rows]
