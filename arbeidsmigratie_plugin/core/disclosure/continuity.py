"""Whether a delivery can follow the earlier ones of a series: the same municipalities, the same identifiers."""

from __future__ import annotations

import numpy as np

from ..phrases import joined, phrase
from ..refusals import SeriesError
from .atoms import Snapshot
from .history import History

#: Of the addresses in municipalities that were delivered before, so many must be known by their identifier.
_KNOWN = 0.25

#: Fewer addresses than this say nothing.
_FEW = 20


def check_borders(history: History, snapshot: Snapshot) -> None:
    """Municipalities that were merged or split since: the same addresses would be counted in other regions.

    Args:
        history: Earlier releases.
        snapshot: The registrations now.

    Raises:
        SeriesError: More than one in a hundred addresses changed municipality.
    """
    code_of = dict(zip(snapshot.addresses.tolist(), snapshot.codes.text().tolist()))
    for earlier in history.snapshots.values():
        before = zip(earlier.addresses.tolist(), earlier.codes.text().tolist())
        both = [(code, code_of[address]) for address, code in before if address in code_of]
        moved = sorted({phrase("{old} to {new}", old=old, new=new) for old, new in both if old != new})
        if sum(old != new for old, new in both) * 100 > len(both):
            raise SeriesError(
                series=history.series.name,
                reason=phrase(
                    "addresses went from one municipality to another ({moved})", moved=joined(", ", moved[:5])
                ),
                remedy=phrase("Give GEMEENTEN of the same year as before; new borders need a new series"),
            )


def check_identifiers(history: History, snapshot: Snapshot) -> None:
    """Other identifiers than before: every address would seem to have left and another to have come.

    Args:
        history: Earlier releases.
        snapshot: The registrations now.

    Raises:
        SeriesError: Hardly any address is found back, though the registrations are in the same places.
    """
    if not history.snapshots:
        return
    known: set[int] = set()
    places: set[tuple[int, str]] = set()
    for earlier in history.snapshots.values():
        known.update(earlier.addresses.tolist())
        places.update(zip(earlier.cells.tolist(), earlier.codes.text().tolist()))
    here = np.array([place in places for place in zip(snapshot.cells.tolist(), snapshot.codes.text().tolist())])
    found = np.array([address in known for address in snapshot.addresses.tolist()])
    if here.sum() >= _FEW and (found & here).sum() < _KNOWN * here.sum():
        raise SeriesError(
            series=history.series.name,
            reason=phrase("hardly any address has the identifier that it had before, so that changes can't be told"),
            remedy=phrase("Give addresses with the same kind of identifier as before (adresseerbaarobject_id)"),
        )
