"""Norms and policy of municipalities: the table that counts, what it says, and a template to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.PyQt.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QPushButton

from ...core.errors import ArbeidsmigratieError
from ...core.signals.policy import Policy
from ...i18n import message, tr
from ...sources.organisation_keys import typed
from ...sources.policies import read_policy, write_template
from ...sources.services import regions
from .fields import Field, Kind, Notice
from .section import Section
from .tables import Grid

_SUFFIX = ".csv"


class PolicySection(Section):
    """The policy table, and the rules of the highlights."""

    @property
    def title(self) -> str:
        """Name of the tab."""
        return tr("Policy")

    def build(self) -> None:
        """Makes the widgets."""
        self.explain(
            tr(
                "A table with a row for each municipality. It counts for every run that is given no other table. "
                "Without a table 12 m2 per person holds (omgevingsplan, art. 22.16), and all else is unknown."
            )
        )
        self._policy = Field("beleid", Kind.FILE)
        self._policy.changed.connect(self._show)
        self.add_form({tr("Policy table"): self._policy})
        headers = [tr("Municipality"), tr("m2"), tr("Where the norm stands"), tr("Residents"), tr("Permit")]
        self._table = Grid("policy_table", [*headers, tr("Holiday parks"), tr("Certificate")], 2)
        self.column.addWidget(self._table, 100)
        self._regions = QComboBox()
        self._regions.setObjectName("policy_region")
        make = QPushButton(tr("Make a template…"))
        make.setObjectName("policy_template")
        make.clicked.connect(lambda _=False: self._template())
        row = QHBoxLayout()
        row.addWidget(self._regions, 1)
        row.addWidget(make)
        self.column.addLayout(row)
        self._said = Notice("/mIconSuccess.svg")
        self._said.setObjectName("policy_said")
        self.column.addWidget(self._said)
        self.add_form({tr("File with rules of your own for highlights"): Field("signals", Kind.FILE, added=True)})
        self.column.addStretch(1)  # takes the room while there is no table

    def load(self) -> None:
        """Shows what is set."""
        known = regions()
        self._names = {code: name for one in known.presets for code, name in one.municipalities.items()}
        for one in known.presets:
            self._regions.addItem(one.name, dict(one.municipalities))
        super().load()
        self._show()

    def _show(self) -> None:
        """Shows what the table says; what is wrong with it stands below its field."""
        rows = []
        try:
            path = self._policy.counting
            found = read_policy(Path(str(typed("beleid", path)))).of if path else {}
            rows = [_row(code, self._names.get(code, ""), policy) for code, policy in sorted(found.items())]
        except ArbeidsmigratieError:
            rows = []
        self._table.fill(rows)
        self._table.setVisible(bool(rows))

    def _template(self) -> None:
        folder = Path(self._policy.counting).parent if self._policy.counting else Path.home()
        title, kinds = tr("Make a template"), tr("Table (*.csv)")
        name, _ = QFileDialog.getSaveFileName(self, title, str(folder / f"beleid{_SUFFIX}"), kinds)
        if name:
            self.make_template(Path(name))

    def make_template(self, path: Path) -> None:
        """Writes a table with the municipalities of the region that is chosen, and chooses it.

        Args:
            path: The file.
        """
        path = path if path.suffix.lower() == _SUFFIX else path.with_name(path.name + _SUFFIX)
        try:
            write_template(path, self._regions.currentData())
        except ArbeidsmigratieError as error:
            self._said.set_icon("/mIconWarning.svg")
            self._said.say(message(error))
            return
        self._said.set_icon("/mIconSuccess.svg")
        self._said.say(tr("{path} is made. Fill it in with a spreadsheet program.").format(path=path))
        self._policy.put(str(path))


def _row(code: str, name: str, policy: Policy) -> list[str]:
    norm = f"{policy.norm_m2:g}"
    permit, certificate = (_yes(one) for one in (policy.vergunningplicht, policy.keurmerk_vereist))
    parks = policy.recreatie_bewoning or tr("unknown")
    return [
        f"{code} {name}".strip(),
        norm,
        policy.norm_bron,
        _yes(policy.bewoners_meetellen),
        permit,
        parks,
        certificate,
    ]


def _yes(value: Optional[bool]) -> str:
    return tr("unknown") if value is None else tr("yes") if value else tr("no")
