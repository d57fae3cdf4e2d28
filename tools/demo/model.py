"""What a region is planned as, before it becomes the registers: streets, buildings, areas and planted locations."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Polygon

from .land import Land
from .places import Place
from .shapes import Floats

LEFT, RIGHT = 1, -1


@dataclass
class Street:
    """An openbare ruimte.

    Attributes:
        line: (n, 2) RD New, from the lowest house number.
        place: Number of its place.
        naam: Full name.
        kort: Name of at most 24 characters, "" where the full name is short enough.
        rural: Whether house numbers leave room for what may be built later.
        one_postcode: Whether all its addresses have the same postcode.
    """

    line: Floats
    place: int
    naam: str
    kort: str = ""
    rural: bool = False
    one_postcode: bool = False


@dataclass
class Unit:
    """One addressable object.

    Attributes:
        use: One or more gebruiksdoelen, joined by a comma; "" for standplaatsen and ligplaatsen.
        area: Floor area (m2), 0 for standplaatsen and ligplaatsen.
        member: Whether it belongs to the planted location of its building.
        postcode: Whether it is reachable by post.
    """

    use: str = "woonfunctie"
    area: int = 0
    member: bool = True
    postcode: bool = True


@dataclass
class Building:
    """A pand with its objects, or the plot of a standplaats or ligplaats.

    Attributes:
        corners: (n, 2) RD New, an outline without its closing vertex.
        street: Position of its street.
        side: LEFT (odd numbers) or RIGHT.
        along: Place in the order of house numbers (m along the street).
        units: Addressable objects in it.
        year: Year of construction.
        numbering: How its objects share a house number, see addresses.py.
        kind: 'pand', 'standplaats' or 'ligplaats'.
        sheds: (4, 2) outlines of small panden behind it, without an address.
        group: Buildings that stand or fall together, -1 if on its own.
        joined: For a pand without objects (barn, hall): whether the objects of its group lie in it too.
        reaches_house: Whether its objects also lie in the first building of its group.
        location: Position of the planted location it belongs to, -1 if none.
        status: Stage of construction: 'bestaand', 'gepland', 'gebouwd', 'vervallen' or 'gesloopt'.
    """

    corners: Floats
    street: int
    side: int
    along: float
    units: list[Unit] = field(default_factory=list)
    year: int = 1970
    numbering: str = "eigen"
    kind: str = "pand"
    sheds: list[Floats] = field(default_factory=list)
    group: int = -1
    joined: bool = False
    reaches_house: bool = False
    location: int = -1
    status: str = "bestaand"


@dataclass
class Location:
    """A planted location: one row of the truth table.

    Attributes:
        soort: Kind.
        subsoort: Variant.
        naam: Name.
        x: RD New easting.
        y: RD New northing.
        toelichting: What was planted, in Dutch.
        eenheden: Units, where they are not the member objects of its buildings (-1: count those).
        radius: Objects within this distance belong to it (m), 0 if it has buildings of its own.
    """

    soort: str
    subsoort: str
    naam: str
    x: float
    y: float
    toelichting: str
    eenheden: int = -1
    radius: float = 0.0

    @classmethod
    def at(cls, point: Floats, soort: str, subsoort: str, naam: str, toelichting: str) -> Location:
        """A location at a point (2,); the other arguments are its attributes."""
        return cls(soort, subsoort, naam, float(point[0]), float(point[1]), toelichting)


@dataclass
class Area:
    """A functional area of the topographic map.

    Attributes:
        soort: typefunctioneelgebied, as TOP10NL writes it.
        naam: naamnl, "" if none.
        shape: EPSG:28992.
        year: Of its bronactualiteit.
    """

    soort: str
    naam: str
    shape: Polygon | MultiPolygon
    year: int


@dataclass
class Plan:
    """The whole region as planned; the stages add to it.

    Attributes:
        land: Municipalities and river.
        places: Towns and villages.
        settlements: Ground of towns and villages.
        claims: Ground of estates, parks and greenhouses; roads go around it.
        woods: Woodland.
    """

    land: Land
    places: tuple[Place, ...]
    streets: list[Street] = field(default_factory=list)
    buildings: list[Building] = field(default_factory=list)
    locations: list[Location] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    settlements: list[Polygon] = field(default_factory=list)
    claims: list[Polygon] = field(default_factory=list)
    woods: list[Polygon] = field(default_factory=list)
    groups: int = 0

    def add_street(self, street: Street) -> int:
        """Adds a street and gives its position."""
        self.streets.append(street)
        return len(self.streets) - 1

    def add_location(self, location: Location) -> int:
        """Adds a planted location and gives its position."""
        self.locations.append(location)
        return len(self.locations) - 1

    def new_group(self) -> int:
        """A number for buildings that stand or fall together."""
        self.groups += 1
        return self.groups - 1

    def is_free(self, shape: Polygon, margin: float = 0.0) -> bool:
        """Whether no ground within a margin (m) of a shape is taken."""
        return not any(taken.distance(shape) <= margin for taken in (*self.settlements, *self.claims))

    def place_of(self, point: Floats) -> int:
        """Number of the place whose territory holds a point (2,), -1 if none does."""
        here = shapely.points(point)
        return next((p.number for p in self.places if p.polygon.covers(here)), -1)

    def gemeente_of(self, point: Floats) -> int:
        """Position of the municipality that holds a point (2,), -1 outside the region."""
        here = shapely.points(point)
        return next((n for n, g in enumerate(self.land.gemeenten) if g.polygon.covers(here)), -1)


def centre_of(corners: Floats) -> Floats:
    """Middle (2,) of the corners of a building."""
    return np.asarray(corners).mean(axis=0)
