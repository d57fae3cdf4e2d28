"""WFS 2.0, as PDOK's servers speak it: pages by offset up to a limit, tiles beyond, FES filters and no others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Optional

from ..core.geojson import property_names
from ..core.names import find_fields
from ..core.phrases import phrase
from ..core.service_errors import ServiceAnswerError, ServiceMovedError, ServiceRefusedError
from ..core.tiles import Tile
from .bodies import shown, with_parameters
from .channel import Names, NotInOneGo, WebChannel, features_of, page_of, same_server
from .transport import Answer, Kind
from .vector import Chunk

_RD_URN = "urn:ogc:def:crs:EPSG::28992"

#: GeoJSON as servers name it; the blank is part of the name at PDOK.
_FORMATS = ("application/json; subtype=geojson", "application/json", "json", "geojson")

#: So many full pages in, it is worth one request to know whether a tile goes beyond the limit.
_PROBE_AFTER = 5

_BAD_REQUEST = 400

#: Objects per page, in a description.
_COUNT_DEFAULT = "string(//*[local-name()='Constraint'][@name='CountDefault']/*[local-name()='DefaultValue'])"


class Wfs(WebChannel):
    """A service that speaks WFS 2.0.

    Args:
        service: What the catalogue says of it.
        transport: Sends the requests.
    """

    def address(self, kind: str) -> str:
        """Where the objects of a type are; see Channel."""
        return f"{shown(self._service.url)}?typeNames={self._service.collections[kind]}"

    def pages(self, kind: str, tile: Optional[Tile], names: Names) -> Iterator[Chunk]:
        """The objects that touch a tile, or all there are; see Channel."""
        more = {} if tile is None else {"bbox": f"{tile.key},{_RD_URN}"}
        return self._pages(kind, more, names)

    def having(self, kind: str, field: str, values: Sequence[str], names: Names) -> Iterator[Chunk]:
        """The objects in which a field of the service has one of some values.

        Asked by an FES filter: servers take a cql_filter without a word, and give everything.

        Args:
            kind: Our name of the type.
            field: The field of the service.
            values: At least one value.
            names: The fields wanted.

        Raises:
            NotInOneGo: They are more than the service gives.
            ServiceError: The service does not answer as it should.
        """
        from owslib.etree import etree
        from owslib.fes2 import FilterRequest, Or, PropertyIsEqualTo

        equal = [PropertyIsEqualTo(field, value) for value in values]
        condition = FilterRequest().setConstraint(Or(equal) if len(equal) > 1 else equal[0])
        return self._pages(kind, {"filter": etree.tostring(condition).decode()}, names)

    def _pages(self, kind: str, more: Mapping[str, str], names: Names) -> Iterator[Chunk]:
        """All pages, each of which begins with the last object of the one before.

        Where that is another one, objects have come, gone or moved in between, and one on no page would be lost.
        """
        params = {**self._params(kind), **more}
        size, limit, start, probed = self._page, self._service.largest_startindex, 0, False
        last: Sequence[dict[str, Any]] = ()
        while True:
            if _PROBE_AFTER * size <= start < limit and not probed:
                probed = True
                if features_of(self._content(params, limit, 1), self._url):
                    raise NotInOneGo
            if limit and start - len(last) > limit:
                raise NotInOneGo
            content = self._content(params, start - len(last), size)
            features = features_of(content, self._url)
            if last and (not features or _key(features[0], names) != _key(last[0], names)):
                raise NotInOneGo
            new = features[len(last) :]
            yield page_of(new, names, self.address(kind), _crs(content))
            start += len(new)
            if not new or _is_last(content, len(features), size, start):
                return
            last = features[-1:] if len(features) > 1 else ()  # with one object a page the next would bring nothing

    def fields(self, kind: str, objects: int = 1) -> tuple[str, ...]:
        """The fields of a type, as its first objects have them; see WebChannel."""
        content = self._content(self._params(kind), 0, objects)
        return property_names(features_of(content, self._url))

    def _params(self, kind: str) -> dict[str, str]:
        return {
            "service": "WFS",
            "version": "2.0.0",
            "request": "GetFeature",
            "typeNames": self._type(kind),
            "outputFormat": self._format,
            "srsName": _RD_URN,
        }

    def _content(self, params: dict[str, str], start: int, count: int) -> dict[str, Any]:
        paged = {**params, "count": str(count), "startindex": str(start)}
        try:
            return self._transport.get(self._url, paged).json()
        except ServiceRefusedError as error:
            if start and error.values.get("status") == _BAD_REQUEST:  # the limit is lower than the catalogue says
                raise NotInOneGo from None
            raise

    # What the service says of itself ----------------------------------------------------------------------------

    @cached_property
    def _description(self) -> Answer:
        params = {"service": "WFS", "version": "2.0.0", "request": "GetCapabilities"}
        answer = self._transport.get(self._service.url, params, Kind.XML)
        if not str(answer.xml().tag).endswith("WFS_Capabilities"):
            raise self._useless(phrase("another document"))
        return answer

    @cached_property
    def _capabilities(self) -> Any:
        from owslib.wfs import WebFeatureService

        body = self._description.body  # read before, so without entities of its own
        try:
            return WebFeatureService(self._service.url, version="2.0.0", xml=body)
        except (AttributeError, KeyError, TypeError, ValueError):
            raise self._useless(phrase("something incomplete")) from None

    def _useless(self, found: str) -> ServiceAnswerError:
        return ServiceAnswerError(
            url=shown(self._service.url), found=found, expected=phrase("the capabilities of WFS 2.0")
        )

    @cached_property
    def _get_feature(self) -> Any:
        operation = next((one for one in self._capabilities.operations if one.name == "GetFeature"), None)
        if operation is None:
            raise self._useless(phrase("capabilities without GetFeature"))
        return operation

    @cached_property
    def _url(self) -> str:
        """Where the service wants its questions: PDOK moves paths and says so here. Not on another server.

        Parameters of the catalogue, such as a key, go along.
        """
        for method in self._get_feature.methods:
            url = str(method.get("url") or "").rstrip("?&")
            if method.get("type", "").lower() == "get" and same_server(url, self._service.url):
                return with_parameters(url, self._service.url)
        return self._service.url

    @cached_property
    def _page(self) -> int:
        """Objects per page: no more than the service gives, else a full page looks like the last one."""
        given = str(self._description.xml().xpath(_COUNT_DEFAULT)).strip()  # OWSLib looks for it in another place
        return min(self._service.page, int(given)) if given.isdigit() and int(given) else self._service.page

    @cached_property
    def _format(self) -> str:
        offered = self._get_feature.parameters.get("outputFormat", {})
        values = [str(value) for value in offered.get("values", [])]
        found = next((name for name in _FORMATS if name in values), "")
        if values and not found:
            url = shown(self._service.url)
            raise ServiceAnswerError(
                url=url, found=phrase("no GeoJSON among {values}", values=", ".join(values)[:200]), expected="GeoJSON"
            )
        return found or _FORMATS[0]

    def _type(self, kind: str) -> str:
        name = self._service.collections[kind]
        if name in self._capabilities.contents:
            return name
        raise ServiceMovedError(
            url=shown(self._service.url),
            remedy=phrase("It has no type {name}. {moved}", name=name, moved=self._service.moved),
        )


def _is_last(content: dict[str, Any], got: int, size: int, start: int) -> bool:
    """Whether a page says that none follows: a short one alone does not, since a server may give less than asked.

    Of totals only that of a short page is believed: elsewhere servers count no further than the page itself.
    """
    matched = content.get("numberMatched", content.get("totalFeatures"))
    return got < size and isinstance(matched, int) and matched <= start


def _key(feature: Mapping[str, Any], names: Names) -> Any:
    """What tells an object apart: the first of the fields wanted, and not its own id, which some servers make anew."""
    properties = feature.get("properties") or {}
    wanted = next(iter(names))
    return properties.get(find_fields(tuple(properties), {wanted: names[wanted]}).get(wanted, ""))


def _crs(content: dict[str, Any]) -> str:
    """The coordinate system that a collection names, in the way of GeoJSON before 2016 that servers still follow."""
    named = content.get("crs")
    properties = named.get("properties") if isinstance(named, dict) else None
    return str(properties.get("name", "")) if isinstance(properties, dict) else ""
