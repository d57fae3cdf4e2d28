"""Nothing in English reaches a Dutch user: every text is translated, found by reading the code and by looking."""

from __future__ import annotations

import ast
import re
import shutil
import string
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProcessingParameterEnum, QgsSettings

from arbeidsmigratie.arbeidsmigratie_plugin import i18n
from arbeidsmigratie.arbeidsmigratie_plugin.core import errors, refusals
from arbeidsmigratie.arbeidsmigratie_plugin.core.phrases import Bilingual, Clause, Phrase, joined, phrase, said_by
from tests.conftest import ROOT
from tools.headless import Qgis
from tools.translations import catalogue
from tools.translations.sources import Source, constants, sources
from tools.translations.strays import strays

#: The same in both languages: names, file formats, and groups and options with Dutch codes.
SAME = {
    "BAG",
    "Clusters",
    "{n} clusters",
    "Code",
    "Delen",
    "Filter",
    "GeoPackage",
    "Heatmap",
    "Kaart",
    "Later",
    "Locaties",
    "Ophalen",
    "PDF",
    "Postcode",
    "Project",
    "Project: {name}",
    "Regiobeeld",
    "RNI",
    "Status",
    "bag-light.gpkg",
}


@pytest.fixture(scope="module")
def built():
    """The translation as Qt reads it, made of the file in git."""
    return catalogue.build()


@pytest.fixture
def dutch(qgis_app, built):
    """The plugin in Dutch, as QGIS is when its user chose that language."""
    settings = QgsSettings()
    before = [(key, settings.value(key)) for key in ("locale/overrideFlag", "locale/userLocale")]
    settings.setValue("locale/overrideFlag", True)
    settings.setValue("locale/userLocale", "nl_NL")
    i18n.install()
    yield
    i18n.remove()
    for key, value in before:
        settings.remove(key) if value is None else settings.setValue(key, value)


# The file --------------------------------------------------------------------------------------------------------


def test_every_text_is_translated():
    assert not catalogue.problems(sources(), catalogue.read())


def test_no_english_text_stands_where_nothing_translates_it():
    assert not strays()


def test_what_is_the_same_in_both_languages_is_in_a_list():
    same = {one.source for one in catalogue.read().values() if one.source == one.translation}
    letters = {text for text in same if re.search("[a-z]{3}", re.sub(r"\{[^}]*\}", "", text))}
    assert letters <= SAME


def test_numbers_and_names_of_parameters_and_algorithms_stay():
    known = {path.stem for path in (ROOT / "processing").glob("*.py")}
    for one in catalogue.read().values():
        upper = set(re.findall(r"\b[A-Z][A-Z_]{4,}\b", one.source)) - {"README", "YYYY"}
        assert upper <= set(re.findall(r"\b[A-Z][A-Z_]{4,}\b", one.translation)), one.source
        named = {name for name in re.findall(r"'([a-z0-9]+)'", one.source) if name in known}
        assert named <= set(re.findall(r"'([a-z0-9]+)'", one.translation)), one.source


def test_dutch_never_says_more_than_the_english():
    """An indication, never a verdict; the words that would be one stand nowhere."""
    for one in catalogue.read().values():
        assert not re.search(r"overtred|illegaal|verdacht|fraude|schuldig|bewezen", one.translation, re.IGNORECASE)
        if re.search(r"\bindications?\b", one.source, re.IGNORECASE):
            assert re.search(r"aanwijzing|indicatie", one.translation, re.IGNORECASE), one.source
        if "never a verdict" in one.source:
            assert "nooit een oordeel" in one.translation


def test_the_check_fails_on_what_is_missing_unfinished_gone_or_has_other_places():
    code = [Source(text, "module.py", 1) for text in ("new", "unfinished", "{n} cells")]
    known = {
        "unfinished": catalogue.Entry("unfinished"),
        "{n} cells": catalogue.Entry("{n} cells", "{aantal} cellen"),
        "gone": catalogue.Entry("gone", "weg"),
    }
    wrong = catalogue.problems(code, known)
    assert [line.split(": ")[1] for line in wrong[:3]] == [
        "not in arbeidsmigratie_nl.ts, run update",
        "not translated",
        "other places in the translation",
    ]
    assert len(wrong) == 4
    assert "gone from the code" in wrong[3]


def test_update_keeps_translations_and_drops_what_is_gone(tmp_path):
    file = tmp_path / "one_nl.ts"
    catalogue.write([catalogue.Entry("old & <new>", "oud"), catalogue.Entry("gone", "weg")], file)
    code = [Source("old & <new>", "a.py", 1), Source(" or ", "a.py", 2)]
    catalogue.write(catalogue.updated(code, catalogue.read(file)), file)
    assert {one.source: one.translation for one in catalogue.read(file).values()} == {"old & <new>": "oud", " or ": ""}
    assert 'type="unfinished"' in file.read_text()


