import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core.header_words import shown_label


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("Huisnummer", "Huisnummer"),
        ("Huisnr. (verblijf)", "Huisnr. (verblijf)"),
        ("16.11.20 huisnummer", "16.11.20"),
        ("Straat van Jansen", "Straat …"),
        ("Jansen", ""),
        ("P. Jansen 0612345678", ""),
        ("", ""),
        ("123456782", ""),
        ("Postcode Jansen Pietersen plaats", "Postcode … plaats"),
    ],
)
def test_only_words_of_headers_are_shown(label, shown):
    assert shown_label(label, header=True) == shown


def test_what_may_be_a_cell_shows_no_element():
    assert shown_label("16-11-1980", header=False) == ""
    assert "Jansen" not in shown_label("straat " * 60 + "Jansen", header=False)
