"""The sharing matrix: which kind of recipient gets which product, at which detail, for how long and on what ground.

It is data (resources/sharing/deelmatrix.json); here is what it means. Whoever is not recognised gets the least of
what any partner gets, and what is for everybody is held to the strictest rules.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Optional

from .phrases import phrase
from .privacy import nine_digits, passes_eleven_test
from .refusals import GrantError, MatrixError

if TYPE_CHECKING:
    from .disclosure.grant import Grant
    from .disclosure.rules import Rules

#: The product that an export makes: regions with rounded numbers.
HEATMAP = "heatmap"

#: The kind of a recipient that is not recognised, and of everybody.
OTHER, PUBLIC = "overig", "publiek"

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

#: A purpose, basis or recipient has so many letters at least: 'AVG', 'UWV'.
_FEWEST_LETTERS = 3

#: What people type to get past a field, by its letters only.
_FILLERS = frozenset(
    ["abc", "asdf", "geen", "invullen", "leeg", "none", "null", "nvt", "onbekend", "qwerty", "tbd", "todo", "unknown"]
)

_PURPOSE_REMEDY = phrase(
    "say what it may be used for, for example 'choose areas for joint inspections of housing in 2026'"
)
_RECIPIENT_REMEDY = phrase("name the organisation that receives it, for example 'Gemeente Horst aan de Maas'")


@dataclass(frozen=True)
class Profile:
    """Rules that a product must have been made by.

    Attributes:
        name: 'standaard' or 'publiek'.
        persons: Fewest registrations in a region.
        rounding: Numbers are multiples of this.
        classes_only: Whether a map shows classes, and no numbers.
    """

    name: str
    persons: int
    rounding: int
    classes_only: bool

    def at_least(self, other: Profile) -> bool:
        """Whether it is nowhere weaker than another.

        Args:
            other: The other.
        """
        coarser = self.rounding % other.rounding == 0
        return self.persons >= other.persons and coarser and self.classes_only >= other.classes_only


@dataclass(frozen=True)
class Limits:
    """How much of a product a recipient can have.

    Attributes:
        resolution: Finest H3 resolution.
        days: Days after the export that it may be used at most.
        profile: The rules it must have been made by.
    """

    resolution: int
    days: int
    profile: Profile

    def at_least(self, other: Limits) -> bool:
        """Whether they are nowhere weaker than others.

        Args:
            other: The others.
        """
        tighter = self.resolution <= other.resolution and self.days <= other.days
        return tighter and self.profile.at_least(other.profile)


@dataclass(frozen=True)
class Row:
    """A kind of recipient.

    Attributes:
        kind: Its key, for example 'riec'.
        label: What it is, in Dutch.
        words: Phrases by which a recipient is recognised, each as plain words.
        basis: The legal basis that is expected, in Dutch.
        not_bases: Phrases of a legal basis that this kind can't have, each as plain words.
        products: Product -> what it can have of it; None for what goes to nobody.
    """

    kind: str
    label: str
    words: tuple[tuple[str, ...], ...]
    basis: str
    not_bases: tuple[tuple[str, ...], ...]
    products: Mapping[str, Optional[Limits]]

    def refuses(self, basis: str) -> bool:
        """Whether a legal basis is none for this kind: that of other recipients, or no more than 'test'.

        Args:
            basis: As the user wrote it.
        """
        written = plain_words(basis)
        return written == ("test",) or any(_places(phrase, written) for phrase in self.not_bases)


@dataclass(frozen=True)
class Matrix:
    """The matrix.

    Attributes:
        version: Of the data, with '+eigen' where an organisation tightened it.
        rows: Kind -> row; OTHER and PUBLIC are among them.
    """

    version: str
    rows: Mapping[str, Row]

    def row_for(self, recipient: str) -> Row:
        """The row of a recipient.

        Args:
            recipient: As the user wrote it, for example 'RIEC Zeeland-West-Brabant'.

        Returns:
            The one kind whose words it has; OTHER if there is none or several; PUBLIC as soon as that is among them.
        """
        written = plain_words(recipient)
        hits = [
            (start, start + len(phrase), kind)
            for kind, row in self.rows.items()
            for phrase in row.words
            for start in _places(phrase, written)
        ]
        # A longer phrase says what its words mean: 'openbaar ministerie' is not open to everybody.
        kinds = {kind for start, end, kind in hits if not any(_within((start, end), hit[:2]) for hit in hits)}
        if PUBLIC in kinds:
            return self.rows[PUBLIC]
        return self.rows[kinds.pop() if len(kinds) == 1 else OTHER]


def check(row: Row, product: str, resolution: int, rules: Rules, rounding: int, grant: Grant) -> None:
    """Refuses what a recipient can't have, and what it is not said for.

    Args:
        row: Of the recipient.
        product: HEATMAP or another product of the matrix.
        resolution: H3 resolution of the map.
        rules: The safety rules it is made by.
        rounding: Its numbers are multiples of this.
        grant: For whom, for what, on what ground and until when.

    Raises:
        GrantError: Something of the grant is not filled in, or can't be.
        MatrixError: The recipient can't have this product at this detail; says what it can have.
    """
    _check_words(row, grant)
    limits = row.products.get(product)
    asked, remedy = "", ""
    if limits is None:
        asked, remedy = f"'{product}'", _other_products(row, product)
    elif resolution > limits.resolution:
        asked = f"'{product}' at resolution {resolution}"
        remedy = phrase(
            "ask for resolution {resolution} or a lower one, which is coarser", resolution=limits.resolution
        )
    elif rules.persons < limits.profile.persons or rounding % limits.profile.rounding:
        asked = phrase(
            "'{product}' of regions with {persons} registrations or more, in multiples of {rounding}",
            product=product,
            persons=rules.persons,
            rounding=rounding,
        )
        remedy = _own_series(limits.profile)
    if limits is None or asked:
        raise MatrixError(recipient=grant.recipient.strip(), kind=row.kind, asked=asked, remedy=remedy)
    _check_expiry(row, limits, grant)


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text without case, accents and punctuation.

    Args:
        text: Any text.
    """
    split = unicodedata.normalize("NFKD", text.casefold())
    return tuple(re.findall(r"[^\W_]+", "".join(c for c in split if not unicodedata.combining(c))))


