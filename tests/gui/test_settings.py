"""The page in the options: what it shows, what it refuses, that it keeps all or nothing, and that nothing runs on."""

from __future__ import annotations

import json
import time

import pytest
from qgis.core import QgsApplication, QgsSettings
from qgis.gui import QgsDoubleSpinBox
from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QTableWidget, QTabWidget, QVBoxLayout

from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.rules import Rules
from arbeidsmigratie.arbeidsmigratie_plugin.gui import settings as room
from arbeidsmigratie.arbeidsmigratie_plugin.gui.breakable import whole
from arbeidsmigratie.arbeidsmigratie_plugin.gui.settings import checking
from arbeidsmigratie.arbeidsmigratie_plugin.gui.settings.fields import Field
from arbeidsmigratie.arbeidsmigratie_plugin.gui.settings.policy import PolicySection
from arbeidsmigratie.arbeidsmigratie_plugin.sources import organisation, preferences, services
from arbeidsmigratie.arbeidsmigratie_plugin.sources.matrix import read_matrix
from arbeidsmigratie.arbeidsmigratie_plugin.sources.organisation_keys import KEY, KEYS, setting, variable
from arbeidsmigratie.arbeidsmigratie_plugin.sources.vault import profile_folder
from tests.gui.conftest import settle, until
from tests.standin.faults import latency
from tests.standin.fixtures import pdok, pdok_session  # noqa: F401

TABS = ["Organisation", "Services", "Policy", "Thresholds", "Sharing", "Logbook"]


@pytest.fixture(autouse=True)
def clean(qgis_app, monkeypatch, tmp_path):
    """Nothing is set."""
    own = profile_folder() / preferences.SERVICES_FILE
    for key in (*KEYS, KEY):
        monkeypatch.delenv(variable(key), raising=False)
    monkeypatch.setenv("QGIS_GLOBAL_SETTINGS_FILE", str(tmp_path / "geen.ini"))
    yield
    for key in (*KEYS, KEY):
        QgsSettings().remove(setting(key))
    own.unlink(missing_ok=True)


@pytest.fixture
def said(tmp_path, monkeypatch):
    """Writes the file of the organisation, and names it."""

    def write(**content):
        path = tmp_path / "organisatie.json"
        path.write_text(json.dumps(content))
        monkeypatch.setenv(variable(KEY), str(path))

    return write


@pytest.fixture
def options(desktop):
    """The page in a dialog like that of QGIS; called again it is opened anew."""
    opened = []

    def show(size=(872, 700)):
        dialog = QDialog()
        factory = room.register(desktop)
        column = QVBoxLayout(dialog)
        page = factory.createWidget(dialog)
        column.addWidget(page)
        buttons = QDialogButtonBox.StandardButton
        column.addWidget(QDialogButtonBox(buttons.Ok | buttons.Cancel))
        dialog.resize(*size)
        dialog.show()
        settle()
        opened.append((dialog, factory))
        return page

    yield show
    for dialog, factory in opened:
        room.unregister(desktop, factory)
        if not sip.isdeleted(dialog):
            dialog.deleteLater()
    settle()


def field(page, key):
    return page.findChild(Field, f"field_{key}")


def box(page, name):
    return page.findChild(QgsDoubleSpinBox, f"threshold_{name}")


def table(page, name):
    return page.findChild(QTableWidget, name)


def row_of(grid, start):
    return next(at for at in range(grid.rowCount()) if grid.item(at, 0).text().startswith(start))


def click(page, name):
    page.findChild(QPushButton, name).click()


def texts(widget):
    return [whole(label.text()) for label in widget.findChildren(QLabel) if not label.isHidden() and label.text()]


# What it shows -------------------------------------------------------------------------------------------------------


def test_nothing_is_made_before_it_is_looked_at(desktop):
    factory = room.register(desktop)
    page = factory.createWidget(None)
    assert desktop.added == [factory]
    assert page.objectName() == room.PAGE
    assert page.findChild(QTabWidget).count() == 0
    page.apply()
    room.unregister(desktop, factory)
    assert desktop.removed == [factory]
    page.deleteLater()


def test_it_is_opened_by_its_name(desktop):
    asked = []
    desktop.showOptionsDialog = lambda *given: asked.append(given)
    room.open_settings(desktop)
    assert asked == [(desktop.mainWindow(), room.PAGE)]


def test_six_tabs_with_what_is_usual(options):
    page = options()
    tabs = page.findChild(QTabWidget)
    assert [tabs.tabText(at) for at in range(tabs.count())] == TABS
    assert page.check()
    assert table(page, "services_table").rowCount() == len(services.services()) + 1
    assert {box(page, name).value() for name in ("persons", "share")} == {10, 50}
    assert table(page, "matrix_table").rowCount() == len(read_matrix().rows)


