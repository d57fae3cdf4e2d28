"""The per-feature way: one coordinate transform, one call of h3 and one dictionary entry per point."""

from __future__ import annotations

from typing import Any

import h3
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingProvider,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QVariant

_WGS84 = "EPSG:4326"


class PeerLoop:
    """The plugin object."""

    def initProcessing(self) -> None:  # noqa: N802
        """Registers the algorithm."""
        self.provider = Provider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:  # noqa: N802
        """Registers the algorithm."""
        self.initProcessing()

    def unload(self) -> None:
        """Takes it away."""
        QgsApplication.processingRegistry().removeProvider(self.provider)


class Provider(QgsProcessingProvider):
    """Provider of one algorithm."""

    def id(self) -> str:
        """Identifier."""
        return "peerloop"

    def name(self) -> str:
        """Name."""
        return "Peer loop"

    def loadAlgorithms(self) -> None:  # noqa: N802
        """Registers the algorithm."""
        self.addAlgorithm(CountLoop())


class CountLoop(QgsProcessingAlgorithm):
    """Counts and sums per cell, point by point."""

    def name(self) -> str:
        """Identifier."""
        return "count"

    def displayName(self) -> str:  # noqa: N802
        """Name."""
        return "Count points per H3 cell"

    def createInstance(self) -> CountLoop:  # noqa: N802
        """A fresh instance."""
        return CountLoop()

    def initAlgorithm(self, configuration: Any = None) -> None:  # noqa: N802
        """Declares parameters."""
        point = QgsProcessing.SourceType.TypeVectorPoint
        self.addParameter(QgsProcessingParameterFeatureSource("INPUT", "Points", [point]))
        self.addParameter(QgsProcessingParameterNumber("RESOLUTION", "Resolution", defaultValue=8))
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", "Hexagons"))

    def processAlgorithm(self, parameters: Any, context: Any, feedback: Any) -> dict[str, Any]:  # noqa: N802
        """Counts."""
        source = self.parameterAsSource(parameters, "INPUT", context)
        resolution = self.parameterAsInt(parameters, "RESOLUTION", context)
        wgs84 = QgsCoordinateReferenceSystem(_WGS84)
        transform = QgsCoordinateTransform(source.sourceCrs(), wgs84, context.transformContext())
        counts: dict[str, list[int]] = {}
        for feature in source.getFeatures():
            if feedback.isCanceled():
                break
            point = transform.transform(feature.geometry().asPoint())
            cell = h3.latlng_to_cell(point.y(), point.x(), resolution)
            entry = counts.setdefault(cell, [0, 0])
            entry[0] += 1
            entry[1] += feature["registraties"]
        fields = QgsFields()
        fields.append(QgsField("h3", QVariant.String))
        fields.append(QgsField("adressen", QVariant.Int))
        fields.append(QgsField("registraties", QVariant.Int))
        sink, destination = self.parameterAsSink(parameters, "OUTPUT", context, fields, QgsWkbTypes.Type.Polygon, wgs84)
        for cell, (addresses, registrations) in counts.items():
            feature = QgsFeature(fields)
            ring = [QgsPointXY(lon, lat) for lat, lon in h3.cell_to_boundary(cell)]
            feature.setGeometry(QgsGeometry.fromPolygonXY([ring]))
            feature.setAttributes([cell, addresses, registrations])
            sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert)
        return {"OUTPUT": destination}
