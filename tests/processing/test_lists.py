"""Lists, policy, occupancy and vacancy in a real qgis_process: from files to layers, and nothing of a person."""

from __future__ import annotations

import csv

import openpyxl
import pytest

from tests import made
from tests.processing.test_qgis_process import assert_nothing_personal, everything_written, rows

PEILDATUM = "2025-07-01"
HEADER = [
    "Vergunninghouder", "BSN houder", "Telefoon", "E-mail", "Straatnaam", "Huisnummer", "Huisletter", "Toevoeging",
    "Postcode", "Woonplaats", "Max personen", "Datum", "Geldig tot", "Status", "Opmerking",
]  # fmt: skip


def line(number, person=0, **changes):
    bsn, name, phone, mail, _ = made.PERSONS[person]
    cells = {
        "Vergunninghouder": name, "BSN houder": bsn, "Telefoon": phone, "E-mail": mail,
        "Straatnaam": "Burgemeester Proefstraat", "Huisnummer": number, "Postcode": "9999AB",
        "Woonplaats": "Proefdorp", "Max personen": 4, "Datum": "2024-03-01", "Geldig tot": "", "Status": "Verleend",
        "Opmerking": f"{name} belt op {phone}",
    }  # fmt: skip
    cells.update(changes)
    return [cells.get(name, "") for name in HEADER]


def lines():
    """Permits, a renewed one, and names and numbers where they do not belong."""
    (_, name, phone, _, born), number = made.PERSONS[1], made.PERSONS[0][0]
    return [
        line(1),
        line(2, 1, Datum="2021-01-01"),
        line(2, 1, Datum="2024-01-01", **{"Max personen": 6}),
        line(4, 2, Status=name),
        line(7, 2, **{"Max personen": number}),
        line(8, 1, Straatnaam=name, Toevoeging=born, Postcode="9999ZZ"),
        line(9, 0, Datum=phone),
        line(10, 0, Datum="2025-08-01"),
        line("", 1, Straatnaam=name),
        *(line(n) for n in range(31, 46)),
    ]


def write_table(path, header, content):
    if path.suffix == ".xlsx":
        book = openpyxl.Workbook()
        for one in [["Vergunningen verhuur"], [], header, *content]:
            book.active.append(one)
        book.save(path)
    else:
        with path.open("w", encoding="cp1252", newline="") as file:
            csv.writer(file, delimiter=";").writerows([header, *content])
    return path


@pytest.fixture(scope="module", params=[".xlsx", ".csv"])
def permits(request, qgis, region, tmp_path_factory):
    source, folder = tmp_path_factory.mktemp("bron"), tmp_path_factory.mktemp("lijst")
    path = write_table(source / f"vergunningen{request.param}", HEADER, lines())
    outcome = qgis.run(
        "lijstinlezen", INPUT=path, KIND="vergunning", BAG=region / "bag.gpkg", PEILDATUM=PEILDATUM,
        OUTPUT=folder / "lijst.gpkg", OUTPUT_UNMATCHED=folder / "rest.gpkg",
    )  # fmt: skip
    assert outcome.status == 0, outcome.messages
    return outcome, folder


def test_nothing_of_a_person_in_any_byte(permits, qgis):
    outcome, folder = permits
    said = {"standard output": outcome.output.encode(), "messages": outcome.messages.encode()}
    assert_nothing_personal({**everything_written(folder), **everything_written(qgis.home), **said})


def test_entries_of_a_list(permits):
    _, folder = permits
    fields = ("adresseerbaarobject_id", "nummeraanduiding_id", "gemeentecode", "soort", "aantal", "datum")
    more = ("geldig_tot", "status", "regels", "match_niveau", "peildatum")
    expected = [
        (1, 4, "2024-03-01", "verleend", 1),
        (2, 6, "2024-01-01", "verleend", 2),
        (4, 4, "2024-03-01", "onbekend", 1),
        (7, None, "2024-03-01", "verleend", 1),
        (9, 4, None, "verleend", 1),
        *((n, 4, "2024-03-01", "verleend", 1) for n in range(31, 46)),
    ]
    assert rows(folder / "lijst.gpkg", "locatielijst", *fields, *more) == [
        (made.object_id("01", n), made.object_id("20", n), made.WEST, "vergunning", number, day, None, status, count, 2,
         PEILDATUM)
        for n, number, day, status, count in expected
    ]  # fmt: skip


