"""Import of a delivery: its preview, and linking by hand what the BAG does not have."""

from .import_dialog import ImportDialog
from .unmatched_dialog import UnmatchedDialog

__all__ = ["ImportDialog", "UnmatchedDialog"]
