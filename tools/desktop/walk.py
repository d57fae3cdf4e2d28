"""The whole job, from a new project to a package for a partner, by clicks and keys on the demo region."""

from __future__ import annotations

from typing import Any

import qgis.utils
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt

from . import eyes, hands
from .driver import Guide
from .runner import Step, Walk

NAME = "arbeidsmigratie"

#: The five fictional municipalities.
REGION = "Leemvoort, Oevelrade, Hazenvenne, Kwartelbeek, Land van Rulle"

#: The steps of the work.
STEPS = ("project", "brongegevens", "rni", "lijsten", "analyse", "delen")

#: So many unmatched addresses are tried until one has a candidate.
TRIED = 20


def panel() -> Any:
    """The panel."""
    return qgis.utils.plugins[NAME].desktop.dock


def state(step: str) -> str:
    """How far a step of the work is: waiting, todo, running, stale or done.

    Args:
        step: Its value.
    """
    statuses = panel().body.desk.statuses().items()
    return {one.value: status.state.value for one, status in statuses}[step]


def until_state(step: str, wanted: str, timeout: float = 60) -> Step:
    """Waits until a step of the work is so far, and the panel shows it.

    Args:
        step: Its value.
        wanted: How far.
        timeout: Seconds.
    """

    def ready() -> bool:
        shown = panel().body.findChild(eyes.QWidget, f"state_{step}").text()
        return state(step) == wanted and bool(shown)

    return hands.until(ready, f"{step} is {wanted}", timeout)


def opened(step: str) -> Walk:
    """Opens the card of a step, if it is not.

    Args:
        step: Its value.
    """
    header = yield hands.see(f"header_{step}")
    if not header.isChecked():
        yield hands.click(f"header_{step}")


def open_panel() -> Walk:
    """Opens the panel from the menu, unless it is open: QGIS remembers that."""
    yield hands.until(lambda: NAME in qgis.utils.plugins, "the plugin is loaded")
    if not panel().isVisible():
        yield from hands.click_menu("mVectorMenu", "Arbeidsmigratie", eyes.plain(panel().windowTitle()))
    yield hands.see("card_project")


def new_project(guide: Guide) -> Walk:
    """Fills in the wizard.

    Args:
        guide: Takes the pictures.
    """
    yield hands.click("start_project")
    yield hands.see("project_dialog")
    yield hands.fill("more_municipalities", REGION, leave=False)
    yield hands.click("add_municipalities")
    yield hands.fill_date("peildatum", guide.given["peildatum"])
    yield hands.fill("name", "Demoregio (fictief)")
    yield guide.shot("02_project_wizard")
    yield hands.click("next_button")
    yield hands.fill("purpose", "Kiezen waar gemeenten en partners samen naar huisvesting kijken")
    yield hands.fill("basis", "Convenant huisvesting arbeidsmigranten (fictief), artikel 4")
    yield hands.fill("dpia", "DPIA-2026-014 (fictief)")
    yield hands.fill("responsible", "Gemeente Leemvoort")
    yield guide.shot("02_project_wizard_doel")
    yield hands.click("next_button")
    yield hands.fill("folder", guide.given["project"])
    yield guide.shot("02_project_wizard_map")
    yield hands.click("finish_button")
    yield hands.gone("project_dialog")
    yield until_state("project", "done")
    yield guide.shot("03_project_klaar")


def sources(guide: Guide) -> Walk:
    """Chooses the files of the demo region.

    Args:
        guide: Takes the pictures.
    """
    yield hands.click("choose_sources")
    yield hands.click("from_own")
    yield hands.fill("own_bag", guide.given["bag"])
    yield hands.fill("own_gemeenten", guide.given["gemeenten"])
    yield hands.fill("own_context", guide.given["context"])
    yield guide.shot("04_brongegevens")
    yield hands.click("ok_button")
    yield hands.gone("sources_dialog")
    yield until_state("brongegevens", "done")


def delivery(guide: Guide) -> Walk:
    """Reads a delivery, after looking at what is in it.

    Args:
        guide: Takes the pictures.
    """
    yield hands.click("add_delivery")
    yield hands.click_entry("add_delivery", "add_delivery_other")
    yield hands.see("import_dialog")
    yield hands.fill("sender", "RNI-levering van de regio")
    yield hands.fill("file", guide.given["rni"])
    yield hands.until(lambda: eyes.find("matched_levels").text(), "the matching rate", 30)
    yield guide.shot("05_rni_voorbeeld")
    yield hands.click("ok_button")
    yield hands.gone("import_dialog")
    yield until_state("rni", "done")


