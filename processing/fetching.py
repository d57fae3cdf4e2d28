"""A region into a workspace: what is there is used again, what is missing is fetched, the rest is left alone."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.area import Area
from ..arbeidsmigratie_plugin.core.cancel import Cancelled
from ..arbeidsmigratie_plugin.core.errors import OutputError
from ..arbeidsmigratie_plugin.core.tables import Table
from ..arbeidsmigratie_plugin.i18n import tr
from ..arbeidsmigratie_plugin.sharing import layers
from ..arbeidsmigratie_plugin.sources.areas import Borders
from ..arbeidsmigratie_plugin.sources.draft import Draft
from ..arbeidsmigratie_plugin.sources.transport import Transport
from ..arbeidsmigratie_plugin.sources.vector import content_date
from ..arbeidsmigratie_plugin.sources.workspace import Outcome, Question, answers, fetch, stored_layers
from .progress import told

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
    workspace = folder / f"{_stem(question.region)}.gpkg"
    asked = question.text()
    there = {} if refresh else answers(workspace, asked)
    if there:
        sentence = tr("{file} is there already and is used again; ask for fresh data with REFRESH.")
        feedback.pushInfo(sentence.format(file=workspace.name))
        return _results(workspace, 0, sum(there.values()), transport)
    area, borders = area_of()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(file=str(folder), reason=error.strerror or "no access") from None
    draft = Draft(workspace.with_name(f".{workspace.stem}-voorlopig.gpkg"), stored_layers(question), asked)
    if draft.resumed:
        feedback.pushInfo(tr("An earlier run was not finished; this one goes on where it was."))
    try:
        outcome = fetch(draft, question, area, transport, told(feedback))
        draft.finish(workspace, _tables(question, area, borders, outcome))
    except Cancelled:
        feedback.pushInfo(tr("What came in is kept for a day: run again to go on where this run stopped."))
        raise
    finally:
        draft.close()
    for fetched in outcome.layers:
        feedback.pushInfo(f"{fetched.layer}: {fetched.count}")
    return _results(workspace, outcome.read, outcome.kept, transport)


def _results(workspace: Path, read: int, kept: int, transport: Transport) -> dict[str, Any]:
    return {"WORKSPACE": str(workspace), "READ": read, "KEPT": kept, "REQUESTS": transport.sent}


def _stem(region: str) -> str:
    """A file name for a region, another one for each region."""
    plain = re.sub(r"[^a-z0-9]+", "-", region.casefold()).strip("-")
    if plain and len(plain) <= _LONGEST_NAME:
        return f"regio_{plain}"
    return f"regio_{plain[:_LONGEST_NAME] or 'gebied'}-{hashlib.sha256(region.encode()).hexdigest()[:8]}"


def _tables(question: Question, area: Area, borders: Borders, outcome: Outcome) -> list[Table]:
    """Municipalities, and where everything comes from."""
    sources = [
        layers.provenance(
            fetched.layer,
            fetched.service.attribution,
            fetched.count,
            address=", ".join(fetched.addresses),
            query=question.text(),
            licentie=fetched.service.licence,
            brondatum=content_date(question.file) if fetched.addresses == (_name(question.file),) else "",
        )
        for fetched in outcome.layers
    ]
    found = len(area.municipalities)
    if not found:
        return [layers.provenance_table(sources)]
    sources.append(municipality_source(found, borders, question.region))
    return [layers.region_table(area), layers.provenance_table(sources)]


def municipality_source(number: int, borders: Borders, region: str) -> layers.Provenance:
    """The provenance of municipalities.

    Args:
        number: How many there are.
        borders: Where they come from.
        region: What the user called the region.
    """
    more = {"address": borders.address, "query": region, "licentie": borders.licence}
    return layers.provenance(layers.MUNICIPALITIES, borders.attribution, number, **more)


def _name(file: Optional[Path]) -> str:
    return file.name if file else ""
