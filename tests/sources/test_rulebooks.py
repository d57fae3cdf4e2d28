"""The rules of the highlights: complete, and changed only where an organisation says something that can be."""

from __future__ import annotations

import json

import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import ConfigurationError, RuleError
from arbeidsmigratie.arbeidsmigratie_plugin.sources import rulebooks

SIGNALS = sorted(path.stem for path in (rulebooks.ROOT / "resources" / "signals").glob("*.json"))

#: What evidence can be about: places and lists of places.
SOURCES = {"BAG", "TOP10NL", "RNI", "lijst", "beleid"}

#: Words of a verdict, or of a person.
FORBIDDEN = ("overtreding", "illegaal", "verdacht", "arbeidsmigrant", "nationaliteit", "offence", "illegal", "suspect")


def override(tmp_path, monkeypatch, content):
    path = tmp_path / "regels.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content))
    monkeypatch.setenv(rulebooks.OVERRIDE, str(path))


@pytest.mark.parametrize("signal", SIGNALS)
def test_rules_are_complete_and_speak_of_places(signal):
    book = rulebooks.rules_of(signal)
    assert book.rules
    assert book.enough <= book.fair <= book.certain
    for rule in book.rules.values():
        assert rule.source in SOURCES, rule.key
        for sentence in rule.sentences.values():
            assert sentence.strip()
            assert not any(word in sentence.lower() for word in FORBIDDEN), rule.key


@pytest.mark.parametrize("signal", ["vakantieparken", "bedrijfswoningen"])
def test_registrations_alone_never_make_a_place_of_a_kind(signal):
    """The other highlights are about a mismatch between registrations and something else."""
    book = rulebooks.rules_of(signal)
    by_presence = sum(max(0, rule.points) for rule in book.rules.values() if rule.source == "RNI")
    assert by_presence < book.enough


def test_an_organisation_changes_points_and_limits(tmp_path, monkeypatch):
    plain = rulebooks.rules_of("vakantieparken")
    name, rule = next((name, rule) for name, rule in plain.rules.items() if rule.points > 0)
    override(tmp_path, monkeypatch, {"vakantieparken": {"enough": 7, "rules": {name: {"points": rule.points + 3}}}})
    own = rulebooks.rules_of("vakantieparken")
    assert (own.enough, own.rules[name].points) == (7, rule.points + 3)
    assert own.rules[name].sentences == rule.sentences
    assert {key: one for key, one in own.rules.items() if key != name} == {
        key: one for key, one in plain.rules.items() if key != name
    }


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"enoguh": 3}, "vakantieparken has no enoguh"),
        ({"rules": {"geen": {"points": 1}}}, "rules has no geen"),
        ({"enough": "3"}, "no whole number"),
        ({"limits": 3}, "limits is no JSON object"),
        ({"limits": {"reikwijdte_m": 0}}, "reikwijdte_m: 0 can't be a limit"),
        ({"limits": {"eenheden": 0.5}}, "eenheden: 0.5 can't be a limit"),
        ({"limits": {"rand_m": -1}}, "rand_m: -1 can't be a limit"),
        ({"limits": {"rand_m": float("nan")}}, "rand_m: nan can't be a limit"),
        ({"limits": {"rand_m": float("inf")}}, "rand_m: inf can't be a limit"),
        ({"limits": {"holte": 1.5}}, "holte: 1.5 is no share"),
        ({"rules": {"registraties": {"points": 1}}}, "registrations alone give no points"),
        (
            {"rules": {"logies": {"sentences": {"nl": "{foo}", "en": "{foo}"}}}},
            "has a place foo; it can have: eenheden, n",
        ),
        ({"rules": {"logies": {"sentences": {"nl": "{}", "en": "{}"}}}}, "can't be filled in"),
        ({"rules": {"logies": {"sentences": {"nl": "{n:d.q}", "en": "{n}"}}}}, "can't be filled in"),
        ({"rules": {"logies": {"sentences": {"nl": "{n.real}", "en": "{n.real}"}}}}, "can't be filled in"),
    ],
)
def test_a_change_that_cannot_be_used_is_named(change, reason, tmp_path, monkeypatch):
    override(tmp_path, monkeypatch, {"vakantieparken": change})
    with pytest.raises(RuleError, match=rf"regels\.json can't be used: .*{reason}"):
        rulebooks.rules_of("vakantieparken")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "it is no JSON"),
        ("[]", "it is no JSON object"),
        ("{", "it is no JSON"),
        ({"vakantiepark": {"enough": 3}}, "vakantiepark is unknown, known are: .*vakantieparken"),
    ],
)
def test_a_file_that_can_not_be_used_is_named_with_its_origin(content, reason, tmp_path, monkeypatch):
    override(tmp_path, monkeypatch, content)
    origin = r"regels\.json, named by the environment variable ARBEIDSMIGRATIE_SIGNALS, can't be used"
    with pytest.raises(ConfigurationError, match=f"{origin}: {reason}"):
        rulebooks.rules_of("vakantieparken")


def test_a_file_that_is_not_there_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv(rulebooks.OVERRIDE, str(tmp_path / "weg.json"))
    with pytest.raises(ConfigurationError, match=r"weg\.json, named by .* can't be used: it does not exist"):
        rulebooks.rules_of("vakantieparken")
