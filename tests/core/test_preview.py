"""What of a delivery may be shown before it is read in."""

from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.columns import FIELDS, column_letter
from arbeidsmigratie.arbeidsmigratie_plugin.core.delivery import read_delivery
from arbeidsmigratie.arbeidsmigratie_plugin.core.placing import SafeWords
from arbeidsmigratie.arbeidsmigratie_plugin.core.preview import ROWS, peek, preview
from arbeidsmigratie.arbeidsmigratie_plugin.core.shown_cells import MASK, shown_cell

from .support import bag_of, bsns, sheet

WORDS = SafeWords(bag_of({}, {"straat": "Kerkweg", "toevoeging": "bis", "woonplaats": "Nigtevecht"}))
HEADER = ["BSN", "Geslachtsnaam", "Straatnaam", "Huisnummer", "Postcode", "Woonplaats", "Opmerking"]
ROW = ["123456782", "Proefpersoon", "Dorpsstr.", "12 a", "1382 ab", "WEESP", "belt 's avonds"]


def shown(*rows, header_row=None, mapping=None, words=WORDS):
    first, _ = peek([sheet(*rows)], header_row)
    return preview(first, header_row, mapping, words)


def fields(found):
    return {column.letter: column.field for column in found.columns if column.field}


def test_address_columns_are_shown_and_all_else_is_masked():
    found = shown(HEADER, ROW)
    assert fields(found) == {"C": "straat", "D": "huisnummer", "E": "postcode", "F": "woonplaats"}
    assert found.rows == ((MASK, MASK, "Dorpsstraat", "12 a", "1382AB", "Weesp", MASK),)
    assert [column.personal for column in found.columns] == [True, True, False, False, False, False, False]
    assert "BSN" in str(found.columns[0].why) and "name" in str(found.columns[1].why)
    assert (found.header_row, found.sheet, found.sheets, found.sufficient) == (1, 1, 1, True)


def test_before_the_bag_is_read_no_street_or_place_is_shown():
    found = shown(HEADER, ROW, words=None)
    assert found.rows == ((MASK, MASK, MASK, "12 a", "1382AB", MASK, MASK),)


def test_a_mask_tells_no_length_and_not_that_a_cell_is_empty():
    rows = [["", "A", "Kerkweg", "1", "1382AB", "Weesp", ""], ["1", "A" * 40, "Kerkweg", "1", "1382AB", "Weesp", "x"]]
    assert {row[at] for row in shown(HEADER, *rows).rows for at in (0, 1, 6)} == {MASK}


def test_a_text_in_an_address_column_that_is_no_word_of_the_bag_is_masked():
    found = shown(HEADER, [*ROW[:2], "Jansen", "12", "Pietersen", "Polen", ""])
    assert found.rows[0][2:6] == (MASK, "12", MASK, MASK)


def test_an_address_column_with_citizen_service_numbers_is_masked_as_a_whole():
    rows = [["Kerkweg", str(at), "1382AB", number] for at, number in enumerate(bsns(30), start=1)]
    found = shown(["Straat", "Huisnummer", "Postcode", "Toevoeging"], *rows)
    assert fields(found) == {"A": "straat", "B": "huisnummer", "C": "postcode"}
    assert found.columns[3].personal and {row[3] for row in found.rows} == {MASK}


def test_numbers_of_persons_in_a_column_without_a_telling_name_are_seen():
    rows = [["Kerkweg", str(at), "1382AB", number] for at, number in enumerate(bsns(30), start=1)]
    assert shown(["Straat", "Huisnummer", "Postcode", "Kenmerk"], *rows).columns[3].personal


def test_a_column_about_a_person_cannot_be_mapped():
    found = shown(HEADER, ROW, mapping={"straat": "Geslachtsnaam"})
    assert "straat" not in fields(found).values()
    assert found.rows[0][1] == MASK


def test_without_a_header_all_is_masked_and_columns_have_letters():
    found = shown(["Jansen", "12"], ["Pietersen", "14"])
    assert found.header_row is None and not found.sufficient
    assert [(column.letter, column.label) for column in found.columns] == [("A", ""), ("B", "")]
    assert found.rows == ((MASK, MASK), (MASK, MASK))


def test_columns_without_a_header_are_given_by_letter():
    found = shown(["Jansen", "Dorpsstraat", "12", "1382AB"], mapping={"huisnummer": "C", "postcode": "D"})
    assert found.sufficient and found.header_row is None
    assert found.rows == ((MASK, MASK, "12", "1382AB"),)


