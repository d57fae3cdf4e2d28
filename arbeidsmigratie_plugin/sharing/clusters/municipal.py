"""Municipalities compared, as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Optional

import numpy as np

from ...core.clusters.municipal import LEVEL, Municipal
from ...core.signals.policy import Policies
from ...core.tables import Column, Table
from .columns import policy_columns

MUNICIPAL = "gemeenten_vergeleken"


def municipal_table(
    found: Municipal,
    names: Sequence[str],
    policies: Optional[Policies],
    layers: Iterable[Table],
    peildatum: str,
) -> Table:
    """A row for each municipality: shares and ratios with their intervals, indications, policy.

    Args:
        found: m municipalities.
        names: Their m names.
        policies: What they have decided, None if that is unknown.
        layers: Layers with a municipality for each place, of which the places are counted.
        peildatum: Reference date.
    """
    shares, ratios = found.share_limits, found.ratio_limits
    columns = (
        Column("gemeentecode", "text", found.code),
        Column("gemeentenaam", "text", list(names)),
        Column("adressen", "integer", found.cases),
        Column("registraties", "integer", found.persons),
        Column("verblijfsobjecten", "integer", found.homes),
        Column("aandeel", "real", found.share),
        Column("aandeel_ondergrens", "real", shares[0]),
        Column("aandeel_bovengrens", "real", shares[1]),
        Column("verwacht", "real", found.expected),
        Column("verhouding", "real", found.ratio),
        Column("ondergrens", "real", ratios[0]),
        Column("bovengrens", "real", ratios[1]),
        *(Column(layer.name, "integer", _places(layer, found)) for layer in layers),
        *policy_columns(found.code.tolist(), policies),
        Column("peildatum", "text", [peildatum] * len(found)),
        Column("toelichting", "text", [_sentence(found, at, names[at]) for at in range(len(found))]),
    )
    return Table(
        name=MUNICIPAL,
        columns=columns,
        description="Gemeenten vergeleken, met 80 %-intervallen. Onbekend waar geen levering was.",
    )


def _places(layer: Table, found: Municipal) -> list[int]:
    """How many places of a layer lie in each municipality; a cluster can lie in several."""
    given = {column.name: column.values for column in layer.columns}
    codes = given.get("gemeentecodes", given.get("gemeentecode", ()))
    numbers = Counter(code for listed in codes for code in str(listed or "").split(","))
    return [numbers[code] for code in found.code.tolist()]


def _sentence(found: Municipal, at: int, name: str) -> str:
    if not np.isfinite(found.ratio[at]):
        return f"{name}: onbekend, geen levering."
    low, high = found.ratio_limits[0][at], found.ratio_limits[1][at]
    ratio, level = _comma(found.ratio[at]), round(100 * LEVEL)
    return (
        f"{name}: {ratio} keer zoveel adressen met een RNI-registratie als bij een gelijk aandeel in de hele regio, "
        f"{level} %-interval {_comma(low)}-{_comma(high)}. Een aanwijzing, geen oordeel."
    )


def _comma(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")
