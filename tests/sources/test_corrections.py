"""The file with addresses that were linked by hand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.address import Address
from arbeidsmigratie.arbeidsmigratie_plugin.core.corrections import Correction, Decision, as_corrections, key_of
from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import FileDamagedError, OutputError
from arbeidsmigratie.arbeidsmigratie_plugin.core.refusals import CorrectionError, CorrectionsFileError
from arbeidsmigratie.arbeidsmigratie_plugin.sources.corrections import (
    COLUMNS,
    read_corrections,
    save_corrections,
    write_corrections,
)

DAY = date(2026, 7, 1)
ADDRESS = Address(postcode="1382AB", huisnummer=12, huisletter="A", straat="Dorpsstraat", gemeentecode="0457")
LINK = Correction(ADDRESS, Decision.LINK, "0457010000000001", DAY)
SKIP = Correction(Address(nummeraanduiding_id="0457200000000007"), Decision.SKIP, "", DAY)
ROW = "1382AB;12;;;Dorpsstraat;Weesp;457;;;;koppelen;NL.IMBAG.Verblijfsobject.0457010000000001;2026-07-01"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "rni_correcties.csv"


def written(path, *rows, header=""):
    header = header or ";".join(COLUMNS)
    path.write_text("\n".join([header, *rows]), encoding="utf-8-sig")
    return path


def test_what_was_written_is_read(path):
    write_corrections(path, [LINK, SKIP])
    assert read_corrections(path) == as_corrections([LINK, SKIP])


@given(
    st.builds(
        Address,
        huisnummer=st.integers(1, 99999),
        huisletter=st.sampled_from(["", "A", "b"]),
        toevoeging=st.sampled_from(["", "bis", "1", "2A", "hs", "0012"]),
        postcode=st.sampled_from(["1382AB", "9999ZZ"]),
        straat=st.sampled_from(["", "Dorpsstraat", 'Straat "De Hoek"; oost', "'t Oude Gebint", "Kérkweg"]),
        woonplaats=st.sampled_from(["", "Weesp", "'s-Graveland"]),
        gemeentecode=st.sampled_from(["", "0457", "0014"]),
        nearby=st.booleans(),
    ),
    st.sampled_from([Decision.SKIP, Decision.OUTSIDE]),
)
def test_a_decision_is_found_again_by_its_key(tmp_path_factory, address, decision):
    path = tmp_path_factory.mktemp("c") / "rni_correcties.csv"
    write_corrections(path, [Correction(address, decision, "", DAY)])
    assert list(read_corrections(path)) == [key_of(address)]


def test_a_spreadsheet_that_opened_and_saved_it_does_no_harm(path):
    """It writes dates its own way and eats the zeros of a code; identifiers are text to it."""
    row = ROW.replace("2026-07-01", "1-7-2026")
    [one] = read_corrections(written(path, row)).values()
    assert (one.day, one.address.gemeentecode, one.adresseerbaarobject_id) == (DAY, "0457", "0457010000000001")
    text = path.read_text(encoding="utf-8-sig")
    write_corrections(path, [one])
    assert "NL.IMBAG.Verblijfsobject.0457010000000001" in path.read_text(encoding="utf-8-sig") and text


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("koppelen", "weet niet", "besluit must be one of koppelen, overslaan, buiten_regio"),
        ("NL.IMBAG.Verblijfsobject.0457010000000001", "4.57E+14", "adresseerbaarobject_id is no identifier"),
        ("NL.IMBAG.Verblijfsobject.0457010000000001", "NL.IMBAG.Pand.0457100000000001", "is no identifier"),
        ("NL.IMBAG.Verblijfsobject.0457010000000001", "", "adresseerbaarobject_id goes with 'koppelen'"),
        ("koppelen", "overslaan", "adresseerbaarobject_id goes with 'koppelen'"),
        ("1382AB;12", ";12", None),
        ("1382AB;12", "1382AB;", "no house number"),
        ("1382AB;12", "Jansen;12", "postcode has not the form"),
        ("1382AB;12", "1382AB;twaalf", "huisnummer has not the form"),
        (";457;", ";Weesp;", "gemeentecode has not the form"),
        ("2026-07-01", "gisteren", "datum is no date"),
    ],
)
def test_a_bad_row_is_told_in_one_sentence_without_what_stands_in_it(path, old, new, told):
    file = written(path, ROW, ROW.replace(old, new))
    if told is None:
        assert len(read_corrections(file)) == 2
        return
    with pytest.raises(CorrectionError) as error:
        read_corrections(file)
    message = str(error.value)
    assert message.startswith("Row 3 of the corrections rni_correcties.csv can't be used: ") and told in message
    assert "Jansen" not in message and "twaalf" not in message


def test_another_table_is_refused(path):
    with pytest.raises(CorrectionsFileError, match="lacks the columns huisletter"):
        read_corrections(written(path, "1;2", header="postcode;huisnummer"))


def test_a_damaged_file_is_refused(path):
    path.write_text('a;b\n"' + "x" * 200_000, encoding="utf-8")
    with pytest.raises((CorrectionsFileError, FileDamagedError)):
        read_corrections(path)


def test_saving_adds_replaces_and_withdraws(path):
    assert save_corrections(path, [LINK, SKIP]) == 2
    other = Correction(ADDRESS, Decision.OUTSIDE, "", DAY)
    assert save_corrections(path, [other]) == 2
    assert read_corrections(path)[LINK.key] == other
    assert save_corrections(path, [], {SKIP.key}) == 1
    assert list(read_corrections(path)) == [LINK.key]


def test_what_another_user_added_meanwhile_stays(path):
    save_corrections(path, [LINK])
    save_corrections(path, [SKIP])
    assert set(read_corrections(path)) == {LINK.key, SKIP.key}


def test_a_bad_file_is_not_overwritten(path):
    before = written(path, ROW.replace("koppelen", "?")).read_bytes()
    with pytest.raises(CorrectionError):
        save_corrections(path, [SKIP])
    assert path.read_bytes() == before


def test_what_can_not_be_written_leaves_what_was_there(path, monkeypatch):
    save_corrections(path, [LINK])
    before = path.read_bytes()

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(type(path), "write_text", full)
    with pytest.raises(OutputError, match="No space left"):
        save_corrections(path, [SKIP])
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]
