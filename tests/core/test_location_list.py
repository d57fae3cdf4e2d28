"""Location lists: one entry for an address, only numbers, dates and codes, and nothing of a person."""

from __future__ import annotations

import dataclasses
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.delivery import read_delivery
from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import MappingError, PersonalColumnError
from arbeidsmigratie.arbeidsmigratie_plugin.core.listed import (
    GRANTED,
    LIST_KINDS,
    NOT_IN_FORCE,
    STATUSES,
    UNREAD,
    Listed,
    nothing_listed,
)
from arbeidsmigratie.arbeidsmigratie_plugin.core.location_list import (
    LARGEST_NUMBER,
    list_addresses,
    list_catalogue,
    read_number,
    read_status,
)

from .support import bag_of, bsns, object_id, sheet

DAY = date(2026, 7, 1)
BAG = bag_of(*({"huisnummer": n} for n in range(1, 21)))
ADDRESS = ["Postcode", "Huisnummer"]


def read(kind, header, *rows, bag=BAG, mapping=""):
    delivery = read_delivery([sheet([*ADDRESS, *header], *rows)], "lijst.csv", None, mapping, list_catalogue(kind))
    return delivery, list_addresses(delivery, bag, kind, DAY)


def entries(kind, header, *rows, **more):
    """Entry of each house number: aantal, datum, geldig_tot, status, regels."""
    _, found = read(kind, header, *rows, **more)
    numbers = [None if np.isnan(n) else int(n) for n in found.aantal]
    columns = zip(numbers, found.datum, found.geldig_tot, found.status, found.regels.tolist())
    return dict(zip(found.objects.huisnummer.tolist(), columns))


def row(number, *cells):
    return ["1382AB", str(number), *cells]


# Columns ------------------------------------------------------------------------------------------------------------


def test_only_columns_of_the_catalogue_are_read():
    header = ["Max. personen", "Datum besluit", "Geldig tot", "Status", "Vergunninghouder", "Zaaknummer", "Toelichting"]
    delivery, found = read(
        "vergunning",
        header,
        row(3, "6", "2025-03-01", "31-12-2027", "Verleend", "J. Proefpersoon", "Z-1", "belt vaak"),
    )
    assert "Proefpersoon" not in repr(delivery)
    assert "belt vaak" not in repr(delivery)
    assert "Proefpersoon" not in repr(found)
    assert [column.label for column in delivery.dropped][-1] == "Toelichting"
    assert len(delivery.dropped) == 3
    assert entries("vergunning", header[:4], row(3, "6", "2025-03-01", "31-12-2027", "Verleend")) == {
        3: (6, "2025-03-01", "2027-12-31", "verleend", 1)
    }


@pytest.mark.parametrize("kind", LIST_KINDS)
def test_no_kind_reads_an_element_of_the_brp_but_the_address(kind):
    labels = [f"{category:02d}.{group:02d}.{number:02d}" for category in range(1, 18) for group in range(1, 20)
              for number in range(10, 100, 5)]  # fmt: skip
    catalogue = list_catalogue(kind)
    from arbeidsmigratie.arbeidsmigratie_plugin.core.columns import recognise_columns

    read_labels = {labels[at] for at in recognise_columns(labels, None, catalogue).values()}
    assert {label[:6] for label in read_labels} == {"16.09.", "16.11."}


def test_the_number_is_that_of_the_kind():
    header = ["Bewoners", "Max personen", "Bedden"]
    cells = row(1, "2", "6", "8")
    assert {kind: entries(kind, header, cells)[1][0] for kind in ("vergunning", "certificaat", "bewoners")} == {
        "vergunning": 6, "certificaat": 8, "bewoners": 2,
    }  # fmt: skip


def test_a_column_with_a_number_is_no_summary_here():
    assert entries("bewoners", ["Aantal"], row(1, "2"), row(2, "3")) == {
        1: (2, "", "", "", 1),
        2: (3, "", "", "", 1),
    }


