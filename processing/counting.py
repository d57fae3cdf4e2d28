"""Registrations that the highlights look at: on which objects they are, and where they are unknown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..arbeidsmigratie_plugin.core.arrays import Floats
from ..arbeidsmigratie_plugin.core.errors import MixedDatesError, RegistrationsElsewhereError
from ..arbeidsmigratie_plugin.core.phrases import phrase
from ..arbeidsmigratie_plugin.i18n import tr
from ..arbeidsmigratie_plugin.sources import stock as source
from ..arbeidsmigratie_plugin.sources.objects import delivered_municipalities
from .run import Run

if TYPE_CHECKING:
    from ..arbeidsmigratie_plugin.core.stock import Stock


@dataclass(frozen=True)
class Counted:
    """Registrations on each object, and of when.

    Attributes:
        counts: NaN where unknown.
        peildatum: Reference date, "" if the points have none.
        given: Whether there were registrations to look at.
        warnings: What the user must know of them.
    """

    counts: Floats
    peildatum: str
    given: bool
    warnings: tuple[str, ...] = ()


def registrations(run: Run, name: str, found: Stock) -> Counted:
    """Registrations on each object; unknown where none were delivered.

    Args:
        run: The parameters.
        name: The parameter with the output of 'rniinlezen'.
        found: The objects.

    Raises:
        MixedDatesError: The points have more than one reference date.
        RegistrationsElsewhereError: No registration is on one of the objects.
        RegistrationsTwiceError: An address occurs more than once.
    """
    if not run.given(name):
        return Counted(source.counts_on(found, None), "", False)
    layer = run.layer(name)
    points = source.read_registrations(layer)
    if len(points.dates) > 1:
        raise MixedDatesError(layer=layer.label, dates=", ".join(points.dates))
    elsewhere, total = source.elsewhere(found, points)
    if total and elsewhere == total:
        raise RegistrationsElsewhereError(layer=layer.label, count=total)
    codes = delivered_municipalities(run.file_of(name))
    delivered = source.delivered_to(found, points, codes)
    counts = source.counts_on(found, points, delivered)
    peildatum, warnings = next(iter(points.dates), ""), []
    if elsewhere:
        warnings.append(tr(_ELSEWHERE).format(n=elsewhere, total=total))
    if not codes:
        told = ", ".join(sorted(found.codes_of(points.ids) - {""})) or tr("none")
        warnings.append(tr(_NO_PROVENANCE).format(layer=layer.label, codes=told))
    return Counted(counts, peildatum, not bool(np.isnan(counts).all()), tuple(warnings))


_ELSEWHERE = phrase(
    "{n} of {total} registrations are on addresses that the BAG layer does not have in use: they don't count here."
)

_NO_PROVENANCE = phrase(
    "{layer} does not say for which municipalities registrations were delivered (table herkomst): those in which it "
    "has registrations were taken ({codes}), elsewhere they are unknown."
)
