"""Made series, regions, snapshots and releases for the tests of the ledger. Nobody in them exists."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import numpy as np

from arbeidsmigratie.arbeidsmigratie_plugin.core.arrays import labels
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure import recordkeys
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.atoms import Region, Snapshot
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.grant import Grant
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.history import Figure, FileMade, Release, Series
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.rules import Rules

SECRET = bytes(range(32))
NOW = datetime(2026, 7, 1, 12, 0, tzinfo=timezone.utc)
SERIES = Series("rni-2026", Rules(), 9, "+proj=pipeline +step +inv", 5)
GRANT = Grant("RIEC Midden", "riec", "toezicht op huisvesting", "convenant, artikel 4", "2026-12-31", "2026-07-01")
IDENTITY = "00112233445566778899aabbccddeeff"
CERTIFICATE = {"reeks": "rni-2026", "kleinste_breedte": 12, "sporen": ["ééns", 0.5, None]}


def later(seconds):
    return NOW + timedelta(seconds=seconds)


def cells_of(code, number):
    """So many cells that no other municipality has, in ascending order."""
    return [0x8919_0000_0000_0000 + int(code) * 10**7 + at for at in range(number)]


def partition(code, regions, size=10):
    """So many regions of so many cells."""
    cells = cells_of(code, regions * size)
    return tuple(Region(code, 8, at % 3 == 0, tuple(cells[at * size : (at + 1) * size])) for at in range(regions))


def merged(first, second):
    return Region(first.gemeentecode, 7, True, tuple(sorted(first.cells + second.cells)))


def snapshot(codes=("0457",), addresses=40, peildatum="2026-07-01", seed=1, cells=20, secret=SECRET):
    """So many addresses in the first cells of municipalities."""
    chance = np.random.default_rng(seed)
    code = chance.choice(list(codes), addresses)
    names = [f"{c}-{at}" for at, c in enumerate(code)]
    persons = chance.integers(1, 9, addresses)
    found = Snapshot(
        digest="",
        peildatum=peildatum,
        cells=np.array([cells_of(c, cells)[at % cells] for at, c in enumerate(code)], dtype=np.uint64),
        codes=labels(code.tolist()),
        persons=persons,
        addresses=recordkeys.pseudonyms(secret, "adres", names),
        providers=recordkeys.pseudonyms(secret, "aanbieder", ["" if at % 3 else "x" for at in range(addresses)]),
        keys=recordkeys.address_keys(secret, SERIES.name, names, persons),
    )
    return replace(found, digest=recordkeys.snapshot_digest(secret, found))


def release(shot, regions, value=15, files=(), made_at="2026-07-01T12:00:00+00:00", earlier=None):
    """A release with the same number for all regions but those of which an earlier figure is repeated."""
    repeated = earlier or {}
    figures = tuple(repeated.get(r.regio_id) or Figure(r, shot.digest, value) for r in regions)
    return Release(made_at, GRANT, shot.peildatum, 8, shot.digest, figures, tuple(files))


def file_made(name="heatmap.gpkg"):
    return FileMade(f"/deel/{name}", hashlib.sha256(name.encode()).hexdigest())
