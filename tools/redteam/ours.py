"""Our own exports of a world, in one process: everything between the files read and the GeoPackage written."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from arbeidsmigratie_plugin.core.arrays import Labels, text
from arbeidsmigratie_plugin.core.disclosure.atoms import BASE_RESOLUTION, Homes
from arbeidsmigratie_plugin.core.disclosure.certificate import certificate
from arbeidsmigratie_plugin.core.disclosure.decide import Asked, Decision, decide
from arbeidsmigratie_plugin.core.disclosure.grant import Grant
from arbeidsmigratie_plugin.core.disclosure.history import History, Series
from arbeidsmigratie_plugin.core.disclosure.publication import MunicipalArea, Publication
from arbeidsmigratie_plugin.core.disclosure.rules import Rules
from arbeidsmigratie_plugin.core.disclosure.snapshot import Rows, homes, snapshot
from arbeidsmigratie_plugin.core.disclosure.territory import Territory, territory
from arbeidsmigratie_plugin.core.disclosure.view import Shown, published
from arbeidsmigratie_plugin.core.errors import ArbeidsmigratieError
from arbeidsmigratie_plugin.core.grid import RD_NEW, RD_TO_WGS84
from arbeidsmigratie_plugin.core.municipalities import Municipalities
from arbeidsmigratie_plugin.sharing.heatmap.classes import density_class
from arbeidsmigratie_plugin.sharing.heatmap.tables import certificate_table, heatmap_table
from arbeidsmigratie_plugin.sources.writing import write

from .baselines import sets_of
from .files import home_ids
from .worlds import Moment, World

_SERIES, _ROUNDING = "rood-team", 5


@dataclass
class Exported:
    """What the exports of a world came to.

    Attributes:
        paths: The GeoPackages.
        refused: Exports that were refused, with the reason.
        rounds: Rounds of repair, of all exports together.
        repeated: Numbers that were repeated from an earlier date.
        figures: Numbers, of all exports together.
    """

    paths: list[Path] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    rounds: int = 0
    repeated: int = 0
    figures: int = 0


@dataclass(frozen=True)
class Export:
    """One export to make.

    Attributes:
        moment: Date.
        codes: Municipalities.
        resolution: Of the display cells.
    """

    moment: Moment
    codes: tuple[str, ...]
    resolution: int


def plan(world: World) -> list[Export]:
    """Two resolutions for overlapping groups of municipalities at every date, in an order that differs by world.

    The finest comes first for each municipality, since it decides the regions; in every fifth world anything does.

    Args:
        world: The region.
    """
    rng = np.random.default_rng(world.seed)
    listed = []
    for moment in world.moments:
        groups = sets_of(world.codes)
        fine = [Export(moment, codes, 8) for codes in groups]
        coarse = [Export(moment, codes, 7) for codes in groups]
        if world.seed % 5 == 0:
            both = fine + coarse
            listed += [both[i] for i in rng.permutation(len(both))]
        else:
            listed += [fine[i] for i in rng.permutation(len(fine))] + [coarse[i] for i in rng.permutation(len(coarse))]
    return listed


def export(folder: Path, world: World, exports: Sequence[Export]) -> Exported:
    """Decides and writes exports one after the other, as a ledger would have them.

    Args:
        folder: Where they go.
        world: The region.
        exports: What is asked.
    """
    out = Exported()
    shots = {m.peildatum: snapshot(rows(world, m), m.peildatum, _secret(world), _SERIES) for m in world.moments}
    found = bag(world)
    history = History(_series())
    lands: dict[tuple[str, ...], Territory] = {}
    for number, asked in enumerate(exports):
        areas, shot = municipalities(world, asked.codes), shots[asked.moment.peildatum]
        frozen = {code: regions for code, regions in history.regions.items() if code in asked.codes}
        if asked.codes not in lands or not set(asked.codes) <= set(frozen):
            lands[asked.codes] = territory(areas, found, frozen)
        land = lands[asked.codes]
        grant = Grant(f"partner {number}", "gemeente", "proef", "proef", "2027-12-31", asked.moment.peildatum)
        question = Asked(grant, asked.resolution, Rules(), f"{asked.moment.peildatum}T00:00:{number:02d}Z")
        try:
            decision = decide(history, shot, land, found, question)
        except ArbeidsmigratieError as error:
            out.refused.append(f"{asked.moment.peildatum} {','.join(asked.codes)} r{asked.resolution}: {error}")
            continue
        history = replace(
            history,
            regions={**history.regions, **decision.regions},
            snapshots={**history.snapshots, shot.digest: shot},
            releases=(*history.releases, decision.release),
        )
        out.paths.append(folder / f"heatmap_{number}_{asked.moment.peildatum}.gpkg")
        _write(out.paths[-1], decision, land, found, areas, asked)
        out.rounds += decision.rounds
        out.repeated += decision.repeated
        out.figures += len(decision.release.figures)
    return out


def _write(path: Path, decision: Decision, land: Territory, found: Homes, areas: Municipalities, asked: Export) -> None:
    how = Shown(asked.resolution, asked.moment.peildatum, density_class)
    shown = published(decision.release.figures, land, land.homes(found), areas, how)
    borders = tuple(MunicipalArea(str(c), str(n), p, 0) for c, n, p in zip(areas.code, areas.name, areas.polygons))
    release = decision.release
    said = certificate(decision, _series(), Rules(), True, (0, ""), "0")
    made = Publication(
        "Proef", _SERIES, release.peildatum, asked.resolution, _ROUNDING, release.grant, shown, borders, said, ()
    )
    write(path, [replace(heatmap_table(made), style=""), certificate_table(made, said)], indexed=False)


def _series() -> Series:
    return Series(_SERIES, Rules(), BASE_RESOLUTION, RD_TO_WGS84, _ROUNDING)


def rows(world: World, moment: Moment) -> Rows:
    """Address points as the product reads them.

    Args:
        world: The region.
        moment: Registrations.
    """
    at, ids = moment.homes, np.array(home_ids(world), dtype=object)
    providers = [f"A{p}" if p else "" for p in world.providers[at].tolist()]
    codes = Labels(np.array(world.codes, dtype=object), world.municipality[at])
    persons = moment.persons.astype(np.float64)
    return Rows(ids[at], text(providers), world.x[at], world.y[at], RD_NEW, codes, persons)


def bag(world: World) -> Homes:
    """BAG objects per atom, as the product counts them.

    Args:
        world: The region.
    """
    codes = Labels(np.array(world.codes, dtype=object), world.municipality)
    return homes([(world.x, world.y, RD_NEW, codes)])


def municipalities(world: World, codes: Sequence[str]) -> Municipalities:
    """Areas as the product reads them.

    Args:
        world: The region.
        codes: The municipalities.
    """
    at = [world.codes.index(code) for code in codes]
    names = [f"Proefgemeente {code}" for code in codes]
    return Municipalities(text(list(codes)), text(names), world.polygons[at])


def _secret(world: World) -> bytes:
    return hashlib.sha256(f"rood team {world.seed}".encode()).digest()
