"""What a recipient can have: never more than the matrix gives, nor longer than the data are kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.grant import Grant
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.rules import Rules
from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import ArbeidsmigratieError
from arbeidsmigratie.arbeidsmigratie_plugin.core.sharing_matrix import HEATMAP, check
from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.offer import ShareLack, lacks, offer
from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.state import Share
from arbeidsmigratie.arbeidsmigratie_plugin.sources.matrix import shipped_matrix
from tests.core.workflow.support import PROJECT

TODAY = date(2026, 7, 20)
MATRIX = shipped_matrix()
KEPT = replace(PROJECT, retention="2036-01-01")
SHARE = Share("Gemeente Venlo", "gebieden kiezen voor controles", "Huisvestingswet 2014", "2027-01-01", 8)


def asked(share=SHARE, confirmed=True, project=KEPT, matrix=MATRIX):
    return lacks(share, confirmed, offer(matrix, share.recipient, project, TODAY), TODAY)


def test_what_the_matrix_says():
    found = offer(MATRIX, "RIEC Limburg", KEPT, TODAY)
    assert found.row.kind == "riec"
    assert found.recognised
    assert found.resolutions == (5, 6, 7, 8)
    assert found.last == TODAY + timedelta(days=731)
    assert not found.classes_only
    assert not offer(MATRIX, "Stichting Onbekend", KEPT, TODAY).recognised
    assert offer(MATRIX, "iedereen", KEPT, TODAY).classes_only


def test_never_longer_than_the_data_are_kept():
    assert offer(MATRIX, "RIEC", PROJECT, TODAY).last == date(2027, 7, 20)
    assert offer(MATRIX, "RIEC", replace(PROJECT, retention="2026-07-20"), TODAY).last is None
    assert asked(project=replace(PROJECT, retention="2026-07-20")) == [ShareLack.EXPIRED]


def test_a_matrix_that_gives_nothing():
    row = MATRIX.rows["gemeente"]
    none = replace(MATRIX, rows={**MATRIX.rows, "gemeente": replace(row, products={HEATMAP: None})})
    assert offer(none, "Gemeente Venlo", KEPT, TODAY).resolutions == ()
    assert asked(matrix=none) == [ShareLack.NOTHING]


@pytest.mark.parametrize(
    ("change", "lack"),
    [
        ({"recipient": "-"}, ShareLack.RECIPIENT),
        ({"recipient": "j.jansen@example.org"}, ShareLack.RECIPIENT_PERSON),
        ({"purpose": "n.v.t."}, ShareLack.PURPOSE),
        ({"purpose": "voor 123456782"}, ShareLack.PURPOSE_PERSON),
        ({"basis": " "}, ShareLack.BASIS),
        ({"basis": "vraag a@b.nl"}, ShareLack.BASIS_PERSON),
        ({"basis": "art. 1 WGS"}, ShareLack.BASIS_OTHERS),
        ({"basis": "test"}, ShareLack.BASIS_OTHERS),
        ({"expires": "2026-07-20"}, ShareLack.EXPIRES),
        ({"expires": "2029-01-01"}, ShareLack.EXPIRES),
        ({"expires": ""}, ShareLack.EXPIRES),
        ({"resolution": 9}, ShareLack.DETAIL),
        ({"resolution": 4}, ShareLack.DETAIL),
    ],
)
def test_each_field_has_its_own_lack(change, lack):
    assert asked(replace(SHARE, **change)) == [lack]


def test_all_is_there_or_is_to_be_confirmed():
    assert asked() == []
    assert asked(confirmed=False) == [ShareLack.CONFIRMED]


@given(
    st.sampled_from(["Gemeente Venlo", "RIEC Limburg", "iedereen", "Stichting X", "eigen gemeente", "", "-"]),
    st.sampled_from(["gebieden kiezen", "x", "", "mail a@b.nl"]),
    st.sampled_from(["Huisvestingswet 2014", "WGS", "test", "", "geen"]),
    st.dates(date(2026, 7, 15), date(2029, 1, 1)),
    st.integers(4, 11),
)
def test_what_lacks_nothing_is_not_refused_by_the_export(recipient, purpose, basis, expires, resolution):
    share = Share(recipient, purpose, basis, expires.isoformat(), resolution)
    found = asked(share)
    row = MATRIX.row_for(recipient)
    limits = row.products[HEATMAP]
    grant = Grant(recipient, row.kind, purpose, basis, share.expires, TODAY.isoformat())
    try:
        check(row, HEATMAP, resolution, Rules(persons=max(10, limits.profile.persons)), limits.profile.rounding, grant)
        refused = False
    except ArbeidsmigratieError:
        refused = True
    assert refused == bool(set(found) - ({ShareLack.DETAIL} if resolution < 5 else set()))
