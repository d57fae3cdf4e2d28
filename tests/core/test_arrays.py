import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.arrays import Labels, floats, integers, labels, text


def test_text_is_stripped_and_absent_text_is_empty():
    values = [" a ", None, float("nan"), "", 12, "\u00a0b\u00a0"]
    assert text(values).tolist() == ["a", "", "", "", "12", "b"]


def test_text_gives_an_array_of_python_strings():
    array = text(np.array(["ab", "c"]))
    assert array.dtype == object
    assert all(type(value) is str for value in array)
    assert text([]).shape == (0,)


def test_whole_numbers_are_read_from_numbers_and_text():
    assert integers(["12", " 7 ", "12.0", 5, 6.0]).tolist() == [12, 7, 12, 5, 6]
    assert integers(np.array([3.0, 4.0])).tolist() == [3, 4]


def test_what_is_no_whole_number_is_zero():
    values = np.array(["12a", "", None, float("nan"), "1.5", "inf", "-inf"], dtype=object)
    assert integers(values).tolist() == [0] * 7
    assert integers(np.array([np.nan, 2.5])).tolist() == [0, 0]


def test_a_number_too_large_to_store_is_zero():
    assert integers(["1e300"]).tolist() == [0]


@pytest.mark.parametrize("kind", [np.int32, np.uint8, np.int64])
def test_integer_arrays_keep_their_values(kind):
    array = integers(np.array([0, 7, 99], dtype=kind))
    assert array.dtype == np.int64
    assert array.tolist() == [0, 7, 99]


def test_real_numbers_are_read_from_numbers_and_text():
    assert floats(["1.5", 2, "3"]).tolist() == [1.5, 2.0, 3.0]


def test_what_is_no_number_is_nan():
    assert np.isnan(floats(np.array(["a", "", None], dtype=object))).all()


@pytest.mark.parametrize("kind", [np.float32, np.float64, np.int16])
def test_numbers_become_a_new_array_of_doubles(kind):
    given = np.array([1, 2], dtype=kind)
    found = floats(given)
    found[0] = 9
    assert found.dtype == np.float64
    assert given.tolist() == [1, 2]


# Labels -----------------------------------------------------------------------------------------------------------


@given(st.lists(st.sampled_from(["", "0457", "0363", "Weesp"])), st.data())
def test_labels_give_back_their_texts(values, data):
    found = labels(values)
    assert len(found) == len(values)
    assert found.text().tolist() == values
    assert sorted(found.names) == sorted(set(values))
    rows = data.draw(st.lists(st.sampled_from(range(len(values))))) if values else []
    assert found.take(np.array(rows, dtype=np.int64)).text().tolist() == [values[row] for row in rows]
    assert found.take(np.array([value == "0457" for value in values], dtype=bool)).text().tolist() == [
        value for value in values if value == "0457"
    ]


def test_labels_may_name_what_no_row_has():
    found = Labels(np.array(["0457", "0363"], dtype=object), np.array([0, 0]))
    assert found.text().tolist() == ["0457", "0457"]
    assert labels(np.array(["b", "a", "b"], dtype=object)).numbers.tolist() == [0, 1, 0]


def test_only_texts_that_occur_are_present():
    assert labels(["a", "b", "a"]).take(np.array([0, 2])).present() == {"a"}
    assert labels([]).present() == set()
