"""The wizard for a project: three pages, everything filled in that is known."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Optional

from qgis.gui import QgsGui
from qgis.PyQt.QtWidgets import QWidget, QWizard

from ...core.workflow.defaults import Defaults
from ...core.workflow.project import Project
from ...i18n import tr
from ..dialogs.dialog import fit
from .pages import FolderPage, Page, PurposePage, RegionPage

_WIDTH, _HEIGHT = 720, 640


class ProjectDialog(QWizard):
    """Starts a project, or changes one that has a name; of that one the folder is fixed and Finish is on every page.

    Objects, besides those of the pages: back_button, next_button, finish_button, cancel_button.

    Args:
        parent: Whose it is.
        project: What is known; without a name it is a new one.
        folder: Of the project, or the one in which new ones are kept.
        known: What the organisation fills in.
        today: The day; None for today.
    """

    def __init__(
        self,
        parent: Optional[QWidget],
        project: Project,
        folder: str,
        known: Defaults,
        today: Optional[date] = None,
    ) -> None:
        super().__init__(parent)
        changes = bool(project.name)
        self.existing: Optional[Path] = None
        self._today = today or datetime.now().astimezone().date()
        self._first = project
        self.setObjectName("project_dialog")
        self.setWindowTitle(tr("Change the project") if changes else tr("New project"))
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
        self._region = RegionPage(project, known, self._today)
        self._purpose = PurposePage(project, known, self._today)
        self._folder = FolderPage(folder or ("" if changes else known.folder), changes, self._today)
        for page in self._pages:
            self.addPage(page)
            page.setFinalPage(changes or page is self._folder)
            page.edited.connect(self._tell)
        self._folder.open_existing.connect(self._open)
        self._buttons(changes)
        fit(self, _WIDTH, _HEIGHT)
        QgsGui.enableAutoGeometryRestore(self, "arbeidsmigratie/project_dialog")
        self._tell()

    def chosen(self) -> tuple[Project, Path]:
        """The project as it was filled in, and its folder."""
        project = self._first
        for page in self._pages:
            project = page.take(project)
        return project, self._folder.path

    def accept(self) -> None:
        """Closes, unless something is wrong on another page: that one is shown then."""
        if not self._region.region.take_typed():
            self._show(0)
            return
        for at, page in enumerate(self._pages):
            if not page.isComplete():
                self._show(at)
                return
        super().accept()

    @property
    def _pages(self) -> tuple[Page, ...]:
        return (self._region, self._purpose, self._folder)

    def _buttons(self, changes: bool) -> None:
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage, True)
        kinds = QWizard.WizardButton
        for kind, name, text in (
            (kinds.BackButton, "back_button", tr("< &Back")),
            (kinds.NextButton, "next_button", tr("Ne&xt >")),
            (kinds.FinishButton, "finish_button", tr("&Save") if changes else tr("&Start")),
            (kinds.CancelButton, "cancel_button", tr("Cancel")),
        ):
            self.setButtonText(kind, text)
            self.button(kind).setObjectName(name)

    def _tell(self) -> None:
        """The last page knows what the others say."""
        if self.sender() is not self._folder:
            self._folder.propose(self.chosen()[0])

    def _open(self, file: Path) -> None:
        """Opens the project that is in the folder already, instead of starting one."""
        self.existing = file
        super().accept()

    def _show(self, at: int) -> None:
        """Goes to a page."""
        ids = self.pageIds()
        while ids.index(self.currentId()) > at:
            self.back()
        while ids.index(self.currentId()) < at:
            before = self.currentId()
            self.next()
            if self.currentId() == before:
                return
