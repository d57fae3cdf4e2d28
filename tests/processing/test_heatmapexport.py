"""heatmapexport and heatmapsamenvoegen as people run them: what is in the package, what is refused, what is kept."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsApplication, QgsProcessingException

from arbeidsmigratie import classFactory
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.ledger import Ledger
from arbeidsmigratie.arbeidsmigratie_plugin.core.geometry import point_wkb, to_wkb
from arbeidsmigratie.arbeidsmigratie_plugin.core.tables import Column, Table
from arbeidsmigratie.arbeidsmigratie_plugin.sources.writing import write
from tests.core.disclosure.support import areas, churned, heavy_tailed
from tests.processing.inside import Listening, run

FIELDS = [
    "regio_id", "gemeentecode", "waarde", "klasse", "dichtheid_km2", "verblijfsobjecten", "sdc_status", "peildatum",
    "resolutie", "cellen", "marge",
]  # fmt: skip

GRANT = {
    "RECIPIENT": "RIEC Midden-Nederland",
    "PURPOSE": "Kiezen waar samen wordt gekeken naar huisvesting",
    "BASIS": "Convenant huisvesting 2026, artikel 4",
    "EXPIRES": "2099-12-31",
}

#: Names, identifiers and places of the made addresses: none of these may be anywhere in a package.
POINTS = heavy_tailed(11, 500)


def write_points(path, points=POINTS, peildatum="2026-07-01"):
    x, y, persons, names = points
    columns = (
        Column("adresseerbaarobject_id", "text", names),
        Column("gemeentecode", "text", areas().codes_of(None, x, y).text()),
        Column("registraties", "integer", persons.astype(int)),
        Column("peildatum", "text", [peildatum] * len(x)),
    )
    write(path, [Table("rni_adressen", columns, "Point", point_wkb(x, y))])
    return path


@pytest.fixture(scope="module")
def algorithms(qgis_app, qgis_processing):
    loaded = classFactory(None)
    loaded.initProcessing()
    yield {algorithm.name(): algorithm for algorithm in loaded.provider.algorithms()}
    loaded.unload()


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("invoer")
    write_points(folder / "adressen.gpkg")
    write_points(folder / "later.gpkg", churned(*POINTS, 5), "2026-08-01")
    rng = np.random.default_rng(3)
    near = np.repeat(np.column_stack(POINTS[:2]), 8, axis=0) + rng.normal(0, 120, (8 * len(POINTS[0]), 2))
    write(folder / "bag.gpkg", [Table("adressen", (Column("n", "integer", range(len(near))),), "Point",
                                      point_wkb(near[:, 0], near[:, 1]))])  # fmt: skip
    where = areas()
    columns = (Column("gemeentecode", "text", where.code), Column("gemeentenaam", "text", where.name))
    write(folder / "gemeenten.gpkg", [Table("gemeenten", columns, "MultiPolygon", to_wkb(where.polygons))])
    return folder


@pytest.fixture
def export(algorithms, files, tmp_path):
    """An export into a folder of its own, with a ledger of its own."""

    def made(folder="uit", feedback=None, **changes):
        given = {
            "INPUT": files / "adressen.gpkg",
            "DWELLINGS": files / "bag.gpkg",
            "GEMEENTEN": files / "gemeenten.gpkg",
            **GRANT,
            "SERIES": "proef-2026",
            "LEDGER": tmp_path / "grootboek.sqlite",
            "FOLDER": tmp_path / folder,
            **changes,
        }
        return run("heatmapexport", feedback, **{k: v for k, v in given.items() if v is not None})

    return made


def regions(package):
    with closing(sqlite3.connect(package)) as database:
        rows = database.execute(f"SELECT {', '.join(FIELDS)} FROM heatmap ORDER BY regio_id").fetchall()
    return [dict(zip(FIELDS, row)) for row in rows]


def numbers(package):
    return {row["regio_id"]: row["waarde"] for row in regions(package)}


def left(folder):
    return sorted(path.name for path in folder.rglob("*")) if folder.exists() else []


def test_a_package_holds_published_regions_and_nothing_else(export):
    made = export()
    with closing(sqlite3.connect(made["PACKAGE"])) as database:
        fields = [row[1] for row in database.execute("PRAGMA table_info(heatmap)")]
        tables = {row[0] for row in database.execute("SELECT table_name FROM gpkg_contents")}
    assert [name for name in fields if name not in ("fid", "geom")] == FIELDS
    assert tables <= {"heatmap", "sdc_certificaat", "layer_styles"}
    found = regions(made["PACKAGE"])
    assert len(found) == made["REGIONS"] > 10
    assert all(row["waarde"] % 5 == 0 and row["waarde"] >= 10 for row in found)
    assert sum(row["waarde"] for row in found) == made["REGISTRATIONS"]
    assert {row["sdc_status"] for row in found} == {"gepubliceerd", "samengevoegd"}
    cells = [(row["gemeentecode"], cell) for row in found for cell in row["cellen"].split(",")]
    assert len(cells) == len(set(cells))
    for name in ("PACKAGE", "PROJECT", "PICTURE", "PDF", "CERTIFICATE"):
        assert Path(made[name]).stat().st_size > 500


def test_no_address_path_or_true_total_is_anywhere_in_the_package(export, files, tmp_path):
    made = export(RASTER=True)
    persons = POINTS[2].astype(int)
    forbidden = [*POINTS[3][:200], str(tmp_path), str(files), str(QgsApplication.qgisSettingsDirPath())]
    for path in Path(made["PACKAGE"]).parent.iterdir():
        content = path.read_bytes()
        if path.suffix == ".qgz":
            shutil.unpack_archive(path, tmp_path / "qgz", "zip")
            content = b"".join(part.read_bytes() for part in (tmp_path / "qgz").iterdir())
        for text in forbidden:
            assert str(text).encode() not in content, (path.name, text)
        if path.suffix in (".json", ".txt"):
            assert str(persons.sum()).encode() not in content


@pytest.mark.parametrize("missing", ["RECIPIENT", "PURPOSE", "BASIS", "EXPIRES"])
def test_nothing_is_exported_without(export, tmp_path, missing):
    with pytest.raises(QgsProcessingException, match=missing):
        export(**{missing: None})
    assert left(tmp_path) == []


def test_an_expiry_in_the_past_is_refused(export):
    with pytest.raises(QgsProcessingException, match="EXPIRES after today"):
        export(EXPIRES="2020-01-01")


def test_a_late_expiry_becomes_what_the_matrix_allows(export):
    ear = Listening()
    said = json.loads(Path(export(feedback=ear)["CERTIFICATE"]).read_text(encoding="utf-8"))
    assert any("valid until" in text for text in ear.warnings)
    assert "2099" not in json.dumps(said)


def test_every_recipient_gets_the_same_numbers(export):
    first = export("een")
    other = export("twee", RECIPIENT="Provincie Utrecht")
    assert numbers(first["PACKAGE"]) == numbers(other["PACKAGE"])
    assert other["SEQUENCE"] > first["SEQUENCE"]


def test_the_next_date_only_merges(export, files):
    first = export("een")
    later = export("twee", INPUT=files / "later.gpkg")
    owner = {
        (row["gemeentecode"], cell): row["regio_id"]
        for row in regions(later["PACKAGE"])
        for cell in row["cellen"].split(",")
    }
    for row in regions(first["PACKAGE"]):
        assert len({owner.get((row["gemeentecode"], cell)) for cell in row["cellen"].split(",")}) == 1
    assert later["REPEATED"] > 0


def test_a_coarser_map_adds_up(export):
    fine, coarse = export("fijn"), export("grof", RESOLUTION=6)
    assert coarse["REGISTRATIONS"] == fine["REGISTRATIONS"]
    assert sum(numbers(coarse["PACKAGE"]).values()) == sum(numbers(fine["PACKAGE"]).values())
    assert coarse["REGIONS"] < fine["REGIONS"]


def test_a_finer_map_of_the_series_is_refused(export, tmp_path):
    export("grof", RESOLUTION=7)
    with pytest.raises(QgsProcessingException, match="frozen at resolution 7"):
        export("fijn", RESOLUTION=8)
    assert left(tmp_path / "fijn") == []


@pytest.mark.parametrize("resolution", [4, 10])
def test_a_resolution_that_is_not_offered_is_refused_with_those_that_are(export, resolution):
    with pytest.raises(QgsProcessingException, match=rf"Resolution {resolution} is out of range: .* from 5 to 9\b"):
        export(RESOLUTION=resolution)


def test_recipients_and_resolutions_lie_side_by_side_in_one_folder(export, tmp_path):
    made = [export(), export(RECIPIENT="RIEC, Midden Nederland"), export(RESOLUTION=7)]
    assert len({one["PACKAGE"] for one in made}) == 3
    assert len(list((tmp_path / "uit").glob("*.gpkg"))) == 3
    assert len(numbers(made[0]["PACKAGE"])) == made[0]["REGIONS"]


def test_finer_than_the_matrix_allows_is_refused(export):
    with pytest.raises(QgsProcessingException, match="ask for resolution 8"):
        export(RESOLUTION=9)


def test_everybody_gets_classes_of_what_is_published(export):
    partner = export("partner", RESOLUTION=7)
    public = export("publiek", RECIPIENT="publiek", RESOLUTION=7)
    rows = regions(public["PACKAGE"])
    assert rows
    assert {row["waarde"] for row in rows} == {None}
    assert {row["dichtheid_km2"] for row in rows} == {None}
    assert all(row["klasse"] for row in rows)
    known = numbers(partner["PACKAGE"])
    assert all(known[row["regio_id"]] >= 20 for row in rows)
    said = {
        name: json.loads(Path(made["CERTIFICATE"]).read_text(encoding="utf-8"))["regels"]
        for name, made in (("partner", partner), ("public", public))
    }
    assert (said["partner"]["registraties"], said["partner"]["afronding"]) == (10, 5)
    assert (said["public"]["registraties"], said["public"]["afronding"]) == (15, 10)
    with closing(sqlite3.connect(public["PACKAGE"])) as database:
        rows = dict(database.execute("SELECT sleutel, waarde FROM sdc_certificaat"))
    assert rows["afronding"] == rows["certificaat.regels.afronding"] == "10"


def test_a_map_of_classes_has_no_raster(export, tmp_path):
    with pytest.raises(QgsProcessingException, match="leave RASTER out"):
        export(RECIPIENT="publiek", RESOLUTION=7, RASTER=True)
    assert left(tmp_path) == []


def test_a_workspace_is_enough(export, files, tmp_path):
    workspace = tmp_path / "werkruimte.gpkg"
    shutil.copy(files / "adressen.gpkg", workspace)
    from arbeidsmigratie.arbeidsmigratie_plugin.sources.writing import add_layers

    where = areas()
    columns = (Column("gemeentecode", "text", where.code), Column("gemeentenaam", "text", where.name))
    add_layers(workspace, [Table("gemeenten", columns, "MultiPolygon", to_wkb(where.polygons))])
    made = export(INPUT=None, GEMEENTEN=None, WORKSPACE=workspace)
    assert numbers(made["PACKAGE"]) == numbers(export("los", SERIES="proef-2026")["PACKAGE"])


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"INPUT": None}, "without INPUT"),
        ({"GEMEENTEN": None}, "without GEMEENTEN"),
        ({"COUNT_FIELD": "aantal"}, "aantal"),
        ({"RULES": '{"persons": 5}'}, "persons can't be 5"),
        ({"RULES": "veel"}, "RULES is not understood at veel: write JSON like"),
        ({"RULES": '{"mensen": 20}'}, 'RULES is not understood at "mensen": 20'),
        ({"RULES": '{"persons": 15.7}'}, 'RULES is not understood at "persons": 15.7'),
        ({"REGION": "Nergenshuizen"}, "Nergenshuizen"),
    ],
)
def test_what_can_not_be_used_is_said_in_a_sentence(export, tmp_path, changes, told):
    with pytest.raises(QgsProcessingException, match=told):
        export(**changes)
    assert left(tmp_path / "uit") == []


def test_stricter_rules_are_kept_by_the_series(export):
    export("een", RULES='{"persons": 20}')
    assert min(numbers(export("twee", RULES='{"persons": 20}')["PACKAGE"]).values()) >= 20
    with pytest.raises(QgsProcessingException, match="weaker"):
        export("drie")


def test_points_without_a_date_need_one(export, files, tmp_path):
    x, y, persons, names = POINTS
    columns = (Column("adresseerbaarobject_id", "text", names), Column("registraties", "integer", persons.astype(int)))
    write(tmp_path / "kaal.gpkg", [Table("punten", columns, "Point", point_wkb(x, y))])
    with pytest.raises(QgsProcessingException, match="Give PEILDATUM"):
        export(INPUT=tmp_path / "kaal.gpkg")
    made = export(INPUT=tmp_path / "kaal.gpkg", PEILDATUM="2026-07-01")
    assert {row["peildatum"] for row in regions(made["PACKAGE"])} == {"2026-07-01"}


# Ledger ------------------------------------------------------------------------------------------------------------


def refused(export, told, folder, **changes):
    before = left(folder)
    with pytest.raises(QgsProcessingException, match=told):
        export(folder.name, **changes)
    assert left(folder) == before


def test_a_first_export_says_that_it_starts_a_ledger(export):
    ear = Listening()
    export(feedback=ear)
    assert any("new ledger is started" in text for text in ear.warnings)
    ear = Listening()
    export("twee", feedback=ear)
    assert not any("new ledger" in text for text in ear.warnings)


def test_a_ledger_that_is_gone_is_no_reason_to_start_again(export, tmp_path):
    export()
    (tmp_path / "grootboek.sqlite").unlink()
    refused(export, "is gone", tmp_path / "twee")


def test_a_ledger_of_another_series_is_refused(export, tmp_path):
    export()
    refused(export, "series 'proef-2026', not of series 'proef-2027'", tmp_path / "twee", SERIES="proef-2027")


def test_a_damaged_ledger_is_refused(export, tmp_path):
    export()
    ledger = tmp_path / "grootboek.sqlite"
    content = bytearray(ledger.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 64] = bytes(64)
    ledger.write_bytes(content)
    refused(export, "damaged", tmp_path / "twee")


def test_the_output_says_where_in_the_ledger_an_export_is(export, algorithms, tmp_path):
    """The entry that holds the release; the one after it says that its files are there."""
    sequence = export()["SEQUENCE"]
    with closing(sqlite3.connect(tmp_path / "grootboek.sqlite")) as database:
        kinds = dict(database.execute("SELECT sequence, kind FROM entry"))
    assert kinds[sequence] == "release"
    described = algorithms["heatmapexport"].outputDefinition("SEQUENCE").description()
    assert described == "Entry of the ledger that holds this export"


def test_an_older_copy_of_the_ledger_is_refused(export, tmp_path):
    export()
    shutil.copy(tmp_path / "grootboek.sqlite", tmp_path / "kopie")
    export("twee")
    shutil.copy(tmp_path / "kopie", tmp_path / "grootboek.sqlite")
    refused(export, "older copy", tmp_path / "drie")


def test_a_lost_secret_is_refused(export, tmp_path):
    export()
    profile = Path(QgsApplication.qgisSettingsDirPath()) / "arbeidsmigratie" / "reeksen"
    with closing(Ledger.open(tmp_path / "grootboek.sqlite")) as ledger:
        (profile / f"{ledger.identity}.json").unlink()
    refused(export, "secret", tmp_path / "twee")


def test_a_full_disk_leaves_ledger_and_folder_as_they_were(export, tmp_path, monkeypatch):
    first = export()
    from arbeidsmigratie.processing import exporting

    def full(*given, **more):
        (given[1] / "half.gpkg").write_bytes(b"half")
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(exporting, "write_package", full)
        refused(export, "disk is full", tmp_path / "twee")
    assert export("twee")["SEQUENCE"] == first["SEQUENCE"] + 2  # that of the first export, and that its files are there


def test_a_run_is_recorded_without_its_values(export, tmp_path, monkeypatch):
    monkeypatch.setenv("ARBEIDSMIGRATIE_LOGBOEK", str(tmp_path / "logboek.jsonl"))
    export()
    (line,) = (tmp_path / "logboek.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["status"] == "Ok"
    assert "RIEC" not in line
    assert str(tmp_path) not in line


def test_what_can_not_be_recorded_is_not_exported(export, tmp_path, monkeypatch):
    monkeypatch.setenv("ARBEIDSMIGRATIE_LOGBOEK", str(tmp_path))  # a folder
    with pytest.raises(QgsProcessingException):
        export()
    assert left(tmp_path / "uit") == []


# Merging -----------------------------------------------------------------------------------------------------------


def test_packages_of_municipalities_become_one_map(export, tmp_path):
    """Without a central file: each has a ledger and a secret of its own, and their maps lie side by side."""
    west = export("west", REGION="1001", RECIPIENT="Regio Midden", LEDGER=tmp_path / "west.sqlite")
    east = export("oost", REGION="1002", RECIPIENT="Regio Midden", LEDGER=tmp_path / "oost.sqlite")
    made = run("heatmapsamenvoegen", PACKAGES=[west["PACKAGE"], east["PACKAGE"]], FOLDER=tmp_path / "samen",
               **{**GRANT, "EXPIRES": "2027-06-30"})  # fmt: skip
    apart = {**numbers(west["PACKAGE"]), **numbers(east["PACKAGE"])}
    assert numbers(made["PACKAGE"]) == apart
    assert (made["PACKAGES"], made["REGIONS"]) == (2, len(apart))
    for name in ("PROJECT", "PICTURE", "PDF", "CERTIFICATE"):
        assert Path(made[name]).is_file()


def test_packages_that_do_not_go_together_are_refused(export, tmp_path):
    west = export("west", REGION="1001", LEDGER=tmp_path / "west.sqlite")
    twice = [west["PACKAGE"], west["PACKAGE"]]
    given = {**GRANT, "FOLDER": tmp_path / "samen"}
    with pytest.raises(QgsProcessingException, match="more than one"):
        run("heatmapsamenvoegen", PACKAGES=twice, **given)
    with pytest.raises(QgsProcessingException, match="only one"):
        run("heatmapsamenvoegen", PACKAGES=twice[:1], **given)
    assert left(tmp_path / "samen") == []


# What would tell, or mislead ---------------------------------------------------------------------------------------


def points_layer(path, rows=slice(None), **changes):
    """The made addresses with some fields otherwise."""
    x, y, persons, names = (column[rows] for column in POINTS)
    given = {
        "adresseerbaarobject_id": ("text", names),
        "registraties": ("integer", persons.astype(int)),
        "peildatum": ("text", ["2026-07-01"] * len(x)),
        **changes,
    }
    columns = tuple(Column(name, kind, list(values)) for name, (kind, values) in given.items() if kind)
    write(path, [Table("punten", columns, "Point", point_wkb(x, y))])
    return path


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"peildatum": ("text", ["gisteren"] * 500)}, "gisteren"),
        ({"peildatum": ("text", ["2099-01-01"] * 500)}, "2099-01-01"),
        ({"adresseerbaarobject_id": ("text", [f"a{i // 2}" for i in range(500)])}, "more than once"),
        ({"registraties": ("text", ["veel"] * 500)}, "no whole numbers"),
    ],
)
def test_points_that_mislead_are_refused(export, tmp_path, changes, told):
    with pytest.raises(QgsProcessingException, match=told):
        export(INPUT=points_layer(tmp_path / "punten.gpkg", **changes))
    assert left(tmp_path) == ["punten.gpkg"]  # no ledger and no folder either


def test_two_reference_dates_are_refused(export):
    with pytest.raises(QgsProcessingException, match="2026-05-05"):
        export(PEILDATUM="2026-05-05")


def test_the_addresses_themselves_are_no_homes(export, files):
    with pytest.raises(QgsProcessingException, match="give the BAG itself"):
        export(DWELLINGS=files / "adressen.gpkg")


def test_points_that_do_not_count_are_told(export, tmp_path):
    counts = POINTS[2].astype(int).tolist()
    counts[:3] = [10**9, 0, -4]
    ear = Listening()
    made = export(INPUT=points_layer(tmp_path / "punten.gpkg", registraties=("integer", counts)), feedback=ear)
    assert made["SKIPPED"] == 3
    assert any("3 points did not count" in text for text in ear.warnings)


def test_a_municipality_is_on_the_map_whoever_lives_there(export, tmp_path):
    """Where nobody is registered the municipality is drawn too: leaving it out would say so."""
    west = POINTS[0] < areas().polygons[0].bounds[2]
    made = export(INPUT=points_layer(tmp_path / "west.gpkg", rows=west))
    borders = json.loads(next(Path(made["PACKAGE"]).parent.glob("*_gemeenten.geojson")).read_text(encoding="utf-8"))
    assert {"1001", "1002"} <= {str(feature["properties"].get("gemeentecode")) for feature in borders["features"]}


def test_an_address_outside_the_border_adds_no_cell(export, tmp_path):
    """A cell that is there only for an address would show that address."""
    plain = export("zonder")
    x, y, persons, names = (column.copy() for column in POINTS)
    x[0], y[0] = areas().polygons[0].bounds[0] - 700.0, areas().polygons[0].bounds[1] + 3000.0
    columns = (
        Column("adresseerbaarobject_id", "text", names),
        Column("gemeentecode", "text", ["1001", *areas().codes_of(None, x[1:], y[1:]).text()]),
        Column("registraties", "integer", persons.astype(int)),
        Column("peildatum", "text", ["2026-07-01"] * len(x)),
    )
    write(tmp_path / "buiten.gpkg", [Table("punten", columns, "Point", point_wkb(x, y))])
    made = export("met", INPUT=tmp_path / "buiten.gpkg", LEDGER=tmp_path / "ander.sqlite")
    cells = [{c for row in regions(one["PACKAGE"]) for c in row["cellen"].split(",")} for one in (plain, made)]
    assert cells[1] <= cells[0]


def test_other_identifiers_in_a_later_delivery_are_refused(export, tmp_path):
    """Else every address would seem to have changed, and every change would be safe."""
    export()
    other = points_layer(tmp_path / "anders.gpkg", adresseerbaarobject_id=("text", [f"n{i}" for i in range(500)]))
    with pytest.raises(QgsProcessingException, match="identifier"):
        export("twee", INPUT=other)


def test_a_number_is_an_identifier_that_lost_its_zeros(export, tmp_path):
    numbered = [f"0457{i:012d}" for i in range(500)]
    first = export("een", INPUT=points_layer(tmp_path / "a.gpkg", adresseerbaarobject_id=("text", numbered)))
    bare = [int(number) for number in numbered]
    again = export("twee", INPUT=points_layer(tmp_path / "b.gpkg", adresseerbaarobject_id=("integer", bare)))
    assert numbers(first["PACKAGE"]) == numbers(again["PACKAGE"])
    assert again["REPEATED"] == 0


def test_another_series_of_the_same_addresses_is_refused(export, tmp_path, monkeypatch):
    export()
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path / "tijdelijk"))
    with pytest.raises(QgsProcessingException, match="Go on with SERIES 'proef-2026'"):
        export("twee", SERIES="proef-2027", LEDGER=tmp_path / "tweede.sqlite")
    assert not (tmp_path / "tweede.sqlite").exists()


def test_what_was_refused_leaves_no_ledger(export, tmp_path):
    with pytest.raises(QgsProcessingException, match="no part of any municipality"):
        export(INPUT=points_layer(tmp_path / "weinig.gpkg", rows=slice(0, 4)))
    assert left(tmp_path) == ["weinig.gpkg"]


def test_no_expression_of_a_text_is_computed(export, tmp_path):
    made = export(PURPOSE="Kiezen [% 6*7 %] waar te kijken", TITLE="Kaart [% 1+2 %]")
    shutil.unpack_archive(made["PROJECT"], tmp_path / "qgz", "zip")
    content = b"".join(part.read_bytes() for part in (tmp_path / "qgz").iterdir()).decode("utf-8")
    assert "[% 6*7" not in content.split("<projectMetadata")[0].split("<Layouts")[-1]


def test_a_raster_of_an_earlier_package_does_not_stay(export):
    made = export(RASTER=True)
    folder = Path(made["PACKAGE"]).parent
    assert list(folder.glob("*.tif"))
    export()
    assert not list(folder.glob("*.tif"))


def test_a_package_that_was_changed_is_not_called_safe(export, tmp_path):
    made = export()
    given = {"PACKAGES": [made["PACKAGE"]], "LEDGER": tmp_path / "grootboek.sqlite"}
    sound = run("exportcontrole", OUTPUT=tmp_path / "a.gpkg", **given)
    assert (sound["VERDICT"], sound["CHANGED"], sound["UNKNOWN"]) == ("veilig", 0, 0)
    with closing(sqlite3.connect(made["PACKAGE"])) as database, database:
        for name in ("IsEmpty", "MinX", "MaxX", "MinY", "MaxY"):  # for the triggers of the spatial index
            database.create_function(f"ST_{name}", 1, lambda _: 0)
        database.execute("UPDATE heatmap SET waarde = waarde + 100 WHERE fid = 1")
    touched = run("exportcontrole", OUTPUT=tmp_path / "b.gpkg", **given)
    assert (touched["VERDICT"], touched["CHANGED"]) == ("niet te beoordelen", 1)


def test_a_year_of_exports_gives_nothing_away(export, tmp_path):
    """A dozen maps, two details, two recipients, churn: held together by a stranger with the files only."""
    packages, points = [], POINTS
    for month in range(1, 7):
        layer = write_points(tmp_path / f"{month}.gpkg", points, f"2026-{month:02d}-01")
        for recipient, resolution in (("RIEC Midden", 8), ("Provincie", 7)):
            made = export(f"{month}-{resolution}", INPUT=layer, RECIPIENT=recipient, RESOLUTION=resolution)
            packages.append(made["PACKAGE"])
        points = churned(*points, month)
    found = run("exportcontrole", PACKAGES=packages, LEDGER=tmp_path / "grootboek.sqlite", OUTPUT=tmp_path / "c.gpkg")
    assert found["PACKAGES"] == 12
    assert (found["VERDICT"], found["EXACT"], found["NARROW"], found["UNKNOWN"]) == ("veilig", 0, 0, 0)
