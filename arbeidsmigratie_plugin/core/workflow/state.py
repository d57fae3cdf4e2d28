"""What a project knows of its own work: sources, deliveries, lists, results, and when each was made out of what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Optional, TypeVar, Union

from .project import Project

Number = Union[int, float]
T = TypeVar("T")

#: Metres around the region.
DEFAULT_GUARD = 2000


class Channel(str, Enum):
    """Where the source data come from: PDOK's services, its national file, or files of the user."""

    OGCAPI = "ogcapi"
    WFS = "wfs"
    NATIONAL = "bestand"
    OWN = "eigen"


@dataclass(frozen=True)
class Record:
    """What a step did.

    Attributes:
        at: When it was ready, YYYY-MM-DDTHH:MM:SS.
        numbers: Number outputs of the algorithm.
        files: Outputs -> path, relative to the folder of the project where it lies in it.
        seen: What it was made out of -> a fingerprint of that.
    """

    at: str
    numbers: Mapping[str, Number] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    seen: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Sources:
    """The source data.

    Attributes:
        channel: Where they come from.
        file: The national bag-light.gpkg.
        guard: Width of the guard zone (m).
        bag: File of the user with the BAG.
        gemeenten: File of the user with municipalities.
        context: File of the user with functional areas, "" for none.
        buitenland: File or layer with what is known of other countries, "" for none.
        record: What was fetched.
    """

    channel: Channel = Channel.OGCAPI
    file: str = ""
    guard: int = DEFAULT_GUARD
    bag: str = ""
    gemeenten: str = ""
    context: str = ""
    buitenland: str = ""
    record: Optional[Record] = None


@dataclass(frozen=True)
class Delivery:
    """An RNI delivery.

    Attributes:
        sender: Who sent it, mostly a municipality.
        file: The file.
        header_row: Row of the header, None to look for it.
        mapping: Our field -> their column, where it was corrected by hand.
        record: What was read.
    """

    sender: str
    file: str
    header_row: Optional[int] = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    record: Optional[Record] = None


@dataclass(frozen=True)
class LocationList:
    """A list of locations.

    Attributes:
        kind: Kind of list.
        name: What the user calls it.
        file: The file.
        header_row: Row of the header, None to look for it.
        mapping: Our field -> their column.
        record: What was read.
    """

    kind: str
    name: str
    file: str
    header_row: Optional[int] = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    record: Optional[Record] = None


@dataclass(frozen=True)
class Lists:
    """What else is known.

    Attributes:
        items: Location lists.
        policy: Table with the policy of municipalities, "" for none.
        none: Whether the user said that there is nothing.
    """

    items: tuple[LocationList, ...] = ()
    policy: str = ""
    none: bool = False


@dataclass(frozen=True)
class Share:
    """A package for a partner.

    Attributes:
        recipient: Who.
        purpose: What for.
        basis: Legal basis.
        expires: Last day of use, YYYY-MM-DD.
        resolution: H3 resolution of the map.
        record: What was made.
    """

    recipient: str
    purpose: str
    basis: str
    expires: str
    resolution: int
    record: Optional[Record] = None


@dataclass(frozen=True)
class Workflow:
    """A project and its work so far. Never changed: each change is a new one."""

    project: Project = field(default_factory=Project)
    sources: Sources = field(default_factory=Sources)
    deliveries: tuple[Delivery, ...] = ()
    lists: Lists = field(default_factory=Lists)
    analysis: Optional[Record] = None
    shares: tuple[Share, ...] = ()
    begun: bool = False

    def with_delivery(self, delivery: Delivery) -> Workflow:
        """With a delivery more, in the place of an earlier one of the same sender.

        Args:
            delivery: The delivery.
        """
        at = _place([one.sender for one in self.deliveries], delivery.sender)
        return replace(self, deliveries=_placed(self.deliveries, delivery, at))

    def without_delivery(self, sender: str) -> Workflow:
        """Without the delivery of a sender.

        Args:
            sender: Who.
        """
        return replace(self, deliveries=tuple(d for d in self.deliveries if d.sender != sender))

    def with_list(self, added: LocationList) -> Workflow:
        """With a list more, in the place of an earlier one of the same name.

        Args:
            added: The list.
        """
        at = _place([item.name for item in self.lists.items], added.name)
        items = _placed(self.lists.items, added, at)
        return replace(self, lists=replace(self.lists, items=items, none=False))

    def without_list(self, name: str) -> Workflow:
        """Without a list.

        Args:
            name: Of the list.
        """
        items = tuple(item for item in self.lists.items if item.name != name)
        return replace(self, lists=replace(self.lists, items=items))

    def with_share(self, share: Share) -> Workflow:
        """With a package more.

        Args:
            share: The package.
        """
        return replace(self, shares=(*self.shares, share))


def _placed(items: tuple[T, ...], item: T, at: Optional[int]) -> tuple[T, ...]:
    """The items with one more, or with one in the place of an earlier one."""
    return (*items, item) if at is None else (*items[:at], item, *items[at + 1 :])


def _place(names: list[str], name: str) -> Optional[int]:
    return names.index(name) if name in names else None
