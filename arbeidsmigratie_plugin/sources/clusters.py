"""Layers of 'hotspots' read back: clusters that were found before, with how they were looked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..core import grid
from ..core.arrays import Flags, Floats, Integers, Text, floats, text
from ..core.clusters.cluster import Clusters, described
from ..core.clusters.hotspots import Method, Settings
from ..core.clusters.intervals import SHOWN_LEVEL, ratio_interval
from ..core.clusters.surface import Surface
from ..core.errors import FieldMissingError, HexagonsError
from ..core.names import find_fields
from ..core.phrases import phrase
from .hexagons import HexagonLayer, earlier_runs
from .objects import PEILDATUM_FIELD
from .vector import Layer

#: What a layer of clusters has and no other layer.
CELLS_FIELD = "h3_cellen"

#: What hexagons of 'hotspots' have and those of 'h3aggregeren' don't.
FOUND_FIELDS = ("q", "klasse", "cluster")

_CLUSTER_FIELDS = ("adressen", "registraties", "verblijfsobjecten", "verwacht", "ondergrens", "bovengrens", "q", "llr")
_SETTING = re.compile(r"(\w+)=([^;]+)")


@dataclass(frozen=True)
class Known:
    """Clusters that were found before.

    Attributes:
        clusters: In order of rank.
        rank: k ranks that they had, from 1.
        rate: Cases per home by which they were found, NaN if unknown.
        settings: How they were looked for, as far as their file says.
    """

    clusters: Clusters
    rank: Integers
    rate: float
    settings: Settings


def ranks(k: int) -> Integers:
    """Ranks of k clusters that are in order.

    Args:
        k: Number of clusters.
    """
    return np.arange(1, k + 1)


def is_found(fields: tuple[str, ...]) -> bool:
    """Whether a layer has hexagons that were tested.

    Args:
        fields: Of the layer.
    """
    return set(FOUND_FIELDS) <= {field.lower() for field in fields}


def is_clusters(fields: tuple[str, ...]) -> bool:
    """Whether a layer has clusters.

    Args:
        fields: Of the layer.
    """
    return CELLS_FIELD in {field.lower() for field in fields}


def recorded_settings(path: Optional[Path], layer: str, usual: Settings) -> tuple[Settings, float]:
    """How a layer of hot spots or clusters was made, and by which rate, NaN if its file doesn't say that.

    Args:
        path: The file; None if the layer is in none.
        layer: Its name.
        usual: What holds where the file says nothing.
    """
    said: dict[str, str] = {}
    for row in earlier_runs(path, layer) if path else []:
        values = dict(_SETTING.findall(str(row.get("query", ""))))
        said = values if "fdr" in values else said
    try:
        settings = replace(
            usual,
            method=Method(said.get("method", usual.method.value)),
            rings=int(said.get("rings", usual.rings)),
            fdr=float(said.get("fdr", usual.fdr)),
            fewest_homes=int(said.get("fewest_homes", usual.fewest_homes)),
        )
        return settings, float(said.get("rate", "nan"))
    except ValueError:
        return usual, float("nan")


def clusters_of_hexagons(hexagons: HexagonLayer, settings: Settings, rate: float) -> Known:
    """The clusters in hexagons of 'hotspots'.

    Args:
        hexagons: With the fields of 'hotspots'.
        settings: How they were looked for.
        rate: Cases per home, NaN if unknown.
    """
    values = {
        column.name.lower(): floats(np.asarray(column.values)) for column in hexagons.columns if column.kind != "text"
    }
    number = values["cluster"]
    ranks = np.unique(number[np.isfinite(number)])
    position = np.searchsorted(ranks, np.nan_to_num(number, nan=-1.0))
    position = np.where(np.isfinite(number), position, -1).astype(np.int64)
    unknown = np.full(len(number), np.nan)
    q = np.array([np.nanmin(np.append(values["q"][position == at], np.inf)) for at in range(len(ranks))])
    robust = values.get("robuust", unknown)
    edge = values.get("rand", unknown) == 1
    made = described(hexagons.surface, position, np.where(np.isfinite(q), q, np.nan), edge, robust, robust)
    return Known(made, _rank(made, number), rate, settings)


def _rank(clusters: Clusters, number: Floats) -> Integers:
    return np.array([int(number[clusters.rows(at)[0]]) for at in range(len(clusters))], dtype=np.int64)


def clusters_of_layer(layer: Layer, hexagons: Optional[HexagonLayer], settings: Settings) -> Known:
    """The clusters of a layer of clusters.

    Args:
        layer: The layer.
        hexagons: What was counted in their cells; None if that is unknown, and then municipal parts are too.
        settings: How they were looked for.

    Raises:
        FieldMissingError: It lacks a field.
        HexagonsError: Its cells can't be used, or the hexagons are others.
    """
    named = find_fields(layer.fields, {name: [name] for name in (CELLS_FIELD, "rang", *_COLUMNS)})
    for field in (CELLS_FIELD, "adressen", "verwacht", "verblijfsobjecten"):
        if field not in named:
            remedy = phrase("Give the clusters or the hexagons of 'hotspots'.")
            raise FieldMissingError(layer=layer.label, field=field, found=", ".join(layer.fields), remedy=remedy)
    parts = [chunk.columns for chunk in layer.chunks(list(named.values()))]
    values = {ours: np.concatenate([np.empty(0), *(part[theirs] for part in parts)]) for ours, theirs in named.items()}
    names = [str(cells).split(",") for cells in values[CELLS_FIELD].tolist()]
    rank = floats(values["rang"]) if "rang" in values else np.arange(1.0, len(names) + 1)
    order = np.argsort(rank, kind="stable")
    values = {ours: array[order] for ours, array in values.items()}
    names = [names[at] for at in order.tolist()]
    figures = {name: floats(values[name]) for name in _CLUSTER_FIELDS if name in values}
    homes, expected = figures["verblijfsobjecten"].sum(), figures["verwacht"].sum()
    rate = float(expected / homes) if homes > 0 else float("nan")
    surface, number = _placed(names, hexagons, values, layer.label)
    made = _clusters(surface, number, figures, values)
    return Known(made, rank[order].astype(np.int64), rate, settings)


_COLUMNS = (*_CLUSTER_FIELDS, "rand", "grover", "fijner", "gemeentecodes", PEILDATUM_FIELD)


def _placed(
    names: list[list[str]], hexagons: Optional[HexagonLayer], values: Mapping[str, npt.NDArray[Any]], label: str
) -> tuple[Surface, Integers]:
    """The surface of clusters, and the cluster of each of its cells."""
    flat = [name for of_cluster in names for name in of_cluster]
    sizes = np.array([len(of_cluster) for of_cluster in names], dtype=np.int64)
    owner = np.repeat(np.arange(len(names)), sizes)
    try:
        cells = grid.from_names(flat)
    except ValueError:
        raise HexagonsError(
            layer=label, reason=phrase("a value of {cells_field} is no list of H3 cells", cells_field=CELLS_FIELD)
        ) from None
    if hexagons is None:
        order = np.argsort(cells, kind="stable")
        return _uncounted(cells[order], _date(values)), owner[order]
    at = hexagons.surface.positions(cells)
    if (at < 0).any():
        reason = phrase(
            "{n} of {count} cells are not among the hexagons; give those they were found in",
            n=int((at < 0).sum()),
            count=len(at),
        )
        raise HexagonsError(layer=label, reason=reason)
    number = np.full(len(hexagons.surface), -1, dtype=np.int64)
    number[at] = owner
    return hexagons.surface, number


def _uncounted(cells: npt.NDArray[np.uint64], peildatum: str) -> Surface:
    """Cells of which only the clusters that they form are known."""
    n = len(cells)
    unknown, nowhere = np.full(n, np.nan), np.full(n, "", dtype=object)
    resolution = int(grid.resolutions(cells[:1])[0]) if n else 0
    return Surface(cells, unknown, unknown, unknown, np.ones(n, dtype=np.bool_), nowhere, resolution, peildatum)


def _date(values: Mapping[str, npt.NDArray[Any]]) -> str:
    dates = sorted(set(text(values[PEILDATUM_FIELD]).tolist()) - {""}) if PEILDATUM_FIELD in values else []
    return dates[0] if len(dates) == 1 else ""


def _clusters(
    surface: Surface, number: Integers, figures: Mapping[str, Floats], values: Mapping[str, npt.NDArray[Any]]
) -> Clusters:
    k = len(figures["adressen"])
    unknown = np.full(k, np.nan)
    low, high = ratio_interval(figures["adressen"], figures["verwacht"], SHOWN_LEVEL)
    codes: Text = text(values["gemeentecodes"]) if "gemeentecodes" in values else np.full(k, "", dtype=object)
    edge: Flags = floats(values["rand"]) == 1 if "rand" in values else np.zeros(k, dtype=np.bool_)
    return Clusters(
        surface=surface,
        number=number,
        observed=figures["adressen"],
        expected=figures["verwacht"],
        population=figures["verblijfsobjecten"],
        persons=figures.get("registraties", unknown),
        low=figures.get("ondergrens", low),
        high=figures.get("bovengrens", high),
        evidence=figures.get("llr", unknown),
        q=figures.get("q", unknown),
        edge=edge,
        gemeentecodes=codes,
        coarser=floats(values["grover"]) if "grover" in values else unknown,
        finer=floats(values["fijner"]) if "fijner" in values else unknown,
    )
