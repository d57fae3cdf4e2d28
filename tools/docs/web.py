"""The same pages as web pages that open without internet: what the help button of an algorithm shows."""

from __future__ import annotations

import os
import posixpath
import re
from html import escape
from pathlib import PurePosixPath

_PAGE = """<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 16px/1.5 "Open Sans", "Segoe UI", sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }}
table {{ border-collapse: collapse; display: block; overflow-x: auto; }}
th, td {{ border: 1px solid #8888; padding: .3rem .6rem; text-align: left; vertical-align: top; }}
pre {{ border: 1px solid #8888; padding: .6rem; overflow-x: auto; }}
img {{ max-width: 100%; height: auto; border: 1px solid #8888; }}
</style>
</head>
<body>
{body}
</body>
</html>
"""

#: Where the web pages are, seen from the folder docs.
FOLDER = "hulp"


def name_of(markdown: str) -> str:
    """Name of the web page of a Markdown page.

    Args:
        markdown: Its path from the folder docs.
    """
    path = PurePosixPath(markdown)
    return "index.html" if path.name == "README.md" else f"{path.stem}.html"


def slug(heading: str, separator: str = "-") -> str:
    """The name by which links know a heading, as sites with Markdown make it.

    Args:
        heading: Its text.
        separator: Between words.
    """
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", separator)


def page(markdown: str, text: str) -> str:
    """A web page.

    Args:
        markdown: Path of the Markdown page from the folder docs.
        text: Its text.
    """
    import markdown as converter

    extensions = ["tables", "fenced_code", "sane_lists", "toc"]
    settings = {"toc": {"slugify": slug}}
    body = converter.markdown(text, extensions=extensions, extension_configs=settings, output_format="html")
    body = re.sub(r'(href|src)="([^"]+)"', lambda found: _link(markdown, *found.groups()), body)
    title = next(line[2:] for line in text.splitlines() if line.startswith("# "))
    return _PAGE.format(title=escape(title), body=body)


def _link(markdown: str, attribute: str, target: str) -> str:
    """A link as it is seen from the folder of web pages."""
    path, sign, anchor = target.partition("#")
    if not path or ":" in path:
        return f'{attribute}="{target}"'
    place = posixpath.normpath(posixpath.join(posixpath.dirname(markdown), path))
    if place.endswith(".md") and not place.startswith(".."):
        return f'{attribute}="{name_of(place)}{sign}{anchor}"'
    return f'{attribute}="{os.path.relpath(place, FOLDER)}{sign}{anchor}"'
