"""Safety rules of exports: nothing here can be set weaker than the floor."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Union

from qgis.gui import QgsDoubleSpinBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QGridLayout, QPushButton

from ...core.disclosure.rules import Rules, higher_is_stricter
from ...core.errors import ArbeidsmigratieError
from ...i18n import tr
from ...sources.organisation import Level, rules
from ...sources.organisation_keys import typed
from ...sources.preferences import Standing, standing
from .fields import Notice, set_by, wrapped
from .section import Section

_KEY = "drempels"

_HIGHEST = 100_000


@dataclass(frozen=True)
class _Rule:
    """A rule on the page.

    Attributes:
        name: Of the rule.
        box: Where it is set.
        factor: What a threshold is multiplied by to be shown.
    """

    name: str
    box: QgsDoubleSpinBox
    factor: int

    @property
    def value(self) -> Union[int, float]:
        shown = self.box.value() / self.factor
        return round(shown) if isinstance(getattr(Rules(), self.name), int) else round(shown, 4)


class ThresholdsSection(Section):
    """Thresholds, each with its floor in words."""

    @property
    def title(self) -> str:
        """Name of the tab."""
        return tr("Thresholds")

    def build(self) -> None:
        """Makes the widgets."""
        self.explain(
            tr(
                "A region on a map for partners gets a number only if all of this holds. You can make a rule stricter, "
                "never weaker than the floor. Exports of a series can only become stricter."
            )
        )
        self._note, self._problem = Notice("/locked.svg"), Notice("/mIconWarning.svg")
        self.column.addWidget(self._note)
        self.column.addWidget(self._problem)
        grid = QGridLayout()
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(2, 2)
        floor, texts = rules(without=(Level.USER,)), _texts()
        self._floor, self._rules = floor, [self._rule(one.name, floor) for one in fields(Rules)]
        for at, rule in enumerate(self._rules):
            name = wrapped(texts[rule.name])
            name.setBuddy(rule.box)
            grid.addWidget(name, at, 0)
            grid.addWidget(rule.box, at, 1)
            grid.addWidget(wrapped(_floor_in_words(rule, floor)), at, 2)
        self.column.addLayout(grid)
        reset = QPushButton(tr("All at the floor"))
        reset.setObjectName("thresholds_reset")
        reset.clicked.connect(lambda _=False: self._show(floor))
        self._reset = reset
        self.column.addWidget(reset, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self._standing = Standing("", None, True)

    def _rule(self, name: str, floor: Rules) -> _Rule:
        """The box of a rule, which does not go below the floor."""
        box = QgsDoubleSpinBox()
        box.setObjectName(f"threshold_{name}")
        factor = 100 if name == "share" else 1
        bound = getattr(floor, name) * factor
        box.setDecimals(0 if isinstance(getattr(Rules(), name), int) else 1)
        box.setRange(*((bound, _HIGHEST) if higher_is_stricter(name) else (1, bound)))
        box.setSuffix(" %" if name in ("share", "p") else "")
        if name == "p":
            box.setMaximum(1000)
        box.setClearValue(bound)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.valueChanged.connect(lambda _: self.changed.emit())
        return _Rule(name, box, factor)

    def load(self) -> None:
        """Shows what is set."""
        self._standing = found = standing(_KEY)
        wanted: Mapping[str, Union[int, float]] = {}
        try:
            value = typed(_KEY, found.own) if found.own else {}
            wanted = value if isinstance(value, Mapping) else {}
        except ArbeidsmigratieError:
            wanted = {}  # what can't be used is replaced by what is shown
        self._show(self._floor.joined(Rules().tightened(**wanted)))
        for rule in self._rules:
            rule.box.setEnabled(found.settable)
        self._reset.setEnabled(found.settable)
        self._note.say("" if found.settable else set_by(found))

    def _show(self, shown: Rules) -> None:
        for rule in self._rules:
            rule.box.setValue(getattr(shown, rule.name) * rule.factor)

    def keys(self) -> set[str]:
        """The keys that are set here."""
        return {_KEY}

    def values(self) -> Mapping[str, str]:
        """What is stricter than the floor."""
        if not self._standing.settable:
            return {_KEY: self._standing.own}
        own = {rule.name: rule.value for rule in self._rules if rule.value != getattr(self._floor, rule.name)}
        return {_KEY: json.dumps(own) if own else ""}

    def complain(self, sentences: Mapping[str, str]) -> None:
        """Shows what is wrong.

        Args:
            sentences: Key -> sentence.
        """
        self._problem.say(sentences.get(_KEY, ""))


def _texts() -> dict[str, str]:
    """Rule -> what it is about."""
    return {
        "persons": tr("Registrations in the region, at least"),
        "addresses": tr("Addresses with a registration, at least"),
        "share": tr("Largest share of one address, at most"),
        "p": tr("All addresses but the two largest together, against the largest, at least"),
        "providers": tr("Providers of housing where they are known, at least"),
        "homes": tr("Homes in the region, at least"),
        "addresses_without_homes": tr("Addresses with a registration where the homes are unknown, at least"),
    }


def _floor_in_words(rule: _Rule, floor: Rules) -> str:
    """The floor of a rule, and whose it is."""
    bound = getattr(floor, rule.name)
    shown = f"{bound * rule.factor:g}{rule.box.suffix()}"
    if bound != getattr(Rules(), rule.name):
        return tr("Floor of your organisation: {value}").format(value=shown)
    return tr("Floor: {value}").format(value=shown)
