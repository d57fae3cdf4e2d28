"""The web map as text: what is in it, what can't break out of it, and what it may load."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import numpy as np
import pytest
import shapely
from hypothesis import given as examples
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core import grid
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.map_file import Background
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.webmap import page as webmap
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.webmap.content import content
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.webmap.outlines import PER_DEGREE, outlines
from tests.conftest import ROOT
from tests.sharing.publications import given, publication
from tools.package import members
from tools.webmap import build

TILES = Background("Achtergrond", "https://tiles.example.org/{z}/{x}/{y}.png", 6, 19, "Kaartgegevens: proef")

HOSTILE = (
    "</script><script>window.broken = 1</script>",
    "<!--<script>",
    "<img src=x onerror='window.broken = 1'>",
    '"><svg onload="window.broken = 1">',
    "{{data}} {{library}} \u2028 \ud800 & &lt;",
)


def hostile(text):
    """A publication with a text in every place that somebody may have written."""
    made = given(publication(), recipient=text, purpose=text, basis=text)
    places = tuple(replace(area, gemeentenaam=f"{text} {area.gemeentecode}") for area in made.municipalities)
    return replace(made, title=text, series=text, sources=(text,), municipalities=places)


@pytest.fixture(scope="module", autouse=True)
def _built():
    if not webmap.LIBRARY.is_file():
        pytest.skip("the library of the web map is not built: make setup")


class Elements(HTMLParser):
    """Names of the elements of a page, and what is in its scripts and styles."""

    def __init__(self, text):
        super().__init__()
        self.names, self.inside, self.policy, self.open = [], [], "", False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.names.append(tag)
        if tag in ("script", "style"):
            self.inside.append([tag, dict(attrs).get("type"), ""])
            self.open = True
        if dict(attrs).get("http-equiv") == "Content-Security-Policy":
            self.policy = dict(attrs)["content"]

    def handle_endtag(self, tag):
        self.open = False

    def handle_data(self, data):
        if self.open:
            self.inside[-1][2] += data


def test_without_the_library_there_is_no_page(monkeypatch, tmp_path):
    monkeypatch.setattr(webmap, "LIBRARY", tmp_path / "library.js")
    assert webmap.web_map(publication()) is None


def test_the_page_holds_what_is_published_and_nothing_else():
    made = publication()
    told = content(made, None)
    assert [region["value"] for region in told["regions"]] == [region.waarde for region in made.regions]
    assert set(told["regions"][0]) == {
        "id", "municipality", "number", "value", "margin", "class", "density", "homes", "pooled", "km2", "outline",
    }  # fmt: skip
    page = webmap.web_map(made)
    assert "sdc_certificaat" not in page
    assert made.certificate["grootboek"] not in page
    assert not any(f"{cell:x}" in page for cell in made.regions[0].cells)
    assert json.loads(next(body for tag, kind, body in Elements(page).inside if kind == "application/json")) == told


def test_unknown_homes_stay_unknown():
    assert {region["homes"] for region in content(publication(homes=False), None)["regions"]} == {None}


def test_regions_are_numbered_from_north_to_south_within_a_municipality():
    made = publication()
    numbered = list(zip(content(made, None)["regions"], made.regions))
    for at in (0, 1):
        mine = sorted((told["number"], region) for told, region in numbered if told["municipality"] == at)
        assert [number for number, _ in mine] == list(range(1, len(mine) + 1))
        north = [region.polygon.centroid.y for _, region in mine]
        assert north == sorted(north, reverse=True)


# Shape -------------------------------------------------------------------------------------------------------------


def decoded(ring):
    return np.cumsum(np.array(ring).reshape(-1, 2), axis=0)


@examples(st.floats(20_000, 270_000), st.floats(310_000, 610_000), st.floats(5, 30_000))
def test_outlines_are_within_a_step_of_the_truth_and_neighbours_share_their_vertices(x, y, size):
    left, right = shapely.box(x, y, x + size, y + size), shapely.box(x + size, y, x + 2 * size, y + size)
    drawn = [decoded(outline[0][0]) for outline in outlines([left, right])]
    for polygon, vertices in zip((left, right), drawn):
        corners = shapely.get_coordinates(polygon)[:-1]
        truth = np.column_stack(grid.to_lonlat(corners[:, 0], corners[:, 1], grid.RD_NEW)) * PER_DEGREE
        assert np.abs(vertices - truth).max() <= 0.5 + 1e-6
    assert len({tuple(v) for v in drawn[0].tolist()} & {tuple(v) for v in drawn[1].tolist()}) == 2


def test_parts_and_holes_are_kept_and_what_is_too_small_to_see_is_not():
    ring = shapely.box(130000, 480000, 131000, 481000).difference(shapely.box(130400, 480400, 130600, 480600))
    speck = shapely.box(140000, 480000, 140000.01, 480000.01)
    far = shapely.box(150000, 480000, 150100, 480100)
    assert [
        [len(polygon) for polygon in outline] for outline in outlines([shapely.MultiPolygon([ring, speck, far])])
    ] == [[2, 1]]


def test_a_region_adds_less_than_a_kilobyte():
    """1,500 regions of ten base cells then stay far below 3 MB."""
    small, large = publication(), publication(width=3.0)
    grown = len(webmap.web_map(large)) - len(webmap.web_map(small))
    assert grown / (len(large.regions) - len(small.regions)) < 1000


# Strangers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_out(text):
    plain, page = Elements(webmap.web_map(publication())), webmap.web_map(hostile(text))
    found = Elements(page)
    assert found.names == plain.names
    assert [body for tag, kind, body in found.inside if kind is None] == [
        body for tag, kind, body in plain.inside if kind is None
    ]
    data = next(body for tag, kind, body in found.inside if kind == "application/json")
    assert not re.search("[<>&\u2028]", data)
    assert json.loads(data)["recipient"] == text
    page.encode("utf-8")


def hashed(text):
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_policy_allows_what_is_in_the_page_and_nothing_outside_it():
    found = Elements(webmap.web_map(publication()))
    rules = dict(rule.split(" ", 1) for rule in found.policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"].split() == [
        hashed(body) for tag, kind, body in found.inside if kind is None and tag == "script"
    ]
    assert rules["style-src"].split() == [hashed(body) for tag, _, body in found.inside if tag == "style"]
    assert rules["img-src"].split() == ["data:", "blob:"]
    assert not re.search(r"<[a-z]+[^>]*\s(style|on\w+)=", (webmap.TEMPLATE / "page.html").read_text(encoding="utf-8"))


def test_the_policy_names_the_host_of_the_background_and_no_other():
    page = webmap.web_map(publication(), TILES)
    assert "img-src data: blob: https://tiles.example.org" in Elements(page).policy
    odd = replace(TILES, url='https://tiles.example.org; script-src *"/{z}/{x}/{y}.png')
    assert "script-src *" not in Elements(webmap.web_map(publication(), odd)).policy


# The library -------------------------------------------------------------------------------------------------------


def test_the_package_takes_the_library_and_its_licences_along():
    names = {path.relative_to(ROOT).as_posix() for path in members()}
    assert {"resources/webmap/built/library.js", "resources/webmap/built/LICENSES.txt"} <= names
    assert "resources/webmap/page.html" in names
    licences = (webmap.LIBRARY.parent / "LICENSES.txt").read_text(encoding="utf-8")
    assert "OpenLayers Contributors" in licences
    assert licences.replace("*/", "* /") in webmap.web_map(publication())


def test_the_library_is_pinned_with_checksums():
    locked = json.loads((ROOT / "tools" / "webmap" / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert all(told["integrity"].startswith("sha512-") for name, told in locked.items() if name)
    wanted = {**locked[""]["dependencies"], **locked[""]["devDependencies"]}
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values())


def test_the_library_is_built_once(monkeypatch, tmp_path):
    ran = []
    monkeypatch.setattr(build, "BUILT", tmp_path / "built")
    monkeypatch.setattr(build, "HERE", tmp_path)
    (tmp_path / "node_modules").mkdir()
    for name in build._INGREDIENTS:
        (tmp_path / name).write_text(name)
    monkeypatch.setattr(build, "_run", lambda *command: ran.append(command))
    build.build()
    assert len(ran) == 2
    build.build()
    assert len(ran) == 2
    (tmp_path / "library.js").write_text("changed")
    build.build()
    assert len(ran) == 4


def test_without_npm_the_build_says_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setattr(build, "BUILT", tmp_path)
    monkeypatch.setattr(build, "_is", lambda path, stamp: False)
    monkeypatch.setattr(build.shutil, "which", lambda name: None)
    with pytest.raises(SystemExit, match="apt-get install npm"):
        build.build()
