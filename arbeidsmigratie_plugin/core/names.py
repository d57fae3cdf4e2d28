"""Field names: the same thing has another name in every channel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def find_fields(available: Sequence[str], wanted: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Which of a layer's fields hold which of ours, in any case.

    Args:
        available: The layer's field names.
        wanted: Our field -> the names it can have, the most telling first.

    Returns:
        Our field -> the layer's field, only for fields that the layer has.
    """
    present = {name.lower(): name for name in available}
    found = {ours: next((present[name] for name in names if name in present), "") for ours, names in wanted.items()}
    return {ours: theirs for ours, theirs in found.items() if theirs}
