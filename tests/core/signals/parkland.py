"""A made stretch of land for tests of holiday parks: units in rows, buildings under them, areas around them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace

import numpy as np
import shapely

from arbeidsmigratie.arbeidsmigratie_plugin.core.arrays import labels
from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.evidence import rule_book
from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.parks import Parks, Seen, find_parks
from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.policy import Policies
from arbeidsmigratie.arbeidsmigratie_plugin.core.stock import Buildings, Stock, Zones
from tests.conftest import ROOT

BOOK = rule_book("vakantieparken", json.loads((ROOT / "resources" / "signals" / "vakantieparken.json").read_text()))

WEST, SOUTH = 200_000.0, 400_000.0
KIND_DIGITS = {"standplaats": "03", "ligplaats": "02"}


@dataclass(frozen=True)
class Thing:
    """An object, the building it is in, and what is registered there."""

    x: float
    y: float
    use: str = "logiesfunctie"
    street: str = "Parklaan"
    postcode: str = "9999AA"
    number: int = 0
    building: int = 0
    size: float = 7.0
    area: float = 50.0
    counted: float = 0.0
    code: str = "9801"

    @property
    def id(self) -> int:
        return int(f"9801{KIND_DIGITS.get(self.use, '01')}{self.number:010d}")


@dataclass
class Land:
    """Things and areas; 'find' looks for parks."""

    things: list[Thing] = field(default_factory=list)
    areas: list[tuple[str, str, str, object]] = field(default_factory=list)

    def add(self, *things: Thing) -> list[Thing]:
        """Adds things, each with a number and, if it says none, a building of its own."""
        new = []
        for thing in things:
            number = thing.number or len(self.things) + 1
            new.append(replace(thing, number=number, building=thing.building or number))
            self.things.append(new[-1])
        return new

    def rows(self, west, south, columns=6, lines=4, step=25.0, **more) -> list[Thing]:
        """Units in rows."""
        spots = [(west + step * c, south + step * r) for r in range(lines) for c in range(columns)]
        return self.add(*(Thing(WEST + x, SOUTH + y, **more) for x, y in spots))

    def area(self, kind, west, south, east, north, name="", number="") -> None:
        """A functional area."""
        shape = shapely.box(WEST + west, SOUTH + south, WEST + east, SOUTH + north)
        self.areas.append((number or str(100 + len(self.areas)), kind, name, shape))

    def stock(self) -> Stock:
        t = self.things
        located = [i for i, thing in enumerate(t) if thing.use not in KIND_DIGITS]
        return Stock(
            ids=np.array([thing.id for thing in t], dtype=np.int64),
            gemeentecode=labels([thing.code for thing in t]),
            gebruiksdoel=labels(["" if thing.use in KIND_DIGITS else thing.use for thing in t]),
            oppervlakte=np.array([thing.area for thing in t], dtype=np.float64),
            straat=labels([thing.street for thing in t]),
            huisnummer=np.arange(len(t), dtype=np.int64) + 1,
            huisletter=labels([""] * len(t)),
            toevoeging=labels([""] * len(t)),
            postcode=labels([thing.postcode for thing in t]),
            woonplaats=labels(["Proefdorp"] * len(t)),
            x=np.array([thing.x for thing in t], dtype=np.float64),
            y=np.array([thing.y for thing in t], dtype=np.float64),
            link_rows=np.array(located, dtype=np.int64),
            link_buildings=np.array([t[i].building for i in located], dtype=np.int64),
        )

    def buildings(self) -> Buildings:
        first: dict[int, Thing] = {}
        for thing in self.things:
            if thing.use not in KIND_DIGITS:
                first.setdefault(thing.building, thing)
        half = [thing.size / 2 for thing in first.values()]
        shapes = [shapely.box(t.x - h, t.y - h, t.x + h, t.y + h) for t, h in zip(first.values(), half)]
        polygons = np.array([*shapes, None], dtype=object)[:-1]
        return Buildings(np.array(list(first), dtype=np.int64), polygons, shapely.area(polygons))

    def zones(self) -> Zones:
        columns = [np.array([*values, None], dtype=object)[:-1] for values in zip(*self.areas)]
        ids, kind, name, shape = columns or [np.empty(0, dtype=object)] * 4
        return Zones(ids, kind, name, np.array([*["2024-05-01"] * len(ids), None], dtype=object)[:-1], shape)

    def find(self, policies=None, **missing) -> Parks:
        """Looks for parks; what is named with None was not given."""
        stock = replace(self.stock(), in_region=missing.get("inside"))
        seen = Seen(
            stock=stock,
            buildings=missing.get("buildings", self.buildings()),
            zones=missing.get("zones", self.zones()),
            counts=missing.get("counts", np.array([thing.counted for thing in self.things], dtype=np.float64)),
            policies=policies or Policies(),
            dates={"BAG": "2026-06-01", "TOP10NL": "2026-05-01", "RNI": "2026-07-01"},
            earlier=missing.get("earlier"),
            borders=missing.get("borders"),
            listed=missing.get("listed"),
        )
        return find_parks(missing.get("book", BOOK), seen)
