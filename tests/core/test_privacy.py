from datetime import date, timedelta
from itertools import chain

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core import privacy
from arbeidsmigratie.arbeidsmigratie_plugin.core.columns import FIELDS
from arbeidsmigratie.arbeidsmigratie_plugin.core.delivery import Sheet, read_delivery
from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import ArbeidsmigratieError, PersonalColumnError
from arbeidsmigratie.arbeidsmigratie_plugin.core.privacy import DroppedColumn
from arbeidsmigratie.arbeidsmigratie_plugin.core.rni import count_addresses

from .support import bag_of, bsn, bsns, sheet

PEILDATUM = date(2026, 7, 1)

# Numbers from 019000000 to 020999999 are left out: without their zero they can read as a date of the BRP.
numbers = (st.integers(1_000_000, 1_899_999) | st.integers(2_100_000, 99_999_999)).map(bsn).filter(bool)


def spellings(number):
    """A citizen service number as people and spreadsheets write it."""
    return [
        number,
        number.lstrip("0"),
        f"{number.lstrip('0')}.0",
        f"{number[:4]}.{number[4:6]}.{number[6:]}",
        f"{number[:3]} {number[3:6]} {number[6:]}",
        f"{number[:4]}-{number[4:6]}-{number[6:]}",
        f"{number[:3]}\u00a0{number[3:6]}\u00a0{number[6:]}",
    ]


# The 11-test ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", ["111222333", "123456782", "000000012", "999999990", "010000008"])
def test_known_numbers_pass(number):
    assert privacy.passes_eleven_test(number)


@pytest.mark.parametrize(
    "text", ["123456789", "111222334", "000000000", "1234567", "1234567820", "", "12345678A", "Weesp"]
)
def test_what_can_be_no_citizen_service_number_fails(text):
    assert not privacy.passes_eleven_test(text)


@given(numbers)
def test_every_spelling_passes(number):
    assert all(privacy.passes_eleven_test(text) for text in spellings(number))


@given(numbers, st.integers(0, 8), st.integers(1, 9))
def test_one_changed_digit_fails(number, at, change):
    other = number[:at] + str((int(number[at]) + change) % 10) + number[at + 1 :]
    assert not privacy.passes_eleven_test(other)


def test_eight_digits_have_lost_a_zero():
    assert privacy.passes_eleven_test("11233345")
    assert privacy.nine_digits("11233345") == "011233345"
    assert privacy.nine_digits("1123334") is None


def test_digits_of_another_script_are_no_number():
    assert privacy.nine_digits("\u0661\u0661\u0661\u0662\u0662\u0662\u0663\u0663\u0663") is None
    assert privacy.nine_digits("\u00b9\u00b9\u00b9\u00b2\u00b2\u00b2\u00b3\u00b3\u00b3") is None


def test_no_date_of_the_brp_counts():
    days = [date(1900, 1, 1) + timedelta(n) for n in range(0, 73000, 3)]
    texts = [f"{day:%Y%m%d}" for day in days] + [f"{year}0000" for year in range(1900, 2100)]
    texts += [f"{year}{month:02d}00" for year in range(1900, 2100) for month in range(1, 13)]
    assert [text for text in texts if privacy.nine_digits(text) is not None] == []
    assert privacy.nine_digits("2026-07-01") is privacy.nine_digits("20260701.0") is None


def test_a_number_that_only_starts_like_a_date_counts():
    assert privacy.nine_digits("19991331") == "019991331"
    assert privacy.nine_digits("20001240") == "020001240"
    assert privacy.nine_digits("18991231") == "018991231"
    assert privacy.nine_digits("199912312") == "199912312"


# Columns of citizen service numbers -------------------------------------------------------------------------------


@given(st.lists(numbers, min_size=1, max_size=8, unique=True), st.data())
def test_a_column_of_citizen_service_numbers_is_seen_in_any_spelling(column, data):
    assert privacy.holds_bsn([data.draw(st.sampled_from(spellings(number))) for number in column])


