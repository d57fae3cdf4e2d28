"""What was checked, in words that a recipient can keep.

No unrounded number, no parameter of the dominance rules, and of the audit only the norm: how narrow the narrowest
interval is would tell the sum of the two largest addresses of a region, and how many groups were attacked which regions
were renewed.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Optional

from .audit import NARROWEST_ALLOWED
from .decide import Decision
from .history import Series
from .rules import Rules

MAKER = "Arbeidsmigratie"

#: A recipient may know that numbers can be repeated, not which or how many.
_REPEATED = (
    "Een getal wordt alleen vernieuwd als er genoeg is veranderd; anders staat er het getal van een eerdere peildatum."
)


def certificate(
    decision: Decision,
    series: Series,
    rules: Rules,
    homes_known: bool,
    before: tuple[int, str],
    version: str,
    public: Optional[tuple[int, int]] = None,
) -> dict[str, Any]:
    """The certificate of a package, JSON-ready.

    Args:
        decision: What is published.
        series: The series.
        rules: The safety rules of this export.
        homes_known: Whether the BAG was there.
        before: Number and digest of the last entry of the ledger before this export.
        version: Of the plugin.
        public: Of a map of classes: fewest registrations of a region, and what numbers were cut down to a multiple of.
            None for a map that shows the numbers of the series.
    """
    persons, rounding = public or (0, series.rounding)
    return {
        "maker": MAKER,
        "versie": version,
        "reeks": series.name,
        "peildatum": decision.release.peildatum,
        "gemaakt_op": decision.release.grant.made_on,
        "regels": {
            "registraties": max(rules.persons, persons),
            "adressen": rules.addresses if homes_known else max(rules.addresses, rules.addresses_without_homes),
            "woningen": rules.homes if homes_known else None,
            "afronding": rounding,
        },
        "controle": {
            "exact_herleid": 0,
            "interval_minstens": NARROWEST_ALLOWED,
            "solver": decision.audit.solver,
            "toelichting": _REPEATED,
        },
        "grootboek": {"volgnummer_ervoor": before[0], "kop_ervoor": before[1]},
        "raster": {"h3_resolutie": series.base_resolution, "rd_naar_wgs84": series.pipeline},
    }


def owners_certificate(made: dict[str, Any], decision: Decision, rules: Rules) -> dict[str, Any]:
    """The certificate as the data owner and its privacy officer keep it in the ledger: with all parameters.

    Args:
        made: The certificate of the package.
        decision: What is published.
        rules: The safety rules of this export.
    """
    return {
        **made,
        "regels_volledig": asdict(rules),
        "aangevallen_groepen": decision.audit.targets,
        "smalste_interval": decision.audit.narrowest,
        "herhaalde_getallen": decision.repeated,
        "herstelrondes": decision.rounds,
        "opgelost": decision.audit.solves,
        "onderdelen": decision.audit.components,
    }
