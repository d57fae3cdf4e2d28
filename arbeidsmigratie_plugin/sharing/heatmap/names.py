"""What the files of a partner package are called."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass

from ...core.disclosure.package import BORDERS_SUFFIX
from ...core.disclosure.publication import Publication

#: Of the name of the recipient so much goes into a file name: with a long folder a path must still fit on Windows.
_LONGEST_SLUG = 40

#: Hexadecimal digits that tell recipients apart whose names become the same part of a file name.
_DIGITS = 4


@dataclass(frozen=True)
class PackageFiles:
    """File names of a package, which all lie in one folder.

    Attributes:
        gpkg: The GeoPackage.
        qgz: The map project.
        png: The map as a picture.
        pdf: The map on paper.
        html: The web map.
        gemeenten: Municipal borders, and what is not published.
        certificaat: The certificate.
        leesmij: The README.
        verantwoording: What a DPIA and the Algoritmeregister ask.
        raster: The smooth picture, where it was asked for.
    """

    gpkg: str
    qgz: str
    png: str
    pdf: str
    html: str
    gemeenten: str
    certificaat: str
    leesmij: str
    verantwoording: str
    raster: str


def file_names(publication: Publication) -> PackageFiles:
    """The names of the files of a package.

    Args:
        publication: What is in it.
    """
    recipient = slug(publication.grant.recipient)
    return names_of(f"heatmap_{recipient}_r{publication.resolution}_{publication.peildatum}")


def names_of(stem: str) -> PackageFiles:
    """The names of the files of a package.

    Args:
        stem: What they all begin with.
    """
    return PackageFiles(
        gpkg=f"{stem}.gpkg",
        qgz=f"{stem}.qgz",
        png=f"{stem}.png",
        pdf=f"{stem}.pdf",
        html=f"{stem}.html",
        gemeenten=f"{stem}{BORDERS_SUFFIX}",
        certificaat=f"{stem}_certificaat.json",
        leesmij=f"{stem}_LEESMIJ.txt",
        verantwoording=f"{stem}_verantwoording.json",
        raster=f"{stem}_raster.tif",
    )


def slug(name: str) -> str:
    """A name as part of a file name: small letters, digits and hyphens.

    Names that differ in more than case and spaces get different ones: where the letters don't tell, digits of a digest
    do.

    Args:
        name: As somebody wrote it.
    """
    meant = " ".join(unicodedata.normalize("NFC", name).casefold().split())
    plain = unicodedata.normalize("NFKD", meant).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "ontvanger"
    if words.replace("-", " ") == meant and len(words) <= _LONGEST_SLUG:
        return words
    digest = hashlib.sha256(meant.encode("utf-8")).hexdigest()[:_DIGITS]
    return f"{words[: _LONGEST_SLUG - _DIGITS - 1].strip('-')}-{digest}"
