"""What a run of 'regiobeeld' was asked, and the files that it makes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Settings:
    """What a run was asked, apart from its layers.

    Attributes:
        peildatum: Reference date.
        resolution: H3 resolution.
        region: Codes or names of municipalities, "" for all.
        covered: Codes of the municipalities with a delivery; empty to go by the delivery.
        minimum_matched: Lowest matched share in percent for which a map is made.
        title: Title of the map.
        background: Whether to add the background map.
        folder: Where the results go.
    """

    peildatum: date
    resolution: int
    region: str
    covered: frozenset[str]
    minimum_matched: float
    title: str
    background: bool
    folder: Path

    def targets(self) -> dict[str, Path]:
        """Output -> its file."""
        stem = f"regiobeeld_{self.peildatum.isoformat()}"
        suffixes = {"WORKSPACE": ".gpkg", "PROJECT": ".qgz", "MAP": ".png"}
        return {key: self.folder / f"{stem}{suffix}" for key, suffix in suffixes.items()}
