"""What a user decided about addresses that the BAG does not have: kept, and applied to the next delivery.

A decision is about an address in the form in which it is listed as unmatched: the BAG's own words and numbers, never
the text of a delivery. It speaks only where matching finds nothing, so that it never goes before the BAG itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from typing import Optional, Union

from .address import BY_HAND, Address, Match, Unmatched
from .bag import BagObjects, in_stock
from .placing import SafeWords, UnmatchedAddress
from .spelling import street_key, suffix


class Decision(str, Enum):
    """What is done with an unmatched address; the values stand in the file of corrections."""

    LINK = "koppelen"
    SKIP = "overslaan"
    OUTSIDE = "buiten_regio"


#: What two writings of one address have in common.
Key = tuple[Union[str, int, bool], ...]

_REASONS = {Decision.SKIP: Unmatched.SKIPPED, Decision.OUTSIDE: Unmatched.OUTSIDE}


@dataclass(frozen=True)
class Correction:
    """A decision about one address.

    Attributes:
        address: The address as it was listed.
        decision: What to do with it.
        adresseerbaarobject_id: The BAG object that it stands for; "" unless it is linked.
        day: When it was decided.
    """

    address: Address
    decision: Decision
    adresseerbaarobject_id: str
    day: date

    @property
    def key(self) -> Key:
        """By which it is found again."""
        return key_of(self.address)


Corrections = Mapping[Key, Correction]


def key_of(address: Address) -> Key:
    """The normal form of an address, as far as it tells one from another.

    Args:
        address: As it is listed as unmatched.
    """
    return (
        address.nummeraanduiding_id,
        address.adresseerbaarobject_id,
        address.gemeentecode,
        address.postcode,
        address.huisnummer,
        suffix(address.huisletter, address.toevoeging),
        street_key(address.straat),
        street_key(address.woonplaats),
        address.nearby,
    )


def is_specific(address: Address) -> bool:
    """Whether so much of an address is left that a decision about it can't hit others.

    What is no word of the BAG is not listed: of many streets that it does not know the same number may be left.

    Args:
        address: As it is listed as unmatched.
    """
    placed = bool(address.postcode or (address.straat and (address.woonplaats or address.gemeentecode)))
    return bool(address.nummeraanduiding_id or address.adresseerbaarobject_id or (address.huisnummer and placed))


def as_corrections(made: Iterable[Correction]) -> Corrections:
    """Corrections by their keys; of two about one address the later one in the row counts.

    Args:
        made: The corrections.
    """
    return {one.key: one for one in made}


def with_nearby(listed: UnmatchedAddress, corrections: Corrections) -> UnmatchedAddress:
    """A listed address of which the reason no longer tells that it is near a house number, but a decision does.

    Args:
        listed: As the table of unmatched addresses has it.
        corrections: What was decided before.
    """
    near = replace(listed.address, nearby=True)
    known = key_of(near) in corrections and key_of(listed.address) not in corrections
    return replace(listed, address=near) if known and listed.reason in _REASONS.values() else listed


@dataclass(frozen=True)
class Corrected:
    """Matches after the corrections, and what these did.

    Attributes:
        matches: Addresses, the registrations of each, and what became of it.
        linked: Registrations that were linked by hand.
        outside: Registrations of addresses outside the region.
        gone: Corrections that were needed but whose BAG object is no longer in use.
    """

    matches: list[tuple[Address, int, Match]]
    linked: int = 0
    outside: int = 0
    gone: int = 0


@dataclass
class _Tally:
    """What is counted in going through the addresses."""

    linked: int = 0
    outside: int = 0
    gone: set[Key] = field(default_factory=set)


def apply(
    matches: Sequence[tuple[Address, int, Match]], corrections: Optional[Corrections], bag: BagObjects
) -> Corrected:
    """Gives addresses that were not matched the place, or the reason, that a user gave them.

    Args:
        matches: Addresses, the registrations of each, and what the BAG has for it.
        corrections: What was decided before; None for nothing.
        bag: All objects, whatever their status.
    """
    if not corrections:
        return Corrected(list(matches))
    rows = _rows_in_use(bag, {one.adresseerbaarobject_id for one in corrections.values()} - {""})
    safe, tally = SafeWords(bag), _Tally()
    made = [
        (found, n, _corrected(safe.address(found), n, match, corrections, rows, tally) if match.row < 0 else match)
        for found, n, match in matches
    ]
    return Corrected(made, tally.linked, tally.outside, len(tally.gone))


def _corrected(
    listed: Address, n: int, match: Match, corrections: Corrections, rows: Mapping[str, int], tally: _Tally
) -> Match:
    """What becomes of an unmatched address."""
    correction = corrections.get(key_of(listed)) if is_specific(listed) else None
    if correction is None:
        return match
    if correction.decision is not Decision.LINK:
        tally.outside += n if correction.decision is Decision.OUTSIDE else 0
        return Match(reason=_REASONS[correction.decision])
    row = rows.get(correction.adresseerbaarobject_id, -1)
    if row < 0:
        tally.gone.add(correction.key)
        return match
    tally.linked += n
    return Match(row, BY_HAND)


def _rows_in_use(bag: BagObjects, wanted: set[str]) -> dict[str, int]:
    """Position of each of these objects that is in use."""
    used = in_stock(bag.status)
    ids = bag.adresseerbaarobject_id.tolist()
    return {value: row for row, value in enumerate(ids) if value in wanted and used[row]}
