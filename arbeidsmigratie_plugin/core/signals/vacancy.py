"""Vacancy against registrations: homes without residents that have registrations, and what goes with them.

What a list does not say is unknown, never inhabited; unless it is said to be complete.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Optional

import numpy as np

from ..arrays import Flags, Floats, Integers, Text
from ..limits import MATCHED_MINIMUM
from ..listed import RESIDENTS, VACANT, Listed
from ..stock import LIGPLAATS, VERBLIJFSOBJECT, Stock, positions
from .evidence import Finding, Indications, Lack, RuleBook, found, gather

SIGNAL = "leegstand"

#: Classes of an object; UNKNOWN is none of them.
INHABITED, BOTH, EMPTY_HOME, EMPTY_STAY, VACANT_ONLY, NO_RESIDENCE = range(6)
UNKNOWN = -1

#: The field 'signaal' of each class.
SIGNALS = ("", "", "leeg met registraties", "verblijf met registraties", "leegstand", "mogelijk administratief adres")

HOME, LODGING, OFFICE = "woonfunctie", "logiesfunctie", "kantoorfunctie"

#: Kinds of object by what a list of vacant objects can be about.
_HOMES, _STAYS, _OTHERS, _UNTOLD = range(4)
_KINDS = 4

NO_LISTS = Lack(
    "Zonder locatielijsten: vergunningen en studentenhuisvesting zijn niet bekend.",
    "Without location lists: permits and student housing are not known.",
)
NO_BUILDINGS = Lack(
    "Zonder panden: of er veel eenheden in een gebouw zijn is niet bekend.",
    "Without buildings: it is not known whether there are many units in one.",
)


@dataclass(frozen=True)
class VacancyList:
    """A list of vacant objects.

    Attributes:
        listed: Entries of kind leegstand or bewoners: 0 residents is vacant, no number is unknown.
        unmatched: Rows with an address that the BAG does not have in use; 0 where that was told before.
        matched_percent: Matched share of the rows with an address; 100 where that was told before.
    """

    listed: Listed
    unmatched: int = 0
    matched_percent: float = 100.0

    def __len__(self) -> int:
        return len(self.listed)

    @property
    def can_be_complete(self) -> bool:
        """Whether so many rows were matched that what the list has not can be taken as inhabited."""
        return self.matched_percent >= MATCHED_MINIMUM

    def lacks(self, complete: bool) -> list[Lack]:
        """What the list does not say.

        Args:
            complete: Whether the user says that it is complete.
        """
        n, percent = self.unmatched, int(self.matched_percent)
        if not complete or not n:
            return []
        if self.can_be_complete:
            dutch = f"Rijen van de lijst die niet zijn gekoppeld: {n}; niet op de lijst kan dus toch leeg zijn."
            return [Lack(dutch, f"Rows of the list that were not matched: {n}; an address may be one of these.")]
        return [
            Lack(
                f"Van de lijst is maar {percent} % gekoppeld ({n} rijen niet): hij geldt niet als volledig.",
                f"Only {percent} % of the list was matched ({n} rows were not): it does not count as complete.",
            )
        ]


def lacks(buildings: bool, lists: bool) -> list[Lack]:
    """What was not there to look at.

    Args:
        buildings: Whether it is known in which buildings objects are.
        lists: Whether there are location lists of these objects.
    """
    return [lack for lack, given in ((NO_BUILDINGS, buildings), (NO_LISTS, lists)) if not given]


@dataclass(frozen=True)
class Vacancy:
    """Objects of which the class is known: k of n, in ascending order of position.

    Attributes:
        rows: Their positions.
        klasse: Class of each, 0 to 5.
        bewoners: Residents by the list, NaN where it has no number.
        registraties: Registrations on each.
        signaal: Of SIGNALS.
        evidence: Score and sentences of all k.
    """

    rows: Integers
    klasse: Integers
    bewoners: Floats
    registraties: Floats
    signaal: Text
    evidence: Indications

    def __len__(self) -> int:
        return len(self.rows)


@dataclass(frozen=True)
class _Objects:
    """What is known of all objects.

    Attributes:
        kind: _HOMES, _STAYS, _OTHERS or _UNTOLD (without a use).
        residents: Residents by the list, NaN where it has none; 0 is vacant.
        inhabited: Whether it is taken as inhabited: by the number, or since a complete list has it not.
        counts: Registrations, NaN where unknown.
    """

    kind: Integers
    residents: Floats
    inhabited: Flags
    counts: Floats

    @property
    def vacant(self) -> Flags:
        """Whether the list says that nobody lives there."""
        vacant: Flags = self.residents == 0
        return vacant


def vacancy(
    stock: Stock,
    counts: Floats,
    listed: Listed,
    peildatum: str,
    dates: Mapping[str, str],
    book: RuleBook,
    complete: bool = True,
    every: bool = False,
    lacking: Sequence[Lack] = (),
) -> Vacancy:
    """Objects of which vacancy and registrations together say something.

    Classes: 0 inhabited without registrations; 1 inhabited with registrations; 2 a home without residents, with
    registrations; 3 the same of lodging or a place for a caravan or boat; 4 without residents and registrations;
    5 no residential use, with registrations, whatever the list says.

    Args:
        stock: n objects in use.
        counts: Registrations on each, NaN where unknown.
        listed: Entries of kind leegstand or bewoners: 0 residents is vacant, no number is unknown.
        peildatum: Reference date on which entries must hold, "" if unknown.
        dates: Source -> its date, "" where unknown.
        book: The rules.
        complete: Whether the list has all vacant objects of the kinds (homes, stays, others) that occur
            in it, by municipality: those that it has not count as inhabited.
        every: Whether to give class 0 too.
        lacking: What was not there to look at.
    """
    seen = _look(stock, counts, listed, peildatum, complete)
    classes = _classes(seen)
    rows = np.flatnonzero((classes > (INHABITED if not every else UNKNOWN)) & stock.inside)
    klasse = classes[rows]
    findings = _findings(book, stock, seen, rows, klasse)
    everywhere = np.ones(len(rows), dtype=np.bool_)
    return Vacancy(
        rows=rows,
        klasse=klasse,
        bewoners=seen.residents[rows],
        registraties=counts[rows],
        signaal=np.array([*SIGNALS, ""], dtype=object)[klasse],
        evidence=gather(book, len(rows), findings, dates, lacking, at_least=everywhere),
    )


def _classes(seen: _Objects) -> Integers:
    """The class of each object; UNKNOWN where vacancy or registrations are."""
    some, none = seen.counts > 0, seen.counts == 0
    classes = np.full(len(seen.counts), UNKNOWN, dtype=np.int64)
    classes[seen.inhabited & none] = INHABITED
    classes[seen.inhabited & some] = BOTH
    classes[seen.vacant & none] = VACANT_ONLY
    classes[seen.vacant & some & (seen.kind == _HOMES)] = EMPTY_HOME
    classes[seen.vacant & some & (seen.kind == _STAYS)] = EMPTY_STAY
    classes[some & (seen.kind == _OTHERS)] = NO_RESIDENCE
    return classes


def _look(stock: Stock, counts: Floats, listed: Listed, peildatum: str, complete: bool) -> _Objects:
    entries = listed.take(listed.in_force(peildatum))
    kind, residents = _kinds(stock), _residents(stock, entries)
    inhabited = residents > 0
    unlisted = _not_listed(stock, kind, entries) if complete else np.zeros(len(stock), dtype=np.bool_)
    return _Objects(kind, residents, inhabited | unlisted, counts)


def _kinds(stock: Stock) -> Integers:
    uses = [set(str(name).split(",")) - {""} for name in stock.gebruiksdoel.names]
    of_use = [_HOMES if HOME in use else _STAYS if LODGING in use else _OTHERS if use else _UNTOLD for use in uses]
    kind = np.array([*of_use, _UNTOLD], dtype=np.int64)[stock.gebruiksdoel.numbers]
    return np.where(stock.kind == VERBLIJFSOBJECT, kind, _STAYS)


def _residents(stock: Stock, entries: Listed) -> Floats:
    """Residents of each object by the lists, NaN where they have no number; of several numbers the largest."""
    about = np.fromiter((kind in (VACANT, RESIDENTS) for kind in entries.kind), np.bool_, len(entries))
    return entries.take(about).largest(stock.ids)


def _not_listed(stock: Stock, kind: Integers, entries: Listed) -> Flags:
    """Objects that a complete list of vacant objects would have if they were vacant, and has not.

    A list of homes says nothing of lodging, and one of a municipality nothing of its neighbour: several lists are
    taken together here, so what counts is of which kinds each municipality has entries.
    """
    at = positions(entries.of(VACANT).ids, stock.ids)
    at = at[at >= 0]
    known = np.array([*(code != "" for code in stock.gemeentecode.names), False], dtype=np.bool_)
    place = stock.gemeentecode.numbers.astype(np.int64) * _KINDS + kind
    unlisted: Flags = known[stock.gemeentecode.numbers] & np.isin(place, place[at])
    unlisted[at] = False
    return unlisted


# What is said of them ----------------------------------------------------------------------------------------------


def _findings(
    book: RuleBook, stock: Stock, seen: _Objects, rows: Integers, klasse: Integers
) -> list[Optional[Finding]]:
    rules = book.rules
    counts, residents = seen.counts[rows], seen.residents[rows]
    said = _spoken_uses(stock, rows)
    office = (klasse == NO_RESIDENCE) & (said == OFFICE)
    several, least = rules["meer_dan_een"], rules["meer_dan_een"].limit("registrations")
    return [
        found(rules["zonder_bewoners"], residents == 0),
        found(rules["met_bewoners"], residents > 0, bewoners=_whole(residents)),
        found(rules["niet_op_de_lijst"], np.isnan(residents) & seen.inhabited[rows]),
        found(rules["registraties"], counts > 0, n=_whole(counts)),
        found(rules["geen_registraties"], counts == 0),
        found(rules["bewoond_met_registraties"], klasse == BOTH),
        found(rules["leeg_met_registraties"], klasse == EMPTY_HOME),
        found(several, (klasse == EMPTY_HOME) & (counts >= least), limit=np.full(len(rows), least)),
        found(rules["verblijf_met_registraties"], klasse == EMPTY_STAY, soort=_stays(stock, rows)),
        found(rules["leegstand"], klasse == VACANT_ONLY),
        found(rules["administratief"], (klasse == NO_RESIDENCE) & ~office, uses=said),
        found(rules["administratief_kantoor"], office),
    ]


def _spoken_uses(stock: Stock, rows: Integers) -> Text:
    names = [str(name).replace(",", ", ") for name in stock.gebruiksdoel.names]
    uses: Text = np.array([*names, ""], dtype=object)[stock.gebruiksdoel.numbers[rows]]
    return uses


def _stays(stock: Stock, rows: Integers) -> Text:
    kind = stock.kind[rows]
    places = np.where(kind == LIGPLAATS, "ligplaats", "standplaats").astype(object)
    return np.where(kind == VERBLIJFSOBJECT, LODGING, places)


def _whole(values: Floats) -> Integers:
    """Numbers as a sentence has them; 0 where unknown, which no sentence shows."""
    return np.nan_to_num(values).astype(np.int64)
