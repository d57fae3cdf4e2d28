"""The comparison of two dates per municipality, and of the areas with a part in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..arrays import Flags, Floats, Integers, Text, text
from ..municipalities import Municipalities
from .change import Change, growth_error
from .comparability import Gate, Kind, Verdict
from .displacement import GROUPS, Finding, Role, Settings, find, shift_share
from .intervals import SHOWN_LEVEL, wilson_interval
from .multiple import benjamini_hochberg
from .roles import Roles, choose_roles, groups_by_area, groups_by_code, neighbours_of
from .snapshots import Pairs, Totals, group_of, totals
from .two_counts import e_test, turnover_p, two_count_interval, two_count_p

#: Name of the row of cells that lie in more than one municipality.
BORDER_CELLS = "grenscellen"

#: Name of the row of addresses of which no municipality is known.
NOWHERE = "gemeente onbekend"


class Exposure(Enum):
    """What a count is divided by before two are compared."""

    AUTOMATIC = "automatisch"
    NONE = "geen"
    HOMES = "verblijfsobjecten"
    MONTHS = "maanden"


@dataclass(frozen=True)
class Question:
    """What a comparison is asked.

    Attributes:
        roles: Parts of municipalities as the user gave them.
        area: Polygons of the treated area, None to go by municipalities.
        reach: Width of the ring around that area (m).
        exposure: What counts are divided by; automatic takes BAG objects where both dates have them.
        months: Length of the two periods over which was counted.
        settings: How to test.
        shown: Codes of municipalities that get a row also where nothing was delivered at either date.
    """

    roles: Roles = field(default_factory=Roles)
    area: Optional[npt.NDArray[np.object_]] = None
    reach: float = 2000.0
    exposure: Exposure = Exposure.AUTOMATIC
    months: tuple[float, float] = (1.0, 1.0)
    settings: Settings = field(default_factory=Settings)
    shown: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Comparison:
    """Two dates compared; arrays of m municipalities, in ascending order of code, NaN where unknown.

    Attributes:
        gate: The checks.
        codes: Code, "" for what lies in none or in several.
        names: Name, "" where unknown.
        roles: Part of each.
        n1: Cases at the first date.
        n2: Cases at the second date.
        regional: Change if it had grown as the region did.
        shift: The rest of the change; adds up to zero.
        ratio: Second per unit of exposure, divided by the first.
        ratio_interval: Its limits.
        p: Exact conditional test of the two counts.
        q: The same, adjusted for the number of municipalities (Benjamini-Hochberg).
        p_e: E-test of the two counts.
        appeared: Addresses with registrations at the second date only.
        disappeared: Addresses with registrations at the first date only.
        stayed: Addresses with registrations at both.
        p_turnover: McNemar's exact test of those that appeared against those that disappeared.
        q_turnover: The same, adjusted.
        homes: BAG objects in use at both dates.
        shares: Cases per object at both dates, for addresses.
        share_intervals: Their limits.
        phi: Dispersion that was used, NaN if unknown.
        missing: Codes of the ring without counts at both dates.
        left_out: Cells that lie partly in a municipality that is not compared, and so count nowhere.
        uncertain: Whether the rest of the change may well be chance (80 %), or the layers may not be comparable.
        finding: What the areas did together.
        by_area: Whether the areas are polygons, not municipalities.
        shapes: Polygons in RD New, None where there are none.
    """

    gate: Gate
    codes: Text
    names: Text
    roles: tuple[Role, ...]
    n1: Floats
    n2: Floats
    regional: Floats
    shift: Floats
    ratio: Floats
    ratio_interval: tuple[Floats, Floats]
    p: Floats
    q: Floats
    p_e: Floats
    appeared: Floats
    disappeared: Floats
    stayed: Floats
    p_turnover: Floats
    q_turnover: Floats
    homes: tuple[Floats, Floats]
    shares: tuple[Floats, Floats]
    share_intervals: tuple[tuple[Floats, Floats], tuple[Floats, Floats]]
    phi: float
    missing: tuple[str, ...]
    left_out: int
    uncertain: Floats
    finding: Finding
    by_area: bool
    shapes: npt.NDArray[np.object_]

    def __len__(self) -> int:
        return len(self.codes)

    @property
    def change(self) -> Floats:
        """Second minus first."""
        return self.n2 - self.n1

    @property
    def percent(self) -> Floats:
        """Change in percent of the first count, NaN where that is zero or unknown."""
        return 100.0 * _per(self.change, self.n1)

    @property
    def turnover(self) -> Floats:
        """Share of the addresses that changed: (b + c) / (b + c + d)."""
        changed = self.appeared + self.disappeared
        return _per(changed, changed + self.stayed)

    @property
    def turnover_interval(self) -> tuple[Floats, Floats]:
        """Limits of that share (Wilson, 80 %)."""
        changed = self.appeared + self.disappeared
        return wilson_interval(changed, changed + self.stayed, SHOWN_LEVEL)

    @property
    def region(self) -> tuple[float, float]:
        """Cases of the region at both dates: of the rows that are known at both, NaN if there are none."""
        return _sum_known(self.n1, self.n2)

    @property
    def region_shares(self) -> tuple[Floats, Floats]:
        """Share of the region's cases at both dates, of rows that are known at both."""
        both = np.isfinite(self.n1 + self.n2)
        one, two = (
            np.where(both, n, np.nan) / total if total > 0 else np.full(len(n), np.nan)
            for n, total in zip((self.n1, self.n2), self.region)
        )
        return one, two


