"""Pieces of sentences that a person reads: English for whoever just takes the text, and translatable where it is shown.

A phrase is a text like any other, so that it can be compared, stored and put into a file; only the room that shows it
(i18n.message, i18n.told) looks at what it was made of. Put a phrase into a phrase, never into an f-string: there it
would become plain English.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


class Phrase(str):
    """A piece of a sentence, in English.

    Attributes:
        sentence: Text with named places.
        values: What fills the places; may hold phrases too.
    """

    sentence: str
    values: dict[str, Any]

    def __new__(cls, sentence: str, values: dict[str, Any]) -> Phrase:
        """A text without values is not filled in: it may hold braces of its own."""
        made = super().__new__(cls, sentence.format(**values) if values else sentence)
        made.sentence, made.values = sentence, values
        return made

    def __getnewargs__(self) -> tuple[Any, ...]:
        """For copies."""
        return self.sentence, self.values


class Joined(str):
    """Phrases in a row.

    Attributes:
        parts: Phrases, and words that are the same in every language.
        separator: What stands between them; may be a phrase.
    """

    separator: str
    parts: tuple[str, ...]

    def __new__(cls, separator: str, parts: tuple[str, ...]) -> Joined:
        """The row in English."""
        made = super().__new__(cls, separator.join(parts))
        made.separator, made.parts = separator, parts
        return made

    def __getnewargs__(self) -> tuple[Any, ...]:
        """For copies."""
        return self.separator, self.parts


class Clause(Phrase):
    """The sentence of an error inside another one, so without the full stop at its end."""

    def __new__(cls, sentence: str, values: dict[str, Any]) -> Clause:
        """Filled in, in English."""
        made = str.__new__(cls, sentence.format(**values).rstrip("."))
        made.sentence, made.values = sentence, values
        return made


class Bilingual(str):
    """An English text of which the Dutch is made beside it, because maps and files carry both.

    Attributes:
        dutch: The same in Dutch.
    """

    dutch: str

    def __new__(cls, english: str, dutch: str) -> Bilingual:
        """The English one, which knows the Dutch one."""
        made = super().__new__(cls, english)
        made.dutch = dutch
        return made

    def __getnewargs__(self) -> tuple[Any, ...]:
        """For copies."""
        return str(self), self.dutch


def phrase(sentence: str, **values: Any) -> Phrase:
    """A phrase; its text stands in the call as a literal, where the translations find it.

    Args:
        sentence: English, with named places.
        values: What fills the places.
    """
    return Phrase(sentence, values)


def said_by(error: Exception) -> str:
    """What an error that is not one of ours was raised with: a phrase if it was one.

    Args:
        error: Such as ValueError(phrase("...")).
    """
    said = error.args[0] if error.args else ""
    return said if isinstance(said, Phrase) else str(error)


def joined(separator: str, parts: Iterable[str]) -> Joined:
    """Phrases in a row.

    Args:
        separator: What stands between them: signs such as ', ', or a phrase such as phrase(" or ").
        parts: Phrases and other texts.
    """
    return Joined(separator, tuple(parts))
