"""The fields that every highlight has."""

from __future__ import annotations

from collections.abc import Iterable

from ...core.arrays import Floats, Integers, Text
from ...core.geometry import point_wkb
from ...core.signals.evidence import Indications
from ...core.stock import Stock, id_texts
from ...core.tables import Column, Table
from ..styles import style


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


def point_table(
    name: str, stock: Stock, rows: Integers, own: Iterable[Column], explained: Text, peildatum: str, description: str
) -> Table:
    """Points of objects: which they are, the fields of their own, what explains them, and of when.

    Args:
        name: Layer name.
        stock: n objects.
        rows: Positions of k of them.
        own: Fields of k values.
        explained: Exclusion of each of the n objects, "" for none.
        peildatum: Reference date of the registrations, "" if unknown.
        description: What the layer is, for the file's table of contents.
    """
    columns = (
        *address_columns(stock, rows),
        *own,
        Column("uitsluiting", "text", explained[rows]),
        Column("peildatum", "text", [peildatum] * len(rows)),
    )
    wkb = point_wkb(stock.x[rows], stock.y[rows])
    return Table(name, columns, "Point", wkb, description, style(name))