def test_a_sheet_with_a_number_is_read_beside_one_without():
    sheets = [sheet([*ADDRESS, "Status"], row(1, "verleend")), sheet([*ADDRESS, "Aantal"], row(2, "4"), name="Blad2")]
    delivery = read_delivery(sheets, "lijst.xlsx", None, "", list_catalogue("vergunning"))
    assert list_addresses(delivery, BAG, "vergunning", DAY).objects.huisnummer.tolist() == [1, 2]
    assert delivery.not_read == {}


def test_the_mapping_knows_the_fields_of_the_kind():
    assert entries("bewoners", ["Tel"], row(1, "4"), mapping='{"aantal": "Tel"}')[1][0] == 4
    with pytest.raises(MappingError, match="status"):
        read("bewoners", ["Tel"], row(1, "4"), mapping='{"status": "Tel"}')


def test_citizen_service_numbers_are_refused_where_they_were_mapped_and_dropped_elsewhere():
    rows = [row(n + 1, number) for n, number in enumerate(bsns(9))]
    with pytest.raises(PersonalColumnError):
        read("bewoners", ["X"], *rows, mapping='{"aantal": "X"}')
    delivery, found = read("bewoners", ["Bewoners"], *rows)
    assert not any(number in repr((delivery, found)) for number in bsns(9))
    assert [column.reason for column in delivery.dropped] == ["BSN"]
    assert np.isnan(found.aantal).all()


def test_one_citizen_service_number_among_numbers_is_no_number():
    number = bsns(1)[0]
    _, found = read("bewoners", ["Bewoners"], *(row(n, "2") for n in range(1, 20)), row(20, number))
    assert int(np.isnan(found.aantal).sum()) == 1
    assert found.unread == {"aantal": 1}
    assert number not in repr(found)


# Cells --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "number"),
    [("4", 4), ("0", 0), ("4.0", 4), ("4,00", 4), (" 12 ", 12), ("9999", 9999), ("10000", None), ("111222333", None),
     ("-1", None), ("4 personen", None), ("", None), ("4,5", None), ("\u0664", None), ("Jansen", None)],
)  # fmt: skip
def test_numbers(cell, number):
    assert read_number(cell) == number


@given(st.text())
def test_whatever_stands_in_a_cell_no_more_than_a_small_number_or_a_code_comes_of_it(cell):
    number = read_number(cell)
    assert number is None or 0 <= number <= LARGEST_NUMBER
    for kind in LIST_KINDS:
        assert read_status(cell, kind) in {"", *STATUSES.get(kind, ()), *([UNREAD] if kind in GRANTED else [])}


@pytest.mark.parametrize(
    ("kind", "cell", "code"),
    [("vergunning", "VERLEEND", "verleend"), ("vergunning", "Beëindigd", "ingetrokken"), ("vergunning", "laa", UNREAD),
     ("certificaat", "Geschorst", "geschorst"), ("controle", "Niet in orde", "niet in orde"),
     ("controle", "in orde.", "in orde"), ("signaal", "Wgv-meldpunt", "wgv"), ("signaal", "LAA", "laa"),
     ("signaal", "melding van mevr. Proefpersoon", ""), ("leegstand", "verleend", ""), ("vergunning", "", "")],
)  # fmt: skip
def test_statuses(kind, cell, code):
    assert read_status(cell, kind) == code


def test_every_code_means_itself_and_no_word_means_two_codes():
    for kind, codes in STATUSES.items():
        assert all(read_status(code, kind) == code for code in codes)
        words = [word for known in codes.values() for word in known]
        assert len(words) == len(set(words))
    assert {code for codes in STATUSES.values() for code in codes} >= NOT_IN_FORCE


def test_what_cannot_be_read_is_dropped_and_counted():
    header = ["Aantal", "Datum", "Geldig tot", "Status"]
    _, found = read("vergunning", header, row(1, "veel", "ooit", "later", "Jan weet het"), row(2, "", "", "", ""))
    assert found.unread == {"aantal": 1, "datum": 1, "geldig_tot": 1, "status": 1}
    assert (found.datum.tolist(), found.status.tolist()) == (["", ""], [UNREAD, ""])
    assert np.isnan(found.aantal).all()


