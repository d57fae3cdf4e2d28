"""rniinlezen with addresses that were linked by hand."""

from __future__ import annotations

from datetime import date

import pytest
from qgis.core import QgsProcessingException, QgsVectorLayer

from arbeidsmigratie import classFactory
from arbeidsmigratie.arbeidsmigratie_plugin.core.corrections import Correction, Decision
from arbeidsmigratie.arbeidsmigratie_plugin.sources.corrections import write_corrections
from arbeidsmigratie.arbeidsmigratie_plugin.sources.unmatched import read_unmatched
from tests import made
from tests.processing.inside import Listening, run

DAY = date(2025, 7, 1)


@pytest.fixture(scope="module", autouse=True)
def plugin(qgis_app, qgis_processing):
    loaded = classFactory(None)
    loaded.initProcessing()
    yield loaded
    loaded.unload()


def read(region, folder, **more):
    return run(
        "rniinlezen",
        INPUT=region / "levering.xlsx",
        BAG=region / "bag.gpkg",
        PEILDATUM="2025-07-01",
        OUTPUT=folder / "adressen.gpkg",
        OUTPUT_UNMATCHED=folder / "over.gpkg",
        **more,
    )


@pytest.fixture
def open_address(region, tmp_path):
    """The address of the withdrawn home, as it is listed."""
    read(region, tmp_path)
    return next(row.address for row in read_unmatched(tmp_path / "over.gpkg") if row.address.huisnummer == made.N)


def file_of(folder, *corrections):
    path = folder / "rni_correcties.csv"
    write_corrections(path, corrections)
    return path


def levels(folder):
    layer = QgsVectorLayer(str(folder / "adressen.gpkg"), "a", "ogr")
    found = {f["adresseerbaarobject_id"]: (f["registraties"], f["match_niveau"]) for f in layer.getFeatures()}
    del layer
    return found


def test_what_was_linked_by_hand_is_on_its_object_in_the_next_delivery(region, tmp_path, open_address):
    before = read(region, tmp_path)
    linked = made.object_id("01", made.N - 1)
    corrections = file_of(tmp_path, Correction(open_address, Decision.LINK, linked, DAY))
    after = read(region, tmp_path, CORRECTIONS=corrections)
    assert (before["CORRECTED"], after["CORRECTED"], after["CORRECTIONS_GONE"]) == (0, 1, 0)
    assert after["REGISTRATIONS"] == before["REGISTRATIONS"] + 1
    assert after["UNMATCHED"] == before["UNMATCHED"] - 1
    assert after["MATCHED_PERCENT"] > before["MATCHED_PERCENT"]
    assert levels(tmp_path)[linked] == (1, 5)
    assert made.N not in [row.address.huisnummer for row in read_unmatched(tmp_path / "over.gpkg")]


@pytest.mark.parametrize(
    ("decision", "reason", "percent_rises"),
    [(Decision.SKIP, "met de hand overgeslagen", False), (Decision.OUTSIDE, "met de hand: buiten de regio", True)],
)
def test_skipped_and_outside_stay_listed_with_their_reason(
    region, tmp_path, open_address, decision, reason, percent_rises
):
    before = read(region, tmp_path)
    after = read(region, tmp_path, CORRECTIONS=file_of(tmp_path, Correction(open_address, decision, "", DAY)))
    [row] = [row for row in read_unmatched(tmp_path / "over.gpkg") if row.address.huisnummer == made.N]
    assert row.reason.value == reason
    assert (after["MATCHED_PERCENT"] > before["MATCHED_PERCENT"]) is percent_rises
    assert after["ROWS_OUTSIDE"] == int(percent_rises) == before["UNMATCHED"] - after["UNMATCHED"]


def test_a_link_to_an_object_that_went_out_of_use_is_told_with_a_count(region, tmp_path, open_address):
    gone = made.object_id("01", made.N)
    told = Listening()
    corrections = file_of(tmp_path, Correction(open_address, Decision.LINK, gone, DAY))
    result = read(region, tmp_path, CORRECTIONS=corrections, feedback=told)
    assert (result["CORRECTED"], result["CORRECTIONS_GONE"]) == (0, 1)
    assert gone not in levels(tmp_path)


def test_a_bad_row_stops_the_run_and_leaves_nothing(region, tmp_path):
    path = tmp_path / "rni_correcties.csv"
    path.write_text("besluit\nweet niet\n")
    with pytest.raises(QgsProcessingException, match=r"rni_correcties\.csv"):
        read(region, tmp_path, CORRECTIONS=path)
    assert [one.name for one in tmp_path.iterdir()] == ["rni_correcties.csv"]
