"""Layers as outputs: declared, and written all of them or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterVectorDestination,
    QgsProcessingUtils,
    QgsVectorLayer,
)

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
    """Writes one output: its table and, into a GeoPackage, what goes with it; see write_outputs."""
    return write_outputs(algorithm, parameters, context, {name: [table, *tables]})[name]


def write_outputs(
    algorithm: Algorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    outputs: Mapping[str, Sequence[Table]],
) -> dict[str, str]:
    """Writes the outputs of a run: all of them, or none.

    Args:
        algorithm: Whose outputs they are.
        parameters: Of the run.
        context: Of the run.
        outputs: Output -> its table and, for a GeoPackage, what goes with it.

    Returns:
        Output -> path, or the layer's id where a layer in memory was asked for; "" if it was skipped.

    Raises:
        OutputError: One of them can't be written; nothing has changed then.
    """
    from ..arbeidsmigratie_plugin.sources.staging import staged
    from ..arbeidsmigratie_plugin.sources.writing import write

    wanted = {name: str(algorithm.parameterAsOutputLayer(parameters, name, context)) for name in outputs}
    paths = {name: _path(name, text) for name, text in wanted.items() if text}
    with staged(list(paths.values())) as drafts:
        for (name, path), draft in zip(paths.items(), drafts):
            tables = outputs[name]
            write(draft, tables if path.suffix.lower() == ".gpkg" else tables[:1])
    return {
        name: _in_memory(paths[name], outputs[name][0].name, context) if text.startswith("memory:") else text
        for name, text in wanted.items()
    }


def _path(name: str, text: str) -> Path:
    """The file of an output; a layer in memory is one too, in the temporary folder."""
    in_memory = text.startswith("memory:")
    return Path(QgsProcessingUtils.generateTempFilename(f"{name.lower()}.gpkg") if in_memory else text)


def _in_memory(path: Path, name: str, context: QgsProcessingContext) -> str:
    layer = QgsVectorLayer(str(path), name, "ogr")
    layer.moveToThread(context.temporaryLayerStore().thread())
    context.temporaryLayerStore().addMapLayer(layer)
    return str(layer.id())
