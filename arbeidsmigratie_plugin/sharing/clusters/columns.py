"""Fields that several layers of clusters have."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Optional

from ...core.signals.policy import Policies
from ...core.tables import Column


def policy_columns(codes: Iterable[str], policies: Optional[Policies]) -> tuple[Column, ...]:
    """What municipalities have decided, NULL where that is unknown.

    Args:
        codes: Of m municipalities.
        policies: What they have decided, None if that is unknown of all.
    """
    of_rows = [None if policies is None else policies.get(code) for code in codes]

    def said(field: str) -> list[Any]:
        return [None if policy is None else getattr(policy, field) for policy in of_rows]

    return (
        Column("norm_m2", "real", said("norm_m2")),
        Column("vergunningplicht", "integer", said("vergunningplicht")),
        Column("recreatie_bewoning", "text", said("recreatie_bewoning")),
        Column("keurmerk_vereist", "integer", said("keurmerk_vereist")),
    )
