"""The partner package, written whole into one folder: every file names the others without a folder."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Optional

from ...core.disclosure.publication import Publication
from ...core.errors import OutputError
from ...core.phrases import phrase
from ...core.tables import Table
from ..layout import export_pdf, render_picture, save_picture
from ..map_file import Background
from ..pieces import Pieces
from .borders import borders
from .names import PackageFiles, file_names
from .project import HeatmapProject
from .raster import smooth, write_raster
from .readme import readme
from .tables import certificate_table, heatmap_table
from .words import classes_only

__all__ = ["PackageFiles", "file_names", "write_package"]

#: Writes layers to a GeoPackage: sources.writing.write.
Writer = Callable[[Path, Sequence[Table]], None]


def write_package(
    publication: Publication,
    folder: Path,
    background: Optional[Background],
    raster: bool,
    certificate: dict[str, Any],
    *,
    write: Writer,
    pieces: Optional[Pieces] = None,
) -> list[Path]:
    """Writes all files of a package.

    Args:
        publication: What is shared.
        folder: A folder that is there.
        background: Tiles that a reader of the map project may switch on, None for none.
        raster: Whether the smooth picture is part of it.
        certificate: What was checked, JSON-ready.
        write: What writes a GeoPackage (sources.writing.write).
        pieces: What makes project and layout in the main thread; None if that is this thread.

    Returns:
        The files.

    Raises:
        OutputError: A file can't be written, or a raster is asked for and there are no numbers.
    """
    from ..accountability import accountability
    from ..webmap.page import web_map

    files = file_names(publication)
    if raster and classes_only(publication):
        reason = phrase("a map of classes has no numbers to smooth; leave the raster out")
        raise OutputError(file=files.raster, reason=reason)
    write(folder / files.gpkg, [heatmap_table(publication), certificate_table(publication, certificate)])
    if raster:
        write_raster(smooth(publication), folder / files.raster)
    texts = {
        files.gemeenten: borders(publication),
        files.certificaat: _json(certificate),
        files.verantwoording: _json(accountability(publication)),
        files.html: web_map(publication, background),
    }
    for name, text in texts.items():
        if text is not None:
            _write_text(folder / name, text)
    _write_map(publication, folder, files, background, pieces or Pieces())
    settle(folder / files.gpkg, publication.grant.made_on)
    made = frozenset(path.name for path in folder.iterdir()) | {files.leesmij}
    _write_text(folder / files.leesmij, readme(publication, files, made))
    return [folder / name for name in vars(files).values() if name in made]


def _write_map(
    publication: Publication, folder: Path, files: PackageFiles, background: Optional[Background], pieces: Pieces
) -> None:
    project = pieces.do(lambda: HeatmapProject(publication, folder, files, background))
    try:
        layout = pieces.do(project.add_layout)
        pieces.do(lambda: project.write(folder / files.qgz))
        save_picture(pieces.do(lambda: render_picture(layout)), folder / files.png)
        pieces.do(lambda: export_pdf(layout, folder / files.pdf))
    finally:
        pieces.clear_up(project.project.clear)  # lets go of the files
        (folder / f"{files.raster}.aux.xml").unlink(missing_ok=True)  # statistics that QGIS keeps


def settle(path: Path, day: str) -> None:
    """Leaves of a GeoPackage one file with nothing in it but what its tables hold, dated to a day.

    Args:
        path: The GeoPackage, which nobody has open.
        day: YYYY-MM-DD.

    Raises:
        OutputError: It can't be changed.
    """
    midnight = f"{day}T00:00:00.000Z"
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            database.execute("PRAGMA journal_mode=DELETE")
            database.execute("UPDATE gpkg_contents SET last_change = ?", (midnight,))
            database.execute("UPDATE layer_styles SET update_time = ?", (midnight,))
            database.execute("VACUUM")
    except sqlite3.Error:
        raise OutputError(file=path.name, reason=phrase("the disk is full or the folder is protected")) from None


def _json(content: Mapping[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _write_text(path: Path, text: str) -> None:
    try:
        path.write_bytes(text.encode("utf-8"))  # without the line ends of Windows
    except OSError as error:
        raise OutputError(file=path.name, reason=error.strerror or phrase("no access to the folder")) from None
