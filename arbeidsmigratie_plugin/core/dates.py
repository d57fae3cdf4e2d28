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
_DUTCH = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[ T].*)?")
_MONTHS = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_WORDS = re.compile(rf"(\d{{1,2}})[ -]({'|'.join(_MONTHS)}|mrt)[a-z]*\.?[ -](\d{{4}})", re.IGNORECASE)
_CENTURIES = ("19", "20")
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

    Reads YYYYMMDD with zeros for unknown parts (Logisch Ontwerp BRP), also cut to a month or year, ISO and Dutch
    notation, with names of months or two digits of the year, with or without a time, and Excel's serial numbers.

    Args:
        text: Date as a delivery has it.

    Returns:
        The day, or None where the year is unknown or the text is no date.
    """
    parts = _parts(text)
    if parts is None:
        return None
    year, month, day = parts
    month = month or 12
    return _day(year, month, day or (monthrange(year, month)[1] if 1 <= month <= 12 else 0))


def earliest_day(text: str) -> Optional[date]:
    """The first day that a possibly incomplete date can stand for; see latest_day.

    Args:
        text: Date as a delivery has it.
    """
    parts = _parts(text)
    if parts is None:
        return None
    year, month, day = parts
    return _day(year, month or 1, day or 1)


def _parts(text: str) -> Optional[tuple[int, int, int]]:
    """Year, month and day, 0 where the last two are unknown; None where there is no year."""
    text = text.strip()
    if match := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := _DUTCH.fullmatch(text):
        day, month, year = (int(part) for part in match.groups())
        year += 2000 if year < 100 else 0
    elif match := _WORDS.fullmatch(text):
        day, month, year = int(match[1]), _month(match[2]), int(match[3])
    elif match := _NUMBER.fullmatch(text):
        number = match[1]
        if int(number) in _EXCEL_SERIALS:
            serial = _EXCEL_EPOCH + timedelta(days=int(number))
            return serial.year, serial.month, serial.day
        if not (len(number) == 8 or (len(number) in (4, 6) and number.startswith(_CENTURIES))):
            return None
        year, month, day = (int(part) for part in (number[:4], number[4:6] or "0", number[6:] or "0"))
    else:
        return None
    return (year, month, day) if year else None


def _month(name: str) -> int:
    return _MONTHS.index(name.lower().replace("mrt", "maa")) + 1


def _day(year: int, month: int, day: int) -> Optional[date]:
    try:
        return date(year, month, day)
    except ValueError:
        return None
