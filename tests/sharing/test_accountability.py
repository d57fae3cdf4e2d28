"""The account of an export: complete, within the limits of the Algoritmeregister, and without a secret."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from types import SimpleNamespace

import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.certificate import certificate
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.history import Series
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.rules import Rules
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.accountability import FIELDS, accountability
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.heatmap.words import largest_margin
from tests.sharing.publications import given, publication, without_numbers

#: As the schema of publicatiestandaard 1.0 of the Algoritmeregister has them.
STATUSES = {"In ontwikkeling", "In gebruik", "Buiten gebruik"}
CATEGORIES = {"Hoog-risico AI-systeem", "Impactvolle algoritmes", "Overige algoritmes"}
THEMES = {
    "Organisatie en bedrijfsvoering",
    "Cultuur en recreatie",
    "Economie",
    "Overheidsfinanciën",
    "Wonen",
    "Internationaal",
    "Migratie en integratie",
    "Natuur en milieu",
    "Onderwijs en wetenschap",
    "Openbare orde en veiligheid",
    "Recht",
    "Ruimte en infrastructuur",
    "Sociale zekerheid",
    "Verkeer",
    "Werk",
    "Zorg en gezondheid",
}
REQUIRED = {"Naam", "Korte omschrijving", "Organisatie", "Status", "Contactgegevens", "Publicatiecategorie", "Taal"}

FORBIDDEN = ("overtred", "illega", "verdacht", "arbeidsmigrant ", "dader", "misbruik", "fraud")


def texts(part):
    """All texts of a part, keys too."""
    if isinstance(part, dict):
        return [text for key, held in part.items() for text in [key, *texts(held)]]
    if isinstance(part, list):
        return [text for one in part for text in texts(one)]
    return [part] if isinstance(part, str) else []


@pytest.fixture(scope="module")
def account():
    return accountability(publication())


@pytest.fixture(scope="module")
def register(account):
    return account["algoritmeregister"]


def test_it_is_json_and_says_of_what_it_is(account):
    assert json.loads(json.dumps(account)) == account
    made = publication()
    assert account["kaart"]["reeks"] == made.series
    assert account["kaart"]["peildatum"] == made.peildatum
    assert account["kaart"]["gebieden_met_een_getal"] == len(made.regions)
    assert account["kaart"]["bronnen"] == list(made.sources)
    assert account["gemaakt_op"] == made.grant.made_on


def test_the_grant_is_repeated_word_for_word(account):
    grant, dpia = publication().grant, account["dpia"]
    assert (dpia["doel"], dpia["grondslag"], dpia["geldig_tot"]) == (grant.purpose, grant.basis, grant.expires)
    assert dpia["ontvanger"] == {"naam": grant.recipient, "soort": grant.kind}
    assert account["algoritmeregister"]["velden"]["Wettelijke basis"] == grant.basis


@pytest.mark.parametrize(
    "question",
    [
        "doel",
        "grondslag",
        "ontvanger",
        "gegevens_erin",
        "gegevens_eruit",
        "betrokkenen",
        "bijzondere_persoonsgegevens",
        "noodzaak",
        "geldig_tot",
        "maatregelen",
        "restrisico",
        "kwaliteit",
    ],
)
def test_what_a_dpia_asks_is_answered(account, question):
    assert account["dpia"][question]


@pytest.mark.parametrize("part", ["dpia", "algoritmeregister"])
def test_what_only_the_organisation_knows_is_left_to_it(account, part):
    own = account[part]["zelf_invullen"]
    held = account[part]["velden"] if part == "algoritmeregister" else account[part]
    assert {name for name, value in held.items() if value is None} == set(own)
    assert all(sentence.endswith(".") and len(sentence.split()) > 4 for sentence in own.values())


def test_all_fields_of_the_register_are_there_in_its_order(register):
    assert list(register["velden"]) == list(FIELDS)
    assert list(register["sleutels"]) == list(FIELDS)
    assert len(set(register["sleutels"].values())) == len(FIELDS) == 29
    assert register["publicatiestandaard"] == register["velden"]["Versie publicatiestandaard"] == "1.0"


@pytest.mark.parametrize("name", [name for name, (_, longest) in FIELDS.items() if longest])
@pytest.mark.parametrize("words", [1, 100])
def test_a_field_is_no_longer_than_the_register_takes(name, words):
    made = given(publication(), basis="Artikel 4 van het convenant en de wet. " * words)
    value = accountability(made)["algoritmeregister"]["velden"][name]
    if value is not None:
        assert isinstance(value, str)
        assert 0 < len(value) <= FIELDS[name][1]


def test_choices_are_those_of_the_register(register):
    fields = register["velden"]
    assert fields["Status"] in STATUSES
    assert fields["Publicatiecategorie"] in CATEGORIES
    assert set(fields["Thema"]) <= THEMES
    assert 0 < len(fields["Thema"]) <= 3
    assert fields["Taal"] == "nld"
    assert fields["Link naar broncode"].startswith("https:")
    for name in REQUIRED:
        assert fields[name] or name in register["zelf_invullen"]


def test_it_tells_what_the_audit_showed():
    made = publication()
    checked = {"controle": {"interval_minstens": 23, "solver": "HiGHS"}}
    account = accountability(replace(made, certificate={**made.certificate, **checked}))
    assert "minstens 23 registraties" in account["dpia"]["restrisico"][0]
    assert "977" not in json.dumps(account)


@pytest.mark.parametrize(
    ("rules", "sentence"),
    [
        ({"registraties": 12, "adressen": 6, "woningen": 30}, "minstens 12 registraties, 6 adressen en 30 woningen."),
        ({"registraties": 12, "adressen": 10, "woningen": None}, "minstens 12 registraties en 10 adressen."),
        ({}, "genoeg registraties, adressen en woningen"),
        (None, "genoeg registraties, adressen en woningen"),
    ],
)
def test_public_rules_are_told_in_words(rules, sentence):
    made = publication()
    account = accountability(replace(made, certificate={**made.certificate, "regels": rules}))
    assert sentence in account["dpia"]["maatregelen"][0]
    assert sentence.rstrip(".") in account["algoritmeregister"]["velden"]["Technische werking"]


def certificate_of(made, rules, homes, public=None):
    """The certificate of a decision."""
    grant = SimpleNamespace(made_on=made.grant.made_on)
    decision = SimpleNamespace(
        audit=SimpleNamespace(targets=977, narrowest=17, solver="HiGHS"),
        release=SimpleNamespace(peildatum=made.peildatum, grant=grant),
    )
    series = Series(made.series, rules, 9, "+proj", 5)
    return certificate(decision, series, rules, homes, (3, "ab" * 32), "1.2.3", public)


@pytest.mark.parametrize("homes", [True, False])
def test_it_reads_the_certificate_as_it_is_made(homes):
    made = publication()
    real = certificate_of(made, Rules(persons=13, addresses=7, homes=29, share=0.4711, p=31.0), homes)
    dpia = accountability(replace(made, certificate=real))["dpia"]
    told = "13 registraties, 7 adressen en 29 woningen" if homes else "13 registraties en 10 adressen"
    assert dpia["maatregelen"][0].endswith(f"minstens {told}.")
    assert "minstens 10 registraties" in dpia["restrisico"][0]  # the norm, not what was found


def test_no_threshold_of_dominance_and_nothing_unpublished():
    """Whatever a certificate holds besides, only what is named here gets out."""
    made = publication()
    secret = {"share": 0.4711, "p": 31.17, "registraties": 10, "aandeel": 0.4711}
    held = {
        **made.certificate,
        "regels": secret,
        "controle": {"interval_minstens": 14, "unpublished_persons": 86421},
        "niet_gepubliceerd": 86421,
    }
    account = accountability(replace(made, certificate=held))
    text = json.dumps(account)
    for kept in ("0.4711", "0,4711", "47", "31.17", "86421", held["grootboek"]):
        assert kept not in text
    empty = [area.gemeentenaam for area in made.municipalities if not area.regions]
    assert empty
    assert not [name for name in empty if name in text]


def test_no_number_of_a_region_is_repeated(account):
    """The numbers that it has are of rules, of the grant and of the map as a whole."""
    made = publication()
    changed = replace(made, regions=tuple(replace(one, waarde=one.waarde + 1000) for one in made.regions))
    assert accountability(changed) == account


def test_it_reads_as_plain_dutch(account):
    for text in texts(account):
        assert not any(word in text.lower() for word in FORBIDDEN), text
        assert "  " not in text
        for sentence in re.split(r"(?<=[.!?]) ", text):
            assert len(sentence.split()) <= 45, sentence


# Classes only ------------------------------------------------------------------------------------------------------


def public():
    """A map for everybody, with its certificate."""
    made = replace(given(without_numbers(publication()), kind="publiek", recipient="publiek"), rounding=10)
    return replace(made, certificate=certificate_of(made, Rules(), True, (15, 10)))


def test_the_certificate_of_a_map_for_everybody_has_its_rules():
    made = publication()
    rules = public().certificate["regels"]
    assert (rules["registraties"], rules["afronding"]) == (15, 10)
    rules = certificate_of(made, Rules(), True)["regels"]
    assert (rules["registraties"], rules["afronding"]) == (10, 5)
    assert certificate_of(made, Rules(persons=20), True, (15, 10))["regels"]["registraties"] == 20


def test_a_map_of_classes_promises_no_number():
    account = accountability(public())
    out = " ".join(account["dpia"]["gegevens_eruit"])
    assert "de klasse waarin het aantal registraties per km2 valt" in out
    assert "zijn weggelaten" in out
    told = " ".join(texts([account["dpia"], account["kaart"], account["algoritmeregister"]["velden"]]))
    for untrue in ("alleen een getal met", "zonder getal", "die daarbij hoort", "geen getal,", "hoeveel het er zijn",
                   "som van", "veelvoud van 5", "een dichtheid", "hoogstens", "een_getal"):  # fmt: skip
        assert untrue not in told, untrue
    assert "alleen een klasse met minstens 15 registraties" in account["dpia"]["maatregelen"][0]
    assert "naar beneden op een veelvoud van 10" in " ".join(account["dpia"]["maatregelen"])
    assert account["kaart"]["gebieden_met_een_klasse"] == len(public().regions)


def test_a_map_of_numbers_says_that_they_are_rounded(account):
    told = " ".join([*account["dpia"]["gegevens_eruit"], *account["dpia"]["maatregelen"]])
    assert "afgerond op een veelvoud van 5; de dichtheid" in told
    assert "met een geheime sleutel" in told


def test_what_is_public_need_not_be_deleted(account):
    assert "verwijdert" in account["dpia"]["na_afloop"]
    told = accountability(public())["dpia"]["na_afloop"]
    assert "verwijder" not in told
    assert "openbaar" in told
    assert "alleen voor het doel" in " ".join(account["dpia"]["restrisico"])
    assert "alleen voor het doel" not in " ".join(accountability(public())["dpia"]["restrisico"])
    assert "verwijdert" in accountability(without_numbers(publication()))["dpia"]["na_afloop"]


def test_the_margin_is_of_what_was_not_published():
    """Of a published number it is known to within its own, smaller margin."""
    made = publication()
    made = replace(made, certificate=certificate_of(made, Rules(), True))
    dpia = accountability(made)["dpia"]
    assert f"hoogstens {largest_margin(made)} naast" in " ".join(dpia["maatregelen"])
    (sentence,) = [s for s in re.split(r"(?<=[.]) ", dpia["restrisico"][0]) if "marge" in s]
    assert sentence.startswith("Over wat niet apart is gepubliceerd, ")
    assert "minstens 10 registraties" in sentence


def test_the_words_for_classes_read_as_plain_dutch():
    test_it_reads_as_plain_dutch(accountability(public()))
