"""What a plan's file holds, as it was read, without whatever has the wrong shape."""

from collections.abc import Iterator

from statusnote.reading.nodes import MappingNode, Node, ScalarNode, SequenceNode


def initiatives(plan: MappingNode) -> Iterator[MappingNode]:
    """The initiatives of all sections."""
    for section in items(plan, "sections"):
        for initiative in items(section, "initiatives"):
            if isinstance(initiative, MappingNode):
                yield initiative


def items(holder: Node, key: str) -> SequenceNode:
    """The list under *key*; an empty one where there is none."""
    value = holder.get(ScalarNode(key)) if isinstance(holder, MappingNode) else None
    return value if isinstance(value, SequenceNode) else SequenceNode()


def texts(holder: Node, key: str) -> Iterator[ScalarNode]:
    """The text under *key*, or those in the list under it; empty ones left out."""
    value = holder.get(ScalarNode(key)) if isinstance(holder, MappingNode) else None
    for text in value if isinstance(value, SequenceNode) else [value]:
        if isinstance(text, ScalarNode) and text.strip():
            yield text


def grants(initiative: MappingNode) -> Iterator[tuple[ScalarNode, ScalarNode]]:
    """The grants of an initiative: recipient and amount."""
    for block in items(initiative, "account"):
        for grant in items(block, "grants"):
            if isinstance(grant, MappingNode):
                yield from _pairs(grant)


def milestones(initiative: MappingNode) -> Iterator[tuple[ScalarNode, ScalarNode, MappingNode]]:
    """The milestones of an initiative: what is promised, by when, and the whole of it."""
    for milestone in items(initiative, "milestones"):
        if isinstance(milestone, MappingNode):
            what, due = milestone.get(ScalarNode("what")), milestone.get(ScalarNode("due"))
            if isinstance(what, ScalarNode) and isinstance(due, ScalarNode):
                yield what, due, milestone
            elif what is None and due is None:
                yield from ((*pair, milestone) for pair in _pairs(milestone))


def paragraphs(plan: MappingNode) -> Iterator[ScalarNode]:
    """The paragraphs of the note: those of the introduction, and those of each account."""
    yield from texts(plan, "introduction")
    for initiative in initiatives(plan):
        yield from texts(initiative, "account")


def labels(plan: MappingNode) -> Iterator[ScalarNode]:
    """The other texts of the note: titles, ministries, recipients of grants, and milestones."""
    yield from texts(plan, "title")
    yield from texts(plan, "stamp")
    declared = plan.get(ScalarNode("ministries"))
    if isinstance(declared, MappingNode):
        yield from (name for _, name in _pairs(declared))
    for section in items(plan, "sections"):
        yield from texts(section, "title")
    for initiative in initiatives(plan):
        yield from texts(initiative, "title")
        yield from (recipient for recipient, _ in grants(initiative))
        yield from (what for what, _, _ in milestones(initiative))


def _pairs(mapping: MappingNode) -> Iterator[tuple[ScalarNode, ScalarNode]]:
    for key, value in mapping.items():
        if isinstance(value, ScalarNode):
            yield key, value
