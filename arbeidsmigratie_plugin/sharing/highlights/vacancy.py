"""How vacancy against registrations looks as a layer."""

from __future__ import annotations

from ...core.arrays import Text
from ...core.geometry import point_wkb
from ...core.signals.vacancy import Vacancy
from ...core.stock import Stock
from ...core.tables import Column, Table
from ..styles import style
from . import VACANCY
from .columns import address_columns, count_column, evidence_columns


def vacancy_table(stock: Stock, found: Vacancy, explained: Text, peildatum: str, name: str = VACANCY) -> Table:
    """Points, one per object of which the class is known.

    Args:
        stock: n objects.
        found: The k objects among them.
        explained: Exclusion of each of the n objects, "" for none.
        peildatum: Reference date of the registrations, "" if unknown.
        name: Layer name.
    """
    rows = found.rows
    columns = (
        *address_columns(stock, rows),
        Column("klasse", "integer", found.klasse),
        count_column(found.registraties),
        Column("bewoners", "integer", found.bewoners),
        *evidence_columns(found.evidence, found.signaal),
        Column("uitsluiting", "text", explained[rows]),
        Column("peildatum", "text", [peildatum] * len(rows)),
    )
    return Table(
        name=name,
        columns=columns,
        geometry="Point",
        wkb=point_wkb(stock.x[rows], stock.y[rows]),
        description="Leegstand en registraties: aanwijzingen met hun bewijs. Vertrouwelijk.",
        style=style(VACANCY),
    )
