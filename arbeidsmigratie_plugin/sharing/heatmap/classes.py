"""The colours of the classes of density on a shared map."""

from __future__ import annotations

from dataclasses import dataclass

from ...core.disclosure.density import BREAKS, LABELS, density_class

__all__ = ["BREAKS", "CLASSES", "DensityClass", "density_class"]


@dataclass(frozen=True)
class DensityClass:
    """A class of the legend.

    Attributes:
        label: As the legend and the field klasse name it.
        color: Fill, as '#rrggbb'.
    """

    label: str
    color: str


#: From light to dark, and so in grey and with a colour vision deficiency too: yellow by orange to dark purple.
_COLORS = ("#fdeeb0", "#fdd586", "#fdb863", "#f48849", "#db5c68", "#b12a90", "#7a1b8b", "#3b0f70")

#: From sparse to dense.
CLASSES = tuple(DensityClass(label, color) for label, color in zip(LABELS, _COLORS))
