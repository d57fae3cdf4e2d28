"""What a comparison of two dates says, in sentences that can be read out: what fits, never what is proven."""

from __future__ import annotations

from datetime import date

import numpy as np

from .change import Change
from .comparability import Gate, Verdict
from .comparison import Comparison
from .displacement import Outcome, Weights

#: What else makes numbers fall in one place and rise in another.
EXPLANATIONS = (
    ("het seizoen", "the season"),
    ("een nieuwe grote locatie", "a new large site"),
    ("een inschrijfavond of registratieactie", "a registration evening or campaign"),
    ("een ander RNI-loket of een andere werkwijze daar", "another RNI desk, or another way of working there"),
    ("een gemeente die adresonderzoek doet", "a municipality that investigates addresses"),
    ("opgeschoonde dubbele registraties", "duplicates that were cleaned up"),
    (
        "mensen die zich als ingezetene inschreven, waardoor hun RNI-adres vervalt",
        "people who registered as residents, which makes their RNI address disappear",
    ),
)

#: The sentence that goes with every fall that goes with a rise.
FITS = ("past bij verplaatsing, bewijst die niet", "fits displacement, but does not prove it")

#: Dates this many days apart in the year lie in another season.
_SEASON = 45
_YEAR = 365.25

#: Smallest p-value that is written out.
_SMALLEST_P = 0.001


def sentence(found: Comparison, measure: str, dates: tuple[str, str]) -> tuple[str, str]:
    """The conclusion, in Dutch and in English.

    Args:
        found: The comparison.
        measure: 'adressen' or 'registraties'.
        dates: The two reference dates, "" where unknown.
    """
    dutch, english = _observed(found, measure, dates)
    for part in (_net(found), _conclusion(found), _reservation(found), _alternatives(dates)):
        dutch, english = f"{dutch} {part[0]}".rstrip(), f"{english} {part[1]}".rstrip()
    return dutch, english


def _observed(found: Comparison, measure: str, dates: tuple[str, str]) -> tuple[str, str]:
    """What the counts did, in the whole region and in the areas."""
    what = ("adressen met registraties", "addresses with registrations")
    if measure == "registraties":
        what = ("registraties", "registrations")
    one, two = found.region
    when = ("Tussen de twee lagen", "Between the two layers")
    if all(dates):
        when = (f"Tussen {dates[0]} en {dates[1]}", f"Between {dates[0]} and {dates[1]}")
    if np.isnan(one):
        return (
            "Van geen gemeente zijn op beide peildata aantallen bekend.",
            "Of no municipality numbers are known at both dates.",
        )
    dutch = f"{when[0]} ging het aantal {what[0]} in de vergeleken gemeenten van {one:.0f} naar {two:.0f}"
    english = f"{when[1]} the number of {what[1]} in the municipalities compared went from {one:.0f} to {two:.0f}"
    areas = (
        ("het gebied met maatregel", "the treated area", found.finding.treated),
        ("de ring daaromheen", "the ring around it", found.finding.ring),
        ("het vergelijkingsgebied", "the control area", found.finding.control),
    )
    named = [(nl, en, change) for nl, en, change in areas if change is not None]
    if found.finding.treated is None or not named:
        return f"{dutch}.", f"{english}."
    dutch += "; in " + ", in ".join(f"{nl} {_went(change, 'van', 'naar')}" for nl, _, change in named)
    english += "; in " + ", in ".join(f"{en} {_went(change, 'from', 'to')}" for _, en, change in named)
    return f"{dutch}.", f"{english}."


def _went(change: Change, source: str, target: str) -> str:
    return f"{source} {change.first:.0f} {target} {change.second:.0f}"


def _net(found: Comparison) -> tuple[str, str]:
    """The treated area and its ring together, with the error."""
    wdd = found.finding.wdd
    if wdd is None or np.isnan(wdd.se) or found.gate.verdict is not Verdict.GREEN:
        return "", ""
    if found.finding.unequal:
        return _of_unequal_size(found.finding.sizes)
    sized = ("", "") if found.finding.weights is Weights.NONE else (", naar grootte", ", by size")
    value, low, high = (_signed(number, ",") for number in (wdd.value, wdd.low, wdd.high))
    dutch = (
        f"Gebied met maatregel en ring samen, ten opzichte van het vergelijkingsgebied{sized[0]} (WDD): {value}, "
        f"95 %-interval {low} tot {high}."
    )
    value, low, high = (_signed(number, ".") for number in (wdd.value, wdd.low, wdd.high))
    return dutch, (
        f"Treated area and ring together, against the control{sized[1]} (WDD): {value}, 95 % interval {low} to {high}."
    )


