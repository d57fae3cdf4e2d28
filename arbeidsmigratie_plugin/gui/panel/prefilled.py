"""What a new project begins with: as the organisation has set it."""

from __future__ import annotations

from ...core.errors import ArbeidsmigratieError
from ...core.workflow.defaults import Defaults
from ...i18n import message
from ...sources import organisation
from ..messages import log


def defaults() -> Defaults:
    """What the organisation has set; nothing where its file can't be used, which the log says."""
    try:
        found = organisation.defaults()
    except ArbeidsmigratieError as error:
        log(message(error))
        return Defaults()
    return Defaults(
        basis=found.basis,
        dpia=found.dpia,
        responsible=found.responsible,
        purpose=found.purpose,
        retention_months=found.retention or Defaults.retention_months,
        folder=str(found.folder or ""),
    )
