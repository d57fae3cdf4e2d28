"""The smooth picture: a function of published values, that gives away those and nothing behind them (T14)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely
from osgeo import gdal

from arbeidsmigratie.arbeidsmigratie_plugin.core import grid
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.publication import Publication
from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import OutputError
from arbeidsmigratie.arbeidsmigratie_plugin.core.geometry import polygon_wkb
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.heatmap.raster import CELL, smooth, write_raster
from tests.sharing.publications import publication


@pytest.fixture(scope="module")
def made() -> Publication:
    return publication()


def with_values(made: Publication, values: np.ndarray) -> Publication:
    regions = tuple(replace(region, waarde=float(value)) for region, value in zip(made.regions, values))
    return replace(made, regions=regions)


def centres(picture):
    rows, columns = np.indices(picture.values.shape)
    return picture.west + CELL * (columns + 0.5), picture.north - CELL * (rows + 0.5)


def test_nothing_is_shown_outside_the_published_regions_and_nowhere_a_zero(made):
    picture = smooth(made)
    x, y = centres(picture)
    covered = shapely.union_all([region.polygon for region in made.regions])
    shown = np.isfinite(picture.values)
    assert not (shown & ~shapely.contains_xy(covered.buffer(CELL), x, y)).any()
    assert shown[shapely.contains_xy(covered.buffer(-CELL), x, y)].all()
    density = [region.waarde / region.polygon.area * 1e6 for region in made.regions]
    assert min(density) * 0.99 <= np.nanmin(picture.values) <= np.nanmax(picture.values) <= max(density) * 1.01
    assert picture.west % CELL == picture.north % CELL == 0


def test_one_density_everywhere_stays_that_density(made):
    """Also at the edge: what is not published does not pull it towards zero."""
    areas = np.array([region.polygon.area for region in made.regions]) / 1e6
    picture = smooth(with_values(made, 40 * areas))
    assert np.nanmedian(picture.values) == pytest.approx(40, rel=0.01)
    assert np.nanpercentile(np.abs(picture.values - 40), 99) < 2


def test_it_is_smooth(made):
    """Neighbouring cells differ less than neighbouring regions do."""
    picture = smooth(made).values
    steps = np.abs(np.diff(np.log(picture), axis=1))
    assert np.nanmax(steps) < 0.7
    densities = np.log([region.waarde / region.polygon.area for region in made.regions])
    assert densities.max() - densities.min() > 3


def attacked(made: Publication) -> tuple[np.ndarray, np.ndarray]:
    """What an attacker finds who knows the code: a unit is pushed through it for every region, and the rest solved.

    Returns:
        The value of each region, and how each shows in the picture.
    """
    shown = np.isfinite(smooth(made).values)
    units = np.eye(len(made.regions))
    impulses = np.column_stack([smooth(with_values(made, unit)).values[shown] for unit in units])
    picture = smooth(made).values[shown].astype(np.float32).astype(float)  # as the file has it
    return np.linalg.lstsq(impulses, picture, rcond=None)[0], impulses


def per_atom(made: Publication) -> Publication:
    """The same as if somebody smoothed the real counts: every atom is a region of its own."""
    rng = np.random.default_rng(14)
    regions = []
    for region in made.regions:
        counts = np.bincount(rng.integers(0, len(region.cells), region.waarde), minlength=len(region.cells))
        hexagons = shapely.from_wkb(polygon_wkb(grid.boundaries(np.array(region.cells, dtype=np.uint64))))
        for cell, count, hexagon in zip(region.cells, counts.tolist(), hexagons):
            polygon = shapely.intersection(hexagon, region.polygon)
            if polygon.area > 3 * CELL**2:
                regions.append(replace(region, cells=(cell,), waarde=count, polygon=polygon))
    return replace(made, regions=tuple(regions))


def test_the_inversion_finds_the_published_values_and_nothing_of_an_atom(made):
    """Solved for all atoms, the picture says of each no more than its even share of the published value."""
    found, impulses = attacked(made)
    published = np.array([float(region.waarde) for region in made.regions])
    assert np.allclose(found, published, atol=0.5), "what is published may be found"
    sizes = np.array([len(region.cells) for region in made.regions])
    owner = np.repeat(np.arange(len(sizes)), sizes)
    shares = np.linalg.lstsq(impulses[:, owner], impulses @ published, rcond=1e-9)[0]
    assert np.allclose(shares, (published / sizes)[owner], atol=0.01)
    # No atom of several is fixed by the picture: it can take all of its region, or nothing, without a trace.
    for at in np.flatnonzero(sizes[owner] > 1)[::20]:
        change = np.where(owner == owner[at], -1.0 / (sizes[owner[at]] - 1), 0.0)
        change[at] = 1.0
        assert np.allclose(impulses[:, owner] @ change, 0, atol=1e-9)


def test_the_same_attack_works_on_smoothed_counts():
    """So it is a real one: were the counts of the atoms smoothed, it would find them."""
    made = per_atom(publication(most=6))
    found, _ = attacked(made)
    truth = np.array([region.waarde for region in made.regions])
    assert len(truth) >= 25
    assert (np.round(found) == truth).mean() > 0.9


def test_what_is_not_published_changes_nothing(made):
    """It is not even asked for: with other borders and another certificate the raster is the same."""
    other = replace(made, municipalities=made.municipalities[:2], certificate={}, sources=())
    assert np.array_equal(smooth(made).values, smooth(other).values, equal_nan=True)


def test_the_file_is_a_plain_geotiff(made, tmp_path):
    picture, path = smooth(made), tmp_path / "x.tif"
    write_raster(picture, path)
    opened = gdal.Open(str(path))
    band = opened.GetRasterBand(1)
    assert np.isnan(band.GetNoDataValue())
    assert np.allclose(band.ReadAsArray(), picture.values, rtol=1e-6, equal_nan=True)
    assert opened.GetGeoTransform() == (picture.west, CELL, 0.0, picture.north, 0.0, -CELL)
    assert opened.GetSpatialRef().GetAuthorityCode(None) == "28992"
    assert set(opened.GetMetadata()) <= {"AREA_OR_POINT"}
    assert [found.name for found in tmp_path.iterdir()] == ["x.tif"]


def test_a_raster_that_can_not_be_written(made, tmp_path):
    (tmp_path / "bestand").write_text("geen map")
    with pytest.raises(OutputError, match=r"^x\.tif"):
        write_raster(smooth(publication(most=1)), tmp_path / "bestand" / "x.tif")


def test_one_small_region(tmp_path):
    made = publication(most=1)
    (region,) = made.regions
    picture = smooth(made).values
    assert np.nanmean(picture) == pytest.approx(region.waarde / region.polygon.area * 1e6, rel=0.05)
    assert np.isfinite(picture).sum() * CELL**2 == pytest.approx(region.polygon.area, rel=0.05)
    assert grid.resolutions(np.array(region.cells, dtype=np.uint64)).tolist() == [9] * len(region.cells)
