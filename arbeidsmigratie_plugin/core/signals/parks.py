"""Holiday parks: places where units for recreation stand together, by the BAG, by the topographic map, or by both.

An indication says that a place looks like a holiday park, with what was seen of it; it says nothing about the use that
anyone makes of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Optional

import numpy as np

from ..arrays import Flags, Floats, Integers, Text
from ..listed import CERTIFICATE, Listed
from ..municipalities import Municipalities
from ..stock import Buildings, Stock, Zones
from .evidence import Finding, Indications, Lack, RuleBook, found, gather
from .on_lists import on_list
from .park_areas import Grounds, lay_out
from .park_facts import Facts, establish, park_names
from .park_ids import Earlier, carried_over, park_ids
from .park_places import Places, find_places
from .park_shapes import Shapes, outlines
from .park_units import find_units
from .policy import ENFORCES, TOLERATES, Policies

SIGNAL = "vakantieparken"

NO_BUILDINGS = Lack(
    "Panden waren niet gegeven: of eenheden in kleine vrijstaande panden staan, is niet nagegaan.",
    "Buildings were not given: whether units stand in small detached buildings was not looked at.",
)
NO_AREAS = Lack(
    "Functionele gebieden waren niet gegeven: parken die alleen de topografische kaart kent ontbreken, en een "
    "woonwagencentrum is niet van een caravanpark te onderscheiden.",
    "Functional areas were not given: parks that only the topographic map knows are missing, and a woonwagencentrum "
    "can't be told from a caravan park.",
)
NO_REGISTRATIONS = Lack(
    "Registraties waren niet gegeven: hun aantal is onbekend.",
    "Registrations were not given: their number is unknown.",
)
NOT_DELIVERED = Lack(
    "Van deze plaats zijn geen registraties geleverd, of niet van alle adressen: hun aantal is onbekend.",
    "Of this place no registrations were delivered, or not of all addresses: their number is unknown.",
)


@dataclass(frozen=True)
class Parks:
    """Parks that are shown, one per position.

    Attributes:
        park_id: Identifier, the same next time; see park_ids.
        naam: Name, "" where unknown.
        eenheden: Units that the BAG knows, NaN where it knows none.
        adressen: Addresses with registrations, NaN where unknown.
        registraties: Registrations, NaN where unknown.
        gemeentecode: Municipality, "" where unknown.
        polygons: Outlines in RD New.
        found: Points and evidence.
        lacks: What was not there to look at.
    """

    park_id: Text
    naam: Text
    eenheden: Floats
    adressen: Floats
    registraties: Floats
    gemeentecode: Text
    polygons: Shapes
    found: Indications
    lacks: tuple[Lack, ...]

    def __len__(self) -> int:
        return len(self.park_id)

    @property
    def totals(self) -> tuple[int, int, int]:
        """Units, addresses and registrations of all parks, as far as they are known."""
        units, addresses, registrations = (
            int(np.nansum(column)) for column in (self.eenheden, self.adressen, self.registraties)
        )
        return units, addresses, registrations


@dataclass(frozen=True)
class Seen:
    """What there is to look at.

    Attributes:
        stock: BAG objects in use.
        buildings: Their buildings, None if not given.
        zones: Functional areas, None if not given.
        counts: Registrations on each object, NaN where unknown; None if not given.
        policies: What municipalities have decided.
        dates: Source -> its date.
        earlier: Parks of an earlier run, None if not given; they give their identifiers and nothing else.
        borders: Areas of municipalities, None if they are not known.
        listed: Location lists, None if none were given.
        peildatum: Reference date on which entries of lists must hold, "" if unknown.
    """

    stock: Stock
    buildings: Optional[Buildings]
    zones: Optional[Zones]
    counts: Optional[Floats]
    policies: Policies
    dates: Mapping[str, str]
    earlier: Optional[Earlier] = None
    borders: Optional[Municipalities] = None
    listed: Optional[Listed] = None
    peildatum: str = ""

    def lacks(self) -> tuple[Lack, ...]:
        """What is not there to look at."""
        given = ((self.buildings, NO_BUILDINGS), (self.zones, NO_AREAS), (self.counts, NO_REGISTRATIONS))
        return tuple(lack for what, lack in given if what is None)


def find_parks(book: RuleBook, seen: Seen) -> Parks:
    """Places with enough points to be shown as a park.

    Args:
        book: The rules.
        seen: What there is to look at.
    """
    stock = seen.stock
    counts = np.full(len(stock), np.nan) if seen.counts is None else seen.counts
    grounds = lay_out(seen.zones, stock, book.limit("rand_m"))
    places = find_places(book, stock, grounds, find_units(book, stock, seen.buildings, grounds))
    facts = establish(book, stock, grounds, places, counts, seen.borders)
    findings = _findings(book, grounds, facts)
    shown = np.zeros(len(facts), dtype=np.bool_)
    shown[gather(book, len(facts), findings, {}, among=facts.inside).rows] = True
    findings += [*_policy(book, seen, facts, shown), *_certificates(book, seen, facts, shown)]
    unknown = (facts.objects > 0) & np.isnan(facts.registrations)
    partly = [] if seen.counts is None else [(NOT_DELIVERED, unknown)]
    indications = gather(book, len(facts), findings, seen.dates, seen.lacks(), shown, partly, shown)
    return _parks(book, seen, grounds, places, facts, indications)


def _parks(
    book: RuleBook, seen: Seen, grounds: Grounds, places: Places, facts: Facts, indications: Indications
) -> Parks:
    rows = indications.rows
    shapes = outlines(facts.hull, places.of_area, grounds, facts.recreation, book.limit("recreatiegebied_gevuld"))
    earlier = seen.earlier or Earlier(np.empty(0, dtype=object), np.empty(0, dtype=object))
    ids = carried_over(park_ids(seen.stock, grounds, places)[rows], shapes[rows], earlier, book.limit("overlap"))
    return Parks(
        park_id=ids,
        naam=park_names(seen.stock, grounds, places, facts)[rows],
        eenheden=np.where(facts.units > 0, facts.units, np.nan)[rows],
        adressen=facts.addresses[rows],
        registraties=facts.registrations[rows],
        gemeentecode=facts.gemeentecode[rows],
        polygons=shapes[rows],
        found=indications,
        lacks=seen.lacks(),
    )


# Rules -------------------------------------------------------------------------------------------------------------


def _findings(book: RuleBook, grounds: Grounds, facts: Facts) -> list[Optional[Finding]]:
    return [
        _area(book, grounds, facts),
        _share(book, "recreatiegebied", facts.in_recreation, facts, ~facts.mapped),
        _share(book, "logies", facts.lodging, facts),
        _share(book, "standplaatsen", facts.pitches, facts),
        _share(book, "woningen", facts.homes, facts),
        _dense(book, facts),
        _large(book, facts),
        _alike(book, facts),
        _share(book, "klein_vrijstaand", facts.small, facts),
        _main_address(book, facts),
        _registered(book, facts),
    ]


def _area(book: RuleBook, grounds: Grounds, facts: Facts) -> Optional[Finding]:
    """The topographic map names it a park."""
    areas = grounds.parks.take(facts.area[facts.mapped])
    told = [
        kind + (f" '{name}'" if name else "") + (f" ({date})" if date else "")
        for kind, name, date in zip(areas.kind, areas.name, areas.date)
    ]
    words = np.full(len(facts), "", dtype=object)
    words[facts.mapped] = told
    return found(book.rules["functioneel_gebied"], facts.mapped, gebied=words)


def _share(book: RuleBook, key: str, n: Integers, facts: Facts, only: Optional[Flags] = None) -> Optional[Finding]:
    """So many of its units are of a kind."""
    rule = book.rules[key]
    holds = (facts.units >= rule.limit("eenheden")) & (n >= rule.limit("aandeel") * facts.units)
    return found(rule, holds if only is None else holds & only, n=n, eenheden=facts.units)


def _dense(book: RuleBook, facts: Facts) -> Optional[Finding]:
    """Its units stand close together."""
    rule = book.rules["dichtheid"]
    density = np.divide(facts.units, facts.surface, out=np.zeros(len(facts)), where=facts.surface > 0)
    holds = (facts.units >= rule.limit("eenheden")) & (density >= rule.limit("per_ha"))
    return found(rule, holds, eenheden=facts.units, per_ha=density.round(1))


def _large(book: RuleBook, facts: Facts) -> Optional[Finding]:
    """It has more units than a yard has."""
    rule = book.rules["omvang"]
    enough = int(rule.limit("eenheden"))
    return found(rule, facts.units >= enough, genoeg=np.full(len(facts), enough))


def _alike(book: RuleBook, facts: Facts) -> Optional[Finding]:
    """Its units have one street or one postcode."""
    rule = book.rules["eenvormig"]
    share = facts.alike / np.maximum(1, facts.units)
    holds = (facts.units >= rule.limit("eenheden")) & (share >= rule.limit("aandeel"))
    return found(rule, holds, aandeel=np.floor(share * 100).astype(np.int64))


def _main_address(book: RuleBook, facts: Facts) -> Optional[Finding]:
    """The map knows the park, the BAG hardly any unit, and one address holds the registrations."""
    rule = book.rules["hoofdadres"]
    total, main = np.nan_to_num(facts.registrations), np.nan_to_num(facts.main)
    holds = facts.mapped & (facts.units < rule.limit("eenheden")) & (total >= rule.limit("registraties"))
    holds &= main >= rule.limit("aandeel") * total
    return found(rule, holds, eenheden=facts.units, n=main.astype(np.int64), registraties=total.astype(np.int64))


def _registered(book: RuleBook, facts: Facts) -> Optional[Finding]:
    """There are registrations: told, and worth nothing by itself."""
    total, addresses = np.nan_to_num(facts.registrations), np.nan_to_num(facts.addresses)
    rule = book.rules["registraties"]
    return found(rule, total > 0, n=total.astype(np.int64), adressen=addresses.astype(np.int64))


def _certificates(book: RuleBook, seen: Seen, facts: Facts, shown: Flags) -> Sequence[Optional[Finding]]:
    """What a list of certificates says, where the municipality requires one."""
    of_list = on_list(seen.stock, seen.listed, CERTIFICATE, seen.peildatum)
    mine = np.flatnonzero((facts.members >= 0) & of_list.valid)
    certified = np.bincount(facts.members[mine], minlength=len(facts))
    listing = frozenset() if seen.listed is None else seen.stock.codes_of(seen.listed.of(CERTIFICATE).ids)
    required = [code in listing and seen.policies.get(code).keurmerk_vereist is True for code in facts.gemeentecode]
    missing = np.array(required, dtype=np.bool_) & (certified == 0) & (facts.objects > 0)
    return [
        found(book.rules["keurmerk_niet_gevonden"], shown & missing, gemeente=_named(seen, facts)),
        found(book.rules["keurmerk"], shown & (certified > 0), n=certified),
    ]


def _policy(book: RuleBook, seen: Seen, facts: Facts, shown: Flags) -> Sequence[Optional[Finding]]:
    """What the municipality does about living in holiday parks; it neither makes a park nor unmakes one."""
    does = np.array([*(seen.policies.get(code).recreatie_bewoning for code in facts.gemeentecode), ""], dtype=object)[
        :-1
    ]
    return [
        found(book.rules[key], shown & (does == what), gemeente=_named(seen, facts))
        for key, what in (("handhaven", ENFORCES), ("gedogen", TOLERATES))
    ]


def _named(seen: Seen, facts: Facts) -> Text:
    """The name and code of the municipality of each place, the code alone where borders are not known."""
    if seen.borders is None:
        return facts.gemeentecode
    told = {code: f"{name} ({code})" for code, name in zip(seen.borders.code, seen.borders.name)}
    return np.array([*(told.get(code, code) for code in facts.gemeentecode), ""], dtype=object)[:-1]
