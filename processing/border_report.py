"""What 'grensclusters' says of its work: numbers, sentences, layers, provenance."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.tables import Table
from ..arbeidsmigratie_plugin.i18n import tr
from ..arbeidsmigratie_plugin.sharing import layers
from ..arbeidsmigratie_plugin.sharing.clusters.borders import BORDER_CLUSTERS, BORDER_SHARES, border_table, share_table
from ..arbeidsmigratie_plugin.sources import abroad as foreign
from ..arbeidsmigratie_plugin.sources.credits import border_credit
from .border_steps import Looked
from .borders import municipality_source
from .run import Run


def report(looked: Looked, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """Tells what was found and what is unknown, and returns the outputs that say so.

    Args:
        looked: What was found.
        feedback: Of the run.
    """
    found, clusters = looked.found, looked.known.clusters
    nameless = ", ".join(sorted(code for code, name in found.names.items() if code == name))
    for told, sentence in (
        (not looked.showable, tr("Too few hexagons or addresses to show anything, which is not 'nothing there'.")),
        (not len(clusters) and looked.showable, tr("There are no clusters, so nothing is listed.")),
        (len(clusters) > len(found) == 0, tr("None of the clusters has to do with a border, so nothing is listed.")),
        (
            not found.border_known,
            tr(
                "No national border is known: give LANDSGRENS, or areas of BUITENLAND that touch GEMEENTEN. Distances "
                "to other countries are unknown."
            ),
        ),
        (bool(nameless), tr("GEMEENTEN lacks {codes}: hexagons that they share are divided equally.")),
        (
            bool(len(found)) and not found.shares.observed[found.shares.observed >= 0].size,
            tr("What was counted in the hexagons is unknown: give HEXAGONS for the part of each municipality."),
        ),
    ):
        if told:
            feedback.pushWarning(sentence.format(codes=nameless))
    numbers = {
        "CLUSTERS": len(clusters),
        "LISTED": len(found),
        "MUNICIPAL": int(found.crossing.sum()),
        "NATIONAL": int(found.near.sum()),
        "UNSEEN_ALONE": int(found.seen_by_none.sum()),
    }
    sentence = tr("{n} of {k} clusters: {m} in several municipalities, {near} near a national border.")
    values = {"n": len(found), "k": len(clusters), "m": numbers["MUNICIPAL"], "near": numbers["NATIONAL"]}
    feedback.pushInfo(sentence.format(**values))
    return numbers


def tables(run: Run, looked: Looked) -> dict[str, list[Table]]:
    """What both outputs hold.

    Args:
        run: The parameters.
        looked: What was found.
    """
    found = looked.found
    return {
        "OUTPUT": [border_table(found, looked.known.rank), _herkomst(run, looked, BORDER_CLUSTERS)],
        "OUTPUT_SHARES": [share_table(found), _herkomst(run, looked, BORDER_SHARES)],
    }


def _herkomst(run: Run, looked: Looked, layer: str) -> Table:
    """Where it comes from, with all parameters."""
    settings, date = looked.known.settings, looked.known.clusters.surface.peildatum
    asked = (
        f"distance={run.number('DISTANCE'):g}; rings={settings.rings}; fdr={settings.fdr}; "
        f"fewest_homes={settings.fewest_homes}; rate={looked.known.rate:.6g}; van {looked.label}"
    )
    count = len(looked.known.clusters)
    rows = [layers.provenance(layer, "Clusters", count, run.file_of("INPUT"), query=asked, brondatum=date)]
    credit = border_credit(municipality_source(run, "GEMEENTEN").fields)
    file = run.file_of("GEMEENTEN")
    rows.append(layers.provenance(layer, credit.source, len(looked.found.names), file, licentie=credit.licence))
    if looked.abroad.border is not None:
        given = run.file_of("LANDSGRENS")
        rows.append(layers.provenance(layer, "Landsgrens", len(looked.abroad.border), given))
    if run.given("BUITENLAND"):
        n = len(looked.abroad.areas) + (0 if looked.abroad.places is None else len(looked.abroad.places))
        labels = ", ".join(one.label for one in run.several("BUITENLAND", foreign.FOREIGN_LAYER))
        rows.append(layers.provenance(layer, "Buitenland", n, address=labels))
    if run.given("POLICY"):
        policy = run.file_of("POLICY")
        rows.append(layers.provenance(layer, "Beleid van gemeenten", run.layer("POLICY").count, policy))
    return layers.provenance_table(rows)
