"""Reference dates as users write them, and dates as the BRP and spreadsheets write them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Optional

from .errors import DateError, FutureDateError

#: Since this day first stay addresses are registered in the RNI (category 16).
FIRST_RNI_ADDRESS = date(2022, 10, 24)

#: Day 0 of Excel's date serials (its calendar counts 29 February 1900, which never was).
_EXCEL_EPOCH = date(1899, 12, 30)
_EXCEL_SERIALS = range(20000, 80000)

_REFERENCE = re.compile(r"\d{4}-\d{2}-\d{2}")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T].*)?")
_DUTCH = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[ T].*)?")
_BRP = re.compile(r"(\d{4})(\d{2})(\d{2})")
_NUMBER = re.compile(r"(\d+)(?:\.\d+)?")


def reference_date(text: str, name: str, today: Optional[date] = None) -> date:
    """The reference date (peildatum) of a run.

    Args:
        text: Date as YYYY-MM-DD.
        name: Name of the parameter, for the message.
        today: The current day; a test gives its own.

    Raises:
        DateError: The text is not a date of this form.
        FutureDateError: The date is later than today.
    """
    try:
        # Python 3.11 reads other forms of ISO 8601 too.
        day = date.fromisoformat(text.strip() if _REFERENCE.fullmatch(text.strip()) else "")
    except ValueError:
        raise DateError(text=text, name=name) from None
    if day > (today or date.today()):
        raise FutureDateError(name=name, date=day.isoformat())
    return day


def latest_day(text: str) -> Optional[date]:
    """The last day that a possibly incomplete date can stand for.

    Reads YYYYMMDD with zeros for unknown parts (Logisch Ontwerp BRP), ISO and Dutch notation, with or without a
    time, and Excel's serial numbers.

    Args:
        text: Date as a delivery has it.

    Returns:
        The day, or None where the year is unknown or the text is no date.
    """
    text = text.strip()
    if match := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := _DUTCH.fullmatch(text):
        day, month, year = (int(part) for part in match.groups())
    elif match := _NUMBER.fullmatch(text):
        number = match[1]
        if int(number) in _EXCEL_SERIALS:
            return _EXCEL_EPOCH + timedelta(days=int(number))
        parts = _BRP.fullmatch(number)
        if not parts:
            return None
        year, month, day = (int(part) for part in parts.groups())
    else:
        return None
    return _last_day(year, month, day)


def _last_day(year: int, month: int, day: int) -> Optional[date]:
    if year == 0:
        return None
    try:
        month = month or 12
        return date(year, month, day or monthrange(year, month)[1])
    except ValueError:
        return None
