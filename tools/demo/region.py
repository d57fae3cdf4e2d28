"""The region from beginning to end: plan, registers, registrations, files."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from .anomalies import add_anomalies
from .bagfile import write_bag
from .collisions import clear
from .complexes import build_complexes
from .context import name_woods, write_areas, write_gemeenten
from .countryside import build_countryside
from .deliveries import Line, write_csv, write_workbook
from .estates import build_estates
from .greenhouses import build_greenhouses
from .land import make_land
from .model import Plan
from .names import StreetNames
from .parks import build_parks
from .persons import make_persons
from .places import make_places
from .randomness import stream
from .registers import Registers, make_registers
from .registrations import make_registrations
from .roads import make_roads
from .rows import FIRST_DATE, SECOND_DATE, Row, make_rows, persons_in
from .sites import make_woods
from .spelling import Dress, Speller
from .towns import build_town
from .truth import (
    PlantedLocation,
    planted,
    write_counts,
    write_fates,
    write_locations,
    write_objects,
    write_vacancy,
)
from .villages import build_village, claim_village, lay_out_roads
from .waterside import build_waterside

_WORKBOOK = Dress(identifiers=0.66, object_ids=True, ligatures=0.3, lost_zeros=0.5, exponents=0.0)
_CSV = Dress(identifiers=0.42, object_ids=False, ligatures=0.0, lost_zeros=0.3, exponents=0.015)


@dataclass(frozen=True)
class DeliveryFiles:
    """The files of one RNI delivery.

    Attributes:
        peildatum: Reference date.
        xlsx: Excel workbook.
        csv: Semicolon CSV with the same registrations.
        truth: Registrations per object that a perfect import counts.
        fates: Number of rows by what must become of them.
    """

    peildatum: date
    xlsx: Path
    csv: Path
    truth: Path
    fates: Path


@dataclass(frozen=True)
class DemoFiles:
    """Everything that was written.

    Attributes:
        folder: Where it is.
        bag: The BAG, in the layout of bag-light.gpkg.
        gemeenten: Municipalities and the districts across the border.
        areas: Functional areas of the topographic map.
        deliveries: RNI deliveries, oldest first.
        vacancy: List of homes without residents on the second date.
        locations: Truth table of what was planted.
        objects: Truth table of the objects in it.
    """

    folder: Path
    bag: Path
    gemeenten: Path
    areas: Path
    deliveries: tuple[DeliveryFiles, DeliveryFiles]
    vacancy: Path
    locations: Path
    objects: Path


@dataclass(frozen=True)
class Region:
    """A region in memory.

    Attributes:
        seed: What it was made from.
        registers: Its BAG, with the plan.
        deliveries: Rows at each reference date.
        vacant: Positions of the objects on the list of vacant homes.
        locations: What was planted.
    """

    seed: int
    registers: Registers
    deliveries: tuple[tuple[date, list[Row]], ...]
    vacant: list[int]
    locations: list[PlantedLocation]


def make_region(folder: Path, seed: int = 2026) -> DemoFiles:
    """Makes a region and writes all its files.

    Args:
        folder: Made if it does not exist; files of the same name are replaced.
        seed: The same seed gives the same files.

    Returns:
        Where everything is.
    """
    return write_region(build_region(seed), folder)


def build_region(seed: int) -> Region:
    """Makes a region in memory.

    Args:
        seed: The same seed gives the same region.
    """
    registers = make_registers(seed, make_plan(seed))
    add_anomalies(seed, registers)
    registrations = make_registrations(seed, registers)
    first, second = make_rows(seed, registers, registrations)
    deliveries = ((FIRST_DATE, first), (SECOND_DATE, second))
    return Region(seed, registers, deliveries, registrations.vacant, planted(registers))


def make_plan(seed: int) -> Plan:
    """Everything that is built, from the towns outwards.

    Args:
        seed: The same seed gives the same plan.
    """
    land = make_land(seed)
    plan = Plan(land, make_places(seed, land))
    names = [StreetNames(stream(seed, f"names {place.number}")) for place in plan.places]
    villages = [place for place in plan.places if not place.is_town]
    for place in plan.places:
        if place.is_town:
            build_town(seed, plan, place, names[place.number])
        else:
            claim_village(plan, place)
    build_estates(seed, plan, names)
    build_complexes(seed, plan, names)
    make_woods(seed, plan)
    build_greenhouses(seed, plan, names)
    build_parks(seed, plan, names)
    build_waterside(seed, plan, names)
    streets = lay_out_roads(plan, make_roads(seed, plan), names)
    for place in villages:
        build_village(seed, plan, place, streets, names[place.number])
    build_countryside(seed, plan, streets)
    name_woods(seed, plan)
    clear(plan)
    return plan


def write_region(region: Region, folder: Path) -> DemoFiles:
    """Writes all files of a region.

    Args:
        region: What to write.
        folder: Made if it does not exist.
    """
    folder.mkdir(parents=True, exist_ok=True)
    plan = region.registers.plan
    persons = make_persons(region.seed, persons_in(*(rows for _, rows in region.deliveries)))
    deliveries = []
    for day, rows in region.deliveries:
        files = DeliveryFiles(
            peildatum=day,
            xlsx=folder / f"rni_{day}.xlsx",
            csv=folder / f"rni_{day}.csv",
            truth=folder / f"waarheid_rni_{day}.csv",
            fates=folder / f"waarheid_rni_{day}_rijen.csv",
        )
        for path, dress, write in ((files.xlsx, _WORKBOOK, write_workbook), (files.csv, _CSV, write_csv)):
            rng = stream(region.seed, path.name)
            speller = Speller(region.registers, dress, rng)
            lines = [Line(row, persons[row.person] if row.person >= 0 else None, speller.cells(row)) for row in rows]
            write(path, lines, day, rng)
        write_counts(files.truth, region.registers, rows)
        write_fates(files.fates, rows)
        deliveries.append(files)
    demo = DemoFiles(
        folder=folder,
        bag=folder / "bag-light.gpkg",
        gemeenten=folder / "gemeenten.gpkg",
        areas=folder / "functioneel_gebied.gpkg",
        deliveries=(deliveries[0], deliveries[1]),
        vacancy=folder / f"leegstand_{SECOND_DATE}.csv",
        locations=folder / "waarheid_locaties.csv",
        objects=folder / "waarheid_objecten.csv",
    )
    write_bag(demo.bag, region.registers)
    write_gemeenten(demo.gemeenten, plan.land)
    write_areas(demo.areas, region.seed, plan.areas)
    write_vacancy(demo.vacancy, region.registers, region.vacant)
    write_locations(demo.locations, region.locations)
    write_objects(demo.objects, region.locations)
    return demo


def summary(region: Region) -> str:
    """What a region holds, in a few lines.

    Args:
        region: Any region.
    """
    objects, land = region.registers.objects, region.registers.plan.land
    lines = [f"seed {region.seed}: {len(objects)} addressable objects, {len(region.registers.panden)} panden"]
    for number, gemeente in enumerate(land.gemeenten):
        own = sum(region.registers.gemeente(item) == number for item in objects)
        lines.append(f"  {gemeente.code} {gemeente.naam}: {own}{'' if gemeente.delivers else ' (no RNI delivery)'}")
    lines += _counted_lines("objects", Counter(f"{item.kind}: {item.status}" for item in objects))
    lines += _counted_lines("planted", Counter(p.location.soort for p in region.locations))
    for day, rows in region.deliveries:
        lines += _counted_lines(f"RNI {day}, {len(rows)} rows", Counter(row.fate for row in rows))
        lines.append(f"  addresses: {len({row.item for row in rows if row.fate == 'gekoppeld'})}")
    return "\n".join(lines)


def _counted_lines(title: str, counts: Counter[str]) -> list[str]:
    return [title, *(f"  {name}: {number}" for name, number in sorted(counts.items()))]
