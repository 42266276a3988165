"""The ministries that are declared, and those that the initiatives name: E402, E405, W402."""

import re
from collections.abc import Collection, Iterator

from statusnote.diagnostics.suggestions import LONGEST_WORD, closest
from statusnote.plan.rules.finding import Finding
from statusnote.plan.rules.raw_plan import RawPlan, folded, repeated, texts
from statusnote.plan.scalars import fixed
from statusnote.reading.nodes import MappingNode, Node, ScalarNode

MOST_LISTED = 30


def ministries_are_declared(plan: RawPlan) -> Iterator[Finding]:
    """A ministry, and whoever else takes part, is named by a code that the plan declares.

    Takes: SMB where only SBM is declared, and `SUM, UIM` where it should be a list.
    Leaves: all of them, as long as none is declared.
    """
    if not plan.ministries:
        return
    known = {fixed(code): None for code in plan.ministries}
    listed = [code for code in known if len(code) <= LONGEST_WORD][:MOST_LISTED]
    names = {
        folded(name): code for code, name in plan.ministries.items() if isinstance(name, ScalarNode)
    }
    renamed = _renamed(plan, known)
    for initiative in plan.initiatives:
        for code, where, as_list in _undeclared(initiative, known):
            guess = as_list or _meant(code, names, listed) or renamed.get(code, "")
            details = {"code": code, "guess": guess, "known": ", ".join(listed)}
            yield Finding("E402", where, details)


def _undeclared(initiative: MappingNode, known: Collection[str]) -> Iterator[tuple[str, Node, str]]:
    """The codes that are not *known*, where they stand, and, of several in one, the whole list."""
    for key in PARTIES:
        yield from _undeclared_in(initiative, key, known)


def _undeclared_in(
    initiative: MappingNode, key: str, known: Collection[str]
) -> Iterator[tuple[str, Node, str]]:
    named = texts(initiative, key)
    undeclared = [code for code in named if fixed(code) not in known]
    if not undeclared:
        return
    codes = [fixed(code.strip(" []")) for text in named for code in re.split(BETWEEN_CODES, text)]
    if len(codes) > len(named) and all(code in known for code in codes):
        as_list = f"[{', '.join(dict.fromkeys(codes))}]"
        yield fixed(undeclared[0]), initiative[ScalarNode(key)], as_list
    else:
        yield from ((fixed(code), code, "") for code in undeclared)


PARTIES = ("ministries", "participants")
BETWEEN_CODES = r"[,;/+&]|\bog\b"


def _meant(code: str, names: dict[str, ScalarNode], listed: list[str]) -> str:
    """The one of *listed* that *code* surely means: a wrong ministry is worse than none.

    It is its name, or has the same letters.
    """
    if name := names.get(folded(code)):
        return fixed(name)
    letters = sorted(code.casefold())
    alike = [other for other in listed if sorted(other.casefold()) == letters]
    return next(
        (other for other in alike if other.casefold() == code.casefold() or len(alike) == 1), ""
    )


def _renamed(plan: RawPlan, known: Collection[str]) -> dict[str, str]:
    """The one code that only the initiatives name, and the one that only the top of the file has.

    Where there are more of them, nobody knows which is which.
    """
    named = _named(plan)
    before, after = named - set(known), set(known) - named
    if not len(before) == len(after) == 1:
        return {}
    return {code: closest(code, after) for code in before}


def _named(plan: RawPlan) -> set[str]:
    return {fixed(code) for initiative in plan.initiatives for code in _parties(initiative)}


def _parties(initiative: MappingNode) -> list[ScalarNode]:
    return [code for key in PARTIES for code in texts(initiative, key)]


def ministries_are_used(plan: RawPlan) -> Iterator[Finding]:
    """A ministry that is declared answers for something, once anything is answered for.

    Takes: UIM at the top of the file, where no initiative names it.
    Leaves: all of them, as long as no initiative names any.
    """
    named = _named(plan)
    for code in plan.ministries:
        if named and fixed(code) not in named:
            yield Finding("W402", code, {"code": fixed(code)})


def ministries_are_named_once(plan: RawPlan) -> Iterator[Finding]:
    """An initiative names a ministry once, as responsible or as taking part.

    Takes: SBM for the second time in [SBM, JM, SBM], or as a participant where it is responsible.
    Leaves: SBM in another initiative.
    """
    for initiative in plan.initiatives:
        for code, first in repeated(_parties(initiative), fixed):
            yield Finding("E405", code, {"code": fixed(code)}, first)
