"""Dutch addresses matched with the BAG in levels, never forced.

Levels (match_niveau): 1 identifier, 2 full key (postcode, house number, letter and addition), 3 unique key without
addition, 4 street and place. Whatever can mean two objects stays unmatched, with the reason; a user may link it by
hand (level 5, see corrections.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Optional

import numpy as np

from .arrays import Flags, Integers, Text
from .bag import BagObjects, in_stock
from .spelling import LARGEST_HOUSE_NUMBER, equal_suffixes, street_key, suffix

#: match_niveau of an address that a user linked by hand.
BY_HAND = 5


class Unmatched(Enum):
    """Why an address was not matched; the values are what users read."""

    NO_ADDRESS = "geen bruikbaar adres"
    NEARBY = "aanduiding bij of tegenover een huisnummer"
    NOT_IN_BAG = "niet in de BAG"
    NOT_IN_USE = "BAG-object niet in gebruik"
    AMBIGUOUS = "meer dan een BAG-object mogelijk"
    OTHER_ADDITION = "huisletter of toevoeging niet in de BAG"
    CONTRADICTION = "postcode en straat spreken elkaar tegen"
    SKIPPED = "met de hand overgeslagen"
    OUTSIDE = "met de hand: buiten de regio"


@dataclass(frozen=True)
class Address:
    """One delivered address in normal form; "" and 0 are absent.

    Attributes:
        nummeraanduiding_id: BAG identifier of 16 digits.
        adresseerbaarobject_id: BAG identifier of 16 digits.
        gemeentecode: Four digits.
        postcode: Six characters.
        huisnummer: 1 to 99999.
        huisletter: As parsed.
        toevoeging: As parsed, without separators.
        straat: As delivered.
        woonplaats: As delivered.
        nearby: The address is one near or opposite the house number (aanduiding 'by' or 'to').
    """

    nummeraanduiding_id: str = ""
    adresseerbaarobject_id: str = ""
    gemeentecode: str = ""
    postcode: str = ""
    huisnummer: int = 0
    huisletter: str = ""
    toevoeging: str = ""
    straat: str = ""
    woonplaats: str = ""
    nearby: bool = False

    @property
    def usable(self) -> bool:
        """Whether there is enough to look for an object."""
        by_key = self.huisnummer and (self.postcode or self.straat)
        return bool(self.nummeraanduiding_id or self.adresseerbaarobject_id or by_key)


@dataclass(frozen=True)
class Match:
    """What the BAG has for an address.

    Attributes:
        row: Position in the BagObjects, -1 when unmatched.
        level: match_niveau 1 to 5, 0 when unmatched.
        reason: Why it is unmatched, None when matched.
    """

    row: int = -1
    level: int = 0
    reason: Optional[Unmatched] = None


class AddressIndex:
    """BAG objects, indexed for matching.

    Args:
        bag: All objects, whatever their status: what is not in use is recognised, but never matched.
    """

    def __init__(self, bag: BagObjects) -> None:
        self.bag = bag
        self.in_use: Flags = in_stock(bag.status)
        self._postcodes = _KeyIndex(_postcode_numbers(bag.postcode), bag.huisnummer)

    @cached_property
    def _ids(self) -> tuple[dict[str, int], dict[str, list[int]]]:
        """BAG identifier of an object or of its main address -> its first position; and of few of them the others."""
        first: dict[str, int] = {}
        others: dict[str, list[int]] = {}
        order = np.argsort(~self.in_use, kind="stable")
        for column in (self.bag.adresseerbaarobject_id, self.bag.nummeraanduiding_id):
            for value, row in zip(column[order].tolist(), order.tolist()):
                if first.setdefault(value, row) != row:
                    others.setdefault(value, []).append(row)
        return first, others

    def _with_id(self, value: str) -> Integers:
        """Positions with an identifier, in use before not in use."""
        first, others = self._ids
        if not value or value not in first:
            return _NO_ROWS
        return np.array([first[value], *others.get(value, ())], dtype=np.int64)

    @cached_property
    def _street_numbers(self) -> dict[str, int]:
        names = set(self.bag.straat) | set(self.bag.straat_kort)
        keys = sorted({street_key(name) for name in names if name})
        return {key: number for number, key in enumerate(keys)}

    @cached_property
    def _street_columns(self) -> tuple[Integers, Integers]:
        """Numbers of the full and of the shortened name: a delivery has the shortened one where there is one."""
        numbers = self._street_numbers
        full, short = (
            np.fromiter((numbers.get(street_key(name), -1) for name in names), np.int64, len(names))
            for names in (self.bag.straat, self.bag.straat_kort)
        )
        return full, short

    @cached_property
    def _streets(self) -> list[_KeyIndex]:
        return [_KeyIndex(numbers, self.bag.huisnummer) for numbers in self._street_columns]

    def match(self, address: Address) -> Match:
        """The object an address stands for, by the first level that gives exactly one.

        Args:
            address: Address in normal form.
        """
        if not address.usable:
            return Match(reason=Unmatched.NO_ADDRESS)
        named, reason = self._by_identifier(address)
        by_key = self._by_key(address)
        if named >= 0 and self._agrees(named, address, by_key):
            return Match(named, 1)
        disagree = reason is Unmatched.CONTRADICTION or (named >= 0 and by_key.row >= 0)
        if disagree and not _cut_off(address):
            return Match(reason=Unmatched.CONTRADICTION)
        return Match(reason=reason) if reason and by_key.reason is Unmatched.NO_ADDRESS else by_key

    def _by_identifier(self, address: Address) -> tuple[int, Optional[Unmatched]]:
        """The object in use that the identifiers name, -1 and the reason if there is not exactly one."""
        reason, named = None, set()
        for value in (address.nummeraanduiding_id, address.adresseerbaarobject_id):
            rows = self._with_id(value)
            used = rows[self.in_use[rows]]
            if len(used) == 1:
                named.add(int(used[0]))
            elif len(used):
                reason = Unmatched.AMBIGUOUS
            elif value:
                reason = Unmatched.NOT_IN_USE if len(rows) else reason or Unmatched.NOT_IN_BAG
        if len(named) > 1:
            return -1, Unmatched.CONTRADICTION
        return (named.pop(), None) if named else (-1, reason)

    def _agrees(self, row: int, address: Address, by_key: Match) -> bool:
        """Whether the rest of an address does not contradict its identifier, as it does when that was damaged.

        Spreadsheets keep fifteen of sixteen digits: the last becomes 0 and can name another object.
        """
        if not address.huisnummer or by_key.row == row:
            return True
        if by_key.level in (2, 4) or self.bag.huisnummer[row] != address.huisnummer:
            return False
        ours, theirs = suffix(address.huisletter, address.toevoeging), self._suffix(row)
        if ours and ours != theirs and theirs not in equal_suffixes(ours):
            return False
        no_other_postcode = (
            "" in (address.postcode, self.bag.postcode[row]) or address.postcode == self.bag.postcode[row]
        )
        return no_other_postcode or (bool(address.straat) and self._in_street(np.array([row]), address))

    def _by_key(self, address: Address) -> Match:
        """The object by what is written: postcode and number, or street, number and place."""
        if not address.huisnummer:
            return Match(reason=Unmatched.NO_ADDRESS)
        if address.nearby:
            return Match(reason=Unmatched.NEARBY)
        rows = self._by_postcode(address)
        if len(rows):
            if self._street(address) >= 0 and not self._in_street(rows, address):
                return Match(reason=Unmatched.CONTRADICTION)
            return self._choose(rows, address, (2, 3))
        rows = self._by_street(address)
        return self._choose(rows, address, (4, 4)) if len(rows) else Match(reason=Unmatched.NOT_IN_BAG)

    def _street(self, address: Address) -> int:
        """Number of the delivered street, -1 if the BAG does not know it: a park or an old name contradicts nothing."""
        return self._street_numbers.get(street_key(address.straat), -1) if address.straat else -1

    def _in_street(self, rows: Integers, address: Address) -> bool:
        """Whether any of these objects lies in the delivered street."""
        street = self._street(address)
        return street >= 0 and any(bool((numbers[rows] == street).any()) for numbers in self._street_columns)

    def _by_postcode(self, address: Address) -> Integers:
        if not address.postcode:
            return _NO_ROWS
        return self._postcodes.rows(_postcode_number(address.postcode), address.huisnummer)

    def _by_street(self, address: Address) -> Integers:
        """Objects with this street and number in this place; without a place, in this municipality."""
        street = self._street(address)
        if street < 0 or not (address.woonplaats or address.gemeentecode):
            return _NO_ROWS
        rows = np.unique(np.concatenate([index.rows(street, address.huisnummer) for index in self._streets]))
        return np.array([row for row in rows if self._same_place(row, address)], dtype=np.int64)

    def _same_place(self, row: int, address: Address) -> bool:
        place, code = self.bag.woonplaats[row], self.bag.gemeentecode[row]
        if address.gemeentecode and code and code != address.gemeentecode:  # places of one name: Bergen, Hengelo
            return False
        if address.woonplaats and place:
            return street_key(place) == street_key(address.woonplaats)
        return bool(address.gemeentecode) and code == address.gemeentecode

    def _choose(self, rows: Integers, address: Address, levels: tuple[int, int]) -> Match:
        """The one of several objects at a house number that an address means, if there is exactly one."""
        full, without_addition = levels
        gone = False
        for same in self._equal_additions(rows, address):
            found = same[self.in_use[same]]
            if len(found):
                return Match(int(found[0]), full) if len(found) == 1 else Match(reason=Unmatched.AMBIGUOUS)
            gone |= len(same) > 0
        found = rows[self.in_use[rows]]
        if gone or not len(found):
            return Match(reason=Unmatched.NOT_IN_USE)
        if len(found) > 1:
            return Match(reason=Unmatched.AMBIGUOUS)
        if self._differs_in_addition_only(found[0], address):
            return Match(int(found[0]), without_addition)
        return Match(reason=Unmatched.OTHER_ADDITION)

    def _differs_in_addition_only(self, row: int, address: Address) -> bool:
        """Whether one side lacks what the other adds: 12 for 12A, 12A for 12A-3, but never 12B for 12A."""
        ours, theirs = suffix(address.huisletter, address.toevoeging), self._suffix(row)
        same_letter = bool(address.huisletter) and self.bag.huisletter[row].upper() == address.huisletter.upper()
        return not ours or not theirs or (same_letter and not (address.toevoeging and self.bag.toevoeging[row]))

    def _equal_additions(self, rows: Integers, address: Address) -> Iterator[Integers]:
        """Objects whose letter and addition are the same: to the letter, then in any writing, then by meaning."""
        bag = self.bag
        exact = (bag.huisletter[rows] == address.huisletter) & (bag.toevoeging[rows] == address.toevoeging)
        yield rows[exact]
        ours = suffix(address.huisletter, address.toevoeging)
        theirs = [self._suffix(row) for row in rows]
        yield rows[np.array([key == ours for key in theirs], dtype=np.bool_)]
        others = equal_suffixes(ours)
        # A word ('bis', 'H' for huis) is an addition as a whole: a house letter is a row of houses.
        meant = [key in others and not bag.huisletter[row] for row, key in zip(rows, theirs)]
        yield rows[np.array(meant, dtype=np.bool_)]

    def _suffix(self, row: int) -> str:
        return suffix(self.bag.huisletter[row], self.bag.toevoeging[row])


def _cut_off(address: Address) -> bool:
    """Whether an identifier may have lost its last digit to a spreadsheet, which keeps fifteen."""
    ids = (address.nummeraanduiding_id, address.adresseerbaarobject_id)
    return any(value.endswith("0") for value in ids)


class _KeyIndex:
    """Rows by (number, house number), as one packed and sorted key.

    Args:
        numbers: n numbers of a postcode or street, negative where there is none.
        house_numbers: n house numbers.
    """

    def __init__(self, numbers: Integers, house_numbers: Integers) -> None:
        usable = np.flatnonzero((numbers >= 0) & (house_numbers > 0))
        keys = self._pack(numbers[usable], house_numbers[usable])
        order = np.argsort(keys, kind="stable")
        self._keys, self._rows = keys[order], usable[order]

    @staticmethod
    def _pack(numbers: Integers, house_numbers: Integers) -> Integers:
        return numbers * (LARGEST_HOUSE_NUMBER + 1) + house_numbers

    def rows(self, number: int, house_number: int) -> Integers:
        """Positions with this key, in ascending order."""
        key = number * (LARGEST_HOUSE_NUMBER + 1) + house_number
        first, last = np.searchsorted(self._keys, (key, key + 1))
        return self._rows[first:last]


_NO_ROWS: Integers = np.empty(0, dtype=np.int64)


def _postcode_numbers(postcodes: Text) -> Integers:
    """Postcodes as numbers, -1 where there is none: digits first, then the letters in base 26."""
    n = len(postcodes)
    characters = postcodes.astype("U6").view(np.uint32).reshape(n, 6).astype(np.int64)
    digits, letters = characters[:, :4] - ord("0"), characters[:, 4:] - ord("A")
    valid = ((digits >= 0) & (digits <= 9)).all(axis=1) & ((letters >= 0) & (letters < 26)).all(axis=1)
    packed = digits @ np.array([1000, 100, 10, 1]) * 676 + letters @ np.array([26, 1])
    return np.where(valid, packed, -1)


def _postcode_number(text: str) -> int:
    return int(text[:4]) * 676 + (ord(text[4]) - ord("A")) * 26 + ord(text[5]) - ord("A")
