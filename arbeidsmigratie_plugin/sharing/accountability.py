"""What an export has to answer for: the questions of a DPIA, and the fields of the Algoritmeregister.

The fields and their limits are those of the publicatiestandaard 1.0 of the Algoritmeregister (Ministry of BZK); the
questions follow the order of the Model DPIA Rijksdienst. What only the organisation can know is there as null, with a
sentence that says what to fill in. All of it goes with the package: it has published numbers and public rules only,
never the thresholds for the share of one address, nor how much was left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Optional

from ..core.disclosure.publication import Publication
from ..core.sharing_matrix import PUBLIC
from ..version import homepage, version
from .heatmap.words import classes_only, largest_margin

#: Version of the form of the file itself.
FORM = "1.0"

#: Version of the publicatiestandaard of the Algoritmeregister.
STANDARD = "1.0"

#: Field of the Algoritmeregister -> its key in the register's own JSON, and its greatest length; 0 for a choice.
FIELDS: dict[str, tuple[str, int]] = {
    "Naam": ("name", 100),
    "Korte omschrijving": ("description_short", 350),
    "Organisatie": ("organization", 100),
    "Thema": ("category", 0),
    "Status": ("status", 0),
    "Begindatum": ("begin_date", 7),
    "Einddatum": ("end_date", 7),
    "Contactgegevens": ("contact_email", 500),
    "Link naar publiekspagina": ("website", 500),
    "Publicatiecategorie": ("publication_category", 0),
    "Link naar bronregistratie": ("url", 500),
    "Doel en impact": ("goal", 2500),
    "Afwegingen": ("proportionality", 2500),
    "Menselijke tussenkomst": ("human_intervention", 2500),
    "Risicobeheer": ("risks", 2500),
    "Wettelijke basis": ("lawful_basis", 2500),
    "Verwijzingen wettelijke basis": ("lawful_basis_grouping", 0),
    "Link naar verwerkingsregister": ("process_index_url", 500),
    "Impacttoetsen": ("impacttoetsen_grouping", 0),
    "Toelichting op impacttoetsen": ("impacttoetsen", 2500),
    "Gegevens": ("source_data", 2500),
    "Verwijzingen gegevensbronnen": ("source_data_grouping", 0),
    "Technische werking": ("methods_and_models", 5000),
    "Leverancier": ("provider", 200),
    "Link naar broncode": ("publiccode", 500),
    "Taal": ("lang", 0),
    "Versie publicatiestandaard": ("standard_version", 0),
    "Bron-ID": ("source_id", 100),
    "Zoektermen": ("tags", 2500),
}

#: What the organisation fills in itself, in the Algoritmeregister.
_OWN_FIELDS = {
    "Organisatie": "Vul de volledige naam in van de organisatie die de kaart maakt. Elke organisatie heeft een eigen "
    "registratie.",
    "Begindatum": "Vul de maand in waarin uw organisatie hiermee begon, bijvoorbeeld 2026-07.",
    "Einddatum": "Laat leeg zolang uw organisatie dit gebruikt; vul daarna de maand in, bijvoorbeeld 2027-12.",
    "Contactgegevens": "Vul een algemeen e-mailadres of een webpagina in waar mensen vragen kunnen stellen.",
    "Link naar publiekspagina": "Vul de webpagina in waar uw organisatie uitlegt wat zij met deze kaarten doet.",
    "Link naar bronregistratie": "Vul de link in als uw organisatie een eigen algoritmeregister heeft.",
    "Verwijzingen wettelijke basis": "Vul voor elke wet of regeling de titel en de link in.",
    "Link naar verwerkingsregister": "Vul de link in naar deze verwerking in uw openbare verwerkingsregister.",
    "Impacttoetsen": "Vul in welke toetsen zijn gedaan, bijvoorbeeld een DPIA of een IAMA, met een link als die "
    "openbaar is.",
    "Toelichting op impacttoetsen": "Vul in waarom een toets niet is gedaan, als dat zo is.",
    "Verwijzingen gegevensbronnen": "Vul voor elke bron de titel en de link in, bijvoorbeeld naar de BAG bij het "
    "Kadaster.",
    "Bron-ID": "Vul het nummer in dat deze registratie in uw eigen administratie heeft, als dat er is.",
}

#: What the organisation fills in itself, for the DPIA.
_OWN_ANSWERS = {
    "verwerkingsverantwoordelijke": "Vul in welke organisatie verantwoordelijk is, en wie daar aanspreekpunt is.",
    "kenmerk_dpia": "Vul het kenmerk en de datum in van de DPIA waar deze export onder valt.",
    "advies_fg": "Vul in wat de functionaris gegevensbescherming (FG) adviseerde, en wanneer.",
    "bewaartermijn_brongegevens": "Vul in hoe lang uw organisatie de levering en het grootboek bewaart, en waarom.",
    "rechten_van_betrokkenen": "Vul in hoe mensen bij uw organisatie hun gegevens kunnen inzien of laten verbeteren. "
    "De kaart zelf bevat geen gegevens waarin iemand is te vinden.",
    "ondertekening": "Vul in wie de export heeft goedgekeurd (functie), en wanneer.",
}


def accountability(publication: Publication) -> dict[str, Any]:
    """The content of 'verantwoording.json'.

    Args:
        publication: What is exported, with its certificate.

    Returns:
        JSON-ready; in Dutch.
    """
    figure = _figure(publication)
    return {
        "soort": "Verantwoording van een gedeelde kaart",
        "versie": FORM,
        "maker": f"Arbeidsmigratie {version()}",
        "gemaakt_op": publication.grant.made_on,
        "kaart": {
            "titel": publication.title,
            "reeks": publication.series,
            "peildatum": publication.peildatum,
            "h3_resolutie": publication.resolution,
            f"gebieden_met_een_{figure}": len(publication.regions),
            f"gemeenten_met_een_{figure}": [area.gemeentenaam for area in publication.municipalities if area.regions],
            "bronnen": list(publication.sources),
        },
        "dpia": _assessment(publication),
        "algoritmeregister": _register(publication),
    }


def _figure(publication: Publication) -> str:
    """What a region on the map has."""
    return "klasse" if classes_only(publication) else "getal"


# DPIA ----------------------------------------------------------------------------------------------------------------


def _assessment(publication: Publication) -> dict[str, Any]:
    grant = publication.grant
    answers: dict[str, Any] = {
        "doel": grant.purpose,
        "grondslag": grant.basis,
        "ontvanger": {"naam": grant.recipient, "soort": grant.kind},
        **_data(publication),
        "noodzaak": _necessity(publication),
        "geldig_tot": grant.expires,
        "na_afloop": _afterwards(publication),
        "maatregelen": _measures(publication),
        "restrisico": _residual_risk(publication),
        "kwaliteit": "Adressen in de RNI worden vrijwillig opgegeven, meestal alleen bij de eerste inschrijving, en "
        "niet altijd bijgewerkt. De kaart is een aanwijzing, geen oordeel over een gebied of een adres.",
        "logboek": "Deze export heeft een regel in het logboek van verwerkingen van de maker (Logboek "
        "Dataverwerkingen), zonder persoonsgegevens.",
    }
    return {**answers, **dict.fromkeys(_OWN_ANSWERS), "zelf_invullen": dict(_OWN_ANSWERS)}


def _afterwards(publication: Publication) -> str:
    last = publication.grant.expires
    if publication.grant.kind == PUBLIC:
        return f"De kaart is openbaar. Na {last} is ze verouderd, en hoort ze niet meer als actueel te worden gebruikt."
    return f"De ontvanger gebruikt de kaart tot en met {last} en verwijdert daarna alle bestanden van het pakket."


def _data(publication: Publication) -> dict[str, Any]:
    """What goes in and comes out, and whom it is about."""
    return {
        "gegevens_erin": [
            "Per adres: het aantal registraties in de Registratie Niet-Ingezetenen (RNI). Namen, burgerservicenummers, "
            "geboortedata, nationaliteit en andere persoonlijke gegevens zijn bij het inlezen weggelaten.",
            "Uit de Basisregistratie Adressen en Gebouwen (BAG): waar adressen liggen en of ze in gebruik zijn.",
            "De grenzen van gemeenten.",
        ],
        "gegevens_eruit": [
            *_shown(publication),
            f"Een deel van een gemeente zonder {_figure(publication)} is onbekend. Het betekent niet dat daar niemand "
            "staat ingeschreven.",
        ],
        "betrokkenen": "Mensen die met een tijdelijk verblijfsadres in de RNI staan. De kaart gaat over gebieden, niet "
        "over personen. Niemand wordt ergens toe gerekend.",
        "bijzondere_persoonsgegevens": "Geen. Ze worden niet ingelezen.",
    }


def _shown(publication: Publication) -> list[str]:
    if classes_only(publication):
        return [
            "Per gebied: de klasse waarin het aantal registraties per km2 valt; en, als de BAG is gebruikt, het aantal "
            "verblijfsobjecten. Het aantal registraties en de dichtheid zelf zijn weggelaten.",
            "Geen adressen, geen personen en geen totalen.",
        ]
    return [
        f"Per gebied: het aantal registraties, afgerond op een veelvoud van {publication.rounding}; de dichtheid die "
        "daarbij hoort; en, als de BAG is gebruikt, het aantal verblijfsobjecten.",
        "Geen adressen, geen personen en geen totalen. Een totaal is alleen de som van getallen op de kaart.",
    ]


def _necessity(publication: Publication) -> list[str]:
    return [
        f"De ontvanger krijgt alleen wat bij het doel past: gebieden, niet fijner dan H3-resolutie "
        f"{publication.resolution}, en geen adressen.",
        "De deelmatrix van de maker bepaalt per soort ontvanger welk product mag, hoe fijn en hoe lang. De export "
        "houdt zich daaraan.",
        "Met een minder ingrijpend middel (alleen een getal per gemeente) is niet te zien waar binnen de gemeente "
        "aandacht nodig is.",
    ]


def _measures(publication: Publication) -> list[str]:
    return [
        _safety_rules(publication),
        "Er gelden ook regels tegen het herkennen van een adres dat een groot deel van een gebied uitmaakt. Hun "
        "grenzen zijn niet openbaar.",
        "Gebieden die te klein zijn, zijn samengevoegd. Wat daarna nog te klein is, staat niet op de kaart.",
        "De indeling in gebieden ligt vast voor de hele reeks. Twee kaarten van elkaar aftrekken geeft dus geen "
        "kleiner gebied.",
        *_rounded(publication),
        "Bij te weinig verandering gebruikt een latere kaart het oude getal. Bij welk gebied dat zo is, staat er niet "
        "bij: dat zou een verandering verraden.",
        "Voor elke export is nagerekend wat iemand kan afleiden die alle eerdere kaarten van de reeks heeft, de regels "
        "kent en zelf gegevens van een adres heeft.",
        "Alle exports staan in een grootboek bij de maker, dat niet ongemerkt is te wijzigen.",
    ]


def _rounded(publication: Publication) -> list[str]:
    if classes_only(publication):
        return [
            "De kaart toont klassen en geen getallen. Een klasse is bepaald met een getal dat eerst is afgerond met "
            f"een geheime sleutel, en daarna naar beneden op een veelvoud van {publication.rounding}."
        ]
    return [
        f"Getallen zijn afgerond op een veelvoud van {publication.rounding}, met een geheime sleutel. Hetzelfde gebied "
        "met dezelfde registraties krijgt binnen de reeks altijd hetzelfde getal.",
        f"Door het afronden ligt een getal er hoogstens {largest_margin(publication)} naast, op de dag waarop het is "
        "bepaald. Die dag kan een eerdere peildatum zijn.",
        "Een kleur of een kaart zonder scherpe grenzen is alleen met de afgeronde getallen gemaakt.",
    ]


def _safety_rules(publication: Publication) -> str:
    rules, figure = _section(publication.certificate, "regels"), _figure(publication)
    named = [(_whole(rules, name), name) for name in ("registraties", "adressen", "woningen")]
    parts = [f"{fewest} {name}" for fewest, name in named if fewest is not None]
    if not parts:
        return f"Een gebied heeft alleen een {figure} als er genoeg registraties, adressen en woningen zijn."
    return f"Een gebied heeft alleen een {figure} met minstens {_listed(parts)}."


def _residual_risk(publication: Publication) -> list[str]:
    narrowest = _whole(_section(publication.certificate, "controle"), "interval_minstens")
    public = publication.grant.kind == PUBLIC
    shown = (
        "De controle voor deze export is geslaagd: van geen te klein gebied is af te leiden hoeveel registraties er "
        "zijn, of zelfs maar dat er een is."
    )
    if narrowest is not None:
        shown += (
            f" Over wat niet apart is gepubliceerd, blijft altijd een marge van minstens {narrowest} registraties open."
        )
    return [
        shown,
        "Wie al weet dat er in een gebied op de kaart mensen met een RNI-registratie wonen, leest ongeveer hoeveel "
        f"het er {'per km2 ' if classes_only(publication) else ''}zijn. Over een adres of een persoon staat er niets "
        "op de kaart.",
        "Samen met bronnen die de maker niet kent (bijvoorbeeld eigen waarnemingen) kan iemand meer vermoeden dan op "
        "de kaart staat. Daarom zijn doel, ontvanger en geldigheid vastgelegd.",
        "Een gebied op de kaart kan een indruk geven van de mensen die er wonen. "
        + ("Die indruk is geen vaststelling." if public else "Gebruik de kaart alleen voor het doel."),
    ]


def _section(certificate: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = certificate.get(name)
    return found if isinstance(found, Mapping) else {}


def _whole(section: Mapping[str, Any], name: str) -> Optional[int]:
    """An entry that is a whole number."""
    held = section.get(name)
    return held if isinstance(held, int) and not isinstance(held, bool) else None


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} en {parts[-1]}"


# Algoritmeregister ---------------------------------------------------------------------------------------------------


def _register(publication: Publication) -> dict[str, Any]:
    fields = {**_descriptions(publication), **_choices(), **dict.fromkeys(_OWN_FIELDS)}
    return {
        "publicatiestandaard": STANDARD,
        "velden": {name: _fitting(fields[name], longest) for name, (_, longest) in FIELDS.items()},
        "sleutels": {name: key for name, (key, _) in FIELDS.items()},
        "zelf_invullen": dict(_OWN_FIELDS),
    }


def _fitting(value: Any, longest: int) -> Any:
    """A text cut to what the register takes: a user's own words can be longer."""
    return f"{value[: longest - 1]}…" if longest and isinstance(value, str) and len(value) > longest else value


