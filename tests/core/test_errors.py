import string

import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core import errors, refusals, service_errors
from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import ArbeidsmigratieError


def family(kind):
    return [kind, *(member for child in kind.__subclasses__() for member in family(child))]


LEAVES = [kind for kind in family(ArbeidsmigratieError) if not kind.__subclasses__()]


def places(sentence):
    return [name for _, name, _, _ in string.Formatter().parse(sentence) if name]


def test_every_error_of_the_module_belongs_to_the_tree():
    found = [value for module in (errors, refusals, service_errors) for value in vars(module).values()]
    classes = [value for value in found if isinstance(value, type)]
    assert [kind for kind in classes if not issubclass(kind, ArbeidsmigratieError)] == []
    assert len(LEAVES) >= 20


@pytest.mark.parametrize("leaf", LEAVES, ids=lambda leaf: leaf.__name__)
def test_every_leaf_has_one_sentence_that_shows_all_it_is_given(leaf):
    values = {name: f"<{name}>" for name in places(leaf.sentence)}
    assert values
    message = str(leaf(**values))
    assert all(value in message for value in values.values())
    assert message.endswith((".", "<remedy>"))
    assert "  " not in message


@pytest.mark.parametrize("leaf", LEAVES, ids=lambda leaf: leaf.__name__)
def test_sentence_and_values_stay_apart_for_translation(leaf):
    values = dict.fromkeys(places(leaf.sentence), "{1} of 'x'")
    error = leaf(**values)
    assert error.values == values
    assert type(error).sentence.format(**error.values) == str(error)


def test_sentences_differ():
    assert len({leaf.sentence for leaf in LEAVES}) == len(LEAVES)


@pytest.mark.parametrize(
    ("leaf", "group"),
    [
        ("FileEmptyError", "FileError"),
        ("OutputError", "FileError"),
        ("HeaderNotFoundError", "TableError"),
        ("PersonalColumnError", "TableError"),
        ("CrsMissingError", "LayerError"),
        ("FieldMissingError", "LayerError"),
        ("DateError", "ParameterError"),
        ("RegionError", "ParameterError"),
    ],
)
def test_a_group_catches_its_leaves(leaf, group):
    assert issubclass(getattr(errors, leaf), getattr(errors, group))
