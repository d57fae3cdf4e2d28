"""The fields that every highlight has."""

from __future__ import annotations

from ...core.arrays import Floats, Integers, Text
from ...core.signals.evidence import Indications
from ...core.stock import Stock, id_texts
from ...core.tables import Column


def evidence_columns(found: Indications, signal: str | Text) -> tuple[Column, ...]:
    """What was seen of each place, its points and how sure it is.

    Args:
        found: k places.
        signal: Value of the field 'signaal', or one for each.
    """
    return (
        Column("signaal", "text", [signal] * len(found) if isinstance(signal, str) else signal),
        Column("score", "integer", found.score),
        Column("bewijs", "text", found.bewijs),
        Column("bewijs_en", "text", found.evidence),
        Column("bronnen", "text", found.bronnen),
        Column("zekerheid", "text", found.zekerheid),
    )


def address_columns(stock: Stock, rows: Integers) -> tuple[Column, ...]:
    """Which address it is.

    Args:
        stock: The objects.
        rows: Positions of k of them.
    """
    return (
        Column("adresseerbaarobject_id", "text", id_texts(stock.ids[rows])),
        Column("gemeentecode", "text", stock.gemeentecode.take(rows).text()),
        Column("adres", "text", [stock.address(row) for row in rows.tolist()]),
        Column("gebruiksdoel", "text", stock.gebruiksdoel.take(rows).text()),
        Column("bag_oppervlakte", "real", stock.oppervlakte[rows]),
    )


def count_column(counts: Floats) -> Column:
    """Registrations, NULL where unknown.

    Args:
        counts: k numbers, NaN where unknown.
    """
    return Column("registraties", "integer", counts)
