"""Small made data: a BAG of two fictional municipalities and deliveries about it. Nobody in it exists."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import openpyxl

from arbeidsmigratie.arbeidsmigratie_plugin.core.geometry import point_wkb, to_wkb
from arbeidsmigratie.arbeidsmigratie_plugin.core.tables import Column, Table
from arbeidsmigratie.arbeidsmigratie_plugin.sources.writing import write

WEST, EAST = "9801", "9802"
N = 120

#: What must never leave a delivery. The numbers pass the 11-test.
PERSONS = [
    ("111222333", "Wrzesniewska-Proefpersoon", "+48 512 345 678", "wrzesniewska@example.org", "19850417"),
    ("123456782", "Ionescu-Testmens", "0612345678", "ionescu.test@example.org", "19911203"),
    ("011233340", "Kovacsne-Verzonnen", "+36 30 987 6543", "kovacsne@example.org", "19790000"),
]
SECRETS = [value for person in PERSONS for value in person[:4]] + ["11233340", "512345678", "1234 56 782"]


def object_id(kind: str, number: int) -> str:
    """A BAG identifier: '01' verblijfsobject, '03' standplaats, '20' nummeraanduiding."""
    return f"9801{kind}{number:010d}"


def write_bag(path: Path) -> Path:
    """N homes along one street over a municipal border, two caravan places, one withdrawn home."""
    number = np.arange(1, N + 1)
    x, y = 200000 + 60.0 * number, np.full(N, 400000.0)
    status = ["Verblijfsobject in gebruik"] * (N - 1) + ["Verblijfsobject ingetrokken"]
    homes = Table(
        "verblijfsobject",
        (
            Column("identificatie", "text", [object_id("01", n) for n in number]),
            Column("oppervlakte", "integer", [999999 if n == 3 else 60 + n for n in number]),
            Column("status", "text", status),
            Column("gebruiksdoel", "text", ["woonfunctie"] * N),
            Column("openbare_ruimte_naam", "text", ["Burgemeester Proefstraat"] * N),
            Column("openbare_ruimte_naam_kort", "text", ["Burg Proefstr"] * N),
            Column("huisnummer", "integer", number),
            Column("huisletter", "text", ["A" if n == 5 else "" for n in number]),
            Column("toevoeging", "text", ["bis" if n == 6 else "" for n in number]),
            Column("postcode", "text", ["9999AB" if n <= N // 2 else "9999AC" for n in number]),
            Column("woonplaats_naam", "text", ["Proefdorp"] * N),
            Column("nummeraanduiding_hoofdadres_identificatie", "text", [object_id("20", n) for n in number]),
            Column("bronhouder_identificatie", "text", [WEST if n <= N // 2 else EAST for n in number]),
        ),
        "Point",
        point_wkb(x, y),
    )
    write(path, [homes, _places()])
    return path


def _places() -> Table:
    import shapely

    polygons = shapely.box([200100, 200200], [400050, 400050], [200110, 200210], [400060, 400060])
    return Table(
        "standplaats",
        (
            Column("identificatie", "text", [object_id("03", n) for n in (1, 2)]),
            Column("status", "text", ["Plaats aangewezen"] * 2),
            Column("openbare_ruimte_naam", "text", ["Kampweg"] * 2),
            Column("huisnummer", "integer", [1, 2]),
            Column("postcode", "text", ["9999AD"] * 2),
            Column("woonplaats_naam", "text", ["Proefdorp"] * 2),
            Column("nummeraanduiding_hoofdadres_identificatie", "text", [object_id("20", n) for n in (501, 502)]),
            Column("bronhouder_identificatie", "text", [WEST] * 2),
        ),
        "MultiPolygon",
        to_wkb(polygons),
    )


def write_municipalities(path: Path) -> Path:
    """The two municipalities, side by side."""
    import shapely

    border = 200000 + 60.0 * (N // 2) + 30
    polygons = shapely.box([199900, border], [399000, 399000], [border, 208000], [401000, 401000])
    columns = (Column("code", "text", [WEST, EAST]), Column("naam", "text", ["Proefwest", "Proefoost"]))
    write(path, [Table("gemeentegebied", columns, "MultiPolygon", to_wkb(polygons))])
    return path


HEADER = [
    "BSN", "Geslachtsnaam", "Geboortedatum", "Telefoonnummer", "E-mailadres", "16.09.10", "16.11.10", "16.11.20",
    "16.11.30", "16.11.40", "16.11.60", "16.11.70", "16.11.90", "16.18.10",
]  # fmt: skip


def row(number: object, person: int = 0, **changes: object) -> list[object]:
    """A row of a delivery: a fictional person at Burgemeester Proefstraat."""
    bsn, name, phone, mail, born = PERSONS[person % len(PERSONS)]
    digits = "".join(c for c in str(number) if c.isdigit())
    postcode = "9999AB" if digits and int(digits) <= N // 2 else "9999AC"
    cells = dict(
        zip(HEADER, [bsn, name, born, phone, mail, WEST, "Burgemeester Proefstraat", number, "", "", postcode])
    )
    cells.update({"16.11.70": "Proefdorp", "16.11.90": "", "16.18.10": "", **changes})
    return [cells[name] for name in HEADER]


def write_delivery(path: Path, rows: list[list[object]], header: list[str] = HEADER, title: bool = True) -> Path:
    """A delivery as Excel or CSV, by the name of the path."""
    lines = [["Levering RNI, tijdelijk verblijfadres"], []] if title else []
    lines += [header, *rows]
    if path.suffix == ".xlsx":
        book = openpyxl.Workbook()
        for line in lines:
            book.active.append(line)
        book.save(path)
    else:
        path.write_bytes("\r\n".join(";".join(str(c) for c in line) for line in lines).encode("cp1252"))
    return path


def usual_rows() -> list[list[object]]:
    """Rows of every fate: five on three addresses, one ended, one unmatched, one withdrawn, one without address."""
    shifted = row(8, 1)
    shifted[HEADER.index("16.11.10")] = PERSONS[1][1]
    shifted[HEADER.index("16.11.40")] = PERSONS[1][2]
    shifted[HEADER.index("16.11.60")] = "9999ZZ"
    return [
        row(1, 0),
        row(1, 1),
        row(2, 2),
        row("5-A", 0),
        row("6 BIS", 1),
        row(7, 2, **{"16.18.10": "20250101"}),
        shifted,
        row(N, 0),
        row("", 1, **{"16.11.60": ""}),
    ]
