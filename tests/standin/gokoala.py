"""An OGC API Features service with the habits of PDOK's GoKoala.

- `/items` knows only its own parameters; another one is 400, as is a `crs` that is not a full URI.
- `limit` is 10 unless said, and silently capped. Paging is by an opaque cursor only: `<base64 fid>|<base64 fnv32a of
  the other parameters>`; when another parameter changed, the answer is silently the first page.
- Only `next` and `prev` links; `numberReturned` and `timeStamp`, never `numberMatched`. GeoJSON in RD has no crs
  member: the header Content-Crs tells it. Ids are UUIDs, withdrawn objects are among them.
- On some pages absent properties are left out, and the order of the properties differs from page to page.
"""

from __future__ import annotations

import base64
import binascii
import json
import threading
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any, Callable, Optional
from urllib.parse import urlencode

import numpy as np
import shapely

from tests.standin.rows import CRS84, RD, Rows, feature_uuid
from tests.standin.server import Request, Response

DEF = "http://www.opengis.net/def/crs/"
CRS = {
    f"{DEF}OGC/1.3/CRS84": CRS84,
    f"{DEF}EPSG/0/28992": RD,
    f"{DEF}EPSG/0/3857": "EPSG:3857",
}
DEFAULT_CRS = f"{DEF}OGC/1.3/CRS84"
STORAGE_CRS = f"{DEF}EPSG/0/28992"
ITEMS_PARAMS = {
    "f", "limit", "cursor", "crs", "datetime", "bbox", "bbox-crs", "filter", "filter-crs", "filter-lang", "profile",
}  # fmt: skip
TYPES = {"json": "application/geo+json", "jsonfg": "application/vnd.ogc.fg+json", "html": "text/html"}
TITLES = {"json": "GeoJSON", "jsonfg": "JSON-FG", "html": "HTML"}
JSON_FG = "http://www.opengis.net/spec/json-fg-1/0.2/conf/core"
CONFORMANCE = [
    "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/collections",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
    "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
]


