"""What each step asks of its algorithm: parameters out of what the project knows, and the files that come of it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from .project import stem
from .state import Channel, Delivery, LocationList, Record, Share, Workflow

CORRECTIONS = "rni_correcties.csv"

#: The workspace of a regional map.
_MAP = re.compile(r"regiobeeld_(\d{4}-\d{2}-\d{2})\.gpkg", re.ASCII)


@dataclass(frozen=True)
class Plan:
    """A run of an algorithm.

    Attributes:
        algorithm: Its id.
        parameters: Its parameters; paths are absolute.
    """

    algorithm: str
    parameters: Mapping[str, Any]


@dataclass(frozen=True)
class Ground:
    """The source data as files.

    Attributes:
        bag: With the BAG.
        gemeenten: With municipalities.
        context: With functional areas, "" for none.
        buitenland: With what is known of other countries, "" for none.
    """

    bag: str
    gemeenten: str
    context: str = ""
    buitenland: str = ""


def ground(workflow: Workflow, folder: Path) -> Optional[Ground]:
    """The source data; None before they are there.

    Args:
        workflow: The work.
        folder: Of the project.
    """
    sources = workflow.sources
    if sources.record is None:
        return None
    if sources.channel == Channel.OWN:
        return Ground(
            absolute(sources.bag, folder),
            absolute(sources.gemeenten, folder),
            absolute(sources.context, folder),
            absolute(sources.buitenland, folder),
        )
    workspace = absolute(sources.record.files.get("WORKSPACE", ""), folder)
    if not workspace:  # fetched from elsewhere before
        return None
    return Ground(
        workspace,
        f"{workspace}|layername=gemeenten",
        f"{workspace}|layername=functionele_gebieden",
        absolute(sources.buitenland, folder),
    )


def sources_plan(workflow: Workflow, folder: Path, refresh: bool = False) -> Optional[Plan]:
    """Fetches source data; None where the user gives files.

    Args:
        workflow: The work.
        folder: Of the project.
        refresh: Whether to fetch again what is there.
    """
    sources = workflow.sources
    if sources.channel == Channel.OWN:
        return None
    parameters: dict[str, Any] = {
        "REGION": workflow.project.region,
        "SOURCE": sources.channel.value,
        "GUARD": sources.guard,
        "REFRESH": refresh,
        "FOLDER": str(folder),
    }
    if sources.channel == Channel.NATIONAL:
        parameters["FILE"] = absolute(sources.file, folder)
    return Plan("arbeidsmigratie:bagophalen", parameters)


def delivery_plan(workflow: Workflow, delivery: Delivery, source: Ground, folder: Path) -> Plan:
    """Reads a delivery.

    Args:
        workflow: The work.
        delivery: The delivery.
        source: The source data.
        folder: Of the project.
    """
    own = _own_stem(delivery.sender, [one.sender for one in workflow.deliveries], "levering")
    name = f"rni_{own}_{workflow.project.peildatum}"
    parameters = _table(delivery.file, delivery.header_row, delivery.mapping, workflow, source, folder)
    corrections = folder / CORRECTIONS
    if corrections.is_file():
        parameters["CORRECTIONS"] = str(corrections)
    parameters["OUTPUT"] = str(folder / f"{name}.gpkg")
    parameters["OUTPUT_UNMATCHED"] = str(folder / f"{name}_niet_gekoppeld.gpkg")
    return Plan("arbeidsmigratie:rniinlezen", parameters)


def list_plan(workflow: Workflow, item: LocationList, source: Ground, folder: Path) -> Plan:
    """Reads a location list.

    Args:
        workflow: The work.
        item: The list.
        source: The source data.
        folder: Of the project.
    """
    own = _own_stem(item.name, [one.name for one in workflow.lists.items], item.kind)
    name = f"lijst_{own}_{workflow.project.peildatum}"
    parameters = _table(item.file, item.header_row, item.mapping, workflow, source, folder)
    parameters["KIND"] = item.kind
    parameters["OUTPUT"] = str(folder / f"{name}.gpkg")
    parameters["OUTPUT_UNMATCHED"] = str(folder / f"{name}_niet_gekoppeld.gpkg")
    return Plan("arbeidsmigratie:lijstinlezen", parameters)


def analysis_plan(workflow: Workflow, source: Ground, folder: Path, background: bool = True) -> Plan:
    """Makes the regional map.

    Args:
        workflow: The work.
        source: The source data.
        folder: Of the project.
        background: Whether to add the background map.
    """
    records = [one.record for one in workflow.deliveries if one.record]
    unmatched = [_file(record, "OUTPUT_UNMATCHED", folder) for record in records]
    previous = previous_map(_names(folder), workflow.project.peildatum)
    parameters: dict[str, Any] = {
        "ADDRESSES": [_file(record, "OUTPUT", folder) for record in records],
        "UNMATCHED": [file for file in unmatched if file],
        "BAG": source.bag,
        "GEMEENTEN": source.gemeenten,
        "REGION": workflow.project.region,
        "PEILDATUM": workflow.project.peildatum,
        "RESOLUTION": workflow.project.resolution,
        "TITLE": workflow.project.name,
        "BACKGROUND": background,
        "LISTS": [_file(item.record, "OUTPUT", folder) for item in workflow.lists.items if item.record],
        "FOLDER": str(folder),
    }
    more = {
        "CONTEXT": source.context,
        "BUITENLAND": [source.buitenland] if source.buitenland else "",
        "POLICY": absolute(workflow.lists.policy, folder),
        "PREVIOUS": absolute(previous, folder),
    }
    parameters.update({name: value for name, value in more.items() if value})
    return Plan("arbeidsmigratie:regiobeeld", parameters)


def previous_map(names: Iterable[str], peildatum: str) -> str:
    """The workspace of the last regional map before a reference date, "" for none.

    Args:
        names: Of the files in the folder of a project.
        peildatum: Reference date, YYYY-MM-DD.
    """
    days = {found[1]: name for name in names if (found := _MAP.fullmatch(name)) and found[1] < peildatum}
    return days[max(days)] if days else ""


def share_plan(workflow: Workflow, share: Share, source: Ground, folder: Path, background: bool = True) -> Plan:
    """Makes a package for a partner.

    Args:
        workflow: The work.
        share: The package.
        source: The source data.
        folder: Of the project.
        background: Whether to add the background map.
    """
    workspace = _file(workflow.analysis, "WORKSPACE", folder) if workflow.analysis else ""
    parameters = {
        "WORKSPACE": workspace,
        "DWELLINGS": source.bag,
        "RECIPIENT": share.recipient,
        "PURPOSE": share.purpose,
        "BASIS": share.basis,
        "EXPIRES": share.expires,
        "RESOLUTION": share.resolution,
        "TITLE": workflow.project.name,
        "BACKGROUND": background,
        "FOLDER": str(folder / "delen" / (stem(share.recipient) or "ontvanger")),
    }
    return Plan("arbeidsmigratie:heatmapexport", parameters)


def absolute(path: str, folder: Path) -> str:
    """A path as the file system knows it, with the name of a layer if it had one; "" stays "".

    Args:
        path: Absolute, or relative to the folder.
        folder: Of the project.
    """
    if not path:
        return ""
    file, bar, layer = path.partition("|")
    return f"{folder / file}{bar}{layer}"


def relative(path: str, folder: Path) -> str:
    """A path as a project remembers it: relative where it lies in its folder.

    Args:
        path: Absolute.
        folder: Of the project.
    """
    file, bar, layer = path.partition("|")
    try:
        return f"{Path(file).relative_to(folder).as_posix()}{bar}{layer}" if file else ""
    except ValueError:
        return path


def _table(
    file: str,
    header_row: Optional[int],
    mapping: Mapping[str, str],
    workflow: Workflow,
    source: Ground,
    folder: Path,
) -> dict[str, Any]:
    parameters: dict[str, Any] = {
        "INPUT": absolute(file, folder),
        "BAG": source.bag,
        "PEILDATUM": workflow.project.peildatum,
    }
    if header_row is not None:
        parameters["HEADER_ROW"] = header_row
    if mapping:
        parameters["MAPPING"] = json.dumps(dict(mapping), ensure_ascii=False)
    return parameters


def _own_stem(name: str, names: Iterable[str], otherwise: str) -> str:
    """A name as part of a file name that no other name has: 'Bergen (L.)' and 'Bergen L' are two senders."""
    own = stem(name) or otherwise
    shared = any(other != name and (stem(other) or otherwise) == own for other in names)
    return f"{own}-{hashlib.sha256(name.encode(errors='surrogatepass')).hexdigest()[:6]}" if shared else own


def _names(folder: Path) -> list[str]:
    """The files in a folder; none if it can't be read."""
    try:
        return [path.name for path in folder.iterdir()]
    except OSError:
        return []


def _file(record: Optional[Record], name: str, folder: Path) -> str:
    return absolute(record.files.get(name, ""), folder) if record else ""