@given(st.lists(numbers, min_size=2, max_size=8, unique=True), st.lists(st.just(""), max_size=40), st.randoms())
def test_empty_cells_do_not_hide_them(column, blanks, random):
    cells = column + blanks
    random.shuffle(cells)
    assert privacy.holds_bsn(iter(cells))


@pytest.mark.parametrize(
    "column",
    [
        [],
        ["", ""],
        ["1", "12", "12A", "104"],
        ["1382AB", "1382 AC"],
        ["Dorpsstraat", "Kerkweg"],
        ["0457200000198673", "0457200000198681"],
        ["20260701", "19850417", "20240000", ""],
        ["123456781", "123456783", "123456784"],
    ],
)
def test_a_column_of_something_else_is_none(column):
    assert not privacy.holds_bsn(column)


def test_more_than_a_tenth_of_the_values_must_have_nine_digits():
    column = bsns(1) + ["12"] * 9
    assert not privacy.holds_bsn(column)
    assert privacy.holds_bsn(column[:-1])
    assert privacy.holds_bsn(column[:-1] + [""] * 100)


def test_more_than_half_of_those_must_pass():
    failing = ["123456781", "123456783"]
    assert not privacy.holds_bsn(bsns(2) + failing)
    assert privacy.holds_bsn(bsns(3) + failing)


# Column names -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "label",
    [
        "16.11.20",
        "161120",
        "16-11-20",
        "16_11_20",
        "16 11 20",
        " 16.11.20 ",
        "161120.0",
        "16.11.20 Huisnummer",
        "Huisnummer (16.11.20)",
        "R16.11.20",
        "rubriek161120",
        "2020-11-16",
        "2020/11/16 00:00:00",
        "2020-11-16T00:00:00",
        "1920-11-16",
    ],
)
def test_an_element_is_read_in_every_spelling(label):
    assert privacy.brp_element(label) == (16, 11, 20)


@given(st.integers(1, 99), st.integers(1, 99), st.integers(1, 99), st.sampled_from([".", "-", "_", " ", ""]))
def test_every_element_is_read(category, group, element, between):
    assert privacy.brp_element(f"{category:02d}{between}{group:02d}{between}{element:02d}") == (
        category,
        group,
        element,
    )
    assert privacy.brp_element(f"{category}{between}{group:02d}{between}{element:02d}") == (category, group, element)


@given(st.integers(1, 31), st.integers(1, 12), st.integers(0, 99), st.sampled_from("-/"), st.sampled_from(["19", "20"]))
def test_every_element_comes_back_from_the_date_that_excel_made_of_it(category, group, element, between, century):
    label = f"{century}{element:02d}{between}{group:02d}{between}{category:02d}"
    assert privacy.brp_element(label) == privacy.brp_element(f"{label} 00:00:00") == (category, group, element)


@pytest.mark.parametrize("label", ["16-11-2020", "16/11/2020", "16-11-1920", "16-11-2020 00:00"])
def test_an_element_comes_back_from_a_dutch_date(label):
    assert privacy.brp_element(label) == (16, 11, 20)


@pytest.mark.parametrize(
    "label", ["", "Huisnummer", "1611", "1161120", "16112099", "111222333", "0612345678", "16.11.2", "16,11,20"]
)
def test_what_is_no_element_is_none(label):
    assert privacy.brp_element(label) is None


