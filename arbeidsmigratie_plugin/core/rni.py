"""An RNI delivery becomes counts per BAG address; nothing of a person passes."""

from __future__ import annotations

from collections import Counter
from dataclasses import astuple, dataclass
from datetime import date

import numpy as np

from . import spelling
from .address import Address, AddressIndex, Match, Unmatched
from .arrays import Integers
from .bag import BagObjects
from .columns import FIELDS
from .dates import earliest_day, latest_day
from .delivery import Delivery

#: So many different identifiers that all end in 0 are no coincidence.
_ENOUGH_TO_TELL = 3

#: Municipality, kind of object and the first zeros of an identifier.
_ID_START = 9


@dataclass(frozen=True)
class UnmatchedAddress:
    """An address without a BAG object, in words that are safe to repeat, with the registrations on it."""

    address: Address
    reason: Unmatched
    registraties: int


@dataclass(frozen=True)
class AddressCounts:
    """Registrations per address in use, sorted by adresseerbaarobject_id; arrays of equal length.

    Attributes:
        objects: The BAG objects.
        registraties: Registrations (persons) on each.
        match_niveau: The least certain level by which a registration came there.
        unmatched: Addresses without an object.
        rows_read: Rows of the delivery.
        rows_ended: Rows whose end date lies on or before the reference date.
        rows_not_begun: Rows whose first day lies after the reference date.
        rows_elsewhere: Rows of a municipality outside the region.
        rows_without_address: Rows that hold no usable address.
        rows_end_unknown: Rows with an end date that can't be read or has no year; they count.
        municipalities: Codes of the municipalities that the delivery is about.
        damaged_ids: Fields of identifiers whose last digit was lost; they were not used.
    """

    objects: BagObjects
    registraties: Integers
    match_niveau: Integers
    unmatched: tuple[UnmatchedAddress, ...]
    rows_read: int
    rows_ended: int
    rows_not_begun: int
    rows_elsewhere: int
    rows_without_address: int
    rows_end_unknown: int
    municipalities: tuple[str, ...]
    damaged_ids: tuple[str, ...]

    @property
    def matched(self) -> int:
        """Registrations on an address."""
        return int(self.registraties.sum())

    @property
    def rows_counted(self) -> int:
        """Rows of registrations on the reference date, in the region."""
        return self.rows_read - self.rows_ended - self.rows_not_begun - self.rows_elsewhere

    @property
    def located_percent(self) -> float:
        """Matched share of all registrations, those without a usable address included, in percent."""
        return 100.0 * self.matched / self.rows_counted if self.rows_counted else 0.0

    @property
    def matched_percent(self) -> float:
        """Matched share of the registrations that have an address, in percent; 0 if there are none."""
        usable = self.rows_counted - self.rows_without_address
        return 100.0 * self.matched / usable if usable else 0.0


def count_addresses(
    delivery: Delivery, bag: BagObjects, peildatum: date, elsewhere: frozenset[str] = frozenset()
) -> AddressCounts:
    """Registrations per BAG object in use on the reference date.

    A row is left out when its end date certainly lies on or before the reference date: a stay is valid while its
    end date (16.18.10) is later (selection rule of RvIG, BRP table 35); and when its first day certainly lies after.

    Args:
        delivery: What read_delivery gave.
        bag: All objects of the area, whatever their status.
        peildatum: The reference date.
        elsewhere: Codes of municipalities outside the region: rows that say they are there are left out.
    """
    damaged = tuple(name for name in ("nummeraanduiding_id", "adresseerbaarobject_id") if _damaged(delivery, name))
    left_out: Counter[str] = Counter()
    seen: Counter[Address] = Counter()
    municipalities: set[str] = set()
    for row in delivery.rows:
        cells = {**dict(zip(FIELDS, row)), **dict.fromkeys(damaged, "")}
        found = _address(cells)
        if found.gemeentecode in elsewhere:
            left_out["elsewhere"] += 1
            continue
        if found.usable and found.gemeentecode:
            municipalities.add(found.gemeentecode)
        last, first = latest_day(cells["einddatum"]), earliest_day(cells["begindatum"])
        if last is not None and last <= peildatum:
            left_out["ended"] += 1
        elif first is not None and first > peildatum:
            left_out["not begun"] += 1
        else:
            left_out["end unknown"] += bool(cells["einddatum"] and last is None)
            seen[found] += 1
    matches = [(found, n, match) for (found, n), match in zip(seen.items(), map(AddressIndex(bag).match, seen))]
    rows, counts, levels = _per_object(matches)
    order = np.argsort(bag.adresseerbaarobject_id[rows].astype(str), kind="stable")
    objects = bag.take(rows[order])
    unmatched = _unmatched(matches, bag)
    return AddressCounts(
        objects=objects,
        registraties=counts[order],
        match_niveau=levels[order],
        unmatched=unmatched,
        rows_read=len(delivery.rows),
        rows_ended=left_out["ended"],
        rows_not_begun=left_out["not begun"],
        rows_elsewhere=left_out["elsewhere"],
        rows_without_address=sum(u.registraties for u in unmatched if u.reason is Unmatched.NO_ADDRESS),
        rows_end_unknown=left_out["end unknown"],
        municipalities=tuple(sorted(municipalities or set(objects.gemeentecode) - {""})),
        damaged_ids=damaged,
    )


