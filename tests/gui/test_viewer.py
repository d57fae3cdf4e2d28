"""The start page of a result: what it says, what its buttons do, and that it outlives the project."""

from __future__ import annotations

import subprocess
import sys

import pytest
from qgis.core import QgsProject
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QPushButton, QTableWidget

from arbeidsmigratie.arbeidsmigratie_plugin.gui.viewer import StartPage, words
from arbeidsmigratie.arbeidsmigratie_plugin.gui.viewer.start_page import nothing
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.overview import Compared, Overview
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.placing import place_result, release_result
from tests.conftest import ROOT
from tests.sharing.results import write_result


def settle():
    """Lets what is waiting happen: timers of no time, and widgets that are to be deleted."""
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Desktop:
    """QGIS Desktop, as far as it opens layouts."""

    def __init__(self):
        self.opened = []

    def openLayoutDesigner(self, layout):
        self.opened.append(layout.name())


@pytest.fixture
def project(qgis_app):
    opened = QgsProject()
    yield opened
    opened.clear()


@pytest.fixture
def page(qgis_app):
    shown = StartPage(iface=Desktop())
    shown.show()
    yield shown
    shown.close()
    if not sip.isdeleted(shown):
        sip.delete(shown)


@pytest.fixture
def workspace(tmp_path):
    return write_result(tmp_path / "a.gpkg", "2026-07-01")


def text(page, name):
    return page.findChild(QLabel, name).text()


def buttons(page):
    return {button.objectName(): button for button in page.findChildren(QPushButton)}


def test_a_project_without_our_layers_says_so_in_one_sentence(page, project):
    page.show_project(project)
    assert not page.has_result
    (label,) = page.findChildren(QLabel)
    assert label.text() == nothing() and label.text().count(".") == 1
    page.show_project(None)
    assert not page.has_result


def test_the_page_tells_dates_coverage_and_four_numbers(page, project, workspace):
    place_result(project, workspace, "Regio")
    page.show_project(project)
    assert page.has_result
    assert "2026" in text(page, "date")
    assert "2 of 3 municipalities delivered" in text(page, "coverage") and "93" in text(page, "coverage")
    values = [text(page, f"value_{name}") for name in ("registrations", "addresses", "capacity", "clusters")]
    assert values == ["43", "14", "unknown", "1"]
    assert text(page, "caveat_0").startswith("• An indication")


def test_only_themes_and_layouts_that_exist_have_a_button(page, project, workspace):
    place_result(project, workspace, "Regio")
    page.show_project(project)
    assert list(buttons(page)) == [
        "theme_overzicht",
        "theme_hotspots",
        "layout_regiobeeld_a3_2026-07-01",
        "layout_atlas_per_gemeente_a3_2026-07-01",
    ]


def test_a_button_shows_its_theme(page, project, workspace):
    placed = place_result(project, workspace, "Regio")
    page.show_project(project)
    buttons(page)["theme_hotspots"].click()
    root = project.layerTreeRoot()
    assert root.findLayer(placed.layers["clusters"]).isVisible()
    assert not root.findLayer(placed.layers["hexagonen"]).isVisible()
    buttons(page)["theme_overzicht"].click()
    assert root.findLayer(placed.layers["hexagonen"]).isVisible()


def test_a_button_opens_its_layout(page, project, workspace):
    place_result(project, workspace, "Regio")
    page.show_project(project)
    told = []
    page.layout_wanted.connect(told.append)
    button = buttons(page)["layout_atlas_per_gemeente_a3_2026-07-01"]
    button.click()
    assert told == page._iface.opened == ["Atlas per gemeente A3 2026-07-01"]
    project.layoutManager().clear()
    button.click()
    assert len(told) == 1


def test_the_table_sorts_by_number_with_unknown_apart(page, project, workspace):
    place_result(project, workspace, "Regio")
    page.show_project(project)
    table = page.findChild(QTableWidget, "municipalities")

    def column(at):
        return [table.item(row, at).text() for row in range(table.rowCount())]

    assert column(0) == ["Oostwijk", "Stilland", "Westerveen"]
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert column(1) == ["12", "fewer than 5", "unknown"]
    assert column(2)[1:] == ["too few", "unknown"]
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert column(0) == ["Stilland", "Oostwijk", "Westerveen"]


def test_two_dates_can_be_chosen(page, project, workspace, tmp_path):
    place_result(project, workspace, "Regio")
    place_result(project, write_result(tmp_path / "b.gpkg", "2027-01-01"), "Regio")
    page.show_project(project)
    choice = page.findChild(QComboBox, "result")
    assert [choice.itemText(at) for at in range(choice.count())] == ["2027-01-01", "2026-07-01"]
    assert "2027" in text(page, "date")
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    settle()
    assert "2026" in text(page, "date")
    assert page.findChild(QComboBox, "result").currentText() == "2026-07-01"


# What happens to the project meanwhile -----------------------------------------------------------------------------


def test_layers_that_come_and_go_are_followed(page, project, workspace):
    page.show_project(project)
    place_result(project, workspace, "Regio")
    settle()
    assert page.has_result
    release_result(project, workspace)
    settle()
    assert not page.has_result


