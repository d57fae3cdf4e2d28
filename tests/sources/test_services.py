"""The service catalogue."""

from __future__ import annotations

import json

import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import ConfigurationError
from arbeidsmigratie.arbeidsmigratie_plugin.sources import services
from arbeidsmigratie.arbeidsmigratie_plugin.sources.overrides import resource


def test_an_organisation_overrides_an_entry(tmp_path, monkeypatch):
    own = {
        **resource("services.json")["brt_achtergrondkaart"],
        "url": "http://x/{z}",
    }
    path = tmp_path / "diensten.json"
    path.write_text(json.dumps({"brt_achtergrondkaart": own}))
    assert services.service("brt_achtergrondkaart").url.startswith("https://service.pdok.nl/")
    monkeypatch.setenv(services.OVERRIDE, str(path))
    assert services.service("brt_achtergrondkaart").url == "http://x/{z}"


NO_FILES = [
    ("", "it is no JSON (line 1, column 1)"),
    ('{"bag_wfs":\n {', "it is no JSON (line 2, column 3)"),
    ("[]", "it is no JSON object"),
    ("\xff", "it is no JSON"),
]

NO_SERVICES = [
    ('{"bag_ogc": {"url": "https://x/y"}}', "bag_ogc is unknown, known are: bag_ogcapi, bag_wfs"),
    ('{"bag_wfs": {"adres": "https://x/y"}}', "bag_wfs.adres is unknown, known are: purpose"),
    ('{"bag_wfs": "https://x"}', "bag_wfs must be a JSON object"),
    ('{"bag_wfs": {"url": 1}}', "bag_wfs.url must be a whole https or http address"),
    ('{"bag_wfs": {"url": "x.nl/bag"}}', "bag_wfs.url must be a whole https"),
    ('{"bag_wfs": {"url": "https:///bag"}}', "bag_wfs.url must be a whole https"),
    ('{"bag_wfs": {"url": "https://x.nl:veel/bag"}}', "bag_wfs.url must be a whole https"),
    ('{"bag_wfs": {"url": "https://[x/bag"}}', "bag_wfs.url must be a whole https"),
    ('{"bag_wfs": {"url": "https://jan:geheim@x.nl/bag"}}', "address without user and password; log in by AUTHCFG"),
    ('{"bag_bestand": {"feed": "https://jan@x.nl/bag"}}', "bag_bestand.feed must be a whole https"),
    ('{"bag_wfs": {"page": 0}}', "bag_wfs.page must be a whole number above 0"),
    ('{"bag_wfs": {"page": true}}', "bag_wfs.page must be"),
    ('{"bag_wfs": {"page": "veel"}}', "bag_wfs.page must be"),
    ('{"bag_wfs": {"largest_startindex": null}}', "bag_wfs.largest_startindex must be a whole number"),
    ('{"bag_wfs": {"collections": 3}}', "bag_wfs.collections must be an object"),
    ('{"bag_wfs": {"collections": ["pand"]}}', "bag_wfs.collections must be an object"),
    ('{"bag_wfs": {"collections": {"pand": null}}}', "bag_wfs.collections must be an object with the name"),
    ('{"bag_wfs": {"collections": {"panden": "p"}}}', "bag_wfs.collections.panden is unknown, known are: verblijfs"),
    ('{"bag_wfs": {"fields": 3}}', "bag_wfs.fields must be a list of texts"),
    ('{"bag_wfs": {"fields": "identificatie"}}', "bag_wfs.fields must be a list of texts"),
    ('{"bag_wfs": {"fields": {"pand": "identificatie"}}}', "bag_wfs.fields must be a list of texts"),
    ('{"bag_wfs": {"fields": {"panden": []}}}', "bag_wfs.fields.panden is unknown"),
    ('{"bag_wfs": {"protocol": "OGC API Features"}}', "bag_wfs.protocol must stay WFS 2.0"),
    ('{"bag_wfs": {"licence": null}}', "bag_wfs.licence must be a text"),
    ('{"brt_achtergrondkaart": {"zoom": [1]}}', "brt_achtergrondkaart.zoom must be two whole numbers"),
    ('{"brt_achtergrondkaart": {"zoom": [9, 1]}}', "brt_achtergrondkaart.zoom must be two whole numbers"),
]


