import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core import spelling

from .support import meaning

NBSP = "\u00a0"


# Postcode ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["1382AB", "1382 ab", f"1382{NBSP}AB", " 1382\tAb ", "1 3 8 2 a b", "1382\u2009AB"])
def test_a_postcode_is_read_in_every_spelling(text):
    assert spelling.postcode(text) == "1382AB"


@pytest.mark.parametrize("text", ["", "0382AB", "1382", "1382A", "1382ABC", "AB1382", "1382-AB", "13820AB", "1382 1B"])
def test_what_is_no_postcode_is_none(text):
    assert spelling.postcode(text) == ""


@given(st.text(max_size=12))
def test_a_postcode_has_one_form_or_none(text):
    assert re.fullmatch(r"(?:[1-9][0-9]{3}[A-Z]{2})?", spelling.postcode(text), re.ASCII)


# Identifiers ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "0457200000198673",
        " 0457200000198673 ",
        "0457 2000 0019 8673",
        f"0457200000198673{NBSP}",
        "457200000198673",
        "457200000198673.0",
        "0457200000198673.00",
    ],
)
def test_an_identifier_is_read_in_every_spelling(text):
    assert spelling.identifier(text, ("20",)) == "0457200000198673"


def test_three_lost_zeros_come_back():
    assert spelling.identifier("3200000000001", ("20",)) == "0003200000000001"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "4.57200000198673E+14",
        "457200000198673.5",
        "45720000019867",
        "00457200000198673",
        "04572000001986731",
        "200000000001",
        "0457010000198673",
        "0457-200000198673",
        "045720000019867A",
        "\u0660\u0664\u0665\u0667\u0662\u0660\u0660\u0660\u0660\u0660\u0661\u0669\u0668\u0666\u0667\u0663",
        "123456782",
        "1234567890",
    ],
)
def test_what_is_no_identifier_of_an_address_is_none(text):
    assert spelling.identifier(text, ("20",)) == ""


@pytest.mark.parametrize("kind", ["01", "02", "03"])
def test_an_identifier_is_of_one_of_the_kinds_that_are_meant(kind):
    text = f"0457{kind}0000198673"
    assert spelling.identifier(text, ("01", "02", "03")) == text
    assert spelling.identifier(text, ("20",)) == ""


@given(st.integers(1, 1999), st.integers(0, 10**10 - 1))
def test_every_identifier_survives_a_spreadsheet(municipality, number):
    text = f"{municipality:04d}20{number:010d}"
    assert spelling.identifier(text.lstrip("0"), ("20",)) == text
    assert spelling.identifier(f"{int(text)}.0", ("20",)) == text


@pytest.mark.parametrize("phone", ["0031612345678", "0031 6 12345678", "0032470123456"])
def test_a_phone_number_is_no_identifier(phone):
    assert spelling.identifier(phone, ("01", "02", "03")) == ""


# Municipality codes -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["0457", "457", "457.0", "GM0457", "gm0457", " 0457 ", "GM 457", f"{NBSP}457"])
def test_a_municipality_code_is_read_in_every_spelling(text):
    assert spelling.municipality_code(text) == "0457"


@pytest.mark.parametrize(
    "text", ["", "0", "0000", "Weesp", "12345", "123456782", "45-7", "457.5", "GM", "\u0664\u0665"]
)
def test_what_is_no_municipality_code_is_none(text):
    assert spelling.municipality_code(text) == ""


def test_the_rni_is_no_municipality():
    assert spelling.municipality_code("1999") == ""


