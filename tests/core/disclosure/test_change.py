import numpy as np
import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.change import renewable
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.history import Figure, History, Release
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.regions import Ground, pooled, union
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.rules import Rules
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.territory import territory
from tests.core.disclosure.support import DATES, SOUTH, WEST, areas, grant, ground, homes_around, series, shot


def site(count=40, each=2):
    """One busy hexagon and its surroundings: addresses within 120 m."""
    rng = np.random.default_rng(4)
    x, y = WEST + 1500 + rng.uniform(-60, 60, count), SOUTH + 1500 + rng.uniform(-60, 60, count)
    return x, y, np.full(count, float(each)), np.array([f"a{i:03d}" for i in range(count)], dtype=object)


class Months:
    """A region at a first date, published, and how it is at a second."""

    def __init__(self, x, y, persons, names):
        self.where, self.homes = areas(1), homes_around(x, y, areas(1))
        self.first = shot(x, y, persons, names, DATES[0], self.where)
        on = ground(self.first, self.homes, self.where)
        self.regions = pooled(on, {"1001"}, 8, Rules(), set())
        safe = Rules().safe(on.measure(on.territory.owners(self.regions["1001"]), len(self.regions["1001"])))
        figures = [Figure(r, self.first.digest, 10) for r, ok in zip(self.regions["1001"], safe) if ok]
        assert figures
        release = Release("2026-01-02T00:00:00+00:00", grant(), DATES[0], 8, self.first.digest, tuple(figures), (), 1)
        self.history = History(series(), self.regions, {self.first.digest: self.first}, (release,))

    def then(self, x, y, persons, names, groups=None):
        """Per group of regions whether its number can be renewed."""
        now = shot(x, y, persons, names, DATES[1], self.where)
        land = territory(self.where, self.homes, self.regions)
        on = Ground(land, now, land.find(now.cells, now.codes), land.homes(self.homes))
        listed = groups or [figure.region for figure in self.history.releases[0].figures]
        return renewable(on, self.history, land.owners(listed), len(listed), Rules())


def test_nothing_changed_is_renewable():
    world = site()
    assert Months(*world).then(*world).all()


@pytest.mark.parametrize("more", [1, 5, 9])
def test_a_few_more_persons_are_not(more):
    """T15: one person more in a published region leaves its number as it was."""
    x, y, persons, names = site()
    changed = persons.copy()
    changed[:more] += 1
    assert not Months(x, y, persons, names).then(x, y, changed, names).all()


def test_ten_changes_on_ten_addresses_are():
    x, y, persons, names = site()
    changed = persons.copy()
    changed[:12] += 1
    assert Months(x, y, persons, names).then(x, y, changed, names).all()


def test_a_hundred_on_one_address_are_not_however_safe_both_numbers_are():
    """T15: the difference would be that one location."""
    x, y, persons, names = site(200, 3)
    changed = persons.copy()
    changed[0] += 100
    assert not Months(x, y, persons, names).then(x, y, changed, names).all()


def test_gross_not_net():
    """Three who left and three who came do not cancel out: who knows the three that came learns of the others."""
    x, y, persons, names = site()
    changed = persons.copy()
    changed[:3] += 1
    changed[3:6] -= 1
    assert changed.sum() == persons.sum()
    assert not Months(x, y, persons, names).then(x, y, changed, names).all()


def test_what_had_no_number_counts_in_full():
    """A union with an unpublished part shows that part by subtraction."""
    x, y, persons, names = site()
    months = Months(
        np.append(x, WEST + 4500), np.append(y, SOUTH + 4500), np.append(persons, 4.0), np.append(names, "z")
    )
    published = [figure.region for figure in months.history.releases[0].figures]
    hidden = [region for region in months.regions["1001"] if region not in published]
    assert hidden
    again = (np.append(x, WEST + 4500), np.append(y, SOUTH + 4500), np.append(persons, 4.0), np.append(names, "z"))
    assert months.then(*again, groups=published).all()
    assert not months.then(*again, groups=[union([published[0], hidden[0]])]).any()


def test_what_was_never_published_is_free():
    x, y, persons, names = site()
    months = Months(x, y, persons, names)
    published = {figure.region.regio_id for figure in months.history.releases[0].figures}
    hidden = [region for region in months.regions["1001"] if region.regio_id not in published]
    fresh = (np.append(x, WEST + 4500), np.append(y, SOUTH + 4500), np.append(persons, 40), np.append(names, "z"))
    assert months.then(*fresh, groups=hidden).all()


def test_a_mixture_of_releases_is_looked_at():
    """Far from each earlier release as a whole, but close to the first in one part and to the second in the other."""
    x, y, persons, names = site(60)
    x, y = np.append(x, x + 2500), np.append(y, y)
    persons, names = np.append(persons, persons), np.append(names, np.array([f"b{n}" for n in names], dtype=object))
    months = Months(x, y, persons, names)
    figures = months.history.releases[0].figures
    second = persons + np.isin(np.arange(120), [*range(20), *range(60, 80)])
    mid = shot(x, y, second, names, DATES[1], months.where)
    later = tuple(Figure(figure.region, mid.digest, 10) for figure in figures)
    release = Release("2026-02-02T00:00:00+00:00", grant(), DATES[1], 8, mid.digest, later, (), 2)
    months.history = History(
        series(), months.regions, {**months.history.snapshots, mid.digest: mid}, (*months.history.releases, release)
    )
    whole = [union([figure.region for figure in figures])]

    def now(in_the_west):
        changed = np.where(np.arange(120) < 60, persons, second)
        changed[20 : 20 + in_the_west] += 1
        changed[80:84] += 1
        return months.then(x, y, changed, names, groups=whole)[0]

    assert not now(5)  # 29 changes since the first date, 29 since the second, but 9 by the mixture
    assert now(12)
