"""What an export was asked: for whom, how detailed, in which series, by which rules; refused before any reading."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Optional

from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.disclosure.atoms import BASE_RESOLUTION
from ..arbeidsmigratie_plugin.core.disclosure.grant import Grant
from ..arbeidsmigratie_plugin.core.disclosure.history import Series
from ..arbeidsmigratie_plugin.core.disclosure.rules import Rules
from ..arbeidsmigratie_plugin.core.disclosure.rules_text import stricter
from ..arbeidsmigratie_plugin.core.grid import RD_TO_WGS84
from ..arbeidsmigratie_plugin.core.phrases import phrase
from ..arbeidsmigratie_plugin.core.refusals import MatrixError, RulesError
from ..arbeidsmigratie_plugin.core.sharing_matrix import HEATMAP, Limits, Profile, Row, check
from ..arbeidsmigratie_plugin.i18n import tr
from ..arbeidsmigratie_plugin.sources import organisation
from ..arbeidsmigratie_plugin.sources.matrix import read_matrix
from ..arbeidsmigratie_plugin.sources.starting import default_path
from ..arbeidsmigratie_plugin.sources.vault import profile_folder
from .run import Run

#: Numbers of a series are multiples of this.
ROUNDING = 5


@dataclass(frozen=True)
class Request:
    """What was asked, apart from the layers.

    Attributes:
        grant: For whom, for what, until when.
        row: The recipient in the sharing matrix.
        rules: The safety rules of the series.
        resolution: H3 resolution of the map.
        now: The time.
    """

    grant: Grant
    row: Row
    rules: Rules
    resolution: int
    now: datetime

    @property
    def public(self) -> Optional[Profile]:
        """The profile of a map that shows classes only, None for one that shows numbers."""
        limits = self.row.products.get(HEATMAP)
        return limits.profile if limits and limits.profile.classes_only else None

    def check(self, persons: int, rounding: int) -> None:
        """Refuses what the recipient can't have, and what it is not said for.

        A map of classes is made of what the series publishes, by the stricter profile: nothing about it is new.

        Args:
            persons: Fewest registrations of a region.
            rounding: Numbers are multiples of this.
        """
        if persons < self.rules.persons:
            raise RulesError(rule="persons", value=persons, limit=self.rules.persons)
        if self.public:
            persons, rounding = self.public.persons, self.public.rounding
        rules = replace(self.rules, persons=persons)
        check(self.row, HEATMAP, self.resolution, rules, rounding, self.grant)

    def check_raster(self, wanted: bool) -> None:
        """Refuses a smooth raster of a map that has no numbers.

        Args:
            wanted: Whether it was asked for.
        """
        if wanted and self.public:
            remedy = phrase("that map has classes and no numbers to smooth; leave RASTER out")
            raise MatrixError(
                recipient=self.grant.recipient, kind=self.row.kind, asked=phrase("a raster"), remedy=remedy
            )

    def series(self, name: str) -> Series:
        """The series as this export would have it.

        Args:
            name: Its name.
        """
        return Series(name, self.rules, BASE_RESOLUTION, RD_TO_WGS84, ROUNDING)


def request(run: Run, feedback: QgsProcessingFeedback, resolution: int) -> Request:
    """What a run was asked.

    Args:
        run: The parameters.
        feedback: Told what is made shorter than asked.
        resolution: H3 resolution of the map.

    Raises:
        GrantError: Something of the grant is not filled in, or can't be.
        MatrixError: The recipient can't have this.
        RulesError: A rule would be weaker.
        RulesTextError: RULES can't be read.
    """
    matrix = read_matrix(run.file("MATRIX") if run.given("MATRIX") else None)
    row = matrix.row_for(run.text("RECIPIENT"))
    limits = row.products.get(HEATMAP)
    now = datetime.now(timezone.utc)
    today = now.astimezone().date()
    grant = Grant(
        recipient=run.text("RECIPIENT"),
        kind=row.kind,
        purpose=run.text("PURPOSE"),
        basis=run.text("BASIS"),
        expires=_expires(run.text("EXPIRES").split("T")[0], limits, today, feedback),
        made_on=today.isoformat(),
    )
    persons = limits.profile.persons if limits and not limits.profile.classes_only else 0
    rules = organisation.rules().joined(Rules(persons=max(Rules().persons, persons)))
    rules = rules.tightened(**stricter(run.text("RULES") if run.has("RULES") else ""))
    asked = Request(grant, row, rules, resolution, now)
    asked.check(rules.persons, ROUNDING)
    return asked


def ledger_path(run: Run, series: str) -> Path:
    """The ledger: as asked, else in the profile.

    Args:
        run: The parameters.
        series: Name of the series.
    """
    if run.given("LEDGER"):
        return run.file("LEDGER")
    path = default_path(profile_folder(), series)
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _expires(text: str, limits: Optional[Limits], today: date, feedback: QgsProcessingFeedback) -> str:
    """The last day of use, no later than the recipient may have it."""
    try:
        asked = date.fromisoformat(text)
    except ValueError:
        return text
    last = today + timedelta(days=limits.days) if limits else asked
    if asked > last:
        sentence = tr("The sharing matrix allows this recipient {days} days: valid until {last}, not {asked}.")
        feedback.pushWarning(sentence.format(days=limits.days if limits else 0, last=last, asked=asked))
    return min(asked, last).isoformat()
