"""The zip against what plugins.qgis.org demands: its validator, its security scan and its reviewers."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from configparser import ConfigParser
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pytest

from tests import made
from tests.conftest import ROOT
from tools.headless import Qgis
from tools.package import BUILT, make_package, members

MEGABYTE = 1_000_000
SITE_LIMIT = 25_000_000

#: What a plugin like this one consists of. A suffix that is not here has to be thought about first.
SUFFIXES = {".py", ".md", ".txt", ".html", ".png", ".svg", ".json", ".csv", ".qml", ".qm", ".js", ".css"}
ON_TOP = {"__init__.py", "metadata.txt", "LICENSE", "README.md", "CHANGELOG.md", "requirements.txt"}
FOLDERS = {"arbeidsmigratie_plugin", "processing", "styles", "resources", "docs"}

LIBRARIES = Path(sysconfig.get_paths()["purelib"])

_LINK = re.compile(r"!?\[[^\]]*\]\((?P<target>[^)\s]+)\)|(?:href|src)=\"(?P<other>[^\"]+)\"")


@dataclass(frozen=True)
class Package:
    """The zip, and what is in it."""

    path: Path
    names: list[str]
    folder: Path

    def text(self, name):
        return (self.folder / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def package(tmp_path_factory) -> Package:
    path = make_package(tmp_path_factory.mktemp("zip"))
    folder = tmp_path_factory.mktemp("unzipped")
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        archive.extractall(folder)
    return Package(path, names, folder / "arbeidsmigratie")


@pytest.fixture(scope="module")
def metadata(package) -> ConfigParser:
    """As the site and QGIS read it: a bare percent sign breaks it."""
    parser = ConfigParser()
    parser.read_string(package.text("metadata.txt"))
    assert dict(parser["general"])
    return parser


# The validator: what is rejected at once --------------------------------------------------------------------------


def test_it_is_small_enough(package):
    assert package.path.stat().st_size <= 10 * MEGABYTE < SITE_LIMIT


def test_it_has_one_folder_of_which_the_name_is_an_identifier(package):
    assert {PurePosixPath(name).parts[0] for name in package.names} == {"arbeidsmigratie"}
    assert all(len(PurePosixPath(name).parts) > 1 for name in package.names)
    assert "arbeidsmigratie".isidentifier()


def test_no_path_leads_out_of_the_folder(package):
    for name in package.names:
        assert ".." not in PurePosixPath(name).parts, name
        assert not name.startswith("/"), name
        assert not set(name) & set('\\:*?"<>|'), f"{name} can't be a file on Windows"
        assert name.isascii(), name
    assert len({name.lower() for name in package.names}) == len(package.names)
    assert max(map(len, package.names)) < 120  # Windows allows 260, of which a profile's folder takes half


def test_nothing_that_python_git_or_macos_leave_behind(package):
    for name in package.names:
        parts = PurePosixPath(name).parts
        assert not {"__pycache__", "__MACOSX", ".git", "node_modules"} & set(parts), name
        assert not [part for part in parts if part.startswith(".")], name
        assert not name.endswith((".pyc", "~", ".orig", ".rej", ".bak")), name


def test_the_files_that_must_be_there_are_there(package):
    for name in ("__init__.py", "metadata.txt", "LICENSE"):
        assert f"arbeidsmigratie/{name}" in package.names


def test_metadata_has_every_key_that_the_site_demands(metadata):
    general = metadata["general"]
    demanded = ("name", "description", "version", "author", "email", "about", "tracker", "repository")
    for key in (*demanded, "qgisMinimumVersion"):
        assert general[key].strip(), key
    assert "/" not in general["author"]
    assert re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", general["email"])
    for key in ("tracker", "repository", "homepage"):
        assert re.fullmatch(r"https://[^\s/]+(/\S*)?", general[key]), key
    for key in ("experimental", "deprecated", "server", "hasProcessingProvider"):
        assert general[key] in ("True", "False", "yes", "no"), key


def test_metadata_names_the_versions_of_qgis(metadata):
    general = metadata["general"]
    assert (general["qgisMinimumVersion"], general["qgisMaximumVersion"]) == ("3.22", "4.99")
    assert "supportsQt6" not in general  # QGIS reads the maximum instead
    assert re.fullmatch(r"\d+\.\d+\.\d+", general["version"])


def test_the_icon_is_there(package, metadata):
    assert f"arbeidsmigratie/{metadata['general']['icon']}" in package.names


# The security scan: every finding blocks --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def scans(package) -> dict[str, subprocess.CompletedProcess]:
    """All scanners at once, over the package and a file in which each must find something: they do work."""
    planted = package.folder.parent / "planted"
    planted.mkdir()
    lines = ("import pickle", "secret_key = '" + hashlib.sha256(b"").hexdigest() + "'", "print(unknown)", "w.exec_()")
    (planted / "planted.py").write_text("\n".join(lines), encoding="utf-8")
    code = "import sys; from {0} import main; sys.exit(main())"
    commands = {
        "bandit": ["-m", "bandit", "--quiet", "--recursive", "--format", "json", "."],
        # A path outside its folder detect-secrets passes over in silence.
        "secrets": ["-c", code.format("detect_secrets.main"), "scan", "--all-files", "--no-verify", "."],
        "flake8": ["-m", "flake8", "--isolated", "--jobs=1", "--select=E9,F821,F823,QGS1,QGS4"],
    }
    commands["flake8"] += [
        "--extend-ignore=QGS105",
        "--max-line-length=120",
        ".",
    ]  # an iface that is given can be tested
    running = {
        name: subprocess.Popen([sys.executable, *command], cwd=package.folder.parent, stdout=-1, stderr=-1, text=True)
        for name, command in commands.items()
    }
    outputs = {name: one.communicate() for name, one in running.items()}
    return {name: subprocess.CompletedProcess(name, running[name].returncode, *outputs[name]) for name in running}


def test_bandit_finds_nothing(scans):
    report = json.loads(scans["bandit"].stdout)
    found = {(one["filename"], one["test_id"]) for one in report["results"]}
    assert found == {("./planted/planted.py", "B105"), ("./planted/planted.py", "B403")}
    assert not report["errors"]
    assert not report["metrics"]["_totals"]["nosec"]
    assert not report["metrics"]["_totals"]["skipped_tests"]


def test_detect_secrets_finds_nothing(package, scans):
    assert set(json.loads(scans["secrets"].stdout)["results"]) == {"planted/planted.py"}, scans["secrets"].stderr
    for path in package.folder.rglob("*.py"):
        assert "allowlist secret" not in path.read_text(encoding="utf-8"), path


def test_flake8_finds_nothing_of_what_is_mandatory_nor_of_what_qgis_asks(scans):
    found = {" ".join(line.split()[:2]) for line in scans["flake8"].stdout.splitlines()}
    place = "./planted/planted.py"
    assert found == {f"{place}:3:7: F821", f"{place}:4:1: F821", f"{place}:4:1: QGS107"}


def test_nothing_can_be_executed(package):
    with zipfile.ZipFile(package.path) as archive:
        for one in archive.infolist():
            assert one.external_attr >> 16 == 0o100644, f"{one.filename}: readable for all, and no more"
            assert not archive.read(one).startswith((b"#!", b"\x7fELF", b"MZ", b"PK\x03\x04", b"\xca\xfe\xba\xbe")), one


# The reviewers: no binaries, nothing generated, the same as the repository ------------------------------------------


def test_it_holds_what_we_mean_to_ship(package):
    for name in package.names:
        parts = PurePosixPath(name).parts[1:]
        assert parts[0] in (FOLDERS if len(parts) > 1 else ON_TOP), name
        assert PurePosixPath(name).suffix in SUFFIXES or parts == ("LICENSE",), name


def test_it_is_the_repository_and_what_is_built_out_of_it(package):
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    here = {name for name in listed.split("\0") if name in ON_TOP or name.split("/")[0] in FOLDERS}
    here = {name for name in here if (ROOT / name).is_file() and not name.endswith(".ts")}
    built = {path.relative_to(ROOT).as_posix() for path in BUILT}
    assert {name.removeprefix("arbeidsmigratie/") for name in package.names} == here | built
    assert not here & built
    for name in here - {"metadata.txt"}:
        assert (package.folder / name).read_bytes() == (ROOT / name).read_bytes(), name
    assert package.text("metadata.txt").startswith((ROOT / "metadata.txt").read_text(encoding="utf-8").rstrip("\n"))


def test_what_is_left_in_the_folders_does_not_go_along():
    left = ROOT / "resources" / ".left.swp"
    compiled = ROOT / "processing" / "left.pyc"
    try:
        left.write_text("", encoding="utf-8")
        compiled.write_text("", encoding="utf-8")
        assert not {left, compiled} & set(members())
    finally:
        left.unlink(missing_ok=True)
        compiled.unlink(missing_ok=True)


def test_the_readme_says_what_is_built(package):
    readme = package.text("README.md")
    for path in BUILT:
        assert path.name in readme, path


def test_no_code_is_generated(package):
    for name in package.names:
        file = PurePosixPath(name).name
        assert not re.fullmatch(r"ui_.*\.py|.*_rc\.py|.*\.(ui|qrc|pro|ts)", file), name


def test_what_comes_from_others_has_its_licence_in_the_package(package):
    assert "ol " in package.text("resources/webmap/built/LICENSES.txt")
    assert package.text("LICENSE").lstrip().startswith("GNU GENERAL PUBLIC LICENSE")


def test_the_description_is_english_and_about_says_what_a_reviewer_looks_for(metadata):
    general = metadata["general"]
    assert "Netherlands" in general["description"]
    for word in ("Netherlands", "External dependency", "h3", "README", "BAG", "shapely"):
        assert word in general["about"], word
    for key in ("name", "description"):
        assert "plugin" not in general[key].lower(), key


def test_every_link_of_its_pages_leads_somewhere(package):
    seen = 0
    for page in [*package.folder.rglob("*.md"), *package.folder.rglob("*.html")]:
        if "webmap" in page.parts:
            continue
        for match in _LINK.finditer(page.read_text(encoding="utf-8")):
            target = (match["target"] or match["other"]).split("#")[0]
            if target and "://" not in target and not target.startswith("mailto:"):
                seen += 1
                assert (page.parent / target).resolve().is_relative_to(package.folder.resolve()), f"{page}: {target}"
                assert (page.parent / target).exists(), f"{page.relative_to(package.folder)}: {target}"
    assert seen > 20


def test_the_metadata_tell_the_changelog_of_the_version(package, metadata):
    general = metadata["general"]
    said = general["changelog"].splitlines()
    assert said[0].startswith(general["version"])
    section = package.text("CHANGELOG.md").split(f"## [{general['version']}]")[1].split("\n## ")[0]
    assert len([line for line in said if line.startswith("- ")]) == len(re.findall(r"^- ", section, re.MULTILINE))
    assert len([line for line in said if line.endswith(":")]) == len(re.findall(r"^### ", section, re.MULTILINE))
    assert "".join(section.split()).endswith("".join(said[-1].removeprefix("- ").split()))


# QGIS: an empty profile ---------------------------------------------------------------------------------------------


def test_unzipped_into_an_empty_profile_with_h3_it_works_and_leaves_its_folder_alone(package, tmp_path):
    qgis = Qgis(tmp_path / "home")
    python = qgis.profile / "python"
    python.mkdir(parents=True)
    qgis.home.chmod(0o700)
    for library in ("h3", "shapely", "shapely.libs"):  # shapely only where the system's is too old for us
        if (LIBRARIES / library).exists():
            (python / library).symlink_to(LIBRARIES / library)
    with zipfile.ZipFile(package.path) as archive:
        archive.extractall(python / "plugins")
    assert qgis.call("plugins", "enable", "arbeidsmigratie").status == 0
    listed = qgis.call("list", "--json")
    algorithms = json.loads(listed.output)["providers"]["arbeidsmigratie"]["algorithms"]
    pages = {PurePosixPath(name).stem for name in package.names if "/docs/algoritmes/" in name} - {"README"}
    assert {name.removeprefix("arbeidsmigratie:") for name in algorithms} == pages
    assert "Traceback" not in listed.messages
    made.write_bag(tmp_path / "bag.gpkg")
    made.write_delivery(tmp_path / "levering.csv", made.usual_rows())
    given = {"INPUT": tmp_path / "levering.csv", "BAG": tmp_path / "bag.gpkg", "PEILDATUM": "2025-07-01"}
    done = qgis.run("rniinlezen", **given, OUTPUT=tmp_path / "adressen.gpkg", OUTPUT_UNMATCHED=tmp_path / "niet.gpkg")
    assert done.status == 0, done.messages
    assert (tmp_path / "adressen.gpkg").is_file()
    files = {path for path in (python / "plugins").rglob("*") if path.is_file() and path.suffix != ".pyc"}
    assert {path.relative_to(python / "plugins").as_posix() for path in files} == set(package.names)


# The same commit gives the same bytes -------------------------------------------------------------------------------


def test_the_same_commit_gives_the_same_bytes_in_a_fresh_clone(repository, tmp_path):
    """Another folder, clock, language and rights; translations and web map built anew."""
    clone = tmp_path / "elders" / "kloon"
    clone.parent.mkdir()
    subprocess.run(["git", "clone", "--quiet", str(repository.root), str(clone)], check=True)
    repository.lend_node_modules(clone)
    other = {"TZ": "Asia/Tokyo", "LC_ALL": "nl_NL.UTF-8", "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "1"}
    built = "import os, pathlib, tools.package as p; os.umask(0o077); p.make_package(pathlib.Path('dist'))"
    for root, variables in ((repository.root, {}), (clone, other)):
        environment = {**os.environ, **variables}
        done = subprocess.run([sys.executable, "-c", built], cwd=root, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
    first, second = (next((root / "dist").glob("*.zip")) for root in (repository.root, clone))
    with zipfile.ZipFile(first) as one, zipfile.ZipFile(second) as two:
        differ = [name for name in one.namelist() if name not in two.namelist() or one.read(name) != two.read(name)]
    assert not differ
    assert hashlib.sha256(first.read_bytes()).digest() == hashlib.sha256(second.read_bytes()).digest()
