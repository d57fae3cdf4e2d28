"""Municipalities: code, name and area."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from .arrays import Flags, Floats, Integers, Labels, Text, text
from .errors import FieldMissingError, RegionError
from .geometry import locate
from .names import find_fields
from .phrases import joined, phrase

#: Our field -> its names: ours, Kadaster's, Statistics Netherlands'.
FIELDS = {
    "gemeentecode": ("gemeentecode", "code", "statcode", "identificatie", "gm_code"),
    "gemeentenaam": ("gemeentenaam", "naam", "statnaam", "gm_naam"),
}

#: Names that nothing but a municipality's code has; a code or an identifier can be that of anything.
OWN_CODE_FIELDS = ("gemeentecode", "statcode", "gm_code")

_CODE = re.compile(r"(?:GM)?\d{3,4}", re.IGNORECASE)

#: So many municipalities fit into a message.
_FEW = 30


@dataclass(frozen=True)
class Municipalities:
    """Areas of municipalities, in ascending order of code.

    Attributes:
        code: CBS code of four digits.
        name: Name.
        polygons: Shapely polygons in RD New.
    """

    code: Text
    name: Text
    polygons: npt.NDArray[np.object_]

    def __len__(self) -> int:
        return len(self.code)

    def take(self, rows: Flags | Integers) -> Municipalities:
        """The municipalities at these positions.

        Args:
            rows: Mask or positions.
        """
        return Municipalities(self.code[rows], self.name[rows], self.polygons[rows])

    def region(self, wanted: str, layer: str) -> Municipalities:
        """The municipalities of a region.

        Args:
            wanted: Codes or names, separated by commas; "" for all.
            layer: Name of the layer, for the message.

        Raises:
            RegionError: A municipality is not there.
        """
        asked = [part.strip() for part in wanted.split(",") if part.strip()]
        if not wanted.strip():
            return self
        if not asked:  # a comma is no wish for the whole country
            raise RegionError(unknown=f"'{wanted.strip()}'", layer=layer, known=self._like([]))
        places = [self._find(part) for part in asked]
        wrong = [part for part, found in zip(asked, places) if len(found) != 1]
        if wrong:
            raise RegionError(unknown=", ".join(wrong), layer=layer, known=self._like(wrong))
        codes = {code for found in places for code in found}
        return self.take(np.isin(self.code.astype(str), sorted(codes)))

    def _like(self, wanted: Sequence[str]) -> str:
        """The municipalities that a message can name: all if they are few, else those with a name like it."""
        listed = {str(name): f"{name} ({code})" for name, code in zip(self.name, self.code)}
        if len(listed) > _FEW:
            near = dict.fromkeys(like for name in wanted for like in get_close_matches(name, listed, n=3, cutoff=0.5))
            others = phrase("and {n} others", n=len(listed) - len(near))
            return joined(", ", [*(listed[name] for name in near), others])
        return ", ".join(listed.values())

    def _find(self, wanted: str) -> set[str]:
        """Codes of the municipalities with this code or name; two have the name Bergen."""
        code = normal_code(wanted)
        return {c for c, n in zip(self.code, self.name) if c == code or n.casefold() == wanted.casefold()}

    def codes_of(self, own: Optional[Labels], x: Floats, y: Floats) -> Labels:
        """The municipality of each object.

        The object's own code goes before its position, since areas are mostly generalised; a code that is not
        among the municipalities (merged since, or before) gives way to the position.

        Args:
            own: n codes of four digits that the objects carry, None if they carry none.
            x: n eastings in RD New (m).
            y: n northings.

        Returns:
            n codes, "" for objects in none of the municipalities.
        """
        names = np.append(self.code, "")
        nowhere = len(self.code)
        numbers = np.full(len(x), nowhere, dtype=np.int64)
        if own is not None:
            place = {code: at for at, code in enumerate(self.code)}
            numbers = np.array([*(place.get(code, nowhere) for code in own.names), nowhere])[own.numbers]
        at = np.flatnonzero(numbers == nowhere)
        found = locate(x[at], y[at], self.polygons)
        numbers[at] = np.where(found >= 0, found, nowhere)
        return Labels(names, numbers)


def normal_code(value: str) -> str:
    """A municipality code of four digits from GM0957, 957 or 0957.

    Args:
        value: As a layer has it.
    """
    digits = value.strip().upper().replace("GM", "")
    return digits.zfill(4) if digits.isdigit() else digits


def are_codes(values: Iterable[Any]) -> bool:
    """Whether a column holds codes of municipalities and nothing else: 0457, 457 or GM0457.

    Args:
        values: The column.
    """
    listed = [str(value or "").strip() for value in values]
    return bool(listed) and all(_CODE.fullmatch(value) for value in listed)


def code_and_name_fields(fields: Sequence[str], layer: str) -> tuple[str, str]:
    """The fields of a layer that hold code and name.

    Args:
        fields: The layer's field names.
        layer: Its name, for the message.

    Raises:
        FieldMissingError: There is no field with a code.
    """
    found = find_fields(fields, FIELDS)
    if "gemeentecode" not in found:
        wanted, remedy = (
            joined(phrase(" or "), FIELDS["gemeentecode"]),
            phrase("Give municipalities, for example gemeentegebied of PDOK."),
        )
        raise FieldMissingError(layer=layer, field=wanted, found=", ".join(fields), remedy=remedy)
    return found["gemeentecode"], found.get("gemeentenaam", found["gemeentecode"])


def municipalities(codes: Sequence[Any], names: Sequence[Any], polygons: npt.NDArray[np.object_]) -> Municipalities:
    """Municipalities in order, without rows that have no code or no area.

    Args:
        codes: n codes as a layer has them.
        names: n names.
        polygons: n Shapely polygons in RD New.
    """
    code = text([normal_code(str(c)) if c else "" for c in codes])
    usable = np.array([bool(c) and p is not None and not p.is_empty for c, p in zip(code, polygons)], dtype=np.bool_)
    at = np.flatnonzero(usable)
    at = at[np.argsort(code[at].astype(str), kind="stable")]
    return Municipalities(code[at], text(names)[at], polygons[at])
