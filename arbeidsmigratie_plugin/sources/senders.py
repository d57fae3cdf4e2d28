"""Which columns a sender uses: remembered in the profile of QGIS, as names of columns and nothing else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsApplication

from ..core.columns import FIELDS
from ..core.errors import OutputError
from ..core.phrases import phrase
from ..core.refusals import SendersError
from .staging import staged

_FILE = "afzenders.json"

_FORM = phrase("it is not what this plugin writes there")

#: No name of a column or a sender is longer.
LONGEST_NAME = 80


@dataclass(frozen=True)
class Remembered:
    """The columns of a sender.

    Attributes:
        header_row: Row of the header, from 1; None to look for it.
        mapping: Our field -> name or letter of their column, as MAPPING takes it.
    """

    header_row: Optional[int] = None
    mapping: Mapping[str, str] = field(default_factory=dict)


def senders_path() -> Path:
    """The file in the profile of QGIS."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "arbeidsmigratie" / _FILE


def read_senders(path: Path) -> dict[str, Remembered]:
    """What is remembered of each sender; nothing if there is no file.

    Args:
        path: The file.

    Raises:
        SendersError: It can't be used.
    """
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SendersError(file=str(path), reason=error.strerror or phrase("no access")) from None
    except (ValueError, RecursionError):
        raise SendersError(file=str(path), reason=phrase("it is no JSON")) from None
    found = {str(name): _remembered(entry) for name, entry in entries.items()} if isinstance(entries, dict) else None
    if found is None or None in found.values():
        raise SendersError(file=str(path), reason=_FORM)
    return {name: one for name, one in found.items() if one is not None}


def remember(path: Path, sender: str, columns: Remembered) -> None:
    """Remembers the columns of a sender, in the place of earlier ones; the file is replaced in one step.

    Args:
        path: The file.
        sender: Who.
        columns: The columns.

    Raises:
        SendersError: The file that is there can't be used.
        OutputError: It can't be written.
    """
    known = {**read_senders(path), sender: columns}
    entries = {name: {"header_row": one.header_row, "mapping": dict(one.mapping)} for name, one in known.items()}
    with staged([path]) as drafts:
        try:
            drafts[0].write_text(json.dumps(entries, ensure_ascii=False, indent=1, sort_keys=True), encoding="utf-8")
        except OSError as error:
            raise OutputError(file=str(path), reason=error.strerror or phrase("no access")) from None


def _remembered(entry: Any) -> Optional[Remembered]:
    """The columns of an entry, None if it has not the form of one."""
    if not isinstance(entry, dict) or set(entry) != {"header_row", "mapping"}:
        return None
    row, mapping = entry["header_row"], entry["mapping"]
    if row is not None and (not isinstance(row, int) or isinstance(row, bool) or row < 1):
        return None
    if not isinstance(mapping, dict) or not set(mapping) <= set(FIELDS):
        return None
    fits = all(isinstance(name, str) and 0 < len(name) <= LONGEST_NAME for name in mapping.values())
    return Remembered(row, dict(mapping)) if fits else None
