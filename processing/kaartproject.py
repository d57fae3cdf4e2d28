"""kaartproject: a workspace becomes a map project that opens anywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
)

from ..arbeidsmigratie_plugin.core.errors import FileMissingError
from ..arbeidsmigratie_plugin.i18n import tr
from ..arbeidsmigratie_plugin.sources.staging import check_place
from .algorithm import Algorithm
from .declare import TITLE_DEFAULT, add_background, add_title, all_files
from .files import file_written
from .run import Run
from .targets import Targets


class Kaartproject(Algorithm):
    """Makes a .qgz with styles, groups and a layout."""

    NAME = "kaartproject"
    GROUP = "Kaart"
    TITLE = "Make a map project"
    SHORT = "Makes a map project with styles, groups and an A3 layout from a workspace"
    HELP = (
        "Makes a .qgz that opens in any QGIS without this plugin: hexagons by class, municipal borders, the addresses "
        "in a group of their own that is marked confidential and off, and an A3 layout with legend, source, reference "
        "date and caveat. Layers are stored relative to the project: keep both files together. The styles are saved in "
        "the GeoPackage too.\n\nThe project points at the workspace with its addresses: it is not for partners."
    )
    TAGS = ("project", "layout", "qgz")
    REQUIRES = ()

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declares parameters and outputs."""
        self.add(
            QgsProcessingParameterFile("WORKSPACE", tr("Workspace"), fileFilter=f"GeoPackage (*.gpkg);;{all_files()}"),
            "The GeoPackage that 'regiobeeld' made, or an output of 'h3aggregeren' or 'rniinlezen'.",
        )
        add_title(self)
        add_background(self)
        self.add(
            QgsProcessingParameterFileDestination("OUTPUT", tr("Map project"), "QGIS (*.qgz)", optional=True),
            "Best in the folder of the workspace, where it goes if left empty.",
        )

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """The workspace must be there, and stay."""
        super().check(parameters, context)
        workspace = Run(self, parameters, context).file("WORKSPACE")
        if not workspace.is_file():
            raise FileMissingError(file=str(workspace))
        path = _project_file(file_written(parameters.get("OUTPUT"), context), workspace)
        check_place(path)
        Targets(self, parameters, context).check_apart({"OUTPUT": path})

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Makes the project and saves the styles."""
        from .maps import Wanted, make_map

        run = Run(self, parameters, context)
        workspace = run.file("WORKSPACE")
        output = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        path = _project_file(Path(output) if output else None, workspace)
        background = self.parameterAsBool(parameters, "BACKGROUND", context)
        make_map(workspace, Wanted(run.text("TITLE") or TITLE_DEFAULT, path, background), feedback)
        return {"OUTPUT": str(path)}


def _project_file(given: Optional[Path], workspace: Path) -> Path:
    """Where the project goes: a dot in a name, as in 'Regio 1.5 juli', starts no suffix."""
    if given is None:
        return workspace.with_suffix(".qgz")
    return given if given.suffix.lower() == ".qgz" else given.with_name(f"{given.name}.qgz")
