"""Work as text: read back whole, or refused."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.refusals import ProjectMemoryError
from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.memory import VERSION, from_text, to_text
from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.state import Workflow
from tests.core.workflow.support import done, workflows

relaxed = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@relaxed
@given(workflows)
def test_whatever_is_written_is_read_back(work):
    assert from_text(to_text(work)) == work


def test_nothing_done_is_read_back_too():
    assert from_text(to_text(Workflow())) == Workflow()


@relaxed
@given(workflows)
def test_a_project_file_can_hold_it(work):
    """XML has no place for some characters; one of them in a name would damage the whole project."""
    assert to_text(work).isascii()
    assert to_text(work).isprintable()


def test_a_later_version_is_refused_as_such():
    text = json.dumps({**json.loads(to_text(done())), "version": VERSION + 1, "more": []})
    with pytest.raises(ProjectMemoryError, match="later version"):
        from_text(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "[]",
        "7",
        '"tekst"',
        "{}",
        '{"version": true}',
        '{"version": "1"}',
        '{"version": 1}',
        "[" * 99999,
    ],
)
def test_what_is_no_work_is_refused(text):
    with pytest.raises(ProjectMemoryError, match="damaged"):
        from_text(text)


def _places(found, at=()):
    yield at
    if isinstance(found, dict):
        for name, value in found.items():
            yield from _places(value, (*at, name))
    elif isinstance(found, list):
        for number, value in enumerate(found):
            yield from _places(value, (*at, number))


WHOLE = json.loads(to_text(done()))


@pytest.mark.parametrize("wrong", [None, 5.5, [["x"]], {"x": []}, {}, [], "", True, "tekst"], ids=repr)
@pytest.mark.parametrize("place", [place for place in _places(WHOLE) if place], ids=str)
def test_a_wrong_value_anywhere_is_refused_or_is_a_value(place, wrong):
    """Never a half-read workflow, never an error of Python."""
    damaged = json.loads(to_text(done()))
    holder = damaged
    for step in place[:-1]:
        holder = holder[step]
    holder[place[-1]] = wrong
    try:
        work = from_text(json.dumps(damaged))
    except ProjectMemoryError:
        return
    assert json.loads(to_text(work)) == damaged


@pytest.mark.parametrize("place", [place for place in _places(WHOLE) if place and isinstance(place[-1], str)], ids=str)
def test_a_missing_value_is_refused(place):
    damaged = json.loads(to_text(done()))
    holder = damaged
    for step in place[:-1]:
        holder = holder[step]
    del holder[place[-1]]
    if any(step in ("numbers", "files", "seen", "mapping") for step in place[:-1]):
        assert from_text(json.dumps(damaged))
        return
    with pytest.raises(ProjectMemoryError):
        from_text(json.dumps(damaged))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000))
def test_a_text_that_was_cut_off_is_refused(cut):
    text = to_text(done())
    with pytest.raises(ProjectMemoryError):
        from_text(text[: cut % len(text)])