def _choices() -> dict[str, Any]:
    return {
        "Thema": ["Wonen", "Migratie en integratie"],
        "Status": "In gebruik",
        "Publicatiecategorie": "Impactvolle algoritmes",
        "Leverancier": "QGIS-plugin Arbeidsmigratie (open source)",
        "Link naar broncode": homepage(),
        "Taal": "nld",
        "Versie publicatiestandaard": STANDARD,
        "Zoektermen": "huisvesting, tijdelijk verblijf, RNI, registratie niet-ingezetenen, BAG, kaart, heatmap, H3, "
        "statistische beveiliging, convenant",
    }


def _descriptions(publication: Publication) -> dict[str, str]:
    return {
        "Naam": "Kaart maken van RNI-registraties per gebied",
        "Korte omschrijving": "Dit algoritme telt registraties van de RNI per gebied en maakt er een kaart van voor "
        "partners. Het voegt kleine gebieden samen en rondt getallen af. Zo is van niemand en van geen adres te zien "
        "of er een registratie is.",
        "Doel en impact": "Gemeenten en hun partners willen zien in welke gebieden veel mensen met een tijdelijk adres "
        "wonen, om huisvesting en toezicht samen te plannen. Burgers en bedrijven merken niets van de kaart zelf: er "
        "staat geen adres en geen persoon op. Er volgt geen besluit uit. Een partner kan wel kiezen om in een gebied "
        f"beter te kijken. Bij deze export is het doel: {publication.grant.purpose}",
        "Afwegingen": "Met adressen zou een partner meer weten, maar dat is niet nodig voor het plannen en raakt aan "
        f"de privacy van bewoners. Alleen getallen per gemeente zijn te grof. {_middle(publication)} Dat staat bij "
        "elke kaart.",
        "Menselijke tussenkomst": "Een medewerker kiest doel, ontvanger en geldigheid en vraagt de export aan. Het "
        "algoritme neemt geen besluit en wijst geen adressen aan. Wie de kaart leest, beoordeelt zelf wat er speelt en "
        "onderzoekt dat eerst.",
        "Risicobeheer": " ".join([*_measures(publication), *_residual_risk(publication)]),
        "Wettelijke basis": publication.grant.basis,
        "Gegevens": "Aantallen registraties per adres uit de Registratie Niet-Ingezetenen (RNI), zonder namen, "
        "burgerservicenummers, geboortedata of nationaliteit. Adressen uit de Basisregistratie Adressen en Gebouwen "
        "(BAG). Grenzen van gemeenten. Gebruikt bij deze export: " + "; ".join(publication.sources) + ".",
        "Technische werking": _working(publication),
    }


