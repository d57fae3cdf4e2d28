"""Work is never changed: each change is a new one, in its place."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.state import Delivery, Lists, LocationList, Share, Workflow
from tests.core.workflow.support import done


def test_a_delivery_of_the_same_sender_takes_the_place_of_the_earlier_one():
    work = done()
    later = Delivery("Venlo", "nieuw.xlsx")
    assert work.with_delivery(later).deliveries == (later, work.deliveries[1])
    assert work.with_delivery(Delivery("Beesel", "b.csv")).deliveries[2].sender == "Beesel"
    assert [one.sender for one in work.without_delivery("Venlo").deliveries] == ["Venray"]
    assert work.without_delivery("Beesel") == work


def test_a_list_of_the_same_name_takes_the_place_of_the_earlier_one():
    work = done()
    later = LocationList("controle", "Vergunningen", "c.csv")
    assert work.with_list(later).lists.items == (later,)
    assert work.with_list(replace(later, name="Controles")).lists.items[1].kind == "controle"
    assert work.without_list("Vergunningen").lists.items == ()


def test_with_a_list_there_are_lists():
    work = replace(Workflow(), lists=Lists(none=True, policy="beleid.csv"))
    added = work.with_list(LocationList("controle", "Controles", "c.csv")).lists
    assert not added.none
    assert added.policy == "beleid.csv"


def test_packages_are_all_kept():
    work = done().with_share(Share("RIEC Limburg", "doel", "WGS", "2027-01-01", 7))
    assert [one.resolution for one in work.shares] == [8, 7]


@given(st.lists(st.sampled_from("abc"), max_size=12))
def test_there_is_one_delivery_of_each_sender_in_order_of_arrival(senders):
    work = Workflow()
    for n, sender in enumerate(senders):
        work = work.with_delivery(Delivery(sender, str(n)))
    assert [one.sender for one in work.deliveries] == list(dict.fromkeys(senders))
    assert {one.sender: one.file for one in work.deliveries} == {s: str(n) for n, s in enumerate(senders)}
