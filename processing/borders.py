"""Municipalities, by the parameters of a run: the layer that holds them, and which of them are the region."""

from __future__ import annotations

import numpy as np

from ..arbeidsmigratie_plugin.core.municipalities import Municipalities
from ..arbeidsmigratie_plugin.sources.hexagons import region_codes
from ..arbeidsmigratie_plugin.sources.objects import municipality_layer
from ..arbeidsmigratie_plugin.sources.services import regions
from ..arbeidsmigratie_plugin.sources.vector import Layer, OgrLayer
from .run import Run


def municipality_source(run: Run, name: str) -> Layer:
    """The layer with municipalities.

    Args:
        run: The parameters.
        name: The parameter with municipalities.
    """
    path = run.path(name)
    return run.layer(name) if path is None else OgrLayer(path, municipality_layer(path))


def region_of(run: Run, name: str, wanted: str) -> tuple[Municipalities, Municipalities]:
    """Municipalities of the region, and all that are known.

    Args:
        run: The parameters.
        name: The parameter with municipalities.
        wanted: The region; "" for those that the layer says are in the region (in_regio), else for all of them.
    """
    everywhere, label = run.municipalities(name)
    areas = regions().select(wanted, everywhere, label)
    inside = None if wanted else region_codes(municipality_source(run, name))
    return (areas.take(np.isin(areas.code.astype(str), sorted(inside))) if inside else areas), everywhere
