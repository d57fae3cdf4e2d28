"""Location lists as layers: what is no list is refused, what is no code is not taken over."""

from __future__ import annotations

import numpy as np
import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import FieldMissingError
from arbeidsmigratie.arbeidsmigratie_plugin.core.tables import Column, Table
from arbeidsmigratie.arbeidsmigratie_plugin.sources.lists import is_list, layer_sheet, read_listed
from arbeidsmigratie.arbeidsmigratie_plugin.sources.vector import OgrLayer
from arbeidsmigratie.arbeidsmigratie_plugin.sources.writing import write

ID = "9801010000000001"


def layer(path, **columns):
    kinds = {"aantal": "integer"}
    write(path, [Table("locatielijst", tuple(Column(name, kinds.get(name, "text"), v) for name, v in columns.items()))])
    return OgrLayer(path)


def test_entries_of_several_layers(tmp_path):
    one = layer(tmp_path / "1.gpkg", adresseerbaarobject_id=[ID], soort=["leegstand"], aantal=[0])
    two = layer(
        tmp_path / "2.gpkg", adresseerbaarobject_id=[ID, ID, ""], soort=["vergunning", "iets", "vergunning"],
        aantal=[np.nan, 3, 3], datum=["2026-01-01"] * 3, geldig_tot=["", "", ""], status=["verleend"] * 3,
    )  # fmt: skip
    found = read_listed([one, two])
    assert found.kind.tolist() == ["leegstand", "vergunning"]
    assert found.ids.tolist() == [int(ID)] * 2
    assert found.number[0] == 0
    assert np.isnan(found.number[1])
    assert (found.date.tolist(), found.status.tolist()) == (["", "2026-01-01"], ["", "verleend"])
    assert len(read_listed([])) == 0


def test_a_status_that_is_no_code_is_not_taken_over(tmp_path):
    columns = {"adresseerbaarobject_id": [ID] * 3, "soort": ["signaal", "signaal", "leegstand"]}
    found = read_listed([layer(tmp_path / "1.gpkg", **columns, status=["laa, overlast", "Proefpersoon, laa", "laa"])])
    assert found.status.tolist() == ["laa, overlast", "laa", ""]


def test_another_layer_is_refused(tmp_path):
    other = layer(tmp_path / "1.gpkg", adresseerbaarobject_id=[ID], naam=["x"])
    assert not is_list(other)
    with pytest.raises(FieldMissingError, match="soort"):
        read_listed([other])


def test_a_layer_as_a_sheet_has_its_cells_as_a_spreadsheet_shows_them(tmp_path):
    found = layer(tmp_path / "1.gpkg", adresseerbaarobject_id=[ID, ""], aantal=[3, np.nan])
    header, *rows = layer_sheet(found).rows
    assert list(header) == ["adresseerbaarobject_id", "aantal"]
    assert [list(row) for row in rows] == [[ID, "3"], ["", ""]]
