"""Results that vanish: told where nobody sees them come out."""

from __future__ import annotations

from typing import Any

import qgis.utils
from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingFeedback,
    QgsProcessingParameterVectorDestination,
)

from ..arbeidsmigratie_plugin.i18n import tr


def warn_of_temporary(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], feedback: QgsProcessingFeedback
) -> None:
    """Warns of results in the temporary folder; QGIS Desktop itself marks a layer there as temporary.

    Args:
        algorithm: What ran.
        parameters: Its parameters.
        feedback: Of the run.
    """
    vanishing = []
    for definition in algorithm.destinationParameterDefinitions():
        value = parameters.get(definition.name(), definition.defaultValue())
        seen = qgis.utils.iface is not None and isinstance(definition, QgsProcessingParameterVectorDestination)
        if value == QgsProcessing.TEMPORARY_OUTPUT and not seen:
            vanishing.append(definition.name())
    if vanishing:
        sentence = tr("Results lie in a temporary folder that vanishes when QGIS closes: give {names} to keep them.")
        feedback.pushWarning(sentence.format(names=", ".join(vanishing)))
