"""Small made scenes for highlights: objects, buildings and areas at a place in the open."""

from __future__ import annotations

import json
from dataclasses import dataclass

import numpy as np
import shapely

from arbeidsmigratie.arbeidsmigratie_plugin.core.arrays import labels, text
from arbeidsmigratie.arbeidsmigratie_plugin.core.listed import Listed
from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.evidence import rule_book
from arbeidsmigratie.arbeidsmigratie_plugin.core.stock import Buildings, Stock, Zones
from tests.conftest import ROOT

WEST, EAST = "9801", "9802"


def rules(signal):
    """The rules that the plugin ships."""
    path = ROOT / "resources" / "signals" / f"{signal}.json"
    return rule_book(signal, json.loads(path.read_text(encoding="utf-8")))


@dataclass(frozen=True)
class Thing:
    """An object."""

    x: float
    y: float
    uses: str = "woonfunctie"
    building: int = 0
    area: float = 100.0
    kind: str = "01"
    code: str = WEST


@dataclass(frozen=True)
class Block:
    """A building: a rectangle with its middle."""

    number: int
    x: float
    y: float
    width: float = 10.0
    depth: float = 10.0


def number_of(row, kind="01"):
    """Identifier of the object at a position."""
    return int(f"9801{kind}{row + 1:010d}")


def stock_of(things, links=True):
    """Objects; without links the source does not say in which building they are."""
    n = len(things)
    rows = [row for row, thing in enumerate(things) if links and thing.building]
    empty = labels([""] * n)
    return Stock(
        ids=np.array([number_of(row, thing.kind) for row, thing in enumerate(things)], dtype=np.int64),
        gemeentecode=labels([thing.code for thing in things]),
        gebruiksdoel=labels([thing.uses for thing in things]),
        oppervlakte=np.array([thing.area for thing in things], dtype=float),
        straat=labels(["Proefweg"] * n),
        huisnummer=np.arange(1, n + 1),
        huisletter=empty,
        toevoeging=empty,
        postcode=labels(["9999AA"] * n),
        woonplaats=labels(["Proefdorp"] * n),
        x=np.array([thing.x for thing in things], dtype=float),
        y=np.array([thing.y for thing in things], dtype=float),
        link_rows=np.array(rows, dtype=np.int64),
        link_buildings=np.array([things[row].building for row in rows], dtype=np.int64),
    )


def buildings_of(*blocks):
    """Buildings."""
    boxes = [shapely.box(b.x - b.width / 2, b.y - b.depth / 2, b.x + b.width / 2, b.y + b.depth / 2) for b in blocks]
    outlines = np.array([*boxes, None], dtype=object)[:-1]
    return Buildings(np.array([b.number for b in blocks], dtype=np.int64), outlines, shapely.area(outlines))


def zones_of(*areas):
    """Functional areas: kind, name, and the box west, south, east, north."""
    n = len(areas)
    boxes = np.array([*(shapely.box(*box) for _, _, box in areas), None], dtype=object)[:-1]
    kinds, names = text([kind for kind, _, _ in areas]), text([name for _, name, _ in areas])
    return Zones(text([str(i) for i in range(n)]), kinds, names, text([""] * n), boxes)


def listed_of(*entries):
    """Entries of lists: id, kind, number, date, until, status."""
    ids, kind, number, date, until, status = zip(*entries)
    columns = [text(column) for column in (kind, date, until, status)]
    return Listed(np.array(ids, dtype=np.int64), columns[0], np.array(number, dtype=float), *columns[1:])


def unknown(stock):
    """Registrations that nobody knows."""
    return np.full(len(stock), np.nan)
