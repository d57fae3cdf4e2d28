"""The six steps, and how far each is: what was done, and what has changed since."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field
from enum import Enum
from typing import Optional

from .state import Channel, Delivery, LocationList, Number, Record, Workflow


class Step(str, Enum):
    """A step, in the order of the work."""

    PROJECT = "project"
    SOURCES = "brongegevens"
    RNI = "rni"
    LISTS = "lijsten"
    ANALYSIS = "analyse"
    SHARING = "delen"


class State(Enum):
    """How far a step is."""

    WAITING = "waiting"  # an earlier step comes first
    TODO = "todo"
    RUNNING = "running"
    STALE = "stale"
    DONE = "done"


class Change(Enum):
    """Why a step is out of date."""

    REGION = "region"
    PEILDATUM = "peildatum"
    RESOLUTION = "resolution"
    SOURCES = "sources"
    CHOICE = "choice"
    CORRECTIONS = "corrections"
    DELIVERIES = "deliveries"
    LISTS = "lists"
    ANALYSIS = "analysis"
    FILES = "files"
    CONTENT = "content"
    ORGANISATION = "organisation"
    NEW = "new"


@dataclass(frozen=True)
class Status:
    """How far a step is.

    Attributes:
        state: How far.
        at: When it was done last, "" if never.
        numbers: What came out.
        changes: Why it is out of date.
    """

    state: State
    at: str = ""
    numbers: Mapping[str, Number] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Surroundings:
    """What a workflow can't know by itself.

    Attributes:
        running: Steps at work.
        missing: Files of records that are gone, as the records name them.
        corrections: Fingerprint of the file with corrections, "" for none.
        prints: Files that the work is made out of, as it names them -> fingerprint of what they hold, "" if gone.
        organisation: Fingerprint of what the organisation has set.
    """

    running: frozenset[Step] = frozenset()
    missing: frozenset[str] = frozenset()
    corrections: str = ""
    prints: Mapping[str, str] = field(default_factory=dict)
    organisation: str = ""


def fingerprint(value: object) -> str:
    """A short text that changes when a value does.

    Args:
        value: Of texts, numbers, lists and dictionaries.
    """
    return hashlib.sha256(json.dumps(value, sort_keys=True, default=str).encode()).hexdigest()[:16]


def seen_by_sources(workflow: Workflow, around: Surroundings) -> dict[str, str]:
    """What source data are made out of.

    Args:
        workflow: The work.
        around: What it can't know by itself.
    """
    sources = asdict(workflow.sources)
    del sources["record"]
    region = {} if workflow.sources.channel == Channel.OWN else {Change.REGION.value: _region(workflow)}
    held = [around.prints.get(file, "") for file in source_files(workflow)]
    return {**region, Change.CHOICE.value: fingerprint(sources), Change.CONTENT.value: fingerprint(held)}


def source_files(workflow: Workflow) -> tuple[str, ...]:
    """The files of the user that source data are made out of.

    Args:
        workflow: The work.
    """
    sources = workflow.sources
    of_channel = {
        Channel.OWN: (sources.bag, sources.gemeenten, sources.context),
        Channel.NATIONAL: (sources.file,),
    }
    return tuple(file for file in (*of_channel.get(sources.channel, ()), sources.buitenland) if file)


def input_files(workflow: Workflow) -> tuple[str, ...]:
    """All files of the user that the work is made out of.

    Args:
        workflow: The work.
    """
    lists = workflow.lists
    others = (*(one.file for one in workflow.deliveries), *(item.file for item in lists.items), lists.policy)
    return tuple(dict.fromkeys(file for file in (*source_files(workflow), *others) if file))


def seen_by_delivery(workflow: Workflow, delivery: Delivery, around: Surroundings) -> dict[str, str]:
    """What a delivery that was read is made out of.

    Args:
        workflow: The work.
        delivery: The delivery.
        around: What the work can't know by itself.
    """
    return {
        Change.PEILDATUM.value: workflow.project.peildatum,
        Change.SOURCES.value: _made(workflow.sources.record),
        Change.CORRECTIONS.value: around.corrections,
        Change.CHOICE.value: fingerprint([delivery.file, delivery.header_row, dict(delivery.mapping)]),
        Change.CONTENT.value: around.prints.get(delivery.file, ""),
    }


def seen_by_list(workflow: Workflow, item: LocationList, around: Surroundings) -> dict[str, str]:
    """What a list that was read is made out of.

    Args:
        workflow: The work.
        item: The list.
        around: What the work can't know by itself.
    """
    return {
        Change.PEILDATUM.value: workflow.project.peildatum,
        Change.SOURCES.value: _made(workflow.sources.record),
        Change.CHOICE.value: fingerprint([item.kind, item.file, item.header_row, dict(item.mapping)]),
        Change.CONTENT.value: around.prints.get(item.file, ""),
    }


def seen_by_analysis(workflow: Workflow, around: Surroundings) -> dict[str, str]:
    """What an analysis is made out of.

    Args:
        workflow: The work.
        around: What it can't know by itself.
    """
    lists = [workflow.lists.policy, *(_made(item.record) + item.name for item in workflow.lists.items)]
    return {
        Change.REGION.value: _region(workflow),
        Change.PEILDATUM.value: workflow.project.peildatum,
        Change.RESOLUTION.value: str(workflow.project.resolution),
        Change.SOURCES.value: _made(workflow.sources.record),
        Change.DELIVERIES.value: fingerprint([_made(one.record) + one.sender for one in workflow.deliveries]),
        Change.LISTS.value: fingerprint(lists),
        Change.CONTENT.value: around.prints.get(workflow.lists.policy, ""),
        Change.ORGANISATION.value: around.organisation,
    }


def seen_by_share(workflow: Workflow) -> dict[str, str]:
    """What a package is made out of.

    Args:
        workflow: The work.
    """
    return {Change.ANALYSIS.value: _made(workflow.analysis)}


def statuses(workflow: Workflow, around: Surroundings) -> dict[Step, Status]:
    """How far each step is.

    Args:
        workflow: The work.
        around: What it can't know by itself.
    """
    found = {Step.PROJECT: _project(workflow), Step.SOURCES: _sources(workflow, around)}
    found[Step.RNI] = _deliveries(workflow, around)
    found[Step.LISTS] = _lists(workflow, around)
    found[Step.ANALYSIS] = _analysis(workflow, around)
    found[Step.SHARING] = _sharing(workflow, around)
    own = dict(found)
    for step in Step:
        found[step] = _in_order(step, own, found)
    return {step: _at_work(status) if step in around.running else status for step, status in found.items()}


def delivery_changes(workflow: Workflow, delivery: Delivery, around: Surroundings) -> tuple[Change, ...]:
    """Why a delivery has to be read again; none if it does not.

    Args:
        workflow: The work.
        delivery: The delivery.
        around: What the work can't know by itself.
    """
    return _changes(delivery.record, seen_by_delivery(workflow, delivery, around), around)


def list_changes(workflow: Workflow, item: LocationList, around: Surroundings) -> tuple[Change, ...]:
    """Why a list has to be read again; none if it does not.

    Args:
        workflow: The work.
        item: The list.
        around: What the work can't know by itself.
    """
    return _changes(item.record, seen_by_list(workflow, item, around), around)


#: Step -> steps that come first.
_FIRST: dict[Step, tuple[Step, ...]] = {
    Step.PROJECT: (),
    Step.SOURCES: (Step.PROJECT,),
    Step.RNI: (Step.SOURCES,),
    Step.LISTS: (Step.SOURCES,),
    Step.ANALYSIS: (Step.SOURCES, Step.RNI),
    Step.SHARING: (Step.ANALYSIS,),
}


def can_begin(step: Step, found: Mapping[Step, Status]) -> bool:
    """Whether what comes before a step was done, if it is up to date or not.

    Args:
        step: The step.
        found: How far the steps before it are.
    """
    return all(found[first].state in (State.DONE, State.STALE) for first in _FIRST[step])


#: Step -> what is said of the steps after it when it is out of date.
_CHANGES = {
    Step.SOURCES: Change.SOURCES,
    Step.RNI: Change.DELIVERIES,
    Step.LISTS: Change.LISTS,
    Step.ANALYSIS: Change.ANALYSIS,
}


def _in_order(step: Step, own: Mapping[Step, Status], found: Mapping[Step, Status]) -> Status:
    """A step that can't begin waits; one of which an earlier step is out of date is so too, however far back."""
    status = own[step]
    if status.state == State.TODO and not can_begin(step, found):
        return Status(State.WAITING)
    if status.state == State.DONE:
        stale = [first for first in _upstream(step) if found[first].state == State.STALE]
        # What is out of date by itself is the reason; what follows from it need not be said as well.
        causes = [first for first in stale if own[first].state == State.STALE] or stale
        if causes:
            changes = tuple(dict.fromkeys(_CHANGES[first] for first in causes))
            return Status(State.STALE, status.at, status.numbers, changes)
    return status


