"""Exclusions: what explains many registrations on an address, such as students, care or a permit.

They are an attribute beside a highlight. Nothing is deleted for it: a person decides what it means.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

import numpy as np

from ..arrays import Flags, Floats, Text
from ..geometry import shapely_library
from ..listed import PERMIT, STUDENTS, Listed, nothing_listed
from ..stock import Buildings, Stock, Zones
from .company_buildings import Membership, membership
from .evidence import DUTCH, Rule, RuleBook
from .on_lists import on_list
from .persons import persons
from .policy import Policies

#: Name of the rules.
SIGNAL = "uitsluitingen"

#: Kind of functional area where students are.
CAMPUS = "campus"


def exclusions(
    stock: Stock,
    buildings: Optional[Buildings],
    zones: Optional[Zones],
    listed: Optional[Listed],
    counts: Floats,
    peildatum: str,
    book: RuleBook,
    policies: Optional[Policies] = None,
) -> Text:
    """What explains registrations on each object, "" where nothing does.

    Args:
        stock: n objects in use.
        buildings: Outlines of buildings, for a source that has no buildings of objects; None if there are none.
        zones: Functional areas, None if there are none.
        listed: Location lists, None if none were given.
        counts: Registrations on each object, NaN where unknown.
        peildatum: Reference date on which permits must hold, "" if unknown.
        book: The rules of resources/signals/uitsluitingen.json.
        policies: Of the municipalities, which say whether residents count too; None if there are none.

    Returns:
        n texts in Dutch, several joined by a semicolon.
    """
    rules = book.rules
    living = stock.has_use("woonfunctie")
    dwelt = living | stock.has_use("logiesfunctie")
    care = stock.has_use("gezondheidszorgfunctie")
    small = {name: stock.oppervlakte < rules[name].limit("unit_m2") for name in ("studenten", "kleine_eenheden")}
    members = membership(stock, buildings, (dwelt & (small["studenten"] | small["kleine_eenheden"])) | care)
    units = _in_many(members, living & small["studenten"], rules["studenten"])
    entries = nothing_listed() if listed is None else listed
    permitted = entries.holding(PERMIT, peildatum).largest(stock.ids)
    counted = persons(stock, counts, policies or Policies(), entries, peildatum).counted
    holds = {
        "studenten_lijst": on_list(stock, listed, STUDENTS, peildatum).valid,
        "studenten": _near_education(stock, zones, units, rules["studenten"]),
        "zorg": care,
        "zorgcomplex": living & _with_care(members, stock, living, care, rules["zorgcomplex"]),
        "kleine_eenheden": _in_many(members, dwelt & small["kleine_eenheden"], rules["kleine_eenheden"]),
        "groot_logies": stock.has_use("logiesfunctie") & (stock.oppervlakte >= rules["groot_logies"].limit("area_m2")),
        "vergund_groot": permitted >= rules["vergund_groot"].limit("persons"),
        "vergund": permitted >= counted,
    }
    return _said([rules[name] for name in holds], list(holds.values()))


def _said(rules: Sequence[Rule], holds: Sequence[Flags]) -> Text:
    """The words of the rules that hold for each object; few combinations occur, each is put into words once."""
    codes = np.zeros(len(holds[0]), dtype=np.int64)
    for bit, held in enumerate(holds):
        codes |= held.astype(np.int64) << bit
    different, which = np.unique(codes, return_inverse=True)
    words = [
        dict.fromkeys(rule.sentences[DUTCH] for bit, rule in enumerate(rules) if code >> bit & 1)
        for code in different.tolist()
    ]
    texts: Text = np.array([*("; ".join(said) for said in words), ""], dtype=object)
    return texts[which]


# Buildings ---------------------------------------------------------------------------------------------------------


def _in_many(members: Membership, unit: Flags, rule: Rule) -> Flags:
    """Units of which there are many in one building."""
    many = members.of_objects(members.inside(unit), len(unit)) >= rule.limit("units")
    return unit & many


def _with_care(members: Membership, stock: Stock, living: Flags, care: Flags, rule: Rule) -> Flags:
    """Objects in a building with many homes and much floor for care: no flats above a surgery."""
    floor = members.total(np.where(care, stock.oppervlakte, 0.0))
    complexes = (floor >= rule.limit("care_m2")) & (members.inside(living) >= rule.limit("units"))
    return members.of_objects(complexes.astype(np.int64), len(living)) > 0


def _near_education(stock: Stock, zones: Optional[Zones], asked: Flags, rule: Rule) -> Flags:
    """Those asked about that are within reach of a campus, or of education as large as a university has it."""
    out = np.zeros(len(stock), dtype=np.bool_)
    rows = np.flatnonzero(asked & np.isfinite(stock.x) & np.isfinite(stock.y))
    if not len(rows):
        return out
    shapely, reach = shapely_library(), rule.limit("near_m")
    campuses = [] if zones is None else zones.of(CAMPUS).polygons.tolist()
    large = stock.has_use("onderwijsfunctie") & (stock.oppervlakte >= rule.limit("education_m2"))
    large &= np.isfinite(stock.x) & np.isfinite(stock.y)
    places = [*campuses, *shapely.points(stock.x[large], stock.y[large])]
    if places:
        spots = shapely.points(stock.x[rows], stock.y[rows])
        near = shapely.STRtree(places).query_nearest(spots, reach, all_matches=False)[0]
        out[rows[near]] = True
    return out