# House numbers ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (("12", "", ""), (12, "", "")),
        (("12.0", "", ""), (12, "", "")),
        (("12.00", "", ""), (12, "", "")),
        (("0012", "", ""), (12, "", "")),
        ((" 12 ", " ", " "), (12, "", "")),
        (("1A", "", ""), (1, "A", "")),
        (("1-A", "", ""), (1, "A", "")),
        (("1 A", "", ""), (1, "A", "")),
        ((f"1{NBSP}A", "", ""), (1, "A", "")),
        (("1/a", "", ""), (1, "a", "")),
        (("1 bis", "", ""), (1, "", "bis")),
        (("1 hs", "", ""), (1, "", "hs")),
        (("1hs", "", ""), (1, "", "hs")),
        (("4 HOOG", "", ""), (4, "", "HOOG")),
        (("12-3", "", ""), (12, "", "3")),
        (("12.3", "", ""), (12, "", "3")),
        (("12-10", "", ""), (12, "", "10")),
        (("12", "", "b.is"), (12, "", "bis")),
        (("12-2-hoog", "", ""), (12, "", "2hoog")),
        (("12A-3", "", ""), (12, "A", "3")),
        (("12A3", "", ""), (12, "A", "3")),
        (("12 A 3", "", ""), (12, "A", "3")),
        (("12", "A", "3"), (12, "A", "3")),
        (("12", "A3", ""), (12, "A", "3")),
        (("12", "bis", ""), (12, "", "bis")),
        (("12", "3", ""), (12, "", "3")),
        (("12", "", "3.0"), (12, "", "3")),
        (("12", "", "-3"), (12, "", "3")),
        (("12A", "A", ""), (12, "A", "")),
        (("12A", "a", ""), (12, "A", "")),
        (("12A", "", "A"), (12, "A", "")),
        (("12A", "", "3"), (12, "A", "3")),
        (("12A-3", "A", "3"), (12, "A", "3")),
        (("12-3", "", "3"), (12, "", "3")),
        (("12A", "A", "3"), (12, "A", "3")),
        (("99999", "", ""), (99999, "", "")),
    ],
)
def test_number_letter_and_addition_are_told_apart(fields, expected):
    assert spelling.house_number(*fields) == expected


@pytest.mark.parametrize("number", ["", "0", "000", "A", "A12", "-5", "100000", "123456782", "t/o 12", "bij 12"])
def test_without_a_house_number_there_is_no_letter_either(number):
    assert spelling.house_number(number, "B", "2") == (0, "", "")


@given(st.integers(1, 99999), st.sampled_from(["", "A", "b"]), st.sampled_from(["", "1", "10", "bis", "04", "WOX"]))
def test_clean_fields_stay_what_they_are(number, letter, addition):
    assert spelling.house_number(str(number), letter, addition) == (number, letter, addition)


@given(st.text(max_size=12), st.text(max_size=6), st.text(max_size=6))
def test_every_text_gives_fields_of_the_form_of_the_bag(number, letter, addition):
    number, letter, addition = spelling.house_number(number, letter, addition)
    assert 0 <= number <= 99999
    assert len(letter) <= 1
    assert all(c.isalnum() for c in letter + addition)
    assert number or not (letter or addition)


@pytest.mark.parametrize("fields", [("12-3", "A", "3"), ("12-3", "A", "")])
def test_an_addition_repeated_in_the_number_does_not_go_before_the_letter(fields):
    number, letter, addition = spelling.house_number(*fields)
    assert (number, spelling.suffix(letter, addition)) == (12, "A3")


def test_a_letter_is_not_lost_to_an_addition_that_ends_in_it():
    assert spelling.house_number("6b", "", "2b") == (6, "b", "2b")


@pytest.mark.parametrize(("fields", "suffix"), [(("12,0", "", ""), ""), (("12", "", "3,00"), "3")])
def test_decimals_behind_a_comma_are_lost_too(fields, suffix):
    number, letter, addition = spelling.house_number(*fields)
    assert (number, spelling.suffix(letter, addition)) == (12, suffix)


@pytest.mark.parametrize("number", ["1123 3345", "11233.3345", "1234-5678"])
def test_eight_or_nine_digits_are_no_house_number(number):
    assert spelling.house_number(number) == (0, "", "")


@pytest.mark.parametrize("born", ["1985-05-12", "1985/05/12 00:00:00", "12-05-1985", "12-5-1985"])
def test_a_date_is_no_house_number(born):
    assert spelling.house_number(born) == (0, "", "")


# Suffixes ---------------------------------------------------------------------------------------------------------


def test_a_suffix_is_the_same_in_either_field_and_any_writing():
    written = [("A", "3"), ("", "a-3"), ("A3", ""), ("a", " 3 "), ("A", "3.0"), ("", "A/3")]
    assert {spelling.suffix(*pair) for pair in written} == {"A3"}
    assert spelling.suffix("", "") == ""


@pytest.mark.parametrize(
    ("key", "others"),
    [
        ("HS", {"HUIS", "H"}),
        ("HUIS", {"HS", "H"}),
        ("BIS", {"BS"}),
        ("BOVEN", {"BOV", "BO"}),
        ("BENEDEN", {"BEN", "BE"}),
        ("ROOD", {"RD"}),
        ("ZWART", {"ZW"}),
        ("HOOG", {"HG"}),
        ("2HOOG", {"2", "2HG", "02"}),
        ("2HG", {"2", "02"}),
        ("2", {"2HG", "02"}),
        ("02", {"2", "2HG"}),
        ("A", set()),
        ("B", set()),
        ("A2", set()),
        ("", set()),
    ],
)
def test_suffixes_that_mean_the_same(key, others):
    found = spelling.equal_suffixes(key)
    assert others <= found
    assert bool(others) == bool(found)
    assert key not in found