def test_rows_dated_after_the_reference_date_are_left_out():
    _, found = read(
        "controle", ["Datum", "Resultaat"], row(1, "2026-07-02", "in orde"), row(2, "2026-07-01", "in orde")
    )
    assert found.rows_later == 1
    assert found.objects.huisnummer.tolist() == [2]


# Several rows on one address ----------------------------------------------------------------------------------------


PERMITS = ["Max personen", "Datum", "Geldig tot", "Status"]


def test_of_permits_the_last_one_in_force_counts_and_numbers_are_not_added_up():
    found = entries(
        "vergunning", PERMITS,
        row(1, "4", "2020-01-01", "", "verleend"),
        row(1, "6", "2023-01-01", "", "verleend"),
        row(1, "9", "2025-01-01", "", "aangevraagd"),
        row(1, "8", "2024-01-01", "2026-06-30", "verleend"),
        row(1, "7", "2025-06-01", "", "ingetrokken"),
    )  # fmt: skip
    assert found == {1: (6, "2023-01-01", "", "verleend", 5)}


def test_without_a_permit_in_force_the_last_of_the_others_is_told():
    rows = (row(1, "4", "2020-01-01", "", "ingetrokken"), row(1, "8", "2024-01-01", "2026-06-30", "verleend"))
    assert entries("vergunning", PERMITS, *rows) == {1: (8, "2024-01-01", "2026-06-30", "verleend", 2)}


def test_of_checks_the_last_counts():
    rows = (row(1, "2026-05-01", "niet in orde"), row(1, "2026-06-01", "In orde"), row(1, "2024-06-01", "niet thuis"))
    assert entries("controle", ["Datum", "Resultaat"], *rows) == {1: (None, "2026-06-01", "", "in orde", 3)}


def test_signals_are_counted_with_all_their_codes():
    rows = (row(1, "overlast", "2026-01-01"), row(1, "LAA", "2026-03-01"), row(1, "overlast", ""), row(2, "", ""))
    assert entries("signaal", ["Soort signaal", "Datum"], *rows) == {
        1: (3, "2026-03-01", "", "laa, overlast", 3),
        2: (1, "", "", "", 1),
    }


def test_residents_of_several_households_and_addresses_of_one_object_are_added_up():
    rows = (row("3", "2"), row("3A", "3"), row("3", "2"), row("4", "1"), row("4A", ""))
    found = entries("bewoners", ["Bewoners"], *rows)
    assert (found[3][0], found[3][4]) == (7, 3)
    assert found[4][0] is None
    dated = (row(5, "2", "2025-01-01"), row(5, "1", "2026-02-01"))
    assert entries("bewoners", ["Bewoners", "Datum"], *dated)[5] == (3, "2026-02-01", "", "", 2)


def test_what_a_list_of_vacant_objects_counts_is_not_residents_unless_it_says_so():
    for name in ("Aantal", "Personen", "Aantal personen"):
        assert entries("leegstand", [name], row(1, "61"))[1][0] == 0
    assert entries("leegstand", ["Inwoners"], row(1, "2"))[1][0] == 2


@pytest.mark.parametrize(
    ("cell", "code"),
    [("Geweigerd (Bibob)", "geweigerd"), ("niet verleend", "geweigerd"), ("aanvraag ingetrokken", "ingetrokken"),
     ("vernietigd", "ingetrokken"), ("in bezwaar", UNREAD), ("verleend, ingetrokken", "ingetrokken"),
     ("niet ingetrokken", UNREAD), ("verleend op aanvraag", UNREAD), ("?", UNREAD)],
)  # fmt: skip
def test_a_status_in_other_words_never_makes_a_permit_hold(cell, code):
    assert read_status(cell, "vergunning") == code
    _, found = read("vergunning", ["Max personen", "Status"], row(1, "4", cell))
    listed = found.listed()
    assert not listed.in_force("2026-07-01").any()
    assert listed.in_doubt("2026-07-01").tolist() == [code == UNREAD]