def test_numbers_of_a_list(permits):
    outcome, _ = permits
    numbers = {key: value for key, value in outcome.results.items() if isinstance(value, (int, float))}
    assert numbers == {
        "ROWS_READ": 24, "ROWS_SKIPPED": 2, "ROWS_LATER": 1, "ADDRESSES": 20, "UNMATCHED": 1, "CELLS_DROPPED": 3,
        "MATCHED_PERCENT": pytest.approx(100 * 21 / 22, abs=0.01),
    }  # fmt: skip
    dropped = outcome.results["COLUMNS_DROPPED"]
    for label in ("Vergunninghouder (naam)", "(BSN)", "Telefoon (telefoon)", "(e-mail)", "Opmerking"):
        assert label in dropped


def test_what_was_not_matched_is_told_in_safe_words(permits):
    _, folder = permits
    fields = ("postcode", "huisnummer", "straat", "toevoeging", "soort", "regels", "reden")
    found = rows(folder / "rest.gpkg", "locatielijst_niet_gekoppeld", *fields)
    assert sorted(found, key=str) == sorted(
        [
            ("9999ZZ", 8, None, None, "vergunning", 1, "niet in de BAG"),
            ("9999AB", None, None, None, "vergunning", 1, "geen bruikbaar adres"),
        ],
        key=str,
    )


def test_where_a_list_comes_from_is_told_without_its_content(permits):
    _, folder = permits
    found = rows(folder / "lijst.gpkg", "herkomst", "laag", "bron", "rijen", "brondatum")
    assert ("locatielijst", "Locatielijst vergunning", 24, PEILDATUM) in found


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"KIND": "iets"}, "KIND"),
        ({"INPUT": "weg.csv"}, "weg.csv"),
        ({"MAPPING": '{"aantal": "BSN houder"}'}, "citizen service numbers"),
        ({"MAPPING": '{"naam": "A"}'}, "there is no field naam"),
        ({"PEILDATUM": "2020-01-01"}, "dated after 2020-01-01"),
    ],
)
def test_a_list_that_can_t_be_read_ends_in_one_sentence_and_leaves_nothing(qgis, region, tmp_path, changes, told):
    path = write_table(tmp_path / "bron.csv", HEADER, lines()[:3] + [line(10, 0)] * 3)
    given = {"INPUT": path, "KIND": "vergunning", "PEILDATUM": PEILDATUM, **changes}
    outcome = qgis.run("lijstinlezen", BAG=region / "bag.gpkg", OUTPUT=tmp_path / "uit.gpkg", **given)
    assert outcome.status != 0
    assert told in outcome.messages
    assert not (tmp_path / "uit.gpkg").exists()
    assert_nothing_personal({"messages": (outcome.messages + outcome.output).encode()})


# Occupancy and vacancy ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def registered(qgis, region, tmp_path_factory):
    """Registrations on homes 1 (9 of them), 2, 3, 5 and 6: floor areas 61, 62, unknown, 65 and 66."""
    folder = tmp_path_factory.mktemp("rni")
    path = made.write_delivery(folder / "rni.xlsx", [made.row(1, n) for n in range(9)] + [made.row(n) for n in (2, 3)]
                               + made.usual_rows()[3:5])  # fmt: skip
    outcome = qgis.run(
        "rniinlezen", INPUT=path, BAG=region / "bag.gpkg", PEILDATUM=PEILDATUM, OUTPUT=folder / "adressen.gpkg"
    )
    assert outcome.status == 0, outcome.messages
    return folder / "adressen.gpkg"


OCCUPANCY = ("adresseerbaarobject_id", "registraties", "bewoners", "capaciteit", "capaciteit_15", "norm_m2", "signaal")


def occupied(qgis, region, registered, path, **more):
    outcome = qgis.run("bezetting", RNI=registered, BAG=region / "bag.gpkg", OUTPUT=path, **more)
    assert outcome.status == 0, outcome.messages
    return outcome, {row[0]: row[1:] for row in rows(path, "bezetting", *OCCUPANCY)}


