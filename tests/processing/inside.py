"""Running algorithms inside this QGIS, with an ear for warnings."""

from __future__ import annotations

from qgis.core import QgsProcessingFeedback


class Listening(QgsProcessingFeedback):
    def __init__(self):
        super().__init__()
        self.warnings = []

    def pushWarning(self, text):  # noqa: N802
        self.warnings.append(text)


def run(name, feedback=None, **parameters):
    from qgis import processing

    plain = {key: str(v) if hasattr(v, "parts") else v for key, v in parameters.items()}
    return processing.run(f"arbeidsmigratie:{name}", plain, feedback=feedback or Listening())
