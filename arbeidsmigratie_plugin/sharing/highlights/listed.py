"""How location lists look as layers."""

from __future__ import annotations

from ...core.geometry import point_wkb
from ...core.location_list import ListedAddresses
from ...core.tables import Column, Table
from ..layers import unmatched_columns
from ..styles import style

LISTED = "locatielijst"
LISTED_UNMATCHED = "locatielijst_niet_gekoppeld"


def listed_table(found: ListedAddresses, peildatum: str) -> Table:
    """Points with what a list says of them, one per address.

    Args:
        found: Entries of one list.
        peildatum: Reference date.
    """
    objects = found.objects
    columns = (
        Column("adresseerbaarobject_id", "text", objects.adresseerbaarobject_id),
        Column("nummeraanduiding_id", "text", objects.nummeraanduiding_id),
        Column("gemeentecode", "text", objects.gemeentecode),
        Column("soort", "text", [found.kind] * len(found)),
        Column("aantal", "integer", found.aantal),
        Column("datum", "text", found.datum),
        Column("geldig_tot", "text", found.geldig_tot),
        Column("status", "text", found.status),
        Column("regels", "integer", found.regels),
        Column("match_niveau", "integer", found.match_niveau),
        Column("peildatum", "text", [peildatum] * len(found)),
    )
    return Table(
        name=LISTED,
        columns=columns,
        geometry="Point",
        wkb=point_wkb(objects.x, objects.y),
        description=f"Adressen op een locatielijst ({found.kind}). Vertrouwelijk: herleidbaar tot adressen.",
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
