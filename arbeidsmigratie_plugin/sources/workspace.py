"""The workspace of a region: its objects, its municipalities and where they come from, in one GeoPackage."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Optional

from ..core.area import Area
from ..core.errors import FileError, LayerEmptyError
from ..core.phrases import phrase
from ..version import version
from . import kinds
from .channel import Channel
from .draft import Draft
from .extract import BagFile
from .harvest import Collection, Harvest
from .ogcapi import OgcApi
from .recorded import Recorded, recorded
from .services import Service, service
from .store import Store, StoredLayer
from .transport import Transport
from .vector import layer_names
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
        key: The region in normal form, the same however it was written; "" if region is that already.
        about: What else the answer depends on: the municipalities of a preset, the polygons of an area.
    """

    source: str
    file: Optional[Path]
    region: str
    guard: float
    buildings: bool
    context: bool
    key: str = ""
    about: str = ""

    def text(self, layer: str) -> str:
        """The question for a layer in words: the same in every run that would get the same answer.

        Args:
            layer: Name of the layer.

        Raises:
            ConfigurationError: The services of the organisation can't be used.
        """
        services = ["gemeenten_ogcapi", "gemeenten_wfs"]
        source = "top10nl" if layer == kinds.FUNCTIONAL_AREAS.name else self.source
        if source == "bestand" and self.file is not None:
            state = self.file.stat()
            asked = self.file.name
            depends = f"{self.file.resolve()} {state.st_size} {state.st_mtime_ns}"
        else:
            asked, depends = source, ""
            services.append({"top10nl": "top10nl_ogcapi", "wfs": "bag_wfs"}.get(source, "bag_ogcapi"))
        about = [(one.url, sorted(one.collections.items())) for one in map(service, services)]
        fields = next(list(one.fields.items()) for one in kinds.LAYERS if one.name == layer)
        mark = hashlib.sha256(repr((self.about, depends, about, fields, version())).encode()).hexdigest()[:16]
        return " | ".join((asked, self.key or self.region, f"guard {self.guard:g} m", mark))


@dataclass(frozen=True)
class Fetched:
    """A layer that came in.

    Attributes:
        layer: Its name.
        attribution: What a map must say.
        licence: Licence of the data.
        addresses: The addresses or the file.
        count: Objects in it.
    """

    layer: str
    attribution: str
    licence: str
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
    store: Draft, question: Question, area: Area, transport: Transport, go_on: Callable[[float, int], None]
) -> Outcome:
    """Fetches what is asked; what an earlier run put into the draft is not fetched again.

    Args:
        store: Where it goes.
        question: What is asked.
        area: Region and guard zone.
        transport: Sends the requests.
        go_on: Called between pages with the part done (0 to 1) and the objects read; raises to stop.

    Raises:
        ServiceError: A service does not answer as it should.
        FieldMissingError: It has other fields.
        LayerMissingError: The file has no buildings.
        LayerEmptyError: There is no addressable object in the region, or in one of its municipalities.
        OutputError: The disk is full.
    """
    bag, channel = _channel(question, transport)
    collections = kinds.address_collections(area, bag.moved)
    if question.buildings:
        if isinstance(channel, BagFile):
            channel.require("pand")
        collections.append(kinds.building_collection(area, bag.moved))
    plan = [_Step(channel, bag, collection) for collection in collections]
    plan += _context_steps(area, transport) if question.context else []
    outcome = _fetch(store, [step for step in plan if step.collection.layer not in store.kept], area, go_on)
    _check_complete(store, area, question.region, channel.address("verblijfsobject"))
    return outcome


def _check_complete(store: Draft, area: Area, region: str, address: str) -> None:
    """Refuses a source that lacks the region or a part of it: what is absent would pass for zero."""
    found = store.per_municipality(kinds.ADDRESSES.name)
    if not found:
        where = phrase("none lies in {region}; check the region, and whether this source covers it", region=region)
        raise LayerEmptyError(layer=address, reason=where)
    lacking = [f"{name} ({code})" for code, name in zip(area.region.code, area.region.name) if code not in found]
    if lacking:
        where = phrase(
            "none lies in {lacking}; this source does not cover the whole region", lacking=", ".join(lacking)
        )
        raise LayerEmptyError(layer=address, reason=where)


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
        known = layers.get(name, Fetched(name, step.service.attribution, step.service.licence, (), 0))
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


def answers(path: Path, question: Question) -> dict[str, Recorded]:
    """What a workspace has of what is asked: layer -> where it says that comes from.

    Args:
        path: The workspace.
        question: What is asked.
    """
    wanted = [layer.name for layer in stored_layers(question)]
    return {row.layer: row for row in recorded(path) if row.layer in wanted and row.query == question.text(row.layer)}


def foreign_layers(path: Path) -> tuple[str, ...]:
    """Layers of a workspace that no fetch put there.

    Args:
        path: The workspace.
    """
    ours = {*(layer.name for layer in kinds.LAYERS), "gemeenten", "herkomst", "layer_styles"}
    try:
        return tuple(name for name in layer_names(path) if name not in ours) if path.is_file() else ()
    except FileError:  # what can't be read is nothing to keep
        return ()
