"""What each card offers now: rows with what the step holds, and buttons with what can be done."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from ...core.workflow.state import Delivery, LocationList, Share, Workflow
from ...core.workflow.steps import State, Status, Step, Surroundings, can_begin, delivery_changes, list_changes
from ...i18n import tr
from . import texts
from .actions import Actions
from .card import Action, Row


def rows(step: Step, work: Workflow, around: Surroundings, do: Actions, busy: bool) -> list[Row]:
    """What a step holds.

    Args:
        step: Which.
        work: The work.
        around: What the work can't know by itself.
        do: What can be done.
        busy: Whether a step is at work: then nothing else begins.
    """
    if step == Step.PROJECT:
        return _project_rows(work)
    if step == Step.RNI:
        return [_delivery_row(at, one, work, around, do, busy) for at, one in enumerate(work.deliveries, 1)]
    if step == Step.LISTS:
        found = [_list_row(at, one, work, around, do, busy) for at, one in enumerate(work.lists.items, 1)]
        return [*found, *_other_rows(work, do, busy)]
    if step == Step.SHARING:
        return [_share_row(at, one, do) for at, one in enumerate(work.shares, 1)]
    return []


def _project_rows(work: Workflow) -> list[Row]:
    project = work.project
    if not work.begun:
        return []
    said = (
        ("name", project.name, tr("Region: {region}").format(region=project.region)),
        ("purpose", tr("Purpose"), project.purpose),
        ("basis", tr("Legal basis"), project.basis),
        (
            "dates",
            tr("Reference date {day}").format(day=texts.day(project.peildatum)),
            tr("To be kept until {day}, by {responsible}").format(
                day=texts.day(project.retention), responsible=project.responsible
            ),
        ),
    )
    return [Row(f"project_{name}", text, detail, ()) for name, text, detail in said]


def _delivery_row(at: int, one: Delivery, work: Workflow, around: Surroundings, do: Actions, busy: bool) -> Row:
    name = f"delivery_{at}"
    parts = texts.numbers(Step.RNI, one.record.numbers) if one.record else []
    percent = one.record.numbers.get("MATCHED_PERCENT") if one.record else None
    if percent is not None:
        parts.append(tr("{percent} % linked").format(percent=texts.number(percent)))
    if delivery_changes(work, one, around):
        parts.append(tr("out of date"))
    unmatched = bool(one.record and one.record.numbers.get("UNMATCHED"))
    actions = (
        Action(f"{name}_link", tr("Link addresses by hand…"), partial(do.link_by_hand, one), enabled=unmatched),
        Action(f"{name}_change", tr("Other file or columns…"), partial(do.change_delivery, one), enabled=not busy),
        Action(f"{name}_remove", tr("Leave out"), partial(do.remove_delivery, one), enabled=not busy),
    )
    return Row(name, one.sender, " · ".join(parts), actions)


def _list_row(at: int, one: LocationList, work: Workflow, around: Surroundings, do: Actions, busy: bool) -> Row:
    name = f"list_{at}"
    parts = [one.kind, *(texts.numbers(Step.LISTS, one.record.numbers) if one.record else [])]
    if list_changes(work, one, around):
        parts.append(tr("out of date"))
    actions = (
        Action(f"{name}_change", tr("Change…"), partial(do.change_list, one), enabled=not busy),
        Action(f"{name}_remove", tr("Leave out"), partial(do.remove_list, one), enabled=not busy),
    )
    return Row(name, one.name, " · ".join(parts), actions)


def _other_rows(work: Workflow, do: Actions, busy: bool) -> list[Row]:
    """The policy of municipalities, and that there is nothing else."""
    if work.lists.policy:
        drop = Action("policy_remove", tr("Leave out"), do.remove_policy, enabled=not busy)
        return [Row("policy", tr("Policy of municipalities"), Path(work.lists.policy).name, (drop,))]
    none = work.lists.none and not work.lists.items
    return [Row("none", tr("There are no other lists."), "", ())] if none else []


def _share_row(at: int, one: Share, do: Actions) -> Row:
    name = f"share_{at}"
    parts = texts.numbers(Step.SHARING, one.record.numbers) if one.record else []
    made = [texts.moment(one.record.at)] if one.record else []
    detail = " · ".join([*made, *parts, tr("valid until {day}").format(day=texts.day(one.expires))])
    return Row(
        name, one.recipient, detail, (Action(f"{name}_open", tr("Open the folder"), partial(do.open_package, one)),)
    )


def actions(
    step: Step, statuses: Mapping[Step, Status], work: Workflow, do: Actions, busy: bool, usable: str
) -> list[Action]:
    """What can be done in a step, the next thing first.

    Args:
        step: Which.
        statuses: How far each step is.
        work: The work.
        do: What can be done.
        busy: Whether a step is at work.
        usable: Why nothing can be run, "" if it can.
    """
    status = statuses[step]
    if status.state == State.RUNNING:
        return []
    found = {
        Step.PROJECT: _for_project,
        Step.SOURCES: _for_sources,
        Step.RNI: _for_rni,
        Step.LISTS: _for_lists,
        Step.ANALYSIS: _for_analysis,
        Step.SHARING: _for_sharing,
    }[step](status.state, work, do)
    if step == Step.PROJECT:
        usable = ""
    hint = usable or (tr("Wait until the running step is ready, or cancel it.") if busy else "")
    hint = _held_back(step, statuses) or hint
    return [_barred(action, hint) if hint else action for action in found]


#: What only looks, and so can always be done.
_LOOKING = {"open_folder", "show_log", "show_result"}


def _barred(action: Action, hint: str) -> Action:
    if action.name in _LOOKING and action.enabled:
        return action
    return Action(action.name, action.text, action.run, action.icon, action.primary, False, hint)


def _for_project(state: State, work: Workflow, do: Actions) -> list[Action]:
    if state == State.TODO:
        return [Action("start_project", tr("Start a project…"), do.start_project, "mActionFileNew.svg", True)]
    return [
        Action("change_project", tr("Change…"), do.change_project),
        Action("open_folder", tr("Open the folder"), do.open_folder, "mActionFileOpen.svg"),
    ]


def _for_sources(state: State, work: Workflow, do: Actions) -> list[Action]:
    if state in (State.TODO, State.WAITING):
        return [Action("choose_sources", tr("Choose source data…"), do.choose_sources, "mActionAddOgrLayer.svg", True)]
    again = partial(do.fetch_sources, refresh=state == State.DONE)
    return [
        Action("fetch_sources", tr("Fetch again"), again, "mActionRefresh.svg", state == State.STALE),
        Action("choose_sources", tr("Choose other source data…"), do.choose_sources),
    ]


def _for_rni(state: State, work: Workflow, do: Actions) -> list[Action]:
    text = tr("Add a delivery…") if work.deliveries else tr("Choose a delivery…")
    first = state in (State.TODO, State.WAITING)
    add = Action("add_delivery", text, do.add_delivery, "mActionAdd.svg", first, choices=_senders(work, do))
    if state == State.STALE:
        again = tr("Read again")
        return [Action("read_deliveries", again, do.read_stale_deliveries, "mActionRefresh.svg", True), add]
    return [add]


def _senders(work: Workflow, do: Actions) -> tuple[Action, ...]:
    """The municipalities of the region without a delivery, and whoever else delivers."""
    there = " ".join(one.sender for one in work.deliveries).casefold()
    lacking = [name for name in do.municipalities() if name.casefold() not in there]
    if not lacking:
        return ()
    named = [
        Action(f"add_delivery_{at}", tr("Municipality of {name}…").format(name=name), partial(do.add_delivery, name))
        for at, name in enumerate(lacking, start=1)
    ]
    return (*named, Action("add_delivery_other", tr("Another sender…"), do.add_delivery))


def _for_lists(state: State, work: Workflow, do: Actions) -> list[Action]:
    found = [
        Action("add_list", tr("Add a list…"), do.add_list, "mActionAdd.svg", state == State.TODO),
        Action("choose_policy", tr("Policy of municipalities…"), do.choose_policy),
    ]
    if state == State.TODO:
        found.append(Action("no_lists", tr("There are no other lists"), do.no_lists))
    if state == State.STALE:
        again = tr("Read again")
        found.insert(0, Action("read_lists", again, do.read_stale_lists, "mActionRefresh.svg", True))
    return found


def _for_analysis(state: State, work: Workflow, do: Actions) -> list[Action]:
    text = tr("Make the regional map") if state in (State.TODO, State.WAITING) else tr("Make the regional map again")
    found = [Action("analyse", text, do.analyse, "mActionStart.svg", state != State.DONE)]
    if state in (State.DONE, State.STALE):
        found.append(Action("show_result", tr("Show the map"), do.show_result, "mActionZoomFullExtent.svg"))
    return found


def _held_back(step: Step, statuses: Mapping[Step, Status]) -> str:
    """Why a step is better not done now, "" if there is no reason."""
    if not can_begin(step, statuses):
        return tr("First do the steps above.")
    if step == Step.SHARING and statuses[Step.ANALYSIS].state == State.STALE:
        return tr("The regional map is out of date: first make it again.")
    return ""


def _for_sharing(state: State, work: Workflow, do: Actions) -> list[Action]:
    first = state in (State.TODO, State.STALE)
    return [Action("share", tr("Share with a partner…"), do.share, "mActionSharingExport.svg", first)]
