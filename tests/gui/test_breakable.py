"""Long words get places where a line may be broken, and are the same words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.gui.breakable import breakable, whole


@given(st.text(alphabet=st.characters(blacklist_characters="\u200b")))
def test_nothing_is_lost(text):
    assert whole(breakable(text)) == text


def test_a_path_can_be_broken_after_each_part_and_a_short_word_can_not():
    assert breakable("in /srv/gegevens/arbeidsmigratie/regio.gpkg, 12.5 %") == (
        "in /\u200bsrv/\u200bgegevens/\u200barbeidsmigratie/\u200bregio.\u200bgpkg, 12.5 %"
    )
