"""Layers as outputs: declared, and written whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterVectorDestination,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from ..arbeidsmigratie_plugin.core.errors import OutputError
from ..arbeidsmigratie_plugin.i18n import tr
from .algorithm import Algorithm

if TYPE_CHECKING:
    from ..arbeidsmigratie_plugin.core.tables import Table


def add_output(algorithm: Algorithm, name: str, title: str, kind: QgsProcessing.SourceType, help_text: str) -> None:
    """Declares an output layer, to a temporary file by default.

    It is optional, since qgis_process of 3.22 asks for every other output whatever its default.
    """
    temporary = QgsProcessing.TEMPORARY_OUTPUT
    algorithm.add(QgsProcessingParameterVectorDestination(name, tr(title), kind, temporary, optional=True), help_text)


def write_output(
    algorithm: Algorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
    table: Table,
    *tables: Table,
) -> str:
    """Writes an output: its table and, into a GeoPackage, what goes with it.

    Returns:
        The path, or the layer's id where a layer in memory was asked for; "" if the output was skipped.
    """
    from ..arbeidsmigratie_plugin.sources.vector import write

    text = algorithm.parameterAsOutputLayer(parameters, name, context)
    if not text:
        return ""
    if text.startswith(("ogr:", "postgis:", "postgres:")):
        raise OutputError(file=text, reason="give the path of a file, for example result.gpkg")
    in_memory = text.startswith("memory:")
    path = Path(QgsProcessingUtils.generateTempFilename(f"{name.lower()}.gpkg") if in_memory else text)
    write(path, [table, *tables] if path.suffix.lower() == ".gpkg" else [table])
    if not in_memory:
        return text
    layer = QgsVectorLayer(str(path), table.name, "ogr")
    layer.moveToThread(context.temporaryLayerStore().thread())
    context.temporaryLayerStore().addMapLayer(layer)
    return str(layer.id())
