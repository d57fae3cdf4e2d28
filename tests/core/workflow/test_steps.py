"""How far each step is: every state, every reason to do it again, and what follows from it further on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.state import (
    Channel,
    Delivery,
    Lists,
    LocationList,
    Record,
    Share,
    Sources,
    Workflow,
)
from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.steps import (
    Change,
    State,
    Status,
    Step,
    Surroundings,
    delivery_changes,
    fingerprint,
    list_changes,
    seen_by_analysis,
    seen_by_delivery,
    seen_by_list,
    seen_by_sources,
    statuses,
)
from tests.core.workflow.support import PROJECT, done, workflows

CALM = Surroundings()


def states(work, around=CALM):
    return {step: status.state for step, status in statuses(work, around).items()}


def reasons(work, step, around=CALM):
    found = statuses(work, around)[step]
    assert found.state == State.STALE
    return set(found.changes)


def stale(work, around=CALM):
    return [step for step, status in statuses(work, around).items() if status.state == State.STALE]


def region(work, name):
    return replace(work, project=replace(work.project, region=name))


# States --------------------------------------------------------------------------------------------------------------


def test_at_first_only_the_project_can_be_done():
    found = states(Workflow())
    assert found.pop(Step.PROJECT) == State.TODO
    assert set(found.values()) == {State.WAITING}


def test_each_step_lets_the_next_begin():
    work = Workflow(project=PROJECT, begun=True)
    assert states(work)[Step.PROJECT] == State.DONE
    assert states(work)[Step.SOURCES] == State.TODO
    assert states(work)[Step.RNI] == states(work)[Step.LISTS] == State.WAITING
    whole = done()
    work = replace(work, sources=whole.sources)
    found = states(work)
    assert found[Step.SOURCES] == State.DONE
    assert found[Step.RNI] == found[Step.LISTS] == State.TODO
    assert found[Step.ANALYSIS] == State.WAITING
    work = replace(work, deliveries=whole.deliveries)
    assert states(work)[Step.ANALYSIS] == State.TODO  # lists may be left out
    assert states(work)[Step.SHARING] == State.WAITING
    assert states(replace(whole, shares=()))[Step.SHARING] == State.TODO


def test_steps_come_in_the_order_of_the_work():
    assert list(statuses(Workflow(), CALM)) == list(Step)


@pytest.mark.parametrize("lists", [True, False])
def test_what_was_done_in_order_is_done(lists):
    assert set(states(done(lists)).values()) == {State.DONE}


def test_no_other_lists_is_done_too():
    work = replace(done(), lists=Lists())
    assert states(work)[Step.LISTS] == State.TODO
    assert states(replace(work, lists=Lists(none=True)))[Step.LISTS] == State.DONE
    assert states(replace(work, lists=Lists(policy="beleid.csv")))[Step.LISTS] == State.DONE


@pytest.mark.parametrize("step", Step)
def test_a_step_at_work_says_so_and_keeps_its_numbers(step):
    at_rest = statuses(done(), CALM)[step]
    found = statuses(done(), Surroundings(frozenset({step})))
    assert found[step] == Status(State.RUNNING, at_rest.at, at_rest.numbers)
    assert {status.state for other, status in found.items() if other != step} == {State.DONE}


def test_a_step_that_is_done_again_leaves_those_after_it_out_of_date():
    """Else they would be up to date while it runs, and out of date again if it is cancelled."""
    work = region(done(), "de-peel")
    around = Surroundings(frozenset({Step.SOURCES}))
    assert states(work, around)[Step.SOURCES] == State.RUNNING
    assert stale(work, around) == [Step.RNI, Step.LISTS, Step.ANALYSIS, Step.SHARING]


def test_numbers_of_deliveries_are_added_but_shares_are_not():
    found = statuses(done(), CALM)[Step.RNI]
    assert found.numbers == {"ADDRESSES": 21}
    assert found.at == "2026-07-20T11:01:00"


def test_deliveries_that_were_never_read_are_to_do():
    work = replace(done(), deliveries=(Delivery("Venlo", "v.xlsx"),))
    assert states(work)[Step.RNI] == State.TODO


# Reasons -------------------------------------------------------------------------------------------------------------


def test_another_region():
    work = region(done(), "de-peel")
    assert reasons(work, Step.SOURCES) == {Change.REGION}
    assert Change.REGION in reasons(work, Step.ANALYSIS)
    assert reasons(work, Step.RNI) == {Change.SOURCES}
    assert reasons(work, Step.LISTS) == {Change.SOURCES}
    assert reasons(work, Step.SHARING) == {Change.ANALYSIS}


def test_the_same_region_written_otherwise_is_the_same():
    work = region(done(), "Venlo,Venray")
    before = seen_by_sources(work, CALM)
    assert seen_by_sources(region(work, " venray ,VENLO,"), CALM) == before


def test_own_files_have_no_region():
    work = replace(done(), sources=Sources(channel=Channel.OWN, bag="bag.gpkg", gemeenten="g.gpkg"))
    seen = seen_by_sources(work, CALM)
    work = replace(work, sources=replace(work.sources, record=Record("2026-07-20T10:00:00", {}, {}, seen)))
    assert states(region(work, "de-peel"))[Step.SOURCES] == State.DONE
    assert Change.REGION in reasons(region(work, "de-peel"), Step.ANALYSIS)


def test_another_reference_date():
    work = replace(done(), project=replace(PROJECT, peildatum="2026-01-01"))
    assert states(work)[Step.SOURCES] == State.DONE
    assert reasons(work, Step.RNI) == reasons(work, Step.LISTS) == {Change.PEILDATUM}
    assert Change.PEILDATUM in reasons(work, Step.ANALYSIS)
    assert reasons(work, Step.SHARING) == {Change.ANALYSIS}


def test_other_hexagons_need_no_new_reading():
    work = replace(done(), project=replace(PROJECT, resolution=9))
    assert stale(work) == [Step.ANALYSIS, Step.SHARING]
    assert reasons(work, Step.ANALYSIS) == {Change.RESOLUTION}


@pytest.mark.parametrize("change", ["name", "purpose", "basis", "dpia", "retention", "responsible", "advice"])
def test_words_of_the_project_make_nothing_out_of_date(change):
    assert stale(replace(done(), project=replace(PROJECT, **{change: "2030-01-01"}))) == []


@pytest.mark.parametrize(
    "change", [{"guard": 5000}, {"channel": Channel.WFS}, {"file": "bag-light.gpkg"}, {"buitenland": "be.gpkg"}]
)
def test_another_choice_of_sources(change):
    work = done()
    work = replace(work, sources=replace(work.sources, **change))
    assert reasons(work, Step.SOURCES) == {Change.CHOICE}
    assert stale(work) == [Step.SOURCES, Step.RNI, Step.LISTS, Step.ANALYSIS, Step.SHARING]


def test_sources_that_were_fetched_again():
    work = done()
    record = replace(work.sources.record, at="2026-07-21T09:00:00")
    work = replace(work, sources=replace(work.sources, record=record))
    assert states(work)[Step.SOURCES] == State.DONE
    for step in (Step.RNI, Step.LISTS, Step.ANALYSIS):
        assert Change.SOURCES in reasons(work, step)


@pytest.mark.parametrize("change", [{"file": "ander.xlsx"}, {"header_row": 4}, {"mapping": {"postcode": "F"}}])
def test_another_choice_of_a_delivery_or_list(change):
    work = done()
    changed = work.with_delivery(replace(work.deliveries[0], **change))
    assert reasons(changed, Step.RNI) == {Change.CHOICE}
    assert delivery_changes(changed, changed.deliveries[1], CALM) == ()
    assert reasons(changed, Step.ANALYSIS) == {Change.DELIVERIES}
    assert reasons(changed, Step.SHARING) == {Change.ANALYSIS}
    changed = work.with_list(replace(work.lists.items[0], **change))
    assert list_changes(changed, changed.lists.items[0], CALM) == (Change.CHOICE,)
    assert reasons(changed, Step.ANALYSIS) == {Change.LISTS}
    assert reasons(changed, Step.SHARING) == {Change.ANALYSIS}


def test_corrections_concern_deliveries_and_what_is_made_of_them():
    around = Surroundings(corrections="abc")
    assert reasons(done(), Step.RNI, around) == {Change.CORRECTIONS}
    assert reasons(done(), Step.ANALYSIS, around) == {Change.DELIVERIES}
    assert reasons(done(), Step.SHARING, around) == {Change.ANALYSIS}
    assert states(done(), around)[Step.LISTS] == State.DONE


@pytest.mark.parametrize(
    ("file", "step"),
    [
        ("regio.gpkg", Step.SOURCES),
        ("rni_Venlo.gpkg", Step.RNI),
        ("lijst.gpkg", Step.LISTS),
        ("regiobeeld.gpkg", Step.ANALYSIS),
        ("delen/riec/p.gpkg", Step.SHARING),
    ],
)
def test_a_file_that_is_gone(file, step):
    around = Surroundings(missing=frozenset({file, "iets anders.gpkg"}))
    assert reasons(done(), step, around) == {Change.FILES}
    later = [one for one in Step if list(Step).index(one) >= list(Step).index(step)]
    assert set(stale(done(), around)) <= set(later)
    assert stale(done(), around)[-1] == Step.SHARING


def test_something_new_is_to_be_read():
    work = done().with_delivery(Delivery("Beesel", "b.csv"))
    assert reasons(work, Step.RNI) == {Change.NEW}
    assert Change.DELIVERIES in reasons(work, Step.ANALYSIS)
    work = done().with_list(LocationList("controle", "Controles", "c.csv"))
    assert reasons(work, Step.LISTS) == {Change.NEW}
    assert Change.LISTS in reasons(work, Step.ANALYSIS)


def test_something_less_changes_the_analysis():
    assert reasons(done().without_delivery("Venlo"), Step.ANALYSIS) == {Change.DELIVERIES}
    assert reasons(done().without_list("Vergunningen"), Step.ANALYSIS) == {Change.LISTS}
    work = done()
    assert reasons(replace(work, lists=replace(work.lists, policy="b.csv")), Step.ANALYSIS) == {Change.LISTS}


def test_only_the_last_package_counts():
    work = done()
    record = replace(work.analysis, at="2026-07-21T09:00:00")
    work = replace(work, analysis=record)
    assert reasons(work, Step.SHARING) == {Change.ANALYSIS}
    seen = {Change.ANALYSIS.value: "2026-07-21T09:00:00"}
    work = work.with_share(Share("RIEC", "d", "b", "2027-01-01", 8, Record("2026-07-21T10:00:00", {}, {}, seen)))
    assert states(work)[Step.SHARING] == State.DONE


# For every workflow --------------------------------------------------------------------------------------------------

relaxed = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FIRST = {
    Step.SOURCES: {Step.PROJECT},
    Step.RNI: {Step.SOURCES},
    Step.LISTS: {Step.SOURCES},
    Step.ANALYSIS: {Step.SOURCES, Step.RNI, Step.LISTS},
    Step.SHARING: {Step.ANALYSIS},
}


@relaxed
@given(workflows, st.sets(st.sampled_from(Step)))
def test_every_step_has_a_state_and_a_reason_where_it_is_out_of_date(work, running):
    found = statuses(work, Surroundings(frozenset(running)))
    assert list(found) == list(Step)
    for step, status in found.items():
        assert (status.state == State.RUNNING) == (step in running)
        assert bool(status.changes) == (status.state == State.STALE)


@relaxed
@given(workflows)
def test_nothing_is_done_after_what_is_out_of_date(work):
    found = states(work)
    for step, first in FIRST.items():
        if any(found[one] == State.STALE for one in first):
            assert found[step] != State.DONE


@relaxed
@given(workflows)
def test_a_change_of_the_work_and_back_is_none(work):
    there = region(work, work.project.region + ",9999")
    assert statuses(region(there, work.project.region), CALM) == statuses(work, CALM)


@given(st.dictionaries(st.text(), st.text()), st.dictionaries(st.text(), st.text()))
def test_a_fingerprint_tells_values_apart_and_not_their_order(one, other):
    assert (fingerprint(one) == fingerprint(other)) == (one == other)
    assert fingerprint(dict(reversed(one.items()))) == fingerprint(one)


# What files hold ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "step"),
    [("rni_Venlo.xlsx", Step.RNI), ("vergunningen.xlsx", Step.LISTS), ("beleid.csv", Step.ANALYSIS)],
)
def test_a_file_that_was_replaced_under_its_name_is_seen(file, step):
    work = replace(done(), lists=replace(done().lists, policy="beleid.csv"))
    before = Surroundings(
        prints={"rni_Venlo.xlsx": "a", "rni_Venray.xlsx": "b", "vergunningen.xlsx": "c", "beleid.csv": "d"}
    )
    work = seen_anew(work, before)
    assert {status.state for status in statuses(work, before).values()} == {State.DONE}
    after = replace(before, prints={**before.prints, file: "x"})
    found = statuses(work, after)
    assert found[step].state == State.STALE
    assert found[step].changes == (Change.CONTENT,)
    gone = replace(before, prints={**before.prints, file: ""})
    assert {status.state for status in statuses(work, gone).values()} == {State.DONE}


def test_what_the_organisation_sets_makes_the_analysis_out_of_date():
    work = seen_anew(done(), Surroundings(organisation="a"))
    assert statuses(work, Surroundings(organisation="a"))[Step.ANALYSIS].state == State.DONE
    assert statuses(work, Surroundings(organisation="b"))[Step.ANALYSIS].changes == (Change.ORGANISATION,)


def test_source_files_of_the_user_that_were_replaced_are_seen():
    own = Sources(Channel.OWN, bag="bag.gpkg", gemeenten="gemeenten.gpkg")
    before = Surroundings(prints={"bag.gpkg": "a", "gemeenten.gpkg": "b"})
    work = replace(done(), sources=own)
    record = Record("2026-07-20T10:00:00", {}, {"BAG": "bag.gpkg"}, seen_by_sources(work, before))
    work = replace(work, sources=replace(own, record=record))
    assert statuses(work, before)[Step.SOURCES].state == State.DONE
    after = replace(before, prints={**before.prints, "bag.gpkg": "x"})
    assert statuses(work, after)[Step.SOURCES].changes == (Change.CONTENT,)


def seen_anew(work, around):
    """The work as if each step was done in these surroundings."""
    deliveries = tuple(
        replace(one, record=replace(one.record, seen=seen_by_delivery(work, one, around))) for one in work.deliveries
    )
    items = tuple(
        replace(one, record=replace(one.record, seen=seen_by_list(work, one, around))) for one in work.lists.items
    )
    record = replace(work.sources.record, seen=seen_by_sources(work, around))
    work = replace(work, deliveries=deliveries, lists=replace(work.lists, items=items))
    work = replace(work, sources=replace(work.sources, record=record))
    return replace(work, analysis=replace(work.analysis, seen=seen_by_analysis(work, around)))
