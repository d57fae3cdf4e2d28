"""Reference dates for the temporal controller of QGIS: layers of several dates in one project are stepped through."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import reduce
from math import gcd
from typing import Optional

from qgis.core import Qgis, QgsDateTimeRange, QgsMapLayer, QgsProject, QgsUnitTypes, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, QTime

_FIELD = "peildatum"

#: In the middle of its day, so that a date lies in one step only. Dates are text: a field of text is no date to QGIS.
_MOMENT = f"to_datetime(\"{_FIELD}\" || 'T12:00:00')"

_MONTHS, _DAYS = "mon", "d"


def set_dates(layer: QgsVectorLayer) -> None:
    """Lets the temporal controller show a layer on its reference date only; without the controller it always shows.

    Args:
        layer: Nothing happens if no reference date is known of it.
    """
    if not dates_of(layer):
        return
    temporal = layer.temporalProperties()
    temporal.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromExpressions)
    temporal.setStartExpression(_MOMENT)
    temporal.setEndExpression(_MOMENT)
    temporal.setIsActive(True)


def set_time(project: QgsProject, layers: Iterable[QgsMapLayer]) -> None:
    """Sets the period and the step of a project to the reference dates of layers.

    Args:
        project: The project; nothing happens if no date is known.
        layers: Its layers.
    """
    dates = sorted({day for layer in layers if isinstance(layer, QgsVectorLayer) for day in dates_of(layer)})
    if not dates:
        return
    first, last = (QDate(day.year, day.month, day.day) for day in (dates[0], dates[-1]))
    settings = project.timeSettings()
    settings.setTemporalRange(QgsDateTimeRange(QDateTime(first, QTime(0, 0)), QDateTime(last, QTime(23, 59, 59))))
    size, name = _step(dates)
    unit, known = QgsUnitTypes.decodeTemporalUnit(name)
    if known:
        settings.setTimeStep(size)
        settings.setTimeStepUnit(unit)


def dates_of(layer: QgsVectorLayer) -> set[date]:
    """The reference dates in a layer.

    Args:
        layer: Any.
    """
    at = layer.fields().lookupField(_FIELD) if layer.isValid() else -1
    found = (_day(value) for value in layer.uniqueValues(at)) if at >= 0 else ()
    return {day for day in found if day is not None}


def _day(value: object) -> Optional[date]:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _step(dates: list[date]) -> tuple[int, str]:
    """The longest step that meets every date: in months if they fall on the same day, else in days."""
    if len({day.day for day in dates}) == 1:
        months = [12 * (later.year - one.year) + later.month - one.month for one, later in zip(dates, dates[1:])]
        return reduce(gcd, months, 0) or 1, _MONTHS
    return reduce(gcd, [(later - one).days for one, later in zip(dates, dates[1:])]), _DAYS