def _at_work(status: Status) -> Status:
    return Status(State.RUNNING, status.at, status.numbers)


def _upstream(step: Step) -> tuple[Step, ...]:
    """Steps that must be up to date for this one to be."""
    return (*_FIRST[step], Step.LISTS) if step == Step.ANALYSIS else _FIRST[step]


def _project(workflow: Workflow) -> Status:
    return Status(State.DONE if workflow.begun else State.TODO)


def _sources(workflow: Workflow, around: Surroundings) -> Status:
    return _status(workflow.sources.record, seen_by_sources(workflow, around), around)


def _deliveries(workflow: Workflow, around: Surroundings) -> Status:
    if not workflow.deliveries:
        return Status(State.TODO)
    changes = [delivery_changes(workflow, one, around) for one in workflow.deliveries]
    return _together([one.record for one in workflow.deliveries], changes)


def _lists(workflow: Workflow, around: Surroundings) -> Status:
    lists = workflow.lists
    if not lists.items:
        return Status(State.DONE if lists.none or lists.policy else State.TODO)
    return _together([one.record for one in lists.items], [list_changes(workflow, one, around) for one in lists.items])


def _analysis(workflow: Workflow, around: Surroundings) -> Status:
    return _status(workflow.analysis, seen_by_analysis(workflow, around), around)


