"""What the user decided about the columns of a delivery: row of the header, and which column is which field."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Optional

if TYPE_CHECKING:
    from ...core.preview import Preview, PreviewColumn

#: As MAPPING says that a field is not read.
_LEFT_OUT = "-"


@dataclass
class Columns:
    """The choices so far; all else is recognised.

    Attributes:
        header_row: Row of the header, None to look for it.
        mapping: Our field -> name or letter of their column, "-" to leave it out.
        remembered: Whether these are of an earlier delivery of the sender, and not yet seen to fit.
    """

    header_row: Optional[int] = None
    mapping: dict[str, str] = field(default_factory=dict)
    remembered: bool = False

    @property
    def chosen(self) -> bool:
        """Whether anything was chosen; else all is recognised."""
        return bool(self.mapping) or self.header_row is not None

    def choose(self, preview: Preview, at: int, chosen: str) -> None:
        """Takes over a choice.

        Args:
            preview: What was shown when it was made.
            at: Position of the column.
            chosen: Our field, "" to leave the column out.
        """
        column = preview.columns[at]
        if column.field == chosen:
            return
        if column.field:
            self.mapping.pop(column.field, None)
            if not chosen:
                self.mapping[column.field] = _LEFT_OUT
        if chosen:
            self.mapping[chosen] = _name(preview, column)
        self.remembered = False

    def fit(self, preview: Preview) -> bool:
        """Whether they fit a file: every column that they name is there, none is about a person, and the header too.

        Args:
            preview: Of the file, read with them.
        """
        taken = {column.field for column in preview.columns}
        named = {ours for ours, theirs in self.mapping.items() if theirs != _LEFT_OUT}
        return preview.sufficient and not preview.missing and not preview.misplaced and named <= taken


def _name(preview: Preview, column: PreviewColumn) -> str:
    """The name of a column, so that it is found when columns move; its letter where that could be another's name."""
    names = [one.label.lower() for one in preview.columns]
    letters = {one.letter.lower() for one in preview.columns}
    label = column.label.lower()
    own = column.complete and names.count(label) == 1 and label not in letters and not label.isdecimal()
    return column.label if own and preview.header_row else column.letter
