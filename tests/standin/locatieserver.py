"""The Locatieserver's /free and /lookup for addresses of the rows, strict about parameters as PDOK's is."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any, Optional

import shapely

from tests.standin.rows import CRS84, Row, Rows
from tests.standin.server import Request, Response

PARAMS = {
    "free": {"q", "lat", "lon", "fl", "fq", "df", "qf", "bq", "start", "rows", "sort", "wt"},
    "lookup": {"id", "fl", "fq", "wt"},
}
POSTCODE = re.compile(r"\b([1-9]\d{3})\s?([A-Za-z]{2})\b")


class Locatieserver:
    """Addresses found by postcode and house number, in `q` or in `fq`; `rows` are those of verblijfsobject."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows

    def answer(self, request: Request, path: str) -> Response:
        """The answer to /free or /lookup."""
        name = path.strip("/")
        if name not in PARAMS:
            return _error(404, f"no such page: {path}")
        for key, _ in request.params:
            if key not in PARAMS[name]:
                return _error(400, f"query parameter '{key}' not defined in the specifications")
        if name == "lookup":
            if not request.get("id"):
                return _error(400, "org.apache.solr.search.SyntaxError: Verplichte parameter 'id' ontbreekt")
            docs = [self._doc(i, row) for i, row in enumerate(self.rows.rows) if _id(row) == request.get("id")]
            return _docs(docs, 0, len(docs), scored=False)
        try:
            start, rows = int(request.get("start", "0")), int(request.get("rows", "10"))
        except ValueError:
            return _error(400, "start and rows are numbers")
        if not 0 <= rows <= 100 or not 0 <= start <= 10_000:
            return _error(400, "rows is at most 100 and start at most 10000")
        positions = self._found(request)
        docs = [self._doc(i, self.rows.rows[i]) for i in positions[start : start + rows]]
        return _docs(docs, start, len(positions), scored=True)

    def _found(self, request: Request) -> list[int]:
        wanted: dict[str, str] = {}
        for key, value in request.params:
            if key == "fq":
                name, _, text = value.partition(":")
                wanted[name] = text.strip('"')
        query = request.get("q", "") or ""
        if "type" in wanted and "adres" not in wanted["type"] and wanted["type"] != "*":
            return []
        if found := POSTCODE.search(query):
            wanted.setdefault("postcode", "".join(found.groups()).upper())
            rest = query[: found.start()] + " " + query[found.end() :]
            if number := re.search(r"\b(\d{1,5})", rest):
                wanted.setdefault("huisnummer", number.group(1))
        if "postcode" not in wanted:
            return []
        number = wanted.get("huisnummer")
        return [
            i
            for i in self.rows.where("postcode", wanted["postcode"])
            if number is None or str(self.rows.rows[i]["huisnummer"]) == number
        ]

    def _doc(self, position: int, row: Row) -> dict[str, Any]:
        letter, extra = row.get("huisletter") or "", row.get("toevoeging") or ""
        house = f"{row['huisnummer']}{letter}{f'-{extra}' if extra else ''}"
        street, place = row.get("openbare_ruimte_naam"), row.get("woonplaats_naam")
        number_id = row.get("nummeraanduiding_hoofdadres_identificatie") or ""
        rd = self.rows.geometry()[position]
        ll = self.rows.geometry(CRS84)[position]
        doc = {
            "bron": "BAG",
            "type": "adres",
            "id": _id(row),
            "weergavenaam": f"{street} {house}, {row['postcode']} {place}",
            "identificatie": f"{row['identificatie']}-{number_id}",
            "adresseerbaarobject_id": row["identificatie"],
            "nummeraanduiding_id": number_id,
            "straatnaam": street,
            "straatnaam_verkort": row.get("openbare_ruimte_naam_kort") or street,
            "huisnummer": row["huisnummer"],
            "huis_nlt": house,
            "postcode": row["postcode"],
            "woonplaatsnaam": place,
            "gemeentecode": row.get("bronhouder_identificatie"),
            "centroide_ll": _wkt(ll, 8),
            "centroide_rd": _wkt(rd, 3),
        }
        return {
            **doc,
            **({"huisletter": letter} if letter else {}),
            **({"huisnummertoevoeging": extra} if extra else {}),
        }


def _wkt(point: shapely.Point, places: int) -> str:
    return f"POINT({round(point.x, places)} {round(point.y, places)})"


def _id(row: Row) -> str:
    return "adr-" + hashlib.md5(row["identificatie"].encode()).hexdigest()


def _docs(docs: list[dict[str, Any]], start: int, found: int, scored: bool) -> Response:
    response: dict[str, Optional[Any]] = {"numFound": found, "start": start, "numFoundExact": True}
    if scored:
        response["maxScore"] = 27.5 if docs else 0.0
        docs = [{**doc, "score": round(27.5 - 0.01 * i, 2)} for i, doc in enumerate(docs)]
    body = json.dumps({"response": {**response, "docs": docs}}, ensure_ascii=False)
    return Response.text(200, body, "application/json;charset=utf-8")


def _error(status: int, message: str) -> Response:
    error = {"metadata": ["error-class", "org.apache.solr.common.SolrException"], "msg": message, "code": status}
    return Response.text(status, json.dumps({"error": error}), "application/json;charset=utf-8")
