"""The page in the options of QGIS: six tabs, looked at as a whole before anything is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Optional

from qgis.core import Qgis, QgsApplication
from qgis.gui import QgsOptionsPageWidget
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtGui import QIcon, QShowEvent
from qgis.PyQt.QtWidgets import QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from ...core.errors import ArbeidsmigratieError
from ...i18n import message, tr
from ..messages import tell
from . import PAGE
from .fields import Notice

#: A pause in typing after which it is looked at (ms).
_PAUSE = 400


class SettingsPage(QgsOptionsPageWidget):
    """The page. Its tabs are made when it is first shown: QGIS makes every page for each look at its options.

    Args:
        iface: QGIS Desktop.
        parent: The dialog.
    """

    def __init__(self, iface: Any, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName(PAGE)
        self._iface = iface
        self._sections: list[Any] = []
        self._problem = Notice("/mIconWarning.svg")
        self._problem.setObjectName("settings_problem")
        self._tabs = QTabWidget()
        self._tabs.setObjectName("settings_tabs")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._problem)
        column.addWidget(self._tabs, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.check)
        self._built = False

    def showEvent(self, event: QShowEvent) -> None:
        """Makes the tabs."""
        if not self._built:
            self._built = True
            self.build()
        super().showEvent(event)

    def build(self) -> None:
        """Makes the tabs; if the file of the organisation can't be used the page only says so."""
        from .matrix import MatrixSection
        from .organisation import OrganisationSection
        from .policy import PolicySection
        from .record import RecordSection
        from .services import ServicesSection
        from .thresholds import ThresholdsSection

        kinds = (OrganisationSection, ServicesSection, PolicySection, ThresholdsSection, MatrixSection, RecordSection)
        made: list[Any] = []
        try:
            for kind in kinds:
                section = kind()
                section.load()
                made.append(section)
        except ArbeidsmigratieError as error:
            self._problem.say(message(error))
            self._tabs.hide()
            return
        for section in made:
            section.changed.connect(self._pause.start)
            self._tabs.addTab(section, section.title)
        self._sections = made
        dialog = self.window()
        if hasattr(dialog, "finished"):
            dialog.finished.connect(lambda _: self.leave())
        self.check()

    def check(self) -> bool:
        """Looks at everything, and shows what is wrong where it stands.

        Returns:
            Whether it can be kept.
        """
        from ...sources.preferences import problems

        self._pause.stop()
        found = {one.key: message(one.error) for one in problems(self._wanted())} if self._sections else {}
        for at, section in enumerate(self._sections):
            section.complain(found)
            wrong = bool(section.keys() & set(found))
            self._tabs.setTabIcon(at, QgsApplication.getThemeIcon("/mIconWarning.svg") if wrong else QIcon())
        if self._sections:
            self._problem.say(
                tr("Nothing is saved until this is mended: {reason}").format(reason=next(iter(found.values())))
                if found
                else ""
            )
        self._let(not found)
        return not found

    def isValid(self) -> bool:
        """Whether the dialog may close; shows the first tab with a problem if not."""
        fine = self.check()
        wrong = (at for at in range(self._tabs.count()) if not self._tabs.tabIcon(at).isNull())
        if not fine:
            self._tabs.setCurrentIndex(next(wrong, 0))
        return fine

    def apply(self) -> None:
        """Keeps what was set: all of it, or nothing."""
        if not self._sections:
            return
        from ...sources.preferences import save

        if not self.isValid():
            tell(self._iface, self._problem.text, Qgis.MessageLevel.Warning)
            return
        try:
            save(self._wanted())
        except ArbeidsmigratieError as error:
            tell(self._iface, message(error), Qgis.MessageLevel.Warning)

    def leave(self) -> None:
        """Stops what runs."""
        self._pause.stop()
        for section in self._sections:
            section.leave()

    def _wanted(self) -> Any:
        from ...sources.preferences import Preferences

        values, entries = {}, None
        for section in self._sections:
            values.update(section.values())
            look: Optional[Callable[[], Any]] = getattr(section, "entries", None)
            entries = look() if look else entries
        return Preferences({key: text for key, text in values.items() if text}, entries)

    def _let(self, fine: bool) -> None:
        """QGIS before 3.24 asks no page whether it is valid: there the dialog can't be accepted while it is not."""
        if hasattr(QgsOptionsPageWidget, "isValid"):
            return
        box = self.window().findChild(QDialogButtonBox)
        button = box.button(QDialogButtonBox.StandardButton.Ok) if box is not None else None
        if button is not None:
            button.setEnabled(fine)
            button.setToolTip("" if fine else self._problem.text)