def _damaged(delivery: Delivery, name: str) -> bool:
    """Whether a spreadsheet cut off the last digit of all identifiers: it keeps fifteen of sixteen, and writes 0."""
    at = FIELDS.index(name)
    different = {digits for row in delivery.rows if len(digits := "".join(filter(str.isdigit, row[at]))) >= 16}
    return len(different) >= _ENOUGH_TO_TELL and all(digits[15] == "0" for digits in different)


def _address(cells: dict[str, str]) -> Address:
    """The normal form of a row's address."""
    number, letter, addition = spelling.house_number(cells["huisnummer"], cells["huisletter"], cells["toevoeging"])
    return Address(
        nummeraanduiding_id=spelling.identifier(cells["nummeraanduiding_id"], ("20",)),
        adresseerbaarobject_id=spelling.identifier(cells["adresseerbaarobject_id"], ("01", "02", "03")),
        gemeentecode=spelling.municipality_code(cells["gemeentecode"]),
        postcode=spelling.postcode(cells["postcode"]),
        huisnummer=number,
        huisletter=letter,
        toevoeging=addition,
        straat=cells["openbare_ruimte"] or cells["straat"],
        woonplaats=cells["woonplaats"],
        nearby=any(c.isalnum() for c in cells["aanduiding"])
        or spelling.nearby(cells["huisnummer"], cells["toevoeging"]),
    )


def _per_object(matches: list[tuple[Address, int, Match]]) -> tuple[Integers, Integers, Integers]:
    """Position, registrations and least certain level of each object that was matched."""
    found = [(match.row, n, match.level) for _, n, match in matches if match.row >= 0]
    hits = np.array(found, dtype=np.int64).reshape(-1, 3)
    rows, which = np.unique(hits[:, 0], return_inverse=True)
    counts, levels = np.zeros(len(rows), dtype=np.int64), np.zeros(len(rows), dtype=np.int64)
    np.add.at(counts, which, hits[:, 1])
    np.maximum.at(levels, which, hits[:, 2])
    return rows, counts, levels


def _unmatched(matches: list[tuple[Address, int, Match]], bag: BagObjects) -> tuple[UnmatchedAddress, ...]:
    """Unmatched addresses in words that are safe to repeat, those that became equal taken together."""
    safe = _SafeWords(bag)
    totals: Counter[tuple[Address, Unmatched]] = Counter()
    for found, n, match in matches:
        if match.reason is not None:
            totals[safe.address(found), match.reason] += n
    listed = [UnmatchedAddress(found, reason, n) for (found, reason), n in totals.items()]
    return tuple(sorted(listed, key=lambda u: (-u.registraties, u.reason.value, _order(u.address))))


def _order(found: Address) -> tuple[object, ...]:
    """Every field: a tie would leave the order of the delivery, which is one of persons."""
    return (found.postcode, found.straat, found.huisnummer, *astuple(found))


class _SafeWords:
    """Repeats only what can't be a name or a number of a person.

    A shifted column can put anything into a street or addition. Streets, places and additions are repeated in the
    BAG's own words or not at all; the other fields have a fixed form.
    """

    def __init__(self, bag: BagObjects) -> None:
        self._streets = {spelling.street_key(name): name for name in sorted(set(bag.straat)) if name}
        self._streets.update({spelling.street_key(s): n for s, n in set(zip(bag.straat_kort, bag.straat)) if s and n})
        self._places = {spelling.street_key(name): name for name in sorted(set(bag.woonplaats)) if name}
        ids = set(bag.adresseerbaarobject_id) | set(bag.nummeraanduiding_id)
        self._id_starts = {value[:_ID_START] for value in ids if value}
        self._additions = {value.upper() for value in set(bag.toevoeging) | set(bag.huisletter)}

    def address(self, found: Address) -> Address:
        """The address with only safe words."""
        addition = found.toevoeging if self._safe_addition(found.toevoeging) else ""
        return Address(
            nummeraanduiding_id=self._safe_id(found.nummeraanduiding_id),
            adresseerbaarobject_id=self._safe_id(found.adresseerbaarobject_id),
            gemeentecode=found.gemeentecode,
            postcode=found.postcode,
            huisnummer=found.huisnummer,
            huisletter=found.huisletter,
            toevoeging=addition,
            straat=self._streets.get(spelling.street_key(found.straat), "") if found.straat else "",
            woonplaats=self._places.get(spelling.street_key(found.woonplaats), "") if found.woonplaats else "",
            nearby=found.nearby,
        )

    def _safe_id(self, value: str) -> str:
        """An identifier that starts as one of the BAG does: a date of birth and a number have sixteen digits too."""
        return value if value[:_ID_START] in self._id_starts else ""

    def _safe_addition(self, value: str) -> bool:
        short_number = len(value) <= 4 and any(c.isdigit() for c in value)
        return short_number or value.upper() in self._additions
