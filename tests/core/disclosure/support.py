"""Made-up ground for disclosure control: square municipalities side by side, with addresses and homes on them."""

from __future__ import annotations

import numpy as np

from arbeidsmigratie.arbeidsmigratie_plugin.core import grid
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.atoms import BASE_RESOLUTION, Homes, Snapshot
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.grant import Grant
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.history import History, Series
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.regions import Ground
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.rules import Rules
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.snapshot import Rows, homes, snapshot
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.territory import territory
from arbeidsmigratie.arbeidsmigratie_plugin.core.geometry import shapely_library
from arbeidsmigratie.arbeidsmigratie_plugin.core.lattice import PointIndexer
from arbeidsmigratie.arbeidsmigratie_plugin.core.municipalities import Municipalities, municipalities

SECRET = b"test-secret-not-for-production"
SERIES = "rni-2026"
WEST, SOUTH, SIDE = 128_000.0, 476_000.0, 6_000.0
DATES = ("2026-01-01", "2026-02-01", "2026-03-01")


def areas(count: int = 2) -> Municipalities:
    """Squares of six kilometres, from west to east."""
    shapely = shapely_library()
    squares = [shapely.box(WEST + i * SIDE, SOUTH, WEST + (i + 1) * SIDE, SOUTH + SIDE) for i in range(count)]
    codes = [f"{1001 + i}" for i in range(count)]
    return municipalities(codes, [f"Gemeente {code}" for code in codes], np.array(squares, dtype=object))


def series(**more) -> Series:
    given = {"rules": Rules(), "base_resolution": BASE_RESOLUTION, "pipeline": grid.RD_TO_WGS84, "rounding": 5, **more}
    return Series(SERIES, **given)


def history(**more) -> History:
    return History(series(**more))


def grant(**more) -> Grant:
    given = {
        "recipient": "RIEC Midden",
        "kind": "riec",
        "purpose": "toezicht op huisvesting",
        "basis": "convenant artikel 4",
        "expires": "2027-01-01",
        "made_on": "2026-07-02",
        **more,
    }
    return Grant(**given)


def heavy_tailed(seed: int, count: int = 500, wide: int = 2):
    """Places of addresses in clusters, their registrations, and their names."""
    rng = np.random.default_rng(seed)
    centres = rng.uniform((WEST, SOUTH), (WEST + wide * SIDE, SOUTH + SIDE), (12, 2))
    spread = np.where(rng.random(count) < 0.7, 350.0, 2500.0)
    xy = centres[rng.integers(0, 12, count)] + rng.normal(0, 1, (count, 2)) * spread[:, None]
    xy = np.clip(xy, (WEST + 1, SOUTH + 1), (WEST + wide * SIDE - 1, SOUTH + SIDE - 1))
    persons = np.maximum(1, np.rint(rng.lognormal(0.8, 1.0, count))).astype(float)
    return xy[:, 0], xy[:, 1], persons, np.array([f"adres{i:05d}" for i in range(count)], dtype=object)


def shot(x, y, persons, names, peildatum=DATES[0], where=None, providers=None) -> Snapshot:
    """A snapshot of address points."""
    where = where or areas()
    codes = where.codes_of(None, np.asarray(x, float), np.asarray(y, float))
    given = np.full(len(x), "", dtype=object) if providers is None else np.array(providers, dtype=object)
    rows = Rows(
        np.array(names, dtype=object), given, np.asarray(x, float), np.asarray(y, float), grid.RD_NEW, codes,
        np.asarray(persons, float),
    )  # fmt: skip
    return snapshot(rows, peildatum, SECRET, SERIES)


def homes_around(x, y, where=None, each: int = 8, seed: int = 1) -> Homes:
    """Homes near the addresses, and some everywhere."""
    where = where or areas()
    rng = np.random.default_rng(seed)
    near = np.repeat(np.column_stack([x, y]), each, axis=0) + rng.normal(0, 120, (len(x) * each, 2))
    low, high = (WEST, SOUTH), (WEST + len(where) * SIDE, SOUTH + SIDE)
    xy = np.vstack([near, rng.uniform(low, high, (1500, 2))])
    return homes([(xy[:, 0], xy[:, 1], grid.RD_NEW, where.codes_of(None, xy[:, 0], xy[:, 1]))])


def ground(found: Snapshot, around=None, where=None, frozen=None) -> Ground:
    """The ground of one snapshot."""
    land = territory(where or areas(), around, frozen or {})
    return Ground(land, found, land.find(found.cells, found.codes), land.homes(around))


def churned(x, y, persons, names, seed: int, share: float = 0.1):
    """A month later: a share of the addresses has left, come or changed."""
    rng = np.random.default_rng(seed)
    draw = rng.random(len(x))
    stay = draw > share / 2
    changed = np.where(
        (draw > share / 2) & (draw <= share), np.maximum(1, persons + rng.integers(-3, 4, len(x))), persons
    )
    count = int((~stay).sum())
    at = rng.integers(0, len(x), count)
    new = [f"nieuw{seed}-{i}" for i in range(count)]
    return (
        np.concatenate([x[stay], x[at] + rng.normal(0, 60, count)]),
        np.concatenate([y[stay], y[at] + rng.normal(0, 60, count)]),
        np.concatenate([changed[stay], rng.integers(1, 6, count)]),
        np.concatenate([names[stay], np.array(new, dtype=object)]),
    )


def cells_of(x, y):
    return PointIndexer(grid.RD_NEW, BASE_RESOLUTION).index(np.asarray(x, float), np.asarray(y, float))
