"""The sharing matrix: who can get what, and a file in which an organisation makes it stricter."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from ...core.errors import ArbeidsmigratieError
from ...core.sharing_matrix import OTHER, PUBLIC, Limits, Matrix
from ...i18n import tr
from ...sources.matrix import FORM, matrix_of
from ...sources.organisation import Level, overrides
from ...sources.organisation_keys import typed
from ...sources.overrides import Override
from .fields import Field, Kind
from .section import Section
from .tables import Grid


class MatrixSection(Section):
    """Kinds of recipient against products."""

    @property
    def title(self) -> str:
        """Name of the tab."""
        return tr("Sharing")

    def build(self) -> None:
        """Makes the widgets."""
        self.explain(
            tr(
                "What each kind of recipient can get by an export. A file of your own can make this stricter: no "
                "product, less detail, fewer days. It can't give more."
            )
        )
        self._file = Field("deelmatrix", Kind.FILE, added=True)
        self._file.changed.connect(self._show)
        self.add_form({tr("File with what is stricter"): self._file})
        self._products = {
            "heatmap": tr("Heatmap"),
            "adressen": tr("Addresses"),
            "hexagonen": tr("Hexagons"),
            "locaties": tr("Locations"),
        }
        self._table = Grid("matrix_table", [tr("Recipient"), *self._products.values()], 0)
        self.column.addWidget(self._table, 1)

    def load(self) -> None:
        """Shows what is set."""
        super().load()
        self._show()

    def _show(self) -> None:
        """Shows the matrix with the file that is chosen; without it while it can't be used."""
        others = overrides("deelmatrix", FORM, without=(Level.USER,))
        try:
            own = self._file.own
            path = Path(str(typed("deelmatrix", own))) if own else None
            matrix = matrix_of([*others, *([Override(path, "", FORM)] if path else [])])
        except ArbeidsmigratieError:
            matrix = matrix_of(others)
        self._table.fill(self._rows(matrix))

    def _rows(self, matrix: Matrix) -> list[list[str]]:
        rows = sorted(matrix.rows.values(), key=lambda row: row.kind in (OTHER, PUBLIC))
        return [[row.label, *(_allowed(row.products.get(name)) for name in self._products)] for row in rows]


def _allowed(limits: Optional[Limits]) -> str:
    """What is allowed, in words."""
    if limits is None:
        return tr("nobody")
    shown = tr("classes only") if limits.profile.classes_only else tr("numbers")
    text = tr("resolution {resolution}, {days} days, {shown}")
    return text.format(resolution=limits.resolution, days=limits.days, shown=shown)
