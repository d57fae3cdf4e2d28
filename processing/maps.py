"""Map project and picture of a workspace, as 'kaartproject' and 'regiobeeld' make them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from qgis.core import QgsPrintLayout, QgsProcessingFeedback, QgsRasterLayer

from ..arbeidsmigratie_plugin.core.errors import ArbeidsmigratieError, OutputError
from ..arbeidsmigratie_plugin.i18n import message, tr
from ..arbeidsmigratie_plugin.sharing.layout import add_layout
from ..arbeidsmigratie_plugin.sharing.map_file import Background
from ..arbeidsmigratie_plugin.sharing.project import MapProject
from ..arbeidsmigratie_plugin.sources.reach import answers
from ..arbeidsmigratie_plugin.sources.services import service
from ..arbeidsmigratie_plugin.sources.writing import store_styles

_BACKGROUND = "brt_achtergrondkaart"

#: A tile in the middle of the Netherlands.
_TILE = {"z": 8, "x": 131, "y": 84}


@dataclass
class Made:
    """A project that was written, with its layout."""

    project: MapProject
    layout: QgsPrintLayout

    def unreachable_background(self) -> Optional[QgsRasterLayer]:
        """The background map if it is not within reach, so that a picture need not wait for it."""
        background = self.project.background
        if background is None or answers(service(_BACKGROUND).url.format(**_TILE)):
            return None
        return background

    def close(self) -> None:
        """Lets go of the files."""
        self.project.project.clear()


def make_project(
    workspace: Path, title: str, path: Path, with_background: bool, feedback: QgsProcessingFeedback
) -> Made:
    """Writes a map project with its layout, and saves the styles in the workspace.

    Args:
        workspace: The GeoPackage with results.
        title: Title.
        path: The .qgz.
        with_background: Whether to add the BRT background map.
        feedback: Of the run.
    """
    made = MapProject(workspace, title, shared_background(feedback) if with_background else None)
    layout = add_layout(made)
    made.write(path)  # before the styles: if it fails the workspace stays as it was
    try:
        store_styles(workspace, made.default_styles())
    except OutputError as error:  # a workspace on a share that others only read
        feedback.pushWarning(message(error))
    return Made(made, layout)


def shared_background(feedback: QgsProcessingFeedback) -> Optional[Background]:
    """The BRT background map, as the catalogue of services has it.

    Args:
        feedback: Told why there is none.
    """
    try:
        tiles = service(_BACKGROUND)
    except ArbeidsmigratieError as error:
        feedback.pushWarning(message(error))
        return None
    lowest, highest = tiles.zoom
    return Background(tr("BRT background map (PDOK)"), tiles.url, lowest, highest, tiles.attribution)
