"""Partner packages, read back: what was published, checked before anything is done with it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, NoReturn, Optional

import numpy as np

from ..core import grid
from ..core.disclosure.atoms import BASE_RESOLUTION, Region
from ..core.disclosure.grant import Grant
from ..core.disclosure.package import BORDER, BORDERS_SUFFIX, CERTIFICATE, GRANT, HEATMAP, SAID, SOURCE, WHOLE
from ..core.disclosure.publication import POOLED, PUBLISHED, MunicipalArea, Publication, PublishedRegion
from ..core.disclosure.regions import MUNICIPALITY
from ..core.errors import ArbeidsmigratieError, CrsMissingError
from ..core.geojson import geometries
from ..core.geometry import polygons_to_rd, shapely_library
from ..core.phrases import phrase
from ..core.privacy import safe_file_name
from ..core.refusals import PackageError
from .vector import Chunk, OgrLayer, layer_names

#: Fields of the layer heatmap.
_TEXTS = ("regio_id", "gemeentecode", "klasse", "sdc_status", "peildatum", "cellen")
_NUMBERS = ("waarde", "dichtheid_km2", "verblijfsobjecten", "resolutie")

#: Not in packages of early versions.
_MARGIN = "marge"

_ROWS = "SELECT sleutel, waarde FROM sdc_certificaat ORDER BY rowid"

_AGAIN = phrase("Ask for the package again")


def read_publication(path: Path) -> Publication:
    """What a package publishes.

    Args:
        path: The .gpkg of the package, with the file of its municipal borders beside it.

    Raises:
        PackageError: It is none, is damaged, or says what no package says.
    """
    said, sources, certificate = _read_certificate(path)
    rounding = _whole_number(path, said, "afronding")
    regions = _read_regions(path, rounding, said["peildatum"])
    return Publication(
        title=said["titel"],
        series=said["reeks"],
        peildatum=said["peildatum"],
        resolution=_whole_number(path, said, "resolutie"),
        rounding=rounding,
        grant=Grant(*(said[key] for key in GRANT)),
        regions=regions,
        municipalities=_read_municipalities(path, regions),
        certificate=certificate,
        sources=sources,
    )


def packages_in(paths: Sequence[str]) -> list[Path]:
    """The GeoPackages of packages, in order.

    Args:
        paths: GeoPackages, or folders with them.

    Raises:
        PackageError: A path is not there, or a folder has no GeoPackage.
    """
    found: list[Path] = []
    for path in map(Path, paths):
        inside = sorted(path.glob("*.gpkg")) if path.is_dir() else [path] if path.is_file() else []
        if not inside:
            _refuse(
                path, phrase("there is no GeoPackage"), phrase("Give the .gpkg of a package, or the folder it is in")
            )
        found += inside
    return found


# Certificate -------------------------------------------------------------------------------------------------------


def _read_certificate(path: Path) -> tuple[dict[str, str], tuple[str, ...], dict[str, Any]]:
    """What the table says by key, the sources, and the certificate."""
    names = _layers(path)
    for wanted in (HEATMAP, CERTIFICATE):
        if wanted not in names:
            found = ", ".join(names) or phrase("nothing")
            _refuse(
                path,
                phrase("it has no {wanted} (it has {found})", wanted=wanted, found=found),
                phrase("Give the .gpkg of a package of 'heatmapexport'"),
            )
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            rows = database.execute(_ROWS).fetchall()
    except sqlite3.Error:
        _refuse(
            path,
            phrase("its table {certificate} has no rows of 'sleutel' and 'waarde'", certificate=CERTIFICATE),
            _AGAIN,
        )
    said = {str(key): str(value or "") for key, value in rows}
    for key in (*SAID, *GRANT, WHOLE):
        if not said.get(key):
            _refuse(
                path, phrase("its table {certificate} does not say '{key}'", certificate=CERTIFICATE, key=key), _AGAIN
            )
    try:
        certificate = json.loads(said[WHOLE])
    except ValueError:
        certificate = None
    if not isinstance(certificate, dict):
        _refuse(
            path,
            phrase("row '{whole}' of its table {certificate} is no JSON object", whole=WHOLE, certificate=CERTIFICATE),
            _AGAIN,
        )
    return said, tuple(str(value) for key, value in rows if key == SOURCE), certificate


def _layers(path: Path) -> tuple[str, ...]:
    if not path.is_file():
        _refuse(path, phrase("there is no such file"), phrase("Give the .gpkg of the package"))
    try:
        return layer_names(path)
    except ArbeidsmigratieError:
        _refuse(
            path,
            phrase("it is damaged or no GeoPackage"),
            phrase("{again}, and unpack it first if it is a .zip", again=_AGAIN),
        )


def _whole_number(path: Path, said: dict[str, str], key: str) -> int:
    if not said[key].isdecimal() or int(said[key]) < 1:
        _refuse(
            path,
            phrase(
                "row '{key}' of its table {certificate} is '{said}', no whole number above 0",
                key=key,
                certificate=CERTIFICATE,
                said=said[key],
            ),
            _AGAIN,
        )
    return int(said[key])


# Regions -----------------------------------------------------------------------------------------------------------


def _read_regions(path: Path, rounding: int, peildatum: str) -> tuple[PublishedRegion, ...]:
    layer = OgrLayer(path, HEATMAP)
    absent = [name for name in (*_TEXTS, *_NUMBERS) if name not in layer.fields]
    if absent:
        _refuse(
            path, phrase("its layer {heatmap} has no field {absent}", heatmap=HEATMAP, absent=", ".join(absent)), _AGAIN
        )
    try:
        crs = layer.crs()
    except CrsMissingError:
        crs = ""
    if crs not in grid.RD_NAMES:
        _refuse(path, phrase("its layer {heatmap} is not in RD New (EPSG:28992)", heatmap=HEATMAP), _AGAIN)
    try:
        also = [name for name in (_MARGIN,) if name in layer.fields]
        chunks = list(
            layer.chunks([*_TEXTS, *_NUMBERS, *also])
        )  # to its end: GDAL crashes on a stream that is left halfway
    except RuntimeError:
        _refuse(path, phrase("it is damaged"), _AGAIN)
    regions = [region for chunk in chunks for region in _regions_of(path, chunk, crs)]
    regions.sort(key=lambda region: region.regio_id)
    for region in regions:
        _check(path, region, rounding, peildatum)
    if len({region.waarde is None for region in regions}) > 1:
        _refuse(path, phrase("some of its regions have a value and others have not"), _AGAIN)
    _check_apart(path, regions)
    return tuple(regions)


def _regions_of(path: Path, chunk: Chunk, crs: str) -> list[PublishedRegion]:
    polygons = polygons_to_rd(chunk.wkb, crs)
    rows = [{name: column[at] for name, column in chunk.columns.items()} for at in range(len(chunk))]
    return [_region(path, row, polygon) for row, polygon in zip(rows, polygons)]


def _region(path: Path, row: dict[str, Any], polygon: Any) -> PublishedRegion:
    shapely = shapely_library()
    name = str(row["regio_id"]) or phrase("without name")
    value, density, level = (_number(row[field]) for field in ("waarde", "dichtheid_km2", "resolutie"))
    if (value is None) != (density is None):
        field = "waarde" if value is None else "dichtheid_km2"
        _refuse(path, phrase("region {name} has no number in field {field}", name=name, field=field), _AGAIN)
    if value is not None and value != int(value):
        _refuse(path, phrase("the value of region {name} is no whole number", name=name), _AGAIN)
    if polygon is None or shapely.get_dimensions(polygon) != 2:
        _refuse(path, phrase("region {name} has no area", name=name), _AGAIN)
    return PublishedRegion(
        regio_id=name,
        gemeentecode=str(row["gemeentecode"]),
        waarde=_whole(value),
        klasse=str(row["klasse"]),
        dichtheid_km2=density,
        verblijfsobjecten=_whole(_number(row["verblijfsobjecten"])),
        sdc_status=str(row["sdc_status"]),
        peildatum=str(row["peildatum"]),
        resolutie=None if level == MUNICIPALITY else _whole(level),  # early versions wrote the number
        cells=_cells(path, name, str(row["cellen"])),
        polygon=shapely.MultiPolygon(shapely.get_parts(polygon).tolist()),
        marge=_whole(_number(row.get(_MARGIN))),
    )


def _number(value: Any) -> Optional[float]:
    """A number, None for NULL: in a column of NULLs only, OGR gives NaN or no numbers at all."""
    return float(value) if isinstance(value, (np.integer, np.floating)) and value == value else None


def _whole(number: Optional[float]) -> Optional[int]:
    return None if number is None else int(number)


def _cells(path: Path, name: str, text: str) -> tuple[int, ...]:
    """The base cells that a region says it consists of."""
    try:
        cells = grid.from_names(text.split(","))
    except (ValueError, OverflowError):
        cells = np.empty(0, dtype=np.uint64)
    valid = grid.h3_library().is_valid_cell
    proper = len(cells) > 0 and all(map(valid, cells.tolist())) and (grid.resolutions(cells) == BASE_RESOLUTION).all()
    if not proper or len(np.unique(cells)) < len(cells):
        reason = phrase(
            "field cellen of region {name} is no list of H3 cells of resolution {base_resolution}",
            name=name,
            base_resolution=BASE_RESOLUTION,
        )
        _refuse(path, reason, _AGAIN)
    return tuple(sorted(cells.tolist()))


def _check(path: Path, region: PublishedRegion, rounding: int, peildatum: str) -> None:
    """Refuses a region that no export writes."""
    level = MUNICIPALITY if region.resolutie is None else region.resolutie
    made = Region(region.gemeentecode, level, region.sdc_status == POOLED, region.cells)
    name = region.regio_id
    if region.waarde is not None and (region.waarde < rounding or region.waarde % rounding):
        reason = phrase(
            "the value of region {name}, {waarde}, is no multiple of {rounding}",
            name=name,
            waarde=region.waarde,
            rounding=rounding,
        )
        _refuse(path, reason, phrase("Do not use it, and tell who gave it: it may hold real numbers"))
    if region.sdc_status not in (PUBLISHED, POOLED):
        _refuse(
            path,
            phrase("region {name} has an unknown sdc_status '{sdc_status}'", name=name, sdc_status=region.sdc_status),
            _AGAIN,
        )
    if region.peildatum != peildatum:
        _refuse(
            path,
            phrase(
                "region {name} is of {date}, the package of {peildatum}",
                name=name,
                date=region.peildatum or phrase("no date"),
                peildatum=peildatum,
            ),
            _AGAIN,
        )
    if made.regio_id != name:
        _refuse(path, phrase("region {name} does not consist of the cells that its name says", name=name), _AGAIN)


def _check_apart(path: Path, regions: Sequence[PublishedRegion]) -> None:
    """Refuses two regions of one municipality that share a cell: their difference would be somebody's."""
    owner: dict[tuple[str, int], str] = {}
    for region in regions:
        for cell in region.cells:
            other = owner.setdefault((region.gemeentecode, cell), region.regio_id)
            if other != region.regio_id:
                reason = phrase(
                    "regions {other} and {regio_id} both hold cell {cell:x}",
                    other=other,
                    regio_id=region.regio_id,
                    cell=cell,
                )
                _refuse(
                    path, reason, phrase("Do not use it, and tell who gave it: what they differ by can be read from it")
                )
    if len({region.regio_id for region in regions}) < len(regions):
        _refuse(path, phrase("a region is in it twice"), _AGAIN)


