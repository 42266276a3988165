"""What a YAML file holds, as nodes that know where they stand."""

import pytest
from support.reading import parsed

from statusnote.reading.nodes import scalars


def test_a_key_is_found_as_it_stands_in_the_file() -> None:
    keys = parsed("\n  title: En plan")
    assert (keys.key("title"), keys.key("title").start) == ("title", 3)
    with pytest.raises(KeyError):
        keys.key("stamp")


def test_the_scalars_of_a_node_are_all_its_keys_and_values_in_their_order() -> None:
    root = parsed("a: 1\nb:\n  - c: 2\n    d: [3, {e: 4}]\n  - 5\nf:\n")
    assert " ".join(scalars(root)) == "a 1 b c 2 d 3 e 4 5 f "
    assert [scalar.start for scalar in scalars(root.key("b"))] == [5]
