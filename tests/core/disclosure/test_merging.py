from dataclasses import replace

import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.merging import merged
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.publication import (
    MunicipalArea,
    Publication,
    PublishedRegion,
)
from arbeidsmigratie.arbeidsmigratie_plugin.core.refusals import PackagesError
from tests.core.disclosure.support import grant


def region(code, number):
    return PublishedRegion(
        regio_id=f"{code}-{number}",
        gemeentecode=code,
        waarde=15,
        klasse="",
        dichtheid_km2=1.0,
        verblijfsobjecten=50,
        sdc_status="gepubliceerd",
        peildatum="2026-07-01",
        resolutie=8,
        cells=(number,),
        polygon=None,
    )


def package(code="1001", **more):
    rules = {"registraties": 10, "adressen": 5, "woningen": 25, "afronding": 5}
    checked = {"exact_herleid": 0, "interval_minstens": 12, "solver": "HiGHS"}
    certificate = {"regels": rules, "controle": checked, "grootboek": {"volgnummer_ervoor": 3}, "raster": {"h3": 9}}
    given = {
        "title": "Heatmap",
        "series": "rni-2026",
        "peildatum": "2026-07-01",
        "resolution": 8,
        "rounding": 5,
        "grant": grant(recipient="Regio", expires="2027-01-01"),
        "regions": (region(code, 2), region(code, 1)),
        "municipalities": (MunicipalArea(code, f"Gemeente {code}", None, 2),),
        "certificate": certificate,
        "sources": ("RNI (RvIG)", f"BAG {code}"),
        **more,
    }
    return Publication(**given)


ASKED = grant(recipient="RIEC", expires="2026-12-31")


def together(*packages, asked=ASKED):
    return merged(packages, asked, "Samen", "1.0")


def test_the_map_of_all_says_what_they_say_apart():
    found = together(package("1002"), package("1001", resolution=7))
    assert [r.regio_id for r in found.regions] == ["1001-1", "1001-2", "1002-1", "1002-2"]
    assert [a.gemeentecode for a in found.municipalities] == ["1001", "1002"]
    assert (found.grant.recipient, found.title, found.resolution) == ("RIEC", "Samen", 8)
    assert found.sources == ("RNI (RvIG)", "BAG 1002", "BAG 1001")


def test_the_certificate_names_what_was_checked_apart():
    other = package("1002")
    weaker = {**other.certificate, "regels": {"registraties": 12, "adressen": 4, "woningen": None, "afronding": 5}}
    weaker["controle"] = {"exact_herleid": 0, "interval_minstens": None, "solver": "HiGHS"}
    found = together(package(), replace(other, certificate=weaker)).certificate
    assert found["regels"] == {"registraties": 10, "adressen": 4, "woningen": None, "afronding": 5}
    assert found["controle"]["interval_minstens"] == 12
    assert len(found["grootboek"]) == 2


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ({"series": "rni-2025"}, r"different series \(rni-2026, rni-2025\)"),
        ({"peildatum": "2026-01-01"}, "different reference dates"),
        ({"rounding": 10}, "different roundings"),
        ({"certificate": {"raster": {"h3": 8}}}, "different grids"),
    ],
)
def test_what_does_not_compare_is_refused(other, told):
    with pytest.raises(PackagesError, match=told):
        together(package(), package("1002", **other))


def test_one_package_is_no_merger():
    with pytest.raises(PackagesError, match="only one"):
        together(package())


def test_a_municipality_twice_is_refused():
    with pytest.raises(PackagesError, match="1001 occurs in more than one"):
        together(package(), package())


def test_an_expired_package_is_refused():
    with pytest.raises(PackagesError, match="1002 was valid until 2026-06-01"):
        together(package(), package("1002", grant=grant(expires="2026-06-01")))


def test_a_merger_lasts_no_longer_than_what_it_is_made_of():
    with pytest.raises(PackagesError, match="Give EXPIRES 2026-12-01 or earlier"):
        together(package(), package("1002", grant=grant(expires="2026-12-01")))
