"""A stand-in for PDOK on loopback: OGC API Features, WFS, download, Locatieserver and moved paths, from given rows.

    with Pdok(path_of_bag_light, municipalities=municipalities_2022(path)) as pdok:
        requests.get(pdok.url + pdok.BAG_OGC + "/collections/verblijfsobject/items", {"limit": 1000})
        pdok.faults.append(faults.too_many(retry_after=1, match="startindex=2000"))
        assert pdok.count("/wfs/") == 3

Everything that MapServer and pygeoapi do themselves is tested against them; this one is for PDOK's own habits, which
gokoala.py, wfs.py and locatieserver.py describe, and for what goes wrong (faults.py).
"""

from __future__ import annotations

import ssl
from collections.abc import Iterable
from email.utils import formatdate
from pathlib import Path
from typing import Any, Optional
from urllib.parse import quote

import numpy as np
import shapely

from tests.standin import bag
from tests.standin.gokoala import Collection, GoKoala, problem_json
from tests.standin.locatieserver import Locatieserver
from tests.standin.rows import Rows, load, municipality
from tests.standin.server import Request, Response, Server
from tests.standin.wfs import Wfs

BY = "https://creativecommons.org/licenses/by/4.0/deed.nl"


def functional_areas(areas: Iterable[tuple[str, str, Any]]) -> Rows:
    """Functional areas of TOP10NL from (typefunctioneelgebied, naamnl, geometry in RD)."""
    listed = list(areas)
    rows = [
        {
            "bronactualiteit": "2025-04-01",
            "lokaal_id": f"{129_000_000 + number}",
            "naamnl": name or None,
            "typefunctioneelgebied": kind,
        }
        for number, (kind, name, _) in enumerate(listed)
    ]
    return Rows(rows, [geometry for _, _, geometry in listed])


class Pdok(Server):
    """PDOK from one bag-light GeoPackage (or its rows), with limits that a test may make smaller.

    Args:
        bag_light: the GeoPackage that the services and the download serve.
        municipalities: rows as rows.municipality() makes them; none: one square around the BAG of its owner's code.
        areas: rows as functional_areas() makes them.
        page_cap: features a page, at most, of both protocols.
        startindex_limit: startindex above it is refused by the WFS.
        hits_off: resultType=hits is wrong by so many.
        hits_capped: resultType=hits counts no further than a page, as MapServer does.
        unstable: the WFS orders rows otherwise at every request.
        uneven: pages of the OGC API differ in order and presence of properties.
        moved: path that is gone -> path where it is now, both as the beginning of paths; None: PDOK's own moves.
        moved_status: 301, 302, 307 or 308.
        context: of ssl, for an https server (certificate.py makes one).
    """

    BAG_OGC = "/kadaster/bag/ogc/v2"
    BRK_OGC = "/kadaster/brk-bestuurlijke-gebieden/ogc/v1"
    TOP10NL_OGC = "/brt/top10nl/ogc/v1"
    TOP10NL_OGC_OTHER = "/kadaster/brt-top10nl/ogc/v1"
    BAG_WFS = "/lv/bag/wfs/v2_0"
    BAG_WFS_ADVERTISED = "/kadaster/bag/wfs/v2_0"
    BAG_FILE = "/lv/bag/atom/downloads/bag-light.gpkg"
    LOCATIESERVER = "/bzk/locatieserver/search/v3_1"
    MOVED = {"/kadaster/bestuurlijkegebieden": "/kadaster/brk-bestuurlijke-gebieden"}  # noqa: RUF012

    def __init__(
        self,
        bag_light: Path,
        municipalities: Optional[Rows] = None,
        areas: Optional[Rows] = None,
        *,
        page_cap: int = 1000,
        startindex_limit: int = 50_000,
        hits_off: int = 0,
        hits_capped: bool = True,
        unstable: bool = False,
        uneven: bool = True,
        moved: Optional[dict[str, str]] = None,
        moved_status: int = 301,
        context: Optional[ssl.SSLContext] = None,
    ) -> None:
        super().__init__(self._answer, context)
        self.bag_light = Path(bag_light)
        self.layers = load(self.bag_light)
        self.municipalities = municipalities if municipalities is not None else _owners(self.layers)
        self.areas = areas if areas is not None else Rows([], [])
        self.moved = self.MOVED if moved is None else moved
        self.moved_status = moved_status
        limits = {"page_cap": page_cap, "uneven": uneven}
        self.ogc = {
            self.BAG_OGC: GoKoala(self.url + self.BAG_OGC, self._bag, **limits),
            self.BRK_OGC: GoKoala(self.url + self.BRK_OGC, self._brk, **limits),
            self.TOP10NL_OGC: GoKoala(self.url + self.TOP10NL_OGC, self._top10nl, **limits),
            self.TOP10NL_OGC_OTHER: GoKoala(self.url + self.TOP10NL_OGC_OTHER, self._top10nl, **limits),
        }
        self.wfs = Wfs(
            self.url + self.BAG_WFS_ADVERTISED,
            lambda: {kind: bag.wfs(kind, self.layers[kind]) for kind in bag.WFS_FIELDS},
            page_cap=page_cap,
            startindex_limit=startindex_limit,
            hits_off=hits_off,
            hits_capped=hits_capped,
            unstable=unstable,
        )
        self.locatieserver = Locatieserver(self.layers["verblijfsobject"])

    def _answer(self, request: Request) -> Response:
        for old, new in self.moved.items():
            if request.path == old or request.path.startswith(old + "/"):
                target = (
                    self.url + quote(new + request.path[len(old) :]) + (f"?{request.query}" if request.query else "")
                )
                return Response(self.moved_status, b"", {"Location": target})
        for base, service in self.ogc.items():
            if request.path == base or request.path.startswith(base + "/"):
                return service.answer(request, request.path[len(base) :])
        if request.path in (self.BAG_WFS, self.BAG_WFS_ADVERTISED):
            return self.wfs.answer(request)
        if request.path == self.BAG_FILE:
            return _file(request, self.bag_light)
        if request.path.startswith(self.LOCATIESERVER + "/"):
            return self.locatieserver.answer(request, request.path[len(self.LOCATIESERVER) :])
        if "/ogc/" in request.path:
            return problem_json(404, f"no such page: {request.path}")
        return Response.text(404, "404 page not found")

    def _bag(self) -> dict[str, Collection]:
        names = {row["code"]: row["naam"] for row in self.municipalities.rows}
        made = bag.ogc(self.layers, f"{self.url}{self.BAG_OGC}/collections", names.get)
        return {name: Collection(rows) for name, rows in sorted(made.items())}

    def _brk(self) -> dict[str, Collection]:
        provinces: dict[tuple[str, str], list[Any]] = {}
        for row, geometry in zip(self.municipalities.rows, self.municipalities.geometry()):
            if row["ligt_in_provincie_code"]:
                key = (row["ligt_in_provincie_code"], row["ligt_in_provincie_naam"])
                provinces.setdefault(key, []).append(geometry)
        land = {"ligt_in_land_code": "6030", "ligt_in_land_naam": "Nederland"}
        rows = [{"code": code, "identificatie": f"PV{code}", **land, "naam": name} for code, name in provinces]
        nation = [{"code": "6030", "identificatie": "LND6030", "naam": "Nederland"}]
        parts = {
            "gemeentegebied": self.municipalities,
            "landgebied": Rows(nation, [_multi(self.municipalities.geometry())]),
            "provinciegebied": Rows(rows, [_multi(geometries) for geometries in provinces.values()]),
        }
        return {name: Collection(rows, ("identificatie", "code", "naam"), licence=BY) for name, rows in parts.items()}

    def _top10nl(self) -> dict[str, Collection]:
        made = {}
        for name, type_id in (("functioneel_gebied_multivlak", 6), ("functioneel_gebied_vlak", 3)):
            keep = [i for i, geometry in enumerate(self.areas.geometry()) if shapely.get_type_id(geometry) == type_id]
            rows = Rows([self.areas.rows[i] for i in keep], self.areas.geometry()[keep], self.areas.fids[keep])
            made[name] = Collection(rows, ("lokaal_id",), "lokaal_id", BY)
        return made


