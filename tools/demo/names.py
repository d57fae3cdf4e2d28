"""Street names: themes as districts have them, unique in a place, with the short form of long names.

Ordinary names (Kerkstraat, Molenstraat) occur in many places, as they do in the country.
"""

from __future__ import annotations

from functools import cache

import numpy as np

#: Longest name that fits the address fields of the persons register (NEN 5825).
LONGEST_SHORT_NAME = 24

_STEMS = {
    "bomen": "Eiken Beuken Linden Berken Esdoorn Kastanje Populieren Wilgen Iepen Elzen Acacia Haagbeuk Lijsterbes "
    "Meidoorn Sleedoorn Vlier Hazelaar Taxus Ceder Sparren Dennen Lariks Platanen Jeneverbes Vogelkers Essen",
    "vogels": "Merel Lijster Spreeuwen Kievit Fazanten Patrijzen Koekoek Nachtegaal Leeuwerik Zwaluw IJsvogel "
    "Wielewaal Roodborst Karekiet Fitis Ooievaar Reiger Grutto Wulpen Tureluur Kwartel Specht Uilen Buizerd Havik",
    "bloemen": "Rozen Tulpen Narcissen Anjelier Lelie Dahlia Aster Begonia Fuchsia Papaver Korenbloem Margriet "
    "Madelief Violen Primula Crocus Hyacinten Lavendel Zonnebloem Klaproos Bosanemoon Sleutelbloem Azalea",
    "ambacht": "Smeden Kuipers Wevers Bakkers Molenaars Imkers Herders Klompenmakers Touwslagers Zadelmakers "
    "Mandenmakers Leerlooiers Wagenmakers Turfstekers Schrijnwerkers Pottenbakkers Rietdekkers Hoefsmeden Bleker",
    "water": "IJssel Linge Dommel Vecht Berkel Regge Eem Amstel Dinkel Waal Maas Merwede Vliet Geul Roer Niers "
    "Rulle Zaan Schelde Tjonger Reest Dieze",
    "akker": "Rogge Haver Gerst Tarwe Boekweit Vlas Klaver Luzerne Koolzaad Spelt Gierst Maïs Hop Bieten Karwij "
    "Lupine Serradella Mosterd Hennep Spurrie",
    "edelsteen": "Agaat Amethist Barnsteen Beril Diamant Granaat Jade Jaspis Koraal Kristal Kwarts Lazuur Malachiet "
    "Opaal Parel Robijn Saffier Smaragd Topaas Toermalijn Turkoois Zirkoon",
    "koninklijk": "Prins Bernhard|Prins Maurits|Prins Hendrik|Prins Willem|Koning Willem|Koningin Emma|"
    "Koningin Wilhelmina|Koningin Juliana|Prinses Beatrix|Prinses Irene|Prinses Margriet|Prinses Amalia|"
    "Prinses Alexia|Prinses Ariane|Oranje|Nassau|Wilhelmina|Juliana|Emma",
    "bekend": "Burgemeester Van Dijk|Burgemeester Van den Heuvel|Burgemeester Geurtsen|Pastoor Verhoeckx|"
    "Pastoor Van Gerwen|Dokter Aalbers|Dokter Poelman|Meester Kieviets|Monseigneur Van Rooij tot Zandt|"
    "Kapelaan Nouwens|Zuster Agneta|Notaris Van der Loo|Wethouder Lemmens|Dominee Oosterhof|Baron van Rulle|"
    "Freule Adelheid|Veldwachter Hendriks|Hoofdonderwijzer Peperkamp",
    "kern": "Kerk|Dorps|Molen|School|Nieuw|Hoog|Klooster|Kapel|Toren|Hoofd|Achter|Brouwers|Ridder|Linden|Water|"
    "Zand|Putten|Varkens|Koren|Raadhuis|Markt|Vis|Veer|Wal",
    "bedrijf": "IJzer|Staal|Koper|Ambachts|Industrie|Nijverheids|Handels|Transport|Expeditie|Energie|Techniek|"
    "Logistiek|Ampère|Volta|Röntgen|Edison|Marconi|Watt|Celsius|Coöperatie|Produktie|Metaal|Textiel|Havendijk",
    "land": "Hei|Broek|Peel|Veld|Bos|Zand|Molen|Kapellen|Venne|Donk|Horst|Leem|Turf|Kraaien|Vossen|Hazen|Wolfs|"
    "Reeën|Bever|Zwarte|Haag|Kamp|Beemd|Akker|Gagel|Brem|Ganzen|Eenden|Mortel|Rietven|Grens|Rulle|Kloot|Keizers|"
    "Galgen|Schaaps|Kwikkel|Hommel|Haver|Pijl|Braken|Meer|Ven|Diep|Langven|Kruis",
}
_ENDINGS = {
    "bomen": "laan straat hof dreef singel",
    "vogels": "straat laan hof weg nest",
    "bloemen": "straat hof laan pad plein",
    "ambacht": "gilde hof straat erf",
    "water": "straat laan plein singel hof",
    "akker": "akker veld straat kamp",
    "edelsteen": "straat hof laan erf",
    "koninklijk": "straat laan plein singel",
    "bekend": "straat laan plein weg",
    "kern": "straat plein steeg gang",
    "bedrijf": "weg straat park",
    "land": "weg dijk straat steeg baan pad heide dreef kant hoek",
}
_WHOLE = {
    "kern": "Markt|'t Zand|Brink|Heuvel|Achter de Kerk|Grote Markt|'s-Gravenweg|Oude Koemarkt|Sint-Wobertusplein|"
    "Patiëntiehof|Stationsstraat|Pastorieënpad",
    "land": "Achter de Hei|Op den Bos|'t Hofke|De Hoef|Oude Baan achter de Molenberg|Ter Horst|In de Peel|"
    "Leemkuilsestraat|Grote Heidseweg aan de Beek|De Grote Zeeën|Nieuwe Ontginningsweg Noord|Rulledijk|"
    "'s-Gravenweg|Vennekantsestraat|Duivelsbroekseweg|De Overkant",
}
#: Themes of residential districts.
RESIDENTIAL = ("bomen", "vogels", "bloemen", "ambacht", "water", "akker", "edelsteen", "koninklijk", "bekend")

