"""What a project lacks, dates, and names of files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.defaults import Defaults
from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.project import Lack, Project, after_months, day, stem
from tests.core.workflow.support import PROJECT

TODAY = date(2026, 7, 20)


def test_a_project_that_is_filled_in_lacks_nothing():
    assert PROJECT.lacks(TODAY) == []


def test_an_empty_one_lacks_everything_in_the_order_of_the_fields():
    assert Project().lacks(TODAY) == [
        Lack.NAME,
        Lack.REGION,
        Lack.PURPOSE,
        Lack.BASIS,
        Lack.DPIA,
        Lack.RESPONSIBLE,
        Lack.RETENTION,
        Lack.PEILDATUM,
    ]


@pytest.mark.parametrize(
    ("change", "lack"),
    [
        ({"name": "  "}, Lack.NAME),
        ({"region": " , ,"}, Lack.REGION),
        ({"purpose": "\n\t "}, Lack.PURPOSE),
        ({"basis": ""}, Lack.BASIS),
        ({"dpia": ""}, Lack.DPIA),
        ({"responsible": " "}, Lack.RESPONSIBLE),
        ({"advice": "vorige week"}, Lack.ADVICE),
        ({"retention": ""}, Lack.RETENTION),
        ({"retention": "20270101"}, Lack.RETENTION),
        ({"retention": "2026-07-19"}, Lack.RETENTION_PAST),
        ({"peildatum": "2026-13-01"}, Lack.PEILDATUM),
        ({"peildatum": "2026-07-21"}, Lack.PEILDATUM_FUTURE),
        ({"peildatum": "2022-10-23"}, Lack.PEILDATUM_EARLY),
    ],
)
def test_each_field_has_its_own_lack(change, lack):
    assert replace(PROJECT, **change).lacks(TODAY) == [lack]


@pytest.mark.parametrize(
    "change", [{"advice": ""}, {"advice": "2026-01-01"}, {"retention": "2026-07-20"}, {"peildatum": "2022-10-24"}]
)
def test_what_is_just_allowed(change):
    assert replace(PROJECT, **change).lacks(TODAY) == []


def test_a_project_expires_after_its_last_day():
    kept = replace(PROJECT, retention="2026-07-20")
    assert not kept.expired(TODAY)
    assert kept.expired(date(2026, 7, 21))
    assert not replace(PROJECT, retention="").expired(TODAY)


@pytest.mark.parametrize(
    "text", ["20260720", "2026-W30-1", "2026-7-20", "20-07-2026", "2026-07-20T10:00", "", "\uff12026-07-20"]
)
def test_a_date_has_one_form_on_every_python(text):
    assert day(text) is None


@given(st.dates())
def test_a_date_is_read_back(found):
    assert day(found.isoformat()) == found


@given(st.text())
def test_a_stem_is_safe_as_a_file_name_everywhere(text):
    found = stem(text)
    assert set(found) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(found) <= 60
    assert found == found.strip("-")
    assert stem(found) == found
    assert Project(name=text).stem


def test_a_stem_keeps_what_a_name_says():
    assert stem("Súdwest-Fryslân / 2026!") == "sudwest-fryslan-2026"
    assert Project(name="Ж").stem == "project"


@given(st.dates(max_value=date(2200, 1, 1)), st.integers(0, 240))
def test_months_later_is_the_same_day_or_the_last_of_the_month(start, months):
    later = after_months(start, months)
    assert (later.year - start.year) * 12 + later.month - start.month == months
    assert later.day == start.day or (later.day < start.day and after_months(later, 0).replace(day=later.day) == later)


def test_data_are_kept_a_year_unless_an_organisation_says_otherwise():
    assert Defaults().retention(TODAY) == "2027-07-20"
    assert Defaults(retention_months=6).retention(date(2026, 8, 31)) == "2027-02-28"
