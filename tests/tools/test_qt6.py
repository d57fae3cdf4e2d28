"""The check for Qt 6 finds each kind of what breaks there, and nothing that is right."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import ROOT
from tools import qt6

HEAD = (
    "from __future__ import annotations\n"
    "import random\n"
    "from osgeo import ogr\n"
    "from qgis.PyQt.QtCore import Qt\n"
    "from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QFrame, QMessageBox, QSizePolicy, QWizard\n"
    "from qgis.core import Qgis, QgsFeatureRequest, QgsFeatureSink, QgsProcessing, QgsProcessingAlgorithm\n"
    "from qgis.core import QgsProcessingParameterNumber, QgsTask, QgsWkbTypes\n"
    "from .kinds import Kind\n"
)


@pytest.mark.parametrize(
    ("code", "instead"),
    [
        ("Qt.AlignLeft", "Qt.AlignmentFlag.AlignLeft"),
        ("Qt.UserRole + 1", "Qt.ItemDataRole.UserRole"),
        ("QMessageBox.Yes", "QMessageBox.StandardButton.Yes"),
        ("QDialog.Accepted", "QDialog.DialogCode.Accepted"),
        ("QFrame.NoFrame", "QFrame.Shape.NoFrame"),
        ("QSizePolicy.Expanding", "QSizePolicy.Policy.Expanding"),
        ("QDialogButtonBox.Ok", "QDialogButtonBox.StandardButton.Ok"),
        ("Qgis.Warning", "Qgis.MessageLevel.Warning"),
        ("QgsWkbTypes.Point", "QgsWkbTypes.Type.Point"),
        ("QgsWkbTypes.PolygonGeometry", "QgsWkbTypes.GeometryType.PolygonGeometry"),
        ("QgsTask.CanCancel", "QgsTask.Flag.CanCancel"),
        ("QgsProcessing.TypeVectorPoint", "QgsProcessing.SourceType.TypeVectorPoint"),
        ("QgsFeatureSink.FastInsert", "QgsFeatureSink.Flag.FastInsert"),
        ("QgsFeatureRequest.NoGeometry", "QgsFeatureRequest.Flag.NoGeometry"),
        ("QgsProcessingParameterNumber.Integer", "QgsProcessingParameterNumber.Type.Integer"),
        ("QgsProcessingAlgorithm.FlagNoThreading", "QgsProcessingAlgorithm.Flag.FlagNoThreading"),
        ("def f(parameter):\n    return parameter.FlagOptional", "Flag.FlagOptional"),
        (
            "class A(QgsProcessingAlgorithm):\n    def flags(self):\n        return self.FlagNoThreading",
            "Flag.FlagNoThreading",
        ),
        ("class A(QDialog):\n    def done(self):\n        return self.Accepted", "DialogCode.Accepted"),
        ("def f(dialog):\n    dialog.exec_()", "exec"),
        ("Qt.Alignment()", "join its flags"),
        ("from PyQt5.QtCore import QSize", "qgis.PyQt"),
        ("import PyQt5", "qgis.PyQt"),
        ("from PyQt6 import QtCore", "qgis.PyQt"),
        ("import sip", "qgis.PyQt"),
        ("from qgis.PyQt.QtGui import QAction", "QtWidgets"),
        ("from qgis.PyQt.QtCore import QVariant", "types of OGR"),
        ("from qgis.PyQt.QtCore import QMetaType", "types of OGR"),
        ("from qgis.PyQt.QtCore import QRegExp", "QRegularExpression"),
        ("from qgis.core import *", "name what you import"),
        ("from qgis.core import QgsNothing", "has no QgsNothing"),
        ("Qt.AlignSomewhere", "has no AlignSomewhere"),
        ("Qt.AlignmentFlag.AlignSomewhere", "has no AlignSomewhere"),
    ],
)
def test_what_breaks_is_found_with_what_to_write(code, instead):
    found = qt6.check(HEAD + code, "a.py")
    assert len(found) == 1, found
    assert instead in found[0].text
    assert str(found[0]).startswith("a.py:")
    assert found[0].line > HEAD.count("\n")


@pytest.mark.parametrize(
    "code",
    [
        "Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop",
        "Qgis.MessageLevel.Warning",
        "QgsWkbTypes.Type.Point",
        "kinds = QWizard.WizardButton\nkinds.NextButton",
        "def f(box):\n    standard = QDialogButtonBox.StandardButton\n    return box.button(standard.Ok)",
        "def f(parameter):\n    return parameter.Flag.FlagOptional",
        "class A(QgsProcessingAlgorithm):\n    def flags(self):\n        return self.Flag.FlagNoThreading",
        "random.Random(1)\nogr.Open('a')",
        "Kind.Point",
        "def f(dataset):\n    dataset.CreateLayer('a')\n    return dataset.GetDriver().ShortName",
        "def f(dialog):\n    dialog.exec()",
        "from qgis.PyQt.QtWidgets import QAction",
        "QgsWkbTypes.displayString(1)",
    ],
)
def test_what_is_right_is_left_alone(code):
    assert qt6.check(HEAD + code) == []


def test_our_code_is_ready_for_qt_6():
    done = subprocess.run([sys.executable, "-m", "tools.qt6"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_all_code_that_runs_in_qgis_is_read():
    read = {path.relative_to(ROOT).as_posix() for path in qt6.files()}
    assert {"__init__.py", "arbeidsmigratie_plugin/plugin.py", "processing/provider.py", "tools/qt6.py"} <= read
    assert any(name.startswith("arbeidsmigratie_plugin/gui/") for name in read)
    assert not any(name.startswith(qt6.EXEMPT) for name in read)
