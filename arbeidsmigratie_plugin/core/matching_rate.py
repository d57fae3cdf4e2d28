"""How much of a delivery finds its place in the BAG, in numbers that a person reads before the import."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import Enum

from .address import BY_HAND, Unmatched
from .limits import MATCHED_MINIMUM, MATCHED_WARNING
from .phrases import Phrase, phrase
from .rni import AddressCounts

#: match_niveau -> in words of the interface.
LEVELS: dict[int, Phrase] = {
    1: phrase("identifier"),
    2: phrase("postcode, number and addition"),
    3: phrase("postcode and number, without the addition"),
    4: phrase("street, number and place"),
    BY_HAND: phrase("linked by hand"),
}

#: Why an address was not matched -> in words of the interface.
REASONS: dict[Unmatched, Phrase] = {
    Unmatched.NO_ADDRESS: phrase("no usable address"),
    Unmatched.NEARBY: phrase("near or opposite a house number"),
    Unmatched.NOT_IN_BAG: phrase("not in the BAG"),
    Unmatched.NOT_IN_USE: phrase("BAG object not in use"),
    Unmatched.AMBIGUOUS: phrase("more than one BAG object possible"),
    Unmatched.OTHER_ADDITION: phrase("letter or addition not in the BAG"),
    Unmatched.CONTRADICTION: phrase("postcode and street contradict each other"),
    Unmatched.SKIPPED: phrase("skipped by hand"),
    Unmatched.OUTSIDE: phrase("outside the region, by hand"),
}


class Grade(Enum):
    """Whether so many matches are enough."""

    GOOD = "good"
    LOW = "low"
    TOO_LOW = "too low"
    NOTHING = "nothing"


@dataclass(frozen=True)
class MatchingRate:
    """How much of a delivery finds its place.

    Attributes:
        rows: Rows of the delivery.
        ended: Rows whose stay has ended.
        not_begun: Rows whose stay has not begun.
        outside: Rows outside the region, as a user said.
        without_address: Rows without a usable address.
        registrations: Registrations on a BAG address.
        addresses: These addresses.
        percent: Matched share of the registrations with an address, in percent.
        levels: match_niveau -> addresses.
        reasons: Why registrations have no place -> how many, most first.
    """

    rows: int
    ended: int
    not_begun: int
    outside: int
    without_address: int
    registrations: int
    addresses: int
    percent: float
    levels: tuple[tuple[int, int], ...]
    reasons: tuple[tuple[Unmatched, int], ...]

    @property
    def grade(self) -> Grade:
        """Whether that is enough for a map."""
        if not self.rows - self.ended - self.not_begun - self.outside:
            return Grade.NOTHING
        if self.percent < MATCHED_MINIMUM:
            return Grade.TOO_LOW
        return Grade.LOW if self.percent < MATCHED_WARNING else Grade.GOOD


def matching_rate(counts: AddressCounts) -> MatchingRate:
    """The numbers of a count.

    Args:
        counts: What was counted.
    """
    reasons: Counter[Unmatched] = Counter()
    for one in counts.unmatched:
        reasons[one.reason] += one.registraties
    return MatchingRate(
        rows=counts.rows_read,
        ended=counts.rows_ended,
        not_begun=counts.rows_not_begun,
        outside=counts.rows_outside,
        without_address=counts.rows_without_address,
        registrations=counts.matched,
        addresses=len(counts.registraties),
        percent=counts.matched_percent,
        levels=tuple((level, int((counts.match_niveau == level).sum())) for level in LEVELS),
        reasons=tuple(sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0].value))),
    )
