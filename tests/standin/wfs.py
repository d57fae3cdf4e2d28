"""A WFS 2.0 with the habits of PDOK's: MapServer behind a filter on scraping.

- Without `count`, and for every larger one, a page is `page_cap` (CountDefault) features.
- GET GetFeature with a startindex above `startindex_limit` is 400 with an exception report in XML, also when JSON was
  asked. Every error is such a report.
- `cql_filter` is ignored without a word. FES filters work, by KVP and by POST. `application/json;subtype=geojson`
  without its space is 400. A bbox in EPSG:4326 is latitude first; GeoJSON stays longitude first.
- GeoJSON has a member numberMatched on the last page only, and a crs member unless it is EPSG:4326, as MapServer's.
- `resultType=hits` counts no further than a page, as MapServer does (`hits_capped`); `hits_off` adds an error to it.
- `unstable` gives every request another order of rows, so that pages repeat and miss rows at their borders.
"""

from __future__ import annotations

import itertools
import json
import random
import threading
from typing import Any, Callable, Optional
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

import numpy as np
import shapely
from osgeo import ogr

from tests.standin import fes
from tests.standin.bag import INTEGERS, REALS
from tests.standin.rows import CRS84, RD, Rows, feature_uuid
from tests.standin.server import Request, Response

JSON = ("application/json", "json", "application/json; subtype=geojson")
GML = ("text/xml; subtype=gml/3.2.1", "text/xml; subtype=gml/3.2", "application/gml+xml; version=3.2", "gml3", "gml32")
FORMATS = (GML[0], "text/xml; subtype=gml/3.1.1", JSON[2], JSON[0], "json")
CRS = {28992: RD, 4326: CRS84, 3857: "EPSG:3857"}
SCHEMAS = "http://schemas.opengis.net"


class OwsError(Exception):
    """An exception report: code, locator, text."""

    def __init__(self, code: str, locator: str, text: str) -> None:
        super().__init__(text)
        self.code = code
        self.locator = locator


