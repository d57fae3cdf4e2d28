"""What a profile remembers of ledgers, and which ledger an export gets."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from contextlib import closing
from dataclasses import replace

import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.ledger import Head, Ledger
from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import OutputError
from arbeidsmigratie.arbeidsmigratie_plugin.core.refusals import (
    LedgerDamagedError,
    LedgerMissingError,
    LedgerOtherError,
    SecretMissingError,
    SeriesError,
)
from arbeidsmigratie.arbeidsmigratie_plugin.sources import starting
from arbeidsmigratie.arbeidsmigratie_plugin.sources.secrets import SecretStore
from arbeidsmigratie.arbeidsmigratie_plugin.sources.starting import default_path, open_or_start
from arbeidsmigratie.arbeidsmigratie_plugin.sources.vault import QgisVault
from tests.conftest import ROOT
from tests.core.disclosure.made_ledger import CERTIFICATE, NOW, SERIES, partition, release, snapshot


class Drawer:
    """A vault that is open or not."""

    def __init__(self, is_open=True):
        self.is_open, self.held = is_open, {}

    def open(self):
        return self.is_open

    def put(self, name, value):
        self.held[name] = value
        return True

    def get(self, name):
        return self.held.get(name, "") if self.is_open else ""


@pytest.fixture
def store(tmp_path):
    return SecretStore(tmp_path / "profiel", Drawer(False))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "deel" / "grootboek.sqlite"


def begin(path, store, folder=None, series=SERIES):
    return open_or_start(path, series, store, NOW, folder)


def exported(path, store):
    """An export without a package: a release in the ledger, and remembered."""
    ledger, secret, _ = begin(path, store)
    shot, regions = snapshot(secret=secret), {"0457": partition("0457", 2)}
    store.note(ledger.identity, "", begun=True)
    with ledger.writing(NOW) as session:
        session.placed(session.record(release(shot, regions["0457"]), regions, shot, CERTIFICATE).sequence)
    store.remember(ledger.identity, path, ledger.head())
    ledger.close()


# The store -----------------------------------------------------------------------------------------------------------


def test_a_secret_is_32_random_bytes_in_a_file_that_only_the_user_can_read(store, tmp_path):
    secrets = {store.create(name, "rni", tmp_path / "x") for name in ("aa", "bb")}
    assert {len(secret) for secret in secrets} == {32}
    assert store.secret("aa", tmp_path / "x", "rni") in secrets
    assert len(secrets) == 2
    file = tmp_path / "profiel" / "reeksen" / "aa.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert store.in_file("aa")


def test_an_open_vault_has_the_secret_and_no_file_does(tmp_path):
    drawer = Drawer()
    store = SecretStore(tmp_path, drawer)
    secret = store.create("aa", "rni", tmp_path / "x")
    assert drawer.held == {"aa": secret.hex()}
    assert secret.hex() not in (tmp_path / "reeksen" / "aa.json").read_text()
    assert store.secret("aa", tmp_path / "x", "rni") == secret
    assert not store.in_file("aa")


def test_a_vault_that_can_not_keep_a_secret_leaves_it_to_the_file(tmp_path):
    drawer = Drawer()
    drawer.put = lambda name, value: False
    store = SecretStore(tmp_path, drawer)
    secret = store.create("aa", "rni", tmp_path / "x")
    assert store.in_file("aa")
    assert store.secret("aa", tmp_path / "x", "rni") == secret


def test_a_lost_secret_names_the_remedy(tmp_path):
    drawer = Drawer()
    store = SecretStore(tmp_path, drawer)
    file = tmp_path / "reeksen" / "aa.json"
    with pytest.raises(
        SecretMissingError, match=r"boek.*'rni'.*the QGIS profile in which it was started.*a new series"
    ):
        store.secret("aa", tmp_path / "boek", "rni")
    store.create("aa", "rni", tmp_path / "boek")
    drawer.is_open = False
    with pytest.raises(SecretMissingError, match="give the master password"):
        store.secret("aa", tmp_path / "boek", "rni")
    drawer.is_open, drawer.held["aa"] = True, "00" * 32
    with pytest.raises(SecretMissingError, match="start a new series"):
        store.secret("aa", tmp_path / "boek", "rni")
    file.write_text("{half")
    with pytest.raises(SecretMissingError, match=r"aa\.json that holds it is damaged; put back"):
        store.secret("aa", tmp_path / "boek", "rni")


def test_a_ledger_is_remembered_by_path_and_series(store, tmp_path):
    one, two, three = (tmp_path / name for name in "123")
    store.create("aa", "rni", one)
    store.create("bb", "rni", two)
    store.create("cc", "ander", three)
    for path in (one, two, three):
        path.touch()
    assert store.at_path(one) == "aa"
    assert store.at_path(tmp_path / "map" / ".." / "1") == "aa"
    assert store.at_path(tmp_path / "4") is None
    assert store.others(one) == ()
    store.note("bb", "", begun=True)
    assert store.others(one) == (two,)
    assert store.others(two) == ()
    two.unlink()
    assert store.others(one) == ()


def test_how_far_a_ledger_had_come_never_goes_back(store, tmp_path):
    store.create("aa", "rni", tmp_path / "1")
    assert store.known("aa").head is None
    for sequence in (2, 5, 3):
        store.remember("aa", tmp_path / "2", Head(sequence, f"{sequence}"))
    assert store.known("aa").head == Head(5, "5")
    assert store.at_path(tmp_path / "1") is None
    assert store.at_path(tmp_path / "2") == "aa"
    store.remember("onbekend", tmp_path / "2", Head(1, ""))
    assert store.known("onbekend") is None


def test_a_begun_ledger_stays_begun(store, tmp_path):
    store.create("aa", "rni", tmp_path / "1")
    store.note("aa", "/map/.x", begun=True)
    store.note("aa", "")
    assert (store.known("aa").begun, store.known("aa").staging) == (True, "")


def test_a_profile_that_can_not_be_written(tmp_path):
    (tmp_path / "profiel").write_text("")
    with pytest.raises(OutputError, match=r"reeksen.aa\.json can't be written"):
        SecretStore(tmp_path / "profiel", Drawer()).create("aa", "rni", tmp_path / "x")


def test_a_full_disk_leaves_what_was_remembered(store, tmp_path, monkeypatch):
    store.create("aa", "rni", tmp_path / "x")
    before = store.known("aa")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left"):
        store.remember("aa", tmp_path / "x", Head(4, "d"))
    assert store.known("aa") == before
    assert [file.name for file in (tmp_path / "profiel" / "reeksen").iterdir()] == ["aa.json"]


def test_what_a_ledger_calls_itself_is_no_path(store, tmp_path):
    store.create("../../weg", "rni", tmp_path / "x")
    (file,) = tmp_path.rglob("*.json")
    assert file.parent == tmp_path / "profiel" / "reeksen"


# Opening and starting ------------------------------------------------------------------------------------------------


def test_the_first_export_starts_a_ledger_and_says_so(path, store):
    ledger, secret, how = begin(path, store)
    assert (how.started, how.others, how.in_file) == (True, (), True)
    assert ledger.series == SERIES
    assert store.secret(ledger.identity, path, "") == secret
    assert secret not in path.read_bytes()
    assert secret.hex().encode() not in path.read_bytes()
    ledger.close()
    assert [found.name for found in path.parent.iterdir()] == [path.name]
    again, same, how = begin(path, store)
    assert (again.identity, same, how.started) == (ledger.identity, secret, False)
    again.close()


def test_other_ledgers_of_the_series_are_told(path, store, tmp_path):
    first = begin(path, store)[0]
    store.note(first.identity, "", begun=True)
    first.close()
    ledger, _, how = begin(tmp_path / "tweede.sqlite", store)
    ledger.close()
    assert (how.started, how.others) == (True, (path.resolve(),))


def test_the_default_place_is_in_the_profile(tmp_path):
    assert default_path(tmp_path, "RNI 2026/Q3") == tmp_path / "grootboek_rni-2026-q3.sqlite"
    assert default_path(tmp_path, "..") == tmp_path / "grootboek_reeks.sqlite"


def test_a_ledger_with_exports_that_is_gone_is_never_started_anew(path, store):
    exported(path, store)
    path.rename(path.with_name("elders"))
    with pytest.raises(LedgerMissingError, match=r"grootboek\.sqlite of series 'rni-2026' is gone: put it back"):
        begin(path, store)
    assert not path.exists()
    begin(path.with_name("elders"), store)[0].close()  # moved, and known from now on where it is
    begin(path, store)[0].close()


def test_an_export_that_was_about_to_be_written_counts(path, store):
    ledger, _, _ = begin(path, store)
    ledger.close()
    store.note(ledger.identity, "", begun=True)
    path.unlink()
    with pytest.raises(LedgerMissingError):
        begin(path, store)


def test_a_start_without_any_release_may_be_done_again(path, store, monkeypatch):
    """A crash between the secret and the file, or a user who threw away an empty ledger."""
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(starting.Ledger, "create", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        begin(path, store)
    assert store.at_path(path) is not None
    ledger, _, how = begin(path, store)
    assert how.started
    ledger.close()
    path.unlink()
    assert begin(path, store)[2].started


@pytest.mark.parametrize("content", ['{"reeks": "rni-2026"}', '{"series": "rni-2026"}', "{half", "[]"])
def test_packages_of_the_series_show_that_there_was_a_ledger(path, store, tmp_path, content):
    folder = tmp_path / "pakketten"
    folder.mkdir()
    (folder / "heatmap_riec_2026-07-01_certificaat.json").write_text(content)
    with pytest.raises(LedgerMissingError, match=r"heatmap_riec_2026-07-01_certificaat\.json.*put the ledger back"):
        begin(path, store, folder)
    assert not path.exists()
    assert not list(tmp_path.rglob("*.json"))[1:]


def test_packages_of_another_series_say_nothing(path, store, tmp_path):
    (tmp_path / "x_certificaat.json").write_text('{"reeks": "rni-2025"}')
    assert begin(path, store, tmp_path)[2].started


def test_a_memory_that_can_not_be_read_is_no_reason_to_start(path, store, tmp_path):
    exported(path, store)
    path.unlink()
    (file,) = (tmp_path / "profiel" / "reeksen").iterdir()
    file.write_text("")
    with pytest.raises(SecretMissingError, match=r"unknown whether there was one.*put back"):
        begin(path, store)


def test_an_older_copy_is_refused(path, store, tmp_path):
    exported(path, store)
    shutil.copy(path, tmp_path / "kopie")
    exported(path, store)
    shutil.copy(tmp_path / "kopie", path)
    with pytest.raises(LedgerDamagedError, match="an older copy"):
        begin(path, store)


def test_a_profile_without_the_secret_is_refused(path, store, tmp_path):
    exported(path, store)
    before = path.read_bytes()
    with pytest.raises(SecretMissingError, match="grootboek"):
        begin(path, SecretStore(tmp_path / "ander profiel", Drawer()))
    assert path.read_bytes() == before


def test_a_ledger_whose_snapshots_do_not_fit_the_secret_is_refused(path, store, tmp_path):
    ledger, _, _ = begin(path, store)
    shot, regions = snapshot(), {"0457": partition("0457", 2)}  # with the secret of the tests
    with closing(ledger), ledger.writing(NOW) as session:
        session.record(release(shot, regions["0457"]), regions, shot, CERTIFICATE)
    with pytest.raises(LedgerDamagedError, match="do not fit the secret"):
        begin(path, store)


def test_another_series_and_other_definitions_are_refused(path, store):
    begin(path, store)[0].close()
    with pytest.raises(LedgerOtherError):
        begin(path, store, series=replace(SERIES, name="anders"))
    with pytest.raises(SeriesError):
        begin(path, store, series=replace(SERIES, pipeline="+proj=noop"))
    path.write_bytes(b"")
    with pytest.raises(LedgerDamagedError):
        begin(path, store)


def test_a_place_that_can_not_be_written_leaves_no_secret(store, tmp_path):
    (tmp_path / "map").write_text("")
    with pytest.raises(OutputError):
        begin(tmp_path / "map" / "grootboek.sqlite", store)
    assert not list(tmp_path.rglob("*.json"))


def test_who_comes_second_takes_the_ledger_of_the_first(path, store, monkeypatch):
    create = Ledger.create

    def overtaken(*given):
        monkeypatch.setattr(starting.Ledger, "create", create)
        begin(path, store)[0].close()
        return create(*given)

    monkeypatch.setattr(starting.Ledger, "create", overtaken)
    ledger, secret, how = begin(path, store)
    ledger.close()
    assert not how.started
    assert store.secret(ledger.identity, path, "") == secret
    assert len(list((path.parent.parent / "profiel").rglob("*.json"))) == 1


# QGIS ----------------------------------------------------------------------------------------------------------------

IN_QGIS = """
import json, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from qgis.core import QgsApplication
from arbeidsmigratie_plugin.sources.secrets import SecretStore
from arbeidsmigratie_plugin.sources.vault import profile_folder
from arbeidsmigratie_plugin.core.refusals import SecretMissingError
application = QgsApplication([], False, sys.argv[2])
application.initQgis()
if sys.argv[3]:
    assert QgsApplication.authManager().setMasterPassword(sys.argv[3], True)
