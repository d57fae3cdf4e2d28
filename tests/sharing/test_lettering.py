"""Words on a layout: how much room they take."""

from __future__ import annotations

import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.sharing.lettering import fit, height, wrap

SENTENCE = "De kaart is een aanwijzing om verder te kijken, geen vaststelling."


def test_wrapping_loses_no_word_and_keeps_paragraphs(qgis_app):
    lines = wrap(f"{SENTENCE}\nNieuwe alinea", 40, 10)
    assert len(lines) > 2
    assert " ".join(lines) == f"{SENTENCE} Nieuwe alinea"
    assert lines[-1] == "Nieuwe alinea"


def test_larger_letters_and_a_narrower_box_take_more_lines(qgis_app):
    assert len(wrap(SENTENCE, 40, 20)) > len(wrap(SENTENCE, 40, 10)) > len(wrap(SENTENCE, 400, 10)) == 1
    assert height(2, 10) == pytest.approx(2 * height(1, 10)) == pytest.approx(height(1, 20))


def test_the_largest_size_that_fits(qgis_app):
    assert fit("Regio", 400, 15, (22, 11)) == ("Regio", 22)
    text, size = fit(SENTENCE, 100, 15, (22, 16, 11))
    assert size == 11
    assert text.replace("\n", " ") == SENTENCE


def test_what_never_fits_is_cut_with_a_sign(qgis_app):
    text, size = fit(SENTENCE * 20, 100, 15, (22, 11))
    assert (size, text[-1]) == (11, "…")
    assert height(text.count("\n") + 1, size) <= 15
    assert fit("W" * 500, 100, 5, (11,))[0].endswith("W…")
