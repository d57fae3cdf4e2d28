"""What the algorithms that give one highlight share: look, tell what lacked, write, report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from .algorithm import Algorithm
from .outputs import write_output
from .progress import go_on
from .run import Run

if TYPE_CHECKING:
    from .highlights import Highlight


class HighlightAlgorithm(Algorithm):
    """An algorithm that gives one highlight; a subclass declares parameters and has look()."""

    def look(self, run: Run, feedback: QgsProcessingFeedback) -> tuple[Highlight, dict[str, Any]]:
        """The highlight, and outputs besides its own numbers."""
        raise NotImplementedError

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Looks, writes, reports."""
        from ..arbeidsmigratie_plugin.sharing.layers import provenance_table
        from .highlights import tell_lacks

        found, more = self.look(Run(self, parameters, context), feedback)
        tell_lacks([found], feedback)
        go_on(feedback, 90)
        herkomst = provenance_table(found.sources)
        output = write_output(self, parameters, "OUTPUT", context, found.table, herkomst)
        return {**found.numbers, **more, "OUTPUT": output}
