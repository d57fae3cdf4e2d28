"""The work of the project that is open: read from it, changed, written into it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any, Optional

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.errors import ArbeidsmigratieError, OutputError
from ..core.phrases import phrase
from ..core.refusals import ProjectThereError
from ..core.workflow.folders import project_in
from ..core.workflow.memory import from_text, to_text
from ..core.workflow.plans import CORRECTIONS, Ground, absolute, ground, relative
from ..core.workflow.project import Project
from ..core.workflow.state import Record, Workflow
from ..core.workflow.steps import Status, Step, Surroundings, input_files, statuses
from ..i18n import message, tr
from ..sources.fingerprints import fingerprint_of, settings_print
from .messages import tell

#: Where it stands in the project file.
_SCOPE, _KEY = "arbeidsmigratie", "/werk"

_CRS = "EPSG:28992"


class Desk(QObject):
    """The workflow of the open project. Emits `changed` whenever it or the project is another.

    Args:
        iface: QGIS Desktop.
        parent: Whose it is.
    """

    changed = pyqtSignal()
    #: Another project was opened, or this one closed.
    switched = pyqtSignal()

    def __init__(self, iface: Any, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.iface = iface
        self.workflow = Workflow()
        self.running: frozenset[Step] = frozenset()
        #: Why the last run of a step did not succeed.
        self.problems: dict[Step, str] = {}
        self._project = QgsProject.instance()
        self._project.readProject.connect(self._read)
        self._project.cleared.connect(self._cleared)
        self._read()

    def close(self) -> None:
        """Lets go of the project."""
        for signal, slot in ((self._project.readProject, self._read), (self._project.cleared, self._cleared)):
            with suppress(TypeError, RuntimeError):
                signal.disconnect(slot)

    @property
    def folder(self) -> Optional[Path]:
        """Folder of the project, None if it was never saved."""
        file = self._project.absoluteFilePath()
        return Path(file).parent if file else None

    @property
    def ground(self) -> Optional[Ground]:
        """The source data, None before they are there."""
        return ground(self.workflow, self.folder) if self.folder else None

    @property
    def today(self) -> date:
        """The day."""
        return datetime.now().astimezone().date()

    def surroundings(self, *more: str) -> Surroundings:
        """What the workflow can't know by itself: what runs, which files are there, and what they hold.

        Args:
            more: Further files that are going to be read, as the project names them.
        """
        if self.folder is None:
            return Surroundings(self.running)
        folder = self.folder
        gone = frozenset(file for file in self._files() if not _there(absolute(file, folder)))
        inputs = (*input_files(self.workflow), *more)
        prints = {file: fingerprint_of(absolute(file, folder)) for file in inputs}
        corrections = fingerprint_of(str(folder / CORRECTIONS))
        return Surroundings(self.running, gone, corrections, prints, settings_print())

    def statuses(self) -> dict[Step, Status]:
        """How far each step is."""
        return statuses(self.workflow, self.surroundings())

    def begin(self, project: Project, folder: Path) -> bool:
        """Starts a project in a file of its own.

        Args:
            project: What it is for.
            folder: Where it is kept; made if it is not there.

        Returns:
            Whether it was started; not if the user wants to keep the project that is open.

        Raises:
            OutputError: It can't be written.
            ProjectThereError: There is a project of that name.
        """
        file = folder / f"{project.stem}.qgz"
        if file.exists():
            raise ProjectThereError(file=str(file))
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(file=str(file), reason=error.strerror or phrase("no access to the folder")) from None
        if not self.iface.newProject(True):
            return False
        self._project.setCrs(QgsCoordinateReferenceSystem(_CRS))
        self._project.setTitle(project.name)
        self._project.writeEntryBool("Paths", "/Absolute", False)
        self._keep(Workflow(project=project, begun=True))
        if not self._project.write(str(file)):
            raise OutputError(file=str(file), reason=phrase("the disk is full or the folder is protected"))
        self.changed.emit()
        return True

    def update(self, workflow: Workflow) -> None:
        """Takes a change, and saves the project: what was done is not to be forgotten.

        Args:
            workflow: The work as it is now.
        """
        if workflow == self.workflow:
            return
        self._keep(workflow)
        self.save()
        self.changed.emit()

    def save(self) -> None:
        """Saves the project, if it has a file; a failure is told, and the project stays unsaved."""
        if self._project.fileName() and not self._project.write():
            reason = phrase("the disk is full or the file is in use")
            error = OutputError(file=self._project.fileName(), reason=reason)
            tell(self.iface, message(error), Qgis.MessageLevel.Warning)

    def run(self, step: Step, runs: bool, problem: str = "") -> None:
        """Notes that a step is at work, or no longer is.

        Args:
            step: The step.
            runs: Whether it is.
            problem: Why it did not succeed, "" if it did.
        """
        self.problems.pop(step, None)
        if problem:
            self.problems[step] = problem
        self.running = self.running | {step} if runs else self.running - {step}
        self.changed.emit()

    def record(self, results: dict[str, Any], seen: dict[str, str]) -> Record:
        """What a run did, as the project remembers it.

        Args:
            results: Outputs of the algorithm.
            seen: What it was made out of.
        """
        folder = self.folder or Path()
        numbers = {name: value for name, value in results.items() if _is_number(value)}
        files = {name: relative(value, folder) for name, value in results.items() if _is_file(value)}
        return Record(datetime.now().isoformat(timespec="milliseconds"), numbers, files, seen)

    def _files(self) -> Iterator[str]:
        work = self.workflow
        records = (work.sources.record, work.analysis, *(one.record for one in (*work.deliveries, *work.lists.items)))
        for record in records:
            if record is not None:
                yield from record.files.values()
        last = work.shares[-1].record if work.shares else None
        yield from last.files.values() if last else ()

    def _keep(self, workflow: Workflow) -> None:
        self.workflow = workflow
        self._project.writeEntry(_SCOPE, _KEY, to_text(workflow))

    def _read(self, *_: object) -> None:
        self.problems.clear()
        text, found = self._project.readEntry(_SCOPE, _KEY)
        self.workflow = Workflow()
        if found and text:
            try:
                self.workflow = from_text(text)
            except ArbeidsmigratieError as error:
                tell(self.iface, message(error), Qgis.MessageLevel.Warning)
        if self.workflow.begun:
            self._warn_of_neighbour()
        self.switched.emit()
        self.changed.emit()

    def _warn_of_neighbour(self) -> None:
        """Two projects in one folder write results of the same names."""
        file = Path(self._project.absoluteFilePath())
        other = project_in(file.parent, besides=file)
        if other is not None:
            sentence = tr("{other} in the same folder is a project too, and each replaces the results of the other.")
            more = tr("Give each project a folder of its own.")
            tell(self.iface, sentence.format(other=other.name), Qgis.MessageLevel.Warning, more)

    def _cleared(self) -> None:
        self.problems.clear()
        self.workflow = Workflow()
        self.switched.emit()
        self.changed.emit()


def _there(path: str) -> bool:
    try:
        return Path(path.partition("|")[0]).exists()
    except OSError:  # a share that is out of reach, or no path at all
        return False


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_file(value: object) -> bool:
    return isinstance(value, str) and Path(value.partition("|")[0]).is_absolute() and _there(value)
