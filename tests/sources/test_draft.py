"""A run that stopped goes on where it was, and what comes of it is the same; two runs don't get in each other's way."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path

import numpy as np
import pytest
import shapely
from osgeo import gdal
from qgis.core import QgsProcessingFeedback

from arbeidsmigratie.arbeidsmigratie_plugin.core import errors
from arbeidsmigratie.arbeidsmigratie_plugin.core import service_errors as failed
from arbeidsmigratie.arbeidsmigratie_plugin.core.area import area_of
from arbeidsmigratie.arbeidsmigratie_plugin.core.cancel import Cancelled
from arbeidsmigratie.arbeidsmigratie_plugin.core.geometry import point_wkb
from arbeidsmigratie.arbeidsmigratie_plugin.core.municipalities import municipalities
from arbeidsmigratie.arbeidsmigratie_plugin.core.tables import Column, Table
from arbeidsmigratie.arbeidsmigratie_plugin.core.tiles import Tile
from arbeidsmigratie.arbeidsmigratie_plugin.sources import vector
from arbeidsmigratie.arbeidsmigratie_plugin.sources.draft import Draft
from arbeidsmigratie.arbeidsmigratie_plugin.sources.store import StoredLayer
from arbeidsmigratie.arbeidsmigratie_plugin.sources.writing import add_layers
from tests.sources.fetched import LACKING, area, differences, fetch, rows
from tests.standin import faults
from tests.standin.pdok import Pdok

LAYER = StoredLayer("punten", {"id": "text", "n": "integer"}, "Point", "Punten.")
TILES = [Tile(0, 0, 10, 10), Tile(10, 0, 20, 10)]
SQUARE = shapely.box(0, 0, 20, 10)
NOTHING = np.array([None], dtype=object)


def points(*ids):
    at = np.arange(len(ids)) + 0.25
    return {"id": list(ids), "n": [7] * len(ids)}, np.array([*point_wkb(at, at), None], dtype=object)[:-1]


@pytest.fixture
def path(tmp_path):
    return tmp_path / ".x-voorlopig.gpkg"


def opened(path, question="vraag"):
    return Draft(path, [LAYER], question)


# The file ------------------------------------------------------------------------------------------------------------


def test_objects_come_once_and_the_finished_file_is_a_plain_geopackage(path, tmp_path):
    draft = opened(path)
    draft.add("punten", *points("a", "b"))
    draft.add("punten", *points("b", "c"))
    draft.done("punt", TILES[0])
    assert draft.count("punten") == 3
    draft.finish(tmp_path / "uit.gpkg", [Table("tabel", (Column("n", "integer", [1]),))])
    draft.close()
    assert [file.name for file in tmp_path.iterdir()] == ["uit.gpkg"]
    layer = vector.OgrLayer(tmp_path / "uit.gpkg", "punten")
    (chunk,) = layer.chunks(["id", "n"])
    assert chunk.columns["id"].tolist() == ["a", "b", "c"]
    assert layer.crs() == "EPSG:28992"
    assert [ids.tolist() for ids, _ in layer.index_entries(0, 0, 1, 1)] == [[1]]
    assert vector.layer_names(tmp_path / "uit.gpkg") == ("punten", "tabel")
    with sqlite3.connect(tmp_path / "uit.gpkg") as database:
        names = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
        bounds = database.execute("SELECT min_x, max_y FROM gpkg_contents WHERE table_name = 'punten'").fetchone()
    assert not names & {"voortgang", "punten_uniek"}
    assert bounds == (0.25, 1.25)


def test_what_came_in_of_a_tile_that_is_not_finished_does_not_stay(path):
    draft = opened(path)
    draft.add("punten", *points("a"))
    draft.done("punt", TILES[0])
    draft.add("punten", *points("b"))
    draft.close()
    again = opened(path)
    assert again.count("punten") == 1
    again.add("punten", *points("c"))
    again.split("punt", TILES[1])
    again.close()
    assert opened(path).count("punten") == 2


def test_it_goes_on_with_the_tiles_that_are_left(path):
    draft = opened(path)
    assert not draft.resumed
    assert draft.waiting("punt", TILES, SQUARE) == TILES
    draft.add("punten", *points("a"))
    draft.done("punt", TILES[0])
    draft.split("punt", TILES[1])
    first, *others = TILES[1].quarters()
    draft.done("punt", first)
    draft.close()
    again = opened(path)
    assert again.resumed
    assert again.count("punten") == 1
    assert again.waiting("punt", TILES, SQUARE) == others
    assert again.waiting("vlak", TILES, SQUARE) == TILES
    again.close()


@pytest.mark.parametrize(("question", "hours"), [("andere vraag", 0), ("vraag", 25)])
def test_another_question_or_another_day_begins_anew(path, question, hours):
    draft = opened(path)
    draft.add("punten", *points("a"))
    draft.done("punt", TILES[0])
    draft.close()
    began = datetime.now(timezone.utc) - timedelta(hours=hours)
    with sqlite3.connect(path) as database:
        database.execute("UPDATE voortgang SET staat = ? WHERE soort = ''", (began.isoformat(),))
    again = opened(path, question)
    assert not again.resumed
    assert again.count("punten") == 0
    again.close()


@pytest.mark.parametrize("content", [b"", b"geen database", b"SQLite format 3\0" + bytes(2000)])
def test_what_is_no_draft_gives_way(path, content):
    path.write_bytes(content)
    draft = opened(path)
    assert not draft.resumed
    draft.add("punten", *points("a"))
    draft.close()


def test_a_draft_without_objects_does_not_stay(path):
    draft = opened(path)
    draft.done("punt", TILES[0])
    draft.close()
    draft.close()
    assert not path.exists()


def test_a_second_run_waits_for_nothing(path):
    draft = opened(path)
    draft.add("punten", *points("a"))
    for question in ("vraag", "andere vraag"):
        with pytest.raises(errors.OutputError, match="another run is writing it"):
            opened(path, question)
    assert draft.count("punten") == 1
    draft.close()
    opened(path).close()


def test_a_journal_of_another_draft_is_not_played_back(path):
    """A run that was killed in the middle of writing, and then another question."""
    code = (
        "import os, sys; sys.path.insert(0, '.'); import tests.conftest\n"
        "from tests.sources.test_draft import *\n"
        f"draft = opened(Path({str(path)!r}))\n"
        "draft.add('punten', *points('a'))\n"
        "draft.done('punt', TILES[0])\n"
        "draft._database.execute('PRAGMA cache_size=1'); draft._database.execute('BEGIN IMMEDIATE')\n"
        "draft._database.executemany('INSERT INTO punten (id) VALUES (?)', [(str(n),) for n in range(50000)])\n"
        "os.kill(os.getpid(), 9)"
    ).replace("import os,", "from pathlib import Path\nimport os,")
    subprocess.run([os.sys.executable, "-c", code], check=False)
    assert path.with_name(path.name + "-journal").stat().st_size > 0
    same = opened(path)
    assert (same.resumed, same.count("punten")) == (True, 1)
    same.close()
    subprocess.run([os.sys.executable, "-c", code], check=False)
    other = opened(path, "andere vraag")
    assert (other.resumed, other.count("punten")) == (False, 0)
    other.close()
    subprocess.run([os.sys.executable, "-c", code], check=False)
    path.unlink()  # by a person, who left the journal
    assert path.with_name(path.name + "-journal").exists()
    new = opened(path)
    new.add("punten", *points("z"))
    assert new._database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert new._database.execute("SELECT id FROM punten").fetchall() == [("z",)]
    new.close()


# Going on ------------------------------------------------------------------------------------------------------------


class Stopping(QgsProcessingFeedback):
    """Cancels when so many requests have been answered."""

    def __init__(self, server, after):
        super().__init__()
        self.server, self.after, self.said = server, after, []

    def setProgressText(self, text):  # noqa: N802
        if len(self.server.log) >= self.after:
            self.cancel()

    def pushInfo(self, text):  # noqa: N802
        self.said.append(text)


def addresses(server, catalogue):
    catalogue(bag_wfs={"url": server.url + Pdok.BAG_WFS}, bag_ogcapi={"url": server.url + Pdok.BAG_OGC})


def objects_asked(server):
    return [
        (request.path, request.query)
        for request in server.log
        if "GetFeature" in request.query or "/items" in request.path
    ]


@pytest.fixture(scope="module")
def limited(weesp_bag):
    """A server whose tiles have to be split."""
    with Pdok(weesp_bag, startindex_limit=2000) as server:
        yield server


def finished_tiles(draft):
    """Tiles with their collections."""
    with sqlite3.connect(draft) as database:
        return database.execute("SELECT tegel, soort FROM voortgang WHERE staat = 'klaar'").fetchall()


@pytest.mark.parametrize("source", ["wfs", "ogcapi"])
@pytest.mark.parametrize("after", [3, 14, 20, 25])
def test_a_run_that_was_cancelled_goes_on(source, after, limited, catalogue, tmp_path, of_file):
    limited.reset()
    addresses(limited, catalogue)
    feedback = Stopping(limited, after)
    with pytest.raises(Cancelled):
        fetch(tmp_path / "uit", source, buildings=True, feedback=feedback)
    assert any("What came in is kept" in text for text in feedback.said)
    assert list((tmp_path / "uit").glob("regio*")) == []
    drafts = list((tmp_path / "uit").glob(".regio*"))
    finished = [tile for draft in drafts for tile in finished_tiles(draft)]
    assert bool(finished) == bool(drafts) == (after > 3)
    limited.reset()
    again = Stopping(limited, 10**9)
    result = fetch(tmp_path / "uit", source, buildings=True, feedback=again)
    assert any("goes on where it was" in text for text in again.said) == bool(drafts)
    for tile, kind in finished:
        box = tile.replace(",", "%2C")
        assert not [path for path, query in objects_asked(limited) if box in query and kind in path + query]
    assert list((tmp_path / "uit").iterdir()) == [tmp_path / "uit" / "regio_weesp.gpkg"]
    assert differences(rows(result["WORKSPACE"]), of_file["adressen"], LACKING[source]) == []
    assert differences(rows(result["WORKSPACE"], "panden"), of_file["panden"], set()) == []


def test_a_run_that_lost_its_network_goes_on(pdok, catalogue, tmp_path, of_file):
    addresses(pdok, catalogue)
    pdok.faults.append(faults.refused(match="pand/items", skip=3, times=None))
    with pytest.raises(failed.ServiceUnreachableError, match="the connection broke off"):
        fetch(tmp_path / "uit", "ogcapi", buildings=True)
    pdok.reset()
    result = fetch(tmp_path / "uit", "ogcapi", buildings=True)
    assert pdok.count("verblijfsobject/items") == 0
    assert rows(result["WORKSPACE"], "panden") == of_file["panden"]


def test_an_unfinished_run_of_another_question_is_not_used(pdok, catalogue, tmp_path):
    addresses(pdok, catalogue)
    with pytest.raises(Cancelled):
        fetch(tmp_path / "uit", "ogcapi", feedback=Stopping(pdok, 5))
    pdok.reset()
    result = fetch(tmp_path / "uit", "wfs")
    assert result["REQUESTS"] > 15
    assert list((tmp_path / "uit").iterdir()) == [tmp_path / "uit" / "regio_weesp.gpkg"]


def test_what_is_there_is_used_again(pdok, catalogue, tmp_path):
    addresses(pdok, catalogue)
    first = fetch(tmp_path / "uit", "ogcapi")
    pdok.reset()
    again = fetch(tmp_path / "uit", "ogcapi")
    assert len(pdok.log) == 0
    assert again == {**first, "READ": 0, "REQUESTS": 0}
    assert fetch(tmp_path / "uit", "ogcapi", refresh=True) == first
    assert fetch(tmp_path / "uit", "ogcapi", where=area(guard=5))["REQUESTS"] > 0


def test_a_layer_that_is_there_is_not_fetched_for_another(pdok, catalogue, tmp_path, of_file):
    addresses(pdok, catalogue)
    first = fetch(tmp_path / "uit", "ogcapi")
    before = provenance(first["WORKSPACE"])["adressen"]
    pdok.reset()
    feedback = Stopping(pdok, 10**9)
    both = fetch(tmp_path / "uit", "ogcapi", buildings=True, feedback=feedback)
    assert pdok.count("verblijfsobject/items") == 0
    assert pdok.count("pand/items") == 13
    assert both["KEPT"] == first["KEPT"] + len(of_file["panden"])
    assert any(text.startswith("adressen: ") and "used again" in text for text in feedback.said)
    assert differences(rows(both["WORKSPACE"]), of_file["adressen"], LACKING["ogcapi"]) == []
    after = provenance(both["WORKSPACE"])
    assert after["adressen"] == before
    assert set(after) == {"adressen", "panden"}
    pdok.reset()
    assert fetch(tmp_path / "uit", "ogcapi")["REQUESTS"] == 0  # less than there is


def test_a_layer_that_is_kept_comes_along_after_a_stop(pdok, catalogue, tmp_path, of_file):
    addresses(pdok, catalogue)
    fetch(tmp_path / "uit", "ogcapi")
    pdok.reset()
    with pytest.raises(Cancelled):
        fetch(tmp_path / "uit", "ogcapi", buildings=True, feedback=Stopping(pdok, 5))
    asked = pdok.count("pand/items")
    result = fetch(tmp_path / "uit", "ogcapi", buildings=True)
    assert pdok.count("verblijfsobject/items") == 0
    assert 13 <= pdok.count("pand/items") <= asked + 13
    assert rows(result["WORKSPACE"]).keys() == of_file["adressen"].keys()
    assert rows(result["WORKSPACE"], "panden") == of_file["panden"]


def provenance(path):
    with sqlite3.connect(path) as database:
        found = database.execute("SELECT laag, bron, bestand, query, opgehaald, brondatum, sha256, rijen FROM herkomst")
        return {row[0]: row[1:] for row in found}


def test_every_layer_says_when_it_came_and_what_is_in_it(pdok, catalogue, tmp_path):
    addresses(pdok, catalogue)
    first = provenance(fetch(tmp_path / "een", "ogcapi")["WORKSPACE"])["adressen"]
    again = provenance(fetch(tmp_path / "twee", "ogcapi")["WORKSPACE"])["adressen"]
    _, _, _, fetched, date, checksum, number = first
    assert fetched.startswith(date)
    assert date == datetime.now(timezone.utc).date().isoformat()
    assert len(checksum) == 64
    assert checksum == again[5]
    assert number == 12_689
    other = provenance(fetch(tmp_path / "drie", "wfs")["WORKSPACE"])["adressen"]
    assert other[5] != checksum  # it has other fields


def test_fresh_data_are_asked_of_the_service_also_where_a_run_stopped(pdok, catalogue, tmp_path):
    addresses(pdok, catalogue)
    with pytest.raises(Cancelled):
        fetch(tmp_path / "uit", "ogcapi", buildings=True, feedback=Stopping(pdok, 20))
    pdok.reset()
    feedback = Stopping(pdok, 10**9)
    fetch(tmp_path / "uit", "ogcapi", buildings=True, refresh=True, feedback=feedback)
    assert pdok.count("verblijfsobject/items") == 13
    assert not any("goes on where it was" in text for text in feedback.said)


@pytest.mark.parametrize("finished", [True, False])
def test_a_region_that_stands_for_something_else_is_asked_anew(finished, pdok, catalogue, tmp_path):
    """An organisation has changed its preset, or the code of a polygon."""
    addresses(pdok, catalogue)
    if finished:
        fetch(tmp_path / "uit", "ogcapi", about="0457")
    else:
        with pytest.raises(Cancelled):
            fetch(tmp_path / "uit", "ogcapi", about="0457", feedback=Stopping(pdok, 5))
    pdok.reset()
    fetch(tmp_path / "uit", "ogcapi", about="0457, 0384")
    assert pdok.count("verblijfsobject/items") == 13


def test_another_service_is_asked_anew(pdok, weesp_bag, catalogue, tmp_path):
    addresses(pdok, catalogue)
    fetch(tmp_path / "uit", "ogcapi")
    with Pdok(weesp_bag) as other:
        addresses(other, catalogue)
        result = fetch(tmp_path / "uit", "ogcapi")
        assert len(other.log) == result["REQUESTS"] == 15
        assert other.url in provenance(result["WORKSPACE"])["adressen"][1]


def test_layers_of_others_are_not_lost(pdok, catalogue, tmp_path):
    addresses(pdok, catalogue)
    workspace = fetch(tmp_path / "uit", "ogcapi")["WORKSPACE"]
    add_layers(Path(workspace), [Table("rni_adressen", (Column("n", "integer", [1]),))])
    pdok.reset()
    assert fetch(tmp_path / "uit", "ogcapi")["REQUESTS"] == 0
    with pytest.raises(errors.OutputError, match=r"regio_weesp\.gpkg .*it holds rni_adressen too"):
        fetch(tmp_path / "uit", "ogcapi", refresh=True)
    assert len(pdok.log) == 0
    assert vector.OgrLayer(Path(workspace), "rni_adressen").count == 1


def test_a_workspace_that_another_program_edits_is_told_before_anything_is_fetched(pdok, catalogue, tmp_path):
    addresses(pdok, catalogue)
    workspace = fetch(tmp_path / "uit", "ogcapi")["WORKSPACE"]
    pdok.reset()
    with closing(sqlite3.connect(workspace, isolation_level=None)) as editing:
        editing.execute("PRAGMA journal_mode=WAL")
        editing.execute("UPDATE herkomst SET query = 'anders'")
        with pytest.raises(errors.OutputError, match="another program has it open for editing"):
            fetch(tmp_path / "uit", "ogcapi", refresh=True)
        assert len(pdok.log) == 0
    with closing(sqlite3.connect(workspace)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_hidden_drafts_of_another_day_go(path, tmp_path):
    old = tmp_path / ".regio_elders-voorlopig.gpkg"
    for name in (old, old.with_name(old.name + "-journal")):
        name.write_bytes(b"adressen")
        os.utime(name, (0, 0))
    opened(path).close()
    assert not list(tmp_path.glob(".regio_elders*"))


# A source that does not cover the region -----------------------------------------------------------------------------


def two_municipalities(tmp_path):
    weesp, north = shapely.box(126_000, 476_000, 136_000, 486_000), shapely.box(126_000, 486_000, 136_000, 490_000)
    both = municipalities(["0457", "0384"], ["Weesp", "Diemen"], np.array([weesp, north], dtype=object))
    return area_of(both, both, 0.0)


def test_a_municipality_that_a_source_lacks_is_named(weesp_bag, tmp_path):
    with pytest.raises(errors.LayerEmptyError, match=r"weesp\.gpkg .*none lies in Diemen \(0384\); .*whole region"):
        fetch(tmp_path / "uit", "bestand", weesp_bag, where=two_municipalities(tmp_path))
    assert not list((tmp_path / "uit").glob("regio*"))


def test_objects_in_the_guard_zone_alone_are_no_region(weesp_bag, tmp_path):
    beside = area(shapely.box(125_000, 478_000, 129_000, 482_000), guard=3000)
    assert fetch(tmp_path / "een", "bestand", weesp_bag, where=area(guard=0))["KEPT"] > 0
    with pytest.raises(errors.LayerEmptyError, match="none lies in weesp"):
        fetch(tmp_path / "uit", "bestand", weesp_bag, where=beside)


def test_a_file_without_the_buildings_that_were_asked(weesp_bag, tmp_path):
    copy = tmp_path / "zonder.gpkg"
    shutil.copy(weesp_bag, copy)
    copy.chmod(0o600)
    driver = gdal.OpenEx(str(copy), gdal.OF_UPDATE)
    driver.DeleteLayer("pand")
    driver = None
    with pytest.raises(errors.LayerMissingError, match=r"zonder\.gpkg has no BAG layer pand; it has: .*verblijf"):
        fetch(tmp_path / "uit", "bestand", copy, buildings=True)
    assert fetch(tmp_path / "uit", "bestand", copy)["KEPT"] > 0


@pytest.mark.parametrize("source", ["ogcapi", "wfs"])
@pytest.mark.parametrize("field", ["postcode", "gebruiksdoel", "oppervlakte", "huisnummer"])
def test_a_field_with_another_name_is_told_and_nothing_of_it_stays(source, field, pdok, catalogue, tmp_path):
    addresses(pdok, catalogue)
    pdok.faults.append(faults.renamed_fields({field: "nieuw"}, match="verblijfsobject", times=None))
    with pytest.raises(errors.FieldMissingError, match=rf"has no field {field}"):
        fetch(tmp_path / "uit", source)
    assert list((tmp_path / "uit").iterdir()) == []


# A disk that is full -------------------------------------------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path):
    """A file system of 6 MB; skipped where it can't be mounted."""
    folder = tmp_path / "schijf"
    folder.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", folder], capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"no file system can be mounted here: {done.stderr.strip()}")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_disk_that_fills_up_while_fetching(pdok, catalogue, small_disk):
    addresses(pdok, catalogue)
    with pytest.raises(errors.OutputError, match=r"voorlopig\.gpkg can't be written: the disk is full"):
        fetch(small_disk, "ogcapi", buildings=True)
    assert list(small_disk.glob("regio*")) == []


