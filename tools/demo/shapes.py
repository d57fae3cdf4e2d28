"""Plane geometry in arrays: lines, rectangles and irregular shapes. All coordinates are RD New in metres."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import LineString, Polygon

Floats = npt.NDArray[np.float64]

#: Coordinates are kept to the millimetre, as the BAG does.
DECIMALS = 3


def travelled(line: Floats) -> Floats:
    """Distance along a line at each of its vertices.

    Args:
        line: (n, 2) vertices.

    Returns:
        n distances, starting with 0.
    """
    return np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])


def length(line: Floats) -> float:
    """Length of a line of (n, 2) vertices in metres."""
    return float(np.hypot(*np.diff(line, axis=0).T).sum())


def along(line: Floats, distance: npt.ArrayLike) -> Floats:
    """Points at distances along a line.

    Args:
        line: (n, 2) vertices.
        distance: m distances from its start.

    Returns:
        (m, 2) points; distances beyond the ends give the ends.
    """
    at, wanted = travelled(line), np.asarray(distance, dtype=np.float64)
    return np.column_stack([np.interp(wanted, at, line[:, 0]), np.interp(wanted, at, line[:, 1])])


def resample(line: Floats, step: float) -> Floats:
    """The same line with a vertex about every `step` metres."""
    total = length(line)
    return along(line, np.linspace(0, total, max(2, round(total / step) + 1)))


def direction(start: Floats, end: Floats) -> Floats:
    """Unit vector from one point to another."""
    vector = np.asarray(end) - np.asarray(start)
    return vector / max(float(np.hypot(*vector)), 1e-9)


def left_of(vector: Floats) -> Floats:
    """The vector (2,) turned a quarter to the left."""
    return np.array([-vector[1], vector[0]])


def rotate(points: Floats, angle: float, origin: Floats) -> Floats:
    """Points turned around an origin.

    Args:
        points: (n, 2).
        angle: Radians, counter-clockwise.
        origin: (2,).
    """
    cos, sin = np.cos(angle), np.sin(angle)
    return (points - origin) @ np.array([[cos, sin], [-sin, cos]]) + origin


def rectangle(centre: Floats, heading: Floats, width: float, depth: float) -> Floats:
    """Corners of a rectangle, counter-clockwise.

    Args:
        centre: (2,).
        heading: Unit vector (2,) along its width.
        width: Metres along the heading.
        depth: Metres across it.

    Returns:
        (4, 2) corners.
    """
    signs = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) / 2
    return centre + signs[:, :1] * width * heading + signs[:, 1:] * depth * left_of(heading)


def rough_line(start: Floats, end: Floats, rng: np.random.Generator, roughness: float, step: float) -> Floats:
    """A natural border between two points: each piece is bent in its middle, again and again.

    Args:
        start: (2,).
        end: (2,).
        rng: Source of the bends.
        roughness: Standard deviation of a bend as a share of the piece.
        step: Pieces shorter than this stay straight (m).
    """
    line = np.array([start, end], dtype=float)
    while np.hypot(*(line[1] - line[0])) > step:
        pieces = np.diff(line, axis=0)
        bends = np.clip(rng.normal(0, roughness, len(pieces)), -2 * roughness, 2 * roughness)
        middles = (line[:-1] + line[1:]) / 2 + bends[:, None] * np.column_stack([-pieces[:, 1], pieces[:, 0]])
        longer = np.empty((2 * len(line) - 1, 2))
        longer[0::2], longer[1::2] = line, middles
        line = longer
    return line


def meander(start: Floats, end: Floats, rng: np.random.Generator, amplitude: float, wavelength: float) -> Floats:
    """A river's course between two points, with a vertex about every 60 m.

    Args:
        start: (2,).
        end: (2,).
        rng: Source of the bends.
        amplitude: Of the largest bends (m).
        wavelength: Of the largest bends (m).
    """
    total = float(np.hypot(*(end - start)))
    at = np.linspace(0, total, max(3, round(total / 60) + 1))
    offset = np.zeros_like(at)
    for factor in (1.0, 2.3, 0.45):
        phase, stretch = rng.uniform(0, 2 * np.pi), rng.uniform(0.8, 1.25)
        offset += amplitude * min(1.0, 1 / factor) * np.sin(2 * np.pi * at * factor * stretch / wavelength + phase)
    offset *= np.minimum(1, np.minimum(at, total - at) / wavelength) ** 0.7
    heading = direction(start, end)
    return start + at[:, None] * heading + offset[:, None] * left_of(heading)


def blob(centre: Floats, area: float, rng: np.random.Generator, wobble: float = 0.18, stretch: float = 1.0) -> Polygon:
    """An irregular round shape.

    Args:
        centre: (2,).
        area: About this many m2.
        rng: Source of its shape.
        wobble: How far it departs from an ellipse, as a share of the radius.
        stretch: Length over width.
    """
    angle = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    radius = np.ones_like(angle)
    for wave in range(2, 7):
        radius += wobble / wave * 1.6 * rng.normal() * np.cos(wave * angle + rng.uniform(0, 2 * np.pi))
    radius = np.clip(radius, 0.45, 1.6) * np.sqrt(area / np.pi)
    points = np.column_stack([radius * np.cos(angle) * np.sqrt(stretch), radius * np.sin(angle) / np.sqrt(stretch)])
    return Polygon(rotate(points, rng.uniform(0, np.pi), np.zeros(2)) + centre)


def box(centre: Floats, heading: Floats, width: float, depth: float) -> Polygon:
    """A rectangle as a polygon, see rectangle()."""
    return Polygon(rectangle(np.asarray(centre, dtype=float), heading, width, depth))


def vertices(line: LineString) -> Floats:
    """The (n, 2) vertices of a shapely line."""
    return shapely.get_coordinates(line)


def pieces_inside(line: Floats, area: Polygon, shortest: float) -> list[Floats]:
    """The parts of a line inside an area, in the order of the line.

    Args:
        line: (n, 2) vertices.
        area: Where they must lie.
        shortest: Shorter parts are left out (m).
    """
    inside = shapely.intersection(LineString(line), area)
    parts = [part for part in shapely.get_parts(inside) if isinstance(part, LineString) and part.length >= shortest]
    whole = LineString(line)
    oriented = []
    for part in parts:
        points = vertices(part)
        first, last = (whole.project(shapely.points(p)) for p in (points[0], points[-1]))
        oriented.append((min(first, last), points if first <= last else points[::-1]))
    return [points for _, points in sorted(oriented, key=lambda item: item[0])]


@dataclass(frozen=True)
class Warp:
    """A gentle deformation of the plane, by which straight streets come to bend.

    Attributes:
        waves: (k, 2) wave vectors (radians per metre).
        phases: (k, 2) phases for the two axes.
        amplitude: Of each wave (m).
    """

    waves: Floats
    phases: Floats
    amplitude: float

    @classmethod
    def random(cls, rng: np.random.Generator, amplitude: float, wavelength: float) -> Warp:
        """A deformation of three waves.

        Args:
            rng: Source of its waves.
            amplitude: Of all waves together (m).
            wavelength: Of the waves (m).
        """
        angles = rng.uniform(0, np.pi) + np.arange(3) * np.pi / 3
        sizes = 2 * np.pi / wavelength * rng.uniform(0.7, 1.4, 3)
        waves = np.column_stack([np.cos(angles), np.sin(angles)]) * sizes[:, None]
        return cls(waves, rng.uniform(0, 2 * np.pi, (3, 2)), amplitude / 3)

    def __call__(self, points: Floats) -> Floats:
        """The deformed points.

        Args:
            points: (n, 2).
        """
        turns = points @ self.waves.T
        shift = np.stack([np.sin(turns + self.phases[:, axis]).sum(axis=1) for axis in (0, 1)], axis=1)
        return points + self.amplitude * shift
