"""OGC API Features, as PDOK's servers speak it: opaque cursors, whole URIs for coordinate systems, no totals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Optional
from urllib.parse import urljoin

from ..core.geojson import property_names
from ..core.phrases import phrase
from ..core.service_errors import ServiceAnswerError
from ..core.tiles import Tile
from .bodies import below, shown
from .channel import Names, NotInOneGo, WebChannel, features_of, page_of, same_server
from .vector import Chunk

#: PDOK refuses short names of coordinate systems.
RD_URI = "http://www.opengis.net/def/crs/EPSG/0/28992"

#: A page may be empty and still have a next one; so many in a row lead nowhere.
_MOST_EMPTY = 10


class OgcApi(WebChannel):
    """A service that speaks OGC API Features.

    Args:
        service: What the catalogue says of it.
        transport: Sends the requests.
    """

    def address(self, kind: str) -> str:
        """Where the objects of a collection are; see Channel."""
        return shown(self._items(kind))

    def pages(self, kind: str, tile: Optional[Tile], names: Names) -> Iterator[Chunk]:
        """The objects that touch a tile, or all there are; see Channel."""
        params = {"f": "json", "limit": str(self._service.page), "crs": RD_URI}
        if tile is not None:
            params |= {"bbox": tile.key, "bbox-crs": RD_URI}
        url: Optional[str] = self._items(kind)
        seen: set[str] = set()
        empty = 0
        while url is not None:
            answer = self._transport.get(url, params)
            content = answer.json()
            features = features_of(content, url)
            yield page_of(features, names, url, answer.headers.get("Content-Crs", ""))
            seen.add(answer.url)
            empty = 0 if features else empty + 1
            url, params = self._next(content, answer.url), {}
            if url in seen or empty > _MOST_EMPTY:  # a cursor that does not move would go round for ever
                raise NotInOneGo

    def fields(self, kind: str, objects: int = 1) -> tuple[str, ...]:
        """The fields of a collection, as its first objects have them; see WebChannel."""
        url = self._items(kind)
        answer = self._transport.get(url, {"f": "json", "limit": str(objects), "crs": RD_URI})
        return property_names(features_of(answer.json(), url))

    def _items(self, kind: str) -> str:
        return below(self._service.url, f"collections/{self._service.collections[kind]}/items")

    def _next(self, content: dict[str, Any], url: str) -> Optional[str]:
        """The address of the next page: only what the server says, never one of our own making."""
        for link in content.get("links") or ():
            if not isinstance(link, dict) or link.get("rel") != "next" or not link.get("href"):
                continue
            if "json" in str(link.get("type", "json")):
                following = urljoin(url, str(link["href"]))
                if not same_server(following, url):
                    raise ServiceAnswerError(
                        url=shown(url), found=phrase("a next page on another server"), expected=phrase("one of its own")
                    )
                return following
        return None