def _multi(geometries: Iterable[Any]) -> Any:
    union = shapely.union_all(shapely.buffer(np.asarray(list(geometries)), 0))
    return shapely.multipolygons([union]) if shapely.get_type_id(union) == 3 else union


def _owners(layers: dict[str, Rows]) -> Rows:
    """One rectangle per owner of objects, a kilometre wider than they are."""
    homes = layers["verblijfsobject"]
    owners = sorted({row["bronhouder_identificatie"] for row in homes.rows if row.get("bronhouder_identificatie")})
    boxes = []
    for owner in owners:
        bounds = shapely.total_bounds(homes.geometry()[homes.where("bronhouder_identificatie", owner)])
        boxes.append(
            shapely.multipolygons([shapely.buffer(shapely.box(*bounds), 1000, cap_style="square", join_style="mitre")])
        )
    return Rows([municipality(owner, f"Gemeente {owner}", "99", "Proefprovincie") for owner in owners], boxes)


def _file(request: Request, path: Path) -> Response:
    """A file, or the range of it that is asked; If-Range with another ETag gives the whole."""
    size, changed = path.stat().st_size, path.stat().st_mtime
    headers = {
        "Content-Type": "application/geopackage+sqlite3",
        "Accept-Ranges": "bytes",
        "ETag": f'"{int(changed):x}-{size:x}"',
        "Last-Modified": formatdate(changed, usegmt=True),
    }
    asked = request.headers.get("range", "")
    if not asked.startswith("bytes=") or request.headers.get("if-range", headers["ETag"]) not in (
        headers["ETag"],
        headers["Last-Modified"],
    ):
        return Response(200, path, headers)
    first, _, last = asked[6:].partition("-")
    start = int(first) if first else max(0, size - int(last))
    end = min(int(last) + 1, size) if first and last else size
    if start >= end:
        return Response(416, b"", {**headers, "Content-Range": f"bytes */{size}"})
    headers["Content-Range"] = f"bytes {start}-{end - 1}/{size}"
    return Response(206, path, headers, part=(start, end))
