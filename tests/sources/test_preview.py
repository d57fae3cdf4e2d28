"""What the preview of a delivery reads."""

from datetime import date

import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core.cancel import Cancelled
from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import ArbeidsmigratieError
from arbeidsmigratie.arbeidsmigratie_plugin.core.refusals import UnmatchedTableError
from arbeidsmigratie.arbeidsmigratie_plugin.sources.preview import Bag, Reading, first_rows, rate
from arbeidsmigratie.arbeidsmigratie_plugin.sources.unmatched import read_unmatched
from tests import made

DAY = date(2025, 7, 1)


def go_on():
    """Never stops."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("regio")
    made.write_bag(folder / "bag.gpkg")
    made.write_delivery(folder / "levering.xlsx", made.usual_rows())
    return folder


@pytest.fixture(scope="module")
def bag(folder):
    return Bag(str(folder / "bag.gpkg"), go_on)


def test_one_reading_gives_the_preview_and_then_the_rate(folder, bag):
    reading = Reading(folder / "levering.xlsx")
    shown, sheets = first_rows(reading, bag.words, go_on)
    assert shown.sufficient and "Burgemeester Proefstraat" in repr(shown)
    assert not [secret for secret in made.SECRETS if secret in repr(shown)]
    found = rate(sheets, reading, bag, DAY, None)
    assert found.rows > 0 and found.registrations > 0
    assert found.rows == found.registrations + found.ended + found.not_begun + sum(n for _, n in found.reasons)


def test_one_layer_of_a_bag_can_be_given(folder, bag):
    one = Bag(f"{folder / 'bag.gpkg'}|layername=verblijfsobject", go_on)
    assert 0 < len(one.objects) < len(bag.objects)


def test_all_reading_stops_when_it_is_asked_to(folder):
    def stop():
        raise Cancelled

    for act in (
        lambda: Bag(str(folder / "bag.gpkg"), stop),
        lambda: first_rows(Reading(folder / "levering.xlsx"), None, stop),
    ):
        with pytest.raises(Cancelled):
            act()


def test_the_mapping_of_the_user_counts(folder, bag):
    reading = Reading(folder / "levering.xlsx", None, {"postcode": "-", "straat": "-", "openbare_ruimte": "-"})
    shown, _ = first_rows(reading, bag.words, go_on)
    assert not {"postcode", "straat", "openbare_ruimte"} & {column.field for column in shown.columns}


def test_another_layer_is_no_table_of_unmatched_addresses(folder):
    with pytest.raises(UnmatchedTableError, match="lacks"):
        read_unmatched(folder / "bag.gpkg")
    with pytest.raises(ArbeidsmigratieError):
        read_unmatched(folder / "er-is-niets.gpkg")
