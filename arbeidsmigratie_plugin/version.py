"""Version and address of the plugin; metadata.txt is their only source."""

from __future__ import annotations

from configparser import ConfigParser
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@lru_cache(maxsize=1)
def _metadata() -> ConfigParser:
    metadata = ConfigParser()
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    return metadata


def version() -> str:
    """Version number as metadata.txt gives it."""
    return _metadata()["general"]["version"]


def homepage() -> str:
    """Where the README and the manual are."""
    return _metadata()["general"]["homepage"]


def help_page(name: str) -> str:
    """Address of a page of help: the one that came with the plugin, which opens without internet.

    Args:
        name: Id of an algorithm, "handleiding" or "index".
    """
    page = ROOT / "docs" / "hulp" / f"{name}.html"
    return page.as_uri() if page.is_file() else homepage()


def manual() -> str:
    """Address of the manual."""
    return help_page("handleiding")
