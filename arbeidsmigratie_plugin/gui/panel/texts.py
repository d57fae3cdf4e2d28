"""What the panel says about steps: titles, states, reasons, numbers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from qgis.PyQt.QtCore import QDate, QDateTime, QLocale, Qt

from ...core.workflow.state import Number
from ...core.workflow.steps import Change, State, Status, Step
from ...i18n import tr


def title(step: Step) -> str:
    """Name of a step.

    Args:
        step: Which.
    """
    return {
        Step.PROJECT: tr("Project"),
        Step.SOURCES: tr("Source data"),
        Step.RNI: tr("RNI"),
        Step.LISTS: tr("Other lists"),
        Step.ANALYSIS: tr("Analysis"),
        Step.SHARING: tr("Share"),
    }[step]


def purpose(step: Step) -> str:
    """What a step is for, while it is not done.

    Args:
        step: Which.
    """
    return {
        Step.PROJECT: tr("Region, purpose, legal basis and until when the data are kept. All else follows from it."),
        Step.SOURCES: tr("The BAG, municipalities and functional areas of the region, from PDOK or from your files."),
        Step.RNI: tr("Deliveries of stay addresses. Personal columns fall away before anything is stored."),
        Step.LISTS: tr("Permits, certificates, vacancy, signals and the policy of municipalities. May be left out."),
        Step.ANALYSIS: tr("Counts per hexagon, hot spots, clusters across borders and highlights, as a map."),
        Step.SHARING: tr("A heatmap for a partner, from which no address or person can be recovered."),
    }[step]


def state(found: State) -> str:
    """How far a step is, in a word or two.

    Args:
        found: How far.
    """
    return {
        State.WAITING: tr("Later"),
        State.TODO: tr("Not done"),
        State.RUNNING: tr("Running"),
        State.STALE: tr("Out of date"),
        State.DONE: tr("Done"),
    }[found]


def change(found: Change) -> str:
    """Why a step is out of date.

    Args:
        found: What changed.
    """
    return {
        Change.REGION: tr("the region was changed"),
        Change.PEILDATUM: tr("the reference date was changed"),
        Change.RESOLUTION: tr("the size of the hexagons was changed"),
        Change.SOURCES: tr("the source data were changed"),
        Change.CHOICE: tr("what was chosen here was changed"),
        Change.CORRECTIONS: tr("addresses were linked by hand"),
        Change.DELIVERIES: tr("a delivery was changed"),
        Change.LISTS: tr("the lists were changed"),
        Change.ANALYSIS: tr("the analysis was changed"),
        Change.FILES: tr("a file that was made is gone"),
        Change.CONTENT: tr("a file was replaced"),
        Change.ORGANISATION: tr("the settings of your organisation were changed"),
        Change.NEW: tr("something was added"),
    }[found]


def summary(step: Step, status: Status) -> str:
    """Date and numbers of a step that was done, else what it is for.

    Args:
        step: Which.
        status: How far it is.
    """
    if step == Step.PROJECT and status.state == State.DONE:
        return ""  # its rows say it
    if status.state in (State.WAITING, State.TODO) or not status.at:
        return purpose(step)
    parts = [moment(status.at), *numbers(step, status.numbers)]
    return " · ".join(parts)


def reason(status: Status) -> str:
    """Why a step is out of date, in a sentence; "" if it is not.

    Args:
        status: How far it is.
    """
    if status.state != State.STALE:
        return ""
    return tr("Out of date: {reasons}.").format(reasons=", ".join(change(one) for one in status.changes))


def moment(at: str) -> str:
    """A day and time as the user writes them.

    Args:
        at: YYYY-MM-DDTHH:MM:SS.
    """
    try:
        when = datetime.fromisoformat(at)
    except ValueError:
        return at
    date_time = QDateTime(when.year, when.month, when.day, when.hour, when.minute, 0)
    return QLocale().toString(date_time, QLocale.FormatType.ShortFormat)


def day(text: str) -> str:
    """A day as the user writes it.

    Args:
        text: YYYY-MM-DD.
    """
    found = QDate.fromString(text, Qt.DateFormat.ISODate)
    return QLocale().toString(found, QLocale.FormatType.ShortFormat) if found.isValid() else text


def numbers(step: Step, found: Mapping[str, Number]) -> list[str]:
    """The numbers that matter, in words.

    Args:
        step: Whose numbers.
        found: Number outputs of its algorithm.
    """
    said = {
        Step.SOURCES: (("KEPT", tr("{n} BAG objects")),),
        Step.RNI: (
            ("REGISTRATIONS", tr("{n} registrations")),
            ("ADDRESSES", tr("{n} addresses")),
            ("UNMATCHED", tr("{n} not linked")),
        ),
        Step.LISTS: (("ADDRESSES", tr("{n} addresses")),),
        Step.ANALYSIS: (
            ("CELLS", tr("{n} hexagons")),
            ("CLUSTERS", tr("{n} clusters")),
            ("BORDER_CLUSTERS", tr("{n} at a border")),
            ("PARKS", tr("{n} possible holiday parks")),
        ),
        Step.SHARING: (("REGIONS", tr("{n} areas published")),),
    }.get(step, ())
    return [text.format(n=number(found[name])) for name, text in said if name in found]


def number(value: Number) -> str:
    """A number as the user writes it.

    Args:
        value: The number.
    """
    locale = QLocale()
    if isinstance(value, int) or float(value).is_integer():
        return str(locale.toString(int(value)))
    return str(locale.toString(float(value), "f", 1))
