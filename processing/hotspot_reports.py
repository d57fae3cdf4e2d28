"""What a run of 'hotspots' says about its work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.i18n import tr

if TYPE_CHECKING:
    from .hotspot_steps import Looked

#: Number outputs: name -> description.
HOTSPOT_NUMBERS = {
    "CELLS": "Hexagons of the region",
    "TESTED": "Hexagons that were tested",
    "UNKNOWN": "Hexagons without a delivery: unknown",
    "EDGE": "Hexagons with surroundings without data",
    "FOUND": "Hexagons with more than expected",
    "CLUSTERS": "Clusters",
    "ROBUST": "Clusters that other grids show too",
    "RUN": "How many times hot spots were looked for in this region at this date, this time included",
}


def report_hotspots(looked: Looked, number: int, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """Tells what was found and what stands in the way of finding more, and returns the outputs that say so.

    Args:
        looked: What was found.
        number: Of the run on these data.
        feedback: Of the run.
    """
    found, clusters = looked.found, looked.clusters
    surface = found.surface
    numbers = {
        "CELLS": int(surface.inside.sum()),
        "TESTED": found.tests,
        "UNKNOWN": int((surface.inside & ~(surface.cases >= 0)).sum()),
        "EDGE": int((surface.inside & found.edge).sum()),
        "FOUND": int(found.found.sum()),
        "CLUSTERS": len(clusters),
        "ROBUST": int((clusters.robust == 1).sum()),
        "RUN": number,
    }
    _warn_of_data(looked, numbers["UNKNOWN"], feedback)
    _warn_of_test(looked, feedback)
    sentence = tr("{tests} tests at a false discovery rate of {fdr:g}: {n} hexagons, {k} clusters.")
    values = {"tests": found.tests, "fdr": found.settings.fdr, "n": numbers["FOUND"], "k": len(clusters)}
    feedback.pushInfo(sentence.format(**values))
    if number > 1:
        sentence = tr(
            "This is run {n} on this region and reference date. Every other grid or setting that is tried adds to the "
            "chance of a false finding; the runs are counted in herkomst."
        )
        feedback.pushInfo(sentence.format(n=number))
    return numbers


def _warn_of_data(looked: Looked, unknown: int, feedback: QgsProcessingFeedback) -> None:
    hexagons = looked.hexagons
    for n, sentence in (
        (unknown, tr("{n} hexagons have no delivery: unknown, not zero.")),
        (hexagons.without_count, tr("{n} hexagons have a number of addresses that can't be used: unknown.")),
        (
            hexagons.more_than_homes,
            tr("{n} hexagons have more addresses with registrations than homes: is the BAG of the same date?"),
        ),
        (
            looked.found.surface.uncompared,
            tr("{n} addresses with registrations lie in hexagons without homes: they take no part in the test."),
        ),
    ):
        if n:
            feedback.pushWarning(sentence.format(n=n))
    if hexagons.absent:
        feedback.pushWarning(tr("No hexagon has an object of {codes}.").format(codes=", ".join(hexagons.absent)))
    if looked.other_points:
        feedback.pushWarning(tr("POINTS and DWELLINGS hold other addresses than the hexagons: are they of one date?"))


def _warn_of_test(looked: Looked, feedback: QgsProcessingFeedback) -> None:
    from ..arbeidsmigratie_plugin.core.clusters.hotspots import SENSIBLE_EXPECTATION, Method, Tail

    found = looked.found
    if not found.surface.counted.any():
        sentence = tr("These hexagons have no BAG objects, so nothing can be expected: the result only describes.")
        feedback.pushWarning(sentence)
    elif not found.showable:
        sentence = tr("Too few hexagons or addresses to show anything: none is tested, which is not 'nothing there'.")
        feedback.pushWarning(sentence)
    for resolution in looked.other.refused:
        sentence = tr(
            "The grid of resolution {n} has more hexagons than the permutations can serve at this false discovery "
            "rate: it is not known whether the findings show there too."
        )
        feedback.pushWarning(sentence.format(n=resolution))
    if found.usual_expectation < SENSIBLE_EXPECTATION:
        sentence = tr(
            "Around half of the hexagons fewer than {n:.1f} addresses are expected, so that only what is very unusual "
            "shows: take a coarser resolution or more RINGS."
        )
        feedback.pushWarning(sentence.format(n=found.usual_expectation))
    if found.settings.method is Method.GI_STAR:
        feedback.pushInfo(
            tr("gi_star asks whether high shares lie together: one high hexagon by itself does not show.")
        )
    if found.settings.method is Method.GI_STAR and found.settings.tail is Tail.NORMAL:
        sentence = tr(
            "The tails of the normal distribution are too thin for such data: many maps without any cluster show one. "
            "Compare with ring_poisson."
        )
        feedback.pushWarning(sentence)
