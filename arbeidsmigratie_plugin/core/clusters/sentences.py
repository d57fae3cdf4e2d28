"""What a reader is told, in Dutch and in English: an indication with its uncertainty, never a verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ..arrays import Floats, Text
from .cluster import Clusters
from .hotspots import Q_CLASSES, Hotspots
from .sensitivity import Sensitivity

DUTCH, ENGLISH = "nl", "en"


@dataclass(frozen=True)
class _Words:
    ratio: str
    beside: str
    cluster: str
    around: str
    nothing: str
    circle: str
    beyond: str
    only_around: str
    no_homes: str
    few_homes: str
    few_cells: str
    unknown: str
    edge: str
    robust: str
    alone: str
    untested: str
    indication: str


_WORDS = {
    DUTCH: _Words(
        ratio="{ratio} keer zoveel adressen met een RNI-registratie als verwacht, {level} %-interval {low}-{high}",
        beside=" ({observed} tegen {expected})",
        cluster="In dit gebied zijn ",
        around="in en rond dit gebied zijn ",
        nothing="Geen aantoonbare afwijking: ",
        circle="in de cirkel waarin dit gebied ligt, zijn ",
        beyond=" Wat er meer is, ligt vooral in de randzone buiten de regio.",
        only_around=" In dit gebied zelf zijn er niet meer dan verwacht: wat er meer is, ligt eromheen.",
        no_homes="Zonder BAG-objecten is er geen verwachting: alleen het aantal is bekend.",
        few_homes="Te weinig BAG-objecten in dit gebied om te toetsen.",
        few_cells="Te weinig gebieden of adressen om te toetsen.",
        unknown="Onbekend: voor dit gebied zijn geen registraties geleverd. Dat is niet nul.",
        edge=" Van een deel van de omgeving zijn er geen gegevens; de verwachting gaat over de rest.",
        robust=" Ook gevonden op een grover of fijner raster.",
        alone=" Alleen op dit raster gevonden: wees voorzichtig.",
        untested=" Of dit ook op andere rasters blijkt, is niet te zeggen: niet op een fijner raster getoetst.",
        indication=" Een aanwijzing, geen oordeel.",
    ),
    ENGLISH: _Words(
        ratio="{ratio} times as many addresses with an RNI registration as expected, {level} % interval {low}-{high}",
        beside=" ({observed} against {expected})",
        cluster="In this area there are ",
        around="in and around this area there are ",
        nothing="No demonstrable deviation: ",
        circle="in the circle in which this area lies there are ",
        beyond=" What there is more lies mostly in the guard zone outside the region.",
        only_around=" In this area itself there are no more than expected: what there is more lies around it.",
        no_homes="Without BAG objects nothing can be expected: only the count is known.",
        few_homes="Too few BAG objects in this area for a test.",
        few_cells="Too few areas or addresses for a test.",
        unknown="Unknown: no registrations were delivered for this area. That is not zero.",
        edge=" Part of the surroundings has no data; what is expected goes by the rest.",
        robust=" Also found on a coarser or finer grid.",
        alone=" Found on this grid only: be careful.",
        untested=" Whether other grids show it can't be told: not tested on a finer grid.",
        indication=" An indication, not a verdict.",
    ),
}


def number(value: float, language: str, decimals: int = 1) -> str:
    """A number as it is written in a language.

    Args:
        value: The number.
        language: DUTCH or ENGLISH.
        decimals: Behind the comma or point.
    """
    text = f"{value:.{decimals}f}"
    return text.replace(".", ",") if language == DUTCH else text


def of_cells(found: Hotspots, other: Sensitivity, language: str) -> Text:
    """One sentence or more for each cell.

    Args:
        found: What was found.
        other: What other grids say.
        language: DUTCH or ENGLISH.
    """
    words = _WORDS[language]
    known, tested = np.isfinite(found.surface.cases), ~np.isnan(found.q)
    reason = words.few_homes if found.showable else words.few_cells
    reason = reason if found.surface.counted.any() else words.no_homes
    out = np.where(known, reason, words.unknown).astype(object)
    told = np.flatnonzero(tested)
    low, high, ratio = found.low[told], found.high[told], found.ratio[told]
    spoken = list(_ratios(ratio, low, high, found.observed[told], found.expected[told], found.settings.level, language))
    starts = _starts(found, words)[told]
    ends = np.where(found.edge[told], words.edge, "")
    grids = np.where(found.found[told], _grids(other.robust[told], words), "")
    where = np.where(found.mostly_beyond, words.beyond, np.where(found.only_around, words.only_around, ""))[told]
    out[told] = [f"{a}{b}.{c}{d}{e}" for a, b, c, d, e in zip(starts, spoken, where, grids, ends)]
    return out


def _starts(found: Hotspots, words: _Words) -> Text:
    """How the sentence of each cell begins: with what was compared, a cell with its surroundings or a window."""
    places = (words.around, words.circle)
    capital = [place[0].upper() + place[1:] for place in places]
    of_window = found.window >= 0
    more = np.where(of_window, *reversed(capital))
    nothing = np.where(of_window, *(words.nothing + place for place in reversed(places)))
    with np.errstate(invalid="ignore"):
        return np.where(found.q <= Q_CLASSES[-1], more, nothing).astype(object)


def of_clusters(found: Clusters, language: str) -> Text:
    """The sentences that can be read out for each cluster.

    Args:
        found: The clusters.
        language: DUTCH or ENGLISH.
    """
    words = _WORDS[language]
    spoken = _ratios(found.ratio, found.low, found.high, found.observed, found.expected, found.level, language)
    ends = np.where(found.edge, words.edge, "")
    out = np.empty(len(found), dtype=object)
    out[:] = [
        f"{words.cluster}{told}.{grids}{end}{words.indication}"
        for told, grids, end in zip(spoken, _grids(found.robust, words), ends)
    ]
    return out


def _ratios(
    ratio: Floats, low: Floats, high: Floats, observed: Floats, expected: Floats, level: float, language: str
) -> Iterator[str]:
    words = _WORDS[language]
    pattern = words.ratio + words.beside
    for r, a, b, o, e in zip(*(values.tolist() for values in (ratio, low, high, observed, expected))):
        r, a, b, e = (number(value, language) for value in (r, a, b, e))
        yield pattern.format(ratio=r, low=a, high=b, observed=f"{o:.0f}", expected=e, level=f"{100 * level:.0f}")


def _grids(robust: Floats, words: _Words) -> Text:
    """What other grids say of each finding."""
    return np.where(robust == 1, words.robust, np.where(robust == 0, words.alone, words.untested)).astype(object)