class Wfs:
    """One WFS: `url` is the address that its capabilities advertise, `types` by local name."""

    def __init__(
        self,
        url: str,
        types: Callable[[], dict[str, Rows]],
        prefix: str = "bag",
        namespace: str = "http://bag.geonovum.nl",
        page_cap: int = 1000,
        startindex_limit: int = 50_000,
        hits_off: int = 0,
        hits_capped: bool = True,
        unstable: bool = False,
    ) -> None:
        self.url = url
        self.prefix = prefix
        self.namespace = namespace
        self.page_cap = page_cap
        self.startindex_limit = startindex_limit
        self.hits_off = hits_off
        self.hits_capped = hits_capped
        self.unstable = unstable
        self._make = types
        self._made: Optional[dict[str, Rows]] = None
        self._lock = threading.Lock()
        self._requests = itertools.count()

    @property
    def types(self) -> dict[str, Rows]:
        """The feature types, by local name."""
        with self._lock:
            if self._made is None:
                self._made = self._make()
            return self._made

    def answer(self, request: Request) -> Response:
        """The answer to a request."""
        try:
            params = {key.lower(): value for key, value in reversed(request.params)}
            if request.method == "POST":
                params = {**_posted(request.body)}
            return self._answer(params, request.method)
        except OwsError as error:
            return report(error.code, error.locator, str(error))
        except fes.FilterError as error:
            return report("InvalidParameterValue", "filter", str(error))

    def _answer(self, params: dict[str, str], method: str) -> Response:
        if params.get("service", "WFS").upper() != "WFS":
            raise OwsError("InvalidParameterValue", "service", "this is a WFS")
        if params.get("version", "2.0.0") not in ("2.0.0", "1.1.0", "1.0.0"):
            raise OwsError("InvalidParameterValue", "version", f"version {params['version']} is not supported")
        asked = params.get("request", "").lower()
        if asked == "getcapabilities":
            return Response.text(200, self._capabilities(), "text/xml; charset=UTF-8")
        if asked == "describefeaturetype":
            return Response.text(200, self._schema(params), "text/xml; subtype=gml/3.2; charset=UTF-8")
        if asked != "getfeature":
            raise OwsError(
                "OperationNotSupported" if asked else "MissingParameterValue",
                "request",
                f"request={asked} is no request",
            )
        start = _integer(params, "startindex", 0)
        if method == "GET" and start > self.startindex_limit:
            raise OwsError(
                "InvalidParameterValue",
                "typename",
                f"A startindex above {self.startindex_limit} is not possible. To take everything, use an extract or "
                "the downloads by ATOM.",
            )
        return self._features(params, start)

    # -- features ------------------------------------------------------------------------------------------------------

    def _features(self, params: dict[str, str], start: int) -> Response:
        name, rows = self._type(params.get("typenames") or params.get("typename"))
        format_ = params.get("outputformat", GML[0]).lower()
        if format_ not in JSON and format_ not in GML:
            raise OwsError("InvalidParameterValue", "outputformat", f"'{format_}' is not a permitted output format")
        crs, code = _srs(params.get("srsname"))
        chosen = self._chosen(params, rows)
        if params.get("resulttype", "results").lower() == "hits":
            matched = (min(len(chosen), self.page_cap) if self.hits_capped else len(chosen)) + self.hits_off
            return Response.text(200, self._gml_root(matched, 0) + "</wfs:FeatureCollection>", GML[0])
        if self.unstable:
            chosen = _another_order(chosen, next(self._requests))
        asked = min(_integer(params, "count", _integer(params, "maxfeatures", self.page_cap)), self.page_cap)
        page = chosen[start : start + asked]
        matched = len(chosen) if 0 < len(page) < asked else None
        fields = _fields(params.get("propertyname"), rows)
        if format_ in JSON:
            return self._json(name, rows, page, fields, (crs, code), matched)
        return Response.text(200, self._gml(name, rows, page, fields, matched), f"{GML[0]}; charset=UTF-8")

    def _type(self, names: Optional[str]) -> tuple[str, Rows]:
        if not names:
            raise OwsError("MissingParameterValue", "typenames", "TYPENAMES is missing")
        name = names.strip().rpartition(":")[2]
        if name not in self.types or "," in names:
            raise OwsError("InvalidParameterValue", "typename", f"TYPENAME '{names}' doesn't exist in this server")
        return name, self.types[name]

    def _chosen(self, params: dict[str, str], rows: Rows) -> np.ndarray:
        if "filter" in params and "bbox" in params:
            raise OwsError("InvalidParameterValue", "filter", "BBOX and FILTER exclude one another")
        if params.get("filter"):
            return fes.select(rows, fes.parse(params["filter"]))
        if "bbox" in params:
            return rows.within(*_bbox(params["bbox"]))
        return np.arange(len(rows))

    def _json(
        self, name: str, rows: Rows, page: np.ndarray, fields: list[str], srs: tuple[str, int], matched: Optional[int]
    ) -> Response:
        crs, code = srs
        shapes = shapely.to_geojson(rows.geometry(crs)[page])
        features = []
        for position, shape in zip(page, shapes):
            row = rows.rows[position]
            properties = json.dumps({field: row[field] for field in fields}, ensure_ascii=False)
            features.append(
                f'{{"type":"Feature","id":"{name}.{feature_uuid(name, row["identificatie"])}",'
                f'"properties":{properties},"geometry":{shape or "null"}}}'
            )
        head: dict[str, Any] = {"type": "FeatureCollection", "name": name}
        if matched is not None:
            head["numberMatched"] = matched
        if code != 4326:
            head["crs"] = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{code}"}}
        body = f'{json.dumps(head)[:-1]},"features":[{",".join(features)}]}}'
        return Response(200, body.encode(), {"Content-Type": "application/json; subtype=geojson; charset=utf-8"})

    def _gml(self, name: str, rows: Rows, page: np.ndarray, fields: list[str], matched: Optional[int]) -> str:
        members = [self._gml_root(matched, len(page))]
        shapes = rows.geometry()
        for position in page:
            row = rows.rows[position]
            uid = f"{name}.{feature_uuid(name, row['identificatie'])}"
            geometry = ogr.CreateGeometryFromWkb(bytearray(shapely.to_wkb(shapes[position])))
            srs = ' srsName="urn:ogc:def:crs:EPSG::28992"'
            gml = geometry.ExportToGML(options=["FORMAT=GML32", f"GMLID={uid}.1", "NAMESPACE_DECL=NO"])
            gml = gml.replace(" ", f"{srs} ", 1)
            properties = "".join(
                f"<{self.prefix}:{field}>{escape(str(row[field]))}</{self.prefix}:{field}>" for field in fields
            )
            members.append(
                f"<wfs:member><{self.prefix}:{name} gml:id={quoteattr(uid)}>"
                f"<{self.prefix}:geom>{gml}</{self.prefix}:geom>{properties}</{self.prefix}:{name}></wfs:member>"
            )
        return "".join([*members, "</wfs:FeatureCollection>"])

    def _gml_root(self, matched: Optional[int], returned: int) -> str:
        known = "unknown" if matched is None else matched
        return (
            '<?xml version="1.0" encoding="UTF-8"?><wfs:FeatureCollection '
            f'xmlns:{self.prefix}="{self.namespace}" xmlns:gml="http://www.opengis.net/gml/3.2" '
            f'xmlns:wfs="http://www.opengis.net/wfs/2.0" timeStamp="2026-01-01T00:00:00" numberMatched="{known}" '
            f'numberReturned="{returned}">'
        )

    # -- about it ------------------------------------------------------------------------------------------------------

    def _capabilities(self) -> str:
        address = escape(self.url, {'"': "&quot;"})
        operations = "".join(
            f'<ows:Operation name="{name}"><ows:DCP><ows:HTTP><ows:Get xlink:type="simple" xlink:href="{address}?"/>'
            f'<ows:Post xlink:type="simple" xlink:href="{address}"/></ows:HTTP></ows:DCP>{more}</ows:Operation>'
            for name, more in (
                ("GetCapabilities", ""),
                ("DescribeFeatureType", ""),
                ("GetFeature", _values("Parameter", "outputFormat", FORMATS)),
            )
        )
        constraints = "".join(
            f'<ows:Constraint name="{name}"><ows:NoValues/><ows:DefaultValue>{value}</ows:DefaultValue>'
            "</ows:Constraint>"
            for name, value in (
                ("ImplementsBasicWFS", "TRUE"),
                ("ImplementsTransactionalWFS", "FALSE"),
                ("KVPEncoding", "TRUE"),
                ("XMLEncoding", "TRUE"),
                ("SOAPEncoding", "FALSE"),
                ("ImplementsResultPaging", "TRUE"),
                ("ImplementsStandardJoins", "FALSE"),
                ("PagingIsTransactionSafe", "FALSE"),
                ("CountDefault", self.page_cap),
            )
        )
        return (
            '<?xml version="1.0" encoding="UTF-8"?><wfs:WFS_Capabilities version="2.0.0" '
            'xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns="http://www.opengis.net/wfs/2.0" '
            'xmlns:ows="http://www.opengis.net/ows/1.1" xmlns:fes="http://www.opengis.net/fes/2.0" '
            f'xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:xlink="http://www.w3.org/1999/xlink" '
            f'xmlns:{self.prefix}="{self.namespace}">'
            "<ows:ServiceIdentification><ows:Title>stand-in of PDOK</ows:Title><ows:ServiceType>WFS</ows:ServiceType>"
            "<ows:ServiceTypeVersion>2.0.0</ows:ServiceTypeVersion><ows:Fees>NONE</ows:Fees>"
            "<ows:AccessConstraints>http://creativecommons.org/publicdomain/zero/1.0/deed.nl</ows:AccessConstraints>"
            "</ows:ServiceIdentification><ows:ServiceProvider><ows:ProviderName>tests</ows:ProviderName>"
            '<ows:ProviderSite xlink:type="simple" xlink:href=""/><ows:ServiceContact/></ows:ServiceProvider>'
            f"<ows:OperationsMetadata>{operations}{_values('Parameter', 'version', ['2.0.0', '1.1.0', '1.0.0'])}"
            f"{constraints}</ows:OperationsMetadata>"
            f"<FeatureTypeList>{''.join(self._feature_type(name) for name in self.types)}</FeatureTypeList>"
            f"{FILTER_CAPABILITIES}</wfs:WFS_Capabilities>"
        )

    def _feature_type(self, name: str) -> str:
        others = "".join(f"<OtherCRS>urn:ogc:def:crs:EPSG::{code}</OtherCRS>" for code in CRS if code != 28992)
        formats = "".join(f"<Format>{one}</Format>" for one in FORMATS)
        return (
            f"<FeatureType><Name>{self.prefix}:{name}</Name><Title>{name}</Title>"
            f"<DefaultCRS>urn:ogc:def:crs:EPSG::28992</DefaultCRS>{others}<OutputFormats>{formats}</OutputFormats>"
            "<ows:WGS84BoundingBox><ows:LowerCorner>2.53 50.21</ows:LowerCorner><ows:UpperCorner>7.37 55.72"
            "</ows:UpperCorner></ows:WGS84BoundingBox></FeatureType>"
        )

    def _schema(self, params: dict[str, str]) -> str:
        asked = params.get("typenames") or params.get("typename")
        names = [self._type(one)[0] for one in asked.split(",")] if asked else list(self.types)
        types = []
        for name in names:
            rows = self.types[name]
            geometry = "Point" if name == "verblijfsobject" else "MultiSurface"
            fields = "".join(
                f'<element name="{field}" type="{_xsd(field)}" minOccurs="0"/>' for field in _fields(None, rows)
            )
            types.append(
                f'<element name="{name}" type="{self.prefix}:{name}Type" substitutionGroup="gml:AbstractFeature"/>'
                f'<complexType name="{name}Type"><complexContent><extension base="gml:AbstractFeatureType"><sequence>'
                f'<element name="geom" type="gml:{geometry}PropertyType" minOccurs="0"/>{fields}'
                "</sequence></extension></complexContent></complexType>"
            )
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><schema targetNamespace="{self.namespace}" '
            f'xmlns:{self.prefix}="{self.namespace}" xmlns="http://www.w3.org/2001/XMLSchema" '
            'xmlns:gml="http://www.opengis.net/gml/3.2" elementFormDefault="qualified" version="0.1">'
            f'<import namespace="http://www.opengis.net/gml/3.2" schemaLocation="{SCHEMAS}/gml/3.2.1/gml.xsd"/>'
            f"{''.join(types)}</schema>"
        )


