"""What the start page says of a result, in plain words: unknown is said, small numbers are told as a class."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from qgis.PyQt.QtCore import QDate, QLocale

from ...core.disclosure.rules import Rules
from ...core.errors import ArbeidsmigratieError
from ...i18n import tr
from ...sharing.overview import Compared, Overview
from ...sharing.project import BORDERS, CHANGE, INDICATIONS, OVERVIEW, SPOTS


@dataclass(frozen=True)
class Card:
    """A number with what it is.

    Attributes:
        name: Of its widgets.
        title: What is counted.
        value: The number, or what is known of it.
        note: How to read it.
    """

    name: str
    title: str
    value: str
    note: str


@dataclass(frozen=True)
class Cell:
    """A cell of the table of municipalities.

    Attributes:
        text: What it says.
        order: By what it is sorted; None comes last.
    """

    text: str
    order: Optional[float] = None


def theme_title(theme: str) -> str:
    """What a map theme is about.

    Args:
        theme: Of sharing.project.
    """
    return {
        OVERVIEW: tr("Overview"),
        SPOTS: tr("Hot spots"),
        INDICATIONS: tr("Indications"),
        BORDERS: tr("Borders"),
        CHANGE: tr("Change"),
    }[theme]


def date_line(said: Overview) -> str:
    """The reference date.

    Args:
        said: The result.
    """
    return tr("Reference date: {date}").format(date=day(said.peildatum) or tr("unknown"))


def day(peildatum: str) -> str:
    """A date as people write it.

    Args:
        peildatum: YYYY-MM-DD; anything else stays as it is.
    """
    date = QDate.fromString(peildatum, "yyyy-MM-dd")
    return str(QLocale().toString(date, "d MMMM yyyy")) if date.isValid() else peildatum


def coverage(said: Overview) -> str:
    """How much of the region the result is about.

    Args:
        said: The result.
    """
    lines = []
    if said.published is not None and said.municipalities:
        lines.append(
            tr("Numbers were published for {some} of {all} municipalities.").format(
                some=said.published, all=said.municipalities
            )
        )
    elif said.delivered is not None and said.municipalities:
        percent = number(100 * said.delivered / said.municipalities)
        lines.append(
            tr("{some} of {all} municipalities delivered ({percent} %). Of the others nothing is known.").format(
                some=said.delivered, all=said.municipalities, percent=percent
            )
            if said.delivered < said.municipalities
            else tr("All {all} municipalities delivered.").format(all=said.municipalities)
        )
    else:
        lines.append(tr("It is unknown which municipalities delivered."))
    if said.linked is not None:
        lines.append(
            tr("{percent} % of the registrations could be linked to an address.").format(percent=number(said.linked, 1))
        )
    elif said.published is None:
        lines.append(tr("It is unknown how many registrations could be linked to an address."))
    return " ".join(lines)


def cards(said: Overview) -> tuple[Card, ...]:
    """The four numbers that matter.

    Args:
        said: The result.
    """
    limits = limits_now()
    registrations = count(said.registrations, limits.persons)
    if said.rounded and said.registrations is not None:
        registrations = tr("about {number}").format(number=registrations)
    clusters = tr("unknown") if said.clusters is None else number(said.clusters)
    note = tr("Linked registrations, as far as delivered; not the number of people present.")
    return (
        Card("registrations", tr("Registrations"), registrations, note),
        Card("addresses", tr("Addresses"), count(said.addresses, limits.addresses), tr("With a registration.")),
        Card("capacity", tr("Permitted places"), count(said.capacity, 0), tr("Persons, from lists of permits.")),
        Card("clusters", tr("Clusters"), clusters, tr("Areas with more addresses than expected.")),
    )


def headings() -> tuple[str, ...]:
    """Headings of the table of municipalities."""
    return (
        tr("Municipality"),
        tr("Addresses"),
        tr("Per 100 addresses"),
        tr("Times the region (80 % interval)"),
        tr("Clusters"),
        tr("Change"),
        tr("Norm (m² per person)"),
        tr("Permit needed"),
        tr("Living in holiday parks"),
    )


def cells(one: Compared, limits: Rules) -> tuple[Cell, ...]:
    """A row of that table.

    Args:
        one: The municipality.
        limits: Below which numbers are small.
    """
    small = one.addresses is not None and 0 < one.addresses < limits.addresses
    # With a small number on either date the difference would give it away.
    told = not small and (one.least is None or one.least >= limits.addresses)
    unknown = tr("unknown")
    share = unknown if one.share is None else tr("too few") if small else number(one.share, 1)
    ratio = unknown
    if one.ratio is not None:
        ratio = tr("too few") if small else "{} ({} - {})".format(*(number(limit, 1) for limit in one.ratio))
    change = unknown if one.change is None else number(one.change) if told else tr("too few")
    permit = unknown if one.permit is None else tr("yes") if one.permit else tr("no")
    return (
        Cell(one.name),
        Cell(count(one.addresses, limits.addresses), one.addresses),
        Cell(share, None if small else one.share),
        Cell(ratio, None if small or one.ratio is None else one.ratio[0]),
        Cell(count(one.clusters, 0), one.clusters),
        Cell(change, one.change if told else None),
        Cell(unknown if one.norm is None else number(one.norm), one.norm),
        Cell(permit, None if one.permit is None else float(one.permit)),
        Cell(one.parks or unknown),
    )


def caveats() -> tuple[str, ...]:
    """How the map is to be read."""
    return (
        tr("An indication to look further, never a finding. The RNI is voluntary and is not checked."),
        tr("A hexagon is an area, not an address; a cluster says nothing about who lives there."),
        tr("Unknown is not zero: where nothing was delivered, and across the national border, nothing is known."),
        tr("Compare municipalities only on the same reference date. A decrease can have many causes."),
        tr("Do not pass on pictures of areas with small numbers."),
    )


def limits_now() -> Rules:
    """Below which numbers are small, as strict as the organisation and the user have it; else as the plugin has it."""
    from ...sources.organisation import rules

    try:
        return rules()
    except ArbeidsmigratieError:  # what is wrong with the settings is told where they are used
        return Rules()


def count(value: Optional[int], fewest: int) -> str:
    """A number of persons or addresses.

    Args:
        value: None if unknown.
        fewest: Below this only that it is fewer.
    """
    if value is None:
        return tr("unknown")
    if 0 < value < fewest:
        return tr("fewer than {limit}").format(limit=fewest)
    return number(value)


def number(value: float, decimals: int = 0) -> str:
    """A number as people write it.

    Args:
        value: The number.
        decimals: Digits after the comma.
    """
    return str(QLocale().toString(float(value), "f", decimals))
