"""What an organisation fills in beforehand, so that no project asks it again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .project import after_months

#: How long data are kept where nothing else was agreed (months).
DEFAULT_RETENTION = 12


@dataclass(frozen=True)
class Defaults:
    """What is filled in when a project starts; "" is left open.

    Attributes:
        name: Of the project; "" for one made of region and reference date.
        basis: Legal basis.
        dpia: Reference of the data protection impact assessment.
        responsible: Organisation that is responsible.
        retention_months: How long the data are kept.
        folder: Folder in which projects are kept.
        region: Name of a preset, or codes and names of municipalities separated by commas.
        purpose: What the data are used for.
    """

    name: str = ""
    basis: str = ""
    dpia: str = ""
    responsible: str = ""
    retention_months: int = DEFAULT_RETENTION
    folder: str = ""
    region: str = ""
    purpose: str = ""

    def retention(self, today: date) -> str:
        """Last day on which the data of a project that starts today are kept, YYYY-MM-DD.

        Args:
            today: The day.
        """
        return after_months(today, self.retention_months).isoformat()
