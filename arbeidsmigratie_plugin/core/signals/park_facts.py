"""What there is to say of each place that can be a holiday park, in arrays for the rules to look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np

from ..arrays import Flags, Floats, Integers, Labels, Text
from ..geometry import locate, shapely_library
from ..municipalities import Municipalities
from ..stock import VERBLIJFSOBJECT, Stock
from .evidence import RuleBook
from .park_areas import Grounds, inside, within
from .park_places import Places, commonest, streets
from .park_shapes import Shapes, hulls, widened
from .park_units import HOME, LODGING, PITCH

_HECTARE = 10_000.0

#: North-east, south-east, south-west and north-west.
_SIDES = 4


@dataclass(frozen=True)
class Facts:
    """Facts of m places.

    Attributes:
        mapped: Whether the topographic map knows it as a park.
        area: Largest functional area of each, -1 for none.
        units: Number of units.
        lodging: Units for lodging.
        pitches: Units that are a standplaats.
        homes: Units that are a home by their use.
        small: Units in a small detached building.
        alike: Units with the commonest street or postcode, whichever is more.
        street: A unit (its position) in the commonest street, -1 for none.
        street_units: Units in that street.
        in_recreation: Units in the recreation area that most units lie in.
        recreation: That area, -1 for none.
        hull: Hull of the units with its margin, None without units.
        surface: Its surface (ha).
        objects: BAG objects in the place.
        addresses: Those with registrations, NaN where unknown.
        registrations: Registrations on them, NaN where unknown.
        main: Registrations on the address that has most, NaN where unknown.
        gemeentecode: Municipality, "" where unknown.
        inside: Whether any of its objects or areas lies in the region.
        members: Place of each of n objects, -1 for none.
    """

    mapped: Flags
    area: Integers
    units: Integers
    lodging: Integers
    pitches: Integers
    homes: Integers
    small: Integers
    alike: Integers
    street: Integers
    street_units: Integers
    in_recreation: Integers
    recreation: Integers
    hull: Shapes
    surface: Floats
    objects: Integers
    addresses: Floats
    registrations: Floats
    main: Floats
    gemeentecode: Text
    inside: Flags
    members: Integers

    def __len__(self) -> int:
        return len(self.units)


def establish(
    book: RuleBook,
    stock: Stock,
    grounds: Grounds,
    places: Places,
    counts: Floats,
    borders: Optional[Municipalities] = None,
) -> Facts:
    """The facts of each place.

    Args:
        book: The rules, for their limits.
        stock: n objects.
        grounds: Functional areas.
        places: m places.
        counts: Registrations on each object, NaN where unknown.
        borders: Areas of municipalities, None if they are not known.
    """
    m, rows, of = places.count, places.units.rows, places.of_unit
    hull = hulls(stock.x[rows], stock.y[rows], of, m, book.limit("holte"))
    wide = widened(hull, book.limit("rand_m"))
    member = _members(book, stock, grounds, places, hull, counts)
    mine = np.flatnonzero(member >= 0)
    number = streets(stock)[rows]
    street, street_units = commonest(of, number, m)
    _, postcode_units = commonest(of, _known(stock.postcode)[rows], m)
    example = np.full(m, -1, dtype=np.int64)
    in_it = np.flatnonzero((number == street[of]) & (number >= 0))
    example[of[in_it[::-1]]] = rows[in_it[::-1]]
    recreation, in_recreation = commonest(of, grounds.in_recreation[rows], m)
    has = [np.bincount(of[places.units.kind == kind], minlength=m) for kind in (LODGING, PITCH, HOME)]
    main = np.full(m, -1.0)
    np.maximum.at(main, member[mine], np.nan_to_num(counts[mine], nan=-1.0))
    registrations = _sum(member[mine], counts[mine], m)
    shown = np.zeros(m, dtype=np.bool_)
    shown[member[mine[stock.inside[mine]]]] = True
    shown[places.of_area[grounds.parks.inside]] = True
    return Facts(
        mapped=np.arange(m) < places.mapped,
        area=largest(grounds, places),
        units=np.bincount(of, minlength=m),
        lodging=has[0],
        pitches=has[1],
        homes=has[2],
        small=np.bincount(of[places.units.small], minlength=m),
        alike=np.maximum(street_units, postcode_units),
        street=example,
        street_units=street_units,
        in_recreation=in_recreation,
        recreation=recreation,
        hull=wide,
        surface=shapely_library().area(wide) / _HECTARE,
        objects=np.bincount(member[mine], minlength=m),
        addresses=_sum(member[mine], np.where(np.isnan(counts[mine]), np.nan, counts[mine] > 0), m),
        registrations=registrations,
        main=np.where(np.isnan(registrations), np.nan, main),
        gemeentecode=_municipality(book, stock, grounds, places, (member, wide), borders),
        inside=shown,
        members=member,
    )


def _members(book: RuleBook, stock: Stock, grounds: Grounds, places: Places, hull: Shapes, counts: Floats) -> Integers:
    """The place that each object is in, -1 for none: whatever lies in its areas, its units, what stands between them.

    Where units are missing also an address with registrations at the very edge of the area, unless it is a home.
    """
    member = np.full(len(stock), -1, dtype=np.int64)
    in_area = grounds.in_park >= 0
    member[in_area] = places.of_area[grounds.in_park[in_area]]
    member[places.units.rows] = places.of_unit
    objects, at = inside(stock.x, stock.y, hull)
    between = (member[objects] < 0) & ~grounds.excluded[objects]
    member[objects[between]] = at[between]
    bare = np.bincount(places.of_unit, minlength=places.count)[places.of_area] < book.limit("eenheden")
    home = (stock.kind == VERBLIJFSOBJECT) & stock.has_use("woonfunctie")
    free = np.flatnonzero((member < 0) & (counts > 0) & ~home & ~grounds.excluded)
    bare_areas = np.flatnonzero(bare)
    points = shapely_library().points(stock.x[free], stock.y[free])
    one, other, distance = within(points, grounds.parks.polygons[bare_areas], book.limit("rand_m"))
    farthest_first = np.argsort(-distance, kind="stable")
    member[free[one[farthest_first]]] = places.of_area[bare_areas[other[farthest_first]]]
    return member


def _known(column: Labels) -> Integers:
    """Numbers of texts, -1 for those that are empty."""
    return np.where(np.append(column.names, "")[column.numbers] != "", column.numbers, -1)


def _sum(place: Integers, values: Floats, count: int) -> Floats:
    """Sums per place; NaN where there is nothing to add, or something unknown among it."""
    total = np.full(count, np.nan)
    some = np.unique(place)
    total[some] = np.bincount(place, weights=values, minlength=count)[some]
    return total


def largest(grounds: Grounds, places: Places) -> Integers:
    """The largest functional area of each place, -1 for none."""
    found = np.full(places.count, -1, dtype=np.int64)
    smallest_first = np.argsort(shapely_library().area(grounds.parks.polygons), kind="stable")
    found[places.of_area[smallest_first]] = smallest_first
    return found


def _municipality(
    book: RuleBook,
    stock: Stock,
    grounds: Grounds,
    places: Places,
    members: tuple[Integers, Shapes],
    borders: Optional[Municipalities],
) -> Text:
    """The municipality in which each place lies: by its borders where these are known, else that of most objects in it.

    A place without objects has the municipality that surrounds it on all sides. The nearest object alone says nothing:
    where the BAG is of one municipality, it also is the nearest of what lies across its border.
    """
    member, hull = members
    mine = np.flatnonzero(member >= 0)
    code, _ = commonest(member[mine], _known(stock.gemeentecode)[mine], places.count)
    shapely, area = shapely_library(), largest(grounds, places)
    drawn = np.where(area >= 0, np.array([*grounds.parks.polygons, None], dtype=object)[area], hull)
    x, y = shapely.get_coordinates(shapely.point_on_surface(drawn)).T
    unknown = np.flatnonzero(code < 0)
    code[unknown] = _surrounding(stock, x[unknown], y[unknown], book.limit("gemeente_binnen_m"))
    names: Text = np.append(stock.gemeentecode.names, "")[code]
    if borders is not None:
        at = locate(x, y, borders.polygons)
        names[at >= 0] = borders.code[at[at >= 0]]
    return names


def _surrounding(stock: Stock, x: Floats, y: Floats, reach: float) -> Integers:
    """The municipality of all objects within reach of some points, if there are any on all four sides; else -1."""
    from scipy.spatial import cKDTree

    code = np.full(len(x), -1, dtype=np.int64)
    number = _known(stock.gemeentecode)
    among = np.flatnonzero((number >= 0) & np.isfinite(stock.x) & np.isfinite(stock.y))
    if len(x) and len(among):
        tree = cKDTree(np.column_stack([stock.x[among], stock.y[among]]))
        for at, near in enumerate(tree.query_ball_point(np.column_stack([x, y]), reach)):
            around = among[near]
            sides = set(zip((stock.x[around] > x[at]).tolist(), (stock.y[around] > y[at]).tolist()))
            codes = set(number[around].tolist())
            if len(sides) == _SIDES and len(codes) == 1:
                code[at] = codes.pop()
    return code


# Names -------------------------------------------------------------------------------------------------------------


def park_names(stock: Stock, grounds: Grounds, places: Places, facts: Facts) -> Text:
    """The name on the map, of the largest area that has one; else the street of most units; "" if there is none.

    A recreation area gives its name to a place that has most of its units in it.
    """
    found = np.full(places.count, "", dtype=object)
    street = np.flatnonzero((facts.street_units * 2 > facts.units) & (facts.street >= 0))
    found[street] = np.append(stock.straat.names, "")[stock.straat.numbers[facts.street[street]]]
    lies = np.flatnonzero((facts.recreation >= 0) & (facts.in_recreation * 2 > facts.units) & ~facts.mapped)
    named = lies[grounds.recreation.name[facts.recreation[lies]] != ""]
    found[named] = grounds.recreation.name[facts.recreation[named]]
    smallest_first = np.argsort(shapely_library().area(grounds.parks.polygons), kind="stable")
    by_map = smallest_first[grounds.parks.name[smallest_first] != ""]
    found[places.of_area[by_map]] = grounds.parks.name[by_map]
    return found
