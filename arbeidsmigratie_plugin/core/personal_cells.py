"""What the form of a cell gives away: a citizen service number, a phone number or a date of birth."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Optional

from .dates import FIRST_RNI_ADDRESS, latest_day
from .privacy import BIRTH, BSN, PHONE, holds_bsn, is_phone, passes_eleven_test

#: No stay began so long before the RNI held addresses: an earlier date could be one of birth.
EARLIEST_YEAR = FIRST_RNI_ADDRESS.year - 5

#: The first year in which anyone that is delivered can be born.
_FIRST_BIRTH = 1900

#: So many years ahead a stay can end. A year of two digits that is later is one of the last century.
_AHEAD = 5

#: Share of the filled cells at which a column counts as one about persons.
_SHARE = 0.5

#: Digits of a number of a person or a full date, with a time or the code of a country; no other cell is looked at.
_DIGIT_COUNT = range(5, 25)

_DECIMALS = re.compile(r"(\d{6,})[.,]0+")
_TIME = r"(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,6})?)?Z?)?"
_MONTH = (
    "jan(?:uari)?|feb(?:ruari)?|maart|mrt|maa|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?"
)
_DATE = re.compile(rf"\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{1,4}}{_TIME}|\d{{1,2}}[ -](?:{_MONTH})\.?[ -]\d{{4}}", re.I)
_DIGITS = re.compile(r"(\d{4}|\d{5}|\d{6}|\d{8})(?:\.0+)?")
_SHORT_YEAR = re.compile(rf"\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2}}{_TIME}")
_DAY_FIRST = re.compile(r"(\d{2})(\d{2})((?:19|20)\d{2})")


def is_stay_date(text: str) -> bool:
    """Whether a text is a date on which a stay can begin or end, and nothing else.

    Args:
        text: A cell, without needless blanks.
    """
    if not (_DATE.fullmatch(text) or _DIGITS.fullmatch(text)):
        return False
    day = latest_day(text)
    return day is not None and day.year >= EARLIEST_YEAR and not _of_last_century(text, day)


def is_birth_date(text: str) -> bool:
    """Whether a text is a full date before any stay.

    Args:
        text: A cell, without needless blanks.
    """
    plain = _whole(text)
    if match := _DAY_FIRST.fullmatch(plain):
        plain = "-".join(match.groups()) if latest_day("-".join(match.groups())) else plain
    full = _DATE.fullmatch(plain) or (plain.isdecimal() and len(plain) == 8)
    day = latest_day(plain) if full else None
    if day is None:
        return False
    return _FIRST_BIRTH <= day.year < EARLIEST_YEAR or _of_last_century(plain, day)


def _of_last_century(text: str, day: date) -> bool:
    return _SHORT_YEAR.fullmatch(text) is not None and day.year > date.today().year + _AHEAD


def kind_of(cell: str) -> Optional[str]:
    """What of a person a cell seems to hold, in the words of privacy.py; None for nothing.

    Args:
        cell: As delivered.
    """
    text = " ".join(cell.split())
    if is_birth_date(text):
        return BIRTH
    if is_stay_date(text):
        return None
    if is_phone(_whole(text)):
        return PHONE
    return BSN if passes_eleven_test(text) or passes_eleven_test(text.replace("/", "").lstrip("0")) else None


def kind_of_column(cells: Iterable[str], dates: bool = False, stay: bool = False) -> Optional[str]:
    """What of persons most of a column seems to hold, in the words of privacy.py; None for nothing.

    Args:
        cells: The column.
        dates: Whether it is to be read as dates: these have eight digits too, and can be of long ago.
        stay: Whether they are to be dates of a stay, which are not of long ago.
    """
    filled = [cell for cell in cells if cell and not cell.isspace()]
    if holds_bsn(cell for cell in filled if not (dates and latest_day(cell))):
        return BSN
    found: Counter[str] = Counter()
    for cell, n in Counter(filled).items():
        kind = _kind_in_column(cell, dates, stay)
        if kind:
            found[kind] += n
    if sum(found.values()) <= _SHARE * len(filled):
        return None
    return found.most_common(1)[0][0]


def _kind_in_column(cell: str, dates: bool, stay: bool) -> Optional[str]:
    if sum(map(str.isdigit, cell)) not in _DIGIT_COUNT:
        return None
    kind = kind_of(cell)
    if dates and (kind == BIRTH or latest_day(cell)):
        return kind if stay and kind == BIRTH else None
    return kind


def _whole(text: str) -> str:
    """A number without the decimals that a spreadsheet added."""
    match = _DECIMALS.fullmatch(text)
    return match[1] if match else text
