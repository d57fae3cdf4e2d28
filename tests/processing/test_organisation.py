"""What an organisation sets holds for a run too, in QGIS and in qgis_process."""

from __future__ import annotations

import json

import pytest
from qgis.core import QgsProcessingException

from tests import made
from tests.processing.test_heatmapexport import (  # noqa: F401
    algorithms,
    export,
    files,
    numbers,
    regions,
)

PEILDATUM = "2026-07-01"


@pytest.fixture
def said(tmp_path, monkeypatch):
    """Writes the file of the organisation, and names it."""

    def write(**content):
        path = tmp_path / "organisatie.json"
        path.write_text(json.dumps(content))
        monkeypatch.setenv("ARBEIDSMIGRATIE_ORGANISATIE", str(path))
        return path

    return write


def certificate(package):
    return json.loads(next(package.parent.glob("*_certificaat.json")).read_text())


def test_an_export_keeps_to_the_thresholds_of_the_organisation(export, said, tmp_path):  # noqa: F811
    usual = numbers(export("een", LEDGER=tmp_path / "een.sqlite", SERIES="een")["PACKAGE"])
    said(drempels={"persons": 40})
    stricter = numbers(export("twee", LEDGER=tmp_path / "twee.sqlite", SERIES="een")["PACKAGE"])
    assert min(usual.values()) < 40 - 5
    assert min(stricter.values()) >= 40 - 5  # rounded to 5
    again = {"LEDGER": tmp_path / "twee.sqlite", "SERIES": "een"}
    export("drie", RULES='{"persons": 45}', **again)
    with pytest.raises(QgsProcessingException, match=r"persons can't be 30 \(it may only be tightened; now 40\)"):
        export("vier", RULES='{"persons": 30}', **again)


def test_an_export_is_refused_while_the_file_can_not_be_used(export, said, tmp_path):  # noqa: F811
    said(drempels={"persons": 3})
    with pytest.raises(QgsProcessingException, match=r"drempels\.persons may only be tightened: give 10 or more"):
        export("een")
    assert not (tmp_path / "een").exists()


@pytest.fixture(scope="module")
def registered(qgis, region, tmp_path_factory):
    """Points of the made delivery."""
    path = tmp_path_factory.mktemp("adressen") / "adressen.gpkg"
    given = {"INPUT": region / "levering.csv", "BAG": region / "bag.gpkg", "PEILDATUM": PEILDATUM, "OUTPUT": path}
    outcome = qgis.run("rniinlezen", OUTPUT_UNMATCHED=path.with_name("niet.gpkg"), **given)
    assert outcome.status == 0, outcome.messages
    return path


def norms(path):
    from tests.processing.test_lists import rows

    return set(dict(rows(path, "bezetting", "adresseerbaarobject_id", "norm_m2")).values())


def test_qgis_process_takes_the_policy_of_the_organisation(qgis, region, registered, tmp_path):
    """Its table may have other municipalities too; a table that a run is given goes first."""
    (tmp_path / "beleid.csv").write_text(f"gemeentecode;norm_m2\n{made.WEST};15,5\n0983;18\n")
    file = tmp_path / "organisatie.json"
    file.write_text(json.dumps({"beleid": "beleid.csv"}))
    own = tmp_path / "eigen.csv"
    own.write_text(f"gemeentecode;norm_m2\n{made.WEST};20\n")

    def run(name, *more):
        given = [f"RNI={registered}", f"BAG={region / 'bag.gpkg'}", f"OUTPUT={tmp_path / name}", *more]
        command = ("run", "arbeidsmigratie:bezetting", "--json", "--", *given)
        outcome = qgis.call(*command, ARBEIDSMIGRATIE_ORGANISATIE=str(file))
        assert outcome.status == 0, outcome.messages
        return norms(tmp_path / name)

    assert 15.5 in run("een.gpkg")
    assert 20 in run("twee.gpkg", f"POLICY={own}")


def test_qgis_process_honours_what_an_administrator_presets_for_all_users(qgis, tmp_path):
    """By itself qgis_process does not look into qgis_global_settings.ini."""
    file, preset = tmp_path / "organisatie.json", tmp_path / "global.ini"
    file.write_text(json.dumps({"drempels": {"persons": 1}}))
    preset.write_text(f"[arbeidsmigratie]\norganisatie={file}\n")
    command = ("run", "arbeidsmigratie:gebiedenophalen", "--json", "--", "REGION=0983", f"OUTPUT={tmp_path / 'g.gpkg'}")
    outcome = qgis.call(*command, QGIS_GLOBAL_SETTINGS_FILE=str(preset))
    assert outcome.status != 0
    assert "drempels.persons may only be tightened" in outcome.messages
