"""Objects of an area, tile by tile and page by page, into a store: complete, once each, and no more than needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from ..core.arrays import text
from ..core.errors import FieldMissingError
from ..core.phrases import joined, phrase
from ..core.service_errors import ServiceAnswerError
from ..core.tiles import LARGEST_TILE, Tile
from .channel import Channel, Names, NotInOneGo
from .store import Store
from .vector import Chunk

#: Tiles are not split beyond this (m): so many objects don't lie on so small a spot.
_SMALLEST_TILE = 20.0

#: Of more objects than this at least one has a value for every usual field: servers leave out fields without any.
_FEW = 10


@dataclass(frozen=True)
class Rows:
    """Objects as a layer takes them: field -> n values, and n geometries in RD New as WKB."""

    columns: Mapping[str, Iterable[Any]]
    wkb: npt.NDArray[np.object_]


@dataclass(frozen=True)
class Collection:
    """What is fetched, and how it becomes rows of a layer.

    Attributes:
        kind: Our name of the collection.
        layer: The layer it goes to.
        names: The fields wanted: ours -> those of the channels. The first tells objects apart.
        required: Fields of ours that every object has: a page without one can't be used.
        rows: Makes rows of a page; objects that are not kept are left out.
        usual: Fields that most objects have: a source in which none of many has one has other fields.
        moved: What to do when the service has other fields.
        largest_tile: Width and height of a tile at most (m).
        key_digits: Digits that what tells objects apart has; 0 where it is any text.
    """

    kind: str
    layer: str
    names: Names
    required: tuple[str, ...]
    rows: Callable[[Chunk], Rows]
    usual: tuple[str, ...] = ()
    moved: str = ""
    largest_tile: float = LARGEST_TILE
    key_digits: int = 0

    @property
    def key(self) -> str:
        """The field that tells objects apart."""
        return next(iter(self.names))


@dataclass
class Harvest:
    """Fetches collections.

    Attributes:
        channel: Where they come from.
        store: Where they go.
        area: A Shapely polygon in RD New: tiles that don't touch it are not fetched.
        go_on: Called between pages with the part done (0 to 1) and the objects read so far; raises to stop.
        read: Objects read so far.
    """

    channel: Channel
    store: Store
    area: Any
    go_on: Callable[[float, int], None]
    read: int = field(default=0, init=False)
    _done: int = field(default=0, init=False)
    _tiles: int = field(default=1, init=False)
    _seen: set[str] = field(default_factory=set, init=False)

    def fetch(self, collection: Collection) -> None:
        """Fetches what is not there yet.

        Args:
            collection: What is fetched.

        Raises:
            ServiceError: The service does not answer as it should.
            FieldMissingError: The channel has other fields.
            OutputError: The disk is full.
        """
        tiles = self.channel.tiles(self.area, collection.largest_tile)
        waiting = self.store.waiting(collection.kind, tiles, self.area)
        self._done, self._tiles = 0, max(1, len(waiting))
        self._seen, before = set(), self.read
        while waiting:
            tile = waiting.pop(0)
            if self._fetch_tile(collection, tile):
                self.store.done(collection.kind, tile)
                self._done += 1
                continue
            if tile.size <= _SMALLEST_TILE:
                raise ServiceAnswerError(
                    url=self.channel.address(collection.kind),
                    found=phrase("pages that repeat or don't end"),
                    expected=phrase("each object once"),
                )
            self.store.split(collection.kind, tile)
            parts = [part for part in tile.quarters() if part.touches(self.area)]
            self._tiles += len(parts) - 1
            waiting = parts + waiting
        self._check_usual(collection, self.read - before)

    def _fetch_tile(self, collection: Collection, tile: Tile) -> bool:
        """Whether all objects of a tile came in.

        A server that gives an object on two pages has changed their order in between, and left out as many others:
        the tile is then fetched in quarters, down to those that fit on one page.
        """
        seen: set[Any] = set()
        try:
            for page in self.channel.pages(collection.kind, tile, collection.names):
                self.go_on(self._done / self._tiles, self.read)
                if not len(page):
                    continue
                page = self._checked(collection, page)
                self.read += len(page)
                rows = collection.rows(page)
                self.store.add(collection.layer, rows.columns, rows.wkb)
                keys = frozenset(page.columns[collection.key])
                if not (self.channel.in_order or seen.isdisjoint(keys)):
                    return False
                seen |= keys
        except NotInOneGo:
            return False
        return True

    def _checked(self, collection: Collection, page: Chunk) -> Chunk:
        """A page with the identifiers as they should be.

        Raises:
            FieldMissingError: It lacks a field that every object has, or, in many objects, a usual one.
            ServiceAnswerError: Its identifiers are none.
        """
        for name in collection.required:
            if name not in page.columns:
                raise self._lacking(collection, name, page.columns)
        self._seen |= set(page.columns)
        for name in collection.usual:
            if name not in self._seen and len(page) > _FEW:
                raise self._lacking(collection, name, page.columns)
        if not collection.key_digits:
            return page
        keys = text([key and str(key).zfill(collection.key_digits) for key in page.columns[collection.key]])
        if any(len(key) != collection.key_digits or not key.isdecimal() for key in keys):
            expected = phrase("identifiers of {key_digits} digits", key_digits=collection.key_digits)
            url = self.channel.address(collection.kind)
            raise ServiceAnswerError(url=url, found=phrase("identifiers of another form"), expected=expected)
        return replace(page, columns={**page.columns, collection.key: keys})

    def _check_usual(self, collection: Collection, number: int) -> None:
        """Refuses small pages that together lack a field."""
        for name in collection.usual:
            if name not in self._seen and number > _FEW:
                raise self._lacking(collection, name, sorted(self._seen))

    def _lacking(self, collection: Collection, name: str, present: Iterable[str]) -> FieldMissingError:
        return FieldMissingError(
            layer=self.channel.address(collection.kind),
            field=joined(phrase(" or "), collection.names[name]),
            found=", ".join(present) or phrase("none of ours"),
            remedy=collection.moved,
        )
