"""Which areas are treated, which could take over, and which serve for comparison."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..arrays import Floats, Integers, Text
from ..errors import RoleError
from ..geometry import locate, shapely_library
from ..municipalities import Municipalities, normal_code
from ..phrases import phrase
from .displacement import GROUPS, Role

#: Generalised borders of neighbours can lie this far apart (m).
TOUCHING = 100.0

_CODE_DIGITS = 4


@dataclass(frozen=True)
class Roles:
    """Codes of municipalities by their part.

    Attributes:
        treated: With the intervention.
        ring: That could take over.
        control: Like the treated ones.
        ring_control: Like those of the ring; empty to use the control for both.
    """

    treated: frozenset[str] = frozenset()
    ring: frozenset[str] = frozenset()
    control: frozenset[str] = frozenset()
    ring_control: frozenset[str] = frozenset()

    def of(self, code: str) -> Role:
        """The part of a municipality."""
        parts = (self.treated, self.ring, self.control, self.ring_control)
        return next((role for role, codes in zip(GROUPS, parts) if code in codes), Role.OTHER)

    def named(self) -> frozenset[str]:
        """All codes with a part."""
        return self.treated | self.ring | self.control | self.ring_control


def choose_roles(given: Roles, neighbours: frozenset[str], compared: frozenset[str], known: frozenset[str]) -> Roles:
    """The parts as the user gave them, and the rest as it follows.

    Without a ring it is the neighbours of the treated municipalities; without a control it is all others that are
    compared.

    Args:
        given: What the user gave.
        neighbours: Codes of municipalities that touch the treated ones; empty where unknown.
        compared: Codes of municipalities with counts at both dates.
        known: Codes of all municipalities there are.

    Raises:
        RoleError: A code is unknown, has two parts, or has no counts to test with.
    """
    _check(given, compared, known)
    taken = given.named()
    ring = given.ring or neighbours - taken
    control = given.control or (compared - given.treated - ring - given.ring_control if given.treated else frozenset())
    return Roles(given.treated, ring, control, given.ring_control)


def _check(given: Roles, compared: frozenset[str], known: frozenset[str]) -> None:
    parts = {
        "TREATED": given.treated,
        "RING": given.ring,
        "CONTROL": given.control,
        "RING_CONTROL": given.ring_control,
    }
    seen: dict[str, str] = {}
    for name, codes in parts.items():
        if unknown := sorted(codes - known):
            reason = phrase("that is none of the municipalities here ({known})", known=", ".join(sorted(known)[:20]))
            raise RoleError(parameter=name, codes=", ".join(unknown), reason=reason)
        if twice := sorted(codes & set(seen)):
            reason = phrase("{seen} names it too, and a municipality has one part", seen=seen[twice[0]])
            raise RoleError(parameter=name, codes=", ".join(twice), reason=reason)
        if name != "RING" and (without := sorted(codes - compared)):
            reason = phrase("no registrations were delivered for it at both dates, so it can't be compared")
            raise RoleError(parameter=name, codes=", ".join(without), reason=reason)
        seen.update(dict.fromkeys(codes, name))


def neighbours_of(areas: Municipalities, codes: frozenset[str]) -> frozenset[str]:
    """Codes of the municipalities that touch these.

    Args:
        areas: All municipalities.
        codes: Some of them.
    """
    chosen = np.fromiter((code in codes for code in areas.code), np.bool_, len(areas))
    if not chosen.any():
        return frozenset()
    shapely = shapely_library()
    distance = shapely.distance(areas.polygons, shapely.union_all(areas.polygons[chosen]))
    return frozenset(areas.code[(distance <= TOUCHING) & ~chosen].tolist())


def groups_by_code(codes: Text, roles: Roles, compared: frozenset[str]) -> Integers:
    """Position in GROUPS of each object, by its municipality; -1 for no part, or where it can't be compared.

    Args:
        codes: n codes, "" where unknown, several joined by commas for what lies in more: that has no part.
        roles: Parts of municipalities.
        compared: Codes with counts at both dates.
    """
    place = {code: at for at, code in enumerate(dict.fromkeys(codes.tolist()))}
    part = [GROUPS.index(roles.of(c)) if c in compared and roles.of(c) in GROUPS else -1 for c in place]
    return np.array([*part, -1], dtype=np.int64)[[place[code] for code in codes.tolist()]]


def groups_by_area(
    x: Floats,
    y: Floats,
    polygons: Sequence[Any] | npt.NDArray[np.object_],
    reach: float,
    by_code: Integers,
) -> Integers:
    """Position in GROUPS of each object, by its place: inside the polygons, within reach of them, or beyond.

    Args:
        x: n eastings in RD New (m), NaN without position.
        y: n northings.
        polygons: The treated area.
        reach: Width of the ring (m).
        by_code: Position in GROUPS by municipality: beyond the ring only those of the control count.
    """
    shapely = shapely_library()
    area = shapely.union_all(np.asarray(polygons, dtype=object))
    placed = np.flatnonzero(np.isfinite(x) & np.isfinite(y))
    out = np.where(by_code == GROUPS.index(Role.CONTROL), by_code, -1)
    inside = locate(x[placed], y[placed], [area]) == 0
    near = locate(x[placed], y[placed], [shapely.buffer(area, reach)]) == 0
    out[placed[near]] = GROUPS.index(Role.RING)
    out[placed[inside]] = GROUPS.index(Role.TREATED)
    return out


def codes_in(asked: str, parameter: str, areas: Optional[Municipalities]) -> frozenset[str]:
    """Codes of the municipalities that a user named.

    Args:
        asked: Codes, or names where municipalities are known, separated by commas.
        parameter: Name of the parameter, for the message.
        areas: Municipalities, None if they are unknown.

    Raises:
        RoleError: A part is no code, and no name of one municipality.
    """
    codes, wrong = set(), []
    for part in (part.strip() for part in asked.split(",") if part.strip()):
        code = normal_code(part)
        if code.isdecimal() and len(code) == _CODE_DIGITS:
            codes.add(code)
            continue
        found = [] if areas is None else areas.code[[n.casefold() == part.casefold() for n in areas.name]].tolist()
        codes.update(found if len(found) == 1 else ())
        wrong += [part] if len(found) != 1 else []
    if wrong:
        reason = phrase(
            "that is no code of four digits"
            if areas is None
            else "that is no code of four digits, nor the name of one municipality"
        )
        raise RoleError(parameter=parameter, codes=", ".join(wrong), reason=reason)
    return frozenset(codes)
