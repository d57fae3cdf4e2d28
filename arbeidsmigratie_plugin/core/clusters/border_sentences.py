"""What a coordinator can read out of a cluster across borders, in Dutch and in English."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import Text
from .borders import BorderClusters, Difference, differences
from .sentences import DUTCH, ENGLISH, number, of_clusters

_KM = 1000.0


@dataclass(frozen=True)
class _Words:
    lies: str
    part: str
    first_part: str
    no_part: str
    missing: str
    seen: str
    missed: str
    none: str
    each: str
    policy: str
    same: str
    crosses: str
    border: str
    foreign: str
    across: str
    somewhere: str
    unknown: str
    density: str
    yes: str
    no: str
    open: str
    both: str


_WORDS = {
    DUTCH: _Words(
        lies="Dit gebied ligt in {parts}. ",
        first_part="{name} ({percent} % van de adressen met registraties)",
        part="{name} ({percent} %)",
        no_part="{name}",
        missing="Hoeveel er in {names} zijn, is onbekend. ",
        seen="{names} alleen had het ook gezien. ",
        missed="{names} alleen had het niet gezien. ",
        none="Geen van deze gemeenten had het alleen gezien. ",
        each="Elk van deze gemeenten had het ook alleen gezien. ",
        policy="Hun beleid verschilt: {differences}. ",
        same="Een verschil in beleid is niet bekend. ",
        crosses="Het raakt de grens met {lands}. ",
        border="De grens met {lands} ligt op {km} km. ",
        foreign="een ander land",
        across="Over de grens ligt {across}, waar het aantal registraties onbekend is, niet nul. ",
        somewhere="Hoeveel er over de grens zijn, is onbekend, niet nul. ",
        density="Daar zijn binnen {km} km {density} adressen of locaties per km2 bekend; die tellen hier niet mee. ",
        unknown="onbekend",
        yes="ja",
        no="nee",
        open="; ",
        both=" en ",
    ),
    ENGLISH: _Words(
        lies="This area lies in {parts}. ",
        first_part="{name} ({percent} % of the addresses with registrations)",
        part="{name} ({percent} %)",
        no_part="{name}",
        missing="How many there are in {names} is unknown. ",
        seen="{names} alone would have seen it too. ",
        missed="{names} alone would not have seen it. ",
        none="None of these municipalities alone would have seen it. ",
        each="Each of these municipalities alone would have seen it too. ",
        policy="Their policies differ: {differences}. ",
        same="No difference in policy is known. ",
        crosses="It touches the border with {lands}. ",
        border="The border with {lands} is {km} km away. ",
        foreign="another country",
        across="Across the border lies {across}, where the number of registrations is unknown, not zero. ",
        somewhere="How many there are across the border is unknown, not zero. ",
        density="There, within {km} km, {density} addresses or locations per km2 are known; they don't count here. ",
        unknown="unknown",
        yes="yes",
        no="no",
        open="; ",
        both=" and ",
    ),
}

_COUNTRIES = {
    DUTCH: {"DE": "Duitsland", "BE": "België", "LU": "Luxemburg", "FR": "Frankrijk"},
    ENGLISH: {"DE": "Germany", "BE": "Belgium", "LU": "Luxembourg", "FR": "France"},
}

_POLICY = {
    DUTCH: {
        "norm_m2": "oppervlakte per persoon",
        "vergunningplicht": "vergunningplicht",
        "recreatie_bewoning": "bewoning van recreatieverblijven",
        "keurmerk_vereist": "keurmerk vereist",
    },
    ENGLISH: {
        "norm_m2": "floor area per person",
        "vergunningplicht": "permit duty",
        "recreatie_bewoning": "living in holiday homes",
        "keurmerk_vereist": "certificate required",
    },
}

#: Values of the policy table as they are said.
_VALUES = {ENGLISH: {"handhaven": "enforced", "gedogen": "tolerated"}}


def explanations(found: BorderClusters, language: str) -> Text:
    """The sentences that can be read out for each cluster, its figures last.

    Args:
        found: The clusters.
        language: DUTCH or ENGLISH.
    """
    figures = of_clusters(found.clusters, language)[found.at].tolist()
    out = np.empty(len(found), dtype=object)
    out[:] = [
        _place(found, at, language)
        + _alone(found, at, language)
        + _decided(found, at, language)
        + _abroad(found, at, language)
        + figure
        for at, figure in enumerate(figures)
    ]
    return out


def share_texts(found: BorderClusters) -> Text:
    """The parts of the municipalities in each cluster, as '9801 62 %, 9802 38 %'; "" where they are unknown.

    Args:
        found: The clusters.
    """
    out = np.empty(len(found), dtype=object)
    for at in range(len(found)):
        rows = found.shares.of(at)
        known = rows[~np.isnan(found.shares.share[rows])]
        out[at] = ", ".join(f"{found.shares.code[row]} {100 * found.shares.share[row]:.0f} %" for row in known)
    return out


def difference_texts(found: BorderClusters, language: str = DUTCH) -> Text:
    """Differences in policy within each cluster; "" where policies are unknown or one municipality has it all.

    Args:
        found: The clusters.
        language: DUTCH or ENGLISH.
    """
    out = np.empty(len(found), dtype=object)
    for at, codes in enumerate(found.codes):
        out[at] = ""
        if found.question.policies is not None and len(codes) > 1:
            different = differences(codes, found.question.policies)
            said = [_difference(one, found.names, language) for one in different]
            out[at] = _WORDS[language].open.join(said) or "geen verschil bekend"
    return out


def _place(found: BorderClusters, at: int, language: str) -> str:
    """In which municipalities it lies, the largest part first."""
    words, shares, rows = _WORDS[language], found.shares, found.shares.of(at)
    rows = rows[np.lexsort((shares.code[rows].astype(str), -np.nan_to_num(shares.share[rows], nan=-1.0)))]
    told: list[str] = []
    for row in rows.tolist():
        known = not np.isnan(shares.share[row])
        pattern = (words.part if told else words.first_part) if known and len(rows) > 1 else words.no_part
        percent = f"{100 * shares.share[row]:.0f}" if known else ""
        told.append(pattern.format(name=found.names[shares.code[row]], percent=percent))
    text = words.lies.format(parts=_listed(told, words)) if told else ""
    absent = [found.names[shares.code[row]] for row in rows.tolist() if np.isnan(shares.share[row])]
    return text + (words.missing.format(names=_listed(absent, words)) if absent else "")


def _alone(found: BorderClusters, at: int, language: str) -> str:
    """Whether one municipality alone would have seen it; nothing is said of a municipality where that is unknown."""
    words, shares, rows = _WORDS[language], found.shares, found.shares.of(at)
    if len(rows) < 2:
        return ""
    seen, missed = (
        [found.names[code] for code in shares.code[rows[shares.alone[rows] == value]].tolist()] for value in (1, 0)
    )
    if len(missed) == len(rows):
        return words.none
    if len(seen) == len(rows):
        return words.each
    text = "".join(words.seen.format(names=name) for name in seen)
    return text + "".join(words.missed.format(names=name) for name in missed)


def _decided(found: BorderClusters, at: int, language: str) -> str:
    words, codes = _WORDS[language], found.codes[at]
    if found.question.policies is None or len(codes) == 1:
        return ""
    different = differences(codes, found.question.policies)
    if not different:
        return words.same
    said = words.open.join(_difference(one, found.names, language) for one in different)
    return words.policy.format(differences=said)


def _difference(one: Difference, names: dict[str, str], language: str) -> str:
    said = ", ".join(f"{names[code]} {_value(value, language)}" for code, value in one.said.items())
    return f"{_POLICY[language][one.what]} {said}"


def _value(value: object, language: str) -> str:
    words = _WORDS[language]
    if isinstance(value, bool):
        return words.yes if value else words.no
    if isinstance(value, float):
        return number(value, language, 0 if value.is_integer() else 1) + " m2"
    return _VALUES.get(language, {}).get(str(value), str(value)) if value else words.unknown


def _abroad(found: BorderClusters, at: int, language: str) -> str:
    """How far another country is, and that nothing is known of it but what was given."""
    if not found.near[at]:
        return ""
    words, facing = _WORDS[language], found.facing
    lands = [_COUNTRIES[language].get(code, code) for code in facing.lands[at].split(",") if code]
    spoken = _listed(lands, words) or words.foreign
    distance = float(facing.distance[at])
    text = words.border.format(lands=spoken, km=number(distance / _KM, language)) if distance > 0 else ""
    text = text or words.crosses.format(lands=spoken)
    text += words.across.format(across=facing.across[at]) if facing.across[at] else words.somewhere
    if not np.isnan(facing.density[at]):
        km = number(found.question.reach / _KM, language, 1)
        text += words.density.format(km=km, density=number(float(facing.density[at]), language))
    return text


def _listed(names: list[str], words: _Words) -> str:
    return words.both.join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
