import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.measure import measure
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.rules import Rules
from arbeidsmigratie.arbeidsmigratie_plugin.core.refusals import RulesError


def of(*groups, providers=None, homes=100):
    """The measure of groups of addresses, each given by its registrations."""
    persons = np.array([w for group in groups for w in group], dtype=np.int64)
    number = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
    who = np.zeros(len(persons), np.uint64) if providers is None else np.array(providers, np.uint64)
    names = np.arange(1, len(persons) + 1).astype(np.uint64)
    known = None if homes is None else np.full(len(groups), homes)
    return measure(number, len(groups), persons, names, who, known)


SAFE = [3] * 10


def verdict(group, rules=None, **more):
    found = (rules or Rules()).verdicts(of(group, **more))
    return {name for name, passed in found.items() if not passed[0]}


def test_risk_table_of_sdcspatial():
    """disclosure.md 2.3, golden values of sdcSpatial's own code (T9)."""
    found = of([7], [5] * 12, [60, 20, 10, 10], [95, 3, 2])
    assert found.persons.tolist() == [7, 60, 100, 100]
    assert found.largest.tolist() == [7, 5, 60, 95]
    assert found.second.tolist() == [0, 5, 20, 3]
    assert found.external_risk() == pytest.approx([1, 0.083333333, 0.6, 0.95])
    assert found.internal_risk() == pytest.approx([1, 0.090909091, 0.75, 0.979381443])
    sensitive = (found.external_risk() > 0.8) | (found.addresses < 3)
    assert sensitive.tolist() == [True, False, False, True]


@pytest.mark.parametrize(("p", "safe"), [(20, True), (33, True), (34, False), (40, False)])
def test_p_percent_of_60_20_10_10_is_a_third(p, safe):
    """T9: what is left after the two largest is 33.3 % of the largest."""
    assert bool(Rules(p=p).verdicts(of([60, 20, 10, 10]))["p"][0]) is safe


def test_p_percent_flags_what_dominance_lets_pass():
    """T8: 50,000 and 49,000 of 100,000; no address has 90 %, but the second knows the first within 2 %."""
    found = of([50_000, 49_000, 1_000])
    assert found.largest[0] <= 0.9 * found.persons[0]
    assert not Rules(p=10).verdicts(found)["p"][0]


@pytest.mark.parametrize(
    ("broken", "group", "more"),
    [
        ("persons", [2, 2, 2, 1, 1, 1], {}),
        ("addresses", [3, 3, 3, 3], {}),
        ("share", [12, 3, 3, 2, 2, 1], {}),
        ("p", [50, 48, 1, 1, 1, 1], {}),
        ("providers", SAFE, {"providers": [9] * 5 + [8] * 5}),
        ("providers", [5, 4, 3, 3, 2, 2, 2, 1, 1, 1], {"providers": [9] * 7 + [8, 7, 6]}),
        ("homes", SAFE, {"homes": 24}),
    ],
)
def test_each_rule_is_broken_alone(broken, group, more):
    assert verdict(group, **more) == {broken}


def test_a_safe_group_passes_all():
    assert verdict(SAFE) == set()
    assert Rules().safe(of(SAFE)).tolist() == [True]


def test_without_homes_more_addresses_are_needed():
    assert verdict([3] * 9, homes=None) == {"addresses"}
    assert verdict([3] * 10, homes=None) == set()


def test_addresses_without_a_provider_count_each_as_one():
    assert verdict(SAFE, providers=[9, 9, 0, 0, 0, 0, 0, 0, 0, 0]) == set()


def test_contributions_of_one_address_are_taken_together():
    number, persons = np.zeros(6, np.int64), np.array([3, 3, 3, 3, 3, 3])
    found = measure(number, 1, persons, np.array([1, 1, 2, 2, 3, 3], np.uint64), np.zeros(6, np.uint64), None)
    assert (found.addresses[0], found.largest[0], found.second[0]) == (3, 6, 6)


@pytest.mark.parametrize(
    ("rule", "value"),
    [("persons", 4), ("addresses", 2), ("share", 0.81), ("share", 0), ("p", 9), ("providers", 2), ("homes", 4)],
)
def test_no_rule_goes_below_its_floor(rule, value):
    with pytest.raises(RulesError, match=rule):
        Rules(**{rule: value})


@pytest.mark.parametrize(
    ("rule", "weaker"), [("persons", 9), ("addresses", 4), ("share", 0.6), ("p", 19), ("homes", 24)]
)
def test_an_organisation_can_only_tighten(rule, weaker):
    with pytest.raises(RulesError, match=rule):
        Rules().tightened(**{rule: weaker})


def test_tightened_rules_are_at_least_as_strict():
    stricter = Rules().tightened(persons=15, share=0.4)
    assert stricter.at_least(Rules())
    assert not Rules().at_least(stricter)
    with pytest.raises(RulesError, match="persons"):
        stricter.tightened(persons=10)


def test_an_unknown_rule_is_named():
    with pytest.raises(RulesError, match="personen"):
        Rules().tightened(personen=15)


@given(st.lists(st.integers(1, 60), min_size=1, max_size=30), st.integers(10, 30), st.floats(0.1, 0.5))
def test_what_is_safe_by_stricter_rules_is_safe(group, persons, share):
    strict = Rules().tightened(persons=persons, share=share)
    found = of(group)
    assert not strict.safe(found)[0] or Rules().safe(found)[0]


@given(st.lists(st.lists(st.integers(1, 60), min_size=1, max_size=12), min_size=1, max_size=6), st.randoms())
def test_order_does_not_matter(groups, random):
    shuffled = [random.sample(group, len(group)) for group in groups]
    one, other = of(*groups), of(*shuffled)
    for name in ("persons", "addresses", "largest", "second", "provider_largest", "provider_second"):
        assert getattr(one, name).tolist() == getattr(other, name).tolist()
    assert one.largest.tolist() == [max(group) for group in groups]
    assert one.second.tolist() == [sorted([0, *group])[-2] for group in groups]
