"""How location lists look as layers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ...core.bag import BagObjects
from ...core.geometry import point_wkb
from ...core.listed import ListEntries
from ...core.location_list import ListedAddresses
from ...core.stock import id_numbers, positions
from ...core.tables import Column, Table
from ..layers import unmatched_columns
from ..styles import style

LISTED = "locatielijst"
LISTED_UNMATCHED = "locatielijst_niet_gekoppeld"


def lists_table(entries: ListEntries, bag: BagObjects, peildatum: str) -> Table:
    """Points with what several lists say of them, one per address and entry.

    Args:
        entries: Entries of all lists; those on no object of the BAG are left out.
        bag: The objects.
        peildatum: Reference date.
    """
    places = positions(entries.listed.ids, id_numbers(bag.adresseerbaarobject_id))
    entries, objects = entries.take(np.flatnonzero(places >= 0)), bag.take(places[places >= 0])
    listed = entries.listed
    said = (listed.kind, listed.number, listed.date, listed.until, listed.status, entries.regels, entries.match_niveau)
    return _table(objects, said, peildatum, "Adressen op locatielijsten.")


def listed_table(found: ListedAddresses, peildatum: str) -> Table:
    """Points with what a list says of them, one per address.

    Args:
        found: Entries of one list.
        peildatum: Reference date.
    """
    kinds = [found.kind] * len(found)
    said = (kinds, found.aantal, found.datum, found.geldig_tot, found.status, found.regels, found.match_niveau)
    return _table(found.objects, said, peildatum, f"Adressen op een locatielijst ({found.kind}).")


def _table(objects: BagObjects, said: tuple[Sequence[Any], ...], peildatum: str, description: str) -> Table:
    kind, number, since, until, status, rows, levels = said
    columns = (
        Column("adresseerbaarobject_id", "text", objects.adresseerbaarobject_id),
        Column("nummeraanduiding_id", "text", objects.nummeraanduiding_id),
        Column("gemeentecode", "text", objects.gemeentecode),
        Column("soort", "text", kind),
        Column("aantal", "integer", number),
        Column("datum", "text", since),
        Column("geldig_tot", "text", until),
        Column("status", "text", status),
        Column("regels", "integer", rows),
        Column("match_niveau", "integer", levels),
        Column("peildatum", "text", [peildatum] * len(objects)),
    )
    return Table(
        name=LISTED,
        columns=columns,
        geometry="Point",
        wkb=point_wkb(objects.x, objects.y),
        description=f"{description} Vertrouwelijk: herleidbaar tot adressen.",
        style=style(LISTED),
    )


def listed_unmatched_table(found: ListedAddresses, peildatum: str) -> Table:
    """Addresses of a list without a BAG object: address fields, reason and number of rows only.

    Args:
        found: Entries of one list.
        peildatum: Reference date.
    """
    rows = found.unmatched
    columns = (
        *unmatched_columns(rows),
        Column("soort", "text", [found.kind] * len(rows)),
        Column("regels", "integer", [row.registraties for row in rows]),
        Column("reden", "text", [row.reason.value for row in rows]),
        Column("peildatum", "text", [peildatum] * len(rows)),
    )
    description = "Adressen van een locatielijst zonder BAG-object. Vertrouwelijk."
    return Table(name=LISTED_UNMATCHED, columns=columns, description=description)
