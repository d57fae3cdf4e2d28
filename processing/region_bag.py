"""The BAG of a region, and what lies outside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Optional

from ..arbeidsmigratie_plugin.core.arrays import labels
from ..arbeidsmigratie_plugin.core.bag import BagObjects
from ..arbeidsmigratie_plugin.core.errors import LayerEmptyError
from ..arbeidsmigratie_plugin.core.municipalities import Municipalities
from ..arbeidsmigratie_plugin.core.phrases import phrase
from ..arbeidsmigratie_plugin.sources.objects import read_bag
from ..arbeidsmigratie_plugin.sources.vector import Layer


def read_bag_in(bag_layers: Sequence[Layer], areas: Optional[Municipalities]) -> BagObjects:
    """The objects of the BAG in municipalities, with the municipality in which each lies.

    Args:
        bag_layers: Layers of the BAG.
        areas: The municipalities, None for all objects as they are.

    Raises:
        LayerEmptyError: No object lies in them.
    """
    bag = read_bag(bag_layers)
    if areas is None:
        return bag
    codes = areas.codes_of(labels(bag.gemeentecode), bag.x, bag.y).text()
    inside = codes != ""
    if not inside.any():
        raise LayerEmptyError(layer=bag_layers[0].label, reason=phrase("no object lies in the municipalities"))
    return replace(bag, gemeentecode=codes).take(inside)


def elsewhere(areas: Optional[Municipalities], around: Optional[Municipalities]) -> frozenset[str]:
    """Codes of municipalities that are known and lie outside the region.

    Args:
        areas: Municipalities of the region, None where there is no region.
        around: All municipalities that are known, None if none are.
    """
    return frozenset(around.code) - frozenset(areas.code) if around is not None and areas is not None else frozenset()
