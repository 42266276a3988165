"""Workbooks that came back → what they make of the data, or all that is wrong with them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from statusnote import files
from statusnote.answers import cell_problems, contradictions, merging, questions, reading, sheets
from statusnote.answers.collected import Collected, Returned
from statusnote.answers.contradictions import Asked
from statusnote.answers.edits import Answer, Cell
from statusnote.answers.merging import Merged
from statusnote.changes.compare import compare
from statusnote.changes.model import Changes, Edits, Ministry
from statusnote.diagnostics.problem import Problem, ProblemsFound
from statusnote.diagnostics.severity import Severity
from statusnote.plan import loading, patching
from statusnote.plan.loading import Whole
from statusnote.plan.model import Plan
from statusnote.plan.scalars import Number


@dataclass(frozen=True)
class Workbook:
    """A workbook that came back, and the data that it was made of."""

    book: sheets.Workbook
    base: bytes


@dataclass(frozen=True)
class _Read:
    """The *answer* in a workbook, and the plan that it was asked of."""

    answer: Answer
    plan: Plan

    @property
    def asked(self) -> tuple[date, str]:
        """The day that the data spoke for that it was asked of, and their hash."""
        return self.plan.as_of, self.answer.data


def collected(content: bytes, name: str, workbooks: Iterable[Workbook]) -> Collected:
    """What the *workbooks* make of the data file that *content* is, and *name* is called.

    Answers to one state of the data are put in at once, those to an older one before the others,
    so that it makes no difference which workbook is named first; what contradicts one to another
    state is left out. Raises ProblemsFound with all that is wrong in the workbooks, or would be in
    the data.
    """
    now = loading.read_whole(files.decoded(content, name), name)
    read, problems = _answers(workbooks, {questions.hash_of(content): now.plan})
    asked, conflicts = contradictions.without(now, _by_state(read))
    whole, already = now, 0
    numbers: dict[str, set[Number]] = defaultdict(set)
    for each in asked:
        merged = merging.merged(each.plan, whole, each.answers)
        made, found = _with(merged, whole, name)
        problems += found
        conflicts += merged.conflicts
        already += len(merged.already)
        for wanted in merged.changes:
            for wish in wanted.wishes:
                numbers[wish.party].add(wanted.number)
        if made is None:
            break
        whole = made
    if any(problem.severity == Severity.ERROR for problem in problems):
        raise ProblemsFound(problems)
    changes = compare(now.plan, whole.plan)
    _assert_asked_for(changes, {number for each in numbers.values() for number in each})
    mark = content.removesuffix(now.source.text.encode())  # of the order of its bytes, if any
    return Collected(
        tuple(_returned(now.plan, read, changes, numbers)),
        tuple(_waited_for(now.plan, read)),
        tuple(conflicts),
        already,
        changes,
        mark + whole.source.text.encode(),
        tuple(problems),
        tuple(now.warnings),
    )


def _by_state(read: Sequence[_Read]) -> list[Asked]:
    """What was read by the state of the data that it was asked of, the older ones first."""
    by_age = groupby(sorted(read, key=lambda each: each.asked), key=lambda each: each.asked)
    groups = ([*group] for _, group in by_age)
    return [Asked(each[0].plan, tuple(one.answer for one in each)) for each in groups]


def _answers(
    workbooks: Iterable[Workbook], plans: dict[str, Plan]
) -> tuple[list[_Read], list[Problem]]:
    """What the workbooks say, as far as they can be read, and all problems with them.

    *plans* are those that are known, by the hashes of their data; it learns of others.
    """
    read, problems = [], list[Problem]()
    for workbook in workbooks:
        asked_of = questions.hash_of(workbook.base)
        try:
            if asked_of not in plans:
                plans[asked_of] = loading.read_bytes(workbook.base, workbook.book.file).plan
            answer, found = reading.read(workbook.book, plans[asked_of])
        except ProblemsFound as error:
            problems += error.problems
        else:
            read.append(_Read(answer, plans[asked_of]))
            problems += found
    return read, problems


def _with(merged: Merged, whole: Whole, name: str) -> tuple[Whole | None, list[Problem]]:
    """The data with what is *merged* into them, if that can be read, and what is new in problems.

    What is wrong with an answer is at its cell; what else it makes of the file *name* is where it
    would stand there.
    """
    patched = patching.patched(whole.source.text, merged.operations)
    try:
        made = loading.read_whole(patched.text, WITH_ANSWERS.format(name))
    except ProblemsFound as found:
        errors = [each for each in found.problems if each.severity == Severity.ERROR]
        return None, cell_problems.at_cells(errors, whole.warnings, patched, merged.changes)
    return made, cell_problems.at_cells(made.warnings, whole.warnings, patched, merged.changes)


WITH_ANSWERS = "{} (med svarene)"  # what problems with a text go under that isn't written yet


def _assert_asked_for(changes: Changes, numbers: set[Number]) -> None:
    """Raise AssertionError where something else has changed than what the answers are about."""
    changed = changes.initiatives.changed
    others = replace(changes, initiatives=Edits(), total=None, budget=None, called=Changes().called)
    asked_for = {each.number for each in changed} <= numbers
    if others or changes.initiatives.added or changes.initiatives.removed or not asked_for:
        raise AssertionError("the answers would change something that they don't say")


def _returned(
    plan: Plan, read: Sequence[_Read], changes: Changes, numbers: Mapping[str, set[Number]]
) -> Iterator[Returned]:
    for party in _declared(plan, questions.parties(plan)):
        those = [each for each in read if each.answer.party == party.code]
        if those:
            older = [each.plan.as_of for each in those if each.plan.as_of < plan.as_of]
            yield Returned(
                party,
                tuple(each.answer.file for each in those),
                _of(changes, numbers.get(party.code, set())),
                min(older, default=None),
                tuple(_in_some_only([each.answer for each in those])),
            )


def _in_some_only(answers: Sequence[Answer]) -> Iterator[str]:
    """The places of what a party has answered in some of its workbooks, and not in all of them."""
    said: dict[tuple[object, ...], list[Cell]] = defaultdict(list)
    for answer in answers:
        for edit in answer.edits:
            for key, cell in edit.cells.items():
                said[edit.number, edit.of, edit.index, cell.sheet, key].append(cell)
    for cells in said.values():
        if len(cells) < len(answers):
            yield from (cell.place for cell in cells)


def _of(changes: Changes, numbers: set[Number]) -> Changes:
    """Those of the *changes* that are about the initiatives of these *numbers*."""
    changed = tuple(each for each in changes.initiatives.changed if each.number in numbers)
    return Changes(initiatives=Edits(changed=changed), called=changes.called)


def _waited_for(plan: Plan, read: Sequence[_Read]) -> list[Ministry]:
    """Those who have something to answer, and have not."""
    answered = {each.answer.party for each in read}
    return _declared(plan, [code for code in questions.answering(plan) if code not in answered])


def _declared(plan: Plan, codes: Iterable[str]) -> list[Ministry]:
    return [Ministry(code, plan.ministries[code]) for code in codes]
