"""Two comparable layers, as they say of themselves how they were made."""

from __future__ import annotations

from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.comparability import Facts, Kind

DATES = ("2025-07-01", "2026-07-01")
CODES = ("0901", "0902", "0903", "0904")


def facts(date=DATES[0], **changes):
    usual = {
        "label": "laag",
        "kind": Kind.ADDRESSES,
        "dates": (date,),
        "measures": frozenset({"adressen", "registraties"}),
        "source": "RNI-levering",
        "covered": frozenset(CODES),
        "matched": 97.0,
        "bag_date": "2026-01-01",
    }
    return Facts(**{**usual, **changes})


def hexagons(date=DATES[0], **changes):
    return facts(date, **{"kind": Kind.HEXAGONS, "resolutions": (8,), "pipeline": "+proj=pipeline a", **changes})
