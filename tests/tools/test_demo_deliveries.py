"""The demo region's RNI deliveries, read by a plain importer of the tests' own."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from osgeo import ogr

from arbeidsmigratie_plugin.core import bag
from tools.demo import DeliveryFiles, DemoFiles
from tools.demo.deliveries import COLUMNS, ELEMENTS
from tools.demo.persons import passes_eleven_test

NBSP = "\u00a0"
#: Our name -> header in the workbook, header in the CSV.
FIELDS = {
    "bsn": ("01.01.20", "BSN"),
    "naam": ("01.02.40", "Geslachtsnaam"),
    "voornaam": ("01.02.10", "Voornamen"),
    "telefoon": ("17.31.10", "Telefoonnummer"),
    "email": ("17.32.10", "E-mailadres"),
    "gemeente": ("16.09.10", "Gemeentecode"),
    "straat": ("16.11.10", "Straatnaam"),
    "nummer": ("16.11.20", "Huisnummer"),
    "letter": ("16.11.30", "Huisletter"),
    "toevoeging": ("16.11.40", "Toevoeging"),
    "aanduiding": ("16.11.50", "Aanduiding bij huisnummer"),
    "postcode": ("16.11.60", "Postcode"),
    "plaats": ("16.11.70", "Woonplaats"),
    "object_id": ("16.11.80", ""),
    "nummer_id": ("16.11.90", "Identificatiecode nummeraanduiding"),
    "einde": ("16.18.10", "Einddatum"),
}


@dataclass(frozen=True)
class File:
    """One file of a delivery: its rows as the file has them, empty cells as ""."""

    delivery: DeliveryFiles
    kind: str
    rows: list[dict]

    @property
    def filled(self) -> list[dict]:
        return [row for row in self.rows if any(row.values())]


def read_csv(path: Path) -> list[dict]:
    with path.open(encoding="cp1252", newline="") as file:
        rows = csv.DictReader(file, delimiter=";")
        return [{name: row.get(header, "") for name, (_, header) in FIELDS.items()} for row in rows]


def read_xlsx(path: Path) -> Iterator[dict]:
    book = openpyxl.load_workbook(path, read_only=True)
    for sheet in book.worksheets[1:]:
        values = list(sheet.iter_rows(values_only=True))
        start = next(n for n, row in enumerate(values) if ELEMENTS[0] in row)
        at = {name: values[start].index(element) for name, (element, _) in FIELDS.items()}
        for row in values[start + 1 :]:
            padded = (*row, *[None] * len(ELEMENTS))
            yield {name: "" if padded[i] is None else padded[i] for name, i in at.items()}


@pytest.fixture(scope="session")
def files(demo: DemoFiles) -> list[File]:
    found = []
    for delivery in demo.deliveries:
        found.append(File(delivery, "xlsx", list(read_xlsx(delivery.xlsx))))
        found.append(File(delivery, "csv", read_csv(delivery.csv)))
    return found


# A plain importer: identifier, else postcode or street and place, with number and suffix ---------------------------


def squeeze(text: object) -> str:
    return re.sub(r"[^0-9A-Z]", "", str(text).upper())


def street(text: object) -> str:
    plain = unicodedata.normalize("NFKD", str(text).strip().lower())
    word = re.sub(r"[^a-z0-9]", "", "".join(c for c in plain if not unicodedata.combining(c)))
    return word + "aat" if str(text).strip().endswith("str.") else word


class PlainImporter:
    def __init__(self, path: Path) -> None:
        self.by_id: dict[str, str] = {}
        self.status: dict[str, bool] = {}
        self.by_number: dict[tuple, dict[str, str]] = defaultdict(dict)
        source = ogr.Open(str(path))
        for layer in bag.OBJECT_LAYERS:
            for f in source.GetLayer(layer):
                identifier = f["identificatie"]
                self.status[identifier] = f["status"] in bag.IN_USE
                self.by_id[identifier] = self.by_id[f["nummeraanduiding_hoofdadres_identificatie"]] = identifier
                if not self.status[identifier]:
                    continue
                suffix = squeeze((f["huisletter"] or "") + (f["toevoeging"] or ""))
                names = {f["openbare_ruimte_naam"], f["openbare_ruimte_naam_kort"] or f["openbare_ruimte_naam"]}
                keys = {(street(name), street(f["woonplaats_naam"]), f["huisnummer"]) for name in names}
                if f["postcode"]:
                    keys.add((f["postcode"], f["huisnummer"]))
                for key in keys:
                    self.by_number[key][suffix] = identifier

    def find(self, row: dict) -> str:
        """Identifier of the object in use that a row means, "" if there is not exactly one."""
        for name in ("nummer_id", "object_id"):
            digits = str(row[name]).zfill(16)
            if row[name] and digits in self.by_id:
                found = self.by_id[digits]
                return found if self.status[found] else ""
        if row["aanduiding"]:
            return ""
        number = re.match(r"\s*0*(\d+)(?:\.0\b)?(.*)", str(row["nummer"]))
        if not number:
            return ""
        suffix = squeeze(number[2] + str(row["letter"]) + str(row["toevoeging"])).replace("HOOG", "")
        if row["postcode"]:
            there = self.by_number.get((squeeze(row["postcode"]), int(number[1])), {})
        else:
            there = self.by_number.get((street(row["straat"]), street(row["plaats"]), int(number[1])), {})
        if suffix in there:
            return there[suffix]
        if len(there) == 1:
            (other, only) = next(iter(there.items()))
            return only if not suffix or not other else ""
        return ""


@pytest.fixture(scope="session")
def importer(demo: DemoFiles) -> PlainImporter:
    return PlainImporter(demo.bag)


def ended(value: object, day: date) -> bool:
    if not value:
        return False
    if isinstance(value, datetime):
        return value.date() <= day
    text = str(value)
    if re.fullmatch(r"\d\d-\d\d-\d{4}", text):
        return datetime.strptime(text, "%d-%m-%Y").date() <= day
    return text[:4] + text[4:6].replace("00", "99") + text[6:].replace("00", "99") <= f"{day:%Y%m%d}"


def truth(path: Path, key: str, value: str) -> dict[str, int]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row[key]: int(row[value]) for row in csv.DictReader(file)}


def test_both_files_give_the_counts_of_the_truth_table(files: list[File], importer: PlainImporter) -> None:
    for file in files:
        day = file.delivery.peildatum
        valid = [row for row in file.filled if not ended(row["einde"], day)]
        counts = Counter(filter(None, map(importer.find, valid)))
        assert counts == truth(file.delivery.truth, "adresseerbaarobject_id", "registraties"), (day, file.kind)


def test_rows_by_fate_add_up(files: list[File], importer: PlainImporter) -> None:
    for file in files:
        fates = truth(file.delivery.fates, "lot", "rijen")
        day = file.delivery.peildatum
        assert len(file.filled) == fates["totaal_zonder_lege"]
        assert len(file.rows) - len(file.filled) == fates["leeg"] > 0
        assert sum(number for fate, number in fates.items() if fate not in ("leeg", "totaal_zonder_lege")) == len(
            file.filled
        )
        assert sum(ended(row["einde"], day) for row in file.filled) == fates["beeindigd"] > 50
        assert sum(bool(row["aanduiding"]) for row in file.filled) == fates["bij_of_tegenover"] > 2
        bare = [r for r in file.filled if not any((r["nummer"], r["postcode"], r["nummer_id"], r["object_id"]))]
        assert len(bare) == fates["geen_adres"] > 10
        assert min(fates.values()) > 0
        assert fates["gekoppeld"] / (len(file.filled) - fates["beeindigd"] - fates["geen_adres"]) > 0.96


def test_both_files_hold_the_same_registrations(files: list[File], importer: PlainImporter) -> None:
    for workbook, text in zip(files[::2], files[1::2]):
        assert workbook.delivery == text.delivery
        rows = [
            {
                str(row["bsn"]).zfill(9): (
                    row["naam"],
                    row["voornaam"],
                    row["telefoon"],
                    row["email"],
                    importer.find(row),
                )
                for row in file.filled
            }
            for file in (workbook, text)
        ]
        assert rows[0] == rows[1]
        assert len(rows[0]) == len(workbook.filled)


def test_people_who_stay_are_the_same_persons(files: list[File]) -> None:
    first, second = ({str(row["bsn"]).zfill(9) for row in file.filled} for file in files[::2])
    assert 0.7 < len(first & second) / len(first) < 0.99


# Dress -------------------------------------------------------------------------------------------------------------


def test_the_workbook_looks_like_a_delivery(demo: DemoFiles) -> None:
    for delivery in demo.deliveries:
        book = openpyxl.load_workbook(delivery.xlsx, read_only=True)
        assert book.sheetnames == ["Toelichting", "Selectie", "Gemeente 9803"]
        assert not any(ELEMENTS[0] in row for row in book.worksheets[0].iter_rows(values_only=True))
        for sheet in book.worksheets[1:]:
            above = list(sheet.iter_rows(max_row=8, values_only=True))
            header = next(n for n, row in enumerate(above) if ELEMENTS[0] in row)
            assert header in (2, 3)
            assert [cell for cell in above[header] if cell] == list(ELEMENTS)


def test_cells_of_the_workbook_are_of_mixed_types(files: list[File]) -> None:
    for file in files[::2]:
        kinds = {name: Counter(type(row[name]).__name__ for row in file.filled if row[name] != "") for name in FIELDS}
        assert min(kinds["nummer"]["int"], kinds["nummer"]["str"]) > 100
        assert min(kinds["bsn"]["int"], kinds["bsn"]["str"]) > 100
        assert min(kinds["nummer_id"]["int"], kinds["nummer_id"]["str"]) > 20
        assert min(kinds["einde"]["datetime"], kinds["einde"]["str"], kinds["einde"]["int"]) > 5


def test_dates_are_at_times_incomplete(demo: DemoFiles) -> None:
    for delivery in demo.deliveries:
        text = delivery.csv.read_text(encoding="cp1252")
        assert re.search(r";20\d\d0000;", text)
        assert re.search(r";20\d{4}00;", text)
        assert ";00000000;" in text


def test_the_csv_is_windows_1252_with_crlf(demo: DemoFiles) -> None:
    for delivery in demo.deliveries:
        raw = delivery.csv.read_bytes()
        assert raw.decode("cp1252").splitlines()[0].split(";") == list(COLUMNS)
        with pytest.raises(UnicodeDecodeError):
            raw.decode("utf-8")
        assert raw.count(b"\r\n") == raw.count(b"\n")
        rows = read_csv(delivery.csv)
        for name in ("straat", "naam"):
            assert any(not row[name].isascii() for row in rows)


@pytest.mark.parametrize(
    ("field", "pattern"),
    [
        ("postcode", rf"\d{{4}}{NBSP}[A-Z]{{2}}"),
        ("postcode", r"\d{4} [A-Z]{2}"),
        ("postcode", r"\d{4}[a-z]{2}"),
        ("postcode", r" \d{4}[A-Z]{2} "),
        ("nummer", r"\d+\.0"),
        ("nummer", r"\d+[A-Za-z]"),
        ("nummer", r"\d+-[A-Za-z]"),
        ("nummer", r"\d+ bis"),
        ("nummer", r"\d+[ -](hs|bov|ben)"),
        ("toevoeging", r"\d HOOG"),
        ("toevoeging", r"[A-Za-z]"),
        ("straat", r"[A-Z .']{6,}"),
        ("straat", r" .* "),
        ("straat", r"Burg .*"),
    ],
)
def test_spelling_varies(files: list[File], field: str, pattern: str) -> None:
    for number, kind in enumerate(("xlsx", "csv")):
        rows = [row for file in files[number::2] for row in file.filled]
        assert sum(bool(re.fullmatch(pattern, str(row[field]))) for row in rows) >= 1, kind


def test_missing_fields(files: list[File]) -> None:
    for file in files:
        assert sum(not row["postcode"] and bool(row["straat"]) for row in file.filled) > 50
        assert sum(not row["straat"] and bool(row["postcode"]) for row in file.filled) > 50
        share = sum(bool(row["nummer_id"]) for row in file.filled) / len(file.filled)
        assert 0.2 < share < 0.8


def test_chalets_are_in_the_addition_of_one_address(files: list[File], importer: PlainImporter) -> None:
    for file in files:
        additions = defaultdict(set)
        for row in file.filled:
            if row["toevoeging"]:
                additions[importer.find(row)].add(row["toevoeging"])
        additions.pop("", None)
        assert sorted(map(len, additions.values()))[-2] > 20


# Persons -----------------------------------------------------------------------------------------------------------


def persons(files: list[File]) -> list[tuple[str, ...]]:
    return sorted(
        {
            (str(r["bsn"]).zfill(9), str(r["naam"]), str(r["voornaam"]), str(r["telefoon"]), str(r["email"]))
            for file in files
            for r in file.filled
        }
    )


def test_service_numbers_are_valid_and_cannot_be_part_of_an_identifier(files: list[File]) -> None:
    numbers = [bsn for bsn, *_ in persons(files)]
    assert len(numbers) == len(set(numbers))
    for bsn in numbers:
        assert len(bsn) == 9
        assert passes_eleven_test(bsn)
        assert not any(digits in bsn for digits in ("00", "09", "57", "97", "98"))
    assert any(bsn[0] == "0" for bsn in numbers)
    assert passes_eleven_test("111222333")
    assert not passes_eleven_test("111222334")


def test_persons_are_recognisably_invented(files: list[File]) -> None:
    for _, _, _, phone, email in persons(files):
        assert phone.startswith("069999")
        assert email.endswith("@example.org")


def test_nothing_personal_is_in_the_other_files(demo: DemoFiles, files: list[File]) -> None:
    deliveries = {path for d in demo.deliveries for path in (d.xlsx, d.csv)}
    everyone = persons(files)
    numbers = {bsn for bsn, *_ in everyone} | {bsn.lstrip("0") for bsn, *_ in everyone}
    names = {name for _, surname, given, phone, email in everyone for name in (surname, given, phone, email)}
    for path in sorted(demo.folder.iterdir()):
        if path in deliveries:
            continue
        raw = path.read_bytes()
        runs = re.findall(rb"\d{8,}", raw)
        found = {run[i : i + n].decode() for run in set(runs) for n in (8, 9) for i in range(len(run) - n + 1)}
        assert not found & numbers, path.name
        words = set(re.findall(r"[^\W_]{4,}", raw.decode("utf-8", errors="ignore")))
        assert not words & names, path.name
