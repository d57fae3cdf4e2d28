"""How holiday parks look as a layer."""

from __future__ import annotations

from ...core.geometry import to_wkb
from ...core.signals.parks import SIGNAL, Parks
from ...core.tables import Column, Table
from ..styles import style
from .columns import count_column, evidence_columns


def park_table(parks: Parks, peildatum: str, name: str = SIGNAL) -> Table:
    """Polygons, one per place that may be a holiday park.

    Args:
        parks: k parks.
        peildatum: Reference date, "" if unknown.
        name: Layer name.
    """
    columns = (
        Column("park_id", "text", parks.park_id),
        Column("naam", "text", parks.naam),
        Column("eenheden", "integer", parks.eenheden),
        Column("adressen", "integer", parks.adressen),
        count_column(parks.registraties),
        *evidence_columns(parks.found, SIGNAL),
        Column("gemeentecode", "text", parks.gemeentecode),
        Column("peildatum", "text", [peildatum] * len(parks)),
    )
    return Table(
        name=name,
        columns=columns,
        geometry="MultiPolygon",
        wkb=to_wkb(parks.polygons),
        description="Plaatsen die een vakantiepark kunnen zijn: aanwijzingen met hun bewijs. Vertrouwelijk.",
        style=style(SIGNAL),
    )
