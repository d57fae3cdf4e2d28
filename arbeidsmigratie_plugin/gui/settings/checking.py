"""Asks the services whether they answer, in the background."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.workflow.plans import Plan
from ...i18n import tr
from ..tasks import Job, Outcome

_ALGORITHM = "arbeidsmigratie:dienstencontrole"


@dataclass(frozen=True)
class Answer:
    """What came of asking a service.

    Attributes:
        status: In a word, as the algorithm has it.
        milliseconds: How long it took.
        remark: What is wrong and what to do; "" if nothing.
    """

    status: str
    milliseconds: int
    remark: str


class Check(QObject):
    """One check of all services.

    Args:
        entries: Addresses to ask, in the form of the service catalogue.
    """

    #: Key of each service -> Answer, and a sentence if it could not be asked.
    ended = pyqtSignal(dict, str)

    def __init__(self, entries: Mapping[str, Any]) -> None:
        super().__init__()
        self._folder = Path(tempfile.mkdtemp(prefix="arbeidsmigratie_"))
        asked, self._told = self._folder / "diensten.json", self._folder / "antwoorden.gpkg"
        asked.write_text(json.dumps(entries), encoding="utf-8")
        plan = Plan(_ALGORITHM, {"SERVICES": str(asked), "OUTPUT": str(self._told)})
        self._job = Job(tr("Arbeidsmigratie: check the services"), plan)
        self._job.ended.connect(self._over)

    def start(self) -> None:
        """Begins."""
        _RUNNING.add(self)
        self._job.start()

    def cancel(self) -> None:
        """Stops it, without waiting until it has."""
        self._job.cancel()

    def leave(self) -> None:
        """Stops it without a word."""
        self._job.leave()
        self._clean()

    def _clean(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
        _RUNNING.discard(self)

    def _over(self, outcome: Outcome) -> None:
        answers = _read(self._told) if outcome.succeeded else {}
        self._clean()
        self.ended.emit(answers, outcome.problem)


#: Checks that are on: they outlive the page, so that they can end in peace.
_RUNNING: set[Check] = set()


def _read(path: Path) -> dict[str, Answer]:
    """Key of each service -> what it answered."""
    layer = QgsVectorLayer(str(path), "", "ogr")
    return {
        str(row["dienst"]): Answer(str(row["status"]), int(row["milliseconden"]), str(row["opmerking"] or ""))
        for row in layer.getFeatures()
    }
