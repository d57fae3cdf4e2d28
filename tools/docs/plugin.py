"""The algorithms as a Dutch user sees them."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from qgis.core import QgsProcessingAlgorithm
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from tools.package import ROOT
from tools.translations import catalogue


class Dutch(QTranslator):
    """The Dutch texts, straight from the file of translations: no Qt program is needed, and no setting of QGIS."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        super().__init__()
        self._texts = texts

    def isEmpty(self) -> bool:  # noqa: N802 (a name of Qt)
        """Qt leaves an empty translator out."""
        return False

    def translate(self, context: str, source: str, disambiguation: str = "", number: int = -1) -> str:
        """The Dutch text, or the English one where there is none.

        Args:
            context: Where Qt looks for it.
            source: English.
            disambiguation: Not used.
            number: Not used.
        """
        return self._texts.get(source) or source


@contextmanager
def in_dutch() -> Iterator[None]:
    """Texts are in Dutch inside; a translator that was in use stays in use."""
    translator = Dutch({entry.source: entry.translation for entry in catalogue.read().values()})
    QCoreApplication.installTranslator(translator)
    try:
        yield
    finally:
        QCoreApplication.removeTranslator(translator)


def algorithms() -> list[QgsProcessingAlgorithm]:
    """All algorithms of the plugin, in the language in use, in the order of the toolbox."""
    provider = _package("processing.provider").ArbeidsmigratieProvider()
    provider.refreshAlgorithms()
    found = [algorithm.create() for algorithm in provider.algorithms()]
    return sorted(found, key=lambda one: (one.group().casefold(), one.displayName().casefold(), one.name()))


def _package(name: str) -> Any:
    """A module of the plugin, loaded under the name that it has in a profile."""
    if "arbeidsmigratie" not in sys.modules:
        spec = importlib.util.spec_from_file_location(
            "arbeidsmigratie", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
        )
        if spec is None or spec.loader is None:
            raise ImportError("arbeidsmigratie")
        module = importlib.util.module_from_spec(spec)
        sys.modules["arbeidsmigratie"] = module
        spec.loader.exec_module(module)
    return importlib.import_module(f"arbeidsmigratie.{name}")
