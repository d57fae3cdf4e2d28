"""How company dwellings look as a layer."""

from __future__ import annotations

from ...core.arrays import Floats, Text
from ...core.geometry import point_wkb
from ...core.signals.evidence import Indications
from ...core.stock import Stock
from ...core.tables import Column, Table
from ..styles import style
from . import COMPANY_DWELLINGS
from .columns import address_columns, count_column, evidence_columns


def company_dwelling_table(
    stock: Stock,
    found: Indications,
    counts: Floats,
    explained: Text,
    peildatum: str,
    name: str = COMPANY_DWELLINGS,
) -> Table:
    """Points, one per home that may be a company dwelling.

    Args:
        stock: n objects.
        found: The k homes among them.
        counts: Registrations on each of the n objects, NaN where unknown.
        explained: Exclusion of each of the n objects, "" for none.
        peildatum: Reference date of the registrations, "" if unknown.
        name: Layer name.
    """
    rows = found.rows
    columns = (
        *address_columns(stock, rows),
        count_column(counts[rows]),
        *evidence_columns(found, COMPANY_DWELLINGS),
        Column("uitsluiting", "text", explained[rows]),
        Column("peildatum", "text", [peildatum] * len(rows)),
    )
    return Table(
        name=name,
        columns=columns,
        geometry="Point",
        wkb=point_wkb(stock.x[rows], stock.y[rows]),
        description="Woningen die een bedrijfswoning kunnen zijn: aanwijzingen met hun bewijs. Vertrouwelijk.",
        style=style(COMPANY_DWELLINGS),
    )
