"""A region into a workspace: what is there is used again, what is missing is fetched, the rest is left alone."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.area import Area
from ..arbeidsmigratie_plugin.core.cancel import Cancelled
from ..arbeidsmigratie_plugin.core.errors import FieldMissingError, OutputError
from ..arbeidsmigratie_plugin.core.phrases import phrase
from ..arbeidsmigratie_plugin.i18n import tr
from ..arbeidsmigratie_plugin.sources.areas import Borders
from ..arbeidsmigratie_plugin.sources.draft import DRAFT, Draft
from ..arbeidsmigratie_plugin.sources.staging import release
from ..arbeidsmigratie_plugin.sources.transport import Transport
from ..arbeidsmigratie_plugin.sources.workspace import (
    Question,
    answers,
    fetch,
    foreign_layers,
    stored_layers,
)
from .fetched import tables_of
from .progress import told

#: Less of the guard zone across the national border is a matter of generalised borders (km2).
_WORTH_TELLING = 1.0

#: A file name has no more characters of the region's name than this.
_LONGEST_NAME = 60


def fetch_workspace(
    question: Question,
    area_of: Callable[[], tuple[Area, Borders]],
    transport: Transport,
    folder: Path,
    refresh: bool,
    feedback: QgsProcessingFeedback,
) -> dict[str, Any]:
    """Fetches what is asked into a workspace, unless it is there.

    Args:
        question: What is asked.
        area_of: Gives region and guard zone, and where their municipalities come from; asks a service.
        transport: Sends the requests.
        folder: Where the workspace goes.
        refresh: Fetch also what is there.
        feedback: Of the run.
    """
    workspace = folder / f"{_stem(question.key or question.region)}.gpkg"
    kept = {} if refresh else answers(workspace, question)
    wanted = [layer.name for layer in stored_layers(question)]
    if kept.keys() == set(wanted):
        sentence = tr("{file} is there already and is used again; ask for fresh data with REFRESH.")
        feedback.pushInfo(sentence.format(file=workspace.name))
        return _results(workspace, 0, sum(row.count for row in kept.values()), transport)
    _check_replaceable(workspace, folder)
    area, borders = area_of()
    _tell_unknown(area, feedback)
    asked = " | ".join([*(["anew"] if refresh else []), *(f"{name}: {question.text(name)}" for name in wanted)])
    draft = Draft(workspace.with_name(f".{workspace.stem}{DRAFT}"), stored_layers(question), asked, [*kept], workspace)
    if draft.resumed:
        feedback.pushInfo(tr("An earlier run was not finished; this one goes on where it was."))
    try:
        outcome = fetch(draft, question, area, transport, told(feedback))
        draft.finish(workspace, tables_of(question, area, borders, outcome, draft, kept))
    except Cancelled:
        feedback.pushInfo(tr("What came in is kept for a day: run again to go on where this run stopped."))
        raise
    except FieldMissingError:
        draft.discard()  # pages before this one may have lacked the field too
        raise
    finally:
        draft.close()
    for fetched in outcome.layers:
        feedback.pushInfo(f"{fetched.layer}: {fetched.count}")
    for name, row in kept.items():
        feedback.pushInfo(tr("{layer}: {n}, used again").format(layer=name, n=row.count))
    return _results(workspace, outcome.read, outcome.kept + sum(row.count for row in kept.values()), transport)


def _tell_unknown(area: Area, feedback: QgsProcessingFeedback) -> None:
    """Says what of the guard zone no Dutch register knows."""
    unknown = area.unknown_km2
    if unknown >= _WORTH_TELLING:
        sentence = tr(
            "{km2:.0f} km2 of the guard zone lies in no Dutch municipality: what is there is unknown, not zero."
        )
        feedback.pushWarning(sentence.format(km2=unknown))


def _check_replaceable(workspace: Path, folder: Path) -> None:
    """Says what is in the way before anything is fetched."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(file=str(folder), reason=error.strerror or phrase("no access")) from None
    others = foreign_layers(workspace)
    if others:
        reason = phrase(
            "it holds {others} too, which would be lost; move it or choose another folder", others=", ".join(others)
        )
        raise OutputError(file=str(workspace), reason=reason)
    release(workspace)


def _results(workspace: Path, read: int, kept: int, transport: Transport) -> dict[str, Any]:
    return {"WORKSPACE": str(workspace), "READ": read, "KEPT": kept, "REQUESTS": transport.sent}


def _stem(region: str) -> str:
    """A file name for a region, another one for each region."""
    name = region.casefold().replace(", ", "_").replace(" ", "-")
    plain = re.sub(r"[^a-z0-9_]+", "-", name).strip("-")
    if plain == name and len(plain) <= _LONGEST_NAME:
        return f"regio_{plain}"
    return f"regio_{plain[:_LONGEST_NAME] or 'gebied'}-{hashlib.sha256(region.encode()).hexdigest()[:8]}"
