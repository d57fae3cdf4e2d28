"""What the BAG has that an unmatched address could stand for: a few candidates, each with its reason in words.

A candidate in another place than the address is one of the classic mistakes: it comes last, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from .address import Address
from .arrays import Flags, Integers, Labels, Text, labels
from .bag import BagObjects, in_stock
from .phrases import Phrase, phrase
from .similar_names import SimilarNames
from .spelling import LARGEST_HOUSE_NUMBER, street_key, suffix

#: Candidates of one address, and of one reason.
MOST = 8
_MOST_OF_A_REASON = 4

#: Streets that are spelled alike, at most.
_STREETS = 3

SAME_KEY = phrase("same postcode and house number; letter or addition differs")
EXACT = phrase("same postcode, house number and addition")
SAME_STREET_NUMBER = phrase("same street and house number")
STREET_OF_POSTCODE = phrase("same house number in the street of this postcode, with another postcode there")
NEAREST = phrase("same street; one of the nearest house numbers")
NEAREST_IN_POSTCODE = phrase("same postcode; one of the nearest house numbers")
ALIKE = phrase("street with a name that is alike, same house number")

#: What is wrong with the place of a candidate.
OTHER_PLACE = phrase("It lies in another place.")
OTHER_MUNICIPALITY = phrase("It lies in another municipality.")
PLACE_UNKNOWN = phrase("The delivery does not say in which place the address is.")


@dataclass(frozen=True)
class Candidate:
    """A BAG object in use that an address could stand for.

    Attributes:
        adresseerbaarobject_id: Its identifier.
        address: Its address, as the BAG has it.
        gebruiksdoel: What it is used for.
        reason: Why it is a candidate.
        caution: What is wrong with its place; "" if nothing is.
    """

    adresseerbaarobject_id: str
    address: Address
    gebruiksdoel: str
    reason: Phrase
    caution: str = ""


@dataclass(frozen=True)
class _Where:
    """Where an unmatched address says it is: numbers of places and municipalities, empty where it does not say."""

    places: frozenset[int]
    municipalities: frozenset[int]


class Suggester:
    """Finds candidates; the indexes are made once.

    Args:
        bag: All objects; those not in use are never suggested.
    """

    def __init__(self, bag: BagObjects) -> None:
        self._bag = bag.take(in_stock(bag.status) & (bag.huisnummer > 0))
        found = self._bag
        self._postcodes, self._postcode_numbers = _numbered(labels(found.postcode))
        places = labels(found.woonplaats)
        self._place = places.numbers
        self._places = {street_key(name): at for at, name in enumerate(places.names) if name}
        municipalities = labels(found.gemeentecode)
        self._municipality = municipalities.numbers
        self._municipalities = {code: at for at, code in enumerate(municipalities.names) if code}
        self._street, self._streets = _streets(found.straat, found.straat_kort)
        self._by_postcode = _Sorted(self._postcode_numbers, found.huisnummer)
        self._by_street = _Sorted(self._street, found.huisnummer)
        self._alike = SimilarNames(list(self._streets))

    def candidates(self, address: Address) -> list[Candidate]:
        """The best candidates of an address, the likeliest first.

        Args:
            address: As it is listed as unmatched.
        """
        if not address.huisnummer:
            return []
        where = self._where(address)
        found: dict[int, tuple[Phrase, str]] = {}
        last: dict[int, tuple[Phrase, str]] = {}
        for rows, reason in self._by_reason(address, where):
            here = [row for row in rows.tolist() if row not in found and row not in last]
            for row in here[:_MOST_OF_A_REASON]:
                caution = self._caution(row, where)
                elsewhere = caution in (OTHER_PLACE, OTHER_MUNICIPALITY)
                (last if elsewhere else found)[row] = (reason, caution)
        ordered = [*found.items(), *last.items()][:MOST]
        return [self._candidate(row, *words) for row, words in ordered]

    def _by_reason(self, address: Address, where: _Where) -> Iterable[tuple[Integers, Phrase]]:
        """Positions for each reason, the strongest first; those in the place of the address before others."""
        number = address.huisnummer
        postcode = self._postcodes.get(address.postcode, -1)
        street = self._streets.get(street_key(address.straat), -1) if address.straat else -1
        same = self._by_postcode.at(postcode, number)
        ours = suffix(address.huisletter, address.toevoeging)
        exact = np.array([self._suffix(row) == ours for row in same.tolist()], dtype=np.bool_)
        yield same[exact], EXACT
        yield self._like(same[~exact], ours), SAME_KEY
        yield self._near(self._by_street.at(street, number), where, ours), SAME_STREET_NUMBER
        in_postcode = self._by_postcode.all(postcode)
        for named in np.unique(self._street[in_postcode]).tolist():
            rows = self._by_street.at(named, number)
            yield self._near(rows[self._postcode_numbers[rows] != postcode], where, ours), STREET_OF_POSTCODE
        for named in self._streets_alike(address, where):
            yield self._only_here(self._by_street.at(named, number), where, ours), ALIKE
        in_street = self._by_street.all(street)
        yield self._nearest(in_street[self._here(in_street, where)], number), NEAREST
        yield self._nearest(in_postcode, number), NEAREST_IN_POSTCODE

    # Places ----------------------------------------------------------------------------------------------------

    def _where(self, address: Address) -> _Where:
        """What an address says of its place, by name, else by its postcode; and of its municipality."""
        named = self._places.get(street_key(address.woonplaats), -1) if address.woonplaats else -1
        places = frozenset({named} if named >= 0 else ())
        if not places:
            rows = self._by_postcode.all(self._postcodes.get(address.postcode, -1))
            places = frozenset(np.unique(self._place[rows]).tolist())
        code = address.gemeentecode
        return _Where(places, frozenset({self._municipalities.get(code, -1)} if code else ()))

    def _here(self, rows: Integers, where: _Where) -> Flags:
        """Whether objects lie where the address says it is."""
        inside = np.ones(len(rows), dtype=np.bool_)
        for numbers, wanted in ((self._place, where.places), (self._municipality, where.municipalities)):
            if wanted:
                inside &= np.isin(numbers[rows], list(wanted))
        return inside

    def _caution(self, row: int, where: _Where) -> str:
        if where.municipalities and int(self._municipality[row]) not in where.municipalities:
            return OTHER_MUNICIPALITY
        if where.places and int(self._place[row]) not in where.places:
            return OTHER_PLACE
        return "" if where.places or where.municipalities else PLACE_UNKNOWN

    # Order -----------------------------------------------------------------------------------------------------

    def _near(self, rows: Integers, where: _Where, ours: str) -> Integers:
        """Those in the place of the address first, and of these the likest additions."""
        rows = self._like(rows, ours)
        here = self._here(rows, where)
        return np.concatenate([rows[here], rows[~here]])

    def _only_here(self, rows: Integers, where: _Where, ours: str) -> Integers:
        return self._like(rows[self._here(rows, where)], ours)

    def _like(self, rows: Integers, ours: str) -> Integers:
        """By how much of the letter and addition agrees: 12A-3 before 12A before 12 for 12A-3."""

        def agreeing(row: int) -> tuple[int, int]:
            theirs = self._suffix(row)
            same = next((at for at, pair in enumerate(zip(ours, theirs)) if pair[0] != pair[1]), None)
            same = min(len(ours), len(theirs)) if same is None else same
            return -same, len(theirs)

        return np.array(sorted(rows.tolist(), key=agreeing), dtype=np.int64)

    def _nearest(self, rows: Integers, number: int) -> Integers:
        """The nearest house numbers, those on the same side of the street before the others."""
        numbers = self._bag.huisnummer[rows]
        away = np.abs(numbers - number)
        other_side = (numbers - number) % 2
        order = np.lexsort((numbers, other_side, away + 2 * other_side))
        nearest: Integers = rows[order[away[order] > 0][:_MOST_OF_A_REASON]]
        return nearest

    def _streets_alike(self, address: Address, where: _Where) -> list[int]:
        """Streets in the same place whose name is alike, and that the address does not name itself."""
        if not address.straat or not (where.places or where.municipalities):
            return []
        own = street_key(address.straat)
        return [self._streets[name] for name in self._alike.like(own, _STREETS + 1) if name != own][:_STREETS]

    # Words -----------------------------------------------------------------------------------------------------

    def _suffix(self, row: int) -> str:
        return suffix(self._bag.huisletter[row], self._bag.toevoeging[row])

    def _candidate(self, row: int, reason: Phrase, caution: str) -> Candidate:
        bag = self._bag
        address = Address(
            nummeraanduiding_id=bag.nummeraanduiding_id[row],
            adresseerbaarobject_id=bag.adresseerbaarobject_id[row],
            gemeentecode=bag.gemeentecode[row],
            postcode=bag.postcode[row],
            huisnummer=int(bag.huisnummer[row]),
            huisletter=bag.huisletter[row],
            toevoeging=bag.toevoeging[row],
            straat=bag.straat[row],
            woonplaats=bag.woonplaats[row],
        )
        return Candidate(bag.adresseerbaarobject_id[row], address, bag.gebruiksdoel[row], reason, caution)


class _Sorted:
    """Positions by a number and a house number.

    Args:
        numbers: n numbers of a postcode or street, -1 where there is none.
        house_numbers: n house numbers.
    """

    def __init__(self, numbers: Integers, house_numbers: Integers) -> None:
        keys = numbers * (LARGEST_HOUSE_NUMBER + 1) + house_numbers
        self._rows = np.argsort(keys, kind="stable")
        self._keys = keys[self._rows]

    def at(self, number: int, house_number: int) -> Integers:
        """Positions with this number and house number."""
        key = number * (LARGEST_HOUSE_NUMBER + 1) + house_number
        return self._between(number, key, key + 1)

    def all(self, number: int) -> Integers:
        """Positions with this number."""
        return self._between(number, number * (LARGEST_HOUSE_NUMBER + 1), (number + 1) * (LARGEST_HOUSE_NUMBER + 1))

    def _between(self, number: int, low: int, high: int) -> Integers:
        first, last = np.searchsorted(self._keys, (low, high)) if number >= 0 else (0, 0)
        return self._rows[first:last]


def _numbered(found: Labels) -> tuple[dict[str, int], Integers]:
    """Number of each text, and the number of each of n, -1 for an empty one."""
    numbers = {name: at for at, name in enumerate(found.names) if name}
    empty = {at for at, name in enumerate(found.names) if not name}
    return numbers, np.where(np.isin(found.numbers, list(empty)), -1, found.numbers)


def _streets(full: Text, short: Text) -> tuple[Integers, dict[str, int]]:
    """Number of the street of each of n objects, -1 for none; and number of each name, in full or shortened."""
    names = labels(full)
    keys = [street_key(name) for name in names.names]
    numbers: dict[str, int] = {}
    of_name = np.array([numbers.setdefault(key, len(numbers)) if key else -1 for key in keys] or [-1], dtype=np.int64)
    streets = of_name[names.numbers] if len(names) else np.empty(0, dtype=np.int64)
    for name, other in {pair for pair in zip(short.tolist(), full.tolist()) if all(pair)}:
        numbers.setdefault(street_key(name), numbers[street_key(other)])
    return streets, numbers
