"""Generated data for the benchmark, shaped like the Netherlands: towns on a countryside."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import numpy as np
import openpyxl

from arbeidsmigratie_plugin.core.arrays import Floats
from arbeidsmigratie_plugin.core.geometry import point_wkb
from arbeidsmigratie_plugin.core.tables import Column, Table
from arbeidsmigratie_plugin.sources.vector import write

_WEST, _SOUTH, _SIZE = 160000.0, 370000.0, 60000.0
_TOWNS = 120
_SEED = 2026


def positions(n: int) -> tuple[Floats, Floats]:
    """RD coordinates of n addresses in 60 by 60 km (m): three quarters in towns."""
    rng = np.random.default_rng(_SEED)
    town = rng.integers(0, _TOWNS, n)
    centre = rng.uniform(3000, _SIZE - 3000, (_TOWNS, 2))
    spread = rng.uniform(300, 1500, _TOWNS)[town, None]
    inside = centre[town] + rng.normal(0, 1, (n, 2)) * spread
    outside = rng.uniform(0, _SIZE, (n, 2))
    xy = np.where((rng.random(n) < 0.75)[:, None], inside, outside).clip(0, _SIZE)
    return _WEST + xy[:, 0].round(3), _SOUTH + xy[:, 1].round(3)


def write_points(path: Path, n: int) -> None:
    """Address points with the fields that rniinlezen gives."""
    x, y = positions(n)
    columns = (
        Column("adresseerbaarobject_id", "text", [f"980101{i:010d}" for i in range(n)]),
        Column("gemeentecode", "text", [f"98{i % 16:02d}" for i in range(n)]),
        Column("gebruiksdoel", "text", ["woonfunctie"] * n),
        Column("bag_oppervlakte", "real", np.full(n, 80.0)),
        Column("registraties", "integer", np.random.default_rng(_SEED).integers(1, 9, n)),
    )
    write(path, [Table("adressen", columns, "Point", point_wkb(x, y))])


def write_bag(path: Path, n: int) -> None:
    """Verblijfsobjecten, n of them, in the layout of bag-light.gpkg, twenty to a postcode."""
    x, y = positions(n)
    number = np.arange(n)
    columns = (
        Column("identificatie", "text", [f"980101{i:010d}" for i in number]),
        Column("oppervlakte", "integer", np.full(n, 80)),
        Column("status", "text", ["Verblijfsobject in gebruik"] * n),
        Column("gebruiksdoel", "text", ["woonfunctie"] * n),
        Column("openbare_ruimte_naam", "text", [f"Proefstraat {i // 100}" for i in number]),
        Column("openbare_ruimte_naam_kort", "text", [""] * n),
        Column("huisnummer", "integer", 1 + number % 20),
        Column("huisletter", "text", ["A" if i % 7 == 0 else "" for i in number]),
        Column("toevoeging", "text", ["bis" if i % 11 == 0 else "" for i in number]),
        Column("postcode", "text", [_postcode(i // 20) for i in number]),
        Column("woonplaats_naam", "text", [f"Plaats {i // 5000}" for i in number]),
        Column("nummeraanduiding_hoofdadres_identificatie", "text", [f"980120{i:010d}" for i in number]),
        Column("bronhouder_identificatie", "text", ["9801"] * n),
    )
    write(path, [Table("verblijfsobject", columns, "Point", point_wkb(x, y))])


def _postcode(number: int) -> str:
    digits, letters = divmod(number, 676)
    return f"{1000 + digits}{chr(65 + letters // 26)}{chr(65 + letters % 26)}"


def write_delivery(path: Path, rows: int, objects: int) -> None:
    """An Excel delivery of so many rows about so many objects."""
    chance = random.Random(_SEED)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("RNI")
    sheet.append(
        ["01.01.20", "01.02.40", "01.03.10", "16.09.10", "16.11.10", "16.11.20", "16.11.30", "16.11.40", "16.11.60",
         "16.11.70", "16.18.10", "17.01.10"]
    )  # fmt: skip
    for _ in range(rows):
        i = chance.randrange(objects)
        letter, addition = "A" if i % 7 == 0 else None, "bis" if i % 11 == 0 else None
        sheet.append(
            ["111222333", "Proefpersoon", "19800101", "9801", f"Proefstraat {i // 100}", 1 + i % 20, letter, addition,
             _postcode(i // 20), f"Plaats {i // 5000}", None, "0612345678"]
        )  # fmt: skip
    book.save(path)


if __name__ == "__main__":
    kind, target, *sizes = sys.argv[1:]
    {"points": write_points, "bag": write_bag, "delivery": write_delivery}[kind](Path(target), *map(int, sizes))