@pytest.mark.parametrize(("content", "reason"), NO_FILES + NO_SERVICES)
def test_an_override_that_can_not_be_used_is_told_by_file_key_and_origin(content, reason, tmp_path, monkeypatch):
    path = tmp_path / "diensten.json"
    path.write_bytes(content.encode("latin-1"))
    monkeypatch.setenv(services.OVERRIDE, str(path))
    with pytest.raises(ConfigurationError) as raised:
        services.service("brt_achtergrondkaart")
    message = str(raised.value)
    origin = f"{path}, named by the environment variable {services.OVERRIDE}, can't be used: "
    assert message.startswith(origin)
    assert reason in message
    assert message.endswith("Mend it in the form of resources/services.json, or name no file.")
    assert "geheim" not in message


def test_an_override_that_is_not_there(tmp_path, monkeypatch):
    monkeypatch.setenv(services.OVERRIDE, str(tmp_path / "weg.json"))
    with pytest.raises(ConfigurationError, match=r"weg\.json, named by .*SERVICES, can't be used: it does not exist"):
        services.services()
    monkeypatch.setenv(services.OVERRIDE, str(tmp_path))
    with pytest.raises(ConfigurationError, match=r"can't be used: it can't be opened \("):
        services.services()


def test_an_override_of_the_settings_is_told_by_its_setting(tmp_path, monkeypatch):
    class Settings:
        def value(self, key, default):
            return default if key.endswith("organisatie") else str(tmp_path / "weg.json")

    monkeypatch.setattr("qgis.core.QgsSettings", Settings)
    with pytest.raises(ConfigurationError, match="named by the QGIS setting arbeidsmigratie/services, can't"):
        services.services()
    with pytest.raises(ConfigurationError, match="named by the QGIS setting arbeidsmigratie/regions, can't"):
        services.regions()


def test_a_whole_entry_of_the_catalogue_may_be_repeated(catalogue):
    catalogue(**resource("services.json"))
    assert services.services()


def test_fields_for_all_collections_or_for_each(catalogue):
    plain = services.service("bag_wfs").fields
    catalogue(bag_wfs={"fields": ["identificatie"]})
    assert services.service("bag_wfs").fields == dict.fromkeys(plain, ("identificatie",))
    catalogue(bag_wfs={"fields": {"pand": ["identificatie"]}})
    assert services.service("bag_wfs").fields == {**plain, "pand": ("identificatie",)}


def test_an_entry_keeps_what_an_organisation_does_not_say(catalogue):
    catalogue(bag_wfs={"url": "http://x/wfs", "collections": {"pand": "eigen:pand"}})
    found = services.service("bag_wfs")
    assert (found.url, found.page, found.largest_startindex) == ("http://x/wfs", 1000, 50_000)
    assert found.collections["pand"] == "eigen:pand"
    assert found.collections["verblijfsobject"] == "bag:verblijfsobject"


def test_the_environment_goes_before_the_settings(catalogue, tmp_path, monkeypatch):
    own = tmp_path / "instelling.json"
    own.write_text(json.dumps({"bag_wfs": {"url": "http://instelling"}, "bag_ogcapi": {"url": "http://instelling"}}))

    class Settings:
        def value(self, key, default):
            return str(own) if key == services.SERVICES_SETTING else default

    monkeypatch.setattr("qgis.core.QgsSettings", Settings)
    catalogue(bag_wfs={"url": "http://omgeving"})
    assert services.service("bag_wfs").url == "http://omgeving"
    assert services.service("bag_ogcapi").url == "http://instelling"


