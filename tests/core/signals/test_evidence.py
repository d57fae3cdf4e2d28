"""Evidence: points add up, sentences are filled in, certainty follows the points and what was lacking."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.evidence import (
    CERTAINTIES,
    Lack,
    found,
    gather,
    rule_book,
    spoken,
)

LACK = Lack("De kaart is niet geraadpleegd.", "The map was not consulted.")


def entry(**changes):
    rules = {
        "aandeel": {
            "points": 2,
            "source": "BAG",
            "limits": {"least": 0.5},
            "sentences": {"nl": "{share} % van {n} eenheden", "en": "{share} % of {n} units"},
        },
        "gebied": {"points": 3, "source": "TOP10NL", "sentences": {"nl": "in {name}", "en": "in {name}"}},
        "vergund": {"points": -2, "source": "lijst", "sentences": {"nl": "vergund", "en": "permitted"}},
    }
    titles = {"nl": "Aanwijzing", "en": "Indication"}
    return {"titles": titles, "enough": 3, "fair": 4, "certain": 5, "limits": {"eps": 60}, "rules": rules, **changes}


BOOK = rule_book("proef", entry())
DATES = {"BAG": "2026-07-01", "TOP10NL": ""}


def findings(*holds):
    share, area, permit = (np.asarray(h, dtype=bool) for h in holds)
    n = len(share)
    return [
        found(BOOK.rules["aandeel"], share, share=np.arange(n) + 0.5, n=np.arange(n)),
        found(BOOK.rules["gebied"], area, name=[f"park {i}" for i in range(n)]),
        found(BOOK.rules["vergund"], permit),
    ]


def test_a_lack_of_some_places_is_said_of_these_only():
    shown = gather(BOOK, 2, findings([1, 1], [1, 1], [0, 0]), DATES, partly=[(LACK, np.array([False, True]))])
    assert shown.zekerheid == ["hoog", "midden"]
    assert [LACK.dutch in said for said in shown.bewijs] == [False, True]
    assert [LACK.english in said for said in shown.evidence] == [False, True]


def test_only_places_among_the_asked_are_shown():
    everything, second = np.ones(2, dtype=bool), np.array([False, True])
    shown = gather(BOOK, 2, findings([1, 1], [1, 1], [0, 0]), DATES, at_least=everything, among=second)
    assert shown.rows.tolist() == [1]


def test_a_score_is_never_below_zero():
    shown = gather(BOOK, 1, findings([0], [0], [1]), DATES, at_least=np.array([True]))
    assert shown.score.tolist() == [0] and shown.zekerheid == ["laag"]


def test_what_was_found_is_told_in_two_languages_with_its_points():
    shown = gather(BOOK, 4, findings([1, 1, 1, 0], [0, 1, 1, 1], [0, 0, 1, 0]), DATES)
    assert shown.rows.tolist() == [1, 2, 3]
    assert shown.score.tolist() == [5, 3, 3]
    assert shown.bewijs[0] == "Aanwijzing: 1,5 % van 1 eenheden (+2); in park 1 (+3)."
    assert shown.evidence[1] == "Indication: 2.5 % of 2 units (+2); in park 2 (+3); permitted (-2)."
    assert shown.bronnen == ["BAG (2026-07-01), TOP10NL", "BAG (2026-07-01), TOP10NL, lijst", "TOP10NL"]
    assert shown.zekerheid == ["hoog", "laag", "laag"]


def test_what_is_lacking_is_said_and_lowers_the_certainty():
    given_all = gather(BOOK, 1, findings([1], [1], [0]), DATES)
    without = gather(BOOK, 1, findings([1], [1], [0]), DATES, [LACK])
    assert (given_all.zekerheid, without.zekerheid) == (["hoog"], ["midden"])
    assert without.bewijs[0].endswith(f". {LACK.dutch}")
    assert without.evidence[0].endswith(f". {LACK.english}")


def test_nothing_found_is_no_finding():
    assert found(BOOK.rules["vergund"], np.zeros(3, dtype=bool)) is None
    nothing = gather(BOOK, 3, [None, None], DATES)
    assert len(nothing) == 0
    assert nothing.bewijs == []


def test_places_can_be_shown_whatever_their_score():
    shown = gather(BOOK, 2, findings([1, 0], [0, 0], [0, 0]), DATES, at_least=np.array([True, False]))
    assert shown.rows.tolist() == [0]
    assert shown.score.tolist() == [2]


@given(st.lists(st.tuples(st.booleans(), st.booleans(), st.booleans()), min_size=1, max_size=30))
def test_a_score_is_the_sum_of_the_points_that_are_told(holds):
    shown = gather(BOOK, len(holds), findings(*zip(*holds)), DATES)
    points = np.array(holds) @ np.array([2, 3, -2])
    assert shown.rows.tolist() == np.flatnonzero(points >= 3).tolist()
    assert shown.score.tolist() == points[points >= 3].tolist()
    for score, said in zip(shown.score, shown.bewijs):
        assert score == max(0, sum(int(part.split(")")[0]) for part in said.split("(")[1:]))
    order = np.argsort(shown.score, kind="stable")
    levels = [CERTAINTIES.index(shown.zekerheid[at]) for at in order]
    assert levels == sorted(levels)


@pytest.mark.parametrize(
    ("value", "dutch"), [(12.25, "12,25"), (3.0, "3"), (0.1, "0,1"), (1234.567, "1234,57"), ("1.5", "1.5"), (7, "7")]
)
def test_numbers_as_a_language_has_them(value, dutch):
    assert spoken(value, "nl") == dutch
    assert spoken(value, "en") == dutch.replace(",", ".")


def without(name):
    return {key: value for key, value in entry().items() if key != name}


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (without("enough"), "lacks enough"),
        (without("rules"), "lacks rules"),
        (entry(certain="veel"), "no whole number"),
        (entry(enough=True), "no whole number"),
        (entry(limits={"eps": "60"}), "eps: no number"),
        (entry(rules=[1]), "another form"),
        (entry(rules={"a": {"points": 1, "source": "BAG", "sentences": {"nl": "{x}", "en": "{y}"}}}), "differ in x, y"),
        (entry(rules={"a": {"points": 1, "source": "BAG", "sentences": {"nl": "x"}}}), "lacks en"),
    ],
)
def test_rules_that_cannot_be_used_say_why(given, reason):
    with pytest.raises(ValueError, match=reason):
        rule_book("proef", given)
