"""How company dwellings look as a layer."""

from __future__ import annotations

from ...core.arrays import Floats, Text
from ...core.signals.evidence import Indications
from ...core.stock import Stock
from ...core.tables import Table
from . import COMPANY_DWELLINGS
from .columns import count_column, evidence_columns, point_table


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
    own = (
        count_column(counts[rows]),
        *evidence_columns(found, COMPANY_DWELLINGS),
    )
    description = "Woningen die een bedrijfswoning kunnen zijn: aanwijzingen met hun bewijs. Vertrouwelijk."
    return point_table(name, stock, rows, own, explained, peildatum, description)
