"""Reading the sharing matrix: data of the plugin that an organisation can only tighten.

An organisation names its own file, with no more in it than what is stricter there, in its organisatie.json, by the
setting of QGIS, by the environment variable or by a parameter of the run. They are applied in that order, and each can
only tighten what was there before it: nobody gets around what the organisation has decided.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Optional

from ..core.errors import FileDamagedError
from ..core.phrases import phrase
from ..core.sharing_matrix import OTHER, PUBLIC, Limits, Matrix, Profile, Row, plain_words
from ..version import ROOT
from .organisation import overrides
from .organisation_keys import setting, variable
from .overrides import Override, resource

#: Names a JSON file with what is stricter in an organisation, in the form of resources/sharing/deelmatrix.json.
OVERRIDE, SETTING = variable("deelmatrix"), setting("deelmatrix")

FORM = "resources/sharing/deelmatrix.json"

_WEAKER = phrase("may only be tightened")


def read_matrix(path: Optional[Path] = None) -> Matrix:
    """The sharing matrix, as strict as the organisation has it.

    Args:
        path: A file with what is stricter for this run; see the module.

    Raises:
        ConfigurationError: A file of the organisation is absent, misspelt or weaker somewhere.
        FileDamagedError: The plugin is not complete.
    """
    given = [] if path is None else [Override(path, phrase("the parameter MATRIX"), FORM)]
    return matrix_of([*overrides("deelmatrix", FORM), *given])


def matrix_of(sources: Iterable[Override]) -> Matrix:
    """The sharing matrix of the plugin, tightened by files.

    Args:
        sources: The files, in the order in which they are applied.

    Raises:
        ConfigurationError: One of them is absent, misspelt or weaker somewhere.
        FileDamagedError: The plugin is not complete.
    """
    matrix = shipped_matrix()
    for source in sources:
        matrix = _tightened(matrix, source)
    return matrix


def shipped_matrix() -> Matrix:
    """The sharing matrix of the plugin itself.

    Raises:
        FileDamagedError: The plugin is not complete.
    """
    entries = resource("sharing", "deelmatrix.json")
    try:
        profiles = {name: Profile(name, **entry) for name, entry in entries["profiles"].items()}
        special = {name: _phrases(texts) for name, texts in entries["special_basis"].items()}
        rows = {kind: _row(kind, entry, profiles, special) for kind, entry in entries["recipients"].items()}
        return Matrix(entries["version"], {OTHER: rows[OTHER], PUBLIC: rows[PUBLIC], **rows})
    except (KeyError, TypeError, AttributeError):
        raise FileDamagedError(file=str(ROOT / FORM)) from None


def _row(
    kind: str,
    entry: Mapping[str, Any],
    profiles: Mapping[str, Profile],
    special: Mapping[str, tuple[tuple[str, ...], ...]],
) -> Row:
    products = {
        name: None if limits is None else Limits(limits["resolution"], limits["days"], profiles[limits["profile"]])
        for name, limits in entry["products"].items()
    }
    not_bases = [
        phrase for name, phrases in special.items() if name not in entry["special_basis"] for phrase in phrases
    ]
    return Row(kind, entry["label"], _phrases(entry["words"]), entry["basis"], tuple(not_bases), products)


def _phrases(texts: list[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(plain_words(text) for text in texts)


# What an organisation may say ----------------------------------------------------------------------------------------


def _tightened(matrix: Matrix, source: Override) -> Matrix:
    """A matrix with what an organisation has stricter.

    Raises:
        ConfigurationError: It can't have that.
    """
    content = source.known("", source.entries(), ("version", "explanation", "profiles", "recipients"))
    profiles = _tightened_profiles(matrix, source, content.get("profiles", {}))
    rows = {kind: _with_profiles(row, profiles) for kind, row in matrix.rows.items()}
    for kind, change in source.known("recipients", content.get("recipients", {}), rows).items():
        key = f"recipients.{kind}"
        products = source.known(key, change, ("products",)).get("products", {})
        changed = dict(rows[kind].products)
        for name, limits in source.known(f"{key}.products", products, changed).items():
            changed[name] = _tightened_limits(source, f"{key}.products.{name}", changed[name], limits, profiles)
        rows[kind] = replace(rows[kind], products=changed)
    return Matrix(f"{matrix.version.partition('+')[0]}+eigen", rows)


def _tightened_profiles(matrix: Matrix, source: Override, found: object) -> dict[str, Profile]:
    profiles = _profiles(matrix)
    for name, change in source.known("profiles", found, profiles).items():
        key, known = f"profiles.{name}", profiles[name]
        entry = source.known(key, change, ("persons", "rounding", "classes_only"))
        for field in ("persons", "rounding"):
            if field in entry:
                _check_number(source, f"{key}.{field}", entry[field])
        if not isinstance(entry.get("classes_only", True), bool):
            raise source.error(f"{key}.classes_only", phrase("must be true or false"))
        made = replace(known, **entry)
        for field, fits in (
            ("persons", made.persons >= known.persons),
            ("rounding", made.rounding % known.rounding == 0),
            ("classes_only", made.classes_only >= known.classes_only),
        ):
            if not fits:
                now = str(getattr(known, field)).lower()
                raise source.error(f"{key}.{field}", phrase("{weaker}: it is {now} now", weaker=_WEAKER, now=now))
        profiles[name] = made
    return profiles


def _profiles(matrix: Matrix) -> dict[str, Profile]:
    """The profiles of a matrix; those of a product that was taken away from everybody are of no use."""
    limits = [limits for row in matrix.rows.values() for limits in row.products.values() if limits is not None]
    return {one.profile.name: one.profile for one in limits}


def _with_profiles(row: Row, profiles: Mapping[str, Profile]) -> Row:
    products = {
        name: limits and replace(limits, profile=profiles[limits.profile.name]) for name, limits in row.products.items()
    }
    return replace(row, products=products)


def _tightened_limits(
    source: Override, key: str, known: Optional[Limits], change: object, profiles: Mapping[str, Profile]
) -> Optional[Limits]:
    """What a kind of recipient can have of a product.

    Raises:
        ConfigurationError: It would be more than before.
    """
    if change is None:
        return None
    if known is None:
        raise source.error(key, phrase("{weaker}: nobody gets it, so it must stay null", weaker=_WEAKER))
    entry = source.known(key, change, ("resolution", "days", "profile"))
    for field in ("resolution", "days"):
        if field in entry:
            _check_number(source, f"{key}.{field}", entry[field])
            if entry[field] > getattr(known, field):
                raise source.error(
                    f"{key}.{field}", phrase("{weaker}: it is {known} now", weaker=_WEAKER, known=getattr(known, field))
                )
    profile = profiles[known.profile.name]
    if "profile" in entry:
        if entry["profile"] not in profiles:
            raise source.error(f"{key}.profile", phrase("must be one of {profiles}", profiles=", ".join(profiles)))
        profile = profiles[entry["profile"]]
        if not profile.at_least(profiles[known.profile.name]):
            raise source.error(
                f"{key}.profile", phrase("{weaker}: it is {name} now", weaker=_WEAKER, name=known.profile.name)
            )
    return Limits(entry.get("resolution", known.resolution), entry.get("days", known.days), profile)


def _check_number(source: Override, key: str, value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise source.error(key, phrase("must be a whole number of 1 or more"))
