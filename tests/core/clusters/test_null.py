"""Few seeded worlds of the benchmark: chance alone gives hardly a hot spot, and a border hides none."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix

from tools.bench.clusters import METHODS, null, power
from tools.bench.worlds import addresses, homes, land


def test_chance_alone_gives_hardly_a_map_with_a_hot_spot():
    chance = null(METHODS["ring_poisson"], 60)
    assert chance.maps <= 0.10
    assert chance.cells < 0.001


def test_pooled_permutation_holds_where_the_normal_tail_does_not():
    permutation = null(METHODS["gi_star, pooled permutation"], 20)
    normal = null(METHODS["gi_star, normal tail"], 60)
    assert permutation.maps <= 0.15
    assert normal.maps > 0.15


def test_gi_star_on_raw_counts_only_finds_the_towns():
    from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.getis_ord import getis_ord, normal_tail
    from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.multiple import benjamini_hochberg
    from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.neighbourhood import around
    from tests.core.clusters.support import surface

    place = land()
    everything = np.ones(len(place), dtype=bool)
    of_homes = homes(place, 0)
    made = surface(place.cells, addresses(of_homes, 0), of_homes)
    weights = csr_matrix(around(made, 1).matrix(everything, everything))
    q = benjamini_hochberg(normal_tail(getis_ord(made.cases, weights)))
    assert (q <= 0.05).sum() > 10


def test_a_cluster_across_a_border_is_found_as_often_as_one_inside_thanks_to_the_guard_zone():
    seen = power(METHODS["ring_poisson"], 4.0, 60)
    assert 0.7 <= seen.inside <= 0.95
    assert abs(seen.across - seen.inside) <= 0.05
    assert seen.alone <= seen.across - 0.1