def test_what_the_organisation_has_set_is_shown_and_what_it_locked_can_not_be_changed(options, said, tmp_path):
    said(doel="toezicht", dpia="14", drempels={"persons": 15}, vast=["dpia", "drempels"])
    QgsSettings().setValue(setting("dpia"), "van mij")
    page = options()
    locked, free = field(page, "dpia"), field(page, "doel")
    assert not locked._edit.isEnabled()
    assert locked._edit.text() == "14"
    assert "Set by your organisation, and locked." in texts(locked)
    assert free._edit.isEnabled()
    assert (free._edit.text(), free._edit.placeholderText()) == ("", "toezicht")
    assert not box(page, "persons").isEnabled()
    assert "Floor of your organisation: 15" in texts(page)
    free.put("iets anders")
    page.apply()
    assert organisation.defaults().purpose == "iets anders"
    assert QgsSettings().value(setting("dpia")) == "van mij"  # does not count, and is not thrown away


def test_what_the_environment_sets_is_said(options, monkeypatch):
    monkeypatch.setenv(variable("verwerking"), "urn:a:1")
    found = field(options(), "verwerking")
    assert not found._edit.isEnabled()
    assert "Set by the environment variable ARBEIDSMIGRATIE_VERWERKING." in texts(found)


def test_a_file_of_the_organisation_that_can_not_be_used_is_all_that_is_said(options, said):
    said(drempels={"persons": 3})
    QgsSettings().setValue(setting("doel"), "blijft")
    page = options()
    assert "drempels.persons may only be tightened: give 10 or more" in page._problem.text
    assert page.findChild(QTabWidget).isHidden()
    page.apply()
    assert QgsSettings().value(setting("doel")) == "blijft"


@pytest.mark.parametrize("larger", [1, 1.25])
@pytest.mark.parametrize("size", [(872, 700), (620, 420)])
def test_no_text_is_cut_off(larger, size, options, said):
    before = QgsApplication.font()
    font = QgsApplication.font()
    font.setPointSizeF(font.pointSizeF() * larger)
    QgsApplication.setFont(font)
    try:
        said(doel="toezicht", dpia="14", vast=["dpia"])
        page = options(size)
        field(page, "bewaartermijn").put("een jaar")
        page.check()
        tabs = page.findChild(QTabWidget)
        for at in range(tabs.count()):
            tabs.setCurrentIndex(at)
            settle()
            labels = [label for label in tabs.widget(at).findChildren(QLabel) if label.isVisible() and label.wordWrap()]
            cut = [label.text() for label in labels if label.height() < label.heightForWidth(label.width())]
            assert not cut
            assert tabs.widget(at).horizontalScrollBar().maximum() == 0
    finally:
        QgsApplication.setFont(before)


# What it keeps -------------------------------------------------------------------------------------------------------


def test_all_that_is_set_counts_at_once_and_is_shown_again(options, tmp_path):
    policy, stricter = tmp_path / "beleid.csv", tmp_path / "matrix.json"
    policy.write_text("gemeentecode;norm_m2;norm_bron\n0983;15;Verordening, art. 3\n")
    stricter.write_text(json.dumps({"recipients": {"riec": {"products": {"heatmap": None}}}}))
    typed = {
        "map": str(tmp_path / "projecten"),
        "verantwoordelijke": "Gemeente Venlo",
        "grondslag": "Woningwet",
        "bewaartermijn": "12",
        "beleid": str(policy),
        "deelmatrix": str(stricter),
        "logboek": str(tmp_path / "logboek.jsonl"),
        "verwerking": "urn:a:1",
    }
    page = options()
    for key, text in typed.items():
        field(page, key).put(text)
    box(page, "persons").setValue(20)
    box(page, "share").setValue(40)
    shown = table(page, "policy_table")
    assert [shown.item(0, at).text() for at in range(3)] == ["0983 Venlo", "15", "Verordening, art. 3"]
    page.apply()
    found = organisation.defaults()
    assert (found.responsible, found.basis, found.retention) == ("Gemeente Venlo", "Woningwet", 12)
    assert organisation.policy_file() == policy
    assert organisation.rules() == Rules(persons=20, share=0.4)
    assert read_matrix().rows["riec"].products["heatmap"] is None
    again = options()
    assert {key: field(again, key).own for key in typed} == typed
    assert (box(again, "persons").value(), box(again, "share").value()) == (20, 40)
    for key in typed:
        field(again, key).put("")
    click(again, "thresholds_reset")
    again.apply()
    assert organisation.defaults() == organisation.Defaults("", "", "", "", None, None, None)
    assert organisation.rules() == Rules()
    assert [key for key in KEYS if QgsSettings().contains(setting(key))] == []


