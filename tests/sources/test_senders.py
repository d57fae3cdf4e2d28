"""The columns of senders, remembered in the profile."""

import json

import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core.refusals import SendersError
from arbeidsmigratie.arbeidsmigratie_plugin.sources.senders import Remembered, read_senders, remember, senders_path

VENLO = Remembered(4, {"huisnummer": "Huisnr. (verblijf)", "postcode": "D", "straat": "-"})


def test_what_is_remembered_is_read(tmp_path):
    path = tmp_path / "arbeidsmigratie" / "afzenders.json"
    assert read_senders(path) == {}
    remember(path, "Gemeente Venlo", VENLO)
    remember(path, "Gemeente Beesel", Remembered())
    assert read_senders(path) == {"Gemeente Beesel": Remembered(), "Gemeente Venlo": VENLO}
    remember(path, "Gemeente Venlo", Remembered(2))
    assert read_senders(path)["Gemeente Venlo"] == Remembered(2)
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_only_names_of_columns_are_in_the_file(tmp_path):
    path = tmp_path / "afzenders.json"
    remember(path, "Gemeente Venlo", VENLO)
    entry = {"header_row": 4, "mapping": dict(VENLO.mapping)}
    assert json.loads(path.read_text(encoding="utf-8")) == {"Gemeente Venlo": entry}


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"a": 1}',
        '{"a": {"header_row": 0, "mapping": {}}}',
        '{"a": {"header_row": true, "mapping": {}}}',
        '{"a": {"header_row": "4", "mapping": {}}}',
        '{"a": {"header_row": 4, "mapping": {"bsn": "A"}}}',
        '{"a": {"header_row": 4, "mapping": {"straat": 7}}}',
        '{"a": {"header_row": 4, "mapping": {"straat": ""}}}',
        '{"a": {"header_row": 4, "mapping": {}, "rows": []}}',
        "[" * 100_000,
    ],
)
def test_another_file_is_refused_and_stays(tmp_path, text):
    path = tmp_path / "afzenders.json"
    path.write_text(text)
    for act in (read_senders, lambda file: remember(file, "a", VENLO)):
        with pytest.raises(SendersError, match=r"afzenders\.json can't be used"):
            act(path)
    assert path.read_text() == text


def test_the_file_is_in_the_profile(qgis_app):
    assert senders_path().name == "afzenders.json" and senders_path().parent.name == "arbeidsmigratie"
