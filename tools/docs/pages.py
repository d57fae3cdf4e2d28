"""The help pages as Markdown."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Sequence

from qgis.core import QgsProcessingAlgorithm, QgsProcessingParameterDefinition

from . import words
from .examples import EXAMPLES, Example, Value

MADE = "<!-- Gemaakt met 'make docs' (tools/docs); wijzig deze pagina niet met de hand. -->"
_ADVANCED = QgsProcessingParameterDefinition.Flag.FlagAdvanced
_OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional


def page(algorithm: QgsProcessingAlgorithm, titles: dict[str, str]) -> str:
    """The page of an algorithm.

    Args:
        algorithm: In Dutch.
        titles: Name of every algorithm in Dutch, by its id.
    """
    example = EXAMPLES[algorithm.name()]
    inputs = [_input(parameter) for parameter in algorithm.parameterDefinitions()]
    outputs = [(f"`{one.name()}`", one.description(), words.output_kind(one)) for one in algorithm.outputDefinitions()]
    parts = [
        f"# {algorithm.displayName()}",
        MADE,
        f"`arbeidsmigratie:{algorithm.name()}` · groep {algorithm.group()}",
        f"**{_sentence(algorithm.shortDescription())}**",
        _paragraphs(algorithm.shortHelpString()),
        "## Invoer",
        _table(("Parameter", "Wat", "Soort", "Verplicht", "Standaard", "Uitleg"), inputs),
        "## Uitvoer",
        _table(("Naam", "Wat", "Soort"), outputs),
        "## Voorbeeld",
        "```sh\n" + command(algorithm.name(), example.values) + "\n```",
        "Op Debian heet het programma `qgis_process.bin`. Zet de plugin een keer aan met "
        "`qgis_process plugins enable arbeidsmigratie`.",
        "## Verder",
        _links(example, titles),
    ]
    return "\n\n".join(parts) + "\n"


def index(algorithms: Sequence[QgsProcessingAlgorithm]) -> str:
    """The page that leads to all others, grouped as in the toolbox.

    Args:
        algorithms: In Dutch, in the order of the toolbox.
    """
    parts = [
        "# Algoritmen",
        MADE,
        "Alle algoritmen van Arbeidsmigratie, zoals ze in de Toolbox van Processing staan. Het paneel roept ze voor u "
        "aan; los zijn ze er voor scripts, modellen en wie tussendoor wil kijken. De [handleiding](../handleiding.md) "
        "volgt het werk van begin tot eind.",
        "Wat eruit komt is een aanwijzing, nooit een oordeel. Wat niet bekend is, is niet nul.",
    ]
    for group in dict.fromkeys(one.group() for one in algorithms):
        rows = [
            (f"[{one.displayName()}]({one.name()}.md)", f"`{one.name()}`", _sentence(one.shortDescription()))
            for one in algorithms
            if one.group() == group
        ]
        parts += [f"## {group}", _table(("Algoritme", "Id", "Wat het doet"), rows)]
    return "\n\n".join(parts) + "\n"


def command(name: str, values: dict[str, Value]) -> str:
    """A command line.

    Args:
        name: Id of the algorithm.
        values: Parameters; a list for one that takes several.
    """
    given = [f"{key}={_quoted(one)}" for key, value in values.items() for one in _several(value)]
    return " \\\n    ".join([f"qgis_process run arbeidsmigratie:{name} --", *given])


def _several(value: Value) -> list[str]:
    return value if isinstance(value, list) else [value]


def _quoted(value: str) -> str:
    return value if shlex.quote(value) == value else f'"{value}"'


def _input(parameter: QgsProcessingParameterDefinition) -> tuple[str, ...]:
    what = parameter.description() + (" (geavanceerd)" if parameter.flags() & _ADVANCED else "")
    given = parameter.flags() & _OPTIONAL or parameter.defaultValue() is not None
    needed = "nee" if given else "ja"
    return (
        f"`{parameter.name()}`",
        what,
        words.kind(parameter),
        needed,
        words.default(parameter),
        _safe(parameter.help()),
    )


def _links(example: Example, titles: dict[str, str]) -> str:
    links = [f"- [{titles[name]}]({name}.md)" for name in example.related]
    chapter = f"- [Handleiding](../handleiding.md#{example.chapter})"
    return "\n".join([*links, chapter, "- [Alle algoritmen](README.md)"])


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(_cell(one) for one in line) + " |" for line in lines)


def _cell(text: str) -> str:
    return re.sub(r"\s+", " ", text).replace("|", "\\|").strip()


def _paragraphs(text: str) -> str:
    return "\n\n".join(_safe(one.strip()) for one in re.split(r"\n\s*\n", text) if one.strip())


def _safe(text: str) -> str:
    """Signs that mean something in Markdown mean themselves."""
    return re.sub(r"([*<>])", r"\\\1", text)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