# Municipalities ----------------------------------------------------------------------------------------------------


def _read_municipalities(path: Path, regions: Sequence[PublishedRegion]) -> tuple[MunicipalArea, ...]:
    beside = path.with_name(f"{path.stem}{BORDERS_SUFFIX}")
    if not beside.is_file():
        _refuse(
            beside, phrase("there is no such file"), phrase("Keep it beside {file}", file=safe_file_name(path.name))
        )
    try:
        features = json.loads(beside.read_text(encoding="utf-8"))["features"]
        borders = [feature for feature in features if feature["properties"]["soort"] == BORDER]
        named = [(f["properties"]["gemeentecode"], f["properties"]["gemeentenaam"]) for f in borders]
        polygons = polygons_to_rd(geometries(borders), grid.LONLAT)
    except (ValueError, KeyError, TypeError, OSError):
        _refuse(beside, phrase("it is damaged or no GeoJSON of a package"), _AGAIN)
    codes = [region.gemeentecode for region in regions]
    unknown = sorted(set(codes) - {code for code, _ in named})
    if unknown:
        _refuse(
            beside,
            phrase(
                "municipality {unknown} of {file} is not in it",
                unknown=", ".join(unknown),
                file=safe_file_name(path.name),
            ),
            _AGAIN,
        )
    return tuple(
        MunicipalArea(str(code), str(name), polygon, codes.count(code))
        for (code, name), polygon in zip(named, polygons)
    )


def _refuse(path: Path, reason: str, remedy: str) -> NoReturn:
    raise PackageError(file=safe_file_name(path.name), reason=reason, remedy=remedy) from None
