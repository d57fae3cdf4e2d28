"""The table of unmatched addresses, as 'rniinlezen' wrote it: BAG words, numbers and a reason, nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Union

from ..core.address import Address, Unmatched
from ..core.arrays import integers
from ..core.phrases import joined
from ..core.placing import UnmatchedAddress
from ..core.privacy import safe_file_name
from ..core.refusals import UnmatchedTableError
from .vector import OgrLayer

_LAYER = "|layername="

_TEXTS = (
    "postcode",
    "huisletter",
    "toevoeging",
    "straat",
    "woonplaats",
    "gemeentecode",
    "nummeraanduiding_id",
    "adresseerbaarobject_id",
)
_FIELDS = (*_TEXTS, "huisnummer", "registraties", "reden")

_REASONS = {one.value: one for one in Unmatched}


def read_unmatched(source: Union[str, Path]) -> list[UnmatchedAddress]:
    """Unmatched addresses; of one near a house number the reason tells that it is.

    Args:
        source: The file, or file|layername=name.

    Raises:
        FileError: It can't be read.
        UnmatchedTableError: It is no table of unmatched addresses.
    """
    file, _, name = str(source).partition(_LAYER)
    layer = OgrLayer(Path(file), name or None)
    lacking = [field for field in _FIELDS if field not in layer.fields]
    if lacking:
        raise UnmatchedTableError(file=safe_file_name(Path(file).name), fields=joined(", ", lacking))
    found = []
    for chunk in layer.chunks(list(_FIELDS)):
        numbers, registrations = integers(chunk.columns["huisnummer"]), integers(chunk.columns["registraties"])
        for at in range(len(chunk)):
            cells = {field: str(chunk.columns[field][at] or "") for field in _TEXTS}
            reason = _REASONS.get(str(chunk.columns["reden"][at]), Unmatched.NOT_IN_BAG)
            address = Address(**cells, huisnummer=int(numbers[at]), nearby=reason is Unmatched.NEARBY)
            found.append(UnmatchedAddress(address, reason, int(registrations[at])))
    return found
