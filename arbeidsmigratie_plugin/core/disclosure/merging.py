"""One map of several packages: each municipality made its own, and nobody needs the counts of them all in one file.

Published regions of different municipalities share no atom, so a map of them together says what they say apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ..phrases import phrase
from ..refusals import PackagesError
from .certificate import MAKER
from .grant import Grant
from .publication import Publication
from .rules import FEWEST_PERSONS


def merged(publications: Sequence[Publication], grant: Grant, title: str, version: str) -> Publication:
    """The published regions of several packages as one publication.

    Args:
        publications: At least two, of different municipalities.
        grant: For whom, for what, until when; no longer than any of the packages.
        title: Title of the map.
        version: Of the plugin.

    Raises:
        PackagesError: They do not go together.
    """
    _check_alike(publications)
    _check_apart(publications)
    _check_valid(publications, grant)
    regions = sorted((r for made in publications for r in made.regions), key=lambda region: region.regio_id)
    areas = sorted((a for made in publications for a in made.municipalities), key=lambda area: area.gemeentecode)
    return replace(
        publications[0],
        title=title,
        grant=grant,
        resolution=max(made.resolution for made in publications),
        regions=tuple(regions),
        municipalities=tuple(areas),
        certificate=_certificate(publications, grant, version),
        sources=tuple(dict.fromkeys(source for made in publications for source in made.sources)),
    )


def weakest_persons(publication: Publication) -> int:
    """Fewest registrations of a region, as the certificate says; the floor of the rules where it does not.

    Args:
        publication: Of one package or several.
    """
    said = publication.certificate.get("regels", {}).get("registraties")
    return said if isinstance(said, int) else FEWEST_PERSONS


def _check_alike(publications: Sequence[Publication]) -> None:
    """One series, one reference date, one rounding, one grid: else the numbers don't compare."""
    if len(publications) < 2:
        raise PackagesError(
            reason=phrase("there is only one"), remedy=phrase("Give the packages of two or more municipalities")
        )
    for name, values in (
        (phrase("series"), [made.series for made in publications]),
        (phrase("reference dates"), [made.peildatum for made in publications]),
        (phrase("roundings"), [made.rounding for made in publications]),
        (phrase("grids"), [str(made.certificate.get("raster")) for made in publications]),
    ):
        if len(set(values)) > 1:
            told = "" if name == "grids" else f" ({', '.join(str(value) for value in dict.fromkeys(values))})"
            remedy = phrase("Ask each municipality for a package of the same series, date and version")
            raise PackagesError(reason=phrase("they have different {name}{told}", name=name, told=told), remedy=remedy)


def _check_apart(publications: Sequence[Publication]) -> None:
    """A municipality that is in two packages would be there twice, perhaps with other regions."""
    codes = Counter(area.gemeentecode for made in publications for area in made.municipalities)
    codes.update(dict.fromkeys(codes, 0))
    twice = sorted(code for code, count in codes.items() if count > 1)
    if twice:
        reason = phrase("{twice} occurs in more than one", twice=", ".join(twice))
        raise PackagesError(reason=reason, remedy=phrase("Give one package for each municipality"))


def _check_valid(publications: Sequence[Publication], grant: Grant) -> None:
    for made in publications:
        expires = made.grant.expires
        whose = ", ".join(sorted(area.gemeentecode for area in made.municipalities))
        if expires < grant.made_on:
            reason = phrase("that of {whose} was valid until {expires}", whose=whose, expires=expires)
            raise PackagesError(reason=reason, remedy=phrase("Ask for a new one"))
        if expires < grant.expires:
            reason = phrase(
                "that of {whose} is valid until {expires}, before EXPIRES ({asked})",
                whose=whose,
                expires=expires,
                asked=grant.expires,
            )
            raise PackagesError(reason=reason, remedy=phrase("Give EXPIRES {expires} or earlier", expires=expires))


def _certificate(publications: Sequence[Publication], grant: Grant, version: str) -> dict[str, Any]:
    """What was checked, per package; the rules are those of the package with the least strict ones."""
    certificates = [made.certificate for made in publications]
    first = publications[0]
    return {
        "maker": MAKER,
        "versie": version,
        "reeks": first.series,
        "peildatum": first.peildatum,
        "gemaakt_op": grant.made_on,
        "regels": _weakest([certificate.get("regels") or {} for certificate in certificates]),
        "controle": {
            "exact_herleid": sum(_checked(certificates, "exact_herleid")),
            "interval_minstens": min(_checked(certificates, "interval_minstens"), default=None),
            "solver": ", ".join(sorted({str(c.get("controle", {}).get("solver", "")) for c in certificates})),
            "toelichting": "Samengevoegd uit pakketten die elk apart zijn gecontroleerd; hun gebieden overlappen niet.",
        },
        "grootboek": [certificate.get("grootboek") for certificate in certificates],
        "raster": certificates[0].get("raster"),
    }


def _weakest(rules: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Per rule the least strict threshold; none where a package had none."""
    weakest: dict[str, Any] = {}
    for name in dict.fromkeys(name for each in rules for name in each):
        known = [each[name] for each in rules if each.get(name) is not None]
        weakest[name] = min(known) if len(known) == len(rules) else None
    return weakest


def _checked(certificates: Sequence[dict[str, Any]], name: str) -> list[int]:
    """A number of each certificate that has it."""
    found = (certificate.get("controle", {}).get(name) for certificate in certificates)
    return [int(number) for number in found if number is not None]
