"""The steps of 'heatmapsamenvoegen': read packages, put them together, write one."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.disclosure.merging import merged, weakest_persons
from ..arbeidsmigratie_plugin.sharing.heatmap.names import file_names
from ..arbeidsmigratie_plugin.sharing.heatmap.package import write_package
from ..arbeidsmigratie_plugin.sources.packages import packages_in, read_publication
from ..arbeidsmigratie_plugin.sources.staging import staged
from ..arbeidsmigratie_plugin.sources.writing import write
from ..arbeidsmigratie_plugin.version import version
from .export_report import tell_package
from .granting import request
from .main_thread import MainThread
from .maps import shared_background
from .progress import go_on
from .run import Run


def merge(run: Run, folder: Path, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """Makes one package; its files appear together or not at all.

    Args:
        run: The parameters.
        folder: Where the package goes.
        feedback: Of the run.
    """
    packages = [read_publication(path) for path in packages_in(run.listed("PACKAGES"))]
    go_on(feedback, 20)
    asked = request(run, feedback, max((made.resolution for made in packages), default=0))
    asked.check_raster(run.yes("RASTER"))
    publication = merged(packages, asked.grant, run.text("TITLE"), version())
    asked.check(weakest_persons(publication), publication.rounding)
    background = shared_background(feedback) if run.yes("BACKGROUND") else None
    with tempfile.TemporaryDirectory() as drafts:
        pieces = MainThread(feedback)
        said, raster = publication.certificate, run.yes("RASTER")
        made = write_package(publication, Path(drafts), background, raster, said, write=write, pieces=pieces)
        go_on(feedback, 90)
        with staged([folder / path.name for path in made]) as places:
            for path, place in zip(made, places):
                place.write_bytes(path.read_bytes())
    files = tell_package(file_names(publication), {path.name for path in made}, folder, feedback)
    values = [region.waarde or 0 for region in publication.regions]
    return {**files, "REGIONS": len(values), "REGISTRATIONS": sum(values), "PACKAGES": len(packages)}
