"""Settings of a QGIS that starts without a question, a tip, the news or the network."""

from __future__ import annotations

from pathlib import Path

LOCALES = {"nl": "nl_NL", "en": "en_US"}

_SETTINGS = """[PythonPlugins]
arbeidsmigratie={enabled}
MetaSearch=false
db_manager=false
grassprovider=false
sagaprovider=false

[locale]
overrideFlag=true
userLocale={locale}
globalLocale={locale}

[migration]
firstRunVersionFlag=99999
fileVersion=2

[qgis]
checkVersion=false
projOpenAtLaunch=3
askToSaveProjectChanges=false

[core]
NewsFeed\\httpsfeedqgisorg\\disabled=true

[app]
plugin_installer\\checkOnStart=false

[plugin-manager]
checkOnStart=false

[proxy]
proxyEnabled=true
proxyType=HttpProxy
proxyHost=127.0.0.1
proxyPort=9
"""


def write_settings(path: Path, language: str, enabled: bool = True) -> None:
    """Writes the settings with which QGIS starts.

    Args:
        path: QGIS3.ini of a profile.
        language: nl or en.
        enabled: Whether the plugin is loaded.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_SETTINGS.format(locale=LOCALES[language], enabled=str(enabled).lower()), encoding="utf-8")
