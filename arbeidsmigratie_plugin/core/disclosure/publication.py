"""What a partner receives, before any file format: published regions, and nothing about what was not published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional

from .grant import Grant

#: Values of sdc_status: the number of one display hexagon, or of several pooled together.
PUBLISHED = "gepubliceerd"
POOLED = "samengevoegd"


@dataclass(frozen=True)
class PublishedRegion:
    """A region with its number.

    Attributes:
        regio_id: The same set of atoms has the same name in every export.
        gemeentecode: CBS code.
        waarde: Registrations, rounded; None on a map that shows classes only.
        klasse: Class of the density, as the legend names it.
        dichtheid_km2: Rounded number per km2 of the region; None on a map that shows classes only.
        verblijfsobjecten: BAG objects in use, None without a BAG.
        sdc_status: PUBLISHED or POOLED.
        peildatum: Reference date.
        resolutie: H3 resolution of the cell that the region lies in; None where it is larger than any that we use.
        cells: Base cells as integers, in ascending order.
        polygon: Shapely MultiPolygon in RD New: the union of the base cells within the municipality.
        marge: By how much rounding can have changed the number at most: on a coarser map it is a sum of rounded ones.
    """

    regio_id: str
    gemeentecode: str
    waarde: Optional[int]
    klasse: str
    dichtheid_km2: Optional[float]
    verblijfsobjecten: Optional[int]
    sdc_status: str
    peildatum: str
    resolutie: Optional[int]
    cells: tuple[int, ...]
    polygon: Any
    marge: Optional[int] = None


@dataclass(frozen=True)
class MunicipalArea:
    """A municipality of the map, for its border and its name.

    Attributes:
        gemeentecode: CBS code.
        gemeentenaam: Name.
        polygon: Shapely polygon in RD New.
        regions: Number of published regions; 0 if nothing of it is published.
    """

    gemeentecode: str
    gemeentenaam: str
    polygon: Any
    regions: int


@dataclass(frozen=True)
class Publication:
    """All that goes into a partner package.

    Attributes:
        title: Title of the map.
        series: Name of the series.
        peildatum: Reference date.
        resolution: H3 resolution of the display cells.
        rounding: Numbers are multiples of this.
        grant: For whom, for what, until when.
        regions: The published regions.
        municipalities: The municipalities of the map.
        certificate: What was checked, JSON-ready; no unrounded number and nothing about unpublished regions.
        sources: Lines that name the sources with their dates.
    """

    title: str
    series: str
    peildatum: str
    resolution: int
    rounding: int
    grant: Grant
    regions: tuple[PublishedRegion, ...]
    municipalities: tuple[MunicipalArea, ...]
    certificate: dict[str, Any]
    sources: tuple[str, ...]
