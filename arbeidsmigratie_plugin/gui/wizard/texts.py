"""What the wizard says: what is wrong with a field, and how large a hexagon is."""

from __future__ import annotations

from ...core.dates import FIRST_RNI_ADDRESS
from ...core.workflow.folders import FolderLack
from ...core.workflow.project import Lack
from ...i18n import tr
from ..dialogs.form import readable

#: Lack -> the field under which it is said.
FIELDS = {
    Lack.RETENTION_PAST: "retention",
    Lack.PEILDATUM_FUTURE: "peildatum",
    Lack.PEILDATUM_EARLY: "peildatum",
}


def field_of(lack: Lack) -> str:
    """Name of the field that a lack is about.

    Args:
        lack: Which.
    """
    return FIELDS.get(lack, lack.value)


def lacking(lack: Lack) -> str:
    """What is wrong, and what to do.

    Args:
        lack: Which.
    """
    return {
        Lack.NAME: tr("Give the project a name."),
        Lack.REGION: tr("Choose a region, or add at least one municipality."),
        Lack.PURPOSE: tr("Say what the data are used for. Without a purpose they may not be used."),
        Lack.BASIS: tr("Give the legal basis: the law or the covenant that allows this use."),
        Lack.DPIA: tr("Give the reference of the data protection impact assessment (DPIA)."),
        Lack.ADVICE: tr("Give the day of the advice, or take the tick away."),
        Lack.RETENTION: tr("Give the last day on which the data are kept."),
        Lack.RETENTION_PAST: tr("This day has passed: delete the data, or give a later day if that was decided."),
        Lack.RESPONSIBLE: tr("Name the organisation that is responsible."),
        Lack.PEILDATUM: tr("Give the day on which the delivery was made."),
        Lack.PEILDATUM_FUTURE: tr("The reference date is later than today."),
        Lack.PEILDATUM_EARLY: tr("Before {date} the RNI had no stay addresses: give a later day.").format(
            date=readable(FIRST_RNI_ADDRESS)
        ),
    }[lack]


def folder_lacking(lack: FolderLack) -> str:
    """What is wrong with a folder, and what to do.

    Args:
        lack: Which.
    """
    return {
        FolderLack.NONE: tr("Choose the folder in which the project is kept."),
        FolderLack.RELATIVE: tr("Give the whole path of the folder, from the drive on."),
        FolderLack.FILE: tr("There is a file with this name: choose a folder."),
        FolderLack.PROTECTED: tr("You can't write in this folder: choose another, or ask your administrator."),
    }[lack]


def hexagon(resolution: int) -> str:
    """How large a hexagon is, in plain words.

    Args:
        resolution: H3 resolution.
    """
    sizes = {
        5: tr("17 km across: a part of a province"),
        6: tr("6.5 km across: a whole municipality"),
        7: tr("2.5 km across: a village or a part of a town"),
        8: tr("900 m across: a neighbourhood (usual)"),
        9: tr("350 m across: some streets"),
        10: tr("130 m across: one street; only for your own use"),
        11: tr("50 m across: a few homes; only for your own use"),
    }
    return tr("{size} (resolution {n})").format(size=sizes[resolution], n=resolution)
