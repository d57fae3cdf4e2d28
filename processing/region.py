"""What algorithms that ask services share: how to log in, and the region, from REGION or AREA."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..arbeidsmigratie_plugin.core.errors import RegionMissingError, RegionTwiceError
from ..arbeidsmigratie_plugin.i18n import tr
from .algorithm import Algorithm
from .run import Run

if TYPE_CHECKING:
    from ..arbeidsmigratie_plugin.core.area import Area
    from ..arbeidsmigratie_plugin.sources.areas import Borders
    from ..arbeidsmigratie_plugin.sources.transport import Transport

#: Two rings of hexagons at resolution 8 (m).
DEFAULT_GUARD = 2000.0


class ServiceAlgorithm(Algorithm):
    """An algorithm that asks services."""

    REQUIRES = ("shapely", "requests", "owslib", "lxml")

    def add_authentication(self) -> None:
        """Declares how to log in."""
        self.add(
            QgsProcessingParameterAuthConfig("AUTHCFG", tr("Authentication"), "", optional=True),
            "Authentication configuration of QGIS, for services that ask for one; PDOK does not.",
            advanced=True,
        )

    def transport(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Transport:
        """What sends the requests: QGIS's network, with its proxy and certificates."""
        from ..arbeidsmigratie_plugin.sources.qgis_adapter import qgis_transport

        return qgis_transport(feedback, self.parameterAsString(parameters, "AUTHCFG", context))


class RegionAlgorithm(ServiceAlgorithm):
    """An algorithm that asks services about a region."""

    def add_region(self, with_area: bool = True) -> None:
        """Declares region, guard zone and how to log in."""
        self.add(
            QgsProcessingParameterString("REGION", tr("Region"), "", optional=True),
            "Name of a region (noord-limburg, west-brabant-west, regio-west-brabant, de-peel, kempen, "
            "westelijke-mijnstreek), or codes or names of municipalities separated by commas.",
        )
        if with_area:
            polygon = QgsProcessing.SourceType.TypeVectorPolygon
            self.add(
                QgsProcessingParameterFeatureSource("AREA", tr("Area"), [polygon], optional=True),
                "Polygons instead of a region; where they have a municipality code they count as municipalities.",
            )
        kind = QgsProcessingParameterNumber.Type.Double
        self.add(
            QgsProcessingParameterNumber("GUARD", tr("Guard zone (m)"), kind, DEFAULT_GUARD, True, 0, 50_000),
            "How far into neighbouring municipalities objects come along, marked with in_regio = 0.",
        )
        self.add_authentication()

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """There must be a region."""
        super().check(parameters, context)
        run = Run(self, parameters, context)
        named = bool(run.text("REGION").strip(", "))
        drawn = bool(self.parameterDefinition("AREA") and run.given("AREA"))
        if named and drawn:
            raise RegionTwiceError(region=run.text("REGION"), area=run.layer("AREA").label)
        if not (named or drawn):
            from ..arbeidsmigratie_plugin.sources.services import regions

            raise RegionMissingError(presets=", ".join(preset.key for preset in regions().presets))

    def area(self, run: Run, transport: Transport) -> tuple[Area, Borders]:
        """Region and guard zone, and where the municipalities come from."""
        from ..arbeidsmigratie_plugin.sources.areas import polygon_area, region_area

        guard = run.number("GUARD")
        if self.parameterDefinition("AREA") and run.given("AREA"):
            return polygon_area(run.layer("AREA"), guard)
        return region_area(run.text("REGION"), guard, transport)

    def asked(self, run: Run) -> Asked:
        """The region as a question: the same region is the same question, however it was written."""
        from ..arbeidsmigratie_plugin.sources.areas import polygon_area
        from ..arbeidsmigratie_plugin.sources.services import regions

        if self.parameterDefinition("AREA") and run.given("AREA"):
            area, _ = polygon_area(run.layer("AREA"), 0)
            about = repr((area.core.wkb, [*zip(area.region.code, area.region.name, map(_wkb, area.region.polygons))]))
            name = f"{run.layer('AREA').label} {hashlib.sha256(about.encode()).hexdigest()[:12]}"
            return Asked(name, name, about)
        wanted = run.text("REGION")
        members = sorted({part.strip().casefold() for part in regions().members(wanted).split(",") if part.strip()})
        parts = {part.strip().casefold() for part in wanted.split(",") if part.strip()}
        return Asked(wanted, ", ".join(sorted(parts)), repr(members))


@dataclass(frozen=True)
class Asked:
    """A region as it was asked for.

    Attributes:
        name: As the user wrote it.
        key: In normal form.
        about: What it stands for.
    """

    name: str
    key: str
    about: str


def _wkb(polygon: Any) -> bytes:
    return bytes(polygon.wkb)
