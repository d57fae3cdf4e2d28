"""Where the record of processing is kept."""

from __future__ import annotations

from ...i18n import tr
from ...sources.logbook import usual_path
from .fields import Field, Kind
from .section import Section


class RecordSection(Section):
    """The record of processing (logboek)."""

    @property
    def title(self) -> str:
        """Name of the tab."""
        return tr("Logbook")

    def build(self) -> None:
        """Makes the widgets."""
        self.explain(
            tr(
                "Reading a delivery, sharing and checking each write one line: what was done and when, without names, "
                "addresses or paths. What can't be recorded is not exported."
            )
        )
        activity = tr("its address in your register of processing activities")
        collector = tr("https address, only if your organisation has one")
        self.add_form(
            {
                tr("File"): Field("logboek", Kind.NEW_FILE, str(usual_path())),
                tr("Processing activity"): Field("verwerking", Kind.TEXT, activity),
                tr("Collector (OTLP)"): Field("otlp", Kind.TEXT, collector),
            }
        )
        self.column.addStretch(1)
