"""Tables on their way out: what a layer will hold, before any file format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from .arrays import Flags

_KINDS: dict[str, type] = {"text": str, "integer": int, "real": float}


@dataclass(frozen=True)
class Column:
    """A field to write.

    Attributes:
        name: Field name.
        kind: 'text', 'integer' or 'real'.
        values: n values; NaN and "" are written as NULL.
        unknown: Where to write NULL.
    """

    name: str
    kind: str
    values: Sequence[Any] | npt.NDArray[Any]
    unknown: Optional[Flags] = None

    def cells(self) -> list[Any]:
        """The values as OGR takes them, None for NULL."""
        values = self.values.tolist() if isinstance(self.values, np.ndarray) else list(self.values)
        absent = [False] * len(values) if self.unknown is None else self.unknown.tolist()
        kind = _KINDS[self.kind]
        return [None if gone or v is None or v == "" or v != v else kind(v) for v, gone in zip(values, absent)]


@dataclass(frozen=True)
class Table:
    """A layer to write.

    Attributes:
        name: Layer name.
        columns: Its fields, of equal length.
        geometry: 'Point', 'Polygon' or 'MultiPolygon', "" for a table without geometry.
        wkb: n geometries as WKB in EPSG:28992.
        description: What it is, for the file's table of contents.
        style: QML of the default style, "" for none.
    """

    name: str
    columns: tuple[Column, ...]
    geometry: str = ""
    wkb: Sequence[bytes] = ()
    description: str = ""
    style: str = ""
