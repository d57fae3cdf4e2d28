"""The service catalogue."""

from __future__ import annotations

import json

import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import FileDamagedError
from arbeidsmigratie.arbeidsmigratie_plugin.sources import services


def test_an_organisation_overrides_an_entry(tmp_path, monkeypatch):
    own = {
        **services._entries(services.ROOT / "resources" / "services.json")["brt_achtergrondkaart"],
        "url": "http://x/{z}",
    }
    path = tmp_path / "diensten.json"
    path.write_text(json.dumps({"brt_achtergrondkaart": own}))
    assert services.service("brt_achtergrondkaart").url.startswith("https://service.pdok.nl/")
    monkeypatch.setenv(services.OVERRIDE, str(path))
    assert services.service("brt_achtergrondkaart").url == "http://x/{z}"


@pytest.mark.parametrize("content", ["", "[]", '{"brt_achtergrondkaart": {"url": 1}}', '{"brt_achtergrondkaart": 3}'])
def test_an_override_that_is_no_catalogue_names_its_file(tmp_path, monkeypatch, content):
    path = tmp_path / "diensten.json"
    path.write_text(content)
    monkeypatch.setenv(services.OVERRIDE, str(path))
    with pytest.raises(FileDamagedError, match=r"diensten\.json"):
        services.service("brt_achtergrondkaart")