def test_occupancy_without_anything_optional(qgis, region, registered, tmp_path):
    outcome, found = occupied(qgis, region, registered, tmp_path / "b.gpkg")
    assert found == {
        made.object_id("01", 1): (9, None, 5, 4, 12, "boven norm (indicatie)"),
        made.object_id("01", 2): (1, None, 5, 4, 12, None),
        made.object_id("01", 3): (1, None, None, None, 12, "niet te bepalen"),
        made.object_id("01", 5): (1, None, 5, 4, 12, None),
        made.object_id("01", 6): (1, None, 5, 4, 12, None),
    }
    assert (outcome.results["ADDRESSES"], outcome.results["ABOVE"], outcome.results["UNKNOWN"]) == (5, 1, 1)
    evidence = rows(tmp_path / "b.gpkg", "bezetting", "bewijs", "bewijs_en", "zekerheid", "bronnen", "gemeentecode",
                    "peildatum", "uitsluiting", "score", "bezettingsgraad", "norm_bron", "adres")  # fmt: skip
    assert "Zonder beleidstabel" in evidence[0][0]
    assert "health risk" in evidence[0][1]
    assert evidence[0][2] == "laag"
    assert f"RNI ({PEILDATUM})" in evidence[0][3]
    assert evidence[0][4:8] == (made.WEST, PEILDATUM, None, 18)
    assert evidence[0][8] == pytest.approx(1.8)
    assert {row[0] for row in rows(tmp_path / "b.gpkg", "herkomst", "laag")} == {"bezetting"}


def test_policy_and_lists_change_norm_and_score(qgis, region, registered, permits, tmp_path):
    policy = tmp_path / "beleid.csv"
    policy.write_text(
        "gemeentecode;norm_m2;norm_bron;bewoners_meetellen;vergunningplicht\n"
        f"{made.WEST};15,5;Verordening, art. 4;ja;ja\n",
        encoding="utf-8",
    )
    residents = write_table(tmp_path / "bewoners.csv", ["Postcode", "Huisnummer", "Bewoners"], [["9999AB", 2, 4]])
    outcome = qgis.run("lijstinlezen", INPUT=residents, KIND="bewoners", BAG=region / "bag.gpkg",
                       PEILDATUM=PEILDATUM, OUTPUT=tmp_path / "bewoners.gpkg")  # fmt: skip
    assert outcome.status == 0, outcome.messages
    lists = [permits[1] / "lijst.gpkg", tmp_path / "bewoners.gpkg"]
    given = {"POLICY": policy, "LISTS": lists}
    outcome, found = occupied(qgis, region, registered, tmp_path / "b.gpkg", **given)
    assert found[made.object_id("01", 1)] == (9, None, 3, 4, 15.5, "boven norm (indicatie)")
    assert found[made.object_id("01", 2)] == (1, 4, 4, 4, 15.5, "boven norm (indicatie)")
    assert found[made.object_id("01", 5)] == (1, None, 4, 4, 15.5, None)
    said = dict(rows(tmp_path / "b.gpkg", "bezetting", "adresseerbaarobject_id", "bewijs"))
    assert "Verordening, art. 4" in said[made.object_id("01", 1)]
    assert "vergunning voor 4 personen, meer geteld" in said[made.object_id("01", 1)]
    assert "vergunning voor 6 personen, daarbinnen" in said[made.object_id("01", 2)]
    assert "Zonder" not in said[made.object_id("01", 1)]


@pytest.mark.parametrize(
    ("rows_of", "told"),
    [("0363;12", "Row 2 of the policy table beleid.csv"), ("9801;12\n9801;15", "Row 3"), ("9801;4", "from 5 to 50")],
)
def test_a_policy_that_can_t_be_right_is_refused_with_its_row(qgis, region, registered, tmp_path, rows_of, told):
    policy = tmp_path / "beleid.csv"
    policy.write_text(f"gemeentecode;norm_m2\n{rows_of}\n", encoding="utf-8")
    outcome = qgis.run("bezetting", RNI=registered, BAG=region / "bag.gpkg", POLICY=policy, OUTPUT=tmp_path / "b.gpkg")
    assert outcome.status != 0
    assert told in outcome.messages
    assert not (tmp_path / "b.gpkg").exists()


def test_a_list_that_is_not_there_is_an_error(qgis, region, registered, tmp_path):
    given = {"LISTS": tmp_path / "weg.gpkg", "OUTPUT": tmp_path / "b.gpkg"}
    outcome = qgis.run("bezetting", RNI=registered, BAG=region / "bag.gpkg", **given)
    assert outcome.status != 0
    assert "weg.gpkg" in outcome.messages


VACANT_HEADER = ["Naam", "Postcode", "Huisnummer", "BRP personen"]
VACANT = [[made.PERSONS[0][1], "9999AB", 1, 0], [made.PERSONS[1][1], "9999AB", 20, 0], ["", "9999AB", 5, 3]]


