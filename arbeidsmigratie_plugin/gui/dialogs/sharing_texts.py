"""What the dialog for sharing says: what a recipient can have, gets and does not get, and what is wrong."""

from __future__ import annotations

from datetime import date
from typing import Optional

from ...core.workflow.offer import Offer, ShareLack
from ...core.workflow.project import Project, day
from ...core.workflow.state import Share
from ...i18n import tr
from ..wizard.texts import hexagon
from .form import readable

_FIELDS = {
    ShareLack.RECIPIENT_PERSON: "recipient",
    ShareLack.NOTHING: "recipient",
    ShareLack.PURPOSE_PERSON: "purpose",
    ShareLack.BASIS_PERSON: "basis",
    ShareLack.BASIS_OTHERS: "basis",
    ShareLack.EXPIRED: "expires",
}


def field_of(lack: ShareLack) -> str:
    """Name of the field that a lack is about.

    Args:
        lack: Which.
    """
    return _FIELDS.get(lack, lack.value)


def lacking(lack: ShareLack, offered: Offer, project: Project) -> str:
    """What is wrong, and what to do.

    Args:
        lack: Which.
        offered: What the recipient can have.
        project: Whose data.
    """
    person = tr("Leave e-mail addresses and numbers of persons out: this goes into every file of the package.")
    text = {
        ShareLack.RECIPIENT: tr("Name the organisation that receives it."),
        ShareLack.RECIPIENT_PERSON: tr("Name an organisation, not a person."),
        ShareLack.NOTHING: tr("The sharing matrix gives nothing to this recipient."),
        ShareLack.PURPOSE: tr("Say what this recipient may use it for."),
        ShareLack.PURPOSE_PERSON: person,
        ShareLack.BASIS: tr("Give the legal basis. Expected is: {basis}."),
        ShareLack.BASIS_PERSON: person,
        ShareLack.BASIS_OTHERS: tr("This legal basis does not hold for this recipient. Expected is: {basis}."),
        ShareLack.CONFIRMED: tr("Read purpose and legal basis, and tick that they hold for this recipient."),
        ShareLack.EXPIRED: tr("The data are kept until {kept}: give the project a later day, if that was decided."),
        ShareLack.EXPIRES: tr("Give a day from tomorrow on, and at most {last}."),
        ShareLack.DETAIL: tr("Choose a detail that this recipient may have."),
    }[lack]
    return text.format(basis=offered.row.basis, kept=_day(day(project.retention)), last=_day(offered.last))


def says(offered: Offer, project: Project) -> str:
    """What the sharing matrix says of a recipient.

    Args:
        offered: What it can have.
        project: Whose data.
    """
    parts = [
        tr("Recognised as: {label}.").format(label=offered.row.label)
        if offered.recognised
        else tr("Not recognised as a known kind of partner, so treated as: {label}.").format(label=offered.row.label)
    ]
    if not offered.resolutions:
        return "\n".join([*parts, tr("The sharing matrix gives nothing to this recipient.")])
    parts.append(tr("Finest detail: {size}.").format(size=hexagon(offered.resolutions[-1])))
    parts.append(tr("Longest use: {days} days.").format(days=offered.days))
    kept = day(project.retention)
    if kept is not None and kept == offered.last:
        parts.append(tr("The data are kept until {kept}, so no later than that.").format(kept=readable(kept)))
    parts.append(tr("Expected legal basis: {basis}.").format(basis=offered.row.basis))
    return "\n".join(parts)


def gets(offered: Offer, share: Share) -> str:
    """What the partner gets.

    Args:
        offered: What it can have.
        share: What is asked for.
    """
    lowest = max(offered.persons, 1)
    numbers = (
        tr("Areas in classes, without numbers; each with at least {persons} registrations.")
        if offered.classes_only
        else tr(
            "Areas with a number, rounded to {rounding}; small areas are joined until no address can be recognised."
        )
    )
    parts = (
        tr("{recipient} gets:").format(recipient=share.recipient),
        numbers.format(persons=lowest, rounding=offered.rounding),
        tr("Smallest areas: {size}.").format(size=hexagon(share.resolution)),
        tr("A map project, GeoPackage, web map, picture and PDF, with a certificate and an explanation."),
        tr("To be used until {last}.").format(last=_day(day(share.expires))),
    )
    return "\n• ".join(parts)


def not_given(offered: Offer) -> str:
    """What the partner does not get.

    Args:
        offered: What it can have.
    """
    parts = (
        tr("It does not get:"),
        tr("Addresses, homes, parks or other locations."),
        tr("Exact numbers, or numbers of areas in which somebody could be recognised."),
        tr("The hexagons, hot spots and highlights of the regional map."),
    )
    return "\n• ".join(parts)


def _day(found: Optional[date]) -> str:
    return readable(found) if found is not None else ""
