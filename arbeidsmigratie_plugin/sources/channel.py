"""What a channel is: a way to get the objects of a collection, in tiles and pages, in RD New."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from ..core import geojson
from ..core.geometry import wkb_to_rd
from ..core.grid import EXTENT_LONLAT, EXTENT_RD, LONLAT
from ..core.names import find_fields
from ..core.phrases import phrase
from ..core.service_errors import ServiceAnswerError, ServiceRefusedError
from ..core.tiles import Tile, covering
from .bodies import complaint, origin, shown
from .services import Service
from .transport import Transport
from .vector import Chunk

#: Last part of the name of a coordinate system -> where Dutch data lie in it.
_SYSTEMS = {"28992": EXTENT_RD, **dict.fromkeys(("CRS84", "CRS84h", "4326", "4258"), EXTENT_LONLAT)}

#: Our field -> the names it can have in the channels.
Names = Mapping[str, Sequence[str]]


class NotInOneGo(Exception):  # noqa: N818 (not an error: the tile is fetched in quarters)
    """A tile holds more than a channel gives, or its pages did not fit together."""


class Channel(Protocol):
    """A way to get the objects of a collection.

    Attributes:
        in_order: Whether the order of objects can't change between pages.
    """

    in_order: bool

    def tiles(self, area: Any, largest: float) -> Sequence[Tile]:
        """The tiles in which an area is fetched.

        Args:
            area: A Shapely polygon in RD New.
            largest: Width and height of a tile at most (m).
        """

    def address(self, kind: str) -> str:
        """Where a collection comes from, for provenance and messages: without log-in and parameters of the service."""

    def pages(self, kind: str, tile: Tile, names: Names) -> Iterator[Chunk]:
        """The objects that touch a tile, a page at a time, with our field names and geometries in RD New.

        Args:
            kind: Our name of the collection.
            tile: The rectangle.
            names: The fields wanted.

        Raises:
            NotInOneGo: The tile must be fetched in quarters.
            ServiceError: The service does not answer as it should.
        """


class WebChannel:
    """What the services on the web share.

    Args:
        service: What the catalogue says of it.
        transport: Sends the requests.
    """

    in_order = False

    def __init__(self, service: Service, transport: Transport) -> None:
        self._service = service
        self._transport = transport

    def address(self, kind: str) -> str:
        """Where a collection comes from; see Channel."""
        raise NotImplementedError

    def fields(self, kind: str, objects: int = 1) -> tuple[str, ...]:
        """The fields that occur in the first objects of a collection, none where it is empty.

        Args:
            kind: Our name of the collection.
            objects: How many to look at.

        Raises:
            ServiceError: The service does not answer as it should.
        """
        raise NotImplementedError

    def tiles(self, area: Any, largest: float) -> tuple[Tile, ...]:
        """Tiles that cover an area; see Channel."""
        return covering(area, largest)


def page_of(features: Sequence[Mapping[str, Any]], names: Names, url: str, crs: str) -> Chunk:
    """A page of GeoJSON as columns.

    Args:
        features: n features.
        names: The fields wanted.
        url: Where they come from, for messages.
        crs: The coordinate system that the answer names, "" if it names none.

    Raises:
        ServiceAnswerError: A feature is not what GeoJSON says, or in another coordinate system.
    """
    try:
        found = find_fields(geojson.property_names(features), names)
        columns = {ours: geojson.column(features, theirs) for ours, theirs in found.items()}
        wkb = geojson.geometries(features)
        position = geojson.first_position(features)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError):
        raise ServiceAnswerError(
            url=shown(url), found=phrase("objects that are no GeoJSON"), expected="GeoJSON"
        ) from None
    lonlat = position is not None and _system(crs, position, shown(url)) == EXTENT_LONLAT
    return Chunk(columns, {}, wkb_to_rd(wkb, LONLAT) if lonlat else wkb)


def _system(crs: str, position: tuple[float, float], url: str) -> tuple[float, ...]:
    """The extent of the coordinate system of a page: what it says itself, as long as that can be true.

    GeoJSON in RD says nothing of its coordinates; where the answer around it doesn't either, they tell themselves.
    """
    code = re.split("[:/]", crs.strip().strip("<>"))[-1]
    if code and code not in _SYSTEMS:
        raise ServiceAnswerError(
            url=url, found=phrase("coordinates in {crs}", crs=crs[:80]), expected="RD New (EPSG:28992)"
        )
    for extent in [_SYSTEMS[code]] if code else [EXTENT_RD, EXTENT_LONLAT]:
        west, south, east, north = extent
        if west <= position[0] <= east and south <= position[1] <= north:
            return extent
    raise ServiceAnswerError(
        url=url, found=phrase("coordinates outside the Netherlands"), expected="RD New (EPSG:28992)"
    )


def features_of(content: Mapping[str, Any], url: str) -> list[dict[str, Any]]:
    """The features of a collection.

    Args:
        content: A GeoJSON FeatureCollection.
        url: Where it comes from, for messages.

    Raises:
        ServiceAnswerError: It is something else.
        ServiceRefusedError: It is the report of an error.
    """
    features = content.get("features")
    if not isinstance(features, list) or not all(isinstance(feature, dict) for feature in features):
        said = "" if "links" in content else complaint(content)  # with links it is the page of something else
        if said:
            raise ServiceRefusedError(url=shown(url), status=200, reason=said)
        raise ServiceAnswerError(
            url=shown(url), found=phrase("JSON without features"), expected=phrase("a collection of objects")
        )
    return features


def same_server(url: str, other: str) -> bool:
    """Whether two addresses are of one server, asked in the same way: log-ins go nowhere else.

    Args:
        url: An address.
        other: Another.
    """
    return origin(url) == origin(other)
