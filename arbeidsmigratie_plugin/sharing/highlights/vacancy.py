"""How vacancy against registrations looks as a layer."""

from __future__ import annotations

from ...core.arrays import Text
from ...core.signals.vacancy import Vacancy
from ...core.stock import Stock
from ...core.tables import Column, Table
from . import VACANCY
from .columns import count_column, evidence_columns, point_table


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
    own = (
        Column("klasse", "integer", found.klasse),
        count_column(found.registraties),
        Column("bewoners", "integer", found.bewoners),
        *evidence_columns(found.evidence, found.signaal),
    )
    description = "Leegstand en registraties: aanwijzingen met hun bewijs. Vertrouwelijk."
    return point_table(name, stock, rows, own, explained, peildatum, description)
