"""Random numbers: one independent stream per stage, so that a change in one stage leaves the others as they were."""

from __future__ import annotations

import zlib

import numpy as np


def stream(seed: int, name: str) -> np.random.Generator:
    """The generator of a stage.

    Args:
        seed: Seed of the whole region.
        name: Name of the stage.
    """
    return np.random.default_rng([seed, zlib.crc32(name.encode())])
