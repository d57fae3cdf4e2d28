"""What can be done in each step: opens its dialog, takes the answer, and has it run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import Qgis
from qgis.PyQt.QtCore import QObject, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QDialog

from ...core.errors import ArbeidsmigratieError
from ...core.workflow.defaults import Defaults
from ...core.workflow.plans import CORRECTIONS, absolute, relative
from ...core.workflow.state import Channel, Delivery, Lists, LocationList
from ...core.workflow.steps import delivery_changes, list_changes, seen_by_sources
from ...i18n import message, tr
from ..desk import Desk
from ..messages import log, tell
from ..runner import Runner
from .ask import Asking

if TYPE_CHECKING:
    from ...core.workflow.state import Share


_WARNING = Qgis.MessageLevel.Warning


class Actions(QObject):
    """What the buttons of the panel do.

    Args:
        iface: QGIS Desktop.
        desk: The work.
        runner: Has it done.
        parent: Whose it is.
    """

    def __init__(self, iface: Any, desk: Desk, runner: Runner, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._iface = iface
        self._desk = desk
        self._runner = runner
        self._asking = Asking(self)
        desk.switched.connect(self._asking.close)

    def close(self) -> None:
        """Closes the dialog that is open."""
        self._asking.close()

    # Project ---------------------------------------------------------------------------------------------------

    def start_project(self) -> None:
        """Asks what a new project is for, and starts it."""
        from ...core.workflow.project import Project
        from ..wizard import ProjectDialog

        known = self._known()
        dialog = ProjectDialog(self._window, Project(), known.folder, known)
        if self._asking.ask(dialog):
            project, folder = dialog.chosen()
            existing = dialog.existing
            if existing is not None:
                self._iface.addProject(str(existing))
            else:
                self._told(lambda: self._desk.begin(project, folder))
        _gone(dialog)

    def change_project(self) -> None:
        """Asks what is otherwise in the project."""
        from ..wizard import ProjectDialog

        dialog = ProjectDialog(self._window, self._desk.workflow.project, str(self._desk.folder or ""), self._known())
        if self._asking.ask(dialog):
            project, _ = dialog.chosen()
            self._desk.update(replace(self._desk.workflow, project=project, begun=True))
        _gone(dialog)

    def _known(self) -> Defaults:
        """What the organisation has set; where that can't be used the user is told, and fills it in."""
        from .prefilled import defaults

        try:
            return defaults()
        except ArbeidsmigratieError as error:
            tell(self._iface, tr("What your organisation has set can't be used."), _WARNING, message(error))
            return Defaults()

    # Source data -----------------------------------------------------------------------------------------------

    def choose_sources(self) -> None:
        """Asks where the source data come from, and fetches them."""
        from ..dialogs.sources import SourcesDialog

        work = self._desk.workflow
        dialog = SourcesDialog(self._window, work.sources, work.project.region, self._folder)
        if self._asking.ask(dialog):
            chosen = dialog.chosen()
            if chosen.channel == work.sources.channel:  # else what was fetched is of no use any more
                chosen = replace(chosen, record=work.sources.record)
            self._desk.update(replace(self._desk.workflow, sources=chosen))
            self.fetch_sources(refresh=False)
        _gone(dialog)

    def fetch_sources(self, refresh: bool) -> None:
        """Fetches source data as chosen before.

        Args:
            refresh: Whether to fetch again what is there.
        """
        if self._desk.workflow.sources.channel == Channel.OWN:
            self._told(self._take_own_sources)
        else:
            self._runner.fetch(refresh)

    def _take_own_sources(self) -> None:
        """Files of the user need no run: they are counted, and used where they are."""
        from ...sources.objects import bag_layers, municipality_layer

        work = self._desk.workflow
        seen = seen_by_sources(work, self._desk.surroundings())
        bag = Path(absolute(work.sources.bag, self._folder))
        municipality_layer(Path(absolute(work.sources.gemeenten, self._folder)))
        kept = sum(layer.count for layer in bag_layers(bag))
        record = self._desk.record({"KEPT": kept, "BAG": str(bag)}, seen)
        self._desk.update(replace(work, sources=replace(work.sources, record=record)))

    # RNI -------------------------------------------------------------------------------------------------------

    def municipalities(self) -> list[str]:
        """Names of the municipalities of the region, as far as they are known before anything is read."""
        from ...core.workflow.choosing import choice
        from ...sources.services import regions

        try:
            found = choice(self._desk.workflow.project.region, regions())
        except ArbeidsmigratieError as error:
            log(message(error), Qgis.MessageLevel.Warning)
            return []
        return [one.name or one.code for one in found.members if one in found.chosen]

    def add_delivery(self, sender: str = "") -> None:
        """Asks for a delivery, shows what is in it, and reads it.

        Args:
            sender: Whose delivery.
        """
        self._import(sender, "")

    def change_delivery(self, delivery: Delivery) -> None:
        """Asks again for the file or the columns of a delivery, and reads it.

        Args:
            delivery: Which.
        """
        self._import(delivery.sender, absolute(delivery.file, self._folder))

    def _import(self, sender: str, file: str) -> None:
        from ...core.workflow.importing import ImportRequest
        from ...core.workflow.project import day
        from ..importing import ImportDialog

        ground, peildatum = self._desk.ground, day(self._desk.workflow.project.peildatum)
        if ground is None or peildatum is None:
            return
        request = ImportRequest(ground.bag, self._folder, peildatum, sender, file)
        dialog = ImportDialog(self._window, request)
        plan = dialog.plan() if self._asking.ask(dialog) else None
        _gone(dialog)
        if plan is not None:
            kept = relative(plan.file, self._folder)
            delivery = Delivery(plan.sender, kept, plan.header_row, dict(plan.mapping))
            self._runner.read_deliveries([delivery], replaces=sender if file else "")

    def read_stale_deliveries(self) -> None:
        """Reads again the deliveries that are out of date."""
        work, around = self._desk.workflow, self._desk.surroundings()
        self._runner.read_deliveries([one for one in work.deliveries if delivery_changes(work, one, around)])

    def remove_delivery(self, delivery: Delivery) -> None:
        """Takes a delivery out of the work; its files stay.

        Args:
            delivery: Which.
        """
        self._desk.update(self._desk.workflow.without_delivery(delivery.sender))

    def link_by_hand(self, delivery: Delivery) -> None:
        """Shows what was not linked, to link or skip it.

        Args:
            delivery: Of which.
        """
        from ..importing import UnmatchedDialog

        ground, record = self._desk.ground, delivery.record
        if ground is None or record is None:
            return
        unmatched = absolute(record.files.get("OUTPUT_UNMATCHED", ""), self._folder)
        dialog = UnmatchedDialog(self._window, unmatched, ground.bag, self._folder / CORRECTIONS)
        saved = self._asking.ask(dialog)
        _gone(dialog)
        if saved:
            self._desk.changed.emit()

    # Other lists -----------------------------------------------------------------------------------------------

    def add_list(self) -> None:
        """Asks for a location list, and reads it."""
        self._list(None)

    def change_list(self, item: LocationList) -> None:
        """Asks again for a location list, and reads it.

        Args:
            item: Which.
        """
        self._list(item)

    def _list(self, item: Optional[LocationList]) -> None:
        from ..dialogs.lists import ListDialog

        taken = [one.name for one in self._desk.workflow.lists.items if one != item]
        dialog = ListDialog(self._window, item, taken, self._folder)
        chosen = dialog.chosen() if self._asking.ask(dialog) else None
        _gone(dialog)
        if chosen is None:
            return
        self._runner.read_lists([chosen], replaces=item.name if item else "")

    def read_stale_lists(self) -> None:
        """Reads again the lists that are out of date."""
        work, around = self._desk.workflow, self._desk.surroundings()
        self._runner.read_lists([one for one in work.lists.items if list_changes(work, one, around)])

    def remove_list(self, item: LocationList) -> None:
        """Takes a list out of the work; its files stay.

        Args:
            item: Which.
        """
        self._desk.update(self._desk.workflow.without_list(item.name))

    def choose_policy(self) -> None:
        """Asks for the table with the policy of municipalities."""
        from ..dialogs.lists import PolicyDialog

        lists = self._desk.workflow.lists
        dialog = PolicyDialog(self._window, absolute(lists.policy, self._folder))
        if self._asking.ask(dialog):
            self._update_lists(replace(lists, policy=relative(dialog.chosen(), self._folder)))
        _gone(dialog)

    def remove_policy(self) -> None:
        """Takes the policy of municipalities out of the work; its file stays."""
        self._update_lists(replace(self._desk.workflow.lists, policy=""))

    def no_lists(self) -> None:
        """Notes that there are no other lists."""
        self._update_lists(replace(self._desk.workflow.lists, none=True))

    def _update_lists(self, lists: Lists) -> None:
        self._desk.update(replace(self._desk.workflow, lists=lists))

    # Analysis and sharing --------------------------------------------------------------------------------------

    def analyse(self) -> None:
        """Makes the regional map and places it in the project."""
        from .results import Results

        results = Results(self._iface, self._desk)
        self._runner.analyse(results.release, results.place)

    def show_result(self) -> None:
        """Places the regional map in the project again, and goes there."""
        from .results import Results

        Results(self._iface, self._desk).place(True)

    def share(self) -> None:
        """Asks for whom, and makes a package."""
        from ..dialogs.sharing import ShareDialog

        work = self._desk.workflow
        dialog = ShareDialog(self._window, work.project, work.shares, self._desk.today)
        chosen = dialog.chosen() if self._asking.ask(dialog) else None
        _gone(dialog)
        if chosen is not None:
            self._runner.share(chosen)

    def open_package(self, share: Share) -> None:
        """Opens the folder of a package.

        Args:
            share: Which.
        """
        file = share.record.files.get("PACKAGE", "") if share.record else ""
        self.open_folder(Path(absolute(file, self._folder)).parent)

    def open_folder(self, folder: Optional[Path] = None) -> None:
        """Opens a folder in the file manager.

        Args:
            folder: Which; None for that of the project.
        """
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder or self._folder)))

    def show_log(self) -> None:
        """Opens the log panel."""
        self._iface.openMessageLog()

    @property
    def _window(self) -> Any:
        return self._iface.mainWindow()

    @property
    def _folder(self) -> Path:
        return self._desk.folder or Path()

    def _told(self, do: Callable[[], Any]) -> None:
        """Does something, and tells what is wrong if it can't be done."""
        try:
            do()
        except ArbeidsmigratieError as error:
            tell(self._iface, message(error), Qgis.MessageLevel.Critical)


def _gone(dialog: QDialog) -> None:
    from qgis.PyQt import sip

    if not sip.isdeleted(dialog):
        dialog.deleteLater()
