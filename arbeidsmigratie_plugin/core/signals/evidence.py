"""Evidence: what a rule saw, its points, and the sentence in which a person can check it.

A rule is a small check: it looks at arrays and returns a Finding, or None. Its points, limits and sentences are data
(resources/signals), so that an organisation can change them and everybody can read them. The score of a place is the
plain sum of points of what was found: no rule learns, none knows a person, and registrations alone score nothing.
"""

from __future__ import annotations

import math
import string
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Optional

import numpy as np

from ..arrays import Flags, Integers
from ..phrases import Bilingual, phrase

#: How sure an indication is, from least to most; the words of the field 'zekerheid'.
CERTAINTIES = ("laag", "midden", "hoog")

DUTCH, ENGLISH = "nl", "en"

#: Rules that say how many registrations there are: they are worth nothing by themselves, whatever the data say.
_WORTHLESS = "registraties"

#: Limits below one make no sense: nothing can be looked for within no distance, or in groups of none.
_AT_LEAST_ONE = frozenset({"reikwijdte_m", "eenheden"})

#: Limits that are a share.
_SHARES = frozenset({"holte", "overlap", "aandeel", "een_straat"})


@dataclass(frozen=True)
class Rule:
    """One check, as data.

    Attributes:
        key: Its name.
        points: What it adds to the score; negative where it speaks against the highlight.
        source: What it looks at: 'BAG', 'TOP10NL', 'RNI', 'lijst' or 'beleid'.
        limits: Thresholds: name -> number.
        sentences: Language -> sentence with named places.
    """

    key: str
    points: int
    source: str
    limits: Mapping[str, float]
    sentences: Mapping[str, str]

    def limit(self, name: str) -> float:
        """A threshold."""
        return self.limits[name]


@dataclass(frozen=True)
class RuleBook:
    """The rules of one highlight.

    Attributes:
        signal: Its name, the value of the field 'signaal'.
        titles: Language -> how the evidence begins.
        enough: Points from which a place is shown.
        fair: Points from which the indication is of middling certainty.
        certain: Points from which it is of high certainty.
        limits: Thresholds that several rules share.
        rules: Key -> rule.
    """

    signal: str
    titles: Mapping[str, str]
    enough: int
    fair: int
    certain: int
    limits: Mapping[str, float]
    rules: Mapping[str, Rule]

    def limit(self, name: str) -> float:
        """A shared threshold."""
        return self.limits[name]


@dataclass(frozen=True)
class Finding:
    """What a rule found among n places.

    Attributes:
        rule: The rule.
        rows: Positions of the k places where it holds, each once.
        values: Place in the sentence -> k values.
    """

    rule: Rule
    rows: Integers
    values: Mapping[str, Sequence[Any] | np.ndarray[Any, Any]] = field(default_factory=dict)


def found(rule: Rule, holds: Flags, **values: Any) -> Optional[Finding]:
    """What a rule found, None if it holds nowhere.

    Args:
        rule: The rule.
        holds: Whether it holds, for each of n places.
        values: Place in the sentence -> n values.
    """
    rows = np.flatnonzero(holds)
    if not len(rows):
        return None
    return Finding(rule, rows, {name: np.asarray(given)[rows] for name, given in values.items()})


@dataclass(frozen=True)
class Lack:
    """Something that was not there to look at: the certainty is lower, and the evidence says so.

    Attributes:
        dutch: The sentence in Dutch.
        english: In English.
    """

    dutch: str
    english: str

    @property
    def said(self) -> Bilingual:
        """The sentence, for whoever shows it."""
        return Bilingual(self.english, self.dutch)


@dataclass(frozen=True)
class Indications:
    """Places that are shown: k of n, in ascending order of position.

    Attributes:
        rows: Their positions.
        score: Their points.
        bewijs: The evidence, in Dutch.
        evidence: The same in English.
        bronnen: The sources that were seen and their dates.
        zekerheid: One of CERTAINTIES.
    """

    rows: Integers
    score: Integers
    bewijs: list[str]
    evidence: list[str]
    bronnen: list[str]
    zekerheid: list[str]

    def __len__(self) -> int:
        return len(self.rows)


