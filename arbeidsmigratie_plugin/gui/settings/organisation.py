"""Who is responsible, what new projects begin with, and which file of the organisation holds."""

from __future__ import annotations

from ...i18n import told, tr
from ...sources.organisation import FILE, organisation, profile_folder
from .fields import Field, Kind, Notice
from .section import Section


class OrganisationSection(Section):
    """What a new project begins with."""

    @property
    def title(self) -> str:
        """Name of the tab."""
        return tr("Organisation")

    def build(self) -> None:
        """Makes the widgets."""
        self._file = Notice("/mIconInfo.svg")
        self._file.setObjectName("organisation_file")
        self.column.addWidget(self._file)
        self.explain(tr("New projects and packages begin with this. In each project it can be changed."))
        self.add_form(
            {
                tr("Folder for projects"): Field("map", Kind.FOLDER),
                tr("Responsible organisation"): Field(
                    "verantwoordelijke", Kind.TEXT, tr("for example the municipality")
                ),
                tr("Purpose"): Field("doel", Kind.TEXT, tr("what the data are used for")),
                tr("Legal basis"): Field("grondslag", Kind.TEXT, tr("the task in law that the data are used for")),
                tr("Reference of the DPIA"): Field("dpia", Kind.TEXT, tr("number or name of the file")),
                tr("Months that data are kept"): Field("bewaartermijn", Kind.TEXT, tr("a whole number")),
            }
        )
        self.column.addStretch(1)

    def load(self) -> None:
        """Shows what is set."""
        super().load()
        found = organisation()
        if found.path is None:
            text = tr("There is no file of your organisation. An administrator can put one at {path}, or name one.")
            self._file.say(text.format(path=profile_folder() / FILE))
        else:
            self._file.say(tr("Your organisation has set values in {path}.").format(path=told(str(found.path))))
