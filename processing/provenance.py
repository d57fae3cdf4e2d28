"""Rows of the table herkomst: where the layers that a run reads come from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from ..arbeidsmigratie_plugin.core.bag import ADDRESS_FIELDS, channel_fields
from ..arbeidsmigratie_plugin.sharing import layers
from ..arbeidsmigratie_plugin.sources.credits import (
    Credit,
    bag_credit,
    border_credit,
    functional_credit,
    recorded_credits,
)
from ..arbeidsmigratie_plugin.sources.objects import delivered, municipality_layer
from ..arbeidsmigratie_plugin.sources.vector import Layer, OgrLayer, content_date
from .run import Run
from .steps import Aggregation


def of_delivery(run: Run, name: str, rows: int, peildatum: date, codes: Iterable[str]) -> layers.Provenance:
    """A delivery.

    Args:
        run: The parameters.
        name: The parameter with the delivery.
        rows: Its rows.
        peildatum: Reference date.
        codes: Of the municipalities that it is for.
    """
    more = {"brondatum": peildatum.isoformat(), "query": delivered(sorted(codes))}
    return layers.provenance(layers.ADDRESSES, layers.RNI, rows, run.file(name), **more)


def of_bag(run: Run, name: str, layer: str, rows: int, query: str = "") -> layers.Provenance:
    """The BAG.

    Args:
        run: The parameters.
        name: The parameter with the BAG.
        layer: The layer that is made of it.
        rows: Its objects.
        query: How they were used.
    """
    return _of_file(run, name, layer, rows, bag_credit(), query)


def of_borders(run: Run, name: str, rows: int) -> layers.Provenance:
    """Municipal borders.

    Args:
        run: The parameters.
        name: The parameter with the municipalities.
        rows: Their number.
    """
    file, path = run.file_of(name), run.path(name)
    said = recorded_credits(file, layers.MUNICIPALITIES) if file else []
    fields = (run.layer(name) if path is None else OgrLayer(path, municipality_layer(path))).fields
    return _of_file(run, name, layers.MUNICIPALITIES, rows, next(iter(said), border_credit(fields)))


def of_context(run: Run, name: str, rows: int) -> layers.Provenance:
    """Functional areas.

    Args:
        run: The parameters.
        name: The parameter with the areas.
        rows: Their number.
    """
    return _of_file(run, name, layers.FUNCTIONAL_AREAS, rows, functional_credit())


def of_hexagons(
    run: Run, name: str, homes: Sequence[Layer], counted: Aggregation, query: str
) -> list[layers.Provenance]:
    """What hexagons were counted from: points, as their own file says, and BAG objects where they are that.

    Args:
        run: The parameters.
        name: The parameter with address points.
        homes: Layers with BAG objects.
        counted: The hexagons.
        query: How they were made.
    """
    file = run.file_of(name)
    said = recorded_credits(file, layers.ADDRESSES) if file else []
    rows = dict.fromkeys(said or [Credit("Adressen met registraties")], counted.addresses.read)
    if homes:
        of_bag = set(ADDRESS_FIELDS) <= set(channel_fields(homes[0].fields))
        own = bag_credit() if of_bag else Credit("Adresseerbare objecten")
        rows = {credit: n for credit, n in rows.items() if credit.source != own.source}
        rows[own] = counted.dwellings.read
    return [
        layers.provenance(
            layers.HEXAGONS, credit.source, n, licentie=credit.licence, brondatum=credit.date, query=query
        )
        for credit, n in rows.items()
    ]


def _of_file(run: Run, name: str, layer: str, rows: int, credit: Credit, query: str = "") -> layers.Provenance:
    file = run.file_of(name)
    more = {"licentie": credit.licence, "brondatum": credit.date or content_date(file), "query": query}
    return layers.provenance(layer, credit.source, rows, file, **more)