def _sharing(workflow: Workflow, around: Surroundings) -> Status:
    """The last package counts; earlier ones are of their time."""
    if not workflow.shares:
        return Status(State.TODO)
    return _status(workflow.shares[-1].record, seen_by_share(workflow), around)


def _status(record: Optional[Record], seen: Mapping[str, str], around: Surroundings) -> Status:
    if record is None:
        return Status(State.TODO)
    changes = _changes(record, seen, around)
    return Status(State.STALE if changes else State.DONE, record.at, record.numbers, changes)


def _changes(record: Optional[Record], seen: Mapping[str, str], around: Surroundings) -> tuple[Change, ...]:
    if record is None:
        return (Change.NEW,)
    # A file that is gone may be meant to be: a delivery is best removed once it was read.
    told = {name: value for name, value in seen.items() if value or name != Change.CONTENT.value}
    found = [Change(name) for name, value in told.items() if record.seen.get(name) != value]
    if Change.CHOICE in found:  # other files hold something else, of course
        found = [change for change in found if change != Change.CONTENT]
    gone = [Change.FILES] if around.missing & set(record.files.values()) else []
    return (*found, *gone)


def _together(records: Collection[Optional[Record]], changes: Collection[tuple[Change, ...]]) -> Status:
    """Several items as one: their numbers added, the shares left out; the oldest date counts for none."""
    made = [record for record in records if record is not None]
    numbers: dict[str, Number] = {}
    for record in made:
        for name, value in record.numbers.items():
            if not name.endswith("PERCENT"):
                numbers[name] = numbers.get(name, 0) + value
    stale = tuple(dict.fromkeys(change for one in changes for change in one))
    if not made:
        return Status(State.TODO)
    at = max(record.at for record in made)
    return Status(State.STALE if stale else State.DONE, at, numbers, stale)


def _region(workflow: Workflow) -> str:
    parts = sorted(part.strip().casefold() for part in workflow.project.region.split(",") if part.strip())
    return fingerprint(parts)


def _made(record: Optional[Record]) -> str:
    return record.at if record else ""
