"""Spreadsheets and CSV files as they arrive."""

from __future__ import annotations

import datetime
import zipfile

import openpyxl
import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from osgeo import gdal, ogr

from arbeidsmigratie.arbeidsmigratie_plugin.core import errors
from arbeidsmigratie.arbeidsmigratie_plugin.sources.table import open_table

HEADER = ["Straatnaam", "Huisnummer", "Postcode"]
ROWS = [["Dorpsstraat, noord", "12", "1382AB"], ["Bührmannlaan", "3", "1383CD"]]


def cells(path):
    return [[list(row) for row in sheet.rows] for sheet in open_table(path)]


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_csv_in_every_dress(tmp_path, delimiter, encoding, newline):
    quoted = [[f'"{cell}"' if delimiter in cell else cell for cell in row] for row in [HEADER, *ROWS]]
    path = tmp_path / "levering.csv"
    path.write_bytes(newline.join(delimiter.join(row) for row in quoted).encode(encoding))
    assert cells(path) == [[HEADER, *ROWS]]


def test_csv_with_a_title_above_the_header_keeps_its_row_numbers(tmp_path):
    path = tmp_path / "levering.csv"
    path.write_text("Levering RNI\n\n" + "\n".join(";".join(row) for row in [HEADER, *ROWS]), encoding="utf-8")
    assert cells(path)[0] == [["Levering RNI"], [], HEADER, *ROWS]


def test_csv_says_its_own_separator_as_excel_does(tmp_path):
    path = tmp_path / "levering.csv"
    path.write_text("sep=,\na;b,c;d\n1;2,3;4\n", encoding="utf-8")
    assert cells(path) == [[["a;b", "c;d"], ["1;2", "3;4"]]]


