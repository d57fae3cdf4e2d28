from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.rates import crude_rate, empirical_bayes

# Homicides 1979-1984 (HC7984) and population (PO7984) of 78 counties around St. Louis: stl_hom.csv of libpysal's
# example 'stl', the data of the documented example of esda.smoothing.Empirical_Bayes.
HOMICIDES = (
    "4 19 3 2 2 28 61 3 7 3 4 0 1 12 0 2 6 6 3 4 0 2 9 2 23 5 2 2 0 2 10 4 95 8 31 0 407 5 10 1238 3 14 0 2 18 369 5 0 "
    "3 0 40 9 7 1 3 2 8 5 11 12 8 10 2 8 7 25 6 19 6 2 2 6 9 0 1 13 3 4"
)
POPULATION = (
    "189087 425580 69649 88540 33697 774843 1056438 172182 224033 113497 218510 87628 36354 316661 53222 141872 103469 "
    "193449 295848 99013 34772 65947 155266 123387 612258 135365 133297 186877 68404 68779 192789 96686 1480530 92864 "
    "905683 93388 5863876 109086 265200 2658090 199528 347829 79838 72381 432159 1605518 110883 48352 121762 92348 "
    "891502 225007 113880 46260 108510 55620 213680 131792 109953 108864 205880 260154 90841 255875 253540 372227 "
    "100389 345641 87410 66694 64680 127071 107508 43056 61456 353841 47507 68218"
)
# The first ten rates in the docstring of esda.smoothing.Empirical_Bayes.
ESDA_DOCUMENTED = [
    2.36718950e-05,
    4.54539167e-05,
    4.78114019e-05,
    2.76907146e-05,
    6.58989323e-05,
    3.66494122e-05,
    5.79952721e-05,
    2.03064590e-05,
    3.31152999e-05,
    3.02748380e-05,
]

# Computed with esda 2.9.0: Empirical_Bayes(cases, population).r
CASES = [0, 1, 2, 5, 9, 0, 3, 40, 1, 12]
HOMES = [10, 15, 400, 60, 90, 1, 30, 1000, 7, 120]
ESDA_COMPUTED = [
    0.0364340740521766,
    0.046781319491944,
    0.0101231284064067,
    0.0620575626712815,
    0.0759389925372959,
    0.0414758141992635,
    0.0605871725620103,
    0.0401278004458689,
    0.0520496054318202,
    0.0798611645383482,
]


def counts(numbers):
    return np.array(numbers, dtype=np.int64)


def marshall(cases, population):
    """The formula of domain.md B1.1 in exact fractions, area by area."""
    known = [(Fraction(a), Fraction(b)) for a, b in zip(cases, population) if b > 0]
    total = sum(b for _, b in known)
    mean = sum(a for a, _ in known) / total
    spread = sum(b * (a / b - mean) ** 2 for a, b in known) / total - mean / (total / len(known))
    spread = max(Fraction(0), spread)
    rates = []
    for a, b in zip(cases, population):
        if b <= 0:
            rates.append(float("nan"))
        elif spread == 0:
            rates.append(float(mean))
        else:
            weight = spread / (spread + mean / b)
            rates.append(float(weight * Fraction(a, b) + (1 - weight) * mean))
    return rates


areas = st.lists(st.tuples(st.integers(0, 50), st.integers(-1, 2000)), max_size=30)


def test_gives_the_documented_result_of_esda():
    rates = empirical_bayes(counts(HOMICIDES.split()), counts(POPULATION.split()))
    assert rates[:10] == pytest.approx(ESDA_DOCUMENTED, rel=1e-8)


def test_gives_what_esda_computes_for_small_areas():
    assert empirical_bayes(counts(CASES), counts(HOMES)) == pytest.approx(ESDA_COMPUTED, rel=1e-12)


def test_gives_the_rates_computed_by_hand():
    # m = 12 / 120 = 0.1; s2 = (20 * 0.16 + 100 * 0.0064) / 120 - 0.1 / 60 = 0.032 - 0.001667 = 0.030333;
    # weights 0.030333 / (0.030333 + 0.1 / 20) = 0.858491 and 0.030333 / (0.030333 + 0.1 / 100) = 0.968085.
    rates = empirical_bayes(counts([10, 2]), counts([20, 100]))
    assert rates == pytest.approx([0.858491 * 0.5 + 0.141509 * 0.1, 0.968085 * 0.02 + 0.031915 * 0.1], abs=1e-6)


@given(areas)
def test_follows_marshalls_formula(rows):
    cases, population = [a for a, _ in rows], [b for _, b in rows]
    if not any(b > 0 for b in population):
        assert np.isnan(empirical_bayes(counts(cases), counts(population))).all()
        return
    expected = marshall(cases, population)
    assert empirical_bayes(counts(cases), counts(population)) == pytest.approx(
        expected, rel=1e-9, abs=1e-12, nan_ok=True
    )


@given(areas)
def test_draws_every_rate_towards_the_overall_rate(rows):
    cases, population = counts([a for a, _ in rows]), counts([b for _, b in rows])
    known = population > 0
    if not known.any():
        return
    mean = cases[known].sum() / population[known].sum()
    crude, drawn = crude_rate(cases, population)[known], empirical_bayes(cases, population)[known]
    assert (np.abs(drawn - mean) <= np.abs(crude - mean) + 1e-12).all()
    assert ((drawn - mean) * (crude - mean) >= -1e-12).all()


@given(areas)
def test_areas_without_population_change_nothing(rows):
    cases, population = counts([a for a, _ in rows]), counts([b for _, b in rows])
    known = population > 0
    alone = empirical_bayes(cases[known], population[known])
    together = empirical_bayes(cases, population)
    assert together[known] == pytest.approx(alone, rel=1e-12)
    assert np.isnan(together[~known]).all()


def test_equal_rates_stay_what_they_are():
    assert empirical_bayes(counts([1, 2, 3]), counts([100, 200, 300])) == pytest.approx([0.01, 0.01, 0.01])


def test_differences_that_chance_explains_give_the_overall_rate():
    assert empirical_bayes(counts([0, 1, 0]), counts([10, 12, 11])) == pytest.approx([1 / 33] * 3)


def test_no_case_at_all_gives_zero():
    assert empirical_bayes(counts([0, 0]), counts([5, 900])).tolist() == [0.0, 0.0]


def test_one_area_keeps_its_rate():
    assert empirical_bayes(counts([3]), counts([40])) == pytest.approx([0.075])


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("population", [[0, 0], [-1, 0], []])
def test_no_population_gives_no_rate(population):
    rates = empirical_bayes(counts([1, 2][: len(population)]), counts(population))
    assert len(rates) == len(population)
    assert np.isnan(rates).all()


def test_input_is_left_alone():
    cases, population = counts([3, 4]), counts([10, 0])
    empirical_bayes(cases, population)
    crude_rate(cases, population)
    assert (cases.tolist(), population.tolist()) == ([3, 4], [10, 0])


@pytest.mark.filterwarnings("error")
def test_crude_rate_is_unknown_without_population():
    rates = crude_rate(counts([3, 0, 0, 2, 7]), counts([4, 5, 0, 0, -1]))
    assert rates[:2].tolist() == [0.75, 0.0]
    assert np.isnan(rates[2:]).all()
