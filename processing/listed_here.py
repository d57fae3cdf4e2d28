"""What location lists say of the addresses of a region, all lists together, as 'regiobeeld' keeps it."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from ..arbeidsmigratie_plugin.core.bag import BagObjects, in_stock
from ..arbeidsmigratie_plugin.core.listed import ListEntries, together
from ..arbeidsmigratie_plugin.core.tables import Table
from ..arbeidsmigratie_plugin.sharing import layers
from ..arbeidsmigratie_plugin.sharing.highlights.listed import LISTED, lists_table
from ..arbeidsmigratie_plugin.sources.lists import LIST_LAYER, read_entries
from ..arbeidsmigratie_plugin.sources.recorded import recorded
from .provenance import of_bag
from .run import Run
from .vacant import of_vacant

#: How the provenance of a list begins.
_LIST = "Locatielijst"


def listed_here(
    run: Run, vacant: Optional[ListEntries], bag: BagObjects, peildatum: str
) -> tuple[list[Table], list[layers.Provenance]]:
    """The layer with listed addresses and where it comes from; nothing if no list says anything of this region.

    Args:
        run: The parameters: LISTS, VACANT and BAG.
        vacant: Entries of VACANT, None if it was not given.
        bag: All objects of the region, whatever their status.
        peildatum: Reference date.
    """
    parts, sources = [], []
    for layer in run.several("LISTS", LIST_LAYER):
        parts.append(read_entries(layer))
        sources += _of_list(getattr(layer, "path", None), len(parts[-1]))
    if vacant is not None:
        parts.append(vacant)
        sources.append(of_vacant(run, "VACANT", LISTED, len(vacant)))
    objects = bag.take(in_stock(bag.status))
    table = lists_table(together(parts), objects, peildatum)
    if not len(table.wkb):
        return [], []
    return [table], [*sources, of_bag(run, "BAG", LISTED, len(objects))]


def _of_list(file: Optional[Path], entries: int) -> list[layers.Provenance]:
    """A list as its own file says where it comes from, else that file."""
    said = [row for row in (recorded(file) if file else []) if row.layer == LIST_LAYER and row.address]
    own = [row for row in said if row.source.startswith(_LIST)]
    if not own:
        return [layers.provenance(LISTED, f"{_LIST}en", entries, file)]
    return [layers.provenance(LISTED, row.source, row.count, address=row.address, brondatum=row.date) for row in own]
