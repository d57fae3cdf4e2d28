"""How results look as layers: names, fields and order are public (the names scripts and partners rely on)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Optional

import numpy as np

from ..core import grid
from ..core.area import Area
from ..core.clusters.intervals import SHOWN_LEVEL, wilson_interval
from ..core.geometry import point_wkb, polygon_wkb, to_wkb
from ..core.hexagons import Hexagons
from ..core.municipalities import Municipalities
from ..core.placing import UnmatchedAddress
from ..core.privacy import safe_file_name
from ..core.rni import AddressCounts
from ..core.tables import Column, Table
from ..version import version
from .styles import style

ADDRESSES = "rni_adressen"
UNMATCHED = "rni_niet_gekoppeld"
HEXAGONS = "hexagonen"
MUNICIPALITIES = "gemeenten"
FUNCTIONAL_AREAS = "functionele_gebieden"
PROVENANCE = "herkomst"

#: How a delivery is named as a source; its date is the reference date.
RNI = "RNI-levering"

#: Larger files get no checksum: it would take longer than the work.
_LARGEST_HASHED = 200_000_000


def address_table(counts: AddressCounts, peildatum: str, name: str = ADDRESSES) -> Table:
    """Points with the registrations on them, one per address.

    Args:
        counts: What was counted.
        peildatum: Reference date.
        name: Layer name.
    """
    found = counts.objects
    columns = (
        Column("adresseerbaarobject_id", "text", found.adresseerbaarobject_id),
        Column("nummeraanduiding_id", "text", found.nummeraanduiding_id),
        Column("gemeentecode", "text", found.gemeentecode),
        Column("postcode", "text", found.postcode),
        Column("huisnummer", "integer", found.huisnummer),
        Column("huisletter", "text", found.huisletter),
        Column("toevoeging", "text", found.toevoeging),
        Column("gebruiksdoel", "text", found.gebruiksdoel),
        Column("bag_oppervlakte", "real", found.oppervlakte),
        Column("registraties", "integer", counts.registraties),
        Column("match_niveau", "integer", counts.match_niveau),
        Column("peildatum", "text", [peildatum] * len(found)),
    )
    return Table(
        name=name,
        columns=columns,
        geometry="Point",
        wkb=point_wkb(found.x, found.y),
        description="Adressen met RNI-registraties. Vertrouwelijk: herleidbaar tot adressen.",
        style=style(ADDRESSES),
    )


def unmatched_table(counts: AddressCounts, peildatum: str, name: str = UNMATCHED) -> Table:
    """Addresses without a BAG object: address fields, reason and count only.

    Args:
        counts: What was counted.
        peildatum: Reference date.
        name: Layer name.
    """
    rows = counts.unmatched
    columns = (
        *unmatched_columns(rows),
        Column("registraties", "integer", [row.registraties for row in rows]),
        Column("reden", "text", [row.reason.value for row in rows]),
        Column("peildatum", "text", [peildatum] * len(rows)),
    )
    return Table(name=name, columns=columns, description="Adressen uit de levering zonder BAG-object. Vertrouwelijk.")


def unmatched_columns(rows: Sequence[UnmatchedAddress]) -> tuple[Column, ...]:
    """The addresses that the BAG does not have in use.

    Args:
        rows: One for each address and reason.
    """
    found = [row.address for row in rows]
    return (
        Column("postcode", "text", [a.postcode for a in found]),
        Column("huisnummer", "integer", [a.huisnummer or None for a in found]),
        Column("huisletter", "text", [a.huisletter for a in found]),
        Column("toevoeging", "text", [a.toevoeging for a in found]),
        Column("straat", "text", [a.straat for a in found]),
        Column("woonplaats", "text", [a.woonplaats for a in found]),
        Column("gemeentecode", "text", [a.gemeentecode for a in found]),
        Column("nummeraanduiding_id", "text", [a.nummeraanduiding_id for a in found]),
        Column("adresseerbaarobject_id", "text", [a.adresseerbaarobject_id for a in found]),
    )


def hexagon_table(hexagons: Hexagons, resolution: int, peildatum: Optional[str], name: str = HEXAGONS) -> Table:
    """Hexagons with counts, share and density.

    The interval is Wilson's of the share as it was counted; it has room for chance, not for registrations that are
    missing or out of date.

    Args:
        hexagons: What was counted.
        resolution: H3 resolution.
        peildatum: Reference date, None if the input has none.
        name: Layer name.
    """
    area = hexagons.oppervlakte_km2
    unknown = ~hexagons.known
    no_dwellings = np.full(len(hexagons), not hexagons.with_dwellings)
    low, high = wilson_interval(hexagons.adressen, hexagons.population, SHOWN_LEVEL)
    columns = (
        Column("h3", "text", grid.names(hexagons.cells)),
        Column("resolutie", "integer", [resolution] * len(hexagons)),
        Column("adressen", "integer", hexagons.adressen, unknown),
        Column("registraties", "integer", hexagons.registraties, unknown),
        Column("verblijfsobjecten", "integer", hexagons.verblijfsobjecten, no_dwellings),
        Column("populatie", "integer", hexagons.population, no_dwellings | unknown),
        Column("aandeel", "real", hexagons.aandeel),
        Column("aandeel_eb", "real", hexagons.aandeel_eb),
        Column("oppervlakte_km2", "real", area),
        Column("dichtheid_km2", "real", hexagons.registraties / area, unknown),
        Column("gemeentecodes", "text", hexagons.gemeentecodes),
        Column("peildatum", "text", [peildatum] * len(hexagons)),
        Column("aandeel_ondergrens", "real", low),
        Column("aandeel_bovengrens", "real", high),
    )
    return Table(
        name=name,
        columns=columns,
        geometry="Polygon",
        wkb=polygon_wkb(grid.boundaries(hexagons.cells)),
        description=f"H3-hexagonen, resolutie {resolution}: adressen met RNI-registraties en BAG-objecten in gebruik.",
        style=style(HEXAGONS),
    )


def municipality_table(areas: Municipalities, covered: frozenset[str], name: str = MUNICIPALITIES) -> Table:
    """Municipalities, and whether registrations were delivered for them.

    Args:
        areas: The municipalities.
        covered: Codes of those with a delivery; empty for all.
        name: Layer name.
    """
    delivered = [int(not covered or code in covered) for code in areas.code]
    columns = (
        Column("gemeentecode", "text", areas.code),
        Column("gemeentenaam", "text", areas.name),
        Column("rni_geleverd", "integer", delivered),
    )
    return Table(
        name=name,
        columns=columns,
        geometry="MultiPolygon",
        wkb=to_wkb(areas.polygons),
        description="Gemeenten van het regiobeeld.",
        style=style(MUNICIPALITIES),
    )


def region_table(area: Area, name: str = MUNICIPALITIES) -> Table:
    """Municipalities of a region and of its guard zone.

    Args:
        area: Region and guard zone.
        name: Layer name.
    """
    found = area.municipalities
    columns = (
        Column("gemeentecode", "text", found.code),
        Column("gemeentenaam", "text", found.name),
        Column("in_regio", "integer", np.isin(found.code.astype(str), area.region.code.astype(str)).astype(np.int64)),
    )
    return Table(
        name=name,
        columns=columns,
        geometry="MultiPolygon",
        wkb=to_wkb(found.polygons),
        description="Gemeenten van de regio (in_regio 1) en van de randzone (0).",
    )


def functional_table(columns: Mapping[str, Sequence[str]], polygons: Sequence[Any]) -> Table:
    """Functional areas, to show on the map.

    Args:
        columns: Field -> n texts.
        polygons: n Shapely polygons in RD New.
    """
    return Table(
        name=FUNCTIONAL_AREAS,
        columns=tuple(Column(name, "text", list(values)) for name, values in columns.items()),
        geometry="MultiPolygon",
        wkb=to_wkb(np.asarray(polygons, dtype=object)),
        description="Functionele gebieden (TOP10NL).",
        style=style(FUNCTIONAL_AREAS),
    )


# Provenance --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Provenance:
    """Where a layer comes from.

    Attributes:
        laag: Layer.
        bron: Source, as a map names it.
        bestand: File name or address.
        query: How it was asked or computed.
        opgehaald: When, in UTC.
        brondatum: Date of the source.
        licentie: Licence.
        rijen: Number of objects.
        sha256: Checksum of the file.
        pluginversie: Version of this plugin.
    """

    laag: str
    bron: str
    bestand: str = ""
    query: str = ""
    opgehaald: str = ""
    brondatum: str = ""
    licentie: str = ""
    rijen: int = 0
    sha256: str = ""
    pluginversie: str = ""


def provenance(
    layer: str, source: str, rows: int, file: Optional[Path] = None, address: str = "", **more: str
) -> Provenance:
    """A row of provenance, as of now.

    Args:
        layer: Layer.
        source: Source, as a map names it.
        rows: Number of objects.
        file: The file it was read from.
        address: The address it was fetched from, if it was no file.
        more: Other attributes of Provenance.
    """
    return Provenance(
        laag=layer,
        bron=source,
        bestand=safe_file_name(file.name) if file else address,
        opgehaald=datetime.now(timezone.utc).isoformat(timespec="seconds"),
        rijen=rows,
        sha256=_sha256(file) if file else "",
        pluginversie=version(),
        **more,
    )


def _sha256(file: Path) -> str:
    if not file.is_file() or file.stat().st_size > _LARGEST_HASHED:
        return ""
    digest = hashlib.sha256()
    with file.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def provenance_table(rows: Sequence[Provenance]) -> Table:
    """The table herkomst.

    Args:
        rows: One per layer and source.
    """
    kinds = {"rijen": "integer"}
    columns = tuple(
        Column(f.name, kinds.get(f.name, "text"), [getattr(row, f.name) for row in rows]) for f in fields(Provenance)
    )
    return Table(name=PROVENANCE, columns=columns, description="Herkomst van de lagen.")
