"""Rows of a delivery or list on the BAG: their addresses in normal form, and what stays unmatched in safe words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass

from . import spelling
from .address import Address, Match, Unmatched
from .bag import BagObjects
from .delivery import Delivery

#: So many different identifiers that all end in 0 are no coincidence.
_ENOUGH_TO_TELL = 3

#: Municipality, kind of object and the first zeros of an identifier.
_ID_START = 9


@dataclass(frozen=True)
class UnmatchedAddress:
    """An address without a BAG object, in words that are safe to repeat.

    Attributes:
        address: The address.
        reason: Why there is no object.
        registraties: Rows with it; of an RNI delivery each is a registration.
    """

    address: Address
    reason: Unmatched
    registraties: int


def damaged_ids(delivery: Delivery) -> tuple[str, ...]:
    """Fields of identifiers whose last digit was lost, so that they can't be used.

    Args:
        delivery: The cells.
    """
    return tuple(name for name in ("nummeraanduiding_id", "adresseerbaarobject_id") if _damaged(delivery, name))


def _damaged(delivery: Delivery, name: str) -> bool:
    """Whether a spreadsheet cut off the last digit of all identifiers: it keeps fifteen of sixteen, and writes 0."""
    at = delivery.fields.index(name)
    different = {digits for row in delivery.rows if len(digits := "".join(filter(str.isdigit, row[at]))) >= 16}
    return len(different) >= _ENOUGH_TO_TELL and all(digits[15] == "0" for digits in different)


def address_of(cells: Mapping[str, str]) -> Address:
    """The normal form of a row's address.

    Args:
        cells: Field -> cell, of the fields of an address.
    """
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


def unmatched_addresses(matches: Iterable[tuple[Address, int, Match]], bag: BagObjects) -> tuple[UnmatchedAddress, ...]:
    """Unmatched addresses in words that are safe to repeat, those that became equal taken together.

    Args:
        matches: Addresses, the rows of each, and what the BAG has for it.
        bag: The objects that they were matched with.
    """
    unmatched = [(found, match.reason, n) for found, n, match in matches if match.reason is not None]
    if not unmatched:
        return ()
    safe = SafeWords(bag)
    totals: Counter[tuple[Address, Unmatched]] = Counter()
    for found, reason, n in unmatched:
        totals[safe.address(found), reason] += n
    listed = [UnmatchedAddress(found, reason, n) for (found, reason), n in totals.items()]
    return tuple(sorted(listed, key=lambda u: (-u.registraties, u.reason.value, _order(u.address))))


def _order(found: Address) -> tuple[object, ...]:
    """Every field: a tie would leave the order of the delivery, which is one of persons."""
    return (found.postcode, found.straat, found.huisnummer, *astuple(found))


class SafeWords:
    """Repeats only what can't be a name or a number of a person.

    A shifted column can put anything into a street or addition. Streets, places and additions are repeated in the
    BAG's own words or not at all; the other fields have a fixed form.

    Args:
        bag: The objects whose words are safe.
    """

    def __init__(self, bag: BagObjects) -> None:
        self._streets = {spelling.street_key(name): name for name in sorted(set(bag.straat)) if name}
        self._streets.update({spelling.street_key(s): n for s, n in set(zip(bag.straat_kort, bag.straat)) if s and n})
        self._places = {spelling.street_key(name): name for name in sorted(set(bag.woonplaats)) if name}
        ids = set(bag.adresseerbaarobject_id) | set(bag.nummeraanduiding_id)
        self._id_starts = {value[:_ID_START] for value in ids if value}
        self._additions = {value.upper() for value in set(bag.toevoeging) | set(bag.huisletter)}

    def address(self, found: Address) -> Address:
        """The address with only safe words.

        Args:
            found: As delivered.
        """
        addition = found.toevoeging if self.is_addition(found.toevoeging) else ""
        return Address(
            nummeraanduiding_id=self.identifier(found.nummeraanduiding_id),
            adresseerbaarobject_id=self.identifier(found.adresseerbaarobject_id),
            gemeentecode=found.gemeentecode,
            postcode=found.postcode,
            huisnummer=found.huisnummer,
            huisletter=found.huisletter,
            toevoeging=addition,
            straat=self.street(found.straat),
            woonplaats=self.place(found.woonplaats),
            nearby=found.nearby,
        )

    def street(self, name: str) -> str:
        """A street in the BAG's own words, "" if it is none.

        Args:
            name: As delivered.
        """
        return self._streets.get(spelling.street_key(name), "") if name else ""

    def place(self, name: str) -> str:
        """A place in the BAG's own words, "" if it is none.

        Args:
            name: As delivered.
        """
        return self._places.get(spelling.street_key(name), "") if name else ""

    def identifier(self, value: str) -> str:
        """An identifier that starts as one of the BAG does: a date of birth and a number have sixteen digits too.

        Args:
            value: Sixteen digits.
        """
        return value if value[:_ID_START] in self._id_starts else ""

    def is_addition(self, value: str) -> bool:
        """Whether a text can be an addition: a short one with a digit, or one that the BAG has.

        Args:
            value: As delivered.
        """
        short_number = len(value) <= 4 and any(c.isdigit() for c in value)
        return short_number or value.upper() in self._additions