@pytest.mark.parametrize(
    ("label", "why"),
    [
        ("01.01.10", "BSN of A-nummer"),
        ("01.01.20", "BSN of A-nummer"),
        ("01.02.40", "naam"),
        ("01.03.10", "geboorte"),
        ("01.04.10", "geslacht"),
        ("01.61.10", "persoon"),
        ("02.03.10", "ouder"),
        ("02.02.40", "ouder"),
        ("03.02.40", "ouder"),
        ("04.05.10", "nationaliteit"),
        ("05.02.40", "partner"),
        ("06.08.10", "overlijden"),
        ("07.67.10", "inschrijving"),
        ("08.11.60", "verblijfplaats"),
        ("09.02.10", "kind"),
        ("10.39.10", "verblijfstitel"),
        ("17.20.10", "contactgegevens"),
        ("16.12.10", "niet nodig"),
        ("BSN", "BSN"),
        ("Burgerservicenummer", "BSN"),
        ("Sofi-nummer", "BSN"),
        ("A-nummer", "A-nummer"),
        ("Administratienummer", "A-nummer"),
        ("Geboortedatum", "geboorte"),
        ("Geslachtsnaam", "naam"),
        ("Achternaam", "naam"),
        ("Voornamen", "naam"),
        ("Voornaam", "naam"),
        ("Voorletters", "naam"),
        ("Voorvoegsel", "naam"),
        ("Naam", "naam"),
        ("namen", "naam"),
        ("Geslacht", "geslacht"),
        ("Geslachtsaanduiding", "geslacht"),
        ("Nationaliteit", "nationaliteit"),
        ("Telefoonnummer", "telefoon"),
        ("Mobiel", "telefoon"),
        ("GSM", "telefoon"),
        ("E-mailadres", "e-mail"),
        ("Datum inschrijving", "niet nodig"),
    ],
)
def test_a_dropped_column_is_named_with_the_reason(label, why):
    dropped = privacy.dropped_column(label, "C")
    assert (dropped.label, dropped.reason) == (label, why)
    assert str(dropped) == f"{label} ({why})"


@pytest.mark.parametrize("label", ["010120", "10120", "01-01-20", "Rubriek 01.01.20", "01.01.20 Burgerservicenummer"])
def test_an_element_is_repeated_in_one_form_and_without_words(label):
    assert str(privacy.dropped_column(label, "C")) == "01.01.20 (BSN of A-nummer)"


def test_a_name_that_is_no_word_of_a_header_is_not_repeated_but_its_reason_is():
    assert str(privacy.dropped_column("Geboren op", "C")) == "kolom C (geboorte)"
    assert str(privacy.dropped_column("Telefoon van Zofia", "D")) == "kolom D (telefoon)"
    assert str(privacy.dropped_column("Zofia", "AA")) == "kolom AA (niet nodig)"
    assert str(privacy.dropped_column("", "B")) == "kolom B (niet nodig)"


def test_blanks_in_a_name_are_squeezed():
    assert privacy.dropped_column(" Datum \n inschrijving ", "C").label == "Datum inschrijving"


def test_an_element_in_a_row_that_may_be_no_header_could_be_a_date():
    assert str(privacy.dropped_column("17.04.85", "C", header=False)) == "kolom C (niet nodig)"
    assert str(privacy.dropped_column("BSN", "C", header=False)) == "BSN (BSN)"


@pytest.mark.parametrize("label", ["Naam: \u0418\u0432\u0430\u043d\u043e\u0432", "Kenmerk \u0141\u00f3\u015b"])
def test_a_name_with_other_letters_behind_it_is_not_repeated(label):
    assert privacy.dropped_column(label, "C").label == "kolom C"


@pytest.mark.parametrize(
    "label",
    [
        "111222333",
        "11122233",
        "111.222.333",
        "111 222 333",
        "0612345678",
        "06 12345678",
        "06-12345678",
        "wrzesniewska@example.org",
        "19850417",
        "17 april 1985",
        "Wrzesniewska 111222333",
        "16.11.20 111222333",
        "Wrzesniewska, geboren in 1985",
        "x" * 41,
    ],
)
def test_a_name_that_could_be_a_value_is_not_repeated(label):
    assert privacy.dropped_column(label, "C").label == "kolom C"


