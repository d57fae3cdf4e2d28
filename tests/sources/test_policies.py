"""Policy tables from the files that people have."""

from __future__ import annotations

import openpyxl
import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import FieldMissingError, PolicyError
from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.policy import Policy
from arbeidsmigratie.arbeidsmigratie_plugin.core.tables import Column, Table
from arbeidsmigratie.arbeidsmigratie_plugin.sources.policies import read_policies, read_policy_file
from arbeidsmigratie.arbeidsmigratie_plugin.sources.vector import OgrLayer
from arbeidsmigratie.arbeidsmigratie_plugin.sources.writing import write
from tests.conftest import ROOT

HEADER = ["gemeentecode", "gemeentenaam", "norm_m2", "norm_bron", "vergunningplicht"]
ROWS = [["9801", "Proefwest", "12,5", "Verordening, art. 4", "ja"], ["0363", "Proefoost", "", "", "nee"]]
EXPECTED = {
    "9801": Policy(12.5, "Verordening, art. 4", vergunningplicht=True),
    "0363": Policy(vergunningplicht=False),
}


def written(path, rows=ROWS, delimiter=";"):
    if path.suffix == ".xlsx":
        book = openpyxl.Workbook()
        for line in [HEADER, *rows]:
            book.active.append(line)
        book.save(path)
    elif path.suffix == ".gpkg":
        columns = tuple(Column(name, "text", [row[at] for row in rows]) for at, name in enumerate(HEADER))
        write(path, [Table("beleid", columns)])
    else:
        quoted = [[f'"{cell}"' if delimiter in str(cell) else str(cell) for cell in row] for row in [HEADER, *rows]]
        path.write_text("\n".join(delimiter.join(row) for row in quoted), encoding="utf-8")
    return path


@pytest.mark.parametrize(("name", "delimiter"), [("b.csv", ";"), ("b.csv", ","), ("b.xlsx", ""), ("b.gpkg", "")])
def test_every_kind_of_table_says_the_same(tmp_path, name, delimiter):
    assert dict(read_policies(OgrLayer(written(tmp_path / name, delimiter=delimiter))).of) == EXPECTED


@pytest.mark.parametrize("name", ["b.csv", "b.xlsx"])
def test_a_file_says_the_same_as_a_layer(tmp_path, name):
    assert dict(read_policy_file(written(tmp_path / name)).of) == EXPECTED


def test_a_file_in_the_spelling_of_windows_with_a_title_and_blank_lines(tmp_path):
    lines = ["Beleid van de regio", "", ";".join(HEADER), "9801;Súdwest;;;", "", "9802;;;Bijlage één;ja", "9802;;;;"]
    path = tmp_path / "beleid.csv"
    path.write_bytes("\r\n".join(lines).encode("cp1252"))
    with pytest.raises(PolicyError, match="Row 7"):
        read_policy_file(path)


def test_numbers_of_a_spreadsheet(tmp_path):
    path = written(
        tmp_path / "b.xlsx", [[9801, "Proefwest", 12.5, "Verordening, art. 4", True], [363, "x", None, None, False]]
    )
    assert dict(read_policies(OgrLayer(path)).of) == dict(read_policy_file(path).of) == EXPECTED


@pytest.mark.parametrize("name", ["b.csv", "b.xlsx"])
def test_a_bad_row_is_named_as_a_spreadsheet_counts(tmp_path, name):
    path = written(tmp_path / name, [*ROWS, ["9802", "", "99", "", ""]])
    with pytest.raises(PolicyError, match=f"Row 4 of the policy table {name}"):
        read_policies(OgrLayer(path))
    with pytest.raises(PolicyError, match=f"Row 4 of the policy table {name}"):
        read_policy_file(path)


def test_the_template_is_read_as_it_is():
    layer = OgrLayer(ROOT / "resources/templates/beleid.csv")
    assert sorted(read_policies(layer).of) == ["9801", "9802", "9803"]
    with pytest.raises(PolicyError, match="Row 3"):
        read_policies(layer, frozenset({"9801"}))


@pytest.mark.parametrize("content", ["Proefpersoon;Jan;123456782;0612345678\nTestmens;Ana;1;2\n", "Proefpersoon;1\n"])
def test_a_table_without_a_header_repeats_no_cell(tmp_path, content):
    path = tmp_path / "123456782 beleid.csv"
    path.write_text(content, encoding="utf-8")
    for read in (read_policy_file, lambda one: read_policies(OgrLayer(one))):
        with pytest.raises(FieldMissingError) as error:
            read(path)
        for secret in ("Proefpersoon", "Jan", "123456782", "0612345678"):
            assert secret not in str(error.value)


def test_columns_that_were_not_read_are_named(tmp_path):
    path = tmp_path / "beleid.csv"
    path.write_text("gemeentecode;norm_m2;norm per kamer;Proefpersoon\n9801;12;8;x\n", encoding="utf-8")
    assert read_policy_file(path).not_read == ("norm per kamer", "kolom D")


def test_a_column_with_one_of_our_names_and_more_is_a_misspelt_one(tmp_path):
    path = tmp_path / "beleid.csv"
    path.write_text("gemeentecode;norm_m2_pp;vergunningplicht\n9801;15;ja\n", encoding="utf-8")
    with pytest.raises(FieldMissingError, match="norm_m2_pp"):
        read_policy_file(path)


def test_a_table_in_utf_16_and_as_text(tmp_path):
    for name, encoding in (("b.csv", "utf-16"), ("b.txt", "utf-8")):
        path = tmp_path / name
        path.write_text("\n".join(";".join(map(str, row)) for row in [HEADER, *ROWS]), encoding=encoding)
        assert dict(read_policy_file(path).of) == EXPECTED
