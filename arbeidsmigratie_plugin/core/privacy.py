"""The privacy gate: which columns and values of a delivery may pass.

Only columns that are recognised as part of an address pass at all; everything else is dropped while reading. On
top of that a column that should be an address but holds citizen service numbers is refused, and no text of a
delivery is ever repeated unless it is a word of the BAG or has the fixed form of a postcode, number or addition.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Optional

from .phrases import phrase

#: Shares at which a column counts as holding BSNs: of its filled values nine digits, and of those passing.
_NINE_DIGIT_SHARE = 0.1
_PASSING_SHARE = 0.5

_ELEVEN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_ELEMENT = re.compile(r"(?<!\d)(\d{1,2})[.\-_ ]?(\d{2})[.\-_ ]?(\d{2})(?!\d)")
_EXCEL_DATE_HEADER = re.compile(r"(?:19|20)(\d{2})[-/](\d{2})[-/](\d{2})(?:[ T].*)?")
_DUTCH_DATE_HEADER = re.compile(r"(\d{2})[-/](\d{2})[-/](?:19|20)(\d{2})(?:[ T].*)?")
_SEPARATORS = re.compile(r"[\s.\-]")
#: An end date of the BRP has eight digits too, and one in eleven of them passes the test by accident.
_BRP_DATE = re.compile(r"(?:19|20)\d{2}(?:0\d|1[0-2])(?:[0-2]\d|3[01])")

#: An address in one line is no longer, and no number in it has so many digits: a BSN and a phone number do.
LONGEST_ADDRESS = 120
_LONG_NUMBER = 8
_GROUPED = re.compile(r"0[\d .\-+]*|\d[\d .+]*")

#: What a column can hold that its cells give away too.
BSN, PHONE, BIRTH = "BSN", "telefoon", "geboorte"

_BSN_DIGITS = 9
_PHONE_SIGNS = re.compile(r"[(]?[+]?[\d .\-_/()]+")
_DUTCH_PHONE = re.compile(r"0[1-9]\d{8}|6\d{8}|31[1-9]\d{8}")
#: Digits of a phone number with the code of its country, 00 before it or not; an identifier of the BAG has sixteen.
_WITH_COUNTRY = range(9, 15)

#: Numbers in the name of a file. A day of this century is that of the file; one of the last is of birth.
_NAME_NUMBERS = re.compile(
    r"(?P<day>(?<!\d)(?:20\d{2}([-._ ]?)(?:0\d|1[0-2])\2[0-3]\d|[0-3]\d([-._ ])(?:0\d|1[0-2])\3 ?20\d{2})(?!\d))"
    r"|\+?\d+(?:[ .\-_()]{1,3}(?!20\d{2}[-._ ]?[01]\d[-._ ]?[0-3]\d(?!\d))\d+)*"
)
_OLD_DATE = re.compile(r"19\d{2}[-._ ]?(?:0\d|1[0-2])[-._ ]?[0-3]\d|[0-3]?\d([-._ ]?)[01]?\d\1(?:19|200)\d{1,2}")

#: Words in a column name -> what the column holds. Longest first: 'geboortedatum' before 'naam'.
_PERSONAL_WORDS = (
    ("burgerservicenummer", "BSN"),
    ("bsn", "BSN"),
    ("sofinummer", "BSN"),
    ("anummer", "A-nummer"),
    ("administratienummer", "A-nummer"),
    ("geboorte", "geboorte"),
    ("geboren", "geboorte"),
    ("geslachtsaanduiding", "geslacht"),
    ("nationalit", "nationaliteit"),
    ("telefoon", "telefoon"),
    ("mobiel", "telefoon"),
    ("gsm", "telefoon"),
    ("mail", "e-mail"),
    ("geslachtsnaam", "naam"),
    ("achternaam", "naam"),
    ("voornaam", "naam"),
    ("voornamen", "naam"),
    ("voorletter", "naam"),
    ("voorvoegsel", "naam"),
    ("geslacht", "geslacht"),
    ("vergunninghouder", "naam"),
    ("certificaathouder", "naam"),
    ("aanvrager", "naam"),
    ("eigenaar", "naam"),
    ("verhuurder", "naam"),
    ("melder", "naam"),
    ("contactpersoon", "naam"),
    ("werkgever", "naam"),  # a one-man business has the name of its owner
    ("familienaam", "naam"),
    ("partner", "partner"),
    ("echtgeno", "partner"),
    ("leeftijd", "persoon"),
    ("herkomst", "persoon"),
    ("burgerlijkestaat", "persoon"),
    ("documentnummer", "persoon"),
    ("documentnr", "persoon"),
    ("paspoort", "persoon"),
    ("identiteit", "persoon"),
    ("rijbewijs", "persoon"),
    ("vreemdeling", "persoon"),
)

#: Short words that only count as words of their own: 'tel' is in 'hotel' too.
_PERSONAL_SHORT = (
    (re.compile(r"\btel(?:nr|nummer|no)?\b|\bmob(?:nr|nummer)?\b|\btelpriv|\btelmob"), "telefoon"),
    (re.compile(r"\bgeb ?(?:d|jr|jaar|pl|land)|\bgeb$"), "geboorte"),
    (re.compile(r"\bnat$"), "nationaliteit"),
    (re.compile(r"\bfam ?(?:naam)?\b"), "naam"),
    (re.compile(r"\bv ?(?:nummer|nr)\b|\bdoc ?(?:nummer|nr)\b|\bburg ?staat\b"), "persoon"),
)

_NOT_NEEDED = "niet nodig"

#: Column names that are repeated as they stand: the words of a header, letters only. Any other name could be a value.
_KNOWN_LABELS = frozenset(
    re.findall(
        "[a-z]+",
        """
        bsn burgerservicenummer sofinummer anummer administratienummer naam namen achternaam geslachtsnaam voornaam
        voornamen voorletters voorvoegsel tussenvoegsel geboortedatum geboorteplaats geboorteland geslacht
        geslachtsaanduiding nationaliteit telefoon telefoonnummer mobiel gsm email emailadres mailadres mail
        straat straatnaam openbareruimte huisnummer huisletter toevoeging aanduidingbijhuisnummer postcode woonplaats
        plaats gemeente gemeentecode einddatum datumaanvang begindatum datuminschrijving locatiebeschrijving locatie
        opmerking opmerkingen toelichting functieadres land landcode status volgnummer regelnummer kenmerk zaaknummer
        vergunninghouder certificaathouder aanvrager eigenaar verhuurder huurder melder contactpersoon bedrijfsnaam
        kvknummer aantal aantalkamers tel telnr telnummer telprive telmobiel gebdat gebdatum gebjaar gebland
        gebplaats nationalit leeftijd herkomst vnummer vnr documentnummer documentnr paspoort paspoortnummer partner
        burgerlijkestaat werkgever
        """,
    )
)

#: BRP categories that are about a person (Logisch Ontwerp BRP, table of categories).
_PERSONAL_CATEGORIES = {
    1: "persoon",
    2: "ouder",
    3: "ouder",
    4: "nationaliteit",
    5: "partner",
    6: "overlijden",
    7: "inschrijving",
    8: "verblijfplaats",
    9: "kind",
    10: "verblijfstitel",
    17: "contactgegevens",
}


#: Categories of the Logisch Ontwerp BRP, those of former data (50 higher) included, and the step of element numbers.
_CATEGORIES = frozenset({*range(1, 18), 21, *range(51, 68)})
_ELEMENT_STEP = 5

#: Groups of category 1 (person) that have a name of their own.
_PERSON_GROUPS = {1: "BSN of A-nummer", 2: "naam", 3: "geboorte", 4: "geslacht"}


@dataclass(frozen=True)
class DroppedColumn:
    """A column that was not read.

    Attributes:
        label: Its name as far as that can be repeated safely.
        reason: What it holds, or why it isn't needed.
    """

    label: str
    reason: str

    def __str__(self) -> str:
        return f"{self.label} ({self.reason})"


def brp_element(label: str) -> Optional[tuple[int, int, int]]:
    """The BRP element that a column name gives: category, group, element.

    Reads 16.11.20, 161120, 16-11-20, with or without words around it, five digits where a spreadsheet ate the
    leading zero, and the date into which a spreadsheet turns 16.11.20 (16 November 2020).

    Args:
        label: Column name.
    """
    label = label.strip()
    if match := _EXCEL_DATE_HEADER.fullmatch(label):
        element, group, category = match.groups()
        return int(category), int(group), int(element)
    if match := _DUTCH_DATE_HEADER.fullmatch(label):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _ELEMENT.search(label):
        return int(match[1]), int(match[2]), int(match[3])
    return None


def dropped_column(label: str, letter: str, header: bool = True) -> DroppedColumn:
    """How a column that was not read is reported.

    Args:
        label: Its name in the delivery, "" if it has none.
        letter: Its place as a spreadsheet counts, A to XFD.
        header: Whether the row of the name is surely a header; else the name may be a cell about a person.
    """
    plain = _without_accents(label).lower()
    element = brp_element(label)
    known = re.sub(r"[\W_]", "", plain) in _KNOWN_LABELS
    numbered = header and element is not None and re.fullmatch(r"[\D]*", _ELEMENT.sub("", label, count=1)) is not None
    name = f"kolom {letter}"
    if known:
        name = " ".join(label.split())
    elif numbered and element is not None and _is_element(element):
        name = "{:02d}.{:02d}.{:02d}".format(*element)
    return DroppedColumn(name, _reason(plain, element if header else None))


def _is_element(element: tuple[int, int, int]) -> bool:
    """Whether the BRP can have this element; a date of birth has three pairs of digits too."""
    category, _, number = element
    return category in _CATEGORIES and number % _ELEMENT_STEP == 0


def _without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def _reason(plain: str, element: Optional[tuple[int, int, int]]) -> str:
    """What a column holds, as far as it matters; its name is in small letters without accents."""
    if element is not None:
        category, group, _ = element
        person = _PERSON_GROUPS.get(group) if category == 1 else None
        return person or _PERSONAL_CATEGORIES.get(category, _NOT_NEEDED)
    squeezed, spaced = re.sub(r"[^a-z]", "", plain), " ".join(re.findall("[a-z]+", plain))
    named = next((reason for word, reason in _PERSONAL_WORDS if word in squeezed), None)
    named = named or next((reason for word, reason in _PERSONAL_SHORT if word.search(spaced)), None)
    return named or ("naam" if squeezed in ("naam", "namen") else _NOT_NEEDED)


def passes_eleven_test(value: str) -> bool:
    """Whether a value can be a citizen service number (BSN).

    Nine digits, or eight where a leading zero was lost, not all zero, with 9a+8b+7c+6d+5e+4f+3g+2h-i divisible
    by 11 (Logisch Ontwerp BRP, element 01.20). Dots, dashes and blanks between the digits are skipped.

    Args:
        value: A cell of a delivery.
    """
    digits = nine_digits(value)
    return digits is not None and sum(w * int(d) for w, d in zip(_ELEVEN_WEIGHTS, digits)) % 11 == 0


def nine_digits(value: str) -> Optional[str]:
    """The nine digits of a value that has the length of a BSN and is no date, else None.

    Args:
        value: A cell of a delivery.
    """
    digits = _SEPARATORS.sub("", value[:-2] if value.endswith(".0") else value)
    if not digits.isascii() or not digits.isdigit() or len(digits) not in (8, 9) or not digits.strip("0"):
        return None
    if _BRP_DATE.fullmatch(digits):
        return None
    return digits.zfill(9)


def holds_bsn(values: Iterable[str]) -> bool:
    """Whether a column holds citizen service numbers: most of its nine-digit values pass the 11-test.

    A few of them in a column of other values don't condemn the column: such a value is no house number or
    postcode and stops there.

    Args:
        values: The column's cells.
    """
    filled = [v for v in values if v]
    candidates = [v for v in filled if nine_digits(v) is not None]
    passing = sum(passes_eleven_test(v) for v in candidates)
    return len(candidates) > _NINE_DIGIT_SHARE * len(filled) and passing > _PASSING_SHARE * len(candidates)


def is_one_address(text: str) -> bool:
    """Whether a text can be one address: short, on one line, without the long numbers and signs of other data.

    Args:
        text: What a user typed.
    """
    one_line = 0 < len(text) <= LONGEST_ADDRESS and not re.search(r"[\n\r\t;|@]", text)
    return one_line and not any(len(re.sub(r"\D", "", group)) >= _LONG_NUMBER for group in _GROUPED.findall(text))


def safe_labels(names: Iterable[str], known: Iterable[str] = ()) -> str:
    """The names of columns as far as they can be repeated: a table without a header has a person's cells there.

    Args:
        names: What stands in the first row, or the fields of a layer.
        known: Names that are ours, besides the words of a header.
    """
    ours = {re.sub(r"[\W_]", "", name.lower()) for name in known} | _KNOWN_LABELS
    safe = [name for name in names if re.sub(r"[\W_]", "", name.lower()) in ours]
    return ", ".join(safe) or phrase("none that is known here")


def is_phone(text: str) -> bool:
    """Whether a text can be a phone number: Dutch, also without its first zero, or with the code of a country.

    Args:
        text: A cell, or a part of a name.
    """
    if not _PHONE_SIGNS.fullmatch(text):
        return False
    digits = re.sub(r"\D", "", text)
    if text.lstrip(" (").startswith("+") or digits.startswith("00"):
        return len(digits) in _WITH_COUNTRY
    return bool(_DUTCH_PHONE.fullmatch(digits))


def safe_file_name(name: str) -> str:
    """The name of a file without a citizen service number, phone number or date of birth in it.

    Args:
        name: Name of a delivery.
    """
    return _NAME_NUMBERS.sub(lambda found: found[0] if found["day"] else _masked_numbers(found[0]), name)


def _masked_numbers(text: str) -> str:
    """Groups of digits, masked where some of them together are a number of a person."""
    groups = list(re.finditer(r"\+?\d+", text))
    for first in range(len(groups)):
        for last in range(len(groups), first, -1):
            start, end = groups[first].start(), groups[last - 1].end()
            if _is_of_person(text[start:end]):
                masked = re.sub(r"\d", "*", text[start:end])
                return text[:start] + masked + _masked_numbers(text[end:])
    return text


def _is_of_person(text: str) -> bool:
    digits = re.sub(r"\D", "", text)
    number = digits.lstrip("0") if len(digits) > _BSN_DIGITS else digits
    return passes_eleven_test(number) or is_phone(text) or _OLD_DATE.fullmatch(text) is not None
