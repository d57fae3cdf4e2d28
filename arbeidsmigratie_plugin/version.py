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
