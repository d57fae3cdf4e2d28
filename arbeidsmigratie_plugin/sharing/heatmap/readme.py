"""The README of a partner package, in plain Dutch."""

from __future__ import annotations

from ...core.disclosure.package import BORDER, CERTIFICATE, HEATMAP, REST
from ...core.disclosure.publication import Publication
from ...core.sharing_matrix import PUBLIC
from .names import PackageFiles
from .words import classes_only, dutch_day, given_for, valid_until

_TEXT = """\
{title}
{line}

Peildatum: {peildatum}
Gemaakt op: {made_on}
{given}
{valid}


WAT ZIT ERIN?
{contents}
Houd de bestanden bij elkaar in een map: het kaartproject leest de andere bestanden.


HOE OPEN IK HET?
- Alleen kijken: open de .pdf of de .png{html_hint}.
- Met QGIS (3.22 of nieuwer): open de .qgz. De plug-in Arbeidsmigratie is niet nodig.
- Met andere GIS-software: open de .gpkg, laag '{layer}' (RD New, EPSG:28992).
- Met QGIS Server: zet de hele map op de server en wijs de .qgz aan als project.
- De achtergrondkaart van PDOK staat uit. Pas als u haar aanzet, haalt QGIS kaartbeelden op bij PDOK.


WAT BETEKENT EEN GETAL?
{numbers}
  De klassen zijn op elke kaart en voor elke gemeente hetzelfde.
- 'verblijfsobjecten' is het aantal BAG-objecten in gebruik in het gebied{homes}.
- 'sdc_status': 'gepubliceerd' is een hexagoon; 'samengevoegd' is een aantal hexagonen samen.
- 'resolutie' is de H3-resolutie van de hexagoon waar het gebied in ligt; leeg: het gebied is groter dan de grofste
  hexagoon.
- 'cellen' zijn de H3-cellen waaruit het gebied bestaat. 'regio_id' is een naam zonder betekenis; hetzelfde gebied heeft
  in elke kaart dezelfde naam.


WAT BETEKENT EEN GETAL NIET?
- Het is een aanwijzing om verder te kijken, geen vaststelling. Het gaat over een gebied, nooit over een adres of een
  persoon.
- De RNI is vrijwillig, kent alleen het eerste verblijfsadres en wordt niet gecontroleerd. Wie vertrekt, blijft er
  vaak in staan.
- Ook anderen dan arbeidsmigranten staan in de RNI, en niet elke arbeidsmigrant staat erin.
- Waar geen gebied is, is niets gepubliceerd. Het aantal is daar onbekend, en niet nul. Maak er geen 0 van.
- Tel alleen gebieden op die er staan. Een totaal van een gemeente is er niet bij.
- Waarden worden alleen bijgewerkt bij voldoende mutaties. Een waarde die gelijk blijft, kan dus ouder zijn.


WAARVOOR MAG IK HET GEBRUIKEN, EN TOT WANNEER?
{use}
- Probeer niet te achterhalen wat niet is gepubliceerd.
- Vragen? Stel ze aan wie u dit pakket heeft gegeven. Noem daarbij de reeks '{series}' en de peildatum.


HOE IS HET BESCHERMD?
- Er staan geen adressen, personen of huishoudens in, en geen aantal dat niet is afgerond.
- Een gebied staat er alleen in als er genoeg registraties, op genoeg adressen, tussen genoeg woningen zijn, en als geen
  adres of aanbieder er te zwaar in telt. Kleine gebieden zijn samengevoegd, of niet gepubliceerd.
- Voor de export is nagerekend wat iemand met alle eerdere kaarten van deze reeks samen te weten kan komen. Wat daaruit
  kwam, staat in het certificaat.


HOE CONTROLEER IK HET?
- De tabel '{certificate}' in de .gpkg zegt voor wie en waarvoor het pakket is, en wat is gecontroleerd. Wat is
  gecontroleerd, staat ook in het certificaat (.json).
- {rounded}Geen H3-cel komt binnen een gemeente in twee gebieden voor.
- De plug-in Arbeidsmigratie rekent met 'exportcontrole' na wat iemand uit dit pakket kan afleiden, alleen en samen met
  andere pakketten.


BRONNEN
{sources}
"""


