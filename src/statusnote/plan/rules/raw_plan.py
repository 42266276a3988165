"""The fields of a plan as the nodes of its file state them, whatever has the wrong shape left out.

A field of text that is added to the model is added to RawPlan, too, or no rule of language sees it.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import TypeVar

from statusnote.plan.model import Terms, statuses_of
from statusnote.plan.rules.prose import Prose
from statusnote.plan.scalars import Period, fixed, read_day, read_period
from statusnote.plan.statuses import Status, Statuses
from statusnote.reading.nodes import MappingNode, Node, ScalarNode, SequenceNode

T = TypeVar("T")


class RawPlan:
    """A plan that was read, but need not be right: what each rule looks at.

    *written* is the text of its file.
    """

    def __init__(self, nodes: MappingNode, written: str = "") -> None:
        self.nodes = nodes
        self.written = written

    def lines(self, text: ScalarNode) -> list[str]:
        """The lines on which *text* is written, without what it is indented by or quoted with."""
        if not self.written:
            return []
        written = unicodedata.normalize("NFC", self.written[text.start : text.end])
        return [line.strip() for line in written.strip("\"'|>").splitlines()]

    @cached_property
    def as_of(self) -> date | None:
        """The day that the note speaks for, if it can be read."""
        return _first(read_day, self.nodes, "as_of")

    @cached_property
    def period(self) -> Period | None:
        """The first and the last year of the plan, if they can be read."""
        return _first(read_period, self.nodes, "period")

    @property
    def head(self) -> MappingNode:
        """What stands above the title."""
        return _mapping(self.nodes, "head")

    @cached_property
    def ministries(self) -> MappingNode:
        """The ministries that the plan declares: their codes and names."""
        return _mapping(self.nodes, "ministries")

    @cached_property
    def marks(self) -> MappingNode:
        """The marks that the plan declares, and what they mean."""
        return _mapping(self.nodes, "marks")

    @cached_property
    def words_for_initiatives(self) -> list[str]:
        """What several initiatives are called: `initiativer`, and the plan's own word."""
        terms = _mapping(self.nodes, "terms")
        return ["initiativer", *(fixed(word) for word in texts(terms, "initiatives"))]

    @cached_property
    def introduction(self) -> list[ScalarNode]:
        """The paragraphs of the introduction."""
        return texts(self.nodes, "introduction")

    @cached_property
    def initiatives(self) -> list[MappingNode]:
        """The initiatives of all sections."""
        return [
            initiative
            for section in self._sections
            for initiative in _items(section, "initiatives")
            if isinstance(initiative, MappingNode)
        ]

    @property
    def _sections(self) -> list[Node]:
        """What holds initiatives: the sections, and the plan itself where it has none."""
        return [*_items(self.nodes, "sections"), self.nodes]

    @cached_property
    def numbers(self) -> list[tuple[ScalarNode, int]]:
        """The numbers of the initiatives, and the place of their section, from 0."""
        return [
            (number, place)
            for place, section in enumerate(self._sections)
            for initiative in _items(section, "initiatives")
            for number in texts(initiative, "number")
        ]

    @cached_property
    def numbers_of_parts(self) -> list[list[ScalarNode]]:
        """The numbers of the parts of each initiative."""
        return [
            [number for part in _items(each, "parts") for number in texts(part, "number")]
            for each in self.initiatives
        ]

    @cached_property
    def declared_statuses(self) -> MappingNode:
        """The statuses that the plan declares: their phrases, and what is said of them."""
        return _mapping(self.nodes, "statuses")

    @cached_property
    def known_statuses(self) -> Statuses:
        """The statuses that the plan declares, or else the usual ones."""
        return statuses_of(self.nodes)

    @cached_property
    def sentences(self) -> list[ScalarNode]:
        """The sentences of the statuses that the plan declares."""
        declared = self.declared_statuses.values()
        return [text for status in declared for text in texts(status, "sentence")]

    @cached_property
    def statuses(self) -> list[tuple[MappingNode, ScalarNode, Status | None]]:
        """Each initiative that states one: how it is written, and what it is, if it can be read."""
        return [
            (initiative, text, value_of(text, self.known_statuses.read))
            for initiative in self.initiatives
            for text in texts(initiative, "status")
        ]

    @cached_property
    def statuses_of_parts(self) -> list[tuple[ScalarNode, Status | None]]:
        """The statuses of the parts of initiatives, as `statuses` has those of the whole."""
        return [
            (text, value_of(text, self.known_statuses.read))
            for initiative in self.initiatives
            for _, text in parts(initiative)
        ]

    @property
    def every_status(self) -> Iterator[tuple[ScalarNode, Status | None]]:
        """The statuses of all initiatives, and then of their parts, as `statuses` has them."""
        yield from ((text, status) for _, text, status in self.statuses)
        yield from self.statuses_of_parts

    @cached_property
    def budget_years(self) -> list[ScalarNode]:
        """The years of all budgets."""
        return [year for each in self.initiatives for year, _ in _pairs(_mapping(each, "budget"))]

    @cached_property
    def accounts(self) -> list[ScalarNode]:
        """The paragraphs of all accounts."""
        return [text for initiative in self.initiatives for text in texts(initiative, "account")]

    @cached_property
    def items(self) -> list[ScalarNode]:
        """The items of the lists in all accounts."""
        return [
            item
            for initiative in self.initiatives
            for block in _items(initiative, "account")
            for key in ("list", "numbered_list")
            for item in texts(block, key)
        ]

    @cached_property
    def labels(self) -> list[ScalarNode]:
        """The other texts of the note: titles, ministries, recipients of grants, milestones."""
        return list(self._labels())

    def _labels(self) -> Iterator[ScalarNode]:
        yield from texts(self.nodes, "title")
        yield from texts(self.nodes, "stamp")
        yield from (text for key in HEAD_TEXTS for text in texts(self.head, key))
        terms = _mapping(self.nodes, "terms")
        yield from (text for key in Terms.model_fields for text in texts(terms, key))
        yield from (name for _, name in _pairs(self.ministries))
        yield from (meaning for _, meaning in _pairs(self.marks))
        for section in _items(self.nodes, "sections"):
            yield from texts(section, "title")
        for initiative in self.initiatives:
            yield from texts(initiative, "title")
            yield from (recipient for recipient, _ in grants(initiative))
            yield from (what for what, _, _ in milestones(initiative))
            yield from (title for title, _ in parts(initiative))
            for indicator in indicators(initiative):
                yield from texts(indicator, "name") + texts(indicator, "unit")
            yield from (text for _, text in _pairs(_mapping(initiative, "more")))
        yield from (text for _, text in _pairs(_mapping(self.nodes, "more")))

    @cached_property
    def prose(self) -> Prose:
        """All that the note says in words."""
        return Prose(self.introduction + self.sentences + self.accounts + self.items, self.labels)


