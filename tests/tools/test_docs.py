"""Help pages and manual: up to date, complete, and without a link that leads nowhere."""

from __future__ import annotations

import re
import shlex
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tools.docs import build, web
from tools.docs.examples import EXAMPLES
from tools.docs.pages import command
from tools.docs.plugin import Dutch, algorithms, in_dutch
from tools.package import members
from tools.translations.sources import sources

DOCS = ROOT / "docs"

#: Pictures that the tests of the desktop make.
SCREENS = {
    "01_paneel_leeg", "02_project_wizard", "03_project_klaar", "04_brongegevens", "05_rni_voorbeeld",
    "06_rni_niet_gekoppeld", "07_rni_klaar", "08_lijsten", "09_analyse_bezig", "10_analyse_klaar", "11_kaart",
    "12_startpagina", "13_delen", "14_delen_klaar", "15_instellingen", "16_bibliotheek_ontbreekt",
}  # fmt: skip


@pytest.fixture(scope="module")
def found(qgis_app):
    with in_dutch():
        return {algorithm.name(): algorithm for algorithm in algorithms()}


def test_the_pages_are_what_the_plugin_says_now(qgis_app):
    assert build.stale() == [], "run: make docs"


def test_a_page_that_was_changed_or_is_too_many_is_noticed(qgis_app, tmp_path, monkeypatch):
    monkeypatch.setattr(build, "DOCS", tmp_path)
    build.write()
    assert build.stale() == []
    page = tmp_path / "algoritmes" / "rniinlezen.md"
    page.write_text(page.read_text() + "x")
    (tmp_path / "hulp" / "weg.html").write_text("x")
    (tmp_path / "algoritmes" / "hotspots.md").unlink()
    assert build.stale() == ["algoritmes/hotspots.md", "algoritmes/rniinlezen.md", "hulp/weg.html"]
    build.write()
    assert build.stale() == []


def test_every_algorithm_and_every_parameter_has_help(found):
    for name, algorithm in found.items():
        assert len(algorithm.shortHelpString()) > 60, name
        assert len(algorithm.shortDescription()) > 20, name
        for parameter in algorithm.parameterDefinitions():
            assert len(parameter.help()) > 10, (name, parameter.name())
            assert parameter.description(), (name, parameter.name())
        for output in algorithm.outputDefinitions():
            assert output.description(), (name, output.name())


def test_every_algorithm_has_its_page_in_the_package_and_opens_it(found):
    shipped = {path.relative_to(ROOT).as_posix() for path in members()}
    assert {path.stem for path in (DOCS / "algoritmes").glob("*.md")} == {*found, "README"}
    for name, algorithm in found.items():
        assert algorithm.helpUrl() == (DOCS / "hulp" / f"{name}.html").as_uri()
        assert f"docs/hulp/{name}.html" in shipped
    assert "docs/hulp/handleiding.html" in shipped


def test_examples_are_of_parameters_that_there_are_and_lack_none_that_is_needed(found):
    assert set(EXAMPLES) == set(found)
    for name, example in EXAMPLES.items():
        definitions = {one.name(): one for one in found[name].parameterDefinitions()}
        assert set(example.values) <= set(definitions), name
        needed = {
            key
            for key, one in definitions.items()
            if one.defaultValue() is None and not one.flags() & one.Flag.FlagOptional
        }
        assert needed <= set(example.values), name
        for key, value in example.values.items():
            assert isinstance(value, list) == (definitions[key].type() == "multilayer"), (name, key)
            if definitions[key].type() == "enum":
                assert value in definitions[key].options(), (name, key)
        assert set(example.related) <= set(found) - {name}, name


def test_a_shell_reads_an_example_as_it_is_meant():
    line = command("hotspots", {"INPUT": "a b.gpkg|layername=x", "LISTS": ["een.gpkg", "twee.gpkg"]})
    read = shlex.split(line.replace("\\\n", ""))
    assert read[:4] == ["qgis_process", "run", "arbeidsmigratie:hotspots", "--"]
    assert read[4:] == ["INPUT=a b.gpkg|layername=x", "LISTS=een.gpkg", "LISTS=twee.gpkg"]


def test_the_translator_gives_dutch_and_leaves_what_it_does_not_know(qgis_app):
    translator = Dutch({"Share": "Delen"})
    assert translator.translate("@default", "Share") == "Delen"
    assert translator.translate("@default", "Unknown") == "Unknown"


# The manual -------------------------------------------------------------------------------------------------


def test_the_manual_names_buttons_that_there_are():
    known = {one.text.replace("&", "") for one in sources()}
    assert [label for label in build.labels() if label not in known] == []


def test_the_manual_shows_every_picture_of_the_desktop_and_no_other():
    text = (DOCS / "handleiding.md").read_text(encoding="utf-8")
    assert set(re.findall(r"!\[[^\]]+\]\(schermen/(\w+)\.png\)", text)) == SCREENS


def test_the_manual_never_calls_anybody_names():
    text = (DOCS / "handleiding.md").read_text(encoding="utf-8").lower()
    assert not re.findall(r"overtred|illega|verdacht|crimine|fraude", text)


# Links ------------------------------------------------------------------------------------------------------


def headings(path: Path) -> set[str]:
    lines = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL).splitlines()
    return {web.slug(line.lstrip("#")) for line in lines if re.match(r"#+ ", line)}


@pytest.mark.parametrize("path", sorted([*DOCS.rglob("*.md"), ROOT / "README.md"]), ids=lambda path: path.name)
def test_links_between_pages_lead_somewhere(path):
    text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        place, _, anchor = target.partition("#")
        if ":" in place:
            continue
        goal = (path.parent / place).resolve() if place else path
        assert goal.is_file(), f"{path.name}: {target}"
        if anchor:
            assert anchor in headings(goal), f"{path.name}: {target}"


class Page(HTMLParser):
    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.ids |= {given["id"]} if "id" in given else set()
        self.links += [given[key] for key in ("href", "src") if key in given]


def test_links_between_web_pages_lead_somewhere():
    pages = {path: Page(path) for path in (DOCS / "hulp").glob("*.html")}
    assert len(pages) > len(EXAMPLES)
    for path, page in pages.items():
        for target in page.links:
            place, _, anchor = target.partition("#")
            if ":" in place:
                continue
            goal = (path.parent / place).resolve() if place else path
            assert goal.is_file(), f"{path.name}: {target}"
            assert not anchor or anchor in pages[goal].ids, f"{path.name}: {target}"


def test_pictures_of_the_manual_are_looked_for_beside_the_web_pages():
    assert 'src="../schermen/01_paneel_leeg.png"' in (DOCS / "hulp" / "handleiding.html").read_text(encoding="utf-8")
