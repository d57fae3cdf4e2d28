"""Regions: presets, merged municipalities, and messages that help."""

import numpy as np
import pytest
import shapely

from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import MergedMunicipalityError, RegionError
from arbeidsmigratie.arbeidsmigratie_plugin.core.municipalities import municipalities
from arbeidsmigratie.arbeidsmigratie_plugin.core.regions import Merged, Region, Regions

REGIONS = Regions(
    (Region("maasland", "Het Maasland", {"0983": "Venlo", "0984": "Venray"}),),
    (Merged("0786", "Grave", "2022-01-01", {"1982": "Land van Cuijk"}),),
)


def areas(*names):
    boxes = [shapely.box(at, 0, at + 1, 1) for at in range(len(names))]
    return municipalities([name.split()[0] for name in names], [n.split(" ", 1)[1] for n in names], np.array(boxes))


ALL = areas("0983 Venlo", "0984 Venray", "1982 Land van Cuijk", "0893 Bergen (L.)")


def chosen(wanted, places=ALL):
    return REGIONS.select(wanted, places, "Gemeentegebied").code.tolist()


@pytest.mark.parametrize("wanted", ["maasland", "Maasland", "Het Maasland", " het maasland "])
def test_a_preset_has_a_key_and_a_name(wanted):
    assert chosen(wanted) == ["0983", "0984"]


def test_codes_and_names_may_be_mixed():
    assert chosen("983, venray,GM0893") == ["0893", "0983", "0984"]
    assert len(chosen("")) == 4


@pytest.mark.parametrize("wanted", ["Grave", "0786", "GM0786", "Venlo, grave"])
def test_a_merged_municipality_is_named_with_its_successor(wanted):
    with pytest.raises(MergedMunicipalityError, match=r"Grave \(0786\).*2022-01-01.*Land van Cuijk \(1982\)"):
        chosen(wanted)


def test_a_preset_with_a_merged_municipality_says_so_too():
    old = Regions((Region("oud", "Oud", {"0786": "Grave", "0983": "Venlo"}),), REGIONS.merged)
    with pytest.raises(MergedMunicipalityError, match="Grave"):
        old.select("oud", ALL, "Gemeentegebied")


def test_members_of_a_preset_that_are_not_there_are_named_by_name():
    own = Regions((Region("oud", "Het Oude", {"0983": "Venlo", "1234": "Verdwenen", "5678": "Weg"}),), ())
    with pytest.raises(RegionError, match=r"REGION names Verdwenen \(1234\), Weg \(5678\) of Het Oude, which Gem"):
        own.select("oud", ALL, "Gemeentegebied")


def test_an_unknown_name_gets_what_is_like_it_and_the_presets():
    with pytest.raises(RegionError, match=r"Venroy.*Venray \(0984\).*maasland"):
        chosen("Venlo, Venroy")


def test_among_many_only_names_like_it_are_listed():
    many = areas("0984 Venray", *(f"{1000 + n} Plaats {n}" for n in range(300)))
    with pytest.raises(RegionError) as raised:
        chosen("Venroy", many)
    assert "Venray (0984)" in str(raised.value)
    assert len(str(raised.value)) < 400


def test_a_merged_name_that_lives_on_is_found():
    # a municipality of today goes before one of the past with the same name
    assert chosen("Grave", areas("2001 Grave")) == ["2001"]
