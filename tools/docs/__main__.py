"""make docs: writes the help pages of the algorithms, and all pages as web pages."""

from __future__ import annotations

import os

from qgis.core import QgsApplication

from .build import DOCS, write

if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    print(f"{write()} pages in {DOCS}", flush=True)
    os._exit(0)  # what Python frees after QGIS has gone can crash, and would hide that all went well
