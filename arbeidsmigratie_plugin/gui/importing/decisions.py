"""What a user decides about unmatched addresses, with a way back; nothing is saved here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Optional

if TYPE_CHECKING:
    from ...core.address import Address
    from ...core.corrections import Correction, Decision, Key


class Decisions:
    """Decisions of before and of now.

    Args:
        earlier: What the file of corrections says.
        today: The day.
    """

    def __init__(self, earlier: Mapping[Key, Correction], today: date) -> None:
        self._earlier = dict(earlier)
        self._now: dict[Key, Optional[Correction]] = {}
        self._undo: list[tuple[Key, bool, Optional[Correction]]] = []
        self._today = today

    def of(self, address: Address) -> Optional[Correction]:
        """What is decided about an address, None if nothing is.

        Args:
            address: As it is listed as unmatched.
        """
        from ...core.corrections import key_of

        key = key_of(address)
        return self._now[key] if key in self._now else self._earlier.get(key)

    def decide(self, address: Address, decision: Optional[Decision], linked: str = "") -> None:
        """Decides about an address.

        Args:
            address: As it is listed as unmatched.
            decision: What; None to decide nothing any more.
            linked: The BAG object, if it is linked.
        """
        from ...core.corrections import Correction, key_of

        key = key_of(address)
        self._undo.append((key, key in self._now, self._now.get(key)))
        self._now[key] = None if decision is None else Correction(address, decision, linked, self._today)

    def undo(self) -> Optional[Key]:
        """Takes back the last decision of now; the key of its address, None if there is none."""
        if not self._undo:
            return None
        key, decided, before = self._undo.pop()
        if decided:
            self._now[key] = before
        else:
            self._now.pop(key, None)
        return key

    @property
    def undoable(self) -> bool:
        """Whether there is a decision to take back."""
        return bool(self._undo)

    def made(self) -> list[Correction]:
        """New decisions."""
        return [one for key, one in self._now.items() if one is not None and one != self._earlier.get(key)]

    def withdrawn(self) -> set[Key]:
        """Addresses about which nothing is decided any more."""
        return {key for key, one in self._now.items() if one is None and key in self._earlier}

    @property
    def changed(self) -> int:
        """How many decisions are not saved yet."""
        return len(self.made()) + len(self.withdrawn())
