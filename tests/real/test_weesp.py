"""Deliveries made from the real addresses of Weesp: what is matchable is matched in every spelling, nothing wrongly."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date

import openpyxl
import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core.bag import in_use
from arbeidsmigratie.arbeidsmigratie_plugin.core.delivery import read_delivery
from arbeidsmigratie.arbeidsmigratie_plugin.core.rni import count_addresses
from arbeidsmigratie.arbeidsmigratie_plugin.sources.objects import bag_layers, read_bag
from arbeidsmigratie.arbeidsmigratie_plugin.sources.table import open_table

FIELDS = ("straat", "huisnummer", "huisletter", "toevoeging", "postcode", "woonplaats", "id")
PEILDATUM = date(2021, 10, 15)


@pytest.fixture(scope="module")
def bag(weesp_bag):
    return read_bag(bag_layers(weesp_bag))


@pytest.fixture(scope="module")
def addresses(bag):
    """Every address in use, as a dictionary, with the identifier of its object."""
    used = bag.take(in_use(bag.status))
    columns = (used.straat, used.huisnummer, used.huisletter, used.toevoeging, used.postcode, used.woonplaats)
    rows = zip(*columns, used.nummeraanduiding_id, used.adresseerbaarobject_id)
    return [(dict(zip(FIELDS, (*row[:6], row[6]))), row[7]) for row in rows]


def plain(address):
    return {**address, "id": ""}


def joined(separator):
    def spell(address):
        parts = [str(address["huisnummer"]), address["huisletter"] + address["toevoeging"]]
        return {
            **plain(address),
            "huisnummer": separator.join(p for p in parts if p),
            "huisletter": "",
            "toevoeging": "",
        }

    return spell


def changed(**functions):
    return lambda address: {**plain(address), **{name: change(address) for name, change in functions.items()}}


SPELLINGS = {
    "plain": plain,
    "postcode with a blank": changed(postcode=lambda a: f"{a['postcode'][:4]} {a['postcode'][4:]}"),
    "postcode in lower case": changed(postcode=lambda a: a["postcode"].lower()),
    "postcode with a no-break space": changed(postcode=lambda a: f" {a['postcode'][:4]}\u00a0{a['postcode'][4:]} "),
    "number with decimals": changed(huisnummer=lambda a: f"{a['huisnummer']}.0"),
    "number with leading zeros": changed(huisnummer=lambda a: f"{a['huisnummer']:05d}"),
    "number as a number": changed(huisnummer=lambda a: int(a["huisnummer"])),
    "all in one field": joined(""),
    "all in one field with a dash": joined("-"),
    "all in one field with a blank": joined(" "),
    "letter in the field of the addition": changed(
        huisletter=lambda _: "", toevoeging=lambda a: a["huisletter"] + a["toevoeging"]
    ),
    "addition in the field of the letter": changed(
        huisletter=lambda a: a["huisletter"] + a["toevoeging"], toevoeging=lambda _: ""
    ),
    "everything in capitals": changed(
        **{f: (lambda a, f=f: a[f].upper()) for f in ("straat", "huisletter", "toevoeging")}
    ),
    "only postcode and number": changed(straat=lambda _: "", woonplaats=lambda _: ""),
    "only street and place": changed(postcode=lambda _: ""),
    "street shortened": changed(straat=lambda a: a["straat"].replace("straat", "str.").replace("laan", "ln")),
    "only the identifier": lambda a: {**dict.fromkeys(FIELDS, ""), "id": a["id"]},
    "identifier without its leading zero": lambda a: {**dict.fromkeys(FIELDS, ""), "id": a["id"].lstrip("0")},
    "identifier damaged in its last digit": lambda a: {**a, "id": a["id"][:-1] + "0"},
}


def enough(spelling, address):
    """Whether a spelling leaves enough to know the address by."""
    if "identifier" in spelling and not address["id"]:
        return "damaged" in spelling
    if spelling == "only postcode and number":
        return bool(address["postcode"])
    if spelling in ("only street and place", "street shortened") or not address["postcode"]:
        return bool(address["woonplaats"]) and spelling != "only postcode and number"
    return True


HEADERS = {
    "csv": (
        "BSN",
        "Naam",
        "STRAATNAAM",
        "Huisnummer",
        "huisletter",
        "Toevoeging",
        "Postcode",
        "Woonplaats",
        "Nummeraanduiding ID",
    ),
    "xlsx": ("01.01.20", "01.02.40", "16.11.10", "16.11.20", "161130", "16.11.40", "16.11.60", "16.11.70", "16.11.90"),
}


def write(path, rows):
    cells = [["Levering"], [], list(HEADERS[path.suffix[1:]])]
    cells += [["111222333", "Proefpersoon", *(row[name] for name in FIELDS)] for row in rows]
    if path.suffix == ".xlsx":
        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet("Levering")
        for line in cells:
            sheet.append(line)
        book.save(path)
    else:
        path.write_text("\r\n".join(";".join(str(c) for c in line) for line in cells), encoding="cp1252")
    return path


def counted(path, bag):
    return count_addresses(read_delivery(open_table(path), path.name), bag, PEILDATUM)


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_every_address_in_every_spelling(bag, addresses, tmp_path, spelling, suffix):
    chosen = random.Random(spelling + suffix).sample(addresses, 1200)
    matchable = [(a, target) for a, target in chosen if enough(spelling, a)]
    result = counted(write(tmp_path / f"levering.{suffix}", [SPELLINGS[spelling](a) for a, _ in matchable]), bag)
    found = dict(zip(result.objects.adresseerbaarobject_id, result.registraties.tolist()))
    expected = Counter(target for _, target in matchable)
    wrong = {target: n for target, n in found.items() if n > expected[target]}
    assert wrong == {}
    assert sum(found.values()) >= 0.99 * len(matchable)


def test_a_mixed_delivery_with_what_can_not_be_matched(bag, addresses, tmp_path):
    chance = random.Random(2026)
    rows, expected, numbers = [], Counter(), Counter((a["postcode"], a["huisnummer"]) for a, _ in addresses)
    for address, target in chance.sample(addresses, 6000):
        spelling = chance.choice(list(SPELLINGS))
        if enough(spelling, address):
            rows.append(SPELLINGS[spelling](address))
            expected[target] += 1
    matchable = len(rows)
    used = {(a["postcode"], a["huisnummer"]) for a, _ in addresses}
    for address, _ in chance.sample(addresses, 1500):
        if (address["postcode"], address["huisnummer"] + 5000) not in used:
            rows.append({**plain(address), "huisnummer": address["huisnummer"] + 5000})  # no such number
        if numbers[address["postcode"], address["huisnummer"]] > 1 and address["postcode"]:
            base = {**plain(address), "huisletter": "", "toevoeging": ""}
            if not any(a == base for a in map(plain, (a for a, _ in addresses))):
                rows.append(base)  # can mean several
            rows.append({**plain(address), "huisletter": "Q", "toevoeging": "99"})  # no such addition
    chance.shuffle(rows)
    result = counted(write(tmp_path / "levering.csv", rows), bag)
    found = dict(zip(result.objects.adresseerbaarobject_id, result.registraties.tolist()))
    assert {t: n for t, n in found.items() if n > expected[t]} == {}
    assert sum(found.values()) >= 0.99 * matchable
    assert result.rows_read == len(rows)
    assert result.matched + sum(u.registraties for u in result.unmatched) == len(rows)


def test_withdrawn_objects_never_get_a_registration(bag, addresses, tmp_path):
    present = {tuple(plain(a).values()) for a, _ in addresses}
    gone = bag.take(~in_use(bag.status))
    columns = (gone.straat, gone.huisnummer, gone.huisletter, gone.toevoeging, gone.postcode, gone.woonplaats)
    rows = [dict(zip(FIELDS, (*row, ""))) for row in zip(*columns)]
    rows = [row for row in rows if row["postcode"] and tuple(row.values()) not in present]
    result = counted(write(tmp_path / "levering.csv", rows), bag)
    used = set(result.objects.adresseerbaarobject_id)
    assert not used & set(gone.adresseerbaarobject_id)
    assert result.matched == 0
    assert {u.reason.value for u in result.unmatched} <= {
        "BAG-object niet in gebruik",
        "postcode en straat spreken elkaar tegen",
    }
