"""Where secrets are kept: QGIS's authentication database, which is encrypted with a master password."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional, Protocol

_PREFIX = "arbeidsmigratie/"


class Vault(Protocol):
    """A place where secrets are encrypted."""

    def open(self) -> bool:
        """Whether it can be used now, without asking the user for anything."""

    def put(self, name: str, value: str) -> bool:
        """Whether a secret was kept.

        Args:
            name: Its name.
            value: The secret.
        """

    def get(self, name: str) -> str:
        """A secret that was kept, "" if there is none.

        Args:
            name: Its name.
        """


class QgisVault:
    """The authentication database of this profile.

    It is open when the user gave the master password in this session, or QGIS was started with
    QGIS_AUTH_PASSWORD_FILE; outside QGIS it never is.
    """

    def open(self) -> bool:
        """Whether it can be used now; see Vault."""
        return self._manager() is not None

    def put(self, name: str, value: str) -> bool:
        """Whether a secret was kept; see Vault."""
        manager = self._manager()
        if manager is None or not manager.storeAuthSetting(_PREFIX + name, value, True):
            return False
        return self.get(name) == value

    def get(self, name: str) -> str:
        """A secret that was kept; see Vault."""
        manager = self._manager()
        if manager is None or not manager.existsAuthSetting(_PREFIX + name):
            return ""
        return str(manager.authSetting(_PREFIX + name, "", True) or "")

    def _manager(self) -> Optional[Any]:
        """The authentication manager if it would not ask for the master password."""
        try:
            from qgis.core import QgsApplication
        except ImportError:
            return None
        # Without an application there is no profile, and QGIS would make its database in the user's own.
        if QgsApplication.instance() is None:
            return None
        manager = QgsApplication.authManager()
        if manager is None or manager.isDisabled() or not manager.masterPasswordIsSet():
            return None
        return manager


def profile_folder() -> Path:
    """The folder of this QGIS profile in which the plugin keeps what it remembers."""
    from qgis.core import QgsApplication

    return Path(QgsApplication.qgisSettingsDirPath()) / "arbeidsmigratie"