def gather(
    book: RuleBook,
    n: int,
    findings: Iterable[Optional[Finding]],
    dates: Mapping[str, str],
    lacks: Sequence[Lack] = (),
    at_least: Optional[Flags] = None,
    partly: Sequence[tuple[Lack, Flags]] = (),
    among: Optional[Flags] = None,
) -> Indications:
    """The places with enough points, with the evidence of each.

    Args:
        book: The rules.
        n: Number of places.
        findings: What the rules found.
        dates: Source -> its date, "" where unknown.
        lacks: What was not there to look at.
        at_least: Places that are shown whatever their score; None for none.
        partly: What was not there to look at for some of the places: one flag for each of n places.
        among: Places that can be shown at all; None for all.
    """
    hits = [finding for finding in findings if finding is not None]
    score = np.zeros(n, dtype=np.int64)
    for hit in hits:
        score[hit.rows] += hit.rule.points
    shown = score >= book.enough
    if at_least is not None:
        shown |= at_least
    if among is not None:
        shown &= among
    rows = np.flatnonzero(shown)
    place = np.full(n, -1, dtype=np.int64)
    place[rows] = np.arange(len(rows))
    lacking = np.full(n, bool(lacks))
    missing = [list(lacks) for _ in range(len(rows))]
    for lack, where in partly:
        lacking |= where
        for spot in place[shown & where].tolist():
            missing[spot].append(lack)
    return Indications(
        rows=rows,
        score=np.maximum(score[rows], 0),
        bewijs=_told(book, hits, place, DUTCH, [[lack.dutch for lack in one] for one in missing]),
        evidence=_told(book, hits, place, ENGLISH, [[lack.english for lack in one] for one in missing]),
        bronnen=_sources(hits, place, len(rows), dates),
        zekerheid=_certainty(book, score[rows], lacking[rows]),
    )


def _told(
    book: RuleBook, hits: Sequence[Finding], place: Integers, language: str, lacks: Sequence[Sequence[str]]
) -> list[str]:
    """One sentence of evidence for each place that is shown, and what was not there to look at."""
    parts: list[list[str]] = [[] for _ in lacks]
    for hit in hits:
        sentence, points = hit.rule.sentences[language], hit.rule.points
        worth = f" ({points:+d})" if points else ""
        shown = np.flatnonzero(place[hit.rows] >= 0)
        texts = {
            name: [spoken(v, language) for v in np.asarray(given)[shown].tolist()] for name, given in hit.values.items()
        }
        for at, spot in enumerate(place[hit.rows[shown]].tolist()):
            parts[spot].append(sentence.format(**{name: values[at] for name, values in texts.items()}) + worth)
    return [" ".join([f"{book.titles[language]}: {'; '.join(said)}.", *after]) for said, after in zip(parts, lacks)]


def spoken(value: object, language: str) -> str:
    """A value as a sentence has it: decimals with a comma in Dutch.

    Args:
        value: A text or a number.
        language: DUTCH or ENGLISH.
    """
    if not isinstance(value, float):
        return str(value)
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if language == DUTCH else text


def _sources(hits: Sequence[Finding], place: Integers, k: int, dates: Mapping[str, str]) -> list[str]:
    seen: list[dict[str, None]] = [{} for _ in range(k)]
    for hit in hits:
        date = dates.get(hit.rule.source, "")
        name = f"{hit.rule.source} ({date})" if date else hit.rule.source
        for spot in place[hit.rows].tolist():
            if spot >= 0:
                seen[spot][name] = None
    return [", ".join(sorted(names)) for names in seen]


