"""The plain values of one run: texts, numbers, dates. They are read with parameterAs* only."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsExpression,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterFeatureSource,
    QgsProperty,
)

from ..arbeidsmigratie_plugin.core.dates import reference_date
from ..arbeidsmigratie_plugin.core.errors import CoveredError, ResolutionError
from ..arbeidsmigratie_plugin.core.phrases import phrase
from .files import each

_CODE_DIGITS = 4

#: The policy of municipalities: an organisation can have one table for all runs.
_POLICY = "POLICY"


class Values:
    """The plain values of one run.

    Args:
        algorithm: Whose run it is.
        parameters: Their raw values.
        context: Of the run.
    """

    def __init__(
        self, algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> None:
        self._algorithm = algorithm
        self._of_organisation = _of_organisation(algorithm, parameters)
        self._parameters = {**parameters, **self._of_organisation}
        self._context = context

    def text(self, name: str) -> str:
        """A text, "" if not given."""
        return str(self._algorithm.parameterAsString(self._parameters, name, self._context)).strip()

    def integer(self, name: str) -> int:
        """A whole number."""
        return int(self._algorithm.parameterAsInt(self._parameters, name, self._context))

    def number(self, name: str) -> float:
        """A number."""
        return float(self._algorithm.parameterAsDouble(self._parameters, name, self._context))

    def yes(self, name: str) -> bool:
        """A yes or no."""
        return bool(self._algorithm.parameterAsBool(self._parameters, name, self._context))

    def resolution(self, name: str) -> int:
        """An H3 resolution that is offered."""
        text, definition = self.text(name), self._algorithm.parameterDefinition(name)
        lowest, highest = int(definition.minimum()), int(definition.maximum())
        if text not in map(str, range(lowest, highest + 1)):
            raise ResolutionError(resolution=text, lowest=lowest, highest=highest)
        return int(text)

    def codes(self, name: str) -> frozenset[str]:
        """Municipality codes, separated by commas."""
        from ..arbeidsmigratie_plugin.core.municipalities import normal_code

        codes = frozenset(normal_code(code) for code in self.text(name).split(",") if code.strip())
        wrong = sorted(code for code in codes if not (code.isdecimal() and len(code) == _CODE_DIGITS))
        if wrong:
            raise CoveredError(unknown=", ".join(wrong), known=phrase("a code has four digits"))
        return codes

    def has(self, name: str) -> bool:
        """Whether the algorithm has such a parameter."""
        return self._algorithm.parameterDefinition(name) is not None

    def given(self, name: str) -> bool:
        """Whether an optional parameter has a value, of the user or else of the organisation."""
        return self._parameters.get(name) not in (None, "")

    def of_organisation(self, name: str) -> bool:
        """Whether the value of a parameter is the organisation's, because the user gave none."""
        return name in self._of_organisation

    def reference_date(self, name: str) -> date:
        """A date that is not in the future; today if not given."""
        text = self.text(name)
        return reference_date(text.split("T")[0], name) if text else datetime.now().astimezone().date()

    def listed(self, name: str) -> list[str]:
        """The paths of a parameter that takes several files or folders."""
        given = each(self._parameters.get(name))
        return [one.source() if isinstance(one, QgsMapLayer) else str(one) for one in given]

    def file(self, name: str) -> Path:
        """An input file."""
        return Path(self.text(name))

    def acceptable(self) -> dict[str, Any]:
        """The parameters as QGIS accepts them: it refuses what OGR can't open, and we read tables that it can't.

        An expression is accepted without opening what it names.
        """
        given = dict(self._parameters)
        for definition in self._algorithm.parameterDefinitions():
            name, kind = definition.name(), definition.type()
            if kind == QgsProcessingParameterFeatureSource.typeName() and self.table(name) is not None:
                given[name] = QgsProperty.fromExpression(QgsExpression.quotedString(str(given[name])))
        return given

    def table(self, name: str) -> Optional[Path]:
        """The spreadsheet or text file that a layer parameter names, None for all else; OGR need not know its form."""
        from ..arbeidsmigratie_plugin.sources.table import SUFFIXES

        path = Path(str(self._parameters.get(name) or ""))
        return path if path.suffix.lower() in SUFFIXES and path.is_file() else None


def _of_organisation(algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any]) -> dict[str, Any]:
    """What the organisation has for parameters that were not given."""
    if algorithm.parameterDefinition(_POLICY) is None or parameters.get(_POLICY) not in (None, ""):
        return {}
    from ..arbeidsmigratie_plugin.sources.organisation import policy_file

    path = policy_file()
    return {_POLICY: str(path)} if path else {}
