"""The parameters of one run, as the domain knows them: plain values, and layers of the BAG and of municipalities."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Optional

from qgis.core import (
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from ..arbeidsmigratie_plugin.core.errors import FileMissingError, LayerMissingError
from ..arbeidsmigratie_plugin.core.phrases import phrase
from ..arbeidsmigratie_plugin.core.privacy import safe_file_name
from .files import each, takes_files
from .values import Values

if TYPE_CHECKING:
    from ..arbeidsmigratie_plugin.core.municipalities import Municipalities
    from ..arbeidsmigratie_plugin.sources.vector import Layer


class Run(Values):
    """The parameters of one run.

    Args:
        algorithm: Whose run it is.
        parameters: Their raw values.
        context: Of the run.
    """

    def check(self) -> None:
        """Raises an ArbeidsmigratieError for layers, dates and resolutions that can't be used."""
        for definition in self._algorithm.parameterDefinitions():
            name = definition.name()
            kind = definition.type() if self.given(name) else ""
            if kind == QgsProcessingParameterFeatureSource.typeName() and self.table(name) is None:
                self._vector_layer(name)
            if kind == QgsProcessingParameterMultipleLayers.typeName() and not takes_files(definition):
                self._several(name)
        if self._algorithm.parameterDefinition("PEILDATUM"):
            self.reference_date("PEILDATUM")
        if self._algorithm.parameterDefinition("RESOLUTION"):
            self.resolution("RESOLUTION")

    def path(self, name: str) -> Optional[Path]:
        """The file of a layer parameter that names a file as a whole, None if it names one layer."""
        from ..arbeidsmigratie_plugin.sources.qgis_layer import layer_path

        text = self.text(name)
        if text and Path(text).is_file():
            return Path(text)
        layer = self._vector_layer(name)
        return None if self._chosen(name) else layer_path(layer)

    def file_of(self, name: str) -> Optional[Path]:
        """The file that a layer is in, None if it is in none."""
        from ..arbeidsmigratie_plugin.sources.qgis_layer import file_of

        return self.table(name) or file_of(self._vector_layer(name))

    def layer(self, name: str) -> Layer:
        """A layer, read in bulk where it is a file."""
        from ..arbeidsmigratie_plugin.sources.qgis_layer import open_qgis_layer

        source = None
        layer = self._vector_layer(name)
        if self._chosen(name):
            source = self._algorithm.parameterAsSource(self._parameters, name, self._context)
        return open_qgis_layer(layer, source)

    def limit_of(self, name: str) -> str:
        """What a layer is limited to: its filter, or how many objects the user chose; "" for all of it."""
        own = self._vector_layer(name).subsetString()
        return f"keuze van {self.layer(name).count}" if self._chosen(name) else f"filter {own}" if own else ""

    def bag(self, name: str, only_bag: bool = True) -> list[Layer]:
        """The BAG layers of a file, or the one layer that was given."""
        from ..arbeidsmigratie_plugin.sources.objects import bag_layers

        path = self.path(name)
        return [self.layer(name)] if path is None else bag_layers(path, only_bag)

    def left_out(self, name: str) -> tuple[str, ...]:
        """Other layers with addresses in the file of the one BAG layer that was given."""
        from ..arbeidsmigratie_plugin.core.bag import OBJECT_LAYERS
        from ..arbeidsmigratie_plugin.sources.qgis_layer import siblings

        return siblings(self._vector_layer(name), OBJECT_LAYERS)

    def layers(self, name: str) -> list[Layer]:
        """All layers of a file, or the one layer that was given."""
        from ..arbeidsmigratie_plugin.sources.vector import OgrLayer, layer_names

        path = self.path(name)
        return [self.layer(name)] if path is None else [OgrLayer(path, layer) for layer in layer_names(path)]

    def municipalities(self, name: str) -> tuple[Municipalities, str]:
        """Municipalities of a polygon layer, or of the layer in a file that is about them; and its name."""
        from ..arbeidsmigratie_plugin.sources.objects import municipality_layer, read_municipalities
        from ..arbeidsmigratie_plugin.sources.vector import OgrLayer

        path = self.path(name)
        layer = self.layer(name) if path is None else OgrLayer(path, municipality_layer(path))
        return read_municipalities(layer), layer.label

    def _chosen(self, name: str) -> bool:
        """Whether the user chose only some objects of the layer; QGIS then hands over a definition."""
        return isinstance(self._parameters.get(name), QgsProcessingFeatureSourceDefinition)

    def _vector_layer(self, name: str) -> QgsVectorLayer:
        """The layer, or an error that says what is wrong with it."""
        if self._chosen(name):
            chosen, _ = self._parameters[name].source.valueAsString(self._context.expressionContext())
            layer = QgsProcessingUtils.mapLayerFromString(chosen, self._context)
        else:
            layer = self._algorithm.parameterAsVectorLayer(self._parameters, name, self._context)
        return _usable(layer, self.text(name), name)

    def several(self, name: str, preferred: str) -> list[Layer]:
        """The layers of a parameter that takes several; of a file as a whole the preferred layer, else its first.

        QGIS drops what it can't open without a word: here that is an error.
        """
        from ..arbeidsmigratie_plugin.sources.qgis_layer import layer_path, open_qgis_layer
        from ..arbeidsmigratie_plugin.sources.vector import OgrLayer, layer_names

        found = []
        for layer in self._several(name):
            path = layer_path(layer)
            whole = path is not None and preferred in layer_names(path)
            found.append(OgrLayer(path, preferred) if path is not None and whole else open_qgis_layer(layer))
        return found

    def _several(self, name: str) -> list[QgsVectorLayer]:
        """The layers of a parameter that takes several, or an error that says what is wrong with one."""
        layers = []
        for given in each(self._parameters.get(name)):
            text = "" if isinstance(given, QgsVectorLayer) else str(given)
            layer = QgsProcessingUtils.mapLayerFromString(text, self._context) if text else given
            layers.append(_usable(layer, text, name))
        return layers


def _usable(layer: Optional[QgsVectorLayer], text: str, name: str) -> QgsVectorLayer:
    """The layer, or an error that says what is wrong with what was given."""
    if isinstance(layer, QgsVectorLayer) and layer.isValid():
        return layer
    path, _, rest = text.partition("|")
    if not Path(path).exists() or not path:
        raise FileMissingError(file=safe_file_name(path) or name)
    from ..arbeidsmigratie_plugin.sources.vector import layer_names

    file, found = safe_file_name(Path(path).name), ", ".join(layer_names(Path(path))) or phrase("no layer at all")
    wanted = phrase("layer '{name}'", name=rest.partition("=")[2]) if rest else phrase("layer that QGIS can read")
    raise LayerMissingError(file=file, expected=wanted, found=found, remedy=phrase("the name of one of these"))
