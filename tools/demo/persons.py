"""Invented persons: they exist so that the privacy gate has something to stop.

Marks by which they are known to be invented: telephone numbers begin with 069999 (no such range is given out),
e-mail addresses end in @example.org, names are made of syllables that no language puts together.

A BSN passes the 11-test, but is none that could by accident be read in a row of this region's identifiers, also
where a file stores them one after the other: an identifier has three zeros in every nine digits, and every
municipality, place and postcode code begins with two digits that no BSN holds (see _NEVER).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from .randomness import stream

_FIRST = ("Zvor", "Plaš", "Kwež", "Brén", "Ödli", "Vukx", "Tsë", "Ghó", "Xan", "Yrl", "Dzu", "Mwï")
_MIDDLE = ("ima", "oxe", "ulka", "evri", "azdo", "ýta", "ongu", "iwë")
_LAST = ("skavrel", "dzynqvist", "bórwaz", "mixthal", "krüvnik", "tlozwen", "pfázzi", "whéjdov", "qyrlan", "gvøstek")
_GIVEN_FIRST = ("Ylz", "Qor", "Wím", "Jax", "Évr", "Ñub", "Ozr", "Zwé", "Phl", "Kyú")
_GIVEN_LAST = ("indrix", "avuzka", "ömelyn", "ethwyn", "oblixa", "ürmena", "ajzyra", "izolth", "evquin", "yphrel")
#: Digits that no BSN or A-number holds: zeros of identifiers, and how codes of the region begin.
_NEVER = ("00", "09", "57", "97", "98")
_WEIGHTS = np.array([9, 8, 7, 6, 5, 4, 3, 2])
_NATIONALITIES = ("0027", "0028", "0052", "0064", "0068", "0072", "0073", "0074", "0107", "0128")


@dataclass(frozen=True)
class Person:
    """An invented person.

    Attributes:
        bsn: Nine digits that pass the 11-test.
        a_nummer: Ten digits.
        geslachtsnaam: Surname.
        voornamen: Given name.
        geboren: Day of birth.
        geslacht: 'M' or 'V'.
        nationaliteit: Code of four digits.
        telefoon: Ten digits.
        email: At example.org.
    """

    bsn: str
    a_nummer: str
    geslachtsnaam: str
    voornamen: str
    geboren: date
    geslacht: str
    nationaliteit: str
    telefoon: str
    email: str


def passes_eleven_test(bsn: str) -> bool:
    """Whether nine digits are a valid BSN.

    Args:
        bsn: Nine digits.
    """
    digits = [int(d) for d in bsn]
    return (int(_WEIGHTS @ digits[:8]) - digits[8]) % 11 == 0


def make_persons(seed: int, count: int) -> list[Person]:
    """Persons, all with a BSN, telephone number and name of their own.

    Args:
        seed: Seed of the region.
        count: At most 9,000.
    """
    rng = stream(seed, "persons")
    bsns = _service_numbers(rng, count)
    a_numbers = _digits(rng, count, first=(1, 10), length=10, avoid=set(bsns))
    phones = [f"069999{number:04d}" for number in rng.permutation(np.arange(1000, 10000))[:count]]
    return [_person(rng, *numbers) for numbers in zip(bsns, a_numbers, phones)]


def _service_numbers(rng: np.random.Generator, count: int) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < count:
        digits = rng.integers(0, 10, (4 * count, 8))
        check = digits @ _WEIGHTS % 11
        for row, last in zip(digits[check < 10], check[check < 10]):
            bsn = "".join(map(str, row)) + str(last)
            if not _looks_like_a_code(bsn) and (bsn[0] in "12" or rng.random() < (0.12 if bsn[0] == "0" else 0.02)):
                found[bsn] = None
    return list(found)[:count]


def _looks_like_a_code(number: str) -> bool:
    return any(digits in number for digits in _NEVER)


def _digits(rng: np.random.Generator, count: int, first: tuple[int, int], length: int, avoid: set[str]) -> list[str]:
    """Different numbers in which none of some others occurs."""
    found: dict[str, None] = {}
    while len(found) < count:
        number = str(rng.integers(*first)) + "".join(map(str, rng.integers(0, 10, length - 1)))
        if not _looks_like_a_code(number) and number[:9] not in avoid and number[1:] not in avoid:
            found[number] = None
    return list(found)


def _person(rng: np.random.Generator, bsn: str, a_nummer: str, phone: str) -> Person:
    surname = str(rng.choice(_FIRST)) + str(rng.choice(_MIDDLE)) + str(rng.choice(_LAST))
    given = str(rng.choice(_GIVEN_FIRST)) + str(rng.choice(_GIVEN_LAST))
    mailbox = f"{given}.{surname}{phone[-4:]}".lower()
    return Person(
        bsn=bsn,
        a_nummer=a_nummer,
        geslachtsnaam=surname,
        voornamen=given,
        geboren=date(1962, 1, 1) + timedelta(days=int(rng.integers(0, 16000))),
        geslacht=str(rng.choice(["M", "V"], p=[0.62, 0.38])),
        nationaliteit=str(rng.choice(_NATIONALITIES)),
        telefoon=phone,
        email="".join(c for c in mailbox if c.isascii()) + "@example.org",
    )
