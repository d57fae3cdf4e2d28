"""Whose data a layer holds, where it shows that itself; where it does not, nothing is claimed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .recorded import recorded
from .services import Service, service

#: Fields that only Kadaster's gemeentegebied has, per channel.
_OF_KADASTER = ({"identificatie", "ligt_in_provincie_code"}, {"identificatie", "ligtinprovinciecode"})

#: Fields that only the areas of Statistics Netherlands have.
_OF_CBS = {"statcode", "statnaam"}


@dataclass(frozen=True)
class Credit:
    """What a map must say of a source.

    Attributes:
        source: Who made it, and what it is.
        licence: Licence, "" if unknown.
        date: Date of the source, "" if unknown.
    """

    source: str
    licence: str = ""
    date: str = ""


def bag_credit() -> Credit:
    """The BAG, whatever channel it came by."""
    return _credit(service("bag_bestand"))


def functional_credit() -> Credit:
    """Functional areas: only TOP10NL has their types."""
    return _credit(service("top10nl_ogcapi"))


def border_credit(fields: Sequence[str]) -> Credit:
    """Municipal borders.

    Args:
        fields: Of their layer.
    """
    present = {name.lower() for name in fields}
    if any(telltale <= present for telltale in _OF_KADASTER):
        return _credit(service("gemeenten_ogcapi"))
    if present >= _OF_CBS:
        return Credit("CBS en Kadaster, gebiedsindelingen", "CC BY 4.0")
    return Credit("Gemeentegrenzen")


def recorded_credits(path: Path, layer: str) -> list[Credit]:
    """What a file of ours says of a layer itself.

    Args:
        path: The file.
        layer: The layer.
    """
    return [Credit(row.source, row.licence, row.date) for row in recorded(path) if row.layer == layer]


def _credit(found: Service) -> Credit:
    return Credit(found.attribution, found.licence)
