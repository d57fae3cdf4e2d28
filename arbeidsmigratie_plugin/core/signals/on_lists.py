"""What a kind of list says of objects: which it has, and of which municipalities it has any at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np

from ..arrays import Flags
from ..listed import Listed
from ..stock import Stock, positions


@dataclass(frozen=True)
class OnList:
    """What lists of one kind say of n objects.

    Attributes:
        valid: Whether an object is on one, with an entry that holds.
        listing: Whether there is a list of its municipality: the list of one says nothing of another.
        doubt: Whether it has none that holds, but one with a status that could not be read.
    """

    valid: Flags
    listing: Flags
    doubt: Flags


def on_list(stock: Stock, listed: Optional[Listed], kind: str, day: str) -> OnList:
    """What lists of one kind say.

    Args:
        stock: n objects.
        listed: Location lists, None if there are none.
        kind: One of LIST_KINDS.
        day: ISO date on which entries must hold; "" for whatever day.
    """
    if listed is None:
        none = np.zeros(len(stock), dtype=np.bool_)
        return OnList(none, none, none)
    entries = listed.of(kind)
    valid, unread = (positions(stock.ids, entries.ids[rows]) >= 0 for rows in _holding(entries, day))
    return OnList(valid, stock.of_codes(stock.codes_of(entries.ids) - {""}), unread & ~valid)


def _holding(entries: Listed, day: str) -> tuple[Flags, Flags]:
    return entries.in_force(day), entries.in_doubt(day)
