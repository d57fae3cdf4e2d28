"""Fingerprints: the same content is the same, another is another, and what is gone is nothing."""

from __future__ import annotations

import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.sources import fingerprints
from arbeidsmigratie.arbeidsmigratie_plugin.sources.fingerprints import fingerprint_of, settings_print


def test_content_counts_and_not_name_or_time(tmp_path):
    one, two, other = (tmp_path / name for name in ("a.csv", "b.csv", "c.csv"))
    one.write_text("huisnummer\n1\n")
    two.write_text("huisnummer\n1\n")
    other.write_text("huisnummer\n2\n")
    assert fingerprint_of(str(one)) == fingerprint_of(f"{two}|layername=x")
    assert fingerprint_of(str(one)) != fingerprint_of(str(other))


@pytest.mark.parametrize("path", ["", "/nergens/bestand.gpkg", "x" * 5000])
def test_what_can_not_be_read_has_none(path):
    assert fingerprint_of(path) == ""


def test_a_large_file_is_read_in_part_and_not_at_its_head(tmp_path, monkeypatch):
    monkeypatch.setattr(fingerprints, "_WHOLE", 1000)
    file = tmp_path / "bag.gpkg"
    content = bytearray(range(256)) * 4000
    file.write_bytes(content)
    before = fingerprint_of(str(file))
    content[24:28] = b"\xff\xff\xff\xff"  # the counter of SQLite
    file.write_bytes(content)
    assert fingerprint_of(str(file)) == before
    content[500_000:1_000_000] = bytes(500_000)
    file.write_bytes(content)
    assert fingerprint_of(str(file)) != before


def test_settings_count_with_what_their_files_hold(qgis_app, tmp_path, monkeypatch):
    assert settings_print() == ""
    rules = tmp_path / "regels.json"
    rules.write_text("{}")
    monkeypatch.setenv("ARBEIDSMIGRATIE_SIGNALS", str(rules))
    before = settings_print()
    assert before
    rules.write_text('{"bedrijfswoningen": {}}')
    assert settings_print() != before
