"""How occupancy looks as a layer."""

from __future__ import annotations

from ...core.arrays import Text
from ...core.signals.occupancy import Occupancy
from ...core.stock import Stock
from ...core.tables import Column, Table
from . import OCCUPANCY
from .columns import count_column, evidence_columns, point_table


def occupancy_table(stock: Stock, found: Occupancy, explained: Text, peildatum: str, name: str = OCCUPANCY) -> Table:
    """Points, one per address with registrations.

    Args:
        stock: n objects.
        found: The k addresses among them.
        explained: Exclusion of each of the n objects, "" for none.
        peildatum: Reference date of the registrations, "" if unknown.
        name: Layer name.
    """
    rows = found.rows
    own = (
        count_column(found.registraties),
        Column("bewoners", "integer", found.bewoners),
        Column("capaciteit", "integer", found.capaciteit),
        Column("capaciteit_15", "integer", found.capaciteit_advies),
        Column("norm_m2", "real", found.norm_m2),
        Column("norm_bron", "text", found.norm_bron),
        Column("bezettingsgraad", "real", found.bezettingsgraad),
        *evidence_columns(found.evidence, found.signaal),
    )
    description = "Adressen met registraties en hun capaciteit: aanwijzingen met hun bewijs. Vertrouwelijk."
    return point_table(name, stock, rows, own, explained, peildatum, description)
