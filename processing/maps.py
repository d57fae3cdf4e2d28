"""Map project and picture of a workspace, as 'kaartproject' and 'regiobeeld' make them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.errors import ArbeidsmigratieError, OutputError
from ..arbeidsmigratie_plugin.i18n import message, tr
from ..arbeidsmigratie_plugin.sharing.layout import add_page, add_page_of_each, render_picture, save_picture
from ..arbeidsmigratie_plugin.sharing.map_file import Background
from ..arbeidsmigratie_plugin.sharing.project import MapProject
from ..arbeidsmigratie_plugin.sources.reach import answers
from ..arbeidsmigratie_plugin.sources.services import service
from ..arbeidsmigratie_plugin.sources.writing import store_styles
from .main_thread import MainThread
from .progress import go_on

_BACKGROUND = "brt_achtergrondkaart"

#: A tile in the middle of the Netherlands.
_TILE = {"z": 8, "x": 131, "y": 84}


@dataclass(frozen=True)
class Wanted:
    """What is made of a workspace.

    Attributes:
        title: Title.
        project: The .qgz.
        background: Whether to add the BRT background map.
        picture: The .png, None for none.
    """

    title: str
    project: Path
    background: bool
    picture: Optional[Path] = None


def make_map(workspace: Path, wanted: Wanted, feedback: QgsProcessingFeedback) -> None:
    """Writes a map project with its layout, saves the styles in the workspace, and draws the picture.

    Args:
        workspace: The GeoPackage with results.
        wanted: What is made of it.
        feedback: Of the run.

    Raises:
        Cancelled: The user stopped the run.
        OutputError: A file can't be written.
    """
    background = shared_background(feedback) if wanted.background else None
    pieces = MainThread(feedback)
    made = pieces.do(lambda: MapProject(workspace, wanted.title, background))
    try:
        layout = pieces.do(lambda: add_page(made))
        pieces.do(lambda: add_page_of_each(made))
        pieces.do(lambda: made.write(wanted.project))  # before the styles: if it fails the workspace stays as it was
        _store_styles(workspace, pieces.do(made.default_styles), feedback)
        if wanted.picture is not None:
            go_on(feedback, 80)
            within_reach = background is None or answers(background.url.format(**_TILE), feedback)
            without = None if within_reach else made.background
            save_picture(pieces.do(lambda: render_picture(layout, without)), wanted.picture)
    finally:
        pieces.clear_up(made.project.clear)  # lets go of the files
    go_on(feedback, 95)


def _store_styles(workspace: Path, styles: dict[str, str], feedback: QgsProcessingFeedback) -> None:
    try:
        store_styles(workspace, styles)
    except OutputError as error:  # a workspace on a share that others only read
        feedback.pushWarning(message(error))


def shared_background(feedback: QgsProcessingFeedback) -> Optional[Background]:
    """The BRT background map, as the catalogue of services has it.

    Args:
        feedback: Told why there is none.
    """
    try:
        tiles = service(_BACKGROUND)
    except ArbeidsmigratieError as error:
        feedback.pushWarning(message(error))
        return None
    lowest, highest = tiles.zoom
    return Background(tr("BRT background map (PDOK)"), tiles.url, lowest, highest, tiles.attribution)