@pytest.fixture
def workbook(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Toelichting"
    book.active.append(["Uitleg"])
    sheet = book.create_sheet("Gegevens")
    sheet.append(["BSN", "Huisnummer", "Datum", "Id"])
    sheet.append([11222333, 12.0, datetime.date(2024, 5, 1), "0457200000000012"])
    sheet.append([])
    sheet.append(["011222333", "12A", 20240000, 457200000198673])
    book.create_sheet("Leeg")
    path = tmp_path / "levering.xlsx"
    book.save(path)
    return path


def test_workbook_gives_all_sheets_that_hold_something(workbook):
    assert [sheet.name for sheet in open_table(workbook)] == ["Toelichting", "Gegevens"]


def test_workbook_cells_are_text_as_their_user_reads_them(workbook):
    assert cells(workbook)[1] == [
        ["BSN", "Huisnummer", "Datum", "Id"],
        ["11222333", "12", "2024/05/01", "0457200000000012"],
        ["", "", "", ""],
        ["011222333", "12A", "20240000", "457200000198673"],
    ]


def test_open_document_spreadsheet(tmp_path):
    path = tmp_path / "levering.ods"
    dataset = gdal.GetDriverByName("ODS").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    layer = dataset.CreateLayer("Blad1")
    for name in HEADER:
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    for row in ROWS:
        feature = ogr.Feature(layer.GetLayerDefn())
        for at, cell in enumerate(row):
            feature.SetField(at, cell)
        layer.CreateFeature(feature)
    dataset = None
    assert cells(path) == [[HEADER, *ROWS]]


def test_workbook_with_a_password(workbook, tmp_path):
    path = tmp_path / "geheim.xlsx"
    with workbook.open("rb") as plain, path.open("wb") as encrypted:
        OOXMLFile(plain).encrypt("wachtwoord", encrypted)
    with pytest.raises(errors.FileProtectedError, match=r"geheim\.xlsx.*password"):
        open_table(path)


def test_open_document_with_a_password(tmp_path):
    path = tmp_path / "geheim.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "x")
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    with pytest.raises(errors.FileProtectedError):
        open_table(path)


@pytest.mark.parametrize("name", ["levering.csv", "levering.xlsx", "levering.ods"])
@pytest.mark.parametrize("content", [b"", b" \r\n \n"])
def test_empty_file(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(errors.FileEmptyError, match=name):
        open_table(path)


def test_workbook_without_any_cell(tmp_path):
    path = tmp_path / "leeg.xlsx"
    openpyxl.Workbook().save(path)
    with pytest.raises(errors.FileEmptyError):
        open_table(path)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("brief.pdf", b"%PDF-1.4"),
        ("brief.docx", b"PK\x03\x04"),
        ("zonder", b"a;b"),
        ("pdf.csv", b"%PDF-1.4 stream"),
        ("excel.csv", b"PK\x03\x04 workbook"),
        ("pagina.csv", b"<html><table>"),
        ("binair.csv", b"a\x00b;c"),
        ("tekst.xlsx", b"a;b;c"),
        ("pagina.xlsx", b"<html><table>"),
        ("oud.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old workbook"),
        ("tekst.ods", b"a;b;c"),
    ],
)
def test_wrong_type_whatever_the_name_says(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(errors.FileTypeError, match=name) as raised:
        [list(sheet.rows) for sheet in open_table(path)]
    assert ".xlsx, .ods or .csv" in str(raised.value)


def test_archive_of_something_else(tmp_path):
    path = tmp_path / "archief.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "x")
    with pytest.raises(errors.FileTypeError):
        open_table(path)


@pytest.mark.parametrize("cut", [0.3, 0.9])
def test_damaged_workbook(workbook, tmp_path, cut):
    path = tmp_path / "kapot.xlsx"
    content = workbook.read_bytes()
    path.write_bytes(content[: int(len(content) * cut)])
    with pytest.raises(errors.FileDamagedError, match=r"kapot\.xlsx"):
        open_table(path)


def test_workbook_that_opens_but_has_a_damaged_part(workbook, tmp_path):
    path = tmp_path / "kapot.xlsx"
    with zipfile.ZipFile(workbook) as source, zipfile.ZipFile(path, "w") as archive:  # not compressed
        for name in source.namelist():
            archive.writestr(name, source.read(name))
    assert "12A" in str(cells(path))
    path.write_bytes(path.read_bytes().replace(b"12A", b"99Z"))
    with pytest.raises(errors.FileDamagedError, match=r"kapot\.xlsx"):
        open_table(path)


def test_damaged_csv_quotes_nothing(tmp_path):
    path = tmp_path / "kapot.csv"
    path.write_text('a;b\n"' + "Kowalski " * 30000, encoding="utf-8")
    with pytest.raises(errors.FileDamagedError) as raised:
        cells(path)
    assert "Kowalski" not in str(raised.value)


def test_missing_file(tmp_path):
    with pytest.raises(errors.FileMissingError, match=r"weg\.csv"):
        open_table(tmp_path / "weg.csv")


def test_folder_is_no_file(tmp_path):
    with pytest.raises(errors.FileTypeError, match="it is a folder"):
        open_table(tmp_path)


@pytest.mark.parametrize("stray", [1, 2, 3])
def test_a_stray_quotation_mark_swallows_no_rows(tmp_path, stray):
    rows = [['"t Hoff' if at < stray else "Dorpsstraat", str(at), "1382AB"] for at in range(6)]
    path = tmp_path / "levering.csv"
    path.write_text("\n".join(";".join(row) for row in [HEADER, *rows]), encoding="utf-8")
    assert cells(path) == [[HEADER, *rows]]


def test_beside_a_stray_quotation_mark_closed_ones_still_are_no_part_of_a_cell(tmp_path):
    path = tmp_path / "levering.csv"
    path.write_text('a;b\n"t Hoff;1\n"De ""Hoek""";2\n', encoding="utf-8")
    assert cells(path) == [[["a", "b"], ['"t Hoff', "1"], ['De "Hoek"', "2"]]]


def test_a_stray_quotation_mark_that_hides_where_cells_end_names_its_row(tmp_path):
    path = tmp_path / "levering.csv"
    path.write_text('a;b\n"t Hoff;1\n"Hoek; oost";2\n', encoding="utf-8")
    with pytest.raises(errors.QuoteError, match=r"Row 3 of levering\.csv"):
        cells(path)


def test_quoted_cells_of_more_lines_are_one_cell(tmp_path):
    path = tmp_path / "levering.csv"
    path.write_text('a;b\n"De\nHoek";1\n', encoding="utf-8")
    assert cells(path) == [[["a", "b"], ["De\nHoek", "1"]]]


def changed(workbook, path, name, change):
    """The workbook with one of its parts changed, as an archive that is whole."""
    with zipfile.ZipFile(workbook) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return path


def test_a_sheet_that_was_cut_is_no_part_of_a_delivery(tmp_path, capfd):
    book = openpyxl.Workbook()
    for at in range(60):
        book.active.append(["Dorpsstraat", at, "1382AB"])
    book.save(tmp_path / "heel.xlsx")
    path = changed(
        tmp_path / "heel.xlsx",
        tmp_path / "half.xlsx",
        "xl/worksheets/sheet1.xml",
        lambda content: content[: len(content) // 2],
    )
    with pytest.raises(errors.FileDamagedError, match=r"half\.xlsx"):
        cells(path)
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("value", [b"1", b"true"])
def test_a_workbook_that_counts_its_days_from_1904_is_refused(workbook, tmp_path, value):
    def mark(content):
        assert b"<workbookPr" in content
        return content.replace(b"<workbookPr", b'<workbookPr date1904="' + value + b'"', 1)

    path = changed(workbook, tmp_path / "mac.xlsx", "xl/workbook.xml", mark)
    with pytest.raises(errors.FileTypeError, match="1904"):
        open_table(path)


def test_an_open_document_with_the_suffix_of_excel_says_what_it_is(tmp_path):
    path = tmp_path / "levering.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", "<x/>")
    with pytest.raises(errors.FileTypeError, match=r"OpenDocument.*\.ods"):
        open_table(path)
