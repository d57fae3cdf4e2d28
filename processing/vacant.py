"""Vacant objects, from whatever a user has: a list as a file, a table or layer, or an output of 'lijstinlezen'."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.dates import reference_date
from ..arbeidsmigratie_plugin.core.errors import LayerEmptyError
from ..arbeidsmigratie_plugin.core.listed import RESIDENTS, VACANT, ListEntries
from ..arbeidsmigratie_plugin.core.phrases import phrase
from ..arbeidsmigratie_plugin.core.privacy import safe_file_name
from ..arbeidsmigratie_plugin.core.signals.vacancy import VacancyList
from ..arbeidsmigratie_plugin.sharing import layers
from ..arbeidsmigratie_plugin.sources.lists import LIST_LAYER, is_list, layer_sheet, read_entries
from ..arbeidsmigratie_plugin.sources.objects import read_bag
from ..arbeidsmigratie_plugin.sources.table import open_table
from ..arbeidsmigratie_plugin.sources.vector import OgrLayer, layer_names
from .listing import read_list, report_list
from .run import Run


@dataclass(frozen=True)
class VacantRead:
    """A list of vacant objects that was read.

    Attributes:
        vacant: The list.
        entries: Its entries, with how they came on their objects.
        told: Outputs that say what became of it.
    """

    vacant: VacancyList
    entries: ListEntries
    told: dict[str, Any]


def vacant_objects(run: Run, name: str, bag: str, peildatum: str, feedback: QgsProcessingFeedback) -> VacantRead:
    """Entries on vacancy; a file, table or layer goes through the gate of 'lijstinlezen' first.

    Args:
        run: The parameters.
        name: The parameter with the list.
        bag: The parameter with the BAG.
        peildatum: Reference date, "" for today.
        feedback: Of the run.

    Raises:
        LayerEmptyError: It has no entry on vacancy.
    """
    file = run.table(name)
    told: dict[str, Any] = {}
    if file is not None:
        label, sheets = file.name, open_table(file)
    else:
        path = run.path(name)
        inside = path is not None and LIST_LAYER in layer_names(path)
        layer = OgrLayer(path, LIST_LAYER) if path is not None and inside else run.layer(name)
        label, sheets = layer.label, [] if is_list(layer) else [layer_sheet(layer)]
    if sheets:
        day = reference_date(peildatum, name) if peildatum else datetime.now().astimezone().date()
        read = read_list(sheets, label, read_bag(run.bag(bag)), VACANT, day, feedback)
        told = report_list(read, feedback)
        entries = read.found.entries()
        found = VacancyList(entries.listed, told["UNMATCHED"], read.found.matched_percent)
    else:
        entries = read_entries(layer)
        entries = entries.take(np.isin(entries.listed.kind.astype(str), (VACANT, RESIDENTS)))
        found = VacancyList(entries.listed)
    if not len(found):
        reason = phrase(
            "it has no entry of kind {vacant} or {residents} on an object of the BAG in use",
            vacant=VACANT,
            residents=RESIDENTS,
        )
        raise LayerEmptyError(layer=safe_file_name(label), reason=reason)
    return VacantRead(found, entries, told)


def of_vacant(run: Run, name: str, layer: str, entries: int) -> layers.Provenance:
    """The list of vacant objects, as a row of provenance.

    Args:
        run: The parameters.
        name: The parameter with the list.
        layer: The layer that is made with it.
        entries: Its entries.
    """
    return layers.provenance(layer, f"Locatielijst {VACANT}", entries, run.file_of(name))
