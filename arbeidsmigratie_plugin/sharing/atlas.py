"""An atlas of a map project: an A3 page for each municipality, which any QGIS makes without the plugin."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsPrintLayout,
    QgsScaleBarSettings,
    QgsVectorLayer,
)

from .facts import Facts
from .fields import COMPARED
from .layers import MUNICIPALITIES
from .project import MapProject
from .sheet import BORDER, MAP, PALE_BLUE, SCALE_BAR, Sheet, Words, add_sheet, sources

NAME = "Atlas per gemeente A3"

#: Around a municipality, as a share of its size.
_MARGIN = 0.08

#: Of the scale bar (mm); its length follows the scale of the page.
_SHORTEST, _LONGEST = 24.0, 60.0

#: Fewer addresses or registrations than this are told in words.
_SMALL = 5

_NEIGHBOURS = "Buurgemeenten zijn lichter getekend. Waar geen hexagoon is, zijn geen adressen geteld."

#: Addresses with registrations of the municipality.
_ADDRESSES = f"attribute('{COMPARED}adressen')"

#: A value of the row of the municipality -> the same in words.
_YES_NO = "CASE WHEN {0} IS NULL THEN 'onbekend' WHEN {0} = 1 THEN 'ja' ELSE 'nee' END"
_COUNT = (
    "CASE WHEN {0} IS NULL THEN 'onbekend' "
    f"WHEN {{0}} > 0 AND {{0}} < {_SMALL} THEN 'minder dan {_SMALL}' ELSE format_number({{0}}, 0, 'nl') END"
)
_NORM = "coalesce(format_number({0}, 0, 'nl') || ' m² per persoon', 'onbekend')"
_SHARE = (
    f"CASE WHEN {{0}} IS NULL OR {_ADDRESSES} < {_SMALL} THEN 'onbekend of te klein voor een getal' "
    "ELSE format_number(100 * {0}, 1, 'nl') || ' per 100 BAG-adressen' END"
)

#: Lines of the box: a field of the comparison, what it is called, and how its value is told.
_LINES = (
    ("adressen", "Adressen met RNI-registraties", _COUNT),
    ("registraties", "RNI-registraties", _COUNT),
    ("verblijfsobjecten", "BAG-adressen in gebruik", _COUNT),
    ("aandeel", "Aandeel", _SHARE),
    ("clusters", "Clusters met meer dan verwacht", f"if({_ADDRESSES} IS NULL, 'onbekend', {{0}})"),
    ("vakantieparken", "Mogelijke vakantieparken", "coalesce(to_string({0}), 'onbekend')"),
    ("bedrijfswoningen", "Mogelijke bedrijfswoningen", _COUNT),
    ("norm_m2", "Norm", _NORM),
    ("vergunningplicht", "Vergunning nodig", _YES_NO),
    ("recreatie_bewoning", "Bewonen van recreatieverblijven", "coalesce(nullif({0}, ''), 'onbekend')"),
    ("keurmerk_vereist", "Keurmerk vereist", _YES_NO),
)

#: Room for the sentence under the lines.
_SENTENCE_LINES = 5


def add_atlas(target: MapProject, said: Facts, confidential: str, caveat: str) -> QgsPrintLayout:
    """Adds the atlas to a project.

    Args:
        target: The project, with municipalities.
        said: Its facts.
        confidential: What the mark says.
        caveat: What the map is not.
    """
    areas, theme = target.kinds[MUNICIPALITIES], target.theme
    rights = target.background.metadata().rights() if target.background else []
    text, lines = _numbers(areas)
    sheet = Sheet(
        NAME,
        f"{target.title} · {theme.name()} · peildatum {said.peildatum or 'onbekend'}",
        {} if areas == theme else {areas: BORDER},
        above=(Words(text, 10, boxed=True, tint=PALE_BLUE, lines=lines), Words(_NEIGHBOURS, 9)),
        below=(Words(confidential, 9.5, bold=True, boxed=True), Words(caveat, 9), sources([*said.sources, *rights])),
        title='[% "gemeentenaam" %]',
    )
    layout = add_sheet(target, sheet)
    _follow(layout, areas)
    return layout


def _numbers(areas: QgsVectorLayer) -> tuple[str, int]:
    """The text of the box, which QGIS computes for each page, and the lines that it takes."""
    present = areas.fields().names()
    there = [(f"attribute('{COMPARED}{field}')", *told) for field, *told in _LINES if f"{COMPARED}{field}" in present]
    if not there:
        return "[% 'De aantallen van deze gemeente zijn onbekend: er is geen vergelijking gemaakt.' %]", 2
    lines = [f"'{called}: ' || {told.format(value)}" for value, called, told in there]
    sentence = f"attribute('{COMPARED}toelichting')"
    few = f"{_ADDRESSES} > 0 AND {_ADDRESSES} < {_SMALL}"
    body = f"array_to_string(array({', '.join(lines)}), '\\n') || if({few}, '', '\\n\\n' || {sentence})"
    unknown = "'Deze gemeente is niet vergeleken: de aantallen zijn onbekend, niet nul.'"
    return f"[% CASE WHEN {sentence} IS NULL THEN {unknown} ELSE {body} END %]", len(lines) + _SENTENCE_LINES


def _follow(layout: QgsPrintLayout, areas: QgsVectorLayer) -> None:
    """Lets map and scale bar follow the municipalities of the region, by name."""
    atlas = layout.atlas()
    atlas.setCoverageLayer(areas)
    atlas.setFilterFeatures(True)
    atlas.setFilterExpression("coalesce(attribute('in_regio'), 1) = 1")
    atlas.setSortFeatures(True)
    atlas.setSortExpression('"gemeentenaam"')
    atlas.setPageNameExpression('"gemeentenaam"')
    # Without a municipality in hand, as QGIS asks first, a field would be an error in the log.
    atlas.setFilenameExpression("'atlas_' || coalesce(attribute(@atlas_feature, 'gemeentecode'), @atlas_featurenumber)")
    atlas.setEnabled(True)
    shown = layout.itemById(MAP)
    shown.setAtlasDriven(True)
    shown.setAtlasScalingMode(QgsLayoutItemMap.AtlasScalingMode.Auto)
    shown.setAtlasMargin(_MARGIN)
    bar: QgsLayoutItemScaleBar = layout.itemById(SCALE_BAR)
    modes = getattr(Qgis, "ScaleBarSegmentSizeMode", None)  # since QGIS 3.40
    bar.setSegmentSizeMode(modes.FitWidth if modes else QgsScaleBarSettings.SegmentSizeMode.SegmentSizeFitWidth)
    bar.setMinimumBarWidth(_SHORTEST)
    bar.setMaximumBarWidth(_LONGEST)
