"""Surfaces for the tests of clusters."""

from __future__ import annotations

import numpy as np

from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.surface import Surface, surface_of


def surface(cells, cases, homes, codes="9801", region=None, persons=None) -> Surface:
    """A surface of plain values; one code for all cells, or one for each."""
    listed = np.empty(len(cells), dtype=object)
    listed[:] = codes if not isinstance(codes, str) else [codes] * len(cells)
    cases, homes = np.asarray(cases, dtype=float), np.asarray(homes, dtype=float)
    persons = cases * 2 if persons is None else np.asarray(persons, dtype=float)
    return surface_of(np.asarray(cells, dtype=np.uint64), cases, homes, persons, listed, region, "2026-07-01")
