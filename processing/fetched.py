"""What goes with fetched layers: the municipalities of the region, and where everything comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..arbeidsmigratie_plugin.core.area import Area
from ..arbeidsmigratie_plugin.core.tables import Table
from ..arbeidsmigratie_plugin.sharing import layers
from ..arbeidsmigratie_plugin.sources.areas import Borders
from ..arbeidsmigratie_plugin.sources.draft import Draft
from ..arbeidsmigratie_plugin.sources.recorded import Recorded
from ..arbeidsmigratie_plugin.sources.vector import content_date
from ..arbeidsmigratie_plugin.sources.workspace import Fetched, Outcome, Question


def tables_of(
    question: Question,
    area: Area,
    borders: Borders,
    outcome: Outcome,
    draft: Draft,
    kept: Mapping[str, Recorded],
) -> list[Table]:
    """Municipalities, and where everything comes from.

    Args:
        question: What was asked.
        area: Region and guard zone.
        borders: Where the municipalities come from.
        outcome: What came in.
        draft: Where it is.
        kept: Layers that were there already.
    """
    sources = [_source(question, fetched, draft) for fetched in outcome.layers]
    sources += [
        layers.Provenance(
            row.layer, row.source, row.address, row.query, row.fetched, row.date, row.licence, row.count, row.checksum,
            row.version,
        )
        for row in kept.values()
    ]  # fmt: skip
    found = len(area.municipalities)
    if not found:
        return [layers.provenance_table(sources)]
    sources.append(municipality_source(found, borders, question.region))
    return [layers.region_table(area), layers.provenance_table(sources)]


def _source(question: Question, fetched: Fetched, draft: Draft) -> layers.Provenance:
    """The provenance of a layer: services give the day's state, so the day on which it began is that of the source."""
    of_file = question.file is not None and fetched.addresses == (question.file.name,)
    made = layers.provenance(
        fetched.layer,
        fetched.attribution,
        fetched.count,
        address=", ".join(fetched.addresses),
        query=question.text(fetched.layer),
        licentie=fetched.licence,
        brondatum=content_date(question.file) if of_file else draft.began[:10],
    )
    return replace(made, opgehaald=draft.began, sha256=draft.checksum(fetched.layer))


def municipality_source(number: int, borders: Borders, region: str) -> layers.Provenance:
    """The provenance of municipalities.

    Args:
        number: How many there are.
        borders: Where they come from.
        region: What the user called the region.
    """
    more = {"address": borders.address, "query": region, "licentie": borders.licence}
    return layers.provenance(layers.MUNICIPALITIES, borders.attribution, number, **more)