@pytest.mark.parametrize(
    "label",
    [
        "1234.56.782",
        "12.34.56.782",
        "06-12 34 56 78",
        "06 12 34 56 78",
        "+31 6 12 34 56 78",
    ],
)
def test_a_number_that_looks_like_an_element_is_not_repeated(label):
    assert privacy.dropped_column(label, "C").label == "kolom C"


# Nothing personal leaves ------------------------------------------------------------------------------------------

BAG = bag_of({}, {"huisnummer": 14, "huisletter": "A"}, {"huisnummer": 14, "toevoeging": "bis"}, {"straat": "Kerkweg"})

# Field -> ways to head its column.
ADDRESS_LABELS = {
    "gemeentecode": ["16.09.10", "Gemeentecode", "gemeente"],
    "straat": ["16.11.10", "STRAATNAAM", "Straat"],
    "openbare_ruimte": ["16.11.15", "Naam openbare ruimte"],
    "huisnummer": ["16.11.20", "161120", "Huisnummer", "nr"],
    "huisletter": ["16.11.30", "huisletter"],
    "toevoeging": ["16.11.40", "Huisnummertoevoeging"],
    "aanduiding": ["16.11.50", "Aanduiding bij huisnummer"],
    "postcode": ["16.11.60", "Postcode", "2060-11-16"],
    "woonplaats": ["16.11.70", "Woonplaats"],
    "adresseerbaarobject_id": ["16.11.80", "Identificatiecode verblijfplaats"],
    "nummeraanduiding_id": ["16.11.90", "nummeraanduiding"],
    "begindatum": ["Datum aanvang", "Begindatum"],
    "einddatum": ["16.18.10", "Einddatum"],
}
PERSONAL_LABELS = {
    "bsn": ["01.01.20", "BSN", "Burgerservicenummer", "nummer", "Kenmerk", "010120", "17.99.99", ""],
    "surname": ["01.02.40", "Geslachtsnaam", "Naam", "Bijzonderheden", "08.11.10", ""],
    "given": ["01.02.10", "Voornamen", "letter", "08.11.30", ""],
    "phone": ["17.20.10", "Telefoon", "Contact", "08.11.20", ""],
    "mail": ["17.21.10", "E-mail", "Contact 2", ""],
}

words = st.text("abcdefghijklmnopqrstuvwxyz", min_size=4, max_size=9).map(lambda rest: f"Zq{rest}")


@st.composite
def persons(draw):
    """An invented person: the cells of its columns."""
    surname, given = draw(words), draw(words)
    # Without zeros they are no part of an identifier of the BAG by accident.
    number = draw(numbers.filter(lambda digits: "0" not in digits[1:]))
    phone = f"6{draw(st.text('123456789', min_size=8, max_size=8))}"
    pairs = " ".join(phone[at : at + 2] for at in range(1, 9, 2))
    return {
        "bsn": draw(st.sampled_from(spellings(number))),
        "surname": draw(st.sampled_from([surname, surname.upper(), f"van {surname}", f"{surname}-{given}"])),
        "given": draw(st.sampled_from([given, f"{given} {surname}", f"J. {given}"])),
        "phone": draw(
            st.sampled_from([f"0{phone}", f"+31{phone}", f"06-{phone[1:]}", f"06 {pairs}", f"+31 (0){phone}"])
        ),
        "mail": f"{given}.{surname}@example.org".lower(),
        "secrets": [number.lstrip("0"), surname.lower(), given.lower(), phone[1:]],
    }


