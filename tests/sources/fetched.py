"""Fetching as a run does it, without QGIS's network, and what came of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import numpy as np
import shapely
from qgis.core import QgsProcessingFeedback

from arbeidsmigratie.arbeidsmigratie_plugin.core.area import area_of_polygons
from arbeidsmigratie.arbeidsmigratie_plugin.core.municipalities import municipalities
from arbeidsmigratie.arbeidsmigratie_plugin.sources.areas import Borders
from arbeidsmigratie.arbeidsmigratie_plugin.sources.transport import Patience, Transport
from arbeidsmigratie.arbeidsmigratie_plugin.sources.workspace import Question
from arbeidsmigratie.processing.fetching import fetch_workspace

#: As patient as the default, but quicker.
QUICK = Patience(first_wait=0.02)

NOWHERE = municipalities([], [], np.empty(0, dtype=object))

#: Weesp, and nothing else in the file.
AROUND_WEESP = shapely.box(126_000, 476_000, 136_000, 486_000)

#: What no answer of a channel has.
LACKING = {
    "bestand": set(),
    "ogcapi": {"pandidentificatie", "bouwjaar"},
    "wfs": {"nummeraanduiding_id", "gemeentecode", "straat_kort"},
}


def area(polygon=AROUND_WEESP, guard=0.0):
    return area_of_polygons(np.array([polygon], dtype=object), NOWHERE, guard)


def fetch(
    folder,
    source,
    file=None,
    *,
    where=None,
    buildings=False,
    context=False,
    refresh=False,
    transport=None,
    feedback=None,
    name="weesp",
    about="",
):
    """Runs it; gives the results."""
    where = where or area()
    question = Question(source, file, name, where.guard, buildings, context, about=about)
    transport = transport or Transport(patience=QUICK)
    return fetch_workspace(
        question, lambda: (where, Borders("", "", "")), transport, folder, refresh, feedback or QgsProcessingFeedback()
    )


def rows(path, layer="adressen"):
    """Identifier -> field -> value; 'geom' is a Shapely geometry."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        found = database.execute(f'SELECT * FROM "{layer}"')
        names = [column[0] for column in found.description]
        listed = [dict(zip(names, row)) for row in found]
    key = "adresseerbaarobject_id" if layer == "adressen" else names[2]
    for row in listed:
        row["geom"] = shapely.from_wkb(row["geom"][8:])
        del row["fid"]
    out = {row[key]: row for row in listed}
    assert len(out) == len(listed)
    return out


def differences(found, expected, lacking, tolerance=1e-6):
    """What differs, as texts; none if all objects are the same in all fields that the channel has."""
    out = [f"{key} is too many" for key in found.keys() - expected.keys()]
    out += [f"{key} is missing" for key in expected.keys() - found.keys()]
    both = sorted(found.keys() & expected.keys())
    for name in next(iter(expected.values())).keys() - lacking - {"geom"}:
        out += [
            f"{key}: {found[key][name]!r}, not {expected[key][name]!r}"
            for key in both
            if found[key][name] != expected[key][name]
        ]
    ours, theirs = ([side[key]["geom"] for key in both] for side in (found, expected))
    apart = shapely.hausdorff_distance(ours, theirs)
    out += [f"{key} is {metres} m from its place" for key, metres in zip(both, apart) if not metres <= tolerance]
    return out
