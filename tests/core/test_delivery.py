import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.columns import FIELDS, column_letter, parse_mapping, recognise_columns
from arbeidsmigratie.arbeidsmigratie_plugin.core.delivery import NotRead, Sheet, read_delivery
from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import (
    AmbiguousColumnError,
    HeaderNotFoundError,
    HeaderRowError,
    MappingError,
    PersonalColumnError,
    RowsMissingError,
)
from arbeidsmigratie.arbeidsmigratie_plugin.core.privacy import DroppedColumn

from .support import bsns, sheet

ELEMENTS = {
    "gemeentecode": "16.09.10",
    "straat": "16.11.10",
    "openbare_ruimte": "16.11.15",
    "huisnummer": "16.11.20",
    "huisletter": "16.11.30",
    "toevoeging": "16.11.40",
    "aanduiding": "16.11.50",
    "postcode": "16.11.60",
    "woonplaats": "16.11.70",
    "adresseerbaarobject_id": "16.11.80",
    "nummeraanduiding_id": "16.11.90",
    "einddatum": "16.18.10",
}


def read(*rows, **how):
    return read_delivery([sheet(*rows)], "levering.xlsx", **how)


def cells(row):
    """The filled cells of a row, by field."""
    return {name: cell for name, cell in zip(FIELDS, row) if cell}


def read_cells(*rows, **how):
    return [cells(row) for row in read(*rows, **how).rows]


# Columns ----------------------------------------------------------------------------------------------------------


def test_every_field_has_an_element_of_category_16():
    assert set(FIELDS) == {*ELEMENTS, "begindatum"}
    assert recognise_columns(list(ELEMENTS.values())) == {name: at for at, name in enumerate(ELEMENTS)}


@given(
    st.permutations(sorted(ELEMENTS)),
    st.sampled_from(["{}", " {} ", "{} omschrijving", "Rubriek {}", "omschrijving ({})"]),
)
def test_elements_are_recognised_in_any_order_and_with_words_around_them(order, form):
    for between in (".", "", "-", " ", "_"):
        labels = [form.format(ELEMENTS[name].replace(".", between)) for name in order]
        assert recognise_columns(labels) == {name: at for at, name in enumerate(order)}


def test_elements_are_recognised_after_excel_made_dates_of_them():
    labels = ["2010-09-16", "2010-11-16", "2020-11-16 00:00:00", "1960/11/16", "2070/11/16 00:00:00", "16.18.10"]
    names = ["gemeentecode", "straat", "huisnummer", "postcode", "woonplaats", "einddatum"]
    assert recognise_columns(labels) == {name: at for at, name in enumerate(names)}


@pytest.mark.parametrize(
    ("field", "labels"),
    [
        ("gemeentecode", ["Gemeentecode", "gemeente", "Gemeente van inschrijving", "CBS-code"]),
        ("straat", ["Straat", "Straatnaam", "STRAAT NAAM"]),
        ("openbare_ruimte", ["Naam openbare ruimte", "openbare_ruimte", "Openbareruimtenaam"]),
        ("huisnummer", ["Huisnummer", "huisnr.", "Huis-nr", "hnr", "Nummer", "NR."]),
        ("huisletter", ["Huisletter", "letter"]),
        ("toevoeging", ["Toevoeging", "Huisnummertoevoeging", "Huisnr. toevoeging", "huisnr toev", "Toev."]),
        ("aanduiding", ["Aanduiding bij huisnummer", "aanduiding huisnummer"]),
        ("postcode", ["Postcode", "POSTCODE", "pc", "PC6"]),
        ("woonplaats", ["Woonplaats", "Woonplaatsnaam", "plaats", "Plaatsnaam"]),
        (
            "adresseerbaarobject_id",
            [
                "Identificatiecode verblijfplaats",
                "identificatie verblijfplaats",
                "AdresseerbaarObject-ID",
                "identificatie adresseerbaar object",
                "Verblijfsobject ID",
                "Identificatie verblijfsobject",
                "VBO-id",
            ],
        ),
        (
            "nummeraanduiding_id",
            [
                "Identificatiecode nummeraanduiding",
                "identificatie nummeraanduiding",
                "nummeraanduiding_id",
                "Nummeraanduiding",
            ],
        ),
        (
            "einddatum",
            ["Einddatum", "Einddatum geldigheid", "Einddatum verblijf", "Datum einde", "Datum einde geldigheid"],
        ),
    ],
)
def test_dutch_names_are_recognised_in_any_writing(field, labels):
    for label in labels:
        for written in (label, label.upper(), label.lower(), f" {label} ", label.replace(" ", "\n")):
            assert recognise_columns(["x", written]) == {field: 1}, written


