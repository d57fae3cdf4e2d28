"""A GeoPackage with the fields of one of PDOK's channels, made from a bag-light GeoPackage."""

from __future__ import annotations

from pathlib import Path

from osgeo import gdal, ogr

from tests.standin.bag import NUMBERS, SEE


def derive(bag_light: Path, target: Path, channel: dict[str, dict[str, str]], empty: bool) -> list[str]:
    """Writes the layers that there are, with the fields of a channel (its name -> the bag-light's); gives their names.

    With `empty` an absent text is "" and an absent number 0; otherwise they are null.
    """
    source = ogr.Open(str(bag_light))
    if source is None:
        raise FileNotFoundError(f"GDAL can not open {bag_light}")
    made: list[str] = []
    for kind, fields in channel.items():
        layer = source.GetLayerByName(kind)
        if layer is None:
            continue
        own = {definition.GetName() for definition in layer.schema}
        columns = [f'{_value(kind, new, old, own, empty)} AS "{new}"' for new, old in fields.items()]
        columns.append("lower(hex(randomblob(16))) AS fuuid")
        geometry = layer.GetGeometryColumn() or "geom"
        gdal.VectorTranslate(
            str(target),
            str(bag_light),
            format="GPKG",
            accessMode="append" if made else None,
            SQLStatement=f'SELECT "{geometry}" AS geom, {", ".join(columns)} FROM "{kind}"',
            layerName=kind,
            geometryType="POINT" if kind == "verblijfsobject" else "MULTIPOLYGON",
            layerCreationOptions=["GEOMETRY_NAME=geom", "FID=feature_id"],
        )
        made.append(kind)
    indexed = ogr.Open(str(target), 1)
    for kind in made:
        for field in ("identificatie", "fuuid"):
            indexed.ExecuteSQL(f'CREATE INDEX "{kind}_{field}" ON "{kind}" ({field})')
    return made


def _value(kind: str, new: str, old: str, own: set[str], empty: bool) -> str:
    if old == "rdf_seealso":
        return f"'{SEE}/{kind}/' || identificatie"
    absent = "NULL" if not empty else "0" if new in NUMBERS else "''"
    if old not in own:
        return f"CAST({absent} AS {'INTEGER' if new in NUMBERS else 'TEXT'})"
    return f'coalesce("{old}", {absent})' if empty else f'"{old}"'