def test_no_threshold_goes_below_its_floor(options, said):
    page = options()
    for name, below in (("persons", 1), ("addresses", 2), ("p", 1), ("homes", 0)):
        floor = box(page, name).value()
        box(page, name).setValue(below)
        assert box(page, name).value() == floor
    box(page, "share").setValue(90)
    assert box(page, "share").value() == 50
    said(drempels={"persons": 30, "share": 0.3})
    page = options()
    assert (box(page, "persons").minimum(), box(page, "share").maximum()) == (30, 30)


WRONG = {
    "bewaartermijn": ("een jaar", "must be a whole number of months"),
    "otlp": ("http://elders.example", "the address of the collector is not safe"),
    "verwerking": ("geen uri", "is no URI"),
    "deelmatrix": ("/weg/matrix.json", "it does not exist"),
    "beleid": ("/weg/beleid.csv", "does not exist"),
    "regions": ("/weg/regios.json", "it does not exist"),
    "signals": ("/weg/regels.json", "it does not exist"),
    "map": ("zomaar", "it is no folder"),
    "logboek": ("/dev/null/logboek.jsonl", "nothing can be written there"),
}


@pytest.mark.parametrize("key", WRONG)
def test_one_thing_that_is_wrong_keeps_all_from_being_saved(key, options, desktop):
    text, reason = WRONG[key]
    page = options()
    field(page, "doel").put("dit wordt niet bewaard")
    field(page, key).put(text)
    assert not page.isValid()
    assert any(reason in one for one in texts(field(page, key)))
    assert reason in page._problem.text
    tabs = page.findChild(QTabWidget)
    assert not tabs.tabIcon(tabs.currentIndex()).isNull()
    assert field(page, key).isVisible()
    page.apply()
    assert reason in desktop.bar.said[-1][0]
    assert organisation.defaults().purpose == ""
    field(page, key).put("")
    assert page.isValid()
    page.apply()
    assert organisation.defaults().purpose == "dit wordt niet bewaard"


def test_where_qgis_does_not_ask_the_page_ok_waits(options):
    page = options()
    button = page.window().findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
    field(page, "bewaartermijn").put("x")
    until(lambda: not button.isEnabled() or hasattr(type(page).__mro__[1], "isValid"), 5)
    field(page, "bewaartermijn").put("6")
    until(button.isEnabled, 5)


def test_a_broken_value_of_before_can_be_mended_here(options):
    QgsSettings().setValue(setting("drempels"), "veel")
    QgsSettings().setValue(setting("bewaartermijn"), "lang")
    page = options()
    assert not page.check()
    field(page, "bewaartermijn").put("6")
    assert page.check()
    page.apply()
    assert organisation.rules() == Rules()
    assert organisation.defaults().retention == 6


