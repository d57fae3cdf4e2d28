"""One part of what 'vakantieparken' does, by itself and of all objects: read, join or cluster, write.

Tells the seconds until it is found, and until it is written.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy as np

from arbeidsmigratie_plugin.core.arrays import Integers
from arbeidsmigratie_plugin.core.geometry import point_wkb
from arbeidsmigratie_plugin.core.signals.dbscan import dbscan
from arbeidsmigratie_plugin.core.signals.park_areas import inside
from arbeidsmigratie_plugin.core.stock import Stock, id_texts
from arbeidsmigratie_plugin.core.tables import Column, Table
from arbeidsmigratie_plugin.sources.objects import bag_layers
from arbeidsmigratie_plugin.sources.stock import read_stock, read_zones
from arbeidsmigratie_plugin.sources.vector import OgrLayer, layer_names
from arbeidsmigratie_plugin.sources.writing import write
from tools.bench.highlights import EPS, MIN_SIZE


def joined(stock: Stock, areas: Path) -> Integers:
    """An area of each object, -1 for none."""
    zones = read_zones([OgrLayer(areas, name) for name in layer_names(areas)])
    rows, found = inside(stock.x, stock.y, zones.polygons)
    out = np.full(len(stock), -1, dtype=np.int64)
    out[rows] = found
    return out


def main(name: str, bag: Path, areas: Path, target: Path) -> None:
    """Does the part.

    Args:
        name: join or cluster.
        bag: The objects.
        areas: The functional areas.
        target: Where the result goes.
    """
    started = time.perf_counter()
    stock = read_stock(bag_layers(bag))
    values = joined(stock, areas) if name == "join" else dbscan(stock.x, stock.y, EPS, MIN_SIZE)
    found = time.perf_counter() - started
    columns = (Column("id", "text", id_texts(stock.ids)), Column(name, "integer", values, values < 0))
    write(target, [Table("uit", columns, "Point", point_wkb(stock.x, stock.y))])
    print(found, time.perf_counter() - started)


if __name__ == "__main__":
    main(sys.argv[1], *map(Path, sys.argv[2:]))