def compare(pairs: Pairs, gate: Gate, areas: Optional[Municipalities], question: Question, measure: str) -> Comparison:
    """Compares two dates; of layers that may not be comparable the numbers are only described, without any test.

    Args:
        pairs: Two snapshots side by side.
        gate: The checks of them, none of them red.
        areas: Municipalities, for names, outlines and neighbours; None if there are none.
        question: What is asked.
        measure: 'adressen' or 'registraties'.

    Raises:
        RoleError: A municipality can't have the part it was given.
    """
    known = _known_codes(pairs, areas)
    neighbours = neighbours_of(areas, question.roles.treated) if areas is not None else frozenset()
    roles = choose_roles(question.roles, neighbours, pairs.compared, known)
    groups = _groups(pairs, roles, question)
    chosen = bool(question.roles.control)
    finding = find(totals(pairs, groups, len(GROUPS)), pairs.phi, question.settings, chosen)
    finding = finding if gate.verdict is Verdict.GREEN else finding.described()
    codes = _row_codes(pairs, roles, question.shown)
    sums = _compared_only(totals(pairs, group_of(pairs.row_codes, codes), len(codes)), codes, pairs)
    return _rows(pairs, gate, areas, question, measure, roles, groups, finding, codes, sums)


def _known_codes(pairs: Pairs, areas: Optional[Municipalities]) -> frozenset[str]:
    named = frozenset() if areas is None else frozenset(areas.code.tolist())
    return named | pairs.compared | frozenset(code for code in ",".join(set(pairs.codes.tolist())).split(",") if code)


def _groups(pairs: Pairs, roles: Roles, question: Question) -> Integers:
    if question.area is None:
        return groups_by_code(pairs.codes, roles, pairs.compared)
    control = roles.control or pairs.compared
    by_code = groups_by_code(pairs.codes, Roles(control=control), pairs.compared)
    out = groups_by_area(pairs.x, pairs.y, question.area, question.reach, by_code)
    return np.where(pairs.counted, out, -1)


def _row_codes(pairs: Pairs, roles: Roles, shown: frozenset[str]) -> list[str]:
    """Codes with a row: all that occur, have a part or are asked for, and "" for what can't be divided over them."""
    codes = pairs.compared | roles.named() | shown | frozenset(pairs.row_codes.tolist())
    return sorted(codes - {""}) + ([""] if (pairs.counted & (pairs.row_codes == "")).any() else [])


def _compared_only(sums: Totals, codes: list[str], pairs: Pairs) -> Totals:
    """Sums, unknown where registrations were not delivered at both dates."""
    compared = np.array([code in pairs.compared or not code for code in codes], dtype=np.bool_)
    return Totals(*(np.where(compared, getattr(sums, name), np.nan) for name in Totals.__dataclass_fields__))


def _rows(
    pairs: Pairs,
    gate: Gate,
    areas: Optional[Municipalities],
    question: Question,
    measure: str,
    roles: Roles,
    groups: Integers,
    finding: Finding,
    codes: list[str],
    sums: Totals,
) -> Comparison:
    t1, t2 = _exposures(sums, question)
    regional, shift = shift_share(sums.first, sums.second)
    phi, level = pairs.phi, SHOWN_LEVEL
    tested = phi if np.isfinite(phi) else 0.0  # below 1 nothing is tested
    sure = gate.verdict is Verdict.GREEN
    p, p_turnover, p_e = _tests(sums, t1, t2, phi) if sure else (np.full(len(codes), np.nan),) * 3
    addresses = measure == "adressen"
    homes = (sums.homes_first, sums.homes_second)
    counts = (sums.first, sums.second) if addresses else (np.full(len(codes), np.nan),) * 2
    return Comparison(
        gate=gate,
        codes=text(codes),
        names=_names(codes, areas, pairs.kind),
        roles=_row_roles(codes, roles, groups, pairs, question),
        n1=sums.first,
        n2=sums.second,
        regional=regional,
        shift=shift,
        ratio=_per(_per(sums.second, t2), _per(sums.first, t1)),
        ratio_interval=two_count_interval(sums.first, sums.second, t1, t2, level, tested),
        p=p,
        q=benjamini_hochberg(p),
        p_e=p_e,
        appeared=sums.appeared,
        disappeared=sums.disappeared,
        stayed=sums.stayed,
        p_turnover=p_turnover,
        q_turnover=benjamini_hochberg(p_turnover),
        homes=homes,
        shares=(_per(counts[0], homes[0]), _per(counts[1], homes[1])),
        share_intervals=(
            wilson_interval(counts[0], homes[0], level),
            wilson_interval(counts[1], homes[1], level),
        ),
        phi=phi,
        missing=tuple(sorted(roles.ring - pairs.compared)),
        left_out=int((~pairs.counted & (pairs.row_codes == "") & _in_part(pairs)).sum()),
        uncertain=_uncertain(sums, shift, tested, sure),
        finding=finding,
        by_area=question.area is not None,
        shapes=_shapes(codes, areas, pairs),
    )