@st.composite
def homes(draw):
    """The address cells of a row."""
    return {
        "gemeentecode": draw(st.sampled_from(["0457", "457", ""])),
        "straat": draw(st.sampled_from(["Dorpsstraat", "Kerkweg", "Zijweg", ""])),
        "openbare_ruimte": draw(st.sampled_from(["Dorpsstraat", ""])),
        "huisnummer": draw(st.sampled_from(["12", "14", "14 A", "99", ""])),
        "huisletter": draw(st.sampled_from(["A", ""])),
        "toevoeging": draw(st.sampled_from(["bis", "3", ""])),
        "aanduiding": draw(st.sampled_from(["", "", "by"])),
        "postcode": draw(st.sampled_from(["1382AB", "1382 ab", "1399ZZ", ""])),
        "woonplaats": draw(st.sampled_from(["Weesp", "Muiden", ""])),
        "adresseerbaarobject_id": draw(st.sampled_from(["", BAG.adresseerbaarobject_id[0], "0457010000999999"])),
        "nummeraanduiding_id": draw(st.sampled_from(["", BAG.nummeraanduiding_id[0]])),
        "begindatum": draw(st.sampled_from(["", "20240101", "20270000"])),
        "einddatum": draw(st.sampled_from(["", "20250101", "20270000"])),
    }


def leaving(sheets, **how):
    """Every text and number that an import of these sheets lets out of core, and the delivery's error if it has one."""
    try:
        delivery = read_delivery(sheets, "levering.xlsx", **how)
    except ArbeidsmigratieError as error:
        return [str(error), *map(str, error.values.values())]
    counts = count_addresses(delivery, BAG, PEILDATUM)
    assert set(counts.objects.adresseerbaarobject_id) <= set(BAG.adresseerbaarobject_id)
    listed = chain.from_iterable(vars(row.address).values() for row in counts.unmatched)
    dropped = chain.from_iterable((column.label, column.reason, str(column)) for column in delivery.dropped)
    return [*map(str, listed), *dropped, *counts.municipalities]


def plain(text):
    return "".join(c for c in text.lower() if c.isalnum())


def assert_silent(texts, people):
    """No text holds anything of these people, whatever its spelling."""
    secrets = {plain(secret) for person in people for secret in person["secrets"]}
    found = {secret for secret in secrets for text in texts if secret in plain(text)}
    assert not found, f"{found} in {texts}"


@st.composite
def deliveries(draw):
    """People, and a sheet about them: columns in any order under any names, some rows shifted sideways."""
    people = draw(st.lists(st.tuples(persons(), homes()), min_size=1, max_size=6))
    fields = draw(st.lists(st.sampled_from(FIELDS), min_size=2, max_size=len(FIELDS), unique=True))
    private = draw(st.lists(st.sampled_from(sorted(PERSONAL_LABELS)), max_size=8))
    columns = draw(st.permutations([*fields, *private]))
    labels = [draw(st.sampled_from({**ADDRESS_LABELS, **PERSONAL_LABELS}[name])) for name in columns]
    by = draw(st.integers(-len(columns), len(columns)))
    rows = []
    for person, home in people:
        cells = [{**person, **home}[name] for name in columns]
        shifted = cells[by:] + cells[:by]
        rows.append(draw(st.sampled_from([cells, shifted, shifted])))
    title = draw(st.sampled_from([[], [["Levering RNI"], []]]))
    return [person for person, _ in people], columns, Sheet("Blad1", [*title, labels, *rows])


@settings(max_examples=250)
@given(deliveries())
def test_nothing_personal_leaves_a_delivery(made):
    people, _, page = made
    assert_silent(leaving([page]), people)


@settings(max_examples=100)
@given(deliveries(), st.data())
def test_nothing_personal_leaves_by_way_of_a_mapping(made, data):
    people, columns, page = made
    fields = data.draw(st.lists(st.sampled_from(FIELDS), min_size=1, max_size=4, unique=True))
    targets = [data.draw(st.integers(1, len(columns))) for _ in fields]
    mapping = ", ".join(f'"{field}": {target}' for field, target in zip(fields, targets))
    header = next(number for number, row in enumerate(page.rows, 1) if len(row) == len(columns))
    assert_silent(leaving([page], mapping=f"{{{mapping}}}", header_row=header), people)


