"""What a plan's file holds, as it was read, without whatever has the wrong shape."""

from collections.abc import Iterator

from statusnote.reading.parser import Mapping, Sequence, Text, Value


def initiatives(plan: Mapping) -> Iterator[Mapping]:
    """The initiatives of all sections."""
    for section in items(plan, "sections"):
        for initiative in items(section, "initiatives"):
            if isinstance(initiative, Mapping):
                yield initiative


def items(holder: Value, key: str) -> Sequence:
    """The list under *key*; an empty one where there is none."""
    value = holder.get(Text(key)) if isinstance(holder, Mapping) else None
    return value if isinstance(value, Sequence) else Sequence()


def texts(holder: Value, key: str) -> Iterator[Text]:
    """The text under *key*, or those in the list under it; empty ones left out."""
    value = holder.get(Text(key)) if isinstance(holder, Mapping) else None
    for text in value if isinstance(value, Sequence) else [value]:
        if isinstance(text, Text) and text.strip():
            yield text


def grants(initiative: Mapping) -> Iterator[tuple[Text, Text]]:
    """The grants of an initiative: recipient and amount."""
    for block in items(initiative, "account"):
        for grant in items(block, "grants"):
            if isinstance(grant, Mapping):
                yield from _pairs(grant)


def milestones(initiative: Mapping) -> Iterator[tuple[Text, Text, Mapping]]:
    """The milestones of an initiative: what is promised, by when, and the whole of it."""
    for milestone in items(initiative, "milestones"):
        if isinstance(milestone, Mapping):
            what, due = milestone.get(Text("what")), milestone.get(Text("due"))
            if isinstance(what, Text) and isinstance(due, Text):
                yield what, due, milestone
            elif what is None and due is None:
                yield from ((*pair, milestone) for pair in _pairs(milestone))


def paragraphs(plan: Mapping) -> Iterator[Text]:
    """The paragraphs of the note: those of the introduction, and those of each account."""
    yield from texts(plan, "introduction")
    for initiative in initiatives(plan):
        yield from texts(initiative, "account")


def labels(plan: Mapping) -> Iterator[Text]:
    """The other texts of the note: titles, ministries, recipients of grants, and milestones."""
    yield from texts(plan, "title")
    yield from texts(plan, "stamp")
    declared = plan.get(Text("ministries"))
    if isinstance(declared, Mapping):
        yield from (name for _, name in _pairs(declared))
    for section in items(plan, "sections"):
        yield from texts(section, "title")
    for initiative in initiatives(plan):
        yield from texts(initiative, "title")
        yield from (recipient for recipient, _ in grants(initiative))
        yield from (what for what, _, _ in milestones(initiative))


def _pairs(mapping: Mapping) -> Iterator[tuple[Text, Text]]:
    for key, value in mapping.items():
        if isinstance(value, Text):
            yield key, value
