"""What a person does: clicks and keys, as steps of a walk."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Optional

import qgis.utils
from qgis.PyQt.QtCore import QDate, QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAction,
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QWidget,
)

from . import eyes
from .eyes import find, plain, reachable
from .runner import NotSeenError, Step, Walk

#: A menu is clicked so often until it stays open.
TRIES = 3

LEFT = Qt.MouseButton.LeftButton


def show(widget: QWidget) -> None:
    """Scrolls until a widget can be seen.

    Args:
        widget: In any number of areas that scroll.
    """
    area = widget.parentWidget()
    while area is not None:
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(widget, 8, 8)
        area = area.parentWidget()


def _spot(widget: QWidget) -> QPoint:
    """Where a person clicks: in the middle, or on the box of something to tick."""
    box = isinstance(widget, (QCheckBox, QRadioButton))
    return QPoint(10, widget.height() // 2) if box else widget.rect().center()


def _within_reach(widget: QWidget, point: Optional[QPoint] = None) -> QWidget:
    show(widget)
    reachable(widget, _spot(widget) if point is None else point)
    return widget


def until(ready: Callable[[], Any], name: str, timeout: float = 10) -> Step:
    """Waits.

    Args:
        ready: Gives something true at last.
        name: What is waited for.
        timeout: Seconds.
    """
    return Step(f"until {name}", ready, timeout=timeout)


def do(act: Callable[[], Any], name: str) -> Step:
    """Does something that no click can do, or that would be many.

    Args:
        act: May open dialogs that wait.
        name: What it does.
    """
    return Step(name, lambda: True, lambda _: act())


def see(name: str = "", text: str = "", kind: str = "", timeout: float = 10) -> Step:
    """Waits for a widget; the walk gets it.

    Args:
        name: Its objectName.
        text: What is on it.
        kind: Its class.
        timeout: Seconds.
    """
    return Step(f"see {kind} {name} {text}".strip(), lambda: find(name, text, kind), timeout=timeout)


def gone(name: str, timeout: float = 10) -> Step:
    """Waits until a widget can't be seen any more.

    Args:
        name: Its objectName.
        timeout: Seconds.
    """
    return Step(f"until {name} is gone", lambda: next(eyes.matching(name), None) is None, timeout=timeout)


def click(name: str = "", text: str = "", kind: str = "", timeout: float = 10) -> Step:
    """Clicks a widget once that is possible.

    Args:
        name: Its objectName.
        text: What is on it.
        kind: Its class.
        timeout: Seconds.
    """
    return Step(
        f"click {kind} {name} {text}".strip(),
        lambda: _within_reach(find(name, text, kind)),
        lambda widget: QTest.mouseClick(widget, LEFT, Qt.KeyboardModifier.NoModifier, _spot(widget)),
        timeout,
    )


def click_tab(name: str, index: int) -> Step:
    """Clicks a tab.

    Args:
        name: objectName of the tabs.
        index: Which, from 0.
    """

    def ready() -> tuple[QTabBar, QPoint]:
        bar = find(name).tabBar()
        point = bar.tabRect(index).center()
        return _within_reach(bar, point), point

    return Step(f"click tab {index} of {name}", ready, lambda found: QTest.mouseClick(found[0], LEFT, pos=found[1]))


def click_menu(*texts: str) -> Walk:
    """Clicks through the menus of QGIS; these are several steps.

    Args:
        texts: From the menu bar on, on the entries or their objectName; the last is the entry.
    """
    yield until(lambda: QApplication.activePopupWidget() is None, "no menu is open")
    menu = qgis.utils.iface.mainWindow().menuBar()
    for text in texts:
        for _ in range(TRIES):
            _, action = yield _click_entry(menu, text)
            menu_of_entry = action.menu()
            if menu_of_entry is None or (yield _opened(menu_of_entry)) == "open":
                break
        menu = menu_of_entry


def _opened(menu: QWidget) -> Step:
    """Waits until a menu is open, but not for ever: a window that comes in between shuts it."""
    since: list[float] = []

    def ready() -> str:
        since.append(time.monotonic())
        return "open" if menu.isVisible() else "shut" if since[-1] - since[0] > 1 else ""

    return Step("until the menu is open", ready)


def click_entry(name: str, text: str) -> Step:
    """Clicks an entry of a menu that is open.

    Args:
        name: objectName of the button that the menu belongs to.
        text: On the entry, or its objectName.
    """
    return _click_entry(None, text, name)


def _click_entry(menu: Optional[QWidget], text: str, owner: str = "") -> Step:
    """The step gives the menu and the entry."""

    def ready() -> tuple[QWidget, QAction]:
        where = menu if menu is not None else QApplication.activePopupWidget()
        if where is None or not where.isVisible():
            raise NotSeenError(f"The menu {owner} is not open.")
        for action in where.actions():
            if action.isVisible() and text in (plain(action.text()), _name(action)):
                if not action.isEnabled():
                    raise NotSeenError(f"{text!r} is grey.")
                return where, action
        raise NotSeenError(f"There is no {text!r} in the menu.")

    def act(found: tuple[QWidget, QAction]) -> None:
        where, action = found
        QTest.mouseMove(where, where.actionGeometry(action).center())
        QTest.mouseClick(where, LEFT, pos=where.actionGeometry(action).center())

    return Step(f"menu {text}", ready, act)


def _name(action: QAction) -> str:
    """ObjectName of an entry, or of the menu that it opens."""
    return str(action.menu().objectName() if action.menu() is not None else action.objectName())


def click_item(name: str, text: str, timeout: float = 10, double: bool = False) -> Step:
    """Clicks an item of a list, tree or table.

    Args:
        name: objectName of the view.
        text: On the item, whole.
        timeout: Seconds.
        double: Twice.
    """

    def ready() -> tuple[QWidget, QPoint]:
        view = find(name)
        model = view.model()
        start = model.index(0, 0)
        flags = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive | Qt.MatchFlag.MatchWrap
        indexes = [
            index
            for column in range(model.columnCount())
            for index in model.match(start.sibling(0, column), Qt.ItemDataRole.DisplayRole, text, 1, flags)
        ]
        if not indexes:
            raise NotSeenError(f"There is no {text!r} in {name}.")
        view.scrollTo(indexes[0], QAbstractItemView.ScrollHint.EnsureVisible)
        point = view.visualRect(indexes[0]).center()
        return _within_reach(view.viewport(), point), point

    press = QTest.mouseDClick if double else QTest.mouseClick
    return Step(f"click {text} in {name}", ready, lambda found: press(found[0], LEFT, pos=found[1]), timeout)


def click_cell(name: str, row: int, column: int, double: bool = False) -> Step:
    """Clicks a cell of a table.

    Args:
        name: objectName of the table.
        row: From 0.
        column: From 0.
        double: Twice.
    """

    def ready() -> tuple[QWidget, QPoint]:
        view = find(name)
        index = view.model().index(row, column)
        if not index.isValid():
            raise NotSeenError(f"{name} has no cell {row}, {column}.")
        view.scrollTo(index)
        point = view.visualRect(index).center()
        return _within_reach(view.viewport(), point), point

    press = QTest.mouseDClick if double else QTest.mouseClick
    return Step(f"click cell {row},{column} of {name}", ready, lambda found: press(found[0], LEFT, pos=found[1]))


def _listening() -> Optional[QWidget]:
    """What gets the keys: an open menu, else where the cursor is."""
    return QApplication.activePopupWidget() or QApplication.focusWidget()


def keys(text: str = "", *pressed: Qt.Key, name: str = "") -> Step:
    """Types into a widget, or where the cursor is.

    Args:
        text: Letters.
        pressed: Keys after that.
        name: objectName; empty for where the cursor is.
    """

    def act(widget: QWidget) -> None:
        if text:
            QTest.keyClicks(widget, text)
        for key in pressed:
            QTest.keyClick(widget, key)

    ready = (lambda: find(name)) if name else _listening
    return Step(f"type {text or pressed} {name}".strip(), ready, act)


def fill(name: str, text: str, timeout: float = 10, leave: bool = True) -> Step:
    """Replaces the text of a field by typing.

    Args:
        name: objectName of the field, or of what the field is in: a file widget, a date, an editable list.
        text: New text.
        timeout: Seconds.
        leave: Go on to the next field, so that the panel notes it.
    """

    def ready() -> QWidget:
        widget = find(name)
        if not isinstance(widget, QLineEdit):
            inner = widget.findChild(QLineEdit)
            widget = inner if inner is not None else widget
        return _within_reach(widget)

    def act(widget: QWidget) -> None:
        QTest.mouseClick(widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget, LEFT)
        QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        if "/" in text:  # nobody types a path
            QApplication.clipboard().setText(text)
            QTest.keyClick(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        else:
            QTest.keyClicks(widget, text)
        if leave:
            QTest.keyClick(widget, Qt.Key.Key_Tab)

    return Step(f"fill {name} with {text}", ready, act, timeout)


def fill_date(name: str, day: str) -> Step:
    """Types a day: year, month, day, each in its place.

    Args:
        name: objectName of the field.
        day: YYYY-MM-DD.
    """
    wanted = QDate.fromString(day, Qt.DateFormat.ISODate)

    def act(field: QDateEdit) -> None:
        QTest.mouseClick(field.findChild(QLineEdit), LEFT)
        parts = re.findall(r"d+|M+|y+", field.displayFormat())
        for index in sorted(range(len(parts)), key=lambda index: "yMd".index(parts[index][0])):
            field.setSelectedSection(field.sectionAt(index))
            QTest.keyClicks(field, wanted.toString(parts[index]))
        QTest.keyClick(field, Qt.Key.Key_Tab)
        if field.date() != wanted:
            raise NotSeenError(f"{name} has {field.text()} after typing {day}.")

    return Step(f"fill {name} with {day}", lambda: _within_reach(find(name)), act)


def choose(name: str, text: str = "", data: Any = None, timeout: float = 10) -> Step:
    """Chooses in a combo box, with the arrow keys.

    Args:
        name: objectName of the combo box, or of what it is in.
        text: What to choose, or the beginning of it.
        data: Or what stands behind it.
        timeout: Seconds.
    """

    def ready() -> tuple[QComboBox, int]:
        box = find(name)
        box = box if isinstance(box, QComboBox) else box.findChild(QComboBox)
        for index in range(box.count()):
            if (data is not None and box.itemData(index) == data) or (text and box.itemText(index).startswith(text)):
                return _within_reach(box), index
        shown = ", ".join(box.itemText(i) for i in range(box.count()))
        raise NotSeenError(f"{name} has no {text or data!r}, but {shown}.")

    def act(found: tuple[QComboBox, int]) -> None:
        box, index = found
        box.setFocus()
        for _ in range(box.count()):
            if box.currentIndex() == index:
                return
            QTest.keyClick(box, Qt.Key.Key_Down if box.currentIndex() < index else Qt.Key.Key_Up)

    return Step(f"choose {text or data} in {name}", ready, act, timeout)


def choose_file(path: Path) -> Step:
    """Types a path in the dialog that asks for a file or folder.

    Args:
        path: The file.
    """

    def ready() -> QLineEdit:
        return _within_reach(find("fileNameEdit", inside=find(kind="QFileDialog")))

    def act(field: QLineEdit) -> None:
        field.selectAll()
        QTest.keyClicks(field, str(path))
        QTest.keyClick(field, Qt.Key.Key_Return)

    return Step(f"choose file {path}", ready, act)


def press(key: Qt.Key, name: str = "") -> Step:
    """Presses one key.

    Args:
        key: The key.
        name: objectName; empty for where the cursor is.
    """
    return keys("", key, name=name)
