"""Files: a world as the inputs of the product, other people's maps as GeoPackages, and the reader of a stranger."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

import numpy as np

from arbeidsmigratie_plugin.core import grid
from arbeidsmigratie_plugin.core.arrays import Cells
from arbeidsmigratie_plugin.core.geometry import point_wkb, polygon_wkb, to_wkb
from arbeidsmigratie_plugin.core.tables import Column, Table
from arbeidsmigratie_plugin.sources.writing import write

from .worlds import Moment, World

#: What a map of ours promises its reader.
OUR_STEP, OUR_PERSONS, OUR_ADDRESSES = 5, 10, 5

_LAYER, _HOW = "heatmap", "werkwijze"

#: The certificate of a package, and how the names of what it tells of the audit begin.
_SAID, _AUDIT = "sdc_certificaat", "certificaat.controle."


# What the product reads ----------------------------------------------------------------------------------------------


def home_ids(world: World) -> list[str]:
    """BAG identifiers of the homes.

    Args:
        world: The region.
    """
    return [f"{world.codes[m]}01{i:010d}" for i, m in enumerate(world.municipality.tolist())]


def write_addresses(path: Path, world: World, moment: Moment) -> None:
    """Address points as 'rniinlezen' gives them, with the provider where the world knows any.

    Args:
        path: GeoPackage.
        world: The region.
        moment: Registrations.
    """
    at, ids = moment.homes, home_ids(world)
    columns = [
        Column("adresseerbaarobject_id", "text", [ids[i] for i in at.tolist()]),
        Column("gemeentecode", "text", [world.codes[m] for m in world.municipality[at].tolist()]),
        Column("registraties", "integer", moment.persons),
        Column("peildatum", "text", [moment.peildatum] * len(at)),
    ]
    if world.providers.any():
        columns.append(Column("aanbieder_id", "text", [f"A{p}" if p else "" for p in world.providers[at].tolist()]))
    write(path, [Table("rni_adressen", tuple(columns), "Point", point_wkb(world.x[at], world.y[at]))])


def write_homes(path: Path, world: World) -> None:
    """BAG objects in use, with the field names of bag-light.gpkg.

    Args:
        path: GeoPackage.
        world: The region.
    """
    columns = (
        Column("identificatie", "text", home_ids(world)),
        Column("status", "text", ["Verblijfsobject in gebruik"] * len(world.x)),
        Column("gebruiksdoel", "text", ["woonfunctie"] * len(world.x)),
        Column("bronhouder_identificatie", "text", [world.codes[m] for m in world.municipality.tolist()]),
    )
    write(path, [Table("verblijfsobject", columns, "Point", point_wkb(world.x, world.y))])


def write_municipalities(path: Path, world: World) -> None:
    """Polygons of the municipalities.

    Args:
        path: GeoPackage.
        world: The region.
    """
    names = [f"Proefgemeente {code}" for code in world.codes]
    columns = (Column("code", "text", list(world.codes)), Column("naam", "text", names))
    write(path, [Table("gemeentegebied", columns, "MultiPolygon", to_wkb(world.polygons))])


# Other people's maps -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Plain:
    """A map that somebody made without this product.

    Attributes:
        peildatum: Date of the numbers.
        resolution: H3 resolution asked.
        cells: A hexagon for each of n rows, 0 for whole municipalities.
        codes: The municipalities whose registrations are counted, separated by commas.
        values: Exact numbers, -1 where one is kept secret.
        direct: Whether addresses were indexed at each resolution, not rolled up.
        hidden: Smallest and largest number that is kept secret, as the reader is told; the largest is 0 if unknown.
        complete: Whether hexagons without a row have no registrations.
    """

    peildatum: str
    resolution: int
    cells: Cells
    codes: Sequence[str]
    values: Sequence[int]
    direct: bool = False
    hidden: tuple[int, int] = (1, 9)
    complete: bool = True


def write_plain(path: Path, plain: Plain) -> None:
    """The map as a GeoPackage with the fields of ours, and with what its reader is told.

    Args:
        path: GeoPackage.
        plain: The map.
    """
    n = len(plain.cells)
    secret = np.array(plain.values) < 0
    shown = plain.cells > 0
    outlines = iter(polygon_wkb(grid.boundaries(plain.cells[shown])))
    columns = (
        Column("gemeentecode", "text", list(plain.codes)),
        Column("waarde", "integer", np.array(plain.values, dtype=np.int64), secret),
        Column("sdc_status", "text", np.where(secret, "geheim", "gepubliceerd").tolist()),
        Column("peildatum", "text", [plain.peildatum] * n),
        Column("resolutie", "integer", grid.resolutions(plain.cells) if shown.any() else [-1] * n),
        Column("cellen", "text", [name if at else "" for name, at in zip(grid.names(plain.cells), shown)]),
    )
    told = {"direct": plain.direct, "compleet": plain.complete, "van": plain.hidden[0], "tot": plain.hidden[1]}
    how = (Column("sleutel", "text", list(told)), Column("waarde", "integer", [int(v) for v in told.values()]))
    geometry = "Polygon" if shown.all() else ""
    wkb = list(outlines) if geometry else ()
    write(path, [Table(_LAYER, columns, geometry, wkb), Table(_HOW, how)], indexed=False)


# What a stranger reads -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Row:
    """A published region, as a file says it.

    Attributes:
        cells: The hexagons that it is the union of; empty for whole municipalities.
        codes: The municipalities whose part of them counts.
        value: The number, None where it is kept secret.
        resolution: Resolution of the smallest hexagon that holds it.
    """

    cells: tuple[int, ...]
    codes: tuple[str, ...]
    value: Optional[int]
    resolution: int


@dataclass(frozen=True)
class Package:
    """What a stranger reads in a file.

    Attributes:
        path: The file.
        peildatum: Date of the numbers.
        rows: Its regions.
        step: Numbers are multiples of this.
        least: Fewest persons and addresses behind a number.
        hidden: Smallest and largest secret number; the largest is 0 if unknown.
        direct: Whether addresses were indexed at each resolution.
        complete: Whether hexagons without a row have no registrations.
        certificate: Whole numbers that the certificate tells of the audit: name and number.
    """

    path: Path
    peildatum: str
    rows: tuple[Row, ...]
    step: int
    least: tuple[int, int]
    hidden: tuple[int, int]
    direct: bool
    complete: bool
    certificate: tuple[tuple[str, int], ...] = ()


def read_package(path: Path) -> Package:
    """Reads a map.

    Args:
        path: GeoPackage with a layer 'heatmap'.
    """
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
        # The name of the layer is ours, nothing of the file gets into the SQL.
        found = database.execute("SELECT cellen, gemeentecode, waarde, resolutie, peildatum FROM heatmap").fetchall()
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        said = database.execute("SELECT sleutel, waarde FROM sdc_certificaat").fetchall() if _SAID in tables else []
        told = dict(database.execute("SELECT sleutel, waarde FROM werkwijze")) if _HOW in tables else {}
    rows = tuple(
        Row(
            tuple(int(name, 16) for name in (cells or "").split(",") if name),
            tuple(code for code in (codes or "").split(",") if code),
            value,
            -1 if resolution is None else resolution,
        )
        for cells, codes, value, resolution, _ in found
    )
    dates = {date for *_, date in found}
    if len(dates) > 1:
        raise ValueError(f"{path.name} has more than one date")
    plain = _HOW in tables
    return Package(
        path=path,
        peildatum=dates.pop() if dates else "",
        rows=rows,
        step=1 if plain else OUR_STEP,
        least=(0, 0) if plain else (OUR_PERSONS, OUR_ADDRESSES),
        hidden=(told.get("van", 0), told.get("tot", 0)),
        direct=bool(told.get("direct", 0)),
        complete=bool(told.get("compleet", 0)),
        certificate=tuple((key, int(text)) for key, text in said if _AUDIT in key and str(text).isdigit()),
    )
