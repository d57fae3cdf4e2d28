"""What kinds of parameters and outputs there are, and what a default is, in Dutch."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingOutputDefinition, QgsProcessingParameterDefinition, QgsProcessingParameterFile

_INPUTS = {
    "authcfg": "inlogconfiguratie van QGIS",
    "boolean": "ja of nee (`true`, `false`)",
    "datetime": "datum (jjjj-mm-dd)",
    "enum": "keuze",
    "field": "veldnaam",
    "file": "bestand",
    "fileDestination": "bestand dat wordt gemaakt",
    "folderDestination": "map die wordt gemaakt",
    "multilayer": "een of meer lagen of bestanden",
    "number": "getal",
    "source": "laag of bestand",
    "string": "tekst",
    "vectorDestination": "bestand dat wordt gemaakt (`.gpkg`)",
}

_OUTPUTS = {
    "outputFile": "bestand",
    "outputFolder": "map",
    "outputNumber": "getal",
    "outputString": "tekst",
    "outputVector": "laag",
}

_TEMPORARY = "TEMPORARY_OUTPUT"

#: Further than this is no limit.
_FAR = 1e12


def kind(parameter: QgsProcessingParameterDefinition) -> str:
    """What is to be given.

    Args:
        parameter: Any of the plugin.
    """
    word = _INPUTS[parameter.type()]
    if parameter.type() == "enum":
        options = [f"`{one if parameter.usesStaticStrings() else at}`" for at, one in enumerate(parameter.options())]
        told = [] if parameter.usesStaticStrings() else [f"{at} = {one}" for at, one in enumerate(parameter.options())]
        return f"{word}: {', '.join(told or options)}"
    if parameter.type() == "number":
        return _number(parameter)
    if parameter.type() == "file" and parameter.behavior() == QgsProcessingParameterFile.Behavior.Folder:
        return "map"
    return word


def _number(parameter: QgsProcessingParameterDefinition) -> str:
    word = "heel getal" if parameter.dataType() == parameter.Type.Integer else "getal"
    lowest, highest = parameter.minimum(), parameter.maximum()
    if lowest > -_FAR and highest < _FAR and highest < 2**31 - 1:
        return f"{word}, {plain(lowest)} tot en met {plain(highest)}"
    return f"{word}, minstens {plain(lowest)}" if lowest > -(2**31) else word


def output_kind(output: QgsProcessingOutputDefinition) -> str:
    """What comes out.

    Args:
        output: Any of the plugin.
    """
    return _OUTPUTS[output.type()]


def default(parameter: QgsProcessingParameterDefinition) -> str:
    """What counts if nothing is given.

    Args:
        parameter: Any of the plugin.
    """
    value = parameter.defaultValue()
    if value == _TEMPORARY:
        return "tijdelijk"
    return "" if value in (None, "") else f"`{plain(value)}`"


def plain(value: Any) -> str:
    """A value as a command line takes it.

    Args:
        value: Of a parameter.
    """
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:.10g}" if isinstance(value, float) else str(value)
