"""Rows of the table herkomst for hexagons: what they were counted from, and how, so that two dates can be compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Optional

from ..arbeidsmigratie_plugin.core.bag import ADDRESS_FIELDS, channel_fields
from ..arbeidsmigratie_plugin.sharing import layers
from ..arbeidsmigratie_plugin.sources.credits import Credit, bag_credit, recorded_credits
from ..arbeidsmigratie_plugin.sources.objects import delivered, delivered_municipalities, matched_percent
from ..arbeidsmigratie_plugin.sources.recorded import recorded
from ..arbeidsmigratie_plugin.sources.vector import Layer, content_date
from .provenance_addresses import UNKNOWN_SOURCE
from .run import Run
from .steps import Aggregation


def of_hexagons(
    run: Run, name: str, homes: Sequence[Layer], counted: Aggregation, query: str
) -> list[layers.Provenance]:
    """What hexagons were counted from: points, as their own file says, and BAG objects where they are that.

    Args:
        run: The parameters.
        name: The parameter with address points.
        homes: Layers with BAG objects.
        counted: The hexagons.
        query: How they were made.
    """
    file = run.file_of(name)
    said = recorded_credits(file, layers.ADDRESSES) if file else []
    counted_as = "; ".join(part for part in (query, _told(run, file), f"telling {_count_field(run)}") if part)
    rows = dict.fromkeys(said or [Credit(UNKNOWN_SOURCE)], counted.addresses.read)
    if homes:
        of_bag = set(ADDRESS_FIELDS) <= set(channel_fields(homes[0].fields))
        own = replace(bag_credit(), date=_bag_date(run)) if of_bag else Credit("Adresseerbare objecten")
        rows = {credit: n for credit, n in rows.items() if credit.source != own.source}
        rows[own] = counted.dwellings.read
        query = f"{query}; objecten {_which(run, homes, own)}"
    return [
        layers.provenance(
            layers.HEXAGONS,
            credit.source,
            n,
            licentie=credit.licence,
            brondatum=credit.date,
            query=counted_as if credit.source == layers.RNI else query,
        )
        for credit, n in rows.items()
    ]


def _which(run: Run, homes: Sequence[Layer], credit: Credit) -> str:
    """Which objects were counted, and what they were limited to: others give other shares."""
    names = ", ".join(sorted(name for name in (getattr(layer, "name", "") for layer in homes) if name))
    limit = run.limit_of("DWELLINGS").replace(";", ",")
    return f"{credit.source}{f' ({names})' if names else ''}, {limit or 'alle'}"


def _told(run: Run, file: Optional[Path]) -> str:
    """For which municipalities registrations came, and which share of them was matched with an address."""
    codes = run.codes("COVERED") or delivered_municipalities(file)
    return delivered(sorted(codes), matched_percent(file)) if codes else ""


def _count_field(run: Run) -> str:
    return run.text("COUNT_FIELD") or "punten"


def _bag_date(run: Run) -> str:
    """Date of the BAG that was counted, as its file says itself, else the day on which that last changed."""
    file = run.file_of("DWELLINGS")
    said = [row.date for row in recorded(file) if row.source == bag_credit().source and row.date] if file else []
    return said[0] if said else content_date(file)