def test_buttons_do_nothing_on_layers_that_just_left(page, project, workspace):
    place_result(project, workspace, "Regio")
    page.show_project(project)
    shown = buttons(page)
    project.clear()
    for button in shown.values():  # before the page has had the time to see it
        button.click()
    settle()
    assert not page.has_result and page._iface.opened == []


def test_a_project_that_is_deleted_leaves_an_empty_page(page, workspace):
    gone = QgsProject()
    place_result(gone, workspace, "Regio")
    page.show_project(gone)
    sip.delete(gone)
    for button in buttons(page).values():
        button.click()
    page._refresh()
    assert not page.has_result
    page.show_project(None)


def test_a_page_that_is_deleted_hears_nothing_of_the_project(qgis_app, project, workspace):
    page = StartPage()
    page.show_project(project)
    sip.delete(page)
    place_result(project, workspace, "Regio")
    project.clear()
    settle()


def test_another_project_takes_the_place_of_the_first(page, project, workspace):
    place_result(project, workspace, "Regio")
    page.show_project(project)
    other = QgsProject()
    page.show_project(other)
    assert not page.has_result
    project.clear()
    settle()
    assert not page._later.isActive()
    page.show_project(None)


# Words -------------------------------------------------------------------------------------------------------------


def test_small_numbers_are_a_class_and_unknown_is_said():
    said = [card.value for card in words.cards(Overview(registrations=9, addresses=4, clusters=0))]
    assert said == ["fewer than 10", "fewer than 5", "unknown", "0"]
    assert [card.value for card in words.cards(Overview())] == ["unknown"] * 4
    assert words.cards(Overview(registrations=50, rounded=True))[0].value == "about 50"


def test_coverage_says_what_is_not_known():
    assert "unknown which municipalities" in words.coverage(Overview())
    assert "All 3 municipalities" in words.coverage(Overview(municipalities=3, delivered=3))
    assert words.coverage(Overview(municipalities=4, published=2)).startswith("Numbers were published for 2 of 4")


def test_a_municipality_of_which_nothing_is_known_has_no_numbers():
    cells = words.cells(Compared("9801", "Naam"), words.limits_now())
    assert {cell.text for cell in cells[1:]} == {"unknown"}
    assert all(cell.order is None for cell in cells)


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (Compared("9801", "Naam", addresses=3, change=-2, least=3), "too few"),
        (Compared("9801", "Naam", addresses=12, change=10, least=2), "too few"),
        (Compared("9801", "Naam", addresses=12, change=12, least=12), "12"),
        (Compared("9801", "Naam", addresses=12), "unknown"),
    ],
)
def test_no_change_gives_a_small_number_away(one, told):
    cell = words.cells(one, words.limits_now())[5]
    assert (cell.text, cell.order) == (told, one.change if told == "12" else None)


def test_small_is_what_the_organisation_says(monkeypatch, qgis_app):
    monkeypatch.setenv("ARBEIDSMIGRATIE_DREMPELS", '{"persons": 30, "addresses": 8}')
    said = [card.value for card in words.cards(Overview(registrations=29, addresses=7))]
    assert said[:2] == ["fewer than 30", "fewer than 8"]
    assert words.cells(Compared("9801", "Naam", addresses=7), words.limits_now())[1].text == "fewer than 8"
    monkeypatch.setenv("ARBEIDSMIGRATIE_DREMPELS", "kapot")
    assert words.cards(Overview(addresses=7))[1].value == "7"


def test_registrations_are_not_told_as_people():
    note = words.cards(Overview(registrations=50))[0].note
    assert note == "Linked registrations, as far as delivered; not the number of people present."


def test_the_page_loads_nothing_heavy_before_there_is_something_to_read(qgis_app):
    code = (
        "import sys, qgis.core, qgis.gui\n"
        "app = qgis.core.QgsApplication([], True); app.initQgis()\n"
        "before = set(sys.modules)\n"  # later versions of QGIS load some of these by themselves
        "import arbeidsmigratie_plugin.gui.viewer as viewer\n"
        "page = viewer.StartPage(); page.show_project(qgis.core.QgsProject.instance())\n"
        "heavy = {'numpy', 'scipy', 'shapely', 'h3', 'osgeo', 'requests'}\n"
        "print(sorted(heavy & (set(sys.modules) - before)), flush=True)\n"
        "import os; os._exit(0)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.strip().splitlines()[-1] == "[]", done.stderr


def test_nothing_is_wider_than_a_narrow_panel(page, project, workspace, tmp_path):
    place_result(project, workspace, "Regio")
    place_result(project, write_result(tmp_path / "b.gpkg", "2027-01-01"), "Regio")
    font = page.font()
    font.setPointSizeF(font.pointSizeF() * 1.25)
    page.setFont(font)
    page.resize(330, 600)
    page.show_project(project)
    settle()
    inside = page._area.widget()
    assert inside.width() <= page._area.viewport().width()
    for button in buttons(page).values():
        shown = button.fontMetrics().horizontalAdvance(button.text()) + button.iconSize().width()
        assert shown <= button.width(), button.text()
