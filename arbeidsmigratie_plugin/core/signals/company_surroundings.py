"""What stands in, beside and around homes: the facts that the rules for company dwellings look at.

Everything is asked of spatial indexes for all homes at once. How dense the surroundings are is only counted where
something else was found: for the many ordinary homes nobody needs to know.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..arrays import Flags, Floats, Integers
from ..geometry import locate, perhaps_near, shapely_library
from ..stock import VERBLIJFSOBJECT, Buildings, Stock, Zones
from .company_buildings import Membership, membership
from .evidence import RuleBook

#: Uses of a company; the BAG has none for agriculture, farms carry 'industrie' or 'overige'.
COMPANY_USES = ("industriefunctie", "kantoorfunctie", "winkelfunctie", "overige gebruiksfunctie")
GATHERING_USES = ("bijeenkomstfunctie", "sportfunctie", "onderwijsfunctie")
#: Companies that make surroundings: garage boxes and sheds ('overige') don't.
_AROUND_USES = ("industriefunctie", "kantoorfunctie", "winkelfunctie")

ESTATE, GREENHOUSES = "bedrijventerrein", "kassengebied"


@dataclass(frozen=True)
class Seen:
    """What was seen of n objects; distances and areas are NaN, positions -1, where there is nothing within reach.

    Attributes:
        home: Whether it is a verblijfsobject to live in; all else holds for homes only.
        companies_inside: Company objects, without living, in the same building.
        gatherings_inside: Objects for gatherings, sports or education in the same building.
        homes_inside: Homes in the same building, itself included.
        yard_metres: Distance to the nearest large building without a home.
        yard_area: Footprint of that building (m2).
        yard_used: Whether a company object is in it.
        yard_homes: Homes to which it is the nearest large building.
        glass_metres: Distance to the nearest building that may be a greenhouse, beside that of yard_metres if it can.
        glass_area: Footprint of that building (m2).
        glass_is_yard: Whether it is the large building of yard_metres.
        estate: Position of the business estate that the home is in.
        estate_metres: Distance to the nearest company building, on a business estate.
        greenhouses: Position of the greenhouse area that the home is in.
        neighbours: Other homes around it; -1 where they were not counted.
        companies: Company buildings around it; -1 where they were not counted.
    """

    home: Flags
    companies_inside: Integers
    gatherings_inside: Integers
    homes_inside: Integers
    yard_metres: Floats
    yard_area: Floats
    yard_used: Flags
    yard_homes: Integers
    glass_metres: Floats
    glass_area: Floats
    glass_is_yard: Flags
    estate: Integers
    estate_metres: Floats
    greenhouses: Integers
    neighbours: Integers
    companies: Integers


def look_around(stock: Stock, buildings: Optional[Buildings], zones: Optional[Zones], book: RuleBook) -> Seen:
    """Looks at every home.

    Args:
        stock: n objects.
        buildings: Outlines of buildings, None if there are none.
        zones: Functional areas, None if there are none.
        book: The rules, for how far to look.
    """
    n = len(stock)
    home = stock.has_use("woonfunctie") & (stock.kind == VERBLIJFSOBJECT)
    at = np.flatnonzero(home & np.isfinite(stock.x) & np.isfinite(stock.y))
    held = _held(stock, buildings, home, book.limit("large_m2"))
    companies, gatherings = (
        np.where(home, held.members.of_objects(inside, n), 0) for inside in (held.companies, held.gatherings)
    )
    yard = _yards(stock, held, at, book)
    estate, greenhouses = (_within(stock, zones, kind, at) for kind in (ESTATE, GREENHOUSES))
    other = stock.has_use(*COMPANY_USES, *GATHERING_USES) | (companies > 0) | (gatherings > 0)
    beside = ~np.isnan(yard.metres) | ~np.isnan(yard.glass_metres) | (estate >= 0) | (greenhouses >= 0)
    worth = at[(other | beside)[at]]
    radius = book.limit("surroundings_m")
    neighbours = _counted(stock, at, worth, radius)
    neighbours[worth] -= 1  # itself
    return Seen(
        home=home,
        companies_inside=companies,
        gatherings_inside=gatherings,
        homes_inside=held.members.of_objects(held.homes, n),
        yard_metres=yard.metres,
        yard_area=yard.area,
        yard_used=yard.used,
        yard_homes=yard.homes,
        glass_metres=yard.glass_metres,
        glass_area=yard.glass_area,
        glass_is_yard=yard.glass_is_yard,
        estate=estate,
        estate_metres=_to_company(stock, held, np.flatnonzero(estate >= 0), book),
        greenhouses=greenhouses,
        neighbours=neighbours,
        companies=_counted(stock, _one_each(stock, held.members), worth, radius),
    )


# Buildings ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Held:
    """What buildings hold.

    Attributes:
        members: Which objects share a building.
        company: Whether each object is a company, without living.
        homes: Homes in each building.
        companies: Companies in each.
        gatherings: Objects for gatherings, sports or education in each.
        outlines: Buildings whose outline is known, None if there are none.
        large: Positions of the large ones without a home.
        empty: Whether there is no object at all in each of these.
        working: Whether there is a company in each of these.
    """

    members: Membership
    company: Flags
    homes: Integers
    companies: Integers
    gatherings: Integers
    outlines: Optional[Buildings]
    large: Integers
    empty: Flags
    working: Flags


def _held(stock: Stock, buildings: Optional[Buildings], home: Flags, large_m2: float) -> _Held:
    company = stock.has_use(*COMPANY_USES) & ~home
    gathering = stock.has_use(*GATHERING_USES) & ~home
    wide = np.zeros(0, dtype=np.bool_) if buildings is None else buildings.footprint >= large_m2
    members = membership(stock, buildings, company | gathering, wide)
    homes, companies, gatherings = (members.inside(holds) for holds in (home, company, gathering))
    anything = members.inside(np.ones(len(stock), dtype=np.bool_))
    large = np.flatnonzero(wide & (members.of_outlines(homes) == 0)) if len(wide) else np.empty(0, dtype=np.int64)
    empty, working = (members.of_outlines(inside)[large] for inside in (anything, companies))
    return _Held(members, company, homes, companies, gatherings, buildings, large, empty == 0, working > 0)


@dataclass(frozen=True)
class _Yard:
    """See Seen."""

    metres: Floats
    area: Floats
    used: Flags
    homes: Integers
    glass_metres: Floats
    glass_area: Floats
    glass_is_yard: Flags


def _yards(stock: Stock, held: _Held, at: Integers, book: RuleBook) -> _Yard:
    """The nearest large building without a home, and the nearest that may be a greenhouse."""
    n, kas = len(stock), book.rules["kas"]
    if held.outlines is None:
        absent, none = np.full(n, np.nan), np.zeros(n, dtype=np.int64)
        return _Yard(absent, absent, none > 0, none, absent, absent, none > 0)
    polygons, footprint = held.outlines.polygons, held.outlines.footprint
    which, metres = _nearest(stock, at, polygons[held.large], book.limit("yard_m"))
    homes = np.bincount(which[which >= 0], minlength=len(held.large))
    # A greenhouse is a building without an object: the object of a grower is the hall or the house.
    glass = held.large[held.empty & (footprint[held.large] >= kas.limit("large_m2"))]
    which_glass, glass_metres = _nearest(stock, at, polygons[glass], kas.limit("near_m"))
    same = (which >= 0) & (np.append(held.large, -1)[which] == np.append(glass, -2)[which_glass])
    other, metres_other = _next_nearest(stock, np.flatnonzero(same), polygons[glass], which_glass, kas.limit("near_m"))
    more = other >= 0
    which_glass[more], glass_metres[more] = other[more], metres_other[more]
    return _Yard(
        metres,
        np.append(footprint[held.large], np.nan)[which],
        np.append(held.working, False)[which],
        np.append(homes, 0)[which],
        glass_metres,
        np.append(footprint[glass], np.nan)[which_glass],
        same & ~more,
    )


def _to_company(stock: Stock, held: _Held, rows: Integers, book: RuleBook) -> Floats:
    """Distance from some homes to the nearest company building, or object where buildings are not known (m)."""
    reach = book.rules["bedrijventerrein"].limit("near_m")
    if held.outlines is not None:
        working = np.union1d(held.large, np.flatnonzero(held.members.of_outlines(held.companies) > 0))
        return _nearest(stock, rows, held.outlines.polygons[working], reach)[1]
    metres = np.full(len(stock), np.nan)
    tree = _tree(stock, np.flatnonzero(held.company))
    if tree is not None and len(rows):
        distance = tree.query(np.column_stack((stock.x[rows], stock.y[rows])), distance_upper_bound=reach)[0]
        metres[rows] = np.where(np.isfinite(distance), distance, np.nan)
    return metres


def _nearest(stock: Stock, rows: Integers, polygons: npt.NDArray[np.object_], reach: float) -> tuple[Integers, Floats]:
    """The nearest polygon of each of all objects, -1 for none or not asked, and its distance (m)."""
    shapely = shapely_library()
    which, metres = np.full(len(stock), -1, dtype=np.int64), np.full(len(stock), np.nan)
    rows = rows[perhaps_near(stock.x[rows], stock.y[rows], polygons, reach)]
    if len(rows):
        spots = shapely.points(stock.x[rows], stock.y[rows])
        tree = shapely.STRtree(polygons)
        (asked, hit), distance = tree.query_nearest(spots, reach, return_distance=True, all_matches=False)
        which[rows[asked]], metres[rows[asked]] = hit, distance
    return which, metres


def _next_nearest(
    stock: Stock, rows: Integers, polygons: npt.NDArray[np.object_], but: Integers, reach: float
) -> tuple[Integers, Floats]:
    """As _nearest, without the one polygon that each of the asked has already."""
    which, metres = np.full(len(stock), -1, dtype=np.int64), np.full(len(stock), np.nan)
    if len(rows):
        shapely = shapely_library()
        spots = shapely.points(stock.x[rows], stock.y[rows])
        asked, hit = shapely.STRtree(polygons).query(spots, predicate="dwithin", distance=reach)
        others = hit != but[rows[asked]]
        asked, hit = asked[others], hit[others]
        distance = shapely.distance(spots[asked], polygons[hit])
        farthest_first = np.argsort(-distance, kind="stable")
        at = rows[asked[farthest_first]]
        which[at], metres[at] = hit[farthest_first], distance[farthest_first]
    return which, metres


# Areas and surroundings --------------------------------------------------------------------------------------------


def _within(stock: Stock, zones: Optional[Zones], kind: str, rows: Integers) -> Integers:
    """Position among the areas of the one of a kind in which each object lies, -1 for none or not asked."""
    out = np.full(len(stock), -1, dtype=np.int64)
    if zones is not None:
        among = np.flatnonzero(zones.kind == kind)
        which = locate(stock.x[rows], stock.y[rows], zones.polygons[among])
        out[rows] = np.append(among, -1)[which]
    return out


def _one_each(stock: Stock, members: Membership) -> Integers:
    """One company object of each building that has any, and those in no building."""
    company = stock.has_use(*_AROUND_USES) & ~stock.has_use("woonfunctie")
    linked = company[members.rows]
    _, first = np.unique(members.groups[linked], return_index=True)
    housed = np.zeros(len(stock), dtype=np.bool_)
    housed[members.rows] = True
    return np.union1d(members.rows[linked][first], np.flatnonzero(company & ~housed))


def _counted(stock: Stock, among: Integers, rows: Integers, radius: float) -> Integers:
    """How many objects of a group lie around each of some objects, -1 for those not asked."""
    out = np.full(len(stock), -1, dtype=np.int64)
    out[rows] = 0
    tree = _tree(stock, among)
    if tree is not None and len(rows):
        spots = np.column_stack((stock.x[rows], stock.y[rows]))
        out[rows] = tree.query_ball_point(spots, radius, return_length=True)
    return out


def _tree(stock: Stock, rows: Integers) -> Optional[Any]:
    from scipy.spatial import cKDTree

    spots = np.column_stack((stock.x[rows], stock.y[rows]))
    spots = spots[np.isfinite(spots).all(axis=1)]
    return cKDTree(spots) if len(spots) else None
