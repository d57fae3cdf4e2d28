"""A location list becomes entries per address: a number, dates and a status; never a name or a free text."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Optional

import numpy as np

from .address import Address, AddressIndex, Match, Unmatched
from .arrays import Floats, Integers, Text, text
from .bag import BagObjects
from .columns import Catalogue, address_catalogue
from .dates import earliest_day, latest_day
from .delivery import Delivery
from .listed import (
    APPLIED,
    BETWEEN,
    CERTIFICATE,
    CHECK,
    GRANTED,
    NOT_IN_FORCE,
    PERMIT,
    RESIDENTS,
    SIGNAL,
    STATUSES,
    STUDENTS,
    UNREAD,
    VACANT,
    Listed,
    ListEntries,
)
from .placing import UnmatchedAddress, address_of, damaged_ids, unmatched_addresses
from .stock import id_numbers

#: No address has more persons, beds or signals: a larger number is something else, a citizen service number perhaps.
LARGEST_NUMBER = 9999

_PERSONS = ("aantalpersonen", "aantalpersoon", "personen")
_BEDS = ("aantalbedden", "bedden", "slaapplaatsen", "aantalslaapplaatsen", "bedplaatsen", "capaciteit")
_LIVING = (
    "brppersonen",
    "aantalbrppersonen",
    "personenbrp",
    "aantalpersonenbrp",
    "bewoners",
    "aantalbewoners",
    "inwoners",
    "aantalinwoners",
    "ingeschrevenen",
    "aantalingeschrevenen",
)

#: Kind of list -> names of the column with its number, the most telling first.
_NUMBERS = {
    PERMIT: (
        "maxpersonen",
        "maxaantalpersonen",
        "maximaalaantalpersonen",
        "maximumaantalpersonen",
        "vergundaantalpersonen",
        "vergundaantal",
        "aantalvergund",
        *_PERSONS,
        *_BEDS,
        "aantal",
    ),
    CERTIFICATE: (*_BEDS, "maxpersonen", *_PERSONS, "aantal"),
    # Never 'aantal' or 'personen': what a list of vacant objects counts by these need not live there.
    VACANT: _LIVING,
    RESIDENTS: (*_LIVING, *_PERSONS, "aantal"),
    SIGNAL: ("aantalsignalen", "signalen", "aantalmeldingen", "meldingen", "aantal"),
    CHECK: ("aantalaangetroffen", "aangetroffen", "aantalaangetroffenpersonen", *_PERSONS, "aantal"),
    STUDENTS: (*_BEDS, "aantalbewoners", "bewoners", *_PERSONS, "aantal"),
}

#: The same, of the column with its status; a kind that has no statuses has no such column.
_STATUSES = {
    PERMIT: ("status", "statusvergunning", "besluit"),
    CERTIFICATE: ("status", "statuscertificaat"),
    CHECK: ("resultaat", "uitkomst", "status"),
    SIGNAL: (
        "soortsignaal",
        "signaalsoort",
        "signaaltype",
        "typesignaal",
        "signaal",
        "categorie",
        "bron",
        "soort",
        "type",
    ),
}

_SINCE = (
    "datum",
    "ingangsdatum",
    "datumingang",
    "begindatum",
    "geldigvanaf",
    "datumverlening",
    "datumverleend",
    "verleend",
    "verleendop",
    "datumbesluit",
    "besluitdatum",
    "datumafgifte",
    "datumcertificering",
    "datummelding",
    "meldingsdatum",
    "meldingdatum",
    "datumsignaal",
    "signaaldatum",
    "datumcontrole",
    "controledatum",
    "datuminspectie",
    "inspectiedatum",
    "leegsinds",
    "datumleegstand",
)
_UNTIL = (
    "geldigtot",
    "geldigtotenmet",
    "geldigtm",
    "vervaldatum",
    "verloopdatum",
    "einddatum",
    "datumeinde",
    "datumvervallen",
)

#: Names that the identifier of an object can have in a list; of an RNI delivery they could be anything.
_OBJECT_IDS = ("identificatie", "id")

#: Words that turn a status around, or leave it open.
_NEGATIONS = frozenset({"niet", "geen", "nog"})


def list_catalogue(kind: str) -> Catalogue:
    """The columns that a list of a kind may have: an address, a number, two dates and a status.

    Args:
        kind: One of core.listed.LIST_KINDS.
    """
    names = {"aantal": _NUMBERS[kind], "datum": _SINCE, "geldig_tot": _UNTIL}
    if kind in _STATUSES:
        names["status"] = _STATUSES[kind]
    return address_catalogue(names, ("datum", "geldig_tot"), _OBJECT_IDS)


@dataclass(frozen=True)
class ListedAddresses:
    """Entries of a list on addresses in use, sorted by adresseerbaarobject_id; arrays of equal length.

    Attributes:
        kind: One of core.listed.LIST_KINDS.
        objects: The BAG objects.
        aantal: Persons, beds or signals; NaN where unknown.
        datum: ISO date, "" where unknown.
        geldig_tot: ISO date, "" where unknown or without end.
        status: As in core.listed.Listed.
        regels: Rows of the list on each.
        match_niveau: The least certain level by which a row came there.
        unmatched: Addresses without an object.
        rows_read: Rows of the list.
        rows_later: Rows dated after the reference date; they are left out.
        rows_without_address: Rows without a usable address.
        unread: Field -> cells that could not be read as what they should be; they were dropped.
        damaged_ids: Fields of identifiers whose last digit was lost; they were not used.
    """

    kind: str
    objects: BagObjects
    aantal: Floats
    datum: Text
    geldig_tot: Text
    status: Text
    regels: Integers
    match_niveau: Integers
    unmatched: tuple[UnmatchedAddress, ...]
    rows_read: int
    rows_later: int
    rows_without_address: int
    unread: dict[str, int]
    damaged_ids: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.regels)

    def listed(self) -> Listed:
        """The entries as the highlights look at them."""
        kind: Text = np.full(len(self), self.kind, dtype=object)
        ids = id_numbers(self.objects.adresseerbaarobject_id)
        return Listed(ids, kind, self.aantal, self.datum, self.geldig_tot, self.status)

    def entries(self) -> ListEntries:
        """The same, with how they were matched."""
        return ListEntries(self.listed(), self.regels.astype(np.float64), self.match_niveau.astype(np.float64))

    @property
    def matched_percent(self) -> float:
        """Share of the rows with an address that came on an object, in percent; 0 if there are none."""
        usable = self.rows_read - self.rows_later - self.rows_without_address
        return 100.0 * int(self.regels.sum()) / usable if usable else 0.0


@dataclass(frozen=True)
class Entry:
    """What one row says, apart from its address.

    Attributes:
        number: Persons, beds or signals; None where unknown.
        since: First day that its date can stand for.
        until: Last day on which it holds.
        status: A code, "" where unknown.
    """

    number: Optional[int] = None
    since: Optional[date] = None
    until: Optional[date] = None
    status: str = ""


def list_addresses(delivery: Delivery, bag: BagObjects, kind: str, peildatum: date) -> ListedAddresses:
    """Entries per BAG object in use on the reference date.

    Several rows on one object become one entry:

    - vergunning, certificaat: the one in force that was given last; none in force: the last of the others. Numbers
      are not added up, since a renewal would count twice.
    - controle: the last one.
    - signaal: their number, or the sum of their numbers; the date of the last, and all codes.
    - bewoners: the sum of the numbers of all rows, since each row is a household, or an address of the object.
    - leegstand, studentenhuisvesting: of the last date the sum of the numbers, since one object can have several
      addresses; equal rows count once.

    One unknown number makes a sum unknown.

    Args:
        delivery: What read_delivery gave with list_catalogue(kind).
        bag: All objects of the area, whatever their status.
        kind: One of core.listed.LIST_KINDS.
        peildatum: The reference date.
    """
    damaged = damaged_ids(delivery)
    rows: dict[Address, list[Entry]] = {}
    unread: Counter[str] = Counter()
    later = 0
    absent = 0 if kind == VACANT and "aantal" not in delivery.found else None
    for row in delivery.rows:
        cells = {**dict(zip(delivery.fields, row)), **dict.fromkeys(damaged, "")}
        entry = _entry(cells, kind, absent, unread)
        if entry.since is not None and entry.since > peildatum:
            later += 1
            continue
        rows.setdefault(address_of(cells), []).append(entry)
    index = AddressIndex(bag)
    matches = [(found, len(entries), index.match(found)) for found, entries in rows.items()]
    unmatched = unmatched_addresses(matches, bag)
    places, merged, counts, levels = _per_object(matches, rows, kind, peildatum, bag)
    return ListedAddresses(
        kind=kind,
        objects=bag.take(places),
        aantal=np.array([np.nan if e.number is None else e.number for e in merged], dtype=np.float64),
        datum=text([e.since.isoformat() if e.since else "" for e in merged]),
        geldig_tot=text([e.until.isoformat() if e.until else "" for e in merged]),
        status=text([e.status for e in merged]),
        regels=counts,
        match_niveau=levels,
        unmatched=unmatched,
        rows_read=len(delivery.rows),
        rows_later=later,
        rows_without_address=sum(u.registraties for u in unmatched if u.reason is Unmatched.NO_ADDRESS),
        unread=dict(unread),
        damaged_ids=damaged,
    )


# Cells -------------------------------------------------------------------------------------------------------------


def _entry(cells: dict[str, str], kind: str, absent: Optional[int], unread: Counter[str]) -> Entry:
    """What a row says; what can't be read as it should be is dropped, and counted."""
    number = read_number(cells["aantal"])
    since, until = earliest_day(cells["datum"]), latest_day(cells["geldig_tot"])
    status = read_status(cells.get("status", ""), kind)
    read = {
        "aantal": number,
        "datum": since,
        "geldig_tot": until,
        "status": status.replace(UNREAD, "") or None,
    }
    unread.update(name for name, value in read.items() if value is None and cells.get(name))
    return Entry(absent if number is None else number, since, until, status)