def _of_unequal_size(sizes: tuple[float, float]) -> tuple[str, str]:
    """Why the difference is not read out: areas of unequal size differ in growth without anything going on."""
    dutch, english = (
        [f"{size:.1f}".replace(".", point) if np.isfinite(size) else unknown for size in sizes]
        for point, unknown in ((",", "onbekend hoeveel"), (".", "unknown how many"))
    )
    return (
        f"Let op: het vergelijkingsgebied is {dutch[0]} keer zo groot als het gebied met maatregel en {dutch[1]} "
        "keer zo groot als de ring; gewone groei geeft dan al een verschil, daarom staat de WDD hier niet.",
        f"Note: the control is {english[0]} times as large as the treated area and {english[1]} times as large as the "
        "ring; ordinary growth alone makes a difference then, so the WDD is not given here.",
    )


def _conclusion(found: Comparison) -> tuple[str, str]:
    """What that fits; nothing where the layers may not be comparable."""
    finding = found.finding
    if found.gate.verdict is not Verdict.GREEN:
        return (
            "Of de lagen vergelijkbaar zijn staat niet vast: dit beschrijft de aantallen, zonder uitspraak over "
            "verplaatsing.",
            "Whether the layers are comparable is not certain: this describes the numbers and says nothing of "
            "displacement.",
        )
    if finding.outcome is Outcome.UNTESTED:
        return _untested(found)
    p = (_p(finding.p, ","), _p(finding.p, "."))
    if finding.outcome is Outcome.DISPLACEMENT:
        return (
            f"De afname in het gebied met maatregel gaat samen met een toename in de ring, beide meer dan in het "
            f"vergelijkingsgebied ({p[0]}). Dit {FITS[0]}.",
            f"The fall in the treated area goes with a rise in the ring, both more than in the control area ({p[1]}). "
            f"This {FITS[1]}.",
        )
    return _OTHERWISE[finding.outcome]


_OTHERWISE = {
    Outcome.DIFFUSION: (
        "Het gebied met maatregel en de ring namen beide meer af dan het vergelijkingsgebied: dat past bij "
        "uitstraling, niet bij verplaatsing naar de ring, en bewijst geen van beide.",
        "The treated area and the ring both fell more than the control area: that fits diffusion, not displacement to "
        "the ring, and proves neither.",
    ),
    Outcome.FALL: (
        "Het gebied met maatregel nam meer af dan het vergelijkingsgebied; een toename in de ring is niet "
        "aantoonbaar. Dat sluit verplaatsing, ook naar elders, niet uit.",
        "The treated area fell more than the control area; no rise in the ring can be shown. That does not rule out "
        "displacement, there or elsewhere.",
    ),
    Outcome.RISE: (
        "De ring nam meer toe dan het vergelijkingsgebied; een afname in het gebied met maatregel is niet "
        "aantoonbaar. Dat past niet bij verplaatsing uit dat gebied.",
        "The ring rose more than the control area; no fall in the treated area can be shown. That does not fit "
        "displacement from that area.",
    ),
    Outcome.NOTHING: (
        "Een afname in het gebied met maatregel en een toename in de ring zijn niet aantoonbaar. Dat sluit "
        "verplaatsing niet uit.",
        "No fall in the treated area and no rise in the ring can be shown. That does not rule out displacement.",
    ),
}


def _untested(found: Comparison) -> tuple[str, str]:
    """Why there is no test."""
    finding = found.finding
    if finding.treated is None:
        reason = ("geen gebied met maatregel met aantallen", "no treated area with counts")
    elif finding.ring is None:
        reason = ("geen ring met aantallen", "no ring with counts")
    elif finding.control is None:
        reason = ("geen vergelijkingsgebied met aantallen", "no control area with counts")
    else:
        reason = (
            "niet bekend hoe de personen over adressen verdeeld zijn",
            "unknown how the persons are spread over addresses",
        )
    return (
        f"Er is niet getoetst ({reason[0]}): dit beschrijft alleen de aantallen.",
        f"Nothing was tested ({reason[1]}): this only describes the numbers.",
    )


def _reservation(found: Comparison) -> tuple[str, str]:
    """What can't be seen, and why the layers may not be comparable."""
    dutch, english = [], []
    if found.missing:
        listed = ", ".join(found.missing)
        dutch.append(f"Niet geleverd en dus onbekend, niet nul: {listed}; verplaatsing daarheen is niet te zien.")
        english.append(f"Not delivered and so unknown, not zero: {listed}; displacement to there can't be seen.")
    if found.left_out:
        dutch.append(f"Cellen die deels in een niet vergeleken gemeente liggen tellen niet mee: {found.left_out}.")
        english.append(f"Cells that lie partly in a municipality that is not compared don't count: {found.left_out}.")
    for check in found.gate.of(Verdict.AMBER):
        dutch.append(f"Onzeker ({check.name}): {check.toelichting}.")
        english.append(f"Uncertain: {check.explanation}.")
    return " ".join(dutch), " ".join(english)