HEAD_TEXTS = ("recipient", "sender", "case_number", "contact")


def _mapping(holder: Node, key: str) -> MappingNode:
    """The keys under *key*; none where there are none."""
    value = holder.value(key) if isinstance(holder, MappingNode) else None
    return value if isinstance(value, MappingNode) else MappingNode()


def _items(holder: Node, key: str) -> SequenceNode:
    """The list under *key*; an empty one where there is none."""
    value = holder.value(key) if isinstance(holder, MappingNode) else None
    return value if isinstance(value, SequenceNode) else NO_ITEMS


NO_ITEMS = SequenceNode()


def texts(holder: Node, key: str) -> list[ScalarNode]:
    """The text under *key*, or those in the list under it; empty ones left out."""
    value = holder.value(key) if isinstance(holder, MappingNode) else None
    if value is None:
        return []
    items = value if isinstance(value, SequenceNode) else [value]
    return [text for text in items if isinstance(text, ScalarNode) and text.strip()]


def grants(initiative: MappingNode) -> Iterator[tuple[ScalarNode, ScalarNode]]:
    """The grants of an initiative: recipient and amount."""
    for block in _items(initiative, "account"):
        for grant in _items(block, "grants"):
            if isinstance(grant, MappingNode):
                yield from _pairs(grant)


def parts(initiative: MappingNode) -> Iterator[tuple[ScalarNode, ScalarNode]]:
    """The parts of an initiative: title and status."""
    for part in _items(initiative, "parts"):
        if isinstance(part, MappingNode):
            title, status = part.value("title"), part.value("status")
            if isinstance(title, ScalarNode) and isinstance(status, ScalarNode):
                yield title, status
            elif title is None and status is None:
                yield from _pairs(part)


def indicators(initiative: MappingNode) -> SequenceNode:
    """What is measured of an initiative, each with its keys."""
    return _items(initiative, "indicators")


def milestones(initiative: MappingNode) -> Iterator[tuple[ScalarNode, ScalarNode, MappingNode]]:
    """The milestones of an initiative: what is promised, by when, and the whole of it."""
    for milestone in _items(initiative, "milestones"):
        if isinstance(milestone, MappingNode):
            what, due = milestone.value("what"), milestone.value("due")
            if isinstance(what, ScalarNode) and isinstance(due, ScalarNode):
                yield what, due, milestone
            elif what is None and due is None:
                yield from ((*pair, milestone) for pair in _pairs(milestone))


def _pairs(mapping: MappingNode) -> Iterator[tuple[ScalarNode, ScalarNode]]:
    for key, value in mapping.items():
        if isinstance(value, ScalarNode):
            yield key, value


def _first(read: Callable[[str], T], holder: MappingNode, key: str) -> T | None:
    return next((value_of(text, read) for text in texts(holder, key)), None)


def value_of(text: ScalarNode, read: Callable[[str], T]) -> T | None:
    """What *read* makes of *text*, if it can."""
    try:
        return read(fixed(text))
    except ValueError:
        return None


def repeated(
    texts: Iterable[ScalarNode], key: Callable[[str], str]
) -> Iterator[tuple[ScalarNode, ScalarNode]]:
    """Each text that has the *key* of one before it, and the first that has it."""
    first: dict[str, ScalarNode] = {}
    for text in texts:
        if (compared := key(text)) in first:
            yield text, first[compared]
        else:
            first[compared] = text


def folded(text: str) -> str:
    """*text* as it is compared: whatever its capitals and the spaces between its words."""
    return fixed(text).casefold()