def _certainty(book: RuleBook, score: Integers, lacking: Flags) -> list[str]:
    """The more points the surer; one step lower where something was not there to look at."""
    level: Integers = (score >= book.fair).astype(np.int64) + (score >= book.certain) - lacking
    return [CERTAINTIES[max(0, at)] for at in level.tolist()]


def rule_book(signal: str, entry: Mapping[str, Any]) -> RuleBook:
    """The rules of a highlight from what the data say.

    Args:
        signal: Its name.
        entry: titles, enough, fair, certain, limits and rules; each rule with points, source, limits and sentences.

    Raises:
        ValueError: Something is missing, no number, or a sentence has a place that can't be filled.
    """
    try:
        rules = {key: _rule(key, one) for key, one in entry["rules"].items()}
        enough, fair, certain = (_whole(entry[name]) for name in ("enough", "fair", "certain"))
        titles = {language: str(entry["titles"][language]) for language in (DUTCH, ENGLISH)}
        return RuleBook(signal, titles, enough, fair, certain, _limits(entry.get("limits", {})), rules)
    except KeyError as error:
        raise ValueError(phrase("{signal} lacks {what}", signal=signal, what=error.args[0])) from None
    except (TypeError, AttributeError):
        raise ValueError(phrase("{signal} has another form", signal=signal)) from None


def _rule(key: str, entry: Mapping[str, Any]) -> Rule:
    sentences = {language: str(entry["sentences"][language]) for language in (DUTCH, ENGLISH)}
    dutch, english = (_places(key, text) for text in sentences.values())
    if dutch != english:
        raise ValueError(
            phrase("rule {key}: its sentences differ in {places}", key=key, places=", ".join(sorted(dutch ^ english)))
        )
    points = _whole(entry["points"])
    if key == _WORTHLESS and points:
        raise ValueError(phrase("rule {key}: registrations alone give no points", key=key))
    return Rule(key, points, str(entry["source"]), _limits(entry.get("limits", {})), sentences)


def _places(key: str, text: str) -> frozenset[str]:
    """The named places of a sentence, after filling it in once.

    Raises:
        ValueError: It can't be filled in with texts.
    """
    names = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
    try:
        text.format(**dict.fromkeys(names, "1"))
    except (LookupError, ValueError, AttributeError):
        raise ValueError(
            phrase("rule {key}: a place in its sentence '{text}' can't be filled in", key=key, text=text)
        ) from None
    return frozenset(names)


def check_places(book: RuleBook, shipped: RuleBook) -> None:
    """Checks that sentences of an organisation have no place that a rule has nothing for.

    Args:
        book: Its rules.
        shipped: The rules of the plugin.

    Raises:
        ValueError: A sentence has another place.
    """
    for key, rule in book.rules.items():
        known = _places(key, shipped.rules[key].sentences[DUTCH])
        unknown = _places(key, rule.sentences[DUTCH]) - known
        if unknown:
            has = ", ".join(sorted(known)) or phrase("none")
            raise ValueError(
                phrase(
                    "rule {key}: its sentence has a place {unknown}; it can have: {has}",
                    key=key,
                    unknown=", ".join(sorted(unknown)),
                    has=has,
                )
            )


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(phrase("{value!r} is no whole number", value=value))
    return value


def _limits(entry: Mapping[str, Any]) -> dict[str, float]:
    wrong = [name for name, value in entry.items() if not isinstance(value, (int, float)) or isinstance(value, bool)]
    if wrong:
        raise ValueError(phrase("{wrong}: no number", wrong=", ".join(wrong)))
    limits = {name: float(value) for name, value in entry.items()}
    for name, value in limits.items():
        if not (math.isfinite(value) and value >= (1 if name in _AT_LEAST_ONE else 0)):
            raise ValueError(phrase("{name}: {value:g} can't be a limit", name=name, value=value))
        if name in _SHARES and value > 1:
            raise ValueError(phrase("{name}: {value:g} is no share, from 0 to 1", name=name, value=value))
    return limits
