"""The libraries that QGIS may lack, and how to get them; looked up without importing them."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version

from .i18n import tr
from .version import homepage

#: Library -> lowest major version, and the requirement for pip.
LIBRARIES = {
    "h3": (4, '"h3>=4"'),
    "shapely": (2, "shapely==2.0.7"),
    "requests": (2, "requests"),
    "owslib": (0, "OWSLib"),
    "lxml": (4, '"lxml>=4"'),
}


def missing(libraries: Iterable[str]) -> str:
    """What to do about the first library that is missing or too old, "" if all are there.

    Args:
        libraries: Names in LIBRARIES.
    """
    for library in libraries:
        lowest, requirement = LIBRARIES[library]
        if _major_version(library) < lowest:
            sentence = tr(
                "The Python library {library}, version {version} or later, is missing. {homepage} says under "
                "'Install' how to get it, for example: python3 -m pip install --target <profile>/python {pip}"
            )
            return sentence.format(library=library, version=lowest, homepage=homepage(), pip=requirement)
    return ""


def _major_version(library: str) -> int:
    try:
        return int(installed_version(library).split(".")[0])
    except (PackageNotFoundError, ValueError):
        return -1