@pytest.mark.parametrize(
    "code",
    [
        'tr("found")',
        'tr("found" if n == 1 else "others")',
        'raise SomeError(reason=phrase("found {n}", n=1))',
        'class A:\n    sentence = "found"',
        'class A:\n    HELP: ClassVar[str] = ("found" " here")',
        'SOME_NUMBERS = {"A": "found"}',
        'self.add(parameter, "found", advanced=True)',
        'add_output(self, "OUTPUT", "found", polygon, "too")',
        'for name, title in (("T1", "found"), ("T2", "second")):\n    use(tr(title))',
    ],
)
def test_the_extractor_finds_texts_where_they_stand(code):
    assert any(node.value.startswith("found") for node in constants(ast.parse(code)))


def test_strays_are_found_and_code_is_left_alone(tmp_path):
    file = tmp_path / "module.py"
    file.write_text('"""The docstring."""\nlabel = "Choose the file"\nx.execute("SELECT the FROM file")\n')
    assert [one.line for one in strays([file])] == [2]


# The plugin in Dutch ---------------------------------------------------------------------------------------------


def test_every_text_comes_out_translated(dutch):
    for one in catalogue.read().values():
        assert i18n.tr(one.source) == one.translation, one.source


def test_without_dutch_everything_is_english(qgis_app, built):
    settings = QgsSettings()
    settings.setValue("locale/overrideFlag", True)
    for locale in ("en_US", "C", "de"):
        settings.setValue("locale/userLocale", locale)
        i18n.install()
        assert i18n.tr("Reference date") == "Reference date"
    settings.remove("locale/overrideFlag")
    settings.remove("locale/userLocale")
    i18n.remove()


def test_a_second_install_and_a_removal_leave_nothing_behind(dutch):
    i18n.install()
    assert i18n.tr("Reference date") == "Peildatum"
    i18n.remove()
    assert i18n.tr("Reference date") == "Reference date"
    i18n.remove()


def test_an_absent_translation_is_no_problem(dutch, monkeypatch):
    monkeypatch.setattr(i18n, "ROOT", Path("/nowhere"))
    i18n.install()
    assert i18n.tr("Reference date") == "Reference date"


def seen(provider) -> dict[str, str]:
    """All that a person sees of the algorithms: place -> text."""
    found = {}
    for algorithm in provider.algorithms():
        name = algorithm.name()
        found[f"{name} title"] = algorithm.displayName()
        found[f"{name} group"] = algorithm.group()
        found[f"{name} short"] = algorithm.shortDescription()
        found[f"{name} help"] = algorithm.shortHelpString()
        for one in algorithm.parameterDefinitions():
            found[f"{name} {one.name()}"] = one.description()
            found[f"{name} {one.name()} help"] = one.help()
            if isinstance(one, QgsProcessingParameterEnum):
                found.update({f"{name} {one.name()} option {option}": option for option in one.options()})
            if hasattr(one, "fileFilter"):
                found[f"{name} {one.name()} filter"] = one.fileFilter()
        found.update({f"{name} output {one.name()}": one.description() for one in algorithm.outputDefinitions()})
    return found


def codes(provider) -> set[str]:
    """Options of algorithms that are codes, the same in every language: part of what scripts rely on."""
    return {
        option
        for algorithm in provider.algorithms()
        for one in algorithm.parameterDefinitions()
        if isinstance(one, QgsProcessingParameterEnum)
        for option in one.options()
        if re.fullmatch(r"[a-z_]+(?: telling)?", option)
    }


def test_all_that_is_seen_of_the_algorithms_is_dutch(qgis_app, dutch):
    from arbeidsmigratie.processing.provider import ArbeidsmigratieProvider

    def fresh() -> ArbeidsmigratieProvider:
        made = ArbeidsmigratieProvider()
        QgsApplication.processingRegistry().addProvider(made)
        return made

    provider = fresh()
    in_dutch, same = seen(provider), SAME | codes(provider)
    QgsApplication.processingRegistry().removeProvider(provider)
    i18n.remove()
    provider = fresh()
    in_english = seen(provider)
    QgsApplication.processingRegistry().removeProvider(provider)
    assert len(in_english) > 500
    assert set(in_dutch) == set(in_english)
    formats = re.compile(r"[A-Za-z]+ \(\*\.[a-z]+\)|")
    left = {
        place: text
        for place, text in in_dutch.items()
        if text == in_english[place] and text not in same and not formats.fullmatch(text)
    }
    assert not left


def leaves(root=errors.ArbeidsmigratieError) -> list[type]:
    """Errors that are raised."""
    return [root] if not root.__subclasses__() else [leaf for one in root.__subclasses__() for leaf in leaves(one)]


def test_every_error_says_its_sentence_in_dutch(dutch):
    assert refusals.DisclosureError in errors.ArbeidsmigratieError.__subclasses__()
    for leaf in leaves():
        places = {name for _, name, _, _ in string.Formatter().parse(leaf.sentence) if name}
        error = leaf(**dict.fromkeys(places, "42"))
        assert i18n.message(error) != str(error), leaf


