"""Vacant objects, from whatever a user has: a list as a file, a table or layer, or an output of 'lijstinlezen'."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import numpy as np
from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.dates import reference_date
from ..arbeidsmigratie_plugin.core.errors import LayerEmptyError
from ..arbeidsmigratie_plugin.core.listed import RESIDENTS, VACANT, Listed
from ..arbeidsmigratie_plugin.core.privacy import safe_file_name
from ..arbeidsmigratie_plugin.sharing import layers
from ..arbeidsmigratie_plugin.sources.lists import LIST_LAYER, is_list, layer_sheet, read_listed
from ..arbeidsmigratie_plugin.sources.objects import read_bag
from ..arbeidsmigratie_plugin.sources.table import SUFFIXES, open_table
from ..arbeidsmigratie_plugin.sources.vector import OgrLayer, layer_names
from .listing import read_list, report_list
from .run import Run


def vacant_objects(
    run: Run, name: str, bag: str, peildatum: str, feedback: QgsProcessingFeedback
) -> tuple[Listed, dict[str, Any]]:
    """Entries on vacancy; a file, table or layer goes through the gate of 'lijstinlezen' first.

    Args:
        run: The parameters.
        name: The parameter with the list.
        bag: The parameter with the BAG.
        peildatum: Reference date, "" for today.
        feedback: Of the run.

    Returns:
        The entries, and outputs that say what became of the list.

    Raises:
        LayerEmptyError: It has no entry on vacancy.
    """
    path = run.path(name)
    told: dict[str, Any] = {}
    if path is not None and path.suffix.lower() in SUFFIXES:
        label, sheets = path.name, open_table(path)
    else:
        inside = path is not None and LIST_LAYER in layer_names(path)
        layer = OgrLayer(path, LIST_LAYER) if path is not None and inside else run.layer(name)
        label, sheets = layer.label, [] if is_list(layer) else [layer_sheet(layer)]
    if sheets:
        day = reference_date(peildatum, name) if peildatum else datetime.now().astimezone().date()
        read = read_list(sheets, label, read_bag(run.bag(bag)), VACANT, day, feedback)
        found, told = read.found.listed(), report_list(read, feedback)
    else:
        found = read_listed([layer])
    found = found.take(np.isin(found.kind.astype(str), (VACANT, RESIDENTS)))
    if not len(found):
        reason = f"it has no entry of kind {VACANT} or {RESIDENTS} on an object of the BAG in use"
        raise LayerEmptyError(layer=safe_file_name(label), reason=reason)
    return found, told


def of_vacant(run: Run, name: str, layer: str, entries: int) -> layers.Provenance:
    """The list of vacant objects, as a row of provenance.

    Args:
        run: The parameters.
        name: The parameter with the list.
        layer: The layer that is made with it.
        entries: Its entries.
    """
    return layers.provenance(layer, f"Locatielijst {VACANT}", entries, run.file_of(name))
