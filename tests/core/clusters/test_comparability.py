"""The gate: what differs is refused with its reason, what can't be told is said."""

import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.comparability import Pairing, Verdict, gate
from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import NotComparableError

from .twodates import CODES, DATES, facts, hexagons


def outcome(earlier, later, **more):
    found = gate(Pairing(earlier, later, "adressen", **more))
    return found.verdict, {check.name for check in found.checks if check.verdict is found.verdict}


def test_comparable_layers_pass_every_check():
    assert outcome(facts(), facts(DATES[1]))[0] is Verdict.GREEN
    assert outcome(hexagons(), hexagons(DATES[1]))[0] is Verdict.GREEN
    gate(Pairing(facts(), facts(DATES[1]), "adressen")).refuse()


@pytest.mark.parametrize(
    ("check", "earlier", "later"),
    [
        ("soort laag", facts(), hexagons(DATES[1])),
        ("definitie", facts(), facts(DATES[1], source="Telling")),
        ("definitie", facts(count_field="registraties"), facts(DATES[1], count_field="personen")),
        ("definitie", facts(measures=frozenset({"registraties"})), facts(DATES[1])),
        ("gebied", facts(), facts(DATES[1], covered=frozenset(CODES[:3]))),
        ("raster", hexagons(), hexagons(DATES[1], resolutions=(9,))),
        ("raster", hexagons(resolutions=(8, 9)), hexagons(DATES[1], resolutions=(8, 9))),
        ("raster", hexagons(), hexagons(DATES[1], pipeline="+proj=pipeline b")),
        ("koppeling", facts(matched=90.0), facts(DATES[1], matched=95.1)),
        ("peildatum", facts(), facts()),
        ("peildatum", facts(DATES[1]), facts()),
        ("peildatum", facts(dates=DATES), facts(DATES[1])),
    ],
)
def test_what_differs_is_refused_with_its_reason(check, earlier, later):
    found = gate(Pairing(earlier, later, "adressen"))
    red = found.of(Verdict.RED)
    assert check in {c.name for c in red}
    with pytest.raises(NotComparableError) as error:
        found.refuse()
    for at, reason in enumerate(red, 1):
        assert f"{at}) {reason.explanation}" in str(error.value)


def test_a_wider_tolerance_describes_and_does_not_test():
    layers = facts(matched=90.0), facts(DATES[1], matched=97.0)
    assert outcome(*layers, tolerance=10.0) == (Verdict.AMBER, {"koppeling"})
    assert outcome(*layers)[0] is Verdict.RED


HOMES = {"0901": 1000.0, "0902": 2000.0, "0903": 1500.0, "0901,0902": 300.0}


@pytest.mark.parametrize(
    ("changes", "verdict", "said"),
    [
        ({"homes": {code: n * 1.05 for code, n in HOMES.items()}}, Verdict.GREEN, "van 4800 naar 5040"),
        ({"homes": {code: n / 2 for code, n in HOMES.items()}}, Verdict.AMBER, "meer dan 10 % verschil"),
        ({"homes": {**HOMES, "0903": 1000.0}}, Verdict.AMBER, "(0903)"),
        ({"homes": {**HOMES, "0904": 15.0}}, Verdict.GREEN, "4815"),
        ({"homes": {**HOMES, "0901,0902": 150.0}}, Verdict.GREEN, "4650"),
        ({"homes": {}}, Verdict.GREEN, "niet in beide"),
        ({"homes": HOMES, "homes_source": "BAG, filter x"}, Verdict.AMBER, "'BAG, alle' tegenover 'BAG, filter x'"),
    ],
)
def test_another_count_of_homes_is_seen(changes, verdict, said):
    found = gate(Pairing(hexagons(homes=HOMES, homes_source="BAG, alle"), hexagons(DATES[1], **changes), "adressen"))
    check = next(check for check in found.checks if check.name == "verblijfsobjecten")
    assert check.verdict is verdict
    assert said in check.toelichting


def test_homes_outside_the_region_that_is_compared_say_nothing():
    layers = hexagons(homes=HOMES), hexagons(DATES[1], homes={**HOMES, "0903": 10.0})
    assert outcome(*layers)[0] is Verdict.AMBER
    assert outcome(*layers, region=frozenset(CODES[:2]))[0] is Verdict.GREEN


@pytest.mark.parametrize(
    ("check", "later"),
    [
        ("koppeling", facts(DATES[1], matched=None)),
        ("gebied", facts(DATES[1], covered=frozenset())),
        ("definitie", facts(DATES[1], source="")),
        ("peildatum", facts(dates=())),
        ("BAG-datum", facts(DATES[1], bag_date="")),
    ],
)
def test_what_can_not_be_told_is_said_and_not_refused(check, later):
    assert outcome(facts(), later) == (Verdict.AMBER, {check})
    gate(Pairing(facts(), later, "adressen")).refuse()


def test_five_points_of_matching_is_the_limit():
    assert outcome(facts(matched=90.0), facts(DATES[1], matched=95.0))[0] is Verdict.GREEN
    assert outcome(facts(matched=90.0), facts(DATES[1], matched=92.0), tolerance=1.0)[0] is Verdict.RED


def test_a_region_limits_what_both_must_have():
    later = facts(DATES[1], covered=frozenset(CODES[:3]))
    assert outcome(facts(), later, region=frozenset(CODES[:3]))[0] is Verdict.GREEN
    assert outcome(facts(), later, region=frozenset(CODES))[0] is Verdict.RED
