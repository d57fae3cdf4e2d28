"""Which Python is QGIS's own, which line installs a library, which wheel fits: for computers that are not here."""

from __future__ import annotations

import shlex

import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core.installing import (
    LIBRARIES,
    LINUX,
    MACOS,
    WINDOWS,
    Host,
    Machine,
    fits,
    interpreter,
    pip_command,
)

QGIS = r"C:\Program Files\QGIS 3.34.4"
APP = "/Applications/QGIS LTR.app/Contents/MacOS"
PROFILE = r"C:\Users\Jan de Vries\AppData\Roaming\QGIS\QGIS3\profiles\default\python"
H3 = [LIBRARIES["h3"][1]]


@pytest.mark.parametrize(
    ("system", "executable", "prefix", "present", "found"),
    [
        # The installer of QGIS and OSGeo4W: the batch file of the same edition goes before python.exe.
        (
            WINDOWS,
            rf"{QGIS}\bin\qgis-ltr-bin.exe",
            rf"{QGIS}\apps\Python312",
            [rf"{QGIS}\bin\python-qgis-ltr.bat", rf"{QGIS}\bin\python3.exe", rf"{QGIS}\apps\Python312\python.exe"],
            rf"{QGIS}\bin\python-qgis-ltr.bat",
        ),
        (
            WINDOWS,
            r"C:\OSGeo4W\bin\qgis-bin.exe",
            r"C:\OSGeo4W\apps\Python312",
            [r"C:\OSGeo4W\bin\python-qgis-ltr.bat", r"C:\OSGeo4W\bin\python-qgis.bat"],
            r"C:\OSGeo4W\bin\python-qgis.bat",
        ),
        # conda
        (
            WINDOWS,
            r"C:\conda\envs\gis\Library\bin\qgis.exe",
            r"C:\conda\envs\gis",
            [r"C:\conda\envs\gis\python.exe"],
            r"C:\conda\envs\gis\python.exe",
        ),
        (WINDOWS, rf"{QGIS}\bin\qgis-bin.exe", "", [], ""),
        # macOS: an older bundle, a newer one (its wrapper knows the folders), and one of which nothing is known
        (MACOS, f"{APP}/QGIS", f"{APP}/..", [f"{APP}/bin/python3"], f"{APP}/bin/python3"),
        (MACOS, f"{APP}/QGIS", "/x", [f"{APP}/python", f"{APP}/python3.12"], f"{APP}/python"),
        (MACOS, f"{APP}/QGIS", "/x", ["/usr/bin/python3"], ""),
        (LINUX, "/usr/bin/python3", "/usr", ["/usr/bin/python3", "/usr/bin/python3.12"], "/usr/bin/python3"),
        (LINUX, "/usr/bin/qgis.bin", "/usr", ["/usr/bin/python3", "/usr/bin/python3.12"], "/usr/bin/python3.12"),
    ],
)
def test_the_python_of_qgis_is_found_and_never_qgis_itself(system, executable, prefix, present, found):
    everything = [*present, executable]
    assert interpreter(system, executable, prefix, (3, 12), everything.__contains__) == found


def test_on_windows_paths_with_spaces_are_quoted_and_nothing_is_a_sign_of_the_terminal():
    line = pip_command(Machine(WINDOWS, rf"{QGIS}\bin\python-qgis-ltr.bat", PROFILE), H3)
    assert line == (
        rf'"{QGIS}\bin\python-qgis-ltr.bat" -m pip install --upgrade --no-deps --only-binary :all: '
        rf'--target "{PROFILE}" h3~=4.0'
    )


@pytest.mark.parametrize("requirement", [requirement for _, requirement in LIBRARIES.values()])
def test_no_requirement_means_something_to_a_terminal(requirement):
    assert not set(requirement) & set("<>|&^%!*;$`'\"() ")


@pytest.mark.parametrize(
    ("machine", "words"),
    [
        (Machine(MACOS, f"{APP}/python", "/Users/jan de vries/profiel/python"), [f"{APP}/python"]),
        (Machine(LINUX, "/usr/bin/python3", "/home/jan/mijn profiel/python"), ["/usr/bin/python3"]),
        (
            Machine(LINUX, "", "/home/jan/python", flatpak="org.qgis.qgis"),
            ["flatpak", "run", "--command=python3", "org.qgis.qgis"],
        ),
    ],
)
def test_a_shell_reads_the_line_as_it_is_meant(machine, words):
    read = shlex.split(pip_command(machine, H3))
    assert read[: len(words)] == words
    assert read[len(words) :] == [
        "-m", "pip", "install", "--upgrade", "--no-deps", "--only-binary", ":all:", "--target", machine.target, *H3,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "machine", [Machine(WINDOWS, "", PROFILE), Machine(LINUX, "/usr/bin/python3", "/p", pip=False)]
)
def test_without_python_or_pip_there_is_no_line(machine):
    assert pip_command(machine, H3) == ""


WIN = Host((3, 12), WINDOWS, "amd64")
DEBIAN = Host((3, 11), LINUX, "x86_64", (2, 36))
MAC = Host((3, 12), MACOS, "arm64", (14, 2))


@pytest.mark.parametrize(
    ("tag", "host", "fit"),
    [
        ("cp312-cp312-win_amd64", WIN, True),
        ("cp311-cp311-win_amd64", WIN, False),
        ("cp313-cp313-win_amd64", WIN, False),
        ("cp312-cp312-win32", WIN, False),
        ("cp312-cp312-manylinux_2_17_x86_64", WIN, False),
        ("cp39-abi3-win_amd64", WIN, True),
        ("cp313-abi3-win_amd64", WIN, False),
        ("py3-none-any", WIN, True),
        ("cp311-cp311-manylinux_2_28_x86_64", DEBIAN, True),
        ("cp311-cp311-manylinux_2_39_x86_64", DEBIAN, False),
        ("cp311-cp311-manylinux2014_x86_64", DEBIAN, True),
        ("cp311-cp311-manylinux2014_aarch64", DEBIAN, False),
        ("cp311-cp311-musllinux_1_2_x86_64", DEBIAN, False),
        ("cp312-cp312-macosx_11_0_arm64", MAC, True),
        ("cp312-cp312-macosx_10_13_universal2", MAC, True),
        ("cp312-cp312-macosx_10_13_x86_64", MAC, False),
        ("cp312-cp312-macosx_15_0_arm64", MAC, False),
        ("iets anders", MAC, False),
    ],
)
def test_a_wheel_fits_its_own_python_only(tag, host, fit):
    assert fits(tag, host) is fit


def test_platforms_have_the_names_of_bundles():
    assert [host.platform for host in (WIN, DEBIAN, MAC)] == ["win_amd64", "linux_x86_64", "macosx_arm64"]
