"""What an export reads: addresses with registrations, homes and municipalities."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Optional

import numpy as np
from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.dates import reference_date
from ..arbeidsmigratie_plugin.core.disclosure.atoms import Homes
from ..arbeidsmigratie_plugin.core.disclosure.snapshot import MOST_PERSONS
from ..arbeidsmigratie_plugin.core.errors import FieldMissingError, MatchRateError, MixedDatesError
from ..arbeidsmigratie_plugin.core.limits import MATCHED_MINIMUM
from ..arbeidsmigratie_plugin.core.municipalities import Municipalities
from ..arbeidsmigratie_plugin.core.phrases import phrase
from ..arbeidsmigratie_plugin.core.refusals import InputMissingError
from ..arbeidsmigratie_plugin.i18n import tr
from ..arbeidsmigratie_plugin.sharing.layers import RNI
from ..arbeidsmigratie_plugin.sources.credits import bag_credit, border_credit
from ..arbeidsmigratie_plugin.sources.objects import (
    ADDRESS_LAYER,
    delivered_municipalities,
    dwelling_points,
    matched_percent,
    municipality_layer,
    read_municipalities,
)
from ..arbeidsmigratie_plugin.sources.services import regions
from ..arbeidsmigratie_plugin.sources.sharing_points import Read, read_homes, read_rows
from ..arbeidsmigratie_plugin.sources.vector import Layer, OgrLayer, layer_names
from .progress import in_turn
from .run import Run


@dataclass(frozen=True)
class Material:
    """What was read.

    Attributes:
        read: Addresses with registrations.
        homes: BAG objects in use per atom, None where unknown.
        areas: The municipalities of the export.
        sources: Lines that name the sources, for readers.
    """

    read: Read
    homes: Optional[Homes]
    areas: Municipalities
    sources: tuple[str, ...]


def material(run: Run, feedback: QgsProcessingFeedback) -> Material:
    """Reads what an export is made of.

    Args:
        run: The parameters.
        feedback: Of the run.

    Raises:
        InputMissingError: There is no layer with addresses, or none with municipalities.
        MatchRateError: Too few registrations could be placed for a map.
    """
    layer, file = _addresses(run)
    known = _municipality_layer(run)
    everywhere = read_municipalities(known)
    _check_codes(everywhere, known.label)
    areas = regions().select(run.text("REGION"), everywhere, known.label)
    _check_matched(file)
    read = read_rows(layer, run.text("COUNT_FIELD"), run.text("PROVIDER_FIELD"), areas)
    read = replace(read, peildatum=_date(run, layer, read.peildatum))
    if read.skipped:
        sentence = tr(
            "{n} points did not count: outside the municipalities, without a place, or without a whole number of "
            "registrations from 1 to {most}."
        )
        feedback.pushWarning(sentence.format(n=read.skipped, most=MOST_PERSONS))
    if not run.text("REGION"):
        # Not where registrations are: a municipality that comes or goes would tell of the first or the last.
        told = delivered_municipalities(file) & set(areas.code)
        areas = areas.take(np.isin(areas.code.astype(str), sorted(told))) if told else areas
    homes, sources = None, [f"{RNI}, peildatum {read.peildatum}"]
    if run.given("DWELLINGS"):
        homes = _homes(run, areas, feedback)
        sources.append(_line(bag_credit().source, bag_credit().licence))
        if not run.text("REGION"):
            areas = areas.take(np.isin(areas.code.astype(str), sorted(homes.codes.present())))
    else:
        feedback.pushWarning(tr("Without DWELLINGS the homes are unknown: more addresses are asked of each region."))
    credit = border_credit(known.fields)
    return Material(read, homes, areas, (*sources, _line(credit.source, credit.licence)))


def _addresses(run: Run) -> tuple[Layer, Optional[Path]]:
    """The layer with addresses, and the file that it is in."""
    whole = run.path("INPUT") if run.given("INPUT") else None
    if not run.given("INPUT"):
        if not run.given("WORKSPACE"):
            raise InputMissingError(wanted="INPUT", remedy=phrase("give the output of 'rniinlezen', or a WORKSPACE"))
        whole = run.file("WORKSPACE")
        return OgrLayer(whole, ADDRESS_LAYER), whole
    if whole is not None and ADDRESS_LAYER in layer_names(whole):
        return OgrLayer(whole, ADDRESS_LAYER), whole
    return run.layer("INPUT"), run.file_of("INPUT")


def _municipality_layer(run: Run) -> Layer:
    if run.given("GEMEENTEN"):
        path = run.path("GEMEENTEN")
        return run.layer("GEMEENTEN") if path is None else OgrLayer(path, municipality_layer(path))
    if not run.given("WORKSPACE"):
        raise InputMissingError(
            wanted="GEMEENTEN", remedy=phrase("give municipalities with a code, or a WORKSPACE with them")
        )
    return OgrLayer(run.file("WORKSPACE"), municipality_layer(run.file("WORKSPACE")))


def _check_matched(file: Optional[Path]) -> None:
    """Of a delivery that hardly matched no map is made, as by 'regiobeeld': it would mislead."""
    matched = matched_percent(file)
    if matched is not None and matched < MATCHED_MINIMUM:
        raise MatchRateError(percent=f"{matched:.1f}", minimum=f"{MATCHED_MINIMUM:g}")


def _date(run: Run, layer: Layer, found: str) -> str:
    """The reference date: that of the points, which PEILDATUM may only confirm."""
    given = run.reference_date("PEILDATUM").isoformat() if run.given("PEILDATUM") else ""
    if found and given and found != given:
        raise MixedDatesError(layer=f"{layer.label}, PEILDATUM", dates=f"{found}, {given}")
    if found or given:
        return reference_date(found or given, f"peildatum ({layer.label})").isoformat()
    remedy = phrase("Give PEILDATUM, the day on which the delivery was made.")
    raise FieldMissingError(layer=layer.label, field="peildatum", found=", ".join(layer.fields), remedy=remedy)


def _homes(run: Run, areas: Municipalities, feedback: QgsProcessingFeedback) -> Homes:
    """BAG objects in use; never the addresses with registrations themselves."""
    layers = run.bag("DWELLINGS", only_bag=False)
    for layer in layers:
        telling = {run.text("COUNT_FIELD").lower(), "registraties", "match_niveau"} & {f.lower() for f in layer.fields}
        if telling:
            at = {"layer": layer.label, "field": min(telling)}
            remedy = phrase("{layer} has the field {field} of addresses with registrations; give the BAG itself", **at)
            raise InputMissingError(wanted=phrase("BAG objects in DWELLINGS"), remedy=remedy)
    return read_homes(in_turn(dwelling_points(layers), feedback, sum(bag.count for bag in layers)), areas)


def _check_codes(areas: Municipalities, label: str) -> None:
    codes, times = np.unique(areas.code.astype(str), return_counts=True)
    if (times > 1).any():
        said = {"code": codes[times > 1][0], "layer": label}
        remedy = phrase("code {code} occurs more than once in {layer}; give one area for each municipality", **said)
        raise InputMissingError(wanted=phrase("one area per municipality"), remedy=remedy)


def _line(source: str, licence: str) -> str:
    return f"{source} ({licence})" if licence else source
