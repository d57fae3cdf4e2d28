"""What an organisation sets: who goes before whom, what is refused how it is told, and that everything honours it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.rules import Rules, higher_is_stricter
from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import ConfigurationError, SettingError
from arbeidsmigratie.arbeidsmigratie_plugin.sources import logbook, matrix, organisation, rulebooks, services
from arbeidsmigratie.arbeidsmigratie_plugin.sources.organisation import Level, levels, profile_folder
from arbeidsmigratie.arbeidsmigratie_plugin.sources.organisation_keys import KEY, KEYS, setting, variable
from tests.conftest import ROOT


@pytest.fixture(autouse=True)
def clean(qgis_app, monkeypatch, tmp_path):
    """Nothing is set, and no administrator has preset anything."""
    from qgis.core import QgsSettings

    for key in (*KEYS, KEY):
        monkeypatch.delenv(variable(key), raising=False)
    monkeypatch.setenv("QGIS_GLOBAL_SETTINGS_FILE", str(tmp_path / "geen.ini"))
    yield
    for key in (*KEYS, KEY):
        QgsSettings().remove(setting(key))
    (profile_folder() / organisation.FILE).unlink(missing_ok=True)


@pytest.fixture
def said(tmp_path, monkeypatch):
    """Writes the file of the organisation, and names it."""

    def write(**content):
        path = tmp_path / "org" / "organisatie.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(content))
        monkeypatch.setenv(variable(KEY), str(path))
        return path

    return write


def user(key, value):
    from qgis.core import QgsSettings

    QgsSettings().setValue(setting(key), value)


# Who goes first ------------------------------------------------------------------------------------------------------


def test_without_anything_the_plugin_is_as_it_is():
    assert organisation.organisation() == organisation.Organisation()
    assert organisation.defaults() == organisation.Defaults("", "", "", "", None, None, None)
    assert organisation.rules() == Rules()
    assert organisation.policy_file() is None


def test_environment_user_all_users_organisation(said, tmp_path, monkeypatch):
    assert not levels("dpia")
    said(dpia="bestand")
    assert [one.value for one in levels("dpia")] == ["bestand"]
    preset = tmp_path / "qgis_global_settings.ini"
    preset.write_text("[arbeidsmigratie]\ndpia=iedereen\n")
    monkeypatch.setenv("QGIS_GLOBAL_SETTINGS_FILE", str(preset))
    assert [one.value for one in levels("dpia")] == ["iedereen", "bestand"]
    user("dpia", "gebruiker")
    monkeypatch.setenv(variable("dpia"), "omgeving")
    found = levels("dpia")
    assert [one.value for one in found] == ["omgeving", "gebruiker", "iedereen", "bestand"]
    assert [one.level for one in found] == [Level.ENVIRONMENT, Level.USER, Level.ORGANISATION, Level.ORGANISATION]
    assert organisation.defaults().dpia == "omgeving"
    assert organisation.chosen("dpia", without=(Level.ENVIRONMENT, Level.USER)).value == "iedereen"


def test_where_the_file_is_looked_for(tmp_path, monkeypatch):
    own = profile_folder() / organisation.FILE
    own.parent.mkdir(parents=True, exist_ok=True)
    places = {
        "profiel": own,
        "ini": tmp_path / "a.json",
        "instelling": tmp_path / "b.json",
        "omgeving": tmp_path / "c.json",
    }
    for name, path in places.items():
        path.write_text(json.dumps({"doel": name}))
    assert organisation.defaults().purpose == "profiel"
    preset = tmp_path / "qgis_global_settings.ini"
    preset.write_text(f"[arbeidsmigratie]\norganisatie={places['ini']}\n")
    monkeypatch.setenv("QGIS_GLOBAL_SETTINGS_FILE", str(preset))
    assert organisation.defaults().purpose == "ini"
    preset.write_text("")
    user(KEY, str(places["instelling"]))
    assert organisation.defaults().purpose == "instelling"
    monkeypatch.setenv(variable(KEY), str(places["omgeving"]))
    assert organisation.defaults().purpose == "omgeving"


@pytest.fixture
def administered(tmp_path, monkeypatch):
    """The file of an administrator, named for all users."""
    path, preset = tmp_path / "beheer.json", tmp_path / "qgis_global_settings.ini"
    path.write_text(json.dumps({"drempels": {"persons": 30}, "doel": "beheer", "vast": ["drempels", "dpia"]}))
    preset.write_text(f"[arbeidsmigratie]\norganisatie={path}\n")
    monkeypatch.setenv("QGIS_GLOBAL_SETTINGS_FILE", str(preset))
    return path


@pytest.mark.parametrize("by", ["setting", "environment"])
@pytest.mark.parametrize(
    "content", [{}, {"vast": []}, {"drempels": {"persons": 12}, "dpia": "van mij", "doel": "van mij"}]
)
def test_no_file_of_a_user_puts_that_of_the_administrator_aside(by, content, administered, tmp_path, monkeypatch):
    own = tmp_path / "eigen.json"
    own.write_text(json.dumps(content))
    if by == "setting":
        user(KEY, str(own))
    else:
        monkeypatch.setenv(variable(KEY), str(own))
    assert organisation.rules() == organisation.rules(without=(Level.USER,)) == Rules(persons=30)
    assert organisation.organisation().path == administered
    assert (organisation.defaults().purpose, organisation.defaults().dpia) == ("beheer", "")
    assert not organisation.settable("drempels") and organisation.settable("doel")


def test_what_an_administrator_locked_no_variable_sets(administered, monkeypatch):
    """QGIS lets users set variables, under Options, System."""
    monkeypatch.setenv(variable("dpia"), "omgeving")
    monkeypatch.setenv(variable("doel"), "omgeving")
    assert (organisation.defaults().dpia, organisation.defaults().purpose) == ("", "omgeving")


def test_what_is_not_locked_a_file_of_the_user_adds_to(administered, tmp_path):
    administered.write_text(json.dumps({"drempels": {"persons": 30}}))
    own = tmp_path / "eigen.json"
    own.write_text(json.dumps({"drempels": {"persons": 12, "homes": 40}, "grondslag": "van mij"}))
    user(KEY, str(own))
    assert organisation.rules() == Rules(persons=30, homes=40)
    assert organisation.defaults().basis == "van mij"


def test_no_variable_puts_the_settings_in_the_folder_of_qgis_aside(administered, tmp_path, monkeypatch):
    from qgis.core import QgsApplication

    folder = tmp_path / "qgis" / "resources"
    folder.mkdir(parents=True)
    (tmp_path / "qgis_global_settings.ini").replace(folder / "qgis_global_settings.ini")
    monkeypatch.setattr(QgsApplication, "pkgDataPath", lambda: str(folder.parent))
    monkeypatch.setenv("QGIS_GLOBAL_SETTINGS_FILE", str(tmp_path / "leeg.ini"))
    (tmp_path / "leeg.ini").write_text("")
    assert organisation.rules() == Rules(persons=30)


def test_qgis_itself_falls_through_to_the_global_settings(tmp_path):
    """What QGIS Desktop does with them, measured: once set, a process keeps them."""
    preset = tmp_path / "global.ini"
    preset.write_text("[arbeidsmigratie]\norganisatie=/server/organisatie.json\n")
    code = (
        "import sys; from qgis.core import QgsSettings\n"
        "QgsSettings.setGlobalSettingsPath(sys.argv[1])\n"
        "print(QgsSettings().value('arbeidsmigratie/organisatie', ''))"
    )
    environment = {**os.environ, "HOME": str(tmp_path)}
    command = [sys.executable, "-c", code, str(preset)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert done.stdout.strip().splitlines()[-1] == "/server/organisatie.json", done.stderr


def test_what_is_preset_for_all_users_is_no_choice_of_this_one(tmp_path, monkeypatch):
    """In QGIS Desktop both places give it: QgsSettings falls through."""
    preset = tmp_path / "qgis_global_settings.ini"
    preset.write_text("[arbeidsmigratie]\ndpia=iedereen\n")
    monkeypatch.setenv("QGIS_GLOBAL_SETTINGS_FILE", str(preset))
    user("dpia", "iedereen")
    assert [(one.value, one.level) for one in levels("dpia")] == [("iedereen", Level.ORGANISATION)]
    assert organisation.of_user("dpia") == ""


def test_what_is_locked_users_can_not_set(said, monkeypatch):
    said(grondslag="van de organisatie", vast=["grondslag", "dpia"])
    user("grondslag", "van mij")
    user("dpia", "van mij")
    assert (organisation.defaults().basis, organisation.defaults().dpia) == ("van de organisatie", "")
    assert (organisation.of_user("dpia"), organisation.settable("dpia"), organisation.settable("doel")) == (
        "",
        False,
        True,
    )
    monkeypatch.setenv(variable("dpia"), "omgeving")
    assert organisation.defaults().dpia == "omgeving"


def test_what_the_environment_sets_a_user_can_not(monkeypatch):
    monkeypatch.setenv(variable("dpia"), "omgeving")
    assert not organisation.settable("dpia")


def test_a_change_counts_at_once(said):
    said(doel="een")
    assert organisation.defaults().purpose == "een"
    said(doel="twee")
    assert organisation.defaults().purpose == "twee"


# What it may say -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ({"deelmatrx": "a.json"}, "deelmatrx is unknown, known are: verantwoordelijke"),
        ({"doel": 3}, "doel must be a text"),
        ({"doel": " "}, "doel must be a text"),
        ({"map": ["a"]}, "map must be a text"),
        ({"bewaartermijn": "24"}, "bewaartermijn must be a whole number of months, 1 to 240"),
        ({"bewaartermijn": 0}, "bewaartermijn must be a whole number of months"),
        ({"bewaartermijn": True}, "bewaartermijn must be a whole number of months"),
        ({"drempels": [1]}, "drempels must be a JSON object"),
        ({"drempels": {"mensen": 20}}, "drempels.mensen is unknown, known are: persons"),
        ({"drempels": {"persons": 9}}, "drempels.persons may only be tightened: give 10 or more"),
        ({"drempels": {"share": 0.6}}, "drempels.share may only be tightened: give 0.5 or less, above 0"),
        ({"drempels": {"share": 0}}, "drempels.share may only be tightened"),
        ({"drempels": {"p": "20"}}, "drempels.p must be a number"),
        ({"drempels": {"homes": 30.5}}, "drempels.homes must be a whole number"),
        ({"drempels": {"p": float("nan")}}, "drempels.p may only be tightened"),
        ({"vast": "drempels"}, "vast must be a list of keys"),
        ({"vast": ["drempel"]}, "vast must be a list of keys, known are: verantwoordelijke"),
        ({"vast": [["drempels"]]}, "vast must be a list of keys"),
    ],
)
def test_what_can_not_be_used_is_told_in_one_sentence(content, reason, said):
    path = said(**content)
    with pytest.raises(ConfigurationError) as raised:
        organisation.organisation()
    text = str(raised.value)
    origin = f"{path}, named by the environment variable ARBEIDSMIGRATIE_ORGANISATIE, can't be used: "
    assert text.startswith(origin + reason)
    assert text.endswith("Mend it in the form of resources/templates/organisatie.json, or name no file.")


@pytest.mark.parametrize(
    "ask",
    [
        services.services,
        services.regions,
        matrix.read_matrix,
        logbook.settings,
        organisation.rules,
        organisation.policy_file,
        organisation.defaults,
        lambda: rulebooks.rules_of("bezetting"),
    ],
)
def test_a_file_that_can_not_be_used_stops_whoever_asks(ask, said):
    said(drempels={"persons": 2})
    with pytest.raises(ConfigurationError, match=r"drempels\.persons may only be tightened"):
        ask()


def test_a_file_that_is_named_must_be_there(tmp_path, monkeypatch):
    monkeypatch.setenv(variable(KEY), str(tmp_path / "weg.json"))
    with pytest.raises(
        ConfigurationError, match=r"weg\.json, named by .*ORGANISATIE, can't be used: it does not exist"
    ):
        organisation.defaults()


@pytest.mark.parametrize(
    ("key", "text", "reason"),
    [
        ("bewaartermijn", "twee jaar", "must be a whole number of months"),
        ("drempels", "persons=20", "must be a JSON object"),
        ("drempels", '{"persons": 4}', "persons may only be tightened: give 10 or more"),
    ],
)
def test_a_value_elsewhere_is_told_by_its_name(key, text, reason, monkeypatch):
    monkeypatch.setenv(variable(key), text)
    with pytest.raises(
        SettingError, match=re.escape(f"the environment variable {variable(key)} can't be used: {reason}")
    ):
        levels(key)


def test_the_template_can_be_used_as_it_is(monkeypatch):
    monkeypatch.setenv(variable(KEY), str(ROOT / "resources" / "templates" / "organisatie.json"))
    assert organisation.defaults().retention == 24
    assert organisation.rules() == Rules(persons=15, addresses=8)


def test_every_key_is_explained():
    text = (ROOT / "resources" / "templates" / "organisatie.md").read_text(encoding="utf-8")
    assert [key for key in (*KEYS, organisation.LOCKED) if f"`{key}`" not in text] == []


# Everything honours it -----------------------------------------------------------------------------------------------


def test_paths_are_relative_to_the_file(said):
    path = said(beleid="beleid.csv", map="projecten", logboek="../logboek.jsonl")
    (path.parent / "beleid.csv").write_text("gemeentecode;norm_m2\n0983;15\n")
    assert organisation.defaults().folder == path.parent / "projecten"
    assert organisation.policy_file() == path.parent / "beleid.csv"
    assert logbook.settings().path.resolve() == (path.parent.parent / "logboek.jsonl").resolve()


def test_a_policy_table_that_is_gone_is_told(said):
    said(beleid="weg.csv")
    with pytest.raises(
        ConfigurationError, match=r"weg\.csv, named by beleid in .*organisatie\.json, can't be used: it does"
    ):
        organisation.policy_file()


def test_services_of_organisation_user_and_environment_come_on_top_of_each_other(said, tmp_path, monkeypatch):
    path = said(services="diensten.json")
    files = {"org": path.parent / "diensten.json", "user": tmp_path / "u.json", "env": tmp_path / "e.json"}
    keys = ["bag_wfs", "bag_ogcapi", "locatieserver"]
    for name, at in (("org", 3), ("user", 2), ("env", 1)):
        files[name].write_text(json.dumps({key: {"url": f"https://{name}"} for key in keys[:at]}))
    user("services", str(files["user"]))
    monkeypatch.setenv(variable("services"), str(files["env"]))
    assert [services.service(key).url for key in keys] == ["https://env", "https://user", "https://org"]


def test_the_matrix_of_the_organisation_can_only_be_tightened_further(said, tmp_path):
    path = said(deelmatrix="matrix.json")
    stricter = {"recipients": {"riec": {"products": {"heatmap": {"days": 90}}}}}
    (path.parent / "matrix.json").write_text(json.dumps(stricter))
    assert matrix.read_matrix().rows["riec"].products["heatmap"].days == 90
    weaker = tmp_path / "ruimer.json"
    weaker.write_text(json.dumps({"recipients": {"riec": {"products": {"heatmap": {"days": 100}}}}}))
    user("deelmatrix", str(weaker))
    with pytest.raises(ConfigurationError, match="may only be tightened: it is 90 now"):
        matrix.read_matrix()


def test_rules_of_highlights(said):
    path = said(signals="regels.json")
    (path.parent / "regels.json").write_text(json.dumps({"bezetting": {"geen": 1}}))
    with pytest.raises(Exception, match=r"regels\.json"):
        rulebooks.rules_of("bezetting")


def test_the_record(said):
    said(verwerking="urn:register:42", otlp="https://collector")
    kept = logbook.settings()
    assert (kept.activity, kept.collector) == ("urn:register:42", "https://collector/v1/traces")
    said(otlp="http://collector")
    with pytest.raises(logbook.LogbookError, match=r"otlp in .*organisatie\.json is not safe"):
        logbook.settings()


_WANTED = st.fixed_dictionaries(
    {},
    optional={
        "persons": st.integers(10, 60),
        "addresses": st.integers(5, 60),
        "share": st.floats(0.05, 0.5),
        "p": st.floats(20, 80),
        "homes": st.integers(25, 90),
    },
)


@given(_WANTED, _WANTED)
def test_thresholds_are_the_strictest_of_all(one, other):
    made = Rules().tightened(**one).joined(Rules().tightened(**other))
    for name, value in (*one.items(), *other.items()):
        assert getattr(made, name) >= value if higher_is_stricter(name) else getattr(made, name) <= value
    assert made.at_least(Rules())
    assert made == Rules().tightened(**other).joined(Rules().tightened(**one))


def test_thresholds_of_organisation_and_user(said):
    said(drempels={"persons": 15, "share": 0.4})
    user("drempels", '{"persons": 12, "homes": 40}')
    assert organisation.rules() == Rules(persons=15, share=0.4, homes=40)
    assert organisation.rules(without=(Level.USER,)) == Rules(persons=15, share=0.4)
    said(drempels={"persons": 15}, vast=["drempels"])
    assert organisation.rules() == Rules(persons=15)
