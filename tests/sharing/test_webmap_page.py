"""The web map in a browser: what a reader sees, hears and can do, and what the page never does."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
import shapely
from qgis.PyQt.QtGui import QColor, QImage

from arbeidsmigratie.arbeidsmigratie_plugin.core import grid
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.heatmap.classes import CLASSES
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.heatmap.words import NOT_PUBLISHED, caveat
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.map_file import Background
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.webmap import page as webmap
from tests.conftest import ROOT
from tests.sharing.browser import Page, browser
from tests.sharing.publications import SOUTH, given, publication
from tests.sharing.test_webmap import HOSTILE, hostile

AXE = ROOT / "tools" / "webmap" / "node_modules" / "axe-core" / "axe.min.js"
TILES = Background("Achtergrond", "https://tiles.example.org/{z}/{x}/{y}.png", 6, 19, "Kaartgegevens: proef")
NOTHING = "niets gepubliceerd. Dat betekent onbekend, niet nul."

ENTER = {"key": "Enter", "code": 13, "text": "\r"}
TAB = {"key": "Tab", "code": 9}

#: Controls that a reader can see.
CONTROLS = "[...document.querySelectorAll('button, select, input')].filter((e) => e.offsetParent).length"


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    if browser() is None:
        pytest.skip("no Chromium: apt-get install chromium")
    if not webmap.LIBRARY.is_file():
        pytest.skip("the library of the web map is not built: make setup")
    opened = Page(tmp_path_factory.mktemp("browser"))
    yield opened
    opened.close()


@pytest.fixture
def show(page, tmp_path):
    """Opens a publication as a partner would: as a file; without movement, so that nothing needs to be waited for."""
    page.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-reduced-motion", "value": "reduce"}])

    def shown(made, background=None, **window):
        path = tmp_path / "kaart.html"
        path.write_text(webmap.web_map(made, background), encoding="utf-8")
        page.open(path, **window)
        settle(page)
        return page

    return shown


def settle(page):
    """Waits until the map is drawn, if there is one."""
    page.run(
        "page.map && new Promise((done) => { "
        "page.map.map.once('rendercomplete', () => done()); page.map.map.render() })"
    )


def spot(page, polygon):
    """Where a place in a polygon is in the window."""
    x, y = shapely.get_coordinates(shapely.point_on_surface(max(shapely.get_parts(polygon), key=shapely.area)))[0]
    lon, lat = grid.to_lonlat(x, y, grid.RD_NEW)
    return page.run(
        f"(() => {{ const box = part('map').getBoundingClientRect(); "
        f"const [x, y] = page.map.map.getPixelFromCoordinate(ol.fromLonLat([{lon}, {lat}])); "
        f"return [box.left + x, box.top + y] }})()"
    )


def color(page, polygon):
    """The colour that most pixels around a place in a polygon have."""
    picture = QImage.fromData(page.picture())
    x, y = (round(value) for value in spot(page, polygon))
    around = [(x + i, y + j) for i in range(-12, 13) for j in range(-12, 13)]
    return QColor(Counter(picture.pixel(*at) for at in around).most_common(1)[0][0]).name()


def single(made):
    """Regions of one part that are wide enough to look at, one of each municipality."""
    wide = [r for r in made.regions if len(r.polygon.geoms) == 1 and r.polygon.area > 500_000]
    return [next(r for r in wide if r.gemeentecode == area.gemeentecode) for area in made.municipalities[:2]]


def outside(page):
    return [address for address in page.requests if not address.startswith(("file:", "data:", "blob:"))]


def violations(page):
    """What axe-core finds against WCAG 2.2 AA and good practice."""
    page.run(AXE.read_text(encoding="utf-8") + ";0")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.run(f"axe.run(document, {{runOnly: {tags}}})")
    return [(rule["id"], node["html"][:120]) for rule in found["violations"] for node in rule["nodes"]]


def test_it_draws_the_regions_in_their_colours_and_asks_nobody_for_anything(show):
    made = publication()
    page = show(made, TILES)
    for region in single(made):
        assert color(page, region.polygon) == next(c.color for c in CLASSES if c.label == region.klasse)
    assert color(page, made.municipalities[2].polygon) == "#ffffff"
    assert page.run("document.title") == made.title
    assert "Geldig tot en met 30 juni 2027" in page.text(".head")
    legend = page.text("#legend")
    assert all(c.label.replace("km2", "km²") in legend for c in CLASSES)
    assert NOT_PUBLISHED in legend
    about = page.text("#about")
    assert all(words in about for words in (caveat(), made.grant.purpose, made.grant.basis, *made.sources))
    assert outside(page) == []
    assert page.complaints == []


def test_a_click_gives_the_sentence(show):
    made = publication()
    page = show(made)
    region = single(made)[0]
    page.click(*spot(page, region.polygon))
    km2 = f"{region.polygon.area / 1e6:.2f}".rstrip("0").rstrip(".").replace(".", ",")
    assert page.text("#sentence") == (
        f"In dit gebied (Proefwest, {km2} km², {region.verblijfsobjecten} BAG-adressen) staan ongeveer {region.waarde} "
        "registraties (door afronden hoogstens 4 ernaast), peildatum 1 juli 2026 of eerder. "
        "Een aanwijzing, geen vaststelling."
    )
    assert region.regio_id in page.text("#detail")
    assert page.run("document.querySelector('[aria-current] button').textContent").startswith("Proefwest")
    page.click(*spot(page, made.municipalities[2].polygon))
    assert page.text("#sentence") == f"Hier (Proefzuid) is {NOTHING}"
    assert page.run("document.querySelector('[aria-current]')") is None
    page.click(940, 755)
    assert page.text("#sentence").startswith("Dit ligt buiten de gemeenten van deze kaart.")


def test_of_a_region_in_parts_it_says_so_and_of_unknown_homes_nothing(show):
    made = publication(homes=False)
    scattered = next(region for region in made.regions if len(region.polygon.geoms) > 1)
    page = show(replace(made, regions=(scattered,)))
    page.run("document.getElementById('next').click()")
    assert f"bestaat uit {len(scattered.polygon.geoms)} losse delen" in page.text("#sentence")
    assert "BAG" not in page.text("#sentence")


def test_colours_can_be_told_apart_from_what_is_written_on_them_and_from_what_is_around_them(show):
    page = show(publication())
    assert min(page.run("data.classes.map(({ color }) => contrast(lettering(color), color))")) >= 4.5
    assert page.run("contrast(HATCH, '#ffffff')") >= 3
    assert page.run("contrast(INK, '#ffffff')") >= 4.5


def test_a_map_of_classes_shows_no_numbers(show):
    made = publication()
    bare = tuple(replace(region, waarde=None, dichtheid_km2=None) for region in made.regions)
    page = show(replace(made, regions=bare))
    region = single(made)[0]
    page.click(*spot(page, region.polygon))
    klasse = region.klasse.replace("per km2", "registraties per km²")
    assert f" staan {klasse}, peildatum 1 juli 2026 of eerder." in page.text("#sentence")
    assert page.run("[...document.querySelectorAll('#list-head th')].length") == 3
    order = [c.label for c in CLASSES]
    found = page.run("[...document.querySelectorAll('#list-body td:nth-child(2)')].map((cell) => cell.textContent)")
    places = [order.index(klasse.replace("km²", "km2")) for klasse in found]
    assert places == sorted(places, reverse=True)
    assert "null" not in page.run("document.body.innerText")
    assert page.complaints == []


def test_a_map_on_which_nothing_was_published_says_so(show):
    made = publication()
    page = show(replace(made, regions=(), municipalities=tuple(replace(m, regions=0) for m in made.municipalities)))
    assert NOTHING in page.text("#list-words")
    page.run("document.getElementById('next').click()")
    page.click(*spot(page, made.municipalities[0].polygon))
    assert page.text("#sentence") == f"Hier (Proefwest) is {NOTHING}"
    assert page.complaints == []


def test_the_filter_hides_other_municipalities_and_goes_there(show):
    made = publication()
    page = show(made)
    west, east = single(made)
    listed = "document.querySelectorAll('#list-body tr').length"
    assert page.run(listed) == len(made.regions)
    page.run("part('municipality').value = '1'; part('municipality').dispatchEvent(new Event('change'))")
    settle(page)
    assert page.run(listed) == made.municipalities[1].regions
    assert color(page, east.polygon) == next(c.color for c in CLASSES if c.label == east.klasse)
    seen = page.run("page.map.map.getView().calculateExtent(page.map.map.getSize())")
    west_at = page.run("page.map.municipalityAt[0].getGeometry().getExtent()")
    assert west_at[0] < seen[0]
    page.run("page.map.goTo(page.map.whole, false)")
    settle(page)
    assert color(page, west.polygon) == "#ffffff"
    page.click(*spot(page, west.polygon))
    assert page.text("#sentence").startswith("Dit ligt in Proefwest. De kaart toont nu alleen Proefoost")
    at = [area.gemeentecode for area in made.municipalities].index(SOUTH)
    page.run(f"part('municipality').value = '{at}'; part('municipality').dispatchEvent(new Event('change'))")
    assert page.text("#sentence") == f"Van Proefzuid is {NOTHING}"


def test_it_works_with_the_keyboard_alone(show):
    made = publication()
    page = show(made)
    page.press(**TAB)
    assert page.run("document.activeElement.textContent") == "Naar de kaart"
    page.press(**ENTER)
    page.wait(lambda: page.run("document.activeElement.id") == "map")
    assert page.run("getComputedStyle(part('crosshair')).display") == "block"
    centre = page.run("page.map.centre()")
    page.press("ArrowRight", 39)
    settle(page)
    assert page.run("page.map.centre()[0]") > centre[0]
    resolution = page.run("page.map.map.getView().getResolution()")
    page.press("+", 187, "+")
    settle(page)
    assert page.run("page.map.map.getView().getResolution()") < resolution
    page.press(**ENTER)
    told = page.run("page.map.at(page.map.centre()).region")
    assert (f"ongeveer {told['value']} " if told else NOTHING) in page.text("#sentence")
    page.run("document.querySelector('#list-body tr:nth-child(3) button').focus()")
    page.press(**ENTER)
    value = page.run("document.querySelector('#list-body tr:nth-child(3) td').textContent")
    assert f"ongeveer {value} registraties" in page.text("#sentence")
    assert page.run("page.map.selection.getFeatures().length") == 1
    lined = "page.map.selection.getFeatures()[0].getGeometry()"
    assert page.run(f"{lined} === page.map.regionAt[page.chosen.at].getGeometry()")
    assert page.run("document.getElementById('sentence').getAttribute('role')") == "status"


def test_the_list_sorts_by_value_and_by_name(show):
    made = publication()
    page = show(made)
    values = "[...document.querySelectorAll('#list-body td:nth-child(2)')].map((e) => Number(e.textContent))"
    names = "[...document.querySelectorAll('#list-body th')].map((e) => e.textContent.split('\\u00a0'))"
    assert page.run(values) == sorted((region.waarde for region in made.regions), reverse=True)
    page.run("document.querySelector('#list-head th:nth-child(2) button').click()")
    assert page.run(values) == sorted(region.waarde for region in made.regions)
    assert page.run("document.querySelector('#list-head th:nth-child(2)').ariaSort") == "ascending"
    page.run("document.querySelector('#list-head th:nth-child(1) button').click()")
    found = [(name, int(number)) for name, number in page.run(names)]
    assert found == sorted(found)


def test_tiles_are_asked_for_only_after_the_switch_and_the_page_survives_without_them(show):
    page = show(publication(), TILES)
    assert "tiles.example.org" in page.text("#background-note")
    assert outside(page) == []
    page.run("part('background').click()")
    page.wait(lambda: outside(page))
    assert {re.sub(r"\d+", "0", address) for address in outside(page)} == {"https://tiles.example.org/0/0/0.png"}
    assert page.text("#attribution") == TILES.attribution
    assert not any("Content Security Policy" in complaint for complaint in page.complaints)
    page.run("document.getElementById('next').click()")
    assert "In dit gebied" in page.text("#sentence")
    page.run("part('background').click()")
    assert page.run("part('attribution').hidden")
    assert show(publication()).run("part('background-choice').hidden")


def test_paper_holds_the_map_and_its_caveats_and_no_controls(show):
    page = show(publication())
    assert page.run(CONTROLS) > 5
    page.run("document.getElementById('next').click()")
    printed = page.paper()
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    shades = page.run(
        "(() => { const { width, height } = part('paper'); "
        "const seen = part('paper').getContext('2d').getImageData(0, 0, width, height).data; "
        "const found = new Set(); "
        "for (let at = 0; at < seen.length; at += 4004) found.add(seen.slice(at, at + 3).join()); "
        "return found.size })()"
    )
    assert shades >= 5
    page.call("Emulation.setEmulatedMedia", media="print")
    assert page.run(CONTROLS) == 0
    visible = page.run("document.body.innerText")
    for words in ("Geldig tot en met", "Legenda", caveat(), "Onbekend is niet nul", "Bronnen", "In dit gebied"):
        assert words in visible
    assert "Lijst van gebieden" not in visible
    page.call("Emulation.setEmulatedMedia", media="")


def test_an_expired_map_says_so_and_shows_itself_only_when_told_to(show):
    yesterday = (date.today() - timedelta(days=1)).isoformat()
    page = show(given(publication(), expires=yesterday))
    assert page.run("document.title").startswith("Verlopen: ")
    assert "Deze kaart is verlopen" in page.text("#expired")
    assert page.run("part('content').offsetParent") is None
    assert page.run("document.querySelectorAll('canvas.regions, .regions canvas').length") == 0
    assert violations(page) == []
    page.run("part('show-anyway').click()")
    settle(page)
    assert page.run("document.activeElement.id") == "map"
    assert "Deze kaart is verlopen" in page.text("#expired")
    assert page.run("part('watermark').offsetParent !== null")
    assert page.run("document.querySelectorAll('.regions canvas').length") == 1
    assert not show(given(publication(), expires=date.today().isoformat())).run("part('content').hidden")


@pytest.mark.parametrize("text", HOSTILE[:4])
def test_what_somebody_wrote_is_text(show, text):
    page = show(hostile(text))
    page.run("document.getElementById('next').click()")
    page.run("document.querySelector('#list-head th:nth-child(1) button').click()")
    assert page.run("window.broken") is None
    assert page.text("h1") == text
    assert text in page.text("#about")
    assert text in page.text("#sentence")
    assert page.run("document.images.length + document.querySelectorAll('main svg, main script').length") == 0
    assert page.complaints == []
    assert outside(page) == []


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (390, 844)], ids=["desk", "phone"])
def test_it_is_accessible_on_a_desk_and_on_a_phone(show, width, height):
    page = show(publication(), TILES, width=width, height=height)
    page.run("document.querySelector('#list-body button').click()")
    assert violations(page) == []
    assert page.run("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [683, 320], ids=["200 percent", "400 percent"])
def test_nothing_falls_off_when_enlarged(show, width):
    page = show(publication(), TILES, width=width, height=384)
    assert page.run("document.documentElement.scrollWidth") <= width
    assert page.run("part('map').clientHeight") >= 200
