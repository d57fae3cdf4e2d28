"""A cell of an address column as it may be shown: a word of the BAG, or the fixed form of its field."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Optional

from . import spelling
from .personal_cells import is_stay_date
from .placing import SafeWords

#: Stands for any other cell, whatever it holds and however long it is.
MASK = "•••••"

#: A house number, alone or with a letter, a word or a number behind it; two numbers are never written as one.
_NUMBER = re.compile(
    r"(\d{1,5})([.,]0{1,2})?"
    r"(\s?[-/]?\s?(?P<words>[a-z](\s?[-/]?\s?\d{1,2})?|hs|huis|bis|bs|bov|boven|ben|[1-9]?hg|[1-9]?\s?hoog)"
    r"|\s?[-/\s]\s?(?P<addition>\d{1,4}))?",
    re.I | re.ASCII,
)

#: No house number and addition together have more digits: a number of a person has.
_MOST_DIGITS = 6

#: A year, which makes a date of it; a house number with such an addition is not shown either.
_YEAR = re.compile(r"(19|20)\d{2}")

#: Dates of birth as numbers of a spreadsheet, for one that lost its format; hardly any house has such a number.
_SERIALS = range(10000, 43000)

_NEARBY = re.compile(r"by|to|t/o|bij|tegenover|nabij|naast", re.I)
_UNKNOWN_DATE = re.compile(r"0{8}|0{1,2}[-/.]0{1,2}[-/.]0{4}|0{4}-0{2}-0{2}")


def shown_cell(field: str, cell: str, words: Optional[SafeWords] = None) -> str:
    """A cell as it may be shown, else MASK.

    Args:
        field: Our field that its column is read as.
        cell: As delivered.
        words: Words of the BAG; None as long as it has not been read.
    """
    text = " ".join(cell.split())
    if not text:
        return ""
    if field in _FORMS:
        return _FORMS[field](text) or MASK
    known = words is not None and _WORDS.get(field, _no_word)(words, text)
    return known or MASK


def _house_number(text: str) -> str:
    match = _NUMBER.fullmatch(text)
    number = spelling.house_number(text)[0]
    if not match or not number or number in _SERIALS:
        return ""
    addition = match["addition"] or ""
    if addition and (_YEAR.fullmatch(addition) or _YEAR.fullmatch(match[1])):
        return ""
    return text if len(match[1] + addition) <= _MOST_DIGITS else ""


def _letter(text: str) -> str:
    return text if len(text) == 1 and text.isalnum() else ""


def _aanduiding(text: str) -> str:
    return text if _NEARBY.fullmatch(text) else ""


def _municipality(text: str) -> str:
    code = spelling.municipality_code(text)
    return code or (spelling.RNI_CODE if text == spelling.RNI_CODE else "")


def _date(text: str) -> str:
    return text if is_stay_date(text) or _UNKNOWN_DATE.fullmatch(text) else ""


def _addition(words: SafeWords, text: str) -> str:
    return text if words.is_addition(text) else ""


def _nummeraanduiding(words: SafeWords, text: str) -> str:
    return words.identifier(spelling.identifier(text, ("20",)))


def _object(words: SafeWords, text: str) -> str:
    return words.identifier(spelling.identifier(text, ("01", "02", "03")))


def _no_word(words: SafeWords, text: str) -> str:
    return ""


#: Fields of which the form alone tells that nothing else is in them.
_FORMS: dict[str, Callable[[str], str]] = {
    "postcode": spelling.postcode,
    "huisnummer": _house_number,
    "huisletter": _letter,
    "aanduiding": _aanduiding,
    "gemeentecode": _municipality,
    "begindatum": _date,
    "einddatum": _date,
}

#: Fields that take a word of the BAG.
_WORDS: dict[str, Callable[[SafeWords, str], str]] = {
    "straat": SafeWords.street,
    "openbare_ruimte": SafeWords.street,
    "woonplaats": SafeWords.place,
    "toevoeging": _addition,
    "nummeraanduiding_id": _nummeraanduiding,
    "adresseerbaarobject_id": _object,
}
