"""The comparison of two dates as a layer: a row for each municipality, unknown where it can't be compared."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ...core.arrays import Floats
from ...core.clusters.comparison import Comparison
from ...core.clusters.displacement_words import explanations
from ...core.geometry import shapely_library, to_wkb
from ...core.tables import Column, Table
from ..styles import style

DISPLACEMENT = "verplaatsing"


def displacement_table(found: Comparison, measure: str, dates: tuple[str, str], name: str = DISPLACEMENT) -> Table:
    """Municipalities with their counts at two dates.

    Args:
        found: The comparison.
        measure: 'adressen' or 'registraties'.
        dates: The two reference dates, "" where unknown.
        name: Layer name.
    """
    n = len(found)
    drawn = any(shape is not None for shape in found.shapes)
    return Table(
        name=name,
        columns=(
            Column("gemeentecode", "text", found.codes),
            Column("gemeentenaam", "text", found.names),
            Column("rol", "text", [role.value for role in found.roles]),
            Column("telling", "text", [measure] * n),
            *_counts(found),
            *_tests(found),
            *_turnover(found),
            *_shares(found),
            *_said(found, measure),
            Column("peildatum_1", "text", [dates[0]] * n),
            Column("peildatum", "text", [dates[1]] * n),
        ),
        geometry="MultiPolygon" if drawn else "",
        wkb=to_wkb(_shapes(found)) if drawn else (),
        description="Twee peildata vergeleken per gemeente. Een verschil is een aanwijzing, geen bewijs.",
        style=style(DISPLACEMENT) if drawn else "",
    )


def _counts(found: Comparison) -> tuple[Column, ...]:
    one, two = found.region_shares
    return (
        Column("n1", "integer", found.n1),
        Column("n2", "integer", found.n2),
        Column("verschil", "integer", found.change),
        Column("procent", "real", found.percent),
        Column("groei_als_regio", "real", found.regional),
        Column("lokale_verschuiving", "real", found.shift),
        Column("onzeker", "integer", found.uncertain),
        Column("deel_regio_1", "real", one),
        Column("deel_regio_2", "real", two),
    )


def _tests(found: Comparison) -> tuple[Column, ...]:
    low, high = found.ratio_interval
    return (
        Column("verhouding", "real", found.ratio),
        Column("verhouding_laag", "real", low),
        Column("verhouding_hoog", "real", _finite(high)),
        Column("p_twee_tellingen", "real", found.p),
        Column("q", "real", found.q),
        Column("p_e_toets", "real", found.p_e),
    )


def _turnover(found: Comparison) -> tuple[Column, ...]:
    low, high = found.turnover_interval
    return (
        Column("verschenen", "integer", found.appeared),
        Column("verdwenen", "integer", found.disappeared),
        Column("gebleven", "integer", found.stayed),
        Column("omloop", "real", found.turnover),
        Column("omloop_laag", "real", low),
        Column("omloop_hoog", "real", high),
        Column("p_omloop", "real", found.p_turnover),
        Column("q_omloop", "real", found.q_turnover),
    )


def _shares(found: Comparison) -> tuple[Column, ...]:
    columns = []
    for at, (homes, share, (low, high)) in enumerate(zip(found.homes, found.shares, found.share_intervals), 1):
        known = np.where(homes > 0, homes, np.nan)
        columns += [
            Column(f"verblijfsobjecten_{at}", "integer", known),
            Column(f"aandeel_{at}", "real", share),
            Column(f"aandeel_{at}_laag", "real", low),
            Column(f"aandeel_{at}_hoog", "real", high),
        ]
    return tuple(columns)


def _said(found: Comparison, measure: str) -> tuple[Column, ...]:
    dutch, english = explanations(found, measure)
    return (
        Column("vergelijkbaar", "text", [found.gate.verdict.value] * len(found)),
        Column("toelichting", "text", dutch),
        Column("toelichting_en", "text", english),
    )


def _shapes(found: Comparison) -> npt.NDArray[np.object_]:
    """Outlines, empty for a row of which none is known."""
    empty = shapely_library().MultiPolygon()
    return np.array([*(empty if shape is None else shape for shape in found.shapes), None], dtype=object)[:-1]


def _finite(values: Floats) -> Floats:
    """Limits that exist: after a count of zero there is no upper one."""
    return np.where(np.isfinite(values), values, np.nan)
