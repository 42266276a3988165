"""The texts of a plan in one string, and the way back to each of them."""

from support.plan_texts import plan

from statusnote.plan.rules.prose import HIDDEN, Prose
from statusnote.plan.rules.raw_plan import RawPlan
from statusnote.reading.nodes import Fragment, ScalarNode


def test_a_part_lies_in_the_text_that_it_is_of() -> None:
    prose = RawPlan(plan("En.", "To..", "Tre.", title="Fire  fem")).prose
    assert list(prose.matches(r"\.\.|  ")) == [
        ("..", Fragment(ScalarNode("To.."), 2, 4)),
        ("  ", Fragment(ScalarNode("Fire  fem"), 4, 6)),
    ]


def test_addresses_are_hidden_in_any_case() -> None:
    hidden = Prose([ScalarNode("HTTPS://x.dk/a Www.x.com/b, X.DK/c")], []).whole
    assert hidden.replace(HIDDEN, "·") == "·············· ···········, ······"


def test_addresses_are_hidden_from_the_rules_and_shown_in_what_they_find() -> None:
    text = "[Her](https://x.dk/a) og www.x.dk/a, a.b@x.com, x.dk/a."
    hidden = Prose([ScalarNode(text)], []).whole
    assert hidden.replace(HIDDEN, "·") == "[Her]···············) og ··········, ·········, ······."
    ((written, part),) = Prose([ScalarNode(text)], []).matches(r"(?s)og.*\.")
    assert (written, part.start, part.end) == (text[22:], 22, len(text))
