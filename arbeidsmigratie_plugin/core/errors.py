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


class MainThreadBusyError(ArbeidsmigratieError):
    """QGIS did not come to making a map in time."""

    sentence = (
        "QGIS was busy with something else for {seconds} seconds, so that the map could not be made and nothing was "
        "written: let it finish, or close what it asks, and run again."
    )


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


class BundleError(FileError):
    """An offline bundle of libraries can't be used; nothing was installed."""


class BundleUnknownError(BundleError):
    """The file is no bundle of ours, or holds what does not belong in one."""

    sentence = (
        "{file} is not an offline bundle of Arbeidsmigratie, or only a part of one. Choose the zip that was made for "
        "this computer."
    )


class BundleDamagedError(BundleError):
    """What is in the bundle is not what was put in."""

    sentence = "{file} is damaged at {part}. Copy it again from where it came from. Nothing was installed."


class BundleMisfitError(BundleError):
    """The bundle is for another QGIS."""

    sentence = "{file} is for {given}, and this QGIS needs {needed}. Ask for that bundle. Nothing was installed."


class BundleWriteError(BundleError):
    """The libraries can't be put into the profile."""

    sentence = "{folder} can't be changed ({reason}). Close other windows of QGIS and try again. Nothing was installed."


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


class RowsMissingError(TableError):
    """There is a header, and nothing below it."""

    sentence = "{file} has a header but no rows below it: ask the sender for a new delivery."


class QuoteError(TableError):
    """A quotation mark in a CSV file is not closed, and the rows don't fit without it."""

    sentence = (
        "Row {row} of {file} has a quotation mark that is not closed, so it can't be told where its cells end: mend "
        "it, or save the delivery as .xlsx."
    )


class AmbiguousColumnError(TableError):
    """Two columns have the same name and hold different things."""

    sentence = (
        "Columns {columns} of {file} have the same name and differ, so it can't be told which holds {field} of the "
        "stay address: say so with MAPPING, by the letter of the column."
    )


class NoAddressError(TableError):
    """Not one row of a delivery has a usable address."""

    sentence = (
        "None of the {rows} rows of {file} has a usable address (a house number with a postcode or street, or a BAG "
        "identifier): check the header row and the columns, and give HEADER_ROW or MAPPING."
    )


class PersonalColumnError(TableError):
    """A column that the user mapped holds personal numbers."""

    sentence = "Column {column} of {file} can't serve as {field}: it holds citizen service numbers. Map another one."


class PersonalCellsError(TableError):
    """Most of a column that the user mapped is of persons."""

    sentence = "Column {column} of {file} can't serve as {field}: most of it looks like {what}. Map another one."


# Layers ------------------------------------------------------------------------------------------------------


class LayerError(ArbeidsmigratieError):
    """Something is wrong with a layer."""


class LayerMissingError(LayerError):
    """A file lacks the layer that is needed."""

    sentence = "{file} has no {expected}; it has: {found}. Give {remedy}."


class LayerEmptyError(LayerError):
    """A layer has nothing that can be used."""

    sentence = "{layer} has no usable objects: {reason}."


class HexagonsError(LayerError):
    """A layer does not hold what a layer of hexagons should."""

    sentence = "{layer} can't be used as hexagons: {reason}. Give the output of 'h3aggregeren'."


class FieldMissingError(LayerError):
    """A layer lacks a field."""

    sentence = "{layer} has no field {field}; its fields are: {found}. {remedy}"


class RegistrationsTwiceError(LayerError):
    """Registrations are on the same address more than once."""

    sentence = "{layer} has addresses more than once ({count} of them), so that registrations would count double."


class AddressesSharedError(LayerError):
    """Two deliveries have registrations on the same addresses."""

    sentence = (
        "{one} and {other} have registrations on the same addresses ({count} of them), so that they would count "
        "double: give one delivery for each municipality, and ask the senders which of the two is right."
    )


class RegistrationsElsewhereError(LayerError):
    """Not one registration is on an object of the BAG that was given."""

    sentence = "None of the {count} registrations of {layer} is on a BAG object in use: give the BAG of that region."


class CrsMissingError(LayerError):
    """A layer does not say in which coordinate system it is."""

    sentence = "{layer} has no coordinate reference system: set it (for BAG data EPSG:28992) and try again."


class SpatialIndexMissingError(LayerError):
    """A layer of a large file has no spatial index."""

    sentence = (
        "{layer} has no spatial index, without which the whole file would have to be read: make one in QGIS (Create "
        "spatial index), or take the file as PDOK gives it."
    )


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


class RegionMissingError(ParameterError):
    """No region was given."""

    sentence = "Give REGION (one of {presets}, or codes of municipalities) or AREA (polygons)."