def test_a_template_with_the_municipalities_of_a_region(options, tmp_path):
    page = options()
    section = page.findChild(PolicySection)
    section.make_template(tmp_path / "beleid")
    lines = (tmp_path / "beleid.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("gemeentecode;gemeentenaam;norm_m2;")
    assert len(lines) == 1 + len(services.regions().presets[0].municipalities)
    assert page.check()  # it can be used as it is, and says nothing yet
    assert table(page, "policy_table").rowCount() == len(lines) - 1
    section.make_template(tmp_path / "weg" / "beleid.csv")
    assert "can't be written" in section._said.text


# Services ------------------------------------------------------------------------------------------------------------


def put_address(page, key, address):
    grid = table(page, "services_table")
    grid.item(row_of(grid, key), 1).setText(address)


def test_an_address_of_the_users_own(options, said, tmp_path):
    (tmp_path / "diensten.json").write_text(json.dumps({"bag_wfs": {"url": "https://org"}}))
    said(services="diensten.json")
    page = options()
    put_address(page, "bag_wfs", "https://eigen/wfs")
    put_address(page, "bag_ogcapi", "https://eigen/ogc")
    page.apply()
    assert [services.service(key).url for key in ("bag_wfs", "bag_ogcapi")] == [
        "https://eigen/wfs",
        "https://eigen/ogc",
    ]
    own = profile_folder() / preferences.SERVICES_FILE
    assert json.loads(own.read_text()) == {
        "bag_wfs": {"url": "https://eigen/wfs"},
        "bag_ogcapi": {"url": "https://eigen/ogc"},
    }
    page = options()
    grid = table(page, "services_table")
    grid.selectRow(row_of(grid, "bag_wfs"))
    click(page, "services_reset")
    page.apply()
    assert [services.service(key).url for key in ("bag_wfs", "bag_ogcapi")] == ["https://org", "https://eigen/ogc"]
    page = options()
    click(page, "services_reset_all")
    page.apply()
    assert services.service("bag_ogcapi").url.startswith("https://api.pdok.nl")
    assert not QgsSettings().contains(setting("services"))


def test_a_file_of_the_users_own_stays_as_it_is_until_an_address_changes(options, tmp_path):
    own = tmp_path / "mijn.json"
    own.write_text(json.dumps({"bag_wfs": {"page": 500}}))
    QgsSettings().setValue(setting("services"), str(own))
    page = options()
    field(page, "doel").put("iets")
    page.apply()
    assert QgsSettings().value(setting("services")) == str(own)
    page = options()
    put_address(page, "bag_wfs", "https://eigen/wfs")
    page.apply()
    assert (services.service("bag_wfs").url, services.service("bag_wfs").page) == ("https://eigen/wfs", 500)
    assert json.loads(own.read_text()) == {"bag_wfs": {"page": 500}}


def test_an_address_with_a_log_in_is_refused(options):
    page = options()
    put_address(page, "bag_wfs", "https://jan:geheim@eigen/wfs")
    assert not page.isValid()
    assert "bag_wfs.url must be a whole https or http address without user and password" in page._problem.text
    assert "geheim" not in page._problem.text
    page.apply()
    assert not (profile_folder() / preferences.SERVICES_FILE).exists()


def test_a_file_with_addresses_that_is_damaged_is_told_and_can_be_let_go(options, tmp_path):
    own = tmp_path / "mijn.json"
    own.write_text("{")
    QgsSettings().setValue(setting("services"), str(own))
    page = options()
    assert not page.check()
    assert "is no JSON" in page._problem.text
    click(page, "services_reset_all")
    assert page.check()
    page.apply()
    assert services.services()


def test_addresses_that_can_not_be_written_change_nothing(options, desktop, monkeypatch, tmp_path):
    (tmp_path / "bestand").write_text("x")
    monkeypatch.setattr(preferences, "profile_folder", lambda: tmp_path / "bestand")
    page = options()
    put_address(page, "bag_wfs", "https://eigen/wfs")
    field(page, "doel").put("iets")
    page.apply()
    assert "can't be written" in desktop.bar.said[-1][0]
    assert organisation.defaults().purpose == ""


def test_the_services_are_asked_as_they_stand_on_the_page(options, algorithms, pdok):  # noqa: F811
    page = options()
    grid = table(page, "services_table")
    for at in range(grid.rowCount()):
        grid.item(at, 1).setText(f"{pdok.url}/weg")
    put_address(page, "bag_wfs", pdok.url + pdok.BAG_WFS)
    click(page, "services_check")
    assert grid.item(row_of(grid, "bag_wfs"), 2).text() == "asking…"
    page.findChild(QTabWidget).setCurrentIndex(2)  # the window is not frozen
    button = page.findChild(QPushButton, "services_check")
    until(button.isEnabled)
    assert grid.item(row_of(grid, "bag_wfs"), 2).text().startswith("in order (")
    assert grid.item(row_of(grid, "bag_ogcapi"), 2).text().startswith("moved (")
    assert not grid.item(row_of(grid, "bag_ogcapi"), 2).icon().isNull()
    assert services.service("bag_wfs").url.startswith("https://service.pdok.nl")  # nothing was saved


@pytest.mark.parametrize("way", ["the dialog is closed", "the plugin goes", "the dialog is deleted"])
def test_a_check_that_is_left_leaves_nothing(way, options, algorithms, pdok, desktop):  # noqa: F811
    pdok.faults.append(latency(30.0, times=None))
    page = options()
    grid = table(page, "services_table")
    for at in range(grid.rowCount()):
        grid.item(at, 1).setText(f"{pdok.url}/weg")
    click(page, "services_check")
    until(lambda: pdok.log)
    folder = next(iter(checking._RUNNING))._folder
    began = time.monotonic()
    if way == "the dialog is closed":
        page.window().reject()
    elif way == "the plugin goes":
        room.unregister(desktop, desktop.added[-1])
    else:
        page.window().deleteLater()
    settle()
    until(lambda: not QgsApplication.taskManager().activeTasks())
    assert time.monotonic() - began < 5
    assert not folder.exists()
    assert not checking._RUNNING
