"""Provenance of 'verplaatsing': what was asked in words, and how often these dates were compared for this region."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Optional

from qgis.core import QgsSettings

from ..arbeidsmigratie_plugin.core.clusters.comparison import Exposure
from ..arbeidsmigratie_plugin.core.clusters.displacement import Weights
from ..arbeidsmigratie_plugin.core.clusters.displacement_words import reasons
from ..arbeidsmigratie_plugin.sharing import layers
from ..arbeidsmigratie_plugin.sharing.clusters.displacement import DISPLACEMENT
from ..arbeidsmigratie_plugin.sources.recorded import recorded
from .displacing import Compared
from .run import Run

#: Parameters that go into the provenance, so that trying until something appears is visible.
_ASKED = (
    *("TREATED", "CONTROL", "RING", "RING_CONTROL", "REGION", "RING_WIDTH"),
    *("MONTHS_1", "MONTHS_2", "ALPHA", "TOLERANCE", "PHI"),
)

#: Where QGIS keeps how many comparisons there were, and how the provenance says it.
_RUNS_SETTING = "arbeidsmigratie/verplaatsing/runs/"
_RUN = re.compile(r"^run (\d+);")


def count_run(found: Compared, target: Optional[Path]) -> int:
    """How many times these dates were compared for this region, whatever was asked and into whatever file.

    The region is that of the deliveries: another part of it, another grid or another choice of objects is another
    try with the same data. QGIS remembers a number for it, and nothing else.

    Args:
        found: The comparison.
        target: The file of the output, None if QGIS makes up its name; what it says of earlier runs counts too.
    """
    codes = [sorted(layer.delivered()) for layer in found.layers]
    about = repr((found.dates, codes))
    key = _RUNS_SETTING + hashlib.sha256(about.encode()).hexdigest()[:16]
    rows = [row for row in (recorded(target) if target else []) if row.layer == DISPLACEMENT]
    same = {row.date for row in rows} == set(found.dates)
    numbers = [int(told[1]) for told in (_RUN.match(row.query) for row in rows) if told and same]
    known = str(QgsSettings().value(key, "0"))
    number = max([int(known) if known.isdecimal() else 0, *numbers]) + 1
    QgsSettings().setValue(key, str(number))
    return number


def sources(run: Run, found: Compared, number: int) -> list[layers.Provenance]:
    """Rows of provenance: both layers, with all that was asked, in words, and what the gate said.

    Args:
        run: The parameters.
        found: What it found.
        number: How many times these dates were compared.
    """
    return provenance_of(found, asked(run, found), number, (run.file_of("T1"), run.file_of("T2")))


def asked(run: Run, found: Compared) -> dict[str, str]:
    """What a run was asked: parameter -> its value, "" for none.

    Args:
        run: The parameters.
        found: What it found.
    """
    given = {name: run.text(name) for name in _ASKED}
    given["MEASURE"] = found.measure
    given["EXPOSURE"] = list(Exposure)[run.integer("EXPOSURE")].value
    given["WEIGHTS"] = list(Weights)[run.integer("WEIGHTS")].value
    if run.given("TREATED_AREA"):
        given["TREATED_AREA"] = run.layer("TREATED_AREA").label
    return given


def provenance_of(
    found: Compared, given: Mapping[str, str], number: int, files: Sequence[Optional[Path]]
) -> list[layers.Provenance]:
    """Rows of provenance of a comparison: one for each of its layers.

    Args:
        found: What was found.
        given: What was asked: parameter -> its value, "" for none.
        number: How many times these dates were compared.
        files: The files that the layers are in, None for those that are in none.
    """
    said = "; ".join(f"{name} {text}" for name, text in given.items() if text)
    rows = []
    for name, date, layer, file in zip(("T1", "T2"), found.dates, found.layers, files):
        query = f"run {number}; {name}; {said}; poort {found.gate.verdict.value}: {reasons(found.gate)[0]}"
        source = layer.facts.source or "Aantallen per gebied"
        rows.append(layers.provenance(DISPLACEMENT, source, len(layer), file, query=query, brondatum=date))
    return rows
