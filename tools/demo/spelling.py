"""How addresses are written in a delivery: rarely as the BAG writes them, but so that a careful reader can tell.

Whatever is done to an address, one of identifier, full key, unique key or street and place still names its object.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from .registers import BagObject, Registers
from .rows import ABROAD, AMBIGUOUS, EMPTY, NEARBY, NO_ADDRESS, NOT_IN_BAG, WITHDRAWN_OBJECT, Row

NO_BREAK_SPACE = "\u00a0"
#: Share of each way to write a letter, and an addition; see Speller._number.
_LETTER_FORMS = (0.52, 0.15, 0.12, 0.1, 0.06, 0.05)
_ADDITION_FORMS = (0.38, 0.16, 0.22, 0.07, 0.11, 0.06)
_HINTS = ("achterhuis", "bovenverdieping", "naast de loods", "ingang via de poort", "caravan op het erf")
_ABROAD = (
    ("Hauptstraße", "Ahlenbruch", "47999"),
    ("Mühlenweg", "Dornfeld", "47998"),
    ("Am Königshof", "Ahlenbruch", "47999"),
)


@dataclass
class Cells:
    """The address cells of one row, "" where empty."""

    gemeentecode: str = ""
    straat: str = ""
    openbare_ruimte: str = ""
    huisnummer: str = ""
    huisletter: str = ""
    toevoeging: str = ""
    aanduiding: str = ""
    postcode: str = ""
    woonplaats: str = ""
    object_id: str = ""
    nummer_id: str = ""
    locatie: str = ""


@dataclass(frozen=True)
class Dress:
    """How one file of a delivery writes addresses.

    Attributes:
        identifiers: Share of the rows with a BAG identifier.
        object_ids: Whether it has a column for the identifier of the object too.
        ligatures: Share of the streets with IJ that have it as one character.
        lost_zeros: Share of the identifiers with leading zeros that lost them.
        exponents: Share of the identifiers that a spreadsheet cut to an exponent.
    """

    identifiers: float
    object_ids: bool
    ligatures: float
    lost_zeros: float
    exponents: float


@dataclass
class Speller:
    """Writes the address cells of rows.

    Attributes:
        registers: Complete.
        dress: Of the file.
        rng: Source of the variation.
    """

    registers: Registers
    dress: Dress
    rng: np.random.Generator
    _highest: dict[int, int] = field(default_factory=dict)
    _suffixes: dict[tuple[int, int], set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for item in self.registers.objects:
            self._highest[item.street] = max(self._highest.get(item.street, 0), item.huisnummer)
            suffixes = self._suffixes.setdefault((item.street, item.huisnummer), set())
            suffixes.add(item.huisletter + item.toevoeging)

    def cells(self, row: Row) -> Cells:
        """The address cells of a row.

        Args:
            row: Of any fate.
        """
        if row.fate == EMPTY:
            return Cells()
        if row.fate == NO_ADDRESS:
            return self._no_address(row)
        if row.fate == ABROAD:
            straat, woonplaats, postcode = _ABROAD[int(self.rng.integers(len(_ABROAD)))]
            number = str(self.rng.integers(1, 90))
            return Cells(row.gemeente, straat, "", number, "", "", "", postcode, woonplaats)
        item = self.registers.objects[row.item]
        certain = row.fate not in (AMBIGUOUS, NEARBY, NOT_IN_BAG)
        cells = self._plain(row, item)
        named = certain and self.rng.random() < (0.25 if row.chalet else self.dress.identifiers)
        if named:
            self._identify(cells, item)
        if certain:
            self._number(cells, item)
            if not named and row.fate != WITHDRAWN_OBJECT:
                self._other_addition(cells, item)
            self._leave_out(cells, item, named, keep_key=row.fate == WITHDRAWN_OBJECT or bool(row.chalet))
        elif row.fate == AMBIGUOUS:
            cells.huisletter = cells.toevoeging = ""
        elif row.fate == NEARBY:
            cells.aanduiding = str(self.rng.choice(["to", "by"]))
        else:
            self._nowhere(cells, item)
        if row.chalet:
            cells.toevoeging = str(self.rng.choice([f"{row.chalet}", f"ch{row.chalet}", f"{row.chalet:03d}"]))
            cells.locatie = f"chalet {row.chalet}" if self.rng.random() < 0.6 else ""
        self._postcode(cells)
        self._street(cells, item)
        return cells

    def _plain(self, row: Row, item: BagObject) -> Cells:
        street = self.registers.plan.streets[item.street]
        return Cells(
            gemeentecode=row.gemeente,
            straat=street.kort or street.naam,
            openbare_ruimte=street.naam,
            huisnummer=str(item.huisnummer),
            huisletter=item.huisletter,
            toevoeging=item.toevoeging,
            postcode=item.postcode,
            woonplaats=self.registers.place(item).naam,
            locatie=str(self.rng.choice(_HINTS)) if self.rng.random() < 0.012 else "",
        )

    def _no_address(self, row: Row) -> Cells:
        drawn = self.rng.random()
        if drawn < 0.4:
            return Cells()
        if drawn < 0.7:
            return Cells(gemeentecode=row.gemeente)
        return Cells(gemeentecode=row.gemeente, locatie="verblijf bij werkgever, adres nog niet bekend")

    def _identify(self, cells: Cells, item: BagObject) -> None:
        """Identifiers, some damaged by a spreadsheet; the address beside them stays complete."""
        drawn = self.rng.random()
        if self.dress.object_ids and (drawn < 0.62 or drawn >= 0.92):
            cells.object_id = item.identificatie
        if drawn < 0.92 or not cells.object_id:
            cells.nummer_id = item.nummeraanduiding
        for name in ("nummer_id", "object_id"):
            value = getattr(cells, name)
            if value.startswith("0") and self.rng.random() < self.dress.lost_zeros:
                value = value.lstrip("0")
            elif value and value[0] != "0" and self.rng.random() < self.dress.exponents:
                value = f"{value[0]},{value[1:6]}E+15"
            setattr(cells, name, value)

    def _number(self, cells: Cells, item: BagObject) -> None:
        """House number, letter and addition, in one field or in the wrong one."""
        number, letter, addition = cells.huisnummer, item.huisletter, item.toevoeging
        drawn = self.rng.random()
        if not letter and not addition:
            cells.huisnummer = f"{number}.0" if drawn < 0.03 else f" {number} " if drawn < 0.04 else number
        elif letter:
            other = letter.swapcase()
            forms = (
                (number, letter, ""),
                (number + letter, "", ""),
                (f"{number}-{letter}", "", ""),
                (number, "", letter),
                (f"{number} {other}", "", ""),
                (f"{number}.0", other, ""),
            )
            self._put(cells, forms, _LETTER_FORMS, addition)
        else:
            forms = (
                (number, "", addition),
                (f"{number}-{addition}", "", ""),
                (f"{number} {addition}", "", ""),
                (number, "", addition.upper()),
                (number, "", self._storey(addition)),
                self._swapped(number, addition),
            )
            self._put(cells, forms, _ADDITION_FORMS, "")

    def _put(
        self, cells: Cells, forms: tuple[tuple[str, str, str], ...], shares: tuple[float, ...], addition: str
    ) -> None:
        """Fills number, letter and addition by one of the forms."""
        number, letter, rest = forms[int(self.rng.choice(len(forms), p=shares))]
        cells.huisnummer, cells.huisletter, cells.toevoeging = number, letter, rest + addition

    def _other_addition(self, cells: Cells, item: BagObject) -> None:
        """An addition that the BAG does not have, or lacks, where the number stands for one object all the same."""
        alone = len(self._suffixes[item.street, item.huisnummer]) == 1
        if alone and self.rng.random() < 0.015:
            given = "" if item.huisletter or item.toevoeging else str(self.rng.choice(["A", "1", "bov", "02"]))
            cells.huisnummer, cells.huisletter, cells.toevoeging = str(item.huisnummer), "", given

    def _storey(self, addition: str) -> str:
        return f"{addition} HOOG" if addition.isdigit() and len(addition) == 1 else addition

    def _swapped(self, number: str, addition: str) -> tuple[str, str, str]:
        """A letter before the digits of an addition, put into the field of the letter."""
        if addition[0].isalpha() and addition[1:].isdigit():
            return number, addition[0], addition[1:]
        return number, "", addition

    def _leave_out(self, cells: Cells, item: BagObject, named: bool, keep_key: bool) -> None:
        """What is missing: an address keeps its postcode or its street and place; a named one may lose all."""
        drawn = self.rng.random()
        if named and drawn < 0.03:
            intact = "E+" not in cells.nummer_id + cells.object_id
            if intact:
                cells.straat = cells.openbare_ruimte = cells.postcode = cells.woonplaats = ""
                cells.huisnummer = cells.huisletter = cells.toevoeging = ""
        elif drawn < 0.07 and not keep_key:
            cells.postcode = ""
        elif drawn < 0.12 and item.postcode:
            cells.straat = cells.openbare_ruimte = ""
        elif drawn < 0.15 and item.postcode:
            cells.woonplaats = ""

    def _nowhere(self, cells: Cells, item: BagObject) -> None:
        """An address that is not in the BAG: a number beyond the street, or a postcode that was never given."""
        cells.huisletter = cells.toevoeging = ""
        cells.huisnummer = str(self._highest[item.street] + int(self.rng.integers(11, 60)))
        if self.rng.random() < 0.35:
            cells.postcode, cells.straat, cells.openbare_ruimte = "9969XX", "Verzonnenweg", "Verzonnenweg"

    def _postcode(self, cells: Cells) -> None:
        if not cells.postcode:
            return
        digits, letters, drawn = cells.postcode[:4], cells.postcode[4:], self.rng.random()
        if drawn < 0.26:
            cells.postcode = f"{digits} {letters}"
        elif drawn < 0.29:
            cells.postcode = f"{digits}{NO_BREAK_SPACE}{letters}"
        elif drawn < 0.33:
            cells.postcode = f"{digits} {letters.lower()}"
        elif drawn < 0.37:
            cells.postcode = cells.postcode.lower()
        elif drawn < 0.39:
            cells.postcode = f" {cells.postcode} "

    def _street(self, cells: Cells, item: BagObject) -> None:
        """Street and place in other cases, shortened, between blanks."""
        drawn, ligature = self.rng.random(), self.rng.random() < self.dress.ligatures
        for name in ("straat", "openbare_ruimte"):
            value = getattr(cells, name)
            if ligature:
                value = value.replace("IJ", "\u0132")
            if drawn < 0.06:
                value = value.upper()
            elif drawn < 0.09:
                value = value.lower()
            elif drawn < 0.12:
                value = f" {value}  " if value else ""
            elif drawn < 0.15 and cells.postcode and value.endswith("straat"):
                value = value[: -len("aat")] + "."
            setattr(cells, name, value)
        if self.rng.random() < 0.08:
            cells.woonplaats = cells.woonplaats.upper()
        elif self.rng.random() < 0.02 and cells.woonplaats:
            cells.woonplaats += " "