class RegistrationsGivenError(ParameterError):
    """Registrations were given in two ways, or in none."""

    sentence = "Give either RNI (one delivery) or ADDRESSES (outputs of 'rniinlezen'): {given}."


class RegionTwiceError(ParameterError):
    """Two regions were given."""

    sentence = "Give REGION ({region}) or AREA ({area}), not both: they may differ."


class ConsentMissingError(ParameterError):
    """An address would go to a public service without the user's consent."""

    sentence = "The address goes out to {service}, a public service: set AGREED if that is allowed."


class OneAddressError(ParameterError):
    """What should be one address is a list, or has something of a person in it."""

    sentence = (
        "ADDRESS must be one address of at most {longest} characters, such as 'Dorpsstraat 12, Weesp', without a "
        "number or name of a person."
    )


class SourceError(ParameterError):
    """A source that is not offered, or a file that goes with none."""

    sentence = "SOURCE '{source}' can't be used: give one of {known}, and FILE with the last of these."


class RegionError(ParameterError):
    """A region names a municipality that is not there, or that is there twice."""

    sentence = "REGION names {unknown}, which {layer} does not have, or has more than once. It has: {known}."


class CoveredError(ParameterError):
    """A municipality with a delivery is not there."""

    sentence = "COVERED names {unknown}, which is none of the municipalities here: {known}."


class MergedMunicipalityError(ParameterError):
    """A region names a municipality that was merged into another."""

    sentence = "REGION names {name} ({code}), which ended on {since}: its territory now belongs to {into}. Give that."


class MatchRateError(ParameterError):
    """So few registrations were matched that a map would mislead."""

    sentence = (
        "Only {percent} % of the registrations could be placed on a BAG address, less than the {minimum} % below which "
        "a map would mislead. Run 'rniinlezen' and look at the list of unmatched addresses: mostly the BAG file does "
        "not cover the municipalities of the delivery, or a column was recognised wrongly."
    )


class ConfigurationError(ParameterError):
    """A file with what an organisation has otherwise than the plugin can't be used."""

    sentence = (
        "{file}, named by {origin}, can't be used: {key} {reason}. Mend it in the form of {form}, or name no file."
    )


class SettingError(ParameterError):
    """A value of the environment or of the settings of QGIS can't be used."""

    sentence = "{setting} can't be used: {reason}. Mend it in the settings of the plugin, or take it away."


class RuleError(ParameterError):
    """Rules of an organisation that can't be used."""

    sentence = "The rules in {file} can't be used: {reason}. Mend them in the form of resources/signals."


class ListKindError(ParameterError):
    """A kind of list that there is not."""

    sentence = "KIND '{kind}' can't be used: give one of {known}."


class PolicyError(ParameterError):
    """A row of a policy table can't be used."""

    sentence = "Row {row} of the policy table {file} can't be used: {reason}. {remedy}."


class PermutationsError(ParameterError):
    """A number of permutations with which the test asked for can't show anything, or that takes too long."""

    sentence = (
        "PERMUTATIONS ({permutations}) can't serve {tests} tests at a false discovery rate of {fdr}: {needed} to "
        "{most} are needed. Leave it empty, or use 'ring_poisson', which needs none."
    )


class WorldsError(PermutationsError):
    """A number of random worlds with which the scan can't show anything."""

    sentence = (
        "PERMUTATIONS ({permutations}) can't show anything at FDR {fdr}: the scan needs at least {needed} random "
        "worlds. Leave it empty, or use 'ring_poisson', which needs none."
    )


class MunicipalitiesMissingError(ParameterError):
    """Clusters across municipal borders were asked for without the municipalities."""

    sentence = (
        "Give {name}, polygons with a code and a name (for example the output of 'gebiedenophalen'): without them it "
        "is unknown in which municipalities a cluster lies."
    )


class DistanceError(ParameterError):
    """A distance that is none."""

    sentence = "{name} {distance} can't be used: give a distance in metres of 0 or more."


class MixedDatesError(ParameterError):
    """A layer mixes reference dates."""

    sentence = (
        "{layer} has more than one reference date ({dates}): their numbers can't be added up. Select one of them."
    )


class NotComparableError(ParameterError):
    """Two layers were made in different ways, so that their difference says nothing."""

    sentence = "The two layers can't be compared: {reasons}."


class PreviousError(ParameterError):
    """A map can't be compared with the one that was given as earlier."""

    sentence = (
        "{file} can't be the earlier map: {reason}. Give another workspace as PREVIOUS or none, or move this one out "
        "of the folder of the project."
    )


class RoleError(ParameterError):
    """A municipality can't have the part in a comparison that the user gave it."""

    sentence = "{parameter} names {codes}: {reason}."
