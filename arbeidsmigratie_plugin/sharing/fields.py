"""Fields in plain Dutch: what they are called, in which order they are read, and which are for machines only."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Optional

from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsEditFormConfig,
    QgsVectorLayer,
)

from .clusters import CLUSTERS, HOTSPOTS
from .clusters.abroad import ABROAD
from .clusters.borders import BORDER_CLUSTERS
from .clusters.displacement import DISPLACEMENT
from .clusters.municipal import MUNICIPAL
from .highlights import COMPANY_DWELLINGS, OCCUPANCY, PARKS, VACANCY
from .highlights.listed import LISTED
from .layers import ADDRESSES, FUNCTIONAL_AREAS, HEXAGONS, MUNICIPALITIES, PROVENANCE, UNMATCHED

#: What stands before the name of a field of the comparison where a municipality is joined to it.
COMPARED = "vergeleken_"

#: Tabs of the form that Identify opens.
_READ, _TECHNICAL = "Uitkomst", "Techniek"

#: Field -> what it is called.
ALIASES = {
    "aantal": "Aantal personen, bedden of meldingen",
    "aandeel": "Aandeel adressen met registraties (deel van 1)",
    "aandeel_bovengrens": "Aandeel, hoogste (80 %-interval)",
    "aandeel_eb": "Aandeel, gecorrigeerd voor kleine aantallen",
    "aandeel_ondergrens": "Aandeel, laagste (80 %-interval)",
    "adres": "Adres",
    "adressen": "Adressen met RNI-registraties",
    "adresseerbaarobject_id": "BAG-nummer van het object",
    "afstand_grens_m": "Afstand tot de landsgrens (m)",
    "alleen_gezien": "Ook door een gemeente alleen gezien",
    "bag_oppervlakte": "Oppervlakte volgens de BAG (m²)",
    "bedrijfswoningen": "Mogelijke bedrijfswoningen",
    "beleidsverschil": "Verschil in beleid",
    "bestand": "Bestand of adres van de bron",
    "bewijs": "Waarop de aanwijzing rust",
    "bewoners": "Bewoners volgens de lijst",
    "bezettingsgraad": "Registraties per plaats (1 = vol)",
    "bovengrens": "Verhouding, hoogste (80 %-interval)",
    "bron": "Bron",
    "brondatum": "Datum van de bron",
    "bronnen": "Bronnen",
    "capaciteit": "Personen die passen bij de norm",
    "capaciteit_15": "Personen die passen bij 15 m² (advies)",
    "cellen": "Aantal hexagonen",
    "cluster": "Hoort bij cluster",
    "cluster_id": "Kenmerk van het cluster",
    "clusters": "Clusters",
    "datum": "Datum op de lijst",
    "dekking_buitenland": "Dekking van de lijst over de grens",
    "dichtheid_buitenland": "Locaties per km² over de grens",
    "dichtheid_km2": "Registraties per km²",
    "eenheden": "Eenheden (verblijven)",
    "fijner": "Ook gevonden op een fijner raster",
    "gebruiksdoel": "Gebruiksdoel volgens de BAG",
    "geldig_tot": "Geldig tot en met",
    "gemeentecode": "Gemeentecode (CBS)",
    "gemeentecodes": "Gemeentecodes (CBS)",
    "gemeentedelen": "Verdeling over gemeenten",
    "gemeentenaam": "Gemeente",
    "gemeentenamen": "Gemeenten",
    "grover": "Ook gevonden op een grover raster",
    "h3": "H3-cel",
    "h3_cellen": "H3-cellen",
    "huisletter": "Huisletter",
    "huisnummer": "Huisnummer",
    "in_regio": "Hoort bij de regio",
    "keurmerk_vereist": "Keurmerk vereist",
    "klasse": "Klasse",
    "laag": "Laag",
    "land": "Land",
    "landen": "Landen",
    "leegstand": "Aanwijzingen leegstand",
    "licentie": "Licentie",
    "llr": "Sterkte (log-likelihood)",
    "locaties_buitenland": "Bekende locaties over de grens",
    "lokale_verschuiving": "Verschil met de ontwikkeling van de regio",
    "lokaal_id": "Kenmerk van het gebied",
    "match_niveau": "Gekoppeld op niveau (1 is het zekerst)",
    "methode": "Methode",
    "n1": "Aantal op de eerste peildatum",
    "n2": "Aantal op de tweede peildatum",
    "naam": "Naam",
    "naamnl": "Naam",
    "norm_bron": "Waar de norm staat",
    "norm_m2": "Norm (m² per persoon)",
    "nummeraanduiding_id": "BAG-nummer van de nummeraanduiding",
    "ondergrens": "Verhouding, laagste (80 %-interval)",
    "onzeker": "Onzeker",
    "opgehaald": "Opgehaald of gemaakt op",
    "oppervlakte_km2": "Oppervlakte (km²)",
    "overkant": "Aan de overkant",
    "p": "p-waarde",
    "park_id": "Kenmerk van het park",
    "peildatum": "Peildatum",
    "peildatum_1": "Eerste peildatum",
    "pluginversie": "Versie van de plugin",
    "populatie": "BAG-adressen waarmee is gerekend",
    "postcode": "Postcode",
    "q": "q-waarde (p na correctie voor veel toetsen)",
    "query": "Vraag of instellingen",
    "rand": "Omgeving deels zonder gegevens",
    "rang": "Rang (1 is het sterkst)",
    "recreatie_bewoning": "Bewonen van recreatieverblijven",
    "reden": "Waarom niet gekoppeld",
    "regels": "Regels op de lijst",
    "registraties": "RNI-registraties",
    "resolutie": "H3-resolutie",
    "rijen": "Aantal rijen",
    "rni_geleverd": "RNI geleverd",
    "robuust": "Ook op een ander raster gevonden",
    "score": "Punten van de aanwijzing",
    "sha256": "Controlegetal van het bestand",
    "signaal": "Aanwijzing",
    "soort": "Soort",
    "status": "Status",
    "straat": "Straat",
    "toelichting": "Toelichting",
    "toevoeging": "Toevoeging",
    "typefunctioneelgebied": "Soort gebied",
    "bronactualiteit": "Datum in de bron",
    "uitsluiting": "Mogelijke verklaring",
    "vakantieparken": "Mogelijke vakantieparken",
    "verblijfsobjecten": "BAG-adressen in gebruik",
    "vergelijkbaar": "Zijn de peildata te vergelijken",
    "vergunningplicht": "Vergunning nodig",
    "verhouding": "Verhouding tot wat verwacht is",
    "verhouding_hoog": "Verhouding, hoogste",
    "verhouding_laag": "Verhouding, laagste",
    "verschil": "Verschil tussen de peildata",
    "verwacht": "Verwacht aantal adressen",
    "waargenomen": "Waargenomen aantal adressen",
    "woonplaats": "Woonplaats",
    "z": "z-waarde",
    "zekerheid": "Zekerheid van de aanwijzing",
}

_SIGNAL = ("bewijs", "zekerheid", "uitsluiting", "registraties")
_HOME = ("adres", *_SIGNAL, "gebruiksdoel", "bag_oppervlakte", "bronnen", "peildatum", "score", "gemeentecode")
_SHARE = ("aandeel_eb", "aandeel", "aandeel_ondergrens", "aandeel_bovengrens")
_RATIO = ("verhouding", "ondergrens", "bovengrens")
_POLICY = ("norm_m2", "vergunningplicht", "recreatie_bewoning", "keurmerk_vereist")

#: Fields of the comparison that are joined to the municipalities.
JOINED = (
    *("toelichting", "adressen", "registraties", "verblijfsobjecten", "aandeel", "clusters", "vakantieparken"),
    *("bedrijfswoningen", *_POLICY),
)

#: Kind of layer -> the fields that people read, in this order; all others are technical and come after them.
READ: dict[str, tuple[str, ...]] = {
    HEXAGONS: ("adressen", "registraties", "verblijfsobjecten", *_SHARE, "gemeentecodes", "peildatum"),
    HOTSPOTS: ("klasse", "toelichting", *_RATIO, "waargenomen", "verwacht", "onzeker", "rand", "cluster", "peildatum"),
    CLUSTERS: ("rang", "toelichting", *_RATIO, "adressen", "registraties", "gemeentecodes", "robuust", "peildatum"),
    BORDER_CLUSTERS: (
        *("gemeentenamen", "soort", "toelichting", *_RATIO, "adressen", "registraties", "gemeentedelen"),
        *("beleidsverschil", "landen", "overkant", "afstand_grens_m", "robuust", "peildatum"),
    ),
    DISPLACEMENT: (
        *("gemeentenaam", "toelichting", "n1", "n2", "verschil", "lokale_verschuiving", "vergelijkbaar", "onzeker"),
        *("peildatum_1", "peildatum"),
    ),
    MUNICIPAL: (
        *("gemeentenaam", "toelichting", "adressen", "registraties", "verblijfsobjecten", "aandeel", *_RATIO),
        *("clusters", "vakantieparken", "bedrijfswoningen", *_POLICY, "peildatum"),
    ),
    MUNICIPALITIES: (
        *("gemeentenaam", "rni_geleverd", "in_regio"),
        *(COMPARED + name for name in JOINED),
        "gemeentecode",
    ),
    PARKS: ("naam", "bewijs", "zekerheid", "eenheden", "adressen", "registraties", "bronnen", "peildatum"),
    COMPANY_DWELLINGS: _HOME,
    OCCUPANCY: (*_HOME[:5], "capaciteit", "norm_m2", "norm_bron", "bezettingsgraad", "signaal", *_HOME[5:]),
    VACANCY: (*_HOME[:5], "signaal", "klasse", "bewoners", *_HOME[5:]),
    ADDRESSES: (
        *("postcode", "huisnummer", "huisletter", "toevoeging", "registraties", "gebruiksdoel", "bag_oppervlakte"),
        *("match_niveau", "peildatum"),
    ),
    UNMATCHED: (
        *("reden", "registraties", "straat", "huisnummer", "huisletter", "toevoeging", "postcode", "woonplaats"),
        "peildatum",
    ),
    LISTED: ("soort", "aantal", "status", "datum", "geldig_tot", "regels", "match_niveau", "peildatum"),
    ABROAD: ("naam", "land", "toelichting"),
    FUNCTIONAL_AREAS: ("naamnl", "typefunctioneelgebied", "bronactualiteit"),
    PROVENANCE: ("laag", "bron", "brondatum", "licentie", "bestand", "opgehaald", "rijen", "query"),
}

_ADDRESS = 'concat("postcode", \' \', "huisnummer", "huisletter", \' \' || "toevoeging")'

#: Kind of layer -> how one of its objects is called.
_CALLED = {
    HEXAGONS: "'Gebied in ' || coalesce(\"gemeentecodes\", 'onbekende gemeente') || ' (' || \"h3\" || ')'",
    HOTSPOTS: "coalesce(\"klasse\", 'onbekend')",
    CLUSTERS: "'Cluster ' || \"rang\"",
    BORDER_CLUSTERS: "coalesce(\"gemeentenamen\", 'Gemeente onbekend')",
    DISPLACEMENT: 'coalesce("gemeentenaam", "gemeentecode")',
    MUNICIPAL: '"gemeentenaam"',
    MUNICIPALITIES: '"gemeentenaam"',
    PARKS: "coalesce(\"naam\", 'Park zonder bekende naam')",
    COMPANY_DWELLINGS: 'coalesce("adres", "adresseerbaarobject_id")',
    OCCUPANCY: 'coalesce("adres", "adresseerbaarobject_id")',
    VACANCY: 'coalesce("adres", "adresseerbaarobject_id")',
    ADDRESSES: _ADDRESS,
    UNMATCHED: f"concat(\"straat\", ' ', {_ADDRESS}, ' ', \"woonplaats\")",
    LISTED: '"soort"',
    ABROAD: '"naam"',
    FUNCTIONAL_AREAS: 'coalesce("naamnl", "typefunctioneelgebied")',
    PROVENANCE: '"laag"',
}

#: Said in Dutch in another field, or of no use to anybody.
_HIDDEN = ("fid", "toelichting_en", "bewijs_en")

#: Fields that are yes or no, sentences, and numbers with the decimals that say something.
_FLAGS = ("rni_geleverd", "in_regio", "robuust", "rand", "onzeker", "grover", "fijner", *_POLICY[1:4:2])
_SENTENCES = ("toelichting", "bewijs", "bronnen", "query", "uitsluiting", "beleidsverschil")
_DECIMALS = {
    **dict.fromkeys((*_SHARE, "p", "q"), 3),
    **dict.fromkeys(("oppervlakte_km2", "bezettingsgraad"), 2),
    **dict.fromkeys((*_RATIO, "verwacht", "dichtheid_km2", "lokale_verschuiving", "norm_m2", "z", "llr"), 1),
}

#: Limits of a number in a form, which QGIS wants to know.
_WIDEST = 1_000_000_000

#: Looks of a hexagon layer by count and by share have the same fields.
_SAME = {"hexagonen_aantal": HEXAGONS}


def read_first(kind: str, names: Sequence[str]) -> tuple[list[str], list[str]]:
    """The fields of a layer, those that people read and the technical ones; what is hidden is in neither.

    Args:
        kind: Of layer or style.
        names: Of its fields.
    """
    order = READ.get(_SAME.get(kind, kind), ())
    shown = [name for name in order if name in names]
    return shown, [name for name in names if name not in order and name not in _HIDDEN]


def as_xml(kind: str) -> str:
    """Names, order and hidden fields of a kind of layer, as a style has them; "" if it is not one of ours.

    Args:
        kind: Of layer or style.
    """
    kind = _SAME.get(kind, kind)
    if kind not in READ:
        return ""
    order = [*READ[kind], *(name for name in ALIASES if name not in READ[kind])]
    widgets = "".join(_widget(name) for name in (*order, *_HIDDEN))
    aliases = "".join(f'<alias field="{name}" index="-1" name="{escape(_alias(name))}"/>' for name in order)
    columns = "".join(f'<column type="field" name="{name}" hidden="0" width="-1"/>' for name in order)
    columns += "".join(f'<column type="field" name="{name}" hidden="1" width="-1"/>' for name in _HIDDEN)
    return (
        f"<fieldConfiguration>{widgets}</fieldConfiguration><aliases>{aliases}</aliases>"
        '<attributetableconfig actionWidgetStyle="dropDown" sortExpression="" sortOrder="0">'
        f"<columns>{columns}</columns></attributetableconfig>"
        f"<previewExpression>{_escaped(_CALLED[kind])}</previewExpression>"
    )


def _widget(name: str) -> str:
    """How the value of a field is shown, as a style has it; "" as QGIS would by itself."""
    plain = name[len(COMPARED) :] if name.startswith(COMPARED) else name
    if name in _HIDDEN:
        kind, options = "Hidden", ""
    elif plain in _FLAGS:
        values = "".join(
            f'<Option type="Map"><Option name="{word}" type="QString" value="{value}"/></Option>'
            for word, value in (("ja", 1), ("nee", 0))
        )
        kind, options = "ValueMap", f'<Option name="map" type="List">{values}</Option>'
    elif plain in _SENTENCES:
        kind, options = "TextEdit", '<Option name="IsMultiline" type="bool" value="true"/>'
    elif plain in _DECIMALS:
        kind = "Range"
        options = (
            f'<Option name="Precision" type="int" value="{_DECIMALS[plain]}"/>'
            f'<Option name="Min" type="double" value="-{_WIDEST}"/><Option name="Max" type="double" value="{_WIDEST}"/>'
            '<Option name="Step" type="double" value="1"/><Option name="Style" type="QString" value="SpinBox"/>'
            '<Option name="AllowNull" type="bool" value="true"/>'
        )
    else:
        return ""
    return (
        f'<field name="{name}" configurationFlags="None"><editWidget type="{kind}">'
        f'<config><Option type="Map">{options}</Option></config></editWidget></field>'
    )


def add_form(layer: QgsVectorLayer, kind: str) -> None:
    """Gives a layer a form with what people read on the first tab.

    Args:
        layer: With its fields.
        kind: Of layer or style.
    """
    shown, technical = read_first(kind, layer.fields().names())
    if not shown:
        return
    form = layer.editFormConfig()
    form.clearTabs()
    layouts = getattr(Qgis, "AttributeFormLayout", None)  # since QGIS 3.32
    form.setLayout(layouts.DragAndDrop if layouts else QgsEditFormConfig.EditorLayout.TabLayout)
    for title, names in ((_READ, shown), (_TECHNICAL, technical)):
        if names:
            form.addTab(_tab(title, names, layer, form.invisibleRootContainer()))
    layer.setEditFormConfig(form)


def _tab(
    title: str, names: Sequence[str], layer: QgsVectorLayer, root: Optional[QgsAttributeEditorContainer]
) -> QgsAttributeEditorContainer:
    tab = QgsAttributeEditorContainer(title, root)
    kinds = getattr(Qgis, "AttributeEditorContainerType", None)  # since QGIS 3.32
    if kinds:
        tab.setType(kinds.Tab)
    else:
        tab.setIsGroupBox(False)
    for name in names:
        tab.addChildElement(QgsAttributeEditorField(name, layer.fields().lookupField(name), tab))
    return tab


def _alias(name: str) -> str:
    return ALIASES[name[len(COMPARED) :] if name.startswith(COMPARED) else name]


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
