"""Why something is not shared: the leaves of the exception tree that belong to disclosure control."""

from __future__ import annotations

from .errors import ArbeidsmigratieError


class DisclosureError(ArbeidsmigratieError):
    """Nothing was exported."""


class RulesError(DisclosureError):
    """A safety rule would be weaker than it may be."""

    sentence = "The safety rule {rule} can't be {value} (it may only be tightened; now {limit}): give a stricter one."


class RulesTextError(DisclosureError):
    """What was typed as stricter safety rules can't be read."""

    sentence = "RULES is not understood at {given}: write JSON like {example}, with the names {known}."


class GrantError(DisclosureError):
    """It is not said for whom, for what or until when."""

    sentence = "Nothing is exported without {missing}: {remedy}."


class MatrixError(DisclosureError):
    """The recipient may not have this product at this detail."""

    sentence = "{recipient} ({kind}) can't be given {asked}: {remedy}."


class UnsafeError(DisclosureError):
    """The audit failed, and repair did not help."""

    sentence = "Nothing was exported: {reason}. {remedy}."


class SeriesError(DisclosureError):
    """The series can't go on like this."""

    sentence = "Series '{series}' can't go on with this export: {reason}. {remedy}."


class LedgerMissingError(DisclosureError):
    """The ledger that earlier exports were written in is gone."""

    sentence = "The ledger {file} of series '{series}' is gone: {remedy}."


class LedgerDamagedError(DisclosureError):
    """The ledger is not as it was written."""

    sentence = "The ledger {file} is damaged ({reason}): put back the last good copy; nothing is exported without it."


class LedgerBusyError(DisclosureError):
    """Another export holds the ledger."""

    sentence = "The ledger {file} is in use by another export: wait until it is ready and try again."


class LedgerOtherError(DisclosureError):
    """The ledger belongs to something else."""

    sentence = "The ledger {file} is of {found}, not of {expected}: {remedy}."


class ClockError(DisclosureError):
    """The clock is behind the last export."""

    sentence = "The clock says {now}, but the last export in {file} was made at {last}: set the clock right."


class SecretMissingError(DisclosureError):
    """The secret of a series is lost."""

    sentence = "The secret of ledger {file} (series '{series}') is not in this profile: {remedy}."


class PackageError(DisclosureError):
    """A partner package can't be read."""

    sentence = "{file} can't be read as a package: {reason}. {remedy}."


class PackagesError(DisclosureError):
    """Packages do not go together."""

    sentence = "The packages can't be merged: {reason}. {remedy}."


class LogbookError(ArbeidsmigratieError):
    """The record of processing can't be kept."""

    sentence = "The record of processing (logbook) can't be kept: {setting} {reason}. {remedy}."


class InputMissingError(DisclosureError):
    """A layer that an export can't do without is not given."""

    sentence = "There is nothing to export without {wanted}: {remedy}."


# The project of a user ----------------------------------------------------------------------------------------


class ProjectMemoryError(ArbeidsmigratieError):
    """What the map project remembers of the work can't be used."""

    sentence = "What this map project remembers of the work can't be used: {reason}. Start the project anew."


class CorrectionError(ArbeidsmigratieError):
    """A row of the file with addresses that were linked by hand can't be used."""

    sentence = "Row {row} of the corrections {file} can't be used: {reason}. Mend the row, or remove it."


class CorrectionsFileError(ArbeidsmigratieError):
    """The file with addresses that were linked by hand is none."""

    sentence = (
        "{file} can't be used as corrections: {reason}. Give the file that 'link by hand' saved, or move it away."
    )


class SendersError(ArbeidsmigratieError):
    """What was remembered of the columns of senders can't be used."""

    sentence = "What was remembered of senders in {file} can't be used: {reason}. Remove the file; it is made anew."


class RememberedColumnsError(ArbeidsmigratieError):
    """The columns of an earlier delivery of this sender are not those of the file."""

    sentence = "The columns that were remembered of {sender} don't fit {file}, so they are not used."


class UnmatchedTableError(ArbeidsmigratieError):
    """A table is not one of unmatched addresses."""

    sentence = "{file} can't be used as unmatched addresses: it lacks {fields}. Give OUTPUT_UNMATCHED of 'rniinlezen'."


class ProjectThereError(ArbeidsmigratieError):
    """A new project would take the place of another."""

    sentence = "{file} is there already: open it, or choose another name or folder."
