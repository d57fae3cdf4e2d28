"""Stricter rules as typed: what can't be read is refused in one sentence, and never half understood."""

from __future__ import annotations

import json
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.rules import Rules
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.rules_text import stricter
from arbeidsmigratie.arbeidsmigratie_plugin.core.refusals import RulesTextError

NAMES = [f.name for f in fields(Rules)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {}),
        ("  ", {}),
        ("{}", {}),
        ('{"persons": 15, "addresses": 8}', {"persons": 15, "addresses": 8}),
        ('{"persons": 15.0}', {"persons": 15}),
        ('{"share": 0.4, "p": 25.5}', {"share": 0.4, "p": 25.5}),
        ('{"p": 30, "persons": 100000}', {"p": 30.0, "persons": 100_000}),
    ],
)
def test_known_names_and_numbers_are_read(text, expected):
    found = stricter(text)
    assert found == expected
    assert all(isinstance(value, float) == (name in ("share", "p")) for name, value in found.items())


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("veel", "veel"),
        ("persons=15", "persons=15"),
        ("[15]", "[15]"),
        ("15", "15"),
        ("null", "null"),
        ('{"persons": 15', '{"persons": 15'),
        ('{"mensen": 20}', '"mensen": 20'),
        ('{"persons": 15.7}', '"persons": 15.7'),
        ('{"persons": "15"}', '"persons": "15"'),
        ('{"persons": true}', '"persons": true'),
        ('{"persons": null}', '"persons": null'),
        ('{"persons": [15]}', '"persons": [15]'),
        ('{"persons": 100001}', '"persons": 100001'),
        ('{"persons": 1e300}', '"persons": 1e+300'),
        ('{"persons": NaN}', '"persons": NaN'),
        ('{"p": Infinity}', '"p": Infinity'),
        ('{"p": 100000.5}', '"p": 100000.5'),
        ('{"share": 0}', '"share": 0'),
        ('{"persons": -5}', '"persons": -5'),
        ('{"persons": 15, "addresses": 8.5}', '"addresses": 8.5'),
    ],
)
def test_all_else_is_refused_with_an_example_and_the_names(text, given):
    with pytest.raises(RulesTextError) as refused:
        stricter(text)
    assert refused.value.values["given"] == given
    said = str(refused.value)
    assert stricter(refused.value.values["example"])
    assert all(name in said for name in NAMES)


@given(st.text(min_size=1) | st.text(min_size=1).map(lambda name: json.dumps({name: name * 9})))
def test_no_more_than_a_few_characters_are_repeated(text):
    try:
        assert stricter(text) == {}
    except RulesTextError as refused:
        assert len(refused.values["given"]) <= 40
        assert len(str(refused)) < 300


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"persons": ' + "[" * 900 + "]" * 900 + "}", '{"p": ' + "9" * 9_000 + "}"]
)
def test_what_is_deep_or_long_is_refused_too(text):
    with pytest.raises(RulesTextError):
        stricter(text)


@given(st.dictionaries(st.sampled_from(NAMES), st.integers(1, 100_000)))
def test_what_is_accepted_is_as_it_was_typed(wanted):
    assert stricter(json.dumps(wanted)) == wanted
