"""A region into a workspace: what is there is used again, what is missing is fetched, the rest is left alone."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.area import Area
from ..arbeidsmigratie_plugin.core.cancel import Cancelled
from ..arbeidsmigratie_plugin.core.errors import FieldMissingError, OutputError
from ..arbeidsmigratie_plugin.core.tables import Table
from ..arbeidsmigratie_plugin.i18n import tr
from ..arbeidsmigratie_plugin.sharing import layers
from ..arbeidsmigratie_plugin.sources.areas import Borders
from ..arbeidsmigratie_plugin.sources.draft import DRAFT, Draft
from ..arbeidsmigratie_plugin.sources.recorded import Recorded
from ..arbeidsmigratie_plugin.sources.staging import release
from ..arbeidsmigratie_plugin.sources.transport import Transport
from ..arbeidsmigratie_plugin.sources.vector import content_date
from ..arbeidsmigratie_plugin.sources.workspace import (
    Fetched,
    Outcome,
    Question,
    answers,
    fetch,
    foreign_layers,
    stored_layers,
)
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
        draft.finish(workspace, _tables(question, area, borders, outcome, draft, kept))
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
        raise OutputError(file=str(folder), reason=error.strerror or "no access") from None
    others = foreign_layers(workspace)
    if others:
        reason = f"it holds {', '.join(others)} too, which would be lost; move it or choose another folder"
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


def _tables(
    question: Question,
    area: Area,
    borders: Borders,
    outcome: Outcome,
    draft: Draft,
    kept: Mapping[str, Recorded],
) -> list[Table]:
    """Municipalities, and where everything comes from."""
    sources = [_source(question, fetched, draft) for fetched in outcome.layers]
    sources += [
        layers.Provenance(
            row.layer, row.source, row.address, row.query, row.fetched, row.date, row.licence, row.count, row.checksum,
            row.version,
        )
        for row in kept.values()
    ]  # fmt: skip
    found = len(area.municipalities)
    if not found:
        return [layers.provenance_table(sources)]
    sources.append(municipality_source(found, borders, question.region))
    return [layers.region_table(area), layers.provenance_table(sources)]


def _source(question: Question, fetched: Fetched, draft: Draft) -> layers.Provenance:
    """The provenance of a layer: services give the day's state, so the day on which it began is that of the source."""
    of_file = question.file is not None and fetched.addresses == (question.file.name,)
    made = layers.provenance(
        fetched.layer,
        fetched.attribution,
        fetched.count,
        address=", ".join(fetched.addresses),
        query=question.text(fetched.layer),
        licentie=fetched.licence,
        brondatum=content_date(question.file) if of_file else draft.began[:10],
    )
    return replace(made, opgehaald=draft.began, sha256=draft.checksum(fetched.layer))


def municipality_source(number: int, borders: Borders, region: str) -> layers.Provenance:
    """The provenance of municipalities.

    Args:
        number: How many there are.
        borders: Where they come from.
        region: What the user called the region.
    """
    more = {"address": borders.address, "query": region, "licentie": borders.licence}
    return layers.provenance(layers.MUNICIPALITIES, borders.attribution, number, **more)
