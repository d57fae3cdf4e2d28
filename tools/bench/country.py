"""Generated data for the benchmark of highlights: a countryside with towns, farms, estates, greenhouses and parks."""

from __future__ import annotations

import csv
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import shapely

from arbeidsmigratie_plugin.core.arrays import Floats, Integers
from arbeidsmigratie_plugin.core.geometry import point_wkb, to_wkb
from arbeidsmigratie_plugin.core.tables import Column, Table
from arbeidsmigratie_plugin.sources.writing import write

_SEED = 2026
_WEST, _SOUTH, _SIZE = 160000.0, 370000.0, 60000.0
_TOWNS, _MUNICIPALITIES = 120, 16
_PEILDATUM = "2026-07-01"

#: Kinds of functional area and how many of each hundred are so; the last is one that no highlight looks at.
_KINDS = (
    ("vakantiepark", 2),
    ("bungalowpark", 2),
    ("caravanpark", 2),
    ("camping, kampeerterrein", 6),
    ("recreatiegebied", 4),
    ("bedrijventerrein", 24),
    ("kassengebied", 10),
    ("jachthaven", 2),
    ("volkstuinen", 4),
    ("sportterrein, sportcomplex", 44),
)
_CORNERS = 32

#: Shares of the objects: in towns, on yards, on estates; the rest are units of parks.
_TOWN, _YARD, _ESTATE = 0.82, 0.08, 0.06
_PER_PARK, _SPACING = 40, 22.0


@dataclass(frozen=True)
class Country:
    """Objects, buildings and areas.

    Attributes:
        x: Eastings of the n objects (m, RD New).
        y: Northings.
        use: Gebruiksdoel of each.
        area: Floor area of each (m2).
        building: Position of the building of each.
        outlines: The buildings; those without objects come last.
        kind: Kind of each functional area.
        areas: Their polygons.
    """

    x: Floats
    y: Floats
    use: npt.NDArray[np.object_]
    area: Integers
    building: Integers
    outlines: npt.NDArray[np.object_]
    kind: npt.NDArray[np.object_]
    areas: npt.NDArray[np.object_]


