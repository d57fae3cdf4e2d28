"""What is optional and missing is said in a warning, once for each, and only then."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingFeedback

from arbeidsmigratie import classFactory
from tests import made


@pytest.fixture(scope="module")
def loaded(qgis_app, qgis_processing):
    plugin = classFactory(None)
    plugin.initProcessing()
    yield plugin
    plugin.unload()


class Listening(QgsProcessingFeedback):
    def __init__(self):
        super().__init__()
        self.warnings = []

    def pushWarning(self, text):  # noqa: N802
        self.warnings.append(text)


def run(name, **parameters):
    from qgis import processing

    feedback = Listening()
    given = {
        key: [str(v) for v in value] if isinstance(value, list) else str(value) for key, value in parameters.items()
    }
    processing.run(f"arbeidsmigratie:{name}", given, feedback=feedback)
    return feedback.warnings


@pytest.fixture(scope="module")
def files(loaded, tmp_path_factory):
    folder = tmp_path_factory.mktemp("bezetting")
    bag = made.write_bag(folder / "bag.gpkg")
    rni = made.write_delivery(folder / "rni.xlsx", [made.row(1)])
    run("rniinlezen", INPUT=rni, BAG=bag, PEILDATUM="2025-07-01", OUTPUT=folder / "adressen.gpkg")
    policy, homes = folder / "beleid.csv", folder / "bewoners.csv"
    policy.write_text(f"gemeentecode,norm_m2\n{made.WEST},15\n", encoding="utf-8")
    homes.write_text("postcode,huisnummer,bewoners\n9999AB,1,3\n9999AB,2,x\n", encoding="utf-8")
    return folder, bag, policy, homes


def test_without_policy_and_lists(files, tmp_path):
    folder, bag, policy, homes = files
    told = run(
        "lijstinlezen", INPUT=homes, KIND="bewoners", BAG=bag, PEILDATUM="2025-07-01", OUTPUT=tmp_path / "l.gpkg"
    )
    assert told == ["1 cells of aantal could not be read as that; they were dropped, and are unknown."]
    given = {"RNI": folder / "adressen.gpkg", "BAG": bag, "OUTPUT": tmp_path / "b.gpkg"}
    without_policy = "Without a policy table: 12 m2 per person was taken."
    without_lists = "Without location lists: residents, permits and student housing are not known."
    of_others = "The policy table has no row for: 9802."
    lists = [tmp_path / "l.gpkg"]
    assert run("bezetting", **given) == [without_policy, without_lists]
    assert run("bezetting", POLICY=policy, **given) == [of_others, without_lists]
    assert run("bezetting", LISTS=lists, **given) == [without_policy]
    assert run("bezetting", POLICY=policy, LISTS=lists, **given) == [of_others]