# Recognising ---------------------------------------------------------------------------------------------------------


def _places(phrase: tuple[str, ...], words: tuple[str, ...]) -> list[int]:
    """Where a phrase begins among words."""
    return [at for at in range(len(words) - len(phrase) + 1) if words[at : at + len(phrase)] == phrase]


def _within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether a span is a part of another, longer one."""
    return other[0] <= span[0] and span[1] <= other[1] and span != other


# Refusing ------------------------------------------------------------------------------------------------------------


def _other_products(row: Row, product: str) -> str:
    able = ", ".join(f"'{name}'" for name, limits in row.products.items() if limits is not None)
    if product == HEATMAP:  # the plugin's own matrix gives it to every kind
        own = phrase("your organisation does not share this product with this kind of recipient")
        return (
            phrase("{own}; ask for {able}", own=own, able=able)
            if able
            else phrase("{own}, and no other; ask who keeps its sharing matrix", own=own)
        )
    nobody = phrase("no recipient gets that by an export, because a person or an address could be recognised in it")
    return (
        phrase("{nobody}; ask for {able}", nobody=nobody, able=able)
        if able
        else phrase("{nobody}, and your organisation has no product for this kind", nobody=nobody)
    )


def _own_series(profile: Profile) -> str:
    return phrase(
        "this kind needs at least {persons} registrations in a region and multiples of {rounding}. All "
        "numbers of a series are made alike: give what is there to kinds that may have it, or start the "
        "series of your organisation by these rules",
        persons=profile.persons,
        rounding=profile.rounding,
    )


def _check_words(row: Row, grant: Grant) -> None:
    for name, text, remedy in (
        ("RECIPIENT", grant.recipient, _RECIPIENT_REMEDY),
        ("PURPOSE", grant.purpose, _PURPOSE_REMEDY),
        ("BASIS", grant.basis, phrase("give the legal basis; expected is: {basis}", basis=row.basis)),
    ):
        if not says_something(text):
            missing = phrase("a {name} that says something", name=name) if text.strip() else name
            raise GrantError(missing=missing, remedy=remedy)
        if names_a_person(text):
            missing = (
                phrase("a RECIPIENT that names an organisation, not a person")
                if name == "RECIPIENT"
                else phrase("a {name} without an e-mail address or number of a person", name=name)
            )
            remedy = phrase("leave e-mail addresses and numbers of persons out; it goes into every file of the package")
            raise GrantError(missing=missing, remedy=remedy)
    if plain_words(grant.basis) == ("test",):
        remedy = phrase("give the legal basis; expected is: {basis}", basis=row.basis)
        raise GrantError(missing=phrase("a BASIS that says something"), remedy=remedy)
    if any(_places(phrase, plain_words(grant.basis)) for phrase in row.not_bases):
        missing = phrase("a BASIS that holds for {kind}", kind=row.kind)
        remedy = phrase("the one given is for other recipients only; expected is: {basis}", basis=row.basis)
        raise GrantError(missing=missing, remedy=remedy)


def says_something(text: str) -> bool:
    """Whether a text is more than a filler such as '-', 'x' or 'n.v.t.'.

    Args:
        text: What a user typed.
    """
    letters = [c for c in unicodedata.normalize("NFKD", text.casefold()) if c.isalpha()]
    return len(letters) >= _FEWEST_LETTERS and len(set(letters)) > 1 and "".join(letters) not in _FILLERS


def names_a_person(text: str) -> bool:
    """Whether a text has an e-mail address or a citizen service number in it.

    Args:
        text: What a user typed.
    """
    numbers = re.findall(r"(?<!\d)\d(?:[ .\-]?\d){7,8}(?!\d)", text)
    return "@" in text or any(nine_digits(number) is not None and passes_eleven_test(number) for number in numbers)


def _check_expiry(row: Row, limits: Limits, grant: Grant) -> None:
    made_on = date.fromisoformat(grant.made_on)
    last = made_on + timedelta(days=limits.days)
    text = grant.expires.strip()
    if not text:
        raise GrantError(
            missing="EXPIRES", remedy=phrase("give the last day of use, at most {last}, as YYYY-MM-DD", last=last)
        )
    try:
        # Python 3.11 reads other forms of ISO 8601 too.
        day = date.fromisoformat(text if _DAY.fullmatch(text) else "")
    except ValueError:
        missing = phrase("an EXPIRES that is a date")
        raise GrantError(
            missing=missing, remedy=phrase("write the last day of use, at most {last}, as YYYY-MM-DD", last=last)
        ) from None
    if day <= made_on:
        missing = phrase("an EXPIRES after today ({made_on})", made_on=made_on)
        raise GrantError(missing=missing, remedy=phrase("give the last day of use, at most {last}", last=last))
    if day > last:
        missing = phrase("an EXPIRES of at most {last}", last=last)
        remedy = phrase(
            "a map for {kind} may be used for {days} days; make a new one after that", kind=row.kind, days=limits.days
        )
        raise GrantError(missing=missing, remedy=remedy)
