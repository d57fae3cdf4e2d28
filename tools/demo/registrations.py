"""Who is registered where, at two reference dates: background, planted locations, clusters and a displacement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .model import Location
from .randomness import stream
from .registers import BagObject, Registers

#: Floor area for one person by which homes above the norm are planted (m2).
NORM = 12
#: Share of the homes with registrations outside planted places.
_BACKGROUND = 0.024
#: Share of the addresses that others take the place of between the two dates.
_CHURN = 0.10
#: Share of the units with registrations, by kind of location.
_UNIT_SHARES = {
    "vakantiepark": 0.42,
    "bedrijfswoning": 0.13,
    "studentencomplex": 0.22,
    "kleine_eenheden": 0.76,
    "logieskamers": 0.7,
}

Counts = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Circle:
    """A planted cluster or area of change.

    Attributes:
        soort: Kind in the truth table.
        subsoort: Variant.
        roles: Villages in whose middle it lies.
        radius: Metres.
        share: Homes with registrations at the first date.
        toelichting: In Dutch.
    """

    soort: str
    subsoort: str
    roles: tuple[str, ...]
    radius: float
    share: float
    toelichting: str


CIRCLES = (
    Circle("cluster", "binnen_gemeente", ("binnen",), 700, 0.21, "Cluster midden in een gemeente."),
    Circle("cluster", "gemeentegrens", ("tweeling noord", "tweeling zuid"), 900, 0.16,
           "Cluster over een gemeentegrens: twee dorpen tegenover elkaar."),
    Circle("cluster", "landsgrens", ("landsgrens",), 750, 0.21, "Cluster binnen 2 km van de Duitse grens."),
    Circle("verplaatsing", "behandeld", ("behandeld",), 700, 0.22,
           "Gebied met een actie tussen de peildata: een derde minder adressen."),
    Circle("verplaatsing", "ontvangend", ("ontvangend",), 700, 0.07,
           "Aangrenzend gebied in de buurgemeente: zoveel adressen meer als er bij de actie verdwenen."),
)  # fmt: skip


@dataclass(frozen=True)
class Registrations:
    """Registrations per object at two dates.

    Attributes:
        first: n counts, one for each object of the registers, at the first date.
        second: The same at the second date.
        vacant: Positions of the homes on the list of vacant homes.
    """

    first: Counts
    second: Counts
    vacant: list[int]


def make_registrations(seed: int, registers: Registers) -> Registrations:
    """Registrations for a region; planted ones become locations of the plan.

    Args:
        seed: Seed of the region.
        registers: Complete; its plan gets locations.
    """
    draft = _Draft(registers, stream(seed, "registrations"))
    draft.planted_units()
    draft.single_objects()
    draft.offices()
    draft.above_norm()
    vacant = draft.vacancy()
    circles = [draft.circle(circle) for circle in CIRCLES]
    draft.background(circles)
    return Registrations(draft.first, draft.second_date(circles), vacant)


class _Draft:
    """Counts while they are being drawn."""

    def __init__(self, registers: Registers, rng: np.random.Generator) -> None:
        self.registers, self.plan, self.rng = registers, registers.plan, rng
        items = registers.objects
        self.first: Counts = np.zeros(len(items), dtype=np.int64)
        self.fixed = np.zeros(len(items), dtype=bool)
        covered = np.array([self.plan.land.gemeenten[registers.gemeente(item)].delivers for item in items])
        self.open = covered & np.array([item.in_use for item in items])
        self.homes = self.open & np.array([item.gebruiksdoel.split(",")[0] == "woonfunctie" for item in items])
        self.points = np.array([(item.x, item.y) for item in items])
        self.limits: Counts = np.array([_limit(item) for item in items])
        #: Upper and lower dwellings and split houses are let more often than others.
        self.weights = np.array([3.0 if item.huisletter or item.toevoeging else 1.0 for item in items])
        soorten = [self.plan.locations[item.location].soort if item.location >= 0 else "" for item in items]
        self.planted = np.array([item.member for item in items]) & ~np.isin(soorten, ["", "afleider"])
        #: Objects among which the registrations of a planted location come and go.
        self.pools = np.array([_pool(self.plan.locations, item) for item in items])

    # Planted locations ----------------------------------------------------------------------------------------

    def planted_units(self) -> None:
        """Part of the units of parks, company dwellings and complexes."""
        for row in np.flatnonzero(self.open):
            item = self.registers.objects[row]
            if not item.member:
                continue
            location = self.plan.locations[item.location]
            share = _UNIT_SHARES.get(location.soort, _UNIT_SHARES.get(location.subsoort, 0.0))
            if self.rng.random() < share:
                self.first[row] = self._group(int(row))

    def single_objects(self) -> None:
        """The main address of a park without units, and the large lodging building."""
        for row in np.flatnonzero(self.open):
            item = self.registers.objects[row]
            subsoort = self.plan.locations[item.location].subsoort if item.member else ""
            if subsoort == "hoofdadres":
                self._fix(row, int(self.rng.integers(55, 95)))
            elif subsoort == "logiesgebouw":
                self._fix(row, int(self.rng.integers(70, 100)))

    def offices(self) -> None:
        """Offices on which an employer registered its people: administrative addresses."""
        rows = self._free(lambda item: item.gebruiksdoel == "kantoorfunctie")
        for row in rows[:6]:
            self._fix(row, int(self.rng.integers(11, 33)))
            self._locate(row, "administratief_adres", "kantoor", "Registraties op een kantoor, waar niemand woont.")

    def above_norm(self) -> None:
        """Homes with more registrations than one for every 12 m2."""
        rows = self._free(lambda item: item.gebruiksdoel == "woonfunctie" and 45 <= item.oppervlakte <= 150)
        for row in rows[:28]:
            item = self.registers.objects[row]
            self._fix(row, item.oppervlakte // NORM + int(self.rng.integers(1, 7)))
            text = f"Woning met meer registraties dan de norm van {NORM} m2 per persoon toelaat."
            self._locate(row, "boven_norm", "woning", text)

    def vacancy(self) -> list[int]:
        """Homes without residents, some of them with registrations; gives all their positions."""
        rows = self._free(lambda item: item.gebruiksdoel == "woonfunctie" and item.oppervlakte >= 40)[:230]
        for row in rows[:36]:
            self._fix(row, self._group(row))
            self._locate(row, "leeg_met_rni", "woning", "Administratief leegstaande woning met registraties.")
        self.fixed[rows] = True
        return sorted(int(row) for row in rows)

    def _free(self, wanted: Callable[[BagObject], bool]) -> list[int]:
        """Positions of objects of a kind that nothing was planted on, in random order."""
        items = self.registers.objects
        rows = [row for row in np.flatnonzero(self.open & ~self.fixed & (self.first == 0)) if items[row].location < 0]
        return [int(row) for row in self.rng.permutation(rows) if wanted(items[row])]

    def _fix(self, row: int, count: int) -> None:
        self.first[row], self.fixed[row] = count, True

    def _locate(self, row: int, soort: str, subsoort: str, text: str) -> None:
        item = self.registers.objects[row]
        street = self.plan.streets[item.street].naam
        naam = f"{street} {item.huisnummer}{item.huisletter} {item.toevoeging}".strip()
        location = Location(soort, subsoort, naam, item.x, item.y, text, eenheden=1)
        item.location, item.member = self.plan.add_location(location), True

    # Clusters and background ----------------------------------------------------------------------------------

    def circle(self, circle: Circle) -> Flags:
        """Registrations in a cluster; gives a mask of the objects in it."""
        centres = [place.centre for place in self.plan.places if place.role in circle.roles]
        x, y = np.mean(centres, axis=0)
        inside = np.hypot(*(self.points - (x, y)).T) <= circle.radius
        naam = " en ".join(place.naam for place in self.plan.places if place.role in circle.roles)
        self.plan.add_location(
            Location(circle.soort, circle.subsoort, naam, float(x), float(y), circle.toelichting, radius=circle.radius)
        )
        self._spread(inside, circle.share)
        return inside

    def background(self, circles: list[Flags]) -> None:
        """A low share of the homes everywhere else."""
        self._spread(~np.logical_or.reduce(circles), _BACKGROUND)

    def _spread(self, where: Flags, share: float) -> None:
        """Registrations on an exact share of the ordinary homes somewhere."""
        rows = np.flatnonzero(where & self._ordinary() & (self.first == 0))
        weights = self.weights[rows] / self.weights[rows].sum()
        for row in self.rng.choice(rows, round(share * len(rows)), replace=False, p=weights):
            self.first[row] = self._group(int(row))

    def _ordinary(self) -> Flags:
        """Homes on which nothing was planted."""
        return self.homes & ~self.fixed & ~self.planted

    def _group(self, row: int) -> int:
        """People on one address: mostly 1 to 4, never above the norm of a home with a known area."""
        size = int(self.rng.choice([1, 2, 3, 4, 5, 6, 8, 10], p=[0.36, 0.25, 0.14, 0.11, 0.06, 0.04, 0.02, 0.02]))
        if size >= 8:
            size += int(self.rng.integers(0, 11))
        return min(size, int(self.limits[row]))

    # The second date ------------------------------------------------------------------------------------------

    def second_date(self, circles: list[Flags]) -> Counts:
        """The counts after ordinary churn everywhere and the displacement between the last two circles."""
        treated, receiving = circles[-2:]
        second = self.first.copy()
        ordinary, elsewhere = self._ordinary(), ~np.logical_or.reduce(circles)
        lost = self._leave(second, treated & ordinary, 1 / 3)
        for inside in (receiving, *circles[:-2], elsewhere):
            pool = inside & ordinary
            self._arrive(second, pool, self._leave(second, pool, _CHURN))
        self._arrive(second, receiving & ordinary, lost)
        for pool_number in np.unique(self.pools[self.pools >= 0]):
            pool = self.open & self.planted & ~self.fixed & (self.pools == pool_number)
            self._arrive(second, pool, self._leave(second, pool, _CHURN))
        self._resize(second)
        return second

    def _leave(self, counts: Counts, pool: Flags, share: float) -> int:
        """Lets a share of the addresses with registrations go; gives how many."""
        rows = np.flatnonzero(pool & (counts > 0))
        gone = self.rng.permutation(rows)[: round(share * len(rows))]
        counts[gone] = 0
        return len(gone)

    def _arrive(self, counts: Counts, pool: Flags, number: int) -> None:
        """Registrations on so many addresses that had none at the first date."""
        free = np.flatnonzero(pool & (counts == 0) & (self.first == 0))
        for row in self.rng.permutation(free)[:number]:
            counts[row] = self._group(int(row))

    def _resize(self, counts: Counts) -> None:
        """One person more or less on some of the addresses that stayed."""
        stayed = (counts == self.first) & (counts > 0) & ~self.fixed
        change = self.rng.choice([-1, 0, 1], len(counts), p=[0.07, 0.86, 0.07])
        possible = stayed & (counts + change >= 1) & (counts + change <= self.limits)
        counts[possible] += change[possible]


def _limit(item: BagObject) -> int:
    """Most people that are drawn for an address: the norm, or 4 where the area is unknown."""
    known = item.oppervlakte not in (0, 1, 999999)
    return max(1, item.oppervlakte // NORM) if known else 4


def _pool(locations: list[Location], item: BagObject) -> int:
    """Number of the location, one number for all company dwellings, -1 outside planted locations."""
    if not item.member:
        return -1
    return len(locations) if locations[item.location].soort == "bedrijfswoning" else item.location