@given(st.sampled_from(["1", "10", "11", "2", "B", "BIS", "BS", "BO", "BEN", "H", "HS", "A", "A1", "RD", "ZW", "1HG"]))
def test_a_suffix_never_means_another_number_or_word(key):
    groups = [{"HS", "HUIS", "H"}, {"BIS", "BS"}, {"BO", "BOV", "BOVEN"}, {"BE", "BEN", "BENEDEN"}]
    groups += [{"RD", "ROOD"}, {"ZW", "ZWART"}, {"HG", "HOOG"}]
    for other in spelling.equal_suffixes(key):
        assert meaning(other) == meaning(key) or any({key, other} <= group for group in groups)


@pytest.mark.parametrize(("key", "written"), [("1", "001"), ("1", "0001"), ("15", "0015"), ("01", "001")])
def test_any_number_of_leading_zeros_can_be_lost(key, written):
    assert written in spelling.equal_suffixes(key)


# Street names -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("delivered_name", "official"),
    [
        ("Burg. Doorenbosstr", "Burgemeester Doorenbosstraat"),
        ("BURGEM DOORENBOSSTRAAT", "Burgemeester Doorenbosstraat"),
        ("Dr. Schaepmanln.", "Doctor Schaepmanlaan"),
        ("Ds Talmastr", "Dominee Talmastraat"),
        ("Gr. Kerkstr.", "Grote Kerkstraat"),
        ("Kl Houtwg", "Kleine Houtweg"),
        ("Mgr Nolensln", "Monseigneur Nolenslaan"),
        ("Mr. Troelstradk", "Meester Troelstradijk"),
        ("Past. Schoutensngl", "Pastoor Schoutensingel"),
        ("Pr Hendrikstr", "Prins Hendrikstraat"),
        ("Prof Lorentzstr", "Professor Lorentzstraat"),
        ("St Jacobsstr", "Sint Jacobsstraat"),
        ("V Gentstr", "Van Gentstraat"),
        ("vd Veldeln", "Van de Veldelaan"),
        ("vh Hoffstr", "Van het Hoffstraat"),
        ("'s-Gravelandseweg", "'s Gravelandseweg"),
        ("s Gravelandseweg", "'s-Gravelandseweg"),
        ("Rene Sleeswijkstr", "Ren\u00e9 Sleeswijkstraat"),
        ("Ren\u0065\u0301 Sleeswijkstraat", "Ren\u00e9 Sleeswijkstraat"),
        ("\u0132sselln", "IJssellaan"),
        ("Van-Dam  straat", "Van Damstraat"),
    ],
)
def test_a_shortened_street_name_is_the_street(delivered_name, official):
    assert spelling.street_key(delivered_name) == spelling.street_key(official)


def test_a_shortened_square_is_the_square():
    assert spelling.street_key("Ds Talmapln") == spelling.street_key("Dominee Talmaplein")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dorpsstraat", "Dorpslaan"),
        ("Dorpsstraat", "Dorpstraat"),
        ("1e Dwarsstraat", "2e Dwarsstraat"),
        ("Kerkweg", "Kerkwegje"),
        ("Van Damstraat", "Van den Damstraat"),
        ("Grote Kerkstraat", "Kleine Kerkstraat"),
        ("Prins Hendriklaan", "Prinses Hendriklaan"),
    ],
)
def test_different_streets_stay_different(one, other):
    assert spelling.street_key(one) != spelling.street_key(other)


def test_a_street_key_is_one_word_of_plain_letters():
    assert spelling.street_key("'t Hoge Nest, 2e") == "thogenest2e"
    assert spelling.street_key(" .- ") == ""


def test_the_real_streets_of_weesp_stay_apart_in_every_writing(weesp):
    keys = {}
    for name in set(weesp.straat):
        key = spelling.street_key(name)
        assert keys.setdefault(key, name) == name
        written = [name.upper(), name.lower(), unicodedata.normalize("NFD", name), f" {name} ", name.replace(" ", "  ")]
        assert {spelling.street_key(w) for w in written} == {key}
