"""All pages that are made: path from the folder docs -> text.

The manual is written in Dutch, but what stands on buttons it takes from the interface: [[Share]] is the Dutch for it.
"""

from __future__ import annotations

import re
from pathlib import Path

from tools.package import ROOT
from tools.translations import catalogue

from . import pages, web
from .plugin import algorithms, in_dutch

DOCS = ROOT / "docs"
MANUAL = "handleiding.md"

_LABEL = re.compile(r"\[\[(.+?)\]\]")


def build() -> dict[str, str]:
    """Makes all pages; writes nothing."""
    with in_dutch():
        found = algorithms()
        titles = {one.name(): one.displayName() for one in found}
        made = {f"algoritmes/{one.name()}.md": pages.page(one, titles) for one in found}
        made["algoritmes/README.md"] = pages.index(found)
    made[MANUAL] = manual()
    return {**made, **{f"{web.FOLDER}/{web.name_of(name)}": web.page(name, text) for name, text in made.items()}}


def manual() -> str:
    """The manual, with what stands on buttons as a Dutch user reads it."""
    known = {_plain(entry.source): _plain(entry.translation or entry.source) for entry in catalogue.read().values()}

    def label(found: re.Match[str]) -> str:
        """The dots that say that a window follows would look like a sentence that breaks off."""
        return f"**{known.get(found.group(1), found.group(1)).rstrip('…')}**"

    text = _LABEL.sub(label, (Path(__file__).parent / MANUAL).read_text(encoding="utf-8"))
    title, _, rest = text.partition("\n")
    return f"{title}\n\n{pages.MADE}\n{rest}"


def labels() -> list[str]:
    """What the manual takes from the interface, in English."""
    return _LABEL.findall((Path(__file__).parent / MANUAL).read_text(encoding="utf-8"))


def _plain(label: str) -> str:
    """Without the sign before the letter that is its short cut."""
    return label.replace("&", "")


def stale() -> list[str]:
    """Pages that are not what they would be now, or that nothing makes any more."""
    made = build()
    there = {path.relative_to(DOCS).as_posix() for path in _made_before()}
    changed = [name for name, text in made.items() if name in there and _read(name) != text]
    return sorted({*changed, *(there ^ set(made))})


def write() -> int:
    """Writes all pages, and takes away those that nothing makes any more.

    Returns:
        How many there are.
    """
    made = build()
    for path in _made_before():
        if path.relative_to(DOCS).as_posix() not in made:
            path.unlink()
    for name, text in made.items():
        (DOCS / name).parent.mkdir(parents=True, exist_ok=True)
        (DOCS / name).write_text(text, encoding="utf-8", newline="\n")
    return len(made)


def _made_before() -> list[Path]:
    return [DOCS / MANUAL, *(DOCS / "algoritmes").glob("*.md"), *(DOCS / web.FOLDER).glob("*.html")]


def _read(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")
