from arbeidsmigratie.arbeidsmigratie_plugin.core.names import find_fields

WANTED = {"gemeentecode": ("gemeentecode", "statcode"), "naam": ("naam", "statnaam")}


def test_finds_a_field_in_any_case_and_gives_it_as_the_layer_writes_it():
    assert find_fields(["fid", "StatCode", "STATNAAM"], WANTED) == {"gemeentecode": "StatCode", "naam": "STATNAAM"}


def test_the_most_telling_name_wins_wherever_it_stands():
    assert find_fields(["statcode", "gemeentecode"], WANTED)["gemeentecode"] == "gemeentecode"
    assert find_fields(["gemeentecode", "statcode"], WANTED)["gemeentecode"] == "gemeentecode"


def test_a_field_that_is_not_there_is_left_out():
    assert find_fields(["statcode"], WANTED) == {"gemeentecode": "statcode"}
    assert find_fields([], WANTED) == {}


def test_part_of_a_name_is_another_name():
    assert find_fields(["gemeentecode_oud", "jrstatcode"], WANTED) == {}