def test_a_phrase_is_english_text_and_is_told_in_dutch(dutch):
    reason = phrase("entry {sequence} was changed", sequence=7)
    assert reason == "entry 7 was changed"
    assert f"({reason})" == "(entry 7 was changed)"
    assert i18n.told(reason) == "regel 7 is gewijzigd"
    braces = phrase('it must look like {"huisnummer": "Huisnr", "postcode": "F"}')
    assert i18n.told(braces).endswith('{"huisnummer": "Huisnr", "postcode": "F"}')


def test_phrases_in_phrases_in_errors_are_dutch_to_the_last(dutch):
    weaker = phrase("may only be tightened")
    error = errors.ConfigurationError(
        file="eigen.json",
        origin=phrase("the parameter MATRIX"),
        key="profiles",
        reason=phrase("{weaker}: it is {now} now", weaker=weaker, now=10),
        form="x.json",
    )
    assert i18n.message(error) == (
        "eigen.json, aangewezen door de parameter MATRIX, is niet te gebruiken: profiles mag alleen strenger: het is "
        "nu 10. Herstel het in de vorm van x.json, of wijs geen bestand aan."
    )
    assert str(error).startswith("eigen.json, named by the parameter MATRIX, can't be used")


def test_rows_clauses_and_both_languages_are_told(dutch):
    assert i18n.told(joined(phrase(" or "), ["a", "b"])) == "a of b"
    assert joined(phrase(" or "), ["a", "b"]) == "a or b"
    assert i18n.told(Bilingual("the same", "gelijk")) == "gelijk"
    missing = errors.FileMissingError(file="a.csv")
    clause = Clause(missing.sentence, missing.values)
    assert clause == "a.csv does not exist: check the path"
    assert i18n.told(clause) == "a.csv bestaat niet: controleer het pad"
    assert i18n.told(missing) == "a.csv bestaat niet: controleer het pad."
    assert i18n.told(12) == 12
    assert i18n.told("Venlo") == "Venlo"


def test_numbers_have_a_decimal_comma_in_dutch(dutch):
    text = "Only {percent:.1f} % of the rows were matched: look at the unmatched addresses first."
    assert i18n.tr(text).format(percent=83.25).startswith("Maar 83,2 % van de rijen")
    assert i18n.tr("{name}, {n} rows").format(name="a.b", n=2) == "a.b, 2 rows"
    i18n.remove()
    assert i18n.tr(text).format(percent=83.25).startswith("Only 83.2 % of the rows")


def test_an_error_of_python_gives_its_phrase_or_its_text():
    assert isinstance(said_by(ValueError(phrase("it is empty"))), Phrase)
    assert said_by(ValueError("no number")) == "no number"
    assert said_by(ValueError()) == ""


# A Dutch qgis_process --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def dutch_qgis(tmp_path_factory):
    """qgis_process with the packaged plugin, in a profile of which the user chose Dutch."""
    made = Qgis(tmp_path_factory.mktemp("home"))
    made.prepare()
    settings = made.profile / "QGIS" / "QGIS3.ini"
    text = settings.read_text(encoding="utf-8") if settings.exists() else ""
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(f"{text}\n[locale]\noverrideFlag=true\nuserLocale=nl_NL\n", encoding="utf-8")
    return made


def test_help_in_a_dutch_qgis_process_is_dutch(dutch_qgis):
    told = dutch_qgis.call("help", "arbeidsmigratie:rniinlezen").output
    assert "Maakt van een RNI-levering aantallen per BAG-adres; geen persoonlijke kolom wordt gelezen" in told
    assert "PEILDATUM: Peildatum" in told
    assert "De dag waarop de levering is gemaakt, als 2026-07-01; vandaag als het leeg is." in told
    ours = {one.source for one in catalogue.read().values() if len(one.source) > 25 and one.source != one.translation}
    assert not [text for text in ours if text in told]


def test_an_error_in_a_dutch_qgis_process_is_dutch_entirely(dutch_qgis, tmp_path):
    shutil.copy(ROOT / "metadata.txt", tmp_path / "levering.docx")
    (tmp_path / "levering.xlsx").write_text("geen werkmap")
    from tests import made

    made.write_bag(tmp_path / "bag.gpkg")
    outcome = dutch_qgis.run(
        "rniinlezen", INPUT=tmp_path / "levering.xlsx", BAG=tmp_path / "bag.gpkg", OUTPUT=tmp_path / "uit.gpkg"
    )
    assert outcome.status
    assert (
        "levering.xlsx moet een Excel-werkmap zijn: er zit iets anders in. Geef de levering als .xlsx, .ods of .csv."
    ) in outcome.output + outcome.messages


def test_the_package_has_the_translation_and_not_its_source(dutch_qgis):
    folder = dutch_qgis.profile / "python/plugins/arbeidsmigratie/resources/i18n"
    assert [path.name for path in folder.iterdir()] == ["arbeidsmigratie_nl.qm"]