@pytest.mark.parametrize(("room", "fits"), [(0.7, False), (0.8, False), (0.9, False), (0.97, False), (1.5, True)])
def test_a_disk_that_fills_up_at_the_end(room, fits, pdok, catalogue, small_disk, tmp_path, of_file):
    """Whatever the moment, nothing half-written takes the place of the workspace, and all can be done again.

    Args:
        room: Free space as a part of what the workspace takes.
        fits: Whether that is enough.
    """
    addresses(pdok, catalogue)
    size = Path(fetch(tmp_path / "ruim", "ogcapi")["WORKSPACE"]).stat().st_size
    (small_disk / "vol").write_bytes(bytes(shutil.disk_usage(small_disk).free - int(room * size)))
    if not fits:
        with pytest.raises(errors.OutputError, match="the disk is full"):
            fetch(small_disk, "ogcapi")
        assert list(small_disk.glob("regio*")) == []
        (small_disk / "vol").unlink()
    assert fetch(small_disk, "ogcapi")["KEPT"] == len(of_file["adressen"])
    assert len(rows(small_disk / "regio_weesp.gpkg")) == len(of_file["adressen"])


def test_the_end_can_be_done_again(path, tmp_path, monkeypatch):
    draft = opened(path)
    draft.add("punten", *points("a"))
    draft.done("punt", TILES[0])
    table = Table("tabel", (Column("n", "integer", [1]),))
    target = tmp_path / "uit.gpkg"
    target.mkdir()  # stands for a workspace that another program holds
    with pytest.raises(errors.OutputError, match=r"uit\.gpkg can't be written"):
        draft.finish(target, [table])
    draft.close()
    target.rmdir()
    again = opened(path)
    assert again.resumed
    again.finish(target, [table])
    assert vector.layer_names(target) == ("punten", "tabel")
    assert vector.OgrLayer(target, "tabel").count == 1


def test_a_database_that_can_not_grow(path, monkeypatch):
    draft = opened(path)
    draft.add("punten", *points("a"))
    draft.done("punt", TILES[0])
    (pages,) = draft._database.execute("PRAGMA page_count").fetchone()
    draft._database.execute(f"PRAGMA max_page_count={pages}")
    columns, wkb = points(*(str(n) for n in range(5000)))
    with pytest.raises(errors.OutputError, match="the disk is full or the folder is protected"):
        draft.add("punten", columns, wkb)
    assert draft.count("punten") == 1
    draft.close()
    assert opened(path).resumed


def test_a_folder_that_can_not_be_made(pdok, catalogue, tmp_path):
    addresses(pdok, catalogue)
    (tmp_path / "bestand").write_text("x")
    with pytest.raises(errors.OutputError, match="bestand"):
        fetch(tmp_path / "bestand" / "uit", "ogcapi")