def _middle(publication: Publication) -> str:
    if classes_only(publication):
        return (
            "Een kaart met gebieden en klassen is het midden. Nadeel: sommige gebieden hebben geen klasse, en een "
            "klasse is niet precies."
        )
    return (
        "Een kaart met gebieden en afgeronde getallen is het midden. Nadeel: sommige gebieden hebben geen getal, en "
        "getallen zijn niet precies."
    )


def _working(publication: Publication) -> str:
    bare = classes_only(publication)
    multiple = "vast veelvoud" if bare else f"veelvoud van {publication.rounding}"
    shown = "een klasse" if bare else "een afgerond getal, een klasse en een dichtheid"
    return (
        "Het algoritme is niet zelflerend: het volgt vaste regels. Invoer: aantallen registraties per BAG-adres op de "
        f"peildatum ({publication.peildatum}). Elk adres valt in een zeshoek van het H3-raster (resolutie 9) binnen "
        f"een gemeente. Zeshoeken worden samengenomen tot gebieden van resolutie {publication.resolution} of grover, "
        f"tot elk gebied aan de regels voldoet. {_safety_rules(publication)} De indeling ligt vast per "
        f"reeks. Het aantal per gebied wordt zuiver afgerond op een {multiple}; een sleutel "
        "(HMAC-SHA256) bepaalt of het naar boven of naar beneden gaat, zodat herhalen niets extra verraadt. Voor elke "
        "export rekent een oplosser voor geheeltallige vergelijkingen uit wat iemand uit alle kaarten van de reeks "
        "samen kan afleiden. Is dat te veel, dan worden gebieden verder samengevoegd, of gaat de export niet door. "
        f"Uitvoer: gebieden met {shown}."
    )
