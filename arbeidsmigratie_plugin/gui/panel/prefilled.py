"""What a new project begins with: as the organisation has set it."""

from __future__ import annotations

from ...core.workflow.defaults import Defaults
from ...sources import organisation


def defaults() -> Defaults:
    """What the organisation has set.

    Raises:
        ConfigurationError: Its file can't be used.
        SettingError: A value can't be used.
    """
    found = organisation.defaults()
    return Defaults(
        basis=found.basis,
        dpia=found.dpia,
        responsible=found.responsible,
        purpose=found.purpose,
        retention_months=found.retention or Defaults.retention_months,
        folder=str(found.folder or ""),
    )
