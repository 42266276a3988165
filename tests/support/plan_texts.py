"""Plans of nothing but texts, and what the rules of language find in them."""

from statusnote.plan import rules
from statusnote.reading.nodes import Fragment, MappingNode, ScalarNode, SequenceNode

Found = tuple[str, str, dict[str, object], str | None]


def found(*paragraphs: str, title: str = "Status") -> list[Found]:
    """The findings: code, the part that is meant, details, and the other part that is meant."""
    return [
        (code, _shown(where), dict(details), _shown(other) if other else None)
        for code, where, details, other in rules.check(plan(*paragraphs, title=title))
        if code[1] == "7"
    ]


def plan(*paragraphs: str, title: str = "Status") -> MappingNode:
    """A plan with these paragraphs as its introduction."""
    return MappingNode(
        {
            ScalarNode("title"): ScalarNode(title),
            ScalarNode("introduction"): SequenceNode(map(ScalarNode, paragraphs)),
        }
    )


def _shown(place: object) -> str:
    assert isinstance(place, Fragment)
    assert 0 <= place.start < place.end <= len(place.text)
    return place.text[place.start : place.end]
