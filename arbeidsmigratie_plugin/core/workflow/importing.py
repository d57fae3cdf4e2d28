"""What the import of a delivery is asked with, and what the user decided in its preview."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Optional

from .plans import CORRECTIONS


@dataclass(frozen=True)
class ImportRequest:
    """What the preview of a delivery needs to begin.

    Attributes:
        bag: The BAG of the project: a file, or file|layername=name.
        folder: Folder of the project; its corrections are used if there are any.
        peildatum: Reference date of the project.
        sender: Who sent the delivery, if that is known.
        file: The delivery, if it was chosen before.
    """

    bag: str
    folder: Path
    peildatum: date
    sender: str = ""
    file: str = ""

    @property
    def corrections(self) -> Path:
        """The file of corrections; it need not be there."""
        return self.folder / CORRECTIONS


@dataclass(frozen=True)
class ImportPlan:
    """What to read in, and how.

    Attributes:
        sender: Who sent it.
        file: The delivery.
        header_row: Row of the header, None to look for it.
        mapping: Our field -> their column, where the user said so; "-" leaves a field out.
        peildatum: Reference date.
    """

    sender: str
    file: str
    header_row: Optional[int]
    mapping: Mapping[str, str] = field(default_factory=dict)
    peildatum: date = date.min
