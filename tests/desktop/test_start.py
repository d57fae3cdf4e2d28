"""QGIS Desktop starts with the packaged plugin, in both languages, and quits."""

from __future__ import annotations

import pytest

from tools.desktop.desktop import Report


def built(report: Report) -> set[str]:
    """Parts of the panel that are there before anybody opened it."""
    loaded = {name.partition("arbeidsmigratie_plugin.")[2] for name in report.seen["notes"]["modules"]}
    assert "plugin" in loaded
    return loaded & {"gui.panel.body", "gui.runner", "gui.desk", "gui.viewer", "gui.importing", "gui.wizard"}


@pytest.mark.parametrize(("language", "locale", "font_scale"), [("nl", "nl", 1.0), ("en", "en", 1.25)])
def test_it_starts_and_quits(desktop, tmp_path, language, locale, font_scale):
    report = desktop(language, font_scale).walk("tools.desktop.walks:first_look", tmp_path / "out")
    report.check()
    assert report.seen["locale"].startswith(locale)
    assert report.seen["notes"]["algorithms"] >= 20
    assert not built(report)
    assert report.seen["shots"] == ["menu", "toolbox"]
    assert all((tmp_path / "out" / f"{name}.png").stat().st_size > 20_000 for name in report.seen["shots"])


def test_loading_imports_nothing_heavy(desktop, tmp_path):
    made = desktop()
    made.prepare(enabled=False, source=made.profile)
    report = made.walk("tools.desktop.startup:loading", tmp_path / "out")
    report.check()
    assert report.seen["notes"]["loaded"]
    assert report.seen["notes"]["heavy"] == []
    assert not built(report)


def test_a_traceback_and_a_walk_that_fails_are_told(desktop, tmp_path):
    report = desktop().walk("tools.desktop.walks:failing", tmp_path / "out", timeout=60)
    told = "\n".join(report.problems())
    assert report.status == 1
    assert "ZeroDivisionError" in told
    assert "see  nowhere: Python met an error" in told
    assert (tmp_path / "out/problem.png").exists()


def test_a_qgis_that_hangs_is_ended(desktop, tmp_path):
    report = desktop().walk("tools.desktop.walks:hanging", tmp_path / "out", timeout=6)
    assert report.status is None
    assert "it took too long" in "\n".join(report.problems())