def test_every_service_says_what_a_user_must_know():
    for one in services.services():
        assert all((one.purpose, one.protocol, one.licence, one.attribution, one.moved)), one.key
        assert one.url.startswith("https://"), one.key
    assert services.service("bag_wfs").largest_startindex == 50_000


def test_an_organisation_has_regions_of_its_own(tmp_path, monkeypatch):
    path = tmp_path / "regios.json"
    preset = {"key": "de-peel", "name": "Onze Peel", "municipalities": {"0743": "Asten"}}
    ours = {"key": "ons", "name": "Ons gebied", "municipalities": {"0457": "Weesp"}}
    path.write_text(json.dumps({"presets": [preset, ours]}))
    monkeypatch.setenv(services.REGIONS_OVERRIDE, str(path))
    found = {one.key: one for one in services.regions().presets}
    assert found["de-peel"].name == "Onze Peel"
    assert found["ons"].municipalities == {"0457": "Weesp"}
    assert "noord-limburg" in found
    assert services.regions().merged


def region(**changes):
    return json.dumps({"presets": [{"key": "a", "name": "A", "municipalities": {"9801": "X"}, **changes}]})


def merger(**changes):
    given = {"code": "9801", "name": "B", "since": "2026-01-01", "into": {"9802": "C"}, **changes}
    return json.dumps({"merged": [given]})


NO_REGIONS = [
    ("{kapot", "it is no JSON (line 1"),
    ("[]", "it is no JSON object"),
    ('{"regio": []}', "regio is unknown, known are: presets, merged"),
    ('{"presets": {}}', "presets must be a JSON list"),
    ('{"presets": [3]}', "presets[0] must be a JSON object"),
    ('{"presets": [{"key": "a"}]}', "presets[0] lacks name, municipalities"),
    (region(gemeenten={}), "presets[0].gemeenten is unknown, known are: key, name, municipalities"),
    (region(key=5), "presets[0].key must be a text"),
    (region(name=""), "presets[0].name must be a text"),
    (region(municipalities={}), "presets[0].municipalities must name at least one municipality, by its code of four"),
    (region(municipalities="9801"), "presets[0].municipalities must name at least one municipality"),
    (region(municipalities=["9801"]), "presets[0].municipalities must name at least one municipality"),
    (region(municipalities={"801": "X"}), "presets[0].municipalities must name at least one municipality"),
    (region(municipalities={"9801": None}), "presets[0].municipalities.9801 must be a text"),
    ('{"merged": [{"name": "x"}]}', "merged[0] lacks code, since, into"),
    (merger(code="1"), "merged[0].code must be a code of four digits"),
    (merger(since="x"), "merged[0].since must be a date such as 2026-01-01"),
    (merger(into=["9801"]), "merged[0].into must name at least one municipality"),
]


@pytest.mark.parametrize(("content", "reason"), NO_REGIONS)
def test_regions_that_can_not_be_used_are_told_by_file_key_and_origin(content, reason, tmp_path, monkeypatch):
    path = tmp_path / "regios.json"
    path.write_text(content)
    monkeypatch.setenv(services.REGIONS_OVERRIDE, str(path))
    with pytest.raises(ConfigurationError) as raised:
        services.regions()
    message = str(raised.value)
    assert message.startswith(f"{path}, named by the environment variable {services.REGIONS_OVERRIDE}, can't be used: ")
    assert reason in message
    assert message.endswith("in the form of resources/regions.json, or name no file.")


def test_regions_of_this_form_are_taken(tmp_path, monkeypatch):
    path = tmp_path / "regios.json"
    path.write_text("\ufeff" + json.dumps({**json.loads(region()), **json.loads(merger())}), encoding="utf-8")
    monkeypatch.setenv(services.REGIONS_OVERRIDE, str(path))
    found = services.regions()
    assert found.members("a") == "9801"
    assert found.merged[-1].into == {"9802": "C"}
