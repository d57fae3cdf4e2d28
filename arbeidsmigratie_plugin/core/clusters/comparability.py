"""Whether two layers can be compared at all: small checks, each with a verdict and a reason.

A difference between two layers means something only if they were made in the same way. What certainly differs stops
the comparison; what can't be told is said, and no conclusion is drawn then.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Optional

from ..errors import NotComparableError
from ..phrases import Bilingual, joined

#: Largest difference between the matched shares of two deliveries (percentage points).
MATCHED_TOLERANCE = 5.0

#: Largest change in the number of homes of a municipality that building and demolishing explain (share).
HOMES_TOLERANCE = 0.10

#: In smaller municipalities, or parts of them, a few homes are already a large share.
_ENOUGH_HOMES = 100.0

#: Rounding of a stored percentage.
_ROUNDING = 1e-9


class Kind(Enum):
    """What the objects of a layer are."""

    ADDRESSES = "adressen"
    HEXAGONS = "hexagonen"
    MUNICIPALITIES = "gemeenten"


class Verdict(Enum):
    """Outcome of a check."""

    GREEN = "groen"
    AMBER = "oranje"
    RED = "rood"


@dataclass(frozen=True)
class Facts:
    """How a layer was made, as it says itself.

    Attributes:
        label: Name of the layer, for messages.
        kind: What its objects are.
        dates: Reference dates that occur.
        measures: What is counted in it: 'adressen', 'registraties'.
        source: What the counts come from, "" if unknown.
        count_field: What was added up per object, "" if unknown.
        resolutions: H3 resolutions that occur; none for other layers.
        pipeline: Transformation from RD New to WGS84 by which points were indexed, "" if unknown.
        covered: Codes of the municipalities with a delivery; empty if the layer does not say.
        matched: Matched share of the registrations (percent), None if unknown.
        bag_date: Date of the BAG, "" if unknown.
        homes: Number of homes by municipality, several codes joined by commas for what lies in more; empty if unknown.
        homes_source: Which objects they are, and what they were limited to, "" if unknown.
    """

    label: str
    kind: Kind
    dates: tuple[str, ...] = ()
    measures: frozenset[str] = frozenset()
    source: str = ""
    count_field: str = ""
    resolutions: tuple[int, ...] = ()
    pipeline: str = ""
    covered: frozenset[str] = frozenset()
    matched: Optional[float] = None
    bag_date: str = ""
    homes: Mapping[str, float] = field(default_factory=dict)
    homes_source: str = ""


@dataclass(frozen=True)
class Check:
    """One check.

    Attributes:
        name: What was looked at.
        verdict: Outcome.
        toelichting: Reason, in Dutch.
        explanation: The same in English.
    """

    name: str
    verdict: Verdict
    toelichting: str
    explanation: str

    @property
    def said(self) -> Bilingual:
        """The reason in both languages."""
        return Bilingual(self.explanation, self.toelichting)


@dataclass(frozen=True)
class Gate:
    """All checks of two layers."""

    checks: tuple[Check, ...]

    @property
    def verdict(self) -> Verdict:
        """The worst outcome."""
        found = {check.verdict for check in self.checks}
        return next((v for v in (Verdict.RED, Verdict.AMBER) if v in found), Verdict.GREEN)

    def of(self, *verdicts: Verdict) -> tuple[Check, ...]:
        """The checks with these outcomes, all of them if none are named."""
        return tuple(check for check in self.checks if check.verdict in (verdicts or Verdict))

    @property
    def redenen(self) -> str:
        """A line for each check, in Dutch."""
        return "; ".join(f"{c.name} {c.verdict.value}: {c.toelichting}" for c in self.checks)

    def refuse(self) -> None:
        """Stops a comparison that can't be made.

        Raises:
            NotComparableError: A check is red.
        """
        red = self.of(Verdict.RED)
        if red:
            reasons = (Bilingual(f"{n}) {c.explanation}", f"{n}) {c.toelichting}") for n, c in enumerate(red, 1))
            raise NotComparableError(reasons=joined("; ", reasons))


@dataclass(frozen=True)
class Pairing:
    """What the checks look at.

    Attributes:
        earlier: The layer of the first date.
        later: The layer of the second date.
        measure: What is compared: 'adressen' or 'registraties'.
        region: Codes to which the user limits the comparison; empty for all.
        tolerance: Largest difference between the matched shares (percentage points); above MATCHED_TOLERANCE a larger
            difference than that is let through, but no conclusion is drawn.
    """

    earlier: Facts
    later: Facts
    measure: str
    region: frozenset[str] = frozenset()
    tolerance: float = MATCHED_TOLERANCE


def gate(pairing: Pairing) -> Gate:
    """All checks of two layers.

    Args:
        pairing: The layers, and what is compared.
    """
    return Gate(tuple(check(pairing) for check in _CHECKS))


# The checks --------------------------------------------------------------------------------------------------------


def _same_kind(p: Pairing) -> Check:
    one, two = p.earlier.kind.value, p.later.kind.value
    if one != two:
        return _red("soort laag", f"de eerste laag heeft {one}, de tweede {two}", f"T1 has {one}, T2 has {two}")
    return _green("soort laag", f"beide lagen hebben {one}", f"both layers have {one}")


def _same_grid(p: Pairing) -> Check:
    name = "raster"
    if {p.earlier.kind, p.later.kind} != {Kind.HEXAGONS}:
        return _green(name, "geen rasters om te vergelijken", "there are no grids to compare")
    one, two = _listed(p.earlier.resolutions), _listed(p.later.resolutions)
    if one != two or "," in one:
        return _red(name, f"H3-resolutie {one} en {two}", f"the H3 resolutions are {one} and {two}")
    if not (p.earlier.pipeline and p.later.pipeline):
        text = "niet vastgelegd hoe de punten in het raster kwamen"
        return _amber(name, text, "not recorded how points were placed in the grid")
    if p.earlier.pipeline != p.later.pipeline:
        text = "de punten zijn met verschillende transformaties in het raster geplaatst"
        return _red(name, text, "points were placed in the grid by different transformations")
    return _green(name, f"beide H3-resolutie {one}, zelfde transformatie", f"both H3 resolution {one}, same transform")


def _same_region(p: Pairing) -> Check:
    name = "gebied"
    one, two = p.earlier.covered, p.later.covered
    if not (one and two):
        text = "niet vastgelegd voor welke gemeenten is geleverd"
        return _amber(name, text, "not recorded for which municipalities registrations were delivered")
    wanted = p.region or one | two
    missing = {"T1": sorted(wanted - one), "T2": sorted(wanted - two)}
    if any(missing.values()):
        lacks = [(layer, _listed(codes)) for layer, codes in missing.items() if codes]
        dutch = " en ".join(f"{codes} niet geleverd in {layer}" for layer, codes in lacks)
        english = " and ".join(f"{codes} not delivered in {layer}" for layer, codes in lacks)
        return _red(name, dutch, f"{english} (REGION limits the comparison to municipalities that both have)")
    return _green(name, f"beide geleverd voor {_listed(wanted)}", f"both delivered for {_listed(wanted)}")


def _same_definition(p: Pairing) -> Check:
    name = "definitie"
    lacking = [layer for layer, facts in (("T1", p.earlier), ("T2", p.later)) if p.measure not in facts.measures]
    if lacking:
        where = " en ".join(lacking)
        return _red(name, f"{where} heeft geen {p.measure}", f"{where.replace(' en ', ' and ')} has no {p.measure}")
    for one, two in ((p.earlier.source, p.later.source), (p.earlier.count_field, p.later.count_field)):
        if one and two and one != two:
            return _red(name, f"'{one}' tegenover '{two}'", f"'{one}' against '{two}' was counted")
    if not (p.earlier.source and p.later.source):
        text = f"{p.measure} in beide, maar de bron is niet vastgelegd"
        return _amber(name, text, f"{p.measure} in both, but the source is not recorded")
    return _green(name, f"{p.measure} uit {p.later.source}", f"{p.measure} from {p.later.source}")


def _same_matching(p: Pairing) -> Check:
    name = "koppeling"
    one, two = p.earlier.matched, p.later.matched
    if one is None or two is None:
        text = "onbekend welk deel van de registraties aan een adres is gekoppeld"
        return _amber(name, text, "unknown which share of the registrations was matched with an address")
    dutch = f"{_percent(one)} en {_percent(two)} % gekoppeld"
    english = f"{one:.1f} and {two:.1f} % of the registrations were matched"
    if abs(one - two) > p.tolerance + _ROUNDING:
        return _red(
            name,
            f"{dutch}, meer dan {_percent(p.tolerance)} punt verschil",
            f"{english}, more than {p.tolerance:g} points apart",
        )
    if abs(one - two) > MATCHED_TOLERANCE + _ROUNDING:
        return _amber(
            name,
            f"{dutch}, meer dan {_percent(MATCHED_TOLERANCE)} punt verschil",
            f"{english}, more than {MATCHED_TOLERANCE:g} points apart",
        )
    return _green(name, dutch, english)


def _dates_in_order(p: Pairing) -> Check:
    name = "peildatum"
    found = [facts.dates[0] if len(facts.dates) == 1 else "" for facts in (p.earlier, p.later)]
    for layer, facts in (("T1", p.earlier), ("T2", p.later)):
        if len(facts.dates) > 1:
            dates = _listed(facts.dates)
            return _red(name, f"{layer} heeft meer peildata: {dates}", f"{layer} has several dates: {dates}")
    if not all(map(_is_date, found)):
        return _amber(name, "een laag heeft geen peildatum", "a layer has no reference date")
    one, two = found
    if one >= two:
        wrong = "gelijk" if one == two else "omgekeerd"
        english = "the same" if one == two else "in the wrong order"
        return _red(name, f"de peildata zijn {wrong}: {one} en {two}", f"the dates are {english}: {one} and {two}")
    return _green(name, f"{one} en {two}", f"{one} and {two}")


def _bag_dates_stored(p: Pairing) -> Check:
    name = "BAG-datum"
    if p.earlier.bag_date and p.later.bag_date:
        both = f"{p.earlier.bag_date[:10]} en {p.later.bag_date[:10]}"
        return _green(name, both, both.replace(" en ", " and "))
    return _amber(name, "de datum van de BAG is niet vastgelegd", "the date of the BAG is not recorded")


def _same_homes(p: Pairing) -> Check:
    """Counts are divided by homes: half of them, or other ones, double every share."""
    name = "verblijfsobjecten"
    one, two = p.earlier.homes_source, p.later.homes_source
    if one and two and one != two:
        return _amber(name, f"'{one}' tegenover '{two}'", f"objects are '{one}' in T1 and '{two}' in T2")
    if not (p.earlier.homes and p.later.homes):
        text = "niet in beide lagen verblijfsobjecten om door te delen"
        return _green(name, text, "not both layers have objects to divide by")
    wanted = p.region or p.earlier.covered | p.later.covered
    before, after = (_homes(facts, wanted) for facts in (p.earlier, p.later))
    all_before, all_after = sum(before.values()), sum(after.values())
    moved = [code for code in sorted(before) if "," not in code and _changed(before[code], after.get(code, 0.0))]
    if moved or _changed(all_before, all_after):
        where = f" ({_listed(moved)})" if moved else ""
        numbers = f"{all_before:.0f}", f"{all_after:.0f}"
        limit = f"{100 * HOMES_TOLERANCE:.0f} %"
        return _amber(
            name,
            f"van {numbers[0]} naar {numbers[1]}{where}, meer dan {limit} verschil: is er anders geteld?",
            f"from {numbers[0]} to {numbers[1]} objects{where}, more than {limit} apart: were others counted?",
        )
    dutch = f"van {all_before:.0f} naar {all_after:.0f}"
    return _green(name, dutch, f"from {all_before:.0f} to {all_after:.0f} objects")


def _homes(facts: Facts, wanted: frozenset[str]) -> dict[str, float]:
    """Homes of the municipalities that are compared; of what lies in more only where all of them are."""
    return {code: homes for code, homes in facts.homes.items() if not wanted or set(code.split(",")) <= wanted}


def _changed(before: float, after: float) -> bool:
    return max(before, after) >= _ENOUGH_HOMES and abs(after - before) > HOMES_TOLERANCE * before


_CHECKS: tuple[Callable[[Pairing], Check], ...] = (
    _same_kind,
    _same_definition,
    _same_region,
    _same_grid,
    _same_matching,
    _dates_in_order,
    _bag_dates_stored,
    _same_homes,
)


def _green(name: str, toelichting: str, explanation: str) -> Check:
    return Check(name, Verdict.GREEN, toelichting, explanation)


def _amber(name: str, toelichting: str, explanation: str) -> Check:
    return Check(name, Verdict.AMBER, toelichting, explanation)


def _red(name: str, toelichting: str, explanation: str) -> Check:
    return Check(name, Verdict.RED, toelichting, explanation)


def _listed(values: frozenset[str] | tuple[object, ...] | list[str]) -> str:
    return ", ".join(sorted(map(str, values)))


def _percent(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text[:10])
    except ValueError:
        return False
    return True