def vacated(qgis, region, registered, path, vacant, **more):
    outcome = qgis.run("leegstand", RNI=registered, BAG=region / "bag.gpkg", VACANT=vacant, OUTPUT=path, **more)
    assert outcome.status == 0, outcome.messages
    return outcome, dict(rows(path, "leegstand", "substr(adresseerbaarobject_id, 7) + 0", "klasse"))


@pytest.fixture(scope="module")
def vacancy_list(tmp_path_factory):
    return write_table(tmp_path_factory.mktemp("leeg") / "leegstand.csv", VACANT_HEADER, VACANT)


def test_vacancy_from_a_list(qgis, region, registered, vacancy_list, tmp_path):
    outcome, found = vacated(qgis, region, registered, tmp_path / "l.gpkg", vacancy_list)
    assert found == {1: 2, 2: 1, 3: 1, 5: 1, 6: 1, 20: 4}
    assert [outcome.results[f"CLASS_{klasse}"] for klasse in range(1, 6)] == [4, 1, 0, 1, 0]
    assert "Naam" in outcome.results["COLUMNS_DROPPED"]
    assert_nothing_personal({"said": (outcome.output + outcome.messages).encode(), **everything_written(tmp_path)})
    sources = {row[0] for row in rows(tmp_path / "l.gpkg", "herkomst", "bron")}
    assert "Locatielijst leegstand" in sources


def test_vacancy_from_a_list_that_is_not_complete(qgis, region, registered, vacancy_list, tmp_path):
    _, found = vacated(qgis, region, registered, tmp_path / "l.gpkg", vacancy_list, COMPLETE="false")
    assert found == {1: 2, 5: 1, 20: 4}


