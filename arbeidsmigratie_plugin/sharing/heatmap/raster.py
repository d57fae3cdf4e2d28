"""The smooth picture: published values only, spread over their regions and smoothed; a GeoTIFF in RD New."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ...core.disclosure.publication import Publication
from ...core.errors import OutputError
from ...core.geometry import locate
from ...core.phrases import phrase

#: Side of a cell of the raster (m); its edges lie on multiples of it.
CELL = 100.0

#: Points per side of a cell at which is looked in which region it lies.
_SAMPLES = 4

#: Standard deviation of the Gaussian (cells): about the distance between the centres of two hexagons of resolution 8.
_SIGMA = 6.0

_RD_NEW = 28992


@dataclass(frozen=True)
class Smooth:
    """Registrations per km2.

    Attributes:
        values: Rows from north to south, NaN where nothing is published.
        west: Western edge in RD New (m).
        north: Northern edge.
    """

    values: npt.NDArray[np.float64]
    west: float
    north: float


def smooth(publication: Publication) -> Smooth:
    """The density of the published values, smoothed.

    Each value is spread evenly over its region; then every cell becomes the weighted mean of the published cells
    around it (normalised convolution: Knutsson and Westin, CVPR 1993), so that what is not published counts for
    nothing instead of for zero. Linear in the published values: whoever undoes it finds those, and nothing behind them.

    Args:
        publication: What is shared, with its numbers.
    """
    from scipy.ndimage import gaussian_filter

    regions = publication.regions
    bounds = np.array([region.polygon.bounds for region in regions])
    west, south = np.floor(bounds[:, :2].min(axis=0) / CELL) * CELL
    east, north = np.ceil(bounds[:, 2:].max(axis=0) / CELL) * CELL
    columns, rows = int((east - west) / CELL), int((north - south) / CELL)
    owner = _owners([region.polygon for region in regions], west, north, columns, rows)
    # Registrations in each part of a region that a sample point stands for; nowhere is the last one, and empty.
    held = np.bincount(owner[owner >= 0], minlength=len(regions))
    share = np.array([region.waarde for region in regions], dtype=np.float64) / np.maximum(held, 1)
    counts = np.append(share, 0.0)[owner].sum(axis=(1, 3))
    inside = (owner >= 0).mean(axis=(1, 3))
    weight = gaussian_filter(inside, _SIGMA, mode="constant")
    spread = gaussian_filter(counts, _SIGMA, mode="constant")
    shown = inside >= 0.5
    values = np.full((rows, columns), np.nan)
    values[shown] = spread[shown] / weight[shown] / (CELL / 1000.0) ** 2
    return Smooth(values, float(west), float(north))


def _owners(polygons: Sequence[Any], west: float, north: float, columns: int, rows: int) -> npt.NDArray[np.int64]:
    """The region of each sample point, -1 for none: rows x samples x columns x samples."""
    step = CELL / _SAMPLES
    x = west + step * (np.arange(columns * _SAMPLES) + 0.5)
    y = north - step * (np.arange(rows * _SAMPLES) + 0.5)
    xs, ys = np.meshgrid(x, y)
    return locate(xs.ravel(), ys.ravel(), polygons).reshape(rows, _SAMPLES, columns, _SAMPLES)


def write_raster(picture: Smooth, path: Path) -> None:
    """Writes it as GeoTIFF of one band, without anything about who made it or when.

    Args:
        picture: The raster.
        path: The .tif.

    Raises:
        OutputError: It can't be written.
    """
    from osgeo import gdal, osr

    rows, columns = picture.values.shape
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(_RD_NEW)
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        driver = gdal.GetDriverByName("GTiff")
        made = driver.Create(str(path), columns, rows, 1, gdal.GDT_Float32, ["COMPRESS=DEFLATE", "PREDICTOR=3"])
        made.SetGeoTransform((picture.west, CELL, 0.0, picture.north, 0.0, -CELL))
        made.SetProjection(reference.ExportToWkt())
        band = made.GetRasterBand(1)
        band.SetNoDataValue(float("nan"))
        band.WriteArray(picture.values.astype(np.float32))
        band.FlushCache()
        made.FlushCache()
    except (RuntimeError, AttributeError):
        raise OutputError(file=path.name, reason=phrase("the disk is full or the folder is protected")) from None
    finally:
        gdal.PopErrorHandler()
