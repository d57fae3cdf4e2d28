"""Vacancy against registrations as a highlight, of a list of vacant objects and of location lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Optional

import numpy as np
from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.errors import LayerEmptyError
from ..arbeidsmigratie_plugin.core.listed import VACANT, joined
from ..arbeidsmigratie_plugin.core.phrases import phrase
from ..arbeidsmigratie_plugin.core.signals import vacancy
from ..arbeidsmigratie_plugin.core.signals.vacancy import VacancyList
from ..arbeidsmigratie_plugin.i18n import tr
from ..arbeidsmigratie_plugin.sharing import layers
from ..arbeidsmigratie_plugin.sharing.highlights.vacancy import vacancy_table
from ..arbeidsmigratie_plugin.sources.rulebooks import rules_of
from .highlights import Highlight
from .sight import Sight


def with_listed(sight: Sight, vacant: Optional[VacancyList], feedback: QgsProcessingFeedback) -> Optional[VacancyList]:
    """All that is said of vacancy: by the list of it, and by the location lists of that kind.

    Args:
        sight: What there is to look at.
        vacant: The list of vacant objects, None if none was given as such.
        feedback: Of the run.

    Returns:
        None if no list says anything of vacancy here.
    """
    of_lists = sight.listed.of(VACANT)
    here = of_lists.take(np.isin(of_lists.ids, sight.stock.ids))
    if len(of_lists) and not len(here):
        feedback.pushWarning(tr("Not one vacant object of the location lists is an object of the BAG in use."))
    if vacant is None:
        return VacancyList(here) if len(here) else None
    return replace(vacant, listed=joined([vacant.listed, here]))


def vacancy_and_registrations(
    sight: Sight,
    vacant: VacancyList,
    given: Sequence[layers.Provenance],
    complete: bool = True,
    every: bool = False,
) -> Highlight:
    """Vacancy against registrations.

    Args:
        sight: What there is to look at.
        vacant: The list of vacant objects.
        given: Where these come from, apart from location lists.
        complete: Whether objects that the list has not count as inhabited.
        every: Whether objects with residents and without registrations are given too.

    Raises:
        LayerEmptyError: No entry is on one of the objects.
    """
    if not np.isin(vacant.listed.ids, sight.stock.ids).any():
        raise LayerEmptyError(
            layer=next((one.bestand or one.bron for one in given), VACANT),
            reason=phrase("none of them is in the BAG layer in use"),
        )
    why, day = sight.explained, sight.counted.peildatum
    dates = {**sight.dates, "lijst": vacant.listed.latest()}
    in_buildings = sight.buildings is not None or len(sight.stock.link_rows) > 0
    own = vacancy.lacks(in_buildings, sight.more_listed_here)
    lacks = [*vacant.lacks(complete), *own]
    found = vacancy.vacancy(
        sight.stock,
        sight.counted.counts,
        vacant.listed,
        day,
        dates,
        rules_of(vacancy.SIGNAL),
        complete=complete and vacant.can_be_complete,
        every=every,
        lacking=lacks,
    )
    numbers = {
        **{f"CLASS_{klasse}": int((found.klasse == klasse).sum()) for klasse in range(1, 6)},
        "FOUND": len(found),
        "EXCLUDED": sum(map(bool, why[found.rows].tolist())),
    }
    table = vacancy_table(sight.stock, found, why, day)
    of_given = (replace(source, laag=table.name) for source in given)
    return Highlight(table, [*sight.provenance(table.name), *of_given], numbers, lacks)
