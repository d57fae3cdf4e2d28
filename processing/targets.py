"""What a run may write, checked before any work is done: never an input, never one file twice."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

from qgis.core import (
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorDestination,
    QgsProcessingParameterVectorLayer,
)

from ..arbeidsmigratie_plugin.core.errors import OutputError
from ..arbeidsmigratie_plugin.core.limits import DRIVERS
from ..arbeidsmigratie_plugin.core.phrases import phrase
from ..arbeidsmigratie_plugin.sources.staging import check_place
from .files import file_written, files_read, same_file
from .values import Values

#: Parameters that name files or layers; another text that looks like a path is no input.
_READING = (
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorLayer,
)

_DATABASES = ("ogr:", "postgis:", "postgres:")


def check_layer_file(path: Path) -> None:
    """Refuses a file that no layer can be written to.

    Args:
        path: The file.

    Raises:
        OutputError: It is a database or a folder, or its name says another format.
    """
    if str(path).startswith(_DATABASES):
        raise OutputError(file=str(path), reason=phrase("give the path of a file, for example result.gpkg"))
    check_place(path)
    if path.suffix.lower() not in DRIVERS:
        raise OutputError(
            file=str(path), reason=phrase("choose a name that ends in {endings}", endings=", ".join(DRIVERS))
        )


class Targets(Values):
    """What a run may write, and the files that it reads."""

    @classmethod
    def of(cls, run: Values) -> Targets:
        """The targets of a run.

        Args:
            run: Its parameters.
        """
        return cls(run._algorithm, run._parameters, run._context)

    def check(self) -> None:
        """Raises an OutputError for a destination that can't be written to, or that would destroy an input."""
        targets = {}
        for definition in self._algorithm.destinationParameterDefinitions():
            path = file_written(self._raw(definition.name()), self._context)
            if path is None:
                continue
            if isinstance(definition, QgsProcessingParameterFolderDestination):
                _check_folder(path)
                continue
            if isinstance(definition, QgsProcessingParameterVectorDestination):
                check_layer_file(path)
            check_place(path)
            targets[definition.name()] = path
        self.check_apart(targets)

    def check_apart(self, targets: Mapping[str, Path]) -> None:
        """Refuses targets that are an input, or one another.

        Args:
            targets: What it is -> its file.

        Raises:
            OutputError: Two are the same file.
        """
        for (one, path), (other, second) in combinations(targets.items(), 2):
            if same_file(path, second):
                raise OutputError(
                    file=str(path),
                    reason=phrase("both {one} and {other} name it; give them different names", one=one, other=other),
                )
        for definition in self._algorithm.parameterDefinitions():
            reading = isinstance(definition, _READING)
            for source in files_read(self._raw(definition.name()), self._context) if reading else ():
                if any(same_file(source, path) for path in targets.values()):
                    reason = phrase("{name} is read from it; give the result another name", name=definition.name())
                    raise OutputError(file=str(source), reason=reason)

    def _raw(self, name: str) -> object:
        return self._parameters.get(name, self._algorithm.parameterDefinition(name).defaultValue())


def _check_folder(path: Path) -> None:
    if path.exists() and not path.is_dir():
        raise OutputError(file=str(path), reason=phrase("it is a file; give the name of a folder"))
