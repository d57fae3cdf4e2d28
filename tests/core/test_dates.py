from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.dates import (
    FIRST_RNI_ADDRESS,
    earliest_day,
    latest_day,
    reference_date,
)
from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import DateError, FutureDateError

TODAY = date(2026, 7, 1)
days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


# The reference date of a run --------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["2026-07-01", " 2026-07-01 ", "2022-10-24"])
def test_a_reference_date_is_read(text):
    assert reference_date(text, "PEILDATUM", TODAY) == date.fromisoformat(text.strip())


@pytest.mark.parametrize("text", ["", "01-07-2026", "1 juli 2026", "2026-13-01", "2026-02-30", "2026-7-1", "gisteren"])
def test_a_text_that_is_no_date_is_refused_by_name(text):
    with pytest.raises(DateError) as error:
        reference_date(text, "PEILDATUM", TODAY)
    assert error.value.values == {"text": text, "name": "PEILDATUM"}


@pytest.mark.parametrize("text", ["20260701", "2026-W27-3", "2026W273"])
def test_only_the_promised_form_is_read_on_every_python(text):
    with pytest.raises(DateError):
        reference_date(text, "PEILDATUM", TODAY)


def test_today_is_allowed_and_tomorrow_is_not():
    assert reference_date("2026-07-01", "PEILDATUM", TODAY) == TODAY
    with pytest.raises(FutureDateError, match="PEILDATUM 2026-07-02 lies in the future"):
        reference_date("2026-07-02", "PEILDATUM", TODAY)


def test_without_a_given_day_today_is_today():
    today = date.today()
    assert reference_date(today.isoformat(), "PEILDATUM") == today
    with pytest.raises(FutureDateError):
        reference_date((today + timedelta(days=2)).isoformat(), "PEILDATUM")


def test_stay_addresses_exist_since_24_october_2022():
    assert date(2022, 10, 24) == FIRST_RNI_ADDRESS


# Dates in a delivery ----------------------------------------------------------------------------------------------


@given(days)
def test_every_notation_of_a_day_is_the_day(day):
    year, month, number = f"{day:%Y}", day.month, day.day
    notations = [
        f"{day:%Y%m%d}",
        f"{day:%Y%m%d}.0",
        f"{day:%Y-%m-%d}",
        f"{day:%Y/%m/%d}",
        f"{day:%Y.%m.%d}",
        f"{day:%Y/%m/%d} 00:00:00",
        f"{day:%Y-%m-%d}T12:30:00",
        f" {day:%d-%m-%Y} ",
        f"{day:%d/%m/%Y}",
        f"{day:%d.%m.%Y} 0:00",
        f"{number}-{month}-{year}",
        f"{year}-{month}-{number}",
    ]
    assert {latest_day(text) for text in notations} == {day}


@given(days.filter(lambda day: day >= date(1955, 1, 1)))
def test_excels_serial_number_of_a_day_is_the_day(day):
    serial = (day - date(1899, 12, 30)).days
    assert latest_day(str(serial)) == day
    assert latest_day(f"{serial}.0") == latest_day(f"{serial}.75") == day


def test_a_known_serial_number():
    # 25569 is the first day of Unix time, 45292 is 1 January 2024, in every Excel.
    assert latest_day("25569") == date(1970, 1, 1)
    assert latest_day("45292") == date(2024, 1, 1)


def test_only_numbers_of_this_age_are_serial_numbers():
    assert latest_day("20000") == date(1954, 10, 3)
    assert latest_day("79999") == date(2119, 1, 10)
    assert latest_day("19999") is latest_day("80000") is None


@given(st.integers(1000, 9999), st.integers(1, 12))
def test_an_unknown_day_can_be_the_last_of_the_month(year, month):
    assert latest_day(f"{year:04d}{month:02d}00") == date(year, month, monthrange(year, month)[1])


@given(st.integers(1000, 9999))
def test_an_unknown_month_can_be_december(year):
    assert latest_day(f"{year:04d}0000") == date(year, 12, 31)


def test_an_unknown_month_with_a_known_day_can_be_december():
    assert latest_day("20230015") == date(2023, 12, 15)


@pytest.mark.parametrize("text", ["00000000", "00000101", "0000-00-00", "0"])
def test_an_unknown_year_is_no_day(text):
    assert latest_day(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "onbekend",
        "20231301",
        "20230230",
        "2023-02-29",
        "31-04-2023",
        "99999999",
        "20231300",
        "2023-1",
        "202313",
        "1234",
        "31 smarch 2025",
        "-1",
    ],
)
def test_what_is_no_date_is_no_day(text):
    assert latest_day(text) is None


def test_leap_days_exist_in_leap_years_only():
    assert latest_day("20240200") == date(2024, 2, 29)
    assert latest_day("20230200") == date(2023, 2, 28)
    assert latest_day("29-02-2024") == date(2024, 2, 29)


def test_a_date_that_was_cut_to_a_year_or_month_can_be_its_last_day():
    assert latest_day("2025") == date(2025, 12, 31)
    assert latest_day("202506") == date(2025, 6, 30)


@pytest.mark.parametrize(
    "text", ["31-12-25", "31/12/25", "31.12.25", "31 december 2025", "31 DEC 2025", "31-dec.-2025"]
)
def test_short_years_and_names_of_months_are_read(text):
    assert latest_day(text) == earliest_day(text) == date(2025, 12, 31)


def test_march_has_two_short_names():
    assert latest_day("1 mrt 2025") == latest_day("1 maart 2025") == date(2025, 3, 1)


@pytest.mark.parametrize(
    ("text", "first"),
    [("20250000", (2025, 1, 1)), ("20250600", (2025, 6, 1)), ("2025", (2025, 1, 1)), ("202506", (2025, 6, 1))],
)
def test_an_incomplete_date_can_be_the_first_day(text, first):
    assert earliest_day(text) == date(*first)


@pytest.mark.parametrize("text", ["", "00000000", "20231301", "onbekend"])
def test_what_is_no_date_has_no_first_day(text):
    assert earliest_day(text) is None


@given(days)
def test_a_complete_date_has_one_day(day):
    assert earliest_day(f"{day:%Y%m%d}") == latest_day(f"{day:%Y%m%d}")
