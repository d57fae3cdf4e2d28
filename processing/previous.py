"""The map of an earlier date, beside the one that 'regiobeeld' makes: what has changed in each municipality."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Optional

import numpy as np
from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.arrays import text
from ..arbeidsmigratie_plugin.core.clusters.comparability import MATCHED_TOLERANCE, Pairing
from ..arbeidsmigratie_plugin.core.clusters.comparison import Exposure, Question
from ..arbeidsmigratie_plugin.core.clusters.displacement import Settings
from ..arbeidsmigratie_plugin.core.clusters.snapshots import MEASURES
from ..arbeidsmigratie_plugin.core.errors import ArbeidsmigratieError, FileError, FileMissingError, PreviousError
from ..arbeidsmigratie_plugin.core.municipalities import Municipalities, code_and_name_fields, normal_code
from ..arbeidsmigratie_plugin.core.phrases import phrase
from ..arbeidsmigratie_plugin.core.privacy import safe_file_name
from ..arbeidsmigratie_plugin.i18n import message, tr
from ..arbeidsmigratie_plugin.sharing import layers
from ..arbeidsmigratie_plugin.sharing.clusters.displacement import displacement_table
from ..arbeidsmigratie_plugin.sources.hexagons import region_codes
from ..arbeidsmigratie_plugin.sources.recorded import recorded
from ..arbeidsmigratie_plugin.sources.services import regions
from ..arbeidsmigratie_plugin.sources.snapshots import read_snapshot, snapshot_layer
from ..arbeidsmigratie_plugin.sources.vector import Layer, OgrLayer, layer_names
from ..arbeidsmigratie_plugin.sources.writing import add_layers
from .borders import municipality_source
from .displacement_report import report
from .displacement_runs import count_run, provenance_of
from .displacing import Compared, compared, passed
from .run import Run

#: What every workspace of 'regiobeeld' has.
_LAYERS = {layers.ADDRESSES, layers.HEXAGONS, layers.MUNICIPALITIES, layers.PROVENANCE}

_MEASURE = MEASURES[0]


def check_previous(run: Run, peildatum: Optional[date]) -> None:
    """Refuses an earlier map that is none; only what it says of itself is read.

    Args:
        run: The parameters.
        peildatum: Reference date of the map that is made, None if it is not known yet.

    Raises:
        FileMissingError: It is not there.
        PreviousError: It is no workspace, not of an earlier date, or of another region.
    """
    file = run.file("PREVIOUS")
    if not file.is_file():
        raise FileMissingError(file=safe_file_name(str(file)))
    name, day = safe_file_name(file.name), _day(file)
    if not day:
        raise PreviousError(file=name, reason=phrase("it is not a workspace that 'regiobeeld' made"))
    if peildatum is not None and day >= peildatum.isoformat():
        values = {"date": day, "peildatum": peildatum.isoformat()}
        raise PreviousError(file=name, reason=phrase("its reference date {date} is not before {peildatum}", **values))
    if not set(_municipalities(OgrLayer(file, layers.MUNICIPALITIES)).code.tolist()) & _region(run):
        raise PreviousError(file=name, reason=phrase("it has no municipality of this region"))


@dataclass(frozen=True)
class Result:
    """The map that is made.

    Attributes:
        workspace: Its layers, in a draft.
        target: Where the workspace will be.
        areas: Its municipalities.
        sources: Where its layers come from.
    """

    workspace: Path
    target: Path
    areas: Municipalities
    sources: Sequence[layers.Provenance]


def add_change(run: Run, made: Result, feedback: QgsProcessingFeedback) -> None:
    """Adds the change since the earlier map to a workspace.

    Where the dates can't be compared a warning says why: a map without the change is better than none.

    Args:
        run: The parameters: PREVIOUS.
        made: The map that is made.
        feedback: Of the run.
    """
    file = run.file("PREVIOUS")
    try:
        found, region = _compared(file, made, feedback)
    except ArbeidsmigratieError as error:
        line = tr("The change since {date} is not on the map. {reason}")
        feedback.pushWarning(line.format(date=_day(file), reason=message(error)))
        return
    report(found, feedback)
    asked = {"REGION": ",".join(sorted(region)), "MEASURE": found.measure, "EXPOSURE": Exposure.AUTOMATIC.value}
    asked["WEIGHTS"] = Settings().weights.value
    rows = provenance_of(found, asked, count_run(found, made.target), (file, None))
    table = displacement_table(found.comparison, found.measure, found.dates)
    add_layers(made.workspace, [table, layers.provenance_table([*made.sources, *rows])])


def _compared(file: Path, made: Result, feedback: QgsProcessingFeedback) -> tuple[Compared, frozenset[str]]:
    """What changed, and the codes to which the comparison was limited.

    Raises:
        NotComparableError: The two dates aren't comparable.
        LayerEmptyError: One of them has no addresses.
    """
    earlier, later = (read_snapshot(snapshot_layer(path), path, made.areas) for path in (file, made.workspace))
    both = earlier.facts.covered & later.facts.covered
    region = both if both != earlier.facts.covered | later.facts.covered else frozenset()
    checks = passed(Pairing(earlier.facts, later.facts, _MEASURE, region, MATCHED_TOLERANCE), feedback)
    if region:
        line = tr("Only municipalities with a delivery at both dates are compared: {codes}.")
        feedback.pushWarning(line.format(codes=", ".join(sorted(region))))
    question = Question(shown=frozenset(made.areas.code.tolist()))
    return compared((earlier, later), checks, made.areas, question, _MEASURE, region), region


def _day(file: Path) -> str:
    """The reference date of a workspace; "" of what is none."""
    try:
        if not set(layer_names(file)) >= _LAYERS:
            return ""
    except FileError:
        return ""
    return max((row.date[:10] for row in recorded(file) if row.layer == layers.ADDRESSES), default="")


def _region(run: Run) -> frozenset[str]:
    """Codes of the municipalities that are the region, without reading where they are."""
    source, wanted = municipality_source(run, "GEMEENTEN"), run.text("REGION")
    inside = None if wanted else region_codes(source)
    known = _municipalities(source)
    return inside or frozenset(regions().select(wanted, known, source.label).code.tolist())


def _municipalities(layer: Layer) -> Municipalities:
    """Municipalities by code and name only."""
    code, name = code_and_name_fields(layer.fields, layer.label)
    found: dict[str, str] = {}
    for chunk in layer.chunks(list(dict.fromkeys((code, name)))):
        codes = map(normal_code, text(chunk.columns[code]).tolist())
        found.update(zip(codes, text(chunk.columns[name]).tolist()))
    return Municipalities(text(list(found)), text(list(found.values())), np.full(len(found), None, dtype=object))
