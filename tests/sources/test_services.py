"""The service catalogue."""

from __future__ import annotations

import json

import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import FileDamagedError
from arbeidsmigratie.arbeidsmigratie_plugin.sources import services


def test_an_organisation_overrides_an_entry(tmp_path, monkeypatch):
    own = {
        **services.entries_of(services.ROOT / "resources" / "services.json")["brt_achtergrondkaart"],
        "url": "http://x/{z}",
    }
    path = tmp_path / "diensten.json"
    path.write_text(json.dumps({"brt_achtergrondkaart": own}))
    assert services.service("brt_achtergrondkaart").url.startswith("https://service.pdok.nl/")
    monkeypatch.setenv(services.OVERRIDE, str(path))
    assert services.service("brt_achtergrondkaart").url == "http://x/{z}"


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        '{"brt_achtergrondkaart": {"url": 1}}',
        '{"brt_achtergrondkaart": 3}',
        '{"bag_wfs": {"page": 0}}',
        '{"bag_wfs": {"page": "veel"}}',
        '{"bag_wfs": {"collections": 3}}',
        '{"bag_wfs": {"fields": 3}}',
        '{"eigen": {"purpose": "zonder adres"}}',
    ],
)
def test_an_override_that_is_no_catalogue_names_its_file(tmp_path, monkeypatch, content):
    path = tmp_path / "diensten.json"
    path.write_text(content)
    monkeypatch.setenv(services.OVERRIDE, str(path))
    with pytest.raises(FileDamagedError, match=r"diensten\.json"):
        services.service("brt_achtergrondkaart")


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


@pytest.mark.parametrize(
    "content", ["[]", '{"presets": [{"key": "a"}]}', '{"presets": [3]}', '{"merged": [{"name": "x"}]}']
)
def test_regions_that_can_not_be_read_name_their_file(content, tmp_path, monkeypatch):
    path = tmp_path / "regios.json"
    path.write_text(content)
    monkeypatch.setenv(services.REGIONS_OVERRIDE, str(path))
    with pytest.raises(FileDamagedError, match=r"regios\.json"):
        services.regions()
