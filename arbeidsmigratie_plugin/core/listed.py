"""What location lists say of addresses: permits, certificates, vacancy, signals, checks, student housing."""

from __future__ import annotations

from collections.abc import Mapping
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
        "geweigerd": ("geweigerd", "afgewezen", "buiten behandeling"),
        "ingetrokken": ("ingetrokken", "vervallen", "verlopen", "beeindigd"),
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

#: Statuses of a permit or certificate with which it does not hold.
NOT_IN_FORCE = frozenset({"aangevraagd", "geweigerd", "ingetrokken", "geschorst", "doorgehaald"})


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
        """Whether entries hold on a day: begun, not ended, and not with a status that says otherwise.

        Args:
            day: ISO date; "" for whatever day.
        """
        ended = np.fromiter((bool(day and end and end < day) for end in self.until), np.bool_, len(self))
        coming = np.fromiter((bool(day and since > day) for since in self.date), np.bool_, len(self))
        refused = np.fromiter((status in NOT_IN_FORCE for status in self.status), np.bool_, len(self))
        return ~ended & ~coming & ~refused

    def latest(self) -> str:
        """The last date of an entry, "" if none has one."""
        return max((str(day) for day in self.date), default="")

    def on(self, ids: Integers) -> Integers:
        """Where each of n objects stands in the list, -1 where it does not; of several entries the first counts.

        Args:
            ids: n identifiers as numbers.
        """
        return positions(ids, self.ids)


def nothing_listed() -> Listed:
    """No entries at all."""
    none = np.empty(0, dtype=object)
    return Listed(np.empty(0, dtype=np.int64), none, np.empty(0), none, none, none)