_NUMBERS = """\
- 'waarde' is het aantal RNI-registraties in een gebied, afgerond op een veelvoud van {rounding}, naar boven of naar
  beneden. 'marge' zegt hoeveel het er door het afronden hoogstens naast ligt op de dag waarop het is bepaald; dat kan
  een eerdere peildatum zijn. Op een grovere kaart is een waarde de som van afgeronde getallen.
- 'dichtheid_km2' is die waarde gedeeld door de oppervlakte van het gebied. 'klasse' is de klasse in de legenda."""

_NO_NUMBERS = """\
- 'klasse' is de klasse van het aantal RNI-registraties per km2, zoals in de legenda. De getallen zelf zijn niet
  gedeeld: 'waarde' en 'dichtheid_km2' zijn leeg. Leeg is hier niet nul."""


_FOR_RECIPIENT = """\
- Alleen voor het doel hierboven, door de ontvanger hierboven. {valid}.
  Verwijder de bestanden daarna.
- Geef het niet door. Wie het ook nodig heeft, vraagt het aan bij de gever: dan klopt de controle op alle kaarten
  samen."""

_FOR_EVERYBODY = """\
- Deze kaart is openbaar. U mag haar doorgeven en overnemen: noem daarbij de bronnen onderaan en de peildatum.
- {valid}. Gebruik haar daarna niet meer alsof zij actueel is."""


def readme(publication: Publication, files: PackageFiles, made: frozenset[str]) -> str:
    """The README.

    Args:
        publication: What is shared.
        files: Names of the files.
        made: Names of those that are in the package.
    """
    bare = classes_only(publication)
    use = _FOR_EVERYBODY if publication.grant.kind == PUBLIC else _FOR_RECIPIENT
    homes = "" if any(r.verblijfsobjecten is not None for r in publication.regions) else "; hier onbekend (leeg)"
    return _TEXT.format(
        title=publication.title,
        line="=" * len(publication.title),
        peildatum=dutch_day(publication.peildatum),
        made_on=dutch_day(publication.grant.made_on),
        given="\n".join(f"{label}: {text}" for label, text in given_for(publication)),
        valid=valid_until(publication),
        use=use.format(valid=valid_until(publication)),
        contents="\n".join(_contents(files, made)),
        html_hint=", of de .html in een browser (ook zonder internet)" if files.html in made else "",
        layer=HEATMAP,
        numbers=_NO_NUMBERS if bare else _NUMBERS.format(rounding=publication.rounding),
        rounded="" if bare else f"Elke waarde is een veelvoud van {publication.rounding}. ",
        homes=homes,
        series=publication.series,
        certificate=CERTIFICATE,
        sources="\n".join(f"- {source}" for source in publication.sources),
    )


def _contents(files: PackageFiles, made: frozenset[str]) -> list[str]:
    """A line for each file that is there."""
    lines = (
        (files.gpkg, f"de gegevens: laag '{HEATMAP}' en tabel '{CERTIFICATE}'"),
        (files.qgz, "kaartproject voor QGIS"),
        (files.png, "de kaart als plaatje"),
        (files.pdf, "de kaart op A3, om te printen"),
        (files.html, "de kaart in een browser"),
        (files.gemeenten, f"gemeentegrenzen ('{BORDER}') en wat niet is gepubliceerd ('{REST}')"),
        (files.raster, "vloeiend beeld in registraties per km2, gemaakt uit de gepubliceerde waarden"),
        (files.certificaat, "certificaat: wat is gecontroleerd"),
        (files.verantwoording, "gegevens voor een DPIA en het Algoritmeregister"),
        (files.leesmij, "dit bestand"),
    )
    return [f"- {name}: {what}" for name, what in lines if name in made]
