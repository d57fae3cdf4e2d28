"""Occupancy: registrations on an address against the persons that its floor area has room for.

An indication only: registrations are not persons present, and the norm matters where health may be at risk.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Optional

import numpy as np

from ..arrays import Flags, Floats, Integers, Text
from ..listed import CERTIFICATE, CHECK, PERMIT, Listed
from ..stock import LIGPLAATS, VERBLIJFSOBJECT, Stock, positions
from .evidence import Finding, Indications, Lack, RuleBook, found, gather
from .on_lists import on_list
from .persons import Persons, persons
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

#: Status of a check with which all was well.
IN_ORDER = "in orde"

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
    rows = np.flatnonzero((counts > 0) & stock.inside)
    living = persons(stock, counts, policies, listed, peildatum)
    uses, room = _uses(stock, rows), _room(stock, rows, counts, policies, living, book)
    lists = _Lists(stock, rows, policies, listed, peildatum)
    by_norm = uses.home & ~np.isnan(room.capacity)
    above = by_norm & (room.counted > room.capacity)
    findings = [
        *_counted(book, room),
        *_measured(book, room, by_norm, above),
        *_permits(book, room, lists, above),
        *_certificates(book, lists, above),
        *_checks(book, lists),
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


def _room(stock: Stock, rows: Integers, counts: Floats, policies: Policies, living: Persons, book: RuleBook) -> _Room:
    of_code = [policies.get(str(code)) for code in stock.gemeentecode.names]
    which = stock.gemeentecode.numbers[rows]
    norm = np.array([*(policy.norm_m2 for policy in of_code), DEFAULT_NORM])[which]
    source = np.array([*(policy.norm_bron for policy in of_code), DEFAULT_NORM_SOURCE], dtype=object)[which]
    area = stock.oppervlakte[rows]
    return _Room(
        registrations=counts[rows],
        residents=living.residents[rows],
        counted=living.counted[rows],
        added=living.added[rows],
        norm=norm,
        source=source,
        area=area,
        capacity=capacity(area, norm),
        advised=capacity(area, np.full(len(rows), book.limit("advice_m2"))),
    )


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


@dataclass(frozen=True)
class _Lists:
    """Location lists and policies, and the addresses that they are asked about."""

    stock: Stock
    rows: Integers
    policies: Policies
    listed: Listed
    day: str

    def on(self, kind: str) -> tuple[Flags, Flags, Flags]:
        """Of a kind: what holds, where there is a list of the municipality, and what could not be read."""
        all_of_them = on_list(self.stock, self.listed, kind, self.day)
        return all_of_them.valid[self.rows], all_of_them.listing[self.rows], all_of_them.doubt[self.rows]

    def where(self, codes: Sequence[str]) -> Flags:
        """Whether addresses lie in one of some municipalities."""
        return self.stock.of_codes(codes)[self.rows]

    def largest(self, kind: str) -> Floats:
        """The number of a kind, of several the largest."""
        return self.listed.holding(kind, self.day).largest(self.stock.ids[self.rows])

    def recent(self, kind: str, months: float, status: str = "") -> Flags:
        """Whether there is an entry that holds, of the last months, and with a status if one is asked for."""
        entries = self.listed.holding(kind, self.day)
        usable = entries.since(self.day, int(months))
        if status:
            usable &= entries.status.astype(str) == status
        return positions(self.stock.ids[self.rows], entries.ids[usable]) >= 0


def _permits(book: RuleBook, room: _Room, lists: _Lists, above: Flags) -> list[Optional[Finding]]:
    """What permits say; where no list has any of a municipality, nothing is known of its permits."""
    rules, permitted = book.rules, lists.largest(PERMIT)
    valid, listing, doubt = lists.on(PERMIT)
    duty = lists.where([code for code, policy in lists.policies.of.items() if policy.vergunningplicht is True])
    return [
        found(rules["geen_vergunning_bekend"], above & duty & listing & ~valid & ~doubt),
        found(rules["vergunning_onduidelijk"], doubt),
        found(rules["binnen_vergunning"], above & (room.counted <= permitted), vergund=_whole(permitted)),
        found(rules["boven_vergunning"], room.counted > permitted, vergund=_whole(permitted)),
    ]


def _certificates(book: RuleBook, lists: _Lists, above: Flags) -> list[Optional[Finding]]:
    """What certificates say; they are missed only where the municipality requires one."""
    rules = book.rules
    valid, listing, doubt = lists.on(CERTIFICATE)
    duty = above & lists.where([code for code, policy in lists.policies.of.items() if policy.keurmerk_vereist is True])
    months = rules["keurmerk"].limit("months")
    recent = lists.recent(CERTIFICATE, months)
    span = np.full(len(above), months)
    return [
        found(rules["geen_keurmerk_bekend"], duty & listing & ~valid & ~doubt),
        found(rules["keurmerk_niet_na_te_gaan"], duty & ~valid & (doubt | ~listing)),
        found(rules["keurmerk"], valid & recent, months=span),
        found(rules["keurmerk_ouder"], valid & ~recent, months=span),
    ]


def _checks(book: RuleBook, lists: _Lists) -> list[Optional[Finding]]:
    """A check not long ago with which all was well; how other checks ended is for the person who looks."""
    rule = book.rules["controle_in_orde"]
    months = rule.limit("months")
    return [found(rule, lists.recent(CHECK, months, IN_ORDER), months=np.full(len(lists.rows), months))]


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