def country(n: int, k: int) -> Country:
    """Makes it: the same whenever it is made.

    Args:
        n: Number of objects.
        k: Number of functional areas.
    """
    rng = np.random.default_rng(_SEED)
    kind = rng.permutation(np.repeat([name for name, _ in _KINDS], [share * k // 100 for _, share in _KINDS]))
    middle, radius = rng.uniform(1000, _SIZE - 1000, (len(kind), 2)), rng.uniform(80, 300, len(kind))
    place = rng.choice(4, n, p=(_TOWN, _YARD, _ESTATE, 1 - _TOWN - _YARD - _ESTATE))
    xy = np.empty((n, 2))
    xy[place == 0] = _in_towns(rng, int((place == 0).sum()))
    xy[place == 1] = rng.uniform(500, _SIZE - 500, ((place == 1).sum(), 2))
    estates = np.flatnonzero(kind == "bedrijventerrein")
    on = rng.choice(estates, (place == 2).sum())
    xy[place == 2] = middle[on] + rng.uniform(-0.6, 0.6, (len(on), 2)) * radius[on, None]
    parks = np.flatnonzero(np.isin(kind, [name for name, _ in _KINDS[:4]]))
    xy[place == 3] = _in_parks(rng, middle[parks], int((place == 3).sum()))
    use, floor = _uses(rng, place)
    building, outlines = _buildings(rng, place, xy, floor)
    x, y = np.array([_WEST, _SOUTH])[:, None] + xy.T.clip(0, _SIZE).round(2)
    return Country(x, y, use, floor, building, outlines, kind.astype(object), _areas(rng, middle, radius))


def _in_towns(rng: np.random.Generator, n: int) -> Floats:
    town = rng.integers(0, _TOWNS, n)
    centre, spread = rng.uniform(3000, _SIZE - 3000, (_TOWNS, 2)), rng.uniform(300, 1500, _TOWNS)
    return centre[town] + rng.normal(0, 1, (n, 2)) * spread[town, None]


def _in_parks(rng: np.random.Generator, middle: Floats, n: int) -> Floats:
    """Units in rows; some parks lie where the map knows of none."""
    park, unit = np.divmod(np.arange(n), _PER_PARK)
    centres = np.concatenate([rng.permutation(middle), rng.uniform(1000, _SIZE - 1000, (park[-1] + 1, 2))])
    row, column = np.divmod(unit, 8)
    return centres[park] + np.stack([column, row], axis=1) * _SPACING + rng.normal(0, 2, (n, 2))


def _uses(rng: np.random.Generator, place: Integers) -> tuple[npt.NDArray[np.object_], Integers]:
    """Gebruiksdoel and floor area by where objects are."""
    shares = (
        (("woonfunctie", "winkelfunctie", "kantoorfunctie", "woonfunctie,winkelfunctie", "logiesfunctie"),
         (0.93, 0.035, 0.025, 0.005, 0.005)),
        (("woonfunctie", "woonfunctie,industriefunctie", "industriefunctie", "overige gebruiksfunctie"),
         (0.8, 0.05, 0.1, 0.05)),
        (("industriefunctie", "kantoorfunctie", "woonfunctie"), (0.8, 0.15, 0.05)),
        (("logiesfunctie", "woonfunctie"), (0.7, 0.3)),
    )  # fmt: skip
    use = np.empty(len(place), dtype=object)
    for where, (names, share) in enumerate(shares):
        here = place == where
        use[here] = rng.choice(np.array(names, dtype=object), here.sum(), p=share)
    floor = rng.integers(60, 180, len(place))
    floor[use == "industriefunctie"] *= 8
    floor[place == 3] = rng.integers(35, 75, (place == 3).sum())
    return use, floor


def _buildings(
    rng: np.random.Generator, place: Integers, xy: Floats, floor: Integers
) -> tuple[Integers, npt.NDArray[np.object_]]:
    """The building of each object, a fifth of those in towns in the building of the one before; barns and glass."""
    own = (place != 0) | (rng.random(len(place)) < 0.8)
    own[0] = True
    building = np.cumsum(own) - 1
    building[~own] = (np.cumsum(own) - 1)[~own]
    sides = [np.sqrt(floor[own] * 0.8)]
    middles = [xy[own]]
    yards = np.flatnonzero(place == 1)
    for share, least, most in ((0.7, 15, 40), (0.1, 60, 110)):
        near = rng.choice(yards, int(len(yards) * share), replace=False)
        middles.append(xy[near] + rng.choice([-1, 1], (len(near), 2)) * rng.uniform(20, 60, (len(near), 2)))
        sides.append(rng.uniform(least, most, len(near)))
    middle, half = np.concatenate(middles) + np.array([_WEST, _SOUTH]), np.concatenate(sides)[:, None] / 2
    low, high = middle - half, middle + half
    return building, shapely.box(low[:, 0], low[:, 1], high[:, 0], high[:, 1])


def _areas(rng: np.random.Generator, middle: Floats, radius: Floats) -> npt.NDArray[np.object_]:
    """Round polygons with a ragged edge."""
    turn = np.linspace(0, 2 * np.pi, _CORNERS, endpoint=False)
    reach = radius[:, None] * rng.uniform(0.8, 1.2, (len(radius), _CORNERS))
    ring = middle[:, None, :] + reach[..., None] * np.stack([np.cos(turn), np.sin(turn)], axis=1)
    polygons: npt.NDArray[np.object_] = shapely.polygons(ring + np.array([_WEST, _SOUTH]))
    return polygons


# Files -------------------------------------------------------------------------------------------------------------


def write_bag(path: Path, made: Country) -> None:
    """Objects and buildings in the layout of bag-light.gpkg."""
    number = np.arange(len(made.x))
    objects = (
        Column("identificatie", "text", [_object(i) for i in number]),
        Column("oppervlakte", "integer", made.area),
        Column("status", "text", ["Verblijfsobject in gebruik"] * len(number)),
        Column("gebruiksdoel", "text", made.use),
        Column("openbare_ruimte_naam", "text", [f"Proefstraat {i // 60}" for i in number]),
        Column("huisnummer", "integer", 1 + number % 60),
        Column("huisletter", "text", ["A" if i % 7 == 0 else "" for i in number]),
        Column("toevoeging", "text", ["bis" if i % 11 == 0 else "" for i in number]),
        Column("postcode", "text", [_postcode(i // 20) for i in number]),
        Column("woonplaats_naam", "text", [f"Plaats {i // 5000}" for i in number]),
        Column("pand_identificatie", "text", [_pand(i) for i in made.building]),
        Column("nummeraanduiding_hoofdadres_identificatie", "text", [f"980120{i:010d}" for i in number]),
        Column("bronhouder_identificatie", "text", [_code(i) for i in number]),
    )
    panden = (
        Column("identificatie", "text", [_pand(i) for i in range(len(made.outlines))]),
        Column("bouwjaar", "integer", np.full(len(made.outlines), 1980)),
        Column("status", "text", ["Pand in gebruik"] * len(made.outlines)),
    )
    homes = Table("verblijfsobject", objects, "Point", point_wkb(made.x, made.y))
    write(path, [homes, Table("pand", panden, "MultiPolygon", to_wkb(made.outlines))])


def write_areas(path: Path, made: Country) -> None:
    """Functional areas with the fields of TOP10NL."""
    number = range(len(made.kind))
    columns = (
        Column("lokaal_id", "text", [f"{i:09d}" for i in number]),
        Column("typefunctioneelgebied", "text", made.kind),
        Column("naamnl", "text", [f"Gebied {i}" if i % 3 else "" for i in number]),
        Column("bronactualiteit", "text", ["2026-01-01"] * len(number)),
    )
    write(path, [Table("functioneel_gebied_vlak", columns, "MultiPolygon", to_wkb(made.areas))])


def write_registrations(path: Path, made: Country, addresses: int) -> None:
    """Points with the fields that rniinlezen gives and the highlights read."""
    rng = np.random.default_rng(_SEED + 1)
    at = np.sort(rng.choice(len(made.x), addresses, replace=False))
    columns = (
        Column("adresseerbaarobject_id", "text", [_object(i) for i in at]),
        Column("gemeentecode", "text", [_code(i) for i in at]),
        Column("registraties", "integer", 1 + rng.geometric(0.3, addresses)),
        Column("peildatum", "text", [_PEILDATUM] * addresses),
    )
    write(path, [Table("rni_adressen", columns, "Point", point_wkb(made.x[at], made.y[at]))])


def write_vacant(path: Path, made: Country, homes: int) -> None:
    """A list of homes without residents."""
    at = np.random.default_rng(_SEED + 2).choice(np.flatnonzero(made.use == "woonfunctie"), homes, replace=False)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("adresseerbaarobject_id", "brp_personen"))
        writer.writerows((_object(i), 0) for i in at)


def _object(i: int) -> str:
    return f"980101{i:010d}"


def _pand(i: int) -> str:
    return f"980110{i:010d}"


def _code(i: int) -> str:
    return f"98{i % _MUNICIPALITIES:02d}"


def _postcode(number: int) -> str:
    digits, letters = divmod(number, 676)
    return f"{1000 + digits}{chr(65 + letters // 26)}{chr(65 + letters % 26)}"


if __name__ == "__main__":
    what, target, objects, areas, *size = sys.argv[1:]
    generated = country(int(objects), int(areas))
    if what == "bag":
        write_bag(Path(target), generated)
    elif what == "areas":
        write_areas(Path(target), generated)
    else:
        writers = {"registrations": write_registrations, "vacant": write_vacant}
        writers[what](Path(target), generated, int(size[0]))
