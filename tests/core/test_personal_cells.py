"""Numbers of persons and dates of birth, in any usual spelling, in any column."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.columns import FIELDS
from arbeidsmigratie.arbeidsmigratie_plugin.core.delivery import read_delivery
from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import PersonalCellsError
from arbeidsmigratie.arbeidsmigratie_plugin.core.personal_cells import kind_of, kind_of_column
from arbeidsmigratie.arbeidsmigratie_plugin.core.placing import SafeWords
from arbeidsmigratie.arbeidsmigratie_plugin.core.preview import peek, preview
from arbeidsmigratie.arbeidsmigratie_plugin.core.privacy import passes_eleven_test, safe_file_name
from arbeidsmigratie.arbeidsmigratie_plugin.core.shown_cells import MASK, shown_cell

from .support import bag_of, bsns, sheet

WORDS = SafeWords(bag_of({}, {"straat": "Kerkweg", "toevoeging": "bis", "woonplaats": "Nigtevecht"}))
DATES = ("begindatum", "einddatum")


def grouped(digits, groups, by):
    ends = [sum(groups[: n + 1]) for n in range(len(groups))]
    return by.join(digits[end - size : end] for end, size in zip(ends, groups))


@st.composite
def bsn_cells(draw):
    """A number that passes the 11-test, as people and spreadsheets write it."""
    number = draw(st.integers(10_000_000, 999_999_999).map(lambda n: f"{n:09d}").filter(passes_eleven_test))
    spelled = [number, f"0{number}", f"000{number}", f"{number}.0", f" {number} "]
    for groups in ([3, 3, 3], [4, 2, 3], [5, 4], [2, 2, 2, 3], [4, 5], [1, 4, 4], [3, 6]):
        spelled += [grouped(number, groups, by) for by in (" ", ".", "-", "/", " - ")]
    return draw(st.sampled_from(spelled))


@st.composite
def phone_cells(draw):
    """A phone number, Dutch or not."""
    rest = draw(st.text("123456789", min_size=8, max_size=8))
    pairs = grouped(rest, [2, 2, 2, 2], " ")
    forms = [
        f"06{rest}",
        f"06-{rest}",
        f"06 {pairs}",
        f"+316{rest}",
        f"00316{rest}",
        f"+31 6 {rest}",
        f"+31 (0)6 {rest}",
    ]
    forms += [f"6{rest}", f"6{rest}.0", f"020-{rest[:7]}", f"0252-{rest[:6]}", f"(010) {rest[:7]}", f"+48 {rest} 1"]
    return draw(st.sampled_from(forms))


@st.composite
def birth_cells(draw):
    """A date of birth of an adult of working age, or of a child of years ago."""
    day = draw(st.dates(date(1940, 1, 1), date(2010, 12, 31)))
    d, m, y = f"{day:%d}", f"{day:%m}", f"{day:%Y}"
    forms = [f"{y}{m}{d}", f"{d}{m}{y}", f"{d}{m}{y[2:]}", f"{y}{m}{d}.0", f"{y}-{m}-{d} 00:00:00", f"{y}-{m}-{d}"]
    for by in "-/.":
        forms += [
            f"{d}{by}{m}{by}{y}",
            f"{day.day}{by}{day.month}{by}{y}",
            f"{d}{by}{m}{by}{y[2:]}",
            f"{y}{by}{m}{by}{d}",
        ]
    forms += [f"{day.day} mei {y}", f"{day.day}-dec-{y}", f"{day.day} maart {y}", f"{day.day} {day.month} {y}"]
    serial = (day - date(1899, 12, 30)).days
    return draw(st.sampled_from([*forms, str(serial), f"{serial}.0"]))


@given(bsn_cells() | phone_cells() | birth_cells(), st.sampled_from(FIELDS))
def test_no_number_of_a_person_and_no_date_of_birth_is_shown_whatever_column_it_is_in(cell, field):
    assert shown_cell(field, cell, WORDS) == MASK


@given(st.integers(10_000_000, 99_999_999).map(str).filter(passes_eleven_test), st.sampled_from(FIELDS))
def test_a_number_that_lost_its_zero_is_shown_in_no_column_but_one_of_dates(cell, field):
    assert field in DATES or shown_cell(field, cell, WORDS) == MASK


@given(bsn_cells() | phone_cells() | birth_cells(), st.text("JansePitr", min_size=3, max_size=9))
def test_nothing_stands_behind_what_may_be_shown(cell, name):
    for field in FIELDS:
        for good in ("2024-05-12", "12-05-2024", "20240512", "12", "12 a", "1382AB", "0457"):
            assert {shown_cell(field, f"{good} {more}", WORDS) for more in (cell, name)} == {MASK}, (field, good)
    assert shown_cell("einddatum", f"12-jan{name.lower()}-2024", WORDS) == MASK


@pytest.mark.parametrize("text", ["12", "12 a", "12-A", "12a3", "12 bis", "12-105", "1 2hg", "00012", "12.0", "9999"])
def test_house_numbers_are_shown(text):
    assert shown_cell("huisnummer", text) == text


@pytest.mark.parametrize(
    "text", ["123456", "010485", "12-1985", "1985-04", "0", "00123456", "31154", "99999-12", "12 Jansen", "٣"]
)
def test_what_may_be_another_number_is_not(text):
    assert shown_cell("huisnummer", text) == MASK


@pytest.mark.parametrize("text", ["20240512", "12-05-2024", "2024-05-12 00:00:00", "12 mei 2024", "45657", "20270000"])
def test_dates_of_a_stay_are_shown_in_their_own_columns_only(text):
    assert {shown_cell(field, text) for field in DATES} == {text}
    assert {shown_cell(field, text, WORDS) for field in FIELDS if field not in DATES} <= {MASK, text[:5]}


@given(bsn_cells())
def test_a_citizen_service_number_is_known_by_its_form(cell):
    assert kind_of(cell) in ("BSN", "telefoon", "geboorte")


SHIFTED = ["123456782", "0612345678", "19850312"]


def shown(*rows, **how):
    return preview(peek([sheet(*rows)])[0], words=WORDS, **how)


def test_rows_that_are_shifted_show_nothing_of_a_person():
    rows = [["Kerkweg", cell, "1382AB"] for cell in SHIFTED] + [["Kerkweg", "12", "1382AB"]] * 40
    found = shown(["Straat", "Huisnummer", "Postcode"], *rows)
    assert [row[1] for row in found.rows] == [MASK] * 3 + ["12"] * 17


@pytest.mark.parametrize(
    "cells",
    [
        ["0612345678", "+31 6 87654321"],
        ["12-03-1985", "1991-12-03"],
        ["12031985", "03121991"],
        ["12-03-85", "03-12-91"],
        [*SHIFTED[1:], "12 a"],
    ],
)
@pytest.mark.parametrize("label", ["Kenmerk", "Veld 7", "Contact"])
@pytest.mark.parametrize("field", ["huisnummer", "toevoeging", "einddatum"])
def test_a_column_of_a_person_cannot_be_mapped_by_hand_under_any_name(cells, label, field):
    rows = [[cells[n % len(cells)], "12", "1382AB"] for n in range(12)]
    found = shown([label, "Huisnummer", "Postcode"], *rows, mapping={field: label})
    assert found.columns[0].personal and found.columns[0].field == "" and found.columns[0].why
    assert {row[0] for row in found.rows} == {MASK}
    with pytest.raises(PersonalCellsError) as error:
        read_delivery(
            [sheet([label, "Huisnummer", "Postcode"], *rows)], "levering.xlsx", mapping=f'{{"{field}": "{label}"}}'
        )
    assert str(error.value).startswith(f"Column A of levering.xlsx can't serve as {field}: most of it looks like ")
    assert not [cell for cell in cells if cell in str(error.value)]


@pytest.mark.parametrize(
    "label",
    """Geb.dat|Geb.datum|Geb. dat.|Tel|Tel.|Tel. privé|Tel nr|Nationalit.|Leeftijd|Herkomst|V-nummer|Documentnummer|
    Paspoort|Partner|Burgerlijke staat|Werkgever|Fam.naam""".replace("\n", "")
    .replace("    ", "")
    .split("|"),
)
def test_usual_names_of_personal_columns_are_struck_through_and_cannot_be_mapped(label):
    found = shown(["Huisnummer", "Postcode", label], ["12", "1382AB", "7"], mapping={"toevoeging": label})
    assert found.columns[2].personal and found.columns[2].field == ""
    assert found.rows == (("12", "1382AB", MASK),)


@pytest.mark.parametrize("label", ["Hotelnummer", "Gebouw", "Hotel", "Natuurgebied", "Aantal", "Huisnr. (verblijf)"])
def test_names_that_only_look_like_them_stay_free(label):
    found = shown(["Straat", "Postcode", label], ["Kerkweg", "1382AB", "7"], mapping={"huisnummer": label})
    assert found.columns[2].field == "huisnummer" and found.rows[0][2] == "7"


def test_columns_of_a_stay_are_no_columns_of_a_person():
    days = ["31-12-2024", "30-09-2024", "20241231", "45657", "2026-01-01"]
    assert all(kind_of_column([day] * 9) is None for day in ("2024-12-31", "20241231", "45657"))
    assert all(kind_of_column([day] * 9, dates=True) is None for day in [*days, "2005-01-01"])
    assert kind_of_column(["2005-01-01"] * 9, dates=True, stay=True) == "geboorte"
    assert kind_of_column([*["12"] * 40, *SHIFTED]) is None


@pytest.mark.parametrize(
    "header", [["Huisnummer", "Postcode"], ["Nr.", "PC"], ["Zip", "Deurtje"], ["16.11.20", "16.11.60"]]
)
def test_a_header_row_that_swallows_rows_is_told(header):
    rows = [header, ["12", "1382AB"], ["14", "1382AB"], ["16", "1382AB"]]
    by_letter = {"huisnummer": "A", "postcode": "B"}
    assert preview(peek([sheet(*rows)], 3)[0], 3, by_letter).misplaced
    moved = [["Overzicht"], [], *rows]
    assert not preview(peek([sheet(*moved)], 3)[0], 3, by_letter).misplaced
    assert not preview(peek([sheet(*rows)], 1)[0], 1, by_letter).misplaced


def test_a_header_with_elements_is_no_row_of_data():
    rows = [["16.11.20", "16.11.10"], ["12", "Kerkweg"]]
    assert not preview(peek([sheet(*rows)], 1)[0], 1).misplaced


# Names of files -----------------------------------------------------------------------------------------------------


@given(
    bsn_cells() | phone_cells(), st.sampled_from(["Jansen {}.xlsx", "{}.csv", "{}_2026-07-01.ods", "20260701 {}.xlsx"])
)
def test_no_number_of_a_person_is_left_in_a_file_name(cell, name):
    cell = cell.strip().replace("/", "-").replace(".0", "")
    told = safe_file_name(name.format(cell))
    day = sum(map(str.isdigit, name))
    assert sum(map(str.isdigit, told)) <= day, told


@pytest.mark.parametrize(
    "name",
    [
        "rni_2025-07-01.xlsx",
        "rni 01-07-2026 10.30.csv",
        "levering_20260701_111222334.csv",
        "levering 3 van 12.xlsx",
        "0457_levering 2.xlsx",
        "/tmp/map-1459/regio0/bag.gpkg",
        "0457010000999999.csv",
    ],
)
def test_other_numbers_in_a_file_name_stay(name):
    assert safe_file_name(name) == name


@pytest.mark.parametrize("number", bsns(5))
def test_eight_digits_in_a_file_name_are_masked_too(number):
    if number.startswith("0") and not number.startswith("00"):
        assert number[1:] not in safe_file_name(f"a {number[1:]}.xlsx")
