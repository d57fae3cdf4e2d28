"""Packages read back: the same publication, and a sentence for everything that is none."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path

import pytest
import shapely

from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.publication import Publication
from arbeidsmigratie.arbeidsmigratie_plugin.core.refusals import PackageError
from arbeidsmigratie.arbeidsmigratie_plugin.core.tables import Column
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.heatmap.borders import borders
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.heatmap.names import file_names
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.heatmap.tables import certificate_table, heatmap_table
from arbeidsmigratie.arbeidsmigratie_plugin.sources.packages import read_publication
from arbeidsmigratie.arbeidsmigratie_plugin.sources.writing import write
from tests.sharing.publications import publication, without_numbers


def save(made: Publication, folder: Path) -> Path:
    """The two files of a package that are read back."""
    files = file_names(made)
    write(folder / files.gpkg, [heatmap_table(made), certificate_table(made, made.certificate)])
    (folder / files.gemeenten).write_text(borders(made), encoding="utf-8")
    return folder / files.gpkg


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        for name in ("IsEmpty", "MinX", "MaxX", "MinY", "MaxY"):  # for the triggers of the spatial index
            database.create_function(f"ST_{name}", 1, lambda _: 0)
        for statement in statements:
            database.execute(statement)


@pytest.fixture(scope="module")
def saved(tmp_path_factory) -> Path:
    return save(publication(), tmp_path_factory.mktemp("pakket"))


@pytest.fixture
def package(saved, tmp_path) -> Path:
    """A package to damage."""
    for path in saved.parent.iterdir():
        shutil.copy(path, tmp_path / path.name)
    return tmp_path / saved.name


def plain(made: Publication) -> Publication:
    """Without the polygons, which are compared as areas."""
    return replace(
        made,
        regions=tuple(replace(region, polygon=None) for region in made.regions),
        municipalities=tuple(replace(area, polygon=None) for area in made.municipalities),
    )


@pytest.mark.parametrize(
    "made",
    [publication(), publication(homes=False), publication(most=1), without_numbers(publication())],
    ids=["usual", "no homes", "one region", "classes only"],
)
def test_what_is_written_is_what_is_read(tmp_path, made):
    found = read_publication(save(made, tmp_path))
    assert plain(found) == plain(made)
    for field in fields(Publication):
        assert type(getattr(found, field.name)) is type(getattr(made, field.name)), field.name
    for mine, theirs in zip(made.regions, found.regions):
        assert shapely.equals_exact(shapely.normalize(mine.polygon), shapely.normalize(theirs.polygon))
    for mine, theirs in zip(made.municipalities, found.municipalities):
        assert shapely.hausdorff_distance(mine.polygon, theirs.polygon) < 0.02


@pytest.mark.parametrize("written", ["NULL", "-1"], ids=["now", "in early versions"])
def test_regions_that_are_all_larger_than_a_hexagon(package, written):
    """Where a column is NULL in every row, OGR gives no numbers."""
    change(package, f"UPDATE heatmap SET resolutie = {written}")
    found = read_publication(package).regions
    assert {region.resolutie for region in found} == {None}
    assert [region.regio_id for region in found] == [region.regio_id for region in publication().regions]


def test_of_a_sum_of_two_municipalities_that_share_a_hexagon_nothing_overlaps(saved):
    """The same cell in two municipalities is two atoms: no reason to refuse."""
    cells = [(region.gemeentecode, cell) for region in read_publication(saved).regions for cell in region.cells]
    assert len(set(cells)) == len(cells)
    assert len({cell for _, cell in cells}) < len(cells)


def test_other_files_are_refused(tmp_path):
    other = tmp_path / "kaart.txt"
    other.write_text("geen pakket")
    with pytest.raises(PackageError, match=r"^kaart\.txt can't be read as a package: it is damaged or no GeoPackage"):
        read_publication(other)
    with pytest.raises(PackageError, match="there is no such file"):
        read_publication(tmp_path / "weg.gpkg")


def test_a_geopackage_of_something_else_is_refused(package, tmp_path):
    made = publication()
    write(tmp_path / "half.gpkg", [heatmap_table(made)])
    with pytest.raises(PackageError, match=r"has no sdc_certificaat \(it has heatmap, layer_styles\)\. Give the"):
        read_publication(tmp_path / "half.gpkg")


def test_a_file_that_was_cut_off_is_refused(package):
    whole = package.read_bytes()
    for share in (0.05, 0.5, 0.9):
        package.write_bytes(whole[: int(len(whole) * share)])
        with pytest.raises(PackageError):
            read_publication(package)


def first(package: Path) -> str:
    with closing(sqlite3.connect(package)) as database:
        return str(database.execute("SELECT regio_id FROM heatmap ORDER BY regio_id").fetchone()[0])


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("UPDATE heatmap SET waarde = 13", "13, is no multiple of 5. Do not use it"),
        ("UPDATE heatmap SET waarde = 0", "0, is no multiple of 5"),
        ("UPDATE heatmap SET waarde = -5", "-5, is no multiple of 5"),
        ("UPDATE heatmap SET waarde = NULL", "has no number in field waarde"),
        ("UPDATE heatmap SET dichtheid_km2 = NULL", "has no number in field dichtheid_km2"),
        ("UPDATE heatmap SET waarde = NULL, dichtheid_km2 = NULL WHERE fid = 1", "have a value and others have not"),
        ("UPDATE heatmap SET sdc_status = 'geheim'", "unknown sdc_status 'geheim'"),
        ("UPDATE heatmap SET peildatum = '2026-01-01'", "is of 2026-01-01, the package of 2026-07-01"),
        ("UPDATE heatmap SET cellen = 'abc,x'", "no list of H3 cells of resolution 9"),
        ("UPDATE heatmap SET cellen = NULL", "no list of H3 cells"),
        ("UPDATE heatmap SET cellen = '88196953adfffff'", "no list of H3 cells of resolution 9"),
        ("UPDATE heatmap SET cellen = cellen || ',' || cellen", "no list of H3 cells"),
        ("UPDATE heatmap SET cellen = substr(cellen, 1, 15)", "does not consist of the cells that its name says"),
        ("UPDATE heatmap SET gemeentecode = '9999'", "does not consist of the cells"),
        ("UPDATE heatmap SET geom = NULL", "has no area"),
        ("INSERT INTO heatmap SELECT 999, geom, {fields} FROM heatmap LIMIT 1", "is in it twice"),
    ],
)
def test_regions_that_no_export_writes_are_refused(package, statement, reason):
    fields = "regio_id,gemeentecode,waarde,klasse,dichtheid_km2,verblijfsobjecten,sdc_status,peildatum,resolutie,cellen,marge"  # noqa: E501
    change(package, statement.format(fields=fields))
    with pytest.raises(PackageError) as refused:
        read_publication(package)
    assert reason in str(refused.value)
    assert str(package.parent) not in str(refused.value)


def test_a_value_with_a_fraction_is_refused(tmp_path):
    """In a column of another kind than ours: 10.5 is not to be read as 10."""
    made = publication(most=2)
    path, table = save(made, tmp_path), heatmap_table(made)
    columns = (Column("waarde", "real", [10.5, 15.0]) if c.name == "waarde" else c for c in table.columns)
    write(path, [replace(table, columns=tuple(columns)), certificate_table(made, made.certificate)])
    with pytest.raises(PackageError, match=r"the value of region 98\d\d-\w+ is no whole number"):
        read_publication(path)


def test_a_field_that_is_gone_is_named(package):
    change(package, "ALTER TABLE heatmap DROP COLUMN klasse")
    with pytest.raises(PackageError, match="layer heatmap has no field klasse"):
        read_publication(package)


def test_regions_that_share_a_cell_are_refused(tmp_path):
    from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.atoms import Region

    made = publication()
    one, other = [region for region in made.regions if region.gemeentecode == "9801"][:2]
    wider = Region(one.gemeentecode, 8, True, tuple(sorted({*one.cells, other.cells[0]})))
    stolen = replace(one, cells=wider.cells, regio_id=wider.regio_id)
    regions = tuple(stolen if region is one else region for region in made.regions)
    with pytest.raises(PackageError, match=f"both hold cell {other.cells[0]:x}. Do not use it"):
        read_publication(save(replace(made, regions=regions), tmp_path))


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("DELETE FROM sdc_certificaat WHERE sleutel = 'doel'", "does not say 'doel'"),
        ("UPDATE sdc_certificaat SET waarde = 'vijf' WHERE sleutel = 'afronding'", "'vijf', no whole number above 0"),
        ("UPDATE sdc_certificaat SET waarde = '0' WHERE sleutel = 'afronding'", "'0', no whole number above 0"),
        ("UPDATE sdc_certificaat SET waarde = '[1' WHERE sleutel LIKE '%JSON%'", "is no JSON object"),
        ("ALTER TABLE sdc_certificaat RENAME COLUMN waarde TO tekst", "has no rows of 'sleutel' and 'waarde'"),
    ],
)
def test_a_certificate_that_says_too_little_is_refused(package, statement, reason):
    change(package, statement)
    with pytest.raises(PackageError) as refused:
        read_publication(package)
    assert reason in str(refused.value)


def test_borders_must_be_beside_it_and_whole(package):
    (beside,) = package.parent.glob("*.geojson")
    content = json.loads(beside.read_text(encoding="utf-8"))
    content["features"] = content["features"][1:]
    beside.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(PackageError, match=r"municipality 9801 of heatmap_.* is not in it"):
        read_publication(package)
    beside.write_text("{")
    with pytest.raises(PackageError, match=r"_gemeenten\.geojson can't be read .*: it is damaged"):
        read_publication(package)
    beside.unlink()
    with pytest.raises(PackageError, match=r"there is no such file\. Keep it beside heatmap_"):
        read_publication(package)
