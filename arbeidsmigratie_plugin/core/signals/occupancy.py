"""Occupancy: registrations on an address against the persons that its floor area has room for.

An indication only: registrations are not persons present, and the norm matters where health may be at risk.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Optional

import numpy as np

from ..arrays import Flags, Floats, Integers, Text
from ..listed import PERMIT, RESIDENTS, Listed
from ..stock import LIGPLAATS, VERBLIJFSOBJECT, Stock, positions
from .evidence import Finding, Indications, Lack, RuleBook, found, gather
from .policy import DEFAULT_NORM, DEFAULT_NORM_SOURCE, Policies

SIGNAL = "bezetting"

#: Words of the field 'signaal'.
ABOVE, WITHIN = "boven norm (indicatie)", ""
UNKNOWN, BY_HAND = "niet te bepalen", "zelf beoordelen"
NOT_APPLICABLE, ADMINISTRATIVE = "norm niet van toepassing", "mogelijk administratief adres"

#: Number outputs of 'bezetting' -> the word that they count.
NUMBERS = {
    "ABOVE": ABOVE,
    "BY_HAND": BY_HAND,
    "ADMINISTRATIVE": ADMINISTRATIVE,
    "NOT_APPLICABLE": NOT_APPLICABLE,
    "UNKNOWN": UNKNOWN,
}

HOME, LODGING, OFFICE = "woonfunctie", "logiesfunctie", "kantoorfunctie"

#: A quotient of decimals can fall short of a whole number by its last bits: 36.3 m2 at 12.1 has room for three.
_ROUNDING = 1e-9

NO_POLICY = Lack(
    f"Zonder beleidstabel: gerekend met {DEFAULT_NORM:.0f} m2 per persoon.",
    f"Without a policy table: {DEFAULT_NORM:.0f} m2 per person was taken.",
)
NO_LISTS = Lack(
    "Zonder locatielijsten: bewoners, vergunningen en studentenhuisvesting zijn niet bekend.",
    "Without location lists: residents, permits and student housing are not known.",
)


@dataclass(frozen=True)
class Occupancy:
    """Addresses with registrations: k of n objects, in ascending order of position.

    Attributes:
        rows: Their positions.
        registraties: Registrations on each.
        bewoners: Residents by a list, NaN where unknown.
        norm_m2: Floor area per person (m2), NaN where no norm applies.
        norm_bron: Where the norm stands, "" where none applies.
        capaciteit: Persons by the norm, NaN where it can't be told.
        capaciteit_advies: Persons by the advised floor area, NaN where it can't be told.
        bezettingsgraad: Persons counted for each that there is room for, NaN where it can't be told.
        signaal: One of the words above.
        evidence: Score and sentences of all k.
    """

    rows: Integers
    registraties: Floats
    bewoners: Floats
    norm_m2: Floats
    norm_bron: Text
    capaciteit: Floats
    capaciteit_advies: Floats
    bezettingsgraad: Floats
    signaal: Text
    evidence: Indications

    def __len__(self) -> int:
        return len(self.rows)

    def number(self, word: str) -> int:
        """How many addresses have a word in the field 'signaal'.

        Args:
            word: One of the words above.
        """
        return int((self.signaal == word).sum())


@dataclass(frozen=True)
class _Uses:
    """What addresses are used for, by the BAG; each is one of these.

    Attributes:
        home: A home and nothing else.
        mixed: A home and something else.
        lodging: Lodging, and no home.
        other: Neither.
        place: A standplaats or ligplaats.
        unknown: Without a use.
    """

    home: Flags
    mixed: Flags
    lodging: Flags
    other: Flags
    place: Flags
    unknown: Flags


@dataclass(frozen=True)
class _Room:
    """Who is counted on addresses, and for how many there is room.

    Attributes:
        registrations: Registrations.
        residents: Residents by a list, NaN where unknown.
        counted: Persons counted: registrations, and residents where the municipality adds them.
        added: Whether residents were added.
        norm: Floor area per person (m2).
        source: Where that stands.
        area: Floor area (m2), NaN where unknown.
        capacity: Persons by the norm, NaN where the floor area is unknown.
        advised: Persons by the advised floor area.
    """

    registrations: Floats
    residents: Floats
    counted: Floats
    added: Flags
    norm: Floats
    source: Text
    area: Floats
    capacity: Floats
    advised: Floats

    @property
    def ratio(self) -> Floats:
        """Persons counted for each that there is room for; NaN without room for one."""
        with np.errstate(invalid="ignore"):
            ratio: Floats = self.counted / np.where(self.capacity > 0, self.capacity, np.nan)
        return ratio


def capacity(area: Floats, norm: Floats) -> Floats:
    """Persons that homes have room for: floor area over norm, rounded down; NaN where the area is unknown.

    Args:
        area: n floor areas (m2), NaN where unknown.
        norm: n floor areas per person (m2).
    """
    persons: Floats = np.floor(area / norm + _ROUNDING)
    return persons


def lacks(policies: bool, lists: bool) -> list[Lack]:
    """What was not there to look at.

    Args:
        policies: Whether a policy table was given.
        lists: Whether location lists were given.
    """
    return [lack for lack, given in ((NO_POLICY, policies), (NO_LISTS, lists)) if not given]


def occupancy(
    stock: Stock,
    counts: Floats,
    policies: Policies,
    listed: Listed,
    peildatum: str,
    dates: Mapping[str, str],
    book: RuleBook,
    lacking: list[Lack],
) -> Occupancy:
    """Addresses with registrations, and how many persons they have room for.

    Args:
        stock: n objects in use.
        counts: Registrations on each, NaN where unknown.
        policies: Of the municipalities.
        listed: Location lists.
        peildatum: Reference date on which entries of lists must hold, "" if unknown.
        dates: Source -> its date, "" where unknown.
        book: The rules.
        lacking: What was not there to look at.
    """
    rows = np.flatnonzero(counts > 0)
    uses, room = _uses(stock, rows), _room(stock, rows, counts, policies, _in_force(listed, RESIDENTS, peildatum), book)
    by_norm = uses.home & ~np.isnan(room.capacity)
    above = by_norm & (room.counted > room.capacity)
    findings = [
        *_counted(book, room),
        *_measured(book, room, by_norm, above),
        *_permits(book, stock, rows, room, policies, listed, peildatum, above),
        *_not_measured(book, stock, rows, uses, room),
    ]
    everywhere = np.ones(len(rows), dtype=np.bool_)
    normed = uses.home | uses.mixed | uses.place
    return Occupancy(
        rows=rows,
        registraties=room.registrations,
        bewoners=room.residents,
        norm_m2=np.where(normed, room.norm, np.nan),
        norm_bron=np.where(normed, room.source, ""),
        capaciteit=np.where(by_norm, room.capacity, np.nan),
        capaciteit_advies=np.where(by_norm, room.advised, np.nan),
        bezettingsgraad=np.where(by_norm, room.ratio, np.nan),
        signaal=_signals(uses, by_norm, above),
        evidence=gather(book, len(rows), findings, dates, lacking, at_least=everywhere),
    )


def _signals(uses: _Uses, by_norm: Flags, above: Flags) -> Text:
    words: Text = np.full(len(above), UNKNOWN, dtype=object)
    words[by_norm] = WITHIN
    words[above] = ABOVE
    words[uses.mixed] = BY_HAND
    words[uses.lodging] = NOT_APPLICABLE
    words[uses.other] = ADMINISTRATIVE
    return words


def _uses(stock: Stock, rows: Integers) -> _Uses:
    names = stock.gebruiksdoel.names
    kinds = [frozenset(str(name).split(",")) - {""} for name in names]

    def where(holds: list[bool]) -> Flags:
        flags: Flags = np.array([*holds, False], dtype=np.bool_)[stock.gebruiksdoel.numbers[rows]]
        return flags

    place = stock.kind[rows] != VERBLIJFSOBJECT
    home, lodging = where([HOME in kind for kind in kinds]), where([LODGING in kind for kind in kinds])
    unknown, alone = where([not kind for kind in kinds]), where([len(kind) == 1 for kind in kinds])
    return _Uses(
        home=home & alone & ~place,
        mixed=home & ~alone & ~place,
        lodging=lodging & ~home & ~place,
        other=~(home | lodging | unknown | place),
        place=place,
        unknown=unknown & ~place,
    )


def _room(stock: Stock, rows: Integers, counts: Floats, policies: Policies, residents: Listed, book: RuleBook) -> _Room:
    of_code = [policies.get(str(code)) for code in stock.gemeentecode.names]
    which = stock.gemeentecode.numbers[rows]
    norm = np.array([*(policy.norm_m2 for policy in of_code), DEFAULT_NORM])[which]
    source = np.array([*(policy.norm_bron for policy in of_code), DEFAULT_NORM_SOURCE], dtype=object)[which]
    adds = np.array([*(policy.bewoners_meetellen for policy in of_code), False], dtype=np.bool_)[which]
    living, area = _numbers(residents, stock.ids[rows]), stock.oppervlakte[rows]
    added = adds & ~np.isnan(living)
    return _Room(
        registrations=counts[rows],
        residents=living,
        counted=counts[rows] + np.where(added, living, 0.0),
        added=added,
        norm=norm,
        source=source,
        area=area,
        capacity=capacity(area, norm),
        advised=capacity(area, np.full(len(rows), book.limit("advice_m2"))),
    )


def _in_force(listed: Listed, kind: str, day: str) -> Listed:
    of_kind = listed.of(kind)
    return of_kind.take(of_kind.in_force(day))


def _numbers(entries: Listed, ids: Integers) -> Floats:
    """The number that a list has for each object, NaN where it has none."""
    return np.append(entries.number, np.nan)[entries.on(ids)]


# What is said of them ----------------------------------------------------------------------------------------------


def _counted(book: RuleBook, room: _Room) -> list[Optional[Finding]]:
    """Who is counted."""
    rules, known = book.rules, ~np.isnan(room.residents)
    living = _whole(room.residents)
    return [
        found(rules["registraties"], room.registrations > 0, n=_whole(room.registrations)),
        found(rules["bewoners_meegeteld"], room.added, bewoners=living),
        found(rules["bewoners_niet_meegeteld"], known & ~room.added, bewoners=living),
    ]


def _measured(book: RuleBook, room: _Room, by_norm: Flags, above: Flags) -> list[Optional[Finding]]:
    """Homes of which the capacity can be told; one without room for a person is above the norm, without a ratio."""
    rules = book.rules
    own = room.source != DEFAULT_NORM_SOURCE
    findings = [
        found(
            rules["capaciteit"],
            by_norm,
            area=room.area,
            capaciteit=_whole(room.capacity),
            norm=room.norm,
            bron=room.source,
            capaciteit_advies=_whole(room.advised),
            advies=np.full(len(by_norm), book.limit("advice_m2")),
        ),
        found(rules["eigen_norm"], by_norm & own),
        found(rules["boven_norm"], above),
    ]
    for name in ("ruim_boven_norm", "ver_boven_norm"):
        times = rules[name].limit("times")
        # One person too many where there is room for none counts as where there is room for one.
        holds = above & (room.counted >= times * np.maximum(room.capacity, 1))
        findings.append(found(rules[name], holds, times=np.full(len(above), times)))
    return [*findings, found(rules["binnen_norm"], by_norm & ~above)]


def _permits(
    book: RuleBook,
    stock: Stock,
    rows: Integers,
    room: _Room,
    policies: Policies,
    listed: Listed,
    day: str,
    above: Flags,
) -> list[Optional[Finding]]:
    """What permits say; where no list has any of a municipality, nothing is known of its permits."""
    rules, permits = book.rules, listed.of(PERMIT)
    valid = permits.take(permits.in_force(day))
    at = positions(permits.ids, stock.ids)
    with_list = stock.gemeentecode.take(at[at >= 0]).present() - {""}
    duty = [code in with_list and policies.get(str(code)).vergunningplicht is True for code in stock.gemeentecode.names]
    required = np.array([*duty, False], dtype=np.bool_)[stock.gemeentecode.numbers[rows]]
    permitted, without = _numbers(valid, stock.ids[rows]), valid.on(stock.ids[rows]) < 0
    return [
        found(rules["geen_vergunning_bekend"], above & required & without),
        found(rules["binnen_vergunning"], above & (room.counted <= permitted), vergund=_whole(permitted)),
        found(rules["boven_vergunning"], room.counted > permitted, vergund=_whole(permitted)),
    ]


def _not_measured(book: RuleBook, stock: Stock, rows: Integers, uses: _Uses, room: _Room) -> list[Optional[Finding]]:
    """Addresses of which the capacity can't be told, or to which the norm does not apply."""
    rules, known = book.rules, ~np.isnan(room.capacity)
    names = np.array([*(str(name).replace(",", ", ") for name in stock.gebruiksdoel.names), ""], dtype=object)
    said = names[stock.gebruiksdoel.numbers[rows]]
    office = uses.other & (said == OFFICE)
    kind = np.where(stock.kind[rows] == LIGPLAATS, "ligplaats", "standplaats")
    all_of_it = {"capaciteit": _whole(room.capacity), "norm": room.norm, "bron": room.source}
    return [
        found(rules["zelf_beoordelen"], uses.mixed & known, uses=said, **all_of_it),
        found(rules["zelf_beoordelen_zonder_oppervlakte"], uses.mixed & ~known, uses=said),
        found(rules["oppervlakte_onbekend"], uses.home & ~known),
        found(rules["plaats"], uses.place, soort=kind),
        found(rules["gebruik_onbekend"], uses.unknown),
        found(rules["logies"], uses.lodging),
        found(rules["administratief"], uses.other & ~office, uses=said),
        found(rules["administratief_kantoor"], office),
    ]


def _whole(values: Floats) -> Integers:
    """Numbers as a sentence has them; 0 where unknown, which no sentence shows."""
    return np.nan_to_num(values).astype(np.int64)
