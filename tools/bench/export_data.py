"""Generated data for the benchmark of an export: homes, municipalities, registrations, and a full ledger."""

from __future__ import annotations

import shutil
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import numpy as np
import shapely

from arbeidsmigratie_plugin.core.arrays import Integers
from arbeidsmigratie_plugin.core.disclosure.atoms import BASE_RESOLUTION
from arbeidsmigratie_plugin.core.disclosure.decide import Asked, decide, frozen_levels
from arbeidsmigratie_plugin.core.disclosure.grant import Grant
from arbeidsmigratie_plugin.core.disclosure.history import Series
from arbeidsmigratie_plugin.core.disclosure.rules import Rules
from arbeidsmigratie_plugin.core.disclosure.snapshot import snapshot
from arbeidsmigratie_plugin.core.disclosure.territory import territory
from arbeidsmigratie_plugin.core.geometry import point_wkb, to_wkb
from arbeidsmigratie_plugin.core.grid import RD_TO_WGS84
from arbeidsmigratie_plugin.core.tables import Column, Table
from arbeidsmigratie_plugin.sources.handover import hand_over
from arbeidsmigratie_plugin.sources.objects import bag_layers, dwelling_points, read_municipalities
from arbeidsmigratie_plugin.sources.secrets import SecretStore
from arbeidsmigratie_plugin.sources.sharing_points import read_homes, read_rows
from arbeidsmigratie_plugin.sources.starting import open_or_start
from arbeidsmigratie_plugin.sources.vector import OgrLayer
from arbeidsmigratie_plugin.sources.writing import write
from tools.bench.data import positions

OBJECTS, ADDRESSES, REGISTRATIONS = 300_000, 11_000, 20_000
DATES = 12
RECIPIENTS = ("RIEC Limburg", "Gemeente Proefstad")
SERIES, RESOLUTION = "bench", 8

_SEED = 2026
_COLUMNS, _ROWS = 5, 3
_WEST, _SOUTH, _WIDE, _HIGH = 160_000.0, 370_000.0, 12_000.0, 20_000.0
_CHURN = 0.05
_LARGE = 40


class NoVault:
    """Outside QGIS there is no authentication database: secrets go to a file of the profile."""

    def open(self) -> bool:
        """Never."""
        return False

    def put(self, name: str, value: str) -> bool:
        """Never kept."""
        return False

    def get(self, name: str) -> str:
        """Nothing."""
        return ""


