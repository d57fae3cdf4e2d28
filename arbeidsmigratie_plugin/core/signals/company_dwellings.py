"""Company dwellings: homes that stand there for the sake of a company, as far as maps and the BAG can tell.

Whether a home is one in law stands in the omgevingsplan only; what is found here is an indication to look at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Optional

import numpy as np

from ..arrays import Flags, Floats, Integers, Text
from ..listed import CERTIFICATE, PERMIT, Listed
from ..stock import Buildings, Stock, Zones
from .company_surroundings import COMPANY_USES, GATHERING_USES, Seen, look_around
from .evidence import Finding, Indications, Lack, Rule, RuleBook, found, gather
from .on_lists import on_list
from .policy import Policies

SIGNAL = "bedrijfswoningen"

#: Uses that point at a company at home where few others live; an office at home does not.
_OUTLYING_USES = ("industriefunctie", "winkelfunctie", "overige gebruiksfunctie", *GATHERING_USES)

NO_BUILDINGS = Lack(
    "Zonder panden van de BAG: gebouwen op het erf en kassen zijn niet bekeken.",
    "Without BAG buildings: buildings on the yard and greenhouses were not looked at.",
)
NO_MEMBERS = Lack(
    "Zonder panden van de BAG: gebouwen op het erf, kassen en ander gebruik in hetzelfde pand zijn niet bekeken.",
    "Without BAG buildings: the yard, greenhouses and other uses in the same building were not looked at.",
)
NO_ZONES = Lack(
    "Zonder functionele gebieden (TOP10NL): bedrijventerreinen en kassengebieden zijn niet bekeken.",
    "Without functional areas (TOP10NL): business estates and greenhouse areas were not looked at.",
)


@dataclass(frozen=True)
class Known:
    """What else is known of the places, beside the BAG and the map.

    Attributes:
        counts: Registrations on each object, NaN where unknown.
        peildatum: Reference date, "" if unknown.
        policies: Of the municipalities.
        listed: Location lists, None if none were given.
    """

    counts: Floats
    peildatum: str = ""
    policies: Policies = field(default_factory=Policies)
    listed: Optional[Listed] = None


@dataclass(frozen=True)
class _Place:
    """What the rules look at.

    Attributes:
        stock: The objects.
        zones: Functional areas.
        seen: What stands around the homes.
        open_land: Whether few other homes lie around.
        own_yard: Whether a large building seems to belong to the home: close, in open land, and for few homes.
        reach: How far its surroundings go (m), for each.
    """

    stock: Stock
    zones: Optional[Zones]
    seen: Seen
    open_land: Flags
    own_yard: Flags
    reach: Floats


def lacks(stock: Stock, buildings: Optional[Buildings], zones: Optional[Zones]) -> list[Lack]:
    """What was not there to look at.

    Args:
        stock: The objects.
        buildings: Outlines of buildings, None if there are none.
        zones: Functional areas, None if there are none.
    """
    missing = []
    if buildings is None:
        missing.append(NO_BUILDINGS if len(stock.link_rows) else NO_MEMBERS)
    return [*missing, NO_ZONES] if zones is None else missing


def company_dwellings(
    stock: Stock,
    buildings: Optional[Buildings],
    zones: Optional[Zones],
    known: Known,
    dates: Mapping[str, str],
    book: RuleBook,
) -> Indications:
    """Homes that may be company dwellings, whether or not anybody is registered there.

    Policy and permits change the score of what was found, never what is shown.

    Args:
        stock: n objects in use.
        buildings: Outlines of buildings, None if there are none.
        zones: Functional areas, None if there are none.
        known: What else is known.
        dates: Source -> its date, "" where unknown.
        book: The rules.
    """
    n = len(stock)
    seen = look_around(stock, buildings, zones, book)
    open_land = (seen.neighbours >= 0) & (seen.neighbours < book.limit("built_up_homes"))
    own_yard = ~np.isnan(seen.yard_metres) & open_land & (seen.yard_homes <= book.limit("yard_homes"))
    place = _Place(stock, zones, seen, open_land, own_yard, np.full(n, book.limit("surroundings_m")))
    places = [rule(book.rules[name], place) for name, rule in _RULES.items()]
    shown = np.zeros(n, dtype=np.bool_)
    shown[gather(book, n, places, {}, among=stock.inside).rows] = True
    findings = [*places, *_policy(book, stock, known, shown)]
    return gather(book, n, findings, dates, lacks(stock, buildings, zones), at_least=shown, among=shown)


# In the object and the building ------------------------------------------------------------------------------------


def _mixed_object(rule: Rule, place: _Place) -> Optional[Finding]:
    """Living and a company as one object."""
    names = [str(uses).replace(",", ", ") for uses in place.stock.gebruiksdoel.names]
    uses = np.array([*names, ""], dtype=object)[place.stock.gebruiksdoel.numbers]
    return found(rule, place.seen.home & place.stock.has_use(*COMPANY_USES, *GATHERING_USES), uses=uses)


def _mixed_building(rule: Rule, place: _Place) -> Optional[Finding]:
    """A company in the same building."""
    inside = place.seen.companies_inside
    return found(rule, inside > 0, n=inside)


def _gathering(rule: Rule, place: _Place) -> Optional[Finding]:
    """A café, hall or clubhouse in the same building; a company there already says enough."""
    inside = place.seen.gatherings_inside
    return found(rule, (inside > 0) & (place.seen.companies_inside == 0), n=inside)


def _outlying(rule: Rule, place: _Place) -> Optional[Finding]:
    """Another use where few others live: no shop below a flat, no office at home."""
    seen = place.seen
    other = place.stock.has_use(*_OUTLYING_USES) | (seen.companies_inside > 0) | (seen.gatherings_inside > 0)
    return found(rule, seen.home & other & place.open_land, homes=seen.neighbours, reach=place.reach)


# On the yard and around it -----------------------------------------------------------------------------------------


def _yard(rule: Rule, place: _Place) -> Optional[Finding]:
    """A large building without a home close by, outside the built-up area."""
    seen = place.seen
    return found(rule, place.own_yard, area=np.round(seen.yard_area), m=np.round(seen.yard_metres))


def _yard_used(rule: Rule, place: _Place) -> Optional[Finding]:
    """A company is in that building: what tells a farm from a former farm."""
    return found(rule, place.own_yard & place.seen.yard_used)


def _estate(rule: Rule, place: _Place) -> Optional[Finding]:
    """On a business estate, close to a company."""
    seen = place.seen
    names = _names(place.zones, seen.estate)
    return found(rule, (seen.estate >= 0) & ~np.isnan(seen.estate_metres), name=names, m=np.round(seen.estate_metres))


def _among_companies(rule: Rule, place: _Place) -> Optional[Finding]:
    """More companies than homes around it, where the map has no business estate."""
    seen = place.seen
    holds = (seen.estate < 0) & (seen.companies >= rule.limit("fewest")) & (seen.companies > seen.neighbours)
    return found(rule, holds, companies=seen.companies, homes=seen.neighbours, reach=place.reach)


def _greenhouse_area(rule: Rule, place: _Place) -> Optional[Finding]:
    """In a greenhouse area."""
    inside = place.seen.greenhouses
    return found(rule, inside >= 0, name=_names(place.zones, inside))


def _greenhouse(rule: Rule, place: _Place) -> Optional[Finding]:
    """Near a building as large as a greenhouse, in open land; an area on the map already says enough."""
    seen = place.seen
    holds = ~np.isnan(seen.glass_metres) & place.open_land & (seen.greenhouses < 0) & (seen.estate < 0)
    holds &= ~(place.own_yard & seen.glass_is_yard)  # one building counts once
    return found(rule, holds, area=np.round(seen.glass_area), m=np.round(seen.glass_metres))


# Against it --------------------------------------------------------------------------------------------------------


def _residential(rule: Rule, place: _Place) -> Optional[Finding]:
    """In a town centre or among homes; on a business estate the map knows better."""
    seen = place.seen
    return found(
        rule, (seen.neighbours >= rule.limit("homes")) & (seen.estate < 0), homes=seen.neighbours, reach=place.reach
    )


def _many_homes(rule: Rule, place: _Place) -> Optional[Finding]:
    """Flats, with a company below."""
    inside = place.seen.homes_inside
    return found(rule, place.seen.home & (inside >= rule.limit("homes")), n=inside)


_RULES: Mapping[str, Callable[[Rule, _Place], Optional[Finding]]] = {
    "gemengd_object": _mixed_object,
    "gemengd_pand": _mixed_building,
    "bijeenkomst_in_pand": _gathering,
    "vrij_gelegen": _outlying,
    "erf": _yard,
    "erf_in_bedrijf": _yard_used,
    "bedrijventerrein": _estate,
    "tussen_bedrijven": _among_companies,
    "kassengebied": _greenhouse_area,
    "kas": _greenhouse,
    "woonomgeving": _residential,
    "woningen_in_pand": _many_homes,
}


def _names(zones: Optional[Zones], which: Integers) -> Text:
    """Names of areas as a sentence has them, with the space before them; "" for those without."""
    names = [] if zones is None else [f" {name}" if name else "" for name in zones.name]
    texts: Text = np.array([*names, ""], dtype=object)
    return texts[which]


# Policy ------------------------------------------------------------------------------------------------------------


def _policy(book: RuleBook, stock: Stock, known: Known, shown: Flags) -> list[Optional[Finding]]:
    """What the municipality requires, what a list of permits says, and the registrations, of what is shown."""
    required = [code for code, policy in known.policies.of.items() if policy.vergunningplicht is True]
    certified = [code for code, policy in known.policies.of.items() if policy.keurmerk_vereist is True]
    duty, keurmerk = (shown & stock.of_codes(codes) for codes in (required, certified))
    permits, certificates = (on_list(stock, known.listed, kind, known.peildatum) for kind in (PERMIT, CERTIFICATE))
    return [
        found(book.rules["vergunningplicht"], duty & ~permits.listing),
        found(book.rules["vergunning_niet_gevonden"], duty & permits.listing & ~permits.valid & ~permits.doubt),
        found(book.rules["vergund"], shown & permits.valid),
        found(
            book.rules["keurmerk_niet_gevonden"],
            keurmerk & certificates.listing & ~certificates.valid & ~certificates.doubt,
        ),
        found(book.rules["keurmerk"], shown & certificates.valid),
        found(book.rules["registraties"], shown & (known.counts > 0), n=known.counts),
    ]
