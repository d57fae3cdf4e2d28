"""What was planted on addresses in the demo region comes out of 'bezetting' and 'leegstand', and little else."""

from __future__ import annotations

import json
from datetime import date

import numpy as np
import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core.delivery import read_delivery
from arbeidsmigratie.arbeidsmigratie_plugin.core.listed import nothing_listed
from arbeidsmigratie.arbeidsmigratie_plugin.core.location_list import list_addresses, list_catalogue
from arbeidsmigratie.arbeidsmigratie_plugin.core.rni import count_addresses
from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.evidence import rule_book
from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.occupancy import ABOVE, ADMINISTRATIVE, occupancy
from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.policy import Policies
from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.vacancy import EMPTY_HOME, NO_RESIDENCE, vacancy
from arbeidsmigratie.arbeidsmigratie_plugin.core.stock import id_numbers, id_texts, positions
from arbeidsmigratie.arbeidsmigratie_plugin.sources.objects import bag_layers, read_bag
from arbeidsmigratie.arbeidsmigratie_plugin.sources.stock import read_stock
from arbeidsmigratie.arbeidsmigratie_plugin.sources.table import open_table
from tests.conftest import ROOT
from tools.confusion.occupancy import ABOVE_KIND, ADMINISTRATIVE_KIND
from tools.confusion.parks import KIND as PARK
from tools.confusion.truth import planted
from tools.confusion.vacancy import KIND

DAY = date(2026, 7, 1)


def rules(signal):
    return rule_book(signal, json.loads((ROOT / f"resources/signals/{signal}.json").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def region(demo):
    """Stock, registrations on it, entries of the list of vacant objects, and what was planted."""
    layers = bag_layers(demo.bag)
    bag, stock = read_bag(layers), read_stock(bag_layers(demo.bag))
    delivery = demo.folder / f"rni_{DAY}.csv"
    counted = count_addresses(read_delivery(open_table(delivery), delivery.name), bag, DAY)
    at = positions(id_numbers(counted.objects.adresseerbaarobject_id), stock.ids)
    covered = np.isin(stock.gemeentecode.text().astype(str), counted.municipalities)
    counts = np.where(covered, 0.0, np.nan)
    counts[at[at >= 0]] = counted.registraties[at >= 0]
    path = demo.folder / f"leegstand_{DAY}.csv"
    read = read_delivery(open_table(path), path.name, None, "", list_catalogue("leegstand"))
    vacant = list_addresses(read, bag, "leegstand", DAY)
    kinds = (KIND, ABOVE_KIND, ADMINISTRATIVE_KIND, PARK)
    return stock, counts, vacant, {kind: planted(demo.folder, kind) for kind in kinds}


def chosen(stock, rows, flags):
    return set(id_texts(stock.ids[rows[flags]]).tolist())


def test_homes_above_the_norm_and_offices_come_out(region):
    stock, counts, _, truth = region
    found = occupancy(stock, counts, Policies(), nothing_listed(), str(DAY), {}, rules("bezetting"), [])
    above = chosen(stock, found.rows, found.signaal == ABOVE)
    assert above == truth[ABOVE_KIND]
    administrative = chosen(stock, found.rows, found.signaal == ADMINISTRATIVE)
    assert administrative >= truth[ADMINISTRATIVE_KIND]
    # The reception of a park whose units the BAG does not have: everybody is registered there.
    assert administrative - truth[ADMINISTRATIVE_KIND] <= truth[PARK]
    assert len(administrative - truth[ADMINISTRATIVE_KIND]) <= 2


def test_vacant_homes_with_registrations_come_out(region):
    stock, counts, vacant, truth = region
    assert (len(vacant), vacant.matched_percent) == (230, 100)
    found = vacancy(stock, counts, vacant.listed(), str(DAY), {}, rules("leegstand"))
    assert chosen(stock, found.rows, found.klasse == EMPTY_HOME) == truth[KIND]
    assert chosen(stock, found.rows, found.klasse == NO_RESIDENCE) >= truth[ADMINISTRATIVE_KIND]
    assert int((found.klasse == 4).sum()) == 230 - len(truth[KIND])
