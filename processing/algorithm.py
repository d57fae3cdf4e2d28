"""The base of all algorithms: names, help, dependencies, errors, reading parameters.

Heavy libraries are imported inside the functions that use them, here and in the algorithms: QGIS starts without them.
"""

from __future__ import annotations

import traceback
from typing import Any, ClassVar

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtGui import QIcon

from ..arbeidsmigratie_plugin.core.errors import ArbeidsmigratieError
from ..arbeidsmigratie_plugin.dependencies import missing
from ..arbeidsmigratie_plugin.i18n import message, tr
from ..arbeidsmigratie_plugin.version import ROOT, help_page
from .progress import Cancelled
from .recording import recorded
from .run import Run
from .targets import Targets
from .temporary import warn_of_temporary


class Algorithm(QgsProcessingAlgorithm):
    """What every algorithm of the plugin shares; a subclass declares parameters and has work()."""

    NAME: ClassVar[str] = ""
    GROUP: ClassVar[str] = ""
    TITLE: ClassVar[str] = ""
    SHORT: ClassVar[str] = ""
    HELP: ClassVar[str] = ""
    TAGS: ClassVar[tuple[str, ...]] = ()
    REQUIRES: ClassVar[tuple[str, ...]] = ("h3", "shapely")
    #: Whether a run gets a line in the record of processing, and whether it can't be done without.
    RECORDED: ClassVar[bool] = False
    RECORD_REQUIRED: ClassVar[bool] = False
    #: Number outputs: name -> description.
    NUMBERS: ClassVar[dict[str, str]] = {}

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Does the work and returns the outputs."""
        raise NotImplementedError

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Runs, and turns what went wrong into one sentence.

        Of an error that nobody foresaw only its kind and place are told: its text could repeat a personal value.
        """
        try:
            with recorded(self, parameters, feedback):
                Targets(self, parameters, context).check()  # a model does not ask checkParameterValues
                results = self.work(parameters, context, feedback)
            warn_of_temporary(self, parameters, feedback)
            return results
        except Cancelled:
            feedback.pushInfo(tr("Cancelled: no result was written."))
            return {}
        except ArbeidsmigratieError as error:
            raise QgsProcessingException(message(error)) from None
        except QgsProcessingException:
            raise
        except Exception as error:
            frames = traceback.extract_tb(error.__traceback__)
            place = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames[-4:]))
            sentence = tr("Unexpected {kind} in {place}. Please report this line.")
            raise QgsProcessingException(sentence.format(kind=type(error).__name__, place=place)) from None

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """Says what is wrong with a layer or file in our words, before QGIS says 'incorrect parameter value'."""
        try:
            self.check(parameters, context)
        except ArbeidsmigratieError as error:
            return False, message(error)
        return super().checkParameterValues(Run(self, parameters, context).acceptable(), context)

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Raises an ArbeidsmigratieError where parameters can't be used; cheap, no object is read."""
        Run(self, parameters, context).check()
        Targets(self, parameters, context).check()

    def canExecute(self) -> tuple[bool, str]:
        """Whether the libraries are there, and if not, what to do."""
        problem = missing(self.REQUIRES)
        return not problem, problem

    def add_numbers(self) -> None:
        """Declares the number outputs."""
        for name, description in self.NUMBERS.items():
            self.addOutput(QgsProcessingOutputNumber(name, tr(description)))

    def add(self, parameter: QgsProcessingParameterDefinition, help_text: str, advanced: bool = False) -> None:
        """Declares a parameter with its help."""
        parameter.setHelp(tr(help_text))
        if advanced:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(parameter)

    def createInstance(self) -> Algorithm:
        """A fresh instance for a run."""
        return type(self)()

    def name(self) -> str:
        """Identifier; public, never to change."""
        return self.NAME

    def displayName(self) -> str:
        """Name in the toolbox."""
        return tr(self.TITLE)

    def group(self) -> str:
        """Group in the toolbox."""
        return tr(self.GROUP)

    def groupId(self) -> str:
        """Identifier of the group."""
        return "".join(c for c in self.GROUP.lower() if c.isalnum())

    def shortDescription(self) -> str:
        """One sentence."""
        return tr(self.SHORT)

    def shortHelpString(self) -> str:
        """Help beside the parameters, plain text."""
        return tr(self.HELP)

    def tags(self) -> list[str]:
        """Words to find it by."""
        return [*self.TAGS, "arbeidsmigratie", "RNI", "BAG", "H3"]

    def helpUrl(self) -> str:
        """Its page of help, which came with the plugin."""
        return help_page(self.NAME)

    def icon(self) -> QIcon:
        """Icon in the toolbox."""
        return QIcon(str(ROOT / "resources" / "icon.svg"))