def read_number(cell: str) -> Optional[int]:
    """A whole number of persons, beds or signals; None for anything else.

    Args:
        cell: A cell of a list, for example '4', '4.0' or '4 personen' (which is none).
    """
    match = re.fullmatch(r"(\d{1,7})(?:[.,]0+)?", cell.strip())
    number = int(match[1]) if match and match[1].isascii() else LARGEST_NUMBER + 1
    return number if number <= LARGEST_NUMBER else None


def read_status(cell: str, kind: str) -> str:
    """The code that a cell means, for anything that is not on the list of the kind "".

    Of a permit or certificate it matters whether it holds: a longer text that has a word of one that does not hold
    means that, and what can't be read is UNREAD, which is neither.

    Args:
        cell: A cell of a list.
        kind: One of core.listed.LIST_KINDS.
    """
    plain = unicodedata.normalize("NFKD", cell.lower()).encode("ascii", "ignore").decode()
    words = " ".join(re.sub(r"[^a-z ]", " ", plain).split())
    codes = STATUSES.get(kind, {})
    same = next((code for code, known in codes.items() if words in known), "")
    if same or kind not in GRANTED or not cell.strip():
        return same
    if _NEGATIONS & set(words.split()):
        return UNREAD
    # An application that was granted and one that was withdrawn have that word too: only an end is certain.
    ended = [code for code in codes if code in NOT_IN_FORCE - {APPLIED}]
    return next((code for code in reversed(ended) if _has(words, codes[code])), UNREAD)


