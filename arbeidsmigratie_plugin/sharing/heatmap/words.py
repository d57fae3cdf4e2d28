"""What a package says of itself in plain Dutch: the same words on the map, in the project and in the README."""

from __future__ import annotations

from ...core.disclosure.publication import Publication

THEME = "Registraties per km2"
NOT_PUBLISHED = "niet gepubliceerd (onbekend, niet nul)"

#: No locale of Python or QGIS can be counted on.
_MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober")
_MONTHS += ("november", "december")


def dutch_day(day: str) -> str:
    """A day as people write it: 1 juli 2026.

    Args:
        day: YYYY-MM-DD.
    """
    year, month, number = day.split("-")
    return f"{int(number)} {_MONTHS[int(month) - 1]} {year}"


def valid_until(publication: Publication) -> str:
    """The mark of validity.

    Args:
        publication: What is given.
    """
    return f"Geldig tot en met {dutch_day(publication.grant.expires)}"


def given_for(publication: Publication) -> tuple[tuple[str, str], ...]:
    """For whom, for what and on what ground, as pairs of what it is and what was said.

    Args:
        publication: What is given.
    """
    grant = publication.grant
    return ("Voor", grant.recipient), ("Doel", grant.purpose), ("Grondslag", grant.basis)


def classes_only(publication: Publication) -> bool:
    """Whether the map shows classes, and no numbers.

    Args:
        publication: What is shown.
    """
    return all(region.waarde is None for region in publication.regions)


def meaning(publication: Publication) -> str:
    """What the colours and numbers on the map are.

    Args:
        publication: What is shown.
    """
    if classes_only(publication):
        said = "De kleur is de klasse van het aantal RNI-registraties per km2. De getallen zelf staan er niet bij."
    else:
        said = (
            "Een getal is het aantal RNI-registraties in een gebied, afgerond op een veelvoud van "
            f"{publication.rounding}{_sums(publication)}. De kleur is dat getal per km2."
        )
    return f"{said} Een gebied is een hexagoon, of een aantal hexagonen samen."


def largest_margin(publication: Publication) -> int:
    """By how much rounding can have changed a number at most.

    Args:
        publication: What is shown.
    """
    return max((region.marge or 0 for region in publication.regions), default=0) or publication.rounding - 1


def _sums(publication: Publication) -> str:
    if largest_margin(publication) < publication.rounding:
        return ""
    return ", of de som van zulke getallen"


def caveat() -> str:
    """What a number on the map is not."""
    return (
        "Lees zorgvuldig. De RNI is vrijwillig, kent alleen het eerste verblijfsadres en wordt niet gecontroleerd: de "
        "kaart is een aanwijzing om verder te kijken, geen vaststelling. Ook anderen dan arbeidsmigranten staan in de "
        "RNI. Waarden worden alleen bijgewerkt bij voldoende mutaties. Waar niets is gepubliceerd, is het aantal "
        "onbekend en niet nul."
    )
