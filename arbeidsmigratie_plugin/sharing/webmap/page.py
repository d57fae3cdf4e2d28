"""The web map as one page: template, style, scripts, library and data in one text, closed by a strict policy."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from pathlib import Path
from typing import Any, Optional
from urllib.parse import quote, urlsplit, urlunsplit

from ...core.disclosure.publication import Publication
from ...version import ROOT
from ..map_file import Background
from .content import content

TEMPLATE = ROOT / "resources" / "webmap"

#: OpenLayers, built by tools/webmap: not in the repository.
LIBRARY = TEMPLATE / "built" / "library.js"

#: Our own scripts; each knows those before it.
_SCRIPTS = ("words.js", "map.js", "print.js", "list.js", "page.js")

_PLACE = re.compile(r"\{\{(\w+)\}\}")

#: Nothing may be fetched, sent or run, except what the page itself holds; {{...}} is filled in.
_POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; "
    "script-src {scripts}; style-src {style}; img-src data: blob:{tiles}"
)


def web_map(publication: Publication, background: Optional[Background] = None) -> Optional[str]:
    """The whole page, to be written as UTF-8; None where the library was not built.

    Args:
        publication: What is published.
        background: Tiles that the reader can switch on; without them the page has no such switch.
    """
    if not LIBRARY.is_file():
        return None
    style = _read(TEMPLATE / "page.css")
    library = _read(LIBRARY)
    script = "\n".join(_read(TEMPLATE / name) for name in _SCRIPTS)
    policy = _POLICY.format(
        scripts=f"{_hash(library)} {_hash(script)}",
        style=_hash(style),
        tiles=f" {_origin(background.url)}" if background else "",
    )
    parts = {
        "policy": html.escape(policy, quote=False),
        "title": html.escape(_clean(publication.title)),
        "style": style,
        "data": _inlined(content(publication, background)),
        "library": library,
        "script": script,
    }
    return _PLACE.sub(lambda place: parts[place[1]], _read(TEMPLATE / "page.html"))


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _clean(text: str) -> str:
    """Without halves of characters, which can't be written as UTF-8."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _inlined(data: dict[str, Any]) -> str:
    """JSON that no text in it can break out of: ASCII, without the signs that mean something to HTML."""
    text = json.dumps(data, separators=(",", ":"), ensure_ascii=True, allow_nan=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _hash(text: str) -> str:
    """How a Content-Security-Policy names one script or style that may be there (CSP level 3, hash-source)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _origin(url: str) -> str:
    """Scheme and host of an address, safe to stand in a policy."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, quote(parts.netloc, safe=":[]"), "", "", ""))