store, path = SecretStore(profile_folder()), Path("/deel/grootboek.sqlite")
try:
    secret = store.create("aa", "rni", path) if sys.argv[4] == "create" else store.secret("aa", path, "rni")
    print(json.dumps([secret.hex(), store.in_file("aa"), str(profile_folder())]))
except SecretMissingError as error:
    print(json.dumps([str(error), None, ""]))
"""


def in_qgis(profile, password, task, password_file=None):
    """Another QGIS, with a profile of its own."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("QGIS_")}
    environment |= {"QGIS_CUSTOM_CONFIG_PATH": str(profile), "QGIS_AUTH_DB_DIR_PATH": str(profile)}
    environment |= {"QGIS_AUTH_PASSWORD_FILE": str(password_file)} if password_file else {}
    command = [sys.executable, "-c", IN_QGIS, str(ROOT), str(profile), password, task]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120)
    answers = [line for line in done.stdout.splitlines() if line.startswith("[")]
    assert answers, done.stdout + done.stderr
    return json.loads(answers[-1])


def test_qgis_keeps_the_secret_encrypted_if_it_can(tmp_path):
    profile = tmp_path / "profiel"
    profile.mkdir()
    secret, in_file, folder = in_qgis(profile, "hoofdwachtwoord", "create")
    assert not in_file
    assert folder.startswith(str(profile))
    kept = [file for file in profile.rglob("*") if file.is_file()]
    assert any(file.name == "qgis-auth.db" for file in kept)
    assert not any(secret.encode() in file.read_bytes() for file in kept)
    assert in_qgis(profile, "hoofdwachtwoord", "read")[:2] == [secret, False]
    assert "give the master password" in in_qgis(profile, "", "read")[0]
    word = tmp_path / "wachtwoord.txt"
    word.write_text("hoofdwachtwoord\n")
    assert in_qgis(profile, "", "read", word)[:2] == [secret, False]


def test_qgis_without_a_master_password_keeps_it_in_a_file(tmp_path):
    secret, in_file, folder = in_qgis(tmp_path, "", "create")
    assert in_file
    assert secret in (tmp_path / folder / "reeksen" / "aa.json").read_text()
    assert in_qgis(tmp_path, "", "read")[:2] == [secret, True]


def test_outside_qgis_there_is_no_vault(monkeypatch):
    monkeypatch.setitem(sys.modules, "qgis.core", None)
    assert not QgisVault().open()
    assert not QgisVault().put("aa", "bb")
    assert QgisVault().get("aa") == ""