def shifted_delivery(field, value, n=12):
    """A delivery with good addresses in which one field of every row holds something personal."""
    labels = ["16.11.10", "16.11.20", "16.11.30", "16.11.40", "16.11.60", "16.11.70", "16.11.80", "16.11.90"]
    names = ["straat", "huisnummer", "huisletter", "toevoeging", "postcode", "woonplaats"]
    names += ["adresseerbaarobject_id", "nummeraanduiding_id"]
    home = {"straat": "Zijweg", "huisnummer": "7", "postcode": "1399ZZ", "woonplaats": "Muiden", field: value}
    return [sheet(labels, *([home.get(name, "") for name in names] for _ in range(n)))]


@pytest.mark.parametrize("field", ["straat", "huisnummer", "huisletter", "toevoeging", "postcode", "woonplaats"])
@pytest.mark.parametrize(
    "value", ["Wrzesniewska", "J. Wrzesniewska", "Zo\u00eb", "wrzesniewska@example.org", "7 Wrzesniewska"]
)
def test_no_name_or_address_of_a_person_comes_through_an_address_column(field, value):
    texts = leaving(shifted_delivery(field, value))
    assert_silent(texts, [{"secrets": ["wrzesniewska", "zo\u00eb", "example"]}])


@pytest.mark.parametrize(
    "field", [*FIELDS[1:4], "toevoeging", "postcode", "adresseerbaarobject_id", "nummeraanduiding_id"]
)
@pytest.mark.parametrize("value", ["0612345678", "06-12345678", "+31612345678", "+31 6 1234 5678", "06 12 34 56 78"])
def test_no_phone_number_comes_through_an_address_column(field, value):
    assert_silent(leaving(shifted_delivery(field, value)), [{"secrets": ["12345678", "2345678"]}])


def test_no_phone_number_with_zeros_comes_through_an_identifier():
    texts = leaving(shifted_delivery("adresseerbaarobject_id", "0031612345678"))
    assert_silent(texts, [{"secrets": ["612345678"]}])


@pytest.mark.parametrize("born", ["1985-04-17", "1985/04/17 00:00:00"])
def test_no_date_of_birth_comes_through_the_house_number(born):
    texts = leaving(shifted_delivery("huisnummer", born))
    assert not {"1985", "0417"} & set(texts)


@pytest.mark.parametrize("position", range(8))
def test_a_few_citizen_service_numbers_among_good_cells_do_not_come_through(position):
    number = "111222333"
    good = ["Zijweg", "7", "A", "3", "1399ZZ", "Muiden", "0457010000999999", "0457200000999999"]
    labels = ["16.11.10", "16.11.20", "16.11.30", "16.11.40", "16.11.60", "16.11.70", "16.11.80", "16.11.90"]
    bad = [[*good[:position], text, *good[position + 1 :]] for text in spellings(number)]
    texts = leaving([sheet(labels, *([good] * 80), *bad)])
    assert_silent(texts, [{"secrets": [number]}])


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("spelling", range(7))
def test_a_mapping_that_points_at_citizen_service_numbers_is_refused(field, spelling):
    numbers_in_column = [spellings(number)[spelling] for number in bsns(10, first=1234567)]
    rows = [[number, "12", "1382AB"] for number in numbers_in_column]
    with pytest.raises(PersonalColumnError) as error:
        read_delivery(
            [sheet(["Kenmerk", "Huisnummer", "Postcode"], *rows)], "levering.xlsx", mapping=f'{{"{field}": "Kenmerk"}}'
        )
    assert error.value.values == {"column": "A", "file": "levering.xlsx", "field": field}
    assert_silent([str(error.value)], [{"secrets": numbers_in_column}])


def test_a_column_of_citizen_service_numbers_under_a_good_name_is_dropped():
    labels = ["Huisnummer", "Postcode", "16.11.40"]
    delivery = read_delivery([sheet(labels, *(["12", "1382AB", number] for number in bsns(9)))], "levering.xlsx")
    assert set(delivery.rows) == {tuple({"huisnummer": "12", "postcode": "1382AB"}.get(name, "") for name in FIELDS)}
    assert delivery.dropped == [DroppedColumn("16.11.40", "BSN")]


