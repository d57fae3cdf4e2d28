"""Interface strings: English here, translated where a person reads them."""

from __future__ import annotations

import string
from typing import Any, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from .core.errors import ArbeidsmigratieError
from .core.phrases import Bilingual, Clause, Joined, Phrase
from .version import ROOT

#: The translator that is in use; Qt keeps no reference of its own.
_translator: Optional[QTranslator] = None

#: Language that is in use, in two letters; "en" without a translation.
_language = "en"


def install() -> None:
    """Makes the texts appear in the language of QGIS, if there is a translation; otherwise they stay English."""
    global _translator, _language
    remove()
    language = (QgsApplication.locale() or "")[:2].lower()
    translator = QTranslator()
    if translator.load(str(ROOT / "resources" / "i18n" / f"arbeidsmigratie_{language}.qm")):
        QCoreApplication.installTranslator(translator)
        _translator, _language = translator, language


def remove() -> None:
    """Takes the translation away; nothing happens if there is none."""
    global _translator, _language
    if _translator is not None:
        QCoreApplication.removeTranslator(_translator)
    _translator, _language = None, "en"


def tr(text: str) -> str:
    """The text in the language of the user.

    Args:
        text: English; places are filled in after translating: tr("{n} cells").format(n=n).
    """
    if not text:
        return ""
    translated = QCoreApplication.translate("@default", text)
    return str(translated) if _language == "en" else _Text(translated)


class _Writer(string.Formatter):
    """Fills places as str.format does, with a decimal comma."""

    def format_field(self, value: Any, format_spec: str) -> str:
        """What stands in a place."""
        written = str(super().format_field(value, format_spec))
        return written.replace(".", ",") if isinstance(value, float) else written


class _Text(str):
    """A translated text: its numbers are written as in its language."""

    def format(self, *args: Any, **values: Any) -> str:
        """The text with its places filled."""
        return _Writer().vformat(self, args, values)


def told(value: Any) -> Any:
    """A phrase in the language of the user; anything else (a name, a number, a file) as it is.

    Args:
        value: What fills a place of a sentence, or is shown by itself.
    """
    if isinstance(value, Phrase):
        text = tr(value.sentence)
        filled = text.format(**{name: told(one) for name, one in value.values.items()}) if value.values else text
        return filled.rstrip(".") if isinstance(value, Clause) else filled
    if isinstance(value, Joined):
        return str(told(value.separator)).join(str(told(part)) for part in value.parts)
    if isinstance(value, Bilingual):
        return value.dutch if _language == "nl" else str(value)
    return message(value) if isinstance(value, ArbeidsmigratieError) else value


def message(error: ArbeidsmigratieError) -> str:
    """The sentence of an error in the language of the user.

    Args:
        error: From any room.
    """
    return tr(error.sentence).format(**{name: told(value) for name, value in error.values.items()})