def peildatum(number: int) -> str:
    """The first of a month.

    Args:
        number: Of the date, from 0.
    """
    return date(2025 + number // 12, 1 + number % 12, 1).isoformat()


def registered(number: int) -> tuple[Integers, Integers]:
    """Homes with registrations at a date, and how many: heavy-tailed, a part other than the month before.

    Args:
        number: Of the date, from 0.
    """
    rng = np.random.default_rng(_SEED)
    state = np.zeros(OBJECTS, dtype=np.int64)
    state[rng.choice(OBJECTS, ADDRESSES, replace=False)] = _persons(rng, ADDRESSES)
    for _ in range(number):
        here, free = rng.permutation(np.flatnonzero(state)), rng.permutation(np.flatnonzero(state == 0))
        part = int(_CHURN * ADDRESSES)
        state[free[:part]] = state[here[:part]]
        state[here[:part]] = 0
        state[here[part : 2 * part]] = rng.permutation(state[here[part : 2 * part]])
    homes = np.flatnonzero(state)
    return homes, state[homes]


def _persons(rng: np.random.Generator, n: int) -> Integers:
    """One each, large locations, and the rest to those who have more than one."""
    persons = np.ones(n, dtype=np.int64)
    large = rng.choice(n, _LARGE, replace=False)
    persons[large] = np.exp(rng.uniform(np.log(20), np.log(150), _LARGE)).astype(np.int64)
    more = rng.choice(n, max(REGISTRATIONS - int(persons.sum()), 0), p=_weights(rng, n))
    return persons + np.bincount(more, minlength=n)


def _weights(rng: np.random.Generator, n: int) -> np.ndarray:
    weight = rng.pareto(1.5, n) + 0.1
    return np.asarray(weight / weight.sum())


def write_bag(path: Path) -> None:
    """The homes."""
    x, y = positions(OBJECTS)
    columns = (
        Column("identificatie", "text", _ids(np.arange(OBJECTS))),
        Column("status", "text", ["Verblijfsobject in gebruik"] * OBJECTS),
        Column("gebruiksdoel", "text", ["woonfunctie"] * OBJECTS),
    )
    write(path, [Table("verblijfsobject", columns, "Point", point_wkb(x, y))])


def write_municipalities(path: Path) -> None:
    """Fifteen municipalities in five columns and three rows."""
    at = [(column, row) for row in range(_ROWS) for column in range(_COLUMNS)]
    boxes = [
        shapely.box(_WEST + c * _WIDE, _SOUTH + r * _HIGH, _WEST + (c + 1) * _WIDE, _SOUTH + (r + 1) * _HIGH)
        for c, r in at
    ]
    codes = [f"98{number:02d}" for number in range(len(at))]
    columns = (Column("code", "text", codes), Column("naam", "text", [f"Proefgemeente {code}" for code in codes]))
    write(path, [Table("gemeentegebied", columns, "MultiPolygon", to_wkb(np.array(boxes)))])


def write_registrations(path: Path, number: int) -> None:
    """Address points at a date."""
    x, y = positions(OBJECTS)
    homes, persons = registered(number)
    columns = (
        Column("adresseerbaarobject_id", "text", _ids(homes)),
        Column("registraties", "integer", persons),
        Column("peildatum", "text", [peildatum(number)] * len(homes)),
    )
    write(path, [Table("rni_adressen", columns, "Point", point_wkb(x[homes], y[homes]))])


def _ids(numbers: Integers) -> list[str]:
    return [f"980101{number:010d}" for number in numbers.tolist()]


def fill_ledger(folder: Path) -> None:
    """A profile's memory and a ledger with an export to two recipients at each of twelve dates.

    Args:
        folder: Gets grootboek.sqlite and profiel.
    """
    shutil.rmtree(folder, ignore_errors=True)
    draft = folder.with_name(f"{folder.name}.maken")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    areas_file, bag_file = draft / "gemeenten.gpkg", draft / "bag.gpkg"
    write_municipalities(areas_file)
    write_bag(bag_file)
    areas = read_municipalities(OgrLayer(areas_file, "gemeentegebied"))
    homes = read_homes(dwelling_points(bag_layers(bag_file, only_bag=False)), areas)
    series = Series(SERIES, Rules(), BASE_RESOLUTION, RD_TO_WGS84, 5)
    store = SecretStore(draft / "profiel", NoVault())
    for number in range(DATES):
        points = draft / "rni.gpkg"
        write_registrations(points, number)
        rows = read_rows(OgrLayer(points, "rni_adressen"), "registraties", "aanbieder_id", areas).rows
        for turn, recipient in enumerate(RECIPIENTS):
            made_at = datetime.now(timezone.utc) - timedelta(days=(DATES - number) * 7, hours=-turn)
            out = draft / "pakketten"
            out.mkdir(exist_ok=True)
            ledger, secret, _ = open_or_start(draft / "grootboek.sqlite", series, store, made_at, out)
            try:
                with hand_over(ledger, store, out, made_at, lambda step: None) as handover:
                    shot = snapshot(rows, peildatum(number), secret, SERIES)
                    frozen = {code: handover.history.regions[code] for code in frozen_levels(handover.history)}
                    grant = Grant(recipient, "riec", "proef", "proef", "2099-12-31", made_at.date().isoformat())
                    asked = Asked(grant, RESOLUTION, series.rules, made_at.isoformat(timespec="seconds"))
                    decision = decide(handover.history, shot, territory(areas, homes, frozen), homes, asked)
                    name = f"pakket_{number}_{turn}.txt"
                    handover.draft(name).write_text(recipient, encoding="utf-8")
                    handover.complete(decision.release, decision.regions, shot, {})
            finally:
                ledger.close()
            told = f"{decision.repeated} of {len(decision.release.figures)} numbers repeated"
            print(f"  {peildatum(number)} {recipient}: {told}, {decision.rounds} repairs", flush=True)
    draft.replace(folder)


def main(kind: str, target: Path, *sizes: int) -> None:
    """Makes a file, or the ledger.

    Args:
        kind: bag, areas, registrations or ledger.
        target: Where it goes.
        sizes: Of registrations the number of the date.
    """
    if kind == "registrations":
        write_registrations(target, *sizes)
    else:
        {"bag": write_bag, "areas": write_municipalities, "ledger": fill_ledger}[kind](target)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *map(int, sys.argv[3:]))
