"""Sections of CHANGELOG.md, which follows Keep a Changelog."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_HEADING = re.compile(r"^## +\[?(?P<version>[^\]\s]+)\]?(?: +- +(?P<date>.*\S))?\s*$")
_KIND = re.compile(r"^#+ +(?P<kind>.*\S)\s*$")


@dataclass(frozen=True)
class Section:
    """What one version brings.

    Attributes:
        version: As it stands in the heading.
        date: The same; "" if there is none.
        text: What stands below the heading.
    """

    version: str
    date: str
    text: str

    @property
    def heading(self) -> str:
        """Version and date."""
        return f"{self.version} - {self.date}" if self.date else self.version


def sections(path: Path) -> list[Section]:
    """All sections, in the order of the file.

    Args:
        path: CHANGELOG.md.
    """
    found: list[tuple[str, str, list[str]]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        heading = _HEADING.match(line)
        if heading:
            found.append((heading["version"], heading["date"] or "", []))
        elif found:
            found[-1][2].append(line)
    return [Section(version, date, "\n".join(lines).strip()) for version, date, lines in found]


def plain(section: Section) -> list[str]:
    """The lines of a section without Markdown's headings, empty lines and wrapping.

    In metadata.txt a line that begins with # is a comment, wherever it stands.

    Args:
        section: Of the changelog.
    """
    lines = [section.heading]
    for line in section.text.splitlines():
        kind = _KIND.match(line)
        if kind:
            lines.append(f"{kind['kind']}:")
        elif line.startswith(("- ", "* ")):
            lines.append(f"- {line[2:].strip()}")
        elif line.startswith(" ") and lines[-1].startswith("- "):
            lines[-1] += f" {line.strip()}"
        elif line.strip():
            lines.append(line.strip())
    return lines