def test_a_permit_that_can_be_read_goes_before_one_that_can_t():
    rows = (row(1, "4", "verleend", "2020-01-01"), row(1, "9", "zie dossier", "2024-01-01"))
    assert entries("vergunning", ["Max personen", "Status", "Datum"], *rows)[1][0] == 4


@pytest.mark.parametrize("name", ["identificatie", "ID"])
def test_an_identifier_of_an_object_has_more_names_in_a_list(name):
    delivery = read_delivery([sheet([name], [object_id(2)])], "lijst.csv", None, "", list_catalogue("leegstand"))
    assert list_addresses(delivery, BAG, "leegstand", DAY).objects.huisnummer.tolist() == [3]


def test_entries_of_the_last_months_and_the_largest_number():
    from tests.core.signals.scene import listed_of

    days = ("2024-07-01", "2024-06-30", "", "2026-07-02")
    found = listed_of(*((7, "bewoners", n, day, "", "") for n, day in enumerate(days)))
    assert found.since("2026-07-01", 24).tolist() == [True, False, False, False]
    assert not found.since("", 24).any()
    assert found.largest(np.array([7, 8])).tolist()[0] == 3
    assert np.isnan(found.largest(np.array([8]))).all()


def test_an_object_on_a_list_of_vacant_objects_without_numbers_is_vacant():
    assert entries("leegstand", [], row(1))[1][0] == 0
    assert entries("leegstand", ["Bewoners"], row(1, ""), row(2, "0"), row(3, "4")) == {
        1: (None, "", "", "", 1), 2: (0, "", "", "", 1), 3: (4, "", "", "", 1),
    }  # fmt: skip
    assert entries("bewoners", [], row(1))[1][0] is None


def test_entries_are_in_the_order_of_their_identifiers_whatever_that_of_the_list():
    _, found = read("bewoners", ["Bewoners"], *(row(n, "1") for n in (9, 2, 14)))
    assert found.objects.adresseerbaarobject_id.tolist() == [object_id(n - 1) for n in (2, 9, 14)]
    assert found.listed().ids.tolist() == [int(object_id(n - 1)) for n in (2, 9, 14)]


def test_unmatched_addresses_are_told_in_safe_words():
    _, found = read(
        "bewoners", ["Straatnaam", "Bewoners"], ["9999ZZ", "1", "Mevrouw Proefpersoon", "2"], row(1, "", "2")
    )
    assert [(u.address.postcode, u.address.straat, u.registraties) for u in found.unmatched] == [("9999ZZ", "", 1)]
    assert found.matched_percent == 50


# Lists as highlights see them ---------------------------------------------------------------------------------------


def listed(*rows):
    columns = list(zip(*rows))
    texts = [np.array(column, dtype=object) for column in columns[1:]]
    none = np.full(len(rows), "vergunning", dtype=object)
    return Listed(np.array(columns[0], dtype=np.int64), none, np.full(len(rows), np.nan), *texts)


@pytest.mark.parametrize(
    ("since", "until", "status", "holds"),
    [("", "", "", True), ("2026-07-01", "2026-07-01", "verleend", True), ("2026-07-02", "", "", False),
     ("", "2026-06-30", "", False), ("", "", "geweigerd", False), ("", "", "geldig", True)],
)  # fmt: skip
def test_in_force(since, until, status, holds):
    assert listed((1, since, until, status)).in_force("2026-07-01").tolist() == [holds]
    assert listed((1, since, until, "")).in_force("").tolist() == [True]


def test_where_an_object_stands_and_when_a_list_is_of():
    found = listed((5, "2026-01-01", "", ""), (3, "2026-02-01", "", ""), (5, "", "", ""))
    assert found.on(np.array([3, 4, 5])).tolist() == [1, -1, 0]
    assert (found.latest(), nothing_listed().latest(), len(nothing_listed())) == ("2026-02-01", "", 0)
    assert nothing_listed().on(np.array([3])).tolist() == [-1]
    assert dataclasses.fields(found)[0].name == "ids"
