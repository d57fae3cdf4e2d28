"""The same as the reference implementations, on the data they come with and on published values."""

import numpy as np
import pytest
from scipy import sparse, stats

from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.getis_ord import getis_ord, normal_tail
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.ring import upper_tail
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.standardise import assuncao_reis
from arbeidsmigratie.arbeidsmigratie_plugin.core.rates import empirical_bayes

PLACES = np.array([(10, 10), (20, 10), (40, 10), (15, 20), (30, 20), (30, 30)], dtype=float)
VALUES = np.array([2, 3, 3.2, 5, 8, 7])

#: File, weights, cases and population of the data sets with rates in libpysal.
RATES = {
    "sids 1974": ("sids2.dbf", "sids2.gal", "SID74", "BIR74"),
    "sids 1979": ("sids2.dbf", "sids2.gal", "SID79", "BIR79"),
    "st louis 1979-84": ("stl_hom.dbf", "stl.gal", "HC7984", "PO7984"),
    "st louis 1984-88": ("stl_hom.dbf", "stl.gal", "HC8488", "PO8488"),
    "st louis 1988-93": ("stl_hom.dbf", "stl.gal", "HC8893", "PO8893"),
}


def near(star):
    near = np.hypot(*(PLACES[:, None] - PLACES[None]).T) <= 15
    np.fill_diagonal(near, star)
    return sparse.csr_matrix(near.astype(float))


def test_published_values_of_gi_star():
    expected = [-1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331]
    assert getis_ord(VALUES, near(True)) == pytest.approx(expected, abs=1e-8)


def test_published_values_of_gi():
    expected = [-1.0136729, -0.04361589, 1.31558703, -0.31412676, 1.15373986, 1.77833941]
    assert getis_ord(VALUES, near(False), star=False) == pytest.approx(expected, abs=1e-8)


@pytest.fixture(scope="module", params=RATES, ids=RATES)
def rates(request):
    """Cases, population and a maker of weights."""
    pytest.importorskip("geopandas")  # libpysal needs it, and not every QGIS has it
    libpysal = pytest.importorskip("libpysal")
    file, weights, cases, population = RATES[request.param]
    table = libpysal.io.open(libpysal.examples.get_path(file))
    columns = (np.array(table.by_col(name), dtype=float) for name in (cases, population))
    return (*columns, lambda: libpysal.io.open(libpysal.examples.get_path(weights)).read())


def test_rates_are_smoothed_as_esda_does(rates):
    smoothing = pytest.importorskip("esda.smoothing")
    cases, population, _ = rates
    expected = smoothing.Empirical_Bayes(cases, population).r.ravel()
    assert empirical_bayes(cases, population) == pytest.approx(expected, rel=1e-9)


def test_rates_are_standardised_as_esda_does(rates):
    smoothing = pytest.importorskip("esda.smoothing")
    cases, population, _ = rates
    expected = smoothing.assuncao_rate(cases, population)
    assert assuncao_reis(cases, population) == pytest.approx(expected, abs=1e-6)


def test_of_negative_variance_between_areas_the_poisson_part_remains():
    population = np.array([100.0, 200.0, 400.0])
    cases = np.array([10.0, 20.0, 40.0])
    assert assuncao_reis(cases, population) == pytest.approx([0, 0, 0], abs=1e-12)
    shifted = np.array([11.0, 20.0, 39.0])
    expected = (shifted / population - 0.1) / np.sqrt(0.1 / population)
    assert assuncao_reis(shifted, population) == pytest.approx(expected)
    assert assuncao_reis(np.zeros(3), population).tolist() == [0, 0, 0]


@pytest.mark.parametrize("star", [True, False])
def test_gi_is_that_of_esda(rates, star):
    esda = pytest.importorskip("esda")
    cases, population, weights = rates
    share, w = cases / population, weights()
    ours = sparse.csr_matrix((w.sparse > 0).astype(float) + float(star) * sparse.identity(w.n))
    theirs = esda.G_Local(share, weights(), transform="B", permutations=0, star=star)
    assert getis_ord(share, ours, star) == pytest.approx(theirs.Zs, abs=1e-6)
    assert normal_tail(np.abs(theirs.Zs)) == pytest.approx(theirs.p_norm, abs=1e-12)


def test_weights_of_another_scale_give_the_same_deviates(rates):
    cases, population, weights = rates
    binary = sparse.csr_matrix((weights().sparse > 0).astype(float) + sparse.identity(len(cases)))
    shares = sparse.diags(1 / np.asarray(binary.sum(axis=1)).ravel()) @ binary
    assert getis_ord(cases / population, shares) == pytest.approx(getis_ord(cases / population, binary))


@pytest.mark.parametrize("rate", [0.001, 0.02, 0.05])
def test_the_poisson_tail_is_exact(rate):
    population = np.array([10.0, 300.0, 2000.0, 50_000.0, 40.0, 0.0])
    observed = np.array([1.0, 12.0, 55.0, 900.0, 0.0, 0.0])
    expected = stats.poisson.sf(observed - 1, rate * population)
    assert upper_tail(observed, population, rate)[:5] == pytest.approx(expected[:5], rel=1e-9)
    assert np.isnan(upper_tail(observed, population, rate)[5])


@pytest.mark.parametrize("rate", [0.0501, 0.3, 1.0])
def test_above_five_percent_it_is_binomial(rate):
    population = np.array([10.0, 300.0, 2000.0, 40.0])
    observed = np.array([1.0, 120.0, 150.0, 0.0])
    assert upper_tail(observed, population, rate) == pytest.approx(
        stats.binom.sf(observed - 1, population, rate), rel=1e-9
    )
