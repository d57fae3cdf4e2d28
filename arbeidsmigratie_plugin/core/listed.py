"""What location lists say of addresses: permits, certificates, vacancy, signals, checks, student housing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from .arrays import Flags, Floats, Integers, Text
from .limits import LIST_KINDS as LIST_KINDS
from .stock import positions

PERMIT, CERTIFICATE, VACANT, RESIDENTS, SIGNAL, CHECK, STUDENTS = LIST_KINDS

#: Statuses that a list can have, by kind: code -> words that mean it, in lower case. All else is dropped.
STATUSES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    PERMIT: {
        "verleend": ("verleend", "toegekend", "afgegeven", "van kracht", "onherroepelijk", "geldig", "vergund"),
        "aangevraagd": ("aangevraagd", "aanvraag", "in behandeling", "ingediend"),
        "geweigerd": ("geweigerd", "afgewezen", "buiten behandeling", "niet verleend", "niet toegekend"),
        "ingetrokken": ("ingetrokken", "vervallen", "verlopen", "beeindigd", "vernietigd", "herroepen"),
    },
    CERTIFICATE: {
        "geldig": ("geldig", "gecertificeerd", "actief", "ingeschreven", "geregistreerd"),
        "geschorst": ("geschorst", "schorsing"),
        "doorgehaald": ("doorgehaald", "doorhaling", "ingetrokken", "vervallen", "verlopen", "uitgeschreven"),
    },
    CHECK: {
        "in orde": ("in orde", "akkoord", "ok", "geen bijzonderheden"),
        "niet in orde": ("niet in orde", "niet akkoord", "nok"),
        "niet aangetroffen": ("niet aangetroffen", "niemand aangetroffen", "niet thuis"),
        "termijn gegeven": ("termijn gegeven", "hersteltermijn", "termijn"),
    },
    SIGNAL: {
        "laa": ("laa", "landelijke aanpak adreskwaliteit"),
        "tmv": ("tmv", "terugmelding"),
        "wgv": ("wgv", "wgv meldpunt", "wet goed verhuurderschap"),
        "overlast": ("overlast",),
        "corporatie": ("corporatie", "woningcorporatie"),
        "politie": ("politie", "politie overdracht"),
        "anoniem": ("anoniem", "anonieme melding"),
        "brandveiligheid": ("brandveiligheid", "brandweer"),
        "omwonenden": ("omwonende", "omwonenden", "buurt"),
    },
}

#: Between the codes of signals of several kinds on one address.
BETWEEN = ", "

#: Status of a permit on which nothing has been decided yet.
APPLIED = "aangevraagd"

#: Status of a permit or certificate for which the list has words that can't be read: it may hold, or not.
UNREAD = "onbekend"

#: Kinds that are in force or not, by their status.
GRANTED = (PERMIT, CERTIFICATE)

#: Statuses of a permit or certificate with which it does not hold.
NOT_IN_FORCE = frozenset({APPLIED, "geweigerd", "ingetrokken", "geschorst", "doorgehaald"})


@dataclass(frozen=True)
class Listed:
    """Entries of lists that were matched with the BAG, one per position; never a name or a free text.

    Attributes:
        ids: adresseerbaarobject_id as a number (core.stock.id_numbers).
        kind: One of LIST_KINDS.
        number: Persons: permitted, resident, or beds; of signals how many there are; NaN where the list has none.
        date: ISO date of the entry, "" where unknown.
        until: ISO date until which it holds, "" where unknown or without end.
        status: One of the codes of its kind, "" where unknown; of signals all their codes, with BETWEEN between them.
    """

    ids: Integers
    kind: Text
    number: Floats
    date: Text
    until: Text
    status: Text

    def __len__(self) -> int:
        return len(self.ids)

    def take(self, rows: Flags | Integers) -> Listed:
        """The entries at these positions."""
        return Listed(
            self.ids[rows], self.kind[rows], self.number[rows], self.date[rows], self.until[rows], self.status[rows]
        )

    def of(self, kind: str) -> Listed:
        """The entries of a kind.

        Args:
            kind: One of LIST_KINDS.
        """
        return self.take(np.fromiter((k == kind for k in self.kind), dtype=np.bool_, count=len(self)))

    def in_force(self, day: str) -> Flags:
        """Whether entries hold on a day: begun, not ended, and not with a status that says otherwise or is unread.

        Args:
            day: ISO date; "" for whatever day.
        """
        refused = np.fromiter((status in NOT_IN_FORCE for status in self.status), np.bool_, len(self))
        return self._runs(day) & ~refused & ~self._unread()

    def in_doubt(self, day: str) -> Flags:
        """Whether entries may hold on a day: their dates allow it, and their status could not be read.

        Args:
            day: ISO date; "" for whatever day.
        """
        return self._runs(day) & self._unread()

    def _unread(self) -> Flags:
        return np.fromiter((status == UNREAD for status in self.status), np.bool_, len(self))

    def _runs(self, day: str) -> Flags:
        """Whether entries have begun and not ended on a day."""
        ended = np.fromiter((bool(day and end and end < day) for end in self.until), np.bool_, len(self))
        coming = np.fromiter((bool(day and since > day) for since in self.date), np.bool_, len(self))
        return ~ended & ~coming

    def latest(self) -> str:
        """The last date of an entry, "" if none has one."""
        return max((str(day) for day in self.date), default="")

    def on(self, ids: Integers) -> Integers:
        """Where each of n objects stands in the list, -1 where it does not; of several entries the first counts.

        Args:
            ids: n identifiers as numbers.
        """
        return positions(ids, self.ids)

    def since(self, day: str, months: int) -> Flags:
        """Whether entries are dated at most so many months before a day, and not after it.

        Args:
            day: ISO date; "" if unknown, and then none is.
            months: Their number.
        """
        if not day:
            return np.zeros(len(self), dtype=np.bool_)
        year, month = divmod(int(day[:4]) * 12 + int(day[5:7]) - 1 - months, 12)
        first = f"{year:04d}-{month + 1:02d}{day[7:]}"
        return np.fromiter((first <= since <= day for since in self.date), np.bool_, len(self))

    def holding(self, kind: str, day: str) -> Listed:
        """The entries of a kind that hold on a day.

        Args:
            kind: One of LIST_KINDS.
            day: ISO date; "" for whatever day.
        """
        of_kind = self.of(kind)
        return of_kind.take(of_kind.in_force(day))

    def largest(self, ids: Integers) -> Floats:
        """The number of each object, of several entries the largest; NaN without one.

        Lists of one kind overlap: which was given first must not matter, and a sum would count twice.

        Args:
            ids: n identifiers as numbers, each once.
        """
        numbers = np.full(len(ids), np.nan)
        at = positions(self.ids, ids)
        usable = np.flatnonzero((at >= 0) & ~np.isnan(self.number))
        np.fmax.at(numbers, at[usable], self.number[usable])
        return numbers


@dataclass(frozen=True)
class ListEntries:
    """Entries of lists, with how they came on their objects.

    Attributes:
        listed: The entries.
        regels: Rows of the list behind each, NaN where unknown.
        match_niveau: The least certain level by which a row was matched, NaN where unknown.
    """

    listed: Listed
    regels: Floats
    match_niveau: Floats

    def __len__(self) -> int:
        return len(self.listed)

    def take(self, rows: Flags | Integers) -> ListEntries:
        """The entries at these positions."""
        return ListEntries(self.listed.take(rows), self.regels[rows], self.match_niveau[rows])


def together(parts: Sequence[ListEntries]) -> ListEntries:
    """Entries of several lists, each once: a list can be given twice.

    Args:
        parts: Of each list.
    """
    if not parts:
        return ListEntries(nothing_listed(), np.empty(0), np.empty(0))
    names = Listed.__dataclass_fields__
    listed = Listed(*(np.concatenate([getattr(part.listed, name) for part in parts]) for name in names))
    rows, levels = (np.concatenate([getattr(part, name) for part in parts]) for name in ("regels", "match_niveau"))
    first: dict[tuple[object, ...], int] = {}
    for at, said in enumerate(zip(*(map(str, getattr(listed, name).tolist()) for name in names))):
        first.setdefault(said, at)
    return ListEntries(listed, rows, levels).take(np.array(list(first.values()), dtype=np.int64))


def joined(parts: Sequence[Listed]) -> Listed:
    """Entries of several lists, one list after the other.

    Args:
        parts: One list at least.
    """
    return Listed(*(np.concatenate([getattr(part, name) for part in parts]) for name in Listed.__dataclass_fields__))


def nothing_listed() -> Listed:
    """No entries at all."""
    none = np.empty(0, dtype=object)
    return Listed(np.empty(0, dtype=np.int64), none, np.empty(0), none, none, none)
