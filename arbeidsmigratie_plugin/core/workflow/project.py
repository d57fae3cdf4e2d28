"""What a project is for: region, purpose, legal basis, and until when its data are kept."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Optional

from ..dates import FIRST_RNI_ADDRESS
from ..limits import DEFAULT_RESOLUTION

#: Characters of a file name.
_LONGEST_STEM = 60

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Lack(Enum):
    """What is missing or wrong in a project, by field."""

    NAME = "name"
    REGION = "region"
    PURPOSE = "purpose"
    BASIS = "basis"
    DPIA = "dpia"
    ADVICE = "advice"
    RETENTION = "retention"
    RETENTION_PAST = "retention_past"
    RESPONSIBLE = "responsible"
    PEILDATUM = "peildatum"
    PEILDATUM_FUTURE = "peildatum_future"
    PEILDATUM_EARLY = "peildatum_early"


@dataclass(frozen=True)
class Project:
    """A project of a region.

    Attributes:
        name: Of the project.
        region: Name of a preset, or codes and names of municipalities separated by commas.
        purpose: What the data are used for.
        basis: Legal basis of that use.
        dpia: Reference of the data protection impact assessment.
        advice: Day of the advice of the data protection officer, YYYY-MM-DD; "" if there is none.
        retention: Last day on which the data are kept, YYYY-MM-DD.
        responsible: Organisation that is responsible.
        peildatum: Reference date of the deliveries, YYYY-MM-DD.
        resolution: H3 resolution of the map.
    """

    name: str = ""
    region: str = ""
    purpose: str = ""
    basis: str = ""
    dpia: str = ""
    advice: str = ""
    retention: str = ""
    responsible: str = ""
    peildatum: str = ""
    resolution: int = DEFAULT_RESOLUTION

    def lacks(self, today: date) -> list[Lack]:
        """What has to be filled in or mended, in the order of the fields.

        Args:
            today: The day.
        """
        needed = (
            (self.name, Lack.NAME),
            (self.region.strip(" ,"), Lack.REGION),
            (self.purpose, Lack.PURPOSE),
            (self.basis, Lack.BASIS),
            (self.dpia, Lack.DPIA),
            (self.responsible, Lack.RESPONSIBLE),
        )
        lacking = [lack for text, lack in needed if not text.strip()]
        if self.advice and day(self.advice) is None:
            lacking.append(Lack.ADVICE)
        return [*lacking, *self._wrong_retention(today), *self._wrong_peildatum(today)]

    def _wrong_retention(self, today: date) -> list[Lack]:
        kept = day(self.retention)
        if kept is None:
            return [Lack.RETENTION]
        return [Lack.RETENTION_PAST] if kept < today else []

    def _wrong_peildatum(self, today: date) -> list[Lack]:
        delivered = day(self.peildatum)
        if delivered is None:
            return [Lack.PEILDATUM]
        if delivered > today:
            return [Lack.PEILDATUM_FUTURE]
        return [Lack.PEILDATUM_EARLY] if delivered < FIRST_RNI_ADDRESS else []

    def expired(self, today: date) -> bool:
        """Whether the data should be gone by now.

        Args:
            today: The day.
        """
        kept = day(self.retention)
        return kept is not None and kept < today

    @property
    def stem(self) -> str:
        """The name as a file name without suffix: letters a to z, digits and hyphens."""
        return stem(self.name) or "project"


def day(text: str) -> Optional[date]:
    """A date; None if the text is none.

    Args:
        text: YYYY-MM-DD.
    """
    try:
        # Python 3.11 reads other forms of ISO 8601 too.
        return date.fromisoformat(text if _DAY.fullmatch(text) else "")
    except ValueError:
        return None


def after_months(start: date, months: int) -> date:
    """The same day some months later, or the last day of that month if it has no such day.

    Args:
        start: The day.
        months: How many, 0 or more.
    """
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def stem(text: str) -> str:
    """A text as part of a file name: letters a to z, digits and hyphens.

    Args:
        text: Any.
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_STEM].strip("-")
