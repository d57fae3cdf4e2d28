"""Rows of the table herkomst for addresses that were counted before: what their own files say, kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Optional

from ..arbeidsmigratie_plugin.sharing import layers
from ..arbeidsmigratie_plugin.sources.counted import ReadAddresses
from ..arbeidsmigratie_plugin.sources.objects import codes_in, delivered, matched_in

#: How addresses are named that do not say which delivery they were counted from.
UNKNOWN_SOURCE = "Adressen met registraties"


def of_addresses(
    layers_read: Sequence[ReadAddresses], files: Sequence[Optional[Path]], covered: frozenset[str], peildatum: date
) -> list[layers.Provenance]:
    """Deliveries that were counted before, as the files of their addresses say; each with its own municipalities.

    Args:
        layers_read: Layers of addresses.
        files: Their files, None where they are in none as a whole.
        covered: Codes of the municipalities with a delivery; those that no file names go with the first.
        peildatum: Reference date.
    """
    rows = []
    left = covered - {code for read in layers_read for said in read.deliveries for code in codes_in(said.query)}
    for read, file in zip(layers_read, files):
        for said in read.deliveries:
            codes, left = (covered & codes_in(said.query)) | left, frozenset()
            row = layers.provenance(layers.ADDRESSES, said.source, said.count, brondatum=peildatum.isoformat())
            more = {"query": delivered(sorted(codes), matched_in(said.query)), "bestand": said.address}
            rows.append(replace(row, **more, opgehaald=said.fetched, sha256=said.checksum))
        if not read.deliveries:
            more = {"query": delivered(sorted(left)) if left else "", "brondatum": peildatum.isoformat()}
            rows.append(layers.provenance(layers.ADDRESSES, UNKNOWN_SOURCE, len(read.counted), file, **more))
            left = frozenset()
    return rows
