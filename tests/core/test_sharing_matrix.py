"""Who gets what: recognised by whole words, never more than the row says, and nothing without a grant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.grant import Grant
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.rules import Rules
from arbeidsmigratie.arbeidsmigratie_plugin.core.refusals import GrantError, MatrixError
from arbeidsmigratie.arbeidsmigratie_plugin.core.sharing_matrix import (
    HEATMAP,
    OTHER,
    PUBLIC,
    Limits,
    Matrix,
    Profile,
    Row,
    check,
    plain_words,
)

PLAIN, STRICT = Profile("standaard", 5, 5, False), Profile("publiek", 15, 10, True)
WGS = (("wgs",), plain_words("Wet gegevensverwerking door samenwerkingsverbanden"))
TODAY = date(2026, 7, 1)


def row(kind, words, resolution=8, days=365, profile=PLAIN, not_bases=WGS):
    products = {HEATMAP: Limits(resolution, days, profile), "adressen": None, "hexagonen": None, "locaties": None}
    return Row(kind, kind, tuple(map(plain_words, words)), "de grondslag van de taak", not_bases, products)


MATRIX = Matrix(
    "1",
    {
        "eigen_gemeente": row("eigen_gemeente", ["eigen gemeente"], 9),
        "gemeente": row("gemeente", ["gemeente", "gemeenten"]),
        "regio": row("regio", ["regio", "omgevingsdienst", "openbaar lichaam"]),
        "riec": row("riec", ["riec", "zorg en veiligheidshuis"], not_bases=()),
        OTHER: row(OTHER, ["politie", "openbaar ministerie", "café"], 8, 180),
        PUBLIC: row(PUBLIC, ["publiek", "openbaar"], 7, 365, STRICT),
    },
)

GRANT = Grant(
    recipient="Gemeente Proefoost",
    kind="gemeente",
    purpose="Gezamenlijke controles op huisvesting kiezen",
    basis="Convenant, artikel 4",
    expires="2026-10-31",
    made_on=TODAY.isoformat(),
)


def ask(recipient="Gemeente Proefoost", product=HEATMAP, resolution=8, rules=None, rounding=5, **changes):
    own = MATRIX.row_for(recipient)
    grant = replace(GRANT, recipient=recipient, kind=own.kind, **changes)
    check(own, product, resolution, rules or Rules(), rounding, grant)


@pytest.mark.parametrize(
    ("recipient", "kind"),
    [
        ("RIEC Zeeland-West-Brabant", "riec"),
        ("riec", "riec"),
        ("Gemeente Horst aan de Maas", "gemeente"),
        ("  GEMEENTE   venlo ", "gemeente"),
        ("eigen gemeente (Venlo)", "eigen_gemeente"),
        ("Zorg- en Veiligheidshuis Limburg", "riec"),
        ("Omgevingsdienst", "regio"),
        ("Openbaar Lichaam Lek", "regio"),
        ("Openbaar Ministerie", OTHER),
        ("CAFE", OTHER),
        ("Café", OTHER),
        ("Riecbouw BV", OTHER),  # no part of a word
        ("Uitzendbureau De Proef", OTHER),
        ("", OTHER),
        ("—", OTHER),
        ("RIEC en gemeente Venlo", OTHER),  # two kinds
        ("publiek", PUBLIC),
        ("gemeente Venlo, openbaar", PUBLIC),  # what everybody gets, no partner makes less public
        ("eigen gemeente en gemeente Venlo", OTHER),
    ],
)
def test_a_recipient_is_known_by_whole_words(recipient, kind):
    assert MATRIX.row_for(recipient).kind == kind


@given(st.text())
def test_any_text_gives_a_row(text):
    assert MATRIX.row_for(text).kind in MATRIX.rows


@given(st.sampled_from(["gemeente", "riec", "openbaar", "eigen gemeente"]), st.text(" -/,.()", min_size=1), st.data())
def test_case_and_punctuation_do_not_matter(phrase, between, data):
    upper = data.draw(st.lists(st.booleans(), min_size=len(phrase), max_size=len(phrase)))
    written = "".join(c.upper() if up else c for c, up in zip(phrase, upper)).replace(" ", between)
    assert MATRIX.row_for(f"{between}{written}{between}") == MATRIX.row_for(phrase)


def test_what_is_allowed_passes():
    ask()
    ask(resolution=5)
    ask("eigen gemeente", resolution=9)
    ask("publiek", resolution=7, rules=Rules(persons=15), rounding=10)
    ask("publiek", resolution=6, rules=Rules(persons=40), rounding=20)
    ask("RIEC Limburg", basis="WGS")


@pytest.mark.parametrize("product", ["adressen", "hexagonen", "locaties", "rni_adressen", ""])
@pytest.mark.parametrize("recipient", ["eigen gemeente", "RIEC", "publiek", "wie dan ook"])
def test_what_shows_addresses_goes_to_nobody(recipient, product):
    with pytest.raises(MatrixError, match=f"{recipient} .*'{product}'.* ask for 'heatmap'"):
        ask(recipient, product)


@pytest.mark.parametrize(
    ("more", "instead"), [({}, "and no other; ask who keeps"), ({"totalen": Limits(8, 9, PLAIN)}, "ask for 'totalen'")]
)
def test_what_the_organisation_itself_does_not_share(more, instead):
    own = replace(MATRIX.rows["riec"], products={HEATMAP: None, "adressen": None, **more})
    with pytest.raises(MatrixError, match=f"your organisation does not share this product.*{instead}") as refused:
        check(own, HEATMAP, 8, Rules(), 5, replace(GRANT, recipient="RIEC Limburg"))
    assert "no recipient" not in str(refused.value)
    with pytest.raises(MatrixError, match="no recipient gets that by an export"):
        check(own, "adressen", 8, Rules(), 5, replace(GRANT, recipient="RIEC Limburg"))


@pytest.mark.parametrize(
    ("recipient", "finest"), [("eigen gemeente", 9), ("RIEC", 8), ("onbekende", 8), ("publiek", 7)]
)
def test_no_finer_than_the_row(recipient, finest):
    rules = Rules(persons=15)
    ask(recipient, resolution=finest, rules=rules, rounding=10)
    with pytest.raises(MatrixError, match=f"resolution {finest + 1}: ask for resolution {finest}"):
        ask(recipient, resolution=finest + 1, rules=rules, rounding=10)


@pytest.mark.parametrize(("rules", "rounding"), [(Rules(), 10), (Rules(persons=14), 10), (Rules(persons=15), 5)])
def test_what_is_public_has_a_series_of_its_own(rules, rounding):
    with pytest.raises(MatrixError, match=r"at least 15 registrations .* multiples of 10\. .*start the series"):
        ask("publiek", resolution=7, rules=rules, rounding=rounding)


@pytest.mark.parametrize("empty", ["", "  ", "\t\n", "-", "x", "xxx", "n.v.t.", "NVT", "geen", "...", "12", "Onbekend"])
@pytest.mark.parametrize(
    ("field", "parameter"), [("recipient", "RECIPIENT"), ("purpose", "PURPOSE"), ("basis", "BASIS")]
)
def test_nothing_without_a_grant(field, parameter, empty):
    said = f"without a {parameter} that says something: " if empty.strip() else f"without {parameter}: "
    with pytest.raises(GrantError, match=said):
        check(MATRIX.rows["gemeente"], HEATMAP, 8, Rules(), 5, replace(GRANT, **{field: empty}))


def test_short_words_that_say_something_are_enough():
    ask("UWV", basis="AVG 6(1)(e)", purpose="Woondeal")
    with pytest.raises(GrantError, match=r"BASIS.*de grondslag van de taak"):
        ask(basis="test")


@pytest.mark.parametrize("field", ["recipient", "purpose", "basis"])
@pytest.mark.parametrize("personal", ["j.tester@example.org", "zaak 111222333", "BSN 1112.22.333"])
def test_no_person_gets_into_a_grant(field, personal):
    wanted = "a RECIPIENT that names an organisation, not a person"
    if field != "recipient":
        wanted = f"a {field.upper()} without an e-mail address or number of a person"
    with pytest.raises(GrantError, match=f"^Nothing is exported without {wanted}: leave e-mail addresses"):
        check(MATRIX.rows["gemeente"], HEATMAP, 8, Rules(), 5, replace(GRANT, **{field: personal}))
    ask(purpose="Project 2026-07-01, dossier 123456789")  # nine digits that are no BSN


@pytest.mark.parametrize("basis", ["WGS", "artikel 2.5 WGS", "Wet gegevensverwerking door samenwerkingsverbanden"])
def test_the_wgs_is_a_basis_for_its_own_partnerships_only(basis):
    ask("RIEC", basis=basis)
    for recipient in ("Gemeente Venlo", "Omgevingsdienst", "Politie", "publiek"):
        with pytest.raises(GrantError, match="BASIS that holds for"):
            ask(recipient, basis=basis, resolution=7, rules=Rules(persons=15), rounding=10)


@pytest.mark.parametrize(
    "expires", ["morgen", "2026-13-01", "2026-02-30", "01-12-2026", "20261201", "2026-W50-1", "2026"]
)
def test_an_expiry_is_a_date(expires):
    with pytest.raises(GrantError, match=r"EXPIRES that is a date.*2027-07-01.*YYYY-MM-DD"):
        ask(expires=expires)


@pytest.mark.parametrize("empty", ["", " "])
def test_an_expiry_is_needed(empty):
    with pytest.raises(GrantError, match=r"without EXPIRES: .*2027-07-01"):
        ask(expires=empty)


@given(st.integers(-400, 800))
def test_an_expiry_is_after_today_and_within_the_row(days):
    expires = (TODAY + timedelta(days=days)).isoformat()
    if 0 < days <= 365:
        ask(expires=expires)
        return
    with pytest.raises(GrantError) as raised:
        ask(expires=expires)
    assert ("after today" if days <= 0 else "at most 2027-07-01") in str(raised.value)


def test_who_is_not_known_has_less_time():
    ask("Stichting Proef", expires="2026-12-28")
    with pytest.raises(GrantError, match="at most 2026-12-28"):
        ask("Stichting Proef", expires="2026-12-29")


@given(
    st.builds(Profile, st.just("a"), st.integers(5, 30), st.sampled_from([5, 10, 15, 20]), st.booleans()),
    st.builds(Profile, st.just("b"), st.integers(5, 30), st.sampled_from([5, 10, 15, 20]), st.booleans()),
)
def test_what_is_at_least_as_strict_allows_nothing_more(one, other):
    def passes(profile, persons, rounding):
        return persons >= profile.persons and rounding % profile.rounding == 0

    assert one.at_least(one)
    if one.at_least(other):
        for persons in (5, 10, 15, 30):
            for rounding in (5, 10, 20, 60):
                assert passes(other, persons, rounding) or not passes(one, persons, rounding)
