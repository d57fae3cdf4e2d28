"""The three pages of the wizard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget, QWizardPage

from ...core.errors import ArbeidsmigratieError
from ...core.limits import DEFAULT_RESOLUTION, HIGHEST_RESOLUTION, LOWEST_RESOLUTION
from ...core.regions import Regions
from ...core.sharing_matrix import names_a_person, says_something
from ...core.workflow.choosing import members
from ...core.workflow.defaults import Defaults
from ...core.workflow.folders import cloud, folder_lack, project_in
from ...core.workflow.project import Lack, Project, day
from ...i18n import message, tr
from ..dialogs.form import Form, Note, calendar, file, hint, iso, line, lines, narrow, readable, scrolled, typed, words
from .region import RegionChoice
from .texts import field_of, folder_lacking, hexagon, lacking


class Page(QWizardPage):
    """A page with a form, complete when nothing is wrong in it.

    Attributes:
        edited: A field was changed.

    Args:
        today: The day.
    """

    edited = pyqtSignal()

    def __init__(self, title: str, told: str, name: str, today: date) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setTitle(title)
        self.setSubTitle(told)
        self.today = today
        self.form = Form()
        self._touched: set[str] = set()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(self.form))

    def take(self, project: Project) -> Project:
        """A project with what this page says.

        Args:
            project: What the other pages say.
        """
        return project

    def problems(self) -> dict[str, str]:
        """What is wrong on this page: name of the field -> sentence."""
        said = {field_of(lack): lacking(lack) for lack in reversed(self.take(Project()).lacks(self.today))}
        return {name: text for name, text in said.items() if name in self.form.names}

    def refresh(self, touched: str = "") -> None:
        """Looks again at what is wrong.

        Args:
            touched: The field that the user changed.
        """
        if touched:
            self._touched.add(touched)
        self.form.say(self.problems(), frozenset(self._touched))
        self.completeChanged.emit()
        self.edited.emit()

    def isComplete(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems()

    def watch(self, name: str, signal: Any) -> None:
        """Looks again whenever a field is changed.

        Args:
            name: Name of the field.
            signal: That it was.
        """
        signal.connect(lambda *_: self.refresh(name))


class RegionPage(Page):
    """Region, name and reference date. Objects: region, municipalities, peildatum, name, resolution."""

    def __init__(self, project: Project, known: Defaults, today: date) -> None:
        told = tr("Which municipalities, and of which day. Everything else follows from it.")
        super().__init__(tr("Region and reference date"), told, "region_page", today)
        regions, wrong = _regions()
        self.region = RegionChoice(project.region or known.region, regions)
        self._peildatum = calendar("peildatum", day(project.peildatum) or today)
        self._name = line("name", project.name or known.name)
        self._resolution = narrow(QComboBox())
        for one in range(LOWEST_RESOLUTION, HIGHEST_RESOLUTION + 1):
            self._resolution.addItem(hexagon(one), one)
        place = self._resolution.findData(project.resolution)
        self._resolution.setCurrentIndex(place if place >= 0 else DEFAULT_RESOLUTION - LOWEST_RESOLUTION)
        self._own_name = bool(self._name.text()) and self._name.text() != self._proposal()
        self._build(wrong)
        self._propose_name()
        self.refresh()

    def take(self, project: Project) -> Project:
        """A project with what this page says."""
        return replace(
            project,
            name=self._name.text().strip(),
            region=self.region.region,
            peildatum=iso(self._peildatum),
            resolution=int(self._resolution.currentData()),
        )

    def validatePage(self) -> bool:
        """What was typed and not added yet is added first."""
        return self.region.take_typed() and self.isComplete()

    def _build(self, wrong: str) -> None:
        form = self.form
        note = Note("regions_note")
        note.say(wrong)
        form.row(note)
        note.setVisible(bool(wrong))
        form.field("region", tr("&Region"), self.region)
        form.findChild(QWidget, "region_label").setBuddy(self.region.preset)
        told = tr("The day of which the deliveries tell. One project is of one day.")
        form.field("peildatum", tr("Reference &date (peildatum)"), self._peildatum, told)
        form.field("name", tr("&Name of the project"), self._name)
        told = tr("Can be changed later: the deliveries need not be read again for it.")
        self._resolution.setObjectName("resolution")
        form.field("resolution", tr("Si&ze of a hexagon on the map"), self._resolution, told)
        self.region.changed.connect(self._propose_name)
        self._peildatum.dateChanged.connect(self._propose_name)
        self._name.textEdited.connect(self._keep_name)
        for name, signal in (
            ("region", self.region.changed),
            ("peildatum", self._peildatum.dateChanged),
            ("name", self._name.textChanged),
            ("resolution", self._resolution.currentIndexChanged),
        ):
            self.watch(name, signal)

    def _keep_name(self, text: str) -> None:
        self._own_name = bool(text.strip())

    def _propose_name(self, *_: object) -> None:
        """Follows region and reference date, until the user gives a name of another form."""
        proposal = self._proposal()
        if proposal and not self._own_name:
            self._name.setText(proposal)

    def _proposal(self) -> str:
        """Region and reference date, "" where no region was chosen yet."""
        chosen = self.region.chosen
        if not chosen:
            return ""
        return f"{self.region.title or chosen[0].name or chosen[0].code} {iso(self._peildatum)}"


class PurposePage(Page):
    """Purpose and responsibility. Objects: purpose, basis, dpia, advised, advice, retention, responsible."""

    def __init__(self, project: Project, known: Defaults, today: date) -> None:
        told = tr("Why the data may be used, and until when. It is written into every result.")
        super().__init__(tr("Purpose and responsibility"), told, "purpose_page", today)
        example = tr("For example: choose areas for joint inspections of housing in 2026")
        self._purpose = lines("purpose", project.purpose or known.purpose, example)
        example = tr("For example: Huisvestingswet 2014, and article 3 of the covenant")
        self._basis = line("basis", project.basis or known.basis, example)
        self._dpia = line("dpia", project.dpia or known.dpia, tr("For example: DPIA-2026-014"))
        self._advised = QCheckBox(tr("There is an &advice of the FG"))
        self._advice = calendar("advice", day(project.advice) or today)
        self._retention = calendar("retention", day(project.retention) or day(known.retention(today)))
        example = tr("For example: Gemeente Horst aan de Maas")
        self._responsible = line("responsible", project.responsible or known.responsible, example)
        self._build(bool(project.advice))
        self.refresh()

    def take(self, project: Project) -> Project:
        """A project with what this page says."""
        return replace(
            project,
            purpose=typed(self._purpose),
            basis=self._basis.text().strip(),
            dpia=self._dpia.text().strip(),
            advice=iso(self._advice) if self._advised.isChecked() else "",
            retention=iso(self._retention),
            responsible=self._responsible.text().strip(),
        )

    def problems(self) -> dict[str, str]:
        """What is missing, what says nothing, and what names a person."""
        found = super().problems()
        said = self.take(Project())
        if said.purpose and not says_something(said.purpose):
            found["purpose"] = lacking(Lack.PURPOSE)
        if said.basis and not says_something(said.basis):
            found["basis"] = lacking(Lack.BASIS)
        written = {"purpose": said.purpose, "basis": said.basis, "dpia": said.dpia, "responsible": said.responsible}
        for name, text in written.items():
            if names_a_person(text):
                found[name] = tr("Leave e-mail addresses and numbers of persons out: this goes into every result.")
        return found

    def _build(self, advised: bool) -> None:
        form = self.form
        form.field("purpose", tr("&Purpose"), self._purpose)
        form.field("basis", tr("&Legal basis"), self._basis)
        form.field("dpia", tr("Reference of the D&PIA"), self._dpia)
        self._advised.setObjectName("advised")
        self._advised.setChecked(advised)
        self._advice.setEnabled(advised)
        self._advice.setAccessibleName(tr("Day of the advice"))
        form.row(self._advised)
        form.row(hint(tr("The day on which the data protection officer (FG) gave it.")))
        form.row(self._advice)
        form.problem("advice")
        told = tr("After this day the data have to be deleted, and nothing can be shared.")
        form.field("retention", tr("&Keep until"), self._retention, told)
        form.field("responsible", tr("&Responsible organisation"), self._responsible)
        self._advised.toggled.connect(self._advice.setEnabled)
        for name, signal in (
            ("purpose", self._purpose.textChanged),
            ("basis", self._basis.textChanged),
            ("dpia", self._dpia.textChanged),
            ("advice", self._advised.toggled),
            ("advice", self._advice.dateChanged),
            ("retention", self._retention.dateChanged),
            ("responsible", self._responsible.textChanged),
        ):
            self.watch(name, signal)


class FolderPage(Page):
    """Where the project is kept, and what was chosen. Objects: folder, open_existing, summary.

    Args:
        folder: Of the project where it is there already, else the one in which projects are kept.
        fixed: Whether it is there already.
    """

    open_existing = pyqtSignal(object)

    def __init__(self, folder: str, fixed: bool, today: date) -> None:
        told = tr("The project file and all results come in one folder.")
        super().__init__(tr("Where to keep it"), told, "folder_page", today)
        self._fixed = fixed
        self._parent = folder
        self._proposed = ""
        self._existing: Optional[Path] = None
        self.folder = file("folder", folder if fixed else "", tr("Folder of the project"), folder=True)
        self._cloud = Note("folder_cloud")
        self._there = Note("folder_existing")
        self._open = QPushButton(tr("&Open that project"))
        self._summary = words("", "summary")
        self._build()
        self.refresh()

    @property
    def path(self) -> Path:
        """The folder."""
        return Path(self.folder.filePath().strip()).expanduser()

    def propose(self, project: Project) -> None:
        """Proposes a folder until the user chooses one, and says what was chosen.

        Args:
            project: What the other pages say.
        """
        if not self._fixed and self.folder.filePath() == self._proposed:
            home = Path(self._parent) if self._parent else Path.home() / "arbeidsmigratie"
            self._proposed = str(home / project.stem)
            self.folder.setFilePath(self._proposed)
        self._summary.setText(_summary(project))

    def problems(self) -> dict[str, str]:
        """A folder in which nothing can be written, or in which there is a project already."""
        if self._fixed:
            return {}
        lack = folder_lack(self.folder.filePath())
        if lack is not None:
            return {"folder": folder_lacking(lack)}
        if self._existing is not None:
            return {"folder": tr("Open that project, or choose another folder.")}
        return {}

    def refresh(self, touched: str = "") -> None:
        """Looks again at the folder."""
        text = self.folder.filePath()
        self._existing = None if self._fixed or folder_lack(text) is not None else project_in(self.path)
        sentence = tr("There is a project in this folder already: {file}.")
        self._there.say(sentence.format(file=self._existing.name) if self._existing else "", False)
        self._open.setVisible(self._existing is not None)
        name = cloud(text)
        sentence = tr("This folder seems to be copied to {cloud}. Is that allowed for these data?")
        self._cloud.say(sentence.format(cloud=name) if name else "")
        super().refresh(touched)

    def _build(self) -> None:
        told = tr("A folder of your organisation that only those who need the data can open.")
        self.form.field("folder", tr("&Folder"), self.folder, told)
        self.folder.setEnabled(not self._fixed)
        self._open.setObjectName("open_existing")
        self._open.setAutoDefault(False)
        self._open.clicked.connect(lambda: self.open_existing.emit(self._existing))
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._open)
        layout.addStretch(1)
        for one in (self._there, row, self._cloud):
            self.form.row(one)
        self.form.row(words(""))
        self.form.row(self._summary)
        self.watch("folder", self.folder.fileChanged)


def _summary(project: Project) -> str:
    kept = day(project.retention)
    until = readable(kept) if kept else ""
    of = day(project.peildatum)
    parts = (
        tr("Project: {name}").format(name=project.name),
        tr("Region: {region}").format(region=_region_name(project.region)),
        tr("Reference date: {date}").format(date=readable(of) if of else ""),
        tr("Hexagons: {size}").format(size=hexagon(project.resolution)),
        tr("Kept until: {date}").format(date=until),
        tr("Responsible: {name}").format(name=project.responsible),
        tr("Coordinates: RD New (EPSG:28992), always; layers in WGS84 are converted."),
    )
    return "\n".join(parts)


def _region_name(region: str) -> str:
    known, _ = _regions()
    preset = next((one for one in known.presets if one.key == region), None)
    return preset.name if preset else ", ".join(one.name or one.code for one in members(region, known))


def _regions() -> tuple[Regions, str]:
    """What is known of regions, and what is wrong with the file of the organisation."""
    from ...sources.services import regions

    try:
        return regions(), ""
    except ArbeidsmigratieError as error:
        return Regions((), ()), message(error)
