"""The regional map in the project that is open: taken out before it is made anew, placed when it is there."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject

from ...core.errors import ArbeidsmigratieError
from ...core.workflow.plans import absolute
from ...i18n import message, tr
from ...sharing.map_file import CRS, Background
from ...sharing.placing import PlacedResult, place_result, release_result
from ...sources.services import service
from ..desk import Desk
from ..messages import log, tell

_BACKGROUND = "brt_achtergrondkaart"


class Results:
    """Places results of a project.

    Args:
        iface: QGIS Desktop.
        desk: The work.
    """

    def __init__(self, iface: Any, desk: Desk) -> None:
        self._iface = iface
        self._desk = desk

    @property
    def workspace(self) -> Optional[Path]:
        """The file with the last result, None if there is none."""
        analysis, folder = self._desk.workflow.analysis, self._desk.folder
        file = analysis.files.get("WORKSPACE", "") if analysis else ""
        return Path(absolute(file, folder)) if file and folder else None

    def release(self) -> None:
        """Takes the layers of the last result out of the project: a file that is open can't be replaced everywhere."""
        if self.workspace is not None:
            release_result(QgsProject.instance(), self.workspace)

    def place(self, fresh: bool = True) -> None:
        """Places the last result in the project, and goes there.

        Args:
            fresh: Whether it is new; the earlier one is put back without moving the map.
        """
        workspace, project = self.workspace, QgsProject.instance()
        if workspace is None or not workspace.exists():
            return
        try:
            placed = place_result(project, workspace, self._desk.workflow.project.name, self._background())
        except ArbeidsmigratieError as error:
            tell(self._iface, message(error), Qgis.MessageLevel.Critical)
            return
        if fresh:
            self._go_to(placed)
        self._desk.save()

    def _background(self) -> Optional[Background]:
        try:
            tiles = service(_BACKGROUND)
        except ArbeidsmigratieError as error:
            log(message(error), Qgis.MessageLevel.Warning)
            return None
        return Background(tr("BRT background map (PDOK)"), tiles.url, *tiles.zoom, tiles.attribution)

    def _go_to(self, placed: PlacedResult) -> None:
        # QGIS zooms to the first layers that a canvas gets: let it do so before the map is put where it belongs.
        self._iface.layerTreeCanvasBridge().setCanvasLayers()
        canvas = self._iface.mapCanvas()
        rd_new = QgsCoordinateReferenceSystem(CRS)
        to_canvas = QgsCoordinateTransform(rd_new, canvas.mapSettings().destinationCrs(), QgsProject.instance())
        canvas.setExtent(to_canvas.transformBoundingBox(placed.extent))
        canvas.refresh()
