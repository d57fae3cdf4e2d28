"""Address points and BAG objects as disclosure control needs them: who is an address, whose it is, where it lies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ..core import bag
from ..core.arrays import Floats, Labels, Text, floats, labels, text
from ..core.disclosure.atoms import Homes
from ..core.disclosure.snapshot import Rows, homes
from ..core.errors import FieldMissingError, LayerEmptyError, MixedDatesError, RegistrationsTwiceError
from ..core.geometry import points, shapely_library, xy_in_rd
from ..core.grid import RD_NEW
from ..core.municipalities import Municipalities, normal_code
from ..core.names import find_fields
from ..core.phrases import phrase
from .objects import PEILDATUM_FIELD, Points
from .vector import Layer

#: Identifiers of an address, the best one first.
_IDENTIFIERS = ("adresseerbaarobject_id", "nummeraanduiding_id")
_DIGITS = 16
_NO_IDENTIFIER = frozenset(["", "-", "geen", "leeg", "n.v.t.", "nan", "none", "null", "nvt", "onbekend", "unknown"])

#: Where the field with providers is called otherwise, it must be there.
DEFAULT_PROVIDER = "aanbieder_id"

#: Up to so far from its municipality an address is taken to lie on the border (m).
_NEAR = 1000.0


@dataclass(frozen=True)
class Read:
    """Address points that were read.

    Attributes:
        rows: The points.
        peildatum: Their reference date, "" if they have none.
        skipped: Points that do not count: outside the municipalities, or without a whole positive number.
        without_identifier: Points that only their place tells apart.
    """

    rows: Rows
    peildatum: str
    skipped: int
    without_identifier: int


def read_rows(layer: Layer, count_field: str, provider_field: str, areas: Municipalities) -> Read:
    """Address points with registrations, in RD New.

    Args:
        layer: The layer, for example the output of 'rniinlezen'.
        count_field: Field with the registrations.
        provider_field: Field with who offers the housing; used where the layer has it.
        areas: The municipalities.

    Raises:
        FieldMissingError: The layer lacks the count.
        MixedDatesError: The points have more than one reference date.
        LayerEmptyError: No point counts.
    """
    named = _fields(layer, count_field, provider_field)
    parts, dates, crs = [], set(), layer.crs()
    columns = [named[key] for key in ("count", "provider", *_IDENTIFIERS) if key in named]
    for chunk in layer.chunks(columns, [named[key] for key in ("code", "date") if key in named]):
        x, y = xy_in_rd(*points(chunk.wkb), crs)
        own = [normal_code(c) if c else "" for c in chunk.labels[named["code"]].text()] if "code" in named else None
        dates |= set(chunk.labels[named["date"]].names) if "date" in named else set()
        parts.append((x, y, own, {key: chunk.columns[named[key]] for key in named if named[key] in columns}))
    if not parts:
        raise LayerEmptyError(layer=layer.label, reason=phrase("it is empty"))
    if len(dates - {""}) > 1:
        raise MixedDatesError(layer=layer.label, dates=", ".join(sorted(dates - {""})))
    x, y = (np.concatenate([part[at] for part in parts]) for at in (0, 1))
    column = {key: np.concatenate([part[3][key] for part in parts]) for key in parts[0][3]}
    own_codes = labels([code for part in parts for code in part[2] or []]) if "code" in named else None
    names = _names(column, x, y)
    codes, x, y = _within(areas, areas.codes_of(own_codes, x, y), x, y)
    rows = Rows(
        names=names,
        providers=_provider_names(column["provider"]) if "provider" in column else text([""] * len(x)),
        x=x,
        y=y,
        crs=RD_NEW,
        codes=codes,
        registrations=_whole(floats(column["count"])),
    )
    usable = rows.usable()
    if not np.isfinite(rows.registrations).any():
        raise LayerEmptyError(
            layer=layer.label, reason=phrase("field {count_field} holds no whole numbers", count_field=count_field)
        )
    if not usable.any():
        raise LayerEmptyError(
            layer=layer.label, reason=phrase("no point with a number of registrations lies in GEMEENTEN")
        )
    placed = np.array(["," in name for name in rows.names])
    twice = np.unique(names[usable & ~placed].astype(str), return_counts=True)[1]
    if (twice > 1).any():
        raise RegistrationsTwiceError(layer=layer.label, count=int((twice > 1).sum()))
    return Read(rows, next(iter(dates - {""}), ""), int((~usable).sum()), int((usable & placed).sum()))


def read_homes(chunks: Iterable[Points], areas: Municipalities) -> Homes:
    """BAG objects in use per atom.

    Args:
        chunks: BAG objects in use.
        areas: The municipalities.
    """
    return homes([(part.x, part.y, part.crs, part.municipality_codes(areas)) for part in chunks])


def _fields(layer: Layer, count_field: str, provider_field: str) -> dict[str, str]:
    wanted = {
        "count": (count_field.lower(),),
        "provider": (provider_field.lower(),),
        "date": (PEILDATUM_FIELD,),
        **{name: (name,) for name in _IDENTIFIERS},
    }
    named = find_fields(layer.fields, wanted)
    if "count" not in named:
        remedy = phrase("Give COUNT_FIELD, or the output of 'rniinlezen'.")
        raise FieldMissingError(layer=layer.label, field=count_field, found=", ".join(layer.fields), remedy=remedy)
    if provider_field.lower() not in ("", DEFAULT_PROVIDER) and "provider" not in named:
        remedy = phrase("Give the field that says who offers the housing, or leave PROVIDER_FIELD as it was.")
        raise FieldMissingError(layer=layer.label, field=provider_field, found=", ".join(layer.fields), remedy=remedy)
    code = bag.channel_fields(layer.fields).get("gemeentecode")
    return {**named, "code": code} if code else named


def _names(column: dict[str, npt.NDArray[Any]], x: Floats, y: Floats) -> Text:
    """What identifies each address: an identifier as the BAG writes it, else its place to the metre.

    The same address must have the same name at every date: else it would seem to have left, and another to have come.
    """
    names = text([""] * len(x))
    for key in _IDENTIFIERS:
        if key in column:
            names = np.where(names == "", np.array([_identifier(v) for v in column[key]], dtype=object), names)
    at = np.flatnonzero(names == "")
    names[at] = [f"{east:.0f},{north:.0f}" for east, north in zip(x[at], y[at])]
    return names


def _identifier(value: Any) -> str:
    """An identifier with its leading zeros, also where a program took it for a number; "" for what is none."""
    written = str(value).strip().lower()
    if written.endswith(".0"):
        written = written[:-2]
    if written.isdigit():
        return written.zfill(_DIGITS) if int(written) else ""
    return "" if written in _NO_IDENTIFIER else written


def _provider_names(values: npt.NDArray[Any]) -> Text:
    """Providers without differences of case, spaces and punctuation: one that is written in two ways is one."""
    return text(["".join(c for c in str(value).casefold() if c.isalnum()) for value in text(values)])


def _within(areas: Municipalities, codes: Labels, x: Floats, y: Floats) -> tuple[Labels, Floats, Floats]:
    """Addresses that lie just outside the border of their municipality, on it: borders are mostly generalised.

    One that is further away than that belongs where it lies.
    """
    shapely = shapely_library()
    x, y, numbers = x.copy(), y.copy(), codes.numbers.copy()
    for number, polygon in enumerate(areas.polygons):
        at = np.flatnonzero(codes.numbers == number)
        shapely.prepare(polygon)
        at = at[~shapely.intersects_xy(polygon, x[at], y[at])]
        if not len(at):
            continue
        nearest = shapely.get_point(shapely.shortest_line(polygon, shapely.points(x[at], y[at])), 0)
        east, north = shapely.get_x(nearest), shapely.get_y(nearest)
        near = np.hypot(east - x[at], north - y[at]) <= _NEAR
        x[at[near]], y[at[near]] = east[near], north[near]
        numbers[at[~near]] = areas.codes_of(None, x[at[~near]], y[at[~near]]).numbers
    return Labels(codes.names, numbers), x, y


def _whole(numbers: Floats) -> Floats:
    """Numbers of registrations; a fraction or a negative number is none."""
    return np.where(np.isfinite(numbers) & (numbers == np.rint(numbers)), numbers, np.nan)
