"""The file with translations, in the form of Qt (.ts), written so that a change is one line in a comparison."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from .sources import ROOT, Source

TS = ROOT / "resources" / "i18n" / "arbeidsmigratie_nl.ts"
QM = TS.with_suffix(".qm")

_CONTEXT = "@default"
_PLACE = re.compile(r"\{[^{}\s\"]*\}")
_PROGRAMS = ("lrelease", "lrelease-qt5", "/usr/lib/qt5/bin/lrelease", "/usr/lib/qt6/bin/lrelease")


@dataclass(frozen=True)
class Entry:
    """A text and its translation.

    Attributes:
        source: English.
        translation: Dutch, "" if there is none yet.
        file: Where it first stands.
    """

    source: str
    translation: str = ""
    file: str = ""


def read(path: Path = TS) -> dict[str, Entry]:
    """Source -> entry; nothing if there is no file.

    Args:
        path: The .ts file.
    """
    if not path.exists():
        return {}
    found = {}
    for one in ElementTree.parse(path).getroot().iter("message"):  # noqa: S314 (our own file)
        source, location, said = one.findtext("source", ""), one.find("location"), one.find("translation")
        done = said is not None and said.get("type") is None
        text = (said.text or "") if said is not None and done else ""
        found[source] = Entry(source, text, "" if location is None else location.get("filename", ""))
    return found


def write(entries: Iterable[Entry], path: Path = TS) -> None:
    """Writes the file, in the order given.

    Args:
        entries: All texts.
        path: The .ts file.
    """
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        '<TS version="2.1" language="nl_NL" sourcelanguage="en">',
        "<context>",
        f"    <name>{_CONTEXT}</name>",
    ]
    for one in entries:
        unfinished = "" if one.translation else ' type="unfinished"'
        lines += [
            "    <message>",
            f'        <location filename="{escape(one.file)}"/>',
            f"        <source>{escape(one.source)}</source>",
            f"        <translation{unfinished}>{escape(one.translation)}</translation>",
            "    </message>",
        ]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([*lines, "</context>", "</TS>", ""]), encoding="utf-8")


def updated(found: Iterable[Source], known: Mapping[str, Entry]) -> list[Entry]:
    """The texts that there are now, with the translations that there were.

    Args:
        found: Of the code.
        known: Source -> entry, of the file.
    """
    entries: dict[str, Entry] = {}
    for one in found:
        entry = replace(known.get(one.text, Entry(one.text)), file=one.file)
        entries.setdefault(one.text, entry)
    return sorted(entries.values(), key=lambda one: (one.file, one.source))


def problems(found: Iterable[Source], known: Mapping[str, Entry]) -> list[str]:
    """What is wrong: a line for each text.

    Args:
        found: Of the code.
        known: Source -> entry, of the file.
    """
    said, texts = [], set()
    for one in found:
        if one.text in texts:
            continue
        texts.add(one.text)
        entry = known.get(one.text)
        if entry is None:
            said.append(f"{one.file}:{one.line}: not in {TS.name}, run update: {one.text!r}")
        elif not entry.translation:
            said.append(f"{one.file}:{one.line}: not translated: {one.text!r}")
        elif places(one.text) != places(entry.translation):
            said.append(f"{one.file}:{one.line}: other places in the translation: {one.text!r}")
    return [*said, *(f"{TS.name}: gone from the code, run update: {text!r}" for text in known if text not in texts)]


def places(text: str) -> list[str]:
    """The places of a text, in alphabetical order.

    Args:
        text: A text or its translation.
    """
    return sorted(_PLACE.findall(text))


def build(path: Path = TS) -> Path:
    """Makes the file that Qt reads, unless it is there and newer.

    Args:
        path: The .ts file.

    Raises:
        SystemExit: lrelease is missing, or it failed.
    """
    made = path.with_suffix(".qm")
    if made.exists() and made.stat().st_mtime_ns >= path.stat().st_mtime_ns:
        return made
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise SystemExit("lrelease is missing. Install it (Debian: apt-get install qttools5-dev-tools) and run again.")
    command = [program, "-silent", "-nounfinished", str(path), "-qm", str(made)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"lrelease failed:\n{done.stdout}{done.stderr}")
    return made
