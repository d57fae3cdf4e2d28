"""An example of each algorithm with plausible values, and what belongs with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Union

Value = Union[str, list[str]]

_SPACE = "resultaat/regiobeeld_2026-07-01.gpkg"
_BAG = "resultaat/regio_noord-limburg.gpkg"
_AREAS = f"{_BAG}|layername=gemeenten"
_PLACES = f"{_BAG}|layername=functionele_gebieden"
_BUILDINGS = f"{_BAG}|layername=panden"
_POINTS = "resultaat/rni_adressen.gpkg"
_DATE = "2026-07-01"
_GRANT: dict[str, Value] = {
    "RECIPIENT": "RIEC Limburg",
    "PURPOSE": "Kiezen waar gemeenten en partners samen naar huisvesting kijken",
    "BASIS": "Convenant huisvesting arbeidsmigranten 2026, artikel 4",
    "EXPIRES": "2027-06-30",
}


@dataclass(frozen=True)
class Example:
    """What the page of an algorithm says besides what the algorithm says itself.

    Attributes:
        values: Parameters of the command line.
        related: Algorithms that go before or after.
        chapter: Heading in the manual, as a link names it.
    """

    values: dict[str, Value]
    related: tuple[str, ...]
    chapter: str


EXAMPLES = {
    "regiobeeld": Example(
        {
            "RNI": "levering.xlsx",
            "BAG": _BAG,
            "GEMEENTEN": _AREAS,
            "CONTEXT": _PLACES,
            "REGION": "Horst aan de Maas, Peel en Maas, Venlo, Venray",
            "PEILDATUM": _DATE,
            "RESOLUTION": "8",
            "FOLDER": "resultaat",
        },
        ("bagophalen", "rniinlezen", "heatmapexport"),
        "stap-5-analyse",
    ),
    "rniinlezen": Example(
        {
            "INPUT": "levering.xlsx",
            "BAG": _BAG,
            "PEILDATUM": _DATE,
            "OUTPUT": _POINTS,
            "OUTPUT_UNMATCHED": "resultaat/rni_niet_gekoppeld.gpkg",
        },
        ("bagophalen", "h3aggregeren", "regiobeeld"),
        "stap-3-rni",
    ),
    "lijstinlezen": Example(
        {
            "INPUT": "vergunningen.xlsx",
            "KIND": "vergunning",
            "BAG": _BAG,
            "PEILDATUM": _DATE,
            "OUTPUT": "resultaat/lijst_vergunningen.gpkg",
            "OUTPUT_UNMATCHED": "resultaat/lijst_niet_gekoppeld.gpkg",
        },
        ("bezetting", "leegstand", "bedrijfswoningen", "vakantieparken"),
        "stap-4-overige-lijsten",
    ),
    "bedrijfswoningen": Example(
        {
            "BAG": _BAG,
            "PANDEN": _BUILDINGS,
            "FUNCTIONEEL": _PLACES,
            "RNI": _POINTS,
            "OUTPUT": "resultaat/bedrijfswoningen.gpkg",
        },
        ("rniinlezen", "vakantieparken", "bezetting"),
        "stap-5-analyse",
    ),
    "vakantieparken": Example(
        {
            "BAG": _BAG,
            "PANDEN": _BUILDINGS,
            "FUNCTIONEEL": _PLACES,
            "RNI": _POINTS,
            "OUTPUT": "resultaat/vakantieparken.gpkg",
        },
        ("contextophalen", "bedrijfswoningen", "bezetting"),
        "stap-5-analyse",
    ),
    "bezetting": Example(
        {"RNI": _POINTS, "BAG": _BAG, "POLICY": "beleid.csv", "OUTPUT": "resultaat/bezetting.gpkg"},
        ("rniinlezen", "lijstinlezen", "leegstand"),
        "stap-5-analyse",
    ),
    "leegstand": Example(
        {"BAG": _BAG, "VACANT": "leegstand.csv", "RNI": _POINTS, "OUTPUT": "resultaat/leegstand.gpkg"},
        ("lijstinlezen", "rniinlezen", "bezetting"),
        "stap-5-analyse",
    ),
    "h3aggregeren": Example(
        {
            "INPUT": _POINTS,
            "DWELLINGS": _BAG,
            "GEMEENTEN": _AREAS,
            "RESOLUTION": "8",
            "OUTPUT": "resultaat/hexagonen.gpkg",
        },
        ("rniinlezen", "hotspots", "kaartproject"),
        "stap-5-analyse",
    ),
    "hotspots": Example(
        {
            "INPUT": "resultaat/hexagonen.gpkg",
            "GEMEENTEN": _AREAS,
            "OUTPUT": "resultaat/hotspots.gpkg",
            "OUTPUT_CLUSTERS": "resultaat/clusters.gpkg",
        },
        ("h3aggregeren", "grensclusters", "verplaatsing"),
        "stap-5-analyse",
    ),
    "grensclusters": Example(
        {
            "INPUT": "resultaat/hotspots.gpkg",
            "GEMEENTEN": _AREAS,
            "BUITENLAND": ["duitsland.gpkg", "belgie.gpkg"],
            "OUTPUT": "resultaat/grensclusters.gpkg",
            "OUTPUT_SHARES": "resultaat/grensclusters_aandelen.gpkg",
        },
        ("hotspots", "verplaatsing"),
        "stap-5-analyse",
    ),
    "verplaatsing": Example(
        {
            "T1": "resultaat/adressen_2025.gpkg",
            "T2": "resultaat/adressen_2026.gpkg",
            "GEMEENTEN": _AREAS,
            "TREATED": "0983",
            "OUTPUT": "resultaat/verplaatsing.gpkg",
        },
        ("rniinlezen", "hotspots", "grensclusters"),
        "verandering-en-verplaatsing",
    ),
    "kaartproject": Example(
        {"WORKSPACE": _SPACE, "TITLE": "Regiobeeld Noord-Limburg", "OUTPUT": "resultaat/regiobeeld.qgz"},
        ("regiobeeld", "h3aggregeren"),
        "de-kaart-lezen",
    ),
    "heatmapexport": Example(
        {
            "WORKSPACE": _SPACE,
            "DWELLINGS": _BAG,
            **_GRANT,
            "SERIES": "rni",
            "LEDGER": "grootboek_rni.sqlite",
            "FOLDER": "delen/riec",
        },
        ("exportcontrole", "heatmapsamenvoegen", "regiobeeld"),
        "stap-6-delen",
    ),
    "heatmapsamenvoegen": Example(
        {"PACKAGES": ["delen/venlo", "delen/venray"], **_GRANT, "FOLDER": "delen/regio"},
        ("heatmapexport", "exportcontrole"),
        "stap-6-delen",
    ),
    "exportcontrole": Example(
        {"PACKAGES": ["delen/riec", "delen/provincie"], "OUTPUT": "geleerd.gpkg"},
        ("heatmapexport", "heatmapsamenvoegen"),
        "stap-6-delen",
    ),
    "bagophalen": Example(
        {"REGION": "noord-limburg", "GUARD": "2000", "FOLDER": "resultaat"},
        ("gebiedenophalen", "contextophalen", "dienstencontrole"),
        "stap-2-brongegevens",
    ),
    "gebiedenophalen": Example(
        {"REGION": "noord-limburg", "GUARD": "2000", "OUTPUT": "resultaat/gemeenten.gpkg"},
        ("bagophalen", "contextophalen"),
        "stap-2-brongegevens",
    ),
    "contextophalen": Example(
        {"REGION": "0983,0984", "OUTPUT": "resultaat/functionele_gebieden.gpkg"},
        ("bagophalen", "vakantieparken", "bedrijfswoningen"),
        "stap-2-brongegevens",
    ),
    "dienstencontrole": Example(
        {"OUTPUT": "diensten.gpkg"},
        ("bagophalen", "contextophalen"),
        "als-het-niet-lukt",
    ),
    "adresopzoeken": Example(
        {"ADDRESS": "Dorpsstraat 12, Weesp", "AGREED": "true"},
        ("rniinlezen", "lijstinlezen"),
        "adressen-die-niet-gekoppeld-zijn",
    ),
}
