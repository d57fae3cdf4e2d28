"""A delivery, a BAG and a profile of one's own."""

from __future__ import annotations

from datetime import date

import pytest

from arbeidsmigratie.arbeidsmigratie_plugin import i18n
from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.importing import ImportRequest
from arbeidsmigratie.arbeidsmigratie_plugin.sources import senders
from tests import made


@pytest.fixture(autouse=True)
def english(qgis_app):
    """The texts as they stand here, whatever another test left."""
    i18n.remove()


@pytest.fixture(autouse=True)
def profile(tmp_path, monkeypatch):
    """The file of senders, not in the profile of the tests."""
    path = tmp_path / "profiel" / "afzenders.json"
    monkeypatch.setattr(senders, "senders_path", lambda: path)
    return path


@pytest.fixture
def request_of(region, tmp_path):
    """What a dialog is asked with: request_of(file, sender)."""

    def make(file="", sender="Gemeente Proefwest", bag=None):
        source = str(region / "bag.gpkg") if bag is None else str(bag)
        return ImportRequest(source, tmp_path, date(2025, 7, 1), sender, str(file))

    return make


@pytest.fixture
def odd(tmp_path):
    """A delivery with its header on row 4, names that are not recognised, and numbers of persons everywhere."""
    rows = [["Overzicht van mevrouw Verzonnen"], [], ["0612345678"]]
    header = ["Kenmerk klant", "Fam.naam", "Zip", "Huisnr. (verblijf)", "Huisletter", *(f"Veld {n}" for n in range(35))]
    data = [
        [made.PERSONS[n % 3][0], made.PERSONS[n % 3][1], "9999AB", n, made.PERSONS[n % 3][0], *["geheim-xyz"] * 35]
        for n in range(1, 40)
    ]
    path = tmp_path / "vreemd.xlsx"
    made.write_delivery(path, [*rows[1:], header, *data], header=rows[0], title=False)
    return path
