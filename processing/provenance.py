"""Rows of the table herkomst: where the layers that a run reads come from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Optional

from ..arbeidsmigratie_plugin.sharing import layers
from ..arbeidsmigratie_plugin.sources.credits import (
    Credit,
    bag_credit,
    border_credit,
    functional_credit,
    recorded_credits,
)
from ..arbeidsmigratie_plugin.sources.objects import delivered, municipality_layer
from ..arbeidsmigratie_plugin.sources.table import open_table
from ..arbeidsmigratie_plugin.sources.vector import OgrLayer, content_date
from .run import Run

if TYPE_CHECKING:
    from ..arbeidsmigratie_plugin.core.listed import Listed
    from ..arbeidsmigratie_plugin.core.stock import Buildings, Stock, Zones
    from .counting import Counted


def of_delivery(
    run: Run, name: str, rows: int, peildatum: date, codes: Iterable[str], matched: Optional[float] = None
) -> layers.Provenance:
    """A delivery.

    Args:
        run: The parameters.
        name: The parameter with the delivery.
        rows: Its rows.
        peildatum: Reference date.
        codes: Of the municipalities that it is for.
        matched: Matched share of its registrations (percent), None if unknown.
    """
    more = {"brondatum": peildatum.isoformat(), "query": delivered(sorted(codes), matched)}
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


def of_highlight(
    run: Run,
    layer: str,
    stock: Stock,
    buildings: Optional[Buildings],
    zones: Optional[Zones],
    counted: Counted,
    listed: Optional[Listed] = None,
    areas: str = "FUNCTIONEEL",
    deliveries: Sequence[layers.Provenance] = (),
) -> list[layers.Provenance]:
    """All that a highlight looked at.

    Args:
        run: Its parameters: BAG, PANDEN, functional areas, RNI, POLICY and LISTS.
        layer: The layer that it makes.
        stock: Objects.
        buildings: Buildings, None if there were none.
        zones: Functional areas, None if there were none.
        counted: Registrations.
        listed: Location lists, None if it looks at none.
        areas: The parameter with functional areas.
        deliveries: Where the registrations come from, if RNI is not a layer of addresses.
    """
    rows = [_of_file(run, "BAG", layer, len(stock), bag_credit())]
    if buildings is not None and run.given("PANDEN"):
        rows.append(_of_file(run, "PANDEN", layer, len(buildings), bag_credit()))
    if zones is not None:
        name = areas if run.given(areas) else "BAG"
        rows.append(_of_file(run, name, layer, len(zones), functional_credit()))
    if deliveries:
        rows += [replace(delivery, laag=layer) for delivery in deliveries]
    elif counted.given:
        with_registrations = int((counted.counts > 0).sum())
        rows.append(_of_file(run, "RNI", layer, with_registrations, Credit(layers.RNI, date=counted.peildatum)))
    if run.given("POLICY"):
        rows.append(_of_file(run, "POLICY", layer, _rows(run, "POLICY"), Credit("Beleid van gemeenten")))
    if listed is not None and len(listed):
        rows.append(layers.provenance(layer, "Locatielijsten", len(listed)))
    return rows


def _rows(run: Run, name: str) -> int:
    """Rows of a table below its header, as far as that can be told without reading what they say."""
    file = run.table(name)
    if file is None:
        return run.layer(name).count
    return max(0, sum(1 for row in open_table(file)[0].rows if any(map(str.strip, row))) - 1)


def _of_file(run: Run, name: str, layer: str, rows: int, credit: Credit, query: str = "") -> layers.Provenance:
    file = run.file_of(name)
    more = {"licentie": credit.licence, "brondatum": credit.date or content_date(file), "query": query}
    return layers.provenance(layer, credit.source, rows, file, **more)