def report(code: str, locator: str, text: str, status: int = 400) -> Response:
    """An exception report of OWS 1.1."""
    body = (
        '<?xml version="1.0" encoding="UTF-8"?><ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1" '
        f'version="2.0.0" xml:lang="en-US"><ows:Exception exceptionCode="{code}" locator="{locator}">'
        f"<ows:ExceptionText>{escape(text)}</ows:ExceptionText></ows:Exception></ows:ExceptionReport>"
    )
    return Response.text(status, body, "text/xml; charset=UTF-8")


def _values(kind: str, name: str, values: Any) -> str:
    inside = "".join(f"<ows:Value>{value}</ows:Value>" for value in values)
    return f'<ows:{kind} name="{name}"><ows:AllowedValues>{inside}</ows:AllowedValues></ows:{kind}>'


FILTER_CAPABILITIES = (
    "<fes:Filter_Capabilities><fes:Conformance>"
    + "".join(
        f'<fes:Constraint name="{name}"><ows:NoValues/><ows:DefaultValue>{value}</ows:DefaultValue></fes:Constraint>'
        for name, value in (
            ("ImplementsQuery", "TRUE"),
            ("ImplementsAdHocQuery", "TRUE"),
            ("ImplementsStandardFilter", "TRUE"),
            ("ImplementsMinSpatialFilter", "TRUE"),
            ("ImplementsSorting", "FALSE"),
        )
    )
    + "</fes:Conformance><fes:Scalar_Capabilities><fes:LogicalOperators/><fes:ComparisonOperators>"
    + "".join(f'<fes:ComparisonOperator name="{name}"/>' for name in (*fes.COMPARED, "PropertyIsLike"))
    + "</fes:ComparisonOperators></fes:Scalar_Capabilities><fes:Spatial_Capabilities><fes:GeometryOperands>"
    '<fes:GeometryOperand name="gml:Envelope"/></fes:GeometryOperands><fes:SpatialOperators>'
    '<fes:SpatialOperator name="BBOX"/></fes:SpatialOperators></fes:Spatial_Capabilities></fes:Filter_Capabilities>'
)


