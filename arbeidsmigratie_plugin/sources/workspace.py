"""The workspace of a region: its objects, its municipalities and where they come from, in one GeoPackage."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Optional

from ..core.area import Area
from ..core.errors import LayerEmptyError
from . import kinds
from .channel import Channel
from .extract import BagFile
from .harvest import Collection, Harvest
from .ogcapi import OgcApi
from .recorded import recorded
from .services import Service, service
from .store import Store, StoredLayer
from .transport import Transport
from .wfs import Wfs


@dataclass(frozen=True)
class Question:
    """What is asked of the services.

    Attributes:
        source: One of core.limits.BAG_SOURCES.
        file: The GeoPackage, where that is the source.
        region: What the user called the region.
        guard: Width of the guard zone (m).
        buildings: Whether buildings come along.
        context: Whether functional areas come along.
    """

    source: str
    file: Optional[Path]
    region: str
    guard: float
    buildings: bool
    context: bool

    def text(self) -> str:
        """The question in words, the same in every run that asks the same."""
        source = self.source
        if self.file is not None:
            about = self.file.stat()
            source = f"{self.file.resolve()} {about.st_size} {about.st_mtime_ns}"
            source = f"{self.file.name} {hashlib.sha256(source.encode()).hexdigest()[:16]}"
        wanted = [name for name, asked in (("panden", self.buildings), ("context", self.context)) if asked]
        return " | ".join((source, self.region, f"guard {self.guard:g} m", *wanted))


@dataclass(frozen=True)
class Fetched:
    """A layer that came in.

    Attributes:
        layer: Its name.
        service: Where it comes from.
        addresses: The addresses or the file.
        count: Objects in it.
    """

    layer: str
    service: Service
    addresses: tuple[str, ...]
    count: int


@dataclass(frozen=True)
class Outcome:
    """What came in.

    Attributes:
        layers: One per layer that grew.
        read: Objects that came in, those outside the area and those that came twice included.
    """

    layers: tuple[Fetched, ...]
    read: int

    @property
    def kept(self) -> int:
        """Objects in the workspace."""
        return sum(fetched.count for fetched in self.layers)


def fetch(
    store: Store, question: Question, area: Area, transport: Transport, go_on: Callable[[float, int], None]
) -> Outcome:
    """Fetches what is asked; what an earlier run put into the store is not fetched again.

    Args:
        store: Where it goes.
        question: What is asked.
        area: Region and guard zone.
        transport: Sends the requests.
        go_on: Called between pages with the part done (0 to 1) and the objects read; raises to stop.

    Raises:
        ServiceError: A service does not answer as it should.
        LayerEmptyError: There is no addressable object in the region.
        OutputError: The disk is full.
    """
    bag, channel = _channel(question, transport)
    collections = kinds.address_collections(area, bag.moved)
    collections += [kinds.building_collection(area, bag.moved)] if question.buildings else []
    plan = [_Step(channel, bag, collection) for collection in collections]
    plan += _context_steps(area, transport) if question.context else []
    outcome = _fetch(store, plan, area, go_on)
    if not store.count(kinds.ADDRESSES.name):
        where = f"none lies in {question.region}; check the region, and whether this source covers it"
        raise LayerEmptyError(layer=channel.address("verblijfsobject"), reason=where)
    return outcome


def fetch_context(store: Store, area: Area, transport: Transport, go_on: Callable[[float, int], None]) -> Outcome:
    """Fetches functional areas only; see fetch.

    Args:
        store: Where they go.
        area: Region and guard zone.
        transport: Sends the requests.
        go_on: As in fetch.
    """
    return _fetch(store, _context_steps(area, transport), area, go_on)


@dataclass(frozen=True)
class _Step:
    """One collection, and where it comes from."""

    channel: Channel
    service: Service
    collection: Collection


def _context_steps(area: Area, transport: Transport) -> list[_Step]:
    top10nl = service("top10nl_ogcapi")
    channel = OgcApi(top10nl, transport)
    return [_Step(channel, top10nl, collection) for collection in kinds.functional_collections(area, top10nl.moved)]


def _fetch(store: Store, plan: Sequence[_Step], area: Area, go_on: Callable[[float, int], None]) -> Outcome:
    layers: dict[str, Fetched] = {}
    read = 0
    for at, step in enumerate(plan):
        harvest = Harvest(step.channel, store, area.fetched, _share(go_on, at, len(plan), read))
        harvest.fetch(step.collection)
        read += harvest.read
        name = step.collection.layer
        known = layers.get(name, Fetched(name, step.service, (), 0))
        addresses = dict.fromkeys((*known.addresses, step.channel.address(step.collection.kind)))
        layers[name] = replace(known, addresses=tuple(addresses), count=store.count(name))
    return Outcome(tuple(layers.values()), read)


def _share(go_on: Callable[[float, int], None], at: int, of: int, before: int) -> Callable[[float, int], None]:
    """Progress of one collection as a part of the whole."""
    return lambda part, read: go_on((at + part) / of, before + read)


def _channel(question: Question, transport: Transport) -> tuple[Service, Channel]:
    if question.source == "bestand" and question.file is not None:
        return service("bag_bestand"), BagFile(question.file)
    if question.source == "wfs":
        found = service("bag_wfs")
        return found, Wfs(found, transport)
    found = service("bag_ogcapi")
    return found, OgcApi(found, transport)


def stored_layers(question: Question) -> list[StoredLayer]:
    """The layers that grow.

    Args:
        question: What is asked.
    """
    layers = [kinds.ADDRESSES]
    layers += [kinds.BUILDINGS] if question.buildings else []
    layers += [kinds.FUNCTIONAL_AREAS] if question.context else []
    return layers


def answers(path: Path, question: str) -> dict[str, int]:
    """The layers and their numbers of objects in a workspace that was made for this question; empty if it wasn't.

    Args:
        path: The workspace.
        question: The question in words.
    """
    return {row.layer: row.count for row in recorded(path) if row.query == question}