def _alternatives(dates: tuple[str, str]) -> tuple[str, str]:
    """What else can explain it; the season first among them where the dates lie in different ones."""
    dutch = "Andere verklaringen kunnen zijn: " + "; ".join(nl for nl, _ in EXPLANATIONS) + "."
    english = "Other explanations may be: " + "; ".join(en for _, en in EXPLANATIONS) + "."
    if _other_season(dates):
        dutch += " De peildata liggen in verschillende seizoenen: dat verschil weegt hier zwaar."
        english += " The reference dates lie in different seasons, which weighs heavily here."
    return dutch, english


def _other_season(dates: tuple[str, str]) -> bool:
    try:
        one, two = (date.fromisoformat(text[:10]).timetuple().tm_yday for text in dates)
    except ValueError:
        return False
    apart = abs(one - two)
    return min(apart, _YEAR - apart) > _SEASON


def reasons(gate: Gate) -> tuple[str, str]:
    """All checks with their verdict and reason, in Dutch and in English.

    Args:
        gate: The checks.
    """
    return (
        "; ".join(f"{c.name}: {c.verdict.value} ({c.toelichting})" for c in gate.checks),
        "; ".join(f"{c.name}: {c.verdict.value} ({c.explanation})" for c in gate.checks),
    )


# Per municipality --------------------------------------------------------------------------------------------------


def explanations(found: Comparison, measure: str) -> tuple[list[str], list[str]]:
    """What is said of each municipality, in Dutch and in English.

    Args:
        found: The comparison.
        measure: 'adressen' or 'registraties'.
    """
    rows = [_row(found, at, measure) for at in range(len(found))]
    return [nl for nl, _ in rows], [en for _, en in rows]


def _row(found: Comparison, at: int, measure: str) -> tuple[str, str]:
    one, two, shift = found.n1[at], found.n2[at], found.shift[at]
    if np.isnan(one + two):
        return (
            "Niet op beide peildata geleverd of niet vergeleken: onbekend, niet nul.",
            "Not delivered at both dates, or not compared: unknown, not zero.",
        )
    unit = ("adressen met registraties", "addresses with registrations")
    if measure == "registraties":
        unit = ("registraties", "registrations")
    percent = found.percent[at]
    nl, en = f"Van {one:.0f} naar {two:.0f} {unit[0]}", f"From {one:.0f} to {two:.0f} {unit[1]}"
    if np.isfinite(percent):
        nl, en = f"{nl} ({_signed(percent, ',')} %)", f"{en} ({_signed(percent, '.')} %)"
    if np.isfinite(shift):
        nl += f"; {_signed(shift, ',')} ten opzichte van de groei van de regio"
        en += f"; {_signed(shift, '.')} against the growth of the region"
        if found.uncertain[at] == 1 and found.gate.verdict is Verdict.GREEN:
            nl, en = f"{nl}, dat kan toeval zijn", f"{en}, which may be chance"
    nl, en = f"{nl}.", f"{en}."
    if np.isfinite(found.appeared[at]):
        b, c, d = (float(n[at]) for n in (found.appeared, found.disappeared, found.stayed))
        nl += f" Adressen: {b:.0f} verschenen, {c:.0f} verdwenen, {d:.0f} gebleven"
        en += f" Addresses: {b:.0f} appeared, {c:.0f} disappeared, {d:.0f} stayed"
        if np.isfinite(found.p_turnover[at]):
            nl, en = f"{nl} ({_p(found.p_turnover[at], ',')})", f"{en} ({_p(found.p_turnover[at], '.')})"
        low, high = (100.0 * limit[at] for limit in found.turnover_interval)
        turnover = 100.0 * found.turnover[at]
        if np.isfinite(turnover):
            nl += f"; omloop {turnover:.0f} %, 80 %-interval {low:.0f}-{high:.0f} %"
            en += f"; turnover {turnover:.0f} %, 80 % interval {low:.0f}-{high:.0f} %"
        nl, en = f"{nl}.", f"{en}."
    elif np.isfinite(found.p[at]):
        nl += f" Toets van twee tellingen: {_p(found.p[at], ',')}."
        en += f" Test of two counts: {_p(found.p[at], '.')}."
    return f"{nl} Een aanwijzing, geen oordeel.", f"{en} An indication, not a verdict."


def _signed(value: float, point: str) -> str:
    return f"{round(value, 1) + 0.0:+.1f}".replace(".", point)


def _p(value: float, point: str) -> str:
    if value < _SMALLEST_P:
        return f"p < {_SMALLEST_P}".replace(".", point)
    return f"p = {value:.3f}".replace(".", point)
