"""For whom, for what and on what ground something is shared: without it nothing leaves."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Grant:
    """What an export is given for (doelbinding, AVG article 5).

    Attributes:
        recipient: Who receives it, as the user wrote it.
        kind: Kind of recipient, a key of the sharing matrix.
        purpose: What it may be used for.
        basis: Legal basis, for example an article or the covenant.
        expires: Last day of use, YYYY-MM-DD.
        made_on: Day of the export, YYYY-MM-DD.
    """

    recipient: str
    kind: str
    purpose: str
    basis: str
    expires: str
    made_on: str
