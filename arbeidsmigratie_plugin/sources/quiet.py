"""GDAL without its own messages: ours say what is wrong, and theirs could repeat a cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Optional

from osgeo import gdal


@contextmanager
def quiet_gdal() -> Iterator[None]:
    """Inside, GDAL writes nothing to the error stream of this thread."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
    finally:
        gdal.PopErrorHandler()


def open_vector(
    path: Path, drivers: Sequence[str] = (), options: Sequence[str] = (), update: bool = False
) -> Optional[gdal.Dataset]:
    """A vector file, also in a .zip; None if GDAL can't open it, whether GDAL raises in this process or not.

    Args:
        path: The file.
        drivers: Names of the GDAL drivers that may try; all of them if empty.
        options: Open options.
        update: Open for writing.
    """
    flags = gdal.OF_VECTOR | (gdal.OF_UPDATE if update else gdal.OF_READONLY)
    source = f"/vsizip/{path}" if path.suffix.lower() == ".zip" else str(path)
    with quiet_gdal():
        try:
            return gdal.OpenEx(source, flags, list(drivers), list(options))
        except RuntimeError:
            return None
