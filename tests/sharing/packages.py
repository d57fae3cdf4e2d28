"""Packages as a partner gets them."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.publication import Publication
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.heatmap.package import write_package
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.map_file import Background
from arbeidsmigratie.arbeidsmigratie_plugin.sources.writing import write

TILES = Background("BRT", "https://example.org/EPSG:3857/{z}/{x}/{y}.png", 6, 19, "Kaartgegevens van iemand")


def make(made: Publication, folder: Path, background: Optional[Background] = TILES, raster: bool = True) -> list[Path]:
    """The files of a package, in a folder of their own."""
    folder.mkdir(parents=True, exist_ok=True)
    return write_package(made, folder, background, raster, made.certificate, write=write)
