"""Everything that can go wrong in a way a user can act on.

Each leaf of the tree is one situation with one sentence: what is wrong, in which file, row, field or address, and
what to do. The sentence is a class attribute with named places, so that the rooms that talk to people can
translate it before filling it in. No sentence ever carries a value from a personal column.
"""

from __future__ import annotations

from typing import ClassVar


class ArbeidsmigratieError(Exception):
    """Root of the tree.

    Attributes:
        sentence: The message with named places, in English.
        values: What fills the places.
    """

    sentence: ClassVar[str] = ""

    def __init__(self, **values: object) -> None:
        self.values = values
        super().__init__(self.sentence.format(**values))


class DependencyMissingError(ArbeidsmigratieError):
    """A library that QGIS does not ship is not installed."""

    sentence = "The Python library {library} is missing. {remedy}"


# Files -------------------------------------------------------------------------------------------------------


class FileError(ArbeidsmigratieError):
    """Something is wrong with a file as a whole."""


class FileMissingError(FileError):
    """There is no such file."""

    sentence = "{file} does not exist: check the path."


class FileTypeError(FileError):
    """The file is of a kind that can't be read."""

    sentence = "{file} is not {expected}: {found}. Give {remedy}."


class FileEmptyError(FileError):
    """The file holds nothing."""

    sentence = "{file} is empty: ask the sender for a new delivery."


class FileProtectedError(FileError):
    """The file can only be opened with a password."""

    sentence = "{file} is protected with a password: open it, save it without a password and try again."


class FileDamagedError(FileError):
    """The file has the right type, but can't be read."""

    sentence = "{file} can't be read, it seems damaged: ask the sender for a new copy."


class FileUnreadableError(FileError):
    """The system does not let the file be read."""

    sentence = "{file} can't be opened ({reason}): close it in other programs and check your rights."


class OutputError(FileError):
    """An output can't be written."""

    sentence = "{file} can't be written: {reason}."


# Tables ------------------------------------------------------------------------------------------------------


class TableError(ArbeidsmigratieError):
    """Something is wrong with the columns of a delivery."""


class HeaderNotFoundError(TableError):
    """No row looks like a header with address columns."""

    sentence = (
        "No address columns were recognised in {file}: a header row needs at least {needed}. "
        "Give the header row with HEADER_ROW, or the columns with MAPPING."
    )


class HeaderRowError(TableError):
    """The header row that the user gave does not exist."""

    sentence = "{file} has no row {row}: HEADER_ROW counts from 1, as a spreadsheet does."


class MappingError(TableError):
    """The column mapping can't be used."""

    sentence = "MAPPING can't be used: {reason}."


class PersonalColumnError(TableError):
    """A column that the user mapped holds personal numbers."""

    sentence = (
        "Column {column} of {file} can't serve as {field}: it holds citizen service numbers (BSN). Map another column."
    )


# Layers ------------------------------------------------------------------------------------------------------


class LayerError(ArbeidsmigratieError):
    """Something is wrong with a layer."""


class LayerMissingError(LayerError):
    """A file lacks the layer that is needed."""

    sentence = "{file} has no {expected}; it has: {found}. Give {remedy}."


class LayerEmptyError(LayerError):
    """A layer has nothing that can be used."""

    sentence = "{layer} has no usable objects: {reason}."


class FieldMissingError(LayerError):
    """A layer lacks a field."""

    sentence = "{layer} has no field {field}; its fields are: {found}. {remedy}."


class CrsMissingError(LayerError):
    """A layer does not say in which coordinate system it is."""

    sentence = "{layer} has no coordinate reference system: set it (for BAG data EPSG:28992) and try again."


class GeometryTypeError(LayerError):
    """A layer has the wrong kind of geometry."""

    sentence = "{layer} has {found}, {expected} are needed."


# Parameters --------------------------------------------------------------------------------------------------


class ParameterError(ArbeidsmigratieError):
    """A setting of a run can't be used."""


class DateError(ParameterError):
    """A date can't be read."""

    sentence = "'{text}' is not a date that can be used for {name}: write it as 2026-07-01."


class FutureDateError(ParameterError):
    """A reference date lies in the future."""

    sentence = "{name} {date} lies in the future: give the date on which the delivery was made."


class ResolutionError(ParameterError):
    """An H3 resolution that is not offered."""

    sentence = "Resolution {resolution} is out of range: give a whole number from {lowest} to {highest}."


class RegionError(ParameterError):
    """A region names a municipality that is not there, or that is there twice."""

    sentence = "REGION names {unknown}, which {layer} does not have, or has more than once. It has: {known}."


class MatchRateError(ParameterError):
    """So few registrations were matched that a map would mislead."""

    sentence = (
        "Only {percent} % of the registrations were matched to the BAG, less than the {minimum} % below which a map "
        "would mislead. Run 'rniinlezen' and look at the list of unmatched addresses: mostly the BAG file does not "
        "cover the municipalities of the delivery, or a column was recognised wrongly."
    )


class MixedDatesError(ParameterError):
    """A layer mixes reference dates."""

    sentence = (
        "{layer} has more than one reference date ({dates}): their numbers can't be added up. Select one of them."
    )
