"""Whether a file that a user chose is what it should be: its layers and fields are looked at, its objects are not."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from ..core import bag
from ..core.errors import FieldMissingError
from ..core.municipalities import code_and_name_fields
from ..core.names import find_fields
from ..core.phrases import phrase
from .objects import BAG_REMEDY, FUNCTIONAL_FIELDS, bag_layers, municipality_layer
from .vector import OgrLayer, layer_names


def check_national(path: Path) -> None:
    """A GeoPackage with the whole BAG.

    Args:
        path: The file.

    Raises:
        FileError: It can't be read.
        LayerMissingError: It is another file.
    """
    from .extract import BagFile

    BagFile(path)


def check_bag(path: Path) -> None:
    """A file with addressable objects.

    Args:
        path: The file; the name of a layer may follow, as QGIS writes it.

    Raises:
        FileError: It can't be read.
        LayerError: A layer or field is missing, or it has no coordinate reference system.
    """
    file, layer = _split(path)
    for one in [OgrLayer(file, layer)] if layer else bag_layers(file):
        named = bag.channel_fields(one.fields)
        for field in bag.ADDRESS_FIELDS:
            if field not in named:
                wanted, found = phrase(" or ").join(bag.CHANNEL_NAMES[field]), ", ".join(one.fields)
                remedy = phrase("Give {remedy}.", remedy=BAG_REMEDY)
                raise FieldMissingError(layer=one.label, field=wanted, found=found, remedy=remedy)
        one.crs()


def check_municipalities(path: Path) -> None:
    """A file with municipalities.

    Args:
        path: The file; the name of a layer may follow, as QGIS writes it.

    Raises:
        FileError: It can't be read.
        LayerError: It has no field with a code, or no coordinate reference system.
    """
    file, layer = _split(path)
    one = OgrLayer(file, layer or municipality_layer(file))
    code_and_name_fields(one.fields, one.label)
    one.crs()


def check_functional(path: Path) -> None:
    """A file with functional areas.

    Args:
        path: The file; the name of a layer may follow, as QGIS writes it.

    Raises:
        FileError: It can't be read.
        FieldMissingError: No layer has a type.
    """
    file, layer = _split(path)
    layers = [OgrLayer(file, name) for name in ([layer] if layer else layer_names(file))]
    if not any("typefunctioneelgebied" in find_fields(one.fields, FUNCTIONAL_FIELDS) for one in layers):
        found = ", ".join(sorted({name for one in layers for name in one.fields}))
        remedy = phrase("Give TOP10NL functioneel gebied.")
        raise FieldMissingError(
            layer=layers[0].label if layers else file.name, field="typefunctioneelgebied", found=found, remedy=remedy
        )


def check_vector(path: Path) -> None:
    """Any file with layers.

    Args:
        path: The file; the name of a layer may follow, as QGIS writes it.

    Raises:
        FileError: It can't be read.
        LayerMissingError: It has no such layer.
    """
    file, layer = _split(path)
    OgrLayer(file, layer)


def _split(path: Path) -> tuple[Path, Optional[str]]:
    file, _, layer = str(path).partition("|layername=")
    return Path(file), layer or None
