"""The ledger of an export: opened or started, and let go of as it was found."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.disclosure.history import Series
from ..arbeidsmigratie_plugin.core.disclosure.ledger import Ledger
from ..arbeidsmigratie_plugin.sources.secrets import SecretStore
from ..arbeidsmigratie_plugin.sources.starting import check_no_other, open_or_start
from .export_report import tell_start
from .granting import Request, ledger_path
from .ground import Material
from .run import Run


@contextmanager
def held_ledger(
    run: Run,
    asked: Request,
    series: Series,
    found: Material,
    store: SecretStore,
    folder: Path,
    feedback: QgsProcessingFeedback,
) -> Iterator[tuple[Ledger, bytes]]:
    """The ledger of a series with its secret; a new one in which nothing was written goes away again.

    Args:
        run: The parameters.
        asked: What was asked.
        series: The series.
        found: What was read.
        store: What this profile remembers.
        folder: Where the package goes.
        feedback: Of the run.
    """
    path = ledger_path(run, series.name)
    new_folder = not folder.exists()
    if not path.exists():
        names = sorted(set(found.read.rows.names[found.read.rows.usable()].tolist()))
        check_no_other(path, series.name, store, names, Path(tempfile.gettempdir()).resolve())
    ledger, secret, started = open_or_start(path, series, store, asked.now, folder)
    first = ledger.head().sequence
    try:
        tell_start(started, path, series.name, feedback)
        yield ledger, secret
    finally:
        unused = started.started and ledger.head().sequence == first
        ledger.close()
        if unused:
            with suppress(OSError):
                path.unlink()
            store.forget(ledger.identity)
        if new_folder:
            with suppress(OSError):  # not empty
                folder.rmdir()