def test_a_delivery_that_keeps_no_address_without_such_a_column_is_refused():
    rows = [[number, "1382AB", "Dorpsstraat"] for number in bsns(5)]
    with pytest.raises(PersonalColumnError) as error:
        read_delivery([sheet(["Huisnummer", "Postcode", "Straat"], *rows)], "levering.xlsx")
    assert error.value.values == {"column": "A", "file": "levering.xlsx", "field": "huisnummer"}


@pytest.mark.parametrize(
    "how",
    [
        {"mapping": '{"huisnummer": "C", "postcode": "D"}'},
        {"mapping": '{"huisnummer": 3, "postcode": 4}', "header_row": 1},
    ],
)
def test_a_file_without_header_keeps_its_first_person_to_itself(how):
    rows = [[number, "Wrzesniewska", "12", "1382AB", "Zofia", "17-04-1985", "17-04-85"] for number in bsns(5)]
    assert_silent(leaving([sheet(*rows)], **how), [{"secrets": ["wrzesniewska", "zofia", "17041985", "170485"]}])


@settings(max_examples=50, phases=[Phase.explicit, Phase.generate])
@given(deliveries())
@example(
    (
        [{"secrets": ["zqaaaa"]}],
        ["surname", "huisnummer", "postcode"],
        Sheet("Blad1", [["16.11.20"], ["Zqaaaa", "12", "1382AB"]]),
    )
)
def test_nothing_personal_leaves_a_delivery_without_a_header(made):
    people, columns, page = made
    rows = [row for row in page.rows if len(row) == len(columns)][-len(people) :]
    at = {name: columns.index(name) + 1 for name in ("huisnummer", "postcode") if name in columns}
    if len(at) == 2:
        assert_silent(leaving([Sheet("Blad1", rows)], mapping=str(at).replace("'", '"')), people)


@pytest.mark.parametrize("label", ["841203", "84.12.03", "16.11.23", "01.12.83", "70.12.20"])
def test_three_pairs_of_digits_that_are_no_element_could_be_a_date_of_birth(label):
    assert privacy.dropped_column(label, "C").label == "kolom C"


@pytest.mark.parametrize(
    ("label", "shown"), [("010120", "01.01.20"), ("17.20.10", "17.20.10"), ("58.11.15", "58.11.15")]
)
def test_elements_of_the_brp_are_repeated(label, shown):
    assert privacy.dropped_column(label, "C").label == shown


def test_a_file_name_loses_the_citizen_service_number_in_it():
    assert privacy.safe_file_name("Jansen 111222333.xlsx") == "Jansen *********.xlsx"
    assert privacy.safe_file_name("levering_20260701_111222334.csv") == "levering_20260701_111222334.csv"


@pytest.mark.parametrize("text", ["Dorpsstraat 12, Weesp", "1382 AB 12", "Plein 1940-1945 nr 12-3, 1382AB Weesp"])
def test_one_address_may_be_looked_up(text):
    assert privacy.is_one_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a" * 121,
        "Weg 1\nWeg 2",
        "Weg 1; Weg 2",
        "Weg 1 111222333",
        "Weg 1, 06-12345678",
        "Weg 1 tel 06 1234-5678",
        "Weg 1 jan@example.org",
        "Weg 1\tWeesp",
    ],
)
def test_a_list_or_something_of_a_person_may_not(text):
    assert not privacy.is_one_address(text)


def test_labels_are_repeated_only_where_they_are_words_of_a_header():
    assert privacy.safe_labels(["Postcode", "Proefpersoon", "norm_m2"], ["norm_m2"]) == "Postcode, norm_m2"
    assert "Proefpersoon" not in privacy.safe_labels(["Proefpersoon", "123456782"])
