"""Tiles, quarters and pages: complete, once each, and no more than needed; with a service in memory."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pytest
import shapely

from arbeidsmigratie.arbeidsmigratie_plugin.core import errors
from arbeidsmigratie.arbeidsmigratie_plugin.core import service_errors as failed
from arbeidsmigratie.arbeidsmigratie_plugin.core.cancel import Cancelled
from arbeidsmigratie.arbeidsmigratie_plugin.core.geometry import point_wkb
from arbeidsmigratie.arbeidsmigratie_plugin.core.tiles import covering
from arbeidsmigratie.arbeidsmigratie_plugin.sources.channel import NotInOneGo
from arbeidsmigratie.arbeidsmigratie_plugin.sources.harvest import Collection, Harvest, Rows
from arbeidsmigratie.arbeidsmigratie_plugin.sources.store import MemoryStore, StoredLayer
from arbeidsmigratie.arbeidsmigratie_plugin.sources.vector import Chunk

AREA = shapely.box(0, 0, 4000, 4000)
N = 3000
LAYER = StoredLayer("punten", {"id": "text"}, "Point", "")


def go_on(part, read):
    assert 0 <= part <= 1


@dataclass
class InMemory:
    """Points that are given in pages; more than `most` of a tile are not to be had, and the order may change."""

    most: int = 10**9
    page: int = 100
    shuffled: bool = False
    in_order: bool = False
    fields: tuple[str, ...] = ("id", "status")
    asked: list[str] = field(default_factory=list)

    def __post_init__(self):
        rng = np.random.default_rng(3)
        self.rng, self.x, self.y = rng, rng.uniform(0, 4000, N), rng.uniform(0, 4000, N)
        self.x[:50], self.y[:50] = 2000, 2000  # on the corner of all quarters

    def tiles(self, area, largest):
        return covering(area, 4000)

    def address(self, kind):
        return f"http://dienst/{kind}"

    def pages(self, kind, tile, names):
        found = np.flatnonzero(
            (self.x >= tile.west) & (self.x <= tile.east) & (self.y >= tile.south) & (self.y <= tile.north)
        )
        for first in range(0, max(1, len(found)), self.page):
            if first > self.most:
                raise NotInOneGo
            order = np.argsort(np.arange(len(found)) + self.rng.uniform(0, 9, len(found))) if self.shuffled else ...
            at = found[order][first : first + self.page]
            self.asked.append(tile.key)
            text = np.array([*map(str, at), ""], dtype=object)[:-1]
            yield Chunk(dict.fromkeys(self.fields, text), {}, np.array([*point_wkb(self.x[at], self.y[at]), None])[:-1])


def harvest(channel, go_on=go_on, area=AREA, required=("id",), usual=("status",), key_digits=0):
    store = MemoryStore(LAYER)
    collection = Collection(
        "punt",
        "punten",
        {"id": ("nummer",), "status": ("toestand",)},
        required,
        lambda page: Rows(page.columns, page.wkb),
        usual,
        key_digits=key_digits,
    )
    run = Harvest(channel, store, area, go_on)
    run.fetch(collection)
    return store, run


@pytest.mark.parametrize("most", [10**9, 2000, 500, 150])
@pytest.mark.parametrize("shuffled", [False, True])
def test_all_objects_come_once(most, shuffled):
    channel = InMemory(most, shuffled=shuffled)
    store, run = harvest(channel)
    assert store.count("punten") == N
    assert run.read >= N


def test_no_more_is_asked_than_there_is():
    channel = InMemory()
    _, run = harvest(channel)
    assert (len(channel.asked), run.read) == (N / channel.page, N)


def test_an_order_that_can_not_change_is_trusted():
    channel = InMemory(shuffled=True, in_order=True)
    _, run = harvest(channel)
    assert run.read == N


def test_only_quarters_that_touch_the_area_are_asked():
    corner = shapely.box(0, 0, 4000, 4000).difference(shapely.box(0, 0, 1999, 4000))
    channel = InMemory(most=1000)
    channel.tiles = lambda *_: covering(AREA, 4000)
    store, _ = harvest(channel, area=corner)
    assert store.count("punten") >= (channel.x >= 2000).sum()
    assert not any(key.startswith("0.000,0.000,1000") for key in channel.asked)


def test_more_objects_on_one_spot_than_a_page_holds_end_in_an_error():
    channel = InMemory(most=10, page=10)
    with pytest.raises(failed.ServiceAnswerError, match=r"http://dienst/punt.*repeat or don't end.*each object once"):
        harvest(channel)
    assert len(channel.asked) < 200


def test_a_field_that_is_gone_is_told_before_anything_is_kept():
    with pytest.raises(errors.FieldMissingError, match=r"http://dienst/punt has no field toestand.*its fields are: id"):
        harvest(InMemory(fields=("id",)))


def test_a_field_may_be_absent_where_a_page_has_few_objects():
    few = InMemory(fields=("id",), page=10)
    few.x[:], few.y[:] = 9000, 9000
    few.x[:7], few.y[:7] = 5, 5
    store, _ = harvest(few)
    assert store.count("punten") == 7
    with pytest.raises(errors.FieldMissingError, match="no field toestand"):
        harvest(few, required=("id", "status"))
    with pytest.raises(errors.FieldMissingError, match="no field nummer"):
        harvest(InMemory(fields=("status",), page=10))


def test_small_pages_that_together_lack_a_field_are_refused():
    with pytest.raises(errors.FieldMissingError, match="no field toestand"):
        harvest(InMemory(fields=("id",), page=10))


@pytest.mark.parametrize("number", [7, 123456789012345])
def test_identifiers_that_came_as_numbers_have_their_zeros_again(number):
    class Numbers(InMemory):
        def pages(self, kind, tile, names):
            yield Chunk({"id": np.array([number])}, {}, np.array([*point_wkb(np.ones(1), np.ones(1)), None])[:-1])

    store, _ = harvest(Numbers(), usual=(), key_digits=16)
    assert list(store._rows) == [f"{number:016d}"]


@pytest.mark.parametrize("wrong", ["NL.IMBAG.1", "", "12345678901234567", "1.5"])
def test_identifiers_of_another_form_are_refused(wrong):
    class Others(InMemory):
        def pages(self, kind, tile, names):
            yield Chunk({"id": np.array([wrong], dtype=object)}, {}, np.array([None]))

    with pytest.raises(failed.ServiceAnswerError, match="identifiers of another form instead of identifiers of 16"):
        harvest(Others(), usual=(), key_digits=16)


def test_it_stops_between_pages():
    def stop(part, read):
        if read >= 500:
            raise Cancelled

    channel = InMemory()
    with pytest.raises(Cancelled):
        harvest(channel, stop)
    assert len(channel.asked) == 6
