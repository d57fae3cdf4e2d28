"""In which way registrations were given; asked in a dialog too, so that nothing heavy is loaded for it."""

from __future__ import annotations

from ..arbeidsmigratie_plugin.core.errors import RegistrationsGivenError
from ..arbeidsmigratie_plugin.core.phrases import phrase
from .values import Values


def check_given(run: Values) -> None:
    """Refuses registrations that were given in two ways, or in none.

    Args:
        run: The parameters.

    Raises:
        RegistrationsGivenError: Not exactly one of RNI and ADDRESSES is given.
    """
    of_delivery, of_addresses = run.given("RNI"), bool(run.listed("ADDRESSES"))
    if of_delivery == of_addresses:
        given = phrase("both are given") if of_delivery else phrase("neither is given")
        raise RegistrationsGivenError(given=given)
    if run.listed("UNMATCHED") and not of_addresses:
        raise RegistrationsGivenError(given=phrase("UNMATCHED goes with ADDRESSES"))