def test_vacancy_with_class_0(qgis, region, registered, vacancy_list, tmp_path):
    _, found = vacated(qgis, region, registered, tmp_path / "l.gpkg", vacancy_list, ALL="true")
    assert sorted(found) == list(range(1, made.N // 2 + 1))
    assert [found[n] for n in (1, 2, 4, 20)] == [2, 1, 0, 4]


def test_vacancy_from_what_was_read_before_and_from_a_layer_is_the_same(
    qgis, region, registered, vacancy_list, tmp_path
):
    expected = {1: 2, 2: 1, 3: 1, 5: 1, 6: 1, 20: 4}
    outcome = qgis.run("lijstinlezen", INPUT=vacancy_list, KIND="leegstand", BAG=region / "bag.gpkg",
                       PEILDATUM=PEILDATUM, OUTPUT=tmp_path / "lijst.gpkg")  # fmt: skip
    assert outcome.status == 0, outcome.messages
    assert vacated(qgis, region, registered, tmp_path / "1.gpkg", tmp_path / "lijst.gpkg")[1] == expected
    plain = tmp_path / "plain.gpkg"
    from arbeidsmigratie.arbeidsmigratie_plugin.core.tables import Column, Table
    from arbeidsmigratie.arbeidsmigratie_plugin.sources.writing import write

    ids = [made.object_id("01", n) for n in (1, 20, 5)]
    columns = (Column("verblijfsobject_id", "text", ids), Column("bewoners", "integer", [0, 0, 3]))
    write(plain, [Table("leeg", columns)])
    assert vacated(qgis, region, registered, tmp_path / "2.gpkg", plain)[1] == expected


def test_a_list_of_something_else_is_no_vacancy(qgis, region, registered, permits, tmp_path):
    given = {"VACANT": permits[1] / "lijst.gpkg", "OUTPUT": tmp_path / "l.gpkg"}
    outcome = qgis.run("leegstand", RNI=registered, BAG=region / "bag.gpkg", **given)
    assert outcome.status != 0
    assert "leegstand or bewoners" in outcome.messages


# What must not slip through ----------------------------------------------------------------------------------------


def table(path, **columns):
    from arbeidsmigratie.arbeidsmigratie_plugin.core.tables import Column, Table
    from arbeidsmigratie.arbeidsmigratie_plugin.sources.writing import write

    kinds = {int: "integer", str: "text"}
    write(path, [Table("iets", tuple(Column(name, kinds[type(v[0])], v) for name, v in columns.items()))])
    return path


def test_a_layer_that_looks_like_a_list_gets_nothing_of_a_person_through(qgis, region, registered, tmp_path):
    number, name, *_ = made.PERSONS[1]
    given = table(
        tmp_path / "lijst.gpkg", adresseerbaarobject_id=[made.object_id("01", 1), made.object_id("01", 2)],
        soort=["leegstand", "bewoners"], aantal=[0, int(number)], datum=[f"14-05-1987 {name}", name],
    )  # fmt: skip
    (tmp_path / "uit").mkdir()
    outcome, found = vacated(qgis, region, registered, tmp_path / "uit" / "l.gpkg", given, LISTS=given)
    assert found[1] == 2
    more, _ = occupied(qgis, region, registered, tmp_path / "uit" / "b.gpkg", LISTS=given)
    said = {"said": (outcome.output + outcome.messages + more.output + more.messages).encode()}
    assert_nothing_personal({**everything_written(tmp_path / "uit"), **said})


def test_no_error_repeats_a_name_of_a_file_or_a_cell_of_a_table_without_a_header(qgis, region, registered, tmp_path):
    number, name, phone, *_ = made.PERSONS[1]
    path = tmp_path / f"{number} lijst.csv"
    path.write_text(f"{name};Jan;{number};{phone}\n{name};Ana;{number};1\n", encoding="utf-8")
    runs = [
        qgis.run("lijstinlezen", INPUT=path, KIND="bewoners", BAG=region / "bag.gpkg", OUTPUT=tmp_path / "1.gpkg"),
        qgis.run("bezetting", RNI=registered, BAG=region / "bag.gpkg", POLICY=path, OUTPUT=tmp_path / "2.gpkg"),
        qgis.run("leegstand", RNI=registered, BAG=region / "bag.gpkg", VACANT=path, OUTPUT=tmp_path / "3.gpkg"),
    ]
    for outcome in runs:
        assert outcome.status != 0
        told = "\n".join(line for line in outcome.messages.splitlines() if "INPUT" not in line and "argv" not in line)
        assert "lijst.csv" in told
        for secret in (name, number, phone):
            assert secret not in told


@pytest.mark.parametrize("name", ["leeg.csv", "leeg.txt"])
def test_a_list_of_identifiers_alone_is_read_whatever_its_suffix(qgis, region, registered, tmp_path, name):
    path = tmp_path / name
    path.write_text("identificatie\n" + "\n".join(made.object_id("01", n) for n in (1, 20)), encoding="utf-8")
    _, found = vacated(qgis, region, registered, tmp_path / "l.gpkg", path)
    assert (found[1], found[20]) == (2, 4)


@pytest.mark.parametrize(("name", "encoding"), [("beleid.csv", "utf-16"), ("beleid.txt", "utf-8")])
def test_a_policy_in_other_kinds_of_text(qgis, region, registered, tmp_path, name, encoding):
    path = tmp_path / name
    path.write_text(f"gemeentecode;norm_m2;norm per kamer\n{made.WEST};12,25;8\n", encoding=encoding)
    _, found = occupied(qgis, region, registered, tmp_path / "b.gpkg", POLICY=path)
    assert found[made.object_id("01", 1)][4] == 12.25
    assert ("Beleid van gemeenten", 1) in rows(tmp_path / "b.gpkg", "herkomst", "bron", "rijen")


def test_a_list_that_was_matched_badly_does_not_count_as_complete(qgis, region, registered, tmp_path):
    wrong = [["", "9999ZZ", n, 0] for n in range(1, 4)]
    path = write_table(tmp_path / "leegstand.csv", VACANT_HEADER, [*VACANT, *wrong])
    _, found = vacated(qgis, region, registered, tmp_path / "l.gpkg", path)
    assert found == {1: 2, 5: 1, 20: 4}
    assert "maar 50 % gekoppeld" in rows(tmp_path / "l.gpkg", "leegstand", "bewijs")[0][0]


def test_registrations_or_a_list_of_another_region_are_no_success(qgis, region, registered, tmp_path):
    other = tmp_path / "elders.gpkg"
    ids = ["0363010000000001", "0363010000000002"]
    table(other, adresseerbaarobject_id=ids, soort=["leegstand"] * 2, aantal=[0, 0], registraties=[2, 3])
    outcome = qgis.run("bezetting", RNI=other, BAG=region / "bag.gpkg", OUTPUT=tmp_path / "b.gpkg")
    assert outcome.status != 0
    assert "None of the 5 registrations" in outcome.messages
    given = {"VACANT": other, "OUTPUT": tmp_path / "l.gpkg"}
    outcome = qgis.run("leegstand", RNI=registered, BAG=region / "bag.gpkg", **given)
    assert outcome.status != 0
    assert "none of them is in the BAG" in outcome.messages
    occupied(qgis, region, registered, tmp_path / "b.gpkg", LISTS=other)
    assert "Zonder locatielijsten" in rows(tmp_path / "b.gpkg", "bezetting", "bewijs")[0][0]
