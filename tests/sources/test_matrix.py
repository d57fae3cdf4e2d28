"""The sharing matrix as data: complete, and only ever tightened by an organisation."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import ConfigurationError
from arbeidsmigratie.arbeidsmigratie_plugin.core.sharing_matrix import HEATMAP, OTHER, PUBLIC
from arbeidsmigratie.arbeidsmigratie_plugin.sources import matrix
from arbeidsmigratie.arbeidsmigratie_plugin.sources.matrix import read_matrix, shipped_matrix
from arbeidsmigratie.arbeidsmigratie_plugin.sources.overrides import Override

SHIPPED = shipped_matrix()
KINDS = list(SHIPPED.rows)


@pytest.fixture
def file(tmp_path):
    def write(content, name="eigen.json"):
        path = tmp_path / name
        path.write_text(content if isinstance(content, str) else json.dumps(content))
        return path

    return write


def heatmap(kind, **limits):
    return {"recipients": {kind: {"products": {HEATMAP: limits}}}}


def limits_of(kind, found):
    return found.rows[kind].products[HEATMAP]


# As shipped ----------------------------------------------------------------------------------------------------------


def test_all_kinds_of_the_convenant_are_there():
    assert set(KINDS) == {
        "eigen_gemeente",
        "gemeente",
        "regio",
        "provincie",
        "riec",
        "arbeidsinspectie",
        OTHER,
        PUBLIC,
    }
    assert SHIPPED.version == "1.0"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_the_heatmap_and_nothing_with_addresses(kind):
    row = SHIPPED.rows[kind]
    assert row.label
    assert row.basis
    assert [name for name, limits in row.products.items() if limits is not None] == [HEATMAP]
    assert set(row.products) == {HEATMAP, "adressen", "hexagonen", "locaties"}


@pytest.mark.parametrize("kind", set(KINDS) - {PUBLIC})
def test_who_is_not_known_gets_no_more_than_any_partner(kind):
    assert limits_of(OTHER, SHIPPED).at_least(limits_of(kind, SHIPPED))
    assert limits_of(OTHER, SHIPPED).resolution == 8


def test_everybody_gets_the_strict_profile():
    everybody = limits_of(PUBLIC, SHIPPED)
    assert (everybody.profile.persons, everybody.profile.rounding, everybody.profile.classes_only) == (15, 10, True)
    assert everybody.resolution < limits_of(OTHER, SHIPPED).resolution


def test_no_phrase_is_of_two_kinds():
    phrases = [phrase for row in SHIPPED.rows.values() for phrase in row.words]
    assert len(phrases) == len(set(phrases))


@pytest.mark.parametrize("kind", KINDS)
def test_every_phrase_leads_to_its_own_kind(kind):
    for phrase in SHIPPED.rows[kind].words:
        assert SHIPPED.row_for(" ".join(phrase)).kind == kind


@pytest.mark.parametrize(
    ("recipient", "kind"),
    [
        ("RIEC Zeeland-West-Brabant", "riec"),
        ("EURIEC", "riec"),
        ("Zorg- en Veiligheidshuis Noord-Limburg", "riec"),
        ("Gemeente Horst aan de Maas", "gemeente"),
        ("Nederlandse Arbeidsinspectie", "arbeidsinspectie"),
        ("NLA", "arbeidsinspectie"),
        ("Provincie Limburg", "provincie"),
        ("Veiligheidsregio Limburg-Noord", "regio"),
        ("omgevingsdienst", "regio"),
        ("Samenwerkende gemeenten Gooi en Vechtstreek", "regio"),
        ("Regio West-Brabant", "regio"),
        ("publiek", PUBLIC),
        ("Open data van de gemeente", PUBLIC),
        ("Openbaar Ministerie", OTHER),
        ("UWV", OTHER),
        ("Stichting Zonder Naam", OTHER),
    ],
)
def test_recipients_as_people_write_them(recipient, kind):
    assert read_matrix().row_for(recipient).kind == kind


def test_the_wgs_is_for_its_own_partnerships():
    assert [kind for kind, row in SHIPPED.rows.items() if not row.not_bases] == ["riec"]


# Of an organisation --------------------------------------------------------------------------------------------------


def test_without_a_file_it_is_as_shipped():
    assert read_matrix() == SHIPPED


def test_an_organisation_tightens(file):
    found = read_matrix(file(heatmap("riec", resolution=7, days=90)))
    assert (limits_of("riec", found).resolution, limits_of("riec", found).days) == (7, 90)
    assert found.version == "1.0+eigen"
    assert {kind: row for kind, row in found.rows.items() if kind != "riec"} == {
        kind: row for kind, row in SHIPPED.rows.items() if kind != "riec"
    }
    assert replace(found.rows["riec"], products={}) == replace(SHIPPED.rows["riec"], products={})


def test_an_organisation_gives_a_kind_nothing_or_the_strict_profile(file):
    found = read_matrix(
        file(
            {
                "recipients": {
                    OTHER: {"products": {HEATMAP: None}},
                    **heatmap("provincie", profile="publiek")["recipients"],
                }
            }
        )
    )
    assert limits_of(OTHER, found) is None
    assert limits_of("provincie", found).profile == limits_of(PUBLIC, SHIPPED).profile


def test_a_stricter_profile_holds_wherever_it_is_used(file):
    found = read_matrix(file({"version": "x", "profiles": {"standaard": {"persons": 20, "rounding": 10}}}))
    assert {limits_of(kind, found).profile.persons for kind in set(KINDS) - {PUBLIC}} == {20}
    assert limits_of(PUBLIC, found) == limits_of(PUBLIC, SHIPPED)


@pytest.mark.parametrize(
    ("content", "entry"),
    [
        (
            heatmap("riec", resolution=9),
            r"recipients\.riec\.products\.heatmap\.resolution may only be tightened: it is 8",
        ),
        (heatmap("overig", days=400), r"recipients\.overig\.products\.heatmap\.days may only be tightened: it is 366"),
        (heatmap("publiek", profile="standaard"), r"publiek\.products\.heatmap\.profile may only be tightened"),
        (heatmap("riec", profile="los"), r"heatmap\.profile must be one of standaard, publiek"),
        (heatmap("riec", resolution="7"), r"heatmap\.resolution must be a whole number"),
        (heatmap("riec", days=True), r"heatmap\.days must be a whole number"),
        (heatmap("riec", days=0), r"heatmap\.days must be a whole number"),
        (heatmap("riec", dagen=10), r"heatmap\.dagen is unknown"),
        (heatmap("rieck", days=10), r"recipients\.rieck is unknown"),
        ({"recipients": {"riec": {"products": {"adressen": {"resolution": 5}}}}}, r"adressen may only be tightened"),
        ({"recipients": {"riec": {"products": {"nieuw": None}}}}, r"products\.nieuw is unknown"),
        ({"recipients": {"riec": {"words": ["iedereen"]}}}, r"recipients\.riec\.words is unknown"),
        ({"recipients": {"riec": {"special_basis": []}}}, r"special_basis is unknown"),
        ({"recipients": {"riec": None}}, r"recipients\.riec must be a JSON object"),
        ({"profiles": {"publiek": {"persons": 10}}}, r"profiles\.publiek\.persons may only be tightened: it is 15"),
        ({"profiles": {"publiek": {"rounding": 15}}}, r"profiles\.publiek\.rounding may only be tightened: it is 10"),
        ({"profiles": {"publiek": {"classes_only": False}}}, r"classes_only may only be tightened: it is true"),
        ({"profiles": {"standaard": {"classes_only": "nee"}}}, r"classes_only must be true or false"),
        ({"profiles": {"standaard": {"persons": 4}}}, r"standaard\.persons may only be tightened: it is 5"),
        ({"profiles": {"nieuw": {}}}, r"profiles\.nieuw is unknown"),
        ({"ontvangers": {}}, r"ontvangers is unknown"),
        ([], "no JSON object"),
        ("{", "no JSON"),
    ],
)
def test_what_is_weaker_or_misspelt_is_refused_by_name(content, entry, file):
    with pytest.raises(
        ConfigurationError, match=rf"eigen\.json, named by the parameter MATRIX, can't be used: .*{entry}"
    ):
        read_matrix(file(content))


def test_nobody_gets_around_what_the_organisation_has_decided(file, monkeypatch):
    monkeypatch.setenv(matrix.OVERRIDE, str(file(heatmap("riec", days=90), "organisatie.json")))
    assert limits_of("riec", read_matrix()).days == 90
    with pytest.raises(ConfigurationError, match="days may only be tightened: it is 90 now"):
        read_matrix(file(heatmap("riec", days=91)))
    assert limits_of("riec", read_matrix(file(heatmap("riec", resolution=7)))).days == 90
    monkeypatch.setenv(matrix.OVERRIDE, str(file(heatmap("riec", days=9000), "organisatie.json")))
    with pytest.raises(ConfigurationError, match=f"the environment variable {matrix.OVERRIDE}"):
        read_matrix()


_LIMITS = st.fixed_dictionaries(
    {},
    optional={
        "resolution": st.integers(4, 11),
        "days": st.integers(1, 1000),
        "profile": st.sampled_from(["standaard", "publiek"]),
    },
)
_PROFILE = st.fixed_dictionaries(
    {},
    optional={"persons": st.integers(1, 40), "rounding": st.sampled_from([5, 10, 15]), "classes_only": st.booleans()},
)
_CONTENT = st.fixed_dictionaries(
    {
        "profiles": st.dictionaries(st.sampled_from(["standaard", "publiek"]), _PROFILE),
        "recipients": st.dictionaries(
            st.sampled_from(KINDS),
            st.fixed_dictionaries(
                {"products": st.dictionaries(st.sampled_from([HEATMAP, "adressen"]), _LIMITS | st.none())}
            ),
        ),
    }
)


@given(_CONTENT)
def test_whatever_an_organisation_says_nobody_gets_more(content):
    class Said(Override):
        def entries(self):
            return content

    try:
        found = matrix._tightened(SHIPPED, Said("eigen.json", "x", "y"))
    except ConfigurationError:
        return
    for kind, row in SHIPPED.rows.items():
        for product, limits in row.products.items():
            now = found.rows[kind].products[product]
            assert now is None or (limits is not None and now.at_least(limits))