@pytest.mark.parametrize(
    "label",
    [
        "",
        " ",
        "BSN",
        "Geslachtsnaam",
        "Geboortedatum",
        "Telefoonnummer",
        "Straatnaam buitenland",
        "Huisnummers",
        "Adres",
    ],
)
def test_other_names_are_not_recognised(label):
    assert recognise_columns([label]) == {}


def test_the_other_elements_of_category_16_are_left_alone():
    assert recognise_columns(["16.11.20", "16.12.10", "16.17.10", "16.75.10"]) == {"huisnummer": 0}


@pytest.mark.parametrize("category", ["01", "05", "08", "17", "6", "61"])
def test_another_category_is_not_the_stay_address(category):
    assert recognise_columns([f"{category}{element[2:]}" for element in ELEMENTS.values()]) == {}


def test_category_08_beside_category_16_is_left_alone():
    labels = ["08.11.20", "08.11.60", "16.11.20", "16.11.60", "08.11.20 Huisnummer", "Postcode (08.11.60)"]
    assert recognise_columns(labels) == {"huisnummer": 2, "postcode": 3}


def test_elements_go_before_dutch_names_wherever_they_stand():
    assert recognise_columns(["Huisnummer", "Postcode", "16.11.20"]) == {"huisnummer": 2, "postcode": 1}
    assert recognise_columns(["16.11.20", "Huisnummer", "Postcode"]) == {"huisnummer": 0, "postcode": 2}


def test_of_equal_columns_the_first_counts():
    assert recognise_columns(["Huisnummer", "Huisnummer", "16.11.60", "161160"]) == {"huisnummer": 0, "postcode": 2}


@pytest.mark.parametrize(
    ("labels", "field"),
    [
        (["Nr", "Straat", "Huisnummer", "Postcode"], "huisnummer"),
        (["Nummer", "Straat", "Huisnummer", "Postcode"], "huisnummer"),
        (["Gemeente", "Huisnummer", "Gemeentecode"], "gemeentecode"),
    ],
)
def test_the_most_telling_name_goes_first(labels, field):
    telling = next(label for label in labels if label.lower() == field)
    assert recognise_columns(labels)[field] == labels.index(telling)


def test_a_row_number_is_not_taken_for_a_house_number():
    rows = [["Nr.", "Huisnummer", "Postcode"], ["1", "12", "1382AB"], ["2", "14", "1382AB"]]
    assert [row["huisnummer"] for row in read_cells(*rows)] == ["12", "14"]


def test_a_column_of_bsns_called_nummer_does_not_cost_the_house_numbers():
    rows = [[number, "12", "1382AB"] for number in bsns(9)]
    assert read_cells(["Nummer", "Huisnummer", "Postcode"], *rows) == [{"huisnummer": "12", "postcode": "1382AB"}] * 9


@given(st.lists(st.text(max_size=20), max_size=20))
def test_whatever_the_labels_each_column_holds_one_field_at_most(labels):
    columns = recognise_columns(labels)
    assert set(columns) <= set(FIELDS)
    assert len(set(columns.values())) == len(columns)
    assert all(0 <= at < len(labels) for at in columns.values())


