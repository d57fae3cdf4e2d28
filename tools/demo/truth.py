"""Truth tables: what was planted where, and what a perfect import must count. Nothing personal is in them."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from .model import Location
from .registers import BagObject, Registers
from .rows import EMPTY, FATES, Row, counted


@dataclass(frozen=True)
class PlantedLocation:
    """A location as it ended up in the registers.

    Attributes:
        identifier: Its id in the truth tables.
        location: What was planned.
        gemeentecode: Municipality of its middle.
        x: RD New easting of its middle.
        y: RD New northing.
        eenheden: Number of units.
        objects: The BAG objects that belong to it.
    """

    identifier: str
    location: Location
    gemeentecode: str
    x: float
    y: float
    eenheden: int
    objects: tuple[BagObject, ...]


def planted(registers: Registers) -> list[PlantedLocation]:
    """All locations of which something is left, in the order of planting.

    Args:
        registers: Complete, with registrations.
    """
    by_location: dict[int, list[BagObject]] = {}
    for item in registers.objects:
        if item.member and item.in_use:
            by_location.setdefault(item.location, []).append(item)
    points = np.array([(item.x, item.y) for item in registers.objects])
    found: list[PlantedLocation] = []
    for number, location in enumerate(registers.plan.locations):
        items = by_location.get(number, [])
        x, y = location.x, location.y
        if location.radius:
            near = np.flatnonzero(np.hypot(*(points - (x, y)).T) <= location.radius)
            items = [registers.objects[row] for row in near if registers.objects[row].in_use]
        elif len(items) == 1:
            x, y = items[0].x, items[0].y
        eenheden = location.eenheden if location.eenheden >= 0 else len(items)
        if eenheden:
            gemeente = registers.plan.land.gemeenten[registers.plan.gemeente_of(np.array([x, y]))].code
            identifier = f"L{len(found) + 1:04d}"
            found.append(PlantedLocation(identifier, location, gemeente, x, y, eenheden, tuple(items)))
    return found


def write_locations(path: Path, locations: Sequence[PlantedLocation]) -> None:
    """Writes waarheid_locaties.csv.

    Args:
        path: Of the file.
        locations: All of them.
    """
    header = ("id", "soort", "subsoort", "naam", "gemeentecode", "x", "y", "eenheden", "toelichting")
    rows = (
        (
            p.identifier,
            p.location.soort,
            p.location.subsoort,
            p.location.naam,
            p.gemeentecode,
            f"{p.x:.1f}",
            f"{p.y:.1f}",
            p.eenheden,
            _explanation(p.location),
        )
        for p in locations
    )
    _write(path, header, rows)


def _explanation(location: Location) -> str:
    return f"{location.toelichting} Straal {location.radius:.0f} m." if location.radius else location.toelichting


def write_objects(path: Path, locations: Sequence[PlantedLocation]) -> None:
    """Writes waarheid_objecten.csv: which objects belong to which location.

    Args:
        path: Of the file.
        locations: All of them.
    """
    rows = ((item.identificatie, p.identifier, p.location.soort) for p in locations for item in p.objects)
    _write(path, ("adresseerbaarobject_id", "locatie_id", "soort"), rows)


def write_counts(path: Path, registers: Registers, rows: Sequence[Row]) -> None:
    """Writes waarheid_rni_<date>.csv: registrations per object in use.

    Args:
        path: Of the file.
        registers: Complete.
        rows: Of the delivery.
    """
    counts = {registers.objects[item].identificatie: number for item, number in counted(list(rows)).items()}
    _write(path, ("adresseerbaarobject_id", "registraties"), sorted(counts.items()))


def write_fates(path: Path, rows: Sequence[Row]) -> None:
    """Writes waarheid_rni_<date>_rijen.csv: number of rows by what must become of them.

    Args:
        path: Of the file.
        rows: Of the delivery; empty lines are counted apart and are not in the total.
    """
    numbers = Counter(row.fate for row in rows)
    total = sum(number for fate, number in numbers.items() if fate != EMPTY)
    _write(path, ("lot", "rijen"), [(fate, numbers[fate]) for fate in FATES] + [("totaal_zonder_lege", total)])


def write_vacancy(path: Path, registers: Registers, rows: Sequence[int]) -> None:
    """Writes a municipality's list of homes without residents, as its own query would give it.

    Args:
        path: Of the file.
        registers: Complete.
        rows: Positions of the homes.
    """
    header = ("adresseerbaarobject_id", "straat", "huisnummer", "huisletter", "toevoeging", "postcode", "woonplaats")
    items = [registers.objects[row] for row in rows]
    lines = (
        (
            item.identificatie,
            registers.plan.streets[item.street].naam,
            item.huisnummer,
            item.huisletter,
            item.toevoeging,
            item.postcode,
            registers.place(item).naam,
            0,
        )
        for item in items
    )
    _write(path, (*header, "brp_personen"), lines)


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
