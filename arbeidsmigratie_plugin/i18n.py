"""Interface strings: English here, translated where a person reads them."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

from .core.errors import ArbeidsmigratieError


def tr(text: str) -> str:
    """The text in the language of the user.

    Args:
        text: English; places are filled in after translating: tr("{n} cells").format(n=n).
    """
    return str(QCoreApplication.translate("@default", text))


def message(error: ArbeidsmigratieError) -> str:
    """The sentence of an error in the language of the user.

    Args:
        error: From any room.
    """
    return tr(error.sentence).format(**error.values)
