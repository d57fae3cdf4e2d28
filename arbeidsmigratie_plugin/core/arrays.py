"""The array types of the house and the few conversions that every room needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

#: Python strings, never None: an absent text is "" (PDOK's channels mix "" and null, see from_columns).
Text = npt.NDArray[np.object_]
Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Cells = npt.NDArray[np.uint64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Labels:
    """Texts of which few differ, each stored once.

    Attributes:
        names: The different texts.
        numbers: Position in names of each of n texts.
    """

    names: Text
    numbers: Integers

    def __len__(self) -> int:
        return len(self.numbers)

    def take(self, rows: Flags | Integers) -> Labels:
        """The texts at these positions."""
        return Labels(self.names, self.numbers[rows])

    def present(self) -> set[str]:
        """The different texts that occur."""
        return set(self.names[np.unique(self.numbers)].tolist())

    def text(self) -> Text:
        """All n texts."""
        return self.names[self.numbers]


def labels(values: Sequence[Any] | npt.NDArray[Any]) -> Labels:
    """Texts with each different one stored once.

    Args:
        values: n texts, of which few differ.
    """
    numbers: dict[str, int] = {}
    found = [numbers.setdefault(value, len(numbers)) for value in values]
    return Labels(np.array([*numbers, ""], dtype=object)[:-1], np.array(found, dtype=np.int64))


def text(values: Sequence[Any] | npt.NDArray[Any]) -> Text:
    """Strings without surrounding white space, "" for absent values.

    Args:
        values: Any sequence of n values; None and NaN are absent.

    Returns:
        Array of n strings.
    """
    out = np.empty(len(values), dtype=object)
    out[:] = ["" if v is None or v != v else str(v).strip() for v in values]
    return out


def integers(values: Sequence[Any] | npt.NDArray[Any]) -> Integers:
    """Whole numbers, 0 where a value is absent or is no whole number.

    Args:
        values: n numbers or texts.

    Returns:
        Array of n integers.
    """
    array = np.asarray(values)
    if array.dtype.kind in "iu":
        return array.astype(np.int64)
    return np.fromiter((_integer(v) for v in array), dtype=np.int64, count=len(array))


def _integer(value: object) -> int:
    try:
        number = float(str(value))
    except ValueError:
        return 0
    return int(number) if number.is_integer() and abs(number) < 2**63 else 0


def floats(values: Sequence[Any] | npt.NDArray[Any]) -> Floats:
    """Numbers, NaN where a value is absent or is no number.

    Args:
        values: n numbers or texts.

    Returns:
        Array of n floats.
    """
    array = np.asarray(values)
    if array.dtype.kind in "iuf":
        return array.astype(np.float64)
    return np.fromiter((_float(v) for v in array), dtype=np.float64, count=len(array))


def _float(value: object) -> float:
    try:
        return float(str(value))
    except ValueError:
        return float("nan")