def _tests(sums: Totals, t1: Floats, t2: Floats, phi: float) -> tuple[Floats, Floats, Floats]:
    """p-values of the two counts, of the turnover and, for addresses, of the E-test."""
    rows = zip(sums.first, sums.second, t1, t2)
    return (
        two_count_p(sums.first, sums.second, t1, t2, phi if np.isfinite(phi) else 0.0),
        turnover_p(sums.appeared, sums.disappeared),
        np.array([e_test(*values) if phi == 1.0 else np.nan for values in rows]),
    )


def _uncertain(sums: Totals, shift: Floats, phi: float, sure: bool) -> Floats:
    """1 where a local shift may well be chance or can't be trusted, 0 where it stands out, NaN where it is unknown."""
    from scipy.special import ndtri

    before, after = _sum_known(sums.first, sums.second)
    out = np.where(np.isfinite(shift), 1.0, np.nan)
    if sure and phi >= 1.0 and before > 0:
        spreads = float(ndtri((1.0 + SHOWN_LEVEL) / 2.0))
        for at in np.flatnonzero(np.isfinite(shift)):
            change = Change(float(sums.first[at]), float(sums.second[at]), squares=float(sums.squares[at]))
            out[at] = float(abs(shift[at]) <= spreads * growth_error(change, after / before, phi))
    return out


def _in_part(pairs: Pairs) -> Flags:
    """Whether an object lies in a municipality that is compared, for a part at least."""
    codes = {code: bool(pairs.compared & set(code.split(","))) for code in set(pairs.codes.tolist())}
    return np.fromiter((codes[code] for code in pairs.codes.tolist()), np.bool_, len(pairs))


def _sum_known(n1: Floats, n2: Floats) -> tuple[float, float]:
    """Sums over the same rows: those that are known at both dates; NaN if there are none."""
    known = np.isfinite(n1 + n2)
    return (float(n1[known].sum()), float(n2[known].sum())) if known.any() else (float("nan"), float("nan"))


def _exposures(sums: Totals, question: Question) -> tuple[Floats, Floats]:
    """What each count is divided by."""
    one = np.ones(len(sums.first))
    if question.exposure is Exposure.MONTHS:
        return one * question.months[0], one * question.months[1]
    if question.exposure is Exposure.HOMES:
        return sums.homes_first, sums.homes_second
    if question.exposure is Exposure.NONE:
        return one, one
    both = (sums.homes_first > 0) & (sums.homes_second > 0)
    return np.where(both, sums.homes_first, 1.0), np.where(both, sums.homes_second, 1.0)


def _names(codes: list[str], areas: Optional[Municipalities], kind: Kind) -> Text:
    known = {} if areas is None else dict(zip(areas.code.tolist(), areas.name.tolist()))
    rest = BORDER_CELLS if kind is Kind.HEXAGONS else NOWHERE
    return text([known.get(code, "") if code else rest for code in codes])


def _row_roles(codes: list[str], roles: Roles, groups: Integers, pairs: Pairs, question: Question) -> tuple[Role, ...]:
    """The part of each row; with polygons that of its most telling object."""
    if question.area is None:
        return tuple(roles.of(code) for code in codes)
    of = np.where(pairs.counted, group_of(pairs.row_codes, codes), -1)
    found = [set(groups[of == at].tolist()) for at in range(len(codes))]
    return tuple(next((role for at, role in enumerate(GROUPS) if at in own), Role.OTHER) for own in found)


def _shapes(codes: list[str], areas: Optional[Municipalities], pairs: Pairs) -> npt.NDArray[np.object_]:
    """Outlines: of the municipalities where they were given, else of the cells or areas that were compared."""
    from ..geometry import shapely_library

    known: dict[str, Any] = {} if areas is None else dict(zip(areas.code.tolist(), areas.polygons.tolist()))
    out = np.full(len(codes), None, dtype=object)
    has_shape = np.fromiter((shape is not None for shape in pairs.shapes), np.bool_, len(pairs))
    of = np.where(pairs.counted, group_of(pairs.row_codes, codes), -1)
    for at, code in enumerate(codes):
        own = pairs.shapes[(of == at) & has_shape]
        out[at] = known.get(code) or (shapely_library().union_all(own) if len(own) else None)
    return out


def _per(a: Floats, b: Floats) -> Floats:
    """A ratio, NaN where the divisor is zero or unknown."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.where(b > 0, a / b, np.nan))