class ProblemError(Exception):
    """A problem+json with its status."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status = status


@dataclass
class Collection:
    """Rows under a name, with the properties that may be filtered on and the property that identifies a row."""

    rows: Rows
    filters: tuple[str, ...] = ("identificatie",)
    key: str = "identificatie"
    licence: str = "https://creativecommons.org/publicdomain/mark/1.0/deed.nl"


class GoKoala:
    """One API: `base` is its full address, `collections` by name (or a function that makes them when first asked)."""

    def __init__(
        self,
        base: str,
        collections: Callable[[], dict[str, Collection]],
        page_cap: int = 1000,
        default_limit: int = 10,
        uneven: bool = True,
    ) -> None:
        self.base = base.rstrip("/")
        self.page_cap = page_cap
        self.default_limit = default_limit
        self.uneven = uneven
        self._make = collections
        self._made: Optional[dict[str, Collection]] = None
        self._ids: dict[str, dict[str, int]] = {}
        self._lock = threading.Lock()

    @property
    def collections(self) -> dict[str, Collection]:
        """The collections, by name."""
        with self._lock:
            if self._made is None:
                self._made = self._make()
            return self._made

    def answer(self, request: Request, path: str) -> Response:
        """The answer to a path below the base."""
        try:
            return self._answer(request, [part for part in path.split("/") if part])
        except ProblemError as problem:
            return problem_json(problem.status, str(problem))

    def _answer(self, request: Request, parts: list[str]) -> Response:
        if request.method not in ("GET", "HEAD"):
            raise ProblemError(405, f"method {request.method} is not allowed")
        if parts[2:3] == ["items"] and parts[0] == "collections":
            collection = self._collection(parts[1])
            if len(parts) == 3:
                return self._items(request, parts[1], collection)
            if len(parts) == 4:
                return self._item(request, parts[1], collection, parts[3])
        self._known(request, {"f"})
        if not parts:
            return self._json(self._landing())
        if parts == ["conformance"]:
            return self._json({"links": self._links("/conformance"), "conformsTo": CONFORMANCE})
        if parts == ["api"]:
            return self._json({"openapi": "3.0.0", "info": {"title": "stand-in", "version": "2.0.0"}, "paths": {}})
        if parts == ["collections"]:
            found = [self._describe(name, one) for name, one in self.collections.items()]
            return self._json({"links": self._links("/collections"), "collections": found})
        if len(parts) == 2 and parts[0] == "collections":
            return self._json(self._describe(parts[1], self._collection(parts[1])))
        if len(parts) == 3 and parts[0] == "collections" and parts[2] in ("queryables", "schema"):
            return self._schema(parts[1], parts[2])
        raise ProblemError(404, f"no such page: /{'/'.join(parts)}")

    def _collection(self, name: str) -> Collection:
        if name not in self.collections:
            raise ProblemError(404, f"collection {name} doesn't exist in this features service")
        return self.collections[name]

    def _known(self, request: Request, known: set[str]) -> None:
        unknown = [name for name, _ in request.params if name not in known]
        if unknown:
            raise ProblemError(400, f"unknown query parameter(s) found: {', '.join(unknown)}")
        if request.get("f", "json") not in TYPES:
            raise ProblemError(400, f"the requested format {request.get('f')} is not supported")

    # -- features ------------------------------------------------------------------------------------------------------

    def _items(self, request: Request, name: str, collection: Collection) -> Response:
        params = dict(request.params)
        self._known(request, ITEMS_PARAMS | set(collection.filters))
        crs_uri, crs = _crs(params.get("crs"), "crs")
        limit = self._limit(params.get("limit"))
        if "datetime" in params:
            raise ProblemError(400, "datetime param is currently not supported for this collection")
        if {"filter", "filter-crs", "filter-lang"} & set(params):
            raise ProblemError(400, "CQL support is not enabled for this API")
        chosen = self._chosen(collection, params)
        others = {key: value for key, value in params.items() if key not in ("f", "cursor")}
        checksum = _checksum(others)
        fids = collection.rows.fids[chosen]
        start = int(np.searchsorted(fids, _cursor_fid(params.get("cursor"), checksum)))
        page = chosen[start : start + limit]
        links = self._links(f"/collections/{name}/items", others, data=True)
        for rel, at in (("next", start + limit), ("prev", start - limit)):
            if (rel == "next" and at < len(chosen)) or (rel == "prev" and start > 0):
                fid = int(fids[at]) if at > 0 else 0
                query = {**others, "cursor": _cursor(fid, checksum), "f": "json"}
                links.append(
                    {
                        "rel": rel,
                        "title": "Next page" if rel == "next" else "Previous page",
                        "type": TYPES["json"],
                        "href": f"{self.base}/collections/{name}/items?{urlencode(sorted(query.items()))}",
                    }
                )
        if params.get("f") == "html":
            return Response.text(200, f"<!DOCTYPE html><html><body>{len(page)} features</body></html>", "text/html")
        variant = (start // limit) % 3 if self.uneven else 0
        features = self._features(name, collection, page, crs, variant)
        fg = params.get("f") == "jsonfg"
        head = {
            "type": "FeatureCollection",
            **(
                {"conformsTo": ["http://www.opengis.net/spec/json-fg-1/0.2/conf/core"], "coordRefSys": crs_uri}
                if fg
                else {}
            ),
            "timeStamp": _now(),
            "links": links,
        }
        body = f'{json.dumps(head)[:-1]},"features":[{",".join(features)}],"numberReturned":{len(features)}}}'
        return Response(200, body.encode(), _headers(TYPES["jsonfg" if fg else "json"], crs_uri))

    def _chosen(self, collection: Collection, params: dict[str, str]) -> np.ndarray:
        chosen = np.arange(len(collection.rows))
        if "bbox" in params:
            box, crs = _bbox(params["bbox"], params.get("bbox-crs"))
            chosen = collection.rows.within(box, crs)
        elif "bbox-crs" in params:
            _crs(params["bbox-crs"], "bbox-crs")
        for field in collection.filters:
            if field not in params:
                continue
            value = params[field]
            if len(value) > 512:
                raise ProblemError(400, f"property filter {field} is too large, value is limited to 512 characters")
            if "*" in value or "%" in value:
                raise ProblemError(400, f"property filter {field} contains a wildcard (* or %), which is not allowed")
            chosen = np.intersect1d(chosen, np.asarray(collection.rows.where(field, value), dtype=np.int64))
        return chosen

    def _limit(self, text: Optional[str]) -> int:
        if text is None:
            return self.default_limit
        try:
            limit = int(text)
        except ValueError:
            raise ProblemError(400, "limit must be numeric") from None
        if limit < 0:
            raise ProblemError(400, "limit can't be negative")
        return max(1, min(limit, self.page_cap))

    def _features(
        self, name: str, collection: Collection, page: np.ndarray, crs: str, variant: int, members: str = ""
    ) -> list[str]:
        shapes = shapely.to_geojson(collection.rows.geometry(crs)[page])
        found = []
        for position, shape in zip(page, shapes):
            row = collection.rows.rows[position]
            if variant == 1:
                row = {key: value for key, value in reversed(row.items()) if value is not None}
            elif variant == 2:
                keys = list(row)
                row = {key: row[key] for key in keys[len(keys) // 2 :] + keys[: len(keys) // 2]}
            found.append(
                f'{{"type":"Feature","properties":{json.dumps(row, ensure_ascii=False)},"geometry":{shape or "null"},'
                f'"id":"{feature_uuid(name, str(row.get(collection.key)))}"{members}}}'
            )
        return found

    def _item(self, request: Request, name: str, collection: Collection, feature_id: str) -> Response:
        self._known(request, {"f", "crs", "profile"})
        crs_uri, crs = _crs(request.get("crs"), "crs")
        with self._lock:
            if name not in self._ids:
                rows = collection.rows.rows
                self._ids[name] = {feature_uuid(name, str(row.get(collection.key))): i for i, row in enumerate(rows)}
        position = self._ids[name].get(feature_id)
        if position is None:
            raise ProblemError(
                404, f"the requested feature with id: {feature_id} does not exist in collection '{name}'"
            )
        links = self._links(f"/collections/{name}/items/{feature_id}", data=True)
        links.append(
            {
                "rel": "collection",
                "title": "The collection to which this feature belongs",
                "type": "application/json",
                "href": f"{self.base}/collections/{name}?f=json",
            }
        )
        members = f',"links":{json.dumps(links)}'
        (feature,) = self._features(name, collection, np.array([position]), crs, 0, members)
        return Response(200, feature.encode(), _headers(TYPES["json"], crs_uri))

    # -- pages about it ------------------------------------------------------------------------------------------------

    def _landing(self) -> dict[str, Any]:
        links = self._links("")
        for rel, path in (("service-desc", "/api"), ("conformance", "/conformance"), ("data", "/collections")):
            links.append({"rel": rel, "type": "application/json", "href": f"{self.base}{path}?f=json"})
        return {"title": "stand-in of PDOK", "description": "for tests", "links": links}

    def _describe(self, name: str, collection: Collection) -> dict[str, Any]:
        about: dict[str, Any] = {"id": name, "title": name, "description": name}
        if len(collection.rows):
            box = shapely.total_bounds(collection.rows.geometry(CRS84))
            about["extent"] = {"spatial": {"bbox": [[float(value) for value in box]], "crs": DEFAULT_CRS}}
        links = self._links(f"/collections/{name}")
        links += [
            {"rel": "items", "type": TYPES[f], "href": f"{self.base}/collections/{name}/items?f={f}"} for f in TYPES
        ]
        links.append({"rel": "license", "type": "text/html", "href": collection.licence})
        about.update(itemType="feature", crs=list(CRS), storageCrs=STORAGE_CRS, links=links)
        return about

    def _schema(self, name: str, what: str) -> Response:
        collection = self._collection(name)
        fields = collection.rows.rows[0] if len(collection.rows) else {}
        wanted = collection.filters if what == "queryables" else tuple(fields)
        properties: dict[str, Any] = {
            field: {"type": "integer" if isinstance(fields.get(field), int) else "string"} for field in wanted
        }
        properties["geometry"] = {"x-ogc-role": "primary-geometry", "format": "geometry-any"}
        body = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"{self.base}/collections/{name}/{what}",
            "type": "object",
            "properties": properties,
        }
        return Response.text(200, json.dumps(body), "application/schema+json")

    def _links(self, path: str, others: Optional[dict[str, str]] = None, data: bool = False) -> list[dict[str, str]]:
        links = []
        for f in ("json", "jsonfg", "html") if data else ("json", "html"):
            query = urlencode(sorted({**(others or {}), "f": f}.items()))
            rel, this = ("self", "This") if f == "json" else ("alternate", "This")
            kind = TYPES[f] if data or f == "html" else "application/json"
            title = f"{this} document as {TITLES[f] if data else f.upper()}"
            links.append({"rel": rel, "title": title, "type": kind, "href": f"{self.base}{path}?{query}"})
        return links

    def _json(self, body: dict[str, Any]) -> Response:
        return Response.text(200, json.dumps(body), "application/json")


def problem_json(status: int, detail: str) -> Response:
    """A problem as GoKoala words it."""
    title = {400: "Bad Request", 404: "Not Found", 405: "Method Not Allowed"}.get(status, "Internal Server Error")
    body = {"detail": detail, "status": status, "timeStamp": _now(), "title": title}
    return Response.text(status, json.dumps(body), "application/problem+json")


def _headers(content_type: str, crs_uri: str) -> dict[str, str]:
    return {"Content-Type": content_type, "Content-Crs": f"<{crs_uri}>"}


def _crs(uri: Optional[str], name: str) -> tuple[str, str]:
    if uri is None:
        return DEFAULT_CRS, CRS[DEFAULT_CRS]
    if not uri.startswith(DEF):
        raise ProblemError(400, f"{name} param should start with {DEF}, got: {uri}")
    if uri not in CRS:
        raise ProblemError(400, f"{name} {uri} is not supported by this collection")
    return uri, CRS[uri]


def _bbox(text: str, crs_uri: Optional[str]) -> tuple[list[float], str]:
    crs = _crs(crs_uri, "bbox-crs")[1]
    try:
        box = [float(value) for value in text.split(",")]
    except ValueError:
        raise ProblemError(400, f"failed to parse value in bbox: {text}") from None
    if len(box) != 4:
        raise ProblemError(400, "bbox should contain exactly 4 values separated by commas: minx,miny,maxx,maxy")
    if (box[2] - box[0]) * (box[3] - box[1]) == 0:
        raise ProblemError(400, "bbox has no surface area")
    return box, crs


def _b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _checksum(params: dict[str, str]) -> str:
    """FNV-1a, 32 bits, of the parameters by name; of none: an empty text."""
    if not params:
        return ""
    value = 0x811C9DC5
    for byte in urlencode(sorted(params.items())).encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return _b64(value.to_bytes(4, "big"))


def _cursor(fid: int, checksum: str) -> str:
    return f"{_b64(fid.to_bytes((fid.bit_length() + 7) // 8, 'big'))}|{checksum}"


def _cursor_fid(cursor: Optional[str], checksum: str) -> int:
    """The id to start from; 0, the first page, for a cursor of other parameters or one that is none."""
    fid, _, of = (cursor or "").partition("|")
    if of != checksum:
        return 0
    try:
        return int.from_bytes(base64.urlsafe_b64decode(fid + "=" * (-len(fid) % 4)), "big")
    except (binascii.Error, ValueError):
        return 0


def _now() -> str:
    return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
