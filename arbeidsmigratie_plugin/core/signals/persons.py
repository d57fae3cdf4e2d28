"""Who is counted on objects: registrations and, where a municipality adds them, residents by a list."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import Flags, Floats
from ..listed import RESIDENTS, Listed
from ..stock import Stock
from .policy import Policies


@dataclass(frozen=True)
class Persons:
    """Persons counted on n objects.

    Attributes:
        residents: Residents by a list, NaN where unknown.
        added: Whether they are added to the registrations.
        counted: Registrations, and residents where these are added; NaN where registrations are unknown.
    """

    residents: Floats
    added: Flags
    counted: Floats


def persons(stock: Stock, counts: Floats, policies: Policies, listed: Listed, day: str) -> Persons:
    """Who is counted on objects; all that compares persons with a number compares these.

    Args:
        stock: n objects.
        counts: Registrations on each, NaN where unknown.
        policies: Of the municipalities.
        listed: Location lists.
        day: ISO date on which entries must hold; "" for whatever day.
    """
    residents = listed.holding(RESIDENTS, day).largest(stock.ids)
    adding = stock.of_codes([code for code, policy in policies.of.items() if policy.bewoners_meetellen])
    added = adding & ~np.isnan(residents)
    return Persons(residents, added, counts + np.where(added, residents, 0.0))
