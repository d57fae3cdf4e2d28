"""The files behind the raw values of parameters, whatever form QGIS gives them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingUtils,
    QgsProperty,
    QgsProviderRegistry,
)


def files_read(value: Any, context: QgsProcessingContext) -> Iterator[Path]:
    """Files that a value reads: of a path, a layer or the name of one, a selection, or a list of these.

    Args:
        value: Of a parameter.
        context: Of the run, whose project has the layers.
    """
    if isinstance(value, (list, tuple)):
        for part in value:
            yield from files_read(part, context)
    elif isinstance(value, QgsProcessingFeatureSourceDefinition):
        yield from files_read(value.source, context)
    elif isinstance(value, QgsProperty):
        yield from files_read(value.valueAsString(context.expressionContext())[0], context)
    elif isinstance(value, QgsMapLayer):
        yield from _file_of(value.providerType(), value.source())
    elif isinstance(value, str) and value:
        layer = QgsProcessingUtils.mapLayerFromString(value, context, False)
        yield from _file_of("ogr", value) if layer is None else files_read(layer, context)


def each(value: Any) -> list[Any]:
    """The values of a parameter that takes several: a list, or one alone.

    Args:
        value: Of the parameter.
    """
    several = list(value) if isinstance(value, (list, tuple)) else [value]
    return [one for one in several if one not in (None, "")]


def takes_files(definition: QgsProcessingParameterMultipleLayers) -> bool:
    """Whether a parameter that takes several takes files and folders, and not layers.

    Args:
        definition: The parameter.
    """
    return bool(definition.layerType() == QgsProcessing.SourceType.TypeFile)


def _file_of(provider: str, source: str) -> Iterator[Path]:
    """The file of a layer's source, without what comes behind its name."""
    parts = QgsProviderRegistry.instance().decodeUri(provider, source)
    path = Path(str(parts.get("path") or source.partition("|")[0]))
    try:
        if path.is_file():
            yield path
    except (OSError, ValueError):  # a text that is no path
        return


def file_written(value: Any, context: QgsProcessingContext) -> Optional[Path]:
    """The path in the value of a destination; None where QGIS makes one up, or nothing is written.

    Read raw: QGIS makes up a new name, and announces a layer, each time that it is asked for the value.

    Args:
        value: Of a parameter.
        context: Of the run.
    """
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink
    if isinstance(value, QgsProperty):
        value = value.valueAsString(context.expressionContext())[0]
    text = str(value or "")
    return None if not text or text.startswith((QgsProcessing.TEMPORARY_OUTPUT, "memory:")) else Path(text)


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to the same file, also one that is not there yet.

    Args:
        one: A path.
        other: Another.
    """
    try:
        return one.resolve() == other.resolve() or one.samefile(other)
    except (OSError, RuntimeError):  # one of them is not there
        return False
