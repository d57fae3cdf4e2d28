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


PERSON = "14-05-1987 Proefpersoon"


def test_a_layer_that_only_looks_like_a_list_gets_nothing_of_a_person_through(tmp_path):
    path = tmp_path / "1.gpkg"
    columns = (
        Column("adresseerbaarobject_id", "text", [ID] * 3),
        Column("soort", "text", ["leegstand", "bewoners", "vergunning"]),
        Column("aantal", "integer", [0, 123456782, 9999]),
        Column("datum", "text", [PERSON, "2026-01-01T00:00:00", "123456782"]),
        Column("geldig_tot", "text", ["Proefpersoon", "", "31-12-2026"]),
        Column("status", "text", ["", "", "Proefpersoon"]),
    )
    write(path, [Table("iets", columns)])
    found = read_listed([OgrLayer(path)])
    assert "Proefpersoon" not in repr(found)
    assert "123456782" not in repr(found)
    assert found.number[0] == 0
    assert np.isnan(found.number[1])
    assert found.number[2] == 9999
    assert found.date.tolist() == ["", "2026-01-01", ""]
    assert found.until.tolist() == ["", "", "2026-12-31"]
    assert found.status.tolist() == ["", "", "onbekend"]


def test_fields_that_could_be_cells_are_not_repeated(tmp_path):
    other = layer(tmp_path / "123456782.gpkg", soort=["x"], Proefpersoon=["y"])
    with pytest.raises(FieldMissingError) as error:
        read_listed([other])
    assert "soort" in str(error.value)
    assert "Proefpersoon" not in str(error.value)
    assert "123456782" not in str(error.value)
