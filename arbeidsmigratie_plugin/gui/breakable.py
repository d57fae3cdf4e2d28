"""Long names and paths that may go on on the next line: a label else is as wide as its longest word."""

from __future__ import annotations

import re

#: Shows nothing; a line may be broken here.
_BREAK = "\u200b"

_AFTER = re.compile(r"([/\\_.,;=&?-])(?=\S)")

#: Words up to so many characters fit in any panel.
_SHORT = 24


def breakable(text: str) -> str:
    """The text with places where long words may be broken.

    Args:
        text: A sentence with paths or addresses in it.
    """
    return re.sub(rf"\S{{{_SHORT},}}", lambda word: _AFTER.sub(rf"\1{_BREAK}", word.group()), text)


def whole(text: str) -> str:
    """The text without such places, as it was.

    Args:
        text: Of breakable.
    """
    return text.replace(_BREAK, "")
