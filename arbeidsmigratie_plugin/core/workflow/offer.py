"""What a recipient can have of a project: at which detail, until when and on what ground."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Optional

from ..limits import FINEST_SHARED, LOWEST_RESOLUTION
from ..sharing_matrix import HEATMAP, OTHER, Matrix, Row, names_a_person, says_something
from .project import Project, day
from .state import Share


class ShareLack(Enum):
    """What is missing or wrong in a package that is asked for, by field."""

    RECIPIENT = "recipient"
    RECIPIENT_PERSON = "recipient_person"
    NOTHING = "nothing"
    PURPOSE = "purpose"
    PURPOSE_PERSON = "purpose_person"
    BASIS = "basis"
    BASIS_PERSON = "basis_person"
    BASIS_OTHERS = "basis_others"
    CONFIRMED = "confirmed"
    EXPIRED = "expired"
    EXPIRES = "expires"
    DETAIL = "detail"


@dataclass(frozen=True)
class Offer:
    """What a recipient can have.

    Attributes:
        row: Of the sharing matrix.
        recognised: Whether the recipient was recognised by its name.
        resolutions: H3 resolutions that it can have, coarsest first; none if it gets nothing.
        days: How long it may use a map at most.
        last: Last day of use: no later than the project's data are kept. None if that is no day from tomorrow on.
        persons: Fewest registrations of an area.
        rounding: Numbers are multiples of this.
        classes_only: Whether it gets classes and no numbers.
    """

    row: Row
    recognised: bool
    resolutions: tuple[int, ...] = ()
    days: int = 0
    last: Optional[date] = None
    persons: int = 0
    rounding: int = 0
    classes_only: bool = False


def offer(matrix: Matrix, recipient: str, project: Project, today: date) -> Offer:
    """What a recipient can have.

    Args:
        matrix: The sharing matrix.
        recipient: As the user wrote it.
        project: Whose data.
        today: The day.
    """
    row = matrix.row_for(recipient)
    limits = row.products.get(HEATMAP)
    recognised = row.kind != OTHER
    if limits is None or not recipient.strip():
        return Offer(row, recognised)
    last = today + timedelta(days=limits.days)
    kept = day(project.retention)
    last = min(last, kept) if kept else last
    return Offer(
        row,
        recognised,
        tuple(range(LOWEST_RESOLUTION, min(limits.resolution, FINEST_SHARED) + 1)),
        limits.days,
        last if last > today else None,
        limits.profile.persons,
        limits.profile.rounding,
        limits.profile.classes_only,
    )


def lacks(share: Share, confirmed: bool, offered: Offer, today: date) -> list[ShareLack]:
    """What has to be filled in or mended, in the order of the fields.

    Args:
        share: What is asked for.
        confirmed: Whether purpose and basis were said to hold for this recipient.
        offered: What it can have.
        today: The day.
    """
    found = [_word_lack(share.recipient, ShareLack.RECIPIENT, ShareLack.RECIPIENT_PERSON)]
    if share.recipient.strip() and not offered.resolutions:
        found.append(ShareLack.NOTHING)
    found.append(_word_lack(share.purpose, ShareLack.PURPOSE, ShareLack.PURPOSE_PERSON))
    found.append(_word_lack(share.basis, ShareLack.BASIS, ShareLack.BASIS_PERSON))
    if offered.row.refuses(share.basis):
        found.append(ShareLack.BASIS_OTHERS)
    found.append(None if confirmed else ShareLack.CONFIRMED)
    if offered.resolutions:
        expires = day(share.expires)
        if offered.last is None:
            found.append(ShareLack.EXPIRED)
        elif expires is None or not today < expires <= offered.last:
            found.append(ShareLack.EXPIRES)
        found.append(None if share.resolution in offered.resolutions else ShareLack.DETAIL)
    return [lack for lack in found if lack is not None]


def _word_lack(text: str, empty: ShareLack, person: ShareLack) -> Optional[ShareLack]:
    if not says_something(text):
        return empty
    return person if names_a_person(text) else None
