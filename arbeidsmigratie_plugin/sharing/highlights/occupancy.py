"""How occupancy looks as a layer."""

from __future__ import annotations

from ...core.arrays import Text
from ...core.geometry import point_wkb
from ...core.signals.occupancy import Occupancy
from ...core.stock import Stock
from ...core.tables import Column, Table
from ..styles import style
from . import OCCUPANCY
from .columns import address_columns, count_column, evidence_columns


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
    columns = (
        *address_columns(stock, rows),
        count_column(found.registraties),
        Column("bewoners", "integer", found.bewoners),
        Column("capaciteit", "integer", found.capaciteit),
        Column("capaciteit_15", "integer", found.capaciteit_advies),
        Column("norm_m2", "real", found.norm_m2),
        Column("norm_bron", "text", found.norm_bron),
        Column("bezettingsgraad", "real", found.bezettingsgraad),
        *evidence_columns(found.evidence, found.signaal),
        Column("uitsluiting", "text", explained[rows]),
        Column("peildatum", "text", [peildatum] * len(rows)),
    )
    return Table(
        name=name,
        columns=columns,
        geometry="Point",
        wkb=point_wkb(stock.x[rows], stock.y[rows]),
        description="Adressen met registraties en hun capaciteit: aanwijzingen met hun bewijs. Vertrouwelijk.",
        style=style(OCCUPANCY),
    )
