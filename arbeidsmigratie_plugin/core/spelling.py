"""How Dutch addresses are spelled: what people write, in the form in which it can be compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LARGEST_HOUSE_NUMBER = 99999

#: Code under which the RNI itself appears as a municipality of registration.
RNI_CODE = "1999"

_POSTCODE = re.compile(r"[1-9]\d{3}[A-Z]{2}")
_HOUSE_NUMBER = re.compile(r"0*(\d{1,5})(\D.*)?", re.DOTALL)
_LOST_DECIMALS = re.compile(r"(\d+)[.,]0+")
_DATE = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}.*|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}.*", re.DOTALL)

#: A place near a house number; 'to' alone can be an addition.
_NEARBY = re.compile(r"\b(t\s?/\s?o|t\.\s?o|tegenover|nabij|naast|bij|by)\b", re.IGNORECASE)

#: A phone or citizen service number in groups: no house number and addition together have eight digits.
_LONG_NUMBER = re.compile(r"(\d[\W_]*){8,}")

#: Additions that mean the same, as registrars and people write them; the BAG allows four characters.
_SAME_ADDITION = (
    ("HS", "HUIS", "H"),
    ("BIS", "BS"),
    ("BOV", "BOVEN", "BO"),
    ("BEN", "BENEDEN", "BE"),
    ("HOOG", "HG"),
    ("RD", "ROOD"),
    ("ZW", "ZWART"),
)

#: Abbreviated words of street names -> the word. Both sides of a comparison go through it.
_STREET_WORDS = {
    "burg": "burgemeester",
    "burgem": "burgemeester",
    "dr": "doctor",
    "ds": "dominee",
    "gr": "grote",
    "kl": "kleine",
    "mgr": "monseigneur",
    "mr": "meester",
    "past": "pastoor",
    "pr": "prins",
    "prof": "professor",
    "st": "sint",
    "v": "van",
    "vd": "vande",
    "vh": "vanhet",
}
_STREET_ENDINGS = (
    ("str", "straat"),
    ("pln", "plein"),
    ("ln", "laan"),
    ("wg", "weg"),
    ("dk", "dijk"),
    ("sngl", "singel"),
)


def postcode(text: str) -> str:
    """A postcode as the BAG writes it, "" if the text is none.

    Args:
        text: For example '1382 ab', also with a no-break space.
    """
    squeezed = "".join(text.split()).upper()
    return squeezed if _POSTCODE.fullmatch(squeezed) else ""


def identifier(text: str, kinds: tuple[str, ...]) -> str:
    """A BAG identifier of 16 digits, "" if the text is none.

    A leading zero that a spreadsheet ate comes back. Numbers that were cut to an exponent are lost.

    Args:
        text: Delivered value.
        kinds: Object types that are meant, the digits 5 and 6: '20' is a nummeraanduiding.
    """
    digits = _whole("".join(text.split()))
    if not digits.isascii() or not digits.isdigit() or not 13 <= len(digits) <= 16:
        return ""
    if len(digits) < 16 and digits.startswith("0"):  # a number that kept its zeros lost none: a phone number
        return ""
    digits = digits.zfill(16)
    return digits if digits[4:6] in kinds else ""


def municipality_code(text: str) -> str:
    """A municipality code of four digits, "" if the text is none.

    Args:
        text: Delivered value, for example '0457', '457', '457.0' or 'GM0457'.
    """
    digits = _whole("".join(text.split()).upper().replace("GM", ""))
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 4 and int(digits)):
        return ""
    return "" if digits == RNI_CODE else digits.zfill(4)


def _whole(text: str) -> str:
    """A number without the decimals that a spreadsheet added."""
    match = _LOST_DECIMALS.fullmatch(text)
    return match[1] if match else text


def house_number(number: str, letter: str = "", addition: str = "") -> tuple[int, str, str]:
    """House number, letter and addition from three fields in which they may be mixed up.

    Reads '12', '12.0', '1A', '1-A', '1 bis', '4 HOOG', with or without a letter and addition of their own.

    Args:
        number: The field of the house number.
        letter: The field of the letter.
        addition: The field of the addition.

    Returns:
        House number (0 if there is none from 1 to 99999), letter of at most one character, addition.
    """
    number, letter, addition = _whole(number.strip()), _alphanumeric(letter), _alphanumeric(addition)
    match = _HOUSE_NUMBER.fullmatch(number)
    other = _DATE.fullmatch(number) or _LONG_NUMBER.fullmatch(number)
    if not match or other or not 1 <= int(match[1]) <= LARGEST_HOUSE_NUMBER:
        return 0, "", ""
    rest, own = _alphanumeric(match[2] or ""), (letter + addition).upper()
    if rest.upper().startswith(own):
        letter, addition = rest, ""
    elif letter.isalpha() and rest[:1].isdigit() and not addition:
        addition = rest
    elif not own.startswith(rest.upper()) and rest.upper() != addition.upper():
        letter, addition = rest, letter + addition
    return int(match[1]), *_letter_and_addition(letter, addition)


def nearby(*fields: str) -> bool:
    """Whether a house number says of itself that it is only near: '7 t/o', 'bij 9', '12 tegenover'.

    Args:
        fields: House number and addition as delivered.
    """
    return any(_NEARBY.search(text) for text in fields)


def _letter_and_addition(letter: str, addition: str) -> tuple[str, str]:
    """The two in their own places: a letter is one character and no digit."""
    if letter.isdigit() and len(addition) == 1 and addition.isalpha():
        return addition, letter
    if not letter and _letter_first(addition):
        return addition[0], addition[1:]
    if len(letter) > 1 or letter.isdigit():
        return (letter[0], letter[1:] + addition) if _letter_first(letter) else ("", letter + addition)
    return letter, addition


def _letter_first(text: str) -> bool:
    """Whether a mixed text starts with a house letter: A1 does, bis and HOOG are additions as a whole."""
    return len(text) > 1 and text[0].isalpha() and text[1].isdigit()


def _alphanumeric(text: str) -> str:
    return "".join(c for c in _whole(text.strip()) if c.isalnum())


def suffix(letter: str, addition: str) -> str:
    """Letter and addition as one comparable key: people write them in either field.

    Args:
        letter: House letter.
        addition: Addition.
    """
    return (_alphanumeric(letter) + _alphanumeric(addition)).upper()


@lru_cache(maxsize=4096)
def equal_suffixes(key: str) -> frozenset[str]:
    """The other ways in which registrars write a suffix: HS and HUIS, 2HOOG and 2, 01 and 1.

    Args:
        key: Suffix as suffix() gives it.
    """
    same = {other for group in _SAME_ADDITION if key in group for other in group}
    if floor := re.fullmatch(r"0*(\d+)(HOOG|HG|)", key):
        same |= {floor[1], floor[1] + "HG", *(floor[1].zfill(width) for width in (2, 3, 4))}
    return frozenset(same - {key})


@lru_cache(maxsize=65536)
def street_key(name: str) -> str:
    """A street name as one comparable word: no case, accents, punctuation or blanks, abbreviations in full.

    Args:
        name: Street name, in full or shortened (NEN 5825).
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    words = re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)).replace("'", ""))
    full = []
    for word in words:
        word = _STREET_WORDS.get(word, word)
        for ending, whole in _STREET_ENDINGS:
            if word.endswith(ending):
                word = word[: -len(ending)] + whole
                break
        full.append(word)
    return "".join(full)