def linking(guide: Guide) -> Walk:
    """Links one address by hand, skips one, and has the delivery read again.

    Args:
        guide: Takes the pictures.
    """
    yield from opened("rni")
    yield hands.click("delivery_1_menu")
    yield hands.click_entry("delivery_1_menu", "delivery_1_link")
    yield hands.see("unmatched_dialog")
    table = yield hands.see("unmatched_table")
    yield hands.until(lambda: table.rowCount(), "addresses")
    yield hands.until(lambda: eyes.find("candidates_heading").text(), "the BAG", 30)
    for row in range(min(TRIED, table.rowCount())):
        yield hands.click_cell("unmatched_table", row, 0)
        candidates = yield hands.see("candidates")
        if candidates.count() and eyes.find("skip_button").isEnabled():
            break
    yield hands.click_cell("candidates", 0, 0)
    yield guide.shot("06_rni_niet_gekoppeld")
    yield hands.click("link_button")
    yield hands.click("skip_button")
    yield hands.click("ok_button")
    yield hands.gone("unmatched_dialog")
    yield until_state("rni", "stale")
    yield guide.shot("06_rni_verouderd")
    yield hands.click("read_deliveries")
    yield until_state("rni", "done")
    yield from opened("rni")
    yield guide.shot("07_rni_klaar")


def lists(guide: Guide) -> Walk:
    """Reads a list of vacant homes.

    Args:
        guide: Takes the pictures.
    """
    yield from opened("lijsten")
    yield hands.click("add_list")
    yield hands.see("list_dialog")
    yield hands.choose("kind", data="leegstand")
    yield hands.fill("file", guide.given["vacancy"])
    yield guide.shot("08_lijsten")
    yield hands.click("ok_button")
    yield hands.gone("list_dialog")
    yield until_state("lijsten", "done")
    yield from opened("lijsten")
    yield hands.click("choose_policy")
    yield hands.see("policy_dialog")
    yield hands.click("cancel_button")
    yield hands.gone("policy_dialog")


def analysis(guide: Guide) -> Walk:
    """Makes the regional map, and looks at it.

    Args:
        guide: Takes the pictures.
    """
    yield from opened("analyse")
    yield hands.click("analyse")
    yield hands.until(lambda: eyes.find("progress_analyse").value() > 10, "progress", 60)
    yield guide.shot("09_analyse_bezig")
    yield until_state("analyse", "done", 120)
    yield from opened("analyse")
    yield guide.shot("10_analyse_klaar")
    guide.notes["extent"] = _extent()
    yield hands.click("show_result")
    yield from opened("delen")
    yield guide.shot("11_kaart")
    yield hands.click_tab("panel_tabs", 1)
    yield guide.shot("12_startpagina")
    yield hands.click_tab("panel_tabs", 0)
    guide.notes["layers"] = len(QgsProject.instance().mapLayers())


def _extent() -> list[float]:
    extent = qgis.utils.iface.mapCanvas().extent()
    return [extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()]


def sharing(guide: Guide) -> Walk:
    """Makes a package for a partner.

    Args:
        guide: Takes the pictures.
    """
    yield from opened("delen")
    yield hands.click("share")
    yield hands.see("share_dialog")
    yield hands.fill("recipient", "RIEC Demoregio")
    yield hands.click("confirmed")
    yield guide.shot("13_delen")
    yield hands.click("ok_button")
    yield hands.gone("share_dialog")
    yield until_state("delen", "done", 120)
    yield guide.shot("14_delen_klaar")


def settings(guide: Guide) -> Walk:
    """Looks at every tab of the settings.

    Args:
        guide: Takes the pictures.
    """
    yield from hands.click_menu("mVectorMenu", "Arbeidsmigratie", "arbeidsmigratie_settings")
    tabs = yield hands.see("settings_tabs")
    yield guide.shot("15_instellingen")
    for index in range(1, tabs.count()):
        yield hands.click_tab("settings_tabs", index)
        yield guide.shot(f"15_instellingen_{index + 1}")
    yield hands.press(Qt.Key.Key_Escape, "settings_tabs")
    yield hands.gone("settings_tabs")


def whole_job(guide: Guide) -> Walk:
    """Every step, one after the other.

    Args:
        guide: Takes the pictures; is given the files and the folder.
    """
    yield from open_panel()
    yield guide.shot("01_paneel_leeg")
    yield from new_project(guide)
    yield from sources(guide)
    yield from delivery(guide)
    yield from linking(guide)
    yield from lists(guide)
    yield from analysis(guide)
    yield from sharing(guide)
    yield from settings(guide)
    guide.notes["states"] = {step: state(step) for step in STEPS}
    guide.notes["project"] = QgsProject.instance().absoluteFilePath()


def remembered(guide: Guide) -> Walk:
    """Opens a project of before: the panel knows how far it is.

    Args:
        guide: Is given the file.
    """
    yield from open_panel()
    yield hands.do(lambda: qgis.utils.iface.addProject(guide.given["project"]), "open the project")
    yield until_state("analyse", "done", 20)
    yield hands.until(eyes.still, "the map", 30)
    guide.notes["states"] = {step: state(step) for step in STEPS}
    yield guide.shot("geopend")


def without_libraries(guide: Guide) -> Walk:
    """The panel of a QGIS that lacks a library: it says so, and what to do.

    Args:
        guide: Takes the pictures.
    """
    yield from open_panel()
    yield hands.see("libraries_notice")
    yield guide.shot("16_bibliotheek_ontbreekt")
    guide.notes["said"] = [label.text() for label in eyes.find("libraries_notice").findChildren(eyes.QLabel)]