_SHORTER = (
    ("Burgemeester", "Burg"),
    ("Monseigneur", "Mgr"),
    ("Hoofdonderwijzer", "Hoofdond"),
    ("Veldwachter", "Veldw"),
    ("Wethouder", "Weth"),
    ("Notaris", "Not"),
    ("Koningin", "Kon"),
    ("Pastoor", "Past"),
    ("Dominee", "Ds"),
    ("Dokter", "Dr"),
    ("Nieuwe ", "Nw "),
    ("Grote ", "Gr "),
    (" van den ", " vd "),
    (" Van den ", " vd "),
    (" Van der ", " vd "),
    (" Van ", " v "),
    (" achter de ", " a d "),
    (" aan de ", " a d "),
    (" tot ", " t "),
    ("Ontginnings", "Ontginn"),
)
_SHORTER_ENDINGS = (("straat", "str"), ("plein", "pln"), ("laan", "ln"), ("singel", "sngl"), ("weg", "wg"))


class StreetNames:
    """Names for the streets of one place, each given once.

    Args:
        rng: Source of the choices.
    """

    def __init__(self, rng: np.random.Generator) -> None:
        self._rng = rng
        self._given: set[str] = set()

    def next(self, theme: str) -> str:
        """A name that was not given before.

        Args:
            theme: One of the themes; when it runs out, the names of the open land follow.
        """
        for wanted in (theme, "land"):
            free = [name for name in _candidates(wanted) if name.casefold() not in self._given]
            if free:
                name = free[min(int(self._rng.exponential(len(free) / 3)), len(free) - 1)]
                break
        else:
            number = 1 + sum(name.startswith("ontginning") for name in self._given)
            name = f"Ontginning {number}"
        self._given.add(name.casefold())
        self._given.add((short_name(name) or name).casefold())
        return name


@cache
def _candidates(theme: str) -> tuple[str, ...]:
    """All names of a theme, the usual ones first."""
    stems = _STEMS[theme]
    stems_list = stems.split("|") if "|" in stems else stems.split()
    names = _WHOLE.get(theme, "").split("|") if theme in _WHOLE else []
    for ending in _ENDINGS[theme].split():
        names += [stem + ending for stem in stems_list]
    return tuple(names)


def short_name(name: str) -> str:
    """The name in at most 24 characters, "" where the full name already is.

    Args:
        name: Full name of a street.
    """
    if len(name) <= LONGEST_SHORT_NAME:
        return ""
    short = name
    for whole, brief in _SHORTER:
        if len(short) <= LONGEST_SHORT_NAME:
            break
        short = short.replace(whole, brief, 1)
    for whole, brief in _SHORTER_ENDINGS:
        if len(short) > LONGEST_SHORT_NAME and short.endswith(whole):
            short = short[: -len(whole)] + brief
    return short[:LONGEST_SHORT_NAME].rstrip()
