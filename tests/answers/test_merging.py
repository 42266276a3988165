"""What answers change in data that may have changed since, whatever either says."""

from collections.abc import Sequence
from enum import Enum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.answering import after, answers, asked, said, slots
from support.applying import meaning
from support.project import EXAMPLES

from statusnote.answers.edits import Answer, Edit, Of
from statusnote.answers.merging import Merged, merged
from statusnote.answers.wishes import GONE
from statusnote.plan import loading, starter
from statusnote.plan.loading import Whole
from statusnote.plan.model import Plan
from statusnote.plan.patching import patched

VALID = ("milestones", "grants", "lists", "flow-style", "parts-budgets-and-indicators", "crlf")
TEXTS = {
    **{name: (EXAMPLES / "valid" / f"{name}.yaml").read_bytes().decode() for name in VALID},
    "strategy": starter.contents(example="strategy")["data/initiatives.yaml"].decode(),
}


def read(text: str) -> Whole:
    return loading.read_whole(text, "plan.yaml")


def after_merging(now: Whole, found: Merged) -> Whole:
    return read(patched(now.source.text, found.operations).text)


@pytest.mark.parametrize("name", TEXTS)
@settings(max_examples=10)
@given(data=st.data())
def test_what_only_one_side_changed_is_made_and_the_rest_is_a_conflict(
    name: str, data: st.DataObject
) -> None:
    check(name, data)


def check(name: str, data: st.DataObject) -> None:
    base = read(TEXTS[name])
    among = data.draw(st.lists(st.sampled_from([*slots(base.plan)]), min_size=1, max_size=8))
    ours = data.draw(answers(base.plan, "VI", among, 6))
    theirs = data.draw(answers(base.plan, "DE", among, 6))
    first = merged(base.plan, base, [ours])
    assert first.conflicts == ()
    now = after_merging(base, first)
    assert meaning(now.plan) == after(base.plan, ours.edits)
    found = merged(base.plan, now, [theirs])
    fates = [(edit, fate(base.plan, ours, edit)) for edit in theirs.edits]
    accepted, already, against = (
        [edit for edit, became in fates if became is wanted]
        for wanted in (Fate.MADE, Fate.ALREADY, Fate.CONFLICT)
    )
    assert meaning(after_merging(now, found).plan) == after(base.plan, [*ours.edits, *accepted])
    assert sorted((str(each.number), each.of) for each in found.conflicts) == names(against)
    assert names([wish.edit for wish in found.already]) == names(already)


def names(edits: Sequence[Edit]) -> list[tuple[str, Of]]:
    return sorted((str(edit.number), edit.of) for edit in edits)


class Fate(Enum):
    """What becomes of an edit."""

    MADE = "made"
    ALREADY = "already"
    CONFLICT = "conflict"


def fate(plan: Plan, ours: Answer, edit: Edit) -> Fate:
    """What becomes of an *edit* where *ours* have been made to the *plan* that was asked of."""
    before = {unit: value for each in ours.edits for unit, value in said(each).items()}
    theirs = {unit: value for unit, value in said(edit).items() if value != asked(plan, unit)}
    known = {unit: value for unit, value in before.items() if value != asked(plan, unit)}
    same_item = {
        unit: value
        for unit, value in known.items()
        if unit[:3] == (edit.number, edit.of, edit.index)
    }
    if not edit.dropped and any(unit[3] == GONE for unit in same_item):
        return Fate.CONFLICT
    if edit.dropped and same_item:
        return Fate.ALREADY if {*theirs} == {*same_item} else Fate.CONFLICT
    if any(known.get(unit, value) != value for unit, value in theirs.items()):
        return Fate.CONFLICT
    return Fate.ALREADY if theirs.items() <= known.items() else Fate.MADE


@pytest.mark.parametrize("name", TEXTS)
@settings(max_examples=2)
@given(data=st.data())
def test_answers_in_any_order_make_the_same_file(name: str, data: st.DataObject) -> None:
    base = read(TEXTS[name])
    among = [*slots(base.plan)]
    found = [data.draw(answers(base.plan, party, among, 4)) for party in ("A", "B", "C")]
    ways = [merged(base.plan, base, each) for each in (found, found[::-1], [*found[1:], found[0]])]
    assert all(way == ways[0] for way in ways)
    assert len({patched(base.source.text, way.operations).text for way in ways}) == 1
