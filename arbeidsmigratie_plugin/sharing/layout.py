"""The A3 layout of a map project, and its picture."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import Qgis, QgsLayoutExporter, QgsMapLayer, QgsPrintLayout
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QImage

from ..core.errors import OutputError
from ..core.phrases import phrase
from .atlas import add_atlas
from .facts import facts
from .layers import MUNICIPALITIES
from .project import COUNT, SHARE, MapProject
from .sheet import BORDER, MAP, PICTURE_DPI, Sheet, Words, add_sheet, sources

__all__ = ["BORDER", "Sheet", "Words", "add_layout", "add_page", "add_page_of_each", "add_sheet", "sources"]
__all__ += ["export_pdf", "export_picture", "render_picture", "save_picture"]

NAME = "Regiobeeld A3"

CAVEAT = (
    "Lees zorgvuldig. De RNI is vrijwillig, kent alleen het eerste verblijfsadres en wordt niet gecontroleerd: de "
    "kaart is een aanwijzing om verder te kijken, geen vaststelling. Ook anderen dan arbeidsmigranten staan in de RNI. "
    "Waar geen levering is, is het aantal onbekend en niet nul; dat geldt ook voor het gebied over de landsgrens."
)
CONFIDENTIAL = (
    "Vertrouwelijk. Kleine aantallen kunnen tot een adres herleidbaar zijn: niet delen buiten de gemeenten die de "
    "gegevens leverden."
)
EXPLANATION = {
    SHARE: "Aandeel van de BAG-adressen in gebruik waarop een of meer personen in de RNI staan, gecorrigeerd voor "
    "kleine aantallen (empirical Bayes). Waar geen hexagoon is, zijn geen adressen geteld.",
    COUNT: "Aantal BAG-adressen in gebruik waarop een of meer personen in de RNI staan. Waar geen hexagoon is, zijn "
    "geen adressen geteld.",
}


def add_layout(target: MapProject) -> QgsPrintLayout:
    """Adds the A3 layout to a project, and with it an atlas with a page for each municipality.

    Args:
        target: The project.
    """
    layout = add_page(target)
    add_page_of_each(target)
    return layout


def add_page(target: MapProject) -> QgsPrintLayout:
    """Adds the A3 layout to a project: map, title, legend, scale bar, north arrow, source, date and caveat.

    Args:
        target: The project.
    """
    said, theme = facts(target.kinds), target.theme
    rights = target.background.metadata().rights() if target.background else []
    subtitle = (
        f"{theme.name()}{', per hexagoon' if theme.name() in EXPLANATION else ''}"
        f" · peildatum {said.peildatum or 'onbekend'}"
    )
    borders = target.kinds.get(MUNICIPALITIES)
    sheet = Sheet(
        NAME,
        subtitle,
        {} if borders is None or borders == theme else {borders: BORDER},
        above=(Words(EXPLANATION.get(theme.name(), ""), 10), Words("\n".join(said.numbers), 10.5, bold=True)),
        below=(Words(CONFIDENTIAL, 9.5, bold=True, boxed=True), Words(CAVEAT, 10), sources([*said.sources, *rights])),
    )
    return add_sheet(target, sheet)


def add_page_of_each(target: MapProject) -> None:
    """Adds an atlas with a page for each municipality, where the project has municipalities.

    Args:
        target: The project.
    """
    if MUNICIPALITIES in target.kinds:
        add_atlas(target, facts(target.kinds), CONFIDENTIAL, CAVEAT)


def render_picture(layout: QgsPrintLayout, without: Optional[QgsMapLayer] = None) -> QImage:
    """The layout as a picture; in the main thread.

    Args:
        layout: The layout.
        without: A layer to leave out of the picture.
    """
    if without is not None:
        shown = layout.itemById(MAP)
        layers = layout.project().mapThemeCollection().mapThemeVisibleLayers(shown.followVisibilityPresetName())
        shown.setFollowVisibilityPreset(False)
        shown.setLayers([layer for layer in layers if layer != without])
    return QgsLayoutExporter(layout).renderPageToImage(0, QSize(), PICTURE_DPI)


def save_picture(image: QImage, path: Path) -> None:
    """A picture as PNG, whole or not at all; in any thread.

    Args:
        image: The picture.
        path: The .png.

    Raises:
        OutputError: It can't be written.
    """
    part = path.with_name(f".{path.stem}.part.png")
    try:
        if image.isNull() or not image.save(str(part), "PNG"):
            raise OutputError(file=str(path), reason=phrase("the disk is full or the folder is protected"))
        part.replace(path)
    except OSError as error:
        raise OutputError(file=str(path), reason=error.strerror or phrase("it is in use")) from None
    finally:
        part.unlink(missing_ok=True)


def export_picture(layout: QgsPrintLayout, path: Path, without: Optional[QgsMapLayer] = None) -> None:
    """The layout as PNG, whole or not at all.

    Args:
        layout: The layout.
        path: The .png.
        without: A layer to leave out of the picture.

    Raises:
        OutputError: It can't be written.
    """
    save_picture(render_picture(layout, without), path)


def export_pdf(layout: QgsPrintLayout, path: Path) -> None:
    """The layout as PDF with text that can be searched, without metadata of its own; whole or not at all.

    Args:
        layout: The layout.
        path: The .pdf.

    Raises:
        OutputError: It can't be written.
    """
    part = path.with_name(f".{path.stem}.part.pdf")
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = PICTURE_DPI
    settings.exportMetadata = False
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    try:
        done = QgsLayoutExporter(layout).exportToPdf(str(part), settings)
        if done != QgsLayoutExporter.ExportResult.Success:
            raise OutputError(file=str(path), reason=phrase("the disk is full or the folder is protected"))
        part.replace(path)
    except OSError as error:
        raise OutputError(file=str(path), reason=error.strerror or phrase("it is in use")) from None
    finally:
        part.unlink(missing_ok=True)
