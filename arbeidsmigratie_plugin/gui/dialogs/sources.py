"""Choosing where the source data come from."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Optional, Union

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QSignalBlocker
from qgis.PyQt.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QSpinBox, QWidget

from ...core.errors import ArbeidsmigratieError
from ...core.workflow.plans import absolute, relative
from ...core.workflow.state import Channel, Sources
from ...i18n import message, tr
from .dialog import FormDialog
from .form import Form, file, hint, more

_GEOPACKAGE = "GeoPackage (*.gpkg)"
_VECTOR = "GeoPackage, GeoJSON, Shapefile (*.gpkg *.geojson *.json *.shp *.fgb);;* (*)"

#: Widest guard zone and one click of it (m).
_WIDEST, _CLICK = 50_000, 500


class SourcesDialog(FormDialog):
    """Fetch from PDOK, read the national file, or own files.

    Objects: from_pdok, more_pdok, use_wfs; from_national, national_file; from_own, own_bag, own_gemeenten,
    own_context; guard; more_abroad, buitenland.

    Args:
        parent: Whose it is.
        sources: What was chosen before.
        region: Of the project.
        folder: Of the project; files in it are remembered relative to it.
    """

    def __init__(self, parent: Optional[QWidget], sources: Sources, region: str, folder: Union[str, Path]) -> None:
        intro = tr("The BAG, municipalities and functional areas of: {region}.").format(region=_region_name(region))
        super().__init__("sources_dialog", tr("Source data"), intro, parent)
        self._sources = sources
        self._folder = Path(folder)
        self._checked: dict[tuple[str, str], str] = {}
        self._files: dict[str, QgsFileWidget] = {}
        self._radios: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self._parts: dict[str, QWidget] = {}
        self._build()
        self._fill()
        self.complete()

    def chosen(self) -> Sources:
        """What was chosen; what was fetched before is no part of it."""
        channel = self._channel
        national, own = channel == Channel.NATIONAL, channel == Channel.OWN
        return Sources(
            channel=channel,
            file=self._path("national_file") if national else "",
            guard=self._guard.value(),
            bag=self._path("own_bag") if own else "",
            gemeenten=self._path("own_gemeenten") if own else "",
            context=self._path("own_context") if own else "",
            buitenland=self._path("buitenland"),
        )

    def problems(self) -> dict[str, str]:
        """Files that are not chosen, not there, or something else."""
        from ...sources import suitable

        wanted: list[tuple[str, Callable[[Path], None], str]] = []
        if self._channel == Channel.NATIONAL:
            wanted.append(("national_file", suitable.check_national, tr("Choose the file bag-light.gpkg.")))
        if self._channel == Channel.OWN:
            wanted.append(("own_bag", suitable.check_bag, tr("Choose a file with the BAG.")))
            wanted.append(("own_gemeenten", suitable.check_municipalities, tr("Choose a file with municipalities.")))
            wanted.append(("own_context", suitable.check_functional, ""))
        wanted.append(("buitenland", suitable.check_vector, ""))
        found = {name: self._problem(name, check, absent) for name, check, absent in wanted}
        return {name: text for name, text in found.items() if text}

    def refresh(self, touched: str = "") -> None:
        """Looks again at what is wrong; shows what belongs to the choice."""
        for name, part in self._parts.items():
            part.setVisible(self._radios[name].isChecked())
        self._guard_part.setVisible(self._channel != Channel.OWN)
        super().refresh(touched)

    @property
    def _channel(self) -> Channel:
        if self._radios["from_national"].isChecked():
            return Channel.NATIONAL
        if self._radios["from_own"].isChecked():
            return Channel.OWN
        return Channel.WFS if self._wfs.isChecked() else Channel.OGCAPI

    def _problem(self, name: str, check: Callable[[Path], None], absent: str) -> str:
        """What is wrong with a file, "" if nothing is. A file is looked at once."""
        text = self._files[name].filePath().strip()
        if not text:
            return absent
        key = (name, text)
        if key not in self._checked:
            self._checked[key] = ""
            try:
                check(Path(text))
            except ArbeidsmigratieError as error:
                self._checked[key] = message(error)
        return self._checked[key]

    def _path(self, name: str) -> str:
        return relative(self._files[name].filePath().strip(), self._folder)

    # Building ------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        told = tr(
            "Nothing to download yourself. Best for a few municipalities; takes some minutes, and can be stopped."
        )
        pdok = self._choice("from_pdok", tr("Fetch from &PDOK"), told)
        box, form = more(tr("More"), "more_pdok", collapsed=self._sources.channel != Channel.WFS)
        self._wfs = QCheckBox(tr("Use the &WFS instead of the OGC API"))
        self._wfs.setObjectName("use_wfs")
        self._wfs.toggled.connect(lambda *_: self.refresh("use_wfs"))
        form.row(self._wfs)
        form.row(hint(tr("Only if the OGC API does not answer: it gives no identifiers of addresses.")))
        pdok.row(box)
        told = tr("The file bag-light.gpkg of PDOK (8 GB), downloaded once. Best for large regions.")
        national = self._choice("from_national", tr("Read from the &national BAG file"), told)
        self._file(national, "national_file", tr("File bag-light.gpkg"), _GEOPACKAGE)
        national.row(hint(tr("Municipalities and functional areas are still fetched from PDOK.")))
        told = tr("If you have the data already, or no internet. Nothing is fetched.")
        own = self._choice("from_own", tr("Use my &own files"), told)
        self._file(own, "own_bag", tr("BAG"), _VECTOR, tr("With buildings too, if you have them."))
        self._file(own, "own_gemeenten", tr("Municipalities"), _VECTOR, tr("Polygons with a code and a name."))
        told = tr("TOP10NL functioneel gebied: holiday parks, business estates, greenhouses.")
        self._file(own, "own_context", tr("Functional areas (optional)"), _VECTOR, told)
        self._build_rest()

    def _build_rest(self) -> None:
        self._guard_part = Form()
        self._guard = QSpinBox()
        self._guard.setObjectName("guard")
        self._guard.setRange(0, _WIDEST)
        self._guard.setSingleStep(_CLICK)
        self._guard.setSuffix(tr(" m"))
        self._guard.setGroupSeparatorShown(True)
        told = tr(
            "How far into the neighbouring municipalities objects come along, so that nothing stops at the border."
        )
        self._guard_part.field("guard", tr("&Guard zone around the region"), self._guard, told)
        self.form.row(self._guard_part)
        box, form = more(tr("Other countries (optional)"), "more_abroad", collapsed=not self._sources.buitenland)
        told = tr("What you know of Belgium or Germany. Without it, what lies there is unknown, not zero.")
        self._file(form, "buitenland", tr("File with areas or places"), _VECTOR, told)
        self.form.row(box)

    def _choice(self, name: str, title: str, told: str) -> Form:
        """A choice with one line on when to take it, and what belongs to it."""
        radio = QRadioButton(title)
        radio.setObjectName(name)
        radio.toggled.connect(lambda *_: self.refresh())
        self._radios[name] = radio
        self._group.addButton(radio)
        part = Form()
        margins = part.layout().contentsMargins()
        margins.setLeft(24)
        part.layout().setContentsMargins(margins)
        line = hint(told, f"{name}_hint")
        line.setIndent(24)
        for one in (radio, line, part):
            self.form.row(one)
        self._parts[name] = part
        return part

    def _file(self, form: Form, name: str, title: str, kinds: str, told: str = "") -> None:
        widget = file(name, "", title, kinds)
        self._files[name] = widget
        form.field(name, title, widget, told)
        widget.fileChanged.connect(lambda *_: self.refresh(name))

    def _fill(self) -> None:
        """Fills in what was chosen before; what is wrong is looked at when all of it is there."""
        sources = self._sources
        at = {Channel.NATIONAL: "from_national", Channel.OWN: "from_own"}.get(sources.channel, "from_pdok")
        blocked = [QSignalBlocker(one) for one in (*self._radios.values(), *self._files.values(), self._wfs)]
        self._radios[at].setChecked(True)
        self._radios[at].setFocus()
        self._wfs.setChecked(sources.channel == Channel.WFS)
        self._guard.setValue(sources.guard)
        for name, path in (
            ("national_file", sources.file),
            ("own_bag", sources.bag),
            ("own_gemeenten", sources.gemeenten),
            ("own_context", sources.context),
            ("buitenland", sources.buitenland),
        ):
            self._files[name].setFilePath(absolute(path, self._folder))
            if path:
                self._touched.add(name)
        del blocked


def _region_name(region: str) -> str:
    """The name of a preset; else the region as it was given."""
    from ...sources.services import regions

    with suppress(ArbeidsmigratieError):
        return next((one.name for one in regions().presets if one.key == region), ", ".join(region.split(",")))
    return region
