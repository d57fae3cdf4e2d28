"""Policy tables: a row that can't be right is refused with its number, and nothing is guessed."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import FieldMissingError, PolicyError
from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.policy import (
    DEFAULT_NORM,
    DEFAULT_NORM_SOURCE,
    FIELDS,
    UNNAMED_NORM_SOURCE,
    Policies,
    Policy,
    policies_of,
    policy_fields,
)
from tests.conftest import ROOT

KNOWN = frozenset({"9801", "9802"})


def table(*rows):
    return {name: [row.get(name, "") for row in rows] for name in FIELDS}


def policy(**cells):
    return policies_of(table({"gemeentecode": "9801", **cells}), "beleid.csv", KNOWN).of["9801"]


def refusal(*rows, known=KNOWN):
    with pytest.raises(PolicyError) as error:
        policies_of(table(*rows), "beleid.csv", known)
    return str(error.value)


def test_a_municipality_that_says_nothing_has_what_holds_everywhere():
    assert Policies().get("9801") == Policy(12.0, DEFAULT_NORM_SOURCE, False, None, "", None)
    assert policy() == Policy()


@pytest.mark.parametrize(
    ("text", "norm"), [("12", 12), ("12,5", 12.5), ("12.5", 12.5), ("15.0", 15), ("5", 5), ("50", 50)]
)
def test_norms_are_read_with_a_comma_or_a_point(text, norm):
    assert policy(norm_m2=text).norm_m2 == norm


@pytest.mark.parametrize("text", ["4,9", "50,1", "0", "-12", "twaalf", "12 m2", "1e1", "nan", "12,5,1", "inf"])
def test_an_impossible_norm_is_refused_with_its_row(text):
    said = refusal({"gemeentecode": "9801"}, {"gemeentecode": "9802", "norm_m2": text})
    assert "Row 3" in said
    assert "norm_m2" in said
    assert "from 5 to 50" in said


def test_the_source_of_a_norm_is_that_of_the_table_else_what_is_known_of_it():
    assert policy(norm_m2="15", norm_bron="Verordening, art. 4").norm_bron == "Verordening, art. 4"
    assert policy(norm_m2="15").norm_bron == UNNAMED_NORM_SOURCE
    assert policy(norm_m2="12").norm_bron == DEFAULT_NORM_SOURCE
    assert policy(norm_bron="Verordening").norm_bron == DEFAULT_NORM_SOURCE


@pytest.mark.parametrize(
    ("text", "yes"),
    [("ja", True), ("Ja", True), ("J", True), ("1", True), ("1.0", True), ("WAAR", True), ("True", True),
     ("nee", False), ("N", False), ("0", False), ("onwaar", False), ("", None)],
)  # fmt: skip
def test_yes_no_and_unknown(text, yes):
    found = policy(vergunningplicht=text, keurmerk_vereist=text, bewoners_meetellen=text)
    assert found.vergunningplicht is yes
    assert found.keurmerk_vereist is yes
    assert found.bewoners_meetellen is bool(yes)


@pytest.mark.parametrize("name", ["vergunningplicht", "keurmerk_vereist", "bewoners_meetellen", "recreatie_bewoning"])
def test_another_word_is_refused_and_not_repeated(name):
    said = refusal({"gemeentecode": "9801", name: "misschien"})
    assert "Row 2" in said
    assert name in said
    assert "misschien" not in said


def test_living_in_holiday_parks():
    assert policy(recreatie_bewoning="Gedogen").recreatie_bewoning == "gedogen"
    assert policy(recreatie_bewoning="handhaven").recreatie_bewoning == "handhaven"


def test_an_unknown_municipality_is_refused_where_it_is_known_which_there_are():
    assert "Row 2" in refusal({"gemeentecode": "0363"})
    assert set(policies_of(table({"gemeentecode": "0363"}), "beleid.csv").of) == {"0363"}


@pytest.mark.parametrize("code", ["9801", "GM9801", "9801.0", " 9801 "])
def test_a_code_is_one_in_any_spelling(code):
    assert set(policies_of(table({"gemeentecode": code}), "b", KNOWN).of) == {"9801"}
    assert "has a row already" in refusal({"gemeentecode": "9801"}, {"gemeentecode": code})


def test_leading_zeros_come_back():
    assert set(policies_of(table({"gemeentecode": "363"}), "b").of) == {"0363"}


@pytest.mark.parametrize("code", ["", "98011", "abc", "0"])
def test_a_row_without_a_code_is_refused(code):
    assert "gemeentecode" in refusal({"gemeentecode": code, "norm_m2": "12"})


def test_an_empty_row_is_passed_over_and_counts_in_the_row_numbers():
    assert "Row 4" in refusal({"gemeentecode": "9801"}, {}, {"gemeentecode": "9802", "norm_m2": "99"})


def test_a_table_without_municipality_or_without_policy_is_none():
    with pytest.raises(FieldMissingError, match="gemeentecode"):
        policy_fields(["norm_m2"], "beleid.csv")
    with pytest.raises(FieldMissingError, match="norm_m2"):
        policy_fields(["BSN", "Geslachtsnaam", "Gemeentecode"], "levering.csv")


def test_a_misspelt_column_is_noticed_and_another_one_is_not_read():
    with pytest.raises(FieldMissingError, match="vergunningsplicht"):
        policy_fields(["gemeentecode", "norm_m2", "vergunningsplicht"], "beleid.csv")
    assert policy_fields(["Gemeentecode", "NORM_M2", "opmerking"], "b") == {
        "gemeentecode": "Gemeentecode", "norm_m2": "NORM_M2",
    }  # fmt: skip


@given(st.floats(5, 50).map(lambda norm: round(norm, 2)))
def test_every_possible_norm_is_read(norm):
    assert policy(norm_m2=str(norm).replace(".", ",")).norm_m2 == norm


def test_the_template_has_all_columns_and_can_be_used():
    with (ROOT / "resources/templates/beleid.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert list(rows[0]) == list(FIELDS)
    assert len(policies_of(table(*rows), "beleid.csv").of) == len(rows)
    explained = (ROOT / "resources/templates/beleid.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in explained for name in FIELDS)
    assert f"{DEFAULT_NORM:.0f}" in explained
