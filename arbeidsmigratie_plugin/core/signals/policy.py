"""What municipalities have decided: the same place can mean another thing on the other side of a border."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Optional

from ..columns import column_letter
from ..errors import FieldMissingError, PolicyError
from ..names import find_fields
from ..phrases import joined, phrase
from ..privacy import safe_labels
from ..spelling import municipality_code

#: Floor area per person where a municipality has no norm of its own (m2), and where that stands.
DEFAULT_NORM = 12.0
DEFAULT_NORM_SOURCE = "omgevingsplan (bruidsschat), art. 22.16"

#: Where a norm stands of which the table does not say that.
UNNAMED_NORM_SOURCE = "beleid van de gemeente"

#: Norms outside these can only be mistakes (m2 per person).
LOWEST_NORM, HIGHEST_NORM = 5.0, 50.0

#: What a municipality does about people living in holiday parks.
ENFORCES, TOLERATES = "handhaven", "gedogen"

#: Columns of a policy table -> the names they can have.
FIELDS: dict[str, tuple[str, ...]] = {
    "gemeentecode": ("gemeentecode", "code", "cbscode"),
    "gemeentenaam": ("gemeentenaam", "gemeente", "naam"),
    "norm_m2": ("norm_m2", "norm"),
    "norm_bron": ("norm_bron",),
    "bewoners_meetellen": ("bewoners_meetellen",),
    "vergunningplicht": ("vergunningplicht",),
    "recreatie_bewoning": ("recreatie_bewoning",),
    "keurmerk_vereist": ("keurmerk_vereist",),
}

_LABELS = tuple(dict.fromkeys(name for names in FIELDS.values() for name in names))

#: Columns that say something; without any of them a table is no policy.
SAYING = ("norm_m2", "bewoners_meetellen", "vergunningplicht", "recreatie_bewoning", "keurmerk_vereist")

_REMEDY = phrase("Give a table in the form of resources/templates/beleid.csv.")

#: Words of a yes or no, as people and spreadsheets write them.
_YES = frozenset({"ja", "j", "yes", "y", "true", "waar", "1"})
_NO = frozenset({"nee", "n", "no", "false", "onwaar", "0"})

_DECIMAL = re.compile(r"\d+(?:[.,]\d+)?")

#: A column whose name is so much like one of ours is a misspelt one.
_ALIKE = 0.85


@dataclass(frozen=True)
class Policy:
    """The policy of one municipality; None and "" are unknown.

    Attributes:
        norm_m2: Floor area per person below which a home is above the norm (m2).
        norm_bron: Where that norm stands.
        bewoners_meetellen: Whether resident counts are added to registrations.
        vergunningplicht: Whether housing of this kind needs a permit.
        recreatie_bewoning: ENFORCES, TOLERATES or "".
        keurmerk_vereist: Whether a certificate (SNF, AKF) is required.
    """

    norm_m2: float = DEFAULT_NORM
    norm_bron: str = DEFAULT_NORM_SOURCE
    bewoners_meetellen: bool = False
    vergunningplicht: Optional[bool] = None
    recreatie_bewoning: str = ""
    keurmerk_vereist: Optional[bool] = None


@dataclass(frozen=True)
class Policies:
    """Policies of municipalities.

    Attributes:
        of: Code of four digits -> policy, of municipalities that have said something.
        not_read: Columns of the table that were not read, in words that are safe to repeat.
    """

    of: Mapping[str, Policy] = field(default_factory=dict)
    not_read: tuple[str, ...] = ()

    def get(self, code: str) -> Policy:
        """The policy of a municipality; what holds everywhere if it has said nothing.

        Args:
            code: Of four digits.
        """
        return self.of.get(code, Policy())


# A table of policies -----------------------------------------------------------------------------------------------


def policy_fields(available: Sequence[str], file: str) -> dict[str, str]:
    """Which columns of a table hold what.

    Args:
        available: Names of its columns.
        file: Name of the table, for messages.

    Raises:
        FieldMissingError: It has no municipality, says nothing, or has a column that is misspelt.
    """
    named = find_fields(available, FIELDS)
    found = safe_labels(available, _LABELS)
    if "gemeentecode" not in named:
        raise FieldMissingError(layer=file, field="gemeentecode", found=found, remedy=_REMEDY)
    for name in sorted(set(available) - set(named.values())):
        left = [ours for ours in FIELDS if ours not in named]
        like = get_close_matches(name.lower(), left, 1, _ALIKE) or [one for one in left if _within(one, name)]
        if like:
            remedy = phrase("Column {name} looks like it: give it that name, or take it out.", name=name)
            raise FieldMissingError(layer=file, field=like[0], found=found, remedy=remedy)
    if not set(SAYING) & set(named):
        raise FieldMissingError(layer=file, field=joined(phrase(" or "), SAYING), found=found, remedy=_REMEDY)
    return named


def _within(ours: str, name: str) -> bool:
    """Whether the name of a column is one of ours with something more, as in 'norm_m2_pp'."""
    return ours in SAYING and ours in name.lower()


def columns_not_read(available: Sequence[str], named: Mapping[str, str]) -> tuple[str, ...]:
    """The columns of a policy table that were not read: a name that has a word of ours, else the letter.

    Args:
        available: Names of its columns.
        named: What policy_fields gave.
    """
    words = {word for label in _LABELS for word in label.split("_")}
    read = set(named.values())
    return tuple(
        name if words & set(re.split(r"[\W_]+", name.lower())) and name.isprintable() else f"kolom {column_letter(at)}"
        for at, name in enumerate(available)
        if name.strip() and name not in read
    )


def policies_of(
    columns: Mapping[str, Sequence[str]], file: str, known: Optional[frozenset[str]] = None, first_row: int = 2
) -> Policies:
    """The policies that a table says; a row without anything in it is passed over.

    No message repeats a cell other than a code: it names the row and the column.

    Args:
        columns: Field of FIELDS -> n cells as text, "" for empty; absent fields are unknown.
        file: Name of the table, for messages.
        known: Codes of the municipalities there are; None if that is not known.
        first_row: Number of the first row, as a spreadsheet counts.

    Raises:
        PolicyError: A row can't be used.
    """
    found: dict[str, Policy] = {}
    size = len(columns["gemeentecode"])
    for at in range(size):
        cells = {name: str(values[at]).strip() for name, values in columns.items()}
        if not any(cells.values()):
            continue
        row = _Row(cells, file, at + first_row)
        code = row.code(known)
        if code in found:
            raise row.error(
                phrase("municipality {code} has a row already", code=code), phrase("Keep one row for each municipality")
            )
        found[code] = row.policy()
    return Policies(found)


@dataclass(frozen=True)
class _Row:
    """One row of a policy table.

    Attributes:
        cells: Field -> cell.
        file: Name of the table.
        number: Its row, as a spreadsheet counts.
    """

    cells: Mapping[str, str]
    file: str
    number: int

    def error(self, reason: str, remedy: str) -> PolicyError:
        return PolicyError(file=self.file, row=self.number, reason=reason, remedy=remedy)

    def cell(self, name: str) -> str:
        return self.cells.get(name, "")

    def code(self, known: Optional[frozenset[str]]) -> str:
        code = municipality_code(self.cell("gemeentecode"))
        if not code:
            raise self.error(
                phrase("gemeentecode is no code of four digits"), phrase("Give the CBS code, such as 0983")
            )
        if known is not None and code not in known:
            raise self.error(
                phrase("the BAG has nothing in municipality {code}", code=code),
                phrase("Correct the code, or take the row out"),
            )
        return code

    def policy(self) -> Policy:
        norm = self._norm()
        default = DEFAULT_NORM_SOURCE if norm in (None, DEFAULT_NORM) else UNNAMED_NORM_SOURCE
        return Policy(
            norm_m2=DEFAULT_NORM if norm is None else norm,
            norm_bron=(self.cell("norm_bron") if norm is not None else "") or default,
            bewoners_meetellen=bool(self._yes("bewoners_meetellen")),
            vergunningplicht=self._yes("vergunningplicht"),
            recreatie_bewoning=self._choice("recreatie_bewoning", (ENFORCES, TOLERATES)),
            keurmerk_vereist=self._yes("keurmerk_vereist"),
        )

    def _norm(self) -> Optional[float]:
        text = self.cell("norm_m2")
        if not text:
            return None
        norm = float(text.replace(",", ".")) if _DECIMAL.fullmatch(text) else 0.0
        if not LOWEST_NORM <= norm <= HIGHEST_NORM:
            wanted = phrase(
                "Give m2 per person from {lowest_norm:.0f} to {highest_norm:.0f}, or leave it empty for 12",
                lowest_norm=LOWEST_NORM,
                highest_norm=HIGHEST_NORM,
            )
            raise self.error(phrase("norm_m2 can't be a norm"), wanted)
        return norm

    def _yes(self, name: str) -> Optional[bool]:
        text = self.cell(name).lower().removesuffix(".0")
        if text and text not in _YES | _NO:
            raise self.error(
                phrase("{name} is neither ja nor nee", name=name),
                phrase("Give one of these, or leave it empty for unknown"),
            )
        return text in _YES if text else None

    def _choice(self, name: str, choices: Sequence[str]) -> str:
        text = self.cell(name).lower()
        if text and text not in choices:
            raise self.error(
                phrase("{name} is not one of {choices}", name=name, choices=", ".join(choices)),
                phrase("Give one of these, or leave it empty for unknown"),
            )
        return text