def test_the_header_row_of_the_user_counts():
    rows = [["Huisnummer", "Postcode"], ["titel", ""], ["nr", "pc"], ["12", "1382AB"]]
    assert shown(*rows, header_row=3).header_row == 3
    assert shown(*rows, header_row=3).rows == (("12", "1382AB"),)
    assert shown(*rows, header_row=40).header_row is None


def test_a_field_can_be_left_out():
    found = shown(HEADER, ROW, mapping={"straat": "-"})
    assert "straat" not in fields(found).values()
    assert found.sufficient and found.missing == ()


def test_a_mapping_that_names_no_column_is_told():
    assert shown(HEADER, ROW, mapping={"toevoeging": "Toev."}).missing == ("toevoeging",)


def test_the_sheet_with_persons_is_shown_not_the_summary():
    summary = sheet(["Postcode", "Huisnummer", "Aantal"], ["1382AB", "12", "4"], name="Totaal")
    persons = sheet(HEADER, ROW)
    first, _ = peek([sheet(["leeg"]), summary, persons])
    assert (preview(first).sheet, preview(first).sheets) == (3, 3)


def test_no_more_rows_are_taken_than_the_preview_needs_and_none_is_lost():
    taken = []

    def rows():
        yield HEADER
        for at in range(20_000):
            taken.append(at)
            yield [*ROW[:3], str(at % 99 + 1), *ROW[4:]]

    first, again = peek([type(sheet())("Blad1", rows())])
    assert len(preview(first, words=WORDS).rows) == ROWS
    assert len(taken) < 300
    assert len(read_delivery(again, "levering.csv").rows) == 20_000


# Whatever the delivery --------------------------------------------------------------------------------------------

SECRET = st.one_of(
    st.sampled_from(bsns(40)),
    st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=9, max_size=12).map(str.capitalize),
    st.from_regex(r"\+48 [0-9]{3} [0-9]{3} [0-9]{3}", fullmatch=True),
    st.from_regex(r"19[0-9]{2}-0[1-9]-1[0-9]", fullmatch=True),
)
LABEL = st.one_of(
    st.sampled_from(["Naam", "Kenmerk", "01.02.40", "Geboortedatum", "", "Contact", "Postcode BRP"]), SECRET
)
ADDRESS = ("straat", "huisnummer", "postcode", "woonplaats")


@st.composite
def deliveries(draw):
    """Rows with address columns among others; the cells of the others are secrets."""
    others = draw(st.lists(LABEL, min_size=1, max_size=6))
    places = draw(st.permutations([*ADDRESS, *range(len(others))]))
    header = [place if isinstance(place, str) else others[place] for place in places]
    known = {"straat": "Kerkweg", "huisnummer": "7", "postcode": "1382AB", "woonplaats": "Weesp"}
    rows, secrets = [], set()
    for _ in range(draw(st.integers(1, 25))):
        cells = [known[place] if isinstance(place, str) else draw(SECRET) for place in places]
        secrets |= {cell for cell, place in zip(cells, places) if not isinstance(place, str)}
        rows.append(cells)
    above = draw(st.lists(st.lists(SECRET, min_size=1, max_size=3), max_size=3))
    secrets |= {cell for row in above for cell in row}
    head = [header] if draw(st.booleans()) else []
    return [*above, *head, *rows], secrets | {label for label in others if label not in ("", "Naam", "Kenmerk")}


@given(deliveries(), st.one_of(st.none(), st.integers(1, 6)), st.booleans())
def test_no_cell_of_another_column_is_anywhere_in_the_preview(delivery, header_row, with_words):
    rows, secrets = delivery
    text = repr(shown(*rows, header_row=header_row, words=WORDS if with_words else None))
    safe = {"01.02.40", "Geboortedatum", "Contact", "Postcode BRP"}
    assert not [secret for secret in secrets - safe if secret in text]


@given(deliveries(), st.dictionaries(st.sampled_from(FIELDS), st.integers(0, 9).map(column_letter), max_size=4))
def test_no_secret_is_shown_however_columns_are_mapped_by_hand(delivery, mapping):
    """Dates of a stay are no secret: only those of long ago could be of birth."""
    rows, secrets = delivery
    text = repr(shown(*rows, mapping=mapping))
    safe = {"01.02.40", "Geboortedatum", "Contact", "Postcode BRP"}
    assert not [secret for secret in secrets - safe if secret in text]


@given(st.sampled_from(FIELDS), SECRET)
def test_a_secret_has_the_form_of_no_field(field, secret):
    assert shown_cell(field, secret, WORDS) == MASK
