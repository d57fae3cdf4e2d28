"""The whole job in a real QGIS Desktop, by clicks and keys: nothing is cut off, nothing is left behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.desktop.desktop import Report
from tools.desktop.screens import LARGEST, ROOT, given, save_small

#: RD New around the demo region, in metres.
WEST, SOUTH, EAST, NORTH = 150_000, 350_000, 260_000, 450_000


def job(desktop, demo, folder: Path) -> Report:
    return desktop.walk("tools.desktop.walk:whole_job", folder / "out", 240, **given(demo, folder / "werk/demoregio"))


def test_the_whole_job(desktop, demo, tmp_path):
    made = desktop("nl")
    report = job(made, demo, tmp_path)
    report.check()
    notes = report.seen["notes"]
    assert set(notes["states"].values()) == {"done"}
    west, south, east, north = notes["extent"]
    assert WEST < west < east < EAST
    assert SOUTH < south < north < NORTH
    package = list((tmp_path / "werk/demoregio/delen").rglob("heatmap_*"))
    assert {path.suffix for path in package} >= {".gpkg", ".qgz", ".png", ".pdf", ".html", ".json"}
    later = made.walk("tools.desktop.walk:remembered", tmp_path / "later", 60, project=notes["project"])
    later.check()
    assert set(later.seen["notes"]["states"].values()) == {"done"}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_is_cut_off_with_larger_letters(desktop, demo, tmp_path, language):
    job(desktop(language, 1.25), demo, tmp_path).check()


@pytest.mark.parametrize(("language", "font_scale"), [("nl", 1.0), ("nl", 1.25), ("en", 1.25)])
def test_without_a_library_the_panel_says_what_to_do(desktop, tmp_path, language, font_scale):
    made = desktop(language, font_scale, libraries=False)
    report = made.walk("tools.desktop.walk:without_libraries", tmp_path / "out", 60)
    report.check()
    assert any("h3" in said for said in report.seen["notes"]["said"])


def test_a_picture_becomes_small_and_stays_readable(tmp_path):
    import numpy as np
    from qgis.PyQt.QtGui import QImage

    image = QImage(600, 400, QImage.Format.Format_RGB32)
    image.fill(0xFFF0F0F0)
    for at in range(600):
        for down in range(0, 400, 3):
            image.setPixel(at, down, 0xFF000000 | int(np.random.default_rng(at * down).integers(0, 2**24)))
    image.save(str(tmp_path / "large.png"))
    assert save_small(tmp_path / "large.png", tmp_path / "small.png") < (tmp_path / "large.png").stat().st_size
    small = QImage(str(tmp_path / "small.png"))
    assert (small.width(), small.height()) == (600, 400)
    assert small.pixel(5, 1) == 0xFFF0F0F0


def test_pictures_of_the_manual_are_small():
    for picture in (ROOT / "docs/schermen").glob("*.png"):
        assert picture.stat().st_size <= LARGEST, picture