def _has(words: str, known: Sequence[str]) -> bool:
    return any(f" {one} " in f" {words} " for one in known)


# Several rows on one object ----------------------------------------------------------------------------------------


def _per_object(
    matches: Sequence[tuple[Address, int, Match]],
    rows: dict[Address, list[Entry]],
    kind: str,
    peildatum: date,
    bag: BagObjects,
) -> tuple[Integers, list[Entry], Integers, Integers]:
    """Position, entry, rows and least certain level of each object that was matched, by its identifier."""
    found: dict[int, list[tuple[Address, Entry]]] = {}
    levels: Counter[int] = Counter()
    for address, _, match in matches:
        if match.row >= 0:
            found.setdefault(match.row, []).extend((address, entry) for entry in rows[address])
            levels[match.row] = max(levels[match.row], match.level)
    places = sorted(found, key=lambda at: str(bag.adresseerbaarobject_id[at]))
    merged = [merge(found[place], kind, peildatum) for place in places]
    counts = [len(found[place]) for place in places]
    return (
        np.array(places, dtype=np.int64),
        merged,
        np.array(counts, dtype=np.int64),
        np.array([levels[place] for place in places], dtype=np.int64),
    )


def merge(rows: Sequence[tuple[Address, Entry]], kind: str, peildatum: date) -> Entry:
    """One entry of several rows on an object; see list_addresses.

    Args:
        rows: At least one, in the order of the list.
        kind: One of core.listed.LIST_KINDS.
        peildatum: The reference date.
    """
    entries = [entry for _, entry in rows]
    if kind in (PERMIT, CERTIFICATE):
        running = [e for e in entries if _in_force(e, peildatum)]
        return _last([e for e in running if e.status != UNREAD] or running or entries)
    last = _last(entries)
    if kind == CHECK:
        return last
    if kind == SIGNAL:
        codes = sorted({entry.status for entry in entries} - {""})
        numbers = [1 if entry.number is None else entry.number for entry in entries]
        return Entry(sum(numbers), last.since, last.until, BETWEEN.join(codes))
    newest = {(address, entry) for address, entry in rows if entry.since == last.since}
    parts = [entry.number for entry in entries] if kind == RESIDENTS else [entry.number for _, entry in newest]
    known = [number for number in parts if number is not None]
    return Entry(sum(known) if len(known) == len(parts) else None, last.since, last.until, last.status)


def _in_force(entry: Entry, peildatum: date) -> bool:
    return entry.status not in NOT_IN_FORCE and (entry.until is None or entry.until >= peildatum)


def _last(entries: Sequence[Entry]) -> Entry:
    """The entry of the last date; of those of one date what stands lowest in the list."""
    order = [(entry.since or date.min, at) for at, entry in enumerate(entries)]
    return entries[max(order)[1]]
