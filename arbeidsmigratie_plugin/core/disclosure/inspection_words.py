"""What an inspection found, in Dutch: for the table, the report and whoever has to act on it."""

from __future__ import annotations

from collections.abc import Sequence

from .inspection import Finding, Inspection, Kind, Verdict
from .inspection_owner import Standing


def sentence(finding: Finding) -> str:
    """What is known of a group, and from what.

    Args:
        finding: Of an inspection.
    """
    maps = _joined(finding.packages)
    place = f"het deel van {_joined(finding.areas[:2])}" if finding.outside else _joined(finding.areas[:1])
    place += f" buiten {_joined(finding.outside)}" if finding.outside else ""
    if finding.kind is Kind.SMALL:
        return f"Voor {place} is een klein getal gepubliceerd: {_between(finding)} (in {maps})."
    source = f"Uit {maps} samen" if len(finding.packages) > 1 else f"Uit {maps}"
    return f"{source} volgt voor {place}: {_between(finding)}."


def _between(finding: Finding) -> str:
    if finding.low == finding.high:
        return f"precies {finding.low} {'registratie' if finding.low == 1 else 'registraties'}"
    sure = ", dus er is zeker iemand" if finding.low > 0 else ""
    return f"minstens {finding.low} en hoogstens {finding.high} registraties{sure}"


def reasons(found: Inspection, verdict: Verdict, standings: Sequence[Standing]) -> list[str]:
    """Why the verdict is what it is, and what is to be known of each package.

    Args:
        found: The inspection.
        verdict: What it came to.
        standings: The packages beside the ledger, as far as that was given.
    """
    said = []
    exact, narrow, small = (found.count(kind) for kind in (Kind.EXACT, Kind.NARROW, Kind.SMALL))
    if exact:
        said.append(f"Van {exact} niet gepubliceerde groepen is het aantal precies te berekenen.")
    if narrow:
        said.append(f"Van {narrow} niet gepubliceerde groepen is het aantal tot minder dan 10 te begrenzen.")
    if small:
        said.append(f"In {small} gebieden is een klein getal gepubliceerd.")
    if found.findings and verdict is Verdict.SAFE:
        said.append("Volgens het grootboek voldoen al deze groepen zelf aan de veiligheidsregels.")
    if found.contradictions:
        said.append(f"Over {found.contradictions} groepen spreken de pakketten elkaar tegen.")
    if found.unproven:
        said.append(f"Voor {found.unproven} groepen was er te weinig rekentijd.")
    if not found.figures:
        said.append("Er staan geen getallen in.")
    if not said:
        said.append("Uit deze pakketten samen is van geen enkele kleine groep het aantal te bepalen.")
    for one in standings:
        if not one.known:
            said.append(f"{one.name} staat niet in het grootboek.")
        if one.changed:
            said.append(f"{one.name}: gewijzigd sinds de export: {_joined(one.changed)}.")
        if one.expired:
            said.append(f"{one.name} mag niet meer worden gebruikt: de geldigheid is verlopen.")
    return said


def _joined(names: Sequence[str]) -> str:
    return " en ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else list(names))
