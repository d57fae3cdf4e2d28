"""The provider: which algorithms there are."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..arbeidsmigratie_plugin.core.limits import DRIVERS
from ..arbeidsmigratie_plugin.version import ROOT, version
from .adresopzoeken import AdresOpzoeken
from .bagophalen import BagOphalen
from .bedrijfswoningen import Bedrijfswoningen
from .bezetting import Bezetting
from .contextophalen import ContextOphalen
from .dienstencontrole import Dienstencontrole
from .exportcontrole import ExportControle
from .gebiedenophalen import GebiedenOphalen
from .grensclusters import Grensclusters
from .h3aggregeren import H3Aggregeren
from .heatmapexport import HeatmapExport
from .heatmapsamenvoegen import HeatmapSamenvoegen
from .hotspots import Hotspots
from .kaartproject import Kaartproject
from .leegstand import Leegstand
from .lijstinlezen import LijstInlezen
from .regiobeeld import Regiobeeld
from .rniinlezen import RniInlezen
from .vakantieparken import Vakantieparken
from .verplaatsing import Verplaatsing

_ALGORITHMS = (
    Regiobeeld,
    RniInlezen,
    LijstInlezen,
    Bedrijfswoningen,
    Vakantieparken,
    Bezetting,
    Leegstand,
    H3Aggregeren,
    Hotspots,
    Grensclusters,
    Verplaatsing,
    Kaartproject,
    HeatmapExport,
    HeatmapSamenvoegen,
    ExportControle,
    BagOphalen,
    GebiedenOphalen,
    ContextOphalen,
    Dienstencontrole,
    AdresOpzoeken,
)


class ArbeidsmigratieProvider(QgsProcessingProvider):
    """Algorithms of Arbeidsmigratie."""

    def id(self) -> str:
        """Identifier; public, never to change."""
        return "arbeidsmigratie"

    def name(self) -> str:
        """Name in the toolbox."""
        return "Arbeidsmigratie"

    def versionInfo(self) -> str:
        """Version of the plugin."""
        return version()

    def icon(self) -> QIcon:
        """Icon in the toolbox."""
        return QIcon(str(ROOT / "resources" / "icon.svg"))

    def loadAlgorithms(self) -> None:
        """Registers the algorithms."""
        for algorithm in _ALGORITHMS:
            self.addAlgorithm(algorithm())

    def defaultVectorFileExtension(self, hasGeometry: bool = True) -> str:
        """A GeoPackage carries styles and provenance."""
        return "gpkg"

    def supportedOutputVectorLayerExtensions(self) -> list[str]:
        """What the writer of this plugin can write."""
        return [suffix.lstrip(".") for suffix in DRIVERS]

    def supportsNonFileBasedOutput(self) -> bool:
        """Results are written whole or not at all, which needs a file."""
        return False