@pytest.mark.parametrize(
    ("position", "letter"),
    [(0, "A"), (1, "B"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")],
)
def test_columns_are_lettered_as_a_spreadsheet_does(position, letter):
    assert column_letter(position) == letter


def test_no_two_columns_have_one_letter():
    letters = [column_letter(at) for at in range(16384)]
    assert letters == sorted(set(letters), key=lambda letter: (len(letter), letter))


# The header -------------------------------------------------------------------------------------------------------

HEADER = ["16.11.20", "16.11.60"]


@given(
    st.lists(
        st.sampled_from(
            [[], [""], ["Levering RNI"], ["Gemeente Weesp", "juli 2026"], ["", "12"], ["Postcode"], ["Straat"]]
        ),
        max_size=99,
    )
)
def test_the_header_is_found_on_any_row(above):
    delivery = read(*above, HEADER, ["12", "1382AB"])
    assert [cells(row) for row in delivery.rows] == [{"huisnummer": "12", "postcode": "1382AB"}]


def test_the_header_is_looked_for_in_the_first_hundred_rows():
    assert len(read(*[["titel"]] * 99, HEADER, ["12", "1382AB"]).rows) == 1
    with pytest.raises(HeaderNotFoundError, match=r"levering\.xlsx"):
        read(*[["titel"]] * 100, HEADER, ["12", "1382AB"])
    assert len(read(*[["titel"]] * 100, HEADER, ["12", "1382AB"], header_row=101).rows) == 1


@pytest.mark.parametrize(
    "header",
    [
        ["Huisnummer", "Postcode"],
        ["Huisnummer", "Straat"],
        ["Huisnummer", "Naam openbare ruimte"],
        ["Nummeraanduiding"],
        ["Verblijfsobject ID"],
    ],
)
def test_this_is_enough_for_an_address(header):
    assert len(read(header, ["0457010000000001"] * len(header)).rows) == 1


@pytest.mark.parametrize(
    "header",
    [
        ["Huisnummer"],
        ["Postcode", "Straat"],
        ["Huisnummer", "Woonplaats"],
        ["Naam", "BSN"],
        ["Toevoeging", "Postcode"],
        [],
    ],
)
def test_this_is_not_enough_for_an_address(header):
    with pytest.raises(HeaderNotFoundError, match="a house number with a postcode or street, or a BAG identifier"):
        read(header, ["1"] * len(header))


def test_a_sheet_without_rows_has_no_header():
    with pytest.raises(HeaderNotFoundError):
        read()
    with pytest.raises(HeaderNotFoundError):
        read_delivery([], "levering.xlsx")


def test_a_header_without_rows_says_so():
    with pytest.raises(RowsMissingError, match=r"levering\.xlsx has a header but no rows"):
        read(HEADER, ["", "  "], [])


def test_header_row_counts_from_one():
    rows = [["Huisnummer", "Postcode"], ["Huisnr", "PC"], ["12", "1382AB"]]
    assert len(read(*rows[:1], ["dicht", ""], *rows[2:], header_row=1).rows) == 2
    assert read_cells(*rows, header_row=2) == [{"huisnummer": "12", "postcode": "1382AB"}]


def test_a_header_row_that_is_no_header_is_an_error():
    with pytest.raises(HeaderNotFoundError):
        read(["titel"], HEADER, ["12", "1382AB"], header_row=1)


@pytest.mark.parametrize("row", [4, 1000])
def test_a_header_row_below_the_last_row_is_an_error(row):
    with pytest.raises(HeaderRowError, match=f"no row {row}"):
        read(["titel"], HEADER, ["12", "1382AB"], header_row=row)


# Rows -------------------------------------------------------------------------------------------------------------


def test_blank_rows_are_no_rows():
    delivery = read(HEADER, ["12", "1382AB"], [], ["", " "], ["\u00a0", "\t"], ["14", "1382AB"])
    assert [row[FIELDS.index("huisnummer")] for row in delivery.rows] == ["12", "14"]


def test_a_row_with_only_other_cells_is_a_row():
    assert read_cells([*HEADER, "Opmerking"], ["", "", "zie bijlage"]) == [{}]


def test_short_rows_and_rows_with_more_cells_are_read():
    rows = [["12"], ["14", "1382AB", "meer", "en meer"]]
    assert read_cells(HEADER, *rows) == [{"huisnummer": "12"}, {"huisnummer": "14", "postcode": "1382AB"}]


def test_cells_lose_blanks_and_control_characters_only():
    rows = read_cells(
        ["16.11.20", "16.11.10"], [" 12\u00a0A ", "Burg.\n  Doorenbos\tstr\x00\x07 "], ["12.0", "'t  Hoogt"]
    )
    assert rows == [
        {"huisnummer": "12 A", "straat": "Burg. Doorenbos str"},
        {"huisnummer": "12.0", "straat": "'t Hoogt"},
    ]


def test_only_address_cells_are_taken_up():
    labels = ["BSN", "16.11.20", "Naam", "16.11.60", "", "17.20.10"]
    delivery = read(labels, ["111222333", "12", "Wrzesniewska", "1382AB", "", "0612345678"])
    assert delivery.rows == [tuple({"huisnummer": "12", "postcode": "1382AB"}.get(name, "") for name in FIELDS)]
    assert [(c.label, c.reason) for c in delivery.dropped] == [
        ("BSN", "BSN"),
        ("Naam", "naam"),
        ("17.20.10", "contactgegevens"),
    ]


def test_dropped_columns_without_a_safe_name_go_by_their_letter():
    labels = [*HEADER, "0612345678", "wrzesniewska@example.org"]
    dropped = read(labels, ["12", "1382AB", "x", "y"]).dropped
    assert [column.label for column in dropped] == ["kolom C", "kolom D"]


@pytest.mark.parametrize("second", ["Postcode", "POSTCODE ", "post-code"])
def test_two_columns_of_one_name_that_differ_are_an_error(second):
    with pytest.raises(AmbiguousColumnError, match=r"Columns B and C of levering\.xlsx .*postcode.*MAPPING"):
        read(["Huisnummer", "Postcode", second], ["12", "1382AB", "1382AB"], ["14", "1382AB", "9999ZZ"])


def test_two_columns_of_one_element_that_differ_are_an_error():
    with pytest.raises(AmbiguousColumnError, match="A and C"):
        read(["16.11.20", "16.11.60", "161120"], ["12", "1382AB", "13"])


def test_of_two_columns_of_one_name_the_filled_cells_count():
    delivery = read(["Huisnummer", "Postcode", "Postcode"], ["12", "", "1382AB"], ["14", "1382AC", ""], ["16", "", ""])
    assert [cells(row).get("postcode") for row in delivery.rows] == ["1382AB", "1382AC", None]
    assert delivery.dropped == []


def test_a_mapping_says_which_of_two_columns_counts():
    rows = read_cells(["Huisnummer", "Postcode", "Postcode"], ["12", "1382AB", "9999ZZ"], mapping='{"postcode": "C"}')
    assert rows == [{"huisnummer": "12", "postcode": "9999ZZ"}]


@pytest.mark.parametrize("day", ["31-12-2024", "30-09-2024", "19-04-2024", "20241231", "2024-12-31", "45657"])
def test_end_dates_are_no_citizen_service_numbers(day):
    assert read_cells([*HEADER, "Einddatum"], *[["12", "1382AB", day]] * 5)[0]["einddatum"] == day


def test_citizen_service_numbers_in_a_column_of_dates_are_dropped():
    rows = [["12", "1382AB", number] for number in bsns(9)]
    assert read_cells([*HEADER, "Einddatum"], *rows)[0] == {"huisnummer": "12", "postcode": "1382AB"}


def test_a_column_with_citizen_service_numbers_does_not_keep_its_cells():
    rows = [[number, "12", "1382AB"] for number in bsns(4)]
    delivery = read(["16.11.90", *HEADER], *rows)
    assert {cell for row in delivery.rows for cell in row} == {"", "12", "1382AB"}
    assert delivery.dropped == [DroppedColumn("16.11.90", "BSN")]


@pytest.mark.parametrize("labels", [["", *HEADER], ["", *HEADER, ""]])
def test_a_filled_column_without_a_name_is_reported_too(labels):
    row = ["111222333", "12", "1382AB", "Wrzesniewska"][: len(labels)]
    assert "kolom A" in {column.label for column in read(labels, row).dropped}


# Sheets -----------------------------------------------------------------------------------------------------------


def test_all_sheets_with_addresses_are_read_each_with_its_own_header():
    sheets = [
        sheet(["Toelichting"], ["Deze levering"], name="Lees mij"),
        sheet(["16.11.60", "16.11.20"], ["1382AB", "12"], name="Een"),
        sheet(["titel"], [], ["BSN", "Huisnummer", "Postcode"], ["111222333", "14", "1382AC"], name="Twee"),
        sheet(name="Leeg"),
    ]
    delivery = read_delivery(sheets, "levering.xlsx")
    assert delivery.sheets == ["Een", "Twee"]
    assert [cells(row) for row in delivery.rows] == [
        {"huisnummer": "12", "postcode": "1382AB"},
        {"huisnummer": "14", "postcode": "1382AC"},
    ]
    assert delivery.dropped == [DroppedColumn("BSN", "BSN")]


def test_a_column_dropped_from_every_sheet_is_named_once():
    pages = [sheet(["BSN", *HEADER], ["111222333", "12", "1382AB"], name=name) for name in "AB"]
    assert read_delivery(pages, "levering.xlsx").dropped == [DroppedColumn("BSN", "BSN")]


def test_one_of_several_sheets_may_be_empty():
    pages = [sheet(HEADER), sheet(HEADER, ["12", "1382AB"])]
    assert len(read_delivery(pages, "levering.xlsx").rows) == 1


def test_header_row_holds_for_the_sheets_that_have_it():
    pages = [sheet(["kort"]), sheet(["titel"], ["titel"], HEADER, ["12", "1382AB"])]
    assert len(read_delivery(pages, "levering.xlsx", header_row=3).rows) == 1


def test_citizen_service_numbers_are_looked_for_on_every_sheet():
    good = sheet(["16.11.40", *HEADER], ["bis", "12", "1382AB"])
    bad = sheet(["16.11.40", *HEADER], *([number, "14", "1382AB"] for number in bsns(5)))
    delivery = read_delivery([good, bad], "levering.xlsx")
    assert [cells(row).get("toevoeging") for row in delivery.rows] == ["bis", *[None] * 5]


def test_rows_are_read_once_from_front_to_back():
    pages = (Sheet("Blad1", iter(rows)) for rows in [[HEADER, ["12", "1382AB"]]])
    assert len(read_delivery(pages, "levering.csv").rows) == 1


def test_a_sheet_without_a_usable_address_is_left_out():
    codes = sheet(
        ["16.11.90", "Identificatiecode nummeraanduiding"], ["16.18.10", "Einddatum geldigheid"], name="Codes"
    )
    data = sheet(["titel"], HEADER, ["12", "1382AB"], name="Data")
    delivery = read_delivery([codes, data], "levering.xlsx")
    assert delivery.sheets == ["Data"]
    assert len(delivery.rows) == 1


def test_a_title_that_names_an_element_is_no_header():
    rows = read_cells(["Levering RNI, selectie op rubriek 16.11.90 gevuld"], HEADER, ["12", "1382AB"])
    assert rows == [{"huisnummer": "12", "postcode": "1382AB"}]


@pytest.mark.parametrize("again", [["16.11.20", "16.11.60"], ["huisnummer", "postcode"]])
def test_a_second_header_below_the_first_is_no_row(again):
    assert len(read(["Huisnummer", "Postcode"], again, ["12", "1382AB"]).rows) == 1


def test_a_header_on_every_page_is_no_row():
    rows = [["12", "1382AB"]] * 50
    assert len(read(HEADER, *rows, HEADER, *rows).rows) == 100


def test_a_copy_of_a_sheet_is_not_counted_twice():
    rows = [["12", "1382AB"], ["14", "1382AB"], ["14", "1382AB"]]
    pages = [sheet(HEADER, *rows, name="Data"), sheet(["titel"], HEADER, *rows[::-1], name="Kopie")]
    delivery = read_delivery(pages, "levering.xlsx")
    assert (len(delivery.rows), delivery.sheets, delivery.not_read) == (3, ["Data"], {2: NotRead.COPY})


def test_a_summary_beside_the_persons_is_not_counted():
    data = sheet(HEADER, ["12", "1382AB"], ["12", "1382AB"])
    pivot = sheet(["Postcode", "Huisnummer", "Aantal"], ["1382AB", "12", "2"])
    delivery = read_delivery([pivot, data], "levering.xlsx")
    assert (len(delivery.rows), delivery.not_read) == (2, {1: NotRead.SUMMARY})


def test_sheets_of_different_layout_are_both_read():
    pages = [sheet(HEADER, ["12", "1382AB"]), sheet(["Huisnummer", "Straat"], ["14", "Dorpsstraat"])]
    assert len(read_delivery(pages, "levering.xlsx").rows) == 2


# MAPPING ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "  ", "{}"])
def test_no_mapping_maps_nothing(text):
    assert parse_mapping(text) == {}


@pytest.mark.parametrize(
    ("text", "character"), [("{", 2), ("huisnummer=Huisnr", 1), ('{"huisnummer": }', 16), ("{'huisnummer': 'A'}", 2)]
)
def test_a_mapping_that_is_no_json_says_where(text, character):
    with pytest.raises(
        MappingError, match=rf"^MAPPING can't be used: it is not JSON \([^()]+, character {character}\)\.$"
    ):
        parse_mapping(text)


@pytest.mark.parametrize(
    "text", ["[]", '"A"', "3", "null", '{"huisnummer": null}', '{"huisnummer": ["A"]}', '{"huisnummer": 1.5}']
)
def test_a_mapping_of_another_form_says_how_it_must_look(text):
    with pytest.raises(MappingError, match=r"^MAPPING can't be used: it must look like \{"):
        parse_mapping(text)


def test_a_mapping_of_an_unknown_field_says_which_there_are():
    with pytest.raises(
        MappingError, match=r"used: there is no field achternaam, bsn; fields are .*straat, openbare_ruimte, huisnummer"
    ) as error:
        parse_mapping('{"bsn": "A", "huisnummer": "B", "achternaam": "C"}')
    assert all(name in str(error.value) for name in FIELDS)


@pytest.mark.parametrize("theirs", ["Kolom zeven", "kolom  ZEVEN", " kolom zeven ", "B", "b", 2, "2"])
def test_a_column_is_mapped_by_name_letter_or_number(theirs):
    mapping = json.dumps({"huisnummer": theirs})
    rows = read_cells(["Postcode", "Kolom zeven"], ["1382AB", "12"], mapping=mapping)
    assert rows == [{"huisnummer": "12", "postcode": "1382AB"}]


def test_columns_are_numbered_from_one_to_the_last():
    labels = ["x", "y", "z"]
    assert [recognise_columns(labels, {"huisnummer": str(n)}).get("huisnummer") for n in range(5)] == [
        None,
        0,
        1,
        2,
        None,
    ]


def test_a_name_goes_before_a_letter_and_a_number():
    labels = ["Postcode", "C", "1", "x"]
    for theirs, at in (("c", 1), ("1", 2), ("d", 3)):
        assert recognise_columns(labels, {"huisnummer": theirs})["huisnummer"] == at


def test_the_mapping_goes_before_everything_that_is_recognised():
    rows = read_cells(
        ["16.11.20", "16.11.60", "echt nummer"], ["99", "1382AB", "12"], mapping='{"huisnummer": "echt nummer"}'
    )
    assert rows == [{"huisnummer": "12", "postcode": "1382AB"}]


def test_a_mapped_column_serves_no_other_field():
    rows = read_cells(["16.11.40", "16.11.20", "16.11.60"], ["A", "12", "1382AB"], mapping='{"huisletter": "16.11.40"}')
    assert rows == [{"huisletter": "A", "huisnummer": "12", "postcode": "1382AB"}]


@pytest.mark.parametrize("theirs", ["Huisnr.!", "Z", "9", "0", "-1", "AAA"])
def test_a_mapped_column_that_is_not_there_is_an_error(theirs):
    mapping = json.dumps({"toevoeging": theirs})
    with pytest.raises(MappingError, match=f"levering.xlsx has no column '{theirs}' for toevoeging"):
        read(HEADER, ["12", "1382AB"], mapping=mapping)


@pytest.mark.parametrize("theirs", ["Huisnr.!", "Z"])
def test_a_missing_mapped_column_is_no_error_where_the_name_is_recognised_too(theirs):
    with pytest.raises(MappingError):
        read(HEADER, ["12", "1382AB"], mapping=json.dumps({"huisnummer": theirs}))


def test_a_mapping_at_citizen_service_numbers_is_refused():
    rows = [[number, "12", "1382AB"] for number in bsns(5)]
    with pytest.raises(PersonalColumnError, match=r"Column A of levering\.xlsx can't serve as toevoeging"):
        read(["Kenmerk", *HEADER], *rows, mapping='{"toevoeging": "Kenmerk"}')


def test_a_mapping_at_a_strange_digit_is_a_mapping_error():
    with pytest.raises(MappingError):
        read(HEADER, ["12", "1382AB"], mapping='{"toevoeging": "\u00b2"}')


def test_a_mapping_at_nothing_is_a_mapping_error():
    with pytest.raises(MappingError):
        read(["", *HEADER], ["geheim", "12", "1382AB"], mapping='{"toevoeging": ""}')


def test_without_any_header_letters_are_enough_and_the_first_row_counts():
    rows = [["12", "1382AB", "Zofia"], ["14", "1382AC", ""]]
    delivery = read(*rows, mapping='{"huisnummer": "A", "postcode": 2}')
    assert [cells(row) for row in delivery.rows] == [
        {"huisnummer": "12", "postcode": "1382AB"},
        {"huisnummer": "14", "postcode": "1382AC"},
    ]
    assert delivery.dropped == [DroppedColumn("kolom C", "niet nodig")]


def test_the_row_that_names_most_columns_is_the_header_of_a_mapping():
    rows = [["nr", "x", ""], ["Nr van huis", "Postcode", "Einddatum"], ["12", "1382AB", "20250101"]]
    expected = [{"huisnummer": "12", "postcode": "1382AB", "einddatum": "20250101"}]
    assert read_cells(*rows, mapping='{"huisnummer": "A", "postcode": "B"}') == expected
    assert read_cells(*rows, mapping='{"huisnummer": "nr van huis"}') == expected


@pytest.mark.parametrize("above", [["Levering RNI", "", "", ""], ["", "", "", ""]])
def test_a_mapping_by_letter_does_not_make_a_title_the_header(above):
    rows = [above, ["Nr van huis", "Code", "Einddatum", "Toevoeging"], ["12", "1382AB", "20250101", "bis"]]
    mapping = '{"huisnummer": "A", "postcode": "B"}'
    assert read_cells(*rows, mapping=mapping) == [
        {"huisnummer": "12", "postcode": "1382AB", "einddatum": "20250101", "toevoeging": "bis"}
    ]


NAMELESS = ["Reg", "Wie", "Adr1", "Hs.num", "Ltr", "Tv", "Zip", "City"]


def nameless(n, letter=""):
    return [[str(at), "x", "Dorpsstraat", str(at), letter, "", "1382AB", "Weesp"] for at in range(1, n + 1)]


@pytest.mark.parametrize(
    "mapping",
    [
        '{"straat": 3, "huisnummer": 4, "huisletter": 5, "postcode": 7}',
        '{"straat": "C", "huisnummer": "D", "huisletter": "E", "postcode": "G"}',
    ],
)
@pytest.mark.parametrize("letter", ["", "D", "E"])
def test_a_cell_that_looks_like_a_letter_or_number_of_a_column_is_no_header(mapping, letter):
    delivery = read(NAMELESS, *nameless(8, letter), mapping=mapping)
    assert [cells(row)["huisnummer"] for row in delivery.rows] == [str(at) for at in range(1, 9)]
    assert {cells(row).get("huisletter", "") for row in delivery.rows} == {letter}


def test_without_a_header_numbers_are_enough():
    assert len(read(["1", "1382AB"], ["2", "1382AB"], mapping='{"huisnummer": 1, "postcode": 2}').rows) == 2


def test_a_mapping_by_letter_passes_over_sheets_that_have_no_addresses():
    notes = sheet(["Toelichting", "", ""], ["Over de levering", "zie boven", "einde"])
    narrow = sheet(["Colofon"], ["Afdeling Toezicht"])
    data = sheet(["a", "b", "c", "Einde"], ["1", "1382AB", "Dorpsstraat", "20250101"])
    mapping = '{"huisnummer": "A", "postcode": "B", "einddatum": "Einde"}'
    for pages in ([notes, data, narrow], [data, notes], [narrow, data]):
        assert len(read_delivery(pages, "levering.xlsx", mapping=mapping).rows) == 1


def test_a_mapped_column_that_one_of_two_deliveries_lacks_is_an_error():
    pages = [sheet([*HEADER, "Einde"], ["12", "1382AB", "20250101"]), sheet(HEADER, ["14", "1382AB"])]
    with pytest.raises(MappingError, match="Einde"):
        read_delivery(pages, "levering.xlsx", mapping='{"einddatum": "Einde"}')
