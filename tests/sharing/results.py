"""A small workspace with results: three municipalities, of which one delivered nothing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from shapely.geometry import box

from arbeidsmigratie.arbeidsmigratie_plugin.core.geometry import point_wkb, to_wkb
from arbeidsmigratie.arbeidsmigratie_plugin.core.tables import Column, Table
from arbeidsmigratie.arbeidsmigratie_plugin.sharing import layers
from arbeidsmigratie.arbeidsmigratie_plugin.sources.writing import write

CODES, NAMES = ["9801", "9802", "9803"], ["Westerveen", "Oostwijk", "Stilland"]
LAND = [box(200000 + 5000 * at, 400000, 205000 + 5000 * at, 405000) for at in range(3)]


def _wkb(shapes):
    return to_wkb(np.array([*shapes, None], dtype=object)[:-1])


def _texts(values):
    return np.array(values, dtype=object)


def hexagons(peildatum: str) -> Table:
    """Four cells: with many addresses, few, none, and of an unknown number."""
    shapes = [
        box(201000, 401000, 202000, 402000),
        *(box(x, 401000, x + 1000, 402000) for x in (205000, 207000, 211000)),
    ]
    known = np.array([False, False, False, True])
    shares = np.array([0.12, 0.02, 0.0, np.nan])
    columns = (
        Column("h3", "text", _texts([f"88{at}" for at in range(4)])),
        Column("adressen", "integer", np.array([12, 2, 0, 0]), known),
        Column("registraties", "integer", np.array([40, 3, 0, 0]), known),
        Column("verblijfsobjecten", "integer", np.array([100, 100, 50, 60])),
        Column("aandeel", "real", shares),
        Column("aandeel_eb", "real", shares),
        Column("gemeentecodes", "text", _texts(["9801", "9802", "9802", "9803"])),
        Column("peildatum", "text", _texts([peildatum] * 4)),
        Column("aandeel_ondergrens", "real", shares),
        Column("aandeel_bovengrens", "real", shares),
    )
    return Table(name=layers.HEXAGONS, columns=columns, geometry="Polygon", wkb=_wkb(shapes))


def municipalities() -> Table:
    """The third delivered nothing."""
    columns = (
        Column("gemeentecode", "text", _texts(CODES)),
        Column("gemeentenaam", "text", _texts(NAMES)),
        Column("rni_geleverd", "integer", np.array([1, 1, 0])),
    )
    return Table(name=layers.MUNICIPALITIES, columns=columns, geometry="Polygon", wkb=_wkb(LAND))


def compared(peildatum: str) -> Table:
    """Numbers of the municipalities: many, few, unknown."""
    unknown = np.array([False, False, True])
    columns = (
        Column("gemeentecode", "text", _texts(CODES)),
        Column("gemeentenaam", "text", _texts(NAMES)),
        Column("adressen", "integer", np.array([12, 2, 0]), unknown),
        Column("registraties", "integer", np.array([40, 3, 0]), unknown),
        Column("verblijfsobjecten", "integer", np.array([1000, 150, 60])),
        Column("aandeel", "real", np.array([0.012, 0.0133, np.nan])),
        Column("verhouding", "real", np.array([2.1, 1.0, np.nan])),
        Column("ondergrens", "real", np.array([1.4, 0.5, np.nan])),
        Column("bovengrens", "real", np.array([3.0, 1.9, np.nan])),
        Column("clusters", "integer", np.array([1, 0, 0])),
        Column("norm_m2", "real", np.array([10.0, np.nan, np.nan])),
        Column("vergunningplicht", "integer", np.array([1, 0, 0]), unknown),
        Column("recreatie_bewoning", "text", _texts(["gedogen", None, None])),
        Column("peildatum", "text", _texts([peildatum] * 3)),
        Column("toelichting", "text", _texts([f"{name}: een zin." for name in NAMES])),
    )
    return Table(name="gemeenten_vergeleken", columns=columns)


def clusters(peildatum: str) -> Table:
    """One, at the edge of what is known."""
    columns = (
        Column("cluster_id", "text", _texts(["88"])),
        Column("rang", "integer", np.array([1])),
        Column("verhouding", "real", np.array([2.1])),
        Column("adressen", "integer", np.array([12])),
        Column("cellen", "integer", np.array([2])),
        Column("gemeentecodes", "text", _texts(["9801"])),
        Column("h3_cellen", "text", _texts(["88"])),
        Column("robuust", "integer", np.array([1])),
        Column("rand", "integer", np.array([1])),
        Column("peildatum", "text", _texts([peildatum])),
        Column("toelichting", "text", _texts(["In dit gebied zijn 2,1 keer zoveel adressen."])),
        Column("toelichting_en", "text", _texts(["In English."])),
    )
    shapes = [box(201000, 401000, 203000, 402000)]
    return Table(name="clusters", columns=columns, geometry="Polygon", wkb=_wkb(shapes))


def change(peildatum: str, differences: tuple[int, ...] = (5, -2, 0)) -> Table:
    """The change since an earlier date."""
    columns = (
        Column("gemeentecode", "text", _texts(CODES)),
        Column("n1", "integer", np.full(3, 10)),
        Column("n2", "integer", 10 + np.array(differences)),
        Column("verschil", "integer", np.array(differences)),
        Column("lokale_verschuiving", "real", np.array(differences, dtype=float)),
        Column("peildatum", "text", _texts([peildatum] * 3)),
    )
    return Table(name="verplaatsing", columns=columns, geometry="Polygon", wkb=_wkb(LAND))


def permits(peildatum: str, addresses: str = "abcd") -> Table:
    """Permits: in force, over, refused, and of an unknown number."""
    columns = (
        Column("adresseerbaarobject_id", "text", _texts(list(addresses))),
        Column("soort", "text", _texts(["vergunning"] * 4)),
        Column("aantal", "integer", np.array([20, 30, 40, 0]), np.array([False, False, False, True])),
        Column("status", "text", _texts(["verleend", "verleend", "geweigerd", "verleend"])),
        Column("geldig_tot", "text", _texts([None, "2020-01-01", None, None])),
        Column("peildatum", "text", _texts([peildatum] * 4)),
    )
    wkb = point_wkb(np.full(4, 201500.0), np.full(4, 401500.0))
    return Table(name="locatielijst", columns=columns, geometry="Point", wkb=wkb)


def write_result(path: Path, peildatum: str, *more: Table) -> Path:
    """Writes a workspace, anew if it is there.

    Args:
        path: The .gpkg.
        peildatum: Reference date.
        more: Other layers.
    """
    sources = [
        layers.provenance(layers.ADDRESSES, layers.RNI, 43, query="gemeenten 9801,9802; gekoppeld 93.48 %"),
    ]
    tables = [
        hexagons(peildatum),
        municipalities(),
        compared(peildatum),
        clusters(peildatum),
        *more,
        layers.provenance_table(sources),
    ]
    path.unlink(missing_ok=True)
    write(path, tables)
    return path