def _xsd(field: str) -> str:
    return "integer" if field in INTEGERS else "double" if field in REALS else "string"


def _fields(asked: Optional[str], rows: Rows) -> list[str]:
    every = list(rows.rows[0]) if len(rows) else []
    if not asked or asked == "*":
        return every
    wanted = [fes.local(name.strip()) for name in asked.strip("()").split(",")]
    for name in wanted:
        if every and name not in every and name != "geom":
            raise OwsError("InvalidParameterValue", "propertyname", f"property {name} does not exist")
    return [name for name in every if name in wanted]


def _integer(params: dict[str, str], name: str, default: int) -> int:
    text = params.get(name)
    if text is None:
        return default
    if not text.isdigit():
        raise OwsError("InvalidParameterValue", name, f"{name} is not a number: {text}")
    return int(text)


def _srs(text: Optional[str]) -> tuple[str, int]:
    code = text.rpartition(":")[2].rpartition("/")[2] if text else "28992"
    if not code.isdigit() or int(code) not in CRS:
        raise OwsError("InvalidParameterValue", "srsname", f"SRSNAME {text} is not supported")
    return CRS[int(code)], int(code)


def _bbox(text: str) -> tuple[list[float], str]:
    """Four numbers and perhaps a system; that of EPSG:4326 is latitude first. Without a system it is RD."""
    parts = text.split(",")
    try:
        box = [float(part) for part in parts[:4]]
    except ValueError:
        box = []
    if len(box) != 4 or len(parts) > 5:
        raise OwsError("InvalidParameterValue", "bbox", f"'{text}' is not a bbox")
    crs, code = _srs(parts[4] if len(parts) == 5 else None)
    return ([box[1], box[0], box[3], box[2]] if code == 4326 else box), crs


def _another_order(chosen: np.ndarray, request: int) -> np.ndarray:
    """Rows a few places from where they stood: so few that only the borders of pages notice."""
    chance = random.Random(request)
    keys = [position + chance.uniform(0, 5) for position in range(len(chosen))]
    return chosen[np.argsort(keys, kind="stable")]


def _posted(body: bytes) -> dict[str, str]:
    """A GetFeature in XML, as the parameters of a query."""
    try:
        root = ElementTree.fromstring(body)
    except ElementTree.ParseError as error:
        raise OwsError("InvalidParameterValue", "request", f"the request is not XML: {error}") from None
    params = {key.lower(): value for key, value in root.attrib.items() if "}" not in key}
    params["request"] = fes.local(root.tag)
    for query in root:
        if fes.local(query.tag) == "Query":
            params["typenames"] = query.get("typeNames") or query.get("typeName") or ""
            params.update({"srsname": query.get("srsName")} if query.get("srsName") else {})
            for child in query:
                if fes.local(child.tag) == "Filter":
                    params["filter"] = ElementTree.tostring(child, encoding="unicode")
    return params
